"""What a PDF says of itself and to a reader that cannot see: tags, languages, bookmarks, words in every script."""

import io
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from pypdf.generic import DictionaryObject, IndirectObject

from app.documents import agenda, certificates, fonts, participant_list, sign_in_sheet
from app.documents.agenda_data import AgendaOptions
from app.documents.certificate_data import CertificateOptions
from app.documents.logos import Logo
from app.documents.participant_data import ParticipantOptions
from app.documents.texts import PersonName, Text
from tests.documents import more_samples as more
from tests.documents import samples
from tests.documents.paper_reading import external, reader, text
from tests.documents.proof_content import PROOFS, Proof
from tests.documents.proof_measures import Tag, tags

every_paper = pytest.mark.parametrize("proof", PROOFS, ids=lambda proof: proof.name)


def _built(proof: Proof, first: str = "uk", second: str = "") -> bytes:
    return proof.build(proof.sample(first, second), first, second)


@every_paper
def test_it_says_title_author_language_and_is_tagged(proof: Proof) -> None:
    paper = reader(_built(proof))
    root = paper.trailer["/Root"]
    assert paper.metadata is not None
    assert paper.metadata.title
    assert paper.metadata.creator == "Mentordesk"
    assert root["/Lang"] == "uk"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    for number, page in enumerate(paper.pages):
        assert page["/Tabs"] == "/S"
        assert page["/StructParents"] == number


@every_paper
def test_every_mark_on_a_page_has_its_place_in_the_tree(proof: Proof) -> None:
    """The numbers of marked content on each page are those that the tree and its index know."""
    paper = reader(_built(proof, "en", "uk" if proof.pairs else ""))
    tree = paper.trailer["/Root"]["/StructTreeRoot"]
    index = tree["/ParentTree"]["/Nums"]
    told: dict[int, set[int]] = {}
    for element in _elements(tree["/K"].get_object()):
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            if isinstance(kid, int):
                told.setdefault(element.raw_get("/Pg").idnum, set()).add(kid)
            elif "/MCID" in kid.get_object():
                told.setdefault(kid.get_object().raw_get("/Pg").idnum, set()).add(kid.get_object()["/MCID"])
    for number, page in enumerate(paper.pages):
        content = page.get_contents().get_data()
        marks = content.count(b"/MCID ")
        assert content.count(b" BDC") + content.count(b"BMC") == content.count(b"EMC")
        reference = page.indirect_reference
        assert isinstance(reference, IndirectObject)
        assert told.get(reference.idnum, set()) == set(range(marks))
        assert len(index[number * 2 + 1]) == marks


def _elements(element: DictionaryObject) -> Iterator[DictionaryObject]:
    yield element
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        inner = kid.get_object()
        if isinstance(inner, DictionaryObject) and "/S" in inner:
            yield from _elements(inner)


def test_an_agenda_is_headings_facts_and_tables() -> None:
    tree = tags(agenda.build(samples.agenda("en", "", weeks=1)))
    roles = [kid.role for kid in tree.kids]
    assert roles.count("H1") == 1
    assert "L" in roles
    days = [number for number, role in enumerate(roles) if role == "H2"]
    assert len(days) >= 6
    tables = list(tree.all("Table"))
    assert tables
    assert all(row.role == "TR" for table in tables for row in table.kids)
    assert all(cell.role in {"TH", "TD"} for table in tables for row in table.kids for cell in row.kids)
    assert all(len({len(row.kids) for row in table.kids}) == 1 for table in tables)


def test_a_table_over_pages_is_one_table_with_one_head() -> None:
    tree = tags(participant_list.build(more.participants("en", "", 100), ParticipantOptions("en")))
    pages = [table.pages() for table in tree.all("Table")]
    assert any(len(one) > 1 for one in pages)
    rows = [row for table in tree.all("Table") for row in table.kids]
    heads = [row for row in rows if sum(cell.role == "TH" for cell in row.kids) > 2]
    assert len(heads) == 1, "repeated heads are no content"


def _tree(data: bytes) -> list[DictionaryObject]:
    return list(_elements(reader(data).trailer["/Root"]["/StructTreeRoot"]["/K"].get_object()))


def test_the_second_language_is_told() -> None:
    elements = _tree(agenda.build(samples.agenda("en", "uk", weeks=1), AgendaOptions("en", "uk")))
    spans = [element for element in elements if element["/S"] == "/Span"]
    assert sum(element.get("/Lang") == "uk" for element in spans) > 50
    struck = [element for element in spans if "/A" in element]
    assert struck
    assert struck[0]["/A"]["/TextDecorationType"] == "/LineThrough"


def test_logos_say_their_names() -> None:
    picture = io.BytesIO()
    Image.new("RGB", (40, 20), "navy").save(picture, "PNG")
    paper = replace(samples.agenda(weeks=1), logos=(Logo("Občina Domžale", picture.getvalue()),))
    figures = [element for element in _tree(agenda.build(paper)) if element["/S"] == "/Figure"]
    assert [figure["/Alt"] for figure in figures] == ["Občina Domžale"]


def test_bookmarks_name_days_and_holders() -> None:
    outline = reader(agenda.build(samples.agenda("uk", "", weeks=1), AgendaOptions("uk"))).outline
    assert any("2 жовтня 2023" in entry["/Title"].replace("\u00a0", " ") for entry in _flat(outline))
    holders = _flat(reader(certificates.build(more.certificates("uk", "", 4), CertificateOptions("uk"))).outline)
    assert next(entry["/Title"] for entry in holders) == "Оксана Гриценко"


def _flat(outline: list[object]) -> list[dict[str, str]]:
    return [one for entry in outline for one in (_flat(entry) if isinstance(entry, list) else [entry])]  # type: ignore[misc]


WORDS = {
    "uk": "Їжак ґанок зʼїзд п’ять Європа Щедрик",
    "sl": "češnja žaba šola Čakovec Žužemberk",
    "lv": "ābele ģimene ķirsis ļoti ņemt šūpoles Žīguļi ēka",
    "sv": "åäö Östersund Åmål",
}


@pytest.mark.parametrize("language", WORDS)
def test_words_come_out_exactly(language: str, tmp_path: Path) -> None:
    words = WORDS[language]
    paper = replace(samples.agenda(language, "", weeks=1), event_title=Text(words))
    data = agenda.build(paper, AgendaOptions(language))
    assert words in text(data)
    if not external("pdftotext"):
        pytest.skip("poppler is not installed: the words were read by pdfium only")
    path = tmp_path / "paper.pdf"
    path.write_bytes(data)
    done = subprocess.run(["pdftotext", "-enc", "UTF-8", str(path), "-"], capture_output=True, check=True)
    assert words in " ".join(done.stdout.decode().replace("\u00a0", " ").split())
    assert done.stderr == b""
    tagged = subprocess.run(["pdfinfo", "-struct-text", str(path)], capture_output=True, check=True)
    assert words in tagged.stdout.decode()
    assert tagged.stderr == b""


def test_lines_do_not_grow_together_when_read_aloud(tmp_path: Path) -> None:
    """A paragraph over several lines has its spaces in the tree too."""
    if not external("pdfinfo"):
        pytest.skip("poppler is not installed")
    title = "Cross-municipal coordination of emergency response and temporary accommodation of displaced persons"
    path = tmp_path / "paper.pdf"
    path.write_bytes(agenda.build(replace(samples.agenda(weeks=1), event_title=Text(title))))
    told = subprocess.run(["pdfinfo", "-struct-text", str(path)], capture_output=True, check=True).stdout.decode()
    assert title in told


def test_sure_letters_are_in_every_face() -> None:
    sure = fonts._SURE
    for name in fonts.FACES:
        if name.startswith(("Sans", "Serif")):
            face = fonts.face(name)
            assert [
                hex(code) for code in range(0x20, 0x2300) if sure.fullmatch(chr(code)) and not face.has(chr(code))
            ] == []


@pytest.mark.parametrize(
    ("typed", "drawn"),
    [
        ("ﬁne", "ﬁne"),
        ("Ｆｕｌｌ", "Full"),
        ("\U0001f1fa\U0001f1e6", "UA"),
        ("საქართველო", "საქართველო"),
        ("\U0001f44d\U0001f3fd", "\U0001f44d"),
        ("中文", "□□"),
    ],
)
def test_letters_without_a_glyph_are_replaced(typed: str, drawn: str) -> None:
    pieces = fonts.face("Serif").pieces(typed)
    assert "".join(piece.text for piece in pieces) == drawn
    assert all(piece.face.has(piece.text) for piece in pieces)
    if drawn != typed:
        assert "".join(piece.stands_for for piece in pieces) == typed.replace("\U0001f44d", "")


def test_missing_letters_are_told_once_in_their_order() -> None:
    assert fonts.missing("Ліна Коваль, Žižek, ﬁ, 👍🏽, საქ") == ""
    assert fonts.missing("中文 and 中 א") == "中文א"


def test_what_is_copied_is_what_was_typed(tmp_path: Path) -> None:
    name = PersonName("李", "Ｋoval")
    paper = more.certificates("en", "", 1)
    data = certificates.build(
        replace(paper, certificates=(replace(paper.certificates[0], holder=name),)), CertificateOptions("en")
    )
    if not external("pdftotext"):
        pytest.skip("poppler is not installed")
    path = tmp_path / "paper.pdf"
    path.write_bytes(data)
    done = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True)
    assert "李 Ｋoval" in done.stdout.decode()


def test_a_thousand_certificates_stay_small() -> None:
    one = len(certificates.build(more.certificates("uk", "en", 1), CertificateOptions("uk", "en")))
    many = len(certificates.build(more.certificates("uk", "en", 101), CertificateOptions("uk", "en")))
    assert (many - one) / 100 <= 2048


def test_a_certificate_is_read_in_its_order() -> None:
    tree = tags(certificates.build(more.certificates("uk", "en", 2), CertificateOptions("uk", "en")))
    sections = list(tree.all("Sect"))
    assert len(sections) == 2
    assert [kid.role for kid in _known(sections[0])][:4] == ["P", "H1", "P", "P"]


def _known(tag: Tag) -> tuple[Tag, ...]:
    return tag.kids


def test_logos_are_no_finer_than_print_and_stand_in_the_file_once() -> None:
    """A logo of 12 million pixels on each of many sheets."""
    small, large = io.BytesIO(), io.BytesIO()
    Image.effect_noise((600, 300), 60).save(small, "PNG")
    Image.effect_noise((4000, 3000), 60).save(large, "PNG")
    paper = more.sign_in("en", "", 2)
    made = [
        sign_in_sheet.build(replace(paper, logos=(Logo("X", picture.getvalue()),), days=paper.days * count))
        for picture, count in ((small, 1), (large, 1), (large, 8))
    ]
    assert len(made[1]) < 400_000
    assert len(made[2]) < len(made[1]) + 60_000


def test_letters_printed_as_squares_are_noted_while_a_paper_is_made() -> None:
    paper = replace(samples.agenda(weeks=1), event_title=Text("中文 中 and ☕"))
    with fonts.noting() as noted:
        agenda.build(paper)
    assert "".join(noted) == "中文"
    with fonts.noting() as nothing:
        agenda.build(samples.agenda(weeks=1))
    assert not nothing
