"""More Ukrainian towns of other programmes: exports, invisible characters, degrees, vacancies; expected beforehand."""

from openpyxl.worksheet.worksheet import Worksheet

from tests.messy.town import Town, whom


def _merged_notes(sheet: Worksheet) -> None:
    sheet.merge_cells("A6:D6")
    sheet.merge_cells("A7:D7")
    sheet.merge_cells("D2:D4")


TOWNS = (
    Town(
        "ua-csv-preamble",
        "an export in cp1251 with a preamble, semicolons in quoted cells and empty tails",
        text=(
            "Звіт сформовано: 01.10.2026 12:30;;;;;\n"
            "Користувач: admin;;;;;\n"
            ";;;;;\n"
            '№;"Прізвище; ім\'я";Установа;Ел. пошта;Телефон;\n'
            '1;Баран Любов;"КЗ ""Ліцей № 1""";liubov@sumy.example;380501230001;\n'
            '2;Дяк Остап;"КП ""Міськсвітло""; дільниця 2";ostap@sumy.example;80501230002;\n'
            ";;;;;\n"
            "Усього записів: 2;;;;;\n"
        ),
        encoding="cp1251",
        ending=".csv",
        people=(
            whom("Любов", "Баран", organisation='КЗ "Ліцей № 1"', email="liubov@sumy.example", phone="+380501230001"),
            whom(
                "Остап",
                "Дяк",
                organisation='КП "Міськсвітло"; дільниця 2',
                email="ostap@sumy.example",
                phone="+380501230002",
            ),
        ),
    ),
    Town(
        "ua-invisible-characters",
        "capitals, spaces that don't break, zero-width marks, soft hyphens, Latin letters inside Cyrillic words",
        rows=(
            ("ПРІЗВИЩЕ\u00a0ТА\u00a0ІМ’Я", "ПОСАДА\u200b", "\ufeffE\u2011MAIL", "ТЕЛЕФОН"),
            (
                "КОВАЛЕНКО\u2011ЯЦИШИНА\u00a0\u00a0IРИНА",
                "НАЧАЛЬ\u00adНИЦЯ ВІДДІЛУ",
                "\u200biryna@nizhyn.example\u00a0",
                "067\u00a0100\u201120\u201130",
            ),
            (
                "\u200eЛ\u200bис\u00a0Cвітлана\u200f",
                " економістка ",
                "svitlаna@nizhyn.example",
                "\u202a+380 67 100 20 31\u202c",
            ),
        ),
        people=(
            whom(
                "Ірина",
                "Коваленко-Яцишина",
                position="НАЧАЛЬНИЦЯ ВІДДІЛУ",
                email="iryna@nizhyn.example",
                phone="+380671002030",
            ),
            whom("Світлана", "Лис", position="економістка", email="svitlana@nizhyn.example", phone="+380671002031"),
        ),
    ),
    Town(
        "ua-patronymic-in-the-middle",
        "given name, patronymic, SURNAME in one cell; degrees before and after; a signature with a stamp",
        rows=(
            ("Учасники семінару", "", ""),
            ("Ім'я, по батькові, прізвище", "Науковий ступінь, посада", "Дата і місце народження"),
            ("Олена Іванівна КОВАЛЬЧУК", "доцентка", "12.05.1979, м. Суми"),
            ("к.е.н., доцент Ігор Петрович ДУДА", "декан", "1968 р.н., с. Юнаківка"),
            ("Юлія Ігорівна МЕЛЬНИК, д.т.н.", "професорка", "«03» квітня 1971 р."),
            ("", "", ""),
            ("Секретар ради", "____________", "Н. ГУК"),
            ("М.П.", "", ""),
        ),
        people=(
            whom("Олена", "Ковальчук", patronymic="Іванівна", gender="f", position="доцентка", birth_date="1979-05-12"),
            whom("Ігор", "Дуда", patronymic="Петрович", gender="m", position="декан", birth_date="1968"),
            whom("Юлія", "Мельник", patronymic="Ігорівна", gender="f", position="професорка", birth_date="1971-04-03"),
        ),
    ),
    Town(
        "ua-notes-over-merged-cells",
        "notes merged over the width, a cell merged over three people, vacancies and “to be told”",
        rows=(
            ("ПІБ", "Посада", "Телефон", "Організація"),
            ("Береза Ольга Іванівна", "голова", "0503334455", "Путивльська міська рада"),
            ("Осика Павло Іванович", "заступник", "0503334456", ""),
            ("вакансія", "заступник з питань ЖКГ", "", ""),
            ("уточнюється", "", "", "Буринська міська рада"),
            ("Примітка: учасники прибувають 12.10.2026 власним транспортом", "", "", ""),
            ("Харчування за рахунок сторони, що приймає", "", "", ""),
            ("Дуб Катерина Львівна", "спеціалістка", "0503334457", "Буринська міська рада"),
        ),
        change=_merged_notes,
        people=(
            whom(
                "Ольга",
                "Береза",
                patronymic="Іванівна",
                gender="f",
                position="голова",
                phone="+380503334455",
                organisation="Путивльська міська рада",
            ),
            whom(
                "Павло",
                "Осика",
                patronymic="Іванович",
                gender="m",
                position="заступник",
                phone="+380503334456",
                organisation="Путивльська міська рада",
            ),
            whom(
                "Катерина",
                "Дуб",
                patronymic="Львівна",
                gender="f",
                position="спеціалістка",
                phone="+380503334457",
                organisation="Буринська міська рада",
            ),
        ),
        others={"refused": (4, 5)},
    ),
    Town(
        "ua-latin-beside-and-again",
        "spelling of the passport beside the name; the same people once more on a second sheet in Latin letters",
        sheets={
            "укр": (
                ("Прізвище", "Ім'я", "Прізвище (англ.)", "Ім'я (англ.)", "E-mail"),
                ("Гайовий", "Сергій", "Gaiovyi", "Sergiy", "s.gaiovyi@konotop.example"),
                ("Щука", "Наталія", "Shchuka", "Nataliia", "n.shchuka@konotop.example"),
            ),
            "eng": (
                ("Surname", "Name", "Position", "E-mail"),
                ("Gaiovyi", "Sergiy", "Head of department", "s.gaiovyi@konotop.example"),
                ("Shchuka", "Nataliia", "Accountant", "n.shchuka@konotop.example"),
            ),
        },
        people=(
            whom("Сергій", "Гайовий", given_latin="Sergiy", family_latin="Gaiovyi", email="s.gaiovyi@konotop.example"),
            whom("Наталія", "Щука", given_latin="Nataliia", family_latin="Shchuka", email="n.shchuka@konotop.example"),
        ),
        others={"duplicate": (2, 3)},
    ),
    Town(
        "ua-e-mails-by-hand",
        "addresses with a name before them, (at), a comma for a dot, two of them, a telephone among them",
        rows=(
            ("Учасник", "Пошта / телефон", "Роль"),
            ("Бабенко Ірина", "Ірина Бабенко <iryna@bilopillia.example>", "учасниця"),
            ("Гупало Степан", "stepan(at)bilopillia.example", "перекладач"),
            ("Зозуля Єва", "yeva@bilopillia.example; zozulia@home.example", "учасниця"),
            ("Сойка Глеб", "hleb@bilopillia,example, 0661112233", "водій"),
            ("Шпак Ольга", "e-mail: OLHA@BILOPILLIA.EXAMPLE тел: 066-111-22-34", "учасниця"),
        ),
        people=(
            whom("Ірина", "Бабенко", position="учасниця", email="iryna@bilopillia.example"),
            whom("Степан", "Гупало", position="перекладач", email="stepan@bilopillia.example"),
            whom("Єва", "Зозуля", position="учасниця", email="yeva@bilopillia.example"),
            whom("Глеб", "Сойка", position="водій", phone="+380661112233"),
            whom("Ольга", "Шпак", position="учасниця", email="olha@bilopillia.example", phone="+380661112234"),
        ),
        told=((3, "email"), (4, "email"), (5, "email")),
    ),
    Town(
        "ua-russian-headings",
        "a list of a frontline community with headings in Russian, dates with г.р.",
        rows=(
            ("Список участников поездки", "", "", "", ""),
            ("№ п/п", "Ф.И.О.", "Должность", "Место работы", "Дата рождения", "Контактный телефон"),
            (
                1,
                "Ершова Анна Сергеевна",
                "начальник отдела",
                "Купянский городской совет",
                "07.03.1980 г.р.",
                "+380501119900",
            ),
            (2, "Юдин Олег Игоревич", "водитель", "Купянский городской совет", "12 мая 1971 г.", "050 111 99 01"),
            ("Итого: 2 чел.", "", "", "", "", ""),
        ),
        people=(
            whom(
                "Анна",
                "Ершова",
                patronymic="Сергеевна",
                gender="f",
                position="начальник отдела",
                organisation="Купянский городской совет",
                birth_date="1980-03-07",
                phone="+380501119900",
            ),
            whom(
                "Олег",
                "Юдин",
                patronymic="Игоревич",
                gender="m",
                position="водитель",
                organisation="Купянский городской совет",
                birth_date="1971-05-12",
                phone="+380501119901",
            ),
        ),
    ),
)
