"""Comments put into an .xlsx or .xlsm, every other byte of every part left as it is (ECMA-376, parts 1 and 4).

A comment needs four things: its text in a comments part, its box in a VML drawing, the relations of the sheet to both,
and the sheet's ``legacyDrawing``. Comments and drawings that are there already get the new ones beside them.
"""

import posixpath
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO

from app.core.errors import Refused
from app.documents.markup_splice import (
    Edit,
    appended,
    appending,
    end_of_tag,
    escaped,
    is_empty,
    local,
    make_parser,
    parse,
    root_of,
    spliced,
)

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_VML_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
#: What may only stand behind ``legacyDrawing`` in a sheet.
_BEHIND = (
    "legacyDrawingHF",
    "drawingHF",
    "picture",
    "oleObjects",
    "controls",
    "webPublishItems",
    "tableParts",
    "extLst",
)
_VML_HEAD = (
    b'<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    b'xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/>'
    b"</o:shapelayout></xml>"
)
_VML_TYPE_OF_SHAPE = (
    b'<v:shapetype xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    b'id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    b'<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_LETTERS_A_LINE = 34

At = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Relation:
    ident: str
    kind: str
    target: str


class _Package:
    """The parts of a workbook, changed ones kept until the end."""

    def __init__(self, data: bytes) -> None:
        try:
            self.archive = zipfile.ZipFile(BytesIO(data))
        except zipfile.BadZipFile as error:
            raise Refused("import_damaged") from error
        self.names = {entry.filename.lower(): entry.filename for entry in self.archive.infolist()}
        self.changed: dict[str, bytes] = {}

    def __contains__(self, part: str) -> bool:
        return part in self.changed or part.lower() in self.names

    def read(self, part: str) -> bytes:
        if part in self.changed:
            return self.changed[part]
        name = self.names.get(part.lower())
        if name is None:
            raise Refused("import_damaged")
        try:
            return self.archive.read(name)
        except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError) as error:
            raise Refused("import_damaged") from error

    def write(self, part: str, xml: bytes) -> None:
        self.changed[self.names.get(part.lower(), part)] = xml

    def free_name(self, pattern: str) -> str:
        number = 1
        while pattern.format(number) in self:
            number += 1
        return pattern.format(number)

    def relations(self, part: str) -> list[_Relation]:
        """Relations inside the package, targets as full names of parts."""
        path = _relations_path(part)
        found: list[_Relation] = []
        if path not in self:
            return found
        parser = make_parser()

        def on_start(name: str, told: dict[str, str]) -> None:
            if local(name) == "Relationship" and told.get("TargetMode") != "External":
                target = told.get("Target", "")
                full = target if target.startswith("/") else posixpath.join("/", posixpath.dirname(part), target)
                kind = told.get("Type", "").rpartition("/")[2]
                found.append(_Relation(told.get("Id", ""), kind, posixpath.normpath(full).lstrip("/")))

        parser.StartElementHandler = on_start
        parse(parser, self.read(path))
        return found

    def relate(self, part: str, kind: str, target: str, namespace: str) -> str:
        """Add a relation of a part to another one; gives its id."""
        path = _relations_path(part)
        xml = self.read(path) if path in self else f'<Relationships xmlns="{_PACKAGE}"/>'.encode()
        ident, number = "rIdM1", 1
        while ident.encode() in xml:
            number += 1
            ident = f"rIdM{number}"
        fragment = f'<Relationship xmlns="{_PACKAGE}" Id="{ident}" Type="{namespace}/{kind}" Target="/{target}"/>'
        self.write(path, appended(xml, fragment.encode()))
        return ident

    def declare(self, fragment: bytes) -> None:
        types = "[Content_Types].xml"
        self.write(types, appended(self.read(types), fragment))

    def bytes(self) -> bytes:
        """The whole file; entries keep their order, names and times."""
        out = BytesIO()
        left = dict(self.changed)
        with zipfile.ZipFile(out, "w") as made:
            for entry in self.archive.infolist():
                content = left.pop(entry.filename, None)
                fresh = zipfile.ZipInfo(entry.filename, entry.date_time)
                fresh.compress_type, fresh.external_attr = entry.compress_type, entry.external_attr
                made.writestr(fresh, self.read(entry.filename) if content is None else content)
            for name, content in left.items():
                made.writestr(name, content, zipfile.ZIP_DEFLATED)
        return out.getvalue()


def _relations_path(part: str) -> str:
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"


def _sheet_parts(package: _Package) -> dict[str, str]:
    """Names of the sheets with their parts."""
    workbook = next((one.target for one in package.relations("") if one.kind == "officeDocument"), "xl/workbook.xml")
    targets = {one.ident: one.target for one in package.relations(workbook)}
    found: dict[str, str] = {}
    parser = make_parser()

    def on_start(name: str, told: dict[str, str]) -> None:
        if local(name) == "sheet":
            ident = next((value for key, value in told.items() if local(key) == "id" and ":" in key), "")
            if ident in targets:
                found[told.get("name", "")] = targets[ident]

    parser.StartElementHandler = on_start
    parse(parser, package.read(workbook))
    return found


def _namespace(root: dict[str, str], name: str) -> str:
    """The namespace of the root element: the usual one, or that of a strict workbook."""
    prefix = name.partition(":")[0] if ":" in name else ""
    return root.get(f"xmlns:{prefix}" if prefix else "xmlns", _MAIN)


class _SheetAnswer:
    """Puts the remarks of one sheet in."""

    def __init__(self, package: _Package, part: str, author: str) -> None:
        self.package, self.part, self.author = package, part, author
        self.sheet = package.read(part)
        self.root, self.before = root_of(self.sheet, _BEHIND)
        self.main = _namespace(self.root.attributes, self.root.name)
        self.office = _OFFICE if self.main == _MAIN else "http://purl.oclc.org/ooxml/officeDocument/relationships"
        self.relations = package.relations(part)

    def put(self, remarks: Mapping[At, str]) -> None:
        """The comments, their boxes, and what holds them together."""
        fresh = self._comments(remarks)
        self._boxes({at: remarks[at] for at in fresh})

    def _comments(self, remarks: Mapping[At, str]) -> list[At]:
        """Write the texts; gives the places that had no comment before."""
        part = next((one.target for one in self.relations if one.kind == "comments"), "")
        if not part or part not in self.package:
            part = self.package.free_name("xl/comments{}.xml")
            fresh = f'<comments xmlns="{self.main}"><authors/><commentList/></comments>'
            self.package.write(part, b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + fresh.encode())
            self.package.relate(self.part, "comments", part, self.office)
            override = f'<Override xmlns="{_TYPES}" PartName="/{part}" ContentType="{_COMMENTS_TYPE}"/>'
            self.package.declare(override.encode())
        xml, fresh_places = _with_comments(self.package.read(part), remarks, self.author, self.main)
        self.package.write(part, xml)
        return fresh_places

    def _boxes(self, remarks: Mapping[At, str]) -> None:
        ident = self._legacy_drawing()
        part = next((one.target for one in self.relations if one.ident == ident), "")
        if not part:
            part = self.package.free_name("xl/drawings/vmlDrawing{}.vml")
            self.package.write(part, _VML_HEAD)
            ident = self.package.relate(self.part, "vmlDrawing", part, self.office)
            drawing = f'<legacyDrawing xmlns="{self.main}" xmlns:r="{self.office}" r:id="{ident}"/>'.encode()
            edit = (
                Edit(self.before, self.before, drawing)
                if self.before >= 0
                else self.root.edit_appending(self.sheet, drawing)
            )
            self.package.write(self.part, spliced(self.sheet, [edit]))
            types = self.package.read("[Content_Types].xml")
            if not re.search(rb'Extension\s*=\s*["\']vml["\']', types, re.IGNORECASE):
                default = f'<Default xmlns="{_TYPES}" Extension="vml" ContentType="{_VML_TYPE}"/>'
                self.package.declare(default.encode())
        self.package.write(part, _with_boxes(self.package.read(part), remarks))

    def _legacy_drawing(self) -> str:
        """The relation that the sheet's drawing of boxes has already; empty when there is none."""
        found = re.search(rb"<(?:\w+:)?legacyDrawing\s[^>]*?\bid\s*=\s*[\"']([^\"']+)", self.sheet[-200_000:])
        return found.group(1).decode() if found else ""


def _reference(at: At) -> str:
    row, column = at
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row}"


def _run(text: str, main: str) -> bytes:
    return f'<r xmlns="{main}"><t xml:space="preserve">'.encode() + escaped(text) + b"</t></r>"


def _with_comments(xml: bytes, remarks: Mapping[At, str], author: str, main: str) -> tuple[bytes, list[At]]:
    """The comments part with the remarks: a place that has a comment keeps it and gets the remark behind it."""
    lists: dict[str, tuple[str, int, bool]] = {}
    texts: dict[str, int] = {}
    starts: list[int] = []
    authors, open_at = [0], [""]
    parser = make_parser()

    def on_start(name: str, told: dict[str, str]) -> None:
        kind = local(name)
        starts.append(parser.CurrentByteIndex)
        if kind == "author":
            authors[0] += 1
        elif kind == "comment":
            open_at[0] = told.get("ref", "").upper()

    def on_end(name: str) -> None:
        kind, at, start = local(name), parser.CurrentByteIndex, starts.pop()
        if kind in ("authors", "commentList"):
            empty = is_empty(xml, start)
            lists[kind] = (name, end_of_tag(xml, start) if empty else at, empty)
        elif kind == "text" and open_at[0] and not is_empty(xml, start):
            texts[open_at[0]] = at

    parser.StartElementHandler = on_start
    parser.EndElementHandler = on_end
    parse(parser, xml)
    if "authors" not in lists or "commentList" not in lists:
        raise Refused("import_damaged")
    by = f'<author xmlns="{main}">'.encode() + escaped(author) + b"</author>"
    edits = [appending(xml, *lists["authors"], by)]
    fresh: list[At] = []
    made = b""
    for at, text in sorted(remarks.items()):
        reference = _reference(at)
        if reference in texts:
            edits.append(Edit(texts[reference], texts[reference], _run(f"\n{author}: {text}", main)))
            continue
        fresh.append(at)
        made += f'<comment xmlns="{main}" ref="{reference}" authorId="{authors[0]}"><text>'.encode()
        made += _run(text, main) + b"</text></comment>"
    edits.append(appending(xml, *lists["commentList"], made))
    return spliced(xml, edits), fresh


def _with_boxes(vml: bytes, remarks: Mapping[At, str]) -> bytes:
    """The drawing with a hidden box for each remark. VML need not be well-formed, so it is not parsed."""
    end = vml.rfind(b"</xml>")
    if end < 0:
        raise Refused("import_damaged")
    last = max((int(found) for found in re.findall(rb"_x0000_s(\d+)", vml)), default=1024)
    shapes = b"" if b'"_x0000_t202"' in vml else _VML_TYPE_OF_SHAPE
    for number, (at, text) in enumerate(sorted(remarks.items()), start=last + 1):
        shapes += _box(number, at, text)
    return vml[:end] + shapes + vml[end:]


def _box(number: int, at: At, text: str) -> bytes:
    row, column = at[0] - 1, at[1] - 1
    lines = sum(1 + len(line) // _LETTERS_A_LINE for line in text.split("\n")) + 1
    anchor = f"{column + 1}, 12, {max(0, row - 1)}, 8, {column + 4}, 12, {max(0, row - 1) + max(3, lines)}, 8"
    return (
        f'<v:shape xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
        f'xmlns:x="urn:schemas-microsoft-com:office:excel" id="_x0000_s{number}" type="#_x0000_t202" '
        f"style='position:absolute;margin-left:80pt;margin-top:5pt;width:200pt;height:{14 * max(3, lines)}pt;"
        f'z-index:{number % 1000 + 1};visibility:hidden\' fillcolor="#ffffe1" o:insetmode="auto">'
        '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
        "<v:textbox style='mso-direction-alt:auto'><div style='text-align:left'></div></v:textbox>"
        f'<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor>'
        f"<x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
    ).encode()


def annotate_package(data: bytes, remarks: Mapping[str, Mapping[At, str]], author: str) -> bytes:
    """The workbook with a comment at each place; sheets that it does not have are passed over.

    Refused(``import_damaged``) when a part is missing or is not XML.
    """
    package = _Package(data)
    parts = _sheet_parts(package)
    for sheet, told in remarks.items():
        if told and sheet in parts:
            _SheetAnswer(package, parts[sheet], author).put(told)
    return package.bytes()
