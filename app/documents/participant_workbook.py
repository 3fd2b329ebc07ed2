"""The list of participants as a workbook, both spellings of the names, so that it can be worked with (PL-1, PL-2)."""

from app.core.i18n import N_, Words
from app.core.vocabulary import Sex, label
from app.documents.participant_data import (
    PUBLIC,
    ListedGroup,
    ListedPerson,
    ParticipantOptions,
    ParticipantPaper,
    by_country,
    total_text,
)
from app.documents.sheets import SheetColumn, SheetTable, Value, workbook
from app.documents.speech import speech

_DAY = "yyyy-mm-dd"
_NAMES = (
    (N_("No."), 6.0, ""),
    (N_("Delegation"), 28, ""),
    (N_("Surname"), 20, ""),
    (N_("Given name"), 18, ""),
    (N_("Surname (Latin)"), 22, ""),
    (N_("Given name (Latin)"), 20, ""),
)
_WORK = ((N_("Position"), 34, ""), (N_("Organisation"), 34, ""), (N_("Country"), 10, ""))
_INTERNAL = (
    (N_("Phone"), 18, ""),
    (N_("E-mail"), 28, ""),
    (N_("Languages"), 14, ""),
    (N_("Diet"), 18, ""),
    (N_("Arrival"), 16, _DAY),
    (N_("Departure"), 16, _DAY),
    (N_("Room"), 10, ""),
    (N_("Emergency contact"), 28, ""),
)
_DOCUMENTS = ((N_("Date of birth"), 14, _DAY), (N_("Passport number"), 20, ""), (N_("Passport valid until"), 18, _DAY))


def build_xlsx(paper: ParticipantPaper, options: ParticipantOptions = PUBLIC) -> bytes:
    """The list as a workbook; the public one holds what the public paper holds, without sex and contacts (PL-1)."""
    said = speech(options.language)
    words = said.first
    listed = [*_NAMES, *(((N_("Sex"), 11, ""),) if options.internal else ()), *_WORK]
    if options.internal:
        listed += [*_INTERNAL, *(_DOCUMENTS if options.documents else ())]
    rows: list[list[Value]] = []
    for group in paper.groups:
        for person in group.persons:
            rows.append(_row(len(rows) + 1, group, person, options, words))
    columns = [SheetColumn(words.say(title), width, form, title == listed[0][0]) for title, width, form in listed]
    table = SheetTable(
        words.say(N_("Participants")),
        columns,
        rows,
        notes=tuple(text for text in (total_text(paper.persons, said).first, by_country(paper).first) if text),
        lying=True,
        foot=paper.code,
        wrapped=True,
        lead=4 if options.internal else 0,
    )
    return workbook([table], f"{words.say(N_('List of participants'))} – {paper.event_title.first}")


def _row(
    number: int, group: ListedGroup, person: ListedPerson, options: ParticipantOptions, words: Words
) -> list[Value]:
    name = person.name
    given, family = name.parts("en")
    row: list[Value] = [number, group.title.first, name.family, name.given, family, given]
    if options.internal:
        row.append(_sex(name.sex, words))
    row += [person.position.first, person.organisation.first, person.country]
    if options.internal:
        row += [person.phone, person.email, person.languages, person.diet, person.arrival, person.departure]
        row += [person.room, person.emergency]
        if options.documents:
            row += [person.born, person.passport, person.passport_until]
    return row


def _sex(code: str, words: Words) -> str:
    """The sex in a word of the list's language; nothing where it is not stated (ME-3)."""
    return words.say(label(Sex(code))) if code and code in set(Sex) else ""
