"""A Word letter to start from: the placeholders of an invitation where they usually stand, to be changed in Word.

The placeholders are filled in the language of each letter, so that one example serves all five.
"""

from io import BytesIO
from typing import Any

_HEAD = ("{issuer}",)
_LINES_BEFORE = ("{addressee}", "{body}")
_SENTENCES = ("{salutation}", "{opening}")
_AFTER = ("{purpose}", "{presence}", "{costs}", "{where}", "{closing}")
_PERSON = ("{person_number}", "{person_name}", "{person_latin}", "{person_position}")


def build() -> bytes:
    """The document as bytes; the same bytes each time."""
    from docx import Document
    from docx.shared import Mm, Pt

    made = Document()
    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(25), Mm(20)
    section.top_margin = section.bottom_margin = Mm(20)
    style: Any = made.styles["Normal"]
    style.font.name, style.font.size = "Georgia", Pt(10.5)
    style.paragraph_format.space_after = Pt(6)
    for text in _HEAD:
        made.add_paragraph().add_run(text).bold = True
    made.add_paragraph("{date}\t{reference}")
    for text in _LINES_BEFORE:
        made.add_paragraph(text).paragraph_format.space_after = Pt(0)
    subject = made.add_paragraph()
    subject.paragraph_format.space_before = Pt(14)
    run = subject.add_run("{subject}")
    run.bold, run.font.size = True, Pt(12.5)
    for text in _SENTENCES:
        made.add_paragraph(text)
    table = made.add_table(rows=1, cols=len(_PERSON))
    table.style = "Light List"
    for cell, text in zip(table.rows[0].cells, _PERSON, strict=True):
        cell.text = text
    for number, text in enumerate(_AFTER):
        paragraph = made.add_paragraph(text)
        if not number:
            paragraph.paragraph_format.space_before = Pt(10)
    signed = made.add_paragraph("{signatory}")
    signed.paragraph_format.space_before = Pt(36)
    signed.paragraph_format.space_after = Pt(0)
    made.add_paragraph("{signatory_position}")
    target = BytesIO()
    made.save(target)
    return target.getvalue()
