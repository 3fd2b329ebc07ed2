"""Names and values crossed out inside their cells, letter by letter: never taken silently (SP-8)."""

import re
from collections.abc import Sequence
from html import escape
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from app.core.sentences import sentence
from app.importers.expenditure_sheet import ExpenditureReader
from app.importers.headings import read_headings
from app.importers.people_row import Reading
from app.importers.people_sheet import read_people
from app.importers.record_sheet import RecordReading
from app.importers.sheet_kinds import EXPENDITURES, kind_of
from app.importers.staged import StagedRow
from app.importers.staging import stage
from app.importers.struck_texts import Run, cells_of_shared, judged, shared_texts
from app.importers.workbook import Sheet, open_workbook
from tests.importers.old_workbooks import ods, ods_cell, xlsb
from tests.importers.workbooks import MAIN, raw_xlsx, sheet_xml

_HEADS = ("Surname", "First name", "E-mail", "Position")
GONE, STANDS = True, False


def _shared(path: Path, rows: Sequence[Sequence[object]]) -> Path:
    """An .xlsx whose texts are shared, as Excel keeps them; cells that are lists have runs."""
    texts: list[str] = []
    sheet = ""
    for number, row in enumerate((_HEADS, *rows), start=1):
        sheet += f'<row r="{number}">'
        for letter, cell in zip("ABCD", row, strict=True):
            if cell:
                sheet += f'<c r="{letter}{number}" t="s"><v>{len(texts)}</v></c>'
                texts.append(_pieces(cell) if isinstance(cell, list) else f"<t>{escape(str(cell))}</t>")
        sheet += "</row>"
    shared = "".join(f"<si>{text}</si>" for text in texts)
    return raw_xlsx(path, sheet_xml(sheet), [("xl/sharedStrings.xml", f"<sst {MAIN}>{shared}</sst>")])


def _pieces(runs: Sequence[Run]) -> str:
    strike = {GONE: '<rPr><strike/><sz val="11"/></rPr>', STANDS: '<rPr><strike val="0"/><sz val="11"/></rPr>'}
    return "".join(f'<r>{strike[struck]}<t xml:space="preserve">{escape(text)}</t></r>' for struck, text in runs)


def _rich(runs: Sequence[Run]) -> CellRichText:
    return CellRichText(*(TextBlock(InlineFont(strike=struck or None), text) for struck, text in runs))


def _inline(path: Path, rows: Sequence[Sequence[object]]) -> Path:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (_HEADS, *rows):
        sheet.append([_rich(cell) if isinstance(cell, list) else cell for cell in row])
    book.save(path)
    return path


def _binary(path: Path, rows: Sequence[Sequence[object]]) -> Path:
    def cell(value: object) -> object:
        return ("rich", *((int(gone), text) for gone, text in value)) if isinstance(value, list) else value

    return xlsb(path.with_suffix(".xlsb"), [_HEADS, *([cell(value) for value in row] for row in rows)], plain=True)


def _open_document(path: Path, rows: Sequence[Sequence[object]]) -> Path:
    """An .ods: letters have looks by spans, told by automatic styles."""

    def told(value: object) -> str:
        if isinstance(value, list):
            names = {GONE: "T1", STANDS: "T2"}
            return "".join(
                f'<text:span text:style-name="{names[gone]}">{escape(text)}</text:span>' for gone, text in value
            )
        return escape(str(value))

    styles = (
        '<style:style style:name="T1" style:family="text"><style:text-properties '
        'style:text-line-through-style="solid"/></style:style><style:style style:name="T2" style:family="text">'
        '<style:text-properties style:text-line-through-style="none"/></style:style>'
    )
    lines = "".join(
        f"<table:table-row>{''.join(map(ods_cell, map(told, row)))}</table:table-row>" for row in (_HEADS, *rows)
    )
    return ods(path.with_suffix(".ods"), f'<table:table table:name="A">{lines}</table:table>', styles=styles)


KINDS = {"shared": _shared, "inline": _inline, "binary": _binary, "open document": _open_document}
kinds = pytest.mark.parametrize("made", KINDS.values(), ids=KINDS)


def _staged(path: Path) -> list[StagedRow]:
    """The rows as read; those read by columns and those read with care are the same."""
    book = open_workbook(path)
    rows = list(stage(book).rows)
    careful, _skipped = read_people(book.sheets[0], read_headings(book.sheets[0]), Reading())
    assert [(row.fields, row.warnings, row.reason) for row in rows] == [
        (row.fields, row.warnings, row.reason) for row in careful
    ]
    return rows


def _sheet(path: Path) -> Sheet:
    return open_workbook(path).sheets[0]


@kinds
def test_a_name_struck_inside_its_cells_counts_as_crossed_out(made: object, tmp_path: Path) -> None:
    rows = [
        [[(GONE, "Fuchs")], [(GONE, "An"), (GONE, "ton")], "a@graz.example", "clerk"],
        ["Igel", "Berta", "b@graz.example", ""],
    ]
    path = made(tmp_path / "a.xlsx", rows)  # type: ignore[operator]
    assert {(2, 1), (2, 2)} <= _sheet(path).struck
    first, second = _staged(path)
    assert (first.outcome.value, first.reason) == ("doubtful", "import_row_crossed_out")
    assert (first.fields["family_name"], first.fields["given_name"]) == ("Fuchs", "Anton")
    assert (second.outcome.value, second.warnings) == ("new", ())


@kinds
def test_of_a_cell_struck_in_part_only_the_rest_is_taken_and_told(made: object, tmp_path: Path) -> None:
    post: list[Run] = [(GONE, "head of "), (GONE, "unit"), (STANDS, " deputy mayor & more")]
    path = made(tmp_path / "a.xlsx", [["Fuchs", "Anton", "a@graz.example", post]])  # type: ignore[operator]
    [row] = _staged(path)
    assert row.outcome.value == "new"
    assert row.fields["position"] == "deputy mayor & more"
    [told] = row.warnings
    assert (told.field, told.column, told.code) == ("position", 4, "import_part_struck")
    assert told.value == "head of unit deputy mayor & more"
    assert sentence(told.code, told.params) == (
        "Part of the cell is crossed out: “head of unit”. Only “deputy mayor & more” was taken."
    )


@kinds
def test_a_name_struck_in_part_is_asked_about(made: object, tmp_path: Path) -> None:
    """Somebody else comes: never taken in without a click, and never the one who was struck."""
    name: list[Run] = [(GONE, "Fuchs"), (STANDS, "/Wolf")]
    path = made(tmp_path / "a.xlsx", [[name, "Anton", "a@graz.example", ""]])  # type: ignore[operator]
    [row] = _staged(path)
    assert (row.outcome.value, row.reason) == ("doubtful", "import_row_name_part_struck")
    assert row.fields["family_name"] == "Wolf"
    assert (
        sentence(row.reason, row.reason_params)
        == "Part of the name is crossed out: “Fuchs/Wolf”. Does this row mean “Wolf”?"
    )


@kinds
def test_a_value_struck_whole_is_taken_and_told(made: object, tmp_path: Path) -> None:
    path = made(tmp_path / "a.xlsx", [["Fuchs", "Anton", [(GONE, "a@graz.example")], ""]])  # type: ignore[operator]
    [row] = _staged(path)
    assert row.outcome.value == "new"
    assert [(one.field, one.code) for one in row.warnings] == [("email", "import_cell_struck")]


@kinds
def test_looks_that_strike_nothing_tell_nothing(made: object, tmp_path: Path) -> None:
    """Two fonts in a name, or a struck space between its words, are no mark of the sender's."""
    name: list[Run] = [(STANDS, "Fu"), (STANDS, "chs"), (GONE, " ")]
    path = made(tmp_path / "a.xlsx", [[name, "Anton", "a@graz.example", ""]])  # type: ignore[operator]
    [row] = _staged(path)
    assert (row.outcome.value, row.warnings) == ("new", ())
    assert _sheet(path).struck == frozenset()


def test_letters_say_more_than_the_style_of_the_cell(tmp_path: Path) -> None:
    """Excel leaves the style struck when somebody frees a part of the letters again."""
    book = openpyxl.load_workbook(
        _inline(tmp_path / "a.xlsx", [[[(GONE, "Fuchs"), (STANDS, " Wolf")], "A", "", ""]]), rich_text=True
    )
    book.worksheets[0]["A2"].font = Font(strike=True)
    book.save(tmp_path / "b.xlsx")
    sheet = _sheet(tmp_path / "b.xlsx")
    assert sheet.struck == frozenset()
    assert sheet.partly == {(2, 1): ("Fuchs Wolf", "Fuchs")}
    assert sheet.cell(2, 1) == "Wolf"


def test_a_binary_workbook_with_struck_cells(tmp_path: Path) -> None:
    path = xlsb(
        tmp_path / "a.xlsb",
        [_HEADS, ("Fuchs", "Anton", "a@b.example", ""), ("Igel", "B", "c@d.example", "")],
        struck=[(1, 0), (1, 1)],
    )
    assert _sheet(path).struck == {(2, 1), (2, 2)}
    assert [row.reason for row in _staged(path)] == ["import_row_crossed_out", "import_row_new"]


@pytest.mark.parametrize(
    ("runs", "found"),
    [
        ([(GONE, "a"), (STANDS, " / "), (GONE, "b")], ("", "ab")),
        ([(STANDS, "a"), (GONE, ", ")], None),
        ([(GONE, "a"), (STANDS, " → b, "), (GONE, "c")], ("b", "ac")),
        ([(GONE, "067 1"), (STANDS, " +380 67 2")], ("+380 67 2", "067 1")),
        ([(STANDS, "a"), (GONE, "\n b\n ")], ("a", "b")),
        ([(GONE, "x" * 300), (STANDS, "y")], ("y", "x" * 200 + "…")),
        ([], None),
    ],
)
def test_what_stands_and_what_is_gone(runs: list[Run], found: tuple[str, str] | None) -> None:
    assert judged(runs) == found


_WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=6)
_TEXTS = st.lists(
    st.one_of(
        st.just("<si/>"),
        st.just("<si></si>"),
        _WORDS.map(lambda text: f"<si><t>{escape(text)}</t></si>"),
        st.lists(st.tuples(st.booleans(), _WORDS), min_size=1, max_size=4).map(
            lambda runs: f"<si>{_pieces(runs)}</si>"
        ),
    ),
    max_size=8,
)


@given(_TEXTS, st.integers(1, 60))
def test_texts_are_found_by_their_number_however_the_part_is_cut(texts: list[str], size: int) -> None:
    """The same as a parser of XML gives, which is not let near a stranger's file."""
    data = f"<sst>{''.join(texts)}</sst>".encode()
    found = shared_texts(data[at : at + size] for at in range(0, len(data), size))
    expected = {}
    for number, text in enumerate(ElementTree.fromstring(data)):
        runs = [(run.find("rPr/strike[@val='0']") is None, run.findtext("t") or "") for run in text.iter("r")]
        told = judged(runs)
        if told is not None:
            expected[number] = told
    assert found == expected


def test_hostile_runs_end_soon(tmp_path: Path) -> None:
    """Marks without an end are no texts; their bytes are passed over once."""
    for data in (b"<r>" * 400_000, b"<si><r><rPr><strike" * 100_000, b"<t " * 500_000, b"<si/>" * 300_000):
        assert shared_texts([data, b"</si>", data]) == {}
    deep = b"<si>" + b"<r><rPr><strike/></rPr><t>a</t></r>" * 20_000 + b"</si>"
    assert shared_texts([deep]) == {0: ("", "a" * 200 + "…")}
    assert not re.search("strike", str(shared_texts([b"<si><r><rPr><strike val='0'/></rPr><t>a</t></r></si>"])))


def test_other_kinds_of_sheets_tell_it_too(tmp_path: Path) -> None:
    """An invoice whose amount was struck and written anew: the new one is taken, the old one is told."""
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    page.append(["Date", "Supplier", "Description", "Amount"])
    page.append(["09.10.2023", _rich([(GONE, "Bus d.o.o."), (STANDS, " Vlak d.o.o.")]), "transfer", 120.5])
    page.append(["10.10.2023", "Hotel", _rich([(GONE, "dinner")]), 80])
    book.save(tmp_path / "a.xlsx")
    sheet = _sheet(tmp_path / "a.xlsx")
    headings = read_headings(sheet, book="expenditures")
    first, second = ExpenditureReader(kind_of(EXPENDITURES), sheet, headings, RecordReading()).read().rows
    assert first.fields["supplier"] == "Vlak d.o.o."
    assert [(one.code, one.params["struck"]) for one in first.warnings] == [("import_part_struck", "Bus d.o.o.")]
    assert second.fields["description"] == "dinner"
    assert [(one.field, one.code) for one in second.warnings] == [("description", "import_cell_struck")]


@pytest.mark.parametrize("count", [1, 7, 200, 201, 400])
def test_cells_are_found_by_the_number_of_their_text(count: int) -> None:
    """However many texts are struck; numbers that are no texts' are none."""
    texts = {number: ("", f"text {number}") for number in range(0, 2 * count, 2)}
    piece = b"".join(b'<c r="A%d" t="s"><v>%d</v></c><c r="B%d"><v>%d</v></c>' % (n, n, n, n) for n in range(2 * count))
    found = list(cells_of_shared(piece, texts))
    assert [told for _cell, told in found] == list(texts.values())
    assert found[0][0] == b'<c r="A0" t="s"'
