"""A coordinator's own letter as a Word file with placeholders: looked at when it comes, filled when it is printed.

``{name}`` anywhere in text, tables, headers, footers, text boxes; it may be split over several runs, as Word likes to.
A table row (or a paragraph outside tables) that holds a place of a person (``person_…``) is repeated for each person.
What is put in is text and nothing else: it is not looked through again, and can bring no mark-up, field or link.
"""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from io import BytesIO
from types import MappingProxyType
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from app.core.errors import Problem, Refused
from app.core.placeholders import fill as filled_text
from app.core.placeholders import names_in
from app.documents.texts import clean
from app.documents.word_gate import MAIN, W, parsed, problem, unpacked

PERSON = "person_"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_IDENTS = (
    "{http://schemas.microsoft.com/office/word/2010/wordml}paraId",
    "{http://schemas.microsoft.com/office/word/2010/wordml}textId",
)
_BOTH = {
    "subject": "Invitation to the mentoring visit: Domžale, 2–20 October 2023",
    "salutation": "Dear Mayor,",
    "opening": "On the basis of the partnership … we invite the persons named below …",
    "purpose": "Purpose: … Expected result: …",
    "presence": "Participation on site is necessary for it.",
    "costs": "The organiser pays travel, accommodation and meals.",
    "where": "Places: … Contact: …",
    "closing": "Yours faithfully,",
    "addressee": "To the Mayor",
    "body": "Zavodske city council, Ukraine",
    "date": "4 September 2023",
    "event": "Civil protection and response to natural and other disasters",
    "theme": "Fire brigades and shelters",
    "partnership": "Domžale – Zavodske",
    "programme": "Post-conflict Reconstruction in Ukraine",
    "basis": "Memorandum of 14 March 2023",
    "aim": "experience of the civil protection system",
    "result": "the basis of the strategic document",
    "place": "Domžale",
    "dates": "2–20 October 2023",
    "start": "2 October 2023",
    "end": "20 October 2023",
    "arrival": "1 October 2023",
    "departure": "21 October 2023",
    "paid": "travel, accommodation, meals",
    "meals": "breakfast, lunch, dinner",
    "annex": "Agenda, version 1.0",
    "funder": "Ministry of Foreign and European Affairs",
    "contact": "Ms Maja Kranjc, +386 40 000 101, visit@example.org",
    "signatory": "Maja Kranjc",
    "signatory_position": "Programme coordinator",
    "persons": "Oksana Hrytsenko, Andrii Kovalchuk",
    "persons_dative": "Оксані Гриценко, Андрію Ковальчуку",
    "person_position": "head of the civil protection unit",
    "person_organisation": "Zavodske city council",
    "person_birth_date": "17 May 1985",
    "person_dative": "Оксані Василівні Гриценко",
}
_ONCE = {
    "reference": "CEP-UA-2023/L-017",
    "issuer": "Centre for European Perspective (CEP)",
    "agenda_version": "1.0",
    "person_count": "4",
    "person_number": "1",
    "person_name": "Гриценко Оксана Василівна",
    "person_latin": "HRYTSENKO OKSANA",
    "person_passport": "FU123456",
}
#: Every placeholder of a letter with an example. A name with ``_2`` gives the letter's second language.
LETTER_PLACES: Mapping[str, str] = MappingProxyType({**_ONCE, **_BOTH, **{f"{name}_2": _BOTH[name] for name in _BOTH}})


@dataclass(frozen=True, slots=True)
class Look:
    """What a Word file would print: its known places in order, what stands in braces and is none, why it is refused.

    With ``problems`` the file is refused; an unknown place would be printed as it stands.
    """

    places: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def look(content: bytes) -> Look:
    """Look at a file before it is kept as a template; opens nothing but its own parts, raises nothing."""
    found = problem(content)
    if found is not None:
        return Look(problems=(found,))
    named: dict[str, None] = {}
    for _, tree in _stories(_parts(content)):
        for paragraph in tree.iter(f"{W}p"):
            whole = "".join(part.text or "" for part in _texts(paragraph))
            named.update((name if f"{{{name}}}" in whole else f" {name} ", None) for name in names_in(whole))
    known = tuple(name for name in named if name in LETTER_PLACES)
    return Look(known, tuple(name.strip() for name in named if name not in LETTER_PLACES))


def fill(content: bytes, values: Mapping[str, str], rows: Sequence[Mapping[str, str]]) -> bytes:
    """The template filled: ``values`` by place, ``rows`` the places of each person. Same input, same bytes.

    Refused with the code of ``look`` when the file cannot be used. Places without a value stay as they stand.
    """
    found = problem(content)
    if found is not None:
        raise Refused(found.code, **found.params)
    parts = _parts(content)
    changed = {}
    for name, tree in _stories(parts):
        _fill_story(tree, values, rows)
        changed[name] = _written(tree)
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as target:
        for name, data in parts.items():
            info = ZipInfo(name, (2000, 1, 1, 0, 0, 0))
            info.compress_type = ZIP_DEFLATED
            target.writestr(info, changed.get(name, data))
    return made.getvalue()


def _parts(content: bytes) -> dict[str, bytes]:
    parts = unpacked(content)
    assert not isinstance(parts, Problem)  # looked at before
    return parts


def _stories(parts: Mapping[str, bytes]) -> Iterator[tuple[str, Any]]:
    """The parts that hold text: body, headers, footers, notes."""
    for name, data in parts.items():
        file = name.removeprefix("word/")
        if name == MAIN or (file.startswith(("header", "footer", "footnotes", "endnotes")) and file.endswith(".xml")):
            yield name, parsed(data)


def _written(tree: Any) -> bytes:
    from lxml import etree

    data: bytes = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data


def _texts(paragraph: Any) -> list[Any]:
    """The pieces of text of a paragraph in order, without those of text boxes inside it."""
    return [part for part in paragraph.iter(f"{W}t") if _paragraph_of(part) is paragraph]


def _paragraph_of(element: Any) -> Any:
    return next(element.iterancestors(f"{W}p"), None)


def _fill_story(tree: Any, values: Mapping[str, str], rows: Sequence[Mapping[str, str]]) -> None:
    done: set[Any] = set()
    for holder in _person_holders(tree):
        copies = _copies(holder, rows)
        for copy, row in zip(copies, rows, strict=True):
            told = {**values, **row}
            for paragraph in _paragraphs(copy):
                _fill_paragraph(paragraph, told)
                done.add(paragraph)
    for paragraph in list(tree.iter(f"{W}p")):
        if paragraph not in done:
            _fill_paragraph(paragraph, values)


def _paragraphs(holder: Any) -> list[Any]:
    return list(holder.iter(f"{W}p"))


def _person_holders(tree: Any) -> list[Any]:
    """The innermost rows, or paragraphs outside tables, that name a place of a person; none inside another."""
    found: dict[Any, None] = {}
    for paragraph in tree.iter(f"{W}p"):
        places = names_in("".join(part.text or "" for part in _texts(paragraph)))
        if any(name.startswith(PERSON) and name in LETTER_PLACES and name != "person_count" for name in places):
            row = next(paragraph.iterancestors(f"{W}tr"), None)
            found[paragraph if row is None else row] = None
    return [holder for holder in found if not any(above in found for above in holder.iterancestors())]


def _copies(holder: Any, rows: Sequence[Mapping[str, str]]) -> list[Any]:
    parent, place = holder.getparent(), holder.getparent().index(holder)
    copies = [deepcopy(holder) for _ in rows]
    for number, copy in enumerate(copies):
        copy.tail = None
        parent.insert(place + number, copy)
        for element in list(copy.iter()) if number else ():
            # Marks that may stand once in a document only.
            if element.tag in (f"{W}bookmarkStart", f"{W}bookmarkEnd"):
                element.getparent().remove(element)
                continue
            for ident in _IDENTS:
                element.attrib.pop(ident, None)
    if holder.tag == f"{W}p" and not copies:
        for part in _texts(holder):
            part.text = ""
        return []
    parent.remove(holder)
    if not copies and not parent.findall(f"{W}tr"):
        # A table without any row is no table to Word.
        parent.getparent().remove(parent)
    return copies


def _fill_paragraph(paragraph: Any, values: Mapping[str, str]) -> None:
    """Fill the places of a paragraph: the value stands in the run where the place begins, in that run's looks."""
    parts = _texts(paragraph)
    whole = "".join(part.text or "" for part in parts)
    if "{" not in whole:
        return
    pieces = [part.text or "" for part in parts]
    for name in names_in(whole):
        if name in values and filled_text(f"{{{name}}}", {name: ""}) == "":
            _replace(pieces, f"{{{name}}}", _MARK.format(name))
    for part, piece in zip(parts, pieces, strict=True):
        _say(part, _unmarked(piece, values))


#: Stands for a place that was found, until all are found: no text of people can hold this letter of private use.
_MARK = "\ue000{}\ue001"


def _unmarked(piece: str, values: Mapping[str, str]) -> str:
    kept = []
    for number, part in enumerate(piece.split("\ue000")):
        if not number:
            kept.append(part)
            continue
        name, mark, rest = part.partition("\ue001")
        kept.append(clean(values[name]) + rest if mark and name in values else part)
    return "".join(kept)


def _replace(pieces: list[str], place: str, value: str) -> None:
    """Replace a place in a text that is cut into pieces; what follows it stays in its own piece."""
    while (start := "".join(pieces).find(place)) >= 0:
        end, at, put = start + len(place), 0, False
        for number, piece in enumerate(pieces):
            here, at = at, at + len(piece)
            if at <= start or here >= end:
                continue
            before, after = piece[: max(0, start - here)], piece[max(0, end - here) :]
            pieces[number] = before + ("" if put else value) + after
            put = True


def _say(part: Any, text: str) -> None:
    """Put a text into a run; its line breaks become breaks of Word."""
    first, *more = text.split("\n")
    if (part.text or "") == text:
        return
    part.text = first
    part.set(_XML_SPACE, "preserve")
    last = part
    for line in more:
        stop = part.makeelement(f"{W}br", {})
        last.addnext(stop)
        last = part.makeelement(f"{W}t", {_XML_SPACE: "preserve"})
        last.text = line
        stop.addnext(last)
