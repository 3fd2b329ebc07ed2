"""New visit, new training: a few fields, then the page opens."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from app.core.i18n import N_, language, tr
from app.core.vocabulary import VISIT_KINDS, ActivityKind, label
from app.services import activities, activity_proposals, programmes
from app.services.activity_proposals import ActivityWish
from app.ui.desk import Desk
from app.ui.editors.draft_dialog import Commit, DraftDialog
from app.ui.form import FieldSpec, Section
from app.ui.pages.visit_tab import Finder


def kinds(visits: bool) -> list[tuple[ActivityKind, str]]:
    """The kinds of a page with their words."""
    return [(kind, tr(label(kind))) for kind in ActivityKind if (kind in VISIT_KINDS) is visits]


def new_activity(parent: QWidget, desk: Desk, visits: bool, done: Callable[[str], object]) -> DraftDialog:
    """Ask and make; ``done`` gets the new one's id."""
    finder = Finder(desk)
    with desk.context.read() as view:
        known = [(row.id, f"{row.code}  {row.title}") for row in programmes.list_rows(view)]
    programme_id = desk.programme_id or (known[0][0] if len(known) == 1 else "")
    offered = kinds(visits)
    section = Section(
        "",
        (
            FieldSpec("kind", N_("Kind"), "choice", options=offered, required=True),
            FieldSpec("programme_id", N_("Programme"), "choice", options=known, required=True),
            FieldSpec(
                "partnership_id",
                N_("Partnership"),
                "record",
                options=finder.partnerships(programme_id),
                note=N_("Host, guest and title follow from it."),
            ),
            FieldSpec("title", N_("Title"), hint=N_("As the partnership is called")),
            FieldSpec("start", N_("First day"), "partial"),
            FieldSpec("end", N_("Last day"), "partial"),
            FieldSpec("place", N_("Place")),
            FieldSpec("host_id", N_("Host"), "record", extra={"search": finder.organisations}),
        ),
    )
    wish = ActivityWish(programme_id=programme_id, kind=offered[0][0])

    def make(work: Any, asked: ActivityWish) -> str:
        return activities.create(work, activity_proposals.propose(work, asked, language()))

    dialog = DraftDialog(
        parent,
        tr("New visit") if visits else tr("New training"),
        (section,),
        wish,
        name="dialog.visit.new" if visits else "dialog.training.new",
        accept=tr("Make the visit") if visits else tr("Make the training"),
        check=activity_proposals.check,
        commit=Commit(desk, N_("New visit") if visits else N_("New training"), make),
    )
    dialog.committed.connect(done)
    dialog.open()
    return dialog
