"""What agendas, expenditures and deliverables have in common in the assistant: their words and their verbs."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Any

from app.core.i18n import LANGUAGE_NAMES, N_, tr, trn
from app.core.progress import Token
from app.core.text import fold
from app.services import import_rows, sheet_import_known, sheet_import_views, sheet_imports
from app.services.import_rows import PlanRow, SheetRow, Wanted
from app.services.imports import Decision, RowKey
from app.services.sheet_import_book import WholeBook
from app.services.sheet_import_known import KnownRecord
from app.services.sheet_imports import RecordTarget
from app.ui import formats
from app.ui.pages.import_kinds import KindLook, Known, Proposed, RowColumn

#: Fields of all kinds but people, for the reader.
FIELD_WORDS = {
    "": N_("Leave out"),
    "date": N_("Date"),
    "time": N_("Time from and to"),
    "start": N_("Start"),
    "end": N_("End"),
    "duration": N_("Length"),
    "title": N_("Title"),
    "kind": N_("Kind"),
    "description": N_("Description"),
    "speakers": N_("Speakers"),
    "interpreters": N_("Interpreters"),
    "host": N_("Host"),
    "place": N_("Place"),
    "address": N_("Address"),
    "link": N_("Link"),
    "notes": N_("Notes"),
    "document_no": N_("Document no."),
    "paid_on": N_("Paid on"),
    "supplier": N_("Supplier"),
    "line": N_("Budget line"),
    "amount": N_("Amount"),
    "amount_budget": N_("Amount in the budget's currency"),
    "net": N_("Net"),
    "vat": N_("VAT"),
    "currency": N_("Currency"),
    "rate": N_("Rate"),
    "state": N_("State"),
    "paid_by": N_("Paid by"),
    "activity": N_("Visit or training"),
    "code": N_("Code"),
    "partnership": N_("Partnership"),
    "owner": N_("Owner"),
    "due": N_("Due"),
    "stage": N_("Stage"),
    "responsible": N_("Responsible"),
    "adoption_number": N_("Number of the adoption"),
    "adoption_date": N_("Adopted on"),
    "adoption_body": N_("Adopted by"),
    "call": N_("Call"),
    "requested": N_("Requested"),
    "own": N_("Own share"),
}


class RecordLook(KindLook):
    """One kind of records. ``key`` is the kind; subclasses add columns and counting words."""

    #: Where the rows go needs a visit or training.
    needs_activity = False

    def __init__(self) -> None:
        described = sheet_import_views.columns(self.key)
        self.fields = tuple(one.field for one in described)
        self._holds = {one.field: one.holds for one in described}
        self._words = {one.field: dict(one.words) for one in described if one.words}
        self.aim = RecordTarget("")
        #: What a row would change before anything was decided: what is kept as known can be taken again.
        self._planned: dict[RowKey, dict[str, str]] = {}

    # words ----------------------------------------------------------------------------------------------------
    def field_word(self, name: str) -> str:
        if name.startswith("title_"):
            code = name.removeprefix("title_")
            return tr("Title, {language}", language=LANGUAGE_NAMES.get(code, code))
        return tr(FIELD_WORDS.get(name) or N_("Recognised, but not taken in"))

    def value_words(self, name: str, value: str) -> str:
        if not value:
            return ""
        holds = self._holds.get(name, "")
        if holds in ("date", "partial"):
            return formats.partial(value)
        if holds == "amount":
            return _amount(value)
        if name in self._words:
            return tr(self._words[name].get(value, value))
        return value

    def typed(self, name: str, value: str) -> str:
        return self.value_words(name, value) if self._holds.get(name) != "amount" else value

    def cell_words(self, column: RowColumn, fields: Mapping[str, str]) -> str:
        if column.fields == ("start", "end"):
            return "–".join(fields[name] for name in column.fields if fields.get(name))
        return " ".join(self.value_words(name, fields[name]) for name in column.fields if fields.get(name))

    # where to -------------------------------------------------------------------------------------------------
    def target_form(self, session: Any) -> Any:
        from app.ui.pages.import_kind_target import KindTargetForm

        return KindTargetForm(session, self.key, needs_activity=self.needs_activity)

    def target(self, programme_id: str, activity_id: str, country: str, options: Mapping[str, Any]) -> RecordTarget:
        return RecordTarget(programme_id, activity_id, "", "", str(options.get("line", "")))

    def lacks(self, target: Any) -> str:
        if self.needs_activity and not target.activity_id:
            return tr("Choose the visit or training into which it goes.")
        return ""

    # verbs ----------------------------------------------------------------------------------------------------
    def book(self, plan: Any, token: Token) -> WholeBook:
        return WholeBook(plan, self.rows, token)

    def sheets(self, view: Any, workbook: Any, wanted: Wanted) -> tuple[SheetRow, ...]:
        return sheet_import_views.sheets(view, workbook, self.key, self.aim, wanted)

    def plan(self, view: Any, workbook: Any, target: Any, wanted: Wanted, token: Token) -> Any:
        made = sheet_imports.plan(view, workbook, self.key, target, wanted.choices(), token)
        self._planned = {
            (row.sheet, row.row): {one.field: one.old for one in match.differences}
            for row, match in made.pairs()
            if match.differences
        }
        return made

    def rows(self, part: Any, left_out: frozenset[RowKey]) -> Sequence[PlanRow]:
        return [self._with_kept(one, part.decisions.get(one.key)) for one in import_rows.rows(part, left_out)]

    def _with_kept(self, shown: PlanRow, decision: Decision | None) -> PlanRow:
        """A value that stays as known is still told, so that the file's one can be taken after all."""
        if decision is None or not decision.keep or decision.as_new or decision.person_id:
            return shown
        kept = {name: old for name, old in self._planned.get(shown.key, {}).items() if name in decision.keep}
        return replace(shown, old={**shown.old, **kept}, stays=shown.stays | frozenset(kept))

    def apply(self, view: Any, original: Any, given: Any, decisions: Mapping[RowKey, Decision]) -> Any:
        return sheet_imports.decide(view, original, {**given.decisions, **decisions})

    def take_in(
        self, work: Any, given: Any, left_out: frozenset[RowKey], named: Mapping[str, str], token: Token
    ) -> Any:
        return sheet_imports.take_in(work, given, None, token)

    def known(self, view: Any, row: PlanRow) -> Sequence[Known]:
        return [_known(one) for one in sheet_import_known.known(view, self.key, row.people)]

    def find(self, view: Any, text: str) -> Sequence[Known]:
        return [_known(one) for one in sheet_import_known.find(view, self.key, self.aim, text)]

    def proposals(self, row: PlanRow, names: Sequence[str]) -> Sequence[Proposed]:
        """The words that a cell may hold, where there are few; else what was read."""
        if len(names) != 1 or names[0] not in self._words:
            return ()
        name = names[0]
        return [
            Proposed({name: value}, tr(words), "", row.fields.get(name) == value)
            for value, words in self._words[name].items()
            if value
        ]

    def read_value(self, name: str, text: str, country: str) -> tuple[str, str]:
        plain = text.strip()
        for value, words in self._words.get(name, {}).items():
            if plain and fold(plain) in (fold(value), fold(words), fold(tr(words))):
                return value, ""
        return sheet_imports.clean_field(self.key, name, plain)


def _known(one: KnownRecord) -> Known:
    return Known(one.id, one.name, one.second, one.fields)


def _amount(value: str) -> str:
    try:
        return formats.number(Decimal(value), 2)
    except InvalidOperation:
        return value


class AgendaLook(RecordLook):
    """Agendas: items of the days of one visit or training."""

    key = "agenda"
    needs_activity = True
    needs_one_of = frozenset({"title", "title_en", "title_sl", "title_uk", "title_sv", "title_lv"})
    columns = (
        RowColumn(
            "title",
            N_("Title"),
            260,
            ("title",),
            ("title", "title_en", "title_sl", "title_uk", "title_sv", "title_lv"),
            usual=True,
        ),
        RowColumn("date", N_("Date"), 116, ("date",), usual=True, whole=True),
        RowColumn("time", N_("Time"), 110, ("start", "end"), ("start", "end", "time", "duration"), True, whole=True),
        RowColumn("speakers", N_("Speakers"), 170, ("speakers",), usual=True),
        RowColumn("place", N_("Place"), 140, ("place",), usual=True),
        RowColumn("kind", N_("Kind"), 130, ("kind",)),
        RowColumn("interpreters", N_("Interpreters"), 140, ("interpreters",)),
        RowColumn("host", N_("Host"), 140, ("host",)),
        RowColumn("description", N_("Description"), 180, ("description",)),
        RowColumn("address", N_("Address"), 140, ("address",)),
        RowColumn("link", N_("Link"), 120, ("link",)),
        RowColumn("notes", N_("Notes"), 160, ("notes",)),
    )
    compared = ("title", "date", "time", "kind", "place")

    def title(self) -> str:
        return tr("Import an agenda")

    def name_of(self, row: PlanRow) -> str:
        return row.fields.get("title") or tr("without a title")

    def count_words(self, n: int) -> str:
        return trn("{n} item", "{n} items", n)

    def sum_words(self, n: int, counts: Mapping[str, int]) -> str:
        return trn(
            "{n} item will be taken in: {new} new, {update} updated, {same} the same.",
            "{n} items will be taken in: {new} new, {update} updated, {same} the same.",
            n,
            **_three(counts),
        )

    def take_words(self, n: int) -> str:
        return trn("Take in {n} item", "Take in {n} items", n)

    def taken_words(self, n: int) -> str:
        return trn("{n} item was taken in.", "{n} items were taken in.", n)

    def needed_words(self) -> str:
        return tr("No column is taken as a title")


class ExpendituresLook(RecordLook):
    """Expenditures: documents that cost money, each on a line of a programme's budget."""

    key = "expenditures"
    needs_one_of = frozenset({"amount", "amount_budget"})
    columns = (
        RowColumn("supplier", N_("Supplier"), 200, ("supplier",), usual=True),
        RowColumn("date", N_("Date"), 116, ("date",), usual=True, whole=True),
        RowColumn("document_no", N_("Document no."), 130, ("document_no",), usual=True),
        RowColumn("description", N_("What for"), 190, ("description",), usual=True),
        RowColumn("line", N_("Budget line"), 150, ("line",), usual=True),
        RowColumn(
            "amount",
            N_("Amount"),
            130,
            ("amount", "currency"),
            ("amount", "amount_budget", "currency"),
            True,
            whole=True,
        ),
        RowColumn("net", N_("Net"), 100, ("net",), whole=True),
        RowColumn("vat", N_("VAT"), 100, ("vat",), whole=True),
        RowColumn("state", N_("State"), 110, ("state",)),
        RowColumn("paid_on", N_("Paid on"), 112, ("paid_on",), whole=True),
        RowColumn("rate", N_("Rate"), 90, ("rate",)),
        RowColumn("paid_by", N_("Paid by"), 140, ("paid_by",)),
        RowColumn("activity", N_("Visit or training"), 130, ("activity",)),
        RowColumn("notes", N_("Notes"), 160, ("notes",)),
    )
    compared = ("supplier", "date", "document_no", "description", "line", "amount", "state")

    def title(self) -> str:
        return tr("Import expenditures")

    def field_word(self, name: str) -> str:
        return tr("Date of the document") if name == "date" else super().field_word(name)

    def name_of(self, row: PlanRow) -> str:
        fields = row.fields
        return fields.get("supplier") or fields.get("description") or fields.get("document_no") or tr("not named")

    def count_words(self, n: int) -> str:
        return trn("{n} expenditure", "{n} expenditures", n)

    def sum_words(self, n: int, counts: Mapping[str, int]) -> str:
        return trn(
            "{n} expenditure will be taken in: {new} new, {update} updated, {same} the same.",
            "{n} expenditures will be taken in: {new} new, {update} updated, {same} the same.",
            n,
            **_three(counts),
        )

    def take_words(self, n: int) -> str:
        return trn("Take in {n} expenditure", "Take in {n} expenditures", n)

    def taken_words(self, n: int) -> str:
        return trn("{n} expenditure was taken in.", "{n} expenditures were taken in.", n)

    def needed_words(self) -> str:
        return tr("No column is taken as an amount")


class DeliverablesLook(RecordLook):
    """Deliverables: plans, analyses, applications of a programme's partnerships."""

    key = "deliverables"
    needs_one_of = frozenset({"title", "code", "title_en", "title_sl", "title_uk", "title_sv", "title_lv"})
    columns = (
        RowColumn(
            "title",
            N_("Title"),
            260,
            ("title",),
            ("title", "title_en", "title_sl", "title_uk", "title_sv", "title_lv"),
            usual=True,
        ),
        RowColumn("code", N_("Code"), 112, ("code",), usual=True),
        RowColumn("kind", N_("Kind"), 150, ("kind",), usual=True),
        RowColumn("partnership", N_("Partnership"), 170, ("partnership",), usual=True),
        RowColumn("due", N_("Due"), 116, ("due",), usual=True, whole=True),
        RowColumn("stage", N_("Stage"), 150, ("stage",), usual=True),
        RowColumn("owner", N_("Owner"), 150, ("owner",)),
        RowColumn("responsible", N_("Responsible"), 150, ("responsible",)),
        RowColumn("adoption_number", N_("Number of the adoption"), 120, ("adoption_number",)),
        RowColumn("adoption_date", N_("Adopted on"), 112, ("adoption_date",), whole=True),
        RowColumn("adoption_body", N_("Adopted by"), 140, ("adoption_body",)),
        RowColumn("call", N_("Call"), 130, ("call",)),
        RowColumn("requested", N_("Requested"), 130, ("requested", "currency"), whole=True),
        RowColumn("own", N_("Own share"), 112, ("own",), whole=True),
        RowColumn("notes", N_("Notes"), 160, ("notes",)),
    )
    compared = ("title", "code", "kind", "due", "stage")

    def title(self) -> str:
        return tr("Import deliverables")

    def name_of(self, row: PlanRow) -> str:
        return row.fields.get("title") or row.fields.get("code") or tr("without a title")

    def count_words(self, n: int) -> str:
        return trn("{n} deliverable", "{n} deliverables", n)

    def sum_words(self, n: int, counts: Mapping[str, int]) -> str:
        return trn(
            "{n} deliverable will be taken in: {new} new, {update} updated, {same} the same.",
            "{n} deliverables will be taken in: {new} new, {update} updated, {same} the same.",
            n,
            **_three(counts),
        )

    def take_words(self, n: int) -> str:
        return trn("Take in {n} deliverable", "Take in {n} deliverables", n)

    def taken_words(self, n: int) -> str:
        return trn("{n} deliverable was taken in.", "{n} deliverables were taken in.", n)

    def needed_words(self) -> str:
        return tr("No column is taken as a title or a code")


def _three(counts: Mapping[str, int]) -> dict[str, int]:
    return {key: counts.get(key, 0) for key in ("new", "update", "same")}
