"""Ukrainian towns of other programmes; all expected before they were read: units, legends, ticks, forms, footers."""

from datetime import date, datetime

from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from tests.messy.town import Town, whom


def _links(sheet: Worksheet) -> None:
    if sheet.title == "Список":
        sheet["D3"].hyperlink = "mailto:o.hrytsak@trostianets.example"
        sheet["D4"].hyperlink = "mailto:p.lys@trostianets.example"
        sheet.merge_cells("A3:A4")


def _passport_heads(sheet: Worksheet) -> None:
    sheet.merge_cells("C2:E2")
    for letter in "ABF":
        sheet.merge_cells(f"{letter}2:{letter}3")
    sheet.merge_cells("A1:F1")


def _crossed_out(sheet: Worksheet) -> None:
    for letter in "ABC":
        sheet[f"{letter}3"].font = Font(strike=True)
    sheet.row_dimensions[4].hidden = True
    sheet.auto_filter.ref = "A1:D5"
    sheet["C5"].comment = Comment("Не їсть м'яса", "Оксана")


TOWNS = (
    Town(
        "ua-headings-with-units",
        "headings with line breaks and units, numbers with gaps, р.н., footer of the one who made the list",
        rows=(
            ("Список делегації Охтирської громади", "", "", "", "", ""),
            (
                "№\nз/п",
                "Прізвище,\nім'я,\nпо батькові",
                "Дата народж.\n(дд.мм.рррр)",
                "Посада,\nмісце роботи",
                "Моб. тел.\n(+380 …)",
                "E-mail\n(робочий)",
            ),
            (
                1,
                "Бугай Світлана Олегівна",
                "07.03.1980 р.н.",
                "начальниця відділу освіти",
                "(050) 111-20-30",
                "buhai@okhtyrka.example",
            ),
            (2, "Жук Роман Ігорович", "1 лютого 1975 р.", "головний спеціаліст", "+38 (067) 111 20 31", ""),
            (5, "Цап Юлія Федорівна", "31.12.1990р.", "депутатка", "0631112032", "tsap@okhtyrka.example"),
            ("", "", "", "", "", ""),
            ("Виконавець: Гордієнко Л.П., тел. (05446) 2-22-33", "", "", "", "", ""),
        ),
        people=(
            whom(
                "Світлана",
                "Бугай",
                patronymic="Олегівна",
                gender="f",
                birth_date="1980-03-07",
                position="начальниця відділу освіти",
                phone="+380501112030",
                email="buhai@okhtyrka.example",
            ),
            whom(
                "Роман",
                "Жук",
                patronymic="Ігорович",
                gender="m",
                birth_date="1975-02-01",
                position="головний спеціаліст",
                phone="+380671112031",
            ),
            whom(
                "Юлія",
                "Цап",
                patronymic="Федорівна",
                gender="f",
                birth_date="1990-12-31",
                position="депутатка",
                phone="+380631112032",
                email="tsap@okhtyrka.example",
            ),
        ),
    ),
    Town(
        "ua-legend-sheet-first",
        "a sheet of abbreviations before the list; the community merged over its people; addresses with mailto:",
        sheets={
            "Пояснення": (
                ("Умовні позначення", ""),
                ("В", "вегетаріанець"),
                ("Б", "без глютену"),
                ("МР", "міська рада"),
            ),
            "Список": (
                ("Учасники", "", "", "", ""),
                ("Громада", "ПІП", "Посада", "Ел. адреса", "Моб."),
                (
                    "Тростянецька МР",
                    "Грицак Оксана",
                    "секретар ради",
                    "mailto:o.hrytsak@trostianets.example",
                    "068 222 33 44",
                ),
                ("", "Лис Петро", "юрист", "mailto:p.lys@trostianets.example", "068 222 33 45"),
                ("Кролевецька МР", "Сорока Ганна", "староста", "hanna@krolevets.example", "068 222 33 46"),
            ),
        },
        change=_links,
        people=(
            whom(
                "Оксана",
                "Грицак",
                organisation="Тростянецька МР",
                position="секретар ради",
                email="o.hrytsak@trostianets.example",
                phone="+380682223344",
            ),
            whom(
                "Петро",
                "Лис",
                organisation="Тростянецька МР",
                position="юрист",
                email="p.lys@trostianets.example",
                phone="+380682223345",
            ),
            whom(
                "Ганна",
                "Сорока",
                organisation="Кролевецька МР",
                position="староста",
                email="hanna@krolevets.example",
                phone="+380682223346",
            ),
        ),
    ),
    Town(
        "ua-two-lists-other-order",
        "two delegations under one another, each with headings, the second in another order of columns; totals of both",
        rows=(
            ("Делегація Лубенської міської ради", "", "", "", ""),
            ("№", "Прізвище", "Ім'я", "Посада", "Телефон"),
            (1, "Дуб", "Ірина", "заступниця голови", "0671010101"),
            (2, "Клен", "Марко", "архітектор", "0671010102"),
            ("Всього: 2 особи", "", "", "", ""),
            ("", "", "", "", ""),
            ("Делегація Хорольської міської ради", "", "", "", ""),
            ("№", "Ім'я", "Прізвище", "Телефон", "Посада"),
            (1, "Ніна", "Верба", "0671010103", "бухгалтерка"),
            (2, "Тарас", "Явір", "0671010104", "землевпорядник"),
            ("Всього: 2 особи", "", "", "", ""),
        ),
        people=(
            whom(
                "Ірина",
                "Дуб",
                position="заступниця голови",
                phone="+380671010101",
                organisation="Делегація Лубенської міської ради",
            ),
            whom(
                "Марко",
                "Клен",
                position="архітектор",
                phone="+380671010102",
                organisation="Делегація Лубенської міської ради",
            ),
            whom(
                "Ніна",
                "Верба",
                position="бухгалтерка",
                phone="+380671010103",
                organisation="Делегація Хорольської міської ради",
            ),
            whom(
                "Тарас",
                "Явір",
                position="землевпорядник",
                phone="+380671010104",
                organisation="Делегація Хорольської міської ради",
            ),
        ),
    ),
    Town(
        "ua-ages-and-extensions",
        "ages instead of dates of birth, чол. and жін., internal numbers, a second telephone after a comma",
        rows=(
            ("П.І.Б.", "Стать", "Вік (повних років)", "Установа", "Тел. (вн.)"),
            ("Рудь Валентина Семенівна", "жін.", 54, "Миргородський ліцей № 2", "(05355) 5-12-34 вн. 12"),
            ("Гнатенко Іван Іванович", "чол.", "41 рік", "Миргородська лікарня", "095-300-40-50, 05355 5 00 11"),
        ),
        people=(
            whom(
                "Валентина",
                "Рудь",
                patronymic="Семенівна",
                gender="f",
                organisation="Миргородський ліцей № 2",
                phone="+380535551234",
            ),
            whom(
                "Іван",
                "Гнатенко",
                patronymic="Іванович",
                gender="m",
                organisation="Миргородська лікарня",
                phone="+380953004050",
            ),
        ),
    ),
    Town(
        "ua-passport-series-apart",
        "series and number of the passport in two columns under one merged heading, a title over all",
        rows=(
            ("Дані для оформлення страхування", "", "", "", "", ""),
            (
                "Прізвище та ім'я",
                "Прізвище та ім'я латиницею",
                "Паспорт для виїзду за кордон",
                "",
                "",
                "Дата народження",
            ),
            ("", "", "Серія", "Номер", "Дійсний до", ""),
            ("Яценюк Ольга", "YATSENIUK OLHA", "FP", 112233, date(2031, 5, 6), date(1982, 6, 15)),
            ("Щирба Юрій", "SHCHYRBA YURII", "FР", "004455", "06.05.2032", "15.06.1983"),
        ),
        change=_passport_heads,
        people=(
            whom(
                "Ольга",
                "Яценюк",
                given_latin="Olha",
                family_latin="Yatseniuk",
                passport_number="FP112233",
                passport_expiry="2031-05-06",
                birth_date="1982-06-15",
            ),
            whom(
                "Юрій",
                "Щирба",
                given_latin="Yurii",
                family_latin="Shchyrba",
                passport_number="FP004455",
                passport_expiry="2032-05-06",
                birth_date="1983-06-15",
            ),
        ),
    ),
    Town(
        "ua-diet-ticks",
        "needs as ticks in columns of their own: +, x, так, ✓ and what is not",
        rows=(
            ("Прізвище, ім'я", "Громада", "Вегетаріанець", "Без свинини", "Без глютену", "Контактний телефон"),
            ("Мороз Алла", "Гадяцька", "+", "", "", "0990001122"),
            ("Сніг Олег", "Гадяцька", "-", "так", "", "0990001123"),
            ("Дощ Інна", "Гадяцька", "", "ні", "✓", "0990001124"),
            ("Вітер Яна", "Гадяцька", "х", "", "x", "0990001125"),
            ("Град Павло", "Гадяцька", "", "", "", "0990001126"),
        ),
        people=(
            whom("Алла", "Мороз", organisation="Гадяцька", phone="+380990001122", diet="Вегетаріанець"),
            whom("Олег", "Сніг", organisation="Гадяцька", phone="+380990001123", diet="Без свинини"),
            whom("Інна", "Дощ", organisation="Гадяцька", phone="+380990001124", diet="Без глютену"),
            whom("Яна", "Вітер", organisation="Гадяцька", phone="+380990001125", diet="Вегетаріанець, Без глютену"),
            whom("Павло", "Град", organisation="Гадяцька", phone="+380990001126"),
        ),
    ),
    Town(
        "ua-arrival-and-scientific",
        "day and time of arrival in one cell, a telephone as 3,80671E+11, numbers with a decimal tail",
        rows=(
            ("ПІБ учасника", "Організація", "Прибуття (дата, час, рейс)", "Телефон", "Дата народження"),
            ("Кравець Надія Юріївна", "Ізюмська МВА", "12.10.2026 о 14:35, OS 662", "3,80671E+11", 29287),
            ("Швець Ілля Павлович", "Ізюмська МВА", datetime(2026, 10, 12, 9, 5), 380671234567.0, "29288"),
            ("Ткач Лев Ілліч", "Ізюмська МВА", "13/10 18.00", 671234568.0, "9.03.80"),
        ),
        people=(
            whom(
                "Надія",
                "Кравець",
                patronymic="Юріївна",
                gender="f",
                organisation="Ізюмська МВА",
                birth_date="1980-03-07",
            ),
            whom(
                "Ілля",
                "Швець",
                patronymic="Павлович",
                gender="m",
                organisation="Ізюмська МВА",
                birth_date="1980-03-08",
                phone="+380671234567",
            ),
            whom(
                "Лев",
                "Ткач",
                patronymic="Ілліч",
                gender="m",
                organisation="Ізюмська МВА",
                birth_date="1980-03-09",
                phone="+380671234568",
            ),
        ),
        told=((2, "phone"),),
    ),
    Town(
        "ua-crossed-out",
        "somebody crossed out, somebody hidden by a filter, a need told in a comment",
        rows=(
            ("Прізвище", "Ім'я", "Посада", "E-mail"),
            ("Лисенко", "Віра", "методистка", "vira@lebedyn.example"),
            ("Панько", "Зоя", "директорка", "zoia@lebedyn.example"),
            ("Хоменко", "Ігор", "водій", "ihor@lebedyn.example"),
            ("Чорна", "Лілія", "секретарка", "liliia@lebedyn.example"),
        ),
        change=_crossed_out,
        people=(
            whom("Віра", "Лисенко", position="методистка", email="vira@lebedyn.example"),
            whom("Лілія", "Чорна", position="секретарка", email="liliia@lebedyn.example"),
        ),
        others={"doubtful": (3,)},
    ),
    Town(
        "ua-approved-and-row-nine",
        "“approved by” and an address above, headings in row 9, telephones and e-mails under no heading",
        rows=(
            ("", "", "", "ЗАТВЕРДЖУЮ"),
            ("", "", "", "Міський голова"),
            ("", "", "", "__________ Олександр КОВАЛЬ"),
            ("", "", "", "«__» ________ 2026 р."),
            (),
            ("Шосткинська міська рада Сумської області",),
            ("41100, м. Шостка, вул. Садова, 8, тел. (05449) 7-00-00, e-mail: rada@shostka.example",),
            (),
            ("№ п/п", "Прізвище та ініціали", "Посада", "", ""),
            ("1.", "Бережна О.В.", "начальник управління", "0502003040", "berezhna@shostka.example"),
            ("2.", "Вовк С.С.", "спеціаліст", "0502003041", "vovk@shostka.example"),
            ("3.", "Галка Т.М.", "спеціаліст", "0502003042", "halka@shostka.example"),
        ),
        people=(
            whom(
                "О.",
                "Бережна",
                position="начальник управління",
                phone="+380502003040",
                email="berezhna@shostka.example",
            ),
            whom("С.", "Вовк", position="спеціаліст", phone="+380502003041", email="vovk@shostka.example"),
            whom("Т.", "Галка", position="спеціаліст", phone="+380502003042", email="halka@shostka.example"),
        ),
    ),
    Town(
        "ua-form-answers-below",
        "a form for each on its own sheet, the answer under its question",
        sheets={
            "Анкета 1": (
                ("АНКЕТА УЧАСНИКА",),
                ("1. Прізвище, ім'я, по батькові",),
                ("Гончар Поліна Андріївна",),
                ("2. Дата народження",),
                ("7 березня 1980 року",),
                ("3. Посада",),
                ("головна лікарка",),
                ("4. Телефон",),
                ("0971112233",),
                ("5. Електронна пошта",),
                ("polina@romny.example",),
            ),
            "Анкета 2": (
                ("АНКЕТА УЧАСНИКА",),
                ("1. Прізвище, ім'я, по батькові",),
                ("Стельмах Артем Олегович",),
                ("2. Дата народження",),
                ("08.03.1981",),
                ("3. Посада",),
                ("водій",),
                ("4. Телефон",),
                ("",),
                ("5. Електронна пошта",),
                ("artem@romny.example",),
            ),
        },
        people=(
            whom(
                "Поліна",
                "Гончар",
                patronymic="Андріївна",
                gender="f",
                birth_date="1980-03-07",
                position="головна лікарка",
                phone="+380971112233",
                email="polina@romny.example",
            ),
            whom(
                "Артем",
                "Стельмах",
                patronymic="Олегович",
                gender="m",
                birth_date="1981-03-08",
                position="водій",
                email="artem@romny.example",
            ),
        ),
    ),
)
