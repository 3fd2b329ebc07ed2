"""Icons of the one family (Lucide), painted in the palette's colours and sharp at every display scale.

``icon("plane")`` is a QIcon for buttons and actions; ``paint_icon`` draws one straight into a painter.
"""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from app.core.paths import resources
from app.ui.theme import theme
from app.ui.theme_tokens import ICON_STROKE

_EMPTY = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"/>'


@lru_cache(maxsize=256)
def _source(name: str) -> bytes:
    path = resources() / "icons" / f"{name}.svg"
    try:
        text = path.read_bytes()
    except OSError:
        return _EMPTY
    return text.replace(b'stroke-width="2"', f'stroke-width="{ICON_STROKE}"'.encode())


@lru_cache(maxsize=512)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    renderer = QSvgRenderer(QByteArray(_source(name).replace(b"currentColor", colour.encode())))
    renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
    return renderer


def exists(name: str) -> bool:
    """Whether the family has an icon of that name."""
    return (resources() / "icons" / f"{name}.svg").is_file()


def paint_icon(painter: QPainter, name: str, rect: QRect, colour: QColor) -> None:
    """Draw an icon into a square of logical pixels, in one colour; sharp whatever the device's scale."""
    # not painter.device(): for a widget inside Qt's own widgets its wrapper can be a stale one, and the program dies
    ratio = max(1.0, painter.deviceTransform().m11())
    pixmap = pixmap_of(name, rect.size(), colour, ratio)
    painter.drawPixmap(rect.topLeft(), pixmap)


def pixmap_of(name: str, size: QSize, colour: QColor, ratio: float = 1.0) -> QPixmap:
    """An icon as a pixmap of logical ``size`` for a device pixel ratio; kept in Qt's pixmap cache."""
    key = f"icon:{name}:{size.width()}x{size.height()}:{ratio}:{colour.name(QColor.NameFormat.HexArgb)}"
    found = QPixmap()
    if QPixmapCache.find(key, found):
        return found
    made = QPixmap(max(1, round(size.width() * ratio)), max(1, round(size.height() * ratio)))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _renderer(name, colour.name()).render(painter, QRectF(0, 0, made.width(), made.height()))
    painter.end()
    made.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, made)
    return made


class _Engine(QIconEngine):
    """Paints an SVG with the theme's colour of the state it is asked for."""

    def __init__(self, name: str, token: str, on_token: str) -> None:
        super().__init__()
        self._name = name
        self._token = token
        self._on_token = on_token

    def _colour(self, mode: QIcon.Mode, state: QIcon.State) -> QColor:
        if mode is QIcon.Mode.Disabled:
            return theme().color("control")
        return theme().color(self._on_token if state is QIcon.State.On else self._token)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        corner = rect.topLeft() + QPoint((rect.width() - side) // 2, (rect.height() - side) // 2)
        paint_icon(painter, self._name, QRect(corner, QSize(side, side)), self._colour(mode, state))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return pixmap_of(self._name, size, self._colour(mode, state), 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        logical = QSize(round(size.width() / scale), round(size.height() / scale))
        return pixmap_of(self._name, logical, self._colour(mode, state), scale)

    def clone(self) -> QIconEngine:
        return _keep(_Engine(self._name, self._token, self._on_token))


# QIcon takes the engine over; Python must not free it first, so engines live as long as the program. There are few:
# one for each (name, colours), because ``icon`` is cached.
_kept: list[QIconEngine] = []


def _keep(engine: QIconEngine) -> QIconEngine:
    _kept.append(engine)
    return engine


@lru_cache(maxsize=512)
def icon(name: str, token: str = "text", on_token: str = "") -> QIcon:
    """An icon by name; ``token`` is its colour, ``on_token`` the one of a checked button (the same when empty)."""
    return QIcon(_keep(_Engine(name, token, on_token or token))) if name else QIcon()
