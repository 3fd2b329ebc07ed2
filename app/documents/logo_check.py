"""Pictures that shall become logos: looked at before they are kept, so that none stops a paper later (O1, D9)."""

from io import BytesIO

from app.core.errors import Refused

#: Bytes of the largest file.
LARGEST = 8 * 1024**2
#: Pixels of the largest picture: a logo 45 mm wide at 600 dots an inch has about a million.
MOST_PIXELS = 40_000_000
#: Pixels that a side must have at least, so that there is something to see.
LEAST_SIDE = 16
_KINDS = ("PNG", "JPEG")
_BEGINNINGS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


def check(content: bytes, file_name: str) -> None:
    """Raise Refused with the reason why a picture cannot be a logo.

    ``logo_vector`` (SVG, PDF, EPS), ``logo_not_picture``, ``logo_too_large``, ``logo_too_many_pixels``,
    ``logo_moving``, ``logo_damaged``, ``logo_too_small``. Nothing but the picture's own bytes is read.
    """
    if len(content) > LARGEST:
        raise Refused("logo_too_large", file=file_name, most=LARGEST // 1024**2)
    if not content.startswith(_BEGINNINGS):
        beginning = content[:1024].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
        vector = beginning.startswith((b"<svg", b"<?xml", b"<!doctype svg", b"%pdf", b"%!ps")) or b"<svg" in beginning
        raise Refused("logo_vector" if vector else "logo_not_picture", file=file_name)
    _check_picture(content, file_name)


def _check_picture(content: bytes, file_name: str) -> None:
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(BytesIO(content), formats=_KINDS) as picture:
            wide, high = picture.size
            if wide * high > MOST_PIXELS:
                raise Refused("logo_too_many_pixels", file=file_name, wide=wide, high=high)
            if min(wide, high) < LEAST_SIDE:
                raise Refused("logo_too_small", file=file_name, wide=wide, high=high)
            if getattr(picture, "n_frames", 1) > 1:
                raise Refused("logo_moving", file=file_name)
            picture.load()
    except Image.DecompressionBombError:
        raise Refused("logo_too_many_pixels", file=file_name, wide="?", high="?") from None
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError, MemoryError):
        raise Refused("logo_damaged", file=file_name) from None


def small(content: bytes, wide: int, high: int) -> bytes:
    """A PNG of a logo as it is printed, fitted into a box of pixels, for a list; empty for what cannot be printed."""
    from PIL import Image

    from app.documents.logos import picture_of

    picture = picture_of(content)
    if picture is None:
        return b""
    target = BytesIO()
    scale = min(wide / picture.width, high / picture.height)
    size = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
    picture.resize(size, Image.Resampling.LANCZOS).save(target, "PNG")
    return target.getvalue()
