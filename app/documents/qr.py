"""QR codes as rectangles of a content stream: sharp at any size, small, and quick to make (one fixed mask)."""

#: Any mask is valid; trying all eight costs eight times as much and gains nothing for a code printed this large.
_MASK = 2


def modules(text: str) -> list[list[bool]]:
    """The modules of a QR (rows from the top), error correction M."""
    from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(text)
    # The stubs leave the module untyped.
    code.version = code.calculate_version()  # type: ignore[no-untyped-call]
    code.makeImpl(False, _MASK)
    rows: list[list[bool]] = code.modules
    return rows


def fragment(text: str) -> tuple[int, str]:
    """(modules a side, ``re`` operators in module units from the bottom left), dark runs of a row joined."""
    rows = modules(text)
    count = len(rows)
    parts: list[str] = []
    for number, row in enumerate(rows):
        y, start = count - 1 - number, -1
        for x, dark in enumerate([*row, False]):
            if dark and start < 0:
                start = x
            elif not dark and start >= 0:
                parts.append(f"{start} {y} {x - start} 1 re")
                start = -1
    return count, "\n".join(parts)
