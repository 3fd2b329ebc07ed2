"""Who sends a group: "Делегація Лубенської громади" is the group, "Лубенська громада" the body behind it (SP-11)."""

import re

_SENDING = re.compile(
    r"^\W*(?:учасники\s+від\s+|члени\s+)?"
    r"(?:(?P<uk>делегаці[яії]|представни(?:ки|ків|к|ця))(?:\s+від)?|"
    r"(?P<sl>delegacij[ae]|predstavnik[ia]?)|"
    r"(?P<en>(?:the\s+)?(?:delegation|delegates|representatives)\s+(?:of|from)(?:\s+the)?))\s+",
    re.IGNORECASE,
)
#: The nouns of municipalities in the genitive, with what they are called by.
_NOUNS = {
    "громади": "громада",
    "ради": "рада",
    "міськради": "міськрада",
    "селищради": "селищрада",
    "сільради": "сільрада",
    "občine": "občina",
}
_SLOVENE = {"mestne": "mestna", "Mestne": "Mestna"}


def sender_of(text: str) -> str:
    """The body that sends a group, in the nominative: ``Гніванська громада`` of «Делегація Гніванської громади».

    Only where grammar leaves no doubt: adjectives in the genitive, then a noun for a municipality; what follows the
    noun stays (``Občine Domžale``, ``… області``). The text as it is where it names no group, or its case is not sure.
    """
    found = _SENDING.match(text)
    if found is None:
        return text
    rest = text[found.end() :].strip()
    if found["en"]:
        return rest[:1].upper() + rest[1:] if re.match(r"(?:municipality|city|town) of\s", rest, re.I) else text
    words = rest.split()
    said: list[str] = []
    for number, word in enumerate(words):
        noun = _NOUNS.get(word.casefold())
        if noun is not None:
            noun = noun.capitalize() if word[0].isupper() else noun
            named = number or found["sl"]
            return " ".join((*said, noun, *words[number + 1 :])) if named else text
        adjective = _SLOVENE.get(word, "") if found["sl"] else _nominative(word)
        if not adjective:
            break
        said.append(adjective)
    return text


def _nominative(word: str) -> str:
    """A feminine adjective of the genitive in the nominative: міської → міська; empty for other words."""
    return word[:-2] + "а" if len(word) > 4 and word.endswith("ої") else ""


def group_words(text: str) -> str:
    """What is left without the words of a group in front: ``Гніванської громади`` of «Делегація Гніванської громади».

    The text itself where nothing would be left, and for bodies that are a delegation by name (of the European Union).
    """
    found = _SENDING.match(text)
    rest = text[found.end() :].strip() if found is not None else ""
    return (
        rest
        if rest and not re.search(r"european union|evropske unije|європейського союзу|єс\b|\beu\b", rest, re.I)
        else text
    )
