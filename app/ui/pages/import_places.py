"""Where the rows of a file may go: what the file itself tells stands first; one click chooses programme and visit."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, Protocol

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from app.core.i18n import N_, tr
from app.services import activities
from app.services.import_aims import Aim, Proposal
from app.ui import formats
from app.ui.pages.import_one_file import OneFile
from app.ui.pages.import_session import ImportSession
from app.ui.theme import set_style, theme
from app.ui.widgets.boxes import SectionHeader, clear_layout, column, row
from app.ui.widgets.labels import label

#: So many places and programmes are offered to one click; all others stand in the fields below.
_PLACES, _PROGRAMMES = 4, 2
#: By what right a place is proposed, as a remark beside it.
_WHY = {
    "came": N_("you came from there"),
    "organisations": N_("told by the organisations"),
    "town": N_("told by the town"),
    "dates": N_("told by the dates"),
    "month": N_("told by the month"),
    "title": N_("told by the title"),
    "programme": N_("told by the programme’s name"),
    "layout": N_("as the last file like it"),
    "followed": N_("the programme you work in"),
    "only": N_("the only programme there is"),
    "before": N_("as the file before"),
}
#: What need not be said: nobody was in doubt.
_PLAIN = frozenset({"only", "came"})


class PlaceChoices(QWidget):
    """A short list of places, each one click. ``chosen(programme_id, activity_id)``.

    ``alone`` says what going into a programme without a visit or training means; empty: that cannot be.
    """

    chosen = Signal(str, str)

    def __init__(self, alone: str) -> None:
        super().__init__()
        self.setObjectName("import.places")
        self._alone = alone
        self._made: list[tuple[QRadioButton, str, str]] = []
        self._shown: object = None
        #: What is proposed and need not be looked at.
        self._plain: Aim | None = None
        #: Nobody and nothing has told yet where the rows go.
        self.asks = True
        body = column(self, space=2)
        self._head = SectionHeader(tr("Where do they go?"))
        body.addWidget(self._head)
        self._said = label("", "second", wrap=True, name="import.places.said")
        body.addWidget(self._said)
        self._lines = column(space=2)
        body.addLayout(self._lines)
        self.hide()

    def clear(self) -> None:
        """Offer nothing."""
        self._shown = None
        self._made = []
        clear_layout(self._lines)
        self.hide()

    def offer(
        self,
        proposal: Proposal,
        known: Mapping[str, activities.ActivityRow],
        programmes: Mapping[str, str],
    ) -> None:
        """Offer the places of a proposal; nothing when there is only one. Programmes by id: code, two spaces, title."""
        offered = self._offered(proposal, known, programmes)
        key = (offered, [known.get(one.activity_id) for one in offered], proposal.aim)
        if key == self._shown:
            return
        self.clear()
        self._shown = key
        self._plain = proposal.aim if proposal.aim is not None and set(proposal.aim.why) <= _PLAIN else None
        if len(offered) < 2:
            return
        group = QButtonGroup(self)
        for number, one in enumerate(offered):
            title, second = self._words(one, proposal.aim, known, programmes, len(programmes) > 1)
            self._add(group, number, one, title, second)
        self.show()

    def _offered(
        self, proposal: Proposal, known: Mapping[str, activities.ActivityRow], programmes: Mapping[str, str]
    ) -> list[Aim]:
        """What is proposed first, then the places in the order in which they fit, those of its programme before all."""
        aim = proposal.aim
        places = [one for one in proposal.places if one.activity_id in known]
        if aim is not None:
            if aim.activity_id in known and all(one.activity_id != aim.activity_id for one in places):
                # The page one came from: its visit is chosen, and is seen to be.
                places.insert(0, aim)
            places.sort(key=lambda one: (one.activity_id != aim.activity_id, one.programme_id != aim.programme_id))
        places = places[:_PLACES]
        owners = list(dict.fromkeys([*([aim.programme_id] if aim else []), *(one.programme_id for one in places)]))
        alone = [Aim(ident) for ident in [*owners, *programmes] if self._alone and ident in programmes]
        alone = [one for number, one in enumerate(alone) if one not in alone[:number]][:_PROGRAMMES]
        if aim is not None and not aim.activity_id and alone:
            return [alone[0], *places, *alone[1:]]
        return [*places, *alone]

    def _words(
        self,
        one: Aim,
        proposed: Aim | None,
        known: Mapping[str, activities.ActivityRow],
        programmes: Mapping[str, str],
        several: bool,
    ) -> tuple[str, str]:
        """A place in the reader's words, and when it is, of which programme, what speaks for it."""
        here = known.get(one.activity_id)
        code = programmes.get(one.programme_id, "").partition("  ")[0]
        same = proposed is not None and (proposed.programme_id, proposed.activity_id) == (
            one.programme_id,
            one.activity_id,
        )
        why = [tr(_WHY[key]) for key in (proposed.why if same and proposed is not None else one.why)[:1]]
        if here is None:
            return f"{self._alone}, {code}" if several else self._alone, ", ".join(why)
        first = here.start if here.start.known else here.planned_start
        last = here.end if here.end.known else here.planned_end
        exact = first.first is not None and first.first == first.last and last.last is not None
        when = formats.days(first.first, last.last) if exact else formats.partial(first, missing="")
        parts = [when, code if several else "", *why]
        return here.title or here.code, " · ".join(filter(None, parts))

    def _add(self, group: QButtonGroup, number: int, one: Aim, title: str, second: str) -> None:
        box = column(space=0)
        # A long title is cut in sight only; what is read aloud is whole.
        room = theme().px(300)
        radio = QRadioButton()
        shown = radio.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, room)
        radio.setText(shown.replace("&", "&&"))
        radio.setObjectName(f"import.place.{number}")
        radio.setAccessibleName(", ".join(filter(None, (title, second))))
        radio.setToolTip("" if shown == title else title)
        radio.clicked.connect(self._on_clicked)
        group.addButton(radio)
        box.addWidget(radio)
        if second:
            line = row(space=0, margins=(6, 0, 0, 0))
            line.addWidget(label(second, "small", wrap=True))
            box.addLayout(line)
        self._lines.addLayout(box)
        self._made.append((radio, one.programme_id, one.activity_id))

    def mark(self, programme_id: str, activity_id: str, by_hand: bool) -> None:
        """Show which of the places is chosen, and whether somebody should look."""
        for radio, programme, activity in self._made:
            group = radio.group()
            on = (programme, activity) == (programme_id, activity_id)
            group.setExclusive(False)
            radio.setChecked(on)
            group.setExclusive(True)
        # A programme alone answers nothing where a visit has to be named.
        self.asks = not programme_id or not (activity_id or self._alone)
        self._head.set_title(tr("Where do they go?") if self.asks else tr("Where they go"))
        if self.asks:
            self._tell(tr("The file does not tell it. Choose one, or another one below."), "warning")
        else:
            plain = self._plain is not None and (self._plain.programme_id, self._plain.activity_id) == (
                programme_id,
                activity_id,
            )
            self._tell("" if by_hand or plain else tr("Proposed; please look."), "second")

    def _tell(self, words: str, role: str) -> None:
        self._said.setText(words)
        self._said.setVisible(bool(words))
        set_style(self._said, "role", role)

    @property
    def first(self) -> QRadioButton | None:
        """Where the keyboard goes when it has to be chosen."""
        return self._made[0][0] if self._made and not self.isHidden() else None

    def choose_focused(self) -> None:
        """Choose the place at which the keyboard is."""
        for radio, programme, activity in self._made:
            if radio.hasFocus():
                self.chosen.emit(programme, activity)
                return

    def _on_clicked(self) -> None:
        for radio, programme, activity in self._made:
            if radio is self.sender():
                self.chosen.emit(programme, activity)
                return


class TargetFields(Protocol):
    """The form that ``AimGuide`` leads."""

    session: ImportSession

    def preset(self, programme_id: str = "", activity_id: str = "") -> None:
        """Choose a target."""

    def offer(self, proposal: Proposal | None) -> None:
        """Show where the file may go; None: there is no file."""


class AimGuide(QObject):
    """Keeps the target at what is proposed for the file that is worked on, until the user says otherwise."""

    def __init__(self, form: Any) -> None:
        super().__init__(form)
        self._form: TargetFields = form
        self._met: OneFile | None = None
        form.session.files_changed.connect(self._on_files)

    def _on_files(self) -> None:
        session = self._form.session
        one = session.file
        if one is None:
            if self._met is not None or not session.files:
                self._met = None
                if not session.by_hand and not session.files:
                    self._form.preset("", session.came_from)
                self._form.offer(None)
            return
        if one.proposal is not None and one is not self._met:
            before, self._met = self._met, one
            self._follow(one, before)
        self._form.offer(one.proposal if one.used else None)

    def _follow(self, one: OneFile, before: OneFile | None) -> None:
        """Aim at what was said about the file; else at what was said for all; else at what is proposed."""
        session, aim = self._form.session, one.proposal.aim if one.proposal is not None else None
        if one.aim is not None:
            self._form.preset(one.aim.programme_id, one.aim.activity_id)
        elif session.by_hand and not one.came_from:
            return
        elif aim is not None and aim.why not in (("followed",), ("only",)):
            self._form.preset(aim.programme_id, aim.activity_id)
        elif before is not None and session.programme_id:
            # Files that come together mostly go to the same place.
            one.proposal = Proposal(
                Aim(session.programme_id, session.activity_id, 0, ("before",)),
                one.proposal.places if one.proposal is not None else (),
            )
        elif aim is not None:
            self._form.preset(aim.programme_id, aim.activity_id)
        else:
            self._form.preset()

    def said(self) -> None:
        """The user chose on the form."""
        session = self._form.session
        session.by_hand = True
        if session.file is not None:
            session.file.aim = session.chosen


def remark(proposal: Proposal | None, programme_id: str, activity_id: str) -> str:
    """Why what stands in the form is proposed; empty when it is not, or nobody could be in doubt."""
    aim = proposal.aim if proposal is not None else None
    if aim is None or (aim.programme_id, aim.activity_id) != (programme_id, activity_id) or set(aim.why) <= _PLAIN:
        return ""
    return tr("Proposed: {why}.", why=", ".join(tr(_WHY[key]) for key in aim.why[:2]))


def default_programme(session: ImportSession, known: Sequence[str]) -> str:
    """The programme that is chosen while no file tells another: the one worked in, or the only one there is."""
    followed = session.desk.programme_id
    if followed in known:
        return followed
    return known[0] if len(known) == 1 else ""


class Known(NamedTuple):
    """What a form offers, by id: visits and trainings, the programmes of partnerships, programmes (code, title)."""

    rows: Mapping[str, activities.ActivityRow]
    partnerships: Mapping[str, str]
    programmes: Mapping[str, str]

    def programme_behind(self, session: ImportSession, ident: str, programme_id: str = "") -> str:
        """The programme of an activity or partnership, or the one that is named; else the one that is worked in."""
        if ident in self.rows:
            programme_id = self.rows[ident].programme_id
        elif ident in self.partnerships:
            programme_id = self.partnerships[ident]
        elif ident in self.programmes:
            programme_id = ident
        return programme_id if programme_id in self.programmes else default_programme(session, list(self.programmes))

    def words(self, session: ImportSession) -> str:
        """Where a session's rows go, for the head of the page; empty while nobody has told."""
        activity = self.rows.get(session.activity_id)
        if activity is not None:
            return tr("into {activity}", activity=activity.title or activity.code)
        programme = self.programmes.get(session.programme_id, "").partition("  ")[0]
        return tr("into the programme {code}", code=programme) if programme else ""
