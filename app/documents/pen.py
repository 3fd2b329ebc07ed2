"""Drawing on the reportlab canvas: measures from the top left in points, text written straight into the page's stream.

Text goes through the font's own subset coding, never through markup. Colour and line width are only written when they
change; on an agenda that halves what reportlab would write.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from app.documents import marks, packing, put_away
from app.documents.fonts import face
from app.documents.marks import Marks
from app.documents.styles import ACCENT, BLACK, Ink, Style
from app.documents.texts import clean_line
from app.documents.wrapping import Line, text_width

if TYPE_CHECKING:
    from reportlab.lib.utils import ImageReader

A4 = (595.2756, 841.8898)
A4_LANDSCAPE = (841.8898, 595.2756)
#: Where the baseline of a line lies: half the leading plus this part of the size, so that x-heights sit in the middle.
_BASE = 0.34


@dataclass(frozen=True, slots=True)
class About:
    """What a PDF says about itself: title, author, subject, codes of its one or two languages.

    ``accent`` is the programme's colour.
    """

    title: str
    author: str = ""
    subject: str = ""
    language: str = "en"
    accent: Ink = ACCENT
    second: str = ""


def baseline(line: Line) -> float:
    """Distance from the top of a line (below its gap) to its baseline."""
    size = max((style.size for _, style in line.runs), default=0.0)
    return line.leading / 2 + _BASE * size


class Pen:
    """One PDF being drawn, page after page. The same calls give the same bytes (invariant)."""

    def __init__(self, about: About, size: tuple[float, float] = A4) -> None:
        from reportlab import rl_config
        from reportlab.pdfgen.canvas import Canvas

        # Base-85 makes every stream a quarter longer and serves no reader of today.
        rl_config.useA85 = 0
        self.width, self.height = size
        # With a face of the house to begin with, no page names reportlab's usual one, which is not embedded.
        self.canvas = Canvas(
            BytesIO(),
            pagesize=size,
            invariant=1,
            pageCompression=1,
            lang=about.language,
            pdfVersion=(1, 5),
            initialFontName=face("Sans").name,  # type: ignore[arg-type]  # the stubs take it for a number
        )
        self.canvas.setTitle(clean_line(about.title))
        self.canvas.setAuthor(clean_line(about.author))
        self.canvas.setSubject(clean_line(about.subject))
        self.canvas.setCreator("Mentordesk")
        self.canvas.setViewerPreference("DisplayDocTitle", "true")
        # Both are reportlab's own inner means of writing subset text; the stubs do not name them.
        self._doc: object = getattr(self.canvas, "_doc")  # noqa: B009
        self._kept_pages = put_away.Pages(self._doc)
        self._bookmarks = put_away.Bookmarks(self._doc, self._kept_pages.numbers)
        self._escape: Callable[[bytes], str] = getattr(self.canvas, "_escape")  # noqa: B009
        self._fill: Ink | None = None
        self._stroke: Ink | None = None
        self._weight = -1.0
        self._level = -1
        self.marks = Marks(self.canvas.addLiteral, about.second)
        self._accent = about.accent

    # pages ---------------------------------------------------------------------------------------------------

    def resize(self, size: tuple[float, float]) -> None:
        """The size of the page about to be drawn, in points; before anything stands on it."""
        if size != (self.width, self.height):
            self.width, self.height = size
            self.canvas.setPageSize(size)

    def next_page(self) -> None:
        """End the page; the next call draws on a new one."""
        self.marks.next_page()
        self.canvas.showPage()
        self._forget()

    def _forget(self) -> None:
        self._fill = self._stroke = None
        self._weight = -1.0

    def finish(self) -> bytes:
        """The whole PDF."""
        made = packing.save(self.canvas, self.marks, self._kept_pages, self._bookmarks)
        self._kept_pages.close()
        return made

    def turn(self, x: float, y: float) -> None:
        """What follows stands upside-down about a point, until the same call turns it back (name tents)."""
        self.canvas.addLiteral(f"-1 0 0 -1 {2 * x:.2f} {2 * (self.height - y):.2f} cm")

    def begin_form(self, name: str) -> None:
        """Draw once what many pages show; ``end_form`` closes it, ``form`` shows it."""
        self.canvas.beginForm(name, 0, 0, self.width, self.height)
        self.marks.silent(True)
        self._forget()

    def end_form(self) -> None:
        """Close the form begun last."""
        self.canvas.endForm()
        self.marks.silent(False)
        self._forget()

    def form(self, name: str) -> None:
        """Show a form drawn before, over the whole page."""
        self.marks.text()
        self.canvas.doForm(name)

    def outline(self, title: str, top: float, level: int = 0) -> None:
        """A bookmark to a place on this page; a level below the last goes one step down at most."""
        if not clean_line(title):
            return
        level = self._level = min(level, self._level + 1)
        across, up = self.canvas.absolutePosition(0, self.height - top)
        self._bookmarks.add(clean_line(title), level, len(self._kept_pages.numbers), across, up)

    # roles ---------------------------------------------------------------------------------------------------

    @contextmanager
    def tagged(self, role: str, about: str = "") -> Iterator[None]:
        """What is drawn within has this role for a reader that cannot see: H1, H2, P, L, LI … (``marks``)."""
        self.marks.begin(role, about)
        yield
        self.marks.end()

    @contextmanager
    def figure(self, alternative: str) -> Iterator[None]:
        """What is drawn within is a picture; ``alternative`` says in words what it shows."""
        with self.tagged("Figure", marks.alternative(clean_line(alternative) or "–")):
            yield

    # text ----------------------------------------------------------------------------------------------------

    def text(self, x: float, base: float, text: str, style: Style, second: bool = False, tail: bool = False) -> float:
        """Draw one run with its baseline at ``base``; returns the x after it. ``second``: in the second language.

        ``tail`` is a space that stands only in the text that is read or copied, at the end of a line.
        """
        if not text:
            return x
        if style.strike:
            self.marks.begin("Span", marks.STRUCK)
        self.marks.text(second)
        self._ink(style.ink)
        y = self.height - base
        escape = self._escape
        out = [f"BT 1 0 0 1 {x:.2f} {y:.2f} Tm"]
        if style.track:
            out.append(f"{style.track:.2f} Tc")
        for own, letters, stands_for in face(style.face).pieces(text):
            if stands_for:
                out.append(f"/Span <</ActualText{marks.literal(stands_for)}>> BDC")
            font = own.font
            for subset, codes in font.splitString(letters, self._doc):
                out.append(f"{font.getSubsetInternalName(subset, self._doc)} {style.size:g} Tf ({escape(codes)}) Tj")
            if stands_for:
                out.append("EMC")
        if tail:
            # Code 32 is the space of every subset. Almost without width: nothing may reach beyond the margin.
            out.append("1 Tz ( ) Tj 100 Tz")
        out.append("0 Tc ET" if style.track else "ET")
        self.canvas.addLiteral(" ".join(out))
        end = x + text_width(text, style)
        if style.strike:
            self._stroke_line(x, end, base - 0.27 * style.size, style.strike, style.ink)
            self.marks.end()
        return end

    def line(
        self,
        x: float,
        top: float,
        line: Line,
        width: float = 0.0,
        align: str = "left",
        tail: bool = False,
    ) -> None:
        """Draw a wrapped line whose box begins at ``top``; right and centre need the width of the box."""
        if align == "right":
            x += width - line.width
        elif align == "centre":
            x += (width - line.width) / 2
        base = top + baseline(line)
        last = len(line.runs) - 1
        for number, (text, style) in enumerate(line.runs):
            x = self.text(x, base, text, style, number >= line.second, tail and number == last)

    def lines(self, x: float, top: float, lines: Iterable[Line], width: float = 0.0, align: str = "left") -> float:
        """Draw lines below each other; returns the y below the last."""
        given = list(lines)
        last = len(given) - 1
        for number, line in enumerate(given):
            top += line.gap
            # Without a space at its end a line would grow together with the next when it is read aloud.
            self.line(x, top, line, width, align, number < last and not line.glued)
            top += line.leading
        return top

    def word(self, x: float, base: float, text: str, style: Style, align: str = "left", second: bool = False) -> None:
        """One short text placed by its baseline: ``x`` is its left, right or middle."""
        shift = {"left": 0.0, "right": 1.0, "centre": 0.5}[align]
        self.text(x - shift * text_width(text, style) if shift else x, base, text, style, second)

    # shapes --------------------------------------------------------------------------------------------------

    def rule(self, left: float, right: float, y: float, weight: float, ink: Ink = BLACK) -> None:
        """A horizontal line."""
        self.marks.shape()
        self._stroke_line(left, right, y, weight, ink)

    def _stroke_line(self, left: float, right: float, y: float, weight: float, ink: Ink) -> None:
        self._pencil(ink, weight)
        self.canvas.addLiteral(f"{left:.2f} {self.height - y:.2f} m {right:.2f} {self.height - y:.2f} l S")

    def upright(self, x: float, top: float, bottom: float, weight: float, ink: Ink = BLACK) -> None:
        """A vertical line."""
        self.marks.shape()
        self._pencil(ink, weight)
        self.canvas.addLiteral(f"{x:.2f} {self.height - top:.2f} m {x:.2f} {self.height - bottom:.2f} l S")

    def dotted(self, points: Sequence[float], weight: float, ink: Ink) -> None:
        """A dotted line from (x, y) to (x, y)."""
        x1, y1, x2, y2 = points
        self.marks.shape()
        self._pencil(ink, weight)
        self.canvas.addLiteral(
            f"[0.6 2.2] 0 d {x1:.2f} {self.height - y1:.2f} m {x2:.2f} {self.height - y2:.2f} l S [] 0 d"
        )

    def fill(self, left: float, top: float, width: float, height: float, ink: Ink) -> None:
        """A filled rectangle without an outline."""
        self.marks.shape()
        self._ink(ink)
        self.canvas.addLiteral(f"{left:.2f} {self.height - top - height:.2f} {width:.2f} {height:.2f} re f")

    def box(self, left: float, top: float, width: float, height: float, weight: float, ink: Ink = BLACK) -> None:
        """The outline of a rectangle."""
        self.marks.shape()
        self._pencil(ink, weight)
        self.canvas.addLiteral(f"{left:.2f} {self.height - top - height:.2f} {width:.2f} {height:.2f} re S")

    def hatch(self, left: float, top: float, width: float, height: float, step: float = 2.6) -> None:
        """Slanting lines inside a rectangle: readable without colour."""
        if width <= 0:
            return
        self.marks.shape()
        bottom = self.height - top - height
        self._pencil(BLACK, 0.4)
        strokes = [f"q {left:.2f} {bottom:.2f} {width:.2f} {height:.2f} re W n"]
        x = left - height
        while x < left + width:
            strokes.append(f"{x:.2f} {bottom:.2f} m {x + height:.2f} {bottom + height:.2f} l S")
            x += step
        self.canvas.addLiteral(" ".join([*strokes, "Q"]))

    def image(
        self, picture: "ImageReader", left: float, top: float, width: float, height: float, alternative: str = ""
    ) -> None:
        """A picture from our own memory (never by path: a path in a text must not open a file, D12)."""
        with self.figure(alternative):
            self.marks.text()
            self.canvas.drawImage(picture, left, self.height - top - height, width, height, mask="auto")

    def modules(self, left: float, top: float, side: float, count: int, fragment: str, alternative: str = "QR") -> None:
        """A QR: ``fragment`` holds ``re`` operators in module units, y upwards from the bottom left."""
        with self.figure(alternative):
            self._modules(left, top, side, count, fragment)

    def _modules(self, left: float, top: float, side: float, count: int, fragment: str) -> None:
        self.marks.shape()
        scale = side / count
        self._ink(BLACK)
        self.canvas.addLiteral(
            f"q {scale:.4f} 0 0 {scale:.4f} {left:.2f} {self.height - top - side:.2f} cm {fragment} f Q"
        )

    def mask(self, left: float, top: float, side: float, operators: str, alternative: str = "QR") -> None:
        """A square painted by an inline picture mask in black; ``operators`` paint the unit square."""
        with self.figure(alternative):
            self.marks.shape()
            self._ink(BLACK)
            y = self.height - top - side
            self.canvas.addLiteral(f"q {side:.2f} 0 0 {side:.2f} {left:.2f} {y:.2f} cm {operators} Q")

    def _ink(self, ink: Ink) -> None:
        if ink is ACCENT:
            ink = self._accent
        if ink != self._fill:
            self._fill = ink
            self.canvas.addLiteral("{:g} {:g} {:g} rg".format(*ink))

    def _pencil(self, ink: Ink, weight: float) -> None:
        if ink is ACCENT:
            ink = self._accent
        if ink != self._stroke:
            self._stroke = ink
            self.canvas.addLiteral("{:g} {:g} {:g} RG".format(*ink))
        if weight != self._weight:
            self._weight = weight
            self.canvas.addLiteral(f"{weight:g} w")
