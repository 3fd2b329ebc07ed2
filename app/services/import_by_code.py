"""Decisions about an import in the words of the command line: rows by number, records by code."""

from collections.abc import Iterable, Mapping

from app.core.errors import Refused
from app.core.text import fold
from app.models.organisations import Organisation
from app.models.people import Person
from app.services import import_deciding, records
from app.services.import_plans import Decision, ImportPlan, OrganisationDecision, RowKey
from app.storage.work import View

#: In place of an organisation's code: a new one is made.
NEW = "new"


def find_row(given: ImportPlan, told: str) -> RowKey:
    """A row of the file by ``5`` or ``Sheet!5``.

    Refused: ``import_no_such_row_told`` where the file has no such row of a person, ``import_row_in_sheets`` where
    several sheets have one.
    """
    sheet, _, number = told.rpartition("!")
    found = [key for key in given.places if str(key[1]) == number.strip() and sheet in ("", key[0])]
    if not found:
        raise Refused("import_no_such_row_told", value=told)
    if len(found) > 1:
        raise Refused("import_row_in_sheets", value=told, sheets=", ".join(sorted(key[0] for key in found)))
    return found[0]


def decide(view: View, given: ImportPlan, links: Iterable[tuple[str, str]], fresh: Iterable[str]) -> ImportPlan:
    """The plan with rows linked to people by code, and rows taken as new; raises Refused, NotFound.

    Refused also ``import_row_told_twice`` for one row in both, and ``import_row_nameless`` for a row without a name.
    """
    decisions: dict[RowKey, Decision] = {}

    def enter(told: str, decision: Decision) -> None:
        key = find_row(given, told)
        if key in decisions:
            raise Refused("import_row_told_twice", value=told)
        fields = given.rows[given.places[key]].fields
        if not (fields.get("family_name") or fields.get("given_name") or fields.get("family_latin")):
            raise Refused("import_row_nameless", value=told)
        decisions[key] = decision

    for told, code in links:
        enter(told, Decision(person_id=records.by_code(view, Person, code).id))
    for told in fresh:
        enter(told, Decision(as_new=True))
    return import_deciding.apply(view, given, given, decisions) if decisions else given


def organisations(
    view: View, plans: Iterable[ImportPlan], told: Iterable[tuple[str, str]]
) -> Mapping[str, OrganisationDecision]:
    """What names of organisations in the files mean: ``(text, code)``, or ``new`` for the code; raises NotFound.

    Refused(``import_no_such_organisation``) for a text that stands in none of the files.
    """
    wanted = list(told)
    if not wanted:
        return {}
    there = {fold(row.fields["organisation"]) for plan in plans for row in plan.rows if "organisation" in row.fields}
    found: dict[str, OrganisationDecision] = {}
    for text, code in wanted:
        if fold(text) not in there:
            raise Refused("import_no_such_organisation", value=text)
        known = "" if code.casefold() == NEW else records.by_code(view, Organisation, code).id
        found[text] = OrganisationDecision(known)
    return found
