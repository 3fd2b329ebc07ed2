"""A cell that names several people: "Іван та Марія Бойко", "Ana Novak, Marko Kralj", "Ivan Bojko + 1" (SP-10).

Nobody is made of them silently: the first one is what the row stands for, the others are told, and the row waits.
"""

import re
from functools import lru_cache

from app.core.given_names import given_names
from app.core.matching_keys import matching_key
from app.core.name_parts import Order, is_initial, is_patronymic, name_case, split_full_name
from app.core.text import one_line
from app.core.transliteration import is_cyrillic
from app.importers.name_likeness import certain_name, name_like, taken_apart

#: Words for "and" that stand in nobody's name, and those that may (José Ortega y Gasset, Puig i Cadafalch).
_AND = "та|і|й|и|and|och|un|oraz|dhe|und|és|și|şi|ja|ir|og|et"
_PERHAPS_AND = "i|in|a|e|y"
_SURE = rf"\s*[&+]\s*|\s+(?:{_AND})\s+"
_JOINED = rf"{_SURE}|\s*/\s*|\s+(?:{_PERHAPS_AND})\s+"
_IS_SURE = re.compile(_SURE)
_IS_JOINED, _JOINED_CAPITALS = re.compile(_JOINED), re.compile(_JOINED, re.IGNORECASE)
#: What may stand between two people in one cell.
_BETWEEN = re.compile(rf"\s*[;\n]\s*|\s*,\s*(?=\d{{1,2}}\s*[.)])|{_JOINED}|(?<!^)\s+(?=\d{{1,2}}[.)]\s)")
#: One of these words, or one of these signs, must stand in a cell that names several.
WORDS_BETWEEN = tuple(
    f" {form} "
    for word in f"{_AND}|{_PERHAPS_AND}|з|із|with|s|sa|с|со|z|ze|med|ar|mit".split("|")
    for form in (word, word.upper())
)
_SIGNS = (*WORDS_BETWEEN, "&", "+", "/", "\n", ";", ",", "(", " ")
#: Words for those who come along, as they stand after "with".
_WITH = (
    r"(?:разом з|з|із|зі|with|together with|s|sa|z|ze|со|с|mit|med|ar|kopā ar|and|та|і|и|och|un|in|i|oraz)\s+"
    r"(?:(?:his|her|their|my|moim|sin|sitt|savu|njegov\w*|svoj\w*|своє\w*|свої\w*)\s+)?"
)
_WHO = (
    r"(?:дружин\w+|чоловік\w+|син\w+|доньк\w+|дочк\w+|дит\w+|супруг\w*|сопруг\w*|жен\w+|муж\w+|wife|husband|spouse|"
    r"partner|child\w*|son|daughter|companion|guest|family|soprog\w*|žen[oaie]\w*|možem|suprug\w+|mužem|djec\w+|dec\w+|"
    r"otrok\w*|hčer\w*|sinom|obitelji|porodicom|družino|fru|make|maka|man|barn|familj|sällskap|sievu|vīru|kundzi|bērn\w+|"
    r"dēlu|meitu|żon\w+|mężem|dziec\w+|frau|mann|ehefrau|kind\w*|familie)\b"
)
_PLUS = r"\+\s?(?:\d{1,2}\b(?!\s*\d)|[^\W\d]).*"
_COMPANION = re.compile(rf"^(?P<name>.+?)\s*[(,]?\s*(?P<who>{_PLUS}|(?<![^\W\d_]){_WITH}{_WHO}.*?)\)?$", re.IGNORECASE)
_FAMILY_OF = re.compile(
    r"^(?:(?:mr\.?|herr|г-н|g\.|gospod|kungs|пан)\s*(?:and|&|och|un|та|і|и|i|in)\s*(?:mrs\.?|ms\.?|fru|г-жа|ga\.|gospa|"
    r"kundze|пані)|подружжя|родина|сім'я|сім’я|zakonca|družina|obitelj|porodica|familj\w*|makarna|ģimene|laulātie|family|"
    r"the family|семья|семејство|породица)\s+(?P<name>\S.*)$",
    re.IGNORECASE,
)
_HONOUR = re.compile(
    r"^(?:п|пан|пані|г-н|г-жа|mr|mrs|ms|g|ga|gosp|gospod|gospa|herr|fru|kungs|kundze|dr|д-р|др|pan|pani)\.?\s+(?=[^\W\d_]{2})",
    re.IGNORECASE,
)


def several_people(text: str, part: bool = False) -> tuple[str, ...]:
    """The people whom a cell names, where it is more than one; empty for one person.

    ``part``: the cell is of given names or family names alone. Who stands without a family name gets that of the one
    who has it. A companion who is not named is told in the words of the cell ("+ 1", "з дружиною").
    """
    return _several(_lines(text), part) if any(sign in text for sign in _SIGNS) else ()


def _lines(text: str) -> str:
    """The text with tidy spaces; line breaks stay, because they part people."""
    return "\n".join(one_line(line) for line in text.strip().split("\n") if line.strip())


@lru_cache(maxsize=20_000)
def _several(text: str, part: bool) -> tuple[str, ...]:
    if part:
        return _parts(text)
    flat = text.replace("\n", " ")
    return _couple(flat) or _listed(text) or _with_companion(flat) or _and_somebody(flat)


def _listed(text: str) -> tuple[str, ...]:
    """People with whole names one after another, for certain."""
    for pieces in (_BETWEEN.split(text), text.split(",")):
        names = [taken_apart(" ".join(piece.split()))[0] for piece in pieces if piece.strip()]
        if len(names) > 1 and all(map(certain_name, names)) and len({is_cyrillic(name) for name in names}) == 1:
            return tuple(names)
    return ()


def _word(text: str) -> bool:
    """A word that can be a name: it begins with a capital, and is no initial."""
    return name_like(f"{text} {text}") and len(text.split()) == 1 and not is_initial(text)


def _pieces(text: str) -> tuple[list[str], bool]:
    """The text taken apart at "and" and its like, and whether a word did it that may belong to a name."""
    pattern = _JOINED_CAPITALS if text.isupper() else _IS_JOINED
    pieces = [_HONOUR.sub("", piece.strip(" ,")) for piece in pattern.split(text)]
    weak = text.isupper() or not all(_IS_SURE.fullmatch(found[0]) for found in pattern.finditer(text))
    if len(pieces) > 1 and "," in pieces[0]:
        # "Іван, Марія та Петро Бойко"; "Бойко, Іван та Марія" begins with the family name.
        first, _, rest = pieces[0].partition(",")
        if _word(first.strip()) and given_names().knows(first.strip()) and _word(rest.strip()):
            pieces = [first.strip(), rest.strip(), *pieces[1:]]
        else:
            pieces[0] = pieces[0].replace(",", "")
    return pieces, weak


def _couple(text: str) -> tuple[str, ...]:
    """People of one family name: "Іван та Марія Бойко", "Бойко Іван і Марія", "Mr and Mrs Boyko"."""
    family = _FAMILY_OF.match(text)
    if family is not None:
        return (name_case(family["name"].strip()), text)
    pieces, weak = _pieces(text)
    if len(pieces) < 2 or not all(name_like(piece) or _word(piece) for piece in pieces):
        return ()
    single = [piece for piece in pieces if _word(piece)]
    whole = next((piece for piece in pieces if not _word(piece)), "")
    known = [piece for piece in single if given_names().knows(piece)]
    if not single or len(single) < len(pieces) - 1 or (weak and len(known) < len(single)):
        return ()
    if "/" in text and _one_in_two_ways(single, whole):
        return ()
    if not whole:
        return tuple(map(name_case, single)) if known else ()
    parts = split_full_name(whole)
    if not parts.family:
        return ()
    turned = parts.order is Order.FAMILY_FIRST or whole.split()[0] == parts.family.split()[0]
    named = [_named(piece, parts.family, turned) if piece in single else name_case(piece) for piece in pieces]
    return tuple(dict.fromkeys(named))


def _one_in_two_ways(single: list[str], whole: str) -> bool:
    """Whether a slash parts spellings or forms of one name, not two people: "Oleksandr/Alexander Koval"."""
    names = given_names()
    others = [*single[1:], *whole.split()]
    return any(names.same(matching_key(single[0]), matching_key(other)) for other in others) or (
        names.sex(single[0]) == names.sex(others[0]) if others else True
    )


def _named(given: str, family: str, turned: bool) -> str:
    return f"{family} {name_case(given)}" if turned else f"{name_case(given)} {family}"


def _with_companion(text: str) -> tuple[str, ...]:
    """Somebody and a companion who is not named."""
    found = _COMPANION.match(text)
    if found is None:
        return ()
    name = found["name"].strip(" ,(")
    return (name, found["who"].strip(" ()")) if name_like(name) or _word(name) else ()


def _and_somebody(text: str) -> tuple[str, ...]:
    """A name, "and", and words that are neither a name nor a companion: told all the same."""
    found = _IS_SURE.search(text)
    if found is None or not text[found.end() : found.end() + 1].isalpha():
        return ()
    first = _HONOUR.sub("", text[: found.start()].strip(" ,"))
    return (first, text[found.end() :]) if certain_name(first) or (_word(first) and given_names().knows(first)) else ()


def _parts(text: str) -> tuple[str, ...]:
    """Several given names or family names in a column of these."""
    pieces, weak = _pieces(text.replace("\n", " "))
    if len(pieces) < 2 or not all(map(_word, pieces)) or any(map(is_patronymic, pieces)):
        return ()
    known = [piece for piece in pieces if given_names().knows(piece)]
    if "/" in text and _one_in_two_ways(pieces[:1], " ".join(pieces[1:])):
        return ()
    enough = len(known) == len(pieces) if weak else bool(known) or not any(sign in text for sign in "&+")
    return tuple(map(name_case, pieces)) if enough else ()
