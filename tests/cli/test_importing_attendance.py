"""``import attendance``: a dry run writes nothing, the whole way gives marks, refusals are one sentence."""

from pathlib import Path

import pytest

from app.services.context import Context
from tests.cli.conftest import Program
from tests.services.programme_of_visits import build, item

VISIT = "CEP-UA-V01"
LIST = "ПІБ;Громада;09.10.2023;10.10.2023\nЇжакевич Юлія;Заводське;+;+\nTaras Doroshenko;;+;-\nPetro Bondar;;+;+\n"


@pytest.fixture
def visit(tmp_path: Path) -> Program:
    """A data file with one visit of two days with a session each, and three guests."""
    (tmp_path / "home").mkdir()
    context = Context.open(tmp_path / "t.mdesk")
    made = build(context)
    with context.write("Agenda") as work:
        item(work, made.visit, 9, "9:00", "10:30")
        item(work, made.visit, 10, "9:00", "12:00")
    context.changed = False
    context.close()
    return Program(tmp_path / "home", tmp_path / "t.mdesk")


def _file(folder: Path, text: str, name: str = "присутні.csv", encoding: str = "cp1251") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def test_the_whole_way_and_back(visit: Program, tmp_path: Path) -> None:
    path = _file(tmp_path, LIST)
    before = visit.content()
    dry = visit.run("import", "attendance", path, "--activity", VISIT, "--dry-run", "--json").json
    assert visit.content() == before
    assert [row["outcome"] for row in dry["rows"]] == ["new", "new", "doubtful"]
    assert (dry["kind"], dry["file"], dry["batch"], dry["threshold"]) == ("attendance", "присутні.csv", None, 80)
    assert dry["rows"][1]["changes"] == [
        {"field": "2023-10-09 09:00", "old": "", "new": "present"},
        {"field": "2023-10-10 09:00", "old": "", "new": "absent"},
    ]
    # 90 of 270 minutes are a third: below the threshold.
    assert dry["rows"][1]["extra"] == {"attended_minutes": "90", "of_minutes": "270", "share": "33", "reached": "no"}
    assert dry["not_in_file"] == ["Olha Savchuk"]
    assert [one["label"] for one in dry["sessions"]] == ["2023-10-09 09:00", "2023-10-10 09:00"]
    found = visit.run("import", "attendance", path, "--activity", VISIT, "--json").json
    assert found["batch"] == "IMP-0001"
    assert [row["person"] for row in found["rows"]] == ["P-00001", "P-00002", None]
    assert len(visit.content()["attendance"]) == 4
    assert visit.run("import", "undo", "IMP-0001").status == 0
    assert visit.content()["attendance"] == []


def test_people_are_linked_and_made_by_row(visit: Program, tmp_path: Path) -> None:
    path = _file(tmp_path, LIST)
    found = visit.run("import", "attendance", path, "--activity", VISIT, "--link", "4=P-00003", "--json").json
    assert [row["person"] for row in found["rows"]] == ["P-00001", "P-00002", "P-00003"]
    assert found["not_in_file"] == []
    again = visit.run("import", "attendance", path, "--activity", VISIT, "--as-new", "4", "--json").json
    assert [row["outcome"] for row in again["rows"]] == ["same", "same", "new"]
    assert again["rows"][2]["person"] == "P-00010"
    assert again["taken_before"] == "IMP-0001"


def test_what_is_said_for_people(visit: Program, tmp_path: Path) -> None:
    ran = visit.run("--language", "en", "import", "attendance", _file(tmp_path, LIST), "--activity", VISIT)
    assert ran.out.splitlines() == [
        "присутні.csv: 2 new, 0 updated, 0 the same, 0 repeated, 1 doubtful, 0 refused",
        "  row 4: Nobody like this takes part. Choose who it was, add the person, or leave the row out.",
        "Import IMP-0001. Take it back with: main.py import undo IMP-0001",
        "  Sessions: 2023-10-09 09:00, 2023-10-10 09:00",
        "  Not in the file: Olha Savchuk",
    ]


def test_a_teams_log_narrowed_to_a_session(visit: Program, tmp_path: Path) -> None:
    text = (
        "1. Summary\r\nMeeting title\tKick-off\r\nStart time\t10/9/23, 8:55:00 AM\r\n"
        "End time\t10/9/23, 10:35:00 AM\r\n\r\n"
        "2. Participants\r\nName\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole\r\n"
        "Taras Doroshenko\t10/9/23, 9:00:00 AM\t10/9/23, 10:00:00 AM\t1h\t\t\tAttendee\r\n"
    )
    path = tmp_path / "report.csv"
    path.write_bytes(b"\xff\xfe" + text.encode("utf-16-le"))
    found = visit.run("import", "attendance", path, "--activity", VISIT, "--session", "1", "--json").json
    assert (found["meeting"], found["sessions"][0]["number"]) == ("Kick-off", 1)
    assert [one["new"] for one in found["rows"][0]["changes"]] == ["present 60"]


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        (("--date", "2023-10-20"), "The activity has nothing on 2023-10-20. Its days are: 2023-10-09, 2023-10-10."),
        (("--session", "9"), "There is no session “9”. Say its number, from 1 to 2, or its title."),
        (("--time-zone", "Kyjiv"), "“Kyjiv” is no time zone. Write it like Europe/Kyiv."),
        (("--link", "4=P-99999"), "There is no record with the code P-99999."),
    ],
)
def test_refusals_are_one_sentence_and_change_nothing(
    visit: Program, tmp_path: Path, more: tuple[str, ...], sentence: str
) -> None:
    before = visit.content()
    told = visit.refused("--language", "en", "import", "attendance", _file(tmp_path, LIST), "--activity", VISIT, *more)
    assert told.startswith(sentence)
    assert visit.content() == before


def test_a_second_file_that_is_refused_stops_the_first(visit: Program, tmp_path: Path) -> None:
    good, bad = _file(tmp_path, LIST), _file(tmp_path, "Name;Phone\nOlha;123\n", "phones.csv")
    before = visit.content()
    told = visit.refused("--language", "en", "import", "attendance", good, bad, "--activity", VISIT)
    assert told.startswith("No sheet has names beside days")
    assert visit.content() == before
    assert visit.run("import", "attendance", good, "--activity", VISIT, "--date", "9.10.2023").status == 2
