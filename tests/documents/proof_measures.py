"""What a finished PDF is measured by: runs of text with their boxes, glyphs, sizes of type, tags."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import pypdfium2
from pypdf.generic import DictionaryObject, IndirectObject

from app.documents.fonts import FACES, face
from tests.documents.paper_reading import Box, reader

MM = 72 / 25.4
_SIZE = re.compile(rb"/F\d+\+\d+ ([\d.]+) Tf")
_MAPPED = re.compile(rb"<([0-9A-Fa-f]+)>")


@dataclass(frozen=True, slots=True)
class Run:
    """A run of text and its box, in points from the bottom left."""

    text: str
    box: Box


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of a PDF: its size, its runs of text, all its text."""

    size: tuple[float, float]
    runs: tuple[Run, ...]
    text: str


def leaves(data: bytes) -> list[Leaf]:
    """The pages of a PDF."""
    document = pypdfium2.PdfDocument(data)
    found = []
    try:
        for page in document:
            words = page.get_textpage()
            rects = [words.get_rect(number) for number in range(words.count_rects())]
            runs = tuple(Run(words.get_text_bounded(*rect), rect) for rect in rects)
            found.append(Leaf(page.get_size(), runs, plain(words.get_text_range())))
    finally:
        document.close()
    return found


def plain(text: str) -> str:
    """Extracted text in one line with single spaces."""
    return " ".join(text.replace("\u00a0", " ").replace("\ufffe", "").split())


def overlaps(leaf: Leaf) -> Iterator[tuple[Run, Run]]:
    """Pairs of runs that share more than the slack of accents and descenders."""
    runs = sorted((run for run in leaf.runs if run.text.strip()), key=lambda run: run.box[1])
    for number, one in enumerate(runs):
        left, bottom, right, top = one.box
        for other in runs[number + 1 :]:
            left2, bottom2, right2, top2 = other.box
            if bottom2 >= top:
                break
            wide, high = min(right, right2) - max(left, left2), min(top, top2) - max(bottom, bottom2)
            if wide > 1.5 and high >= 0.45 * min(top - bottom, top2 - bottom2):
                yield one, other


def _resources(data: bytes) -> Iterator[DictionaryObject]:
    """Resources of all pages and forms."""
    seen: set[int] = set()

    def look(resources: DictionaryObject) -> Iterator[DictionaryObject]:
        yield resources
        for form in (resources.get("/XObject") or {}).values():
            number = form.idnum if isinstance(form, IndirectObject) else id(form)
            inner = form.get_object()
            if number not in seen and "/Resources" in inner:
                seen.add(number)
                yield from look(inner["/Resources"])

    for page in reader(data).pages:
        yield from look(page["/Resources"])


def font_faults(data: bytes) -> list[str]:
    """Fonts that are not embedded or not subset, and letters that their face has no glyph for."""
    faults: list[str] = []
    done: set[str] = set()
    for resources in _resources(data):
        for font in (resources.get("/Font") or {}).values():
            one = font.get_object()
            name = str(one["/BaseFont"])
            if ("Source" not in name and "Noto" not in name) or str(font) in done:
                continue
            done.add(str(font))
            if "/FontDescriptor" not in one or "/FontFile2" not in one["/FontDescriptor"].get_object():
                faults.append(f"{name} is not embedded")
            if name[7:8] != "+":
                faults.append(f"{name} is not subset")
            letters = _letters(one["/ToUnicode"].get_object().get_data())
            known = _coverage()[name.rpartition("+")[2]]
            faults += [f"{name} has no U+{ord(one):04X}" for one in letters if ord(one) not in known]
    return faults


def _letters(cmap: bytes) -> set[str]:
    """The letters to which a font's codes are told to belong."""
    found = set()
    for line in cmap.split(b"beginbfrange")[-1].split(b"endbfrange")[0].splitlines():
        for code in _MAPPED.findall(line.partition(b"[")[2] or line)[0 if b"[" in line else 2 :]:
            text = bytes.fromhex(code.decode()).decode("utf-16-be", "replace")
            found |= set(text) - {"\x00"}
    return {letter for letter in found if letter >= " "}


@cache
def _coverage() -> dict[str, frozenset[int]]:
    """Letters of each face by its PostScript name."""
    return {face(name).font.face.name.decode(): frozenset(face(name).font.face.charWidths) for name in FACES}


def smallest_type(data: bytes) -> float:
    """The smallest size of type on any page, in points."""
    sizes = [100.0]
    for page in reader(data).pages:
        sizes += [float(size) for size in _SIZE.findall(page.get_contents().get_data())]
    return min(sizes)


@dataclass(frozen=True, slots=True)
class Tag:
    """An element of the tree of tags: its role, the page where it begins, its kids."""

    role: str
    page: int
    kids: tuple["Tag", ...]

    def all(self, role: str) -> Iterator["Tag"]:
        """All elements of a role in it."""
        if self.role == role:
            yield self
        for kid in self.kids:
            yield from kid.all(role)

    def pages(self) -> set[int]:
        """All pages on which it or any of its kids has something."""
        found = {self.page} - {-1}
        for kid in self.kids:
            found |= kid.pages()
        return found


def tags(data: bytes) -> Tag:
    """The tree of tags, from the document down."""
    paper = reader(data)
    numbers = {page.indirect_reference.idnum: number for number, page in enumerate(paper.pages)}

    def read(node: DictionaryObject) -> Tag:
        kids = node.get("/K", [])
        kids = kids if isinstance(kids, list) else [kids]
        made = tuple(
            read(kid.get_object()) for kid in kids if isinstance(kid.get_object(), dict) and "/S" in kid.get_object()
        )
        page = (
            numbers[node.raw_get("/Pg").idnum]
            if "/Pg" in node
            else min((kid.page for kid in made if kid.page >= 0), default=-1)
        )
        return Tag(str(node["/S"])[1:], page, made)

    return read(paper.trailer["/Root"]["/StructTreeRoot"]["/K"])
