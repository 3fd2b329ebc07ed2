"""A delegation in Cyrillic letters about people who are known in Latin ones only: nobody becomes half of each."""

from pathlib import Path

import pytest

from app.core.vocabulary import LatinSource
from app.services import import_resolving, import_rows, programmes
from app.services.context import Context
from app.services.import_plans import Decision
from app.services.programmes import ProgrammeDraft
from tests.services.test_import_merging import A, draft_of, known, outcomes, plan_of, take


@pytest.fixture(autouse=True)
def _programme(context: Context) -> None:
    with context.write("Set up") as work:
        programmes.create(work, ProgrammeDraft(code="CEP-UA", title={"en": "Ukraine"}))


@pytest.mark.parametrize(
    ("given", "family"), [("Serhii", "Savchuk"), ("Sergey", "Savchuk"), ("Serhiy", "Savchuk")], ids=str
)
def test_the_native_name_comes_in_and_the_known_letters_stay_the_spelling(
    context: Context, tmp_path: Path, given: str, family: str
) -> None:
    """The table would make "Serhii"; what somebody wrote stays (NA-1), whichever it was."""
    ident = known(context, given_name=given, family_name=family)
    plan = plan_of(context, tmp_path / "a.xlsx", ("Савчук", "Сергій", "Миколайович", "Староста"))
    assert outcomes(plan) == ["update"]
    shown = import_rows.rows(plan)[0]
    assert (shown.fields["given_latin"], shown.fields["family_latin"]) == (given, family)
    assert shown.stays == frozenset()
    take(context, plan)
    after = draft_of(context, ident)
    assert (after.given_name, after.family_name, after.patronymic) == ("Сергій", "Савчук", "Миколайович")
    assert (after.given_latin, after.family_latin, after.latin_source) == (given, family, LatinSource.TYPED)


def test_without_a_patronymic_the_name_waits_for_a_click(context: Context, tmp_path: Path) -> None:
    """A mentor from abroad may stand in a Cyrillic list, too: who is known in Latin letters stays so (MA-7, AG-13)."""
    ident = known(context, given_name="Serhii", family_name="Savchuk")
    plan = plan_of(context, tmp_path / "a.xlsx", ("Савчук", "Сергій", "", "Староста"))
    row, match = next(plan.pairs())
    assert import_resolving.stays(plan, row, match) == {"given_name", "family_name"}
    take(context, plan)
    after = draft_of(context, ident)
    assert (after.given_name, after.family_name, after.patronymic) == ("Serhii", "Savchuk", "")


def test_the_known_letters_may_still_be_kept(context: Context, tmp_path: Path) -> None:
    ident = known(context, given_name="Serhii", family_name="Savchuk")
    plan = plan_of(context, tmp_path / "a.xlsx", ("Савчук", "Сергій", "Миколайович"))
    take(context, plan, {A: Decision(keep=frozenset({"given_name", "family_name", "patronymic"}))})
    after = draft_of(context, ident)
    assert (after.given_name, after.family_name, after.patronymic) == ("Serhii", "Savchuk", "")


def test_names_that_stand_the_other_way_round_lend_no_spelling(context: Context, tmp_path: Path) -> None:
    """Somebody typed the family name into the field of the given one: the spelling is not carried over turned round."""
    ident = known(context, given_name="Savchuk", family_name="Serhii", email="s@town.example")
    plan = plan_of(context, tmp_path / "a.xlsx", ("Савчук", "Сергій", "Миколайович", "", "s@town.example"))
    take(context, plan)
    after = draft_of(context, ident)
    assert (after.given_latin, after.family_latin) != ("Savchuk", "Serhii")
