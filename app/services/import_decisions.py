"""Decisions of the user about rows of an import; what may be typed into a cell, and proposals for it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.core.name_parts import Order
from app.core.progress import Token
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
from app.importers.name_cells import read_name
from app.importers.phones import clean_phone
from app.services import imports
from app.services.import_deciding import apply, corrected, for_all
from app.services.import_plans import LATIN, NATIVE, Decision, ImportPlan, OrganisationDecision, RowKey
from app.services.import_rows import PlanRow
from app.storage.work import Work

__all__ = ["Proposal", "apply", "corrected", "for_all", "proposals", "read_value", "take_in"]

_SEX_ORDER = ("f", "m", "x")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A value that a cell may be taken as; ``why`` is one of read, month_first, turned, made, sex, empty."""

    values: Mapping[str, str]
    why: str


def take_in(
    work: Work,
    given: ImportPlan,
    left_out: Collection[RowKey] = (),
    token: Token | None = None,
    organisations: Mapping[str, OrganisationDecision] | None = None,
) -> imports.ImportResult:
    """Write a plan into which the decisions were worked; raises what ``imports.take_in`` raises."""
    out = {key: replace(given.decisions.get(key, Decision()), leave_out=True) for key in left_out}
    return imports.take_in(work, given, out, token, organisations)


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
