"""Certificates that hold no longer, as a signed file that travels: cancelled and replaced ones (CN-1, CN-2, CN-3).

It holds numbers, days and which of the two, no names and no reasons: what is not printed on a certificate is nobody's
business. One that was revoked once is in every later file of the same issuer.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import select

from app.core.errors import Refused
from app.core.vocabulary import CertificateStatus
from app.models.certificates import Certificate
from app.services import issuer_keys
from app.services.signed_files import read_signed, sealed
from app.storage.work import View

KIND = "revocations"
WHY = ("cancelled", "replaced")


@dataclass(frozen=True, slots=True)
class Revoked:
    """One certificate that holds no longer; ``why`` is ``cancelled`` or ``replaced``."""

    number: str
    on: date
    why: str


@dataclass(frozen=True, slots=True)
class Revocations:
    """A list as it was given out; ``content`` are the bytes of the signed file."""

    public_key: bytes
    made_at: datetime
    entries: tuple[Revoked, ...]
    content: bytes

    def of(self, number: str) -> Revoked | None:
        """What became of a number; None while it holds."""
        wanted = number.casefold()
        return next((entry for entry in self.entries if entry.number.casefold() == wanted), None)


def make(view: View | None, former: Revocations | None, at: datetime | None = None) -> Revocations:
    """The list of this register and of ``former``, signed by this installation's key.

    A number that this register knows is told as it stands here; one that it does not know, from another data file of
    the same issuer, stays as it was told. ``at`` is when it is made; a list is never older than its former one.
    """
    here: dict[str, Revoked] = {}
    standing: set[str] = set()
    if view is not None:
        here, standing = _of_register(view)
    entries = {entry.number: entry for entry in (former.entries if former else ()) if entry.number not in standing}
    entries.update(here)
    moment = (at or datetime.now(UTC)).astimezone(UTC).replace(microsecond=0)
    if former is not None:
        moment = max(moment, former.made_at)
    listed = [
        {"number": entry.number, "on": entry.on.isoformat(), "why": entry.why}
        for entry in sorted(entries.values(), key=lambda entry: entry.number)
    ]
    return read(sealed(KIND, {"made_at": moment.isoformat(), "entries": listed}))


def _of_register(view: View) -> tuple[dict[str, Revoked], set[str]]:
    """(what was revoked, the numbers that hold), of the certificates that were signed with this key."""
    revoked: dict[str, Revoked] = {}
    standing: set[str] = set()
    for row in view.session.scalars(select(Certificate)):
        for entry in (row.snapshot or {}).get("former", []):
            revoked[entry["number"]] = Revoked(entry["number"], date.fromisoformat(entry["void_from"]), "replaced")
        if row.status is CertificateStatus.CANCELLED:
            revoked[row.number] = Revoked(row.number, row.cancelled_on or row.issued_on, "cancelled")
        else:
            standing.add(row.number)
    return revoked, standing


def read(content: bytes, file: str = "") -> Revocations:
    """A list from its file; Refused(``card_unreadable``, ``card_altered``: tampered with)."""
    kind, key, told = read_signed(content, file)
    if kind != KIND:
        raise Refused("card_unreadable", file=file)
    try:
        moment = datetime.fromisoformat(str(told["made_at"]))
        entries = tuple(_entry(entry) for entry in told["entries"])
        if moment.tzinfo is None:
            raise ValueError("no zone")
    except (KeyError, ValueError, TypeError, AttributeError):
        raise Refused("card_unreadable", file=file) from None
    return Revocations(key, moment, entries, content)


def _entry(entry: Any) -> Revoked:
    if entry["why"] not in WHY:
        raise ValueError("unknown reason")
    return Revoked(str(entry["number"]), date.fromisoformat(entry["on"]), str(entry["why"]))


def is_own(told: Revocations) -> bool:
    """Whether a list was signed with this installation's key."""
    return issuer_keys.exists() and issuer_keys.public_key() == told.public_key
