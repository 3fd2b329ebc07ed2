"""``python -m benchmarks.hostile``: files made to harm; what became of each, its time, the child's peak memory.

Each file is read in a process of its own by the same function as in the program. Nothing may take longer than 20
seconds of the child's processor time or more than 512 MB; the exit status is 1 if anything did, or ended in neither an
answer nor a sentence.
"""

import argparse
import io
import json
import random
import struct
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

MOST_SECONDS = 20.0
MOST_MEGABYTES = 512.0
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_PACKAGE = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
_WORKBOOK = (
    f'<workbook {_MAIN} xmlns:r="{_OFFICE}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
_START, _STOP = f"<worksheet {_MAIN}><sheetData>", "</sheetData></worksheet>"
_CELL = '<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c></row>'
_DOCTYPE = '<!DOCTYPE x [<!ENTITY a "{}">]>'


def _book(path: Path, sheet: str | Iterator[str], more: Sequence[tuple[str, bytes]] = ()) -> None:
    """An .xlsx of one sheet, written as it is told."""
    relations = '<Relationships {}><Relationship Id="rId1" Type="{}/{}" Target="{}"/></Relationships>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("_rels/.rels", relations.format(_PACKAGE, _OFFICE, "officeDocument", "xl/workbook.xml"))
        archive.writestr(
            "xl/_rels/workbook.xml.rels", relations.format(_PACKAGE, _OFFICE, "worksheet", "worksheets/sheet1.xml")
        )
        archive.writestr("xl/workbook.xml", _WORKBOOK)
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            for piece in [sheet] if isinstance(sheet, str) else sheet:
                part.write(piece.encode("utf-8", "surrogatepass"))
        for name, data in more:
            archive.writestr(name, data)


def _rows(count: int, row: Callable[[int], str]) -> Iterator[str]:
    yield _START
    for first in range(1, count + 1, 1000):
        yield "".join(row(number) for number in range(first, min(first + 1000, count + 1)))
    yield _STOP


def _styled(number: int) -> str:
    cells = "".join(f'<c r="{letter}{number}" s="0"/>' for letter in "ABCDEFGHIJ")
    if number > 75:
        return f'<row r="{number}">{cells}</row>'
    return f'<row r="{number}"><c r="A{number}"><v>{number}</v></c></row>'


def _wide(number: int) -> str:
    def letters(column: int) -> str:
        name = ""
        while column:
            column, rest = divmod(column - 1, 26)
            name = chr(65 + rest) + name
        return name

    return (
        f'<row r="{number}">'
        + "".join(f'<c r="{letters(n)}{number}"><v>1</v></c>' for n in range(1, 10_001))
        + "</row>"
    )


def _ods(path: Path, table: str) -> None:
    space = "urn:oasis:names:tc:opendocument:xmlns:{0}:1.0"
    names = " ".join(f'xmlns:{word}="{space.format(word)}"' for word in ("office", "table", "text"))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr(
            "content.xml",
            f"<office:document-content {names}><office:body><office:spreadsheet><table:table table:name='S'>{table}"
            "</table:table></office:spreadsheet></office:body></office:document-content>",
        )


def _repeated(rows: int, columns: int) -> str:
    return (
        f'<table:table-row table:number-rows-repeated="{rows}">'
        f'<table:table-cell table:number-columns-repeated="{columns}" '
        'office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>'
    )


def _forged(path: Path) -> None:
    _book(path, _START + _CELL + _STOP, [("xl/styles.xml", b" " * (40 << 20))])
    path.write_bytes(path.read_bytes().replace(struct.pack("<I", 40 << 20), struct.pack("<I", 10)))


def _cut(path: Path) -> None:
    _book(path, _rows(5_000, _styled))
    path.write_bytes(path.read_bytes()[:-2_000])


def _laughs() -> str:
    lines = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "ha"}">' for n in range(10))
    return f"<!DOCTYPE x [{lines}]>" + _START + '<row r="1"><c r="A1" t="str"><v>&a9;</v></c></row>' + _STOP


def _corner(*places: str) -> str:
    rows = "".join(f'<row r="{place.lstrip("ABCDEFXZ")}"><c r="{place}"><v>1</v></c></row>' for place in places)
    return _START + rows + _STOP


def _strings(count: int) -> bytes:
    return f"<sst {_MAIN} uniqueCount='{count}'><si><t>x</t></si></sst>".encode()


def _empty_strings() -> bytes:
    return f"<sst {_MAIN}>".encode() + b"<si/>" * 20_000_000 + b"</sst>"


def _entries(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", _WORKBOOK)
        for number in range(100_000):
            archive.writestr(f"xl/{number}.xml", b"")


def _random(path: Path) -> None:
    path.write_bytes(random.Random(1).randbytes(1 << 20))


def _text(start: bytes, repeated: bytes = b"", times: int = 0, end: bytes = b"") -> Callable[[Path], object]:
    return lambda path: path.write_bytes(start + repeated * times + end)


def _sheet(sheet: str, *more: tuple[str, bytes]) -> Callable[[Path], object]:
    return lambda path: _book(path, sheet, more)


def _many_strings(path: Path) -> None:
    _book(path, _START + _CELL + _STOP, [("xl/sharedStrings.xml", _empty_strings())])


def _spaces(path: Path) -> None:
    _book(path, iter([_START, *[" " * (1 << 20)] * 2_047, _STOP]))


def _numbers(path: Path) -> None:
    letters = "ABCDEFGHIJKLMNOPQRSTU"
    _book(
        path,
        _rows(
            1_000_000, lambda n: f'<row r="{n}">' + "".join(f'<c r="{a}{n}"><v>1</v></c>' for a in letters) + "</row>"
        ),
    )


def _long_texts(path: Path) -> None:
    letters = random.Random(1).choices("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя", k=32_767)
    text = "".join(letters)
    _book(path, _rows(500, lambda n: f'<row r="{n}"><c r="A{n}" t="inlineStr"><is><t>{text}</t></is></c></row>'))


def _odd_texts(path: Path) -> None:
    words = ("a&#9;b", "_x0000_x", "_xD800_y", "\u202eevil", "\u200b", "&#13;", "\U0001f600", "=HYPERLINK(1)")
    _book(path, _rows(1_000, lambda n: f'<row r="{n}"><c r="A{n}" t="str"><v>{words[n % len(words)]}</v></c></row>'))


def _zipped_zip(path: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("0", b"\x00" * (200 << 20))
    _book(path, _START + _CELL + _STOP, [("xl/media/image1.zip", inner.getvalue())])


_XML_2003 = (
    b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
    b'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
)
CASES: dict[str, Callable[[Path], object]] = {
    "zip bomb, 2 GB of spaces": _spaces,
    "one string of 1 GB": lambda p: _book(
        p, iter([_START, '<row r="1"><c r="A1" t="str"><v>', *["x" * (1 << 20)] * 1024, "</v></c></row>", _STOP])
    ),
    "forged size": _forged,
    "zip in a zip": _zipped_zip,
    "100,000 parts": _entries,
    "20,000,000 empty strings": _many_strings,
    "1,000,000 styles": _sheet(
        _START + _CELL + _STOP, ("xl/styles.xml", b"<styleSheet><cellXfs>" + b"<xf/>" * 1_000_000)
    ),
    "billion laughs": _sheet(_laughs()),
    "quadratic entity": _sheet(_DOCTYPE.format("x" * 50_000) + _START + _STOP),
    "external entity": _sheet('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>' + _START + _STOP),
    "truncated": _cut,
    "empty": _text(b""),
    "random bytes": _random,
    "A1 and XFD1048576": _sheet(_corner("A1", "XFD1048576")),
    "A1 and A4294967295": _sheet(_corner("A1", "A4294967295")),
    "A1 and T1048576": _sheet(_corner("A1", "A1048576", "B1048576")),
    "lying count of strings": _sheet(_START + _CELL + _STOP, ("xl/sharedStrings.xml", _strings(4_294_967_296))),
    "whole grid merged": _sheet(
        _START + _CELL + "</sheetData><mergeCells><mergeCell ref='A1:XFD1048576'/></mergeCells></worksheet>"
    ),
    "path out of the archive": _sheet(_START + _CELL + _STOP, ("../../x.xml", b"x")),
    "1,048,576 formatted empty rows": lambda p: _book(p, _rows(1_048_576, _styled)),
    "21,000,000 small numbers": _numbers,
    "10,000 columns, 100 rows": lambda p: _book(p, _rows(100, _wide)),
    "texts of 32,767 characters": _long_texts,
    "control and bidirectional characters": _odd_texts,
    "ods: 1,048,576 × 1,000 repeated": lambda p: _ods(p, _repeated(1_048_576, 1_000)),
    "ods: number of 30 digits": lambda p: _ods(p, _repeated(10**30, 1)),
    "ods: two far corners": lambda p: _ods(
        p,
        _repeated(1, 1)
        + _repeated(1_048_000, 1).replace(">x<", "><").replace('office:value-type="string"', "")
        + _repeated(1, 1_000),
    ),
    "csv: one line of 100 MB": _text(b"", b"x", 100 << 20),
    "csv: one line of 40 MB": _text(b"", b"x", 40 << 20),
    "csv: 1,000,000 separators in a line": _text(b"", b";", 1_000_000, b"\na;b\n"),
    "csv: quotation mark never closed": _text(b'a;b;c\n"x;y;z\n', b"a;b;c\n", 100_000),
    "csv: many quotation marks": _text(b"", b'"', 5_000_000, b"\na;b\n"),
    "html: 200,000 tables in each other": _text(b"<html>", b"<table><tr><td>", 200_000),
    "html: spans of 99,999,999": _text(
        b"<table>" + b"<tr><td colspan=99999999 rowspan=99999999>x</td></tr>" * 20_000 + b"</table>"
    ),
    "html: 5 MB of open tags": _text(b"<html><table><tr><td>", b"<a ", 1_700_000),
    "html: 2 MB of comments": _text(b"<html><table><tr><td>", b"<!--", 500_000),
    "xml 2003: entities": _text(_XML_2003.replace(b"<Workbook", b'<!DOCTYPE a [<!ENTITY a "b">]><Workbook')),
    "xml 2003: row 1,000,000": _text(
        _XML_2003 + b'<Worksheet ss:Name="a"><Table><Row ss:Index="1000000"><Cell ss:Index="16000">'
        b'<Data ss:Type="String">x</Data></Cell></Row></Table></Worksheet></Workbook>'
    ),
    "xml 2003: 1,000,000 deep": _text(_XML_2003, b"<a>", 1_000_000),
}


def _one(path: Path) -> int:
    """Read one file here and print what came of it as JSON."""
    import resource

    from app.core.errors import Refused
    from app.core.import_sentences import REFUSALS
    from app.importers.workbook import open_workbook

    started = time.monotonic()
    try:
        sheets = open_workbook(path).sheets
        outcome = f"read, {max(len(sheet.rows) for sheet in sheets):,} rows"
    except Refused as refusal:
        reason = f" ({refusal.params['reason']})" if "reason" in refusal.params else ""
        outcome = refusal.code + reason if refusal.code in REFUSALS else f"NO SENTENCE {refusal.code}"
    wall = time.monotonic() - started
    child, own = resource.getrusage(resource.RUSAGE_CHILDREN), resource.getrusage(resource.RUSAGE_SELF)
    print(json.dumps([outcome, wall, child.ru_utime + child.ru_stime, child.ru_maxrss / 1024, own.ru_maxrss / 1024]))
    return 0


def main(arguments: Sequence[str]) -> int:
    """Make and read all cases, or those whose name contains a word; prints a table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.hostile", description=__doc__)
    parser.add_argument("--only", metavar="WORD", default="", help="cases whose name contains this")
    parser.add_argument("--one", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--make", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.one:
        return _one(options.one)
    if options.make:
        CASES[options.only](options.make)
        return 0
    bad = 0
    print(f"{'case':38} {'size':>9}  {'clock':>7} {'child cpu':>9} {'child':>7} {'parent':>7}  outcome")
    with tempfile.TemporaryDirectory(prefix="mentordesk-bench-") as folder:
        for name in CASES:
            if options.only not in name:
                continue
            path = Path(folder, "file.xlsx")
            # In a process of its own: a child would inherit the peak memory of the one that made the file.
            subprocess.run(
                [sys.executable, "-m", "benchmarks.hostile", "--make", str(path), "--only", name], check=True
            )
            run = subprocess.run(
                [sys.executable, "-m", "benchmarks.hostile", "--one", str(path)], stdout=subprocess.PIPE, check=False
            )
            outcome, wall, cpu, child, own = json.loads(run.stdout or b'["TRACEBACK",0,0,0,0]')
            wrong = outcome.isupper() or outcome.startswith("NO ") or cpu > MOST_SECONDS or child > MOST_MEGABYTES
            bad += wrong
            size = path.stat().st_size
            print(
                f"{name:38} {size / 1024:7.0f} K  {wall:5.2f} s {cpu:7.2f} s {child:4.0f} MB {own:4.0f} MB  "
                f"{'!! ' if wrong else ''}{outcome}",
                flush=True,
            )
            path.unlink()
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
