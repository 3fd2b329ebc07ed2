"""Files that would harm or are no spreadsheets: each is refused with its code, in bounded time, nothing dies."""

import struct
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from app.core.errors import Cancelled, Refused
from app.core.import_sentences import SENTENCES
from app.core.progress import Token
from app.importers.gate import check_file
from app.importers.workbook import open_workbook
from tests.importers.workbooks import raw_xlsx, sheet_xml, xlsx

_ROW = '<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row>'
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600


def _ole(name: str) -> bytes:
    return _OLE + name.encode("utf-16-le") + b"\x00" * 600


def _bomb(path: Path) -> Path:
    return raw_xlsx(path, sheet_xml(_ROW), [("xl/sharedStrings.xml", b" " * (300 << 20))])


def _forged(path: Path) -> Path:
    """The directory says that a part of 40 MB has 10 bytes."""
    raw_xlsx(path, sheet_xml(_ROW), [("xl/styles.xml", b" " * (40 << 20))])
    data = path.read_bytes()
    path.write_bytes(data.replace(struct.pack("<I", 40 << 20), struct.pack("<I", 10)))
    return path


def _entries(path: Path) -> Path:
    return raw_xlsx(path, sheet_xml(_ROW), [(f"xl/x{n}.bin", b"") for n in range(5_000)])


def _truncated(path: Path) -> Path:
    xlsx(path, ["Name"], ["Ana"])
    path.write_bytes(path.read_bytes()[:-400])
    return path


def _strings(count: int) -> str:
    return (
        f'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="{count}">'
        "<si><t>x</t></si></sst>"
    )


def _sparse(*refs: str) -> str:
    rows = "".join(f'<row r="{"".join(filter(str.isdigit, ref))}"><c r="{ref}"><v>1</v></c></row>' for ref in refs)
    return sheet_xml(rows)


_DOCTYPE = '<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
HOSTILE: dict[str, tuple[str, Callable[[Path], object]]] = {
    "zip bomb": ("import_too_big", _bomb),
    "forged size": ("import_damaged", _forged),
    "too many parts": ("import_too_big", _entries),
    "entities": ("import_dangerous", lambda p: raw_xlsx(p, sheet_xml(_ROW, before=_DOCTYPE))),
    "late doctype": (
        "import_dangerous",
        lambda p: raw_xlsx(p, sheet_xml(_ROW), [("xl/styles.xml", "<?xml?>" + " " * (1 << 20) + _DOCTYPE)]),
    ),
    "utf-16 part": (
        "import_dangerous",
        lambda p: raw_xlsx(p, sheet_xml(_ROW), [("xl/a.xml", _DOCTYPE.encode("utf-16"))]),
    ),
    "sparse": ("import_sparse", lambda p: raw_xlsx(p, _sparse("A1", "XFD1048576"))),
    "beyond the grid": ("import_dangerous", lambda p: raw_xlsx(p, _sparse("A1", "A4294967295"))),
    "column beyond the grid": ("import_dangerous", lambda p: raw_xlsx(p, _sparse("ZZZZ1"))),
    "cell far from its row": (
        "import_dangerous",
        lambda p: raw_xlsx(p, sheet_xml('<row r="1"><c r="A9999999"><v>1</v></c></row>')),
    ),
    "lying count": (
        "import_dangerous",
        lambda p: raw_xlsx(p, sheet_xml(_ROW), [("xl/sharedStrings.xml", _strings(4_294_967_296))]),
    ),
    "merged grid": (
        "import_dangerous",
        lambda p: raw_xlsx(p, sheet_xml(_ROW, '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')),
    ),
    "path out of the archive": ("import_dangerous", lambda p: raw_xlsx(p, sheet_xml(_ROW), [("../../evil.xml", "x")])),
    "two parts of one name": (
        "import_dangerous",
        lambda p: raw_xlsx(p, sheet_xml(_ROW), [("xl/Styles.xml", "<a/>"), ("xl/styles.xml", "<b/>")]),
    ),
    "truncated": ("import_damaged", _truncated),
    "broken xml": ("import_damaged", lambda p: raw_xlsx(p, "<worksheet><sheetData><row r='1'><c></row>")),
    "empty": ("import_empty", lambda p: p.write_bytes(b"")),
    "zeros": ("import_empty", lambda p: p.write_bytes(b"\x00" * 4096)),
    "password": ("import_password", lambda p: p.write_bytes(_ole("EncryptedPackage"))),
    "word document": ("import_document", lambda p: p.write_bytes(_ole("WordDocument"))),
    "broken xls": ("import_damaged", lambda p: p.write_bytes(_ole("Workbook"))),
    "web page": ("import_web_page", lambda p: p.write_bytes(b"\xef\xbb\xbf <HTML><table><tr><td>x")),
    "pdf": ("import_pdf", lambda p: p.write_bytes(b"%PDF-1.7\n%\xe2\xe3")),
    "picture": ("import_picture", lambda p: p.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))),
    "random": ("import_not_a_workbook", lambda p: p.write_bytes(bytes(range(256)) * 40)),
    "xml": ("import_not_a_workbook", lambda p: p.write_bytes(b"<?xml version='1.0'?><a/>")),
    "other archive": ("import_not_a_workbook", lambda p: zipfile.ZipFile(p, "w").writestr("a.txt", "x")),
}


@pytest.mark.filterwarnings("ignore:Duplicate name", "ignore:unclosed")
@pytest.mark.parametrize("kind", HOSTILE)
def test_refused_in_time(kind: str, tmp_path: Path) -> None:
    code, make = HOSTILE[kind]
    path = tmp_path / "list.xlsx"
    make(path)
    started = time.monotonic()
    with pytest.raises(Refused) as refusal:
        open_workbook(path)
    assert refusal.value.code == code
    assert refusal.value.code in SENTENCES
    assert time.monotonic() - started < 5


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    for path in (tmp_path / "no.xlsx", tmp_path):
        with pytest.raises(Refused) as refusal:
            check_file(path)
        assert refusal.value.code == "import_missing"


def test_the_file_is_told_by_its_content(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "list.csv", ["Name"], ["Ana"])
    assert check_file(path).name == "xlsx"
    (tmp_path / "list.xlsx").write_text("Name;E-mail\nAna;a@b.si\n", encoding="utf-8")
    assert check_file(tmp_path / "list.xlsx").name == "text"


def test_a_million_formatted_empty_rows_give_the_real_ones(tmp_path: Path) -> None:
    empty = "".join(f'<row r="{n}"><c r="A{n}" s="0"/></row>' for n in range(2, 400_000))
    book = open_workbook(raw_xlsx(tmp_path / "rows.xlsx", sheet_xml(_ROW + empty)))
    assert book.sheets[0].rows == (("x",),)


def test_a_stopped_reading_ends_at_once(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "big.xlsx", *[[f"n{n}"] * 10 for n in range(3_000)])
    token = Token()
    token.cancel()
    started = time.monotonic()
    with pytest.raises(Cancelled):
        open_workbook(path, token)
    assert time.monotonic() - started < 2


def test_a_child_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "big.xlsx", *[[f"n{n}"] * 10 for n in range(20_000)])
    with pytest.raises(Refused) as refusal:
        open_workbook(path, seconds=0.15)
    assert refusal.value.code in ("import_takes_too_long", "import_unreadable")
