"""Lists of offices, hotels, airlines and systems: visas, rooms, buses; expected before they were read."""

from datetime import date

from openpyxl.worksheet.worksheet import Worksheet

from tests.messy.town import Town, whom


def _rooms(sheet: Worksheet) -> None:
    sheet.merge_cells("A3:A4")
    sheet.merge_cells("B3:B4")


TOWNS = (
    Town(
        "visa-list",
        "a consulate's list: headings with forms of dates, surname first, dates as text with slashes",
        rows=(
            ("LIST OF VISA APPLICANTS", "", "", "", "", "", "", "", ""),
            (
                "S/N",
                "SURNAME (as in passport)",
                "GIVEN NAMES (as in passport)",
                "SEX (M/F)",
                "DATE OF BIRTH (DD/MM/YYYY)",
                "PLACE OF BIRTH",
                "PASSPORT NO.",
                "DATE OF EXPIRY (DD/MM/YYYY)",
                "OCCUPATION",
            ),
            (1, "OSTAPENKO", "LIUDMYLA", "F", "03/04/1985", "Poltava", "FP 998877", "21/12/2033", "CHIEF ACCOUNTANT"),
            (2, "VAN DER MEER", "JAN PIETER", "M", "29/02/1972", "Delft", "NX1234567", "01/02/2031", "consultant"),
        ),
        people=(
            whom(
                "Liudmyla",
                "Ostapenko",
                gender="f",
                birth_date="1985-04-03",
                passport_number="FP998877",
                passport_expiry="2033-12-21",
                position="CHIEF ACCOUNTANT",
            ),
            whom(
                "Jan Pieter",
                "Van Der Meer",
                gender="m",
                birth_date="1972-02-29",
                passport_number="NX1234567",
                passport_expiry="2031-02-01",
                position="consultant",
            ),
        ),
    ),
    Town(
        "rooming-list",
        "a hotel's list: a merged room over two guests, nights, remarks",
        rows=(
            ("HOTEL CREINA – ROOMING LIST", "", "", "", "", ""),
            ("Room", "Type", "Guest name", "Check-in", "Check-out", "Remarks"),
            (101, "TWN", "Mykola Zub", date(2026, 10, 5), date(2026, 10, 9), "smoker"),
            ("", "", "Ivan Zub", date(2026, 10, 5), date(2026, 10, 9), ""),
            (102, "SGL", "Olena Chaban", date(2026, 10, 5), date(2026, 10, 8), "vegetarian"),
            ("Total rooms: 2", "", "", "", "", ""),
        ),
        change=_rooms,
        people=(whom("Mykola", "Zub"), whom("Ivan", "Zub"), whom("Olena", "Chaban")),
    ),
    Town(
        "bus-list",
        "a list for the border guards: seat, citizenship, the driver below",
        rows=(
            ("СПИСОК ПАСАЖИРІВ", "", "", "", "", ""),
            ("Маршрут: Львів – Любляна", "", "", "", "", ""),
            ("№ з/п", "Прізвище, ім'я, по батькові", "Дата народж.", "Паспорт (серія, №)", "Громадянство", "Місце"),
            (1, "Стецюк Ореста Маркіянівна", "01.01.1990", "FL112233", "Україна", 5),
            (2, "Балабан Юрій Зенонович", "12.12.1969", "FM 332211", "Україна", 6),
            ("Всього пасажирів: 2", "", "", "", "", ""),
            ("Водій: Пилипів Степан, тел. 0671112233", "", "", "", "", ""),
        ),
        people=(
            whom("Ореста", "Стецюк", birth_date="1990-01-01", passport_number="FL112233"),
            whom("Юрій", "Балабан", birth_date="1969-12-12", passport_number="FM332211"),
        ),
    ),
    Town(
        "sign-in-latvian",
        "a sheet to sign, printed and typed again: Nr.p.k., institution, post, signature; a tab-separated text",
        text=(
            "DALĪBNIEKU REĢISTRĀCIJAS LAPA\r\n\r\nNr.p.k.\tVārds, uzvārds\tIestāde\tAmats\tTālrunis\tParaksts\r\n"
            "1.\tGuntis Šņore\tCēsu novada pašvaldība\tizpilddirektors\t26 111 222\t\r\n"
            "2.\tŽanete Ķēniņa\tLīgatnes apvienība\tvecākā eksperte\t\t\r\n"
        ),
        encoding="cp1257",
        ending=".txt",
        people=(
            whom(
                "Guntis",
                "Šņore",
                organisation="Cēsu novada pašvaldība",
                position="izpilddirektors",
                phone="+37126111222",
            ),
            whom("Žanete", "Ķēniņa", organisation="Līgatnes apvienība", position="vecākā eksperte"),
        ),
    ),
    Town(
        "web-form-slovenian",
        "the export of a web form: time, whole questions as headings, consents",
        text=(
            "Časovni žig;Ime in priimek;Občina, iz katere prihajate;Vaše delovno mesto;Elektronski naslov;"
            "Imate posebne prehranske zahteve?;Soglašam z obdelavo osebnih podatkov\r\n"
            "2026/09/01 8:15:22 AM OGS;Žiga Čop;Občina Žiri;vodja režijskega obrata;ziga@ziri.example;Ne;Da\r\n"
            "2026/09/02 1:05:00 PM OGS;Darja Šifrer;Občina Železniki;višja svetovalka;darja@zelezniki.example;"
            "brez glutena;Da\r\n"
        ),
        encoding="cp1250",
        ending=".csv",
        people=(
            whom(
                "Žiga",
                "Čop",
                organisation="Občina Žiri",
                position="vodja režijskega obrata",
                email="ziga@ziri.example",
            ),
            whom(
                "Darja",
                "Šifrer",
                organisation="Občina Železniki",
                position="višja svetovalka",
                email="darja@zelezniki.example",
                diet="brez glutena",
            ),
        ),
    ),
    Town(
        "registration-of-a-webinar",
        "the registration report of a meeting system: facts of the meeting above the table",
        text=(
            'Registration Report\nReport Generated:,"Sep 3, 2026 10:12 AM"\nTopic,Meeting ID,Scheduled Time\n'
            'Kick-off with mentors,812 3456 7890,"Sep 10, 2026 10:00 AM"\n\nRegistrant Details\n'
            "First Name,Last Name,Email,Organization,Job Title,Registration Time,Approval Status\n"
            'Rasa,Liepiņa,rasa@ogre.example,Ogres novads,planner,"Sep 1, 2026 09:00 AM",approved\n'
            'Maksym,Ohar,ohar@kalush.example,Kalush City Council,deputy mayor,"Sep 2, 2026 11:30 AM",approved\n'
        ),
        ending=".csv",
        people=(
            whom("Rasa", "Liepiņa", email="rasa@ogre.example", organisation="Ogres novads", position="planner"),
            whom(
                "Maksym",
                "Ohar",
                email="ohar@kalush.example",
                organisation="Kalush City Council",
                position="deputy mayor",
            ),
        ),
    ),
    Town(
        "serbian-cyrillic",
        "a ministry's list with headings of two rows, counted columns, titles before names",
        rows=(
            ("Списак учесника студијског путовања", "", "", "", ""),
            ("Р. бр.", "Име и презиме", "Подаци о запослењу", "", "Мобилни телефон"),
            ("", "", "Јединица локалне самоуправе", "Радно место", ""),
            (1, 2, 3, 4, 5),
            (1, "др Љиљана Ђорђевић", "Град Ужице", "начелница одељења", "+381 64 123 45 67"),
            (2, "Џавид Хаџић", "Општина Прибој", "помоћник председника", "062/555-333"),
        ),
        people=(
            whom("Љиљана", "Ђорђевић", organisation="Град Ужице", position="начелница одељења", phone="+381641234567"),
            whom(
                "Џавид", "Хаџић", organisation="Општина Прибој", position="помоћник председника", phone="+38162555333"
            ),
        ),
    ),
    Town(
        "macedonian",
        "a municipality's list of delegates with remarks on who comes",
        rows=(
            ("Општина Гевгелија", "", "", ""),
            ("Ред. бр.", "Име и презиме", "Работно место", "Електронска пошта"),
            (1, "Ѓорѓи Ќосев", "советник на градоначалникот", "gjorgji@gevgelija.example"),
            (2, "Љупка Ѕвездова", "раководител на сектор", "ljupka@gevgelija.example"),
        ),
        people=(
            whom("Ѓорѓи", "Ќосев", position="советник на градоначалникот", email="gjorgji@gevgelija.example"),
            whom("Љупка", "Ѕвездова", position="раководител на сектор", email="ljupka@gevgelija.example"),
        ),
    ),
    Town(
        "page-called-xls",
        "a register's export: a page of a Croatian system with a row of totals and entities",
        text=(
            '<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1250"></head><body>'
            "<table><tr><td colspan=4>Popis polaznika</td></tr><tr><th>Redni broj</th><th>Prezime i ime</th>"
            "<th>Ustanova</th><th>e-mail</th></tr>"
            "<tr><td>1</td><td>Štefanac Đurđa</td><td>Grad Krk &ndash; Upravni odjel</td><td>dj@krk.example</td></tr>"
            "<tr><td>2</td><td>Žic Božo</td><td>Općina Baška</td><td>bozo@baska.example</td></tr>"
            "<tr><td colspan=3>Ukupno</td><td>2</td></tr></table></body></html>"
        ),
        encoding="cp1250",
        ending=".xls",
        people=(
            whom("Đurđa", "Štefanac", organisation="Grad Krk – Upravni odjel", email="dj@krk.example"),
            whom("Božo", "Žic", organisation="Općina Baška", email="bozo@baska.example"),
        ),
    ),
    Town(
        "flight-list",
        "an airline's names: SURNAME/NAME MR, the flights beside",
        rows=(
            ("PNR", "PASSENGER NAME", "FLIGHT", "DATE", "FROM", "TO"),
            ("X7K9QW", "KOVALCHUK/OLEKSANDR MR", "LO 766", date(2026, 10, 4), "RZE", "WAW"),
            ("X7K9QW", "HRYTSENKO/NATALIIA MRS", "LO 766", date(2026, 10, 4), "RZE", "WAW"),
        ),
        people=(whom("Oleksandr", "Kovalchuk"), whom("Nataliia", "Hrytsenko")),
    ),
    Town(
        "delegates-of-towns",
        "the town only at its first delegate, merged nowhere, an empty row between towns; cp1251",
        text=(
            "Громада;Делегат;Посада;Моб. тел.;Ел. пошта\r\nМиргородська МТГ;Гоголь Василь Панасович;голова;0501234500;"
            "hohol@myrhorod.example\r\n;Сковорода Ганна Петрівна;радниця;0501234501;\r\n;;;;\r\n"
            "Гадяцька МТГ;Драгоманов Петро Якимович;секретар ради;050 123 45 02;drahomanov@hadiach.example\r\n"
        ),
        encoding="cp1251",
        ending=".csv",
        people=(
            whom(
                "Василь",
                "Гоголь",
                organisation="Миргородська МТГ",
                position="голова",
                phone="+380501234500",
                email="hohol@myrhorod.example",
            ),
            whom("Ганна", "Сковорода", position="радниця", phone="+380501234501"),
            whom(
                "Петро",
                "Драгоманов",
                organisation="Гадяцька МТГ",
                position="секретар ради",
                phone="+380501234502",
                email="drahomanov@hadiach.example",
            ),
        ),
    ),
    Town(
        "two-guests-a-row",
        "a hotel's plan of rooms: two guests in two columns of one row",
        rows=(
            ("Kambarys / Room", "Guest 1", "Guest 2", "Arrival"),
            ("201", "Oksana Lys", "Zoriana Ptakh", date(2026, 10, 5)),
            ("202", "Roman Sych", "", date(2026, 10, 5)),
        ),
        people=(whom("Oksana", "Lys"), whom("Roman", "Sych"), whom("Zoriana", "Ptakh")),
    ),
    Town(
        "emergency-contacts",
        "participants with somebody to be called for each: that one is no participant",
        rows=(
            ("Participant", "Mobile", "Emergency contact (name)", "Emergency contact (phone)", "Allergies"),
            ("Lena Torp", "+46 70 111 22 33", "Anders Torp", "+46 70 999 88 77", "nuts"),
            ("Ulf Dahl", "0701112244", "Eva Dahl", "0709998866", ""),
        ),
        people=(
            whom("Lena", "Torp", phone="+46701112233", diet="nuts"),
            whom("Ulf", "Dahl", phone="+46701112244"),
        ),
    ),
    Town(
        "surname-in-capitals",
        "names of Slovak and Czech partners with titles on both sides",
        rows=(
            ("Por. č.", "Titul, meno a priezvisko", "Obec", "Funkcia"),
            (1, "Ing. Ľubomír HRUŠKA, PhD.", "Mesto Snina", "primátor"),
            (2, "Mgr. Zuzana ČERVEŇÁKOVÁ", "Obec Stakčín", "starostka"),
        ),
        people=(
            whom("Ľubomír", "Hruška", organisation="Mesto Snina", position="primátor"),
            whom("Zuzana", "Červeňáková", organisation="Obec Stakčín", position="starostka"),
        ),
    ),
)
