"""The logo of an organisation: checked when it comes, kept with the organisation, printed as supplied."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from sqlalchemy import select

from app.core.errors import Refused
from app.documents import logo_check
from app.models.documents import Document
from app.models.organisations import Organisation
from app.services import documents, records
from app.storage.work import View, Work

#: The kind of a kept file that is an organisation's logo.
LOGO = "logo"


def kept(view: View, organisation_id: str) -> Document | None:
    """The newest logo that is kept with an organisation."""
    return kept_of(view, [organisation_id]).get(organisation_id)


def kept_of(view: View, organisation_ids: Sequence[str]) -> Mapping[str, Document]:
    """The newest logo of each of these organisations that has one."""
    rows = view.session.scalars(
        select(Document)
        .where(Document.owner_kind == "organisation", Document.owner_id.in_(organisation_ids), Document.kind == LOGO)
        .order_by(Document.made_at, Document.id)
    )
    return {row.owner_id: row for row in rows}


def small(view: View, document_id: str, wide: int, high: int) -> bytes:
    """A PNG of a kept logo fitted into a box of pixels; empty when it is lost or cannot be printed."""
    try:
        return logo_check.small(documents.content(view, document_id), wide, high)
    except Refused:
        return b""


def read(path: Path) -> bytes:
    """The bytes of a file that shall become a logo; Refused: file_missing, file_unreadable, logo_too_large."""
    try:
        if path.is_file() and path.stat().st_size > logo_check.LARGEST:
            raise Refused("logo_too_large", file=path.name, most=logo_check.LARGEST // 1024**2)
        return path.read_bytes()
    except FileNotFoundError:
        raise Refused("file_missing", file=path.name) from None
    except OSError:
        raise Refused("file_unreadable", file=path.name) from None


def set_logo(work: Work, organisation_id: str, content: bytes, file_name: str) -> str:
    """Keep a picture as the logo of an organisation, in place of the former; gives the document's id.

    Refused with the reason in ``logo_check.check`` when it cannot be printed; NotFound.
    """
    records.fetch(work, Organisation, organisation_id)
    logo_check.check(content, file_name)
    remove_logo(work, organisation_id)
    owner = documents.Owner("organisation", organisation_id)
    return documents.add_content(work, content, file_name, owner, documents.DocumentDraft(kind=LOGO))


def remove_logo(work: Work, organisation_id: str) -> None:
    """Take every logo off an organisation: its name is printed in the row instead."""
    rows = work.session.scalars(
        select(Document).where(
            Document.owner_kind == "organisation", Document.owner_id == organisation_id, Document.kind == LOGO
        )
    ).all()
    for row in rows:
        work.delete(row)
