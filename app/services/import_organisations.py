"""Which organisation a spreadsheet means: exactly by name, by what the user said, or by the likeliest proposal."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from sqlalchemy import select

from app.core.errors import Refused
from app.core.organisation_names import read_organisation_name
from app.core.organisation_senders import sender_of
from app.core.people_comparison import Level
from app.core.text import fold, one_line
from app.core.vocabulary import OrganisationType
from app.importers.matching import Difference, Match
from app.importers.organisation_matching import KIND_OF_TYPE, KnownOrganisation, OrganisationDirectory
from app.importers.staged import Outcome
from app.importers.staged_rows import StagedRows
from app.models.organisations import Organisation, OrganisationAlias
from app.services import organisations
from app.services.import_plans import ImportPlan, OrganisationDecision, RowKey
from app.services.organisations import AliasDraft, OrganisationDraft
from app.storage.work import View, Work

_TYPE_OF_KIND = {kind: type_ for type_, kind in KIND_OF_TYPE.items() if type_ is not OrganisationType.HROMADA}
_OWN_LANGUAGE = {"UA": "uk", "SI": "sl", "SE": "sv", "LV": "lv"}
#: How many candidates a question shows at most.
_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Candidate:
    """A known organisation that a name may mean."""

    id: str
    code: str
    name: str
    country: str


@dataclass(frozen=True, slots=True)
class OrganisationQuestion:
    """A name in the file that is not exactly the name of one known organisation.

    ``count`` rows hold it, ``rows`` are the first of them. ``proposal`` is ``link`` (to the first candidate) at
    ``probable``, else ``new``; it is what happens when the user decides nothing. A link learns the spelling only when
    the user says so.
    """

    text: str
    count: int
    rows: tuple[RowKey, ...]
    level: Level
    candidates: tuple[Candidate, ...]
    proposal: str

    def accepted(self) -> OrganisationDecision:
        """The proposal as a decision, with the spelling learnt."""
        return OrganisationDecision(self.candidates[0].id if self.proposal == "link" else "")


class OrganisationFinder:
    """Looks organisations up; loaded once for an import.

    ``decisions`` by the text as it stands in the file. With ``propose`` a name that is only probably that of a known
    organisation means it, too; otherwise only exact names do.
    """

    def __init__(
        self, view: View, decisions: Mapping[str, OrganisationDecision] | None = None, *, propose: bool = False
    ) -> None:
        self.directory = directory(view)
        self._propose = propose
        self._decided = {fold(text): decision for text, decision in (decisions or {}).items()}
        self._found: dict[str, str | None] = {}
        #: The organisations that were made, by the folded text; what they are made of.
        self.made: dict[str, tuple[str, OrganisationDraft]] = {}

    def find(self, text: str) -> str | None:
        """The key of the organisation that a text means; None when it is a new one or no text."""
        folded = fold(text)
        if not folded:
            return None
        if folded not in self._found:
            self._found[folded] = self._looked_up(text, folded)
        return self._found[folded]

    def _looked_up(self, text: str, folded: str) -> str | None:
        decision = self._decided.get(folded)
        if decision is not None:
            return decision.organisation_id or None
        exact = self.directory.exact(text)
        if exact:
            return exact[0]
        if not self._propose:
            return None
        match = self.directory.match(text)
        return match.organisations[0] if match.level >= Level.PROBABLE else None

    def find_or_make(self, work: Work, text: str, country: str) -> str | None:
        """The organisation that a text means, made when it is not there yet; None for no text."""
        found = self.find(text)
        folded = fold(text)
        if found is None and folded:
            draft = draft_of(text, country)
            found = organisations.create(work, draft)
            self.made[folded] = (found, draft)
            self._found[folded] = found
        return found


def names_meant(view: View, finder: OrganisationFinder, texts: Iterable[str]) -> dict[str, str]:
    """For each text of a file that means a known organisation, the name this one is kept under."""
    meant = {text: ident for text in texts if (ident := finder.find(text))}
    shown = candidates(view, set(meant.values()))
    return {text: shown[ident].name for text, ident in meant.items()}


def directory(view: View) -> OrganisationDirectory:
    """All organisations with their names: three columns' worth of two queries."""
    aliases: dict[str, list[str]] = {}
    for ident, text in view.session.execute(
        select(OrganisationAlias.organisation_id, OrganisationAlias.text).order_by(OrganisationAlias.text)
    ):
        aliases.setdefault(ident, []).append(text)
    found = OrganisationDirectory()
    columns = (Organisation.name, Organisation.short_name, Organisation.type, Organisation.country, Organisation.town)
    for ident, name, short, type_, country, town in view.session.execute(
        select(Organisation.id, *columns).order_by(Organisation.code)
    ):
        names = tuple(text for text in (*(name or {}).values(), short) if text)
        found.add(KnownOrganisation(ident, names, tuple(aliases.get(ident, ())), type_, country, town))
    return found


def draft_of(text: str, country: str) -> OrganisationDraft:
    """What an organisation is made of that nobody knew: its name in the country's language, its kind by its words.

    "Делегація Лубенської громади" makes "Лубенська громада"; the spelling of the file is kept beside it, so that the
    same file finds it again.
    """
    name = read_organisation_name(text)
    spelling, sender = one_line(text), sender_of(one_line(text))
    aliases = (AliasDraft(spelling),) if sender != spelling else ()
    type_: OrganisationType = _TYPE_OF_KIND.get(name.kind, OrganisationType.OTHER)
    if name.kind == "municipality" and (country == "UA" or _hromada(name.words)):
        type_ = OrganisationType.HROMADA
    own = _OWN_LANGUAGE.get(country, "en")
    return OrganisationDraft(name={own: sender}, country=country, type=type_, aliases=aliases)


def _hromada(words: tuple[str, ...]) -> bool:
    return any(word.startswith("hromad") or word in ("rada", "radi") for word in words)


def questions(view: View, given: ImportPlan) -> tuple[OrganisationQuestion, ...]:
    """One question for each name in the rows of the file that is not exactly the name of one organisation.

    Those that are probably known come first, then the possible ones, then the new ones; each in the order of the file.
    """
    rows: dict[str, list[RowKey]] = {}
    countries: dict[str, Counter[str]] = {}
    texts: dict[str, str] = {}
    for key, text, told in _named(given):
        folded = fold(text)
        texts.setdefault(folded, text)
        rows.setdefault(folded, []).append(key)
        if len(told) == 2:
            countries.setdefault(folded, Counter())[told.upper()] += 1
    known = directory(view)
    found = []
    shown: dict[str, Candidate] = {}
    for folded, text in texts.items():
        country = countries[folded].most_common(1)[0][0] if folded in countries else given.target.country
        match = known.match(text, country)
        if match.level is Level.CERTAIN:
            continue
        idents = match.organisations[:_SHOWN]
        shown.update(candidates(view, [ident for ident in idents if ident not in shown]))
        found.append(
            OrganisationQuestion(
                text,
                len(rows[folded]),
                tuple(rows[folded][:_SHOWN]),
                match.level,
                tuple(shown[ident] for ident in idents),
                "link" if match.level is Level.PROBABLE else "new",
            )
        )
    return tuple(sorted(found, key=lambda one: -one.level))


def _named(given: ImportPlan) -> Iterator[tuple[RowKey, str, str]]:
    """Row, organisation and country of the rows that name one and may go in; plain rows are not even built."""
    rows = given.rows
    out = (Outcome.REFUSED, Outcome.DUPLICATE)
    if isinstance(rows, StagedRows):
        columns = (rows.sheet_names(), rows.numbers, rows.column("organisation"), rows.extra_column("country"))
        for sheet, number, text, told, outcome in zip(*columns, rows.outcomes, strict=True):
            if text and outcome not in out:
                yield (sheet, number), text, told
        return
    for row in rows:
        text = row.fields.get("organisation", "")
        if text and row.outcome not in out:
            yield (row.sheet, row.row), text, row.extra.get("country", "")


def candidates(view: View, idents: Iterable[str]) -> dict[str, Candidate]:
    """Known organisations as they are shown, by id."""
    rows = view.session.scalars(select(Organisation).where(Organisation.id.in_(list(idents))))
    return {row.id: Candidate(row.id, row.code, organisations.name_of(row, view.language), row.country) for row in rows}


def accept_all(asked: tuple[OrganisationQuestion, ...]) -> dict[str, OrganisationDecision]:
    """The decisions that take every proposal to link, with the spellings learnt."""
    return {one.text: one.accepted() for one in asked if one.proposal == "link"}


def check(view: View, decisions: Mapping[str, OrganisationDecision]) -> None:
    """Refused(``import_organisation_gone``) when a decision names an organisation that is not there any more."""
    wanted = {one.organisation_id for one in decisions.values() if one.organisation_id}
    there = set(view.session.scalars(select(Organisation.id).where(Organisation.id.in_(wanted)))) if wanted else set()
    for text, decision in decisions.items():
        if decision.organisation_id and decision.organisation_id not in there:
            raise Refused("import_organisation_gone", value=text)


def learnt(finder: OrganisationFinder, decisions: Mapping[str, OrganisationDecision]) -> dict[str, tuple[str, str]]:
    """The spellings that decisions teach: by folded text the organisation and the text; known ones teach nothing."""
    found = {}
    for text, decision in decisions.items():
        taught = decision.organisation_id and decision.learn and text.strip()
        if taught and decision.organisation_id not in finder.directory.exact(text):
            found[fold(text)] = (decision.organisation_id, one_line(text))
    return found


def settled(match: Match, finder: OrganisationFinder, posts: Mapping[str, str]) -> Match:
    """Another spelling of the same organisation changes nothing."""

    def same(difference: Difference) -> bool:
        if difference.field != "organisation" or len(match.people) != 1:
            return False
        meant = finder.find(difference.new)
        return meant is not None and meant == finder.find(posts.get(match.people[0], ""))

    left = tuple(difference for difference in match.differences if not same(difference))
    if left == match.differences:
        return match
    outcome = Outcome.SAME if not left and match.outcome is Outcome.UPDATE else match.outcome
    return replace(match, differences=left, outcome=outcome)
