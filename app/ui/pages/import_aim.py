"""Where the rows of an import go: programme, visit or training, country, and what only one kind of sheet asks."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from PySide6.QtCore import QObject

from app.ui.pages.import_kinds import KindLook


class Chosen(NamedTuple):
    """Where rows go, by ids; ``options`` are what only one kind of sheet asks."""

    programme_id: str = ""
    activity_id: str = ""
    country: str = ""
    options: Mapping[str, Any] = {}


class ImportAim(QObject):
    """The target of an import and the kind of its sheet; ``ImportSession`` is one."""

    def __init__(self, parent: QObject, look: KindLook) -> None:
        super().__init__(parent)
        self.look = look
        self.chosen = Chosen()
        #: The user said where the rows go: no proposal takes the place of that.
        self.by_hand = False
        #: The activity, partnership or programme from whose page one came; files that come now belong there.
        self.came_from = ""

    @property
    def programme_id(self) -> str:
        """The programme the rows go into; empty while nobody said."""
        return self.chosen.programme_id

    @property
    def activity_id(self) -> str:
        """The visit or training, if any."""
        return self.chosen.activity_id

    @property
    def country(self) -> str:
        """The country the people come from, if it was said."""
        return self.chosen.country

    def set_target(
        self, programme_id: str, activity_id: str, country: str, options: Mapping[str, Any] | None = None
    ) -> bool:
        """Where the rows go, with what only this kind of sheet asks; True when that is another place than before."""
        chosen = Chosen(programme_id, activity_id, country, options or {})
        turned = chosen != self.chosen
        self.chosen = chosen
        if turned:
            self.look.aim_at(self.target)
        self.forget_rows()
        return turned

    @property
    def target(self) -> Any:
        """Where the rows go, as the verbs take it."""
        return self.look.target(*self.chosen)

    def forget_rows(self) -> None:
        """Rows that were compared for another target are not there any more."""
