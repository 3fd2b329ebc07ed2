"""The list of people: saved filters with counts, a filter row under the head, the selected person beside it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.core.changes import ChangeSet
from app.core.i18n import tr, trn
from app.core.progress import Token
from app.core.vocabulary import ParticipationRole
from app.core.vocabulary import label as word
from app.services import people_list
from app.services.people_list import PeopleCounts, PersonRow
from app.ui import formats
from app.ui.desk import Desk
from app.ui.pages import people_saved
from app.ui.pages.people_detail import PersonDetail
from app.ui.pages.people_filters import FilterRow
from app.ui.theme import theme
from app.ui.widgets.boxes import PageHead, column, row
from app.ui.widgets.buttons import Pills, button
from app.ui.widgets.labels import hairline
from app.ui.widgets.list_columns import Column
from app.ui.widgets.list_table import ListTable
from app.ui.widgets.menu_actions import menu_action
from app.ui.widgets.messages_view import EmptyState
from app.ui.widgets.overlay import Drawer, wants_drawer

#: What the list shows comes from these tables.
TABLES = (
    "person",
    "person_position",
    "consent",
    "participation",
    "organisation",
    "activity",
    "session_person",
    "team_member",
)

Keep = Callable[[PersonRow], bool]
_SAVED: dict[str, Keep | None] = {
    "everybody": None,
    "mentees": people_list.is_mentee,
    "mentors": people_list.is_mentor_or_expert,
    "interpreters": people_list.is_interpreter,
}


def _no_photo(person: PersonRow) -> bool:
    return not person.photo_consent


def _unconfirmed(person: PersonRow) -> bool:
    return not person.latin_confirmed


def _name_style(person: PersonRow) -> str:
    return "bold" if person.latin_confirmed else "italic"


def _name_tip(person: PersonRow) -> str:
    if person.latin_confirmed:
        return person.name_latin
    return tr("{name}: made by the program, not yet confirmed", name=person.name_latin)


def _native(person: PersonRow) -> str:
    return person.native_name or formats.DASH


def _roles(person: PersonRow) -> str:
    return ", ".join(tr(word(role)) for role in person.roles) or tr("none yet")


def _last(person: PersonRow) -> str:
    return formats.partial(person.last_activity, missing=tr("none yet"))


def _organisation(person: PersonRow) -> str:
    return person.organisation or tr("none on record")


def _organisation_order(person: PersonRow) -> str | None:
    return person.organisation or None


def _native_order(person: PersonRow) -> str | None:
    return person.native_name or None


def _has_role(person: PersonRow, role: str) -> bool:
    return any(str(own) == role for own in person.roles)


def _at_organisation(person: PersonRow, organisation_id: str) -> bool:
    return person.organisation_id == organisation_id


def _people_words(n: int) -> str:
    return trn("{n} person", "{n} people", n, n_shown=n)


@dataclass(frozen=True, slots=True)
class _Found:
    """What was read in the background: rows, and what is counted of them for the saved filters."""

    asked: int = 0
    rows: Sequence[PersonRow] = ()
    counts: PeopleCounts = field(default_factory=PeopleCounts)
    unconfirmed: int = 0
    organisations: tuple[tuple[str, str], ...] = ()


class PeopleTable(QWidget):
    """``opened(id)``, ``removed(rows)``, ``merge_wanted(rows)``, ``export_wanted()``, ``import_wanted()``."""

    opened = Signal(str)
    removed = Signal(object)
    merge_wanted = Signal(object)
    letters_wanted = Signal(object)
    new_wanted = Signal()
    export_wanted = Signal()
    import_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._found = _Found()
        self._asked = 0
        self._select_later = ""
        self._saved: dict[str, people_saved.SavedFilter] = {}
        self._offers = False
        body = column(self, space=0)
        self.head = PageHead("people.head")
        self.head.set_title(tr("People"))
        self.head.add_action(button(tr("Export"), icon_name="download", name="people.export", clicked=self._on_export))
        self.head.add_action(button(tr("Import"), icon_name="upload", name="people.import", clicked=self._on_import))
        body.addWidget(self.head)
        bar = row(space=2, margins=(6, 1, 6, 2))
        self.pills = Pills("people.filters")
        self.pills.chosen.connect(self._on_pill)
        bar.addWidget(self.pills, 1)
        body.addLayout(bar)
        line = row(space=0)
        self.table = self._make_table()
        self._detail_button = button(tr("Details"), "link", icon_name="panel-right-open", name="people.detail.toggle")
        self._detail_button.clicked.connect(self._on_details)
        bar.addWidget(self._detail_button)
        bar.addWidget(self.table.columns_button())
        line.addWidget(self.table, 1)
        self._edge = hairline(vertical=True)
        line.addWidget(self._edge)
        self.detail = PersonDetail(desk)
        self.detail.letter_wanted.connect(self._on_letter)
        self._line = line
        line.addWidget(self.detail)
        body.addLayout(line, 1)
        self._drawer = Drawer(self, title=tr("Person"), name="people.drawer")
        self.filters = FilterRow(self.table, "people.filter", self._choices())
        self.filters.changed.connect(self._on_filtered)
        self._set_menu()
        theme().changed.connect(self._fit)

    def _make_table(self) -> ListTable:
        columns = (
            Column("name_latin", tr("Name (passport)"), 190, kind="bold", style=_name_style, tip=_name_tip),
            Column("native_name", tr("Native name"), show=_native, sort_key=_native_order),
            Column("organisation", tr("Organisation"), 190, show=_organisation, sort_key=_organisation_order),
            Column("roles", tr("Roles"), 150, show=_roles, least=112),
            Column("last_activity", tr("Last activity"), 120, kind="date", show=_last, least=112),
            Column("position", tr("Position"), 180, visible=False),
            Column("email", tr("E-mail"), 200, visible=False),
            Column("country", tr("Country"), 80, visible=False),
            Column("code", tr("Code"), 90, visible=False),
        )
        empty = EmptyState(
            "users",
            tr("No people yet"),
            tr("Take a list of participants in, or enter the first person by hand."),
            buttons=(
                button(tr("Import people …"), icon_name="upload", name="people.empty.import", clicked=self._on_import),
                button(tr("New person"), icon_name="plus", name="people.empty.new", clicked=self._on_new),
            ),
        )
        table = ListTable(
            columns,
            name="list.people",
            title=tr("People"),
            filter_line=False,
            empty=empty,
            count=_people_words,
        )
        table.set_note(tr("italic: spelling made by the program, not yet confirmed"))
        table.restore_layout(self.desk.settings.get("list.people", {}))
        table.layout_changed.connect(self._on_layout)
        table.opened.connect(self._on_opened)
        table.selected.connect(self._on_selected)
        table.delete_wanted.connect(self.removed)
        return table

    def _choices(self) -> dict[str, tuple[Sequence[tuple[str, str]], Callable[[Any, str], bool]]]:
        roles = [(str(role), tr(word(role))) for role in ParticipationRole]
        return {"roles": (roles, _has_role), "organisation": ((), _at_organisation)}

    def _set_menu(self) -> None:
        self._merge = self._action("merge", tr("Merge two people …"), self._on_merge)
        self.table.set_menu(
            [
                self._action("user", tr("Open"), self._on_open_chosen),
                self._action("mail", tr("Copy e-mail addresses"), self._on_mails),
                self._action("file-text", tr("Invitation letters"), self._on_letters),
                self._merge,
                self._action("trash-2", tr("Delete"), self._on_delete),
            ]
        )

    def _action(self, icon_name: str, words: str, run: Callable[[], object]) -> QAction:
        return menu_action(self, icon_name, words, run, f"people.menu.{icon_name}")

    # rows -----------------------------------------------------------------------------------------------------
    def refresh(self) -> None:
        """Read the list again in the background; an older answer that comes late is passed over."""
        self._asked += 1
        asked, context, programme_id = self._asked, self.desk.context, self.desk.programme_id

        def read(_token: Token) -> _Found:
            with context.read() as view:
                rows = people_list.list_rows(view, programme_id)
            known = {person.organisation_id: person.organisation for person in rows if person.organisation_id}
            towns = tuple(sorted(known.items(), key=_second))
            return _Found(asked, rows, people_list.counts(rows), sum(map(_unconfirmed, rows)), towns)

        self.desk.jobs.start(tr("Reading the people"), read, done=self._on_read, shown=False)

    def changes(self, change_set: ChangeSet) -> None:
        """Look again when people, or what the list tells of them, were touched."""
        if change_set.touches(*TABLES):
            self.refresh()

    def _on_read(self, found: _Found) -> None:
        if found.asked != self._asked:
            return
        self._found = found
        self.filters.forget()
        self.filters.set_choices("organisation", found.organisations)
        self._show_pills()
        self.table.set_rows(found.rows)
        self._tell()
        if self._select_later and self.table.select(self._select_later):
            self._select_later = ""
        self._on_selected(self.table.selected_rows())

    def _show_pills(self, chosen: str = "") -> None:
        counts, unconfirmed = self._found.counts, self._found.unconfirmed
        pills: list[tuple[str, str, int | None]] = [
            ("everybody", tr("Everybody"), counts.everybody),
            ("mentees", tr("Mentees"), counts.mentees),
            ("mentors", tr("Mentors, experts"), counts.mentors_and_experts),
            ("interpreters", tr("Interpreters"), counts.interpreters),
            ("no_photo", tr("No photo consent"), counts.without_photo_consent),
        ]
        if unconfirmed or self.pills.current() == "unconfirmed":
            pills.append(("unconfirmed", tr("Spelling to confirm"), unconfirmed))
        self._saved = {f"saved.{saved.name}": saved for saved in people_saved.load(self.desk.settings)}
        pills += [(key, saved.name, None) for key, saved in self._saved.items()]
        self.pills.set_pills(pills, chosen or self.pills.current())
        self._offers = bool(self.filters.values())
        if self.pills.current() in self._saved:
            self.pills.add_widget(
                button(tr("Forget filter"), "link", icon_name="x", name="people.forget_filter", clicked=self._on_forget)
            )
        elif self._offers:
            self._save_button = button(
                tr("Save filter"), "link", icon_name="bookmark", name="people.save_filter", clicked=self._on_save
            )
            self.pills.add_widget(self._save_button)

    def _keep(self) -> Keep | None:
        current = self.pills.current()
        pill = self._saved[current].pill if current in self._saved else current
        saved = {**_SAVED, "no_photo": _no_photo, "unconfirmed": _unconfirmed}.get(pill)
        typed = self.filters.keep()
        if saved is None or typed is None:
            return saved or typed

        def both(person: PersonRow) -> bool:
            return saved(person) and typed(person)

        return both

    def _on_filtered(self) -> None:
        saved = self._saved.get(self.pills.current())
        if saved is not None and self.filters.values() != dict(saved.fields):
            self._show_pills(saved.pill or "everybody")
        elif self._offers != bool(self.filters.values()):
            self._show_pills()
        self.table.set_keep(self._keep())
        self._tell()

    def _on_pill(self, key: str) -> None:
        saved = self._saved.get(key)
        if saved is not None:
            self.filters.set_values(saved.fields)
        else:
            self._show_pills()
            self._on_filtered()

    def _on_save(self) -> None:
        popover = people_saved.NamePopover(self)
        popover.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popover.named.connect(self.save_filter)
        popover.open_under(self._save_button)
        popover.edit.setFocus()

    def save_filter(self, name: str) -> None:
        """Keep what is filtered now under a name, as one more pill."""
        saved = people_saved.SavedFilter(name, self.pills.current(), self.filters.values())
        people_saved.keep(self.desk.settings, saved)
        self._show_pills(f"saved.{name}")
        self._on_filtered()

    def _on_forget(self) -> None:
        saved = self._saved[self.pills.current()]
        people_saved.forget(self.desk.settings, saved.name)
        self._show_pills(saved.pill or "everybody")
        self.filters.clear()
        self._on_filtered()

    def _tell(self) -> None:
        shown, total = self.table.model.shown, self.table.model.total
        words = _people_words(total)
        if shown != total:
            words = tr("{shown} of {all}", shown=formats.number(shown), all=words)
        self.head.set_facts([words, tr("filtered") if shown != total else ""])

    def select(self, ident: str) -> None:
        """Select a person, now or when the list has been read."""
        if not self.table.select(ident):
            self._select_later = ident

    def set_filter(self, key: str) -> None:
        """Choose a saved filter."""
        self._show_pills(key)
        self._on_filtered()

    def focus_filter(self) -> None:
        """The keyboard into the first field of the filter row."""
        self.filters.focus()

    # the detail -----------------------------------------------------------------------------------------------
    def _on_selected(self, rows: Sequence[PersonRow]) -> None:
        self._merge.setEnabled(len(rows) == 2)
        self.detail.show_person(rows[0] if len(rows) == 1 else None, len(rows))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The detail stands beside the list while there is room, else in a drawer over it."""
        room = not wants_drawer(self)
        beside = self._line.indexOf(self.detail) >= 0
        if room and not beside:
            self._drawer.close_drawer()
            self._line.addWidget(self.detail)
        elif not room and beside:
            self._line.removeWidget(self.detail)
            self._drawer.body.addWidget(self.detail)
        if room:
            self.detail.setFixedWidth(theme().width("detail"))
        else:
            self.detail.setMinimumWidth(0)
        self._edge.setVisible(room)
        self._detail_button.setVisible(not room)

    def _on_details(self) -> None:
        self._drawer.open_drawer()

    # slots ----------------------------------------------------------------------------------------------------
    def _on_layout(self) -> None:
        self.desk.settings.put("list.people", self.table.layout_state())

    def _on_opened(self, person: PersonRow) -> None:
        self.opened.emit(person.id)

    def _on_open_chosen(self) -> None:
        person = self.table.current()
        if person is not None:
            self.opened.emit(person.id)

    def _on_merge(self) -> None:
        self.merge_wanted.emit(self.table.selected_rows())

    def _on_delete(self) -> None:
        self.removed.emit(self.table.selected_rows())

    def _on_mails(self) -> None:
        addresses = [person.email for person in self.table.selected_rows() if person.email]
        QGuiApplication.clipboard().setText("; ".join(addresses))
        self.desk.say(trn("{n} address is copied.", "{n} addresses are copied.", len(addresses)))

    def _on_letters(self) -> None:
        self.letters_wanted.emit([person.id for person in self.table.selected_rows()])

    def _on_letter(self, ident: str) -> None:
        self.letters_wanted.emit([ident])

    def _on_export(self) -> None:
        self.export_wanted.emit()

    def _on_import(self) -> None:
        self.import_wanted.emit()

    def _on_new(self) -> None:
        self.new_wanted.emit()


def _second(pair: tuple[str, str]) -> str:
    return pair[1]
