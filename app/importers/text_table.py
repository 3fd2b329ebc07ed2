"""Tables kept as text: which encoding, which separator (SP-18, I7). Own order of trials: guessing libraries err."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.core.errors import Refused

#: Letters that a town's text in each one-byte encoding is made of, the commoner the heavier; others speak against it.
_LETTERS = {
    "cp1251": {"абвгґдеєёжзиіїйклмнопрстуфхцчшщьъыэюя": 1.0, "ђјљњћџѓѕќў": 0.8},
    "cp1250": {"čšž": 1.0, "ć": 0.9, "đ": 0.8, "áéíóúýäöüß": 0.5, "ěřůťďňłąęńśźż": 0.4, "őű": 0.3},
    "cp1257": {"āēīūčšž": 1.0, "ģķļņ": 0.9, "õäöü": 0.6, "ąęėįų": 0.4, "ōŗåłńśźżé": 0.3},
    "latin-1": {"åäö": 1.0, "éü": 0.8, "èæøßç": 0.7, "áíóúëêàâôûîïìòñ": 0.5},
    "iso-8859-2": {"čšž": 0.95, "ć": 0.85, "đ": 0.75, "áéíóúýäöüß": 0.45, "ěřůťďňłąęńśźż": 0.35, "őű": 0.25},
}
_WEIGHTS = {
    name: {letter: weight for letters, weight in groups.items() for letter in letters}
    for name, groups in _LETTERS.items()
}
#: How a page of a mail program or a form names what we mean, read as its larger sister that Windows uses.
_PYTHON = {"latin-1": "cp1252"}
_SIGNS = dict.fromkeys("«»“”„’‘–—…°§€\u00a0\u00ad\u00b7", 0.2) | {"№": 0.6}
_DELIMITERS = (";", "\t", ",", "|")
#: A text above this is no list of people; decoded it would need several times as much.
MAX_TEXT = 48 << 20
_LONGEST_CELL = 100_000
_QUOTED_FORMULA = re.compile(r'="((?:[^"]|"")*)"\Z')
_PROTECTED = re.compile(r"'(?=[=+\-@\t\r])")


@dataclass(frozen=True, slots=True)
class TextTable:
    """A text read as a table, with how it was read, to be shown and confirmed."""

    rows: list[list[str]]
    encoding: str
    delimiter: str


def _telling(data: bytes) -> bytes:
    """The lines with letters beyond ASCII, as many as are needed to tell an encoding."""
    if len(data) < 20_000:
        return data
    found = re.findall(rb"[^\n]*[\x80-\xff][^\n]*", data[: 4 << 20])
    return b"\n".join(found)[:40_000]


def _score(data: bytes, encoding: str) -> float:
    try:
        text = data.decode(_PYTHON.get(encoding, encoding))
    except UnicodeDecodeError:
        # A few bytes that an encoding does not know speak against it, not more: cp1252 has such gaps.
        text = data.decode(_PYTHON.get(encoding, encoding), "replace")
    score = 0.0
    cyrillic = encoding == "cp1251"
    weights = _WEIGHTS[encoding]
    for before, char, after in zip(" " + text, text, text[1:] + " ", strict=False):
        if ord(char) < 128:
            continue
        if char in _SIGNS:
            score += _SIGNS[char]
        elif char.lower() not in weights:
            score -= 2.0
        else:
            score += weights[char.lower()] if char.islower() or not before.islower() else -1.0
            # Cyrillic letters stand among themselves, marked Latin ones among plain ones.
            plain = sum(1 for near in (before, after) if near.isascii() and near.isalpha())
            foreign = sum(1 for near in (before, after) if not near.isascii())
            score -= plain if cyrillic else max(0, foreign - 1)
    return score


def utf16_without_mark(data: bytes) -> str:
    """The encoding of UTF-16 without a mark, the empty text for anything else.

    In any of our languages one byte of each pair is nearly always small, the other hardly ever zero.
    """
    sample = data[: 4_096 - 4_096 % 2]
    if len(data) < 4 or len(data) % 2 or b"\x00" not in data[:65_536]:
        return ""
    for encoding, high, low in (("utf-16-le", sample[1::2], sample[0::2]), ("utf-16-be", sample[0::2], sample[1::2])):
        small = sum(1 for byte in high if byte in (0, 1, 2, 4, 0x20))
        if small >= len(high) * 0.95 and low.count(0) <= len(low) // 20:
            return encoding
    return ""


def decode(data: bytes) -> tuple[str, str]:
    """The text and the encoding: byte order mark, UTF-8, UTF-16 without mark, then the likeliest one-byte encoding.

    A UTF-8 text with a few broken places, as when it was cut, stays UTF-8.
    """
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(encoding, "replace"), encoding
    if encoding := utf16_without_mark(data):
        return data.decode(encoding, "replace"), encoding
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        sample = _telling(data)
        loose = sample.decode("utf-8", "replace")
        broken = loose.count("\ufffd")
        if broken * 10 <= sum(1 for char in loose if ord(char) > 127) - broken:
            return data.decode("utf-8", "replace"), "utf-8"
        best = max(_LETTERS, key=lambda encoding: _score(sample, encoding))
        return data.decode(_PYTHON.get(best, best), "replace"), best


def _widths(text: str, delimiter: str) -> list[int]:
    """How many cells the first lines have; a quotation mark that is never closed counts as a letter."""
    try:
        rows = [row for row in csv.reader(io.StringIO(text), delimiter=delimiter) if any(row)]
    except csv.Error:
        rows = []
    if not rows or any(len(cell) > 10_000 for row in rows for cell in row):
        rows = [line.split(delimiter) for line in text.split("\n") if line.strip()]
    return [len(row) for row in rows[:60]]


def _is_punctuation(sample: str, delimiter: str) -> bool:
    """Whether tabs part at least half of the lines, and the sign stands before spaces: "10/10/23, 8:55 AM"."""
    lines = [line for line in sample.split("\n") if line.strip()]
    tabbed = sum("\t" in line for line in lines)
    inside, before_space = sample.count(delimiter), delimiter + " "
    return delimiter != "\t" and tabbed * 2 >= len(lines) and sample.count(before_space) * 10 >= inside * 9


def guess_delimiter(text: str) -> str:
    """The separator that cuts most lines into the same number of cells, two or more.

    Commas of sentences and of dates are none where tabs part the cells.
    """
    best, best_score = ",", 0.0
    sample = text[:40_000]
    for delimiter in _DELIMITERS:
        if delimiter not in sample or _is_punctuation(sample, delimiter):
            continue
        widths = _widths(sample, delimiter)
        several = [width for width in widths if width > 1]
        if not several:
            continue
        common = max(set(several), key=several.count)
        score = several.count(common) / len(widths) + min(common, 12) / 100
        if score > best_score:
            best, best_score = delimiter, score
    return best


def plain_cell(cell: str) -> str:
    """A cell of a text table without what only protects it: ``="00123"``, and the apostrophe before ``= + - @``."""
    if cell[:1] == "=":
        found = _QUOTED_FORMULA.match(cell)
        return found.group(1).replace('""', '"') if found else cell
    return cell[1:] if cell[:1] == "'" and _PROTECTED.match(cell) else cell


def _records(text: str, delimiter: str) -> Iterator[list[str]]:
    csv.field_size_limit(_LONGEST_CELL)
    yield from csv.reader(io.StringIO(text), delimiter=delimiter)


def _literal(text: str, delimiter: str) -> Iterator[list[str]]:
    """Every line a row: for a text in which a quotation mark was opened and never closed."""
    for line in text.split("\n"):
        cells = line.split(delimiter)
        if max(map(len, cells)) > _LONGEST_CELL:
            raise Refused("import_too_big")
        yield [cell[1:-1] if len(cell) > 1 and cell[0] == cell[-1] == '"' else cell for cell in cells]


def _swallowed(rows: list[list[str]], text: str, delimiter: str) -> bool:
    """Whether a cell has swallowed whole rows, as behind a quotation mark that is never closed."""
    if '"' not in text:
        return False
    width = max((len(row) for row in rows[:60]), default=0)
    if rows and rows[-1] and "\n" in rows[-1][-1] and text.count('"') % 2 and rows[-1][-1].count(delimiter):
        return True
    for row in rows:
        for cell in row:
            if cell.count("\n") > 1 and cell.count(delimiter) >= cell.count("\n") * max(width - 1, 1) // 2 > 1:
                return True
    return False


def _unwrapped(rows: list[list[str]]) -> tuple[list[list[str]], str] | None:
    """The table of a text each line of which was quoted whole, as by a program that took it for one column.

    None for a list of one column: all lines must have the same number of cells as the first, three or more.
    """
    if not rows or len(rows[0]) != 1 or not any(one in rows[0][0] for one in _DELIMITERS):
        return None
    lines = [row[0] for row in rows if row]
    if len(lines) < 2 or any(len(row) > 1 for row in rows):
        return None
    text = "\n".join(lines)
    delimiter = guess_delimiter(text)
    inside = list(_records(text, delimiter))
    width = len(inside[0])
    return (inside, delimiter) if width >= 3 and all(len(row) in (0, width) for row in inside) else None


def read_text_table(data: bytes) -> TextTable:
    """Rows of a .csv, .tsv or .txt; the first line ``sep=;`` of Excel is obeyed and taken out. Cells are texts.

    Refuses with ``import_too_big``.
    """
    if len(data) > MAX_TEXT:
        raise Refused("import_too_big")
    text, encoding = decode(data)
    text = text.replace("\x00", "").lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    first, _, rest = text.partition("\n")
    told = first[:16].strip().strip('"').lower()
    if told.startswith("sep=") and len(first.strip().strip('"')) == 5:
        delimiter, text = first.strip().strip('"')[4], rest
    elif told == "sep=" and first.rstrip("\n").endswith("\t"):
        delimiter, text = "\t", rest
    else:
        delimiter = guess_delimiter(text)
    try:
        rows = list(_records(text, delimiter))
        if _swallowed(rows, text, delimiter):
            rows = list(_literal(text, delimiter))
        if (inside := _unwrapped(rows)) is not None:
            rows, delimiter = inside
    except csv.Error:
        rows = list(_literal(text, delimiter))
    for row in rows:
        for at, cell in enumerate(row):
            if cell[:1] in ("=", "'"):
                row[at] = plain_cell(cell)
    return TextTable(rows, encoding, delimiter)
