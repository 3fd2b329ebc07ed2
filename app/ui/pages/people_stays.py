"""The counter of days in the Schengen area on the page of a person (PL-10)."""

from PySide6.QtWidgets import QWidget

from app.core.changes import ChangeSet
from app.core.i18n import tr, trn
from app.core.schengen import ALLOWED, SOURCE_YEAR, WINDOW
from app.services import schengen_stays
from app.services.schengen_stays import StayCount
from app.ui import formats
from app.ui.desk import Desk
from app.ui.theme import theme
from app.ui.widgets.boxes import SectionHeader, column
from app.ui.widgets.labels import hairline, label
from app.ui.widgets.messages_view import MessageStrip

#: Visits told one by one.
_MOST = 8
_TOUCHED = ("participation", "activity", "person", "organisation")


class StaysPart(QWidget):
    """Hidden for people whom the rule of 90 days does not bind, or of whom nobody knows the country."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._ident = ""
        self.setObjectName("person.stays")
        self.setMaximumWidth(theme().width("form"))
        body = column(self, space=2)
        body.addWidget(hairline())
        body.addWidget(SectionHeader(tr("Days in the Schengen area")))
        self.told = label("", "strong", wrap=True, name="person.stays.told")
        body.addWidget(self.told)
        self.warning = MessageStrip(name="person.stays.warning")
        body.addWidget(self.warning)
        self._visits = label("", "second", wrap=True, name="person.stays.visits")
        body.addWidget(self._visits)
        note = tr(
            "Counted from the visits in this file, both travel days included; of other journeys it knows nothing. "
            "Countries as of {year}.",
            year=SOURCE_YEAR,
        )
        body.addWidget(label(note, "second", wrap=True))
        self.hide()
        desk.bus.changed.connect(self._on_changed)

    def show_person(self, ident: str) -> None:
        """Count for a person, as of the window's day."""
        self._ident = ident
        self._count()

    def _count(self) -> None:
        with self.desk.context.read() as view:
            found = schengen_stays.of_person(view, self._ident, self.desk.today())
        self.setVisible(found is not None)
        if found is not None:
            self._tell(found)

    def _tell(self, found: StayCount) -> None:
        used = trn(
            "{n} of {allowed} days used in the {window} days until {date}.",
            "{n} of {allowed} days used in the {window} days until {date}.",
            found.used,
            allowed=ALLOWED,
            window=WINDOW,
            date=formats.day(found.on),
        )
        left = trn(
            "From that day on, {n} day in a row is left.", "From that day on, {n} days in a row are left.", found.left
        )
        self.told.setText(f"{used} {left}")
        over = tr(
            "{code} goes beyond {allowed} days on {date}.",
            code=found.over_code,
            allowed=ALLOWED,
            date=formats.day(found.over),
        )
        self.warning.show_message("", over if found.over is not None else "", tone="warning")
        newest = found.stays[::-1]
        lines = [f"{one.code}: {formats.days(one.stay.first, one.stay.last)}" for one in newest[:_MOST]]
        more = len(newest) - len(lines)
        if more > 0:
            lines.append(trn("and {n} earlier visit", "and {n} earlier visits", more))
        self._visits.setText("\n".join(lines))
        self._visits.setVisible(bool(lines))

    def _on_changed(self, change_set: ChangeSet) -> None:
        if self._ident and change_set.touches(*_TOUCHED):
            self._count()
