"""Whom a name on a sign-in list or in a meeting means among the participants, across scripts (MA-1 to MA-7).

Names in meetings are what people typed: with a town behind a dash, a pronoun, "(Guest)", or only the name of a
device. Nobody is taken for somebody without a full name or an e-mail address that fits.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from app.core.given_names import given_names
from app.core.matching_keys import matching_key
from app.core.people_comparison import Level, PersonFacts, compare_people, facts_of
from app.core.text import fold, one_line
from app.importers.known_table import KnownPerson
from app.importers.people_index import PeopleIndex

_BRACKETS = re.compile(r"[(\[{]([^()\[\]{}]*)[)\]}]")
_PARTS = re.compile(r"\s*[|/\\_;•·:@#]+\s*|\s+[-–—]+\s+|\s*[–—]\s*|,\s+")
_NOT_NAME = re.compile(r"[^\w\s'’ʼ`.,-]+")
_DIGITS = re.compile(r"(?<!\w)[\d.]+(?!\w)")
_OWNER = re.compile(r"['’]s\b")
_PRONOUN = re.compile(
    r"^(?:she|he|they|her|him|them|hers|his|вона|він|вони|її|його|hon|han|hen|henne|honom|ona|on|njo|njega|viņa|viņš)$",
    re.IGNORECASE,
)
_DEVICE = re.compile(
    r"\b(?:iphone|ipad|ipod|imac|macbook\w*|mac|android|galaxy|samsung|redmi|xiaomi|poco|huawei|honor|oneplus|nokia|"
    r"motorola|realme|oppo|vivo|pixel|lenovo|dell|acer|asus|hp|sm-\w+|desktop(?:-\w+)?|laptop(?:-\w+)?|notebook|"
    r"tablet|phone|telefon|telefons|телефон|смартфон|планшет|ноутбук|комп.?ютер|computer|pc|user|guest|"
    r"zoom|teams|meet|admin|administrator|room|conference|hall|office|studio|recorder|notetaker|otter|fireflies|"
    r"interpreter|translator|користувач|гість|перекладач|адміністратор|зал|кабінет|офіс|конференц\w*|uporabnik|gost|"
    r"sala|soba|sejna|dvorana|pisarna|tolmač|användare|gäst|mötesrum|kontor|tolk|lietotājs|viesis|zāle|birojs|"
    r"korisnik|kancelarija|gmina|hromada|громад\w*|міськ\w*|сільськ\w*|селищн\w*|рада|ради|тг|отг|"
    r"občin\w*|općin\w*|opštin\w*|општин\w*|kommun\w*|novad\w*|pašvaldīb\w*|municipality|city|town|council)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Found:
    """Whom a name means: ``level`` PROBABLE or CERTAIN with one id, POSSIBLE with those who come into question."""

    level: Level = Level.DIFFERENT
    idents: tuple[str, ...] = ()

    @property
    def sure(self) -> bool:
        """Whether one person is meant, without asking."""
        return self.level >= Level.PROBABLE and len(self.idents) == 1


def _words(text: str) -> list[str]:
    return [word for word in text.split() if any(map(str.isalpha, word))]


def _tidy(text: str) -> str:
    """A part of a displayed name without emoji, numbers and loose signs."""
    plain = _DIGITS.sub(" ", _NOT_NAME.sub(" ", text.replace("_", " ")))
    return " ".join(_OWNER.sub("", plain).strip(" ,-–—.'`").split())


def _nameable(text: str) -> bool:
    words = _words(text)
    return bool(words) and len(words) <= 6 and not any(_PRONOUN.match(word.strip(".,")) for word in words)


@lru_cache(maxsize=5_000)
def name_candidates(shown: str) -> tuple[str, ...]:
    """The texts in a displayed name that can be somebody's name, the whole first; empty for a device or an office.

    ``Олена Шевченко (she/her) | Дрогобич`` gives the name without the rest, then its parts; of ``Olena (Олена
    Шевченко)`` both forms.
    """
    text = one_line(shown)[:300]
    outside = _tidy(_BRACKETS.sub(" ", text).replace("|", " | ")) if "|" not in text else ""
    pieces = [outside, *(_tidy(part) for part in _PARTS.split(_BRACKETS.sub(" ", text)))]
    pieces += [_tidy(inside) for inside in _BRACKETS.findall(text)]
    found: list[str] = []
    for piece in pieces:
        plain = " ".join(word for word in piece.split() if not _DEVICE.fullmatch(word.strip(".,")))
        device = plain != piece or _DEVICE.search(piece)
        text_of_piece = _tidy(plain) if device else piece
        if text_of_piece and _nameable(text_of_piece) and text_of_piece not in found:
            found.append(text_of_piece)
    return tuple(found)


def is_device(shown: str) -> bool:
    """Whether a displayed name is only that of a device, a room or an office: nobody is proposed for it."""
    text = one_line(shown)
    return not name_candidates(text) or (
        bool(_DEVICE.search(text)) and not any(_personal(one) for one in name_candidates(text))
    )


def _personal(text: str) -> bool:
    """Whether one word at least is a known given name."""
    return any(given_names().knows(word.strip(".,")) for word in _words(text))


def _letters(name: str) -> tuple[str, ...]:
    """The words of a name in plain letters, in whatever order they stand."""
    return tuple(sorted(re.findall(r"\w+", fold(name))))


class Directory:
    """Some known people under their names and e-mail addresses."""

    def __init__(self, people: Iterable[KnownPerson]) -> None:
        self.people = list(people)
        self._index = PeopleIndex()
        self._by_mail: dict[str, list[int]] = {}
        self._by_word: dict[str, set[int]] = {}
        self._by_letters: dict[tuple[str, ...], set[int]] = {}
        for number, person in enumerate(self.people):
            facts = person.facts()
            self._index.add(facts)
            for mail in dict.fromkeys(mail.lower() for mail in (facts.email, *person.other_emails) if mail):
                self._by_mail.setdefault(mail, []).append(number)
            for given, family in ((facts.given, facts.family), (facts.given_latin, facts.family_latin)):
                if given and family:
                    self._by_letters.setdefault(_letters(f"{given} {family}"), set()).add(number)
            for word in (facts.given, facts.family, facts.given_latin, facts.family_latin):
                for part in word.replace("-", " ").split():
                    for key in given_names().spellings(matching_key(part)):
                        self._by_word.setdefault(key, set()).add(number)

    def find(self, shown: str, email: str = "") -> Found:
        """Whom a displayed name and an e-mail address mean.

        An address of one person makes it certain unless the name is somebody else's; then, and where a name fits
        several or only in part (an initial, a given name alone), all who come into question are POSSIBLE.
        """
        email = email.lower()
        named = self._by_names(name_candidates(shown))
        mailed = self._by_mail.get(email, []) if email else []
        if mailed:
            agreed = [number for number in mailed if number in named]
            if len(agreed) == 1:
                return self._found(Level.CERTAIN, agreed)
            whole = any(len(_words(one)) > 1 for one in name_candidates(shown)) and not is_device(shown)
            if len(mailed) == 1 and not whole and not agreed:
                return self._found(Level.CERTAIN, mailed)
            return self._found(Level.POSSIBLE, [*agreed, *(one for one in mailed if one not in agreed), *named])
        if not named:
            return Found()
        best = max(named.values())
        sure = [number for number, level in named.items() if level is best]
        if best >= Level.PROBABLE and len(sure) == 1:
            return self._found(best, sure)
        return self._found(Level.POSSIBLE, sorted(named, key=lambda number: (-named[number], number)))

    def _found(self, level: Level, numbers: Iterable[int]) -> Found:
        return Found(level, tuple(dict.fromkeys(self.people[number].ident for number in numbers)))

    def _by_names(self, names: Iterable[str]) -> dict[int, Level]:
        found: dict[int, Level] = {}
        for name in names:
            words = _words(name)
            if len(words) == 1:
                levels = dict.fromkeys(self._by_word.get(matching_key(words[0]), ()), Level.POSSIBLE)
            else:
                levels = self._whole(name)
            for number, level in levels.items():
                found[number] = max(found.get(number, Level.DIFFERENT), level)
            if any(level >= Level.PROBABLE for level in levels.values()):
                # The first text that fits decides; towns and offices behind it are no people.
                break
        return found

    def _whole(self, name: str) -> dict[int, Level]:
        levels = self._compared(facts_of(name)) or self._without_initial(name)
        if max(levels.values(), default=Level.DIFFERENT) < Level.PROBABLE:
            # Typed without the marks of the letters, as on a borrowed keyboard: Spela Znidarsic.
            levels |= dict.fromkeys(self._by_letters.get(_letters(name), ()), Level.PROBABLE)
        spoken = [word for word in _words(name) if len(word.strip(".")) > 1]
        if not levels and len(spoken) == 1:
            return dict.fromkeys(self._by_word.get(matching_key(spoken[0]), ()), Level.POSSIBLE)
        if levels or len(_words(name)) < 3:
            return levels
        # "Drohobych Olena Shevchenko": two neighbours of more words may be the name, but that is for the user to say.
        words = _words(name)
        for first, second in pairwise(words):
            for number, level in self._compared(facts_of(f"{first} {second}")).items():
                levels[number] = min(level, Level.POSSIBLE)
        return levels

    def _without_initial(self, name: str) -> dict[int, Level]:
        """ "Olha I. Savchuk" is Olha Savchuk unless her patronymic begins otherwise."""
        words = _words(name)
        short = [word for word in words if len(word.strip(".")) == 1]
        if len(words) != 3 or len(short) != 1:
            return {}
        rest = " ".join(word for word in words if word not in short)
        return self._compared(replace(facts_of(rest), patronymic=short[0]))

    def _compared(self, facts: PersonFacts) -> dict[int, Level]:
        found: dict[int, Level] = {}
        for number in self._index.candidates(facts):
            level = compare_people(facts, self._index.people[number])
            if level:
                found[number] = level
        return found
