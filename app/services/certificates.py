"""Certificates: who earned one, issuing with gap-free numbers, the register, cancelling, duplicates, verification."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import func, or_, select

from app.core.dates import PartialDate
from app.core.errors import Refused
from app.core.i18n import pick
from app.core.text import fold
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
    attendance,
    certificate_codes,
    certificate_snapshots,
    programme_rules,
    records,
)
from app.services.certificate_candidates import Candidate, Earned, candidates
from app.storage.work import View, Work


class Verdict(StrEnum):
    """What a check of a certificate found (CN-3)."""

    VALID = "valid"
    CANCELLED = "cancelled"
    REPLACED = "replaced"
    ALTERED = "altered"
    OTHER_INSTALLATION = "other_installation"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class CertificateRow:
    """A line of the register (CN-2)."""

    id: str
    number: str
    code: str
    holder: str
    holder_latin: str
    person_id: str
    activity_id: str
    activity_code: str
    activity: str
    start: PartialDate
    end: PartialDate
    minutes: int
    hours: Decimal
    kind: CertificateKind
    status: CertificateStatus
    language: str
    second_language: str
    issued_on: date
    signatories: str
    duplicates: tuple[date, ...]
    replaces: str
    cancelled_on: date | None
    cancel_reason: str
    search_text: str


@dataclass(frozen=True, slots=True)
class IssueOptions:
    """How certificates are issued; ``signatory_ids`` empty means all signatories of the programme."""

    issued_on: date
    kind: CertificateKind = CertificateKind.ATTENDANCE
    language: str = "en"
    second_language: str = ""
    place: str = ""
    signatory_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verification:
    """The result of a check, with the certificate when there is one."""

    verdict: Verdict
    certificate: CertificateRow | None = None
    facts: Mapping[str, object] = field(default_factory=dict)


def issue(work: Work, activity_id: str, person_ids: Sequence[str], options: IssueOptions) -> tuple[str, ...]:
    """Issue certificates in the order given; gives their ids. Numbers are gap-free per programme and year (CN-1).

    Refused: ``certificate_not_earned`` (name, state), ``certificate_exists`` (name, number),
    ``certificate_dates_unknown``, ``activity_cancelled``. When one is refused none is issued, and no number is used
    up. Somebody below the threshold can be given one with the hours really attended where the programme's rule
    allows it (CE-3).
    """
    activity = records.fetch(work, Activity, activity_id)
    if activity.status is ActivityStatus.CANCELLED:
        raise Refused("activity_cancelled", code=activity.code)
    if not activity.start.known:
        raise Refused("certificate_dates_unknown", code=activity.code)
    rules = programme_rules.of_programme(work, activity.programme_id, options.issued_on)
    known = {candidate.person_id: candidate for candidate in candidates(work, activity_id, options.kind)}
    chosen = [_chosen(work, known, ident, rules) for ident in dict.fromkeys(person_ids)]
    programme = records.fetch(work, Programme, activity.programme_id)
    key = certificate_codes.installation_key()
    serial = _last_serial(work, programme.id, options.issued_on.year)
    shared = certificate_snapshots.shared(work, activity, programme, options.place, options.signatory_ids)
    issued = []
    for place, candidate in enumerate(chosen, start=serial + 1):
        number = _number(rules.text("certificate.number"), programme.code, options.issued_on.year, place)
        row = _row(work, activity, candidate, options, number, place)
        person = certificate_snapshots.person_parts(records.fetch(work, Person, candidate.person_id))
        _seal(row, {**shared, "state": str(candidate.state), "person": person}, key)
        issued.append(work.add(row))
    return tuple(issued)


def _chosen(work: Work, known: Mapping[str, Candidate], ident: str, rules: programme_rules.Rules) -> Candidate:
    candidate = known.get(ident)
    if candidate is None:
        person = records.fetch(work, Person, ident)
        raise Refused("certificate_not_earned", name=certificate_snapshots.latin_name(person), state="not_attending")
    if candidate.state is Earned.ISSUED:
        raise Refused("certificate_exists", name=candidate.name, number=candidate.number)
    allowed = rules.text("certificate.below_threshold") == "attended_hours" and candidate.minutes > 0
    if candidate.state is not Earned.READY and not (
        candidate.state is Earned.BELOW and allowed and candidate.kind is CertificateKind.ATTENDANCE
    ):
        raise Refused("certificate_not_earned", name=candidate.name, state=str(candidate.state))
    return candidate


def _row(
    work: Work, activity: Activity, candidate: Candidate, options: IssueOptions, number: str, serial: int
) -> Certificate:
    person = records.fetch(work, Person, candidate.person_id)
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
    row.snapshot = content
    row.code = certificate_codes.code_of(_facts(row), key)
    row.search_text = " ".join(
        dict.fromkeys(
            fold(text)
            for text in (row.number, row.code, row.holder, row.holder_latin, *content.get("former_codes", ()))
            if text
        )
    )


def _facts(row: Certificate) -> dict[str, object]:
    """What the code vouches for (CN-3); nothing that is not printed."""
    snapshot = row.snapshot or {}
    return {
        "number": row.number,
        "name": row.holder_latin,
        "event": row.activity_id,
        "kind": str(row.kind),
        "start": snapshot.get("start", ""),
        "end": snapshot.get("end", ""),
        "minutes": row.minutes,
        "hour_minutes": snapshot.get("hour_minutes", 60),
        "issued_on": row.issued_on.isoformat(),
    }


def _number(pattern: str, programme: str, year: int, serial: int) -> str:
    return pattern.replace("{PROGCODE}", programme).replace("{YYYY}", f"{year:04d}").replace("{NNNN}", f"{serial:04d}")


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
    return tuple(_register_row(view, row, activity) for row, activity in view.session.execute(query))


def _register_row(view: View, row: Certificate, activity: Activity) -> CertificateRow:
    snapshot = row.snapshot or {}
    former = snapshot.get("former", [])
    title = pick(snapshot.get("title", {}), view.language)
    return CertificateRow(
        id=row.id,
        number=row.number,
        code=row.code,
        holder=row.holder,
        holder_latin=row.holder_latin,
        person_id=row.person_id,
        activity_id=row.activity_id,
        activity_code=activity.code,
        activity=title,
        start=PartialDate.parse(snapshot.get("start", "")),
        end=PartialDate.parse(snapshot.get("end", "")),
        minutes=row.minutes,
        hours=attendance.hours(row.minutes, snapshot.get("hour_minutes", 60)),
        kind=row.kind,
        status=row.status,
        language=row.language,
        second_language=row.second_language,
        issued_on=row.issued_on,
        signatories=", ".join(signatory["name"] for signatory in snapshot.get("signatories", [])),
        duplicates=tuple(date.fromisoformat(day) for day in snapshot.get("duplicates", [])),
        replaces=former[-1]["number"] if former else "",
        cancelled_on=row.cancelled_on,
        cancel_reason=row.cancel_reason,
        search_text=f"{row.search_text} {fold(title)} {fold(activity.code)}",
    )


def load_snapshot(view: View, ident: str) -> Mapping[str, Any]:
    """What was printed on a certificate, as plain data, with number, code, holder and dates; NotFound."""
    row = records.fetch(view, Certificate, ident)
    return {
        **(row.snapshot or {}),
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
    former = {"number": row.number, "code": row.code, "holder": row.holder, "holder_latin": row.holder_latin}
    history = [*row.snapshot.get("former", []), {**former, "void_from": on.isoformat()}]
    row.number = f"{history[0]['number']}/{len(history) + 1}"
    row.holder, row.holder_latin, row.issued_on = holder, latin, on
    codes = [entry["code"] for entry in history]
    _seal(
        row,
        {
            **row.snapshot,
            "former": history,
            "former_codes": codes,
            "person": certificate_snapshots.person_parts(person),
        },
        certificate_codes.installation_key(),
    )
    work.flush()
    return row.number


def _refuse_cancelled(row: Certificate) -> None:
    if row.status is CertificateStatus.CANCELLED:
        raise Refused("certificate_cancelled", number=row.number)


def verify(view: View, text: str) -> Verification:
    """Check what somebody typed or scanned: a number, a code, or both parted by a space (CN-3).

    The code is computed again from what is kept, so that a changed register is found out as well as a changed paper.
    """
    words = text.replace(";", " ").replace("|", " ").split()
    if not words:
        return Verification(Verdict.UNKNOWN)
    number = next((word for word in words if _by_number(view, word) is not None), "")
    typed = next((code for word in words if word != number and (code := certificate_codes.normalised(word))), "")
    row = _by_number(view, number) if number else _by_code(view, typed)
    if row is None:
        return Verification(Verdict.UNKNOWN)
    activity = records.fetch(view, Activity, row.activity_id)
    verdict = _verdict(row, number, typed)
    if number and not typed and any(word != number for word in words):
        verdict = Verdict.ALTERED  # something stood beside the number that cannot be its code
    return Verification(verdict, _register_row(view, row, activity), _facts(row))


def _verdict(row: Certificate, number: str, typed: str) -> Verdict:
    snapshot = row.snapshot or {}
    former = {entry["number"].casefold(): entry["code"] for entry in snapshot.get("former", [])}
    if number.casefold() in former:
        code = former[number.casefold()]
        return Verdict.ALTERED if typed and not certificate_codes.same(typed, code) else Verdict.REPLACED
    if typed in former.values() and not certificate_codes.same(typed, row.code):
        return Verdict.ALTERED if number else Verdict.REPLACED
    if typed and not certificate_codes.same(typed, row.code):
        return Verdict.ALTERED
    key = certificate_codes.installation_key()
    if snapshot.get("key") != certificate_codes.fingerprint(key):
        return Verdict.OTHER_INSTALLATION
    if not certificate_codes.same(certificate_codes.code_of(_facts(row), key), row.code):
        return Verdict.ALTERED
    return Verdict.CANCELLED if row.status is CertificateStatus.CANCELLED else Verdict.VALID


def _by_number(view: View, number: str) -> Certificate | None:
    """The certificate with that number now, or before it was made again."""
    wanted = number.casefold()
    pattern = wanted.replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_") + "/%"
    base, _, version = wanted.rpartition("/")
    column = func.lower(Certificate.number)
    row = view.session.scalars(select(Certificate).where(column == wanted)).first()
    if row is None:
        row = view.session.scalars(select(Certificate).where(column.like(pattern, escape="\\"))).first()
    if row is None and base and version.isdigit():
        row = _by_number(view, base)
        known = [entry["number"].casefold() for entry in (row.snapshot or {}).get("former", [])] if row else []
        return row if wanted in known else None
    return row


def _by_code(view: View, code: str) -> Certificate | None:
    if not code:
        return None
    return view.session.scalars(
        select(Certificate).where(
            or_(Certificate.code == code, Certificate.search_text.contains(fold(code), autoescape=True))
        )
    ).first()


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
    "duplicate",
    "issue",
    "list_rows",
    "load_snapshot",
    "reissue",
    "verify",
]
