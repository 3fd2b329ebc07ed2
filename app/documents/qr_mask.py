"""A dense QR as a picture mask inside the page's own stream: a third of the bytes and of the time of rectangles.

A code with a signature has some sixty squares a side. As rectangles it takes 15 KB of operators and 1.8 KB packed; as
a mask of four dots a square (200 dots an inch and more on paper, as sharp as printers are) it takes under a kilobyte.
"""

from app.documents.qr import squares

#: Dots a square; four make one hexadecimal digit.
DOTS = 4


def mask(text: str) -> tuple[int, str]:
    """(squares a side, the operators that paint the code into the unit square).

    Rows from the top, four bits a square; hexadecimal, because a stream of text holds no bytes above 127.
    """
    side, found = squares(text)
    digits = found.replace("1", "F")
    # Every row of dots ends at a whole byte.
    rest = "0" if side % 2 else ""
    digits = "".join([(digits[start : start + side] + rest) * DOTS for start in range(0, side * side, side)])
    dots = side * DOTS
    return side, f"BI /W {dots} /H {dots} /IM true /BPC 1 /D [1 0] /F /AHx ID {digits}> EI"
