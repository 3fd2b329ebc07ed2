"""``list`` and ``show``: every kind, for people and as JSON."""

import json
import subprocess
from datetime import date

import pytest

from app.core.dates import PartialDate
from app.core.vocabulary import ActivityKind
from tests.cli.conftest import EXPECTED, Program

KINDS = {
    "programmes": ("CEP-UA", 6),
    "partnerships": ("CEP-UA-P01", 19),
    "organisations": ("ORG-0001", 53),
    "people": ("P-00001", 104),
    "activities": ("CEP-UA-V01", 12),
    "deliverables": ("CEP-UA-D01", 9),
    "budgets": ("CEP-UA 1.1.1", 24),
    "certificates": ("CEP-UA-2023-0001", 10),
    "imports": ("IMP-0001", 3),
}
IMPORT_FIELDS = (
    "given_name family_name patronymic given_latin family_latin gender organisation position email phone birth_date "
    "passport_number passport_expiry diet languages notes"
).split()


@pytest.mark.parametrize("kind", KINDS)
def test_a_list_is_one_json_array_of_objects_with_code_and_name(reader: Program, kind: str) -> None:
    ran = reader.run("list", kind, "--json")
    code, count = KINDS[kind]
    assert (len(ran.json), ran.err) == (count, "")
    assert all(row["code"] and row["name"] for row in ran.json)
    assert len({row["code"] for row in ran.json}) == count
    assert code in {row["code"] for row in ran.json}


@pytest.mark.parametrize("kind", KINDS)
def test_a_list_for_people_has_a_line_for_each_record(reader: Program, kind: str) -> None:
    ran = reader.run("list", kind)
    code, count = KINDS[kind]
    assert (ran.status, len(ran.out.splitlines()), ran.err) == (0, count + 1, "")
    assert any(line.startswith(code) for line in ran.out.splitlines())


def test_activities_tell_kind_days_and_participants(reader: Program) -> None:
    rows = {row["code"]: row for row in reader.run("list", "activities", "--json").json}
    visit = rows["CEP-UA-V01"]
    assert {"kind", "start", "end", "participants"} <= visit.keys()
    assert (visit["kind"], visit["start"], visit["end"]) == ("mentoring_visit", "2023-10-09", "2023-10-27")
    assert visit["participants"] >= 21
    for row in rows.values():
        assert row["kind"] in set(ActivityKind)
        assert isinstance(row["participants"], int)
        assert str(PartialDate.parse(row["start"])) == row["start"]


def test_people_have_the_names_of_an_imports_fields(reader: Program) -> None:
    rows = reader.run("list", "people", "--json").json
    assert all(set(IMPORT_FIELDS) <= row.keys() for row in rows)
    expected = json.loads((EXPECTED / "zavodske-delegation.xlsx.expected.json").read_text(encoding="utf-8"))["people"]
    by_name = {(row["given_name"], row["family_name"]): row for row in rows}
    for person in expected:
        row = by_name[person["given_name"], person["family_name"]]
        # The sample fills posts in afterwards; everything else is as it came in.
        told = {name: value for name, value in person.items() if name not in {"position", "organisation"}}
        assert {name: row[name] for name in told} == told
    date.fromisoformat(by_name["Олексій", "Їжакевич"]["birth_date"])


def test_a_programme_narrows_a_list(reader: Program) -> None:
    own = reader.run("list", "activities", "--programme", "cep-ua", "--json").json
    assert own
    assert all(row["code"].startswith("CEP-UA-") for row in own)
    assert [row["code"] for row in reader.run("list", "programmes", "--programme", "CEP-UA", "--json").json] == [
        "CEP-UA"
    ]


@pytest.mark.parametrize(
    ("code", "kind", "name", "value"),
    [
        ("CEP-UA", "programme", "currency", "EUR"),
        ("CEP-UA-P01", "partnership", "status", "replaced"),
        ("ORG-0001", "organisation", "country", "SI"),
        ("P-00001", "person", "family_name", "Dulkiewicz"),
        ("CEP-UA-V01", "activity", "kind", "mentoring_visit"),
        ("CEP-UA-D01", "deliverable", "stage", "consultation"),
        ("CEP-UA-2023-0001", "certificate", "holder_latin", "Vitalii Diachenko"),
        ("IMP-0002", "import_batch", "name", "zavodske-delegation.xlsx"),
    ],
)
def test_show_tells_one_record_whole(reader: Program, code: str, kind: str, name: str, value: str) -> None:
    found = reader.run("show", code.lower(), "--json").json
    assert (found["record"], found["code"], found[name]) == (kind, code, value)
    text = reader.run("show", code).out
    assert text.splitlines()[0] == f"{code}  ({kind})"
    assert value in text


def test_the_reader_of_a_pipe_may_go_early(reader: Program) -> None:
    command = subprocess.Popen(
        reader.command("show", "CEP-UA-V01", "--json"),
        env=reader.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert command.stdout is not None
    assert command.stderr is not None
    command.stdout.close()
    assert command.stderr.read() == b""
    command.stderr.close()
    assert command.wait(30) == 0


def test_an_output_without_room_is_told_in_a_sentence(reader: Program) -> None:
    with open("/dev/full", "wb") as full:  # noqa: PTH123 - a device
        ran = subprocess.run(
            reader.command("list", "people"),
            env=reader.environment,
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )
    assert (ran.returncode, ran.stderr.decode()) == (
        1,
        "The system refused to read or write: No space left on device.\n",
    )


def test_words_come_in_the_language_that_was_asked_for(reader: Program) -> None:
    names = {
        row["code"]: row["name"]
        for row in Program(reader.home, reader.database).run("list", "programmes", "--json").json
    }
    assert names["CEP-UA"] == "Post-conflict Reconstruction in Ukraine"
    ran = subprocess.run(
        [*reader.command("--language", "uk", "list", "programmes", "--json")],
        env=reader.environment,
        capture_output=True,
        timeout=60,
        check=True,
    )
    assert {row["code"]: row["name"] for row in json.loads(ran.stdout)}["CEP-UA"] == "Відбудова України"
