"""The container of old Office files: one stream out of it, or one around a bare stream. Standard library only.

Whatever does not fit gives nothing instead of an error: the parser has the last word on whether a file is damaged.
"""

import struct

_FREE, _END = 0xFFFFFFFF, 0xFFFFFFFE
_SECTOR = 512


def _chain(table: list[int], first: int, most: int) -> list[int]:
    """Sectors from the first to the last; ends at a loop or outside the table."""
    found: list[int] = []
    while first < len(table) and len(found) <= most:
        found.append(first)
        first = table[first]
    return found


def _numbers(data: bytes) -> list[int]:
    return list(struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4]))


def stream_of(data: bytes, names: tuple[str, ...]) -> bytes:
    """The first stream with one of the names, the empty bytes where there is none. Memory: twice the file."""
    if len(data) < _SECTOR:
        return b""
    shift, mini_shift = struct.unpack_from("<HH", data, 30)
    if shift not in (9, 12) or mini_shift != 6:
        return b""
    size = 1 << shift
    directory, cutoff, mini_first = (struct.unpack_from("<I", data, at)[0] for at in (48, 56, 60))
    extra, extra_count = struct.unpack_from("<II", data, 68)

    def sector(number: int) -> bytes:
        return data[(number + 1) * size : (number + 2) * size]

    places = _numbers(data[76:512])
    for _ in range(min(extra_count, len(data) // size)):
        block = _numbers(sector(extra))
        if not block:
            break
        places += block[:-1]
        extra = block[-1]
    table: list[int] = []
    for place in places:
        if place < _END - 1:
            table += _numbers(sector(place))
    most = len(data) // size + 1
    entries = b"".join(map(sector, _chain(table, directory, most)))
    root = entries[:128]
    for at in range(0, len(entries) - 127, 128):
        entry = entries[at : at + 128]
        length = min(struct.unpack_from("<H", entry, 64)[0], 64)
        name = entry[: max(0, length - 2)].decode("utf-16-le", "replace")
        if entry[66] != 2 or name not in names:
            continue
        first, total = struct.unpack_from("<II", entry, 116)
        if total >= cutoff:
            return b"".join(map(sector, _chain(table, first, most)))[:total]
        small = _numbers(b"".join(map(sector, _chain(table, mini_first, most))))
        pool = b"".join(map(sector, _chain(table, struct.unpack_from("<I", root, 116)[0], most)))
        return b"".join(pool[n * 64 : n * 64 + 64] for n in _chain(small, first, len(pool) // 64 + 1))[:total]
    return b""


def _entry(name: str, kind: int, child: int, first: int, size: int) -> bytes:
    text = name.encode("utf-16-le") + b"\x00\x00"
    black = 1
    return (
        text.ljust(64, b"\x00")
        + struct.pack("<HBBIII", len(text), kind, black, _FREE, _FREE, child)
        + bytes(36)
        + struct.pack("<IQ", first, size)
    )


def contained(stream: bytes, name: str = "Book") -> bytes:
    """A container with this one stream, as the parser expects it around a workbook of Excel 95 and before."""
    size = max(len(stream), 4096)
    body = stream.ljust(-(-size // _SECTOR) * _SECTOR, b"\x00")
    sectors = len(body) // _SECTOR
    tables = 1
    while tables * 128 < sectors + 1 + tables:
        tables += 1
    if tables > 109:
        return b""
    # First the tables, then the directory, then the stream.
    directory, first = tables, tables + 1
    chain = [0xFFFFFFFD] * tables + [_END] + [first + n + 1 for n in range(sectors - 1)] + [_END]
    chain += [_FREE] * (tables * 128 - len(chain))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, tables, directory, 0, 4096, _END, 0, _END, 0)
    head += struct.pack("<109I", *range(tables), *[_FREE] * (109 - tables))
    entries = _entry("Root Entry", 5, 1, _END, 0) + _entry(name, 2, _FREE, first, size) + bytes(256)
    return head + struct.pack(f"<{len(chain)}I", *chain) + entries + body
