"""The law of all verbs: do → undo gives the former data file, redo the later one, and the audit trail stays sound.

Every public function of the services that takes a ``Work`` stands in the registry (``verbs_…``), or in ``ELSEWHERE``
with the reason why it is not called alone. What a data file of every released schema must still do is in
``test_released_schemas.py``.
"""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.errors import Refused
from app.core.vocabulary import CertificateKind
from app.models.certificates import Certificate
from app.services import certificates, exports, organisations, people, sample, workspace
from app.services.certificates import IssueOptions
from app.services.context import Context
from app.services.organisations import OrganisationDraft
from app.services.people import PersonDraft
from app.services.printing import PaperOptions
from app.storage.work import Work
from tests.dump import dump
from tests.services import (  # noqa: F401 - each enters its verbs into the registry
    verbs_activities,
    verbs_attendance_imports,
    verbs_ground,
    verbs_money,
    verbs_papers,
    verbs_people,
    verbs_programmes,
    verbs_sheets,
    verbs_templates,
)
from tests.services.verbs_ground import DAY
from tests.services.verbs_registry import ELSEWHERE, VERBS, Verb, calls, functions


def test_every_verb_is_in_the_registry() -> None:
    there = set(functions(Work))
    known = {*VERBS, *ELSEWHERE}
    assert not there - known, "verbs without a call in the registry"
    assert not known - there, "the registry names verbs that are gone"
    assert not VERBS.keys() & ELSEWHERE.keys()
    assert len(there) > 100  # the search itself found them


def test_the_ground_has_rows_of_every_kind(full: Context) -> None:
    assert [kind for kind, rows in dump(full).items() if not rows] == []
    assert workspace.check(full).sound


@pytest.mark.parametrize("verb", [pytest.param(verb, id=label) for label, verb in calls()])
def test_undo_gives_the_former_file_and_redo_the_later_one(full: Context, verb: Verb) -> None:
    if verb.before is not None:
        with full.write("Before") as work:
            verb.before(work)
    former = dump(full)
    with full.write("Act") as work:
        verb.act(work)
    later = dump(full)
    assert later != former, "the verb changed nothing"
    assert full.undo() is not None
    assert dump(full) == former
    assert workspace.check(full).faults == ()
    assert full.redo() is not None
    assert dump(full) == later
    assert workspace.check(full).faults == ()


def test_the_whole_sample_is_taken_back_and_done_again(tmp_path: Path) -> None:
    context = Context.open(tmp_path / "sample.mdesk")
    states = [dump(context)]
    sample.build_structure(context)
    states.append(dump(context))
    units = 0
    while context.undo() is not None:
        units += 1
    assert units == len(sample.PROGRAMMES) + 1
    assert dump(context) == states[0]
    while context.redo() is not None:
        units -= 1
    assert units == 0
    assert dump(context) == states[1]
    assert workspace.check(context).faults == ()
    verbs_ground.close(context)


def test_all_that_was_done_to_the_full_file_is_taken_back_to_nothing(full: Context) -> None:
    later = dump(full)
    units = 0
    while full.undo() is not None:
        units += 1
    assert {kind: rows for kind, rows in dump(full).items() if rows} == {}
    assert workspace.check(full).faults == ()
    while full.redo() is not None:
        units -= 1
    assert units == 0
    assert dump(full) == later
    assert workspace.check(full).faults == ()


class _BrokenOff(Exception):
    """What goes wrong after a verb did its work, before the unit is kept."""


def _break_off(context: Context, verb: Verb) -> None:
    with context.write("Act") as work:
        verb.act(work)
        raise _BrokenOff


def test_a_verb_that_is_broken_off_leaves_the_former_file(full: Context) -> None:
    former = dump(full)
    for name in ("activities.delete", "people_merging.merge", "imports.take_in"):
        with pytest.raises(_BrokenOff):
            _break_off(full, VERBS[name][0])
        assert dump(full) == former
    assert workspace.check(full).faults == ()


_TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(one=_TEXTS, other=_TEXTS)
def test_whatever_somebody_types_is_taken_back(context: Context, one: str, other: str) -> None:
    former = dump(context)
    with context.write("New") as work:
        town = organisations.create(work, OrganisationDraft(name={"en": f"A{one}", "uk": other}, notes=one, town=other))
        person = people.create(work, PersonDraft(family_name=f"А{one}", notes=other, diet=one, badge_name=other))
    made = dump(context)
    with context.write("Change") as work:
        organisations.save(
            work, town, replace(organisations.load(work, town), notes=other, address=one, name={"en": "B"})
        )
        people.save(work, person, replace(people.load(work, person), notes=one, family_name=f"Б{other}"))
    changed = dump(context)
    context.undo()
    assert dump(context) == made
    context.undo()
    assert dump(context) == former
    context.redo()
    context.redo()
    assert dump(context) == changed
    context.undo()
    context.undo()


def _register(context: Context) -> list[tuple[str, str, str]]:
    with context.read() as view:
        return [(row.number, row.holder, row.status.value) for row in certificates.list_rows(view)]


def _issue(context: Context, kind: CertificateKind, most: int = 99) -> str:
    """Issue to those who earned one; gives the unit of work."""
    with context.write("Issue") as work:
        ready = [
            row.person_id
            for row in certificates.candidates(work, verbs_ground.visit(work), kind)
            if row.state is certificates.Earned.READY
        ][:most]
        assert ready
        certificates.issue(work, verbs_ground.visit(work), ready, IssueOptions(DAY, kind))
        return work.unit_id


@pytest.fixture
def completing(full: Context) -> Context:
    """The full file, in which the guests of the visit have also done what is asked for a completion."""
    with full.write("Met") as work:
        verbs_papers.all_met(work)
    return full


def test_certificates_with_younger_numbers_stay(completing: Context) -> None:
    older = _issue(completing, CertificateKind.COMPLETION, most=2)
    younger = _issue(completing, CertificateKind.COMPLETION)
    former = dump(completing)
    with pytest.raises(Refused) as told:
        completing.take_back(older)
    assert told.value.code == "numbers_would_gap"
    assert dump(completing) == former
    completing.take_back(younger)
    completing.take_back(older)
    assert workspace.check(completing).faults == ()


def test_numbers_taken_back_are_given_again_without_a_gap(completing: Context) -> None:
    before = _register(completing)
    _issue(completing, CertificateKind.COMPLETION)
    issued = _register(completing)
    new = issued[len(before) :]
    assert [number for number, *_ in issued] == [f"CEP-UA-2023-{serial:04d}" for serial in range(1, len(issued) + 1)]
    completing.undo()
    assert _register(completing) == before
    with completing.write("Again") as work:
        exports.issue_earned(work, verbs_ground.visit(work), PaperOptions("en", kind=CertificateKind.COMPLETION), DAY)
    assert _register(completing)[len(before) :] == new
    assert completing.redo() is None  # the former issue can no longer be done again: its numbers are taken
    assert _register(completing) == issued


def test_a_cancelled_certificate_keeps_its_number_through_undo(full: Context) -> None:
    with full.read() as view:
        last = verbs_ground.row(view, Certificate, serial=len(_register(full)))
    with full.write("Cancel") as work:
        certificates.cancel(work, last.id, "a mistake", DAY)
    cancelled = _register(full)
    assert cancelled[-1][2] == "cancelled"
    full.undo()
    assert _register(full)[-1][2] == "issued"
    full.redo()
    assert _register(full) == cancelled
