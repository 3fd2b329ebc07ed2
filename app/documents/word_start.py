"""A Word letter to start from: the house's letter with placeholders where its texts stand, to be changed in Word.

Placeholders are filled in the language of each letter; the few words of the frame are in the language asked for.
"""

from collections.abc import Sequence

from app.core.i18n import N_
from app.documents.logos import Logo
from app.documents.speech import Speech, speech
from app.documents.styles import ACCENT, Ink
from app.documents.texts import Text
from app.documents.word_paper import TEXT_MM, WordAbout, WordPaper

_BEFORE = ("{salutation}", "{opening}", "{purpose} {presence}")
_AFTER = ("{costs}", "{where}", "{closing}")
_WIDTHS = (28.0, 52.0, 42.0, 48.0)


def build(language: str = "en", accent: Ink = ACCENT, logos: Sequence[Logo] = ()) -> bytes:
    """The document as bytes; the same bytes for the same data."""
    said = speech(language)
    word = WordPaper(WordAbout(said.say(N_("Invitation letter")).first, language=language, accent=accent))
    word.frame("{reference}", "", said.say(N_("Page")).first, "{subject}", "{reference}")
    if logos:
        word.logos(logos)
    _addresses(word, said)
    word.heading(Text("{subject}"), 2)
    for text in _BEFORE:
        word.paragraph(Text(text), "Letter")
    word.paragraph(said.say(N_("Persons invited")), "Table head")
    heads = [said.say(text) for text in (N_("No."), N_("Surname, name"), N_("Passport spelling"), N_("Position"))]
    table = word.table(heads, _WIDTHS)
    cells = ("{person_number}", "{person_name}", "{person_latin}", "{person_position}")
    word.row(table, [Text(text) for text in cells], strong=[False, True, False, False])
    word.line()
    dates = [said.say(text) for text in (N_("Arrival"), N_("Programme"), N_("Departure"))]
    table = word.table(dates, [TEXT_MM / 3] * 3)
    word.row(table, [Text("{arrival}"), Text("{dates}"), Text("{departure}")], strong=[True] * 3)
    word.line()
    for text in _AFTER:
        word.paragraph(Text(text), "Letter")
    word.line()
    word.line()
    word.paragraph(Text("_" * 38), "Address")
    word.paragraph(Text("{signatory}"), "Address strong")
    word.paragraph(Text("{signatory_position}"), "Address")
    return word.finish()


def _addresses(word: WordPaper, said: Speech) -> None:
    left = [(Text("{addressee}"), "Address"), (Text("{body}"), "Address strong")]
    facts = ((N_("Ref."), "{reference}"), (N_("Date"), "{date}"), (N_("Annex"), "{annex}"))
    right = [(Text(f"{said.say(label).first}: {value}"), "Address") for label, value in facts]
    word.side_by_side(left, right)
