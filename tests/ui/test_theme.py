"""Contrast of every pair of text and background, and the scaling of sizes."""

import sys

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from app.core.vocabulary import SessionKind
from app.ui import theme_tokens as tokens
from app.ui.actions import ACTIONS
from app.ui.icons import exists, icon, pixmap_of
from app.ui.registry import FOOT, SECTIONS
from app.ui.theme import theme

BACKGROUNDS = ("window", "surface", "sunken", "raised", "hover", "select")
STATES = ("success", "warning", "danger")


def luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, two: str) -> float:
    light, dark = sorted((luminance(one), luminance(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def pairs(scheme: str) -> list[tuple[str, str, str]]:
    flat = tokens.PALETTES[scheme].flat()
    found = [
        (f"{text} on {back}", flat[text], flat[back]) for text in ("text", "muted", "accent") for back in BACKGROUNDS
    ]
    found += [(f"{state} on {back}", flat[state], flat[back]) for state in STATES for back in ("surface", "select")]
    found += [(f"{state} on its soft", flat[state], flat[f"{state}.soft"]) for state in STATES]
    found += [("onaccent", flat["onaccent"], flat["accentfill"]), ("pressed", flat["onaccent"], flat["accentpress"])]
    found += [
        ("accent on soft", flat["accent"], flat["accentsoft"]),
        ("muted on neutral", flat["muted"], flat["neutralsoft"]),
    ]
    for kind in SessionKind:
        colours = tokens.kind_colours(scheme, kind)
        found.append((kind, colours.text, colours.fill))
    return found


def test_the_measure_itself() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_can_be_read(scheme: str) -> None:
    weak = [(name, round(contrast(text, back), 2)) for name, text, back in pairs(scheme) if contrast(text, back) < 4.5]
    assert weak == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_edges_of_fields_can_be_seen(scheme: str) -> None:
    flat = tokens.PALETTES[scheme].flat()
    assert contrast(flat["control"], flat["surface"]) >= 3


def test_sizes_follow_the_text_size() -> None:
    theme().set(text_size=150)
    assert theme().px(32) == 48
    assert theme().font("title").pixelSize() == 33
    theme().set(text_size=80)
    assert theme().font("small").pixelSize() == 11, "never below 11 px"
    theme().set(text_size=500)
    assert theme().text_size == 200


def test_dark_paints_dark(qapp: QApplication) -> None:
    theme().set(mode="dark")
    assert qapp.palette().window().color() == QColor("#15181D")
    assert theme().color("kind.lecture.fill") == QColor("#1E3252")


def test_icons_exist_and_follow_the_colours() -> None:
    named = {spec.icon for spec in ACTIONS if spec.icon} | {name for _, name in (*SECTIONS.values(), *FOOT.values())}
    assert sorted(name for name in named if not exists(name)) == []
    accent, found = theme().color("accent"), icon("plane", "accent").pixmap(QSize(32, 32))
    image = found.toImage()
    colours = {
        image.pixelColor(x, y).name() for x in range(32) for y in range(32) if image.pixelColor(x, y).alpha() == 255
    }
    assert accent.name() in colours
    faded = icon("plane", "accent").pixmap(QSize(32, 32), QIcon.Mode.Disabled).toImage()
    assert {faded.pixelColor(x, y).name() for x in range(32) for y in range(32)} & {theme().color("control").name()}


def test_icons_are_sharp_at_double_scale() -> None:
    sharp = pixmap_of("plane", QSize(16, 16), theme().color("text"), 2.0)
    assert (sharp.width(), sharp.devicePixelRatio()) == (32, 2.0)


def test_painting_loses_no_reference_to_none() -> None:
    """PySide6 6.12 on Python 3.11 drops references to None and aborts; the pinned one must not."""
    pixmap = QPixmap(10, 10)
    painter = QPainter(pixmap)
    before = sys.getrefcount(None)
    for _ in range(200):
        painter.setPen(QColor("#123456"))
    after = sys.getrefcount(None)
    painter.end()
    assert after > before - 50
