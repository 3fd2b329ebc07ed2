"""A coordinator's Word template: places found wherever Word splits them, nothing in it that runs or fetches."""

import io
import itertools
import zipfile

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.errors import Refused
from app.core.placeholders import fill as filled
from app.core.sentences import all_sentences
from app.documents import word_gate
from app.documents.word_template import LETTER_PLACES, fill, look
from tests.documents import word_files as words
from tests.documents.word_files import field, in_body, letter, related

PLAIN = letter([["Dear {addressee},"]])
HOSTILE = '<b>&</b> <img src="x"> =HYPERLINK("http://x") {subject} \u202egnp\x00\x0b end'


def test_places_are_found_in_text_tables_head_and_foot() -> None:
    document = docx.Document()
    document.add_paragraph("{subject} {nobody_knows}")
    document.add_table(1, 1).rows[0].cells[0].text = "{person_name}"
    document.sections[0].header.paragraphs[0].text = "{reference}"
    document.sections[0].footer.paragraphs[0].text = "{ date } {Signatory}"
    seen = look(words.saved(document))
    assert set(seen.places) == {"subject", "person_name", "reference"}
    assert set(seen.unknown) == {"nobody_knows", "date", "Signatory"}
    assert not seen.problems
    made = docx.Document(io.BytesIO(fill(words.saved(document), {"reference": "L-01", "subject": "Invitation"}, [])))
    assert made.sections[0].header.paragraphs[0].text == "L-01"
    assert made.paragraphs[0].text == "Invitation {nobody_knows}"


def test_a_place_split_over_runs_keeps_the_looks_of_its_first_run() -> None:
    document = docx.Document()
    line = document.add_paragraph("To ")
    line.add_run("{add").bold = True
    line.add_run("res")
    line.add_run("see} of")
    line.add_run(" Zavodske")
    made = docx.Document(io.BytesIO(fill(words.saved(document), {"addressee": "the Mayor"}, [])))
    [told] = made.paragraphs
    assert told.text == "To the Mayor of Zavodske"
    assert [run.text for run in told.runs if run.bold] == ["the Mayor"]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sampled_from(["{subject}", "{date}", "{x}", "{", "}", " a ", "Ї", "{{date}}", "\u00a0"]), max_size=7),
    st.lists(st.integers(0, 40), max_size=6),
)
def test_where_word_cuts_the_runs_makes_no_difference(pieces: list[str], cuts: list[int]) -> None:
    """Filling runs gives the text that filling the whole would give."""
    text = "|" + "".join(pieces) + "|"
    places = sorted({0, len(text), *(cut for cut in cuts if cut < len(text))})
    runs = [text[start:end] for start, end in itertools.pairwise(places)]
    values = {"subject": "S{date}", "date": "D}"}
    assert words.lines(fill(letter([runs]), values, [])) == [filled(text, values)]


def test_the_row_of_persons_is_repeated_and_its_neighbours_stand() -> None:
    rows = [["No.", "Name"], ["{person_number}", "{person_name}, {reference}"], ["Total", "{person_count}"]]
    people = [{"person_number": "1", "person_name": "Ana {subject}"}, {"person_number": "2", "person_name": "Їжак"}]
    values = {"reference": "L-01", "person_count": "2", "subject": "never"}
    made = fill(letter([["{persons}"]], rows), values, people)
    assert words.cells(made) == [
        ["No.", "Name"],
        ["1", "Ana {subject}, L-01"],
        ["2", "Їжак, L-01"],
        ["Total", "2"],
    ]
    assert words.cells(fill(letter([[""]], rows), values, [])) == [["No.", "Name"], ["Total", "2"]]
    many = words.cells(fill(letter([[""]], rows), values, [people[1]] * 500))
    assert len(many) == 502


def test_a_person_outside_tables_repeats_the_paragraph() -> None:
    content = letter([["Invited:"], ["{person_", "name} ({person_passport})"], ["End {date}"]])
    people = [{"person_name": "Ana", "person_passport": ""}, {"person_name": "Bo", "person_passport": "F1"}]
    assert words.lines(fill(content, {"date": "today"}, people)) == ["Invited:", "Ana ()", "Bo (F1)", "End today"]
    assert words.lines(fill(content, {}, [])) == ["Invited:", "", "End {date}"]


def test_what_people_wrote_goes_in_as_text_only() -> None:
    long = "slovo " * 1000
    made = fill(letter([["{purpose}|{aim}|{closing}"]]), {"purpose": HOSTILE, "aim": long, "closing": "a\nb"}, [])
    [told] = words.lines(made)
    assert told == '<b>&</b> <img src="x"> =HYPERLINK("http://x") {subject} gnp\n end|' + long.strip() + "|a\nb"
    body = words.part(made, "word/document.xml")
    assert b"<w:br/>" in body
    assert b"&lt;img src=" in body
    assert words.part(made, words.RELS) == words.part(letter([[""]]), words.RELS)


def test_the_same_input_gives_the_same_bytes() -> None:
    assert fill(PLAIN, {"addressee": "A"}, []) == fill(PLAIN, {"addressee": "A"}, [])


def test_every_place_has_an_example_and_a_second_language_where_it_has_words() -> None:
    assert all(LETTER_PLACES.values())
    assert LETTER_PLACES["subject_2"] == LETTER_PLACES["subject"]
    assert "reference_2" not in LETTER_PLACES


ENTITY = (
    b'<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    b"<w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>"
)
OBJECT = (
    '<w:p><w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" Type="Link"/></w:object>'
    "</w:r></w:p>"
)
LINKED = (
    '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:imagedata src="http://x/y.png"/>'
    "</v:shape></w:pict></w:r></w:p>"
)
BLIP = (
    '<w:p><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:link="rId1"/></w:p>'
)
CHUNK = '<w:altChunk xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId99"/>'
TYPES = "[Content_Types].xml"


def _macros() -> bytes:
    types = words.part(PLAIN, TYPES).replace(
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    )
    return words.changed(PLAIN, {TYPES: types})


def _bomb() -> bytes:
    made = io.BytesIO(PLAIN)
    with zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED) as target:
        target.writestr("word/media/white.bin", b"\0" * (40 * 2**20))
    return made.getvalue()


def _locked() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 512


REFUSED: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "word_not_docx"),
    "text": (b"Dear {addressee}", "word_not_docx"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "word_not_docx"),
    "an old document": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 900, "word_not_docx"),
    "a locked document": (_locked(), "word_locked"),
    "another archive": (words.changed(PLAIN, {"word/document.xml": None}), "word_not_docx"),
    "cut short": (PLAIN[: len(PLAIN) // 2], "word_damaged"),
    "not well formed": (words.changed(PLAIN, {"word/document.xml": b"<w:document><w:body>"}), "word_damaged"),
    "macros by type": (_macros(), "word_macros"),
    "macros by part": (words.changed(PLAIN, {"word/vbaProject.bin": b"x"}), "word_macros"),
    "active x": (words.changed(PLAIN, {"word/activeX/activeX1.xml": b"<a/>"}), "word_macros"),
    "embedded": (words.changed(PLAIN, {"word/embeddings/oleObject1.bin": b"x"}), "word_object"),
    "object": (in_body(PLAIN, OBJECT), "word_object"),
    "chunk": (in_body(PLAIN, CHUNK), "word_foreign_part"),
    "linked picture": (related(PLAIN, "image", "http://x/y.png"), "word_outside"),
    "linked picture of the share": (related(PLAIN, "image", "\\\\server\\share\\y.png", False), "word_outside"),
    "linked shape": (in_body(PLAIN, LINKED), "word_outside"),
    "linked blip": (in_body(PLAIN, BLIP), "word_outside"),
    "template": (related(PLAIN, "attachedTemplate", "http://x/y.dotm"), "word_outside"),
    "file link": (related(PLAIN, "hyperlink", "file:///etc/passwd"), "word_outside"),
    "script link": (related(PLAIN, "hyperlink", "javascript:alert(1)"), "word_outside"),
    "dde": (in_body(PLAIN, field("DDEAUTO c:\\\\windows\\\\cmd.exe")), "word_fetches"),
    "dde in pieces": (in_body(PLAIN, field("DDE", "AUTO", " x")), "word_fetches"),
    "dde small": (in_body(PLAIN, field(" ddeauto x")), "word_fetches"),
    "picture field": (in_body(PLAIN, field('INCLUDEPICTURE "http://x/y.png"')), "word_fetches"),
    "text field": (in_body(PLAIN, field("INCLUDETEXT c:\\\\x.docx")), "word_fetches"),
    "data field": (in_body(PLAIN, field("DATABASE \\\\d x")), "word_fetches"),
    "quoted field": (in_body(PLAIN, field("QUOTE 68 68 69")), "word_fetches"),
    "simple field": (
        in_body(PLAIN, '<w:p><w:fldSimple w:instr="LINK Excel.Sheet.8 x"><w:r><w:t>a</w:t></w:r></w:fldSimple></w:p>'),
        "word_fetches",
    ),
    "field to a file": (in_body(PLAIN, field('HYPERLINK "file:///etc/passwd"')), "word_outside"),
    "entities": (words.changed(PLAIN, {"word/document.xml": ENTITY}), "word_entities"),
    "entities elsewhere": (words.changed(PLAIN, {"customXml/item9.xml": ENTITY}), "word_entities"),
    "a part under another name": (
        words.changed(PLAIN, {"word/head.dat": b'<w:hdr xmlns:w="urn:x"><w:fldSimple w:instr="DDE x"/></w:hdr>'}),
        "word_fetches",
    ),
    "a bomb": (_bomb(), "word_too_large"),
    "too large": (b"PK" + b"\0" * (word_gate.MAX_FILE + 1), "word_too_large"),
}


@pytest.mark.parametrize(("content", "code"), REFUSED.values(), ids=REFUSED.keys())
def test_what_could_run_or_fetch_is_refused_in_words(content: bytes, code: str) -> None:
    seen = look(content)
    assert [problem.code for problem in seen.problems] == [code]
    assert code in all_sentences()
    with pytest.raises(Refused) as refused:
        fill(content, {}, [])
    assert refused.value.code == code


@pytest.mark.parametrize(
    "content",
    [
        PLAIN,
        in_body(PLAIN, field(" PAGE ")),
        in_body(PLAIN, field("NUMPAGES  \\* MERGEFORMAT")),
        in_body(PLAIN, field('HYPERLINK "https://example.org"')),
        in_body(PLAIN, field('TOC \\o "1-3"')),
        related(PLAIN, "hyperlink", "https://example.org/a?b=1"),
        related(PLAIN, "hyperlink", "mailto:a@example.org"),
    ],
    ids=["plain", "page", "pages", "link field", "contents", "link", "mail"],
)
def test_what_every_letter_has_is_taken(content: bytes) -> None:
    assert look(content).problems == ()
    assert "Dear the Mayor," in words.everything(fill(content, {"addressee": "the Mayor"}, []))


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_damaged_file_never_raises(data: st.DataObject) -> None:
    """Whatever bytes are changed: it is taken or refused, and what was taken can be filled."""
    content = bytearray(PLAIN)
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    seen = look(bytes(content))
    if not seen.problems:
        fill(bytes(content), {"addressee": "A"}, [])
