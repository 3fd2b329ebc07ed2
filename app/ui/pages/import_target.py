"""Where the people of a file go: a programme, perhaps a visit or training of it, and the country they come from."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core.i18n import tr
from app.services import activities, partnerships, programmes
from app.services.import_aims import Proposal
from app.ui import formats
from app.ui.editors.countries import country_options
from app.ui.fields.choices import ChoiceField
from app.ui.pages.import_places import AimGuide, Known, PlaceChoices, remark
from app.ui.pages.import_session import ImportSession
from app.ui.widgets.boxes import column
from app.ui.widgets.labels import label
from app.ui.widgets.messages_view import MessageStrip, Way


class TargetForm(QWidget):
    """``chosen()`` whenever another target is chosen. Choices are read again with ``refresh``."""

    chosen = Signal()

    def __init__(self, session: ImportSession) -> None:
        super().__init__()
        self.session = session
        self._programmes: dict[str, str] = {}
        self._activities: dict[str, activities.ActivityRow] = {}
        self._partnerships: dict[str, str] = {}
        body = column(self, space=3)
        self._none = MessageStrip(
            tr("There is no programme yet"),
            tr("People are taken into a programme. Make one first; the files stay here."),
            tone="warning",
            ways=(Way(tr("New programme"), self._on_new_programme, "import.programme.new"),),
        )
        self.places = PlaceChoices(tr("Only the list of people"))
        self.places.chosen.connect(self._on_place)
        self.programme = ChoiceField(tr("Programme"), name="import.programme")
        self.activity = ChoiceField(
            tr("Visit or training"), name="import.activity", note=tr("They become its participants.")
        )
        self.country = ChoiceField(
            tr("Country of the people"),
            name="import.country",
            note=tr("For telephone numbers without a country code."),
            options=[("", tr("as the file tells")), *country_options()[1:]],
        )
        self.country.set_value("")
        self._why = label("", "second", wrap=True, name="import.target.why")
        self._why.hide()
        for part in (self._none, self.programme, self.activity, self._why, self.country):
            body.addWidget(part)
        for made in (self.programme, self.activity):
            made.changed.connect(self._on_changed)
        self.country.changed.connect(self._on_country)
        self._guide = AimGuide(self)

    def refresh(self) -> None:
        """Read programmes and activities again; what is chosen stays when it is still there."""
        with self.session.desk.context.read() as view:
            known = programmes.list_rows(view)
            rows = activities.list_rows(view)
            self._partnerships = {one.id: one.programme_id for one in partnerships.list_rows(view)}
        self._activities = {one.id: one for one in rows}
        self._programmes = {one.id: f"{one.code}  {one.title}" for one in known}
        self._none.setVisible(not known)
        for made in (self.programme, self.activity, self.country):
            made.setVisible(bool(known))
        self.programme.set_options(list(self._programmes.items()))
        self.preset(self.session.programme_id, self.session.activity_id)

    def preset(self, programme_id: str = "", ident: str = "") -> None:
        """Choose a target: ``ident`` is an activity or partnership, which brings its programme along, or a programme.

        Nothing known: the programme that is worked in, or the only one there is.
        """
        programme_id = self._known().programme_behind(self.session, ident, programme_id)
        self.programme.set_value(programme_id)
        self._offer_activities(programme_id)
        self.activity.set_value(ident if ident in self._activities else "")
        self._tell()

    def offer(self, proposal: Proposal | None) -> None:
        """Show where the file that is worked on may go; None: there is no file."""
        if proposal is None:
            self.places.clear()
        else:
            self.places.offer(proposal, self._activities, self._programmes)
        self._mark()

    def _mark(self) -> None:
        session = self.session
        self.places.mark(session.programme_id, session.activity_id, session.by_hand)
        proposal = session.file.proposal if session.file is not None and not session.by_hand else None
        why = remark(proposal, session.programme_id, session.activity_id) if self.places.first is None else ""
        self._why.setText(why)
        self._why.setVisible(bool(why))
        hint = tr("as the file tells") if session.file is None else tr("Choose")
        for made in (self.programme, self.activity):
            made.combo.setPlaceholderText(hint)

    def words(self) -> str:
        """The target for the head of the page."""
        return self._known().words(self.session)

    def _known(self) -> Known:
        return Known(self._activities, self._partnerships, self._programmes)

    def _offer_activities(self, programme_id: str) -> None:
        rows = self._activities.values()
        if programme_id:
            fitting = [(one.id, _activity_words(one)) for one in rows if one.programme_id == programme_id]
            self.activity.set_options([("", tr("none, only the list of people")), *fitting])
        else:
            # A visit brings its programme along, so that one choice is enough.
            self.activity.set_options([(one.id, f"{one.programme}  {_activity_words(one)}") for one in rows])

    def _on_changed(self) -> None:
        programme_id, activity_id = str(self.programme.value() or ""), str(self.activity.value() or "")
        if not programme_id and activity_id in self._activities:
            self.preset("", activity_id)
        elif programme_id != self.session.programme_id:
            self._offer_activities(programme_id)
            self.activity.set_value("")
        self._said()

    def _on_country(self) -> None:
        self._tell()
        self.chosen.emit()

    def _on_place(self, programme_id: str, activity_id: str) -> None:
        self.programme.set_value(programme_id)
        self._offer_activities(programme_id)
        self.activity.set_value(activity_id)
        self._said()

    def _said(self) -> None:
        """The user chose."""
        self._tell()
        self._guide.said()
        self._mark()
        self.chosen.emit()

    def _tell(self) -> None:
        self.session.set_target(
            str(self.programme.value() or ""), str(self.activity.value() or ""), str(self.country.value() or "")
        )
        self._mark()

    def _on_new_programme(self) -> None:
        self.session.desk.act("action.programme.new")


def _activity_words(one: activities.ActivityRow) -> str:
    when = formats.partial(one.start, missing="")
    return ", ".join(part for part in (one.title or one.code, when) if part)
