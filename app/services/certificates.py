"""Certificates: who earned one, issuing with gap-free numbers, the register, cancelling, duplicates, verification."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select

from app.core.errors import Refused
from app.core.progress import Token, silent
from app.core.signed_code import LONGEST_NUMBER, number_fits
from app.core.text import fold, one_line
from app.core.vocabulary import (
    ActivityStatus,
    CertificateKind,
    CertificateStatus,
)
from app.models.activities import Activity
from app.models.certificates import Certificate
from app.models.people import Person
from app.models.programmes import Programme
from app.services import (
    certificate_codes,
    certificate_signing,
    certificate_snapshots,
    dative_names,
    programme_rules,
    records,
)
from app.services.certificate_candidates import Candidate, Earned, candidates
from app.services.certificate_checking import Verdict, Verification, verify
from app.services.certificate_rows import CertificateRow, facts, register_row
from app.storage.work import View, Work

#: So many people are asked for at once, and so many certificates are written at once.
_CHUNK, _FLUSH_EVERY = 500, 50


@dataclass(frozen=True, slots=True)
class IssueOptions:
    """How certificates are issued; ``signatory_ids`` empty means all signatories of the programme."""

    issued_on: date
    kind: CertificateKind = CertificateKind.ATTENDANCE
    language: str = "en"
    second_language: str = ""
    place: str = ""
    signatory_ids: tuple[str, ...] = ()


def issue(
    work: Work, activity_id: str, person_ids: Sequence[str], options: IssueOptions, token: Token | None = None
) -> tuple[str, ...]:
    """Issue certificates in the order given; gives their ids. Numbers are gap-free per programme and year (CN-1).

    Refused: ``certificate_not_earned`` (name, state), ``certificate_exists`` (name, number),
    ``certificate_dates_unknown``, ``activity_cancelled``, ``certificate_number_long``. When one is refused none is
    issued, and no number is used up. Somebody below the threshold can be given one with the hours really attended where
    the programme's rule allows it (CE-3). ``token`` hears about each and can stop the work: then nothing is issued, no
    number is used.
    """
    watch = token or silent()
    activity = records.fetch(work, Activity, activity_id)
    if activity.status is ActivityStatus.CANCELLED:
        raise Refused("activity_cancelled", code=activity.code)
    # A month is no date of a certificate: "from 1 to 31 October" would be invented (CE-4).
    if activity.start.exact is None or (activity.end.known and activity.end.exact is None):
        raise Refused("certificate_dates_unknown", code=activity.code)
    rules = programme_rules.of_programme(work, activity.programme_id, options.issued_on)
    known = {one.person_id: one for one in candidates(work, activity_id, options.kind, options.issued_on)}
    chosen = [_chosen(work, known, ident) for ident in dict.fromkeys(person_ids)]
    people = _people(work, [candidate.person_id for candidate in chosen])
    programme = records.fetch(work, Programme, activity.programme_id)
    key = certificate_codes.installation_key()
    serial = _last_serial(work, programme.id, options.issued_on.year)
    languages = (options.language, options.second_language)
    shared = {
        **certificate_snapshots.shared(work, activity, programme, options.place, options.signatory_ids),
        **certificate_snapshots.frozen(work, activity, programme, options.kind, languages),
    }
    last = serial + len(chosen)
    _expect_short(_number(rules.text("certificate.number"), programme.code, options.issued_on.year, last))
    forms = dative_names.frozen(work, list(people.values()), shared["words"], options.kind)
    issued = []
    for place, candidate in enumerate(chosen, start=serial + 1):
        watch.step(place - serial - 1, len(chosen))
        number = _number(rules.text("certificate.number"), programme.code, options.issued_on.year, place)
        person = people[candidate.person_id]
        row = _row(activity, person, candidate, options, number, place)
        parts = certificate_snapshots.person_parts(person, forms.get(person.id))
        _seal(row, {**shared, "state": str(candidate.state), "person": parts}, key)
        work.session.add(row)
        issued.append(row)
        if len(issued) % _FLUSH_EVERY == 0:
            work.flush()
    work.flush()
    watch.step(len(chosen), len(chosen))
    return tuple(row.id for row in issued)


def _people(view: View, idents: Sequence[str]) -> dict[str, Person]:
    found: dict[str, Person] = {}
    for start in range(0, len(idents), _CHUNK):
        rows = view.session.scalars(select(Person).where(Person.id.in_(idents[start : start + _CHUNK])))
        found.update({row.id: row for row in rows})
    return found


def _chosen(work: Work, known: Mapping[str, Candidate], ident: str) -> Candidate:
    candidate = known.get(ident)
    if candidate is None:
        person = records.fetch(work, Person, ident)
        raise Refused("certificate_not_earned", name=certificate_snapshots.latin_name(person), state="not_attending")
    if candidate.state is Earned.ISSUED:
        raise Refused("certificate_exists", name=candidate.name, number=candidate.number)
    if not candidate.gets:
        raise Refused("certificate_not_earned", name=candidate.name, state=str(candidate.state))
    return candidate


def _row(
    activity: Activity, person: Person, candidate: Candidate, options: IssueOptions, number: str, serial: int
) -> Certificate:
    return Certificate(
        programme_id=activity.programme_id,
        activity_id=activity.id,
        person_id=person.id,
        number=number,
        year=options.issued_on.year,
        serial=serial,
        kind=candidate.kind,
        status=CertificateStatus.ISSUED,
        language=options.language,
        second_language=options.second_language,
        minutes=candidate.minutes,
        issued_on=options.issued_on,
        holder=certificate_snapshots.native_name(person),
        holder_latin=certificate_snapshots.latin_name(person),
    )


def _seal(row: Certificate, snapshot: Mapping[str, Any], key: bytes) -> None:
    """Give a certificate its code and the snapshot from which it is printed again."""
    content = {**snapshot, "key": certificate_codes.fingerprint(key)}
    content["signed"] = certificate_signing.signed(certificate_signing.facts(row, content))
    row.snapshot = content
    row.code = certificate_codes.code_of(facts(row), key)
    row.search_text = " ".join(
        dict.fromkeys(
            fold(text)
            for text in (row.number, row.code, row.holder, row.holder_latin, *content.get("former_codes", ()))
            if text
        )
    )


def _number(pattern: str, programme: str, year: int, serial: int) -> str:
    return pattern.replace("{PROGCODE}", programme).replace("{YYYY}", f"{year:04d}").replace("{NNNN}", f"{serial:04d}")


def _expect_short(number: str) -> None:
    """A number that a QR has no room for cannot be checked: refused before any is used up."""
    if not number_fits(number):
        raise Refused("certificate_number_long", count=len(number), most=LONGEST_NUMBER)


def _last_serial(view: View, programme_id: str, year: int) -> int:
    found = view.session.scalar(
        select(func.max(Certificate.serial)).where(Certificate.programme_id == programme_id, Certificate.year == year)
    )
    return int(found or 0)


def list_rows(view: View, programme_id: str = "", year: int = 0, activity_id: str = "") -> tuple[CertificateRow, ...]:
    """The register (CN-2) in the order of the numbers; cancelled ones stay in it."""
    query = (
        select(Certificate, Activity)
        .join(Activity, Activity.id == Certificate.activity_id)
        .order_by(Certificate.programme_id, Certificate.year, Certificate.serial)
    )
    if programme_id:
        query = query.where(Certificate.programme_id == programme_id)
    if year:
        query = query.where(Certificate.year == year)
    if activity_id:
        query = query.where(Certificate.activity_id == activity_id)
    return tuple(register_row(view, row, activity) for row, activity in view.session.execute(query))


def load_snapshot(view: View, ident: str) -> Mapping[str, Any]:
    """What was printed on a certificate, as plain data, with number, code, holder and dates; NotFound."""
    return _plain(records.fetch(view, Certificate, ident))


def load_snapshots(view: View, idents: Sequence[str]) -> tuple[Mapping[str, Any], ...]:
    """The same for many, in the order given, in few queries; NotFound."""
    found: dict[str, Certificate] = {}
    for start in range(0, len(idents), _CHUNK):
        rows = view.session.scalars(select(Certificate).where(Certificate.id.in_(idents[start : start + _CHUNK])))
        found.update({row.id: row for row in rows})
    return tuple(_plain(found.get(ident) or records.fetch(view, Certificate, ident)) for ident in idents)


def _plain(row: Certificate) -> dict[str, Any]:
    return {
        **(row.snapshot or {}),
        "id": row.id,
        "activity_id": row.activity_id,
        "number": row.number,
        "code": row.code,
        "kind": str(row.kind),
        "language": row.language,
        "second_language": row.second_language,
        "holder": row.holder,
        "holder_latin": row.holder_latin,
        "minutes": row.minutes,
        "issued_on": row.issued_on.isoformat(),
        "cancelled": row.status is CertificateStatus.CANCELLED,
    }


def activity_of(view: View, ident: str) -> str:
    """The key of the activity that a certificate belongs to; NotFound."""
    return records.fetch(view, Certificate, ident).activity_id


def cancel(work: Work, ident: str, reason: str, on: date) -> None:
    """Cancel a certificate; its number stays in the register and is not used again (CN-1).

    Refused(``reason_missing``, ``certificate_cancelled``).
    """
    row = records.fetch(work, Certificate, ident)
    if not reason.strip():
        raise Refused("reason_missing")
    _refuse_cancelled(row)
    row.status, row.cancelled_on, row.cancel_reason = CertificateStatus.CANCELLED, on, reason.strip()
    work.flush()


def duplicate(work: Work, ident: str, on: date) -> int:
    """Note that a lost certificate is printed again as DUPLICATE on a day (CN-2); gives how many there are by now."""
    row = records.fetch(work, Certificate, ident)
    _refuse_cancelled(row)
    days = [*row.snapshot.get("duplicates", []), on.isoformat()]
    row.snapshot = {**row.snapshot, "duplicates": days}
    if row.snapshot.get("signed"):
        row.snapshot = {**row.snapshot, "signed": certificate_signing.signed(certificate_signing.facts(row))}
    work.flush()
    return len(days)


def reissue(work: Work, ident: str, on: date) -> str:
    """Make a certificate again for the holder's changed name: the same number with ``/2``, the former one void (CN-2).

    Gives the new number; Refused(``certificate_cancelled``, ``certificate_name_same``).
    """
    row = records.fetch(work, Certificate, ident)
    _refuse_cancelled(row)
    person = records.fetch(work, Person, row.person_id)
    holder, latin = certificate_snapshots.native_name(person), certificate_snapshots.latin_name(person)
    if (holder, latin) == (row.holder, row.holder_latin):
        raise Refused("certificate_name_same", number=row.number)
    former = {
        "number": row.number,
        "code": row.code,
        "holder": row.holder,
        "holder_latin": row.holder_latin,
        "issued_on": row.issued_on.isoformat(),
        "duplicates": row.snapshot.get("duplicates", []),
        "delivered_on": row.delivered_on.isoformat() if row.delivered_on else "",
        "delivery": row.delivery,
    }
    history = [*row.snapshot.get("former", []), {**former, "void_from": on.isoformat()}]
    row.number = f"{history[0]['number']}/{len(history) + 1}"
    row.holder, row.holder_latin, row.issued_on = holder, latin, on
    # The new paper is no duplicate, and nobody has it in hand yet.
    row.delivered_on, row.delivery = None, ""
    codes = [entry["code"] for entry in history]
    forms = dative_names.frozen(work, [person], row.snapshot.get("words", {}), row.kind)
    _seal(
        row,
        {
            **row.snapshot,
            "former": history,
            "former_codes": codes,
            "duplicates": [],
            "person": certificate_snapshots.person_parts(person, forms.get(person.id)),
        },
        certificate_codes.installation_key(),
    )
    work.flush()
    return row.number


def deliver(work: Work, idents: Sequence[str], on: date | None, how: str = "") -> int:
    """Note on which day and how certificates were handed over (CN-2), several at once; no day takes it back.

    Gives how many; Refused(``certificate_cancelled``) when one of them is void: then none is noted.
    """
    rows = [records.fetch(work, Certificate, ident) for ident in dict.fromkeys(idents)]
    for row in rows:
        _refuse_cancelled(row)
        row.delivered_on, row.delivery = on, one_line(how) if on else ""
    work.flush()
    return len(rows)


def _refuse_cancelled(row: Certificate) -> None:
    if row.status is CertificateStatus.CANCELLED:
        raise Refused("certificate_cancelled", number=row.number)


__all__ = [
    "Candidate",
    "CertificateRow",
    "Earned",
    "IssueOptions",
    "Verdict",
    "Verification",
    "activity_of",
    "cancel",
    "candidates",
    "deliver",
    "duplicate",
    "issue",
    "list_rows",
    "load_snapshot",
    "load_snapshots",
    "reissue",
    "verify",
]
