"""The search box of the window: who answers it, what is shown, where a hit leads."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.core.i18n import tr
from app.ui.first_focus import found_focus
from app.ui.widgets.search_box import SearchHit

if TYPE_CHECKING:
    from app.ui.main_window import MainWindow

SearchProvider = Callable[[str], Sequence[SearchHit]]
#: Actions of the menus that are shown below what was found.
_MOST_ACTIONS = 4


class WindowSearch(QObject):
    """Asks the provider in the background and shows its answer with the actions that are called so."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._provider: SearchProvider | None = None

    def connect_box(self) -> None:
        """Listen to the box that the shell has now: it is made anew with the language."""
        self._window.tools.search.wanted.connect(self._on_search)
        self._window.tools.search.chosen.connect(self._on_hit)

    def use(self, provider: SearchProvider | None) -> None:
        """Who answers, called in a reader's thread; with None only actions are found."""
        self._provider = provider

    def _on_search(self, text: str) -> None:
        if self._provider is None:
            self.show_hits(text, ())
            return
        provider = self._provider
        asked = _Asked(self, text)
        self._window.desk.jobs.start(tr("Search"), lambda _token: provider(text), shown=False, done=asked.answer)

    def show_hits(self, text: str, hits: Sequence[SearchHit]) -> None:
        """What was found, and below it the actions of the menus."""
        from app.core.text import fold

        commands = [
            SearchHit(tr(spec.text), tr(spec.menu), spec.icon or "chevron-right", action=spec.id)
            for spec in self._window.actions_table.matching(fold(text), fold)
        ]
        self._window.tools.search.show_hits(text, [*hits, *commands[:_MOST_ACTIONS]])

    def _on_hit(self, hit: SearchHit) -> None:
        if hit.place is not None:
            page = self._window.current_page() if self._window.go(hit.place) else None
            if page is not None:
                found_focus(page)
        elif hit.action:
            self._window.actions_table.run(hit.action)


class _Asked:
    """A question to the search, with its text, until the answer comes."""

    def __init__(self, search: WindowSearch, text: str) -> None:
        self._search = search
        self._text = text

    def answer(self, hits: object) -> None:
        """Show what was found."""
        self._search.show_hits(self._text, hits if isinstance(hits, (list, tuple)) else ())
