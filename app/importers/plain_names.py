"""Names of many rows at once: what ``name_cells.read_name`` gives for rows whose names raise no question (NA-1).

Each different word is tidied, spelt in Latin letters and given its matching key once. A row needs care, and is left to
``read_name``, when anything would be told about its name, when only part of it is there, or when parts may disagree.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import compress
from operator import and_, eq, ne, or_
from typing import cast

from app.core.name_batches import is_plain, latin_spellings, matching_keys, plain_spellings, plain_words
from app.core.name_parts import Order, is_initial, is_patronymic, name_case, patronymic_sex, split_full_name
from app.core.transliteration import is_cyrillic, romanise
from app.core.vocabulary import LatinSource
from app.importers.cells import Cleaned, clean_name
from app.importers.name_and_post import clean_full_name, clean_name_word, more_than_names
from app.importers.name_cells import RowName, sex_of
from app.importers.plain_cells import Kept
from app.importers.row_kinds import RowJudge, names_nobody, nobody_among
from app.importers.workbook import Cell

_SOUTH = re.compile("[ђјљњћџѓѕќЂЈЉЊЋЏЃЅЌ]")
#: Headings in these languages say how Cyrillic letters are read; elsewhere the letters themselves do.
_ROMANISED = ("sr", "mk", "bg")
_LATIN_COLUMNS = ("given_latin", "family_latin", "name_latin")


@dataclass(slots=True)
class NameRows:
    """The names of some rows: columns by field, the source of each Latin name, the numbers of rows that need care."""

    values: dict[str, list[str]] = field(default_factory=dict)
    latin_sources: list[str] = field(default_factory=list)
    odd: set[int] = field(default_factory=set)
    #: Rows whose Latin family name from the file is of several words: it is not filed as the native one is.
    double: set[int] = field(default_factory=set)


def _cased(text: str) -> str:
    return " ".join(map(name_case, text.split()))


class PlainNames:
    """The names of one sheet.

    ``hint``: order of full names; ``language``: of the headings; ``from_passport``: the Latin columns say that they are
    the passport's; ``judge`` tells whether a cell repeats a heading.
    """

    def __init__(self, hint: Order, language: str, from_passport: bool, judge: RowJudge) -> None:
        self._hint, self._language, self._is_heading = hint, language, judge.is_heading
        self._starts = judge.starts
        #: Beginnings of words with which no heading begins.
        self._passed: set[str] = set()
        self._typed = LatinSource.PASSPORT.value if from_passport else LatinSource.TYPED.value
        self._words: dict[Cell, Kept] = {"": ""}
        self._latin_words: dict[Cell, Kept] = {"": ""}
        self._wholes: dict[Cell, tuple[str, str, str] | None] = {}
        self._latin_wholes: dict[Cell, tuple[str, str] | None] = {}
        self._spelt: dict[str, Kept] = {"": ""}
        self._keys: dict[str, str] = {"": ""}
        self._told_sexes: dict[str, str] = {"": ""}
        self._likely_sexes: dict[str, str] = {"": ""}

    def read(self, columns: Mapping[str, Sequence[Cell]], count: int) -> NameRows:
        """The names of ``count`` rows from the cells of their columns by field."""
        found = NameRows()
        odd = found.odd
        words = {
            name: self._read_words(columns[name], odd) if name in columns else [""] * count
            for name in ("given_name", "family_name", "patronymic")
        }
        given, family, patronymic = words.values()
        if "given_name" in columns or "family_name" in columns:
            odd.update(
                number
                for number, word in enumerate(given)
                if " " in word and not patronymic[number] and is_patronymic(word.split()[1])
            )
            if "full_name" in columns:
                self._read_words(columns["full_name"], odd)
        elif "full_name" in columns:
            given, family, patronymic = self._taken_apart(columns["full_name"], patronymic, odd)
        for number, (one, two) in enumerate(zip(given, family, strict=True)):
            if not one and not two:
                odd.add(number)
        found.values = {"given_name": given, "family_name": family, "patronymic": patronymic}
        self._generate(found)
        if not columns.keys().isdisjoint(_LATIN_COLUMNS):
            self._take_typed(found, columns)
        return found

    def _word(self, cell: Cell) -> Kept:
        """A word of a name as it is kept (SP-17); None where something would be told, or it may be no name at all."""
        if names_nobody(cell) or self._is_heading(cell):
            return None
        if isinstance(cell, str) and is_plain(cell):
            return cell
        cleaned = clean_name_word(cell)
        return None if cleaned.told else _cased(cleaned.value)

    def _read_words(self, cells: Sequence[Cell], odd: set[int]) -> list[str]:
        words = self._words
        fresh = set(cells).difference(words)
        plain, others = self._sorted(fresh)
        words.update(zip(plain, plain, strict=True))
        for cell in others:
            words[cell] = self._word(cell)
        return without_gaps(list(map(words.__getitem__, cells)), odd)

    def _sorted(self, fresh: Collection[Cell]) -> tuple[list[str], list[Cell]]:
        """Words that are kept as they are, and those that have to be looked at."""
        texts = [cell for cell in fresh if type(cell) is str]
        ukrainian, latin, odd = plain_words(texts)
        plain, others = ukrainian + latin, list[Cell](odd)
        if len(texts) < len(fresh):
            others += [cell for cell in fresh if type(cell) is not str]
        # Words that may say that nobody is named, or that begin as a heading does, are few: mostly there are none.
        starts, begun = self._starts, {word[:3] for word in plain} - self._passed
        likely = {start for start in begun if start.casefold() in starts}
        self._passed |= begun - likely
        doubted = {word for word in plain if word[:3] in likely} if likely else set()
        if nobody_among(plain):
            doubted.update(filter(names_nobody, plain))
        if doubted:
            plain, others = [word for word in plain if word not in doubted], [*others, *doubted]
        return plain, others

    def _taken_apart(
        self, cells: Sequence[Cell], patronymic: list[str], odd: set[int]
    ) -> tuple[list[str], list[str], list[str]]:
        """Given names, family names and patronymics out of full names."""
        wholes = self._wholes
        fresh = set(cells).difference(wholes)
        # Titles and posts beside names are rare; the whole column is looked through for them at once.
        clean = clean_full_name if more_than_names("\n".join(map(str, fresh)), len(fresh)) else clean_name
        for cell in fresh:
            wholes[cell] = self._parts(cell, clean)
        given, family, middle = [], [], []
        for number, cell in enumerate(cells):
            parts = wholes[cell]
            if parts is None:
                odd.add(number)
                parts = ("", "", "")
            given.append(parts[0])
            family.append(parts[1])
            middle.append(parts[2] or patronymic[number])
        return given, family, middle

    def _parts(self, cell: Cell, clean: Callable[[Cell], Cleaned]) -> tuple[str, str, str] | None:
        cleaned = clean(cell)
        if cleaned.told or cleaned.also or not cleaned.value or names_nobody(cell) or self._is_heading(cell):
            return None
        parts = split_full_name(cleaned.value, self._hint, self._language)
        if not (parts.given and parts.family) or not (parts.certain or self._hint is not Order.UNKNOWN):
            return None
        return parts.given, parts.family, parts.patronymic

    # Latin spellings

    def _learn_spellings(self, words: Iterable[str]) -> None:
        fresh = set(words).difference(self._spelt)
        if self._language in _ROMANISED:
            for word in fresh:
                text = romanise(word, self._language) if is_cyrillic(word) else ""
                self._spelt[word] = None if is_cyrillic(word) and not text[:1].isalpha() else text
            return
        plain, latin, others = plain_spellings(fresh)
        # The letters of a plain word are all Ukrainian; one of a soft sign alone has no spelling.
        self._spelt.update(plain if "" not in plain.values() else {word: text or None for word, text in plain.items()})
        self._spelt.update(dict.fromkeys(latin, ""))
        for word, (text, foreign) in latin_spellings(others).items():
            if not is_cyrillic(word):
                self._spelt[word] = ""
            else:
                self._spelt[word] = None if foreign or not text[:1].isalpha() or _SOUTH.search(word) else text

    def _generate(self, found: NameRows) -> None:
        """Spellings by the table for names in Cyrillic letters; '' for others."""
        given, family = found.values["given_name"], found.values["family_name"]
        self._learn_spellings(given)
        self._learn_spellings(family)
        if self._language not in _ROMANISED:
            # A letter of another alphabet in the patronymic decides how the whole name is read.
            self._learn_spellings(found.values["patronymic"])
            middle = list(map(self._spelt.__getitem__, found.values["patronymic"]))
            if None in middle:
                found.odd.update(number for number, one in enumerate(middle) if one is None)
        made_given, made_family = (list(map(self._spelt.__getitem__, words)) for words in (given, family))
        made = LatinSource.GENERATED.value
        if all(made_given) and all(made_family):
            # Every name is in Cyrillic letters that the table spells, as most lists are.
            found.values["given_latin"] = cast("list[str]", made_given)
            found.values["family_latin"] = cast("list[str]", made_family)
            found.latin_sources = [made] * len(given)
            return
        for number, (one, two) in enumerate(zip(made_given, made_family, strict=True)):
            # Unknown letters, or one part in Cyrillic letters and one in others.
            if not (one and two) and (
                one is None or two is None or (bool(one) != bool(two) and given[number] and family[number])
            ):
                found.odd.add(number)
        found.values["given_latin"] = without_gaps(made_given, found.odd)
        found.values["family_latin"] = without_gaps(made_family, found.odd)
        found.latin_sources = [made if one or two else "" for one, two in zip(made_given, made_family, strict=True)]

    def _latin_word(self, cell: Cell) -> Kept:
        word = self._word(cell)
        return None if word is None or is_cyrillic(word) or is_initial(word) else word

    def _latin_parts(self, cell: Cell) -> tuple[str, str] | None:
        cleaned = clean_full_name(cell)
        if cleaned.told or cleaned.also or not cleaned.value or names_nobody(cell) or self._is_heading(cell):
            return None
        parts = split_full_name(cleaned.value)
        given, family = _cased(parts.given), _cased(parts.family)
        return None if not (given and family) or is_initial(given) or is_cyrillic(given + family) else (given, family)

    def _latin_columns(
        self, columns: Mapping[str, Sequence[Cell]], count: int, odd: set[int]
    ) -> tuple[list[str], list[str]]:
        """The Latin spellings that stand in the file."""
        words = self._latin_words
        columns_read = []
        for name in ("given_latin", "family_latin"):
            cells = columns.get(name)
            if cells is None:
                columns_read.append([""] * count)
                continue
            plain, others = self._sorted(set(cells).difference(words))
            # Other letters than the bare Latin ones need a second look; so does an initial, which is not plain.
            words.update((word, word if word.isascii() else self._latin_word(word)) for word in plain)
            for cell in others:
                words[cell] = self._latin_word(cell)
            columns_read.append(without_gaps(list(map(words.__getitem__, cells)), odd))
        given, family = columns_read
        wholes = self._latin_wholes
        for number, cell in enumerate(columns.get("name_latin", ())):
            if cell == "":
                continue
            if cell not in wholes:
                wholes[cell] = self._latin_parts(cell)
            parts = wholes[cell]
            if parts is None:
                odd.add(number)
            elif not given[number] and not family[number]:
                given[number], family[number] = parts
        return given, family

    def _take_typed(self, found: NameRows, columns: Mapping[str, Sequence[Cell]]) -> None:
        """Spellings from the file go before those by the table; they must fit the native name."""
        values = found.values
        latin_given, latin_family = self._latin_columns(columns, len(values["given_name"]), found.odd)
        made_given, made_family = values["given_latin"], values["family_latin"]
        rows = range(len(made_given))
        has_given, has_family = list(map(bool, latin_given)), list(map(bool, latin_family))
        told, alike = list(map(or_, has_given, has_family)), [False] * len(rows)
        if self._language not in _ROMANISED:
            # What the table makes of the native name, too, has the same keys.
            same = map(and_, map(eq, latin_given, made_given), map(eq, latin_family, made_family))
            alike = list(map(and_, map(and_, has_given, has_family), same))
        typed = self._typed
        found.latin_sources = [typed if one else source for one, source in zip(alike, found.latin_sources, strict=True)]
        if not {"-", " "}.isdisjoint("".join(latin_family)):
            found.double.update(n for n in compress(rows, alike) if "-" in latin_family[n] or " " in latin_family[n])
        unlike = list(compress(rows, map(ne, told, alike)))
        if unlike:
            self._fit(found, unlike, latin_given, latin_family)

    def _fit(self, found: NameRows, numbers: list[int], latin_given: list[str], latin_family: list[str]) -> None:
        """Spellings that the table does not make fit when they have the keys of the native name."""
        values, keys = found.values, self._keys
        given, family = values["given_name"], values["family_name"]
        words = {column[number] for column in (given, family, latin_given, latin_family) for number in numbers}
        keys.update(matching_keys(words.difference(keys)))
        for number in numbers:
            one, two = latin_given[number], latin_family[number]
            if one and two and keys[given[number]] == keys[one] != "" and keys[family[number]] == keys[two] != "":
                values["given_latin"][number], values["family_latin"][number] = one, two
                found.latin_sources[number] = self._typed
                if "-" in two or " " in two:
                    found.double.add(number)
            else:
                found.odd.add(number)

    def sexes(self, given: Sequence[str], patronymic: Sequence[str]) -> tuple[list[str], list[str]]:
        """What patronymics tell, and what given names propose (SP-14, ME-3): f, m or empty."""
        told, likely = self._told_sexes, self._likely_sexes
        for word in set(patronymic).difference(told):
            told[word] = patronymic_sex(word).value
        for word in set(given).difference(likely):
            likely[word] = sex_of(RowName(given=word))[0]
        return list(map(told.__getitem__, patronymic)), list(map(likely.__getitem__, given))


def without_gaps(kept: list[Kept], odd: set[int]) -> list[str]:
    """The values with '' for what needs care; the numbers of those rows are added to ``odd``."""
    if None in kept:
        odd.update(number for number, one in enumerate(kept) if one is None)
        return [one or "" for one in kept]
    return kept  # type: ignore[return-value]
