"""Which organisation a spreadsheet means: by name in any language, short name, town or a learnt alias."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from sqlalchemy import select

from app.core.text import fold
from app.core.vocabulary import OrganisationType
from app.importers.matching import Difference, Match
from app.importers.staged import Outcome
from app.models.organisations import Organisation, OrganisationAlias
from app.services import organisations
from app.services.organisations import OrganisationDraft
from app.storage.work import View, Work

#: Words in a name that tell the type of an organisation made from a spreadsheet.
_TYPE_WORDS: tuple[tuple[str, OrganisationType], ...] = (
    ("hromad", OrganisationType.HROMADA),
    ("rada", OrganisationType.HROMADA),
    ("pgd", OrganisationType.FIRE_BRIGADE),
    ("fire", OrganisationType.FIRE_BRIGADE),
    ("gasil", OrganisationType.FIRE_BRIGADE),
    ("civilna zascita", OrganisationType.CIVIL_DEFENCE),
    ("civil protection", OrganisationType.CIVIL_DEFENCE),
    ("region", OrganisationType.REGION),
    ("ministr", OrganisationType.MINISTRY),
    ("minister", OrganisationType.MINISTRY),
    ("school", OrganisationType.SCHOOL),
    ("sola", OrganisationType.SCHOOL),
    ("obcina", OrganisationType.MUNICIPALITY),
    ("kommun", OrganisationType.MUNICIPALITY),
    ("municipality", OrganisationType.MUNICIPALITY),
    ("pasvaldiba", OrganisationType.MUNICIPALITY),
)
_OWN_LANGUAGE = {"UA": "uk", "SI": "sl", "SE": "sv", "LV": "lv"}


class OrganisationFinder:
    """Looks organisations up by any of their names; loaded once for an import."""

    def __init__(self, view: View) -> None:
        self._by_name: dict[str, str] = {}
        rows = view.session.scalars(select(Organisation).order_by(Organisation.code)).all()
        # Full names go before towns: "Domžale" is the municipality, not its fire brigade.
        for row in rows:
            self._learn((*row.name.values(), row.short_name), row.id)
        for alias in view.session.scalars(select(OrganisationAlias)):
            self._learn((alias.text,), alias.organisation_id)
        for row in rows:
            if row.type in {OrganisationType.MUNICIPALITY, OrganisationType.HROMADA, OrganisationType.REGION}:
                self._learn((row.town,), row.id)

    def _learn(self, names: Iterable[str], ident: str) -> None:
        for name in names:
            folded = fold(name)
            if folded:
                self._by_name.setdefault(folded, ident)

    def find(self, text: str) -> str | None:
        """The key of the organisation of that name; None when nobody goes by it."""
        return self._by_name.get(fold(text))

    def find_or_make(self, work: Work, text: str, country: str) -> str | None:
        """The organisation of that name, made when it is not there yet; None for no text."""
        if not text.strip():
            return None
        found = self.find(text)
        if found is None:
            language = _OWN_LANGUAGE.get(country, "en")
            draft = OrganisationDraft(name={language: text.strip()}, country=country, type=_type_of(text))
            found = organisations.create(work, draft)
            self._learn((text,), found)
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


def _type_of(text: str) -> OrganisationType:
    folded = fold(text)
    return next((found for word, found in _TYPE_WORDS if word in folded), OrganisationType.OTHER)
