"""A cell that holds more than a name: titles before it, the post after it (SP-4, SP-10).

"Іваненко Іван, міський голова", "Ana Novak – županja", "dr. Jan Kralj (direktor)": the name is taken out where it is
certain which part it is; where it is not, the cell stays whole and is told.
"""

import re
from dataclasses import replace
from functools import lru_cache

from app.importers.cells import Cleaned, Told, as_text, clean_name
from app.importers.name_likeness import taken_apart, two_scripts, without_brackets
from app.importers.row_words import names_roles
from app.importers.several_people import WORDS_BETWEEN, several_people
from app.importers.workbook import Cell

_SIGNS = (".", ":", "/", ",", ")", ";", "|", "(", "–", "—", " -", "- ", "+", "&")
#: As airlines write names: "KOVALCHUK/OLEKSANDR MR".
_FLIGHT_NAME = re.compile(
    r"^\s*([A-Z][A-Z' -]+)/([A-Z][A-Z' -]*?)\s*(?:\b(?:MR|MRS|MS|MISS|MSTR|CHD|INF|DR|PROF)\.?)?\s*$"
)
_REACH = re.compile(
    r"(?:(?<!\w)(?:тел|моб|телефон|мобільний|т|tel|mob|gsm|mobil|phone|tfn|tālr|e-?mail|mail|пошта|е-?пошта|ел\.\s?пошта)"
    r"\s*[.:]*\s*)?(?:<?(?P<mail>[^\s@,;<>()]+@[^\s@,;<>()]+\.\w{2,24})>?|(?P<phone>(?<!\w)\+?[\d(][\d\s()./-]{6,18}\d))",
    re.IGNORECASE,
)
#: What a telephone number has at least.
_FIGURES = re.compile(r"\d[\d\s()./-]{5,}\d")
#: How somebody takes part, in brackets behind the name.
_REMARK = re.compile(
    r"\s*\(\s*(за згодою|за погодженням|онлайн|он-лайн|дистанційно|on-?line|remote(?:ly)?|via zoom|zoom|на відстані|"
    r"na daljavo|prek spleta|på distans|digitalt|attālināti|tiešsaistē|putem interneta|онлајн|"
    r"по согласованию|tbc)\s*\)",
    re.IGNORECASE,
)
#: What somebody is, before the name: "Driver: Emir Šabić".
_LABEL = re.compile(r"^\W*(?P<label>[^\W\d_][^:\n]{2,30}):\s*(?P<name>[^\W\d_].*)$", re.DOTALL)
#: A politician's party behind the name, as in Sweden: "Ulla Bergström (S)".
_PARTY = re.compile(r"\s*(\([A-ZÅÄÖ]{1,3}\))\s*$")
_BARE_TITLE = re.compile(r"^\s*(?:dr|prof|mag|mgr|проф|др|д-р|м-р)\s", re.IGNORECASE | re.MULTILINE)


@lru_cache(maxsize=50_000)
def _name_word(raw: str) -> Cleaned:
    people = several_people(raw, part=True)
    if people:
        return _first_of(people)
    cleaned = clean_name(raw)
    name, beside = without_brackets(cleaned.value)
    if not beside:
        return cleaned
    return replace(cleaned, value=name, told=(*cleaned.told, Told("import_name_beside", {"others": beside})))


def _first_of(people: tuple[str, ...]) -> Cleaned:
    """The first of several people, with the others told."""
    told = Told("import_several_people", {"first": people[0], "others": "; ".join(people[1:])})
    return replace(clean_name(people[0]), told=(told,))


def clean_name_word(cell: Cell) -> Cleaned:
    """A part of a name, the first one of several; another one in brackets is left out (``import_name_beside``)."""
    if isinstance(cell, str) and (cell.isalpha() or not more_than_names(cell)):
        return clean_name(cell)
    return _name_word(as_text(cell))


def _reached(text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """A cell without the telephone and the e-mail address that stand in it, and these by field."""
    if "@" not in text and not _FIGURES.search(text):
        return text, ()
    also: list[tuple[str, str]] = []
    for found in _REACH.finditer(text):
        also.append(("email", found["mail"]) if found["mail"] else ("phone", found["phone"]))
    return (_REACH.sub(" ", text).strip(" ,;:|()–-") if also else text), tuple(also)


def more_than_names(text: str, cells: int = 1) -> bool:
    """Whether a text may hold more than a name: else ``clean_name`` is enough. ``cells``: so many texts, one a line."""
    return (
        text.count("\n") >= cells
        or any(sign in text for sign in _SIGNS)
        or any(word in text for word in WORDS_BETWEEN)
        or _BARE_TITLE.search(text) is not None
        or "@" in text
        or (any(figure in text for figure in "0123456789") and _FIGURES.search(text) is not None)
    )


@lru_cache(maxsize=100_000)
def _full_name(raw: str) -> Cleaned:
    flown = _FLIGHT_NAME.match(raw)
    if flown is not None:
        return clean_name(f"{flown[1]}, {flown[2]}")
    name, reached = _reached(raw)
    remark = _REMARK.search(name)
    if reached or remark:
        # How somebody is reached or takes part is no part of the name.
        rest = _full_name(_REMARK.sub("", name))
        noted = (("notes", remark.group(1)),) if remark else ()
        return replace(rest, also=(*rest.also, *reached, *noted))
    label = _LABEL.match(raw)
    if label is not None and names_roles(label["label"]):
        rest = _full_name(label["name"])
        return replace(rest, also=rest.also or (("position", label["label"].strip()),))
    party = _PARTY.search(raw)
    if party is not None and " " in raw[: party.start()].strip():
        rest = _full_name(raw[: party.start()])
        return replace(rest, told=(*rest.told, Told("import_name_beside", {"others": party[1]})))
    people = several_people(raw)
    if people:
        return _first_of(people)
    both = two_scripts(raw.strip())
    if both:
        native = clean_name(both[0])
        return replace(native, also=(("name_latin", both[1]),))
    lines = "\n" in raw.strip()
    cleaned = clean_name(raw.strip().replace("\n", " ; ") if lines else raw)
    if not cleaned.value:
        return cleaned
    plain, beside = without_brackets(cleaned.value)
    if beside:
        cleaned = replace(cleaned, value=plain, told=(*cleaned.told, Told("import_name_beside", {"others": beside})))
    name, post, unsure = taken_apart(cleaned.value)
    if lines and not post and not beside:
        # A name that only went on in the next line.
        return clean_name(raw)
    told = cleaned.told + ((Told("import_name_and_more", {"kept": name, "others": post}),) if unsure else ())
    return replace(cleaned, value=name, told=told, also=(("position", post),) if post else ())


def clean_full_name(cell: Cell) -> Cleaned:
    """A full name without its titles; a post that stood beside it is ``also`` the position (SP-4, SP-10).

    Where it is not certain that the rest is a post, it is told (``import_name_and_more``).
    """
    if isinstance(cell, str) and not more_than_names(cell):
        return clean_name(cell)
    return _full_name(as_text(cell))
