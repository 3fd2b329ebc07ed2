"""Web pages that call themselves workbooks: the tables of a page as sheets (SP-18, I7).

Many programs "export to Excel" by writing a page named .xls. Only text is taken: nothing is fetched, no script runs, no
style sheet is read beyond ``display:none`` on a row, a column or a table. Standard library only.
"""

import email
import email.policy
import re
from html.parser import HTMLParser

from app.core.errors import Refused
from app.importers.raw_sheet import MAX_COLUMNS, RawBook, RawSheet
from app.importers.text_table import decode, plain_cell

MAX_PAGE = 24 << 20
_MAX_TABLES = 40
_MAX_CELLS = 4_000_000
_SILENT = frozenset({"script", "style", "template", "noscript", "title", "xml", "head"})
_BREAKING = frozenset({"br", "p", "div", "li"})
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_REMARK = re.compile(r"<[!?]")
_SPACES = re.compile(r"[ \t\r\n\f\xa0]+")


def _number(text: str | None, most: int) -> int:
    return max(1, min(int(text), most)) if text and text.isascii() and text.isdigit() and len(text) < 9 else 1


class _Table:
    """One table while its page is read; cells that span stand once, the places they cover are empty."""

    def __init__(self, hidden: bool) -> None:
        self.sheet = RawSheet("", hidden=hidden)
        self.rows: list[list[str]] = []
        self.nested = False
        self.text: list[str] | None = None
        self._taken: dict[int, int] = {}
        self._next: dict[int, int] = {}
        self._box = (1, 1)

    def start_row(self, hidden: bool) -> None:
        """A ``tr`` begins; the places that cells above reach down into are taken."""
        self.end_cell()
        self.rows.append([])
        self._taken = {column: left for column, left in self._next.items() if left > 0}
        self._next = {column: left - 1 for column, left in self._taken.items()}
        if hidden:
            self.sheet.scan.hidden_rows.append(len(self.rows))

    def start_cell(self, across: int, down: int) -> None:
        """A ``td`` or ``th`` begins."""
        self.end_cell()
        if not self.rows:
            self.start_row(False)
        self.text, self._box = [], (across, down)

    def end_cell(self) -> int:
        """The cell that is open ends; gives how many places it took."""
        if self.text is None:
            return 0
        lines = (_SPACES.sub(" ", line).strip(" ") for line in "".join(self.text).split("\x00"))
        value = plain_cell("\n".join(line for line in lines if line))
        self.text = None
        row = self.rows[-1]
        while self._taken.get(len(row)):
            row.append("")
        if len(row) >= MAX_COLUMNS:
            return 1
        across, down = self._box
        across = min(across, MAX_COLUMNS - len(row))
        if across > 1 or down > 1:
            at = (len(self.rows), len(row) + 1)
            self.sheet.scan.merges.append((*at, at[0] + down - 1, at[1] + across - 1))
            for column in range(len(row), len(row) + across):
                self._next[column] = max(self._next.get(column, 0), down - 1)
        row += [value, *[""] * (across - 1)]
        return across

    def filled(self) -> int:
        """How many cells hold something."""
        return sum(1 for row in self.rows for cell in row if cell)


class _Page(HTMLParser):
    """Collects the tables of a page; an inner table is a table of its own."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[_Table] = []
        self._open: list[_Table] = []
        self._silent = 0
        self._cells = 0
        self._names: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += tag != "head"
            return
        values = dict(attrs)
        hidden = "hidden" in values or bool(_HIDDEN.search(values.get("style") or ""))
        table = self._open[-1] if self._open else None
        if tag == "table":
            if table:
                table.nested = True
            if len(self.tables) >= 500:
                raise Refused("import_too_big")
            self._open.append(_Table(hidden))
            self.tables.append(self._open[-1])
        elif table is None:
            return
        elif tag == "tr":
            table.start_row(hidden)
        elif tag in ("td", "th"):
            self._count(1)
            table.start_cell(_number(values.get("colspan"), MAX_COLUMNS), _number(values.get("rowspan"), 65_534))
        elif tag in _BREAKING and table.text is not None:
            table.text.append("\x00")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _SILENT:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - (tag != "head"))
        elif self._open and tag in ("td", "th", "tr"):
            self._count(self._open[-1].end_cell())
        elif self._open and tag == "table":
            self._count(self._open.pop().end_cell())
        elif self._open and tag in ("p", "div", "li") and self._open[-1].text is not None:
            self._open[-1].text.append("\x00")

    def handle_data(self, data: str) -> None:
        if not self._silent and self._open and self._open[-1].text is not None:
            self._open[-1].text.append(data.replace("\x00", ""))

    def close(self) -> None:
        super().close()
        for table in self._open:
            table.end_cell()

    def _count(self, cells: int) -> None:
        self._cells += cells
        if self._cells > _MAX_CELLS:
            raise Refused("import_too_big")


def _text(data: bytes) -> tuple[str, str]:
    """The page as text: byte order mark, then what the page says of itself if that fits, then the usual trials."""
    told = _CHARSET.search(data[:4096])
    if told and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        name = told.group(1).decode("ascii").lower()
        try:
            return data.decode(name), name
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data)


def _without_remarks(text: str) -> str:
    """The page without comments and declarations; the library's parser would look for the end of each one anew."""
    kept: list[str] = []
    at = 0
    while found := _REMARK.search(text, at):
        start = found.start()
        kept.append(text[at:start])
        stop = "-->" if text.startswith("<!--", start) else ">"
        end = text.find(stop, start + 2)
        if end < 0:
            return "".join(kept)
        at = end + len(stop)
    return "".join([*kept, text[at:]])


def tables_of_page(text: str) -> list[RawSheet]:
    """The tables of a page as sheets, in the order of the page; those that only arrange it are left out.

    A table counts that holds at least two filled cells and a tenth of what the fullest one holds. Refuses with
    ``import_web_page`` if there is none, ``import_too_big``.
    """
    page = _Page()
    page.feed(_without_remarks(text))
    page.close()
    counted = [(table.filled(), table) for table in page.tables]
    most = max((filled for filled, table in counted if not table.nested), default=0)
    kept = [table for filled, table in counted if filled >= 2 and filled * 10 >= most and not (table.nested and most)]
    if not kept:
        raise Refused("import_web_page")
    for number, table in enumerate(kept[:_MAX_TABLES], start=1):
        table.sheet.name = f"Table {number}" if len(kept) > 1 else ""
        table.sheet.rows = table.rows
    return [table.sheet for table in kept[:_MAX_TABLES]]


def read_html(data: bytes) -> RawBook:
    """The tables of a page. Refuses with ``import_web_page`` (no table in it), ``import_too_big``."""
    if len(data) > MAX_PAGE:
        raise Refused("import_too_big")
    text, encoding = _text(data)
    return RawBook("html", tables_of_page(text), encoding)


def read_web_archive(data: bytes) -> RawBook:
    """A page saved with its parts in one file (MHT): the tables of its text parts; the other parts are not opened."""
    if len(data) > MAX_PAGE:
        raise Refused("import_too_big")
    message = email.message_from_bytes(data, policy=email.policy.default)
    sheets: list[RawSheet] = []
    for part in message.walk():
        if part.get_content_type() == "text/html":
            payload = part.get_payload(decode=True)
            try:
                sheets += tables_of_page(_text(payload)[0]) if isinstance(payload, bytes) else []
            except Refused as refusal:
                if refusal.code != "import_web_page":
                    raise
    if not sheets:
        raise Refused("import_web_page")
    for number, sheet in enumerate(sheets, start=1):
        sheet.name = f"Table {number}" if len(sheets) > 1 else ""
    return RawBook("html", sheets[:_MAX_TABLES], "utf-8")
