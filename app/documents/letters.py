"""The letter of invitation (PL-10), in one language or in two side by side: data, options and ``build``.

It is read by the employer and by the border services of two countries: names, positions and dates are those of agenda
and list of participants (PL-9).
"""

from collections.abc import Sequence

from app.core.i18n import N_
from app.core.vocabulary import ActivityKind
from app.documents.layout import FIRST_TOP, Block, Frame, write
from app.documents.letter_data import InvitationOptions, InvitationPaper
from app.documents.letter_parts import Addressing, Columns, DateStrip, Letterhead, PersonTable, SignedLine
from app.documents.pen import About
from app.documents.speech import Speech, joined, speech
from app.documents.styles import LETTER, LETTER_TITLE, MM
from app.documents.texts import Text, clean_line

_SUBJECTS: dict[ActivityKind, str] = {
    ActivityKind.MENTORING_VISIT: N_("Invitation to the mentoring visit: {where}"),
    ActivityKind.EXCHANGE_VISIT: N_("Invitation to the exchange visit: {where}"),
    ActivityKind.TRAINING: N_("Invitation to the training: {where}"),
}
_INVITED: dict[ActivityKind, str] = {
    ActivityKind.MENTORING_VISIT: N_("{basis} we invite the persons named below to the mentoring visit {title}."),
    ActivityKind.EXCHANGE_VISIT: N_("{basis} we invite the persons named below to the exchange visit {title}."),
    ActivityKind.TRAINING: N_("{basis} we invite the persons named below to the training {title}."),
}
_INVITED_NO_BASIS = N_("We invite the persons named below to the event {title}.")


_PLAIN = InvitationOptions()


def build(paper: InvitationPaper, options: InvitationOptions = _PLAIN) -> bytes:
    """The letter as PDF."""
    said = speech(options.language, options.second)
    subject = _subject(paper, said)
    blocks: list[Block] = [Letterhead(paper, said), Addressing(paper, said)]
    blocks.append(Columns(subject, LETTER_TITLE, gap=7 * MM, line=False))
    salutation = paper.salutation or said.say(N_("Dear Sir or Madam,"))
    blocks += _paragraphs([salutation, *_before(paper, said)])
    blocks += PersonTable.blocks(paper.persons, said, options.documents)
    blocks.append(DateStrip(paper, said))
    blocks += _paragraphs(_after(paper, said))
    if paper.signatory:
        blocks.append(SignedLine(paper.signatory, paper.signatory_position, said))
        blocks[-2].keep = 1
    frame = Frame(
        running_left=subject.first,
        running_right=paper.reference,
        foot_left=paper.reference,
        foot_middle=_foot(paper, said),
        page_word="" if said.bilingual else said.say(N_("Page")).first,
    )
    return write(
        About(subject.first, paper.issuer, paper.event_title.first, options.language), frame, blocks, FIRST_TOP
    )


def _foot(paper: InvitationPaper, said: Speech) -> str:
    if not paper.agenda_version:
        return ""
    told = said.say(
        N_("Names, positions and dates as in agenda {number} and the list of participants"),
        number=clean_line(paper.agenda_version),
    )
    return told.second or told.first


def _subject(paper: InvitationPaper, said: Speech) -> Text:
    where = joined([text for text in (paper.place, said.date_range(paper.start, paper.end)) if text])
    return said.say(_SUBJECTS.get(paper.kind, N_("Invitation: {where}")), where=where)


def _quoted(text: Text, said: Speech) -> Text:
    second = said.second_forms.quoted(text.second or text.first) if said.second_forms else ""
    return Text(said.forms.quoted(text.first), second)


def _before(paper: InvitationPaper, said: Speech) -> list[Text]:
    title = _quoted(paper.event_title, said)
    basis = paper.basis
    if not basis and paper.partnership and paper.programme:
        basis = said.say(
            N_("On the basis of the partnership {partnership} in the programme {programme}"),
            partnership=paper.partnership,
            programme=_quoted(paper.programme, said),
        )
    if basis and paper.kind in _INVITED:
        first = said.say(_INVITED[paper.kind], basis=basis, title=title)
    else:
        first = said.say(_INVITED_NO_BASIS, title=title)
    aim = []
    if paper.purpose:
        aim.append(said.say(N_("Purpose: {what}"), what=_stopped(paper.purpose)))
    if paper.result:
        aim.append(said.say(N_("Expected result: {what}"), what=_stopped(paper.result)))
    aim.append(said.say(N_("Participation on site is necessary for it.")))
    return [first, joined(aim, " ")] if len(aim) > 1 else [first]


def _after(paper: InvitationPaper, said: Speech) -> list[Text]:
    money = []
    if paper.paid:
        money.append(said.say(N_("The organiser pays {costs}"), costs=_stopped(paper.paid)))
    if paper.allowance is not None:
        yes, no = N_("The organiser pays a daily allowance."), N_("The organiser pays no daily allowance.")
        money.append(said.say(yes if paper.allowance else no))
    where = []
    if paper.places:
        where.append(said.say(N_("Places: {what}"), what=_stopped(paper.places)))
    if paper.contact:
        line = clean_line(paper.contact_lines)
        person = joined([said.addressed(paper.contact), *([Text(line)] if line else [])])
        where.append(said.say(N_("Contact: {what}"), what=_stopped(person)))
    return [text for text in (joined(money, " "), joined(where, " ")) if text]


def _stopped(text: Text) -> Text:
    """With one full stop at the end."""
    return Text(*(f"{part.rstrip('. ')}." if part else "" for part in text))


def _paragraphs(texts: Sequence[Text]) -> list[Block]:
    return [Columns(text, LETTER, gap=2.2 * MM) for text in texts if text]
