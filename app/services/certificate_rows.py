"""A line of the register of certificates (CN-2), and what the short code of a certificate vouches for (CN-3)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.core.dates import PartialDate
from app.core.i18n import pick
from app.core.text import fold
from app.core.vocabulary import CertificateKind, CertificateStatus
from app.models.activities import Activity
from app.models.certificates import Certificate
from app.services import attendance, event_titles
from app.storage.work import View


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
    delivered_on: date | None = None
    delivery: str = ""


def register_row(view: View, row: Certificate, activity: Activity) -> CertificateRow:
    """The line of one certificate, as it was printed."""
    snapshot = row.snapshot or {}
    former = snapshot.get("former", [])
    # As the paper says it: who checks a certificate compares this line with what is printed.
    title = pick(event_titles.of_snapshot(snapshot), view.language)
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
        delivered_on=row.delivered_on,
        delivery=row.delivery,
    )


def facts(row: Certificate) -> dict[str, object]:
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
