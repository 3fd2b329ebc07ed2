"""Sign-in sheets as a workbook: one sheet of it for each sheet of paper, ready to be printed (PL-4, PL-5)."""

from app.core.i18n import N_
from app.documents.sheets import SheetColumn, SheetTable, Value, workbook
from app.documents.sign_in_data import CONFIRMATION, USUAL, SheetDay, Signer, SignInOptions, SignInPaper, sections
from app.documents.sign_in_sheet import project, sheet_name, told, where
from app.documents.speech import Speech, speech

#: Excel gives heights in points: 10.4 mm with what the fitting to the page's width takes off (PL-5: at least 9 mm).
_ROW = 32.0


def build_xlsx(paper: SignInPaper, options: SignInOptions = USUAL) -> bytes:
    """The sheets with title lines above and the sentences below; rows high enough to sign."""
    said = speech(options.language, options.second)
    title = said.say(N_("Sign-in sheet")).joined()
    return workbook([_table(paper, day, said, options) for day in paper.days], f"{title} – {paper.event_title.first}")


def _table(paper: SignInPaper, day: SheetDay, said: Speech, options: SignInOptions) -> SheetTable:
    above = [
        f"{said.say(N_('Sign-in sheet')).joined()} – {sheet_name(day, said).joined()}",
        paper.event_title.joined(),
        where(paper, day, said).joined(),
        project(paper, said).joined(),
    ]
    columns = _columns(paper, day, said, options)
    rows: list[list[Value]] = []
    bands: set[int] = set()
    number = 0
    for title, signers in sections(day, options):
        bands.add(len(rows))
        rows.append(["", said.say(title).joined(), *[""] * (len(columns) - 2)])
        for signer in signers:
            number += 1
            rows.append(_row(number, signer, paper, day, said, options))
    below = [f"{label.joined()} {sentence.joined()}" for label, sentence in told(paper, said, options.photo_consent)]
    return SheetTable(
        _sheet_title(day, said),
        columns,
        rows,
        frozenset(bands),
        [*below, paper.words.say(CONFIRMATION, said).joined() + " " + "_" * 40],
        above=above,
        ruled=True,
        row_height=_ROW,
        lying=bool(day.span),
        foot=paper.code,
    )


def _sheet_title(day: SheetDay, said: Speech) -> str:
    """The name on the sheet's tab: a day that every reader sorts the same way, and what parts it from the others."""
    parts = [day.day.isoformat(), day.part.first, day.delegation.first]
    return " ".join(part for part in parts if part)


def _columns(paper: SignInPaper, day: SheetDay, said: Speech, options: SignInOptions) -> list[SheetColumn]:
    columns = [
        SheetColumn(said.say(N_("No.")).joined(), 5, centred=True),
        SheetColumn(said.say(N_("Full name")).joined(), 24),
    ]
    columns += [
        SheetColumn(said.say(N_("Position")).joined(), 20),
        SheetColumn(said.say(N_("Organisation")).joined(), 20),
    ]
    if paper.contact:
        label = N_("E-mail") if paper.contact == "email" else N_("Phone")
        columns.append(SheetColumn(said.say(label).joined(), 22))
    if day.span:
        for number, one in day.span:
            when = said.day_and_month(one).joined()
            heading = f"{said.say(N_('Day {n}'), n=number).joined()}\n{when}" if number else when
            columns.append(SheetColumn(heading, 12, centred=True))
    else:
        columns.append(SheetColumn(said.say(N_("Signature")).joined(), 23))
    if options.photo_consent:
        photos = said.say(N_("Photographs")).joined()
        for answer in (said.say(N_("yes")), said.say(N_("no"))):
            columns.append(SheetColumn(f"{photos}:\n{answer.joined('/')}", 12, centred=True))
    return columns


def _row(
    number: int, signer: Signer | None, paper: SignInPaper, day: SheetDay, said: Speech, options: SignInOptions
) -> list[Value]:
    boxes: list[Value] = ["☐", "☐"] if options.photo_consent else []
    days = day.span or ((day.number, day.day),)
    if signer is None:
        return [number, "", "", "", *([""] if paper.contact else []), *[""] * len(days), *boxes]
    name = said.form(lambda forms: " ".join(signer.name.sorted_form(forms.language)))
    row: list[Value] = [number, name.joined(), signer.position.joined(), signer.organisation.joined()]
    if paper.contact:
        row.append(signer.contact)
    return [*row, *("–" if one in signer.away else "" for _, one in days), *boxes]
