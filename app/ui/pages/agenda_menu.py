"""The menu of the agenda: what can be done with an item, a day, the whole."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from app.core.i18n import tr
from app.services.agendas import SessionRow
from app.ui.icons import icon

if TYPE_CHECKING:
    from app.ui.pages.agenda_tab import AgendaTab


class _ItemActions(QObject):
    """What the menu does with one item; goes with the menu."""

    def __init__(self, tab: "AgendaTab", session: SessionRow, menu: QMenu) -> None:
        super().__init__(menu)
        self._tab, self._session = tab, session

    def edit(self) -> None:
        self._tab.edit(self._session.id)

    def duplicate(self) -> None:
        self._tab.deeds.duplicate(self._session.id)

    def cancel(self) -> None:
        self._tab.deeds.cancel(self._session.id, not self._session.cancelled)

    def delete(self) -> None:
        self._tab.delete(self._session.id)

    def day(self) -> None:
        self._tab.ways.edit_day(self._session.starts_at.date())


def agenda_menu(tab: "AgendaTab", session: SessionRow | None) -> QMenu:
    """The menu of an item, or of the agenda when there is none."""
    menu = QMenu(tab)
    menu.setObjectName("visit.agenda.menu")
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if session is not None:
        item = _ItemActions(tab, session, menu)
        _add(menu, "pencil", tr("Edit"), item.edit)
        _add(menu, "copy", tr("Duplicate"), item.duplicate)
        words = tr("Let it stand again") if session.cancelled else tr("Cancel, but keep on the agenda")
        _add(menu, "circle-x", words, item.cancel)
        _add(menu, "trash-2", tr("Delete"), item.delete)
        menu.addSeparator()
        _add(menu, "calendar-days", tr("City, theme and chair of the day …"), item.day)
    else:
        _add(menu, "plus", tr("Add a session"), tab.add_next)
        menu.addSeparator()
    _add(menu, "calendar-plus", tr("Copy a day …"), tab.ways.copy_day)
    _add(menu, "files", tr("Copy visit …"), tab.ways.copy_visit)
    _add(menu, "upload", tr("Import a sheet …"), tab.ways.import_sheet)
    menu.addSeparator()
    _issuing(tab, menu)
    _add(menu, "printer", tr("Print agenda"), tab.ways.print_agenda)
    return menu


def _issuing(tab: "AgendaTab", menu: QMenu) -> None:
    """The versions: the next one, or the one as implemented when the event is over (AR-1)."""
    bar = tab.version
    if not bar.issue_button.isHidden():
        _add(menu, "stamp", bar.issue_button.text(), tab.ways.issue).setEnabled(bar.issue_button.isEnabled())
    if not bar.final_button.isHidden():
        final = _add(menu, "check", bar.final_button.text(), tab.ways.keep_final)
        final.setEnabled(bar.final_button.isEnabled())


def _add(menu: QMenu, icon_name: str, words: str, run: object) -> QAction:
    made = menu.addAction(icon(icon_name, "muted"), words)
    made.setObjectName(f"visit.agenda.menu.{icon_name}")
    made.triggered.connect(run)
    return made
