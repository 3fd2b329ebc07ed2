"""The letter of invitation (PL-10), in one language or in two side by side, with the agenda as its annex: ``build``.

It is read by the employer and by the border services of two countries: names, positions and dates are those of agenda
and list of participants (PL-9).
"""

from collections.abc import Sequence
from itertools import chain

from app.core.i18n import N_
from app.documents.layout import FIRST_TOP, Block, Frame, Page, draw_pages, pages_of
from app.documents.letter_data import InvitationOptions, InvitationPaper
from app.documents.letter_parts import Addressing, Columns, DateStrip, Letterhead, PersonTable, SignedLine
from app.documents.letter_words import SLOTS, LetterWords, letter_words
from app.documents.pen import About
from app.documents.speech import Speech, speech
from app.documents.styles import LETTER, LETTER_TITLE, MM
from app.documents.texts import PersonName, Text

_PLAIN = InvitationOptions()
#: One part of a file: its running head and footer with its own count of pages, and its pages.
Part = tuple[Frame, Sequence[Page]]


def build(paper: InvitationPaper, options: InvitationOptions = _PLAIN, annex: Sequence[Part] = ()) -> bytes:
    """The letter as PDF; ``annex`` are the pages of the agenda behind it."""
    return build_many([paper], options, annex)


def build_many(
    papers: Sequence[InvitationPaper], options: InvitationOptions = _PLAIN, annex: Sequence[Part] = ()
) -> bytes:
    """Several letters in one file, one for each sending body; the annex stands behind each of them."""
    said = speech(options.language, options.second)
    parts = chain.from_iterable((_part(paper, options, said), *annex) for paper in papers)
    first = papers[0]
    subject = letter_words(first, said).subject
    about = About(subject.first, first.issuer, first.event_title.first, options.language, first.accent, options.second)
    return draw_pages(about, parts)


def _part(paper: InvitationPaper, options: InvitationOptions, said: Speech) -> Part:
    words = letter_words(paper, said)
    pages = pages_of(_blocks(paper, words, options, said), FIRST_TOP)
    if len(pages) > 1:
        # A letter that is a few lines too long is set closer; one that goes on anyway keeps its air.
        closer = pages_of(_blocks(paper, words, options, said, tight=True), FIRST_TOP)
        pages = closer if len(closer) < len(pages) else pages
    frame = Frame(
        running_left=words.subject.first,
        running_right=paper.reference,
        foot_left=paper.reference,
        foot_middle=words.footer.first,
        foot_second=words.footer.second,
        page_word="" if said.bilingual else said.say(N_("Page")).first,
    )
    return frame, pages


def _blocks(
    paper: InvitationPaper, words: LetterWords, options: InvitationOptions, said: Speech, tight: bool = False
) -> list[Block]:
    blocks: list[Block] = [Letterhead(paper, said), Addressing(paper, words, said)]
    subject = Columns(words.subject, LETTER_TITLE, gap=(5 if tight else 7) * MM, line=False)
    subject.outline, subject.role = words.subject.first, "H1"
    blocks.append(subject)
    blocks += _paragraphs(words.before)
    blocks += PersonTable.blocks(paper.persons, said, options.documents, tight)
    blocks.append(DateStrip(paper, said))
    return [*blocks, *_closing(paper, words, said, tight)]


def _closing(paper: InvitationPaper, words: LetterWords, said: Speech, tight: bool) -> list[Block]:
    """Who pays, where, the closing words and the signature, which never stands on a page without words before it."""
    blocks = _paragraphs([*words.after, words.closing])
    # Whoever signs needs a line, also where it is not known yet who that will be.
    blocks.append(SignedLine(paper.signatory or PersonName("", ""), paper.signatory_position, said, tight))
    for block in blocks[-3:-1]:
        block.keep = 1
    return blocks


def _paragraphs(texts: Sequence[Text]) -> list[Block]:
    blocks: list[Block] = []
    for text in texts:
        if text:
            blocks += Columns(text, LETTER, gap=2.2 * MM).flowing()
    return blocks


__all__ = ["SLOTS", "Part", "build", "build_many"]
