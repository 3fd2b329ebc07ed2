"""The row of logos: pictures keep their shape, what cannot be read is named in words, many make rows."""

import io
from dataclasses import replace

import pytest
from PIL import Image

from app.documents import agenda
from app.documents.fonts import FACES, face
from app.documents.layout import LEFT, RIGHT
from app.documents.logos import Logo, LogoRow
from app.documents.styles import MM
from app.documents.texts import Text
from tests.documents import samples
from tests.documents.paper_reading import reader, text


def picture(wide: int, high: int) -> bytes:
    made = io.BytesIO()
    Image.new("RGBA", (wide, high), (10, 60, 120, 200)).save(made, "PNG")
    return made.getvalue()


def test_pictures_fit_height_and_width_and_keep_their_shape() -> None:
    (row,) = LogoRow([Logo("tall", picture(100, 200)), Logo("wide", picture(900, 100))]).rows
    assert row[0].height == pytest.approx(11 * MM)
    assert row[0].width == pytest.approx(5.5 * MM)
    assert row[1].width == pytest.approx(45 * MM)
    assert row[1].height == pytest.approx(5 * MM)


def test_many_logos_shrink_and_take_a_second_row() -> None:
    row = LogoRow([Logo(f"logo {n}", picture(400, 100)) for n in range(7)])
    assert len(row.rows) == 2
    for marks in row.rows:
        assert sum(mark.width for mark in marks) + 8 * MM * (len(marks) - 1) <= RIGHT - LEFT


def _framed(wide: int, high: int, edge: int, kind: str = "PNG") -> bytes:
    """A dark box with a white (PNG: clear) edge around it."""
    made = io.BytesIO()
    ground = (255, 255, 255, 0) if kind == "PNG" else (255, 255, 255)
    image = Image.new("RGBA" if kind == "PNG" else "RGB", (wide + 2 * edge, high + 2 * edge), ground)
    image.paste((10, 60, 120, 255) if kind == "PNG" else (10, 60, 120), (edge, edge, edge + wide, edge + high))
    image.save(made, kind)
    return made.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_an_empty_edge_makes_no_logo_smaller(kind: str) -> None:
    (row,) = LogoRow([Logo("tight", _framed(200, 100, 0, kind)), Logo("framed", _framed(200, 100, 80, kind))]).rows
    assert [mark.height for mark in row] == [pytest.approx(11 * MM)] * 2
    assert row[1].width == pytest.approx(row[0].width, rel=0.05)


def test_a_large_picture_is_embedded_no_larger_than_a_printer_shows() -> None:
    (row,) = LogoRow([Logo("large", picture(3000, 2000))]).rows
    assert row[0].picture is not None
    assert row[0].picture.getSize() == (480, 320)


def test_the_emblem_of_the_union_is_never_the_smallest() -> None:
    (row,) = LogoRow([Logo("tall", picture(100, 100)), Logo("EU", picture(1000, 100), emblem=True)]).rows
    assert row[1].height == pytest.approx(4.5 * MM)
    assert row[0].height == pytest.approx(4.5 * MM)


def test_an_empty_or_endless_picture_is_named_in_words() -> None:
    white = io.BytesIO()
    Image.new("RGB", (50, 50), "white").save(white, "PNG")
    bomb = io.BytesIO()
    Image.new("1", (9000, 9000)).save(bomb, "PNG")
    for image in (white.getvalue(), bomb.getvalue(), picture(90, 40)[:60]):
        (row,) = LogoRow([Logo("Občina", image)]).rows
        assert row[0].picture is None
        assert row[0].lines


def test_a_broken_picture_is_named_in_words() -> None:
    logos = (Logo("Občina Domžale", b"not a picture"), Logo("Whole", picture(40, 40)), Logo("", b""))
    data = agenda.build(replace(samples.agenda(), logos=logos))
    assert "Občina" in text(data)
    assert "Whole" not in text(data).split("Programme of the mentoring visit")[0]
    assert len(reader(data).pages[0].images) == 1


def test_every_face_has_every_letter_of_the_programmes() -> None:
    letters = "ЇЄҐІїєґіʼ’ŠŽČĆĐšžčćđÅÄÖåäöĀĒĢĪĶĻŅŪāēģīķļņūЃЌЉЏЊЋЂЅѓќљџњћђѕ–−“”„»«№…·€"
    for name in (one for one in FACES if one.startswith("S")):
        assert face(name).has(letters), name


def test_emoji_and_other_planes_do_not_stop_the_paper() -> None:
    paper = replace(samples.agenda(), event_title=Text("Visit 🇺🇦 𝔘𝔨𝔯𝔞𝔦𝔫𝔢 日本 \U000e0041"))
    assert "Visit" in text(agenda.build(paper))
