"""The languages that a cell lists, whatever stands between them."""

import re

#: Commas and the like, and "and" in the languages that towns write; not within brackets, as in "англійська (B1, B2)".
_BETWEEN = re.compile(r"(?:[,;/|&+\n\u2022]| (?:and|та|і|й|и|och|un|in|i|dhe|și|да) )(?![^()]*\))")


def spoken_languages(text: str) -> tuple[str, ...]:
    """The languages one by one, in their order, each once, as they are written."""
    parts = (part.strip(" .\t") for part in _BETWEEN.split(text))
    return tuple(dict.fromkeys(part for part in parts if part))


def same_languages(one: str, other: str) -> bool:
    """Whether two texts list the same languages, in whatever order."""
    return {part.casefold() for part in spoken_languages(one)} == {part.casefold() for part in spoken_languages(other)}
