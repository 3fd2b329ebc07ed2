"""The form of an expenditure: document, sums, currency and rate, line and activity."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from app.core.i18n import N_, tr
from app.core.vocabulary import ExpenditureState, label
from app.services.expenditures import ExpenditureDraft
from app.ui import formats
from app.ui.fields.choices import Choice
from app.ui.fields.values import MoneyField
from app.ui.form import FieldSpec, FormEditor, Section

_SUMS = ("net_minor", "vat_minor", "gross_minor")


def expenditure_sections(currency: str, lines: Sequence[Choice], activities: Sequence[Choice]) -> tuple[Section, ...]:
    """All that is kept of an expenditure; ``currency`` is the budget's."""
    states = [(state, tr(label(state))) for state in ExpenditureState]
    return (
        Section(
            N_("Document"),
            (
                FieldSpec("supplier", N_("Supplier"), span=2),
                FieldSpec("description", N_("What for"), span=2),
                FieldSpec("document_no", N_("Document no.")),
                FieldSpec("document_date", N_("Document date"), "date"),
                FieldSpec("state", N_("State"), "choice", options=states),
                FieldSpec("paid_on", N_("Paid on"), "date"),
            ),
        ),
        Section(
            N_("Sum"),
            (
                FieldSpec("gross_minor", N_("Gross"), "money", extra={"currency": currency}),
                FieldSpec("currency", N_("Currency"), hint=currency),
                FieldSpec("net_minor", N_("Net"), "money", extra={"currency": currency}),
                FieldSpec("vat_minor", N_("VAT"), "money", extra={"currency": currency}),
                FieldSpec("vat_eligible", N_("VAT cannot be recovered and counts"), "yes_no", span=2),
                FieldSpec(
                    "rate",
                    N_("Rate"),
                    "number",
                    hint=N_("from the table"),
                    note=N_("Units of the currency for one unit of the budget's; empty takes it from the table."),
                    extra={"digits": 6, "default": Decimal(0)},
                    span=2,
                ),
            ),
        ),
        Section(
            N_("Where it belongs"),
            (
                FieldSpec("line_id", N_("Budget line"), "record", required=True, options=lines, span=2),
                FieldSpec("activity_id", N_("Visit or training"), "record", options=activities, span=2),
                FieldSpec("paid_by", N_("Paid by")),
                FieldSpec("notes", N_("Notes"), "text", span=2, extra={"lines": 2}),
            ),
        ),
    )


class SumsLinked:
    """Keeps the sums of a form in step: net and VAT give the gross, the currency stands in the labels.

    What somebody typed is never overwritten: the gross follows only while it was the sum of the two before.
    """

    def __init__(self, form: FormEditor) -> None:
        self._form = form
        self._before = 0
        form.changed.connect(self.follow)

    def read(self, draft: ExpenditureDraft) -> None:
        """A draft was loaded."""
        self._before = draft.net_minor + draft.vat_minor
        self._name_currency(draft.currency)
        rate = self._form.fields["rate"]
        if draft.rate == 0:
            rate.set_value(None)

    def follow(self) -> None:
        """Called with every keystroke."""
        fields = self._form.fields
        net, vat, gross = (fields[name].value() or 0 for name in _SUMS)
        if net + vat != self._before:
            if gross in (0, self._before):
                fields["gross_minor"].set_value(net + vat)
            self._before = net + vat
        self._name_currency(str(fields["currency"].value()).upper())

    def _name_currency(self, currency: str) -> None:
        if len(currency) != 3:
            return
        for name in _SUMS:
            made = self._form.fields[name]
            if isinstance(made, MoneyField):
                made.set_currency(currency)


def rate_words(row: Any, budget_currency: str) -> str:
    """``4.3215, InforEuro``, ``none needed``, or that there is none."""
    if row.currency == budget_currency:
        return tr("none needed")
    if row.rate_missing:
        return tr("no rate yet")
    shown = formats.number(row.rate.normalize(), max(2, min(6, -int(row.rate.normalize().as_tuple().exponent))))
    source = {"typed": tr("typed"), "table": tr("table"), "": ""}.get(row.rate_source, row.rate_source)
    return f"{shown}, {source}" if source else shown
