"""The tree of tags of a PDF: what is finished is put away, a few dozen bytes for each element, and written at the end.

Its elements are numbered from the top, each before what stands in it; only the direct children of the document whose
former ones are all finished can be put away, and they are when a page ends.
"""

import marshal
from array import array
from collections import deque
from collections.abc import Iterator, Sequence
from typing import Final

from app.documents.spool import Spool

#: A cell without text is still a cell: its neighbours must keep their columns.
KEPT_EMPTY: Final = frozenset({"TD", "TH"})

#: One element put away: role, entries, place of its parent in the same piece (-1: the document), and its kids: the
#: place of an element or (page, number of the marked content there).
Kept = tuple[str, str, int, list["int | tuple[int, int]"]]


class Element:
    """One node of the tree. A kid is an element or (page, number of the marked content there).

    ``number`` is its place in the tree once it is put away, from 1; 0 until then.
    """

    __slots__ = ("about", "kids", "number", "other", "parent", "role")

    def __init__(self, role: str, parent: "Element | None", about: str = "") -> None:
        self.role, self.parent, self.about = role, parent, about
        self.kids: list[Element | tuple[int, int]] = []
        self.other: Element | None = None
        self.number = 0


class TagTree:
    """The elements below ``root`` and, for each page, which of them its marked contents belong to."""

    def __init__(self, root: Element) -> None:
        self._root = root
        self._spool, self._lengths = Spool(), array("I")
        self._tops = array("I")
        self._count = 1
        self._pages: deque[list[Element]] = deque()
        self._leaves, self._leaf_counts = array("I"), array("I")

    def page_ended(self, page: list[Element], in_use: Sequence[Element]) -> None:
        """A page with the elements of its marked contents; to those ``in_use`` something may be added still."""
        self._pages.append(page)
        self._put_away({_top(element) for element in in_use})
        self._settle()

    def _put_away(self, in_use: "set[Element | None]") -> None:
        """All children of the document before the first that is in use."""
        kids = self._root.kids
        done = 0
        for kid in kids:
            if kid in in_use or not isinstance(kid, Element):
                break
            done += 1
            if _worth(kid):
                self._keep(kid)
        del kids[:done]

    def _keep(self, top: Element) -> None:
        """One child of the document with all below it."""
        elements = list(_all(top))
        first = self._count
        for place, element in enumerate(elements):
            element.number = first + place
        kept: list[Kept] = [
            (
                element.role,
                element.about,
                element.parent.number - first if element.parent is not None and element is not top else -1,
                [kid if isinstance(kid, tuple) else kid.number - first for kid in element.kids if _worth(kid)],
            )
            for element in elements
        ]
        for element in elements:
            # Nothing is found from here any more: no circle is left for the collector.
            element.kids, element.parent, element.other = [], None, None
        content = marshal.dumps(kept)
        self._spool.write(content)
        self._lengths.append(len(content))
        self._tops.append(first)
        self._count += len(elements)

    def _settle(self) -> None:
        """Pages whose elements all have their number keep only these."""
        while self._pages and all(leaf.number for leaf in self._pages[0]):
            page = self._pages.popleft()
            self._leaves.extend(leaf.number for leaf in page)
            self._leaf_counts.append(len(page))

    def objects(self, root: int, free: int, pages: Sequence[int]) -> Iterator[tuple[int, bytes]]:
        """The tree as PDF objects: (number, body). ``root`` is its own number, ``free`` the first that is not taken,
        ``pages`` are the object numbers of the pages."""
        self._put_away(set())
        self._settle()
        parents = free + self._count
        yield (
            root,
            f"<</Type/StructTreeRoot/K {free} 0 R/ParentTree {parents} 0 R/ParentTreeNextKey {len(pages)}>>".encode(),
        )
        tops = " ".join(f"{free + top} 0 R" for top in self._tops)
        yield free, f"<</S/{self._root.role}/P {root} 0 R{f'/K[{tops}]' if tops else ''}{self._root.about}>>".encode()
        at = 0
        for top, length in zip(self._tops, self._lengths, strict=True):
            first = free + top
            # What was written a moment ago by this very object, not by a stranger.
            kept: list[Kept] = marshal.loads(self._spool.read(at, length))  # noqa: S302
            for place, one in enumerate(kept):
                yield first + place, _body(one, first, free, pages).encode()
            at += length
        self._spool.close()
        yield parents, f"<</Nums[{' '.join(self._rows(free, len(pages)))}]>>".encode()

    def _rows(self, free: int, count: int) -> Iterator[str]:
        """For each page the elements of its marked contents."""
        at = 0
        for page, length in enumerate(self._leaf_counts[:count]):
            yield f"{page}[{' '.join(f'{free + leaf} 0 R' for leaf in self._leaves[at : at + length])}]"
            at += length


def _top(element: Element) -> Element | None:
    """The child of the document in which an element stands; None for the document."""
    found: Element | None = None
    while element.parent is not None:
        found, element = element, element.parent
    return found


def _worth(kid: "Element | tuple[int, int]") -> bool:
    return isinstance(kid, tuple) or bool(kid.kids) or kid.role in KEPT_EMPTY


def _all(element: Element) -> Iterator[Element]:
    """The element and all below it that say something, from the top."""
    yield element
    for kid in element.kids:
        if isinstance(kid, Element) and _worth(kid):
            yield from _all(kid)


def _body(one: Kept, first: int, free: int, pages: Sequence[int]) -> str:
    role, about, parent, own = one
    home = next((kid[0] for kid in own if isinstance(kid, tuple)), -1)
    kids = []
    for kid in own:
        if isinstance(kid, tuple):
            page, mark = kid
            kids.append(str(mark) if page == home else f"<</Type/MCR/Pg {pages[page]} 0 R/MCID {mark}>>")
        else:
            kids.append(f"{first + kid} 0 R")
    parts = [f"<</S/{role}/P {first + parent if parent >= 0 else free} 0 R"]
    if home >= 0:
        parts.append(f"/Pg {pages[home]} 0 R")
    if kids:
        parts.append(f"/K[{' '.join(kids)}]" if len(kids) > 1 or not kids[0].isdigit() else f"/K {kids[0]}")
    return "".join([*parts, about, ">>"])
