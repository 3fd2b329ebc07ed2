"""What a paper tells a reader that cannot see: which text is heading, paragraph, cell; what is mere decoration.

The tags of a PDF (ISO 32000, 14.7 and 14.8). Blocks name roles (``begin``, ``end``); text takes the role that is open,
lines and bands are artifacts. Marks are written when the kind of content changes, so a cell costs one pair of them.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from app.documents.tag_tree import KEPT_EMPTY, Element, TagTree

#: Roles that hold other elements; text that comes straight into one becomes a paragraph of its own.
_HOLDERS: Final = frozenset({"Document", "Sect", "Table", "TR", "L", "LI"})


class Marks:
    """The tags of one PDF while it is drawn. ``second`` is the language of texts told as second."""

    def __init__(self, emit: Callable[[str], None], second: str = "") -> None:
        self._emit, self.second = emit, second
        self.all_second = False
        self.root = Element("Document", None)
        self._stack = [self.root]
        self._leaf: Element | None = None
        self._open: Element | None = None
        self._decorating = False
        self._apart: list[str] = []
        self._silent = False
        self._table: object = None
        self._cell: Element | None = None
        self.headed = False
        self._paragraph: tuple[object, Element] | None = None
        self._tree = TagTree(self.root)
        self._page: list[Element] = []
        self._pages = 0

    # elements ------------------------------------------------------------------------------------------------

    def begin(self, role: str, about: str = "", paragraph: object = None) -> None:
        """Open an element inside the one that is open; ``about`` are further entries of its dictionary.

        What is begun with the same ``paragraph`` as before goes on in that element.
        """
        if paragraph is not None and self._paragraph and self._paragraph[0] is paragraph:
            self._stack.append(self._paragraph[1])
            return
        parent = self._stack[-1]
        element = Element(role, parent, about)
        self._paragraph = (paragraph, element) if paragraph is not None else self._paragraph
        if not self._apart and not self._silent:
            parent.kids.append(element)
        self._stack.append(element)
        self._leaf = None
        if role in KEPT_EMPTY:
            self._cell = element

    def end(self) -> None:
        """Close the element opened last."""
        self._stack.pop()
        self._leaf = None

    def row(self, table: object) -> None:
        """Open a row; the rows of one ``table`` that follow each other stand in one table, over pages too."""
        if self._table is not table and not self._apart:
            self.leave_table()
            self.begin("Table")
            self._table, self.headed = table, False
        self.begin("TR")

    def leave_table(self) -> None:
        """What follows is no row of the table that is open."""
        if self._table is not None and not self._apart:
            self.end()
            self._table = None

    # what is drawn -------------------------------------------------------------------------------------------

    def text(self, second: bool = False) -> None:
        """Text is about to be written, perhaps in the second language."""
        if self._silent:
            return
        if self._apart:
            self._artifact()
            return
        leaf = self._taker()
        if (second or self.all_second) and self.second:
            if leaf.other is None:
                leaf.other = Element("Span", leaf, f"/Lang{literal(self.second)}")
                leaf.kids.append(leaf.other)
            leaf = leaf.other
        elif self._open is not leaf:
            leaf.other = None
        if self._open is not leaf:
            self._mark(leaf)

    def shape(self) -> None:
        """A line or an area is about to be drawn: decoration, except inside a figure."""
        if self._silent:
            return
        if self._stack[-1].role == "Figure" and not self._apart:
            self.text()
        else:
            self._artifact()

    def apart(self, kind: str = "") -> None:
        """Until ``together`` all is decoration: running heads and footers (``Header``, ``Footer``), repeated heads."""
        self._close()
        self._apart.append(f"/Artifact <</Type/Pagination{'/Subtype/' + kind if kind else ''}>> BDC")

    def together(self) -> None:
        """The end of what ``apart`` began."""
        self._close()
        self._apart.pop()

    def silent(self, on: bool) -> None:
        """Inside a form nothing is marked: the form counts as one piece where it is shown."""
        self._silent = on

    def next_page(self) -> None:
        """The page ends: what is told whole by now is put away."""
        self._close()
        self._tree.page_ended(self._page, self._in_use())
        self._page = []
        self._pages += 1

    def _in_use(self) -> tuple[Element, ...]:
        """To what something may be added still."""
        found = (self._stack[-1], self._leaf, self._cell, self._paragraph[1] if self._paragraph else None)
        return tuple(one for one in found if one is not None)

    def _taker(self) -> Element:
        here = self._stack[-1]
        if here.role == "Table" and self._cell is not None:
            return self._cell
        if here.role not in _HOLDERS:
            return here
        if self._leaf is None:
            self._leaf = Element("P", here)
            here.kids.append(self._leaf)
        return self._leaf

    def _mark(self, leaf: Element) -> None:
        self._close()
        page = self._page
        leaf.kids.append((self._pages, len(page)))
        self._emit(f"/{leaf.role} <</MCID {len(page)}>> BDC")
        page.append(leaf)
        self._open = leaf

    def _artifact(self) -> None:
        if not self._decorating:
            self._close()
            self._emit(self._apart[-1] if self._apart else "/Artifact BMC")
            self._decorating = True

    def _close(self) -> None:
        if self._open is not None or self._decorating:
            self._emit("EMC")
            self._open, self._decorating = None, False

    # the tree ------------------------------------------------------------------------------------------------

    def objects(self, root: int, free: int, pages: Sequence[int]) -> Iterator[tuple[int, bytes]]:
        """The tree as PDF objects: (number, body). ``root`` is its own number, ``free`` the first that is not taken,
        ``pages`` are the object numbers of the pages."""
        return self._tree.objects(root, free, pages)


def literal(text: str) -> str:
    """A PDF string of any text."""
    if text.isascii() and text.isalnum():
        return f"({text})"
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"


def alternative(text: str) -> str:
    """Entry: what a figure shows, in words."""
    return f"/Alt{literal(text)}"


#: Entries of cells: heads of columns, of rows, of a group over ``{}`` columns; text with a line through it.
COLUMN_HEAD = "/A<</O/Table/Scope/Column>>"
ROW_HEAD = "/A<</O/Table/Scope/Row>>"
STRUCK = "/A<</O/Layout/TextDecorationType/LineThrough>>"


def group_head(columns: int) -> str:
    """Entry of a heading over several columns."""
    return f"/A<</O/Table/Scope/Row/ColSpan {columns}>>"
