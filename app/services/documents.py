"""Files kept with a record, by the hash of their content; and the record of papers that the program issued.

A content stands once in the folder ``<data file> files`` beside the data file, under its SHA-256. It stays when its
record is deleted, so that the deletion can be taken back.
"""

import hashlib
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select

from app.core.errors import Refused
from app.core.text import fold, one_line
from app.models.documents import Document
from app.services import records
from app.storage.files import write_whole
from app.storage.work import View, Work

#: Bytes of the largest file that is kept.
LARGEST = 200 * 1024 * 1024

_SUFFIX = re.compile(r"\.[a-z0-9]{1,8}")
_UNSAFE = re.compile(r'[\x00-\x1f<>:"/\\|?*]')


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A line of a list of documents. ``size`` in bytes; ``origin`` is kept or issued."""

    id: str
    title: str
    file_name: str
    kind: str
    origin: str
    language: str
    number: str
    size: int
    made_at: datetime
    owner_kind: str
    owner_id: str
    programme_id: str
    person_id: str
    notes: str
    search_text: str


@dataclass(frozen=True, slots=True)
class Owner:
    """The record that a document belongs to: its kind (name of its table), its id, and the programme it is part of."""

    kind: str
    id: str
    programme_id: str | None = None
    person_id: str | None = None


@dataclass(frozen=True, slots=True)
class DocumentDraft:
    """What may be changed of a document; its content never is."""

    title: str = ""
    kind: str = ""
    language: str = ""
    number: str = ""
    notes: str = ""
    version: int = 0


def list_rows(view: View, programme_id: str = "", owner_kind: str = "", owner_id: str = "") -> tuple[DocumentRow, ...]:
    """Documents, newest first: all, those of a programme, or those of one record."""
    query = select(Document).order_by(Document.made_at.desc(), Document.id.desc())
    if programme_id:
        query = query.where(Document.programme_id == programme_id)
    if owner_kind:
        query = query.where(Document.owner_kind == owner_kind, Document.owner_id == owner_id)
    return tuple(_row(row) for row in view.session.scalars(query))


def load(view: View, ident: str) -> DocumentDraft:
    """What may be changed of one document."""
    return records.to_draft(records.fetch(view, Document, ident), DocumentDraft)


def add(work: Work, path: Path, owner: Owner, draft: DocumentDraft | None = None) -> str:
    """Keep a file with a record; gives the document's id.

    Raises Refused: file_missing, file_unreadable, file_too_large, disk_full, folder_not_writable.
    """
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise Refused("file_missing", file=path.name)
        if size > LARGEST:
            raise Refused("file_too_large", file=path.name, most=LARGEST // 1024**2)
        content = path.read_bytes()
    except FileNotFoundError:
        raise Refused("file_missing", file=path.name) from None
    except OSError:
        raise Refused("file_unreadable", file=path.name) from None
    return add_content(work, content, path.name, owner, draft)


def add_content(
    work: Work, content: bytes, file_name: str, owner: Owner, draft: DocumentDraft | None = None, origin: str = "kept"
) -> str:
    """Keep bytes under a file name; ``origin`` is ``issued`` for a paper that the program made."""
    draft = draft or DocumentDraft()
    digest = hashlib.sha256(content).hexdigest()
    target = stored_path(work, digest, file_name)
    if not target.exists():
        write_whole(target, content)
        # Opened by another program it must not be changed under its hash.
        target.chmod(0o444)
    row = Document(
        programme_id=owner.programme_id or (owner.id if owner.kind == "programme" else None),
        person_id=owner.person_id or (owner.id if owner.kind == "person" else None),
        owner_kind=owner.kind,
        owner_id=owner.id,
        origin=origin,
        file_name=one_line(file_name),
        sha256=digest,
        size=len(content),
        made_at=datetime.now(UTC),
    )
    _fill(row, draft)
    return work.add(row)


def save(work: Work, ident: str, draft: DocumentDraft) -> None:
    """Keep a changed title, kind, language or note; raises Conflict, NotFound."""
    row = records.fetch(work, Document, ident)
    records.expect_version(row, draft)
    _fill(row, draft)
    work.flush()


def remove(work: Work, ident: str) -> None:
    """Take a document off its record; its content stays, so that this can be taken back."""
    work.delete(records.fetch(work, Document, ident))


def remove_of(work: Work, owner_kind: str, owner_id: str) -> None:
    """Take all documents off a record that is being deleted."""
    for row in work.session.scalars(
        select(Document).where(Document.owner_kind == owner_kind, Document.owner_id == owner_id)
    ).all():
        work.delete(row)


def content(view: View, ident: str) -> bytes:
    """The content of a document; Refused(``document_lost``, ``document_damaged``) when it is not what was kept."""
    row = records.fetch(view, Document, ident)
    try:
        found = stored_path(view, row.sha256, row.file_name).read_bytes()
    except OSError:
        raise Refused("document_lost", file=row.file_name) from None
    if hashlib.sha256(found).hexdigest() != row.sha256:
        raise Refused("document_damaged", file=row.file_name)
    return found


def copy_to(view: View, ident: str, folder: Path) -> Path:
    """Write a checked copy under its own name into a folder, to be opened or sent; gives the file."""
    whole = content(view, ident)
    row = records.fetch(view, Document, ident)
    return write_whole(folder / _safe_name(row.file_name), whole)


def folder_of(view: View) -> Path:
    """The folder beside the data file in which contents are kept."""
    database = Path(view.session.connection().engine.url.database or "")
    return database.with_name(f"{database.stem} files")


def stored_path(view: View, digest: str, file_name: str) -> Path:
    """Where the content with that SHA-256 is kept; the ending stays, so that other programs know what it is."""
    suffix = Path(file_name).suffix.lower()
    return folder_of(view) / f"{digest}{suffix if _SUFFIX.fullmatch(suffix) else ''}"


def _safe_name(file_name: str) -> str:
    name = _UNSAFE.sub("_", file_name).strip(" .")
    return name[-120:] or "document"


def _fill(row: Document, draft: DocumentDraft) -> None:
    records.apply(row, draft)
    row.title = draft.title or row.title or Path(row.file_name).stem
    parts = (row.title, row.file_name, row.number, row.notes)
    row.search_text = " ".join(dict.fromkeys(fold(part) for part in parts if part))


def _row(row: Document) -> DocumentRow:
    return DocumentRow(
        id=row.id,
        title=row.title,
        file_name=row.file_name,
        kind=row.kind,
        origin=row.origin,
        language=row.language,
        number=row.number,
        size=row.size,
        made_at=row.made_at,
        owner_kind=row.owner_kind,
        owner_id=row.owner_id,
        programme_id=row.programme_id or "",
        person_id=row.person_id or "",
        notes=row.notes,
        search_text=row.search_text,
    )
