"""A programme's own words on its papers: one template for each paper, with texts by slot and language.

A template can hold no code, open no file and reach no network: a text is text in which whole names in braces are
filled (``core.placeholders``); what else stands in braces is told when it is typed. ``trying`` shows a paper with words
and a look that are not kept yet, for the preview beside the fields.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from sqlalchemy import select

from app.core import placeholders
from app.core.errors import NotFound, Problem
from app.core.i18n import LANGUAGE_NAMES, LANGUAGES
from app.core.text import one_line
from app.documents.own_words import Slot
from app.models.documents import Document
from app.models.papers import PaperTemplate
from app.models.programmes import Programme
from app.services import documents, records
from app.services.paper_shelf import SHELF, Shelved
from app.storage.work import View, Work

Texts = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class TemplateDraft:
    """What an editor holds of a paper's own words: texts by slot and language, without the empty ones."""

    texts: Texts = field(default_factory=dict)
    version: int = 0


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """A paper on the shelf as a programme has it: in how many places it has words of its own, and its Word file."""

    key: str
    name: str
    own: int
    word_id: str
    word_name: str


@dataclass(frozen=True, slots=True)
class MissingValue:
    """A placeholder that will be empty: its name as typed and in words, where it stands, in which language.

    ``place_name`` and ``slot_label`` are message ids. The sentence of ``paper_value_missing`` takes all of them.
    """

    place: str
    place_name: str
    slot: str
    slot_label: str
    language: str


# reading ------------------------------------------------------------------------------------------------------
def texts_for(view: View, programme_id: str, paper_key: str) -> Texts:
    """The programme's own words on one paper, by slot and language; empty while it has none."""
    return texts_of(view, programme_id).get(paper_key, {})


def texts_of(view: View, programme_id: str) -> Mapping[str, Texts]:
    """The programme's own words on all its papers, by paper, slot and language."""
    tried = _tried.get()
    if tried is not None:
        return tried
    rows = view.session.execute(
        select(PaperTemplate.paper, PaperTemplate.texts).where(PaperTemplate.programme_id == programme_id)
    )
    return {paper: texts or {} for paper, texts in rows}


_tried: ContextVar[Mapping[str, Texts] | None] = ContextVar("tried", default=None)


@contextmanager
def trying(texts: Mapping[str, Texts]) -> Iterator[None]:
    """Print with these words, by paper, and no others: what somebody is typing."""
    before = _tried.set(texts)
    try:
        yield
    finally:
        _tried.reset(before)


def list_rows(view: View, programme_id: str) -> tuple[TemplateRow, ...]:
    """Every paper that can be worded, in the order of the shelf."""
    rows = {
        row.paper: row
        for row in view.session.scalars(select(PaperTemplate).where(PaperTemplate.programme_id == programme_id))
    }
    found = []
    for key, shelved in SHELF.items():
        row = rows.get(key)
        word = view.session.get(Document, row.word_id) if row is not None and row.word_id else None
        own = sum(bool(row.texts.get(slot.key)) for slot in shelved.slots) if row is not None else 0
        found.append(TemplateRow(key, shelved.name, own, word.id if word else "", word.file_name if word else ""))
    return tuple(found)


def load(view: View, programme_id: str, paper_key: str) -> TemplateDraft:
    """The draft of one paper's words; ``version`` is ``NOT_MADE`` while nothing was kept. NotFound."""
    records.fetch(view, Programme, programme_id)
    shelved(paper_key)
    row = _row(view, programme_id, paper_key)
    return (
        TemplateDraft({}, records.NOT_MADE) if row is None else TemplateDraft(row.texts or {}, records.version_of(row))
    )


def shelved(paper_key: str) -> Shelved:
    """The paper with that key; NotFound."""
    if paper_key not in SHELF:
        raise NotFound("not_found", code=paper_key)
    return SHELF[paper_key]


# checking -----------------------------------------------------------------------------------------------------
def check(paper_key: str, draft: TemplateDraft) -> tuple[Problem, ...]:
    """What is wrong with the words of a paper; the field of each problem is ``slot.language``."""
    slots = {slot.key: slot for slot in shelved(paper_key).slots}
    problems = []
    for key, texts in draft.texts.items():
        for language, text in texts.items():
            if key not in slots or language not in LANGUAGES:
                problems.append(Problem(f"{key}.{language}", "template_slot_unknown", {"value": _short(key)}))
                continue
            problems.extend(check_text(slots[key], language, text))
    return tuple(problems)


def check_text(slot: Slot, language: str, text: str) -> tuple[Problem, ...]:
    """What is wrong with one text: too long, an unknown placeholder, a brace that belongs to none; the first only."""
    where, told = f"{slot.key}.{language}", {"language": LANGUAGE_NAMES.get(language, language)}
    if len(text) > slot.most:
        return (Problem(where, "template_too_long", {**told, "count": len(text), "most": slot.most}),)
    for name in placeholders.unknown(text, slot.places):
        near = placeholders.nearest(name, slot.places)
        if near:
            return (Problem(where, "place_unknown_near", {**told, "name": _braced(name), "near": _braced(near)}),)
        if slot.places:
            known = ", ".join(map(_braced, slot.places))
            return (Problem(where, "place_unknown", {**told, "name": _braced(name), "known": known}),)
        return (Problem(where, "places_none", {**told, "name": _braced(name)}),)
    if placeholders.loose_brace(text):
        example = _braced(next(iter(slot.places), "name"))
        return (Problem(where, "brace_loose" if slot.places else "brace_here", {**told, "example": example}),)
    return ()


def _braced(name: str) -> str:
    return "{" + _short(name) + "}"


def _short(text: str) -> str:
    space = " " if text[:1] == " " else ""
    text = f"{space}{one_line(text)}{space}"
    return text if len(text) <= 40 else text[:39] + "…"


# keeping ------------------------------------------------------------------------------------------------------
def save(work: Work, programme_id: str, paper_key: str, draft: TemplateDraft) -> None:
    """Keep the words of a paper; raises Invalid, Conflict, NotFound. Without any words the paper has the house's."""
    records.fetch(work, Programme, programme_id)
    records.refuse(check(paper_key, draft))
    row = _row(work, programme_id, paper_key)
    records.expect_made(row, draft.version)
    texts = _kept(draft.texts)
    if row is None:
        if texts:
            work.add(PaperTemplate(programme_id=programme_id, paper=paper_key, texts=texts))
    elif not texts and row.word_id is None:
        work.delete(row)
    elif row.texts != texts:
        row.texts = texts
    work.flush()


def _kept(texts: Texts) -> dict[str, dict[str, str]]:
    kept = {key: {code: text.strip() for code, text in by.items() if text.strip()} for key, by in texts.items()}
    return {key: by for key, by in kept.items() if by}


def reset(work: Work, programme_id: str, paper_key: str) -> None:
    """Back to the house's words on one paper; its Word template stays."""
    shelved(paper_key)
    row = _row(work, programme_id, paper_key)
    if row is not None and row.word_id is None:
        work.delete(row)
    elif row is not None:
        row.texts = {}
        work.flush()


def copy(work: Work, from_id: str, programme_id: str) -> int:
    """Take over the words and Word templates of another programme; gives how many papers changed.

    Papers that the other programme left as they are keep what this one has. Raises NotFound.
    """
    records.fetch(work, Programme, from_id)
    records.fetch(work, Programme, programme_id)
    taken = 0
    for other in work.session.scalars(
        select(PaperTemplate).where(PaperTemplate.programme_id == from_id).order_by(PaperTemplate.paper)
    ).all():
        row = _row(work, programme_id, other.paper)
        if row is None:
            row = PaperTemplate(programme_id=programme_id, paper=other.paper, texts={})
            work.add(row)
        if other.texts:
            row.texts = dict(other.texts)
        if other.word_id:
            held = records.fetch(work, Document, other.word_id)
            _put_word(work, row, documents.content(work, held.id), held.file_name)
        taken += 1
    work.flush()
    return taken


# Word ---------------------------------------------------------------------------------------------------------
#: The kind of a kept file that is a programme's Word template.
WORD = "word-template"


def set_word(work: Work, programme_id: str, paper_key: str, content: bytes, file_name: str) -> None:
    """Keep a Word template for a paper, in place of the former; Invalid with the reason when it cannot be used."""
    from app.documents import word_template

    records.fetch(work, Programme, programme_id)
    if not shelved(paper_key).word:
        raise NotFound("not_found", code=paper_key)
    records.refuse(word_template.look(content).problems)
    row = _row(work, programme_id, paper_key)
    if row is None:
        row = PaperTemplate(programme_id=programme_id, paper=paper_key, texts={})
        work.add(row)
    _put_word(work, row, content, file_name)
    work.flush()


def _put_word(work: Work, row: PaperTemplate, content: bytes, file_name: str) -> None:
    former = work.session.get(Document, row.word_id) if row.word_id else None
    owner = documents.Owner("programme", row.programme_id)
    row.word_id = documents.add_content(work, content, file_name, owner, documents.DocumentDraft(kind=WORD))
    work.flush()
    if former is not None:
        work.delete(former)


def remove_word(work: Work, programme_id: str, paper_key: str) -> None:
    """Take the Word template off a paper; the house's letter is printed again."""
    row = _row(work, programme_id, paper_key)
    if row is None or not row.word_id:
        return
    former = row.word_id
    if row.texts:
        row.word_id = None
        work.flush()
    else:
        work.delete(row)
    documents.remove(work, former)


def word_of(view: View, programme_id: str, paper_key: str) -> bytes:
    """The Word template of a paper, empty bytes while there is none; Refused when its content is lost."""
    row = _row(view, programme_id, paper_key)
    return documents.content(view, row.word_id) if row is not None and row.word_id else b""


def _row(view: View, programme_id: str, paper_key: str) -> PaperTemplate | None:
    return view.session.scalars(
        select(PaperTemplate).where(PaperTemplate.programme_id == programme_id, PaperTemplate.paper == paper_key)
    ).first()


def missing_values(
    view: View, paper_key: str, activity_id: str, language: str, second: str = ""
) -> tuple[MissingValue, ...]:
    """Which placeholders will be empty when the paper is printed for an activity; see ``paper_gaps``."""
    from app.services import paper_gaps

    return paper_gaps.missing_values(view, paper_key, activity_id, language, second)
