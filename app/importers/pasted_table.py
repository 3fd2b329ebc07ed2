"""Cells from the clipboard as a workbook: what spreadsheets, web tables and text programs put there (SP-18)."""

import hashlib
import tempfile
from dataclasses import replace
from pathlib import Path

from app.core.errors import Refused
from app.importers.raw_sheet import MAX_COLUMNS, MAX_ROWS
from app.importers.text_table import guess_delimiter, plain_cell
from app.importers.workbook import Sheet, Workbook, open_workbook

MAX_PASTED = 8 << 20
_LONGEST_CELL = 33_000
_MAX_LITERAL = 2_000


def _closing(text: str, start: int) -> int:
    """Where the quoted cell that begins behind ``start`` ends, -1 where it is no quoted cell."""
    at = start
    while (at := text.find('"', at, start + _LONGEST_CELL)) >= 0:
        if text[at + 1 : at + 2] == '"':
            at += 2
            continue
        return at if text[at + 1 : at + 2] in ("", "\t", "\n") else -1
    return -1


def cells_of(text: str) -> list[list[str]]:
    """Rows of cells between tabs. A cell with line breaks stands in quotation marks; marks of a text itself stay.

    ``"Vesna" d.o.o.`` is such a text: behind its second mark the cell goes on.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    rows: list[list[str]] = []
    row: list[str] = []
    at, end, literal = 0, len(text), 0
    while at < end:
        close = _closing(text, at + 1) if text[at] == '"' and literal < _MAX_LITERAL else -1
        if close >= 0:
            cell, at = text[at + 1 : close].replace('""', '"'), close + 1
        else:
            literal += text[at] == '"'
            stops = [stop for stop in (text.find("\t", at), text.find("\n", at)) if stop >= 0]
            stop = min(stops, default=end)
            cell, at = text[at:stop], stop
        row.append(plain_cell(cell))
        if at >= end or text[at] == "\n":
            rows.append(row)
            row = []
        elif at == end - 1:
            row.append("")
            rows.append(row)
            row = []
        at += 1
    return rows


def _plain(text: str) -> list[list[str]]:
    """Rows of a pasted text: between tabs, or, as out of a mail, between the separators of a CSV."""
    if "\t" in text:
        return cells_of(text)
    delimiter = guess_delimiter(text)
    if delimiter in text and "\n" in text.strip():
        import csv
        import io

        try:
            return list(csv.reader(io.StringIO(text.replace("\r\n", "\n").replace("\r", "\n")), delimiter=delimiter))
        except csv.Error:
            pass
    return cells_of(text)


def _page(html: str) -> tuple[Sheet, ...]:
    """The tables of the clipboard's page, read in the child like any stranger's file; none where there are none."""
    with tempfile.TemporaryDirectory(prefix="mentordesk-") as folder:
        path = Path(folder, "pasted.html")
        start = html.lower().find("<table")
        path.write_text(html[start:], encoding="utf-8", errors="replace")
        try:
            return open_workbook(path).sheets
        except Refused as refusal:
            if refusal.code in ("import_web_page", "import_unreadable", "import_takes_too_long"):
                return ()
            raise


def paste_workbook(text: str, html: str = "") -> Workbook:
    """The cells of the clipboard as a workbook of one sheet (several where a page holds several tables).

    ``text`` is what every spreadsheet puts there: rows in lines, cells between tabs. ``html``, where the clipboard has
    it, tells merged cells, and is taken instead where the lines of the text do not fit its rows, as in tables of text
    programs whose cells hold paragraphs. Plain text needs no child process. Refuses with ``import_nothing_pasted``,
    ``import_too_big``, ``import_too_many_rows``.
    """
    if len(text) + len(html) > MAX_PASTED:
        raise Refused("import_too_big")
    rows = [row[:MAX_COLUMNS] for row in _plain(text)]
    while rows and not any(cell.strip() for cell in rows[-1]):
        rows.pop()
    if len(rows) > MAX_ROWS:
        raise Refused("import_too_many_rows", most=MAX_ROWS)
    sheets = _page(html) if "<table" in html.lower() else ()
    plain = Sheet("", tuple(map(tuple, rows)))
    if len(sheets) == 1 and len(sheets[0].rows) == len(rows):
        # What is shown and what is copied are the same cells; the text keeps its blanks, the page knows the merges.
        sheets = (replace(plain, merges=sheets[0].merges, hidden_rows=sheets[0].hidden_rows),)
    elif not sheets:
        sheets = (plain,)
    if not any(sheet.rows for sheet in sheets):
        raise Refused("import_nothing_pasted")
    digest = hashlib.sha256((text + "\x00" + html).encode("utf-8", "surrogatepass")).hexdigest()
    return Workbook("", digest, "pasted", sheets)
