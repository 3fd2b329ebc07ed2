"""The form of a source of money."""

from app.core.i18n import N_
from app.ui.form import FieldSpec, Section


def source_sections(currency: str) -> tuple[Section, ...]:
    """Who pays, how much or which share, and what has come in."""
    return (
        Section(
            "",
            (
                FieldSpec("organisation_id", N_("Organisation"), "record", span=2),
                FieldSpec("name", N_("Name"), hint=N_("when it is no organisation on record"), span=2),
                FieldSpec("amount_minor", N_("Amount"), "money", extra={"currency": currency}),
                FieldSpec(
                    "share_percent",
                    N_("or share of the plan, %"),
                    "number",
                    extra={"digits": 2, "least": 0, "most": 100},
                ),
                FieldSpec("received_minor", N_("Received so far"), "money", extra={"currency": currency}),
                FieldSpec("in_kind", N_("In kind: work or rooms, no money"), "yes_no"),
                FieldSpec("notes", N_("Notes"), "text", span=2, extra={"lines": 2}),
            ),
        ),
    )
