"""What a Word file brought by somebody may hold: text and its looks, nothing that runs, fetches or opens (D12).

A template is data. Macros, embedded objects, fields that fetch, links to files, entities and packed bombs are refused
in words before anything of the file is used. Only what is known to be harmless passes: fields are held against a list
of those that show something about the document itself.
"""

import re
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from app.core.errors import Problem

MAX_FILE = 10 * 2**20
MAX_ENTRIES = 1_000
MAX_UNPACKED = 60 * 2**20
MAX_RATIO = 200
#: Below this size a ratio says nothing: white pictures and empty styles pack very well.
RATIO_FROM = 2 * 2**20
MAIN = "word/document.xml"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{WORD}}}"
#: Attributes that lead to a part or a place by its relationship.
_LINKS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAIN_TYPES = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
)
_MACROS = ("macroenabled", "vbaproject", "vbadata", "activex", "attachedtoolbars", "customui", "keymapcustomizations")
_OBJECTS = ("oleobject", "/embeddings/", "package.embedded")
#: Fields that show something about the document or lead to another place of it; every other field is refused.
_FIELDS = frozenset(
    "PAGE NUMPAGES SECTION SECTIONPAGES DATE TIME CREATEDATE SAVEDATE PRINTDATE TITLE SUBJECT AUTHOR NUMWORDS NUMCHARS "
    "FILENAME DOCPROPERTY TOC TC REF PAGEREF NOTEREF SEQ STYLEREF SYMBOL HYPERLINK FORMTEXT FORMCHECKBOX "
    "FORMDROPDOWN LISTNUM".split()
)
_SAFE_LINK = re.compile(r"(https?://|mailto:)", re.IGNORECASE)
#: A name that begins with a scheme, a drive, a share or a way out of the package.
_LEADS_OUT = re.compile(r"([a-z][a-z0-9+.-]*:|\\\\|//)", re.IGNORECASE)
#: Elements that bring in other files or hold programs, by their names without namespace.
_FORBIDDEN = {
    "altChunk": "word_foreign_part",
    "subDoc": "word_foreign_part",
    "frameset": "word_foreign_part",
    "mailMerge": "word_fetches",
    "OLEObject": "word_object",
    "object": "word_object",
    "objectEmbed": "word_object",
    "objectLink": "word_object",
    "control": "word_object",
    "attachedTemplate": "word_outside",
    "saveThroughXslt": "word_outside",
    "movie": "word_outside",
}
_WORD_ONLY = {"object", "control", "movie"}


def problem(content: bytes) -> Problem | None:
    """The first reason why the file cannot be a template, or None. Codes: see ``core/sentences_word``."""
    if content.startswith(_OLE):
        locked = "EncryptedPackage".encode("utf-16-le") in content
        return Problem("word", "word_locked" if locked else "word_not_docx")
    if len(content) > MAX_FILE:
        return Problem("word", "word_too_large", {"most": MAX_FILE // 2**20})
    try:
        parts = unpacked(content)
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError):
        return Problem("word", "word_damaged" if content.startswith(b"PK") else "word_not_docx")
    except RuntimeError:  # zipfile's word for an archive locked with a password
        return Problem("word", "word_locked")
    if isinstance(parts, Problem):
        return parts
    return _problem_of(parts)


def unpacked(content: bytes) -> "dict[str, bytes] | Problem":
    """All parts by name, read no further than the limits; the size that the archive states itself is not believed."""
    parts: dict[str, bytes] = {}
    total = 0
    with ZipFile(BytesIO(content)) as archive:
        infos = [info for info in archive.infolist() if not info.is_dir()]
        if len(infos) > MAX_ENTRIES:
            return Problem("word", "word_too_large", {"most": MAX_FILE // 2**20})
        for info in infos:
            with archive.open(info) as stream:
                data = stream.read(MAX_UNPACKED - total + 1)
            total += len(data)
            stuffed = len(data) > RATIO_FROM and len(data) > MAX_RATIO * max(info.compress_size, 1)
            if total > MAX_UNPACKED or stuffed:
                return Problem("word", "word_too_large", {"most": MAX_FILE // 2**20})
            if info.filename in parts:
                return Problem("word", "word_damaged")
            parts[info.filename] = data
    return parts


def _problem_of(parts: Mapping[str, bytes]) -> Problem | None:
    types = parts.get("[Content_Types].xml")
    if types is None or MAIN not in parts:
        return Problem("word", "word_not_docx")
    code = _by_names(parts, types.lower())
    if code:
        return Problem("word", code)
    if not any(kind.encode() in types for kind in _MAIN_TYPES):
        return Problem("word", "word_not_docx")
    main = parsed(parts[MAIN])
    if main is not None and main.tag != f"{W}document":
        return Problem("word", "word_not_docx")
    for name in sorted(parts):
        if not _is_xml(name.lower(), parts[name]):
            continue
        tree = parsed(parts[name])
        if tree is None:
            entity = b"<!DOCTYPE" in parts[name] or b"<!ENTITY" in parts[name]
            return Problem("word", "word_entities" if entity else "word_damaged")
        code = _by_links(tree) if name.lower().endswith(".rels") else _by_elements(tree) or _by_fields(tree)
        if code:
            return Problem("word", code)
    return None


def _is_xml(name: str, data: bytes) -> bool:
    """By its name, or by its first letter: a part may be declared to be text under any name."""
    start = data[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
    return name.endswith((".xml", ".rels", ".vml")) or start.startswith((b"<", b"\xff\xfe", b"\xfe\xff"))


def _by_names(parts: Mapping[str, bytes], types: bytes) -> str:
    names = " ".join(parts).lower()
    if any(word in names or word.encode() in types for word in _MACROS):
        return "word_macros"
    if any(word in names or word.encode() in types for word in _OBJECTS):
        return "word_object"
    return ""


def parsed(data: bytes) -> Any:
    """The root of an XML part, or None: not well formed, too deep, or with a document type (entities)."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    return None if root.getroottree().docinfo.doctype else root


def _by_links(tree: Any) -> str:
    for link in tree.iter("{*}Relationship"):
        target, kind = link.get("Target", "").strip(), link.get("Type", "").rsplit("/", 1)[-1].lower()
        if any(word in kind for word in _MACROS):
            return "word_macros"
        if kind in {"oleobject", "package", "control"}:
            return "word_object"
        if kind in {"afchunk", "subdocument", "frame"}:
            return "word_foreign_part"
        if kind == "hyperlink":
            if link.get("TargetMode") == "External" and not _SAFE_LINK.match(target) and not target.startswith("#"):
                return "word_outside"
        elif link.get("TargetMode") == "External" or _LEADS_OUT.match(target) or target.count("../") > 3:
            return "word_outside"
    return ""


def _by_elements(tree: Any) -> str:
    for element in tree.iter("*"):
        namespace, _, name = element.tag.rpartition("}")
        code = _FORBIDDEN.get(name)
        if code and (name not in _WORD_ONLY or namespace == "{" + WORD):
            return code
        if namespace == "{urn:schemas-microsoft-com:vml" and (element.get("src") or element.get("href")):
            return "word_outside"
        if element.get(f"{_LINKS}link") or element.get(f"{_LINKS}href"):
            return "word_outside"
    return ""


def _by_fields(tree: Any) -> str:
    for words in _field_codes(tree):
        name, _, rest = words.strip().partition(" ")
        if name.startswith("="):
            continue
        if name.upper() not in _FIELDS:
            return "word_fetches"
        if name.upper() == "HYPERLINK":
            target = rest.strip().strip('"“”').strip()
            if not (target.startswith("\\l") or _SAFE_LINK.match(target)):
                return "word_outside"
    return ""


def _field_codes(tree: Any) -> Iterator[str]:
    """The instruction of every field; of one inside another by itself, and the outer one without it."""
    for element in tree.iter("{*}fldSimple"):
        yield _attribute(element, "instr")
    open_fields: list[list[str]] = []
    for element in tree.iter("{*}fldChar", "{*}instrText", "{*}delInstrText"):
        if not element.tag.endswith("}fldChar"):
            if open_fields:
                open_fields[-1].append(element.text or "")
            else:
                yield element.text or ""
            continue
        match _attribute(element, "fldCharType"):
            case "begin":
                open_fields.append([])
            case "end" if open_fields:
                yield "".join(open_fields.pop())
            case _:
                pass
    for left in open_fields:
        yield "".join(left)


def _attribute(element: Any, name: str) -> str:
    """An attribute in any of the two namespaces that Word files are written in."""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")
