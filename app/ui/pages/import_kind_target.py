"""Where the rows of a sheet go that is no list of people, and what its kind asks besides."""

from datetime import date
from itertools import groupby
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from app.core.i18n import tr
from app.services import activities, attendance_import_views, budgets, partnerships, programmes
from app.services.import_aims import Proposal
from app.ui import formats
from app.ui.fields.choices import ChoiceField
from app.ui.pages.import_places import AimGuide, Known, PlaceChoices, remark
from app.ui.pages.import_session import ImportSession
from app.ui.widgets.boxes import column
from app.ui.widgets.labels import label
from app.ui.widgets.messages_view import MessageStrip, Way

_ZONES = (
    "UTC",
    "Europe/Ljubljana",
    "Europe/Kyiv",
    "Europe/Stockholm",
    "Europe/Riga",
    "Europe/Brussels",
    "Europe/London",
    "Europe/Sarajevo",
    "Europe/Podgorica",
    "Europe/Skopje",
    "Europe/Belgrade",
    "Europe/Zagreb",
    "Europe/Chisinau",
)


class KindTargetForm(QWidget):
    """``chosen()`` whenever another target is chosen; the same interface as ``TargetForm`` of people."""

    chosen = Signal()

    def __init__(self, session: ImportSession, kind: str, *, needs_activity: bool) -> None:
        super().__init__()
        self.session, self.kind, self.needs_activity = session, kind, needs_activity
        self._programmes: dict[str, str] = {}
        self._activities: dict[str, activities.ActivityRow] = {}
        self._partnerships: dict[str, str] = {}
        self._lines: dict[str, list[tuple[str, str]]] = {}
        body = column(self, space=3)
        self._none = MessageStrip(
            tr("There is no programme yet"),
            tr("Everything belongs to a programme. Make one first; the files stay here."),
            tone="warning",
            ways=(Way(tr("New programme"), self._on_new_programme, "import.programme.new"),),
        )
        body.addWidget(self._none)
        self.places = PlaceChoices("")
        self.places.chosen.connect(self._on_place)
        self.programme = ChoiceField(tr("Programme"), name="import.programme")
        self.activity = ChoiceField(tr("Visit or training"), name="import.activity", required=needs_activity)
        self.line = ChoiceField(
            tr("Budget line"),
            name="import.line",
            note=tr("For rows that name none."),
        )
        self.about = ChoiceField(
            tr("Session or day"),
            name="import.about",
            note=tr("Usually the file tells it by its days and times."),
        )
        self.zone = ChoiceField(
            tr("Time zone of the log"),
            name="import.zone",
            options=[("", tr("that of the place")), *((zone, zone) for zone in _ZONES)],
            note=tr("Meeting programs write the time of whoever saved the file."),
        )
        self.zone.set_value("")
        self.absent = QCheckBox(tr("Whoever has no mark was absent"))
        self.absent.setObjectName("import.absent")
        shown = {"expenditures": (self.activity, self.line), "deliverables": ()}.get(kind, (self.activity,))
        parts: list[Any] = [self.programme, *shown]
        if kind == "attendance":
            parts += [self.about, self.zone, self.absent]
        for part in (self.activity, self.line, self.about, self.zone, self.absent):
            if part not in parts:
                part.setParent(self)
                part.hide()
        for part in parts:
            body.addWidget(part)
        self._parts = parts
        self._why = label("", "second", wrap=True, name="import.target.why")
        self._why.hide()
        body.insertWidget(body.indexOf(parts[min(1, len(parts) - 1)]) + 1, self._why)
        for made in (self.programme, self.activity, self.line, self.about, self.zone):
            made.changed.connect(self._on_changed)
        self.absent.toggled.connect(self._on_changed)
        self._guide = AimGuide(self)

    def refresh(self) -> None:
        """Read programmes, activities and lines again; what is chosen stays when it is still there."""
        with self.session.desk.context.read() as view:
            known = programmes.list_rows(view)
            self._activities = {one.id: one for one in activities.list_rows(view)}
            self._partnerships = {one.id: one.programme_id for one in partnerships.list_rows(view)}
            if self.kind == "expenditures":
                self._lines = {
                    one.id: [
                        (row.id, f"{row.code} {row.title}")
                        for row in budgets.list_rows(view, one.id)
                        if not row.heading
                    ]
                    for one in known
                }
        self._programmes = {one.id: f"{one.code}  {one.title}" for one in known}
        self._none.setVisible(not known)
        for made in self._parts:
            made.setVisible(bool(known))
        self.programme.set_options(list(self._programmes.items()))
        self.preset(self.session.programme_id, self.session.activity_id)

    def preset(self, programme_id: str = "", ident: str = "") -> None:
        """Choose a target: ``ident`` is an activity or partnership, which brings its programme, or a programme."""
        activity_id = ident if ident in self._activities else ""
        programme_id = self._known().programme_behind(self.session, ident, programme_id)
        self.programme.set_value(programme_id)
        self._offer(programme_id, activity_id)
        self._tell()

    def offer(self, proposal: Proposal | None) -> None:
        """Show where the file that is worked on may go; None: there is no file."""
        if proposal is None or not self.needs_activity:
            self.places.clear()
        else:
            self.places.offer(proposal, self._activities, self._programmes)
        self._mark()

    def _mark(self) -> None:
        session = self.session
        self.places.mark(session.programme_id, session.activity_id, session.by_hand)
        proposal = session.file.proposal if session.file is not None and not session.by_hand else None
        activity_id = session.activity_id if self.needs_activity or self.kind == "expenditures" else ""
        why = remark(proposal, session.programme_id, activity_id) if self.places.first is None else ""
        self._why.setText(why)
        self._why.setVisible(bool(why))

    def words(self) -> str:
        """The target for the head of the page."""
        return self._known().words(self.session)

    def _known(self) -> Known:
        return Known(self._activities, self._partnerships, self._programmes)

    def _offer(self, programme_id: str, activity_id: str) -> None:
        """Activities and lines of a programme; the only visit there is needs no choosing."""
        fitting = [one for one in self._activities.values() if one.programme_id == programme_id]
        options = [(one.id, _activity_words(one)) for one in fitting]
        if not self.needs_activity:
            options.insert(0, ("", tr("as the file tells")))
        elif not activity_id and len(fitting) == 1:
            activity_id = fitting[0].id
        self.activity.set_options(options)
        self.activity.set_value(activity_id)
        if self.kind == "expenditures":
            before = self.line.value()
            lines = self._lines.get(programme_id, [])
            self.line.set_options([("", tr("none: such rows are asked about")), *lines])
            self.line.set_value(before if before in [one for one, _ in lines] else "")
        if self.kind == "attendance":
            self._offer_sessions(activity_id)

    def _offer_sessions(self, activity_id: str) -> None:
        before = self.about.value()
        options = [("", tr("as the file tells"))]
        if activity_id:
            with self.session.desk.context.read() as view:
                slots = attendance_import_views.slot_choices(view, activity_id)
            for day, of_day in groupby(slots, key=_day):
                options.append((f"day:{day.isoformat()}", tr("{day}, the whole day", day=formats.day_short(day))))
                options += [(f"session:{one.key}", f"      {one.start}  {one.title}") for one in of_day if one.start]
        self.about.set_options(options)
        self.about.set_value(before if before in [key for key, _ in options] else "")

    def _on_changed(self, *_ignored: object) -> None:
        programme_id, activity_id = str(self.programme.value() or ""), str(self.activity.value() or "")
        if programme_id != self.session.programme_id:
            self._offer(programme_id, "")
        elif self.kind == "attendance" and activity_id != self.session.activity_id:
            self._offer_sessions(activity_id)
        self._tell()
        self._guide.said()
        self._mark()
        self.chosen.emit()

    def _on_place(self, programme_id: str, activity_id: str) -> None:
        self.programme.set_value(programme_id)
        self._offer(programme_id, activity_id)
        self._tell()
        self._guide.said()
        self._mark()
        self.chosen.emit()

    def _tell(self) -> None:
        options: dict[str, Any] = {}
        if self.kind == "expenditures":
            options = {"line": str(self.line.value() or "")}
        elif self.kind == "attendance":
            options = {
                "about": str(self.about.value() or ""),
                "zone": str(self.zone.value() or ""),
                "absent": self.absent.isChecked(),
            }
        turned = self.session.set_target(
            str(self.programme.value() or ""), str(self.activity.value() or ""), "", options
        )
        one = self.session.file
        if turned and one is not None and one.workbook is not None and one.state == "read":
            # What a sheet means depends on where it goes: its days, its sessions.
            self.session.choose(one.wanted)
        self._mark()

    def _on_new_programme(self) -> None:
        self.session.desk.act("action.programme.new")


def _day(one: attendance_import_views.SlotChoice) -> date:
    return one.day


def _activity_words(one: activities.ActivityRow) -> str:
    when = formats.partial(one.start, missing="")
    return ", ".join(part for part in (one.title, when) if part)
