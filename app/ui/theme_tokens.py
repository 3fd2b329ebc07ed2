"""The figures of the look, and nothing else: colours of both schemes, sizes, spacing, radii.

Every colour and every pixel of the window stands here. Sizes are at 100 % text size; ``Theme.px`` scales them.
"""

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Tone:
    """A state's colour: for its word and sign, for the chip or message behind it, for its bar in a chart."""

    text: str
    soft: str
    bar: str


@dataclass(frozen=True, slots=True)
class KindColours:
    """Colours of one kind of session: fill, the bar at its left, its text."""

    fill: str
    bar: str
    text: str


@dataclass(frozen=True, slots=True)
class Palette:
    """One scheme's colours by token."""

    window: str
    surface: str
    sunken: str
    raised: str
    hover: str
    select: str
    border: str
    control: str
    text: str
    muted: str
    accent: str
    accentfill: str
    accentpress: str
    onaccent: str
    accentsoft: str
    accentmid: str
    canvas: str
    neutralsoft: str
    success: Tone
    warning: Tone
    danger: Tone

    def flat(self) -> dict[str, str]:
        """All tokens by name; the tones as ``success``, ``success.soft``, ``success.bar`` and so on."""
        found: dict[str, str] = {}
        for item in fields(self):
            value = getattr(self, item.name)
            if isinstance(value, Tone):
                found[item.name] = value.text
                found[f"{item.name}.soft"] = value.soft
                found[f"{item.name}.bar"] = value.bar
            else:
                found[item.name] = value
        return found


LIGHT = Palette(
    window="#EFF1F4",
    surface="#FFFFFF",
    sunken="#F6F7F9",
    raised="#FFFFFF",
    hover="#E6E9EE",
    select="#E1EAFA",
    border="#DDE1E7",
    control="#848D9A",
    text="#1A1F27",
    muted="#555E6C",
    accent="#2358B5",
    accentfill="#2358B5",
    accentpress="#1C4896",
    onaccent="#FFFFFF",
    accentsoft="#E1EAFA",
    accentmid="#9DBAEB",
    canvas="#D5D9E0",
    neutralsoft="#E8EBEF",
    success=Tone("#1A6638", "#E0F2E6", "#3A9A5F"),
    warning=Tone("#7A4B00", "#FCEDCB", "#D9972B"),
    danger=Tone("#A8221D", "#FBE4E2", "#CF4A43"),
)

DARK = Palette(
    window="#15181D",
    surface="#1C2026",
    sunken="#20252C",
    raised="#272D36",
    hover="#2B313A",
    select="#23375C",
    border="#343B46",
    control="#78828F",
    text="#E8EBF0",
    muted="#A3ADBA",
    accent="#8DB2F7",
    accentfill="#2F66C8",
    accentpress="#2858AE",
    onaccent="#FFFFFF",
    accentsoft="#23375C",
    accentmid="#3F5F9B",
    canvas="#101216",
    neutralsoft="#2F3640",
    success=Tone("#7FD3A0", "#17392A", "#46A96C"),
    warning=Tone("#F0BE62", "#41300F", "#D9972B"),
    danger=Tone("#FF9C94", "#4A201F", "#E0645C"),
)

_LIGHT_KINDS = {
    "lecture": KindColours("#E2ECFB", "#3F76D0", "#1C4587"),
    "workshop": KindColours("#ECE6FA", "#7E5BCB", "#4C2E94"),
    "site_visit": KindColours("#E0F1E4", "#3C9558", "#1C5A34"),
    "meeting": KindColours("#DCF1F1", "#22898D", "#0E5155"),
    "mentoring_work": KindColours("#FBE9DC", "#CC6B2C", "#7E3A0C"),
    "cultural": KindColours("#FAE4EF", "#C44A86", "#842257"),
    "meal": KindColours("#F2EEE6", "#A79877", "#5C5138"),
    "transfer": KindColours("#E9ECF0", "#8A94A3", "#46505E"),
    "opening": KindColours("#E4E6F4", "#5560A8", "#343C7A"),
    "online": KindColours("#DDF0FA", "#2A8ABF", "#0D4F75"),
}
_DARK_KINDS = {
    "lecture": KindColours("#1E3252", "#5E93EA", "#B5D0FF"),
    "workshop": KindColours("#33284F", "#9A7BE0", "#D6C7FF"),
    "site_visit": KindColours("#1B3A28", "#4FB072", "#A9E2BD"),
    "meeting": KindColours("#153B3D", "#35A5A9", "#9FE0E2"),
    "mentoring_work": KindColours("#452A18", "#DE8145", "#FFC9A3"),
    "cultural": KindColours("#44203A", "#DB68A2", "#FFBEDD"),
    "meal": KindColours("#353127", "#A79877", "#D9CFB8"),
    "transfer": KindColours("#2D333C", "#8A94A3", "#C6CDD7"),
    "opening": KindColours("#292D4B", "#7C87D6", "#C8CDFA"),
    "online": KindColours("#15384B", "#3FA0D6", "#A8DBF7"),
}
#: Fifteen kinds of rule AG-5 share ten colours.
_SHARED = {
    "registration": "opening",
    "closing": "opening",
    "coffee_break": "meal",
    "free_time": "transfer",
    "travel": "transfer",
}
PALETTES = {"light": LIGHT, "dark": DARK}
KINDS = {"light": _LIGHT_KINDS, "dark": _DARK_KINDS}


def kind_colours(scheme: str, kind: str) -> KindColours:
    """The colours of a session kind (a value of ``SessionKind``); those of a transfer when the kind is unknown."""
    table = KINDS[scheme]
    return table.get(_SHARED.get(kind, kind), table["transfer"])


@dataclass(frozen=True, slots=True)
class TypeSize:
    """A type role: size and line in pixels at 100 %, weight of the face."""

    size: float
    line: float
    weight: int = 400
    italic: bool = False


TYPE = {
    "title": TypeSize(22, 28, 600),
    "figure": TypeSize(20, 24, 600),
    "section": TypeSize(16, 24, 600),
    "body": TypeSize(15, 20),
    "strong": TypeSize(15, 20, 600),
    "second": TypeSize(14, 20),
    "second_strong": TypeSize(14, 20, 600),
    "label": TypeSize(13, 16),
    "head": TypeSize(13, 16, 600),
    "chip": TypeSize(13, 16, 600),
    "small": TypeSize(12, 16),
    "small_strong": TypeSize(12, 16, 600),
    "italic": TypeSize(15, 20, 400, True),
    "strike": TypeSize(15, 20),
}
SMALLEST_TYPE = 11

SPACE = (0, 4, 8, 12, 16, 20, 24, 32)
EDGE = 24
RADIUS = {"small": 4, "control": 6, "card": 8, "chip": 10}
HEIGHT = {
    "chip": 20,
    "small": 28,
    "control": 32,
    "row": 34,
    "side": 36,
    "tabs": 40,
    "bar": 44,
    "tool": 48,
    "two_lines": 52,
    "status": 28,
    "menu": 28,
    "head": 32,
    "foot": 36,
}
ICON = {"chip": 13, "caret": 14, "control": 16, "side": 18, "large": 32}
WIDTH = {
    "side": 192,
    "side_most": 256,
    "side_small": 52,
    "search": 380,
    "switcher": 360,
    "detail": 344,
    "panel": 388,
    "form": 960,
    "reading": 720,
    "overview": 1680,
    "collapse_below": 1300,
    "drawer_below": 1100,
}
HAIRLINE = 1
FOCUS = 2
ICON_STROKE = 1.75
#: Milliseconds that a panel slides; nothing else moves.
SLIDE = 120
