"""A spreadsheet as a partner town sends it, only longer: Ukrainian names, phones, dates, passports; fifteen columns."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

_HEADINGS = (
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


def people(count: int) -> list[list[Any]]:
    """The rows of ``count`` different people, always the same ones."""
    from app.core.transliteration import transliterate

    rows: list[list[Any]] = []
    for number in range(count):
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
            ]
        )
    return rows


def write_workbook(path: Path, count: int) -> None:
    """The spreadsheet of that many people."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Учасники")
    sheet.append(_HEADINGS)
    for row in people(count):
        sheet.append(row)
    book.save(path)
