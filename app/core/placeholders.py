"""Placeholders in texts that people write for their papers: ``{name}``, ``{event}``. A text can hold no code.

Only whole names in braces are filled, once; what is filled in is never looked through again, there are no attributes,
indexes, formats or conditions. Everything else in the text, other braces included, stays as it was typed.
"""

import re
from collections.abc import Collection, Mapping

_PLACE = re.compile(r"\{([a-z][a-z0-9_]*)\}")
#: What looks as if a placeholder was meant: told when it is none of ours.
_MEANT = re.compile(r"\{([^{}\n]{0,60})\}")


def names_in(text: str) -> tuple[str, ...]:
    """Everything that stands in braces, in order, each once: ``("name", "Event title")``."""
    return tuple(dict.fromkeys(found.strip() for found in _MEANT.findall(text)))


def unknown(text: str, known: Collection[str]) -> tuple[str, ...]:
    """What stands in braces and is none of the known names, as typed."""
    return tuple(name for name in names_in(text) if name not in known)


def fill(text: str, values: Mapping[str, str]) -> str:
    """The text with its known placeholders filled; an unknown one stays as it stands."""
    return _PLACE.sub(lambda found: values.get(found[1], found[0]), text)


def missing(text: str, values: Mapping[str, str]) -> tuple[str, ...]:
    """The known placeholders of the text whose value is empty."""
    return tuple(name for name in dict.fromkeys(_PLACE.findall(text)) if name in values and not values[name].strip())
