"""``demo``: what it makes, and what it does with what is there already."""

import re
import shutil
from pathlib import Path

import pypdf
import pytest

from app.services.context import Context
from tests.cli.conftest import SHEETS, Demo, Program

NAMES = (
    "agenda en.pdf",
    "agenda sl.pdf",
    "agenda uk.pdf",
    "agenda en-uk.pdf",
    "run-sheet en.pdf",
    "interpreter-pack en-uk.pdf",
    "sign-in en.pdf",
    "participants en.pdf",
    "badges en.pdf",
    "name-tents en-uk.pdf",
    "letters uk-en.pdf",
    "travel-order uk-en.pdf",
    "certificates attendance uk-en.pdf",
    "certificate-register en.pdf",
    "visit-report en.pdf",
    "calendar.ics",
)


def test_it_does_the_main_job_and_says_what_it_made(demo: Demo) -> None:
    assert demo.ran.status == 0, demo.ran.err
    out = demo.ran.out
    assert "6 programmes, 19 partnerships" in out
    assert "Taken in: zavodske-delegation.xlsx: 12 new, 1 repeated (IMP-0002)" in out
    assert "10 certificates issued" in out
    made = {path.name for path in demo.folder.iterdir() if path.suffix in {".pdf", ".ics"}}
    assert made == {f"CEP-UA-V01 {name}" for name in NAMES}
    for name, pages in re.findall(r"^  (.+\.pdf)  \((\d+) pages?\)$", out, re.MULTILINE):
        assert len(pypdf.PdfReader(demo.folder / name).pages) == int(pages)
    assert demo.program.run("check").status == 0
    assert demo.ran.err.startswith("There is no display here.")


def test_twice_gives_the_same_papers_and_replaces_an_untouched_sample(demo: Demo, tmp_path: Path) -> None:
    folder = tmp_path / "made"
    shutil.copytree(demo.folder, folder)
    program = Program(demo.program.home, folder / "sample.mdesk")
    former = (folder / "sample.mdesk").stat().st_ino
    assert program.run("list", "people").status == 0, "looking changes nothing"
    ran = program.run("demo", "--output", folder)
    assert ran.status == 0
    assert ran.out == demo.ran.out.replace(str(demo.folder), str(folder))
    assert (folder / "sample.mdesk").stat().st_ino != former or len(list(folder.glob("*.mdesk"))) == 1
    assert not list(folder.glob("sample kept*"))
    for name in NAMES:
        one, two = (path / f"CEP-UA-V01 {name}" for path in (demo.folder, folder))
        # Keys of sessions and what certificates vouch for belong to the data file; everything else is the same.
        if name.endswith(".ics"):
            assert _without_keys(one) == _without_keys(two)
        elif "certificates" in name:
            assert _without_codes(one) == _without_codes(two)
        else:
            assert one.read_bytes() == two.read_bytes(), name


def _without_keys(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("UID:")]


def _without_codes(path: Path) -> list[str]:
    return [re.sub(r"[A-Z2-7]{5}-[A-Z2-7]{5}", "", page.extract_text()) for page in pypdf.PdfReader(path).pages]


def test_a_sample_that_was_worked_on_is_moved_aside_whole(demo: Demo, tmp_path: Path) -> None:
    folder = tmp_path / "made"
    shutil.copytree(demo.folder, folder)
    program = Program(demo.program.home, folder / "sample.mdesk")
    assert program.run("import", "participants", SHEETS / "domzale-mentors.xlsx", "--programme", "COR-P2P").status == 0
    worked = program.content()
    ran = program.run("demo", "--output", folder)
    assert ran.status == 0
    [aside] = folder.glob("sample kept *")
    assert re.fullmatch(r"sample kept \d{4}-\d\d-\d\d \d\d-\d\d-\d\d", aside.name)
    assert f"The former sample holds changes of yours. It was moved to: {aside}\n" in ran.err
    assert Program(demo.program.home, aside / "sample.mdesk").content() == worked
    assert Program(demo.program.home, aside / "sample.mdesk").run("check").status == 0
    assert list((aside / "sample backups").glob("*.mdesk"))
    assert program.content() != worked


def test_a_data_file_of_ones_own_is_never_replaced(structure: Program, tmp_path: Path) -> None:
    before = structure.content()
    sentence = structure.refused("demo", "--output", tmp_path / "made")
    assert sentence.startswith(f"“{structure.database}” holds work of your own and is not replaced by the sample.")
    assert structure.content() == before


def test_an_interrupted_sample_is_no_hindrance(tmp_path: Path) -> None:
    path = tmp_path / "made" / "sample.mdesk"
    path.parent.mkdir()
    Context.open(path).close()
    ran = Program(tmp_path, path).run("--quiet", "demo", "--output", tmp_path / "made")
    assert (ran.status, ran.err) == (0, "")
    assert not list(path.parent.glob("sample kept*"))


@pytest.mark.parametrize("name", ["a file", "a file/below"])
def test_no_place_for_the_papers_is_found_out_before_anything_is_touched(demo: Demo, tmp_path: Path, name: str) -> None:
    (tmp_path / "a file").write_text("x")
    before = demo.program.database.read_bytes()
    sentence = demo.program.refused("demo", "--output", tmp_path / name)
    assert "cannot be written to" in sentence
    assert demo.program.database.read_bytes() == before
