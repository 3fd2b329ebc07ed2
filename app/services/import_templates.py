"""Blank spreadsheets of every kind, made of the same columns by which they are read when they come back filled in."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import select

from app.core.dates import each_day
from app.core.errors import Refused
from app.core.i18n import N_, Words, pick, words
from app.core.vocabulary import ParticipationRole, Sex, label
from app.documents.blank_sheets import BlankColumn, BlankSheet, build
from app.documents.sheets import Value
from app.importers.sheet_kinds import (
    ATTENDANCE,
    PEOPLE,
    ColumnType,
    SheetColumn,
    SheetKind,
    Source,
    headings_in,
    kind_of,
    kinds,
)
from app.models.activities import Activity
from app.models.budgets import BudgetLine
from app.models.partnerships import Partnership
from app.models.programmes import Programme
from app.services import agenda_facts, organisations, participations, programmes, records
from app.services.budgets import code_key
from app.services.person_names import people_by_id, shown
from app.storage.files import write_whole
from app.storage.work import View

#: Under which names a kind is asked for besides its own.
_OTHER_NAMES = {"participants": PEOPLE}
_NAMES = {
    "people": N_("Participants"),
    "agenda": N_("Agenda"),
    "expenditures": N_("Expenditures"),
    "deliverables": N_("Deliverables"),
    "attendance": N_("Attendance"),
}
#: What is said at each cell of a column; whoever types a surname needs no words.
_MESSAGES: dict[ColumnType, str] = {
    ColumnType.DATE: N_("A date, for example 9 March 2026 or 2026-03-09."),
    ColumnType.PARTIAL: N_("A date, a month or a quarter, for example 2026-03-09, March 2026 or Q2 2026."),
    ColumnType.TIME: N_("Hours and minutes, for example 09:00 or 13:30."),
    ColumnType.AMOUNT: N_("A number without a sign for the currency, for example 1234.50."),
    ColumnType.CURRENCY: N_("The currency of the amount in three letters, for example EUR."),
    ColumnType.WORD: N_("Choose one from the list."),
    ColumnType.NAMES: N_("First name and surname; several people are parted by a semicolon."),
    ColumnType.LINES: N_("Any text; it may have several lines."),
    ColumnType.EMAIL: N_("One e-mail address."),
    ColumnType.PHONE: N_("The number with its country code, for example +386 40 123 456."),
    ColumnType.NUMBER: N_("A number."),
}
_FORMS = {
    ColumnType.DATE: "date",
    ColumnType.TIME: "time",
    ColumnType.AMOUNT: "amount",
    ColumnType.PHONE: "text",
    ColumnType.PARTIAL: "text",
}
#: Texts that a spreadsheet program would make numbers or dates of.
_KEPT_AS_TEXT = frozenset(("document_no", "passport_number", "code", "line", "adoption_number"))
#: Given and family name in Latin letters have no synonyms of their own: the name's heading with these words is read so.
_IN_LATIN = {
    "en": "in Latin letters",
    "sl": "v latinici",
    "uk": "латиницею",
    "sv": "latinska bokstäver",
    "lv": "latīņu burtiem",
}
_LATIN_OF = {"given_latin": "given_name", "family_latin": "family_name"}
#: Two writings of Latin names are enough for a form; the sex is asked in words.
_MOST_CHOICES = 5_000


@dataclass(frozen=True, slots=True)
class TemplateTarget:
    """What the lists of a blank sheet come from: a programme, perhaps one of its activities."""

    programme_id: str = ""
    activity_id: str = ""


def target_of(view: View, programme: str = "", activity: str = "") -> TemplateTarget:
    """The target by codes; NotFound, Refused(``activity_of_other_programme``)."""
    programme_id = records.by_code(view, Programme, programme).id if programme else ""
    if not activity:
        return TemplateTarget(programme_id)
    row = records.by_code(view, Activity, activity)
    if programme_id and row.programme_id != programme_id:
        raise Refused("activity_of_other_programme", activity=activity, programme=programme)
    return TemplateTarget(row.programme_id, row.id)


def write(
    view: View,
    kind: str,
    path: Path,
    language: str,
    second_language: str = "",
    target: TemplateTarget | None = None,
) -> Path:
    """Write a blank spreadsheet of a kind; gives where it stands. Refused(``template_kind_unknown``)."""
    return write_whole(path, content(view, kind, language, second_language, target))


def content(
    view: View, kind: str, language: str, second_language: str = "", target: TemplateTarget | None = None
) -> bytes:
    """A blank spreadsheet of a kind as .xlsx, headed in one or two languages.

    Drop-downs hold the vocabulary in the first language and the records of the target. What is filled in reads back
    through our own import. Refused(``template_kind_unknown``).
    """
    found = _kind(kind)
    second_language = second_language if second_language != language else ""
    about = target or TemplateTarget()
    say = words(language)
    columns = _columns(view, found, language, second_language, about)
    rows: Sequence[Sequence[Value]] = ()
    if found.name == ATTENDANCE and about.activity_id:
        columns, rows = _attendance(view, columns, about, say)
    return build(
        BlankSheet(
            say.say(_NAMES[found.name]),
            columns,
            rows,
            say.say(N_("How to fill in")),
            say.say(N_("How to fill in this sheet")),
            (
                say.say(N_("Write one line for each record, below the headings. Leave the headings as they are.")),
                say.say(N_("Columns with a star are needed. The others may stay empty.")),
                say.say(
                    N_("Where a cell has a list, choose from it; other words are read, too, but may be asked about.")
                ),
            ),
            say.say(N_("needed")),
            say.say(N_("Not in the list")),
            say.say(N_("Choose from the list, or keep what you wrote: it will be asked about.")),
        )
    )


def _kind(name: str) -> SheetKind:
    try:
        return kind_of(_OTHER_NAMES.get(name, name))
    except KeyError:
        raise Refused("template_kind_unknown", kind=name, kinds=", ".join(one.name for one in kinds())) from None


def heading(kind: str, field: str, language: str) -> str:
    """The heading of a field in a language, else in English, else its name."""
    if field in _LATIN_OF:
        return f"{heading(kind, _LATIN_OF[field], language)} ({_IN_LATIN.get(language, _IN_LATIN['en'])})"
    return headings_in(kind, language).get(field) or headings_in(kind, "en").get(field, field)


def _columns(
    view: View, kind: SheetKind, language: str, second: str, target: TemplateTarget
) -> tuple[BlankColumn, ...]:
    say, sources = words(language), _sources(view, target, language)
    found = []
    for column in kind.columns:
        wanted = column.blank or (second and column.field == f"title_{second}")
        if not wanted:
            continue
        field = column.field
        if second and field == "title":
            # Both titles name their language, so that it need not be told from the headings.
            field = f"title_{language}"
        other = heading(kind.name, field, second) if second and not field.startswith("title_") else ""
        found.append(_blank(kind, column, say, sources, heading(kind.name, field, language), other))
    return tuple(found)


def _blank(
    kind: SheetKind,
    column: SheetColumn,
    say: Words,
    sources: Mapping[Source, Callable[[], tuple[str, ...]]],
    title: str,
    second: str,
) -> BlankColumn:
    choices: tuple[str, ...] = ()
    vocabulary = ParticipationRole if (kind.name, column.field) == (PEOPLE, "role") else column.words
    if vocabulary is not None:
        members = [word for word in vocabulary if word.value and not (vocabulary is Sex and word is Sex.UNKNOWN)]
        choices = tuple(say.say(label(word)) for word in members)
    elif column.source in sources:
        choices = sources[column.source]()[:_MOST_CHOICES]
    form = "text" if column.field in _KEPT_AS_TEXT else _FORMS.get(column.holds, "")
    kind_of_text = ColumnType.WORD if vocabulary is not None else column.holds
    message = say.say(_MESSAGES[kind_of_text]) if kind_of_text in _MESSAGES else ""
    if column.source is Source.LINES:
        message = say.say(N_("The code or the name of the budget line."))
    elif choices and vocabulary is None:
        message = say.say(N_("Choose from the list, or write something else."))
    return BlankColumn(
        title, second, column.width, column.needed, form, choices, column.holds is ColumnType.WORD, message
    )


def _sources(view: View, target: TemplateTarget, language: str) -> dict[Source, Callable[[], tuple[str, ...]]]:
    """Where the choices of columns come from, asked only for the columns that a sheet has."""

    def lines() -> tuple[str, ...]:
        query = select(BudgetLine).where(BudgetLine.programme_id == target.programme_id, ~BudgetLine.heading)
        rows = sorted(view.session.scalars(query), key=lambda row: code_key(row.code))
        return tuple(f"{row.code} {pick(row.title, language)}".strip() for row in rows)

    def partnerships() -> tuple[str, ...]:
        query = select(Partnership).where(Partnership.programme_id == target.programme_id).order_by(Partnership.code)
        return tuple(row.title or row.code for row in view.session.scalars(query))

    def activities() -> tuple[str, ...]:
        query = select(Activity.code).where(Activity.programme_id == target.programme_id).order_by(Activity.code)
        return tuple(view.session.scalars(query))

    def participants() -> tuple[str, ...]:
        if not target.activity_id:
            return ()
        return tuple(_participants(view, target.activity_id, language).values())

    def towns() -> tuple[str, ...]:
        return tuple(dict.fromkeys(row.name for row in organisations.list_rows(view) if row.name))

    def currencies() -> tuple[str, ...]:
        own = view.session.get(Programme, target.programme_id) if target.programme_id else None
        return tuple(dict.fromkeys(([own.currency] if own else []) + list(programmes.CURRENCIES)))

    return {
        Source.LINES: lines,
        Source.PARTNERSHIPS: partnerships,
        Source.ACTIVITIES: activities,
        Source.PARTICIPANTS: participants,
        Source.ORGANISATIONS: towns,
        Source.CURRENCIES: currencies,
    }


def _participants(view: View, activity_id: str, language: str) -> dict[str, str]:
    """Who takes part, by key, in the order of the list, with the names as a sentence has them."""
    rows = [row for row in participations.list_rows(view, activity_id) if not row.cancelled]
    found = people_by_id(view, {row.person_id for row in rows})
    return {row.person_id: shown(found.get(row.person_id), language) for row in rows}


def _attendance(
    view: View, columns: Sequence[BlankColumn], target: TemplateTarget, say: Words
) -> tuple[tuple[BlankColumn, ...], Sequence[Sequence[Value]]]:
    """A line for each participant and a column for each day, marked with words from a list."""
    facts = agenda_facts.load(view, [target.activity_id])[target.activity_id]
    name, town, mail, _date, _session, mark, _minutes, *_notes = columns
    first, last = facts.first_day, facts.last_day
    long = first and last and (last - first).days < 60
    days = each_day(first, last) if first and last and long else sorted({fact.day for fact in facts.sessions})
    shown = [replace(mark, heading=day.isoformat(), second="", needed=False, width=14) for day in days]
    names = _participants(view, target.activity_id, say.language)
    towns = {row.person_id: row.organisation for row in participations.list_rows(view, target.activity_id)}
    rows = [(text, towns.get(ident, ""), "") for ident, text in names.items()]
    return (replace(name, choices=()), town, mail, *(shown or [mark])), rows
