"""A second parcel of strangers' lists, written after the first was read: other mess, expected before it was read."""

from datetime import date, datetime

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.worksheet.worksheet import Worksheet

from tests.messy.town import Town, whom


def _merged_groups(sheet: Worksheet) -> None:
    for row in (2, 3, 6, 8):
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=4)


def _rich(sheet: Worksheet) -> None:
    sheet["A2"] = CellRichText(TextBlock(InlineFont(b=True), "ČERNE"), " Maja")


TOWNS = (
    Town(
        "again-by-consent",
        "“(за згодою)” and “(онлайн)” behind names, footnote stars, numbers inside the cell of the name",
        rows=(
            ("ПІБ, посада учасників робочої групи", "Контакти"),
            ("1. Коваль Ольга Петрівна (за згодою)", "тел.: 050 111 22 33\ne-mail: olha@kaniv.example"),
            ("2. Гай Степан Львович*", "тел.: 050 111 22 34"),
            ("3. Бойчук Інна Ігорівна (онлайн)", "inna@kaniv.example"),
            ("* доповідач", ""),
        ),
        people=(
            whom(
                "Ольга", "Коваль", patronymic="Петрівна", gender="f", phone="+380501112233", email="olha@kaniv.example"
            ),
            whom("Степан", "Гай", patronymic="Львович", gender="m", phone="+380501112234"),
            whom("Інна", "Бойчук", patronymic="Ігорівна", gender="f", email="inna@kaniv.example"),
        ),
    ),
    Town(
        "again-nested-groups",
        "regions over communities over people, all in merged rows",
        rows=(
            ("Прізвище та ім'я", "Посада", "Моб. телефон", "E-mail"),
            ("СУМСЬКА ОБЛАСТЬ", "", "", ""),
            ("Лебединська міська рада", "", "", ""),
            ("Бурда Олена", "головна спеціалістка", "0507776655", "burda@lebedyn.example"),
            ("Жила Петро", "депутат", "0507776656", ""),
            ("Білопільська міська рада", "", "", ""),
            ("Кит Роман", "староста", "0507776657", "kyt@bilopillia.example"),
            ("Недригайлівська селищна рада", "", "", ""),
            ("Цись Ніна", "секретарка", "", "tsys@nedryhailiv.example"),
        ),
        change=_merged_groups,
        people=(
            whom(
                "Олена",
                "Бурда",
                organisation="Лебединська міська рада",
                position="головна спеціалістка",
                phone="+380507776655",
                email="burda@lebedyn.example",
            ),
            whom("Петро", "Жила", organisation="Лебединська міська рада", position="депутат", phone="+380507776656"),
            whom(
                "Роман",
                "Кит",
                organisation="Білопільська міська рада",
                position="староста",
                phone="+380507776657",
                email="kyt@bilopillia.example",
            ),
            whom(
                "Ніна",
                "Цись",
                organisation="Недригайлівська селищна рада",
                position="секретарка",
                email="tsys@nedryhailiv.example",
            ),
        ),
    ),
    Town(
        "again-form-service-anonymous",
        "a form service's export: e-mail “anonymous” and an empty name in every row, the true answers further right",
        rows=(
            (
                "ID",
                "Start time",
                "Completion time",
                "Email",
                "Name",
                "Ваше прізвище",
                "Ваше ім'я",
                "Ваша електронна адреса",
                "Ваш номер телефону",
            ),
            (
                1,
                datetime(2026, 9, 1, 9, 5),
                datetime(2026, 9, 1, 9, 9),
                "anonymous",
                "",
                "Ярова",
                "Зоряна",
                "zoriana@kosiv.example",
                "0681010201",
            ),
            (
                2,
                datetime(2026, 9, 1, 10, 5),
                datetime(2026, 9, 1, 10, 7),
                "anonymous",
                "",
                "Грім",
                "Давид",
                "davyd@kosiv.example",
                "+380681010202",
            ),
        ),
        people=(
            whom("Зоряна", "Ярова", email="zoriana@kosiv.example", phone="+380681010201"),
            whom("Давид", "Грім", email="davyd@kosiv.example", phone="+380681010202"),
        ),
    ),
    Town(
        "again-ticket-service",
        "an export of a ticket service: order, ticket, status; one did cancel",
        text=(
            "Order #,Order Date,First Name,Surname,Email,Quantity,Ticket Type,Attendee Status,Company,Job Title\n"
            "100201,2026-09-01 10:00,Elin,Sandberg,elin@lund.example,1,General,Attending,Lunds kommun,Planner\n"
            "100202,2026-09-01 11:00,Omar,Haddad,omar@lund.example,1,General,Cancelled,Lunds kommun,Architect\n"
            "100203,2026-09-02 09:30,Siri,Falk,siri@lund.example,1,General,Attending,Lunds kommun,Director\n"
        ),
        ending=".csv",
        people=(
            whom("Elin", "Sandberg", email="elin@lund.example", organisation="Lunds kommun", position="Planner"),
            whom("Siri", "Falk", email="siri@lund.example", organisation="Lunds kommun", position="Director"),
        ),
        others={"doubtful": (3,)},
    ),
    Town(
        "again-question-codes",
        "headings with codes and signs of a survey tool: underscores, dots, groups with slashes, pictures",
        rows=(
            (
                "_id",
                "grp1/first_name",
                "grp1/last_name",
                "grp2/e_mail",
                "grp2/phone_number",
                "grp2/organisation_name",
                "_submission_time",
            ),
            (
                101,
                "Marjan",
                "Kovač",
                "marjan@celje.example",
                "+386 41 200 300",
                "Mestna občina Celje",
                "2026-09-01T08:00:00",
            ),
            (
                102,
                "Alenka",
                "Vodnik",
                "alenka@celje.example",
                "+386 41 200 301",
                "Mestna občina Celje",
                "2026-09-01T08:10:00",
            ),
        ),
        people=(
            whom(
                "Marjan",
                "Kovač",
                email="marjan@celje.example",
                phone="+38641200300",
                organisation="Mestna občina Celje",
            ),
            whom(
                "Alenka",
                "Vodnik",
                email="alenka@celje.example",
                phone="+38641200301",
                organisation="Mestna občina Celje",
            ),
        ),
    ),
    Town(
        "again-pictures-in-headings",
        "pictures in the headings, a salutation column, letters of the alphabet as rows",
        rows=(
            ("Mr/Ms", "👤 First name", "👤 Last name", "📧 E-mail", "☎ Phone"),
            ("A", "", "", "", ""),
            ("Ms", "Ilze", "Apsīte", "ilze@tukums.example", "+371 29 300 400"),
            ("B", "", "", "", ""),
            ("Mr", "Andris", "Balodis", "andris@tukums.example", "+371 29 300 401"),
        ),
        people=(
            whom("Ilze", "Apsīte", gender="f", email="ilze@tukums.example", phone="+37129300400"),
            whom("Andris", "Balodis", gender="m", email="andris@tukums.example", phone="+37129300401"),
        ),
    ),
    Town(
        "again-issue-and-expiry",
        "passport issued on, issued by and valid until; place of birth; dates without a year for the stay",
        rows=(
            (
                "Прізвище",
                "Ім'я",
                "Дата народження",
                "Місце народження",
                "Серія та номер паспорта",
                "Дата видачі",
                "Орган, що видав",
                "Дійсний до",
                "Заїзд",
                "Виїзд",
            ),
            (
                "Соловей",
                "Мирон",
                date(1988, 2, 29),
                "м. Рівне",
                "FS 445566",
                date(2021, 5, 4),
                5601,
                date(2031, 5, 4),
                "12.10",
                "17.10",
            ),
            (
                "Зимна",
                "Дарина",
                "29 лютого 1992 р.",
                "смт Млинів",
                "GA445567",
                "05.05.2022",
                "1804",
                "05.05.2032",
                "12.10",
                "17.10",
            ),
        ),
        people=(
            whom("Мирон", "Соловей", birth_date="1988-02-29", passport_number="FS445566", passport_expiry="2031-05-04"),
            whom("Дарина", "Зимна", birth_date="1992-02-29", passport_number="GA445567", passport_expiry="2032-05-05"),
        ),
    ),
    Town(
        "again-date-and-age",
        "date of birth and age in one cell, titles of address in the name, rich text",
        rows=(
            ("Udeleženec/udeleženka", "Datum rojstva (starost)", "Občina", "Kontaktni podatki"),
            ("", "7. 3. 1980 (46 let)", "Občina Radovljica", "041 700 800, maja@radovljica.example"),
            ("ga. Tea Oblak", "8.3.1981 (45)", "Občina Radovljica", "tea@radovljica.example / 041 700 801"),
            ("g. Niko Žnidar", "leta 1979", "Občina Bled", "041/700-802"),
        ),
        change=_rich,
        people=(
            whom(
                "Maja",
                "Černe",
                birth_date="1980-03-07",
                organisation="Občina Radovljica",
                phone="+38641700800",
                email="maja@radovljica.example",
            ),
            whom(
                "Tea",
                "Oblak",
                birth_date="1981-03-08",
                organisation="Občina Radovljica",
                phone="+38641700801",
                email="tea@radovljica.example",
            ),
            whom("Niko", "Žnidar", birth_date="1979", organisation="Občina Bled", phone="+38641700802"),
        ),
    ),
    Town(
        "again-name-phone-in-a-cell",
        "name and telephone in one cell, name and e-mail in another one",
        rows=(
            ("Учасник", "Громада"),
            ("Коваль Олег Іванович, 067 123 45 67", "Канівська"),
            ("Лобода Ніна Петрівна, nina@kaniv.example", "Канівська"),
            ("Ус Ігор Львович тел. 0671234569", "Канівська"),
        ),
        people=(
            whom("Олег", "Коваль", patronymic="Іванович", gender="m", organisation="Канівська", phone="+380671234567"),
            whom(
                "Ніна",
                "Лобода",
                patronymic="Петрівна",
                gender="f",
                organisation="Канівська",
                email="nina@kaniv.example",
            ),
            whom("Ігор", "Ус", patronymic="Львович", gender="m", organisation="Канівська", phone="+380671234569"),
        ),
    ),
    Town(
        "again-spacer-columns",
        "empty narrow columns between the columns, headings without merge on two rows, a number of the row twice",
        rows=(
            ("#", "", "Delegate", "", "", "", "Contact", ""),
            ("", "", "Surname", "", "Given name", "", "E-mail", "Mobile"),
            (1, "", "Basha", "", "Drilon", "", "drilon@peje.example", "+383 44 111 222"),
            (2, "", "Gashi", "", "Teuta", "", "teuta@peje.example", "+383 44 111 223"),
        ),
        people=(
            whom("Drilon", "Basha", email="drilon@peje.example", phone="+38344111222"),
            whom("Teuta", "Gashi", email="teuta@peje.example", phone="+38344111223"),
        ),
    ),
    Town(
        "again-capital-names-alone",
        "names in capitals in one column without any hint of the order, patronymics in some of them",
        rows=(
            ("УЧАСНИКИ", "ТЕЛЕФОН"),
            ("ГРИЦЕНКО ВАЛЕНТИНА", "0990102030"),
            ("ОЛЕКСІЙ ТИМОШЕНКО", "0990102031"),
            ("СТЕЦЬ-ВОВК МАРІЯ ОЛЕКСІЇВНА", "0990102032"),
        ),
        people=(
            whom("Валентина", "Гриценко", phone="+380990102030"),
            whom("Олексій", "Тимошенко", phone="+380990102031"),
            whom("Марія", "Стець-Вовк", patronymic="Олексіївна", gender="f", phone="+380990102032"),
        ),
    ),
    Town(
        "again-parents-name-inside",
        "Bosnian heading Ime (ime roditelja) prezime; a name of the father in brackets; telephones with text",
        rows=(
            ("Rb.", "Ime (ime jednog roditelja) prezime", "Općina", "Tel/mob"),
            (1, "Lejla (Mustafa) Hodžić", "Općina Gračanica", "tel: +387 35 111 222, mob: +387 61 111 222"),
            (2, "Adnan (Fikret) Mujkić", "Općina Gračanica", "mob. +387 61 111 223 (Viber)"),
        ),
        people=(
            whom("Lejla", "Hodžić", organisation="Općina Gračanica", phone="+38735111222"),
            whom("Adnan", "Mujkić", organisation="Općina Gračanica", phone="+38761111223"),
        ),
    ),
    Town(
        "again-diet-groups",
        "a merged group “Dietary requirements” over ticks and a column for other things",
        rows=(
            ("Name", "", "Dietary requirements", "", "", "Email"),
            ("First", "Last", "Vegetarian", "Gluten free", "Other (please specify)", ""),
            ("Agata", "Lis", "Yes", "No", "", "agata@sanok.example"),
            ("Piotr", "Bąk", "No", "Yes", "no mushrooms", "piotr@sanok.example"),
            ("Ewa", "Zięba", "No", "No", "-", "ewa@sanok.example"),
        ),
        change=lambda sheet: (sheet.merge_cells("A1:B1"), sheet.merge_cells("C1:E1"), None)[-1],
        people=(
            whom("Agata", "Lis", diet="Vegetarian", email="agata@sanok.example"),
            whom("Piotr", "Bąk", diet="Gluten free, no mushrooms", email="piotr@sanok.example"),
            whom("Ewa", "Zięba", email="ewa@sanok.example"),
        ),
    ),
    Town(
        "again-text-in-utf16-semicolons",
        "UTF-16 with semicolons and quoted line breaks; a remark that somebody does not come",
        text=(
            'Uzvārds, vārds;"Amats\n(pilns)";E-pasts;Piezīmes\r\n'
            'Kalniņš, Māris;"nodaļas\nvadītājs";maris@ogre.example;\r\n'
            "Liepa, Zane;juriste;zane@ogre.example;nepiedalīsies\r\n"
            "Siliņa-Ozola, Ieva;arhitekte;ieva@ogre.example;veģetāriete\r\n"
        ),
        encoding="utf-16",
        ending=".csv",
        people=(
            whom("Māris", "Kalniņš", position="nodaļas vadītājs", email="maris@ogre.example"),
            whom("Ieva", "Siliņa-Ozola", position="arhitekte", email="ieva@ogre.example"),
        ),
        others={"doubtful": (3,)},
    ),
    Town(
        "again-contents-and-list",
        "a table of contents first, then the list with its title between two empty columns",
        sheets={
            "Зміст": (("Розділ", "Аркуш"), ("Програма", "2"), ("Учасники", "3")),
            "Програма": (("Час", "Захід"), ("09:00", "Реєстрація"), ("10:00", "Відкриття")),
            "Учасники": (
                ("", "", "", "", ""),
                ("", "Учасники навчального візиту", "", "", ""),
                ("", "№", "Прізвище, власне ім'я", "Посада", "Службовий телефон"),
                ("", 1, "Дзвінка Орест", "начальник", "(03247) 4-11-22"),
                ("", 2, "Рибка Лідія", "спеціалістка", "(03247) 4-11-23"),
            ),
        },
        people=(
            whom("Орест", "Дзвінка", position="начальник", phone="+380324741122"),
            whom("Лідія", "Рибка", position="спеціалістка", phone="+380324741123"),
        ),
    ),
    Town(
        "again-serbian-numbers",
        "Serbian: the number of the identity card beside that of the passport, a full stop after years",
        rows=(
            ("Р. бр.", "Име и презиме", "Датум рођења", "Бр. личне карте", "Бр. пасоша", "Важи до", "Институција"),
            ("1.", "Ћирило Шљивић", "1.2.1979.", "006123456", "012345678", "1.2.2031.", "Општина Ариље"),
            ("2.", "Снежана Ђорђевић", "29.02.1980.", "006123457", "012345679", "28.02.2032.", "Општина Ариље"),
        ),
        people=(
            whom(
                "Ћирило",
                "Шљивић",
                birth_date="1979-02-01",
                passport_number="012345678",
                passport_expiry="2031-02-01",
                organisation="Општина Ариље",
            ),
            whom(
                "Снежана",
                "Ђорђевић",
                birth_date="1980-02-29",
                passport_number="012345679",
                passport_expiry="2032-02-28",
                organisation="Општина Ариље",
            ),
        ),
    ),
    Town(
        "again-two-towns-below-without-gap",
        "two lists below one another without an empty row, the headings again, another title between them",
        rows=(
            ("Lista participanților – Primăria Cahul", "", ""),
            ("Nume, prenume", "Funcția", "Telefon"),
            ("Lungu Ana", "specialist", "+373 69 000 111"),
            ("Lista participanților – Primăria Cantemir", "", ""),
            ("Nume, prenume", "Funcția", "Telefon"),
            ("Moraru Vasile", "primar", "+373 69 000 112"),
        ),
        people=(
            whom("Ana", "Lungu", position="specialist", phone="+37369000111"),
            whom("Vasile", "Moraru", organisation="Primăria Cantemir", position="primar", phone="+37369000112"),
        ),
    ),
    Town(
        "again-swedish-unions",
        "Swedish: first and last name in one column below a group, roles, allergy in words, 0046 and brackets",
        rows=(
            ("Delegation från Kiruna kommun", "", "", "", ""),
            ("Förnamn Efternamn", "Roll", "Parti / förvaltning", "Allergier", "Mobilnr"),
            ("Nils-Ante Sara", "Ledamot", "S", "nötter, skaldjur", "0046(0)70-300 40 50"),
            ("Berit Stålnacke", "Tjänsteperson", "Stadsbyggnad", "Inga", "070 300 40 51"),
        ),
        people=(
            whom(
                "Nils-Ante", "Sara", position="Ledamot", organisation="S", diet="nötter, skaldjur", phone="+46703004050"
            ),
            whom("Berit", "Stålnacke", position="Tjänsteperson", organisation="Stadsbyggnad", phone="+46703004051"),
        ),
    ),
)
