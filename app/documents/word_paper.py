"""Writing Word files (.docx) to be finished in Word: real styles, table heads, page numbers, a language for each run.

``WordPaper`` is a thin hand on python-docx. Texts of people go through ``texts.clean`` and become text runs; nothing
here makes a link, and the only fields are page numbers. The same calls give the same bytes.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from app.documents.logos import Logo
from app.documents.styles import ACCENT, Ink
from app.documents.texts import Text, clean, clean_line
from app.documents.word_rows import hold
from app.documents.word_styles import FONTS, TABLE, add_styles

if TYPE_CHECKING:
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

TEXT_MM = 170
#: Logos in a row, and letters of a name that stands for one.
_LOGOS, _LOGO_LETTERS = 4, 90
#: Codes of our languages as Word knows them, for its spelling check.
LANGUAGES = {"en": "en-GB", "sl": "sl-SI", "uk": "uk-UA", "sv": "sv-SE", "lv": "lv-LV"}
#: The grey of a total.
_BAND = "DCE0E5"
_STAMP = datetime(2000, 1, 1)
_THUMBNAIL = re.compile(rb"<Relationship [^>]*thumbnail[^>]*/>")


@dataclass(frozen=True, slots=True)
class WordAbout:
    """What a Word file says about itself. ``second`` is the paper's other language, or empty."""

    title: str
    author: str = ""
    subject: str = ""
    language: str = "en"
    second: str = ""
    accent: Ink = ACCENT


class WordPaper:
    """One Word file being written from the top down."""

    def __init__(self, about: WordAbout) -> None:
        import docx
        from docx.shared import Mm

        self.about = about
        self.codes = (LANGUAGES[about.language], LANGUAGES.get(about.second, LANGUAGES[about.language]))
        # Some of python-docx is not typed; everything goes through this one name.
        self.document: Any = docx.Document()
        add_styles(self.document, self.codes[0], about.accent)
        self._styles = {style.name: style.style_id for style in self.document.styles}
        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin, section.right_margin = Mm(25), Mm(15)
        section.top_margin, section.bottom_margin = Mm(21), Mm(20)
        section.header_distance, section.footer_distance = Mm(11), Mm(9)
        properties = self.document.core_properties
        properties.title, properties.author = clean_line(about.title)[:255], clean_line(about.author)[:255]
        properties.subject, properties.language = clean_line(about.subject)[:255], self.codes[0]
        properties.comments, properties.keywords, properties.last_modified_by = "", "", ""
        properties.created = properties.modified = _STAMP
        properties.revision = 1

    # frame ---------------------------------------------------------------------------------------------------

    def frame(
        self, left: str, middle: str, page_word: str, running_left: str, running_right: str, second: str = ""
    ) -> None:
        """Footer with page n / m on every page, running head from page 2 (AG-8); ``second`` stands below ``middle``."""
        from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
        from docx.shared import Mm

        section = self.document.sections[0]
        section.different_first_page_header_footer = True
        for footer in (section.footer, section.first_page_footer):
            line = footer.paragraphs[0]
            self.styled(line, "Footer")
            line.paragraph_format.tab_stops.add_tab_stop(Mm(TEXT_MM / 2), WD_TAB_ALIGNMENT.CENTER)
            line.paragraph_format.tab_stops.add_tab_stop(Mm(TEXT_MM), WD_TAB_ALIGNMENT.RIGHT)
            self.run(line, f"{_short(left, 40)}\t{_short(middle, 80)}\t{page_word} ".replace("\t ", "\t"))
            _field(line, "PAGE")
            self.run(line, " / ")
            _field(line, "NUMPAGES")
            if second:
                below = footer.add_paragraph()
                self.styled(below, "Footer")
                below.alignment = WD_ALIGN_PARAGRAPH.CENTER
                self.run(below, _short(second, 90), second=True)
        head = section.header.paragraphs[0]
        head.style = self.document.styles["Header"]
        head.paragraph_format.tab_stops.add_tab_stop(Mm(TEXT_MM), WD_TAB_ALIGNMENT.RIGHT)
        self.run(head, f"{_short(running_left, 70)}\t{_short(running_right, 40)}")

    def logos(self, logos: Sequence[Logo]) -> None:
        """The logos, at most four in a row; the name in words where there is no picture that can be read."""
        from docx.shared import Pt

        if not logos:
            return
        columns = ceil(len(logos) / ceil(len(logos) / _LOGOS))
        table = self._bare(columns, TEXT_MM / columns)
        for number, logo in enumerate(logos):
            row = table.rows[-1] if number % columns or not number else _row(table)
            line = row.cells[number % columns].paragraphs[0]
            self.styled(line, "Label")
            line.paragraph_format.space_after = Pt(4)
            if not _picture(line, logo.image):
                self.run(line, _short(logo.name, _LOGO_LETTERS))
        self.line()

    # text ----------------------------------------------------------------------------------------------------

    def styled(self, line: "Paragraph", style: str) -> None:
        """Give a paragraph a style by its name; python-docx would read all styles again for each."""
        line._p.style = self._styles[style]

    def run(self, line: "Paragraph", text: str, second: bool = False) -> Any:
        """A run of text in the paper's first or second language; tabs are ours, so only lines of people are cleaned."""
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        run = line.add_run(text)
        language = OxmlElement("w:lang")
        language.set(qn("w:val"), self.codes[1 if second else 0])
        run._r.get_or_add_rPr().append(language)
        return run

    def paragraph(self, text: Text, style: str, below: str = "Second language", left_mm: float = 0.0) -> None:
        """A paragraph, its second language close below it in a paragraph of its own."""
        from docx.shared import Mm, Pt

        for number, part in enumerate(text.both):
            if part:
                line = self.document.add_paragraph()
                self.styled(line, below if number else style)
                if left_mm:
                    line.paragraph_format.left_indent = Mm(left_mm)
                if text.second and not number:
                    line.paragraph_format.space_after = Pt(1)
                    # Its second language does not stand alone on the next page.
                    line.paragraph_format.keep_with_next = True
                self.run(line, clean(part), number == 1 or not text.first)

    def lines(self, text: Text, style: str, below: float) -> None:
        """Both languages as lines of one paragraph that stays with what follows; ``below`` it so many points.

        One, not two: some readers part a heading from a chain of paragraphs before a table.
        """
        from docx.shared import Pt

        line = self.document.add_paragraph()
        self.styled(line, style)
        line.paragraph_format.space_after, line.paragraph_format.keep_with_next = Pt(below), True
        for number, part in enumerate(text.both):
            if part:
                run = self.run(line, clean_line(part), number == 1 or not text.first)
                if number and text.first:
                    run._r.insert_element_before(_break(), "w:t")

    def beside(self, text: Text, style: str) -> None:
        """A line in which the second language stands lighter beside the first."""
        if text:
            line = self.document.add_paragraph()
            self.styled(line, style)
            self._both(line, text, "    ")

    def _both(self, line: "Paragraph", text: Text, space: str) -> None:
        self.run(line, clean_line(text.first))
        if text.second and text.second != text.first:
            run = self.run(line, f"{space}{clean_line(text.second)}", second=True)
            run.style = self.document.styles["Second words"]

    def together(self, since: int) -> None:
        """Keep the paragraphs from number ``since`` on one page: no position alone behind the name that it is of."""
        self._kept(self.document.paragraphs[since:-1])

    def with_next(self, since: int) -> None:
        """Keep the paragraphs from number ``since`` on with each other and with the table that follows them."""
        self._kept(self.document.paragraphs[since:])

    def last_row_with_next(self) -> None:
        """Keep the last row of the table that was written last, and the gap below it, on the page of what follows."""
        for cell in self.document.tables[-1].rows[-1].cells:
            self._kept(cell.paragraphs)
        self._kept(self.document.paragraphs[-1:])

    def _kept(self, lines: Sequence["Paragraph"]) -> None:
        for line in lines:
            line.paragraph_format.keep_with_next = True

    def heading(self, text: Text, level: int, number: str = "") -> None:
        """A heading of Word's own outline, so that its navigation and tables of contents work."""
        line = self.document.add_heading(level=level)
        if number:
            self.run(line, f"{number}  ")
        self._both(line, text, "  ")

    def line(self, high: float = 0.0) -> None:
        """An empty line of little height, or of ``high`` points: parts two tables that Word would join."""
        from docx.shared import Pt

        gap = self.document.add_paragraph()
        self.styled(gap, "Label")
        gap.paragraph_format.space_after = gap.paragraph_format.space_before = Pt(0)
        if high:
            gap.paragraph_format.line_spacing = Pt(high)

    def new_page(self) -> None:
        """What follows begins a page. The break takes no room: behind a full page it would leave an empty one."""
        from docx.enum.text import WD_BREAK

        line = self._end()
        line.add_run().add_break(WD_BREAK.PAGE)

    def _end(self) -> "Paragraph":
        """The last paragraph made as low as can be: the gap below a table, or a new one."""
        from docx.oxml.ns import qn
        from docx.shared import Pt

        body = [part for part in self.document.element.body if part.tag != qn("w:sectPr")]
        below_a_table = len(body) > 1 and body[-2].tag == qn("w:tbl") and body[-1].tag == qn("w:p")
        line: Paragraph = self.document.paragraphs[-1] if below_a_table else self.document.add_paragraph()
        if below_a_table and line.text:
            line = self.document.add_paragraph()
        self.styled(line, "Label")
        line.paragraph_format.space_before = line.paragraph_format.space_after = Pt(0)
        line.paragraph_format.line_spacing = Pt(1)
        return line

    # tables --------------------------------------------------------------------------------------------------

    def table(self, heads: Sequence[Text], widths: Sequence[float], rights: Sequence[bool] = ()) -> "Table":
        """A table with its head, repeated on every page; ``widths`` in mm. Rows come with ``row``."""
        table = self._bare(len(heads), 0.0, widths, TABLE)
        rights = rights or [False] * len(heads)
        for cell, text, right in zip(table.rows[0].cells, heads, rights, strict=True):
            self.cell(cell, text, "Table head", right)
        _row_mark(table.rows[0], "w:tblHeader")
        _row_mark(table.rows[0], "w:cantSplit")
        return table

    def row(
        self,
        table: "Table",
        texts: Sequence[Text],
        rights: Sequence[bool] = (),
        strong: Sequence[bool] = (),
        unsure: int = -1,
        band: bool = False,
    ) -> None:
        """A row that never splits over pages; ``unsure`` is the place of a spelling to be set in italics.

        ``band``: on grey, as a total.
        """
        row = _row(table)
        _row_mark(row, "w:cantSplit")
        for number, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
            heavy = bool(strong) and strong[number]
            self.cell(cell, text, "Table strong" if heavy else "Table text", bool(rights) and rights[number])
            for run in cell.paragraphs[0].runs if number == unsure else ():
                run.italic = True
            if band:
                _banded(cell)

    def cell(self, cell: "_Cell", text: Text, style: str, right: bool = False) -> None:
        """A text and its second language below it in a cell."""
        from docx.enum.text import WD_ALIGN_PARAGRAPH

        shown = [part for part in text.both if part] or [""]
        for number, part in enumerate(shown):
            line = cell.paragraphs[0] if not number else cell.add_paragraph()
            self.styled(line, "Table second" if number else style)
            if right:
                line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            self.run(line, clean(part), number == 1 or not text.first)

    def pairs(self, texts: Sequence[Text], style: str, with_next: bool = False) -> None:
        """Paragraphs in two languages side by side, each pair beginning at one height.

        ``with_next``: the last two stay on the page of what follows.
        """
        table = self._bare(2, TEXT_MM / 2)
        for number, text in enumerate(texts):
            cells = (table.rows[0] if not number else _row(table)).cells
            for place in (0, 1):
                line = cells[place].paragraphs[0]
                self.styled(line, style)
                self.run(line, clean(text[place] or (text.first if place else "")), second=place == 1)
                # What closes a letter stands with its signature.
                line.paragraph_format.keep_with_next = with_next and number >= len(texts) - 2

    def side_by_side(self, left: Sequence[tuple[Text, str]], right: Sequence[tuple[Text, str]]) -> None:
        """Two blocks of lines beside each other, never split over pages; each line with its style."""
        table = self._bare(2, TEXT_MM / 2)
        _row_mark(table.rows[0], "w:cantSplit")
        for cell, lines in zip(table.rows[0].cells, (left, right), strict=True):
            self.stack(cell, lines)

    def stack(self, cell: "_Cell", lines: Sequence[tuple[Text, str]]) -> None:
        """Lines below each other in a cell; each with its style."""
        for number, (text, style) in enumerate(lines):
            line = cell.paragraphs[0] if not number else cell.add_paragraph()
            self.styled(line, style)
            self.run(line, clean(text.joined()))

    def plain(self, widths: Sequence[float]) -> "Table":
        """A table of one row without lines, to set things beside each other; ``widths`` in mm. It never splits."""
        table = self._bare(len(widths), 0.0, widths)
        _row_mark(table.rows[0], "w:cantSplit")
        return table

    def form(
        self,
        fields: Sequence[tuple[Text, Text]],
        label_mm: float,
        value_mm: float,
        heavy: Collection[int] = (),
        unsure: int = -1,
    ) -> None:
        """Labelled fields on lines; empty ones are left to be written. ``unsure`` as in ``row``."""
        from docx.shared import Mm

        table = self._bare(2, 0.0, (label_mm, value_mm), TABLE)
        _without_head(table)
        for number, (label, value) in enumerate(fields):
            row = table.rows[0] if not number else _row(table)
            _row_mark(row, "w:cantSplit")
            if not value:
                row.height = Mm(7.7)
            self.cell(row.cells[0], label, "Table label")
            self.cell(row.cells[1], value, "Table strong" if number in heavy else "Table text")
            for run in row.cells[1].paragraphs[0].runs if number == unsure else ():
                run.italic = True
        hold(table)

    def _bare(self, columns: int, width: float, widths: Sequence[float] = (), style: str = "Normal Table") -> "Table":
        from docx.shared import Mm

        table: Table = self.document.add_table(rows=1, cols=columns)
        table.style = self.document.styles[style]
        table.autofit = False
        for number, column in enumerate(table.columns):
            column.width = Mm(widths[number] if widths else width)
        for number, cell in enumerate(table.rows[0].cells):
            cell.width = Mm(widths[number] if widths else width)
        return table

    # end -----------------------------------------------------------------------------------------------------

    def finish(self) -> bytes:
        """The whole file. A paragraph must stand below a table at its end: a low one, or an empty page could follow."""
        from docx.oxml.ns import qn

        parts = [part.tag for part in self.document.element.body if part.tag != qn("w:sectPr")]
        if qn("w:tbl") in parts[-2:] and not (parts[-1] == qn("w:p") and self.document.paragraphs[-1].text):
            self._end()
        made = BytesIO()
        self.document.save(made)
        return _settled(made.getvalue())


def _short(text: str, most: int) -> str:
    """Heads and feet have one line."""
    line = clean_line(text)
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def _field(line: "Paragraph", name: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    line._p.append(field)


def _break() -> Any:
    from docx.oxml import OxmlElement

    return OxmlElement("w:br")


def _row(table: Any) -> Any:
    return table.add_row()


def _without_head(table: Any) -> None:
    """The first row of a form is a row like the others."""
    from docx.oxml.ns import qn

    for look in table._tbl.iter(qn("w:tblLook")):
        look.set(qn("w:firstRow"), "0")
        look.set(qn("w:val"), "0480")


def _banded(cell: "_Cell") -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", _BAND)):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)


def _row_mark(row: Any, name: str) -> None:
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement(name))


def _picture(line: "Paragraph", image: bytes) -> bool:
    """A logo in the line, 11 mm high and at most 45 mm wide; False where the bytes are no picture."""
    from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
    from docx.shared import Mm

    if not image:
        return False
    try:
        shape = line.add_run().add_picture(BytesIO(image), height=Mm(11))
    except (UnrecognizedImageError, InvalidImageStreamError, UnexpectedEndOfFileError, ZeroDivisionError):
        return False
    if shape.width > Mm(45):
        shape.height, shape.width = round(shape.height * Mm(45) / shape.width), Mm(45)
    # The exact leading of the style would cut the picture off at the height of a line of text.
    line.paragraph_format.line_spacing = 1.0
    return True


def _settled(data: bytes) -> bytes:
    """The same archive with fixed times, with our fonts named and without the picture of python-docx's own template."""
    made = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(made, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            if name == "docProps/thumbnail.jpeg":
                continue
            content = source.read(name)
            if name == "_rels/.rels":
                content = _THUMBNAIL.sub(b"", content)
            elif name == "word/fontTable.xml":
                content = FONTS
            info = ZipInfo(name, (2000, 1, 1, 0, 0, 0))
            info.compress_type = ZIP_DEFLATED
            target.writestr(info, content)
    return made.getvalue()
