"""Every paper to every ending it has, read back."""

import csv
import io
import unicodedata
from pathlib import Path

import docx
import icalendar
import openpyxl
import pypdf
import pytest

from app.services import printing
from app.services.paper_kinds import Paper
from tests.cli.conftest import Demo, Program

VISIT = "CEP-UA-V01"


def _text(path: Path) -> str:
    pages = pypdf.PdfReader(path).pages
    return unicodedata.normalize("NFC", " ".join(" ".join(page.extract_text().split()) for page in pages))


def _export(program: Program, paper: str, code: str, target: Path, *more: str) -> Path:
    ran = program.run("export", paper, code, "--output", target, *more)
    assert (ran.status, ran.out) == (0, f"Written: {target}\n"), ran
    return target


@pytest.mark.parametrize(
    ("paper", "code", "language", "pages", "words"),
    [
        ("agenda", VISIT, "en", None, ["Domžale", "Zavodske hromada", "9:00"]),
        ("agenda", VISIT, "uk", None, ["Заводськ", "Домжале", "Реєстрація"]),
        ("participants", VISIT, "en", None, ["Oleksii", "Yizhakevych", "Domžale"]),
        ("sign-in", VISIT, "sl", 30, ["Yizhakevych", "9. oktober 2023"]),
        ("badges", VISIT, "en", 3, ["Yizhakevych"]),
        ("letters", VISIT, "en", None, ["YIZHAKEVYCH", "October 2023"]),
        ("run-sheet", VISIT, "en", None, ["Domžale", "9:00"]),
        ("personal-agenda", VISIT, "uk", None, ["Їжакевич", "Домжале"]),
        ("interpreter-pack", VISIT, "en", None, ["Yizhakevych", "Їжакевич"]),
        ("name-tents", VISIT, "en", 21, ["Yizhakevych"]),
        ("travel-order", VISIT, "uk", None, ["Їжакевич"]),
        ("certificate-register", VISIT, "en", None, ["CEP-UA-2023-0001"]),
        ("visit-report", VISIT, "en", None, ["Domžale"]),
        ("budget", "CEP-UA", "en", None, ["Human resources", "60,000.00"]),
        ("report", "CEP-UA", "en", None, ["Domžale", "Post-conflict Reconstruction in Ukraine"]),
    ],
)
def test_papers_are_pdfs_with_their_words(
    reader: Program, tmp_path: Path, paper: str, code: str, language: str, pages: int | None, words: list[str]
) -> None:
    made = _export(reader, paper, code, tmp_path / "new folder" / f"{paper}.pdf", "--language", language)
    text = _text(made)
    assert [word for word in words if word not in text] == []
    if pages is not None:
        assert len(pypdf.PdfReader(made).pages) == pages
    assert [path.name for path in made.parent.iterdir()] == [made.name], "something half made was left behind"


def test_an_agenda_in_two_languages_and_few_columns(reader: Program, tmp_path: Path) -> None:
    both = _text(
        _export(reader, "agenda", VISIT, tmp_path / "a.pdf", "--second-language", "uk", "--columns", "compact")
    )
    assert "Domžale" in both
    assert "Домжале" in both


def test_the_participants_as_a_workbook(reader: Program, tmp_path: Path) -> None:
    made = _export(reader, "participants", VISIT, tmp_path / "p.XLSX")
    cells = {str(cell) for row in openpyxl.load_workbook(made).active.iter_rows(values_only=True) for cell in row}
    assert any("Yizhakevych" in cell for cell in cells)
    assert not any("@" in cell for cell in cells), "contacts stand only in the internal list"
    inner = _export(reader, "participants", VISIT, tmp_path / "i.xlsx", "--internal")
    cells = {str(cell) for row in openpyxl.load_workbook(inner).active.iter_rows(values_only=True) for cell in row}
    assert "oleksii.yizhakevych0@zavodske.example" in cells


def test_the_calendar_has_every_session_once(reader: Program, tmp_path: Path) -> None:
    made = _export(reader, "calendar", VISIT, tmp_path / "c.ics")
    events = icalendar.Calendar.from_ical(made.read_bytes()).walk("VEVENT")
    assert len(events) == 119
    assert len({str(event["UID"]) for event in events}) == 119
    assert all(str(event["UID"]).count("@") == 1 for event in events)
    first = min(event.decoded("DTSTART") for event in events)
    assert first.date().isoformat() == "2023-10-09"


def test_the_budget_as_a_workbook(reader: Program, tmp_path: Path) -> None:
    made = _export(reader, "budget", "CEP-UA", tmp_path / "b.xlsx")
    rows = list(openpyxl.load_workbook(made).active.iter_rows(values_only=True))
    [people] = [row for row in rows if row[0] == "1"]
    # Coordinator 31 200 and support 11 400 of salaries, and 17 400 of fees: 60 000; paid 38 990.
    assert people[:3] + people[4:5] == ("1", "Human resources", 60000, 38990)


def test_expenditures_of_one_programme_and_of_all(reader: Program, tmp_path: Path) -> None:
    made = _export(reader, "expenditures", "CEP-UA", tmp_path / "e.csv")
    lines = list(csv.reader(io.StringIO(made.read_text(encoding="utf-8-sig")), delimiter=";"))
    if len(lines[0]) == 1:
        lines = list(csv.reader(io.StringIO(made.read_text(encoding="utf-8-sig"))))
    assert len(lines) >= 27  # a heading and 26 documents
    ran = reader.run("export", "expenditures", "--output", tmp_path / "all.xlsx")
    assert ran.status == 0
    rows = list(openpyxl.load_workbook(tmp_path / "all.xlsx").active.iter_rows(values_only=True))
    assert len(rows) == len(lines)


@pytest.mark.parametrize(
    ("paper", "ending"),
    [(paper, ending) for paper, kind in printing.PAPERS.items() for ending in kind.others],
    ids=lambda part: str(getattr(part, "value", part)),
)
def test_every_paper_is_written_in_every_form_it_has(
    reader: Program, tmp_path: Path, paper: Paper, ending: str
) -> None:
    code = "CEP-UA" if printing.PAPERS[paper].subject == "programme" else VISIT
    content = _export(reader, paper.value, code, tmp_path / f"{paper.value}{ending}").read_bytes()
    if ending == ".xlsx":
        assert list(openpyxl.load_workbook(io.BytesIO(content)).active.iter_rows(values_only=True))
    elif ending == ".docx":
        assert docx.Document(io.BytesIO(content)).element.body is not None
    else:
        assert icalendar.Calendar.from_ical(content).walk("VEVENT")


def test_only_some_days_and_one_person(reader: Program, tmp_path: Path) -> None:
    one = _export(
        reader, "sign-in", VISIT, tmp_path / "s.pdf", "--days", "2023-10-09", "--blank-rows", "0", "--no-photo"
    )
    assert "9 October 2023" in _text(one)
    assert "10 October 2023" not in _text(one)
    assert "Photographs" not in _text(one)
    people = reader.run("list", "people", "--programme", "CEP-UA", "--json").json
    wanted = next(row for row in people if row["family_latin"] == "Yizhakevych")
    other = next(row for row in people if row["family_latin"] == "Kravets")
    badge = _text(_export(reader, "badges", VISIT, tmp_path / "b.pdf", "--persons", wanted["code"]))
    assert wanted["family_latin"].upper() in badge.upper()
    assert other["family_latin"].upper() not in badge.upper()
    side = _export(reader, "agenda", VISIT, tmp_path / "l.pdf", "--second-language", "uk", "--layout", "b")
    box = pypdf.PdfReader(side).pages[0].mediabox
    assert box.width > box.height, "layout B lies"


def test_one_file_for_each_person_into_a_folder(reader: Program, tmp_path: Path) -> None:
    for way in ("--output", "--each"):
        folder = tmp_path / way.strip("-")
        ran = reader.run("export", "personal-agenda", VISIT, way, folder, "--language", "uk")
        assert (ran.status, ran.out) == (0, f"21 files written: {folder}\n"), ran
        names = [path.name for path in folder.iterdir()]
        assert len(names) == 21
        assert all(name.isascii() and name.endswith(".pdf") for name in names)
        assert any("Yizhakevych" in name for name in names)


@pytest.mark.parametrize(
    ("arguments", "status", "sentence"),
    [
        (("agenda", VISIT, "--output", "a.pdf", "--each", "b"), 2, "unrecognized arguments: --each b"),
        (("letters", VISIT, "--output", "a.pdf", "--each", "b"), 2, "not allowed with argument"),
        (("letters", VISIT), 2, "one of the arguments --output --each is required"),
        (("sign-in", VISIT, "--output", "a.pdf", "--days", "soon"), 2, "“soon” is no day. Write days like 2023-10-09."),
        (("sign-in", VISIT, "--output", "a.pdf", "--days", "2020-01-01"), 1, "There is no day with sessions"),
        (("sign-in", VISIT, "--output", "a.pdf", "--blank-rows", "-4"), 2, "blank-rows"),
        (
            ("badges", VISIT, "--output", "a.pdf", "--persons", "P-99999"),
            1,
            "There is no record with the code P-99999.",
        ),
        (("agenda", VISIT, "--output", "a.pdf", "--version", "7.7"), 1, "There is no record with the code 7.7."),
    ],
)
def test_wrong_options_are_told_in_words(
    reader: Program, tmp_path: Path, arguments: tuple[str, ...], status: int, sentence: str
) -> None:
    ran = reader.run("export", *arguments, cwd=tmp_path)
    assert ran.status == status, ran
    assert sentence in ran.err
    assert list(tmp_path.iterdir()) == []


def test_certificates_in_one_file_and_in_a_folder(sample_copy: Program, tmp_path: Path) -> None:
    ran = sample_copy.run("export", "certificates", VISIT, "--output", tmp_path / "c.pdf", "--language", "uk")
    assert (ran.status, ran.out) == (0, f"10 certificates written: {tmp_path / 'c.pdf'}\n")
    assert len(pypdf.PdfReader(tmp_path / "c.pdf").pages) == 10
    folder = tmp_path / "one each"
    assert sample_copy.run("export", "certificates", VISIT, "--output", folder).status == 0
    names = sorted(path.name for path in folder.iterdir())
    assert len(names) == 10
    assert names[0] == "CEP-UA-2023-0001 Vitalii Diachenko.pdf"
    assert "Vitalii Diachenko".upper() in _text(folder / names[0]).upper()
    assert all(len(pypdf.PdfReader(folder / name).pages) == 1 for name in names)


def test_certificates_are_issued_once_and_confirmed_to_mentors_by_name(sample_copy: Program, tmp_path: Path) -> None:
    before = sample_copy.run("list", "certificates", "--json").json
    made = sample_copy.run("export", "certificates", VISIT, "--kind", "mentor", "--output", tmp_path / "m")
    assert made.status == 0, made.err
    after = sample_copy.run("list", "certificates", "--json").json
    new = [row for row in after if row["kind"] == "mentor"]
    assert new
    assert [row for row in after if row["kind"] != "mentor"] == before
    assert len(list((tmp_path / "m").iterdir())) == len(new)
    again = sample_copy.run("export", "certificates", VISIT, "--kind", "mentor", "--output", tmp_path / "m")
    assert again.err == "0 certificates newly issued.\n"
    assert sample_copy.run("list", "certificates", "--json").json == after
    assert len(list((tmp_path / "m").iterdir())) == len(new)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("agenda", VISIT, "a.docx"), "“a.docx” cannot be written: choose a name that ends in .pdf"),
        (("participants", VISIT, "a"), "“a” cannot be written: choose a name that ends in .pdf, .xlsx."),
        (("run-sheet", VISIT, "a.ics"), "“a.ics” cannot be written: choose a name that ends in .pdf"),
        (("certificates", VISIT, "a.xlsx"), "“a.xlsx” cannot be written: choose a name that ends in .pdf."),
        (("calendar", VISIT, "a.pdf"), "“a.pdf” cannot be written: choose a name that ends in .ics."),
        (("agenda", "CEP-UA-V99", "a.pdf"), "There is no record with the code CEP-UA-V99."),
        (("report", "NOPE", "a.pdf"), "There is no record with the code NOPE."),
        (("badges", "COAL-REX-V01", "a.pdf"), "There is nobody to print this for yet."),
        (("participants", "COAL-REX-V01", "a.xlsx"), "There is nobody to print this for yet."),
        (("sign-in", "COAL-REX-V01", "a.pdf"), "There is nobody to print this for yet."),
        (("letters", "COAL-REX-V01", "a.pdf"), "The dates of COAL-REX-V01 are not known to the day yet."),
        (("certificates", "COAL-REX-V01", "a.pdf"), "Nobody has earned a certificate yet."),
    ],
)
def test_what_cannot_be_written_is_refused(
    reader: Program, tmp_path: Path, arguments: tuple[str, str, str], sentence: str
) -> None:
    paper, code, name = arguments
    folder = tmp_path / "out"
    assert reader.refused("export", paper, code, "--output", folder / name).startswith(sentence)
    assert not folder.exists() or not list(folder.iterdir())


def test_an_output_below_a_file_or_on_a_folder_is_refused(reader: Program, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "folder.pdf").mkdir()
    below = reader.refused("export", "badges", VISIT, "--output", tmp_path / "file" / "a.pdf")
    assert below.startswith(f"The folder “{tmp_path / 'file'}” cannot be written to.")
    onto = reader.refused("export", "badges", VISIT, "--output", tmp_path / "folder.pdf")
    assert onto == "“folder.pdf” is a folder. Add the name of a file in it."
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder.pdf"]


def test_the_former_paper_is_replaced_whole(demo: Demo, tmp_path: Path) -> None:
    target = tmp_path / "b.pdf"
    target.write_bytes(b"former")
    _export(demo.program, "badges", VISIT, target)
    assert target.read_bytes() == (demo.folder / "CEP-UA-V01 badges en.pdf").read_bytes()
