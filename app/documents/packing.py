"""The end of a PDF: its objects in compressed streams (PDF 1.5) with the tree of tags beside reportlab's own.

reportlab writes every object openly with twenty bytes of index each; packed, a tagged agenda or a thousand certificates
are smaller than untagged ones were.
"""

import zlib
from collections.abc import Iterable
from hashlib import sha256
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from app.documents.marks import Marks

_PER_STREAM = 200
_TREE = "StructTree"
#: The few digits of a picture mask let the usual level look through far too many places: this is four times as fast,
#: and smaller.
_LEVEL_OF_MASKS = 4
_MASKED = " /IM true "


def save(canvas: "Canvas", marks: "Marks") -> None:
    """Write the whole file to the canvas's own target, tagged and packed; same calls, same bytes."""
    from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFObjectReference

    # The stubs name none of these inner parts of reportlab.
    doc: Any = getattr(canvas, "_doc")  # noqa: B009
    doc.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
    doc.Catalog.StructTreeRoot = PDFObjectReference(_TREE)
    # Outlines and fonts are prepared by reportlab; only the writing of the objects is ours.
    doc.format = lambda: _packed(doc, marks)
    canvas.save()


def tag_page(canvas: "Canvas", number: int) -> None:
    """Tell the page finished last under which number its marks stand, and that the tab key follows the tags."""
    page: Any = getattr(canvas, "_doc").Pages.pages[-1]  # noqa: B009
    _pack_content(page)
    page.StructParents, page.Tabs = number, "/S"
    page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]


def _pack_content(page: Any) -> None:
    """Pack what stands on a finished page at once: reportlab would hold it open, ten times as large, to the end."""
    from reportlab.pdfbase.pdfdoc import PDFStream

    stream = page.stream
    body = _stream(b"", stream.encode("utf-8"), _LEVEL_OF_MASKS if _MASKED in stream else -1) + b"\n"
    made: Any = PDFStream()
    made.format = lambda _doc: body
    page.Contents, page.stream = made, None


def _packed(doc: Any, marks: "Marks") -> bytes:
    doc.objectcounter += 1
    root = doc.objectcounter
    doc.idToObjectNumberAndVersion[_TREE] = (root, 0)
    bodies = dict(_formatted(doc))
    pages = [doc.idToObjectNumberAndVersion[f"Page{number + 1}"][0] for number in range(doc.pageCounter - 1)]
    bodies.update(marks.objects(root, doc.objectcounter + 1, pages))
    numbers = doc.idToObjectNumberAndVersion
    catalog, info = (numbers[doc.Reference(part).name][0] for part in (doc.Catalog, doc.info))
    return written(bodies, f"/Root {catalog} 0 R/Info {info} 0 R".encode())


def _formatted(doc: Any) -> Iterable[tuple[int, bytes]]:
    """reportlab's objects; while they are written new ones may come up."""
    from reportlab.pdfbase.pdfdoc import format as formatted

    number = 0
    while number < doc.objectcounter:
        number += 1
        name = doc.numberToId.get(number)
        if name is not None:
            yield number, formatted(doc.idToObject[name], doc, toplevel=1)


def written(bodies: dict[int, bytes], trailer: bytes) -> bytes:
    """A PDF of numbered objects: those without a stream of their own go into compressed ones."""
    out = [b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n"]
    at = len(out[0])
    index: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}
    loose: list[tuple[int, bytes]] = []
    number = max(bodies)

    def add(own: int, body: bytes) -> None:
        nonlocal at
        index[own] = (1, at, 0)
        out.append(b"%d 0 obj\n%b\nendobj\n" % (own, body.rstrip(b"\n")))
        at += len(out[-1])

    for own, body in bodies.items():
        if body.endswith(b"endstream\n"):
            add(own, body)
        else:
            loose.append((own, body.strip()))
    for start in range(0, len(loose), _PER_STREAM):
        number += 1
        part = loose[start : start + _PER_STREAM]
        index.update((own, (2, number, place)) for place, (own, _) in enumerate(part))
        add(number, _object_stream(part))
    identity = sha256(b"".join(out)).hexdigest()[:32].encode()
    number += 1
    index[number] = (1, at, 0)
    entries = b"/Type/XRef/W[1 4 2]/Size %d%b/ID[<%b><%b>]" % (number + 1, trailer, identity, identity)
    rows = b"".join(
        kind.to_bytes(1, "big") + place.to_bytes(4, "big") + last.to_bytes(2, "big")
        for kind, place, last in (index.get(own, (0, 0, 65535)) for own in range(number + 1))
    )
    out.append(b"%d 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (number, _stream(entries, rows), at))
    return b"".join(out)


def _object_stream(part: list[tuple[int, bytes]]) -> bytes:
    heads, at = [], 0
    for own, body in part:
        heads.append(b"%d %d" % (own, at))
        at += len(body) + 1
    head = b" ".join(heads) + b"\n"
    return _stream(b"/Type/ObjStm/N %d/First %d" % (len(part), len(head)), head + b"\n".join(body for _, body in part))


def _stream(entries: bytes, content: bytes, level: int = -1) -> bytes:
    packed = zlib.compress(content, level)
    return b"<<%b/Filter/FlateDecode/Length %d>>\nstream\n%b\nendstream" % (entries, len(packed), packed)
