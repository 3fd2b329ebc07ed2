"""Workbooks of Ukrainian hromadas."""

from datetime import date, datetime

from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from tests.messy.town import Town


def _title_and_merge(sheet: Worksheet) -> None:
    sheet.merge_cells("A1:F1")
    sheet.merge_cells("A2:F2")


def _two_rows(sheet: Worksheet) -> None:
    sheet.merge_cells("A1:A2")
    sheet.merge_cells("B1:D1")
    sheet.merge_cells("E1:F1")
    sheet.merge_cells("G1:G2")


def _merged_down(sheet: Worksheet) -> None:
    sheet.merge_cells("A2:A4")
    sheet.merge_cells("A5:A6")


def _group_rows(sheet: Worksheet) -> None:
    sheet.merge_cells("A4:D4")
    sheet.merge_cells("A7:D7")


def _hidden(sheet: Worksheet) -> None:
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["E"].hidden = True


def _comment(sheet: Worksheet) -> None:
    sheet["C2"].comment = Comment("уточнити посаду після 1 березня", "Секретар")


TOWNS = (
    Town(
        "title-rows",
        "SP-1: title, project and empty rows above the headings; totals and a signature under the table",
        rows=(
            ("СПИСОК ДЕЛЕГАЦІЇ", "", "", "", "", ""),
            ("для участі у навчальному візиті «Стратегічне планування», 9–13 березня 2026 р.", "", "", "", "", ""),
            (),
            ("Контактна особа:", "Гнатюк О.", "", "тел.", "050 111 22 33", ""),
            (),
            (
                "№ з/п",
                "Прізвище, ім'я, по батькові",
                "Посада",
                "Місце роботи",
                "Мобільний телефон",
                "Електронна адреса",
            ),
            (
                1,
                "Гнатюк Оксана Степанівна",
                "начальниця відділу",
                "Бориславська міська рада",
                "0501112233",
                "o.hnatiuk@boryslav.example",
            ),
            (
                2,
                "Ющук Андрій Васильович",
                "депутат",
                "Бориславська міська рада",
                "(067) 222-33-44",
                "Andrii.Yushchuk@boryslav.example ",
            ),
            (),
            ("Всього: 2", "", "", "", "", ""),
            ("Міський голова", "", "", "", "", "І. Яворський"),
        ),
        change=_title_and_merge,
        people=(
            {
                "given_name": "Оксана",
                "family_name": "Гнатюк",
                "patronymic": "Степанівна",
                "given_latin": "Oksana",
                "family_latin": "Hnatiuk",
                "gender": "f",
                "position": "начальниця відділу",
                "organisation": "Бориславська міська рада",
                "phone": "+380501112233",
                "email": "o.hnatiuk@boryslav.example",
            },
            {
                "given_name": "Андрій",
                "family_name": "Ющук",
                "patronymic": "Васильович",
                "family_latin": "Yushchuk",
                "gender": "m",
                "position": "депутат",
                "organisation": "Бориславська міська рада",
                "phone": "+380672223344",
                "email": "andrii.yushchuk@boryslav.example",
            },
        ),
    ),
    Town(
        "two-heading-rows",
        "SP-2: headings on two rows with merged groups",
        rows=(
            ("№", "Учасник", "", "", "Контакти", "", "Посада"),
            ("", "Прізвище", "Ім'я", "По батькові", "Телефон", "E-mail", ""),
            (1, "Яремчук", "Юрій", "Ігорович", "+380 (50) 333-44-55", "yu.yaremchuk@dolyna.example", "староста"),
            (2, "Згурська", "Євгенія", "Яківна", "380673334455", "ye.zghurska@dolyna.example", "головна бухгалтерка"),
        ),
        change=_two_rows,
        people=(
            {
                "given_name": "Юрій",
                "family_name": "Яремчук",
                "patronymic": "Ігорович",
                "given_latin": "Yurii",
                "family_latin": "Yaremchuk",
                "gender": "m",
                "phone": "+380503334455",
                "email": "yu.yaremchuk@dolyna.example",
                "position": "староста",
            },
            {
                "given_name": "Євгенія",
                "family_name": "Згурська",
                "given_latin": "Yevheniia",
                "family_latin": "Zghurska",
                "gender": "f",
                "phone": "+380673334455",
                "email": "ye.zghurska@dolyna.example",
                "position": "головна бухгалтерка",
            },
        ),
    ),
    Town(
        "merged-down",
        "SP-3: the municipality merged over its people",
        rows=(
            ("Громада", "ПІБ", "Посада", "Тел."),
            ("Копичинецька міська рада", "Щербань Ірина Іванівна", "секретар ради", "0971234567"),
            ("", "Гаврилюк Степан Петрович", "інженер", "0971234568"),
            ("", "Ґудзь Яна Олегівна", "економістка", "0971234569"),
            ("Чортківська міська рада", "Зозуля Марта Юріївна", "юристка", "0981234567"),
            ("", "Їжак Данило Ігорович", "спеціаліст", "0981234568"),
        ),
        change=_merged_down,
        people=(
            {
                "family_name": "Щербань",
                "given_name": "Ірина",
                "organisation": "Копичинецька міська рада",
                "position": "секретар ради",
                "phone": "+380971234567",
            },
            {
                "family_name": "Гаврилюк",
                "given_name": "Степан",
                "organisation": "Копичинецька міська рада",
                "position": "інженер",
                "phone": "+380971234568",
            },
            {
                "family_name": "Ґудзь",
                "given_name": "Яна",
                "family_latin": "Gudz",
                "organisation": "Копичинецька міська рада",
                "position": "економістка",
                "phone": "+380971234569",
            },
            {
                "family_name": "Зозуля",
                "given_name": "Марта",
                "organisation": "Чортківська міська рада",
                "position": "юристка",
                "phone": "+380981234567",
            },
            {
                "family_name": "Їжак",
                "given_name": "Данило",
                "family_latin": "Yizhak",
                "organisation": "Чортківська міська рада",
                "position": "спеціаліст",
                "phone": "+380981234568",
            },
        ),
    ),
    Town(
        "group-rows",
        "SP-11, SP-13: rows over the people that name their delegation",
        rows=(
            ("Учасники зустрічі мереж", "", "", ""),
            (),
            ("№", "Прізвище та ім'я", "Посада", "Ел. пошта"),
            ("Делегація: Славутська міська рада", "", "", ""),
            (1, "Бойко Тетяна", "керівниця апарату", "boiko@slavuta.example"),
            (2, "Мельник Роман", "депутат", "melnyk@slavuta.example"),
            ("Делегація: Бердичівська міська рада", "", "", ""),
            (3, "Руденко Олег", "заступник голови", "rudenko@berdychiv.example"),
            ("Разом", "", 3, ""),
        ),
        change=_group_rows,
        people=(
            {
                "family_name": "Бойко",
                "given_name": "Тетяна",
                "organisation": "Славутська міська рада",
                "position": "керівниця апарату",
                "email": "boiko@slavuta.example",
            },
            {
                "family_name": "Мельник",
                "given_name": "Роман",
                "organisation": "Славутська міська рада",
                "position": "депутат",
                "email": "melnyk@slavuta.example",
            },
            {
                "family_name": "Руденко",
                "given_name": "Олег",
                "organisation": "Бердичівська міська рада",
                "position": "заступник голови",
                "email": "rudenko@berdychiv.example",
            },
        ),
    ),
    Town(
        "dates-of-all-kinds",
        "SP-6: dates as dates, texts, words, serial numbers",
        rows=(
            ("Прізвище", "Ім'я", "Дата народження", "Паспорт дійсний до"),
            ("Литвин", "Павло", date(1980, 3, 7), "15.06.2031"),
            ("Литвин", "Софія", "07.03.1985 р.", "15.06.31"),
            ("Кравець", "Назар", "7 березня 1990 року", datetime(2030, 1, 2)),
            ("Кравець", "Лідія", 29287, "2 січня 2030"),
            ("Савчук", "Богдан", "1975-12-31", 47485),
            ("Савчук", "Уляна", "31.02.1980", "2030"),
            ("Мороз", "Ігор", "7.3.62", ""),
        ),
        people=(
            {"family_name": "Литвин", "birth_date": "1980-03-07", "passport_expiry": "2031-06-15"},
            {
                "family_name": "Литвин",
                "given_name": "Софія",
                "birth_date": "1985-03-07",
                "passport_expiry": "2031-06-15",
            },
            {"family_name": "Кравець", "birth_date": "1990-03-07", "passport_expiry": "2030-01-02"},
            {"family_name": "Кравець", "birth_date": "1980-03-07", "passport_expiry": "2030-01-02"},
            {"family_name": "Савчук", "birth_date": "1975-12-31", "passport_expiry": "2030-01-02"},
            {"family_name": "Савчук", "passport_expiry": "2030"},
            {"family_name": "Мороз", "birth_date": "1962-03-07"},
        ),
        told=((7, "birth_date"), (7, "passport_expiry")),
    ),
    Town(
        "phones-of-all-kinds",
        "SP-7, SP-9, SP-10: phones as numbers, with words, two in a cell, beyond repair",
        rows=(
            ("ПІБ", "Телефон", "Паспорт"),
            ("Павлюк Ганна Ігорівна", 380501234567.0, "FH 123456"),
            ("Клименко Яків Львович", "8 050 765-43-21", "fв654321"),
            ("Дмитренко Ніна Юріївна", "0501112233; 0674445566", 501234567),
            ("Поліщук Тарас Ілліч", "050-222-33-44 (Viber)", "СЮ 112233"),
            ("Марченко Алла Романівна", "5,01235E+11", "№ FA998877"),
            ("Семенюк Лука Ігорович", "немає", "-"),
        ),
        people=(
            {"family_name": "Павлюк", "phone": "+380501234567", "passport_number": "FH123456"},
            {"family_name": "Клименко", "phone": "+380507654321", "passport_number": "FB654321"},
            {"family_name": "Дмитренко", "phone": "+380501112233", "passport_number": "501234567"},
            {
                "family_name": "Поліщук",
                "given_name": "Тарас",
                "patronymic": "Ілліч",
                "gender": "m",
                "phone": "+380502223344",
            },
            {"family_name": "Марченко", "passport_number": "FA998877"},
            {"family_name": "Семенюк"},
        ),
        told=((3, "passport_number"), (4, "phone"), (5, "passport_number"), (6, "phone")),
    ),
    Town(
        "capitals-and-lookalikes",
        "SP-17: capitals, look-alike letters in words and in an e-mail, spaces, an apostrophe of another kind",
        rows=(
            ("ПРІЗВИЩЕ *", "ІМ’Я *", "ПОСАДА", "E-MAIL *"),
            ("ЛУК'ЯНЕНКО-ЯЦКІВ", "МАР`ЯНА", "Начальниця  відділу", "mariana@lutsk.example"),
            ("  Iванов ", "Oлег", "водій", "оleh@lutsk.example"),
            ("о\u2019коннор", "шон", "гість", " SEAN@lutsk.example\u00a0"),
        ),
        people=(
            {
                "family_name": "Лук'яненко-Яцків",
                "given_name": "Мар'яна",
                "family_latin": "Lukianenko-Yatskiv",
                "given_latin": "Mariana",
                "position": "Начальниця відділу",
                "email": "mariana@lutsk.example",
            },
            {"family_name": "Іванов", "given_name": "Олег", "position": "водій", "email": "oleh@lutsk.example"},
            {"given_name": "Шон", "position": "гість", "email": "sean@lutsk.example"},
        ),
        told=((3, "family_name"), (3, "email")),
    ),
    Town(
        "hidden-rows",
        "SP-8: a hidden row and a hidden column stay out; a comment is kept",
        rows=(
            ("Прізвище", "Ім'я", "Посада", "E-mail", "Паспорт"),
            ("Ткачук", "Віра", "архіваріуска", "vira@novovolynsk.example", "FH111111"),
            ("Секретний", "Петро", "привид", "ghost@novovolynsk.example", "FH222222"),
            ("Козак", "Юрко", "тренер", "yurko@novovolynsk.example", "FH333333"),
        ),
        change=lambda sheet: (_hidden(sheet), _comment(sheet))[0],
        people=(
            {"family_name": "Ткачук", "position": "архіваріуска", "email": "vira@novovolynsk.example"},
            {"family_name": "Козак", "position": "тренер", "email": "yurko@novovolynsk.example"},
        ),
    ),
    Town(
        "twice-in-the-file",
        "SP-12: the same people again, turned round and in the other script",
        rows=(
            ("Name", "E-mail", "Date of birth"),
            ("Шевченко Олександр", "", ""),
            ("Oleksandr Shevchenko", "", ""),
            ("Гаєвич Євген", "yevhen@poltava.example", "01.02.1983"),
            ("Evgen Haievych", "yevhen@poltava.example", "01.02.1983"),
            ("Shevchenko O.", "", ""),
            ("Олена Шевченко", "", ""),
        ),
        people=(
            {"family_name": "Шевченко", "given_name": "Олександр"},
            {
                "family_name": "Гаєвич",
                "given_name": "Євген",
                "email": "yevhen@poltava.example",
                "birth_date": "1983-02-01",
            },
            {"family_name": "Шевченко", "given_name": "Олена"},
        ),
        others={"duplicate": (3, 5), "doubtful": (6,)},
    ),
    Town(
        "repeated-headings",
        "official form: numbers of columns under the headings, headings again on the second page, empty rows between",
        rows=(
            ("Додаток 2", "", "", ""),
            ("№", "Прізвище, ім'я та по батькові", "Посада", "Номер телефону"),
            (1, 2, 3, 4),
            ("1.", "Кучер Зоя Миколаївна", "бібліотекарка", "(04849) 2-11-33"),
            (),
            ("2.", "Козачук Ярослав Орестович", "методист", "+38 096 111 22 33"),
            ("№", "Прізвище, ім'я та по батькові", "Посада", "Номер телефону"),
            ("3.", "Паламарчук Єлизавета Кузьмівна", "вчителька", "0961112234"),
            ("Голова комісії", "_____________", "", "П. Гончар"),
        ),
        people=(
            {"family_name": "Кучер", "given_name": "Зоя", "position": "бібліотекарка", "phone": "+380484921133"},
            {"family_name": "Козачук", "given_name": "Ярослав", "position": "методист", "phone": "+380961112233"},
            {
                "family_name": "Паламарчук",
                "given_name": "Єлизавета",
                "patronymic": "Кузьмівна",
                "gender": "f",
                "position": "вчителька",
                "phone": "+380961112234",
            },
        ),
    ),
    Town(
        "passport-spelling",
        "NA-1: the Latin spelling of the passport in one column, family name in capitals",
        rows=(
            (
                "Прізвище та ім'я\n(українською)",
                "Прізвище та ім’я латиницею\n(як у закордонному паспорті)",
                "Стать (Ч/Ж)",
                "№ закордонного паспорта",
                "Термін дії паспорта",
            ),
            ("Цвіркун Ярослав", "TSVIRKUN IAROSLAV", "Ч", "FF 123 456", "01/02/2030"),
            ("Фадєєвська Наталія", "FADIEIEVSKA NATALIIA", "Ж", "GA123456", "13/02/2030"),
        ),
        people=(
            {
                "family_name": "Цвіркун",
                "given_name": "Ярослав",
                "family_latin": "Tsvirkun",
                "given_latin": "Iaroslav",
                "gender": "m",
                "passport_number": "FF123456",
                "passport_expiry": "2030-02-01",
            },
            {
                "family_name": "Фадєєвська",
                "given_name": "Наталія",
                "family_latin": "Fadieievska",
                "given_latin": "Nataliia",
                "gender": "f",
                "passport_number": "GA123456",
                "passport_expiry": "2030-02-13",
            },
        ),
    ),
    Town(
        "never-kept",
        "section 7: numbers of persons and accounts are recognised and passed over",
        rows=(
            ("ПІБ", "ІПН (РНОКПП)", "IBAN", "Дата народж.", "Особливості харчування"),
            (
                "Остапчук Леся Данилівна",
                "3123456789",
                "UA213223130000026007233566001",
                "05.05.1988",
                "алергія на горіхи",
            ),
            ("Чорний Марко Антонович", 2912345678, "", "06.06.1979", "немає"),
        ),
        people=(
            {"family_name": "Остапчук", "birth_date": "1988-05-05", "diet": "алергія на горіхи"},
            {"family_name": "Чорний", "birth_date": "1979-06-06"},
        ),
    ),
)
