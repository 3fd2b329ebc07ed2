"""Where the people of a file go: a programme, perhaps a visit or training of it, and the country they come from."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core.i18n import tr
from app.services import activities, programmes
from app.ui import formats
from app.ui.editors.countries import country_options
from app.ui.fields.choices import ChoiceField
from app.ui.pages.import_session import ImportSession
from app.ui.widgets.boxes import column
from app.ui.widgets.messages_view import MessageStrip, Way


class TargetForm(QWidget):
    """``chosen()`` whenever another target is chosen. Choices are read again with ``refresh``."""

    chosen = Signal()

    def __init__(self, session: ImportSession) -> None:
        super().__init__()
        self.session = session
        self._programmes: dict[str, str] = {}
        self._activities: dict[str, tuple[str, str]] = {}
        self._titles: dict[str, str] = {}
        body = column(self, space=3)
        self._none = MessageStrip(
            tr("There is no programme yet"),
            tr("People are taken into a programme. Make one first; the files stay here."),
            tone="warning",
            ways=(Way(tr("New programme"), self._on_new_programme, "import.programme.new"),),
        )
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
        for part in (self._none, self.programme, self.activity, self.country):
            body.addWidget(part)
        for made in (self.programme, self.activity, self.country):
            made.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Read programmes and activities again; what is chosen stays when it is still there."""
        with self.session.desk.context.read() as view:
            known = programmes.list_rows(view)
            rows = activities.list_rows(view)
        self._activities = {one.id: (one.programme_id, _activity_words(one)) for one in rows}
        self._titles = {one.id: one.title for one in rows}
        self._programmes = {one.id: f"{one.code}  {one.title}" for one in known}
        self._none.setVisible(not known)
        for made in (self.programme, self.activity, self.country):
            made.setVisible(bool(known))
        self.programme.set_options(list(self._programmes.items()))
        self.preset(self.session.programme_id, self.session.activity_id)

    def preset(self, programme_id: str = "", activity_id: str = "") -> None:
        """Choose a target; an activity brings its programme along, a programme alone no activity."""
        if activity_id in self._activities:
            programme_id = self._activities[activity_id][0]
        if programme_id not in self._programmes:
            followed = self.session.desk.programme_id
            programme_id = followed if followed in self._programmes else next(iter(self._programmes), "")
        self.programme.set_value(programme_id)
        self._offer_activities(programme_id)
        self.activity.set_value(activity_id if activity_id in self._activities else "")
        self._tell()

    def words(self) -> str:
        """The target for the head of the page."""
        activity = self._titles.get(self.session.activity_id, "")
        if activity:
            return tr("into {activity}", activity=activity)
        programme = self._programmes.get(self.session.programme_id, "").partition("  ")[0]
        return tr("into the programme {code}", code=programme) if programme else ""

    def _offer_activities(self, programme_id: str) -> None:
        fitting = [(ident, words) for ident, (owner, words) in self._activities.items() if owner == programme_id]
        self.activity.set_options([("", tr("none, only the list of people")), *fitting])

    def _on_changed(self) -> None:
        programme_id = str(self.programme.value() or "")
        if programme_id != self.session.programme_id:
            self._offer_activities(programme_id)
            self.activity.set_value("")
        self._tell()
        self.chosen.emit()

    def _tell(self) -> None:
        self.session.set_target(
            str(self.programme.value() or ""), str(self.activity.value() or ""), str(self.country.value() or "")
        )

    def _on_new_programme(self) -> None:
        self.session.desk.act("action.programme.new")


def _activity_words(one: activities.ActivityRow) -> str:
    when = formats.partial(one.start, missing="")
    return ", ".join(part for part in (one.title, when) if part)
