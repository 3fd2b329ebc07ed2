"""A new person under the e-mail of somebody known: told at the cell, since one of both is mostly meant (MA-6, MA-7).

One e-mail does not make two names one person: town halls share mail boxes. But nobody may get the address of somebody
known without a word.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import compress, repeat
from operator import is_

from sqlalchemy import select

from app.importers.known_table import KnownPeople, KnownPerson
from app.importers.staged import CellWarning, Outcome, StagedRow
from app.importers.staged_rows import StagedRows
from app.models.people import Person
from app.services.import_plans import ImportPlan, Overlaid
from app.storage.work import View

CODE = "import_email_of_other"


def told(view: View, given: ImportPlan, people: Sequence[KnownPerson]) -> ImportPlan:
    """The plan with a remark at the e-mail of each new row that is the address of one of ``people``."""
    places, fresh = _new_mails(given)
    wanted = set(fresh) - {""}
    mails = _mails(KnownPeople.of(people), wanted) if wanted else {}
    meant = {place: mails[mail] for place, mail in zip(places, fresh, strict=True) if mail in mails} if mails else {}
    if not meant:
        return given
    names = _names(view, set(meant.values()))
    below = given.staged.rows
    rows = {place: _remarked(below[place], names[ident]) for place, ident in meant.items() if ident in names}
    laid = below.replaced(rows) if isinstance(below, StagedRows) else Overlaid(below, rows)
    return replace(given, staged=replace(given.staged, rows=laid))


def settled(view: View, row: StagedRow, people: Sequence[KnownPerson]) -> StagedRow:
    """A row that was decided: remarked anew while it is a new person, else without the remark.

    ``people``: who is known, without those of whom the user said that the row does not mean them.
    """
    row = without(row)
    mail = row.fields.get("email", "").lower()
    if row.outcome is not Outcome.NEW or not mail:
        return row
    ident = _mails(KnownPeople.of(people), {mail}).get(mail, "")
    names = _names(view, {ident}) if ident else {}
    return _remarked(row, names[ident]) if ident in names else row


def without(row: StagedRow) -> StagedRow:
    """A row without the remark: the user said who it is."""
    if all(one.code != CODE for one in row.warnings):
        return row
    return replace(row, warnings=tuple(one for one in row.warnings if one.code != CODE))


def _mails(people: KnownPeople, wanted: Collection[str]) -> Mapping[str, str]:
    """Whose each of the wanted addresses is; the first by code where several share it."""
    found = {mail: people.idents[numbers[0]] for mail, numbers in people.by_other_mail.items() if mail in wanted}
    return found | {mail: people.idents[number] for mail, number in people.with_mails(wanted).items()}


def _new_mails(given: ImportPlan) -> tuple[Sequence[int], Sequence[str]]:
    """The places of the rows that are somebody new, and their addresses; '' where there is none."""
    rows = given.staged.rows
    if isinstance(rows, StagedRows):
        new = list(map(is_, rows.outcomes, repeat(Outcome.NEW)))
        return list(compress(range(len(new)), new)), list(map(str.lower, compress(rows.column("email"), new)))
    found = [(place, row.fields.get("email", "")) for place, row in enumerate(rows) if row.outcome is Outcome.NEW]
    return [place for place, _mail in found], [mail.lower() for _place, mail in found]


def _names(view: View, idents: Collection[str]) -> Mapping[str, tuple[str, str, str]]:
    """Id, name and code by id."""
    columns = (Person.family_name, Person.given_name, Person.family_latin, Person.given_latin)
    query = select(Person.id, Person.code, *columns).where(Person.id.in_(idents))
    found = {}
    for ident, code, family, given, family_latin, given_latin in view.session.execute(query):
        name = " ".join(filter(None, (family, given))) or " ".join(filter(None, (family_latin, given_latin)))
        found[ident] = (ident, name, code)
    return found


def _remarked(row: StagedRow, person: tuple[str, str, str]) -> StagedRow:
    ident, name, code = person
    column = next((number for number, one in row.columns.items() if one.field in ("email", "contacts")), 0)
    raw = row.raw.get("email", "") or row.fields["email"]
    remark = CellWarning("email", column, raw, CODE, {"name": name, "person": code, "person_id": ident})
    return replace(row, warnings=(*row.warnings, remark))
