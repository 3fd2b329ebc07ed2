"""Workbooks whose trouble is their layout: cover sheets, tables beside one another, forms, filters, old dates."""

from datetime import date

import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, PatternFill
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

from tests.messy.town import Town, whom


def _mac(book: openpyxl.Workbook) -> None:
    book.epoch = CALENDAR_MAC_1904


def _protected(sheet: Worksheet) -> None:
    sheet.protection.sheet = True
    sheet.auto_filter.ref = "A1:D4"
    sheet.freeze_panes = "A2"
    sheet.row_dimensions[3].hidden = True


def _formatted(sheet: Worksheet) -> None:
    fill = PatternFill("solid", fgColor="FFFFEE")
    for row in range(5, 3005):
        for column in range(1, 7):
            sheet.cell(row, column).fill = fill
    sheet["B3"].alignment = Alignment(wrap_text=True)
    sheet["B3"].comment = Comment("телефон секретаря", "Секретар")


def _table(sheet: Worksheet) -> None:
    sheet.add_table(Table(displayName="Учасники", ref="B4:E6"))
    sheet.merge_cells("B2:E2")


def _merged_pairs(sheet: Worksheet) -> None:
    for area in ("A2:A3", "C2:C3", "A4:A5", "C4:C5"):
        sheet.merge_cells(area)


TOWNS = (
    Town(
        "cover-and-empty",
        "an empty sheet, a cover sheet, the programme of the visit, then the people",
        sheets={
            "Аркуш1": (),
            "Титул": (("Проєкт «Сильні громади»",), ("Звіт про візит",), ("2026",)),
            "Програма": (("Час", "Захід", "Місце"), ("09:00", "Реєстрація", "Ратуша"), ("10:00", "Відкриття", "Зала")),
            "Учасники": (
                ("ПІБ", "Посада", "Громада"),
                ("Дзюба Остап Ігорович", "екскурсовод", "Диканька"),
                ("Їжакевич Галина Юхимівна", "методистка", "Диканька"),
            ),
        },
        people=(
            whom("Остап", "Дзюба", position="екскурсовод", organisation="Диканька"),
            whom("Галина", "Їжакевич", position="методистка", organisation="Диканька"),
        ),
    ),
    Town(
        "pivot-leftover",
        "a summary of a pivot table on the first sheet",
        sheets={
            "Зведена": (
                ("Назви рядків", "Кількість з ПІБ"),
                ("Лубни", 2),
                ("Пирятин", 1),
                ("Загальний підсумок", 3),
            ),
            "Дані": (
                ("ПІБ", "Місто", "Телефон"),
                ("Кириченко Уляна Юріївна", "Лубни", "0951110001"),
                ("Бабенко Яків Ілліч", "Лубни", "0951110002"),
                ("Гриценко Ада Львівна", "Пирятин", "0951110003"),
            ),
        },
        people=(
            whom("Уляна", "Кириченко", organisation="Лубни", phone="+380951110001"),
            whom("Яків", "Бабенко", organisation="Лубни", phone="+380951110002"),
            whom("Ада", "Гриценко", organisation="Пирятин", phone="+380951110003"),
        ),
    ),
    Town(
        "sheet-per-day",
        "one sheet per day with nearly the same people",
        sheets={
            "9 березня": (
                ("№", "Прізвище", "Ім'я", "Посада"),
                (1, "Мірошник", "Валерія", "архітекторка"),
                (2, "Панченко", "Гліб", "водій"),
            ),
            "10 березня": (
                ("№", "Прізвище", "Ім'я", "Посада"),
                (1, "Мірошник", "Валерія", "архітекторка"),
                (2, "Усик", "Раїса", "кухарка"),
            ),
        },
        people=(
            whom("Валерія", "Мірошник", position="архітекторка"),
            whom("Гліб", "Панченко", position="водій"),
            whom("Раїса", "Усик", position="кухарка"),
        ),
        others={"duplicate": (2,)},
    ),
    Town(
        "tables-side-by-side",
        "two tables beside one another on a sheet",
        rows=(
            ("Делегація Слов'янська", "", "", "", "Делегація Лимана", "", ""),
            ("ПІБ", "Посада", "Телефон", "", "ПІБ", "Посада", "Телефон"),
            (
                "Гуменюк Ольга Степанівна",
                "економістка",
                "0501230001",
                "",
                "Рябоконь Іван Якович",
                "юрист",
                "0501230003",
            ),
            ("Тарасенко Лев Ігорович", "еколог", "0501230002", "", "Хижняк Поліна Юріївна", "секретарка", "0501230004"),
        ),
        people=(
            whom(
                "Ольга",
                "Гуменюк",
                position="економістка",
                phone="+380501230001",
                organisation="Делегація Слов'янська",
            ),
            whom("Лев", "Тарасенко", position="еколог", phone="+380501230002", organisation="Делегація Слов'янська"),
            whom("Іван", "Рябоконь", position="юрист", phone="+380501230003", organisation="Делегація Лимана"),
            whom("Поліна", "Хижняк", position="секретарка", phone="+380501230004", organisation="Делегація Лимана"),
        ),
    ),
    Town(
        "mac-dates",
        "a workbook that counts its days from 1904",
        rows=(
            ("Name", "Surname", "Date of birth", "Passport valid until"),
            ("Kaja", "Berg", date(1980, 3, 7), date(2031, 6, 15)),
            ("Leif", "Ås", date(1964, 12, 31), date(2030, 1, 1)),
        ),
        book=_mac,
        people=(
            whom("Kaja", "Berg", birth_date="1980-03-07", passport_expiry="2031-06-15"),
            whom("Leif", "Ås", birth_date="1964-12-31", passport_expiry="2030-01-01"),
        ),
    ),
    Town(
        "protected-and-filtered",
        "a protected sheet with a filter that hides a row",
        rows=(
            ("Surname", "Name", "Town", "E-mail"),
            ("Kask", "Mari", "Tartu", "mari@tartu.example"),
            ("Tamm", "Jaan", "Pärnu", "jaan@parnu.example"),
            ("Sepp", "Liis", "Tartu", "liis@tartu.example"),
        ),
        change=_protected,
        people=(
            whom("Mari", "Kask", organisation="Tartu", email="mari@tartu.example"),
            whom("Liis", "Sepp", organisation="Tartu", email="liis@tartu.example"),
        ),
    ),
    Town(
        "formatted-to-the-end",
        "three thousand formatted empty rows, wrapped text, a comment at a telephone",
        rows=(
            ("ПІБ", "Телефон", "Посада", "Громада", "Розмір одягу", "Поселення (кімната)"),
            ("Скляр Ірина Львівна", "0661230001", "логопединя", "Решетилівка", "S", "одномісна"),
            ("Шаповал Юхим Якович", "0661230002", "слюсар\nаварійної служби", "Решетилівка", "XXL", "з Ярошенком"),
        ),
        change=_formatted,
        people=(
            whom("Ірина", "Скляр", phone="+380661230001", position="логопединя", organisation="Решетилівка"),
            whom(
                "Юхим", "Шаповал", phone="+380661230002", position="слюсар аварійної служби", organisation="Решетилівка"
            ),
        ),
    ),
    Town(
        "table-not-at-a1",
        "an Excel table that begins in B4, a merged title over it",
        rows=(
            (),
            ("", "Перелік запрошених", "", "", ""),
            (),
            ("", "Прізвище та ініціали", "Посада", "Організація", "Пошта"),
            ("", "Вакуленко О. П.", "голова спілки", "ГО «Дія»", "vakulenko@diia.example"),
            ("", "Н. С. Ярема", "бухгалтерка", "ГО «Дія»", "yarema@diia.example"),
        ),
        change=_table,
        people=(
            whom(
                "О.",
                "Вакуленко",
                patronymic="П.",
                position="голова спілки",
                organisation="ГО «Дія»",
                email="vakulenko@diia.example",
            ),
            whom(
                "Н.",
                "Ярема",
                patronymic="С.",
                position="бухгалтерка",
                organisation="ГО «Дія»",
                email="yarema@diia.example",
            ),
        ),
    ),
    Town(
        "two-lines-a-person",
        "each person on two rows: below the name its Latin spelling, the rest merged",
        rows=(
            ("№", "Прізвище, ім'я", "Посада"),
            (1, "Левченко Тетяна", "діловодка"),
            ("", "Tetiana Levchenko", ""),
            (2, "Моргун Федір", "тракторист"),
            ("", "Fedir Morhun", ""),
        ),
        change=_merged_pairs,
        people=(
            whom("Тетяна", "Левченко", position="діловодка"),
            whom("Федір", "Моргун", position="тракторист"),
        ),
        others={"duplicate": (3, 5)},
    ),
    Town(
        "parameters-above",
        "a block of parameters with headings of its own above the table, the number of columns is larger below",
        rows=(
            ("Назва заходу:", "Зимова школа мерів"),
            ("Дата:", date(2026, 2, 1)),
            ("Організація:", "Асоціація міст"),
            ("Відповідальний:", "Кравчук Л. І., тел. 0441112233, kravchuk@amu.example"),
            (),
            ("№", "Прізвище", "Ім'я", "Посада", "E-mail"),
            (1, "Гук", "Любомир", "міський голова", "huk@sambir.example"),
            (2, "Яців", "Стефанія", "помічниця", "yatsiv@sambir.example"),
        ),
        people=(
            whom("Любомир", "Гук", position="міський голова", email="huk@sambir.example"),
            whom("Стефанія", "Яців", position="помічниця", email="yatsiv@sambir.example"),
        ),
    ),
)
