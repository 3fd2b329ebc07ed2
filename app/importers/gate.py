"""What may be opened at all: cheap checks before any parser sees a stranger's file (D11, I1 to I8).

Only the standard library is used, so that the child process can run these checks, too. Each refusal is a code of
``app.core.import_sentences``.
"""

import struct
import zipfile
from dataclasses import dataclass
from pathlib import Path

from app.core.errors import Refused
from app.importers.text_table import utf16_without_mark

#: A spreadsheet with people is far below these; a bomb is far above.
MAX_FILE = 120 * 2**20
MAX_ENTRIES = 4_000
MAX_UNPACKED = 900 * 2**20
MAX_RATIO = 250
#: Below this size a ratio says nothing: a few formatted empty rows pack very well.
RATIO_FROM = 24 * 2**20
_END = b"PK\x05\x06"
#: Workbooks of Excel 95 and before may come without a container: the first record says which.
_BARE = (b"\x09\x08\x08\x00", b"\x09\x08\x10\x00")
_OLDER = (b"\x09\x04\x06\x00", b"\x09\x02\x06\x00", b"\x09\x00\x04\x00")
_PAGE_STARTS = (
    b"<!doctype html",
    b"<html",
    b"<table",
    b"<meta",
    b"<head",
    b"<style",
    b"<body",
    b"<div",
    b"<center",
    b"<!--[if",
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@dataclass(frozen=True, slots=True)
class FileKind:
    """What a file is by its content. ``zipped`` as the word says.

    ``name`` is xlsx, xlsb, ods, xls, biff (an old workbook without its container), html, mhtml, xml or text.
    """

    name: str
    zipped: bool


def _utf16(word: str) -> bytes:
    return word.encode("utf-16-le")


def _ole_kind(data: bytes) -> FileKind:
    """Old Excel, or a package locked with a password; told by the names in the directory of the container."""
    if _utf16("EncryptedPackage") in data or _utf16("EncryptionInfo") in data:
        raise Refused("import_password")
    if any(_utf16(name) in data for name in ("Workbook", "Book", "WORKBOOK", "BOOK")):
        return FileKind("xls", False)
    raise Refused("import_document" if _utf16("WordDocument") in data else "import_not_a_workbook")


def _start_of(head: bytes) -> bytes:
    """The first letters of a text in any encoding, in small letters."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head[: len(head) // 2 * 2].decode("utf-16", "replace").encode("utf-8")
    elif b"\x00" in head[:512]:
        head = head.replace(b"\x00", b"")
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()


def _text_kind(head: bytes) -> FileKind:
    """Text with columns, a page with tables, Excel's XML of 2003; refused is other mark-up and what is no text."""
    start = _start_of(head)
    if start.startswith(b"<?xml") or b"urn:schemas-microsoft-com:office:spreadsheet" in start[:4096]:
        if b"urn:schemas-microsoft-com:office:spreadsheet" in start and b"<workbook" in start:
            return FileKind("xml", False)
        if b"<html" in start[:4096] and b"<!entity" not in start:
            return FileKind("html", False)
        raise Refused("import_not_a_workbook")
    if start.startswith(b"mime-version:") or b"\ncontent-type: multipart/related" in start[:4096].replace(b"\r", b""):
        return FileKind("mhtml", False)
    if start.startswith((b"{\\rtf", b"%!ps")):
        raise Refused("import_document")
    if start.startswith(_PAGE_STARTS) or (start.startswith(b"<") and b"<table" in start):
        return FileKind("html", False)
    if start.startswith(b"<!doctype"):
        raise Refused("import_not_a_workbook")
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or utf16_without_mark(head[: len(head) // 2 * 2]):
        return FileKind("text", False)
    sample = head[:65536]
    strange = sum(1 for byte in sample if byte < 9 or 13 < byte < 32)
    if b"\x00" in sample or strange > len(sample) // 200:
        raise Refused("import_not_a_workbook")
    return FileKind("text", False)


def _entry_count(path: Path, size: int) -> int:
    """Number of entries as the end record tells it, without listing them (a listing of 100,000 takes seconds)."""
    with path.open("rb") as source:
        source.seek(max(0, size - 65_557))
        tail = source.read()
    at = tail.rfind(_END)
    if at < 0 or len(tail) - at < 22:
        raise Refused("import_damaged")
    count: int = struct.unpack_from("<H", tail, at + 10)[0]
    directory_size: int = struct.unpack_from("<I", tail, at + 12)[0]
    return max(count, directory_size // 2_000_000 * MAX_ENTRIES)


def _check_entry(entry: zipfile.ZipInfo, seen: set[str]) -> None:
    name = entry.filename
    parts = name.replace("\\", "/").split("/")
    if name.startswith(("/", "\\")) or ".." in parts or ":" in parts[0] or "\x00" in name:
        raise Refused("import_dangerous", reason="path")
    if name.lower() in seen:
        raise Refused("import_dangerous", reason="duplicate")
    seen.add(name.lower())
    if entry.flag_bits & 1:
        raise Refused("import_password")
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise Refused("import_dangerous", reason="packing")
    packed = max(entry.compress_size, 1)
    if entry.file_size > RATIO_FROM and entry.file_size // packed > MAX_RATIO:
        raise Refused("import_too_big")


def _zip_kind(path: Path, size: int) -> FileKind:
    if _entry_count(path, size) > MAX_ENTRIES:
        raise Refused("import_too_big")
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            seen: set[str] = set()
            for entry in entries:
                _check_entry(entry, seen)
            if sum(entry.file_size for entry in entries) > MAX_UNPACKED:
                raise Refused("import_too_big")
            kind = archive.read("mimetype")[:80] if "mimetype" in seen else b""
    except (zipfile.BadZipFile, NotImplementedError, EOFError, ValueError, OSError, struct.error) as error:
        raise Refused("import_damaged") from error
    if kind == b"application/vnd.oasis.opendocument.spreadsheet" and "content.xml" in seen:
        return FileKind("ods", True)
    if "xl/workbook.bin" in seen:
        return FileKind("xlsb", True)
    if "xl/workbook.xml" in seen or any(name.endswith("workbook.xml") for name in seen):
        return FileKind("xlsx", True)
    raise Refused(_other_archive(seen, kind))


def _other_archive(names: set[str], kind: bytes) -> str:
    """What to say of an archive that is no workbook."""
    if "word/document.xml" in names or kind.startswith(b"application/vnd.oasis.opendocument.text"):
        return "import_document"
    if any(name.endswith(".iwa") for name in names) or "index.zip" in names or "index.xml" in names:
        return "import_numbers"
    if any(name.endswith((".xlsx", ".xls", ".xlsm", ".xlsb", ".ods", ".csv")) for name in names):
        return "import_archive"
    return "import_not_a_workbook"


def check_file(path: Path) -> FileKind:
    """What the file is, by content and not by its ending; refuses what no parser may see.

    Cheap: reads the head, the end record and the directory of the archive, nothing is unpacked. Refuses with
    ``import_missing``, ``import_empty``, ``import_too_big``, ``import_password``, ``import_pdf``, ``import_picture``,
    ``import_document``, ``import_numbers``, ``import_archive``, ``import_old_excel``, ``import_not_a_workbook``,
    ``import_damaged``, ``import_dangerous``.
    """
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise Refused("import_missing")
        with path.open("rb") as source:
            head = source.read(65_536)
    except OSError as error:
        raise Refused("import_missing") from error
    if not size or not head.strip(b"\x00 \r\n\t"):
        raise Refused("import_empty")
    if size > MAX_FILE:
        raise Refused("import_too_big")
    if path.name.startswith("~$"):
        raise Refused("import_owner_file")
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_kind(path, size)
    if head.startswith((b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")):
        raise Refused("import_archive")
    if head.startswith(_OLDER):
        raise Refused("import_old_excel")
    if head.startswith(_BARE):
        return FileKind("biff", False)
    if head.startswith(_OLE):
        return _ole_kind(path.read_bytes())
    if head[:1024].lstrip().startswith(b"%PDF"):
        raise Refused("import_pdf")
    if head.startswith((b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00")):
        raise Refused("import_picture")
    return _text_kind(head)
