"""A page as somebody photographs it: turned, small, noisy, saved as a poor JPEG."""

import io


def photograph(pdf: bytes, width: int, degrees: float, *, half: bool = False, quality: int = 60) -> bytes:
    """The first page ``width`` points wide, or its right half, on a grey table, as JPEG."""
    import pypdfium2
    from PIL import Image

    document = pypdfium2.PdfDocument(pdf)
    page = document[0].render(scale=300 / 72).to_pil().convert("L")
    document.close()
    if half:
        page = page.crop((page.width // 2, page.height // 2, page.width, page.height))
    page = page.point([round(40 + value * 0.78) for value in range(256)])  # paper in the light of a room
    turned = page.rotate(degrees, expand=True, fillcolor=90, resample=Image.Resampling.BICUBIC)
    small = turned.resize((width, round(turned.height * width / turned.width)), Image.Resampling.LANCZOS)
    noisy = Image.blend(small, Image.effect_noise(small.size, 20), 0.12)
    kept = io.BytesIO()
    noisy.convert("RGB").save(kept, "JPEG", quality=quality)
    return kept.getvalue()
