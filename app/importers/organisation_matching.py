"""Which known organisation a name in a file may mean, and how sure that is (section 6.3, last paragraph)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from app.core.organisation_names import OrganisationName, read_organisation_name
from app.core.people_comparison import SIMILAR, Level
from app.core.text import fold
from app.core.vocabulary import OrganisationType

#: The kind that a type of the vocabulary is; types that say little are left out.
KIND_OF_TYPE: Mapping[OrganisationType, str] = {
    OrganisationType.MUNICIPALITY: "municipality",
    OrganisationType.HROMADA: "municipality",
    OrganisationType.REGION: "region",
    OrganisationType.MINISTRY: "ministry",
    OrganisationType.AGENCY: "agency",
    OrganisationType.SCHOOL: "school",
    OrganisationType.FIRE_BRIGADE: "fire_brigade",
    OrganisationType.CIVIL_DEFENCE: "civil_defence",
    OrganisationType.COMPANY: "company",
    OrganisationType.NGO: "ngo",
}
#: Types of which the town alone is a name: "Domžale" is the municipality, not its fire brigade.
CALLED_BY_TOWN = frozenset({OrganisationType.MUNICIPALITY, OrganisationType.HROMADA, OrganisationType.REGION})
#: Kinds of which one may be part of the other, or its name in another law.
_NEAR_KINDS = frozenset({frozenset({"department", "agency"}), frozenset({"ngo", "fire_brigade"})})
_SHORTEST_TYPO = 5


@dataclass(frozen=True, slots=True)
class KnownOrganisation:
    """An organisation of the data file with all names it goes by; ``aliases`` were learnt."""

    ident: str
    names: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    type: OrganisationType = OrganisationType.OTHER
    country: str = ""
    town: str = ""


@dataclass(frozen=True, slots=True)
class OrganisationMatch:
    """Whom a name may mean: the level of the likeliest, and all ids that come into question, the likeliest first."""

    level: Level = Level.DIFFERENT
    organisations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Form:
    number: int
    name: OrganisationName
    kind: str


@dataclass
class OrganisationDirectory:
    """The known organisations under their names; asked for each distinct text of a file."""

    known: list[KnownOrganisation] = field(default_factory=list)
    #: For each folded name who goes by it, and with which right: 0 a name, 1 an alias, 2 the town alone.
    _exact: dict[str, tuple[int, list[int]]] = field(default_factory=dict)
    _forms: list[_Form] = field(default_factory=list)
    _by_key: dict[str, list[int]] = field(default_factory=dict)
    _by_stem: dict[str, list[int]] = field(default_factory=dict)

    def add(self, one: KnownOrganisation) -> None:
        """Put an organisation into the directory."""
        number = len(self.known)
        self.known.append(one)
        towns = (one.town,) if one.type in CALLED_BY_TOWN else ()
        # What one of its names tells of the grade (city, village) holds for all of them.
        told = (read_organisation_name(name).grade for name in (*one.names, *one.aliases))
        grade = next((found for found in told if found), "")
        for right, names in enumerate((one.names, one.aliases, towns)):
            for name in names:
                self._learn(name, number, right, (KIND_OF_TYPE.get(one.type, ""), grade))

    def _learn(self, name: str, number: int, right: int, told: tuple[str, str]) -> None:
        folded = fold(name)
        if not folded:
            return
        former = self._exact.get(folded)
        if former is None or right < former[0]:
            self._exact[folded] = (right, [number])
        elif right == former[0] and number not in former[1]:
            former[1].append(number)
        kind, grade = told
        parsed = read_organisation_name(name)
        parsed = replace(parsed, grade=parsed.grade or grade)
        place = len(self._forms)
        # An organisation without a telling type is of the kind that its name tells.
        self._forms.append(_Form(number, parsed, kind or parsed.kind))
        self._by_key.setdefault(parsed.key, []).append(place)
        for stem in set().union(*parsed.stems, *parsed.weak):
            self._by_stem.setdefault(stem, []).append(place)

    def exact(self, text: str) -> tuple[str, ...]:
        """The ids of those who go by exactly this name (folded), in any language or script."""
        found = self._exact.get(fold(text))
        return tuple(self.known[number].ident for number in found[1]) if found else ()

    def match(self, text: str, country: str = "") -> OrganisationMatch:
        """Whom a text may mean. ``country`` (two letters) where the file tells it.

        ``certain``: exactly this name, alias, short name or town, of one organisation, and no other country is told.
        ``probable``: the same place or name in another form (another script, word of the kind, adjective), of a kind
        that can be the same. ``possible``: a likely misspelling, a likely stem, a department of the municipality, or
        what would be probable but for another country or grade. Another kind never matches.
        """
        exact = self.exact(text)
        if len(exact) == 1:
            return OrganisationMatch(self._capped(Level.CERTAIN, exact[0], country), exact)
        if exact:
            return OrganisationMatch(Level.PROBABLE, exact)
        parsed = read_organisation_name(text)
        best: dict[int, Level] = {}
        for place in self._near(parsed):
            form = self._forms[place]
            level = compare_names(parsed, form.name, form.kind)
            if level and country and self.known[form.number].country not in ("", country):
                level = Level.POSSIBLE
            if level > best.get(form.number, Level.DIFFERENT):
                best[form.number] = level
        if not best:
            return OrganisationMatch()
        ordered = sorted(best.items(), key=lambda pair: (-pair[1], pair[0]))
        top = ordered[0][1]
        if top is Level.PROBABLE and sum(level is top for level in best.values()) > 1:
            # Two that fit equally well: none of them may be taken without a click.
            top = Level.POSSIBLE
        return OrganisationMatch(top, tuple(self.known[number].ident for number, _level in ordered))

    def _capped(self, level: Level, ident: str, country: str) -> Level:
        own = next(one.country for one in self.known if one.ident == ident)
        return Level.PROBABLE if country and own not in ("", country) else level

    def _near(self, parsed: OrganisationName) -> Iterable[int]:
        """The places of the forms that share a key or a stem with a name, or are spelled alike."""
        found = set(self._by_key.get(parsed.key, ()))
        for stem in set().union(*parsed.stems, *parsed.weak):
            found.update(self._by_stem.get(stem, ()))
        if len(parsed.key) >= _SHORTEST_TYPO:
            from rapidfuzz import process
            from rapidfuzz.distance import JaroWinkler

            alike = process.extract(
                parsed.key,
                list(self._by_key),
                scorer=JaroWinkler.similarity,
                processor=None,
                score_cutoff=SIMILAR,
                limit=20,
            )
            for key, _score, _place in alike:
                found.update(self._by_key[key])
        return sorted(found)


def compare_names(text: OrganisationName, known: OrganisationName, kind: str = "") -> Level:
    """How sure it is that two names mean one organisation; ``kind`` is that of the known one."""
    kind = kind or known.kind
    if _is_part(text, known, kind):
        return Level.POSSIBLE
    if text.kind and kind and text.kind != kind and frozenset({text.kind, kind}) not in _NEAR_KINDS:
        return Level.DIFFERENT
    if text.words == known.words:
        return Level.PROBABLE
    level = _core_level(text, known)
    if level is Level.PROBABLE and (
        (text.grade and known.grade and text.grade != known.grade)
        or (text.kind and kind and text.kind != kind)
        or not (text.kind or known.kind or kind)
    ):
        # A village council is another one than the town's; names that tell no kind are only alike.
        return Level.PROBABLE if text.key == known.key and not (text.kind or kind) else Level.POSSIBLE
    return level


def _is_part(text: OrganisationName, known: OrganisationName, kind: str) -> bool:
    """A department of a known municipality: the same people may be meant, but it is another body."""
    if text.kind != "department" or kind != "municipality" or len(text.core) <= len(known.core):
        return False
    return all(any(stems & own for own in text.stems) for stems in known.stems)


def _numbers(name: OrganisationName) -> list[str]:
    return sorted(word for word in name.core if word.isdigit())


def _core_level(text: OrganisationName, known: OrganisationName) -> Level:
    if _numbers(text) != _numbers(known):
        # School no. 1 and no. 2.
        return Level.DIFFERENT
    if sorted(text.core) == sorted(known.core):
        return Level.PROBABLE
    if len(text.core) == len(known.core):
        if all(one & other for one, other in zip(text.stems, known.stems, strict=True)):
            return Level.PROBABLE
        wider = [one | weak for one, weak in zip(text.stems, text.weak, strict=True)]
        others = [one | weak for one, weak in zip(known.stems, known.weak, strict=True)]
        if all(one & other for one, other in zip(wider, others, strict=True)):
            return Level.POSSIBLE
    if min(len(text.key), len(known.key)) < _SHORTEST_TYPO:
        return Level.DIFFERENT
    from rapidfuzz.distance import JaroWinkler

    alike = JaroWinkler.similarity("".join(text.core), "".join(known.core), score_cutoff=SIMILAR)
    return Level.POSSIBLE if alike >= SIMILAR else Level.DIFFERENT
