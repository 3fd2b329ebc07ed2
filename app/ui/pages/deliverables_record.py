"""One deliverable: Overview with its stage track, Versions, Reviews, Adoption, Documents, History."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.core.changes import ChangeSet
from app.core.i18n import N_, language, pick, tr
from app.core.vocabulary import DeliverableStage
from app.core.vocabulary import label as word
from app.services import deliverable_stages, deliverables, picking
from app.services.deliverable_stages import StageChangeRow
from app.services.deliverables import DeliverableDraft
from app.ui import formats
from app.ui.desk import Desk
from app.ui.editors.choosing import Links, NameBook
from app.ui.editors.deliverable import adoption_sections, overview_sections, short_stage, stage_state
from app.ui.editors.keeper import Keeper, Verbs
from app.ui.editors.record_view import FormTab, RecordView
from app.ui.fields.choices import Choice
from app.ui.form import FormEditor
from app.ui.pages.deliverables_move import Mover
from app.ui.pages.deliverables_reviews import ReviewsTab
from app.ui.pages.deliverables_versions import VersionsTab
from app.ui.theme import theme
from app.ui.widgets.boxes import Lines, SectionHeader, column, row
from app.ui.widgets.buttons import button
from app.ui.widgets.chip import State
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import label
from app.ui.widgets.messages_view import MessageStrip
from app.ui.widgets.stage_track import StageTrack

_VERBS = Verbs(
    deliverables.load,
    deliverables.check,
    deliverables.save,
    N_("Change deliverable"),
    "deliverable",
    ("deliverable_version", "deliverable_review", "stage_change"),
)
_TABS = (
    ("overview", N_("Overview")),
    ("versions", N_("Versions")),
    ("reviews", N_("Reviews")),
    ("adoption", N_("Adoption")),
    ("documents", N_("Documents")),
    ("history", N_("History")),
)


def partnership_choices(desk: Desk, programme_id: str) -> list[Choice]:
    """The partnerships of a programme."""
    with desk.context.read() as view:
        return [Choice(pick_.id, pick_.name, pick_.second) for pick_ in picking.partnerships(view, programme_id)]


class StagePanel(QWidget):
    """The track, the steps that can follow as buttons, and the steps so far. ``move_wanted(stage)``."""

    move_wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.setObjectName("deliverable.stage")
        body = column(self, space=3)
        self.track = StageTrack("deliverable.stage.track")
        self.track.chosen.connect(self.move_wanted)
        body.addWidget(self.track)
        self.strip = MessageStrip(name="deliverable.stage.message")
        body.addWidget(self.strip)
        self._ways = Flow(2)
        body.addWidget(self._ways)

    def show_stage(self, draft: DeliverableDraft, ident: str) -> None:
        """Show where it stands."""
        stage = draft.stage
        stages = [(str(one), short_stage(one)) for one in deliverable_stages.TRACK]
        aside = stage not in deliverable_stages.TRACK
        steps = self._steps(ident)
        shown = stage
        if aside and steps:
            shown = next((s.from_stage for s in reversed(steps) if s.from_stage in deliverable_stages.TRACK), stage)
        self.track.set_stages(stages, str(shown), stopped=tr(word(stage)) if aside else "")
        last = steps[-1] if steps else None
        self._tell_strip(draft, last, aside)
        self._make_ways(stage)

    def _steps(self, ident: str) -> Sequence[StageChangeRow]:
        with self.desk.context.read() as view:
            return deliverable_stages.stage_changes(view, ident)

    def _tell_strip(self, draft: DeliverableDraft, last: StageChangeRow | None, aside: bool) -> None:
        told = ""
        if last is not None:
            told = tr("{who} on {day}", who=last.who or tr("Somebody"), day=formats.day(last.changed_on))
            told = f"{told}: {last.note}" if last.note else told
        if aside:
            self.strip.show_message(tr(word(draft.stage)), told, tone="warning")
        elif deliverable_stages.is_overdue(draft.stage, draft.kind, draft.due, self.desk.today()):
            self.strip.show_message(
                tr("Overdue since {day}.", day=formats.partial(draft.due)),
                tr("Move it on, or give it another due date below."),
                tone="danger",
            )
        elif draft.stage is DeliverableStage.CHANGES_REQUESTED:
            self.strip.show_message(tr("Changes were requested."), told, tone="warning")
        else:
            self.strip.show_message("")

    def _make_ways(self, stage: DeliverableStage) -> None:
        self._ways.clear()
        forward: list[DeliverableStage] = []
        others: list[DeliverableStage] = []
        for target in deliverable_stages.moves(stage):
            asks = deliverable_stages.needs_reason(stage, target) or target is DeliverableStage.ON_HOLD
            (others if asks else forward).append(target)
        for target in forward[:4]:
            made = button(
                tr("Move to “{stage}”", stage=tr(word(target))),
                small=True,
                icon_name="arrow-right",
                name=f"deliverable.move.{target}",
            )
            made.setProperty("stage", str(target))
            made.clicked.connect(self._on_way)
            self._ways.add(made)
        rest = [*forward[4:], *others]
        if rest:
            more = button(tr("Other stage"), small=True, icon_name="chevron-down", name="deliverable.move.other")
            menu = QMenu(more)
            for target in rest:
                menu.addAction(tr(word(target))).setData(str(target))
            menu.triggered.connect(self._on_chosen)
            more.setMenu(menu)
            self._ways.add(more)

    def _on_way(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.move_wanted.emit(str(sender.property("stage")))

    def _on_chosen(self, action: QAction) -> None:
        self.move_wanted.emit(str(action.data()))


class StepList(QWidget):
    """The steps so far, the newest first: when, from where to where, who, why."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.setObjectName("deliverable.steps")
        body = column(self, space=2)
        body.addWidget(SectionHeader(tr("Steps so far")))
        self._lines = Lines("deliverable.steps.list")
        body.addWidget(self._lines)
        self._none = label(tr("It has not moved yet."), "second")
        body.addWidget(self._none)

    def show_steps(self, ident: str) -> None:
        """Show the steps of a deliverable."""
        with self.desk.context.read() as view:
            steps = deliverable_stages.stage_changes(view, ident)
        self._lines.clear()
        for step in reversed(steps):
            holder = QWidget()
            line = row(holder, space=3, margins=(4, 2, 4, 2))
            day = label(formats.day(step.changed_on), "second")
            day.setMinimumWidth(theme().px(96))
            line.addWidget(day)
            texts = column(space=0)
            texts.addWidget(
                label(f"{tr(word(step.from_stage))} → {tr(word(step.to_stage))}", "second_strong", wrap=True)
            )
            if step.note:
                texts.addWidget(label(step.note, "second_text", wrap=True))
            line.addLayout(texts, 1)
            line.addWidget(label(step.who, "second"))
            self._lines.add(holder)
        self._lines.setVisible(bool(steps))
        self._none.setVisible(not steps)


class DeliverableView(RecordView):
    """The page of a record; its stage moves through the mover, everything else is kept as one types."""

    def __init__(self, desk: Desk, book: NameBook) -> None:
        self._links = Links(desk, book, {"owner_id": "organisation", "responsible_id": "person"})
        self._book = book
        self._stage: StagePanel | None = None
        self._steps: StepList | None = None
        self._form: FormEditor | None = None
        keeper = Keeper(desk, _VERBS, desk)
        super().__init__(desk, keeper, "deliverables", "deliverable", [(key, tr(words)) for key, words in _TABS])
        self.mover = Mover(desk, self)

    def make_tab(self, key: str) -> QWidget:
        draft: DeliverableDraft = self.keeper.base
        if key == "versions":
            made = VersionsTab(self.desk)
            made.counted.connect(self._on_versions)
            return made
        if key == "reviews":
            reviews = ReviewsTab(self.desk)
            reviews.counted.connect(self._on_reviews)
            return reviews
        if key == "adoption":
            form = FormEditor(adoption_sections(draft.currency), name="deliverable.adoption")
            self.keeper.add_form(form)
            return FormTab(form)
        return self._make_overview(draft)

    def _make_overview(self, draft: DeliverableDraft) -> QWidget:
        self._stage = StagePanel(self.desk)
        self._stage.move_wanted.connect(self._on_move)
        self._form = FormEditor(
            overview_sections(partnership_choices(self.desk, draft.programme_id)), name="deliverable"
        )
        self._links.ready(self._form, draft)
        self.keeper.add_form(self._form)
        self._steps = StepList(self.desk)
        self._tell_stage(draft)
        return FormTab(self._stage, self._form, self._steps)

    def tell(self, draft: object) -> None:
        assert isinstance(draft, DeliverableDraft)
        self.head.set_title(pick(draft.title, language()) or draft.code)
        self.head.set_chips(self._states(draft))
        due = tr("due {day}", day=formats.partial(draft.due)) if draft.due.known else tr("due date not known")
        self.head.set_facts(
            [
                draft.code,
                tr(word(draft.kind)),
                due,
                self._book.organisation(draft.owner_id),
                self._book.person(draft.responsible_id),
            ]
        )
        self.tabs.set_count("versions", len(draft.versions))
        self.tabs.set_count("reviews", len(draft.reviews))
        if self._form is not None:
            self._form.set_options("partnership_id", partnership_choices(self.desk, draft.programme_id))
            self._links.ready(self._form, draft)
        self._tell_stage(draft)

    def _states(self, draft: DeliverableDraft) -> list[State]:
        found = [stage_state(draft.stage)]
        if deliverable_stages.is_overdue(draft.stage, draft.kind, draft.due, self.desk.today()):
            found.append(State(tr("Overdue"), "danger", "circle-alert"))
        return found

    def _tell_stage(self, draft: DeliverableDraft) -> None:
        if self._stage is not None and self._steps is not None:
            self._stage.show_stage(draft, self.ident)
            self._steps.show_steps(self.ident)

    def owner_of_documents(self) -> tuple[str, str]:
        draft: DeliverableDraft = self.keeper.base
        return draft.programme_id, ""

    def changes(self, change_set: ChangeSet) -> None:
        super().changes(change_set)
        if self.ident and change_set.touches("stage_change") and self.keeper.base is not None:
            self._tell_stage(self.keeper.base)

    def _on_move(self, stage: str) -> None:
        if self.ident and self.keeper.may_leave():
            self.mover.move(self.ident, DeliverableStage(stage))

    def _on_versions(self, number: int) -> None:
        self.tabs.set_count("versions", number)

    def _on_reviews(self, number: int) -> None:
        self.tabs.set_count("reviews", number)
