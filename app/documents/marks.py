"""What a paper tells a reader that cannot see: which text is heading, paragraph, cell; what is mere decoration.

The tags of a PDF (ISO 32000, 14.7 and 14.8). Blocks name roles (``begin``, ``end``); text takes the role that is open,
lines and bands are artifacts. Marks are written when the kind of content changes, so a cell costs one pair of them.
"""

from collections.abc import Callable, Iterator
from typing import Final

#: Roles that hold other elements; text that comes straight into one becomes a paragraph of its own.
_HOLDERS: Final = frozenset({"Document", "Sect", "Table", "TR", "L", "LI"})
#: A cell without text is still a cell: its neighbours must keep their columns.
_KEPT_EMPTY: Final = frozenset({"TD", "TH"})


class Element:
    """One node of the tree. A kid is an element or (page, number of the marked content there)."""

    __slots__ = ("about", "kids", "other", "parent", "role")

    def __init__(self, role: str, parent: "Element | None", about: str = "") -> None:
        self.role, self.parent, self.about = role, parent, about
        self.kids: list[Element | tuple[int, int]] = []
        self.other: Element | None = None


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
        self.pages: list[list[Element]] = [[]]

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
        if role in _KEPT_EMPTY:
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
        """The page ends."""
        self._close()
        self.pages.append([])

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
        page = self.pages[-1]
        leaf.kids.append((len(self.pages) - 1, len(page)))
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

    def objects(self, root: int, free: int, pages: "list[int]") -> Iterator[tuple[int, bytes]]:
        """The tree as PDF objects: (number, body). ``root`` is its own number, ``free`` the first that is not taken,
        ``pages`` are the object numbers of the pages."""
        numbers: dict[Element, int] = {}
        for element in _all(self.root):
            numbers[element] = free + len(numbers)
        parents = free + len(numbers)
        yield (
            root,
            f"<</Type/StructTreeRoot/K {numbers[self.root]} 0 R/ParentTree {parents} 0 R"
            f"/ParentTreeNextKey {len(pages)}>>".encode(),
        )
        for element, number in numbers.items():
            above = numbers[element.parent] if element.parent is not None else root
            yield number, _body(element, above, numbers, pages).encode()
        rows = (
            f"{number}[{' '.join(f'{numbers[leaf]} 0 R' for leaf in page)}]"
            for number, page in enumerate(self.pages[: len(pages)])
        )
        yield parents, f"<</Nums[{' '.join(rows)}]>>".encode()


def _worth(kid: "Element | tuple[int, int]") -> bool:
    return isinstance(kid, tuple) or bool(kid.kids) or kid.role in _KEPT_EMPTY


def _all(element: Element) -> Iterator[Element]:
    """The element and all below it that say something, from the top."""
    yield element
    for kid in element.kids:
        if isinstance(kid, Element) and _worth(kid):
            yield from _all(kid)


def _body(element: Element, above: int, numbers: dict[Element, int], pages: list[int]) -> str:
    home = next((kid[0] for kid in element.kids if isinstance(kid, tuple)), -1)
    kids = []
    for kid in element.kids:
        if isinstance(kid, tuple):
            page, mark = kid
            kids.append(str(mark) if page == home else f"<</Type/MCR/Pg {pages[page]} 0 R/MCID {mark}>>")
        elif kid in numbers:
            kids.append(f"{numbers[kid]} 0 R")
    parts = [f"<</S/{element.role}/P {above} 0 R"]
    if home >= 0:
        parts.append(f"/Pg {pages[home]} 0 R")
    if kids:
        parts.append(f"/K[{' '.join(kids)}]" if len(kids) > 1 or not kids[0].isdigit() else f"/K {kids[0]}")
    return "".join([*parts, element.about, ">>"])


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
