"""The other names of an organisation as chips: typed in, taken off, remembered by the import."""

from PySide6.QtWidgets import QWidget

from app.core.i18n import tr
from app.core.text import fold
from app.services.organisations import AliasDraft, OrganisationDraft
from app.ui.editors.keeper import Keeper
from app.ui.fields.tags import TagsField
from app.ui.theme import theme
from app.ui.widgets.boxes import SectionHeader, column
from app.ui.widgets.labels import label


class AliasChips(QWidget):
    """Keeps the aliases of the organisation that its keeper shows; spellings that fall together stand once."""

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self.setMaximumWidth(theme().width("form"))
        self._keeper = keeper
        body = column(self, space=2)
        body.addWidget(SectionHeader(tr("Other names")))
        told = tr(
            "Spellings under which it comes in spreadsheets: old names, other scripts, short forms. "
            "Search and import know them."
        )
        body.addWidget(label(told, "second", wrap=True))
        self.field = TagsField("", name="organisation.aliases", hint=tr("Type a name and press Enter"), separate=False)
        self.field.edit.setAccessibleName(tr("Other names"))
        self.field.left.connect(self._on_left)
        body.addWidget(self.field)
        keeper.shown.connect(self._on_shown)
        if keeper.base is not None:
            self._on_shown(keeper.base)

    def _on_shown(self, draft: OrganisationDraft) -> None:
        self.field.set_value(tuple(alias.text for alias in draft.aliases))

    def _on_left(self) -> None:
        draft = self._keeper.base
        if draft is None:
            return
        known = {alias.text: alias for alias in draft.aliases}
        wanted: dict[str, AliasDraft] = {}
        for text in self.field.value():
            wanted.setdefault(fold(text), known.get(text) or AliasDraft(text))
        aliases = tuple(wanted.values())
        if aliases != draft.aliases:
            self._keeper.change(aliases=aliases)
