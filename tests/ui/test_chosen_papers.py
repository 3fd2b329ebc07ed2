"""Papers for some of the people only, and what goes with a record that is deleted."""

from pathlib import Path

import pytest

from app.core.i18n import set_language
from app.core.sentences import sentence
from app.core.vocabulary import ActivityKind, DeliverableKind
from app.services import activities, deliverables, documents, organisations, participations, printing, programmes
from app.services.activities import ActivityDraft
from app.services.context import Context
from app.services.deliverables import DeliverableDraft
from app.services.documents import Owner
from app.services.organisations import OrganisationDraft
from app.services.printing import Paper, PaperOptions
from app.services.programmes import ProgrammeDraft
from tests.documents.paper_reading import text
from tests.ui.visit_window import VisitWindow

PEOPLE = (Paper.LETTERS, Paper.BADGES)


@pytest.mark.parametrize("paper", PEOPLE)
def test_only_the_chosen_people_stand_on_the_paper(qtbot: object, tmp_path: Path, paper: Paper) -> None:
    window = VisitWindow(qtbot, tmp_path)  # type: ignore[arg-type]
    visit, chosen = window.ids["visit"], window.ids["oksana"]
    with window.context.read() as view:
        rows = {row.person_id: row.name for row in participations.list_rows(view, visit)}
        everybody = text(printing.make(view, paper, visit, PaperOptions("en")).content).casefold()
        some = text(printing.make(view, paper, visit, PaperOptions("en", person_ids=(chosen,))).content).casefold()
    window.close()
    (other,) = [name for ident, name in rows.items() if ident != chosen]
    family, other_family = rows[chosen].partition(",")[0].casefold(), other.partition(",")[0].casefold()
    assert family in some
    assert family in everybody
    if other_family != family:
        assert other_family in everybody
        assert other_family not in some
    else:
        assert everybody.count(family) > some.count(family)


@pytest.mark.parametrize("kind", ["activity", "organisation", "deliverable"])
def test_kept_files_go_with_their_record_and_come_back(tmp_path: Path, kind: str) -> None:
    context = Context.open(tmp_path / "a.mdesk")
    with context.write("Add") as work:
        programme = programmes.create(work, ProgrammeDraft(code="PRG", title={"en": "P"}))
        if kind == "activity":
            draft = ActivityDraft(programme_id=programme, kind=ActivityKind.TRAINING, title={"en": "T"})
            ident, verb = activities.create(work, draft), activities.delete
        elif kind == "organisation":
            ident, verb = organisations.create(work, OrganisationDraft(name={"en": "Town"})), organisations.delete
        else:
            plan = DeliverableDraft(programme_id=programme, kind=DeliverableKind.STRATEGIC_PLAN, title={"en": "D"})
            ident, verb = deliverables.create(work, plan), deliverables.delete
        documents.add_content(work, b"minutes", "minutes.txt", Owner(kind, ident, programme))
    with context.write("Delete") as work:
        verb(work, ident)
    with context.read() as view:
        assert documents.list_rows(view, owner_kind=kind, owner_id=ident) == ()
    context.undo()
    with context.read() as view:
        assert [row.file_name for row in documents.list_rows(view, owner_kind=kind, owner_id=ident)] == ["minutes.txt"]
    context.close()


def test_a_sentence_names_the_kind_of_record_and_writes_days_out() -> None:
    set_language("en")
    said = sentence("needed_elsewhere", {"kind": "person", "by": "certificate", "count": 1})
    assert said == (
        "This cannot be deleted, because other records need it: Certificate (1). Change or delete those first."
    )
    ended = sentence("import_passport_ended", {"expiry": "2023-10-15"})
    assert ended == "The passport runs out on 15.10.2023, before the activity ends."
    assert "fields that change: 1." in sentence("import_row_update", {"n": 1})
