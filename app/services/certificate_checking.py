"""Checking a certificate: by the register, by its signature, by the revocations; from a text or from a picture."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from sqlalchemy import func, or_, select

from app.core.text import fold
from app.core.vocabulary import CertificateStatus
from app.models.activities import Activity
from app.models.certificates import Certificate
from app.services import certificate_codes, records
from app.services.certificate_rows import CertificateRow, facts, register_row
from app.storage.work import View


class Verdict(StrEnum):
    """What a check of a certificate found (CN-3)."""

    VALID = "valid"
    CANCELLED = "cancelled"
    REPLACED = "replaced"
    ALTERED = "altered"
    OTHER_INSTALLATION = "other_installation"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Verification:
    """The result of a check, with the certificate when there is one."""

    verdict: Verdict
    certificate: CertificateRow | None = None
    facts: Mapping[str, object] = field(default_factory=dict)


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
    return Verification(verdict, register_row(view, row, activity), facts(row))


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
    if not certificate_codes.same(certificate_codes.code_of(facts(row), key), row.code):
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
