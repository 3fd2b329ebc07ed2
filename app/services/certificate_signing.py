"""What the signature of a certificate vouches for, and the signing itself (CN-3)."""

from collections.abc import Mapping
from typing import Any

from app.core.dates import PartialDate
from app.core.i18n import pick
from app.core.signed_code import SignedFacts, encode
from app.documents.texts import clean_line
from app.models.certificates import Certificate
from app.services import event_titles, issuer_keys


def facts(row: Certificate, snapshot: Mapping[str, Any] | None = None) -> SignedFacts:
    """The facts of a certificate as they are printed, in its first language; nothing that is not on the paper.

    ``snapshot`` is the one about to be kept; without it, the one that the row holds.
    """
    kept = snapshot if snapshot is not None else row.snapshot or {}
    start, end = PartialDate.parse(kept.get("start", "")), PartialDate.parse(kept.get("end", ""))
    duplicates = kept.get("duplicates", [])
    issuers = kept.get("issuers", [])
    name, native = clean_line(row.holder_latin), clean_line(row.holder)
    return SignedFacts(
        number=clean_line(row.number),
        name=name or native,
        native=native if name and native != name else "",
        event=clean_line(pick(event_titles.of_snapshot(kept), row.language)),
        issuer=clean_line(pick((issuers[0] if issuers else None) or kept.get("programme") or {}, row.language)),
        start=start.first,
        end=end.last or start.last,
        issued_on=row.issued_on,
        duplicate_on=PartialDate.parse(duplicates[-1]).first if duplicates else None,
        minutes=row.minutes,
        hour_minutes=int(kept.get("hour_minutes", 60)),
        kind=str(row.kind),
    )


def signed(told: SignedFacts) -> str:
    """The signed code that goes into the QR; Refused(``issuer_key_unusable``) without a usable key."""
    return encode(told, issuer_keys.private_key())
