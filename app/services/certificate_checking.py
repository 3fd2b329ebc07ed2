"""Checking a certificate: by the register, by its signature, by the revocations; from a text or from a picture."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from sqlalchemy import func, or_, select

from app.core import signed_code
from app.core.signed_code import SignedCode, SignedFacts
from app.core.text import fold
from app.core.vocabulary import CertificateStatus
from app.models.activities import Activity
from app.models.certificates import Certificate
from app.services import certificate_codes, certificate_signing, issuers, records
from app.services.certificate_rows import CertificateRow, facts, register_row
from app.services.revocations import Revoked
from app.storage.work import View

#: Letters in each half of a short code.
_HALF = 5


class Verdict(StrEnum):
    """What a check of a certificate found (CN-3)."""

    VALID = "valid"
    CANCELLED = "cancelled"
    REPLACED = "replaced"
    ALTERED = "altered"
    OTHER_INSTALLATION = "other_installation"
    UNKNOWN = "unknown"
    #: The signature is sound, but this program does not know whose it is.
    UNKNOWN_ISSUER = "unknown_issuer"
    #: The signature is this issuer's, but the register has something else under this number.
    OTHER_FACTS = "other_facts"
    #: A text that is neither a signed code nor a number or code of this register.
    NO_CODE = "no_code"


@dataclass(frozen=True, slots=True)
class Verification:
    """The result of a check, with the certificate when there is one.

    Of a signed code also what was signed, by whom (``issuer`` as this program knows it; empty for an unknown one), the
    fingerprint of the key, and the entry of the revocations that holds it.
    """

    verdict: Verdict
    certificate: CertificateRow | None = None
    facts: Mapping[str, object] = field(default_factory=dict)
    signed: SignedFacts | None = None
    issuer: str = ""
    fingerprint: str = ""
    revoked: Revoked | None = None


def check(view: View | None, text: str) -> Verification:
    """Check whatever was typed, pasted or scanned: a signed code, a number, a short code (CN-3).

    A signed code needs no data file; with one, the register is heard as well. Never VALID for an issuer that this
    program does not know.
    """
    if not signed_code.looks_signed(text):
        if view is None:
            return Verification(Verdict.NO_CODE)
        return verify(view, text)
    try:
        code = signed_code.decode(text)
    except signed_code.NoCode:
        return Verification(Verdict.ALTERED)
    told = Verification(
        Verdict.ALTERED,
        facts=signed_code.as_plain(code.facts),
        signed=code.facts,
        fingerprint=signed_code.fingerprint(code.public_key),
    )
    return _judged(view, code, told) if code.genuine else told


def _judged(view: View | None, code: SignedCode, told: Verification) -> Verification:
    """What a sound signature means: whose it is, and whether the certificate still holds."""
    issuer = issuers.by_key(code.public_key)
    if issuer is None:
        return replace(told, verdict=Verdict.UNKNOWN_ISSUER)
    told = replace(told, verdict=Verdict.VALID, issuer=issuer.name or code.facts.issuer)
    if issuer.own and view is not None:
        told = _in_register(view, code.facts, told)
    revoked = issuer.revocations.of(code.facts.number) if issuer.revocations else None
    # The register is nearer to what is so now than a list that was given out once.
    if revoked is not None and told.certificate is None:
        told = replace(told, verdict=Verdict(revoked.why), revoked=revoked)
    return told


def _in_register(view: View, said: SignedFacts, told: Verification) -> Verification:
    row = _by_number(view, said.number)
    if row is None:
        return told  # of another data file of the same issuer
    activity = records.fetch(view, Activity, row.activity_id)
    told = replace(told, certificate=register_row(view, row, activity))
    former = {entry["number"].casefold() for entry in (row.snapshot or {}).get("former", [])}
    if said.number.casefold() in former:
        return replace(told, verdict=Verdict.REPLACED)
    if not _same_facts(said, certificate_signing.facts(row)):
        return replace(told, verdict=Verdict.OTHER_FACTS)
    return replace(told, verdict=Verdict.CANCELLED) if row.status is CertificateStatus.CANCELLED else told


def _same_facts(said: SignedFacts, here: SignedFacts) -> bool:
    """Whether a code says what the register says; a duplicate and its original are the same certificate."""
    return signed_code.say_the_same(replace(said, duplicate_on=None), replace(here, duplicate_on=None))


def from_picture(content: bytes, file: str = "") -> tuple[str, ...]:
    """The codes in a picture (PNG, JPEG, WebP, …) or on the pages of a PDF, signed ones first; each once.

    Refused: ``picture_unreadable``, ``picture_too_large``, ``picture_no_code``.
    """
    from app.importers import code_pictures

    return tuple(sorted(code_pictures.read(content, file), key=lambda text: not signed_code.looks_signed(text)))


def verify(view: View, text: str) -> Verification:
    """Check what somebody typed or scanned: a number, a code, or both parted by a space (CN-3).

    The code is computed again from what is kept, so that a changed register is found out as well as a changed paper.
    """
    words = _words(text)
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


#: What stands before a number on papers and in letters; nobody's code.
_LABELS = frozenset({"", "№", "no", "nr", "n", "št", "номер", "number", "nummer", "numurs", "številka", "/"})
_DASHES = str.maketrans("\u2010\u2011\u2012\u2013\u2014\u2212;|\u00a0", "------   ")


def _words(text: str) -> list[str]:
    """Number and code out of what was typed or copied: "No. X-2026-0001", with a dash of any kind, a code in halves."""
    words = [word.strip(".,:()\u201c\u201d\"'") for word in text.translate(_DASHES).split()]
    words = [word for word in words if word.casefold() not in _LABELS]
    for place in range(len(words) - 1, 0, -1):
        if len(words[place]) == len(words[place - 1]) == _HALF and certificate_codes.normalised(
            words[place - 1] + words[place]
        ):
            words[place - 1 : place + 1] = [words[place - 1] + words[place]]
    return words


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
