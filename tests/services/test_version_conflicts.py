"""Nobody's work is lost silently: a draft that was loaded before somebody else saved is refused with Conflict."""

import inspect
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from types import ModuleType
from typing import Any

import pytest
from sqlalchemy import select

from app.core.dates import PartialDate
from app.core.errors import Conflict
from app.models.activities import Activity, Participation
from app.models.agendas import AgendaDay, Session
from app.models.base import Record
from app.models.budgets import BudgetLine, ExchangeRate, Expenditure, FundingSource, Reallocation
from app.models.deliverables import Deliverable
from app.models.documents import Document
from app.models.indicators import Indicator
from app.models.organisations import Organisation
from app.models.partnerships import Agreement, Group, Need, Partnership
from app.models.people import Person
from app.models.programmes import Programme
from app.services import (
    activities,
    agendas,
    agreements,
    budgets,
    deliverables,
    documents,
    exchange_rates,
    expenditures,
    funding_sources,
    groups,
    indicators,
    needs,
    organisations,
    participations,
    partnerships,
    people,
    people_merging,
    programmes,
    reallocations,
)
from app.services.context import Context
from app.storage.work import View
from tests.dump import dump
from tests.services import verbs_ground
from tests.services.verbs_registry import modules


@dataclass(frozen=True)
class Editor:
    """A module with ``load`` and ``save``: the record that is edited, and what two people change of it at once.

    ``first`` is saved in between, ``late`` afterwards; ``owned`` are changes of owned rows alone.
    """

    module: ModuleType
    record: type[Record]
    key: dict[str, object]
    first: dict[str, object]
    late: dict[str, object]
    owned: tuple[Callable[[Any, View], Any], ...] = ()


def _notes(module: ModuleType, record: type[Record], *owned: Callable[[Any, View], Any], **key: object) -> Editor:
    return Editor(module, record, key, {"notes": "first"}, {"notes": "late"}, owned)


EDITORS = (
    _notes(
        activities,
        Activity,
        lambda draft, _view: replace(draft, contacts=draft.contacts[1:]),
        lambda draft, _view: replace(draft, visit=replace(draft.visit, travel={"en": "by bus"})),
        code=verbs_ground.VISIT,
    ),
    Editor(
        agendas,
        Session,
        {"cancelled": False},
        {"address": "first"},
        {"address": "late"},
        (lambda draft, view: replace(draft, speakers=verbs_ground.twins(view)),),
    ),
    _notes(agreements, Agreement, lambda draft, _view: replace(draft, signatories=draft.signatories[1:])),
    _notes(budgets, BudgetLine, heading=False),
    _notes(
        deliverables,
        Deliverable,
        lambda draft, _view: replace(draft, versions=draft.versions[1:]),
        lambda draft, _view: replace(draft, reviews=(*draft.reviews, deliverables.ReviewDraft(reviewer="Ana"))),
        code="CEP-UA-D01",
    ),
    _notes(documents, Document),
    Editor(exchange_rates, ExchangeRate, {}, {"source": "first"}, {"source": "late"}),
    _notes(expenditures, Expenditure),
    _notes(funding_sources, FundingSource),
    _notes(
        groups,
        Group,
        lambda draft, _view: replace(draft, members=(*draft.members, groups.GroupMemberDraft(name="Ana"))),
        lambda draft, _view: replace(draft, meetings=(*draft.meetings, groups.MeetingDraft(subject="Rules"))),
    ),
    _notes(
        indicators,
        Indicator,
        lambda draft, _view: replace(draft, values=tuple(replace(one, value=Decimal(9)) for one in draft.values)),
        code="I05",
    ),
    _notes(needs, Need, lambda draft, _view: replace(draft, links=draft.links[1:])),
    _notes(organisations, Organisation, lambda draft, _view: replace(draft, aliases=draft.aliases[1:]), town="Domžale"),
    _notes(participations, Participation),
    _notes(
        partnerships,
        Partnership,
        lambda draft, _view: replace(draft, members=tuple(replace(one, offers="a tour") for one in draft.members)),
        lambda draft, _view: replace(draft, members=draft.members[::-1]),
        code=verbs_ground.PARTNERSHIP,
    ),
    _notes(
        people,
        Person,
        lambda draft, _view: replace(draft, positions=(*draft.positions, people.PositionDraft(title="x", main=False))),
        lambda draft, _view: replace(draft, consents=(*draft.consents, people.ConsentDraft())),
    ),
    _notes(
        programmes,
        Programme,
        lambda draft, _view: replace(draft, parties=draft.parties[1:]),
        lambda draft, _view: replace(draft, phases=(*draft.phases, programmes.PhaseDraft({"en": "More"}))),
        lambda draft, _view: replace(
            draft, milestones=tuple(replace(one, reached=PartialDate.parse("2024")) for one in draft.milestones)
        ),
        lambda draft, _view: replace(draft, signatories=()),
        code=verbs_ground.PROGRAMME,
    ),
    Editor(reallocations, Reallocation, {}, {"reason": "first"}, {"reason": "late"}),
)


def _name(value: object) -> str | None:
    return value.module.__name__.rpartition(".")[2] if isinstance(value, Editor) else None


#: Kept under the key of their programme and a paper; their conflicts are in test_paper_looks and test_paper_templates.
_OF_A_PROGRAMME = {"app.services.paper_looks", "app.services.paper_templates"}


def test_every_module_that_saves_drafts_is_tried() -> None:
    there = {module for module in modules() if hasattr(module, "load") and hasattr(module, "save")}
    there = {module for module in there if module.__name__ not in _OF_A_PROGRAMME}
    assert there == {editor.module for editor in EDITORS}
    for editor in EDITORS:
        draft = inspect.signature(editor.module.load, eval_str=True).return_annotation
        assert "version" in draft.__dataclass_fields__, editor.module.__name__


def _loaded(context: Context, editor: Editor) -> tuple[str, Any]:
    with context.read() as view:
        ident = verbs_ground.ident(view, editor.record, **editor.key)
        return ident, editor.module.load(view, ident)


def _expect_conflict(context: Context, editor: Editor, ident: str, stale: Any) -> None:
    held = dump(context)
    with pytest.raises(Conflict), context.write("Late") as work:
        editor.module.save(work, ident, replace(stale, **editor.late))
    assert dump(context) == held


@pytest.mark.parametrize("editor", EDITORS, ids=_name)
def test_a_draft_loaded_before_somebody_saved_is_refused(full: Context, editor: Editor) -> None:
    ident, stale = _loaded(full, editor)
    with full.write("First") as work:
        editor.module.save(work, ident, replace(stale, **editor.first))
    _expect_conflict(full, editor, ident, stale)
    full.undo()
    _expect_conflict(full, editor, ident, stale)
    _, fresh = _loaded(full, editor)
    with full.write("Again") as work:
        editor.module.save(work, ident, replace(fresh, **editor.late))


@pytest.mark.parametrize(
    ("editor", "number"),
    [pytest.param(one, n, id=f"{_name(one)} {n + 1}") for one in EDITORS for n in range(len(one.owned))],
)
def test_a_change_of_owned_rows_alone_is_a_change(full: Context, editor: Editor, number: int) -> None:
    ident, stale = _loaded(full, editor)
    former = dump(full)
    with full.read() as view:
        changed = editor.owned[number](stale, view)
    with full.write("First") as work:
        editor.module.save(work, ident, changed)
    assert dump(full) != former
    _expect_conflict(full, editor, ident, stale)
    full.undo()
    assert dump(full) == former


@pytest.mark.parametrize("editor", EDITORS, ids=_name)
def test_saving_what_was_loaded_changes_nothing(full: Context, editor: Editor) -> None:
    ident, draft = _loaded(full, editor)
    former = dump(full)
    with full.write("As it is") as work:
        editor.module.save(work, ident, draft)
        assert not work.changes().kinds
    assert dump(full) == former
    _, again = _loaded(full, editor)
    assert again == draft


def test_the_head_of_a_day_is_guarded_too(full: Context) -> None:
    with full.read() as view:
        activity_id = verbs_ground.visit(view)
        day = view.session.scalars(select(AgendaDay.day).where(AgendaDay.activity_id == activity_id)).first()
        assert day is not None
        stale = agendas.load_day(view, activity_id, day)
    with full.write("First") as work:
        agendas.save_day(work, replace(stale, city={"en": "Kyiv"}))
    with pytest.raises(Conflict), full.write("Late") as work:
        agendas.save_day(work, replace(stale, city={"en": "Lviv"}))


def test_merging_is_a_change_of_who_stays(full: Context) -> None:
    with full.read() as view:
        one, other = verbs_ground.twins(view)
        stale = people.load(view, one)
    with full.write("Merge") as work:
        people_merging.merge(work, one, other)
    with full.read() as view:
        assert people.load(view, one).positions != stale.positions
    with pytest.raises(Conflict), full.write("Late") as work:
        people.save(work, one, stale)
