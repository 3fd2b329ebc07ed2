"""Names of organisations in a file: questions, what is linked, made and learnt; never a silent guess."""

from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import select

from app.core.errors import Refused
from app.core.people_comparison import Level
from app.core.sentences import sentence
from app.core.vocabulary import OrganisationType
from app.models.documents import ImportBatch
from app.services import (
    import_organisations,
    import_preview,
    import_reports,
    imports,
    organisations,
    people,
    programmes,
)
from app.services.context import Context
from app.services.import_plans import ImportPlan, OrganisationDecision
from app.services.organisations import OrganisationDraft
from app.services.people import PersonDraft, PositionDraft
from app.services.programmes import ProgrammeDraft
from tests.dump import dump

HEADINGS = ("Given name", "Surname", "Organisation", "Position", "E-mail", "Country", "Passport number")


@pytest.fixture(autouse=True)
def towns(context: Context) -> dict[str, str]:
    """The organisations on record, by code."""
    with context.write("Set up") as work:
        programmes.create(work, ProgrammeDraft(code="CEP-UA", title={"en": "Ukraine"}))
        return {
            code: organisations.create(
                work, OrganisationDraft(code=code, name={language: name}, country=country, town=town, type=kind)
            )
            for code, language, name, country, town, kind in (
                ("DOM", "sl", "Občina Domžale", "SI", "Domžale", OrganisationType.MUNICIPALITY),
                ("PGD", "sl", "PGD Domžale", "SI", "Domžale", OrganisationType.FIRE_BRIGADE),
                ("KHE", "uk", "Херсонська міська рада", "UA", "Херсон", OrganisationType.HROMADA),
            )
        }


def plan_of(context: Context, path: Path, *rows: tuple[str, ...]) -> ImportPlan:
    """The plan of a file with these rows."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for cells in (HEADINGS, *(row + ("",) * (len(HEADINGS) - len(row)) for row in rows)):
        sheet.append(cells)
    book.save(path)
    workbook = imports.read_file(path)
    with context.read() as view:
        return imports.plan(view, workbook, imports.target_of(view, "CEP-UA"))


def asked(context: Context, plan: ImportPlan) -> tuple[import_organisations.OrganisationQuestion, ...]:
    """The questions of a plan."""
    with context.read() as view:
        return import_organisations.questions(view, plan)


def organisation_of(context: Context, ident: str) -> str | None:
    """The organisation of somebody's main post."""
    with context.read() as view:
        return people.load(view, ident).positions[0].organisation_id


ROWS = (
    ("Ana", "Novak", "Obcina Domzale", "svetovalka"),
    ("Iva", "Kos", "Domžale Municipality", "clerk"),
    ("Jan", "Hribar", "Domžale Municipality", "clerk"),
    ("Mak", "Zver", "Gasilska brigada Domžale", "firefighter"),
    ("Oleh", "Boiko", "Občina Cherson", "mayor"),
    ("Olha", "Koval", "Občina Kamnik", "mayor"),
)


def test_each_name_is_asked_once_with_a_proposal(context: Context, tmp_path: Path) -> None:
    plan = plan_of(context, tmp_path / "a.xlsx", *ROWS)
    found = [
        (one.text, one.count, one.level, one.proposal, [c.code for c in one.candidates]) for one in asked(context, plan)
    ]
    assert found == [
        ("Domžale Municipality", 2, Level.PROBABLE, "link", ["DOM"]),
        ("Gasilska brigada Domžale", 1, Level.PROBABLE, "link", ["PGD"]),
        ("Občina Cherson", 1, Level.POSSIBLE, "new", ["KHE"]),
        ("Občina Kamnik", 1, Level.DIFFERENT, "new", []),
    ]


def test_undecided_names_follow_the_proposals_and_teach_nothing(
    context: Context, tmp_path: Path, towns: dict[str, str]
) -> None:
    before = dump(context)
    plan = plan_of(context, tmp_path / "a.xlsx", *ROWS)
    with context.write("Take in") as work:
        result = imports.take_in(work, plan)
    ids = [organisation_of(context, result.people["Sheet", number]) for number in range(2, 8)]
    assert ids[:4] == [towns["DOM"], towns["DOM"], towns["DOM"], towns["PGD"]]
    # Only possible: never linked without a click.
    assert ids[4] not in (*towns.values(), None)
    after = dump(context)
    assert [one["name"] for one in after["organisation"]][3:] == [{"en": "Občina Cherson"}, {"en": "Občina Kamnik"}]
    assert after["organisation_alias"] == []
    imports.take_back(context, result.batch)
    assert dump(context) == before


def test_a_click_links_and_teaches(context: Context, tmp_path: Path, towns: dict[str, str]) -> None:
    plan = plan_of(context, tmp_path / "a.xlsx", *ROWS)
    said = import_organisations.accept_all(asked(context, plan))
    said["Občina Cherson"] = OrganisationDecision(towns["KHE"])
    said["Občina Kamnik"] = OrganisationDecision(towns["DOM"], learn=False)
    with context.write("Take in") as work:
        result = imports.take_in(work, plan, organisations=said)
    assert organisation_of(context, result.people["Sheet", 6]) == towns["KHE"]
    after = dump(context)
    assert len(after["organisation"]) == 3
    assert sorted(one["text"] for one in after["organisation_alias"]) == [
        "Domžale Municipality",
        "Gasilska brigada Domžale",
        "Občina Cherson",
    ]
    again = plan_of(context, tmp_path / "b.xlsx", *ROWS)
    assert [one.text for one in asked(context, again)] == ["Občina Kamnik"]
    # What was learnt is the organisation of the post: nobody changes but the one who was linked without learning,
    # and for him the proposal is asked again.
    assert [row.outcome.value for row in again.rows][:5] == ["same"] * 5


def test_a_delegation_is_the_town_it_comes_from(context: Context, tmp_path: Path) -> None:
    """Known: linked. Not known: made in the nominative, found again by the file's spelling, taken back whole."""
    rows = (
        ("Ганна", "Бондар", "Делегація Херсонської міської ради", "", "", "Ukraine"),
        ("Олег", "Лис", "Делегація Лубенської громади", "", "", "Ukraine"),
    )
    plan = plan_of(context, tmp_path / "a.xlsx", *rows)
    known, new = asked(context, plan)
    assert (known.level, [one.code for one in known.candidates]) == (Level.PROBABLE, ["KHE"])
    assert (new.level, new.proposal) == (Level.DIFFERENT, "new")
    before = dump(context)
    with context.read() as view:
        told = import_preview.preview(view, plan)
    assert [one.name for one in told.organisations] == ["Лубенська громада"]
    # The rows tell the body they are written under, not the words of the file.
    assert [one.fields["organisation"] for one in told.new] == ["Херсонська міська рада", "Лубенська громада"]
    with context.write("Take in") as work:
        result = imports.take_in(work, plan)
    with context.read() as view:
        made = [row for row in organisations.list_rows(view) if row.aliases == "Делегація Лубенської громади"]
    assert [row.name for row in made] == ["Лубенська громада"]
    again = plan_of(context, tmp_path / "b.xlsx", *rows)
    assert [one.text for one in asked(context, again)] == ["Делегація Херсонської міської ради"]
    imports.take_back(context, result.batch)
    assert dump(context)["organisation_alias"] == before["organisation_alias"]


def test_an_organisation_that_is_gone_is_refused(context: Context, tmp_path: Path) -> None:
    plan = plan_of(context, tmp_path / "a.xlsx", *ROWS)
    before = dump(context)
    with pytest.raises(Refused) as refused, context.write("Take in") as work:
        imports.take_in(work, plan, organisations={"Občina Kamnik": OrganisationDecision("0" * 32)})
    assert (refused.value.code, refused.value.params) == ("import_organisation_gone", {"value": "Občina Kamnik"})
    assert dump(context) == before


def test_a_post_in_a_proposed_organisation_is_no_change(
    context: Context, tmp_path: Path, towns: dict[str, str]
) -> None:
    """The person's post is in Domžale already: the other name changes nothing, unless it is said to be a new one."""
    with context.write("Known") as work:
        ident = people.create(
            work,
            PersonDraft(
                given_name="Iva",
                family_name="Kos",
                email="iva@town.example",
                positions=(PositionDraft(towns["DOM"], "clerk", main=True),),
            ),
        )
    row = ("Iva", "Kos", "Domžale Municipality", "clerk", "iva@town.example")
    plan = plan_of(context, tmp_path / "a.xlsx", row)
    with context.read() as view:
        told = import_preview.preview(view, plan)
        apart = import_preview.preview(view, plan, organisations={"Domžale Municipality": OrganisationDecision()})
    assert [one.field for change in told.updated for one in change.changes if one.field == "organisation"] == []
    assert told.organisations == ()
    [change] = [one for change in apart.updated for one in change.changes if one.field == "organisation"]
    assert (change.old, change.new) == ("Občina Domžale", "Domžale Municipality")
    with context.write("Take in") as work:
        imports.take_in(work, plan)
    assert organisation_of(context, ident) == towns["DOM"]


def test_another_country_is_asked(context: Context, tmp_path: Path) -> None:
    plan = plan_of(context, tmp_path / "a.xlsx", ("Ana", "Novak", "Občina Domžale", "", "", "HR"))
    [one] = asked(context, plan)
    assert (one.level, one.proposal, [c.code for c in one.candidates]) == (Level.PROBABLE, "link", ["DOM"])


_GIVEN = ("Ana", "Iva", "Maja", "Petra", "Tina")
_FAMILIES = [
    f"{one}{two}"
    for one in ("bel", "cik", "dor", "fan", "gul")
    for two in ("hem", "jos", "kip", "lun", "mat", "nec", "pod", "ris")
]


def test_the_report_that_is_kept_is_bounded_and_holds_no_passports(context: Context, tmp_path: Path) -> None:
    rows = [(name, family.title(), "", "", "not an address", "", "№ ?7") for name in _GIVEN for family in _FAMILIES]
    plan = plan_of(context, tmp_path / "a.xlsx", *rows)
    with context.write("Take in") as work:
        result = imports.take_in(work, plan)
    whole = import_reports.of_plan(plan, result.summary, result.batch)
    with context.read() as view:
        kept = import_reports.load(view, result.batch)
        [listed] = imports.list_batches(view)
    assert (len(whole.rows), len(kept.rows), kept.more) == (400, import_reports.MOST_KEPT, 100)
    assert kept.counts == {**result.summary, "rows_read": 200}
    first = kept.rows[0]
    assert (first.sheet, first.row, first.column, first.field, first.value) == (
        "Sheet",
        2,
        "E",
        "email",
        "not an address",
    )
    assert (first.code, first.action) == ("import_email_unreadable", "import_action_emptied")
    told = {(one.field, one.value) for one in whole.rows}
    assert ("passport_number", "№ ?7") in told
    assert "№ ?7" not in str(listed.summary)
    said = {sentence(one.code, one.params) for one in kept.rows if one.field == "passport_number"}
    assert said == {"“…” is not a passport number."}
    # A report of an earlier version kept no parameters at all.
    for line in listed.summary["report"]:
        line[7] = {} if line[3] == "passport_number" else line[7]
    with context.write("As it was kept before") as work:
        [batch] = work.session.scalars(select(ImportBatch))
        batch.summary = dict(listed.summary)
    with context.read() as view:
        again = import_reports.load(view, result.batch)
    assert {sentence(one.code, one.params) for one in again.rows if one.field == "passport_number"} == said
