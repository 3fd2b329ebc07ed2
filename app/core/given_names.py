"""The dictionary of given names: which word is the given name (MA-3), its sex, which are one (MA-5).

Stands in ``resources/data/given-names.csv``: native form, Latin form, sex, language, further Latin spellings.
"""

import csv
from dataclasses import dataclass, field
from functools import lru_cache

from app.core.matching_keys import matching_key
from app.core.name_batches import matching_keys
from app.core.paths import resources
from app.core.vocabulary import Sex


@dataclass(frozen=True)
class GivenNames:
    """Entries by matching key: numbers of the entries a spelling belongs to, and the sexes these entries have."""

    entries: dict[str, frozenset[int]] = field(default_factory=dict)
    sexes: dict[str, frozenset[str]] = field(default_factory=dict)

    def knows(self, token: str) -> bool:
        """Whether the word is a given name in any spelling, or two of them with a hyphen ("Nils-Ante")."""
        if matching_key(token) in self.entries:
            return True
        parts = token.split("-")
        return len(parts) == 2 and all(len(part) > 1 and matching_key(part) in self.entries for part in parts)

    def sex(self, token: str) -> Sex:
        """The sex a given name tells, when all entries that fit agree; a proposal only (ME-3)."""
        found = self.sexes.get(matching_key(token), frozenset())
        return Sex(next(iter(found))) if len(found) == 1 else Sex.UNKNOWN

    def same(self, key: str, other: str) -> bool:
        """Whether two matching keys stand for one name (MA-5): equal, or spellings of one entry."""
        if key == other:
            return True
        first = self.entries.get(key)
        return first is not None and not first.isdisjoint(self.entries.get(other, ()))

    def spellings(self, key: str) -> frozenset[str]:
        """All keys that stand for the same name as this one, itself included."""
        return _spellings().get(key, frozenset()) | {key}


@lru_cache(maxsize=1)
def given_names() -> GivenNames:
    """The dictionary, read once."""
    entries: dict[str, set[int]] = {}
    own_sexes: dict[str, set[str]] = {}
    sex_of: list[str] = []
    path = resources() / "data" / "given-names.csv"
    with path.open(encoding="utf-8", newline="") as source:
        # A mapping for each of thousands of rows would cost as much as all else that is done here.
        heads, *lines = csv.reader(source)
        native, latin, others, sexed = map(heads.index, ("native", "latin", "variants", "sex"))
        rows = [((line[native], line[latin]), line[others].split(), line[sexed]) for line in lines if line]
    keys = matching_keys({word for own, variants, _sex in rows for word in (*own, *variants)})
    for number, (own, variants, sex) in enumerate(rows):
        sex_of.append(sex)
        for word in (*own, *variants):
            entries.setdefault(keys[word], set()).add(number)
        for word in own:
            own_sexes.setdefault(keys[word], set()).add(sex)
    sexes = {key: own_sexes.get(key) or {sex_of[number] for number in found} for key, found in entries.items()}
    return GivenNames(
        {key: frozenset(found) for key, found in entries.items()},
        {key: frozenset(found) for key, found in sexes.items()},
    )


@lru_cache(maxsize=1)
def _spellings() -> dict[str, frozenset[str]]:
    """For each key the keys that share an entry with it."""
    names = given_names()
    members: dict[int, set[str]] = {}
    for key, numbers in names.entries.items():
        for number in numbers:
            members.setdefault(number, set()).add(key)
    return {
        key: frozenset(other for number in numbers for other in members[number])
        for key, numbers in names.entries.items()
    }
