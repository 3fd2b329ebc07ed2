"""The name of an organisation taken apart: what kind it is, and whose it is, in any language and script (section 6.3).

``Дрогобицька міська рада``, ``Drohobych City Council`` and ``Hromada Drohobič`` are a municipality of one town: the
words of the kind go, what is left is compared by the keys of MA-4, and adjectives of places by their stems.
"""

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from app.core.matching_keys import matching_key
from app.core.organisation_senders import group_words
from app.core.paths import resources
from app.core.text import fold

_TOKENS = re.compile(r"[^\W_]+(?:['’ʼ`´][^\W_]+)*")
_BRACKETS = re.compile(r"\s*[(\[]([^)\]]*)[)\]]\s*")
#: Adjectives of places: Дрогобицька, Запорізької, Вільногірськ.
_ADJECTIVE = re.compile(r"^(.{2,}?)([scz])k(?:a|oi|u|e|i|oho|oh|im|om|ii|)$")
_ENDINGS = ("as", "es", "is", "us", "os", "ia", "a", "e", "i", "o", "u", "s")
_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class OrganisationName:
    """A name taken apart: ``kind`` and ``grade`` as its words tell (empty: they do not), ``core`` the keys that remain.

    ``words`` are the keys of all its words, ``stems`` for each word of the core the stems by which it may be meant.
    """

    kind: str
    grade: str
    core: tuple[str, ...]
    words: tuple[str, ...]
    stems: tuple[frozenset[str], ...]
    weak: tuple[frozenset[str], ...]

    @property
    def key(self) -> str:
        """The core in one piece, its words in alphabetical order."""
        return "".join(sorted(self.core))


@dataclass(frozen=True, slots=True)
class _Words:
    """The words that are known: kinds and grades with the pattern of their keys, the narrower kind first."""

    kinds: Mapping[str, re.Pattern[str]]
    grades: Mapping[str, re.Pattern[str]]
    empty: re.Pattern[str]
    countries: frozenset[str]
    areas: frozenset[str]


@lru_cache(maxsize=1)
def _known_words() -> _Words:
    """``resources/data/organisation-words.csv``: group, meaning, word; ``*`` at its end stands for any ending.

    Kinds stand in the order in which they count. Areas are nouns (області, district): where a municipality lies; their
    adjectives (обласна, районна) are the kind itself.
    """
    found: dict[str, dict[str, list[str]]] = {}
    path = resources() / "data" / "organisation-words.csv"
    with path.open(encoding="utf-8", newline="") as source:
        for row in csv.DictReader(source):
            found.setdefault(row["group"], {}).setdefault(row["meaning"], []).append(row["word"])
    plain = {group: frozenset(map(matching_key, found[group][""])) for group in ("country", "area")}
    return _Words(
        {kind: _pattern(words) for kind, words in found["kind"].items()},
        {grade: _pattern(words) for grade, words in found["grade"].items()},
        _pattern(found["empty"][""]),
        plain["country"],
        plain["area"],
    )


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    parts = {matching_key(word.rstrip("*")) + (".*" if word.endswith("*") else "") for word in words}
    return re.compile("|".join(sorted(parts - {""})))


@lru_cache(maxsize=20_000)
def _kind_of_word(key: str) -> str:
    """The kind that a word tells; ``grade …``, ``empty``, or nothing for a word of the name itself."""
    words = _known_words()
    for kind, pattern in words.kinds.items():
        if pattern.fullmatch(key):
            return kind
    for grade, pattern in words.grades.items():
        if pattern.fullmatch(key):
            return f"grade {grade}"
    return "empty" if words.empty.fullmatch(key) else ""


@lru_cache(maxsize=20_000)
def read_organisation_name(text: str) -> OrganisationName:
    """Take a name apart. Brackets count only when nothing stands outside of them; "Delegation of" does not count."""
    text = group_words(text)
    outside = _BRACKETS.sub(" ", text)
    known = _known_words()
    raw = _TOKENS.findall(outside) or _TOKENS.findall(text)
    keyed = [(key, word) for word in raw if (key := matching_key(word))]
    words = tuple(key for key, _ in keyed)
    told = [_kind_of_word(key) for key in words]
    told = _names_that_look_like_grades(words, told)
    kinds = [kind for kind in known.kinds if kind in told]
    if "municipality" in told or any(kind.startswith("grade ") for kind in told):
        if "department" in kinds and "culture" in kinds:
            # "Відділ культури … міської ради": what a department of a town is for does not make it a museum.
            told = ["" if kind == "culture" else kind for kind in told]
        # "… of the Lviv region" only says where the municipality lies.
        told = _without_context(words, told)
        kinds = [kind for kind in known.kinds if kind in told]
    core = [pair for pair, kind in zip(keyed, told, strict=True) if not kind]
    core = [pair for pair in core if pair[0] not in known.countries] or core
    grade = next((kind.removeprefix("grade ") for kind in told if kind.startswith("grade ")), "")
    kind = kinds[0] if kinds else "municipality" if grade else ""
    core = core or keyed
    # Domžale is written Domzale, too, where the keyboard has no ž.
    bare = [(_stems(key), _stems(matching_key(fold(word)))) for key, word in core]
    strong = tuple(one[0] | other[0] for one, other in bare)
    weak = tuple(one[1] | other[1] for one, other in bare)
    return OrganisationName(kind, grade, tuple(key for key, _ in core), words, strong, weak)


def _names_that_look_like_grades(words: tuple[str, ...], told: list[str]) -> list[str]:
    """``Stari Grad`` and ``Novo mesto`` are names: a grade behind the only other word belongs to it."""
    found = list(told)
    for number, kind in enumerate(told):
        behind = number and not told[number - 1]
        if kind == "grade city" and words[number] in {"hrad", "mesto", "misto"} and behind:
            found[number] = ""
    return found


def _without_context(words: tuple[str, ...], told: list[str]) -> list[str]:
    """Where the region or district is told besides the municipality: it goes, with the word before it."""
    found = list(told)
    for number, kind in enumerate(told):
        if kind in ("region", "district") and words[number] in _known_words().areas:
            found[number] = "empty"
            if number and not told[number - 1] and any(not one for one in found[: number - 1]):
                found[number - 1] = "empty"
    return found


@lru_cache(maxsize=20_000)
def _stems(key: str) -> tuple[frozenset[str], frozenset[str]]:
    """The stems by which a word of a place's name is compared: sure ones, and ones that are only likely."""
    adjective = _ADJECTIVE.match(key)
    if adjective is not None:
        stem, sound = adjective.group(1), adjective.group(2)
        sure = {_even(stem + sound)} if sound != "s" else {_even(stem), _even(stem + "s")}
        likely = {
            _even(stem[: -len(end)])
            for end in ("an", "en", "iv", "in")
            if sound == "s" and stem.endswith(end) and len(stem) - len(end) >= 3
        }
        return frozenset(sure), frozenset(likely)
    sure = {_even(key)}
    ending = next((end for end in _ENDINGS if key.endswith(end) and len(key) - len(end) >= 3), "")
    if ending:
        sure.add(_even(key.removesuffix(ending)))
    bare = key.rstrip(_VOWELS)
    if len(bare) >= 3:
        sure.add(_even(bare))
    likely = {_even(bare[:-1])} if len(bare) >= 5 and bare.endswith("k") else set()
    return frozenset(sure), frozenset(likely)


def _even(stem: str) -> str:
    """A stem with its last sound as it is before -ськ-: Дрогобич and Дрогобиц-, Мукачев- and Мукачів-."""
    if stem.endswith("zhzh"):
        stem = stem[:-2]
    for end, other in (("zh", "z"), ("ch", "c"), ("sh", "s"), ("k", "c"), ("h", "z")):
        if stem.endswith(end):
            stem = stem.removesuffix(end) + other
            break
    if len(stem) > 4 and stem.endswith(("ov", "ev")):
        stem = stem[:-2] + "iv"
    if len(stem) > 3 and stem.endswith("c") and stem[-2] not in _VOWELS:
        stem = stem[:-1] + "ec"
    return stem


def place_words(text: str) -> str:
    """What is left of a municipality's name without the words of its kind, as it is written; empty if it is parted.

    Domžale out of «Občina Domžale», Novo mesto out of «Mestna občina Novo mesto»; adjectives stay what they are.
    """
    outside = _BRACKETS.sub(" ", text).strip()
    name = read_organisation_name(outside)
    if name.kind not in ("", "municipality") or (name.kind and name.core == name.words):
        return ""
    found = [(match, matching_key(match.group()) in name.core) for match in _TOKENS.finditer(outside)]
    kept = [number for number, (_, core) in enumerate(found) if core]
    if not kept or kept != list(range(kept[0], kept[-1] + 1)):
        return ""
    first, last = kept[0], kept[-1]
    # Словень-Градець: a part of a name that looks like a kind.
    while first and outside[found[first][0].start() - 1] == "-":
        first -= 1
    while last + 1 < len(found) and outside[found[last][0].end()] == "-":
        last += 1
    return outside[found[first][0].start() : found[last][0].end()]


def is_adjective(key: str) -> bool:
    """Whether a key is that of a place's adjective beside a noun: Заводська, Заводської; Заводське names the place."""
    return _ADJECTIVE.match(key) is not None and key[-1] not in "ek"
