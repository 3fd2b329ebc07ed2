"""Papers of somebody else's data: names, towns, titles and dates that the samples do not have."""

from dataclasses import replace
from decimal import Decimal
from io import BytesIO

import pytest

from app.core.dates import PartialDate
from app.core.names import PersonName as KeptName
from app.core.names import name_sort_key, post_title
from app.core.transliteration import latin_parts
from app.documents import letters
from app.documents.badges import Badge, BadgeOptions, BadgePaper
from app.documents.badges import build as build_badges
from app.documents.fonts import face
from app.documents.formats import formats
from app.documents.letter_data import InvitationOptions, InvitationPaper, states_who_pays
from app.documents.pen import About, Pen
from app.documents.styles import Style
from app.documents.texts import PersonName, Text
from app.documents.wrapping import balanced, text_width
from tests.documents import more_samples
from tests.documents.paper_reading import fonts, text

SMALL = Style("Sans", 7.5, 9.5)


@pytest.mark.parametrize(
    "name", ["Municipality of Umeå", "Municipality of Bo", "Internationalisierungsbüro A", "Kulturhuvudstaden i Ås"]
)
def test_a_logo_in_words_is_not_broken_inside_a_word(name: str) -> None:
    """The name of an organisation stands word by word, however short its last word is."""
    wide = max(text_width(name, SMALL), 20.0)
    for width in (wide, wide * 0.8, wide * 0.6):
        lines = [line.runs[0][0] for line in balanced(name, SMALL, width, 3)]
        longest = max(text_width(word, SMALL) for word in name.split())
        if longest <= width:
            assert " ".join(lines) == name


def test_a_letter_with_a_mark_that_no_face_has_is_drawn_bare() -> None:
    """Ḱ of a Macedonian spelling is read as K; a white square would be read as nothing."""
    drawn = "".join(piece.text for piece in face("Sans").pieces("Ḱosevski"))
    assert drawn == "Kosevski"


def test_no_page_names_a_font_that_is_not_in_the_file() -> None:
    """Every font of the file is embedded, also those that reportlab would name by itself."""
    pen = Pen(About("Empty"))
    pen.next_page()
    assert fonts(pen.finish()) == {}
    assert all(fonts(letters.build(more_samples.invitation(), InvitationOptions("en"))).values())


@pytest.mark.parametrize(
    ("given", "family", "country", "latin"),
    [
        ("Љупчо", "Џинлески", "MK", ("Ljupčo", "Džinleski")),
        ("Георги", "Иванов", "MK", ("Georgi", "Ivanov")),
        ("Ана", "Петровић", "RS", ("Ana", "Petrović")),
        ("Георгій", "Іваненко", "UA", ("Heorhii", "Ivanenko")),
        ("Олена", "Шевченко", "", ("Olena", "Shevchenko")),
        ("Siobhán", "O'Brien", "IE", ("Siobhán", "O'Brien")),
    ],
)
def test_only_ukrainian_names_are_read_by_the_ukrainian_table(
    given: str, family: str, country: str, latin: tuple[str, str]
) -> None:
    """Џинлески is no Džynlesky (NA-1)."""
    assert latin_parts(given, family, country) == latin


@pytest.mark.parametrize(
    ("country", "language", "told"),
    [
        ("SE", "sv", "utvecklingschef"),
        ("SE", "sl", "head of development"),
        ("SE", "en", "head of development"),
        ("SI", "sl", "utvecklingschef"),
        ("", "sl", "utvecklingschef"),
        ("LV", "lv", "utvecklingschef"),
        ("DE", "lv", "head of development"),
    ],
)
def test_a_post_is_named_in_the_own_language_only_to_those_who_read_it(country: str, language: str, told: str) -> None:
    """A Swedish title belongs on Swedish paper, not on Slovenian."""
    assert post_title("utvecklingschef", "head of development", language, country) == told


def test_somebody_of_one_name_stands_by_that_name() -> None:
    """Suharto stands behind Öberg's neighbours, not before everybody (NA-9)."""
    names = [KeptName("Suharto"), KeptName("Åsa", "Öberg"), KeptName("", "Madonna"), KeptName("Bo", "Zander")]
    names.sort(key=lambda name: name_sort_key(name, "en"))
    assert [name.family or name.given for name in names] == ["Madonna", "Öberg", "Suharto", "Zander"]


def test_half_hours_in_latvian_stand_in_the_plural() -> None:
    """CE-9: 1 and 21 stundas, everything else stundu."""
    assert formats("lv").hours(Decimal("2.5")) == "2,5\u00a0stundu"
    assert formats("lv").hours(Decimal(21)) == "21\u00a0stundas"


def test_a_month_is_no_day_on_a_badge() -> None:
    """October 2026 is printed as that, not as 1–31 October."""
    when = formats("en").partial_range(PartialDate.parse("2026-10"), PartialDate.parse("2026-10"))
    paper = BadgePaper(Text("Visit"), (Badge(PersonName("Ursula", "von der Leyen"), Text("Participant")),), when=when)
    read = text(build_badges(paper, BadgeOptions("en")))
    assert "October 2026" in read
    assert "31" not in read


@pytest.mark.parametrize(
    ("paid", "there", "absent"),
    [
        ("travel and hotel", "The organiser pays travel and hotel.", "organiser pays The"),
        ("The host pays meals.", "The host pays meals.", "The organiser pays"),
        ("Host: meals; CEP: travel", "Host: meals; CEP: travel.", "The organiser pays"),
    ],
)
def test_who_pays_is_not_the_organiser_where_somebody_else_is_named(paid: str, there: str, absent: str) -> None:
    """The field is "Paid by": a statement stands as it is, a list of costs after the usual words (PL-10)."""
    sample: InvitationPaper = replace(more_samples.invitation(), paid=Text(paid), meals=(), allowance=None)
    read = text(letters.build(sample, InvitationOptions("en")))
    assert there in read
    assert absent not in read
    assert states_who_pays(paid) is not (paid == "travel and hotel")


def test_who_signs_a_letter_in_word_stays_on_one_page() -> None:
    """Line, name and position stand together, however the page falls in the writer's own fonts."""
    import docx

    from app.documents import word_letter

    sample = replace(more_samples.invitation("en", ""), signatory_position=Text("Director"))
    file = docx.Document(BytesIO(word_letter.build_word((sample,), InvitationOptions("en"))))
    last = [line for line in file.paragraphs if line.text.strip()][-4:]
    assert last[-1].text == "Director"
    assert all(line.paragraph_format.keep_with_next for line in last[:-1])
