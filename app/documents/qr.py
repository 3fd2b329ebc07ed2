"""QR codes as rectangles of a content stream: sharp at any size, small, and quick to make (one fixed mask).

Texts of capitals, digits and ``$%*+-./:`` and space take the alphanumeric mode, by tables of their own: a batch of a
thousand certificates makes a thousand of them. Everything else is left to reportlab.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache, reduce
from operator import add, getitem, itemgetter, xor
from typing import NamedTuple

#: Any mask is valid; trying all eight costs eight times as much and gains nothing for a code printed this large.
_MASK = 2
_SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
#: Longer texts take the lowest error correction: at one printed size larger squares are worth more than spare ones.
_LONG = 100
#: Rows are a hair taller than a step, so that no viewer shows a light seam between two of them.
_TALL = 1.03
_NEXT_ROW = f" f\n1 0 0 1 0 {-1 / _TALL:.6f} cm"
#: So many squares of a row are looked up at once.
_PART = 8
_OWN_MODE = re.compile(r"[0-9A-Z $%*+\-./:]*")


class _Plan(NamedTuple):
    """What is the same for every code of a version and level.

    ``take`` gives the squares row by row out of the bits of the content, block after block and then the bytes of error
    correction, followed by ``01`` for the fixed squares: it also does what the standard calls interleaving. ``mask``
    turns the bits over, ``free`` is how many there are.
    """

    side: int
    take: Callable[[str], tuple[str, ...]]
    mask: int
    free: int
    blocks: tuple[tuple[int, int], ...]


def modules(text: str) -> list[list[bool]]:
    """The modules of a QR (rows from the top); error correction M, for long texts L. ValueError for a text too long."""
    return [[square == "1" for square in row] for row in _rows(text)]


def squares(text: str) -> tuple[int, str]:
    """(modules a side, all modules from the top left as ``0`` and ``1``); see ``modules``."""
    if _OWN_MODE.fullmatch(text):
        return _alphanumeric(text)
    rows = _of_reportlab(text)
    return len(rows), "".join(rows)


def fragment(text: str) -> tuple[int, str]:
    """(modules a side, operators in module units from the bottom left), dark runs of a row joined.

    The rows are painted one after the other, each one step lower: so the numbers repeat and the page stays small.
    """
    rows = _rows(text)
    count = len(rows)
    parts = [f"1 0 0 {_TALL} 0 {count - 1} cm"]
    columns = range(0, count, _PART)
    for row in rows:
        parts += [_runs(column, row[column : column + _PART]) for column in columns]
        parts.append(_NEXT_ROW)
    return count, "".join(parts)


@cache
def _runs(column: int, squares: str) -> str:
    """The dark runs of a part of a row as rectangles."""
    runs = [run.span() for run in re.finditer("1+", squares)]
    return "".join(f" {column + start} 0 {end - start} 1 re" for start, end in runs)


def _rows(text: str) -> list[str]:
    side, found = squares(text)
    return [found[start : start + side] for start in range(0, len(found), side)]


def _of_reportlab(text: str) -> list[str]:
    from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

    code = QRCode(None, QRErrorCorrectLevel.L if len(text) > _LONG else QRErrorCorrectLevel.M)
    code.addData(text)
    # The stubs leave the module untyped.
    code.version = code.calculate_version()  # type: ignore[no-untyped-call]
    code.makeImpl(False, _MASK)
    return ["".join("1" if square else "0" for square in row) for row in code.modules]


# the alphanumeric mode ------------------------------------------------------------------------------------------------
def _alphanumeric(text: str) -> tuple[int, str]:
    level = "L" if len(text) > _LONG else "M"
    version = _version(len(text), level)
    plan = _plan(version, level)
    content = _checked(_data(text, version, plan), plan.blocks)
    laid = int.from_bytes(content, "big") << (plan.free - 8 * len(content)) ^ plan.mask
    return plan.side, "".join(plan.take(f"{laid:0{plan.free}b}01"))


def _length_bits(version: int) -> int:
    return 9 if version < 10 else 11 if version < 27 else 13


@cache
def _version(length: int, level: str) -> int:
    """The smallest version that a text of this length fits into."""
    for version in range(1, 41):
        needed = 4 + _length_bits(version) + length // 2 * 11 + length % 2 * 6
        if needed <= 8 * sum(data for _total, data in _blocks(version, level)):
            return version
    raise ValueError("too long for a QR")


@cache
def _blocks(version: int, level: str) -> tuple[tuple[int, int], ...]:
    """(bytes, bytes of data) of each block of a version."""
    from reportlab.graphics.barcode.qrencoder import QRErrorCorrectLevel, QRRSBlock

    found = QRRSBlock.getRSBlocks(version, getattr(QRErrorCorrectLevel, level))  # type: ignore[no-untyped-call]
    return tuple((block.totalCount, block.dataCount) for block in found)


@cache
def _plan(version: int, level: str) -> _Plan:
    from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel, QRUtil

    code = QRCode(version, getattr(QRErrorCorrectLevel, level))
    code.dataCache = b""
    code.makeImpl(False, _MASK)
    side = code.moduleCount
    places = code.dataPosIterator()  # type: ignore[no-untyped-call]
    turned = QRUtil.getMask(_MASK)  # type: ignore[no-untyped-call]
    free = len(places)
    blocks = _blocks(version, level)
    bits = [8 * byte + bit for byte in _turns(blocks) for bit in range(8)]
    bits += range(len(bits), free)
    sources = [free + (1 if square else 0) for row in code.modules for square in row]
    mask = ["0"] * free
    for bit, (column, row) in zip(bits, places, strict=True):
        sources[row * side + column] = bit
        mask[bit] = "1" if turned(row, column) else "0"
    return _Plan(side, itemgetter(*sources), int("".join(mask), 2), free, blocks)


def _turns(blocks: tuple[tuple[int, int], ...]) -> Iterator[int]:
    """Which byte is laid first, second …: the first of each block, the second of each, then error correction alike."""
    starts, room = [], 0
    for _total, data in blocks:
        starts.append(room)
        room += data
    for place in range(max(data for _total, data in blocks)):
        yield from (start + place for start, (_total, data) in zip(starts, blocks, strict=True) if place < data)
    checks = blocks[0][0] - blocks[0][1]
    for place in range(checks):
        yield from (room + checks * number + place for number in range(len(blocks)))


@cache
def _pairs() -> dict[str, str]:
    return {
        one + two: f"{place * 45 + other:011b}" for place, one in enumerate(_SIGNS) for other, two in enumerate(_SIGNS)
    }


def _data(text: str, version: int, plan: _Plan) -> bytes:
    """Mode, length, the text in pairs of eleven bits, and filling up to the end."""
    pairs = _pairs()
    length = f"{len(text):0{_length_bits(version)}b}"
    even = len(text) // 2 * 2
    bits = "0010" + length + "".join(map(pairs.__getitem__, map(add, text[:even:2], text[1::2])))
    if even < len(text):
        bits += f"{_SIGNS.index(text[-1]):06b}"
    room = sum(data for _total, data in plan.blocks)
    bits += "0" * min(4, room * 8 - len(bits))
    bits += "0" * (-len(bits) % 8)
    content = int(bits, 2).to_bytes(len(bits) // 8, "big")
    return content + (b"\xec\x11" * room)[: room - len(content)]


def _checked(content: bytes, blocks: tuple[tuple[int, int], ...]) -> bytes:
    """The data of all blocks, then the bytes of error correction of each."""
    parts, start = [content], 0
    for total, data in blocks:
        parts.append(_check(content[start : start + data], total - data))
        start += data
    return b"".join(parts)


def _check(part: bytes, count: int) -> bytes:
    """The Reed-Solomon bytes of a block: what each byte adds to them, at its distance from the end of the block."""
    rest = reduce(xor, map(getitem, _shares(count, len(part)), part), 0)
    return rest.to_bytes(count, "big")


@cache
def _shares(count: int, length: int) -> list[tuple[int, ...]]:
    """For each place of a block what each value there adds to its remainder: division is linear in the bytes."""
    table = _multiples(count)
    top, low = 8 * (count - 1), (1 << 8 * count) - 1
    found = [table]
    while len(found) < length:
        found.append(tuple([(rest << 8 & low) ^ table[rest >> top] for rest in found[-1]]))
    return found[::-1]


@cache
def _multiples(count: int) -> tuple[int, ...]:
    exponents, logarithms = _field()
    generator = [1]
    for power in range(count):
        raised = [*generator, 0]
        for place, factor in enumerate(generator):
            raised[place + 1] ^= exponents[(logarithms[factor] + power) % 255] if factor else 0
        generator = raised
    tail = generator[1:]
    return tuple(
        int.from_bytes(
            bytes(
                exponents[(logarithms[factor] + logarithms[times]) % 255] if factor and times else 0 for factor in tail
            ),
            "big",
        )
        for times in range(256)
    )


@cache
def _field() -> tuple[list[int], list[int]]:
    """Powers and logarithms of the field with 256 members that QR codes calculate in."""
    exponents, logarithms, value = [0] * 255, [0] * 256, 1
    for power in range(255):
        exponents[power], logarithms[value] = value, power
        value <<= 1
        value ^= 0x11D if value & 0x100 else 0
    return exponents, logarithms
