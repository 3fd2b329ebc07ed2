"""The look of the window: one object that knows scheme, text size, fonts, palette and style sheet.

Widgets ask ``theme()`` for colours, fonts and sizes when they paint; ``Theme.changed`` tells them to look again.
"""

from functools import lru_cache

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from app.core.paths import resources
from app.ui import theme_tokens as tokens
from app.ui.theme_sheet import style_sheet

MODES = ("system", "light", "dark")
TEXT_SIZES = (80, 90, 100, 110, 125, 150, 175, 200)
FAMILY = "Source Sans 3"


class Theme(QObject):
    """Scheme (light or dark) and text size, and everything computed from them."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._mode = "system"
        self._scheme = "light"
        self._percent = 100
        self._families: list[str] = []
        self._colours: dict[str, QColor] = {}
        self._fonts: dict[str, QFont] = {}
        self._installed = False
        self._fill()

    @property
    def scheme(self) -> str:
        """``light`` or ``dark``: what is shown now."""
        return self._scheme

    @property
    def mode(self) -> str:
        """``system``, ``light`` or ``dark``: what was chosen."""
        return self._mode

    @property
    def text_size(self) -> int:
        """Text size in per cent, 80 to 200."""
        return self._percent

    def install(self, app: QApplication) -> None:
        """Load the bundled faces, set style, font, palette and style sheet, and follow the system's scheme."""
        if not self._installed:
            self._installed = True
            app.setStyle("Fusion")
            self._families = _load_faces()
            QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_scheme)
        self._apply()

    def set(self, *, mode: str | None = None, text_size: int | None = None) -> None:
        """Choose scheme and text size; unknown values fall back to ``system`` and the nearest size allowed."""
        if mode is not None:
            self._mode = mode if mode in MODES else "system"
        if text_size is not None:
            self._percent = max(TEXT_SIZES[0], min(TEXT_SIZES[-1], text_size))
        self._apply()

    def px(self, size: float) -> int:
        """A length at 100 % as whole pixels at the present text size."""
        return max(1, round(size * self._percent / 100)) if size > 0 else 0

    def space(self, step: int) -> int:
        """The spacing of a step 0-7: 0 4 8 12 16 20 24 32."""
        return self.px(tokens.SPACE[step])

    def height(self, name: str) -> int:
        """A height of ``theme_tokens.HEIGHT``, scaled."""
        return self.px(tokens.HEIGHT[name])

    def width(self, name: str) -> int:
        """A width of ``theme_tokens.WIDTH``, scaled."""
        return self.px(tokens.WIDTH[name])

    def icon(self, name: str) -> int:
        """An icon size of ``theme_tokens.ICON``, scaled."""
        return self.px(tokens.ICON[name])

    def radius(self, name: str) -> int:
        """A radius of ``theme_tokens.RADIUS``, scaled."""
        return self.px(tokens.RADIUS[name])

    def color(self, token: str) -> QColor:
        """The colour of a token such as ``muted``, ``danger.soft`` or ``kind.lecture.fill``."""
        return self._colours[token]

    def shade(self) -> QColor:
        """What darkens the page behind a drawer."""
        return QColor(0, 0, 0, 70)

    def kind(self, kind: str) -> tokens.KindColours:
        """The colours of a session kind, as texts ``#RRGGBB``."""
        return tokens.kind_colours(self._scheme, kind)

    def font(self, role: str = "body") -> QFont:
        """The font of a type role of ``theme_tokens.TYPE``; a shared object, copy before changing."""
        found = self._fonts.get(role)
        if found is None:
            found = self._make_font(role)
            self._fonts[role] = found
        return found

    def _make_font(self, role: str) -> QFont:
        kind = tokens.TYPE[role]
        font = QFont(self._families) if self._families else QFont(QGuiApplication.font())
        font.setPixelSize(max(tokens.SMALLEST_TYPE, self.px(kind.size)))
        font.setWeight(QFont.Weight(kind.weight))
        font.setItalic(kind.italic)
        font.setStrikeOut(role == "strike")
        font.setFeature(QFont.Tag("tnum"), 1)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    def _apply(self) -> None:
        self._scheme = self._mode if self._mode != "system" else _system_scheme()
        self._fill()
        app = QApplication.instance()
        if not self._installed or not isinstance(app, QApplication):
            return
        QApplication.setFont(self.font("body"))
        app.setPalette(self.palette())
        app.setStyleSheet(style_sheet(self))
        self.changed.emit()

    def _fill(self) -> None:
        self._fonts.clear()
        flat = tokens.PALETTES[self._scheme].flat()
        self._colours = {name: QColor(value) for name, value in flat.items()}
        for name, kind in tokens.KINDS[self._scheme].items():
            self._colours[f"kind.{name}.fill"] = QColor(kind.fill)
            self._colours[f"kind.{name}.bar"] = QColor(kind.bar)
            self._colours[f"kind.{name}.text"] = QColor(kind.text)

    def palette(self) -> QPalette:
        """The palette of the scheme, for the parts that the platform style paints."""
        made = QPalette()
        role = QPalette.ColorRole
        for target, token in {
            role.Window: "window",
            role.WindowText: "text",
            role.Base: "surface",
            role.AlternateBase: "sunken",
            role.Text: "text",
            role.PlaceholderText: "muted",
            role.Button: "surface",
            role.ButtonText: "text",
            role.BrightText: "danger",
            role.Highlight: "accentfill",
            role.HighlightedText: "onaccent",
            role.Link: "accent",
            role.LinkVisited: "accent",
            role.ToolTipBase: "raised",
            role.ToolTipText: "text",
            role.Light: "raised",
            role.Midlight: "hover",
            role.Mid: "border",
            role.Dark: "control",
            role.Shadow: "canvas",
            role.Accent: "accentfill",
        }.items():
            made.setColor(target, self.color(token))
        faded = self.color("control")
        for target in (role.WindowText, role.Text, role.ButtonText):
            made.setColor(QPalette.ColorGroup.Disabled, target, faded)
        return made

    def _on_system_scheme(self, _scheme: Qt.ColorScheme) -> None:
        if self._mode == "system":
            self._apply()


def _system_scheme() -> str:
    hints = QGuiApplication.styleHints() if QGuiApplication.instance() is not None else None
    return "dark" if hints is not None and hints.colorScheme() is Qt.ColorScheme.Dark else "light"


def _load_faces() -> list[str]:
    """Register the bundled faces; the families to use, the system's own behind them for letters they lack."""
    families: list[str] = []
    for path in sorted((resources() / "fonts").glob("SourceSans3-*.ttf")):
        number = QFontDatabase.addApplicationFont(str(path))
        families += [name for name in QFontDatabase.applicationFontFamilies(number) if name not in families]
    if not families:
        return []
    first = [FAMILY] if FAMILY in families else families[:1]
    return [*first, QGuiApplication.font().family()]


@lru_cache(maxsize=1)
def theme() -> Theme:
    """The one theme of the process, as there is one QApplication."""
    return Theme()


def is_style_change(event: QEvent) -> bool:
    """Whether a change event asks a widget to measure itself again."""
    return event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange, QEvent.Type.PaletteChange)


def set_surface(widget: QWidget, surface: str) -> None:
    """Give a plain widget one of the backgrounds: window, surface, sunken, raised, canvas."""
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
    widget.setProperty("surface", surface)


def set_style(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet looks at, and have the widget restyled when it differs."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
