"""A spreadsheet as a partner town sends it, only longer: Ukrainian names, phones, dates, passports; twenty columns."""

import zipfile
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

HEADINGS = (
    "№",
    "Прізвище",
    "Ім'я",
    "По батькові",
    "Прізвище (лат.)",
    "Ім'я (лат.)",
    "Стать",
    "Дата народження",
    "Організація",
    "Посада",
    "E-mail",
    "Телефон",
    "Номер паспорта",
    "Паспорт дійсний до",
    "Харчування",
    "Країна",
    "Мови",
    "Дата приїзду",
    "Дата від'їзду",
    "Примітки",
)
#: Beginnings of family names as thickly strewn as real ones: some seven hundred first syllables.
_FIRST = ("Б", "В", "Г", "Д", "З", "К", "Л", "М", "П", "С", "Т", "Ш")
_VOWELS = ("а", "о", "и", "е", "у")
_SECOND = ("в", "г", "д", "з", "к", "л", "м", "н", "р", "с", "т", "ч")
_FAMILY_ENDS = ("енко", "чук", "ський", "ишин", "овець", "ко", "ак", "яр", "юк", "ець")
_GIVEN = (
    ("Олена", "f"), ("Наталія", "f"), ("Ірина", "f"), ("Оксана", "f"), ("Тетяна", "f"), ("Марія", "f"), ("Юлія", "f"),
    ("Світлана", "f"), ("Людмила", "f"), ("Галина", "f"), ("Катерина", "f"), ("Вікторія", "f"), ("Олександр", "m"),
    ("Сергій", "m"), ("Андрій", "m"), ("Іван", "m"), ("Микола", "m"), ("Володимир", "m"), ("Петро", "m"),
    ("Михайло", "m"), ("Юрій", "m"), ("Василь", "m"), ("Богдан", "m"), ("Тарас", "m"), ("Дмитро", "m"),
)  # fmt: skip
_MIDDLE = {
    "f": ("Іванівна", "Петрівна", "Миколаївна", "Олександрівна", "Василівна", "Андріївна", "Сергіївна"),
    "m": ("Іванович", "Петрович", "Миколайович", "Олександрович", "Васильович", "Андрійович", "Сергійович"),
}
_POSTS = ("начальник відділу", "головний спеціаліст", "депутат", "староста", "заступник міського голови", "інженер")
_DIETS = ("", "", "", "вегетаріанське", "без глютену", "")
_BORN = date(1960, 1, 1)


def _family(number: int) -> str:
    letters = []
    rest = number * 7919
    for choice in (_FIRST, _VOWELS, _SECOND, _VOWELS, _SECOND):
        rest, at = divmod(rest, len(choice))
        letters.append(choice[at])
    return "".join(letters) + _FAMILY_ENDS[number % len(_FAMILY_ENDS)]


def people(count: int, first: int = 0) -> list[list[Any]]:
    """The rows of ``count`` different people from number ``first`` on, always the same ones."""
    from app.core.transliteration import transliterate

    rows: list[list[Any]] = []
    for number in range(first, first + count):
        family = _family(number)
        given, sex = _GIVEN[(number * 7 + number // 25) % len(_GIVEN)]
        latin = number % 3 != 0
        rows.append(
            [
                number + 1,
                family,
                given,
                _MIDDLE[sex][number // 11 % 7],
                transliterate(family) if latin else "",
                transliterate(given) if latin else "",
                "ж" if sex == "f" else "ч",
                _BORN + timedelta(days=number * 37 % 16_000),
                f"Громада {number % 120 + 1}",
                _POSTS[number % len(_POSTS)],
                f"osoba{number}@hromada{number % 120}.example",
                f"0{(50, 67, 95, 98)[number % 4]} {number * 7919 % 10_000_000:07d}",
                f"F{chr(65 + number % 26)}{number * 104_729 % 1_000_000:06d}",
                date(2027, 1, 1) + timedelta(days=number % 3000),
                _DIETS[number % len(_DIETS)],
                "Україна",
                "українська, англійська" if number % 3 else "українська",
                date(2027, 3, 1),
                date(2027, 3, 8),
                "" if number % 5 else "прибуде потягом",
            ]
        )
    return rows


def changed(rows: Iterable[list[Any]]) -> list[list[Any]]:
    """The same people as a later file tells of them: of forty one has another phone, of eighty one is half told."""
    found = []
    for number, former in enumerate(rows):
        row = list(former)
        if number % 40 == 3:
            row[11] = f"067 9{number % 1_000_000:06d}"
        if number % 80 == 5:
            row[2], row[5], row[7], row[10] = row[2][0] + ".", "", "", ""
        found.append(row)
    return found


_PARTS = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    + "".join(
        f'<Override PartName="/xl/{part}.xml" '
        f'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.{kind}+xml"/>'
        for part, kind in (
            ("workbook", "sheet.main"),
            ("worksheets/sheet1", "worksheet"),
            ("styles", "styles"),
            ("sharedStrings", "sharedStrings"),
        )
    )
    + "</Types>",
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Target="xl/workbook.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>',
    "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    + "".join(
        f'<Relationship Id="{ident}" Target="{target}" '
        f'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"/>'
        for ident, target, kind in (
            ("rId1", "worksheets/sheet1.xml", "worksheet"),
            ("rId2", "styles.xml", "styles"),
            ("rId3", "sharedStrings.xml", "sharedStrings"),
        )
    )
    + "</Relationships>",
    "xl/workbook.xml": '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>'
    '<sheet name="Учасники" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/styles.xml": '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
}
_LETTERS = [chr(65 + number) for number in range(26)]
_EPOCH = date(1899, 12, 30)


def write_workbook(path: Path, rows: Sequence[Sequence[Any]]) -> None:
    """The spreadsheet of these people as Excel keeps it: texts in one table, days as numbers with a format.

    Written by hand, since a library takes half a minute for a hundred thousand people.
    """
    texts: dict[str, int] = {}
    lines = []
    for number, row in enumerate((HEADINGS, *rows), start=1):
        cells = []
        for letter, cell in zip(_LETTERS, row, strict=False):
            if cell == "":
                continue
            if isinstance(cell, str):
                cells.append(f'<c r="{letter}{number}" t="s"><v>{texts.setdefault(cell, len(texts))}</v></c>')
            elif isinstance(cell, date):
                cells.append(f'<c r="{letter}{number}" s="1"><v>{(cell - _EPOCH).days}</v></c>')
            else:
                cells.append(f'<c r="{letter}{number}"><v>{cell}</v></c>')
        lines.append(f'<row r="{number}">{"".join(cells)}</row>')
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    strings = "".join(f"<si><t>{escape(text)}</t></si>" for text in texts)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in _PARTS.items():
            archive.writestr(name, part)
        sheet = f"<worksheet {main}><sheetData>{''.join(lines)}</sheetData></worksheet>"
        archive.writestr("xl/worksheets/sheet1.xml", sheet)
        archive.writestr("xl/sharedStrings.xml", f'<sst {main} uniqueCount="{len(texts)}">{strings}</sst>')
