"""Colours and size of the text as the user chooses them: used at once and remembered at once."""

from app.ui.theme import TEXT_SIZES, theme
from app.ui.window_state import WindowState

MODE, TEXT_SIZE = "look.mode", "look.text_size"


class ChosenLook:
    """What was chosen is in the settings file before the next click, so that a crash or a lost session keeps it.

    Only what was chosen is remembered: a look that the command line asked for stays with this one start.
    """

    def __init__(self, settings: WindowState) -> None:
        self._settings = settings

    def choose(self, *, mode: str | None = None, size: int | None = None) -> None:
        """Use and remember other colours, another size of the text, or both."""
        theme().set(mode=mode, text_size=size)
        chosen: dict[str, object] = {}
        if mode is not None:
            chosen[MODE] = theme().mode
        if size is not None:
            chosen[TEXT_SIZE] = theme().text_size
        self._settings.remember(chosen)

    def larger(self) -> None:
        """The next larger text."""
        self.choose(size=next((size for size in TEXT_SIZES if size > theme().text_size), TEXT_SIZES[-1]))

    def smaller(self) -> None:
        """The next smaller text."""
        self.choose(size=next((size for size in reversed(TEXT_SIZES) if size < theme().text_size), TEXT_SIZES[0]))
