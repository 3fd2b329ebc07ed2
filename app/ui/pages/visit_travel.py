"""The tab Travel: arrival, departure, room, insurance and letter of each; several at once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.core.i18n import N_, tr, trn
from app.services import activities, participations
from app.services.activities import ActivityRow
from app.services.participations import ParticipantRow
from app.ui import formats
from app.ui.desk import Desk
from app.ui.editors import participation
from app.ui.editors.list_export import ListExport
from app.ui.editors.participation import TravelDates
from app.ui.editors.writing import write
from app.ui.page import Place
from app.ui.pages.visit_tab import VisitTab
from app.ui.widgets.boxes import column, row
from app.ui.widgets.buttons import button
from app.ui.widgets.chip import Chip, State
from app.ui.widgets.list_columns import Column
from app.ui.widgets.list_table import ListTable
from app.ui.widgets.menu_actions import menu_action
from app.ui.widgets.messages_view import EmptyState


@dataclass(frozen=True, slots=True)
class TravelData:
    """Who travels, and when the visit is."""

    row: ActivityRow
    people: tuple[ParticipantRow, ...]


def _known(value: str) -> str:
    return value or tr("not known")


def _day(value: date | None) -> str:
    return formats.day(value, missing=tr("not known"))


def _arrival(line: ParticipantRow) -> str:
    return _day(line.arrival)


def _departure(line: ParticipantRow) -> str:
    return _day(line.departure)


def _nights(line: ParticipantRow) -> int | None:
    if line.arrival is None or line.departure is None:
        return None
    return (line.departure - line.arrival).days


def _nights_text(line: ParticipantRow) -> str:
    nights = _nights(line)
    return formats.DASH if nights is None else str(nights)


def _room(line: ParticipantRow) -> str:
    return _known(line.room)


def _insurance(line: ParticipantRow) -> State:
    policy = line.insurance.strip()
    return State(policy, "success") if policy else State(tr("missing"), "warning", "shield")


def _letter(line: ParticipantRow) -> State:
    if line.letter_sent is None:
        return State(tr("not sent"), "neutral", "mail")
    return State(tr("sent {day}", day=formats.day_short(line.letter_sent)), "success")


def _day_key(value: date | None) -> object:
    return value.isoformat() if value else None


def _arrival_key(line: ParticipantRow) -> object:
    return _day_key(line.arrival)


def _departure_key(line: ParticipantRow) -> object:
    return _day_key(line.departure)


def _name_style(line: ParticipantRow) -> str:
    return "bold" if line.latin_confirmed else "italic"


def _style_of(value: object) -> str:
    return "text" if value else "muted"


def _arrival_style(line: ParticipantRow) -> str:
    return _style_of(line.arrival)


def _departure_style(line: ParticipantRow) -> str:
    return _style_of(line.departure)


def _room_style(line: ParticipantRow) -> str:
    return _style_of(line.room)


def _count(n: int) -> str:
    return trn("{n} person travels", "{n} people travel", n)


class TravelTab(VisitTab):
    """The list ``list.travel``."""

    kinds = ("participation", "person", "activity")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "visit.travel")
        self._data: TravelData | None = None
        body = column(self, space=0)
        bar = row(space=2, margins=(6, 3, 6, 2))
        for made in (
            button(tr("Set dates …"), icon_name="calendar-range", name="visit.travel.dates", clicked=self.set_dates),
            button(tr("Add policy …"), icon_name="shield-check", name="visit.travel.policy", clicked=self.set_policy),
            button(tr("Letters sent today"), icon_name="mail", name="visit.travel.letters", clicked=self.letters_sent),
            button(tr("Print letters"), icon_name="printer", name="visit.print.letters", clicked=self._on_print),
        ):
            bar.addWidget(made)
        bar.addStretch(1)
        self._chips = [Chip(name=f"visit.travel.{key}") for key in ("insured", "letters_out")]
        for chip in self._chips:
            bar.addWidget(chip)
        body.addLayout(bar)
        self.table = self._make_table()
        body.addWidget(self.table, 1)
        self.table.opened.connect(self._on_edit)
        self.table.set_menu([menu_action(self, "pencil", tr("Change …"), self._on_edit_chosen)])

    def _make_table(self) -> ListTable:
        columns = (
            Column("latin_name", tr("Name (passport)"), kind="bold", style=_name_style),
            Column("organisation", tr("Organisation"), 200, kind="muted", spare=True),
            Column(
                "arrival",
                tr("Arrives"),
                112,
                value=_arrival,
                sort_key=_arrival_key,
                style=_arrival_style,
                align="right",
            ),
            Column(
                "departure",
                tr("Leaves"),
                112,
                value=_departure,
                sort_key=_departure_key,
                style=_departure_style,
                align="right",
            ),
            Column("nights", tr("Nights"), 70, kind="number", value=_nights, show=_nights_text),
            Column("room", tr("Room"), 110, value=_room, style=_room_style, spare=True),
            Column("insurance", tr("Insurance"), 150, kind="chip", value=_insurance),
            Column("letter", tr("Letter"), 150, kind="chip", value=_letter),
        )
        empty = EmptyState(
            "plane",
            tr("Nobody travels yet"),
            tr("Add participants first; then say when they come, where they stay and how they are insured."),
        )
        made = ListTable(
            columns, name="list.travel", title=tr("Travel"), hint=tr("Filter people"), empty=empty, count=_count
        )
        made.set_note(tr("The buttons above work on the selected people, on all when none is selected."))
        return made

    def read(self, view: Any, activity_id: str) -> TravelData:
        shown = activities.row_of(view, activity_id)
        found = participations.list_rows(view, activity_id)
        return TravelData(shown, tuple(line for line in found if not line.cancelled))

    def show_data(self, data: TravelData) -> None:
        self._data = data
        self.table.set_rows(data.people)
        all_of = len(data.people)
        insured = sum(bool(line.insurance.strip()) for line in data.people)
        letters = sum(line.letter_sent is not None for line in data.people)
        told = (
            (tr("Insurance {done} of {all}", done=insured, all=all_of), insured == all_of),
            (tr("Letters {done} of {all}", done=letters, all=all_of), letters == all_of),
        )
        for chip, (words, ready) in zip(self._chips, told, strict=True):
            chip.set_state(State(words, "success") if ready else State(words, "warning", "circle-dashed"))
            chip.setVisible(all_of > 0)

    def _idents(self) -> list[str]:
        chosen = self.table.selected_rows() or self.table.model.shown_rows()
        return [line.id for line in chosen]

    def set_dates(self) -> None:
        """Set arrival and departure of the selected people."""
        idents = self._idents()
        if idents and self._data is not None:
            shown = self._data.row
            participation.set_dates(self, self.desk, idents, TravelDates(shown.start.exact, shown.end.exact))

    def set_policy(self) -> None:
        """Give the selected people a policy."""
        idents = self._idents()
        if idents:
            participation.set_policy(self, self.desk, idents)

    def letters_sent(self) -> None:
        """Note that the letters of the selected people went out today."""
        idents, today = self._idents(), date.today()
        if not idents:
            return

        def change(work: Any) -> None:
            participations.set_letter_sent(work, idents, today)

        said = trn("{n} letter is noted as sent.", "{n} letters are noted as sent.", len(idents))
        write(self.desk, N_("Note letters sent"), change, said=said, undo=True)

    def _on_print(self) -> None:
        chosen = tuple(line.person_id for line in self.table.selected_rows())
        self.desk.go(Place("print", self.activity_id, "letters", chosen))

    def _on_edit(self, line: ParticipantRow) -> None:
        participation.edit(self, self.desk, line.id, line.full_name)

    def _on_edit_chosen(self) -> None:
        line = self.table.current()
        if line is not None:
            self._on_edit(line)

    def export(self) -> None:
        """The list as it is shown, for a spreadsheet."""
        ListExport(self.desk, self.table, tr("Travel"), self).open()

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {
            "action.export.list": self.export,
            "action.edit.filter": self.table.filter_box.setFocus,
            "action.record.edit": self._on_edit_chosen,
            "action.print.letters": self._on_print,
        }
