"""The files that an issuer gives out: its card, its revocations, the page that checks; made from what is known here."""

from datetime import date, datetime
from pathlib import Path

from sqlalchemy import select

from app.core.errors import Refused
from app.core.i18n import pick
from app.core.vocabulary import ProgrammePartyRole
from app.models.organisations import Organisation
from app.models.programmes import ProgrammeParty
from app.services import issuer_keys, issuers, revocations, verification_page
from app.services.issuers import Issuer
from app.services.revocations import Revocations
from app.storage.files import write_whole
from app.storage.work import View

_LARGEST = 20_000_000


def own_revocations(view: View | None, at: datetime | None = None) -> Revocations:
    """What this installation revoked, of this data file and of those before; remembered as given out."""
    own = issuer_keys.public_key()
    former = next((issuer.revocations for issuer in issuers.known() if issuer.public_key == own), None)
    told = revocations.make(view, former, at)
    issuers.keep_own(told)
    return told


def card(view: View | None, name: str = "", at: datetime | None = None) -> bytes:
    """This installation's card with its revocations; ``name`` empty for the name told before or the implementer's.

    Refused(``issuer_name_missing``) when no name is known.
    """
    return issuers.card(name or own_name(view), own_revocations(view, at))


def page(view: View | None, language: str = "en", on: date | None = None, at: datetime | None = None) -> bytes:
    """The page that checks certificates of this installation and of the issuers that it trusts."""
    told = own_revocations(view, at)
    name = own_name(view)
    known = [
        Issuer(issuer.public_key, name or issuer.fingerprint, True, issuer.since, told) if issuer.own else issuer
        for issuer in issuers.known()
    ]
    return verification_page.build(known, (), language, on)


def own_name(view: View | None) -> str:
    """The name under which this installation issues: the one told before, else that of a programme's implementer."""
    found = issuers.own_name()
    if found or view is None:
        return found
    names = view.session.scalars(
        select(Organisation.name)
        .join(ProgrammeParty, ProgrammeParty.organisation_id == Organisation.id)
        .where(ProgrammeParty.role == ProgrammePartyRole.IMPLEMENTER)
        .order_by(ProgrammeParty.place, Organisation.code)
    )
    return next((text for name in names if (text := pick(name, view.language))), "")


def trust_file(source: Path, on: date) -> Issuer:
    """Believe the issuer of a card or take its newer revocations, from a file; see ``issuers.trust``."""
    try:
        content = issuer_keys.read_small(source, _LARGEST)
    except (OSError, ValueError):
        raise Refused("card_unreadable", file=source.name) from None
    return issuers.trust(content, on, source.name)


def write(target: Path, content: bytes, ending: str) -> Path:
    """Write one of these files whole; Refused(``export_ending``) under another ending."""
    if target.suffix.lower() != ending:
        raise Refused("export_ending", file=target.name, endings=ending)
    return write_whole(target, content)
