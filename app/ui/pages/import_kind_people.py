"""Lists of people in the assistant: their columns, words and verbs."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from app.core.i18n import LANGUAGE_NAMES, N_, tr, trn
from app.core.progress import Token
from app.services import (
    import_decisions,
    import_organisations,
    import_preview,
    import_rows,
    imports,
    known_people,
    picking,
)
from app.services.import_book import RowBook
from app.services.import_decisions import Proposal
from app.services.import_rows import COLUMN_FIELDS, LATIN, NATIVE, PlanRow, SheetRow, Wanted
from app.services.imports import Decision, OrganisationDecision, RowKey
from app.ui import formats
from app.ui.pages.import_kinds import Asked, Besides, KindLook, Known, Proposed, RowColumn

_FIELD_WORDS = {
    "": N_("Leave out"),
    "full_name": N_("Full name"),
    "family_name": N_("Family name"),
    "given_name": N_("Given name"),
    "patronymic": N_("Patronymic"),
    "name_latin": N_("Full name, Latin letters"),
    "family_latin": N_("Family name, Latin letters"),
    "given_latin": N_("Given name, Latin letters"),
    "gender": N_("Sex"),
    "salutation": N_("Salutation"),
    "birth_date": N_("Date of birth"),
    "organisation": N_("Organisation"),
    "position": N_("Position"),
    "role": N_("Role in the activity"),
    "email": N_("E-mail"),
    "phone": N_("Telephone"),
    "mobile": N_("Mobile telephone"),
    "contacts": N_("Telephone and e-mail together"),
    "passport_number": N_("Passport number"),
    "passport_series": N_("Passport series"),
    "passport_expiry": N_("Passport valid until"),
    "country": N_("Country"),
    "municipality": N_("Municipality"),
    "region": N_("Region"),
    "group": N_("Group"),
    "languages": N_("Languages"),
    "diet": N_("Diet"),
    "diet_tick": N_("Diet: yes or no to this need"),
    "birth_day": N_("Day of birth"),
    "birth_month": N_("Month of birth"),
    "birth_year": N_("Year of birth"),
    "arrival_date": N_("Arrival"),
    "departure_date": N_("Departure"),
    "data_consent": N_("Consent to keep data"),
    "photo_consent": N_("Consent to photos"),
    "notes": N_("Notes"),
    # recognised in order to be passed over
    "row_no": N_("Running number: not needed"),
    "national_id": N_("Personal number: never kept"),
    "bank_account": N_("Bank account: never kept"),
    "signature": N_("Signature: not needed"),
    "attendance": N_("Attendance: not taken from here"),
}
#: Of longer files only the sums are previewed, not every field.
_EXACT = 20_000
_SEXES = {"f": N_("Woman"), "m": N_("Man"), "x": N_("Other")}
_COLUMNS = (
    RowColumn("name", N_("Native name"), 230, NATIVE, (*NATIVE, "full_name"), usual=True),
    RowColumn("latin", N_("Passport spelling"), 170, LATIN, (*LATIN, "name_latin"), usual=True, made="family_latin"),
    RowColumn("position", N_("Position"), 150, ("position",), usual=True),
    RowColumn("birth_date", N_("Born"), 104, ("birth_date",), usual=True, whole=True),
    RowColumn(
        "phone",
        N_("Phone"),
        152,
        ("phone",),
        ("phone", "mobile", "contacts"),
        usual=True,
        whole=True,
        by_the_end=True,
    ),
    RowColumn("email", N_("E-mail"), 160, ("email",), usual=True),
    RowColumn("organisation", N_("Organisation"), 150, ("organisation",), usual=True),
    RowColumn("gender", N_("Sex"), 80, ("gender",)),
    RowColumn(
        "passport_number", N_("Passport number"), 112, ("passport_number",), usual=True, whole=True, by_the_end=True
    ),
    RowColumn("passport_expiry", N_("Passport valid until"), 112, ("passport_expiry",), whole=True),
    RowColumn("diet", N_("Diet"), 120, ("diet",)),
    RowColumn("role", N_("Role in the activity"), 110, ("role",)),
    RowColumn("languages", N_("Languages"), 120, ("languages",)),
    RowColumn("notes", N_("Notes"), 160, ("notes",)),
)


class PeopleLook(KindLook):
    """Delegations, lists of participants: whoever is in a file becomes a person, and a participant if asked for."""

    key = "people"
    fields = COLUMN_FIELDS
    needs_one_of = frozenset(
        {"full_name", "family_name", "given_name", "name_latin", "family_latin", "given_latin", "email"}
    )
    columns = _COLUMNS
    compared = ("name", "latin", "organisation", "position", "birth_date", "email", "phone", "passport_number")

    def title(self) -> str:
        return tr("Import people")

    def field_word(self, name: str) -> str:
        return tr(_FIELD_WORDS.get(name) or N_("Recognised, but not taken in"))

    def value_words(self, name: str, value: str) -> str:
        if not value:
            return ""
        if name.endswith(("_date", "_expiry")):
            return _date_words(value)
        if name == "gender":
            return tr(_SEXES.get(value, value))
        if name == "phone":
            return import_rows.phone_words(value)
        if name == "languages":
            return ", ".join(LANGUAGE_NAMES.get(part.strip(), part.strip()) for part in value.split(","))
        return value

    def proposed_words(self, row: PlanRow, name: str) -> str:
        source = row.sources.get(name, "") if name == "gender" and row.fields.get(name) else ""
        if not source:
            return ""
        from_patronymic = source == "patronymic"
        return tr("proposed from the patronymic") if from_patronymic else tr("proposed from the given name")

    def typed(self, name: str, value: str) -> str:
        return self.value_words(name, value) if name.endswith(("_date", "_expiry")) or name == "gender" else value

    def name_of(self, row: PlanRow) -> str:
        native = " ".join(row.fields[name] for name in NATIVE if row.fields.get(name))
        return native or " ".join(row.fields[name] for name in LATIN if row.fields.get(name)) or tr("without a name")

    def count_words(self, n: int) -> str:
        return trn("{n} person", "{n} people", n)

    def sum_words(self, n: int, counts: Mapping[str, int]) -> str:
        return trn(
            "{n} person will be taken in: {new} new, {update} updated, {same} the same.",
            "{n} people will be taken in: {new} new, {update} updated, {same} the same.",
            n,
            **{key: counts.get(key, 0) for key in ("new", "update", "same")},
        )

    def take_words(self, n: int) -> str:
        return trn("Take in {n} person", "Take in {n} people", n)

    def taken_words(self, n: int) -> str:
        return trn("{n} person was taken in.", "{n} people were taken in.", n)

    def needed_words(self) -> str:
        return tr("No column is taken as a name or an e-mail")

    def way_words(self) -> Mapping[str, str]:
        return {
            "same": tr("The same person"),
            "one_of_both": tr("The same person: one of both"),
            "other": tr("Somebody else: a new person"),
            "all_new": tr("Take all as new people"),
            "find": tr("It is somebody else who is known"),
            "is_it": tr("Is it one of these?"),
            "who": tr("Who it is"),
        }

    def nothing_words(self) -> str:
        return tr("Nobody is left to take in")

    # verbs ----------------------------------------------------------------------------------------------------
    def sheets(self, view: Any, workbook: Any, wanted: Wanted) -> tuple[SheetRow, ...]:
        return import_rows.sheets(view, workbook, wanted)

    def plan(self, view: Any, workbook: Any, target: Any, wanted: Wanted, token: Token) -> Any:
        return imports.plan(view, workbook, target, wanted.choices(), token)

    def rows(self, part: Any, left_out: frozenset[RowKey]) -> Sequence[PlanRow]:
        return import_rows.rows(part, left_out)

    def apply(self, view: Any, original: Any, given: Any, decisions: Mapping[RowKey, Decision]) -> Any:
        return import_decisions.apply(view, original, given, decisions)

    def take_in(
        self, work: Any, given: Any, left_out: frozenset[RowKey], named: Mapping[str, str], token: Token
    ) -> Any:
        meant = {text: OrganisationDecision(ident) for text, ident in named.items()}
        return import_decisions.take_in(work, given, left_out, token, meant)

    def besides(self, view: Any, book: RowBook, named: Mapping[str, str]) -> Besides:
        asked = []
        for one in import_organisations.questions(view, book.given):
            options = [(each.id, _organisation(each)) for each in one.candidates]
            options.append(("", tr("A new organisation")))
            likely = one.proposal == "link"
            asked.append(Asked(one.text, one.count, tuple(options), one.candidates[0].id if likely else "", likely))
        if len(book) > _EXACT:
            return Besides((), tuple(asked))
        meant = {text: OrganisationDecision(ident) for text, ident in named.items()}
        out = {key: book.decisions[key] for key in book.left_out}
        found = import_preview.preview(view, book.given, out, meant)
        made = {one.key: one.fields for one in found.new}
        changed = {one.key: tuple((each.field, each.old, each.new) for each in one.changes) for one in found.updated}
        return Besides((*_facts(found), *_proposed_sexes(book, made, changed)), tuple(asked), made, changed)

    def known(self, view: Any, row: PlanRow) -> Sequence[Known]:
        facts = {one.ident: one.fields for one in known_people.known_people(view, row.people)} if row.people else {}
        names = import_rows.known_names(view, row.people)
        return [
            Known(ident, names[ident].name, names[ident].second, facts[ident])
            for ident in row.people
            if ident in names and ident in facts
        ]

    def find(self, view: Any, text: str) -> Sequence[Known]:
        return [Known(one.id, one.name, one.second, {}) for one in picking.people(view, text, 20)]

    def find_named(self, view: Any, text: str) -> Sequence[Known]:
        return [Known(one.id, one.name, one.second, {}) for one in picking.organisations(view, text, 20)]

    def proposals(self, row: PlanRow, names: Sequence[str]) -> Sequence[Proposed]:
        found = [self._proposed(one, row) for one in import_decisions.proposals(row, tuple(names))]
        if any(row.old.get(name) for name in names):
            kept = {name: row.old.get(name) or row.fields.get(name, "") for name in names}
            words = " ".join(self._long(name, value) for name, value in kept.items() if value)
            found.insert(1, Proposed(kept, words, tr("as it is known here"), False))
        return found

    def _proposed(self, proposal: Proposal, row: PlanRow) -> Proposed:
        words = " ".join(self._long(name, value) for name, value in proposal.values.items() if value)
        return Proposed(proposal.values, words or tr("Leave empty"), self._why(proposal, row), proposal.why == "read")

    def _long(self, name: str, value: str) -> str:
        if name.endswith(("_date", "_expiry")) and len(value.split("-")) == 3:
            return formats.days(date.fromisoformat(value), None)
        return self.value_words(name, value)

    def _why(self, proposal: Proposal, row: PlanRow) -> str:
        if proposal.why == "read":
            told = row.notes_of(tuple(proposal.values)) or row.sources.get(next(iter(proposal.values)))
            return tr("as it was read") if told else ""
        return {
            "month_first": tr("month first"),
            "turned": tr("given name and family name the other way round"),
            "made": tr("made from the native name by the table"),
            "empty": tr("ask the town later"),
        }.get(proposal.why, "")

    def read_value(self, name: str, text: str, country: str) -> tuple[str, str]:
        return import_decisions.read_value(name, text, country)


def _facts(found: import_preview.Preview) -> Iterator[tuple[str, str]]:
    """What is written besides the people themselves."""
    if found.seats:
        yield (
            tr("Participants"),
            trn("{n} person takes part from now on", "{n} people take part from now on", len(found.seats)),
        )
    if found.organisations:
        names = _few([one.name for one in found.organisations])
        yield tr("Organisations"), trn("{n} new: {names}", "{n} new: {names}", len(found.organisations), names=names)
    if found.aliases:
        names = _few([one.text for one in found.aliases])
        yield tr("Spellings"), trn("{n} learnt: {names}", "{n} learnt: {names}", len(found.aliases), names=names)
    if found.consents:
        n = len(found.consents)
        yield tr("Consents"), trn("{n} as the file states it", "{n} as the file states them", n)
    if found.apart:
        yield (
            tr("Not one person"),
            trn("{n} pair will not be asked again", "{n} pairs will not be asked again", found.apart),
        )


def _proposed_sexes(
    book: RowBook, made: Mapping[RowKey, object], changed: Mapping[RowKey, Sequence[tuple[str, str, str]]]
) -> Iterator[tuple[str, str]]:
    """How many sexes are written that nobody stated (ME-3: never silently)."""
    n = 0
    for row in book.given.rows:
        key = (row.sheet, row.row)
        written = key in made or any(name == "gender" for name, _old, _new in changed.get(key, ()))
        n += bool(written and row.sources.get("gender") and row.fields.get("gender"))
    if n:
        yield tr("Sex"), trn("{n} proposed from the name: please look", "{n} proposed from the names: please look", n)


def _date_words(value: str) -> str:
    """A date for the reader; what could not be read as one stays as it stands in the file."""
    try:
        return formats.partial(value)
    except ValueError:
        return value


def _organisation(one: import_organisations.Candidate) -> str:
    return f"{one.name}  ({one.code})" if one.code else one.name


def _few(names: Sequence[str], most: int = 4) -> str:
    """A few names, and how many more there are."""
    shown = ", ".join(names[:most])
    return shown if len(names) <= most else tr("{names} and {n} more", names=shown, n=formats.number(len(names) - most))


PEOPLE = PeopleLook()
