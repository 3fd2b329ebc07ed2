"""The line that says on every internal paper that it is not for everybody."""

from app.core.i18n import N_
from app.documents.layout import LEFT, TEXT_WIDTH, Block, Sheet
from app.documents.pen import Pen
from app.documents.speech import Speech
from app.documents.styles import MM, STRONG, Style
from app.documents.wrapping import height_of, wrap

#: Said in the line itself, in running heads and footers.
INTERNAL = N_("Internal – not for distribution")
_STYLE = Style("Sans-Bold", 9, 12)


class InternalLine(Block):
    """The words between two strong rules at the head of the first page."""

    def __init__(self, said: Speech, width: float = TEXT_WIDTH) -> None:
        self.width = width
        self.lines = wrap(said.say(INTERNAL).joined(), _STYLE, width)
        self.height = height_of(self.lines) + 2.4 * MM

    def draw(self, pen: Pen, top: float, sheet: Sheet) -> None:
        """Draw rules and words."""
        pen.rule(LEFT, LEFT + self.width, top, STRONG)
        pen.lines(LEFT, top + 1.2 * MM, self.lines)
        pen.rule(LEFT, LEFT + self.width, top + self.height, STRONG)
