"""Verbs of a programme's own words, look and logos, called on the full data file."""

from dataclasses import replace
from io import BytesIO

from app.models.organisations import Organisation
from app.models.programmes import Programme
from app.services import paper_logos, paper_looks, paper_templates
from app.storage.work import Work
from tests.services.verbs_ground import ident, programme
from tests.services.verbs_registry import does

SENTENCE = {"salutation": {"en": "Dear colleagues,", "uk": "Шановні колеги!"}}


def word_file(text: str = "Dear {addressee}, welcome to {event}.") -> bytes:
    """A Word document with one paragraph."""
    from docx import Document

    made, target = Document(), BytesIO()
    made.add_paragraph(text)
    made.save(target)
    return target.getvalue()


def picture(size: tuple[int, int] = (120, 60)) -> bytes:
    """A PNG with a blue box on white."""
    from PIL import Image, ImageDraw

    image, target = Image.new("RGB", size, "white"), BytesIO()
    ImageDraw.Draw(image).rectangle((10, 10, size[0] - 10, size[1] - 10), fill="#1b3a63")
    image.save(target, "PNG")
    return target.getvalue()


def _other(work: Work) -> str:
    return ident(work, Programme, code="CEP-OTHER")


def _words(work: Work) -> object:
    return paper_templates.save(work, _other(work), "letters", paper_templates.TemplateDraft(SENTENCE))


def _word(work: Work) -> object:
    return paper_templates.set_word(work, _other(work), "letters", word_file(), "Лист.docx")


def _both(work: Work) -> object:
    _words(work)
    return _word(work)


@does("paper_templates.save")
def _(work: Work) -> object:
    return _words(work)


@does("paper_templates.save", before=_words)
def _(work: Work) -> object:
    """Without any words the template is gone."""
    draft = paper_templates.load(work, _other(work), "letters")
    return paper_templates.save(work, _other(work), "letters", replace(draft, texts={"salutation": {"en": " "}}))


@does("paper_templates.reset", before=_both)
def _(work: Work) -> object:
    return paper_templates.reset(work, _other(work), "letters")


@does("paper_templates.set_word")
def _(work: Work) -> object:
    return _word(work)


@does("paper_templates.set_word", before=_both)
def _(work: Work) -> object:
    return paper_templates.set_word(work, _other(work), "letters", word_file("Hello"), "new.docx")


@does("paper_templates.remove_word", before=_word)
def _(work: Work) -> object:
    return paper_templates.remove_word(work, _other(work), "letters")


@does("paper_templates.copy", before=_both)
def _(work: Work) -> object:
    taken = paper_templates.copy(work, _other(work), programme(work))
    assert taken == 1
    return taken


@does("paper_looks.save")
def _(work: Work) -> object:
    draft = paper_looks.load(work, _other(work))
    return paper_looks.save(work, _other(work), replace(draft, accent="#7a1f1f", logos=draft.logos[::-1]))


@does("paper_looks.save")
def _(work: Work) -> object:
    """One that was kept is changed."""
    draft = paper_looks.load(work, programme(work))
    assert draft.version > 0
    return paper_looks.save(work, programme(work), replace(draft, accent=""))


@does("paper_looks.reset")
def _(work: Work) -> object:
    return paper_looks.reset(work, programme(work))


@does("paper_logos.set_logo")
def _(work: Work) -> object:
    return paper_logos.set_logo(work, ident(work, Organisation), picture(), "logo.png")


@does("paper_logos.remove_logo", before=lambda w: paper_logos.set_logo(w, ident(w, Organisation), picture(), "l.png"))
def _(work: Work) -> object:
    return paper_logos.remove_logo(work, ident(work, Organisation))
