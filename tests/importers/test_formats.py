"""Every format that towns send, told by its content, read to the same cells (SP-6, SP-8, SP-18, SP-20, I7, I9, I11)."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from orjson import loads

from app.core.errors import Refused
from app.importers.column_rows import RowCollector, column_of, columns_from, width_of
from app.importers.gate import check_file
from app.importers.row_lines import RowDecoder, RowEncoder
from app.importers.workbook import Row, Sheet, open_workbook
from tests.importers.old_workbooks import biff_comment, biff_hidden, biff_stream, ods, ods_cell, xls, xlsb
from tests.importers.workbooks import raw_xlsx, sheet_xml, xlsx


def _only(path: Path) -> Sheet:
    (sheet,) = open_workbook(path).sheets
    return sheet


_ROWS: list[list[object]] = [["Ім'я", "Рік", "Дата"], ["Žiga", 1980.0, ("date", 29287.0)], ["Åsa", ("error", 23), ""]]


def test_an_xls_of_excel_97_with_what_the_parser_does_not_tell(tmp_path: Path) -> None:
    rows = [*_ROWS, ["Їжак", ("formula error", 42), 7.5]]
    sheet = _only(xls(tmp_path / "a.xls", rows, biff_hidden(2, 1, 2) + biff_comment(1, 0, "Чи їде?")))
    assert sheet.name == "Люди"
    assert sheet.rows == (
        ("Ім'я", "Рік", "Дата"),
        ("Žiga", 1980.0, date(1980, 3, 7)),
        ("Åsa", "", ""),
        ("Їжак", "", 7.5),
    )
    assert type(sheet.cell(2, 2)) is float
    assert sheet.errors == {(3, 2): "#REF!", (4, 2): "#N/A"}
    assert sheet.hidden_rows == {3}
    assert sheet.hidden_columns == {2, 3}
    assert sheet.comments == {(2, 1): "Чи їде?"}


def test_an_xls_that_counts_from_1904(tmp_path: Path) -> None:
    sheet = _only(xls(tmp_path / "a.xls", [["Name", ("date", 27825.0)]], epoch_1904=True))
    assert sheet.epoch_1904
    assert sheet.cell(1, 2) == date(1980, 3, 7)


def test_an_xls_without_its_container(tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    path.write_bytes(biff_stream(_ROWS))
    assert check_file(path).name == "biff"
    assert _only(path).rows[1] == ("Žiga", 1980.0, date(1980, 3, 7))


def test_an_xlsb_with_what_the_parser_does_not_tell(tmp_path: Path) -> None:
    path = xlsb(tmp_path / "a.xlsb", [["Ім'я", "Рік"], ["Žiga", 1980.0], ["Åsa", ("error", 7)]], hidden=(1,))
    book = open_workbook(path)
    sheet = book.sheets[0]
    assert (book.kind, sheet.name) == ("xlsb", "Люди")
    assert sheet.rows == (("Ім'я", "Рік"), ("Žiga", 1980.0), ("Åsa", ""))
    assert sheet.errors == {(3, 2): "#DIV/0!"}
    assert sheet.hidden_rows == {2}
    assert sheet.hidden_columns == {2}
    assert sheet.merges == ((1, 1, 1, 2),)
    assert sheet.comments == {(2, 1): "питання"}


def test_an_ods_with_what_the_parser_does_not_tell(tmp_path: Path) -> None:
    error = ods_cell("#REF!", 'calcext:value-type="error"')
    title = ods_cell("Seznam", 'table:number-columns-spanned="2"')
    table = (
        '<table:table table:name="Люди"><table:table-column/>'
        '<table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>'
        f"<table:table-row>{title}<table:covered-table-cell/></table:table-row>"
        f'<table:table-row table:visibility="filter">{ods_cell("Žiga")}'
        '<table:table-cell office:value-type="float" office:value="5"><office:annotation><text:p>Чи їде?</text:p>'
        "</office:annotation><text:p>5</text:p></table:table-cell></table:table-row>"
        f"<table:table-row>{error}"
        '<table:table-cell table:formula="of:=[.A1]"/></table:table-row>'
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell '
        'table:number-columns-repeated="16384"/></table:table-row></table:table>'
    )
    book = open_workbook(ods(tmp_path / "a.ods", table))
    sheet = book.sheets[0]
    assert book.kind == "ods"
    assert sheet.rows[:2] == (("Seznam", ""), ("Žiga", 5.0))
    assert sheet.merges == ((1, 1, 1, 2),)
    assert sheet.hidden_rows == {2}
    assert sheet.hidden_columns == {2, 3}
    assert sheet.errors == {(3, 1): "#REF!"}
    assert sheet.uncached == {(3, 2)}
    assert sheet.comments == {(2, 2): "Чи їде?"}


_PAGE = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="{charset}">
<style>td {{mso-number-format:"\\@"}}</style><title>Delegacija</title></head><body><h1>Seznam</h1>
<table><tr><td>Menu</td></tr></table>
<table border=1><tr><th colspan=2>Delegacija&nbsp;Žalec</th><th rowspan=2>E-pošta</th></tr>
<tr><th>Ime</th><th>Priimek<td></tr>
<tr><td> Maša </td><td>Kovač<br>Novak</td><td><a href="http://x.example/">masa@x.example</a></td></tr>
<tr style="display:none"><td>Skrita</td><td>Oseba</td><td>&lt;b&gt;</td></tr>
<tr><td>="00123"</td><td><script>alert(1)</script>Čeh</td><td>3 &lt; 4</td></tr></table></body></html>"""


@pytest.mark.parametrize("charset", ["utf-8", "windows-1250", "utf-16"])
def test_a_page_named_xls(charset: str, tmp_path: Path) -> None:
    path = tmp_path / "export.xls"
    path.write_bytes(_PAGE.format(charset=charset).encode(charset))
    book = open_workbook(path)
    (sheet,) = book.sheets
    assert book.kind == "html"
    assert sheet.rows[0] == ("Delegacija Žalec", "", "E-pošta")
    assert sheet.rows[1][:2] == ("Ime", "Priimek")
    assert sheet.rows[2] == ("Maša", "Kovač\nNovak", "masa@x.example")
    assert sheet.rows[4] == ("00123", "Čeh", "3 < 4")
    assert sheet.merges == ((1, 1, 1, 2), (1, 3, 2, 3))
    assert sheet.hidden_rows == {4}


def test_cells_that_reach_down_push_the_next_rows_to_the_right(tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    path.write_text(
        "<table><tr><td rowspan=3>Lviv</td><td>Ana</td></tr><tr><td>Eva</td></tr><tr><td>Ivo</td></tr>"
        "<tr><td>Rivne</td><td>Jan</td></tr></table>"
    )
    sheet = _only(path)
    assert sheet.rows == (("Lviv", "Ana"), ("", "Eva"), ("", "Ivo"), ("Rivne", "Jan"))
    assert sheet.merges == ((1, 1, 3, 1),)


def test_a_page_with_two_lists_gives_two_sheets(tmp_path: Path) -> None:
    table = "<table><tr><td>Name</td><td>E-mail</td></tr><tr><td>Ana</td><td>a@b.example</td></tr></table>"
    path = tmp_path / "a.html"
    path.write_text(f"<!DOCTYPE html><table><tr><td>{table}</td><td>{table}</td></tr></table>")
    assert [sheet.name for sheet in open_workbook(path).sheets] == ["Table 1", "Table 2"]
    assert open_workbook(path).sheets[1].rows[1] == ("Ana", "a@b.example")


def test_a_page_saved_with_its_parts(tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    path.write_bytes(
        b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\n'
        b"Content-Location: file:///C:/x.htm\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        b'Content-Type: text/html; charset="utf-8"\r\n\r\n<html><table><tr><td class=3Dx>Ime</td><td>Kraj</td></tr>\r\n'
        b"<tr><td>Ma=C5=A1a</td><td>Celje</td></tr></table></html>\r\n--b--\r\n"
    )
    assert _only(path).rows == (("Ime", "Kraj"), ("Maša", "Celje"))


_XML = """<?xml version="1.0" encoding="utf-8"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Worksheet ss:Name="Люди"><Table><Column ss:Index="2" ss:Hidden="1"/>
<Row ss:Index="2"><Cell ss:MergeAcross="1"><Data ss:Type="String">Ім'я</Data></Cell>
<Cell ss:Index="4"><Data ss:Type="String">Дата</Data></Cell></Row>
<Row ss:Hidden="1"><Cell><Data ss:Type="String">Žiga</Data><Comment><ss:Data>Чи їде?</ss:Data></Comment></Cell>
<Cell ss:Index="3"><Data ss:Type="Number">380501234567</Data></Cell>
<Cell><Data ss:Type="DateTime">1980-03-07T00:00:00.000</Data></Cell></Row>
<Row><Cell ss:Formula="=RC[1]"><Data ss:Type="Error">#REF!</Data></Cell><Cell ss:Formula="=1"/>
<Cell><Data ss:Type="Boolean">1</Data></Cell></Row></Table></Worksheet>
<Worksheet ss:Name="Інше"><Table/><x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions>
</Worksheet>
</Workbook>"""


def test_the_xml_of_excel_2003_named_xls(tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    path.write_text(_XML, encoding="utf-8")
    book = open_workbook(path)
    people, other = book.sheets
    assert book.kind == "xml"
    assert people.rows == (
        (),
        ("Ім'я", "", "", "Дата"),
        ("Žiga", "", 380501234567.0, date(1980, 3, 7)),
        ("", "", True),
    )
    assert people.merges == ((2, 1, 2, 2),)
    assert people.hidden_rows == {3}
    assert people.hidden_columns == {2}
    assert people.comments == {(3, 1): "Чи їде?"}
    assert people.errors == {(4, 1): "#REF!"}
    assert people.uncached == {(4, 2)}
    assert (other.name, other.hidden) == ("Інше", True)


def test_names_that_lie(tmp_path: Path) -> None:
    xlsx(tmp_path / "a.csv", ["Name"], ["Ana"])
    xlsx(tmp_path / "a.xls", ["Name"], ["Ana"])
    xls(tmp_path / "b.xlsx", [["Name"], ["Ana"]])
    ods(
        tmp_path / "c.xls",
        f"<table:table table:name='a'><table:table-row>{ods_cell('Name')}</table:table-row></table:table>",
    )
    (tmp_path / "d.xlsx").write_text("Name;Town\nAna;Celje\n")
    kinds = {path.name: open_workbook(path).kind for path in tmp_path.iterdir()}
    assert kinds == {"a.csv": "xlsx", "a.xls": "xlsx", "b.xlsx": "xls", "c.xls": "ods", "d.xlsx": "text"}


def _cell(ref: str, body: str, more: str = "") -> str:
    return f'<c r="{ref}" {more}>{body}</c>'


def test_formulas_whose_result_was_not_saved(tmp_path: Path) -> None:
    """Excel marks the empty text as a result; programs that only write formulas leave the value out or empty."""
    cells = (
        _cell("A1", "<f>B1</f><v></v>")
        + _cell("B1", "<f>C1</f>")
        + _cell("C1", '<f t="shared" si="0"/><v/>')
        + _cell("D1", "<f>E1</f><v></v>", 't="str"')
        + _cell("E1", "<f>1+1</f><v>2</v>")
        + _cell("F1", "<f>1/0</f><v>#DIV/0!</v>", 't="e"')
    )
    sheet = _only(raw_xlsx(tmp_path / "a.xlsx", sheet_xml(f'<row r="1">{cells}</row>')))
    assert sheet.uncached == {(1, 1), (1, 2), (1, 3)}
    assert sheet.errors == {(1, 6): "#DIV/0!"}
    assert sheet.cell(1, 5) == 2.0


def test_single_quotes_and_prefixes_are_seen_through(tmp_path: Path) -> None:
    rows = "<row r='2' hidden='1'><c r='A2' t='e'><v>#N/A</v></c></row>"
    plain = _only(raw_xlsx(tmp_path / "a.xlsx", sheet_xml(rows)))
    assert plain.errors == {(2, 1): "#N/A"}
    assert plain.hidden_rows == {2}


def test_a_forgotten_blank_in_the_last_row(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>2</v></c></row>'
    sheet = _only(raw_xlsx(tmp_path / "a.xlsx", sheet_xml(rows)))
    assert len(sheet.rows) == 1_048_576
    assert (sheet.cell(1, 1), sheet.cell(2, 1), sheet.cell(1_048_576, 1)) == (1.0, "", 2.0)


def test_numbers_that_are_none(tmp_path: Path) -> None:
    values = {"A": "NaN", "B": "1E300", "C": "-5", "D": "INF"}
    cells = "".join(_cell(f"{letter}1", f"<v>{value}</v>") for letter, value in values.items())
    row = _only(raw_xlsx(tmp_path / "a.xlsx", sheet_xml(f'<row r="1">{cells}</row>'))).rows[0]
    assert row == ("NaN", 1e300, -5.0, "NaN")


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.xls", b"\x09\x02\x06\x00\x00\x00\x10\x00" + b"x" * 40, "import_old_excel"),
        ("a.rtf", b"{\\rtf1 x", "import_document"),
        ("a.7z", b"7z\xbc\xaf\x27\x1c" + b"x" * 40, "import_archive"),
        ("a.html", b"<!DOCTYPE html><html><p>Nothing</p></html>", "import_web_page"),
        ("a.xml", b"<?xml version='1.0'?><rss/>", "import_not_a_workbook"),
        (
            "a.xls",
            _XML.replace("<Workbook", '<!DOCTYPE x [<!ENTITY a "b">]><Workbook', 1).encode(),
            "import_dangerous",
        ),
        ("a.xls", _XML[:900].encode(), "import_damaged"),
    ],
)
def test_what_cannot_be_read_is_told(name: str, data: bytes, code: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(Refused) as refusal:
        open_workbook(tmp_path / name)
    assert refusal.value.code == code


def test_columns_behind_the_last_one_taken_are_told(tmp_path: Path) -> None:
    narrow = _only(xlsx(tmp_path / "a.xlsx", ["Name"], ["Ana", *[""] * 420]))
    wide = _only(xlsx(tmp_path / "b.xlsx", ["Name"], ["Ana", *["x"] * 420]))
    assert (narrow.cut_after, wide.cut_after) == (0, 400)
    assert len(wide.rows[1]) == 400


def test_hidden_rows_without_numbers_are_counted(tmp_path: Path) -> None:
    rows = "<row><c><v>1</v></c></row><row hidden='1'><c><v>2</v></c></row>"
    assert _only(raw_xlsx(tmp_path / "a.xlsx", sheet_xml(rows))).hidden_rows == {2}


_WORDS = st.one_of(
    st.just(""),
    st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=6),
    st.booleans(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(min_value=timedelta(0), max_value=timedelta(days=40)).map(lambda t: timedelta(seconds=t.seconds)),
)


#: Few different cells in a few columns, so that texts and days come again and again, and blocks of one width.
_FEW = st.one_of(
    st.sampled_from(["", "", "Лариса", "Celje", "1", "TRUE", "t"]),
    st.sampled_from([date(1, 1, 1), date(1987, 5, 19), date(9999, 12, 31)]),
    st.sampled_from([0.0, -0.0, 1.0, True, False]),
)
_NARROW = st.integers(1, 3).flatmap(lambda width: st.lists(st.lists(_FEW, min_size=width, max_size=width), max_size=9))
_KINDS: list[list[object]] = [["", "Celje", "Žalec"], ["", date(1987, 5, 19), date(2027, 3, 1)], ["a", True, 1.0]]
_OF_ONE_KIND = st.sampled_from(_KINDS)
_COLUMNS = _OF_ONE_KIND.flatmap(lambda kind: st.lists(st.lists(st.sampled_from(kind), min_size=1, max_size=1)))


def _taken(lines: list[bytes]) -> tuple[Row, ...]:
    """The rows as the other end of the line puts them together, empty ones at the end included."""
    decoder, rows = RowDecoder(), RowCollector()
    for line in map(loads, lines):
        if "columns" in line:
            rows.take_columns(decoder.take_columns(line["columns"], odd_numbers=False))
        else:
            rows.take_rows(decoder.take(line["rows"], line["dates"], odd_numbers=False))
    rows.take_rows([("end",)])
    return tuple(rows.rows())[:-1]


@given(st.lists(st.one_of(st.lists(st.lists(_WORDS, max_size=5), max_size=4), _NARROW, _COLUMNS), max_size=6))
def test_cells_come_through_the_line_as_they_went(blocks: list[list[list[object]]]) -> None:
    encoder = RowEncoder()
    found = _taken([encoder.rows(0, block) for block in blocks])
    whole = [tuple(row) for block in blocks for row in block]
    assert list(found) == whole
    # Equal is not the same: 1 is no TRUE, a moment no day, and a zero keeps its sign.
    assert [[(type(c), str(c)) for c in row] for row in found] == [[(type(c), str(c)) for c in row] for row in whole]


def test_a_text_is_made_once_for_a_sheet() -> None:
    encoder, decoder = RowEncoder(), RowDecoder()
    towns = [[f"Громада {number % 7}", f"{number}@hromada.example"] for number in range(60)]
    first, second = (loads(encoder.rows(0, towns)) for _ in range(2))
    assert (len(first["columns"][0]["new"]), second["columns"][0]["new"]) == (7, [])
    assert "cells" in first["columns"][1], "what never repeats is not numbered"
    one, other = decoder.take_columns(first["columns"], False), decoder.take_columns(second["columns"], False)
    assert one[0][3] is one[0][10] is other[0][3]


@given(st.integers(1, 4).flatmap(lambda width: st.lists(st.lists(_FEW, min_size=width, max_size=width), max_size=30)))
def test_rows_by_columns_are_rows(table: list[list[Any]]) -> None:
    plain = tuple(tuple(row) for row in table)
    collector = RowCollector()
    if plain:
        collector.take_columns([list(column) for column in zip(*plain, strict=True)])
    while plain and not any(cell != "" for cell in plain[-1]):
        plain = plain[:-1]
    rows = collector.rows()
    assert (rows == plain, plain == rows, len(rows)) == (True, True, len(plain))
    assert (tuple(rows), tuple(rows[1:3]), width_of(rows)) == (plain, plain[1:3], len(plain[0]) if plain else 0)
    # Asked for one by one often enough, all are made at once: they stay the same.
    assert [rows[at] for at in range(-len(plain), len(plain)) for _ in range(120)] == [
        plain[at] for at in range(-len(plain), len(plain)) for _ in range(120)
    ]
    for at in range(4):
        assert list(column_of(rows, at)) == [row[at] if at < len(row) else "" for row in plain]
    assert columns_from(rows, 1) == columns_from(plain, 1, together=2) or len(plain) < 2
