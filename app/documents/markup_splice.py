"""Small changes in somebody else's XML that leave every other byte as it is.

Parsing and writing a part anew would lose what the writer does not know (prefixes, extensions, the order of things).
Here expat only tells where an element begins and ends; the change is a splice of bytes. Parts are UTF-8, as the gate
of the import has seen to, and a part with a DOCTYPE is never looked at (D11).
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from xml.parsers import expat

from app.core.errors import Refused


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the bytes ``start`` to ``end`` by ``text``; ``start == end`` inserts."""

    start: int
    end: int
    text: bytes


def spliced(xml: bytes, edits: Iterable[Edit]) -> bytes:
    """The bytes with the edits made; edits must not overlap, those at one place keep their order."""
    out: list[bytes] = []
    at = 0
    for edit in sorted(edits, key=lambda one: one.start):
        out += (xml[at : edit.start], edit.text)
        at = edit.end
    out.append(xml[at:])
    return b"".join(out)


def escaped(text: str) -> bytes:
    """A text for the inside of an element or of an attribute in double quotes; what XML cannot hold is left out."""
    kept = "".join(char for char in text if char in "\t\n" or (ord(char) >= 32 and not 0xD800 <= ord(char) <= 0xDFFF))
    kept = kept.replace("\ufffe", "").replace("\uffff", "")
    return kept.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;").encode()


def local(name: str) -> str:
    """The name of an element without its prefix."""
    return name.rpartition(":")[2]


def make_parser() -> expat.XMLParserType:
    """A parser that opens nothing and refuses a DOCTYPE; raises Refused(``import_damaged``) through its handler."""
    parser = expat.ParserCreate()
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)

    def on_doctype(*_told: object) -> None:
        raise Refused("import_damaged")

    parser.StartDoctypeDeclHandler = on_doctype
    parser.buffer_text = False
    return parser


def parse(parser: expat.XMLParserType, xml: bytes) -> None:
    """Run a parser over a part; Refused(``import_damaged``) when it is not well-formed."""
    try:
        parser.Parse(xml, True)
    except expat.ExpatError as error:
        raise Refused("import_damaged") from error


def end_of_tag(xml: bytes, start: int) -> int:
    """Behind the ``>`` of the tag that begins at ``start``; a ``>`` inside an attribute does not end it."""
    quote = 0
    for at in range(start, len(xml)):
        char = xml[at]
        if quote:
            quote = 0 if char == quote else quote
        elif char in b"\"'":
            quote = char
        elif char == ord(">"):
            return at + 1
    raise Refused("import_damaged")


def is_empty(xml: bytes, start: int) -> bool:
    """Whether the element that begins at ``start`` is written as one tag, ``<a/>``; expat does not tell."""
    end = end_of_tag(xml, start)
    return xml[end - 2 : end] == b"/>"


def appending(xml: bytes, name: str, end: int, empty: bool, fragment: bytes) -> Edit:
    """The edit that puts a fragment at the end of an element.

    ``end`` is where its closing tag begins, or behind its only tag when it is ``empty``, which is then opened.
    """
    if not empty:
        return Edit(end, end, fragment)
    close = xml.rindex(b"/", 0, end)
    return Edit(close, end, b">" + fragment + b"</" + name.encode() + b">")


@dataclass
class Root:
    """The root of a part: name with its prefix, attributes, and where its children may be put at the end."""

    name: str
    attributes: dict[str, str]
    end: int
    empty: bool

    def edit_appending(self, xml: bytes, fragment: bytes) -> Edit:
        """The edit by which a fragment becomes the last child, also of a root without children."""
        return appending(xml, self.name, self.end, self.empty, fragment)


def root_of(xml: bytes, before: Collection[str] = ()) -> tuple[Root, int]:
    """The root of a part, and where its first child named in ``before`` begins (-1: there is none)."""
    found: list[Root] = []
    depth, first = [0], [-1]
    parser = make_parser()

    def on_start(name: str, attributes: dict[str, str]) -> None:
        if not depth[0]:
            found.append(Root(name, attributes, parser.CurrentByteIndex, False))
        elif depth[0] == 1 and first[0] < 0 and local(name) in before:
            first[0] = parser.CurrentByteIndex
        depth[0] += 1

    def on_end(_name: str) -> None:
        depth[0] -= 1
        if not depth[0]:
            start = found[0].end
            found[0].empty = is_empty(xml, start)
            found[0].end = end_of_tag(xml, start) if found[0].empty else parser.CurrentByteIndex

    parser.StartElementHandler = on_start
    parser.EndElementHandler = on_end
    parse(parser, xml)
    return found[0], first[0]


def appended(xml: bytes, fragment: bytes) -> bytes:
    """The part with a fragment as the last child of its root."""
    root, _first = root_of(xml)
    return spliced(xml, [root.edit_appending(xml, fragment)])
