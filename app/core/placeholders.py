"""Placeholders in texts that people write for their papers: ``{name}``, ``{event}``. A text can hold no code.

Only whole names in braces are filled, once; what is filled in is never looked through again, there are no attributes,
indexes, formats or conditions. Everything else in the text, other braces included, stays as it was typed.
"""

import re
from collections.abc import Collection, Mapping
from difflib import get_close_matches

_PLACE = re.compile(r"\{([a-z][a-z0-9_]*)\}")
#: What looks as if a placeholder was meant: told when it is none of ours.
_MEANT = re.compile(r"\{([^{}\n]{0,60})\}")
#: How alike a misspelt name must be to one that exists for the guess to be worth telling (0 to 1).
_ALIKE = 0.6


def names_in(text: str) -> tuple[str, ...]:
    """Everything that stands in braces, in order, each once: ``("name", "Event title")``."""
    return tuple(dict.fromkeys(found.strip() for found in _MEANT.findall(text)))


def unknown(text: str, known: Collection[str]) -> tuple[str, ...]:
    """What stands in braces and is none of the known names, as typed; ``{ name }`` with spaces is not filled either."""
    return tuple(dict.fromkeys(found for found in _MEANT.findall(text) if found not in known))


def nearest(name: str, known: Collection[str]) -> str:
    """The known name that was most likely meant: letters of another size, spaces, a slip; empty when none is near."""
    plain = re.sub(r"\W+", "_", name.casefold()).strip("_")
    if plain in known:
        return plain
    found = get_close_matches(plain[:60], list(known), 1, _ALIKE)
    return found[0] if found else next((one for one in known if plain.startswith(f"{one}_")), "")


def loose_brace(text: str) -> bool:
    """Whether a brace belongs to no placeholder: one that is open or closed alone, doubled, or around too much."""
    rest = _MEANT.sub("", text)
    return "{" in rest or "}" in rest


def fill(text: str, values: Mapping[str, str]) -> str:
    """The text with its known placeholders filled; an unknown one stays as it stands."""
    return _PLACE.sub(lambda found: values.get(found[1], found[0]), text)


def missing(text: str, values: Mapping[str, str]) -> tuple[str, ...]:
    """The known placeholders of the text whose value is empty."""
    return tuple(name for name in dict.fromkeys(_PLACE.findall(text)) if name in values and not values[name].strip())


def spans(text: str) -> tuple[tuple[int, int, str], ...]:
    """Where placeholders stand: start, length and what is in the braces, to be marked while somebody types."""
    return tuple((found.start(), found.end() - found.start(), found[1]) for found in _MEANT.finditer(text))
