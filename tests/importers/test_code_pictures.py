"""Pictures with codes: read when they can be, refused in one sentence when not; no picture fills the memory."""

import io
import random
import struct
import zlib

import pytest
from PIL import Image

from app.core.errors import Refused
from app.core.sentences import sentence
from app.importers import code_pictures


def _picture(form: str = "PNG", mode: str = "RGB", **more: object) -> bytes:
    import zxingcpp

    code = zxingcpp.create_barcode("MD1" + "ABCDE23456" * 30, zxingcpp.BarcodeFormat.QRCode)
    square = Image.fromarray(zxingcpp.write_barcode_to_image(code, scale=4)).convert("L")
    page = Image.new("L", (900, 700), "white")
    page.paste(square, (300, 200))
    if mode == "RGBA":
        clear = Image.new("RGBA", page.size, (0, 0, 0, 0))
        clear.paste((0, 0, 0, 255), mask=page.point([255 if value < 128 else 0 for value in range(256)]))
        page = clear
    kept = io.BytesIO()
    page.convert(mode).save(kept, form, **more)
    return kept.getvalue()


def _refusal(content: bytes) -> str:
    with pytest.raises(Refused) as told:
        code_pictures.read(content, "photo.png")
    assert "photo.png" in sentence(told.value.code, told.value.params)
    return told.value.code


def _outcome(content: bytes) -> str:
    try:
        code_pictures.read(content, "photo.png")
    except Refused as refused:
        return refused.code
    return "read"


def _bomb(width: int, height: int) -> bytes:
    """A PNG that says that it is enormous."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP", "TIFF", "BMP", "GIF"])
def test_every_form_of_picture_is_read(form: str) -> None:
    assert code_pictures.read(_picture(form)) == ("MD1" + "ABCDE23456" * 30,)


def test_a_picture_on_clear_ground_and_one_lying_on_its_side() -> None:
    assert code_pictures.read(_picture("PNG", "RGBA"))
    exif = Image.Exif()
    exif[0x0112] = 6
    assert code_pictures.read(_picture("JPEG", exif=exif))


def test_what_is_no_picture_is_refused() -> None:
    for content in (
        b"",
        b"hello",
        b"%PDF-",
        b"%PDF-1.7\nnothing",
        b"\x89PNG\r\n\x1a\n",
        b"GIF89a",
        b"<svg/>",
        b"\0" * 9000,
    ):
        assert _refusal(content) == "picture_unreadable", content[:9]


def test_a_damaged_picture_is_refused_or_read_and_never_breaks() -> None:
    chance = random.Random(4)
    whole = {form: _picture(form) for form in ("PNG", "JPEG", "WEBP", "TIFF", "GIF")}
    for form, content in whole.items():
        for _ in range(12):
            broken = bytearray(content[: chance.randrange(8, len(content))])
            for _ in range(4):
                broken[chance.randrange(len(broken))] = chance.randrange(256)
            assert _outcome(bytes(broken)) in {"read", "picture_unreadable", "picture_no_code", "picture_too_large"}, (
                form
            )


def test_a_picture_that_would_fill_the_memory_is_refused_unseen() -> None:
    assert _refusal(_bomb(60_000, 60_000)) == "picture_too_large"
    assert _refusal(_bomb(200_000_000, 2)) == "picture_too_large"
    assert _refusal(_bomb(2_000_000_000, 2_000_000_000)) in {"picture_too_large", "picture_unreadable"}
    assert _refusal(b"\0" * (code_pictures.LARGEST_FILE + 1)) == "picture_too_large"


def test_a_page_of_an_enormous_size_is_drawn_small() -> None:
    from reportlab.pdfgen.canvas import Canvas

    kept = io.BytesIO()
    canvas = Canvas(kept, pagesize=(14_000, 14_000))
    canvas.drawString(20, 20, "nothing here")
    canvas.save()
    assert _refusal(kept.getvalue()) == "picture_no_code"


def test_a_page_without_a_code_is_told() -> None:
    kept = io.BytesIO()
    Image.effect_noise((500, 400), 90).save(kept, "PNG")
    assert _refusal(kept.getvalue()) == "picture_no_code"
