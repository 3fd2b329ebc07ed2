"""Whom and what the texts of a sheet mean: people by name, budget lines, partnerships, activities, organisations."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from sqlalchemy import select

from app.core.matching_keys import matching_key
from app.core.people_comparison import Level, compare_people, facts_of
from app.core.text import fold, one_line
from app.importers.people_index import PeopleIndex
from app.models.activities import Activity, Participation
from app.models.budgets import BudgetLine
from app.models.organisations import Organisation
from app.models.partnerships import Partnership, PartnershipMember
from app.services.import_organisations import OrganisationFinder
from app.services.known_people import who_may_be_meant
from app.services.person_names import people_by_id, shown
from app.storage.work import View

_CHUNKS = re.compile(r"\s*(?:[;\n/|•]|\s(?:and|та|і|й|in|och|un|и|&|\+)\s)\s*")
_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_ADDRESS = re.compile(
    r"^(?:(?:mr|mrs|ms|miss|dr|prof|mag|doc|mgr|ing|g|ga|gospa|gospod|herr|fru|pan|pani|пан|пані|п|д-р|проф|к\.?т\.?н|"
    r"гдин|г-дин|г-ѓа|г-ђа|kungs|kundze|assoc|univ|spec|msc|ph\.?d)\.?\s+)+",
    re.IGNORECASE,
)
_POST = re.compile(r"\s+[–—-]\s+|:\s+")
_CODE = re.compile(r"^\s*([0-9]+(?:\.[0-9A-Za-z]+)*)\.?(?=$|[\s:–—-])")
_DASHES = re.compile(r"\s*[-–—/&+,]\s*")


@dataclass
class Named:
    """What a cell of names means: people found, names of nobody known, names of several."""

    ids: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)


class PeopleByName:
    """Finds people by the names in a sheet, across scripts; loaded once. ``texts``: all cells that will be asked."""

    def __init__(self, view: View, texts: Iterable[str], preferred: Collection[str] = ()) -> None:
        names = {name for text in set(texts) for chunk in _chunks(text) for name in _names(chunk)}
        known = who_may_be_meant(view, [facts_of(name) for name in names]) if names else ()
        self.index = PeopleIndex()
        self.ids = [person.ident for person in known]
        self.spelt: dict[str, set[str]] = {}
        for person in known:
            self.index.add(person.facts())
            forms = (("given_name", "family_name"), ("given_latin", "family_latin"))
            self.spelt[person.ident] = {self._spelt(f"{person.fields[one]} {person.fields[two]}") for one, two in forms}
        self.preferred = frozenset(preferred)
        found = people_by_id(view, self.ids) if len(self.ids) < 5_000 else {}
        self.shown = {ident: shown(row, view.language) for ident, row in found.items()}
        self._view = view
        self._found: dict[str, Named] = {}

    def find(self, text: str) -> Named:
        """The people that a cell names, with posts and titles left aside."""
        if text not in self._found:
            named = Named()
            for chunk in _chunks(text):
                self._chunk(chunk, named)
            self._found[text] = named
        return self._found[text]

    def name_of(self, ident: str) -> str:
        """The name of a person found, as lists show it."""
        if ident not in self.shown:
            self.shown[ident] = shown(people_by_id(self._view, [ident]).get(ident), self._view.language)
        return self.shown[ident]

    @staticmethod
    def _spelt(name: str) -> str:
        return " ".join(sorted(fold(name).split()))

    def _chunk(self, chunk: str, named: Named) -> None:
        found = False
        doubtful = ""
        for name in _names(chunk):
            level, idents = self._match(name)
            if level >= Level.PROBABLE and len(idents) == 1:
                if idents[0] not in named.ids:
                    named.ids.append(idents[0])
                found = True
            elif idents and not found:
                doubtful = name
        if not found:
            (named.open if doubtful else named.unknown).append(doubtful or chunk)

    def _match(self, name: str) -> tuple[Level, list[str]]:
        facts = facts_of(name)
        levels: dict[Level, list[str]] = {}
        for number in sorted(self.index.candidates(facts)):
            level = compare_people(facts, self.index.people[number])
            if level:
                levels.setdefault(level, []).append(self.ids[number])
        if not levels:
            return Level.DIFFERENT, []
        best = max(levels)
        idents = levels[best]
        if best is Level.POSSIBLE:
            # A name written without its marks is no other name.
            same = [ident for ident in idents if self._spelt(name) in self.spelt.get(ident, ())]
            if len(same) == 1:
                return Level.PROBABLE, same
        near = [ident for ident in idents if ident in self.preferred]
        return best, near if len(near) == 1 else idents


def _chunks(text: str) -> Iterator[str]:
    for chunk in _CHUNKS.split(text.replace("\n", ";\n")):
        plain = one_line(chunk).strip(" ,;.–—-")
        if plain:
            yield plain


def _names(chunk: str) -> Iterator[str]:
    """What in a chunk may be a name: what stands before a dash, and each part between commas."""
    plain = _BRACKETS.sub(" ", chunk)
    before = _POST.split(plain)[0]
    for part in [before, *before.split(",")] if "," in before else [before]:
        name = _ADDRESS.sub("", one_line(part).strip(" .,")).strip()
        if name and len(name) <= 80 and any(map(str.isalpha, name)) and len(name.split()) >= 2:
            yield name


def participants_of(view: View, activity_id: str) -> list[str]:
    """The ids of the people who take part in an activity."""
    if not activity_id:
        return []
    return list(view.session.scalars(select(Participation.person_id).where(Participation.activity_id == activity_id)))


class LineFinder:
    """Finds lines of a programme's budget by code or title in any language."""

    def __init__(self, view: View, programme_id: str) -> None:
        self.by_code: dict[str, BudgetLine] = {}
        self.by_title: dict[str, list[BudgetLine]] = {}
        for row in view.session.scalars(select(BudgetLine).where(BudgetLine.programme_id == programme_id)):
            self.by_code[fold(row.code)] = row
            for title in {fold(text) for text in row.title.values() if text}:
                self.by_title.setdefault(title, []).append(row)

    def find(self, text: str) -> BudgetLine | None:
        """The line or heading that a text means; None when none or more than one."""
        plain = fold(one_line(text)).strip(" .:")
        if plain in self.by_code:
            return self.by_code[plain]
        code = _CODE.match(one_line(text))
        if code and fold(code[1]) in self.by_code:
            return self.by_code[fold(code[1])]
        found = self.by_title.get(plain, [])
        lines = [row for row in found if not row.heading] or found
        return lines[0] if len(lines) == 1 else None


class PartnershipFinder:
    """Finds partnerships of a programme by code, title or the municipalities in them."""

    def __init__(self, view: View, programme_id: str, organisations: OrganisationFinder) -> None:
        rows = view.session.scalars(select(Partnership).where(Partnership.programme_id == programme_id)).all()
        self.rows = {row.id: row for row in rows}
        self._organisations = organisations
        self._by_name: dict[str, str] = {}
        self._by_part: dict[str, set[str]] = {}
        self._by_sound: dict[tuple[str, ...], set[str]] = {}
        for row in rows:
            for name in (row.code, row.title):
                if name:
                    self._by_name.setdefault(_plain(name), row.id)
            self._by_sound.setdefault(_sound(row.title), set()).add(row.id)
            for part in _DASHES.split(row.title):
                if part.strip():
                    self._by_part.setdefault(_plain(part), set()).add(row.id)
        self._members: dict[str, set[str]] = {}
        for member in view.session.scalars(select(PartnershipMember)):
            if member.partnership_id in self.rows:
                self._members.setdefault(member.organisation_id, set()).add(member.partnership_id)

    def find(self, text: str) -> tuple[str, ...]:
        """The ids of the partnerships that a text may mean: one is sure, more are open, none is unknown."""
        plain = _plain(text)
        if plain in self._by_name:
            return (self._by_name[plain],)
        whole = self._organisations.find(text)
        if whole and whole in self._members:
            return tuple(sorted(self._members[whole]))
        if plain in self._by_part:
            return tuple(sorted(self._by_part[plain]))
        if len(_sound(text)) > 1 and _sound(text) in self._by_sound:
            return tuple(sorted(self._by_sound[_sound(text)]))
        parts = [self._organisations.find(part) for part in _DASHES.split(text) if part.strip()]
        sets = [self._members.get(ident, set()) for ident in parts if ident]
        if not sets or len(sets) != len(parts):
            return ()
        return tuple(sorted(set.intersection(*sets)))


def _sound(title: str) -> tuple[str, ...]:
    """The towns in a title as they sound, in any script and order: "Домжале – Заводське" is "Domžale – Zavodske"."""
    return tuple(sorted(key for part in _DASHES.split(one_line(title)) if (key := matching_key(part))))


def _plain(text: str) -> str:
    return " ".join(_DASHES.sub(" ", fold(one_line(text))).split())


class ActivityFinder:
    """Finds activities of a programme by code or title."""

    def __init__(self, view: View, programme_id: str) -> None:
        self._by_name: dict[str, set[str]] = {}
        self.codes: dict[str, str] = {}
        for row in view.session.scalars(select(Activity).where(Activity.programme_id == programme_id)):
            self.codes[row.id] = row.code
            for name in (row.code, *row.title.values()):
                if name:
                    self._by_name.setdefault(fold(name), set()).add(row.id)

    def find(self, text: str) -> str:
        """The id of the activity that a text means; empty when none or several do."""
        found = self._by_name.get(fold(one_line(text)), set())
        return next(iter(found)) if len(found) == 1 else ""


def organisation_names(view: View) -> dict[str, str]:
    """The name of each organisation in the reader's language."""
    from app.services.organisations import name_of

    return {row.id: name_of(row, view.language) for row in view.session.scalars(select(Organisation))}
