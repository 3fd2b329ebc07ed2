"""Pages and bookmarks put away as they are finished, so that a thousand need hardly more memory than one.

reportlab keeps each page as an object of two kilobytes, and its bookmarks as three objects each, until the file is
written. Here a page is its packed content in a spool and a few numbers; pages that share their size and what they show
share one dictionary. Numbers are given in the order in which reportlab gives them: what was printed years ago can be
printed again byte for byte.
"""

from array import array
from collections.abc import Sequence
from typing import Any

from app.documents.packing import stream_body
from app.documents.spool import Spool

#: The few digits of a picture mask let the usual level look through far too many places: this is four times as fast,
#: and smaller.
_LEVEL_OF_MASKS = 4
_MASKED = " /IM true "
_USUAL_LEVEL = -1


class Pages:
    """The finished pages of one PDF, in reportlab's place: ``doc`` is its document."""

    def __init__(self, doc: Any) -> None:
        self._doc = doc
        self.numbers = array("I")
        self._contents = array("I")
        self._lengths = array("I")
        self._like = array("I")
        self._kinds: dict[tuple[object, ...], int] = {}
        self._templates: list[Any] = []
        self._spool = Spool()
        self._told = self._given = self._at = 0
        doc.addPage = self._take
        doc.Pages.check_format = self._list

    def close(self) -> None:
        """Give the contents back."""
        self._spool.close()

    def _take(self, page: Any) -> None:
        """Put a finished page away, as ``PDFDocument.addPage`` would take it."""
        doc = self._doc
        doc.objectcounter += 1
        self.numbers.append(doc.objectcounter)
        doc.pageCounter += 1
        doc.inObject = None
        stream = page.stream
        body = stream_body(b"", stream.encode("utf-8"), _LEVEL_OF_MASKS if _MASKED in stream else _USUAL_LEVEL)
        self._spool.write(body)
        self._lengths.append(len(body))
        self._like.append(self._kind(page))

    def _kind(self, page: Any) -> int:
        """The number of the dictionary that pages like this one share."""
        unusual = bool(page.Annots or page.ExtGState or page._colorsUsed or page._shadingUsed)
        shown = tuple(sorted(page.XObjects.dict)) if page.XObjects else ()
        key = (page.pagewidth, page.pageheight, page.Rotate, page.hasImages, shown, unusual and len(self.numbers))
        found = self._kinds.get(key)
        if found is None:
            found = self._kinds[key] = len(self._templates)
            page.stream, page.Tabs = None, "/S"
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            self._templates.append(page)
        return found

    def _list(self, _document: Any) -> None:
        """The children of the page tree."""
        from reportlab.pdfbase.pdfdoc import PDFArray

        pages: Any = self._doc.Pages
        pages.Kids, pages.Count = PDFArray([f"{number} 0 R" for number in self.numbers]), len(self.numbers)

    def body(self, number: int) -> bytes | None:
        """The object of a number, when that is a page or its content; asked in rising order."""
        if self._told < len(self.numbers) and self.numbers[self._told] == number:
            self._told += 1
            return self._dictionary(self._told - 1)
        if self._given < len(self._contents) and self._contents[self._given] == number:
            length = self._lengths[self._given]
            content = self._spool.read(self._at, length)
            self._at += length
            self._given += 1
            return content
        return None

    def _dictionary(self, place: int) -> bytes:
        """A page's dictionary; its content gets its number on the way, from reportlab as always."""
        from reportlab.pdfbase.pdfdoc import PDFStream
        from reportlab.pdfbase.pdfdoc import format as formatted

        doc, page = self._doc, self._templates[self._like[place]]
        page.Contents, page.StructParents = PDFStream(), place
        made = formatted(page, doc, toplevel=1)
        name = page.Contents.__InternalName__
        number = doc.idToObjectNumberAndVersion.pop(name)[0]
        del doc.numberToId[number], doc.idToObject[name]
        self._contents.append(number)
        return bytes(made)


class Bookmarks:
    """The outline of one PDF in reportlab's place: for each entry a title, a page and a place on it.

    ``pages`` are the object numbers of the pages.
    """

    def __init__(self, doc: Any, pages: "array[int]") -> None:
        from reportlab.pdfbase.pdfdoc import PDFObject

        self._doc, self._page_numbers = doc, pages
        self._titles: list[str] = []
        self._levels = array("I")
        self._pages = array("I")
        self._across, self._heights = array("d"), array("d")
        self._first = 0
        self._family = _Family(())
        root: Any = PDFObject()
        root.prepare, root.format, root.ready = self._prepare, self._root, 1
        doc.Outlines = doc.outline = doc.Catalog.Outlines = self._entry = root

    def add(self, title: str, level: int, page: int, left: float, top: float) -> None:
        """A bookmark to a page (from 0); measures from its bottom left. ``level`` is at most one below the last."""
        self._titles.append(title)
        self._levels.append(level)
        self._pages.append(page)
        self._across.append(left)
        self._heights.append(top)

    def _prepare(self, document: Any, _canvas: Any) -> None:
        """Take the numbers of the entries, in their order."""
        if not self._titles:
            self._entry.ready = -1
            return
        document.Reference(self._entry)
        self._first = document.objectcounter + 1
        document.objectcounter += len(self._titles)
        self._family = _Family(self._levels)

    def _root(self, document: Any) -> bytes:
        from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName

        tops = [number for number, level in enumerate(self._levels) if not level]
        entries = {
            "Type": PDFName("Outlines"),
            "Count": len(self._titles),
            "First": self._reference(tops[0]),
            "Last": self._reference(tops[-1]),
        }
        return bytes(PDFDictionary(entries).format(document))

    def body(self, number: int) -> bytes | None:
        """The object of a number, when that is an entry."""
        from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

        place = number - self._first
        if not self._first or not 0 <= place < len(self._titles):
            return None
        page = f"{self._page_numbers[self._pages[place]]} 0 R"
        family = self._family
        above = family.parent[place]
        parent = self._reference(above) if above >= 0 else self._entry
        entries: dict[str, object] = {
            "Title": PDFString(self._titles[place]),
            "Parent": self._doc.Reference(parent),
            "Dest": PDFArray([page, PDFName("XYZ"), self._across[place], self._heights[place], 0]),
        }
        if family.below[place]:
            entries["Count"] = family.below[place]
        for name, found in (
            ("Prev", family.before[place]),
            ("Next", family.after[place]),
            ("First", place + 1 if family.below[place] else -1),
            ("Last", family.last[place]),
        ):
            if found >= 0:
                entries[name] = self._reference(found)
        return bytes(PDFDictionary(entries).format(self._doc))

    def _reference(self, place: int) -> str:
        return f"{self._first + place} 0 R"


class _Family:
    """Who stands above, before, after and below whom, by the levels of entries in their order; -1 is nobody.

    ``below`` counts all that stand below one, ``last`` is the last of those directly below.
    """

    def __init__(self, levels: Sequence[int]) -> None:
        none = array("i", [-1]) * len(levels)
        self.parent, self.before, self.after, self.last = (array("i", none) for _ in range(4))
        self.below = array("I", bytes(4 * len(levels)))
        open_ones: list[int] = []
        for place, level in enumerate(levels):
            beside = open_ones[level] if level < len(open_ones) else -1
            del open_ones[level:]
            if beside >= 0:
                self.before[place], self.after[beside] = beside, place
            for above in open_ones:
                self.below[above] += 1
            if open_ones:
                self.parent[place], self.last[open_ones[-1]] = open_ones[-1], place
            open_ones.append(place)
