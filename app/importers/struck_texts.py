"""Texts of which all or a part is crossed out inside the cell, letter by letter. Standard library only.

A cell can hold pieces ("runs") with looks of their own. Who strikes a name inside its cell, and writes another behind
it, leaves a cell whose style says nothing of it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape

from app.importers.struck_styles import crosses_out

#: A piece of a text: whether it is crossed out, and what it says.
Run = tuple[bool, str]
#: Of a text: what still stands (empty where nothing does), and what is crossed out.
Judged = tuple[str, str]
#: Letters of a crossed out part that are told; texts of more are cut.
_TOLD = 200
#: Texts that are noted, and letters in all of them together; a list of people has a handful.
_MOST, _LETTERS = 5_000, 1 << 21
_FEW = 200
#: Bytes of one text with its marks; a cell holds 32,767 letters. A longer one is left as the parser reads it.
_LONGEST = 1 << 20
#: What parts a word from the one that replaces it.
_BETWEEN = " \t\r\n\u00a0,;/|→"
_TEXT = re.compile(rb"<t(?: [^>]*)?>([^<]*)</t>")
_EMPTY = re.compile(rb"<si */>")


def judged(runs: Iterable[Run]) -> Judged | None:
    """What still stands and what is crossed out; None where no letter or digit is.

    Marks that are left over between crossed out words ("/", ",") say nothing: then nothing stands.
    """
    kept: list[str] = []
    gone: list[str] = []
    for struck, text in runs:
        (gone if struck else kept).append(text)
    told = " ".join("".join(gone).split())
    if not any(map(str.isalnum, told)):
        return None
    stands = "".join(kept).strip(_BETWEEN)
    return (stands if any(map(str.isalnum, stands)) else "", told if len(told) <= _TOLD else f"{told[:_TOLD]}…")


def runs_of(text: bytes) -> Iterator[Run]:
    """The runs of a text of .xlsx (``si``, ``is``); none for one without runs. Linear in its length."""
    *pieces, _rest = text.split(b"</r>")
    for piece in pieces:
        said = _TEXT.search(piece)
        if said:
            yield crosses_out(piece[: said.start()]), unescape(said.group(1).decode("utf-8", "replace"))


class Noted:
    """Judged texts by number, as many as a list of people can have."""

    def __init__(self) -> None:
        self.texts: dict[int, Judged] = {}
        self._left = _LETTERS

    def note(self, number: int, runs: Iterable[Run]) -> bool:
        """Judge a text; False when no more are noted."""
        found = judged(runs)
        if found is not None:
            self._left -= len(found[0])
            if self._left < 0 or len(self.texts) >= _MOST:
                return False
            self.texts[number] = found
        return True


def shared_texts(chunks: Iterable[bytes]) -> Mapping[int, Judged]:
    """The shared texts of an .xlsx in which something is crossed out, by their number from 0.

    ``chunks``: the part in pieces, its prefix taken off. Memory is bounded by one text.
    """
    noted = Noted()
    rest, number = b"", 0
    for chunk in chunks:
        *texts, rest = (rest + chunk).split(b"</si>")
        for text in texts:
            number += len(_EMPTY.findall(text))
            if b"<strike" in text and len(text) <= _LONGEST and not noted.note(number, runs_of(text)):
                return noted.texts
            number += 1
        if len(rest) > 8 * _LONGEST:
            # No program writes such a text; its number and those behind it are not known any more.
            return noted.texts
    return noted.texts


def cells_of_shared(piece: bytes, texts: Mapping[int, Judged]) -> Iterator[tuple[bytes, Judged]]:
    """The mark-up of each cell in a piece of a sheet that shows one of the shared texts, with what was judged."""
    # A few numbers are looked for as such, which is ten times as fast as to look at each.
    numbers = b"|".join(b"%d" % number for number in texts) if len(texts) <= _FEW else rb"\d{1,9}"
    for found in re.compile(rb"<v(?: [^>]*)?>(" + numbers + rb")</v>").finditer(piece):
        told = texts.get(int(found[1]))
        start = piece[piece.rfind(b"<c ", 0, found.start()) : found.start()].partition(b">")[0]
        if told is not None and b't="s"' in start:
            yield start, told


def cells_of_own(piece: bytes) -> Iterator[tuple[bytes, Judged]]:
    """The same of cells that hold their text themselves (``inlineStr``)."""
    # A sheet whose texts are shared has no such letter at all, and one letter is looked for four times as fast.
    if b"k" not in piece or b"<strike" not in piece:
        return
    for part in piece.split(b"</c>"):
        if b"<strike" in part and b"<is>" in part and len(part) <= _LONGEST:
            cell = part[max(part.rfind(b"<c "), 0) :]
            told = judged(runs_of(cell))
            if told is not None:
                yield cell, told
