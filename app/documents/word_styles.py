"""Styles of our Word files: those of the paper (type scale of ``styles``), as styles of Word that people can change."""

from typing import TYPE_CHECKING, Any

from app.documents import styles as paper
from app.documents.styles import Ink, Style

if TYPE_CHECKING:
    from docx.document import Document

SERIF, SANS = "Source Serif 4", "Source Sans 3"
TABLE = "Paper table"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#: The fonts with those that stand in for them where they are not installed; all of them know both scripts.
FONTS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    f'<w:fonts xmlns:w="{_W}">'
    + "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{instead}"/><w:family w:val="{family}"/></w:font>'
        for name, instead, family in ((SERIF, "Cambria", "roman"), (SANS, "Calibri", "swiss"))
    )
    + "</w:fonts>"
).encode()
#: Name → (look, space above and below in points, keep with next). Word's own names where it has one.
_PARAGRAPHS: dict[str, tuple[Style, float, float, bool]] = {
    "Title": (paper.REPORT_TITLE, 12, 2, True),
    "Title second": (paper.TITLE_SECOND, 0, 4, True),
    "Subtitle": (paper.PARTNERSHIP, 0, 2, True),
    "Heading 1": (paper.SECTION, 16, 5, True),
    "Heading 2": (paper.LETTER_TITLE, 10, 5, True),
    "Heading 3": (paper.DAY_NUMBER, 10, 2, True),
    "Header": (paper.RUNNING_GREY, 0, 0, False),
    "Footer": (paper.FOOTER, 0, 0, False),
    "Letter": (paper.LETTER, 0, 6, False),
    "Report": (paper.REPORT, 0, 5, False),
    "Event": (paper.EVENT, 0, 8, True),
    "Second language": (paper.EVENT_SECOND, 0, 6, False),
    "Label": (paper.NOTE_GREY, 0, 0, False),
    "Address": (paper.ROW_PLAIN, 0, 0, False),
    "Address strong": (paper.ROW_FIRST, 0, 0, False),
    "Table head": (paper.HEAD, 2, 2, True),
    "Table text": (paper.CELL, 2, 2, False),
    "Table strong": (paper.CELL_STRONG, 2, 2, False),
    "Table label": (paper.NOTE_GREY, 2, 2, False),
    "Table second": (paper.NOTE_GREY, 0, 2, False),
    "Note": (paper.NOTE_GREY, 3, 6, False),
    "Key figure": (paper.KEY_FIGURE_REPORT, 0, 0, True),
}
_SECOND_WORDS = "Second words"


def add_styles(document: "Document", language: str, accent: Ink) -> None:
    """Give a new document the styles of the paper, its language and the programme's colour."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml import parse_xml
    from docx.shared import Pt

    for name, (look, above, below, keep) in _PARAGRAPHS.items():
        known = name in [style.name for style in document.styles]
        style: Any = document.styles[name] if known else document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        if not known:
            style.base_style = document.styles["Normal"]
            style.quick_style = True
        _letter(style, look, accent)
        form = style.paragraph_format
        form.space_before, form.space_after, form.keep_with_next = Pt(above), Pt(below), keep
        form.line_spacing = Pt(look.leading)
        form.widow_control = True
        _no_marks(style)
    words: Any = document.styles.add_style(_SECOND_WORDS, WD_STYLE_TYPE.CHARACTER)
    _letter(words, paper.EVENT_SECOND, accent)
    normal: Any = document.styles["Normal"]
    _letter(normal, paper.ROW_PLAIN, accent)
    normal.paragraph_format.space_after = Pt(0)
    document.styles.element.append(parse_xml(_TABLE_STYLE))
    _default_language(document, language)


def _letter(style: Any, look: Style, accent: Ink) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    family = SERIF if look.face.startswith("Serif") else SANS
    font = style.font
    font.name, font.size, font.bold, font.italic = family, Pt(round(look.size * 2) / 2), "Bold" in look.face, False
    ink = accent if look.ink is paper.ACCENT else look.ink
    font.color.rgb = RGBColor(*(round(part * 255) for part in ink))
    for name in ("w:spacing", "w:kern"):
        for mark in style.element.findall(f"{qn('w:rPr')}/{qn(name)}"):
            mark.getparent().remove(mark)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(name), None)
    for name in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(name), family)


def _no_marks(style: Any) -> None:
    """Word's own title has a line below, its footer other stops; ours have none."""
    from docx.oxml.ns import qn

    for name in ("w:pBdr", "w:tabs"):
        for mark in style.element.findall(f"{qn('w:pPr')}/{qn(name)}"):
            mark.getparent().remove(mark)


def _default_language(document: "Document", language: str) -> None:
    from docx.oxml.ns import qn

    for one in document.styles.element.iter(qn("w:lang")):
        one.set(qn("w:val"), language)
        for name in ("w:eastAsia", "w:bidi"):
            one.attrib.pop(qn(name), None)


def _edge(name: str, size: int, colour: str) -> str:
    return f'<w:{name} w:val="single" w:sz="{size}" w:space="0" w:color="{colour}"/>'


_TABLE_STYLE = (
    f'<w:style xmlns:w="{_W}" w:type="table" w:customStyle="1" w:styleId="PaperTable">'
    f'<w:name w:val="{TABLE}"/><w:basedOn w:val="TableNormal"/><w:qFormat/>'
    # Lines begin at the margin: without the indent they would stand out by the padding of a cell.
    '<w:tblPr><w:tblInd w:w="57" w:type="dxa"/><w:tblBorders>'
    f"{_edge('top', 6, '000000')}{_edge('bottom', 6, '000000')}{_edge('insideH', 4, '808080')}"
    '</w:tblBorders><w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar>'
    "</w:tblPr>"
    '<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders>'
    f"{_edge('top', 6, '000000')}{_edge('bottom', 6, '000000')}"
    "</w:tcBorders></w:tcPr></w:tblStylePr>"
    '<w:tblStylePr w:type="lastRow"><w:tblPr/><w:tcPr><w:tcBorders>'
    f"{_edge('bottom', 6, '000000')}"
    "</w:tcBorders></w:tcPr></w:tblStylePr>"
    "</w:style>"
)
