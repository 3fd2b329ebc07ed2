"""Where the rows of an import go: programme, visit or training, country, and what only one kind of sheet asks."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject

from app.ui.pages.import_kinds import KindLook


class ImportAim(QObject):
    """The target of an import and the kind of its sheet; ``ImportSession`` is one."""

    def __init__(self, parent: QObject, look: KindLook) -> None:
        super().__init__(parent)
        self.look = look
        self.programme_id = ""
        self.activity_id = ""
        self.country = ""
        self.options: Mapping[str, Any] = {}

    def set_target(
        self, programme_id: str, activity_id: str, country: str, options: Mapping[str, Any] | None = None
    ) -> bool:
        """Where the rows go, with what only this kind of sheet asks; True when that is another place than before."""
        chosen = (programme_id, activity_id, country, options or {})
        if chosen == (self.programme_id, self.activity_id, self.country, self.options):
            return False
        self.programme_id, self.activity_id, self.country, self.options = chosen
        self.look.aim_at(self.target)
        self.forget_rows()
        return True

    @property
    def target(self) -> Any:
        """Where the rows go, as the verbs take it."""
        return self.look.target(self.programme_id, self.activity_id, self.country, self.options)

    def forget_rows(self) -> None:
        """Rows were compared for another target."""
