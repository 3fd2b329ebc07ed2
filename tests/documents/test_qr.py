"""QR codes: the same squares as the library makes, every text read back, small in the file."""

import random
import zlib

import pytest
from PIL import Image

from app.documents import qr

SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"


def _read(rows: list[list[bool]]) -> str:
    import zxingcpp

    side = len(rows)
    picture = Image.new("L", (side + 8, side + 8), 255)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                picture.putpixel((x + 4, y + 4), 0)
    [found] = zxingcpp.read_barcodes(picture.resize((picture.width * 4,) * 2, Image.Resampling.NEAREST))
    return str(found.text)


@pytest.mark.parametrize("length", [1, 2, 20, 37, 38, 90, 100, 101, 335, 336, 391, 395, 396, 555, 900, 2000])
def test_the_same_squares_as_the_library(length: int) -> None:
    from reportlab.graphics.barcode.qrencoder import QRAlphaNum, QRCode, QRErrorCorrectLevel

    text = "".join(random.Random(length).choice(SIGNS) for _ in range(length))
    code = QRCode(None, QRErrorCorrectLevel.L if length > 100 else QRErrorCorrectLevel.M)
    code.addData(QRAlphaNum(text))  # type: ignore[no-untyped-call]
    code.version = code.calculate_version()  # type: ignore[no-untyped-call]
    code.makeImpl(False, 2)
    assert qr.modules(text) == code.modules


@pytest.mark.parametrize(
    "text", ["CEP-UA-2023-0001 ABCDE-FGHIJ", "MD1" + "ABCDEFG234" * 39, "small letters, č and Ж", "x" * 300, "7" * 50]
)
def test_every_text_is_read_back(text: str) -> None:
    assert _read(qr.modules(text)) == text


def test_a_signed_code_is_small_in_the_file_and_in_squares() -> None:
    chance = random.Random(1)
    text = "MD1" + "".join(chance.choice("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567") for _ in range(388))
    side, shapes = qr.fragment(text)
    assert side == 57  # version 10: 0.42 mm a square at 24 mm
    assert len(zlib.compress(shapes.encode())) < 1700


def test_a_text_that_no_code_can_hold_is_refused() -> None:
    with pytest.raises(ValueError, match="too long"):
        qr.modules("A" * 5000)
