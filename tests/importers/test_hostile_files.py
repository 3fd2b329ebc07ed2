"""Files that would harm or are no spreadsheets: each is refused with its code, in bounded time, nothing dies."""

import random
import struct
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from app.core.errors import Cancelled, Refused
from app.core.import_sentences import SENTENCES
from app.core.progress import Token
from app.importers.gate import check_file
from app.importers.ole_file import contained
from app.importers.workbook import open_workbook
from tests.importers.old_workbooks import biff_cell, biff_stream, ods, ods_cell, xls, xlsb
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


_XML_2003 = (
    '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
    'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="a"><Table>{}</Table></Worksheet>'
)


def _ods(rows: str, **more: str) -> Callable[[Path], object]:
    return lambda path: ods(path, f'<table:table table:name="S">{rows}</table:table>', **more)


def _repeated(rows: int, columns: int) -> str:
    return (
        f'<table:table-row table:number-rows-repeated="{rows}">'
        f"{ods_cell('x', f'table:number-columns-repeated={chr(34)}{columns}{chr(34)}')}</table:table-row>"
    )


def _protected_xls(path: Path) -> None:
    """A record FILEPASS behind the first record."""
    stream = biff_stream([["Name"]])
    path.write_bytes(contained(stream[:20] + b"\x2f\x00\x06\x00" + bytes(6) + stream[20:], "Workbook"))


def _far_xls(path: Path) -> None:
    size = b"\x00\x02\x0e\x00" + struct.pack("<IIHHH", 0, 65_536, 0, 256, 0)
    xls(path, [["x"]], size + biff_cell(65_535, 255, "y"))


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
    "ods: rows and columns without end": ("import_too_big", _ods(_repeated(1_048_576, 1_000))),
    "ods: beyond the grid": ("import_dangerous", _ods(_repeated(10**30, 1))),
    "ods: entities": ("import_dangerous", _ods(_repeated(1, 1), before=_DOCTYPE)),
    "ods: password": ("import_password", _ods("", manifest="<manifest><encryption-data/></manifest>")),
    "ods: broken": ("import_damaged", _ods("<table:table-row>")),
    "xls: password": ("import_password", _protected_xls),
    "xls: two far corners": ("import_sparse", _far_xls),
    "xlsb: two far corners": (
        "import_dangerous",
        lambda p: xlsb(p, [["x"], *[[]] * 600, [*[""] * 16_000, "y"]]),
    ),
    "html: tables without end": ("import_too_big", lambda p: p.write_bytes(b"<html>" + b"<table><tr><td>" * 50_000)),
    "html: comments without end": ("import_web_page", lambda p: p.write_bytes(b"<html><table>" + b"<!--" * 500_000)),
    "xml 2003: entities": (
        "import_dangerous",
        lambda p: p.write_text(_XML_2003.format("").replace("<Workbook", _DOCTYPE + "<Workbook")),
    ),
    "xml 2003: beyond the grid": (
        "import_dangerous",
        lambda p: p.write_text(_XML_2003.format('<Row ss:Index="4000000"/>')),
    ),
    "csv: one line without end": ("import_too_big", lambda p: p.write_bytes(b"x" * (5 << 20))),
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


_WATCH = """
import runpy, sys
seen = []
allowed = ("open", "import", "compile", "exec", "marshal", "object", "os.listdir", "os.scandir", "sys.", "code",
           "ctypes", "builtins", "cpython", "os.putenv", "glob", "resource", "os.stat")
def hook(event, arguments):
    if event == "open":
        path, mode = str(arguments[0]), str(arguments[1])
        if arguments[0] == 1 or path == sys.argv[1] or path.endswith((".py", ".pyc", ".so", ".zip")):
            return
        seen.append((event, path, mode))
    elif not event.startswith(allowed):
        seen.append((event, str(arguments)))
sys.addaudithook(hook)
code = 0
try:
    runpy.run_path(sys.argv[2], run_name="reader")["main"](sys.argv[1])
finally:
    sys.stderr.write(repr([one for one in seen if "__pycache__" not in str(one) and "site-packages" not in str(one)]))
"""


@pytest.mark.parametrize("kind", ["xlsx", "ods", "html", "xml", "csv"])
def test_nothing_outside_the_file_is_opened_and_no_formula_is_calculated(kind: str, tmp_path: Path) -> None:
    """The child under an audit hook: no socket, no other file, no other process."""
    canary = tmp_path / "canary.txt"
    canary.write_text("CANARY")
    path = tmp_path / f"list.{kind}"
    link = canary.as_uri()
    if kind == "xlsx":
        cells = f'<row r="1"><c r="A1"><f>WEBSERVICE("{link}")</f></c><c r="B1"><f>1+1</f><v>7</v></c></row>'
        raw_xlsx(path, sheet_xml(cells), [("xl/externalLinks/externalLink1.xml", f'<externalLink href="{link}"/>')])
    elif kind == "ods":
        formula = f"<table:table-cell table:formula=\"of:=WEBSERVICE('{link}')\"/>"
        ods(
            path,
            f'<table:table table:name="S"><table:table-row>{formula}{ods_cell("x")}</table:table-row></table:table>',
        )
    elif kind == "html":
        path.write_text(
            f'<html><link rel=stylesheet href="{link}"><table><tr><td><img src="{link}">a<td>=1+1</tr></table>'
            f'<iframe src="{link}"></iframe><object data="{link}"></object></html>'
        )
    elif kind == "xml":
        path.write_text(_XML_2003.format(f'<Row><Cell ss:HRef="{link}"><Data>x</Data></Cell></Row>') + "</Workbook>")
    else:
        path.write_text(f"a;b\n=cmd|' /C calc'!A0;=WEBSERVICE(\"{link}\")\n")
    reader = Path(sys.modules["app.importers.workbook"].__file__ or "").with_name("reader_child.py")
    run = subprocess.run(
        # -B: in a fresh clone Python would write its compiled modules meanwhile.
        [sys.executable, "-B", "-c", _WATCH, str(path), str(reader)],
        capture_output=True,
        check=False,
        cwd=reader.parents[2],
    )
    assert run.stderr.decode() == "[]"
    assert b"CANARY" not in run.stdout
    assert b'{"end":true}' in run.stdout
    if kind == "xlsx":
        sheet = open_workbook(path).sheets[0]
        assert sheet.rows == (("", 7.0),)
        assert sheet.uncached == {(1, 1)}


def _changed(data: bytes, chance: random.Random) -> bytes:
    """Some bytes turned, cut out or doubled."""
    found = bytearray(data)
    for _ in range(chance.choice((1, 3, 10, 40))):
        at = chance.randrange(len(found))
        match chance.randrange(4):
            case 0:
                found[at] = chance.randrange(256)
            case 1:
                found[at : at + 4] = chance.choice((b"\xff\xff\xff\xff", b"\x00\x00\x00\x00", b"9999"))
            case 2:
                del found[at : at + chance.randrange(1, 50)]
            case _:
                found[at:at] = found[at : at + chance.randrange(1, 50)]
        if len(found) < 8:
            break
    return bytes(found)


@pytest.mark.parametrize("kind", ["xls", "xlsb", "ods", "xlsx"])
def test_mutants_end_in_an_answer_or_a_sentence(kind: str, tmp_path: Path) -> None:
    rows: list[list[object]] = [["Name", "Town", "Year"], *[[f"Ana {n}", "Celje", float(n)] for n in range(20)]]
    seed = tmp_path / "seed"
    if kind == "xls":
        xls(seed, rows)
    elif kind == "xlsb":
        xlsb(seed, rows)
    elif kind == "ods":
        lines = "".join(f"<table:table-row>{''.join(ods_cell(str(c)) for c in row)}</table:table-row>" for row in rows)
        ods(seed, f'<table:table table:name="S">{lines}</table:table>')
    else:
        xlsx(seed, *rows)
    chance = random.Random(20_260)
    path = tmp_path / "list.xlsx"
    for _ in range(12):
        if kind == "xls":
            path.write_bytes(_changed(seed.read_bytes(), chance))
        else:
            # Inside the parts, so that the check sums of the archive are right.
            with zipfile.ZipFile(seed) as old, zipfile.ZipFile(path, "w") as new:
                for name in old.namelist():
                    part = old.read(name)
                    new.writestr(name, _changed(part, chance) if "sheet1" in name or name == "content.xml" else part)
        started = time.monotonic()
        try:
            open_workbook(path)
        except Refused as refusal:
            assert refusal.code in SENTENCES  # noqa: PT017 - both ends are right
        assert time.monotonic() - started < 10
