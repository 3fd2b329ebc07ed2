"""A story as a Word file, to be finished there."""

from collections.abc import Sequence

from app.core.i18n import N_
from app.documents.speech import Speech
from app.documents.story import Facts, Figures, Form, Paragraph, Part, Section, Signatures, Story, Table, TableRow
from app.documents.texts import Text
from app.documents.word_paper import TEXT_MM, WordAbout, WordPaper
from app.documents.word_rows import hold

#: Rows of a day that stay together over the end of a page.
_MOST_OF_DAY = 8
#: Points below a table: with the space above a heading what parts two sections, and hardly to be seen on a new page.
_GAP = 4.0


def build_word(stories: Sequence[Story], said: Speech) -> bytes:
    """One Word file; every further story begins on a new page."""
    first = stories[0]
    title = " – ".join(text for text in (first.title.first, first.partnership.first) if text)
    word = WordPaper(WordAbout(title, first.author, first.event.first, *said.languages, accent=first.accent))
    page = "" if said.bilingual else said.say(N_("Page")).first
    word.frame(first.code, first.footer, page, title, first.running)
    for number, story in enumerate(stories):
        if number:
            word.new_page()
        _story(word, story)
    return word.finish()


def _story(word: WordPaper, story: Story) -> None:
    word.logos(story.logos)
    word.paragraph(story.title, "Title", "Title second")
    word.beside(story.partnership, "Subtitle")
    word.paragraph(story.event, "Event")
    number = 0
    for place, one in enumerate(story.parts):
        since = len(word.document.paragraphs)
        if isinstance(one, Paragraph) and not one.note and isinstance(story.parts[place - 1], Form):
            word.line()
        if isinstance(one, Section):
            number += 1
            word.heading(one.title, 1, str(number) if story.inset else "")
        else:
            _part(word, one)
        after = story.parts[place + 1] if place + 1 < len(story.parts) else None
        if isinstance(one, Paragraph) and (
            isinstance(after, Signatures) or (isinstance(after, Table) and not one.note)
        ):
            word.with_next(since)
        if isinstance(one, Table) and one.rows and isinstance(after, Paragraph) and after.note:
            word.last_row_with_next()


def _part(word: WordPaper, one: Part) -> None:
    match one:
        case Facts():
            _facts(word, one)
        case Figures():
            _figures(word, one)
        case Paragraph():
            _paragraph(word, one)
        case Table():
            _table(word, one)
        case Form():
            word.form(one.fields, 48, TEXT_MM - 48, one.heavy, one.unsure)
        case Signatures():
            _signatures(word, one)
        case Section():
            pass


def _facts(word: WordPaper, one: Facts) -> None:
    kept = tuple((label, value) for label, value in one.rows if value)
    if kept:
        word.form(kept, 34, TEXT_MM - 34)
        word.line()


def _figures(word: WordPaper, one: Figures) -> None:
    if not one.figures:
        return
    # A long sum gets the room that it needs in one line.
    shares = [max(5, len(figure.number)) for figure in one.figures]
    table = word.plain([TEXT_MM * share / sum(shares) for share in shares])
    for cell, figure in zip(table.rows[0].cells, one.figures, strict=True):
        lines = [(Text(figure.number), "Key figure"), (Text(figure.word.first), "Table strong")]
        lines += [(Text(text), "Label") for text in (*figure.word.both[1:], *figure.note.both) if text]
        word.stack(cell, lines)
    word.line()


def _paragraph(word: WordPaper, one: Paragraph) -> None:
    if one.note:
        word.paragraph(one.text, "Note", "Note")
        return
    for number, text in enumerate(one.text.both):
        for part in text.split("\n"):
            word.paragraph(Text("", part) if number else Text(part), "Second language" if number else "Report")


def _table(word: WordPaper, one: Table) -> None:
    if not one.rows:
        return
    scale = TEXT_MM / sum(column.width for column in one.columns)
    rights = [column.right for column in one.columns]
    table = word.table([column.title for column in one.columns], [c.width * scale for c in one.columns], rights)
    for row in one.rows:
        heavy = [row.total or row.strong == number for number in range(len(row.cells))]
        word.row(table, row.cells, rights, heavy, row.unsure, row.total)
    hold(table, _going_on(one.rows), [n + 1 for n, row in enumerate(one.rows[:-1], 1) if row.total])
    word.line(_GAP)


def _going_on(rows: Sequence[TableRow]) -> list[int]:
    """The further rows of a short day stay with the one above; by number from 1."""
    numbers, count = [], 0
    for number, row in enumerate(rows, 1):
        count = count + 1 if row.again else 0
        if 0 < count <= _MOST_OF_DAY:
            numbers.append(number)
    return numbers


def _signatures(word: WordPaper, one: Signatures) -> None:
    word.line()
    word.with_next(len(word.document.paragraphs) - 1)
    table = word.plain([TEXT_MM / len(one.lines)] * len(one.lines))
    for cell, (label, name) in zip(table.rows[0].cells, one.lines, strict=True):
        shown: list[tuple[Text, str]] = [(Text("_" * (78 // len(one.lines) - 3)), "Address"), (label, "Label")]
        word.stack(cell, [*shown, *([(Text(name), "Address strong")] if name else [])])
