"""Tables kept as text in every encoding and with every separator, and cells out of the clipboard (SP-18, I7)."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import Refused
from app.importers.pasted_table import cells_of, paste_workbook
from app.importers.text_table import decode, read_text_table
from app.importers.workbook import open_workbook


@pytest.mark.parametrize(
    ("encoding", "texts"),
    [
        (
            "cp1250",
            ["Ana Krajnc Šuštar", "Občina Črnomelj;Župan", "Đorđe Petrović", "Ime;Priimek\nMaša;Kovač", "ŽELJKO ŠARIĆ"],
        ),
        ("cp1251", ["Іван", "ПІБ", "м. Київ", "Їжакевич", "Марија Ђорђевић", "Ганна «Мрія»"]),
        ("cp1257", ["Jānis", "Kārlis Bērziņš", "Žanis", "Līga", "Dzimšanas datums", "Nodaļa"]),
        ("cp1252", ["Åsa", "Malmö", "Göran Öberg", "ÅKE ÄNGLUND", "Renée", "Café – “Öst”"]),
        ("iso-8859-2", ["Žiga Šuštar", "Občina Črnomelj; Župan Košir"]),
        ("utf-16-le", ["Іван;Žiga\nÅsa;Jānis", "Name;Town\nAna;Celje"]),
        ("utf-16-be", ["Іван;Žiga\nÅsa;Jānis", "Name;Town\nAna;Celje"]),
        ("utf-8-sig", ["Іван;Žiga"]),
    ],
)
def test_short_texts_in_every_encoding(encoding: str, texts: list[str]) -> None:
    for text in texts:
        assert decode(text.encode(encoding))[0].lstrip("\ufeff") == text


def test_a_text_that_was_cut_in_a_letter_stays_utf_8() -> None:
    data = ("Прізвище;Ім'я\n" + "Їжакевич;Соломія\n" * 20).encode()[:-2]
    assert decode(data)[1] == "utf-8"


def _rows(text: str) -> list[list[str]]:
    return read_text_table(text.encode()).rows


def test_cells_with_line_breaks_quotes_and_separators() -> None:
    assert _rows('Ime;Opomba\n"Ana";"dela; na\r\nobčini ""Center"""\nEva;\n') == [
        ["Ime", "Opomba"],
        ["Ana", 'dela; na\nobčini "Center"'],
        ["Eva", ""],
    ]


@pytest.mark.parametrize("first", ["sep=|", '"sep=|"', "SEP=|"])
def test_excel_says_its_separator(first: str) -> None:
    table = read_text_table(f"{first}\r\na|b;c\r\n1|2;3\r\n".encode())
    assert (table.rows, table.delimiter) == ([["a", "b;c"], ["1", "2;3"]], "|")


def test_separators_are_told_from_what_stands_in_cells() -> None:
    assert read_text_table(b"Name;Amount\nAna, Eva;1,50\nIvo;22,00\n").delimiter == ";"
    assert read_text_table(b"Name,Note\nAna,a;b\nIvo,c\n").delimiter == ","
    assert read_text_table("Список учасників\n\nІм'я|Місто\nЯн|Київ\n".encode()).rows[2] == ["Ім'я", "Місто"]
    assert read_text_table(b"Name\nAna\nEva\n").rows == [["Name"], ["Ana"], ["Eva"]]


def test_what_only_protects_a_cell_is_taken_off() -> None:
    assert _rows("a;b;c;d;e\n=\"00123\";'+38050;'=1;'-5;'tis\n")[1] == ["00123", "+38050", "=1", "-5", "'tis"]
    assert _rows("a;b\n=1+1;@x\n")[1] == ["=1+1", "@x"]


def test_a_quotation_mark_that_is_never_closed_swallows_nothing() -> None:
    rows = _rows('Name;Town;Note\nAna;Celje;x\n"Eva;Žalec;y\nIvo;Kranj;z\nJan;Ptuj;w\n')
    assert [row[0] for row in rows[:5]] == ["Name", "Ana", '"Eva', "Ivo", "Jan"]
    assert rows[3] == ["Ivo", "Kranj", "z"]


def test_a_long_note_in_the_last_cell_is_no_such_mark() -> None:
    note = "one\ntwo\nthree\nfour\nfive"
    assert _rows(f'Name;Note\nAna;"{note}"')[1] == ["Ana", note]


def test_a_text_that_is_too_big(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"x" * (49 << 20))
    with pytest.raises(Refused) as refusal:
        open_workbook(path)
    assert refusal.value.code == "import_too_big"


@given(
    st.lists(
        st.lists(
            st.text(st.characters(blacklist_categories=("Cs",), blacklist_characters="\r\x00"), max_size=12),
            min_size=2,
            max_size=2,
        ),
        min_size=1,
        max_size=5,
    )
)
def test_what_a_spreadsheet_copies_comes_back(rows: list[list[str]]) -> None:
    """Cells with breaks, tabs or quotation marks at their start are put in quotation marks, as spreadsheets do."""

    def copied(cell: str) -> str:
        odd = any(char in cell for char in '\t\n"')
        return '"' + cell.replace('"', '""') + '"' if odd else cell

    rows = [[cell.lstrip("='") for cell in row] for row in rows]
    assert cells_of("\n".join("\t".join(map(copied, row)) for row in rows)) == rows


def test_pasted_cells() -> None:
    book = paste_workbook('Ime\tOpomba\r\nAna\t"dela\nna občini"\r\n"Vesna" d.o.o.\t\r\n\r\n')
    assert book.kind == "pasted"
    assert book.sheets[0].rows == (("Ime", "Opomba"), ("Ana", "dela\nna občini"), ('"Vesna" d.o.o.', ""))
    assert paste_workbook("Name;Town\nAna;Celje").sheets[0].rows == (("Name", "Town"), ("Ana", "Celje"))
    assert paste_workbook("Ana").sheets[0].rows == (("Ana",),)


def test_a_pasted_page_tells_merged_cells() -> None:
    page = "<html><table><tr><td colspan=2>Delegacija</td></tr><tr><td>Ana</td><td>05</td></tr></table></html>"
    sheet = paste_workbook("Delegacija\t\nAna\t05", page).sheets[0]
    assert sheet.rows == (("Delegacija", ""), ("Ana", "05"))
    assert sheet.merges == ((1, 1, 1, 2),)


def test_a_table_of_a_text_program_is_taken_from_its_page() -> None:
    page = "<table><tr><td>Ime</td><td>Opis</td></tr><tr><td>Ana</td><td><p>prva</p><p>druga</p></td></tr></table>"
    assert paste_workbook("Ime\tOpis\nAna\tprva\ndruga", page).sheets[0].rows == (
        ("Ime", "Opis"),
        ("Ana", "prva\ndruga"),
    )


@pytest.mark.parametrize("text", ["", " \n\t\n", "\r\n"])
def test_nothing_pasted(text: str) -> None:
    with pytest.raises(Refused) as refusal:
        paste_workbook(text)
    assert refusal.value.code == "import_nothing_pasted"
