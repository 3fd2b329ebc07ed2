"""Lists of deliverables as towns send them, into a real data file: titles, kinds, stages, partnerships, due dates."""

from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from app.core.vocabulary import DeliverableKind, DeliverableStage
from app.services import deliverable_stages, deliverables, imports, sheet_imports
from app.services.context import Context
from app.services.deliverables import DeliverableDraft
from app.services.import_plans import Decision
from tests.dump import dump
from tests.services.sheet_ground import Desk, desk, fields, outcomes, told

PAIR = "Domžale – Zavodske"


@pytest.fixture
def house(context: Context, tmp_path: Path) -> Desk:
    return desk(context, tmp_path)


def _draft(house: Desk, code: str) -> DeliverableDraft:
    with house.context.read() as view:
        (row,) = [row for row in deliverables.list_rows(view) if row.code == code]
        return deliverables.load(view, row.id)


def test_english_with_partial_dates_and_people_across_scripts(house: Desk) -> None:
    path = house.file(
        ["Deliverables of the programme"],
        ["Code", "Deliverable", "Type", "Municipality", "Deadline", "Status", "Responsible person", "Notes"],
        [
            "",
            "Development strategy of Zavodske 2030",
            "strategy",
            "Zavodske",
            "Q2 2024",
            "in progress",
            "Юлія Їжакевич",
            "",
        ],
        ["", "Waste analysis", "", "Domžale", "March 2024", "draft", "Nobody Known", "x"],
        ["D-7", "Memorandum / Меморандум", "", "Nowhere", 2024, "signed", "", ""],
        ["", "Twinning", "agreement", "Zavodske-Domžale", datetime(2024, 12, 31), "", "", ""],
        ["", "", "", "", "", "", "", "a remark"],
    )
    plan = house.plan("deliverables", path)
    assert outcomes(plan) == {3: "new", 4: "new", 5: "new", 6: "new"}
    assert fields(plan, 3, "kind", "partnership", "due", "stage", "responsible") == (
        "strategic_plan", PAIR, "2024-Q2", "drafting", "Yuliia Yizhakevych",
    )  # fmt: skip
    assert fields(plan, 4, "kind", "due", "notes") == ("analysis", "2024-03", "x\nNobody Known")
    assert told(plan, 4) == [("responsible", "import_speaker_unknown")]
    assert fields(plan, 5, "title", "title_uk", "kind", "due", "stage", "notes") == (
        "Memorandum", "Меморандум", "memorandum", "2024", "adopted", "Nowhere",
    )  # fmt: skip
    assert told(plan, 5) == [("partnership", "import_partnership_unknown")]
    assert fields(plan, 6, "partnership", "due") == (PAIR, "2024-12-31")
    before = dump(house.context)
    result = house.take(plan)
    assert dict(result.codes) == {
        ("List", 3): "CEP-UA-D01",
        ("List", 4): "CEP-UA-D02",
        ("List", 5): "D-7",
        ("List", 6): "CEP-UA-D03",
    }
    strategy = _draft(house, "CEP-UA-D01")
    assert (strategy.partnership_id, strategy.responsible_id) == (house.town.partnership, house.town.guests[0])
    assert _draft(house, "D-7").title == {"en": "Memorandum", "uk": "Меморандум"}
    with house.context.read() as view:
        (step,) = deliverable_stages.stage_changes(view, result.people["List", 3])
    assert (step.from_stage, step.to_stage) == (DeliverableStage.NOT_STARTED, DeliverableStage.DRAFTING)
    assert set(outcomes(house.plan("deliverables", path)).values()) == {"same"}
    imports.take_back(house.context, result.batch)
    assert dump(house.context) == before


def test_ukrainian_groups_by_partnership(house: Desk) -> None:
    def merge(sheet: Worksheet) -> None:
        sheet.merge_cells("A2:D2")

    path = house.file(
        ["Назва документа", "Вид документа", "Термін виконання", "Стан"],
        ["Domžale – Zavodske"],
        ["План заходів з енергоефективності", "план заходів", "I квартал 2024", "на розгляді"],
        ["Заявка на грант", "", "до 15.05.2024 р.", "подано"],
        ["Щось інше", "", "жовтень 2024", "невідомо що"],
        change=merge,
    )
    plan = house.plan("deliverables", path)
    assert fields(plan, 3, "kind", "partnership", "due", "stage") == (
        "action_plan", PAIR, "2024-Q1", "internal_review",
    )  # fmt: skip
    assert fields(plan, 4, "kind", "due", "stage") == ("funding_application", "2024-05-15", "submitted")
    assert fields(plan, 5, "kind", "due", "stage") == ("report", "2024-10", "")
    assert sorted(told(plan, 5)) == [("kind", "import_kind_assumed"), ("stage", "import_word_unknown")]
    assert plan.staged.skipped[0].reason == "import_row_group"
    assert sheet_imports.clean_field("deliverables", "stage", "затверджено") == ("adopted", "")
    typed = house.decide(plan, {("List", 5): Decision(fields={"stage": "drafting", "kind": "analysis"})})
    assert told(typed, 5) == []


@pytest.mark.parametrize(
    ("headings", "row", "expected"),
    [
        (
            ("Naslov", "Vrsta dokumenta", "Partnerska občina", "Rok", "Stanje", "Odgovorna oseba"),
            ("Akcijski načrt", "akcijski načrt", "Zavodske", "31. 12. 2024", "v pripravi", "Irena Kovač"),
            ("action_plan", PAIR, "2024-12-31", "drafting", "Irena Kovač"),
        ),
        (
            ("Titel", "Typ", "Partnerkommun", "Klart senast", "Status", "Ansvarig"),
            ("Strategi 2030", "strategi", "Domžale", "juni 2024", "godkänd", "Irena Kovač"),
            ("strategic_plan", PAIR, "2024-06", "approved", "Irena Kovač"),
        ),
        (
            ("Nosaukums", "Veids", "Pašvaldība", "Termiņš", "Statuss", "Atbildīgais"),
            ("Rīcības plāns", "rīcības plāns", "Zavodske", "2024. gada 5. maijs", "izstrādē", ""),
            ("action_plan", PAIR, "2024-05-05", "drafting", ""),
        ),
        (
            ("Наслов", "Врста документа", "Општина", "Рок", "Фаза", "Одговорно лице"),
            ("Стратегија развоја", "стратегија", "Zavodske", "05.2024", "усвојено", ""),
            ("strategic_plan", PAIR, "2024-05", "adopted", ""),
        ),
        (
            ("Naziv dokumenta", "Vrsta", "Općina", "Rok", "Status", "Odgovorna osoba"),
            ("Projektna ideja", "projektna ideja", "Domžale", "2024", "u izradi", ""),
            ("project_fiche", PAIR, "2024", "drafting", ""),
        ),
        (
            ("Наслов", "Вид на документ", "Општина", "Краен рок", "Статус", "Одговорно лице"),
            ("Извештај", "завршен извештај", "Zavodske", "1.6.2024", "одобрено", ""),
            ("report", PAIR, "2024-06-01", "approved", ""),
        ),
    ],
)
def test_every_language(
    house: Desk, headings: tuple[str, ...], row: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    plan = house.plan("deliverables", house.file(headings, row))
    assert fields(plan, 2, "kind", "partnership", "due", "stage", "responsible") == expected


HEAD = ("Code", "Title", "Type", "Partnership", "Due date", "Status", "Decision no.", "Date of adoption", "Adopted by")


def test_stages_move_only_as_they_may_and_with_what_they_need(house: Desk) -> None:
    for code, stage in (("A-1", DeliverableStage.SUBMITTED), ("A-2", DeliverableStage.SUBMITTED)):
        with house.context.write("Make") as work:
            draft = DeliverableDraft(house.town.programme, code=code, title={"en": f"Plan {code}"}, stage=stage)
            deliverables.create(work, draft, date(2024, 1, 1))
    with house.context.write("Make") as work:
        fresh = DeliverableDraft(house.town.programme, code="A-3", title={"en": "Plan A-3"})
        deliverables.create(work, fresh)
    path = house.file(
        HEAD,
        ("A-1", "Plan A-1", "", "", "", "adopted", "12/2024", "5 May 2024", "City council"),
        ("A-2", "Plan A-2", "", "", "", "adopted", "", "", ""),
        ("A-3", "Plan A-3", "report", "", "2024", "adopted", "1", "2024-05-05", "Council"),
    )
    plan = house.plan("deliverables", path)
    assert outcomes(plan) == {2: "update", 3: "same", 4: "update"}
    stays = [("stage", "import_stage_not_reachable")]
    # The second lacks what an adoption needs (DL-4); what was not started cannot be adopted at once (DL-1).
    assert (told(plan, 2), told(plan, 3), told(plan, 4)) == ([], stays, stays)
    house.take(plan)
    first = _draft(house, "A-1")
    assert (first.stage, first.adoption_number, str(first.adoption_date), first.adoption_body) == (
        DeliverableStage.ADOPTED, "12/2024", "2024-05-05", "City council",
    )  # fmt: skip
    third = _draft(house, "A-3")
    assert (third.stage, third.kind, str(third.due)) == (DeliverableStage.NOT_STARTED, DeliverableKind.REPORT, "2024")


def test_codes_titles_and_partnerships_tell_what_is_known(house: Desk) -> None:
    made = house.plan(
        "deliverables", house.file(HEAD, ("X-1", "Energy plan", "sector plan", PAIR), ("", "Roads", "", ""))
    )
    house.take(made)
    path = house.file(
        HEAD,
        ("", "energy  PLAN", "", "Zavodske", "2025"),
        ("x-1", "Energy plan of Zavodske", "", ""),
        ("", "Energi plan", "", PAIR),
        ("", "Roads", "analysis", ""),
        ("", "Roads", "report", ""),
    )
    plan = house.plan("deliverables", path)
    assert outcomes(plan) == {2: "update", 3: "doubtful", 4: "new", 5: "update", 6: "duplicate"}
    assert [(one.field, one.old, one.new) for one in plan.matches[0].differences] == [("due", "", "2025")]
    alone = house.plan("deliverables", house.file(HEAD, ("", "Energi plan", "", PAIR)))
    assert outcomes(alone) == {2: "doubtful"}
    ident = alone.matches[0].people[0]
    linked = house.decide(alone, {("List", 2): Decision(person_id=ident)})
    assert [(one.field, one.new) for one in linked.matches[0].differences] == [("title", "Energi plan")]
    declined = house.decide(alone, {("List", 2): Decision(declined=frozenset({ident}))})
    assert outcomes(declined) == {2: "new"}
    copy = house.plan("deliverables", house.file(HEAD, ("X-1", "Another plan", "report", "")))
    fresh = house.decide(copy, {("List", 2): Decision(as_new=True)})
    assert fields(fresh, 2, "code") == ("",)
    assert house.take(fresh).codes["List", 2] == "CEP-UA-D02"
