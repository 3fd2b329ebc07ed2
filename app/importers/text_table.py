"""Tables kept as text: which encoding, which separator (SP-18, I7). Own order of trials: guessing libraries err."""

import csv
import io
from dataclasses import dataclass

#: Letters that a town's text in each one-byte encoding is made of; anything else above ASCII speaks against it.
_LETTERS = {
    "cp1251": frozenset("абвгґдеєёжзиіїйклмнопрстуфхцчшщьъыэюяђјљњћџѓѕќ"),
    "cp1250": frozenset("čšžćđáéíóúýěřůťďňäöüß"),
    "cp1257": frozenset("āčēģīķļņšūžōŗõäöüåąęėįų"),
    "latin-1": frozenset("åäöéèüæøçñáíóúëêàâôûîß"),
}
_SIGNS = frozenset("«»“”„’‘–—…№°§€\u00a0")
_DELIMITERS = (";", "\t", ",", "|")


@dataclass(frozen=True, slots=True)
class TextTable:
    """A text read as a table, with how it was read, to be shown and confirmed."""

    rows: list[list[str]]
    encoding: str
    delimiter: str


def _score(data: bytes, encoding: str) -> float:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return float("-inf")
    score = 0.0
    cyrillic = encoding == "cp1251"
    for before, char, after in zip(" " + text, text, text[1:] + " ", strict=False):
        if ord(char) < 128:
            continue
        if char in _SIGNS:
            score += 0.2
        elif char.lower() not in _LETTERS[encoding]:
            score -= 2.0
        else:
            score += 1.0 if char.islower() or not before.islower() else -1.0
            # Cyrillic letters stand among themselves, marked Latin ones among plain ones.
            plain = sum(1 for near in (before, after) if near.isascii() and near.isalpha())
            foreign = sum(1 for near in (before, after) if not near.isascii())
            score -= plain if cyrillic else max(0, foreign - 1)
    return score


def decode(data: bytes) -> tuple[str, str]:
    """The text and the encoding: byte order mark, UTF-8, UTF-16 without mark, then the likeliest one-byte encoding."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(encoding, "replace"), encoding
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        sample = data[:200_000]
        best = max(_LETTERS, key=lambda encoding: _score(sample, encoding))
        return data.decode(best, "replace"), best


def _delimiter(text: str) -> str:
    """The separator that cuts most lines into the same number of cells, two or more."""
    best, best_score = ",", 0.0
    sample = text[:40_000]
    for delimiter in _DELIMITERS:
        rows = [row for row in csv.reader(io.StringIO(sample), delimiter=delimiter) if row][:60]
        widths = [len(row) for row in rows if len(row) > 1]
        if not widths:
            continue
        common = max(set(widths), key=widths.count)
        score = widths.count(common) / len(rows) + min(common, 12) / 100
        if score > best_score:
            best, best_score = delimiter, score
    return best


def read_text_table(data: bytes) -> TextTable:
    """Rows of a .csv, .tsv or .txt; the first line ``sep=;`` of Excel is obeyed and taken out. Cells are texts."""
    text, encoding = decode(data)
    csv.field_size_limit(1 << 20)
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:
        delimiter, text = first.strip()[4], rest
    else:
        delimiter = _delimiter(text)
    return TextTable(list(csv.reader(io.StringIO(text), delimiter=delimiter)), encoding, delimiter)
