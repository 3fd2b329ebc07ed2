"""Record fields and the open file: finding people and organisations by typing, and the names of those pointed to."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from app.services import picking
from app.services.picking import Pick
from app.ui.desk import Desk
from app.ui.fields.choices import Choice, RecordField
from app.ui.form import FormEditor

_FIND: dict[str, Callable[[Any, str], Sequence[Pick]]] = {
    "person": picking.people,
    "organisation": picking.organisations,
}
_NAMED: dict[str, Callable[[Any, Iterable[str]], Sequence[Pick]]] = {
    "person": picking.people_named,  # type: ignore[dict-item]
    "organisation": picking.organisations_named,  # type: ignore[dict-item]
}


def _choice(pick: Pick) -> Choice:
    return Choice(pick.id, pick.name, pick.second)


class Finder:
    """Answers a record field: what of a kind (``person``, ``organisation``) fits what was typed."""

    def __init__(self, desk: Desk, kind: str) -> None:
        self._desk = desk
        self._kind = kind

    def __call__(self, text: str) -> list[Choice]:
        with self._desk.context.read() as view:
            return [_choice(pick) for pick in _FIND[self._kind](view, text)]


class NameBook:
    """Names of people and organisations by key, asked for once and kept until ``forget``."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._known: dict[tuple[str, str], Choice] = {}

    def forget(self) -> None:
        """Something was renamed: ask again."""
        self._known.clear()

    def learn(self, kind: str, idents: Iterable[str | None]) -> None:
        """Ask for several names in one query."""
        wanted = {ident for ident in idents if ident and (kind, ident) not in self._known}
        if wanted:
            with self._desk.context.read() as view:
                for pick in _NAMED[kind](view, wanted):
                    self._known[kind, pick.id] = _choice(pick)

    def choice(self, kind: str, ident: str | None) -> Choice | None:
        """The record as a field offers it; None when there is none."""
        if not ident:
            return None
        self.learn(kind, (ident,))
        return self._known.get((kind, ident))

    def name(self, kind: str, ident: str | None) -> str:
        """A record's name; empty when there is none."""
        found = self.choice(kind, ident)
        return found.label if found else ""

    def organisation(self, ident: str | None) -> str:
        """An organisation's name."""
        return self.name("organisation", ident)

    def person(self, ident: str | None) -> str:
        """A person's name."""
        return self.name("person", ident)


class Links:
    """Makes the record fields of a form search the open file, and know the names of what they point to."""

    def __init__(self, desk: Desk, book: NameBook, kinds: dict[str, str]) -> None:
        self._desk = desk
        self._book = book
        self._kinds = kinds

    def ready(self, form: FormEditor, draft: Any = None) -> None:
        """Prepare a form; with a draft the names of its links are made known first."""
        for name, kind in self._kinds.items():
            field = form.fields[name]
            if isinstance(field, RecordField):
                field.set_search(Finder(self._desk, kind))
                if draft is not None:
                    known = self._book.choice(kind, getattr(draft, name))
                    if known is not None:
                        field.add_known(known)
