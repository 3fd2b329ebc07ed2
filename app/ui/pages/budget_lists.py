"""The tabs Rates, Financing and Reallocations of the budget."""

from collections.abc import Sequence
from typing import Any

from app.core.i18n import N_, tr, trn
from app.services import exchange_rates, expenditures, funding_sources, reallocations
from app.services.exchange_rates import ExchangeRateDraft, ExchangeRateRow
from app.services.funding_sources import FundingSourceDraft, FundingSourceRow
from app.services.reallocations import Need, ReallocationDraft, ReallocationRow
from app.ui import formats
from app.ui.desk import Desk
from app.ui.editors.choosing import Links, NameBook
from app.ui.editors.draft_dialog import DraftDialog
from app.ui.editors.exchange_rate import rate_sections
from app.ui.editors.funding_source import source_sections
from app.ui.editors.money_choices import line_choices
from app.ui.editors.reallocation import ReallocationDialog, need_words, reallocation_sections
from app.ui.editors.writing import write
from app.ui.form import Section
from app.ui.pages.budget_facts import BudgetFacts
from app.ui.pages.budget_records import MoneyList, MoneyVerbs, MoneyWords
from app.ui.pages.budget_strip import whole
from app.ui.widgets.boxes import row
from app.ui.widgets.chip import State
from app.ui.widgets.list_columns import Column
from app.ui.widgets.messages_view import MessageStrip, Way


def _rate(found: ExchangeRateRow) -> str:
    places = max(2, min(6, -int(found.rate.normalize().as_tuple().exponent)))
    return formats.number(found.rate, places)


def _rate_pair(found: ExchangeRateRow) -> str:
    return tr("{currency} for 1 {base}", currency=found.currency, base=found.base)


class RatesTab(MoneyList):
    """Exchange rates to the currency of the budget; tells when documents wait for one."""

    name = "rates"
    verbs = MoneyVerbs(
        exchange_rates.load,
        exchange_rates.check,
        exchange_rates.create,
        exchange_rates.save,
        exchange_rates.delete,
        (N_("Add exchange rate"), N_("Change exchange rate"), N_("Delete exchange rate")),
        "exchange_rate",
    )

    def __init__(self, desk: Desk) -> None:
        words = MoneyWords(
            tr("Rates"),
            tr("Add a rate"),
            tr("Change the rate"),
            tr("Rate deleted."),
            tr("Filter rates"),
            "percent",
            (
                tr("No exchange rates yet"),
                tr("A rate says how many units of a currency make one unit of the budget's, in a month or on a day."),
            ),
            count=lambda n: trn("{n} rate", "{n} rates", n),
        )
        super().__init__(
            desk,
            words,
            (
                Column("currency", tr("Currency"), 110, "bold"),
                Column("period", tr("Month or day"), 160, "date"),
                Column("rate", tr("Rate"), 130, "number", show=_rate),
                Column("pair", tr("Means"), 180, "muted", value=_rate_pair),
                Column("source", tr("Source"), value=lambda found: found.source or tr("not stated")),
            ),
        )
        self.strip = MessageStrip(name="budget.rates.missing")
        holder = row(margins=(6, 3, 6, 0))
        holder.addWidget(self.strip)
        self.above.addLayout(holder)

    def rows(self, facts: BudgetFacts) -> Sequence[ExchangeRateRow]:
        n = facts.table.rates_missing
        self.strip.show_message(
            trn("{n} expenditure has no rate yet.", "{n} expenditures have no rate yet.", n) if n else "",
            tr("Add the rates of their months, then look again; until then they are in no sum.") if n else "",
            tone="warning",
            ways=(Way(tr("Look for rates again"), self._on_fill, "budget.rates.fill"),) if n else (),
        )
        with self.desk.context.read() as view:
            return exchange_rates.list_rows(view, facts.currency)

    def sections(self, facts: BudgetFacts) -> tuple[Section, ...]:
        return rate_sections()

    def fresh(self, facts: BudgetFacts) -> ExchangeRateDraft:
        return ExchangeRateDraft(base=facts.currency)

    def _on_fill(self) -> None:
        if self.facts is not None:
            ident = self.facts.programme_id

            def fill(work: Any) -> int:
                return expenditures.fill_rates(work, ident)

            write(self.desk, N_("Look up exchange rates"), fill, done=self._on_filled)

    def _on_filled(self, count: int) -> None:
        if count:
            self.desk.say(trn("{n} expenditure has its rate now.", "{n} expenditures have their rate now.", count))
        else:
            self.desk.say(tr("No rate fits yet."), tr("Add a rate for the months of those documents."), tone="info")


def _share(found: FundingSourceRow) -> str:
    return formats.DASH if found.share_percent is None else f"{formats.number(found.share_percent, 1)}\u00a0%"


def _source_state(found: FundingSourceRow) -> State:
    if found.in_kind:
        return State(tr("In kind"), "neutral", "handshake")
    if found.open_minor <= 0:
        return State(tr("Received"), "success", "check")
    return State(tr("Partly received"), "info") if found.received_minor else State(tr("Not received"), "neutral", "dot")


class FinancingTab(MoneyList):
    """Where the money comes from, and how much of it has come (BU-5)."""

    name = "financing"
    verbs = MoneyVerbs(
        funding_sources.load,
        funding_sources.check,
        funding_sources.create,
        funding_sources.save,
        funding_sources.delete,
        (N_("Add funding source"), N_("Change funding source"), N_("Delete funding source")),
        "funding_source",
    )

    def __init__(self, desk: Desk) -> None:
        self._links = Links(desk, NameBook(desk), {"organisation_id": "organisation"})
        words = MoneyWords(
            tr("Financing"),
            tr("Add a source"),
            tr("Change the source"),
            tr("Source deleted."),
            tr("Filter sources"),
            "coins",
            (tr("No sources yet"), tr("Who pays for the programme: donor, own contribution, others, also in kind.")),
            count=lambda n: trn("{n} source", "{n} sources", n),
        )

        def money(name: str, title: str) -> Column:
            return Column(name, title, 130, "money", show=lambda found: whole(getattr(found, name)))

        super().__init__(
            desk,
            words,
            (
                Column("name", tr("Source"), kind="bold"),
                money("amount_minor", tr("Amount")),
                Column("share_percent", tr("Share of plan"), 130, "percent", show=_share),
                money("received_minor", tr("Received")),
                money("open_minor", tr("Open")),
                Column("state", tr("State"), 150, "chip", value=_source_state),
            ),
        )

    def rows(self, facts: BudgetFacts) -> Sequence[FundingSourceRow]:
        with self.desk.context.read() as view:
            found = funding_sources.list_rows(view, facts.programme_id)
        total = sum(source.amount_minor for source in found)
        gap = facts.table.total.planned - total
        note = ""
        if found and gap:
            note = (
                tr("{sum} of the plan has no source", sum=whole(gap))
                if gap > 0
                else tr("{sum} more than the plan", sum=whole(-gap))
            )
        self.table.set_note(note)
        return found

    def sections(self, facts: BudgetFacts) -> tuple[Section, ...]:
        return source_sections(facts.currency)

    def fresh(self, facts: BudgetFacts) -> FundingSourceDraft:
        return FundingSourceDraft(programme_id=facts.programme_id)

    def ready(self, dialog: DraftDialog, draft: Any) -> None:
        self._links.ready(dialog.editor, draft)


def _from(found: ReallocationRow) -> str:
    return f"{found.from_code} {found.from_title}"


def _to(found: ReallocationRow) -> str:
    return f"{found.to_code} {found.to_title}"


_NEED_STATES = {
    Need.FREE: ("success", "check"),
    Need.NOTICE: ("info", "mail"),
    Need.ADDENDUM: ("warning", "triangle-alert"),
}


class ReallocationsTab(MoneyList):
    """Movements between lines, each with what it asks for (BU-9)."""

    name = "reallocations"
    verbs = MoneyVerbs(
        reallocations.load,
        reallocations.check,
        reallocations.create,
        reallocations.save,
        reallocations.delete,
        (N_("Reallocate money"), N_("Change reallocation"), N_("Delete reallocation")),
        "reallocation",
    )

    def __init__(self, desk: Desk) -> None:
        self._needs: dict[str, Need] = {}
        words = MoneyWords(
            tr("Reallocations"),
            tr("Move money"),
            tr("Change movement"),
            tr("Movement taken back."),
            tr("Filter movements"),
            "arrow-down-up",
            (
                tr("No money was moved"),
                tr("Inside a heading money moves freely; between headings the program says what the donor must get."),
            ),
            count=lambda n: trn("{n} movement", "{n} movements", n),
        )
        super().__init__(
            desk,
            words,
            (
                Column("decided_on", tr("Decided on"), 130, "date", show=_decided, align="left"),
                Column("from", tr("From"), value=_from, sort_key=lambda found: found.from_code),
                Column("to", tr("To"), value=_to, sort_key=lambda found: found.to_code),
                Column("amount_minor", tr("Amount"), 110, "money", show=lambda found: whole(found.amount_minor)),
                Column("need", tr("Asks for"), 180, "chip", value=self._need),
                Column("reason", tr("Reason"), value=lambda found: found.reason or tr("no reason given")),
            ),
        )

    def _need(self, found: ReallocationRow) -> State:
        need = self._needs.get(found.id, Need.FREE)
        return State(need_words(need), *_NEED_STATES[need])

    def rows(self, facts: BudgetFacts) -> Sequence[ReallocationRow]:
        with self.desk.context.read() as view:
            found = reallocations.list_rows(view, facts.programme_id)
            self._needs = {
                moved.id: reallocations.judge(view, reallocations.load(view, moved.id), moved.id).need
                for moved in found
            }
        return found

    def sections(self, facts: BudgetFacts) -> tuple[Section, ...]:
        return reallocation_sections(facts.currency, line_choices(self.desk, facts.programme_id))

    def fresh(self, facts: BudgetFacts) -> ReallocationDraft:
        return ReallocationDraft(programme_id=facts.programme_id, decided_on=self.desk.today())

    def ask(self, draft: Any, ident: str) -> None:
        if self.facts is None:
            return
        lines = line_choices(self.desk, self.facts.programme_id)
        dialog = ReallocationDialog(self, self.desk, self.facts.currency, lines, draft, ident)
        dialog.committed.connect(self.open_record)
        dialog.open()


def _decided(found: ReallocationRow) -> str:
    return formats.day(found.decided_on, missing=tr("date not known"))
