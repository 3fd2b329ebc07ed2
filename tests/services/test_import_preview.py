"""The preview says exactly what the import then writes; both are compared with the database afterwards."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from app.core.dates import PartialDate
from app.core.people_comparison import Level
from app.core.vocabulary import ActivityKind, LatinSource, Sex
from app.services import activities, import_organisations, import_preview, imports, organisations, people, programmes
from app.services.context import Context
from app.services.import_plans import Decision, ImportPlan, OrganisationDecision
from app.services.import_preview import Preview
from app.services.organisations import OrganisationDraft
from app.services.people import PersonDraft, PositionDraft
from app.services.programmes import ProgrammeDraft
from tests.dump import dump

HEADINGS = (
    "Given name",
    "Surname",
    "Organisation",
    "Position",
    "E-mail",
    "Phone",
    "Birth date",
    "Passport number",
    "Role",
    "Photo consent",
    "Remarks",
)
Rows = tuple[tuple[str, ...], ...]


def row(given: str, family: str, town: str = "", **more: str) -> tuple[str, ...]:
    """A row of the file."""
    names = ("position", "email", "phone", "birth_date", "passport_number", "role", "photo", "notes")
    return (given, family, town, *(more.get(name, "") for name in names))


@pytest.fixture
def activity(context: Context) -> str:
    """A visit in Slovenia; a Ukrainian hromada and its host; three people known."""
    with context.write("Set up") as work:
        programme = programmes.create(work, ProgrammeDraft(code="CEP-UA", title={"en": "Ukraine"}))
        hromada = organisations.create(
            work,
            OrganisationDraft(
                code="DRO", name={"uk": "Дрогобицька міська територіальна громада"}, country="UA", town="Drohobych"
            ),
        )
        organisations.create(
            work, OrganisationDraft(code="DOM", name={"sl": "Občina Domžale"}, country="SI", town="Domžale")
        )
        people.create(
            work,
            PersonDraft(
                given_name="Оксана",
                family_name="Гнатюк",
                given_latin="Oxana",
                family_latin="Hnatiuk",
                latin_source=LatinSource.PASSPORT,
                sex=Sex.FEMALE,
                email="oksana@drohobych.example",
                phone="+380671234567",
                positions=(PositionDraft(hromada, "Секретар", main=True),),
            ),
        )
        people.create(work, PersonDraft(given_name="Роман", family_name="Хоменко", sex=Sex.MALE, notes="first"))
        people.create(
            work, PersonDraft(given_name="Марія", family_name="Бойко", sex=Sex.FEMALE, email="mb@drohobych.example")
        )
        return activities.create(
            work,
            activities.ActivityDraft(
                programme_id=programme,
                code="CEP-UA-V01",
                kind=ActivityKind.MENTORING_VISIT,
                title={"en": "Visit"},
                country="SI",
                start=PartialDate.parse("2026-03-09"),
                end=PartialDate.parse("2026-03-13"),
            ),
        )


FILE: Rows = (
    # Known by e-mail: another post, a new phone, the hromada under another name.
    row("Оксана", "Гнатюк", "Дрогобицька міська рада", position="Керуюча справами", email="oksana@drohobych.example"),
    # Known by name only: gaps are filled.
    row("Роман", "Хоменко", "Drohobych City Council", email="roman@drohobych.example", notes="vegetarian"),
    # Known, nothing new but a seat.
    row("Марія", "Бойко", "", email="mb@drohobych.example"),
    # New, with an organisation that nobody knows, twice, and a consent.
    row("Іван", "Мельник", "Копичинецька міська рада", phone="+380501112233", photo="yes"),
    row("Олена", "Сорока", "Копичинецька міська рада", role="interpreter", photo="no"),
    row("Ana", "Novak", "Domzale Municipality", position="svetovalka", phone="+38640123456"),
    # Repeated, refused.
    row("Іван", "Мельник", "Копичинецька міська рада", position="Голова"),
    row("", "", "", position="Водій", phone="+380501112244", email="v@drohobych.example"),
)


def plan_of(context: Context, path: Path, rows: Rows, headings: tuple[str, ...] = HEADINGS) -> ImportPlan:
    """The plan of a file with these rows."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for cells in (headings, *rows):
        sheet.append(cells)
    book.save(path)
    workbook = imports.read_file(path)
    with context.read() as view:
        return imports.plan(view, workbook, imports.target_of(view, "CEP-UA", "CEP-UA-V01"))


def written(
    context: Context,
    plan: ImportPlan,
    decisions: Mapping[tuple[str, int], Decision] | None = None,
    said: Mapping[str, OrganisationDecision] | None = None,
) -> tuple[Preview, dict[str, Any], dict[str, Any], imports.ImportResult]:
    """The preview, the data before and after, and the result."""
    with context.read() as view:
        told = import_preview.preview(view, plan, decisions, said)
    before = dump(context)
    with context.write("Take in") as work:
        result = imports.take_in(work, plan, decisions, organisations=said)
    return told, before, dump(context), result


def agrees(told: Preview, before: dict[str, Any], after: dict[str, Any], result: imports.ImportResult) -> None:
    """Every statement of the preview against the tables."""

    def fresh(kind: str) -> list[dict[str, Any]]:
        there = {one["id"] for one in before[kind]}
        return [one for one in after[kind] if one["id"] not in there]

    assert {result.people[one.key] for one in told.new} == {one["id"] for one in fresh("person")}
    assert result.summary["taken_new"] == len(told.new)
    assert result.summary["taken_update"] == len(told.updated)
    assert result.summary["taken_same"] == told.same
    was = {one["id"]: one for one in before["person"]}
    changed = {one["id"]: one for one in after["person"] if one["id"] in was and one != was[one["id"]]}
    derived = {"search_text", "family_key", "given_key", "latin_source"}
    for one in told.updated:
        columns = {
            name
            for name, value in changed.get(one.person_id, was[one.person_id]).items()
            if value != was[one.person_id][name] and name not in derived
        }
        fields = {change.field for change in one.changes} - {"organisation", "position"}
        assert columns == {{"gender": "sex"}.get(name, name) for name in fields}
        for change in one.changes:
            if change.field in changed.get(one.person_id, {}):
                assert str(was[one.person_id][change.field] or "") == change.old
                assert str(changed[one.person_id][change.field] or "") == change.new
    assert changed.keys() <= {one.person_id for one in told.updated}
    seats = {(one["person_id"], one["role"]) for one in fresh("participation")}
    assert seats == {(result.people[one.key], one.role.value) for one in told.seats}
    made = [(next(iter(one["name"].values())), one["type"], one["country"]) for one in fresh("organisation")]
    assert sorted(made) == sorted((one.name, one.type.value, one.country) for one in told.organisations)
    aliases = [(one["text"], one["organisation_id"]) for one in fresh("organisation_alias")]
    assert sorted(aliases) == sorted((one.text, one.organisation.id) for one in told.aliases)
    consents = {(one["person_id"], one["purpose"], one["state"]) for one in fresh("consent")}
    assert consents == {(result.people[one.key], one.purpose, one.state) for one in told.consents}
    assert len(fresh("declined_match")) == told.apart
    assert not {(one.sheet, one.row) for one in told.left_out} & result.people.keys()


def test_what_is_told_is_what_is_written(context: Context, activity: str, tmp_path: Path) -> None:
    plan = plan_of(context, tmp_path / "a.xlsx", FILE)
    told, before, after, result = written(context, plan)
    agrees(told, before, after, result)
    assert [(one.name, len(one.changes)) for one in told.updated] == [("Оксана Гнатюк", 1), ("Роман Хоменко", 3)]
    [post] = told.updated[0].changes
    assert (post.field, post.old, post.new) == ("position", "Секретар", "Керуюча справами")
    roman = {one.field: (one.old, one.new) for one in told.updated[1].changes}
    assert roman == {
        "email": ("", "roman@drohobych.example"),
        "notes": ("first", "first\nvegetarian"),
        "organisation": ("", "Drohobych City Council"),
    }
    assert (told.same, [one.name for one in told.new]) == (1, ["Іван Мельник", "Олена Сорока", "Ana Novak"])
    [kopychyntsi] = told.organisations
    assert (kopychyntsi.name, kopychyntsi.type.value, kopychyntsi.country, kopychyntsi.count) == (
        "Копичинецька міська рада",
        "hromada",
        "UA",
        2,
    )
    roles = {one.name: one.role.value for one in told.seats}
    assert roles == {
        "Оксана Гнатюк": "mentee",
        "Роман Хоменко": "mentee",
        "Марія Бойко": "mentee",
        "Іван Мельник": "mentee",
        "Олена Сорока": "interpreter",
        "Ana Novak": "mentor",
    }
    assert [(one.name, one.purpose, one.state) for one in told.consents] == [
        ("Іван Мельник", "photo", "stated_in_file"),
        ("Олена Сорока", "photo", "refused"),
    ]
    assert [(one.row, one.code, one.action) for one in told.left_out] == [
        (8, "import_row_duplicate", "import_action_repeated"),
        (9, "import_row_without_name", "import_action_refused"),
    ]
    assert activity


def test_with_decisions_about_people_and_organisations(context: Context, activity: str, tmp_path: Path) -> None:
    plan = plan_of(context, tmp_path / "a.xlsx", FILE)
    with context.read() as view:
        asked = import_organisations.questions(view, plan)
    assert [(one.text, one.count, one.level, one.proposal) for one in asked] == [
        ("Дрогобицька міська рада", 1, Level.PROBABLE, "link"),
        ("Drohobych City Council", 1, Level.PROBABLE, "link"),
        ("Domzale Municipality", 1, Level.PROBABLE, "link"),
        ("Копичинецька міська рада", 2, Level.DIFFERENT, "new"),
    ]
    said = import_organisations.accept_all(asked)
    said["Domzale Municipality"] = OrganisationDecision()  # a new one after all
    decisions = {
        ("Sheet", 2): Decision(keep=frozenset({"position"})),
        ("Sheet", 3): Decision(as_new=True),
        ("Sheet", 8): Decision(as_new=True),
        ("Sheet", 6): Decision(leave_out=True),
    }
    told, before, after, result = written(context, plan, decisions, said)
    agrees(told, before, after, result)
    assert sorted(one.text for one in told.aliases) == ["Drohobych City Council", "Дрогобицька міська рада"]
    assert sorted(one.name for one in told.organisations) == ["Domzale Municipality", "Копичинецька міська рада"]
    # Not the Roman who is known, and the second Ivan is not the first.
    assert told.apart == 2
    assert [one.key for one in told.updated] == []
    assert told.same == 2
    assert activity
    imports.take_back(context, result.batch)
    assert dump(context) == before


@pytest.mark.usefixtures("activity")
def test_a_day_told_in_part_is_not_told_as_written(context: Context, tmp_path: Path) -> None:
    """Nobody keeps a birth date of which the list says the year alone; the preview doesn't promise it."""
    plan = plan_of(context, tmp_path / "year.xlsx", (row("Ольга", "Їжакевич", birth_date="1985"),))
    assert next(plan.pairs())[0].fields["birth_date"] == "1985"
    told, _before, after, _result = written(context, plan)
    (made,) = told.new
    assert "birth_date" not in made.fields
    (kept,) = [one for one in after["person"] if one["family_name"] == "Їжакевич"]
    assert kept["birth_date"] is None
