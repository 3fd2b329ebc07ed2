"""What one unit of work changed: kinds of records and their ids."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """Kinds (``person``, ``visit`` ...: table names in the singular words of the vocabulary) with the ids touched."""

    kinds: Mapping[str, frozenset[str]] = field(default_factory=dict)
    title: str = ""

    def touches(self, *kinds: str) -> bool:
        """Whether a record of any of these kinds was changed."""
        return any(kind in self.kinds for kind in kinds)

    def ids(self, kind: str) -> frozenset[str]:
        """Ids of the changed records of one kind."""
        return self.kinds.get(kind, frozenset())


def change_set(pairs: Iterable[tuple[str, str]], title: str = "") -> ChangeSet:
    """Collect (kind, id) pairs into a ChangeSet."""
    kinds: dict[str, set[str]] = {}
    for kind, ident in pairs:
        kinds.setdefault(kind, set()).add(ident)
    return ChangeSet({kind: frozenset(ids) for kind, ids in kinds.items()}, title)
