"""Decisions of the user about rows of an import, worked into the plan; what may be typed into a cell, and proposals."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.core.errors import Refused
from app.core.name_parts import Order
from app.core.people_comparison import Level
from app.core.progress import Token
from app.core.vocabulary import LatinSource
from app.importers.cells import (
    Cleaned,
    clean_diet,
    clean_email,
    clean_gender,
    clean_name,
    clean_passport,
    clean_text,
)
from app.importers.dates_in_cells import DateHabit, clean_date
from app.importers.matching import KnownPerson, Match, differences, match_rows, with_matches
from app.importers.name_cells import read_name
from app.importers.phones import clean_phone
from app.importers.staged import Outcome, StagedRow
from app.services import imports
from app.services.import_organisations import OrganisationFinder
from app.services.import_rows import LATIN, NATIVE, PlanRow
from app.services.imports import Decision, ImportPlan, RowKey
from app.services.known_people import known_people
from app.storage.work import View, Work

#: A field whose correction may make the row somebody else.
_IDENTITY = frozenset({*NATIVE, *LATIN, "email", "phone", "birth_date", "passport_number", "gender"})
_SEX_ORDER = ("f", "m", "x")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A value that a cell may be taken as; ``why`` is one of read, month_first, turned, made, sex, empty."""

    values: Mapping[str, str]
    why: str


def apply(view: View, original: ImportPlan, given: ImportPlan, decisions: Mapping[RowKey, Decision]) -> ImportPlan:
    """The plan with the rows of ``decisions`` decided anew; the others stay as they are in ``given``.

    Each decision is worked into the row as it is in ``original``, so that it can be changed any number of times.
    """
    known: tuple[KnownPerson, ...] | None = None
    rows, matches = list(given.staged.rows), list(given.matches)
    for number, (row, match) in enumerate(original.pairs()):
        decision = decisions.get((row.sheet, row.row))
        if decision is None:
            continue
        fresh, meant = corrected(row, decision.fields), match
        if decision.as_new:
            fresh, meant = replace(fresh, outcome=Outcome.NEW, reason="import_row_new", reason_params={}), Match()
        elif decision.person_id:
            fresh, meant = _linked(view, fresh, decision.person_id)
        elif decision.fields and (_IDENTITY & decision.fields.keys() or match.people):
            if known is None:
                known = known_people(view)
            (found,) = match_rows([fresh], known)
            meant = _told_apart(view, found, known)
            (fresh,) = with_matches([fresh], [meant])
        rows[number], matches[number] = fresh, meant
    return replace(given, staged=replace(given.staged, rows=tuple(rows)), matches=tuple(matches))


def _linked(view: View, row: StagedRow, person_id: str) -> tuple[StagedRow, Match]:
    """The row as one of somebody known, with what it would change of that person."""
    (person,) = known_people(view, [person_id]) or (None,)
    if person is None:
        raise Refused("not_found", code="")
    changes = differences(row, person)
    outcome = Outcome.UPDATE if changes else Outcome.SAME
    match = _told_apart(view, Match(Level.CERTAIN, (person_id,), changes, outcome), (person,))
    fresh = replace(row, outcome=Outcome.NEW)
    (fresh,) = with_matches([fresh], [match])
    return fresh, match


def _told_apart(view: View, match: Match, known: Sequence[KnownPerson]) -> Match:
    """The match without what is only another spelling of the same organisation."""
    if not any(one.field == "organisation" for one in match.differences):
        return match
    posts = {person.ident: person.fields.get("organisation", "") for person in known if person.ident in match.people}
    return imports.settled(match, OrganisationFinder(view), posts)


def corrected(row: StagedRow, fields: Mapping[str, str]) -> StagedRow:
    """A row with other values; what was told about these cells is settled, a missing name may be there now."""
    if not fields:
        return row
    values = {**row.fields, **fields}
    sources = {name: source for name, source in row.sources.items() if name not in fields}
    if set(LATIN) & fields.keys():
        sources.update(dict.fromkeys(LATIN, LatinSource.TYPED.value))
    elif set(NATIVE) & fields.keys() and row.sources.get("family_latin", "generated") == LatinSource.GENERATED:
        name = read_name({key: values.get(key, "") for key in NATIVE}, Order.UNKNOWN, "", False)
        values["given_latin"], values["family_latin"] = name.given_latin, name.family_latin
        sources.update(dict.fromkeys(LATIN, name.source.value))
    settled = set(fields)
    if set(NATIVE) & settled:
        settled |= {*NATIVE, "full_name"}
    if set(LATIN) & settled:
        settled |= {*LATIN, "name_latin"}
    fresh = replace(
        row,
        fields={name: value for name, value in values.items() if value},
        sources={name: source for name, source in sources.items() if source},
        warnings=tuple(one for one in row.warnings if one.field not in settled),
    )
    if fresh.outcome is Outcome.REFUSED and (values.get("family_name") or values.get("given_name")):
        fresh = replace(fresh, outcome=Outcome.NEW, reason="import_row_new", reason_params={}, order_known=True)
    return fresh


def take_in(
    work: Work, given: ImportPlan, left_out: Collection[RowKey] = (), token: Token | None = None
) -> imports.ImportResult:
    """Write a plan into which the decisions were worked; raises what ``imports.take_in`` raises."""
    return imports.take_in(work, given, {key: Decision(leave_out=True) for key in left_out}, token)


def read_value(name: str, text: str, country: str = "", today: date | None = None) -> tuple[str, str]:
    """What was typed into a cell as it is kept, and the code of what is wrong with it (empty when all is well)."""
    text = text.strip()
    if not text:
        return "", ""
    cleaned = _cleaned(name, text, country, today or date.today())
    code = next((told.code for told in cleaned.told), "") if not cleaned.value else ""
    return cleaned.value, code or ("" if cleaned.value else "import_value_unreadable")


def _cleaned(name: str, text: str, country: str, today: date) -> Cleaned:
    if name in NATIVE or name in LATIN:
        return clean_name(text)
    if name == "email":
        return clean_email(text)
    if name == "phone":
        return clean_phone(text, country)
    if name == "gender":
        return Cleaned(text) if text in _SEX_ORDER else clean_gender(text)
    if name.endswith(("_date", "_expiry")):
        return clean_date(text, DateHabit(), today, name == "birth_date")
    if name == "passport_number":
        return clean_passport(text)
    if name == "diet":
        return clean_diet(text)
    return clean_text(text, lines=name == "notes")


def proposals(row: PlanRow, names: Sequence[str]) -> tuple[Proposal, ...]:
    """What the cell of these fields may be taken as, the likeliest first; always also to leave it empty."""
    read = {name: row.fields.get(name, "") for name in names}
    found = [Proposal(read, "read")] if any(read.values()) else []
    if names == NATIVE and read["family_name"] and read["given_name"]:
        turned = {**read, "family_name": read["given_name"], "given_name": read["family_name"]}
        found.append(Proposal(turned, "turned"))
    if names == LATIN:
        made = read_name({name: row.fields.get(name, "") for name in NATIVE}, Order.UNKNOWN, "", False)
        spelt = {"family_latin": made.family_latin, "given_latin": made.given_latin}
        if any(spelt.values()) and spelt != read:
            found.append(Proposal(spelt, "made"))
    if names == ("gender",):
        found += [Proposal({"gender": sex}, "sex") for sex in _SEX_ORDER if sex != read["gender"]]
    swapped = _swapped(read.get(names[0], "")) if names[0].endswith(("_date", "_expiry")) else ""
    if swapped:
        found.append(Proposal({names[0]: swapped}, "month_first"))
    if names != NATIVE:
        found.append(Proposal(dict.fromkeys(names, ""), "empty"))
    return tuple(found)


def _swapped(iso: str) -> str:
    """The day with day and month changed over, where that is another day."""
    parts = iso.split("-")
    if len(parts) != 3 or int(parts[2]) > 12 or parts[1] == parts[2]:
        return ""
    return f"{parts[0]}-{parts[2]}-{parts[1]}"
