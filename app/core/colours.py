"""Colours as people type them: ``#RRGGBB``, and how well a text in one can be read on white paper."""

import re

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


def is_colour(text: str) -> bool:
    """Whether a text is a colour like ``#1B3A63``."""
    return _COLOUR.fullmatch(text) is not None


def contrast_on_white(colour: str) -> float:
    """The contrast of a colour with white, from 1 (white) to 21 (black), as accessibility rules count it (WCAG 1.4.3).

    ``colour`` is ``#RRGGBB``.
    """
    red, green, blue = (_linear(int(colour[n : n + 2], 16) / 255) for n in (1, 3, 5))
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
