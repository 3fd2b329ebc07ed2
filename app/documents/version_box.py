"""The boxed version line on page 1 of what is made from an agenda (AR-2)."""

from app.core.i18n import N_
from app.documents.blocks import Version
from app.documents.layout import LEFT, TEXT_WIDTH, Block, Sheet
from app.documents.pen import Pen
from app.documents.speech import Speech
from app.documents.styles import MM, NOTE_GREY, ROW_FIRST, ROW_PLAIN, SECOND, STRONG, Style
from app.documents.texts import Text
from app.documents.wrapping import Line, fitted, height_of, text_width, wrap_pair

#: From the edge of the box to its text; room of the line where the changes are told beside it.
_INSET, _BESIDE = 2.4 * MM, 104 * MM


class VersionBox(Block):
    """The version line in its box; at the right where changes are told. ``{page}`` becomes the page of ``anchor``."""

    def __init__(
        self,
        speech: Speech,
        version: Version,
        marked: bool,
        anchor: str = "",
        gap: float = 2.2 * MM,
        width: float = TEXT_WIDTH,
    ) -> None:
        self.gap, self.speech, self.marked, self.target, self.width = gap, speech, marked, anchor, width
        # Where nothing is told at the right the line has the whole box.
        room = _BESIDE if marked else width - 2 * _INSET
        self.left = wrap_pair(version.line(speech), ROW_FIRST, room, second=ROW_PLAIN.scaled(SECOND))
        self.height = height_of(self.left) + 3.0 * MM if not speech.bilingual else height_of(self.left) + 2.4 * MM

    def _told(self, sheet: Sheet) -> Text:
        if not self.marked:
            return Text()
        if self.target in sheet.anchors:
            return self.speech.say(
                N_("Changes are marked in the left margin; list on page {page}"), page=sheet.anchors[self.target]
            )
        return self.speech.say(N_("Changes are marked in the left margin"))

    def draw(self, pen: Pen, top: float, sheet: Sheet) -> None:
        """Draw the box and both lines."""
        pen.box(LEFT, top, self.width, self.height, STRONG)
        pen.lines(LEFT + _INSET, top + (self.height - height_of(self.left)) / 2, self.left)
        room = self.width - 2 * _INSET - max((line.width for line in self.left), default=0.0) - 4 * MM
        told = self._told(sheet)
        grey, small = NOTE_GREY, NOTE_GREY.scaled(SECOND)
        lines = [
            Line(((text, style),), text_width(text, style), style.leading)
            for text, style in _told_lines(told, grey, small, room)
        ]
        pen.lines(LEFT + _INSET, top + (self.height - height_of(lines)) / 2, lines, self.width - 2 * _INSET, "right")


def _told_lines(told: Text, first: Style, second: Style, room: float) -> list[tuple[str, Style]]:
    found = []
    for text, style in zip(told.both, (first, second), strict=False):
        if text:
            found.append((text, fitted(text, style, room, 6.0)))
    return found
