"""Word files for tests: made with python-docx, or taken apart and put together with something hostile in them."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any

import docx
from docx.document import Document

RELS = "word/_rels/document.xml.rels"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def saved(document: Document) -> bytes:
    """The bytes of a document of python-docx."""
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def letter(paragraphs: Sequence[Sequence[str]], rows: Sequence[Sequence[str]] = ()) -> bytes:
    """Paragraphs, each given by its runs, and a table."""
    document = docx.Document()
    for runs in paragraphs:
        line = document.add_paragraph()
        for run in runs:
            line.add_run(run)
    if rows:
        table = document.add_table(rows=0, cols=len(rows[0]))
        for texts in rows:
            for cell, text in zip(table.add_row().cells, texts, strict=True):
                cell.text = text
    return saved(document)


def lines(content: bytes) -> list[str]:
    """The paragraphs outside tables."""
    return [line.text for line in docx.Document(io.BytesIO(content)).paragraphs]


def cells(content: bytes, table: int = 0) -> list[list[str]]:
    """The cells of a table."""
    return [[cell.text for cell in row.cells] for row in docx.Document(io.BytesIO(content)).tables[table].rows]


def everything(content: bytes) -> str:
    """All text of the body, tables included, in order."""
    body: Any = docx.Document(io.BytesIO(content)).element.body
    return " ".join("".join(part.text or "" for part in line.iter("{*}t")) for line in body.iter("{*}p"))


def changed(content: bytes, parts: Mapping[str, bytes | None]) -> bytes:
    """The same package with parts replaced, added, or (None) taken out."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            if name not in parts:
                target.writestr(name, source.read(name))
        for name, data in parts.items():
            if data is not None:
                target.writestr(name, data)
    return made.getvalue()


def part(content: bytes, name: str) -> bytes:
    """One part of a package."""
    with zipfile.ZipFile(io.BytesIO(content)) as source:
        return source.read(name)


def in_body(content: bytes, xml: str) -> bytes:
    """The document with XML put at the beginning of its body."""
    body = part(content, "word/document.xml").replace(b"<w:body>", b"<w:body>" + xml.encode(), 1)
    return changed(content, {"word/document.xml": body})


def related(content: bytes, kind: str, target: str, external: bool = True) -> bytes:
    """The document with one more relationship."""
    mode = ' TargetMode="External"' if external else ""
    more = f'<Relationship Id="rId99" Type="{_OFFICE}/{kind}" Target="{target}"{mode}/></Relationships>'
    return changed(content, {RELS: part(content, RELS).replace(b"</Relationships>", more.encode())})


def field(*pieces: str) -> str:
    """A paragraph with a field whose code is split into pieces."""
    codes = "".join(f'<w:r><w:instrText xml:space="preserve">{piece}</w:instrText></w:r>' for piece in pieces)
    return f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>{codes}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
