"""The end of a PDF: its objects in compressed streams (PDF 1.5) with the tree of tags beside reportlab's own.

reportlab writes every object openly with twenty bytes of index each; packed, a tagged agenda or a thousand certificates
are smaller than untagged ones were. Objects come one after the other and are not kept: memory is the finished file and
little else.
"""

import struct
import zlib
from array import array
from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import chain
from typing import TYPE_CHECKING, Any

from app.documents.spool import Spool

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from app.documents.marks import Marks
    from app.documents.put_away import Bookmarks, Pages

_PER_STREAM = 200
_TREE = "StructTree"
#: An entry of the index: kind, place, place within a stream; of a number that nothing has: free.
_ENTRY = struct.Struct(">BIH")
_FREE = _ENTRY.pack(0, 0, 65535)


def save(canvas: "Canvas", marks: "Marks", pages: "Pages", bookmarks: "Bookmarks") -> bytes:
    """The whole file, tagged and packed; same calls, same bytes."""
    from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFObjectReference

    # The stubs name none of these inner parts of reportlab.
    doc: Any = getattr(canvas, "_doc")  # noqa: B009
    doc.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
    doc.Catalog.StructTreeRoot = PDFObjectReference(_TREE)
    # Outlines and fonts are prepared by reportlab; only the writing of the objects is ours.
    doc.format = lambda: _packed(doc, marks, pages, bookmarks)
    made = bytes(canvas.getpdfdata())  # type: ignore[no-untyped-call]  # the stubs leave it open
    # The two hold each other and all that was made: without this only the collector of garbage would find it.
    for part in (doc, canvas):
        vars(part).clear()
    return made


def _packed(doc: Any, marks: "Marks", pages: "Pages", bookmarks: "Bookmarks") -> bytes:
    doc.objectcounter += 1
    root = doc.objectcounter
    numbers = doc.idToObjectNumberAndVersion
    numbers[_TREE] = (root, 0)
    catalog, info = (numbers[doc.Reference(part).name][0] for part in (doc.Catalog, doc.info))
    objects = chain(_formatted(doc, pages, bookmarks), _tree(doc, marks, root, pages))
    return written(objects, f"/Root {catalog} 0 R/Info {info} 0 R".encode())


def _formatted(doc: Any, pages: "Pages", bookmarks: "Bookmarks") -> Iterator[tuple[int, bytes]]:
    """All objects but the tree of tags; while they are written new ones may come up."""
    from reportlab.pdfbase.pdfdoc import format as formatted

    number = 0
    while number < doc.objectcounter:
        number += 1
        name = doc.numberToId.get(number)
        if name is not None:
            yield number, formatted(doc.idToObject[name], doc, toplevel=1)
            continue
        body = pages.body(number) or bookmarks.body(number)
        if body is not None:
            yield number, body


def _tree(doc: Any, marks: "Marks", root: int, pages: "Pages") -> Iterator[tuple[int, bytes]]:
    """The tree of tags, whose numbers begin when all others are given."""
    yield from marks.objects(root, doc.objectcounter + 1, pages.numbers)


class _Index:
    """Where each object stands."""

    def __init__(self) -> None:
        self.rows = bytearray()

    def tell(self, number: int, kind: int, place: int, last: int) -> None:
        """``kind`` 1: at ``place`` of the file; 2: as the one numbered ``last`` in stream ``place``."""
        at = number * _ENTRY.size
        if at >= len(self.rows):
            self.rows += _FREE * (number + 1 - len(self.rows) // _ENTRY.size)
        _ENTRY.pack_into(self.rows, at, kind, place, last)


class _File:
    """The file while it is written, its index, and the hash of what was written."""

    def __init__(self) -> None:
        self.spool, self.index, self._hash = Spool(), _Index(), sha256()
        self.index.tell(0, 0, 0, 65535)
        self.add(b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n")

    def add(self, content: bytes) -> None:
        """Write what is no object."""
        self.spool.write(content)
        self._hash.update(content)

    def put(self, number: int, body: bytes) -> None:
        """Write an object of its own."""
        self.index.tell(number, 1, len(self.spool), 0)
        self.add(b"%d 0 obj\n%b\nendobj\n" % (number, body.rstrip(b"\n")))

    def identity(self) -> bytes:
        """What tells this file from any other."""
        return self._hash.hexdigest()[:32].encode()


def written(objects: Iterable[tuple[int, bytes]], trailer: bytes) -> bytes:
    """A PDF of numbered objects: those without a stream of their own go into compressed ones, behind the others."""
    file, streams, most = _File(), _Streams(), 0
    for own, body in objects:
        most = max(most, own)
        if body.endswith(b"endstream\n"):
            file.put(own, body)
        else:
            streams.add(own, body.strip())
    number = streams.write(file, most) + 1
    identity, start = file.identity(), len(file.spool)
    file.index.tell(number, 1, start, 0)
    entries = b"/Type/XRef/W[1 4 2]/Size %d%b/ID[<%b><%b>]" % (number + 1, trailer, identity, identity)
    rows = stream_body(entries, bytes(file.index.rows)).rstrip(b"\n")
    file.add(b"%d 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (number, rows, start))
    made = file.spool.whole()
    file.spool.close()
    return made


class _Streams:
    """Objects in compressed streams, each packed as soon as it is full."""

    def __init__(self) -> None:
        self._spool, self._lengths = Spool(), array("I")
        self._held = array("I")
        self._part: list[tuple[int, bytes]] = []

    def add(self, number: int, body: bytes) -> None:
        """One more object."""
        self._part.append((number, body))
        self._held.append(number)
        if len(self._part) == _PER_STREAM:
            self._pack()

    def _pack(self) -> None:
        if self._part:
            packed = _object_stream(self._part)
            self._spool.write(packed)
            self._lengths.append(len(packed))
            self._part = []

    def write(self, file: _File, number: int) -> int:
        """Write all streams, numbered from the next on; gives the last number."""
        self._pack()
        at = 0
        for place, length in enumerate(self._lengths):
            number += 1
            for order, own in enumerate(self._held[place * _PER_STREAM : (place + 1) * _PER_STREAM]):
                file.index.tell(own, 2, number, order)
            file.put(number, self._spool.read(at, length))
            at += length
        self._spool.close()
        return number


def _object_stream(part: list[tuple[int, bytes]]) -> bytes:
    heads, at = [], 0
    for own, body in part:
        heads.append(b"%d %d" % (own, at))
        at += len(body) + 1
    head = b" ".join(heads) + b"\n"
    return stream_body(
        b"/Type/ObjStm/N %d/First %d" % (len(part), len(head)), head + b"\n".join(body for _, body in part)
    )


def stream_body(entries: bytes, content: bytes, level: int = -1) -> bytes:
    """A packed stream as the body of an object: ``entries`` of its dictionary, ``level`` as zlib has them."""
    packed = zlib.compress(content, level)
    return b"<<%b/Filter/FlateDecode/Length %d>>\nstream\n%b\nendstream\n" % (entries, len(packed), packed)
