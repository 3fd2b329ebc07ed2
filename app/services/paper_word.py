"""Word templates of a programme's papers: what the kept file holds, reading one, an example to start from."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from app.core.errors import Refused
from app.models.documents import Document
from app.models.organisations import Organisation
from app.models.papers import PaperTemplate
from app.services import documents, paper_looks, paper_parts
from app.storage.files import write_whole
from app.storage.work import View

#: Bytes of the largest file that is read to be looked at.
LARGEST = 20 * 1024**2


@dataclass(frozen=True, slots=True)
class WordFile:
    """A kept Word template: its name, its placeholders in order, and what stands in braces and is none."""

    document_id: str
    file_name: str
    places: tuple[str, ...]
    unknown: tuple[str, ...]


def look(view: View, programme_id: str, paper_key: str) -> WordFile | None:
    """The Word template of a paper, None while there is none; Refused when its content is lost."""
    from app.documents import word_template

    held = view.session.scalars(
        select(Document)
        .join(PaperTemplate, PaperTemplate.word_id == Document.id)
        .where(PaperTemplate.programme_id == programme_id, PaperTemplate.paper == paper_key)
    ).first()
    if held is None:
        return None
    found = word_template.look(documents.content(view, held.id))
    return WordFile(held.id, held.file_name, found.places, found.unknown)


def read(path: Path) -> bytes:
    """The bytes of a file that shall become a template; Refused: file_missing, file_unreadable, word_too_large."""
    try:
        if path.is_file() and path.stat().st_size > LARGEST:
            raise Refused("word_too_large", most=LARGEST // 1024**2)
        return path.read_bytes()
    except FileNotFoundError:
        raise Refused("file_missing", file=path.name) from None
    except OSError:
        raise Refused("file_unreadable", file=path.name) from None


def example(view: View, programme_id: str, language: str) -> bytes:
    """A Word letter with the placeholders in it, in the programme's look, to be changed in Word."""
    from app.documents import word_start

    look = paper_looks.look(view, programme_id)
    places = [place.party for place in look.logos if place.shown]
    found = view.session.scalars(select(Organisation).where(Organisation.id.in_(places))).all()
    shown = look.row({row.id: row for row in found})
    return word_start.build(language, look.accent, [paper_parts.logo(view, row, language) for row in shown])


def save(target: Path, content: bytes) -> Path:
    """Write the example; see storage.files."""
    return write_whole(target, content)
