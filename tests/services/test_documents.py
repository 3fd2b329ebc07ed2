"""Files kept with records."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from app.core.errors import Refused
from app.services import documents, people, programmes
from app.services.context import Context
from app.services.documents import DocumentDraft, Owner
from app.storage.work import Work


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """A file of somebody's."""
    file = tmp_path / "from a town" / "Лист мера.PDF"
    file.parent.mkdir()
    file.write_bytes(b"%PDF letter")
    return file


@pytest.fixture
def owner(context: Context) -> Owner:
    """A programme that documents belong to."""
    with context.write("New") as work:
        ident = programmes.create(work, programmes.ProgrammeDraft(code="CEP-UA", title={"en": "Ukraine"}))
    return Owner("programme", ident)


def test_a_file_is_kept_by_its_content(
    context: Context, letter: Path, owner: Owner, undoable: Callable[[Callable[[Work], object]], None], tmp_path: Path
) -> None:
    undoable(lambda work: documents.add(work, letter, owner, DocumentDraft(title="Letter of the mayor")))
    letter.unlink()
    with context.read() as view:
        (row,) = documents.list_rows(view, owner.id)
        assert documents.list_rows(view, owner_kind="programme", owner_id=owner.id) == (row,)
        assert not documents.list_rows(view, owner_kind="person", owner_id=owner.id)
        copy = documents.copy_to(view, row.id, tmp_path / "out")
    assert (row.title, row.file_name, row.size, row.origin) == ("Letter of the mayor", "Лист мера.PDF", 11, "kept")
    assert "lyst" in row.search_text
    assert (copy.name, copy.read_bytes()) == ("Лист мера.PDF", b"%PDF letter")
    stored = tmp_path / "test files" / f"{hashlib.sha256(b'%PDF letter').hexdigest()}.pdf"
    assert stored.read_bytes() == b"%PDF letter"
    undoable(lambda work: documents.save(work, row.id, replace(DocumentDraft(), title="Letter", language="uk")))
    undoable(lambda work: documents.remove(work, row.id))
    context.undo()
    with context.read() as view:
        assert documents.content(view, row.id) == b"%PDF letter"


def test_one_content_is_kept_once(context: Context, letter: Path, owner: Owner, tmp_path: Path) -> None:
    with context.write("Twice") as work:
        documents.add(work, letter, owner)
        documents.add_content(work, b"%PDF letter", "other.pdf", owner, origin="issued")
    assert len(list((tmp_path / "test files").iterdir())) == 1


def test_what_was_changed_or_lost_is_said(context: Context, letter: Path, owner: Owner, tmp_path: Path) -> None:
    with context.write("New") as work:
        ident = documents.add(work, letter, owner)
    (stored,) = (tmp_path / "test files").iterdir()
    stored.chmod(0o644)
    stored.write_bytes(b"something else")
    with context.read() as view:
        with pytest.raises(Refused) as told:
            documents.content(view, ident)
        assert told.value.code == "document_damaged"
        stored.unlink()
        with pytest.raises(Refused) as told:
            documents.content(view, ident)
        assert told.value.code == "document_lost"


def test_what_is_no_file_is_refused(context: Context, owner: Owner, tmp_path: Path) -> None:
    for path in (tmp_path / "nothing.pdf", tmp_path):
        with pytest.raises(Refused) as told, context.write("New") as work:
            documents.add(work, path, owner)
        assert told.value.code == "file_missing"


def test_a_name_from_elsewhere_cannot_leave_the_folder(context: Context, owner: Owner, tmp_path: Path) -> None:
    with context.write("New") as work:
        ident = documents.add_content(work, b"x", "../../evil:name?.txt", owner)
        copy = documents.copy_to(work, ident, tmp_path / "out")
    assert copy.parent == tmp_path / "out"
    assert copy.suffix == ".txt"


def test_documents_go_with_their_person(
    context: Context, letter: Path, undoable: Callable[[Callable[[Work], object]], None]
) -> None:
    with context.write("New") as work:
        ident = people.create(work, people.PersonDraft(family_name="Novak"))
        documents.add(work, letter, Owner("person", ident))
    undoable(lambda work: people.delete(work, ident))
    with context.read() as view:
        assert not documents.list_rows(view)
