"""Organisations: municipalities, hromadas, ministries, fire brigades, donors ... and the names they go by."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import func, select

from app.core.errors import Problem
from app.core.i18n import pick
from app.core.text import fold
from app.core.vocabulary import OrganisationType
from app.models.organisations import Organisation, OrganisationAlias
from app.models.partnerships import PartnershipMember
from app.models.people import PersonPosition
from app.services import documents, records
from app.storage.work import View, Work


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    """A line of the list of organisations."""

    id: str
    code: str
    name: str
    native_name: str
    type: OrganisationType
    country: str
    region: str
    aliases: str
    people: int
    partnerships: int
    search_text: str


@dataclass(frozen=True, slots=True)
class AliasDraft:
    """Another spelling of an organisation's name."""

    text: str
    id: str = ""
    #: The form in which spellings are compared; it follows the text.
    folded: str = field(init=False, default="")

    def __post_init__(self) -> None:
        object.__setattr__(self, "folded", fold(self.text))


@dataclass(frozen=True, slots=True)
class OrganisationDraft:
    """What an editor holds of an organisation."""

    code: str = ""
    name: Mapping[str, str] = field(default_factory=dict)
    short_name: str = ""
    type: OrganisationType = OrganisationType.MUNICIPALITY
    country: str = ""
    official_code: str = ""
    region: str = ""
    town: str = ""
    address: str = ""
    email: str = ""
    phone: str = ""
    website: str = ""
    parent_id: str | None = None
    notes: str = ""
    aliases: tuple[AliasDraft, ...] = ()
    version: int = 0


def list_rows(view: View) -> tuple[OrganisationRow, ...]:
    """All organisations in the order of their codes."""
    session = view.session
    people = dict(
        session.execute(
            select(PersonPosition.organisation_id, func.count())
            .where(PersonPosition.main)
            .group_by(PersonPosition.organisation_id)
        ).all()
    )
    partnerships = dict(
        session.execute(
            select(PartnershipMember.organisation_id, func.count()).group_by(PartnershipMember.organisation_id)
        ).all()
    )
    aliases: dict[str, list[str]] = {}
    for alias in session.scalars(select(OrganisationAlias).order_by(OrganisationAlias.text)):
        aliases.setdefault(alias.organisation_id, []).append(alias.text)
    return tuple(
        OrganisationRow(
            id=row.id,
            code=row.code,
            name=name_of(row, view.language),
            native_name=_native(row, view.language),
            type=row.type,
            country=row.country,
            region=row.region,
            aliases=", ".join(aliases.get(row.id, ())),
            people=people.get(row.id, 0),
            partnerships=partnerships.get(row.id, 0),
            search_text=row.search_text,
        )
        for row in session.scalars(select(Organisation).order_by(Organisation.code))
    )


def load(view: View, ident: str) -> OrganisationDraft:
    """The draft of one organisation."""
    row = records.fetch(view, Organisation, ident)
    aliases = view.session.scalars(
        select(OrganisationAlias).where(OrganisationAlias.organisation_id == ident).order_by(OrganisationAlias.text)
    )
    return records.to_draft(row, OrganisationDraft, aliases=tuple(AliasDraft(a.text, a.id) for a in aliases))


def check(draft: OrganisationDraft) -> tuple[Problem, ...]:
    """What is wrong with a draft: a name is needed; a country is two letters."""
    problems = []
    if not any(text.strip() for text in draft.name.values()):
        problems.append(Problem("name", "name_missing"))
    if draft.country and not (len(draft.country) == 2 and draft.country.isalpha() and draft.country.isupper()):
        problems.append(Problem("country", "country_unknown", {"value": draft.country}))
    return tuple(problems)


def create(work: Work, draft: OrganisationDraft) -> str:
    """Make an organisation; an empty code is given one. Raises Invalid."""
    records.refuse(check(draft))
    row = Organisation(code=draft.code or records.next_code(work, Organisation, "ORG-", 4))
    _fill(work, row, draft)
    ident = work.add(row)
    records.sync(work, OrganisationAlias, {"organisation_id": ident}, draft.aliases)
    return ident


def save(work: Work, ident: str, draft: OrganisationDraft) -> None:
    """Keep a changed draft; raises Invalid, Conflict, NotFound."""
    records.refuse(check(draft))
    row = records.fetch(work, Organisation, ident)
    records.expect_version(row, draft)
    _fill(work, row, draft)
    work.flush()
    records.sync(work, OrganisationAlias, {"organisation_id": ident}, draft.aliases)


def delete(work: Work, ident: str) -> None:
    """Delete an organisation and its documents; Refused(``needed_elsewhere``) while anything needs it."""
    row = records.fetch(work, Organisation, ident)
    documents.remove_of(work, "organisation", ident)
    work.delete(row)


def learn_alias(work: Work, ident: str, text: str) -> None:
    """Remember another spelling of an organisation's name; known spellings are left alone."""
    folded = fold(text)
    known = work.session.scalars(
        select(OrganisationAlias.folded).where(OrganisationAlias.organisation_id == ident)
    ).all()
    if folded and folded not in known:
        row = records.fetch(work, Organisation, ident)
        work.add(OrganisationAlias(organisation_id=ident, text=text, folded=folded))
        row.search_text = _search_text(row, [*known, folded])


def name_of(row: Organisation | None, language: str) -> str:
    """An organisation's name in a language; empty for none."""
    return "" if row is None else pick(row.name, language) or row.short_name or row.code


def _native(row: Organisation, language: str) -> str:
    shown = name_of(row, language)
    own = {"UA": "uk", "SI": "sl", "SE": "sv", "LV": "lv"}.get(row.country, "")
    native = row.name.get(own, "")
    return native if native != shown else ""


def _fill(work: Work, row: Organisation, draft: OrganisationDraft) -> None:
    code = row.code
    records.apply(row, draft, skip=("aliases",))
    row.code = draft.code or code
    row.search_text = _search_text(row, [alias.folded for alias in draft.aliases])


def _search_text(row: Organisation, aliases: list[str]) -> str:
    parts = [row.code, row.short_name, *row.name.values(), row.town, row.official_code]
    return " ".join(dict.fromkeys([*(fold(part) for part in parts if part), *aliases]))
