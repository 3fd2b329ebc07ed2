"""Towns of Bosnia, Serbia, Montenegro, North Macedonia, Albania and Kosovo in other programmes; expected beforehand."""

from datetime import date, datetime

from openpyxl.worksheet.worksheet import Worksheet

from tests.messy.town import Town, whom


def _town_over_people(sheet: Worksheet) -> None:
    sheet.merge_cells("A3:A4")
    sheet.merge_cells("A5:A6")
    sheet.merge_cells("A1:F1")


TOWNS = (
    Town(
        "ba-beside-of-unequal-length",
        "two delegations beside one another of unequal length, numbers with slashes",
        rows=(
            ("DELEGACIJA OPĆINE TEŠANJ", "", "", "", "", "DELEGACIJA OPĆINE USORA", "", "", ""),
            (
                "R.br.",
                "Ime i prezime",
                "Funkcija",
                "Kontakt telefon",
                "",
                "R.br.",
                "Ime i prezime",
                "Funkcija",
                "Kontakt telefon",
            ),
            (
                1,
                "Suad Huskić",
                "općinski načelnik",
                "+387 61/123-456",
                "",
                1,
                "Mato Lučić",
                "savjetnik",
                "+387 63 200 300",
            ),
            (2, "Fuad Šišić", "sekretar", "00387 32 650 022", "", 2, "Ruža Jurić", "pripravnica", "+387 63 200 301"),
            (3, "Hasan Plančić", "vozač", "", "", "", "", "", ""),
        ),
        people=(
            whom(
                "Suad",
                "Huskić",
                position="općinski načelnik",
                phone="+38761123456",
                organisation="DELEGACIJA OPĆINE TEŠANJ",
            ),
            whom("Fuad", "Šišić", position="sekretar", phone="+38732650022", organisation="DELEGACIJA OPĆINE TEŠANJ"),
            whom("Hasan", "Plančić", position="vozač", organisation="DELEGACIJA OPĆINE TEŠANJ"),
            whom("Mato", "Lučić", position="savjetnik", phone="+38763200300", organisation="DELEGACIJA OPĆINE USORA"),
            whom("Ruža", "Jurić", position="pripravnica", phone="+38763200301", organisation="DELEGACIJA OPĆINE USORA"),
        ),
    ),
    Town(
        "ba-people-across",
        "one person in each column, questions down the side, in Bosnian; one column left empty",
        rows=(
            ("Podaci o učesnicima", "", "", ""),
            ("Ime", "Amila", "Denis", ""),
            ("Prezime", "Zukić", "Hadžiahmetović", ""),
            ("Spol", "Ž", "M", ""),
            ("Datum rođenja", "07.03.1980.", "8. mart 1981.", ""),
            ("Institucija", "Grad Zenica", "Grad Zenica", ""),
            ("Radno mjesto", "stručna saradnica", "šef službe", ""),
            ("Broj pasoša", "B0123456", "B0123457", ""),
            ("E-mail", "amila@zenica.example", "denis@zenica.example", ""),
        ),
        people=(
            whom(
                "Amila",
                "Zukić",
                gender="f",
                birth_date="1980-03-07",
                organisation="Grad Zenica",
                position="stručna saradnica",
                passport_number="B0123456",
                email="amila@zenica.example",
            ),
            whom(
                "Denis",
                "Hadžiahmetović",
                gender="m",
                birth_date="1981-03-08",
                organisation="Grad Zenica",
                position="šef službe",
                passport_number="B0123457",
                email="denis@zenica.example",
            ),
        ),
    ),
    Town(
        "ba-served-by-commas",
        "a comma-separated file in cp1250 with a preamble of three lines, line breaks inside a cell",
        text=(
            "Općina Žepče\n"
            "Služba za privredu, poduzetništvo i lokalni razvoj\n"
            "\n"
            '"Prezime i ime","Pozicija","E-pošta","Telefon (mobitel)"\n'
            '"Čolić Đurđica","viša referentica\nza razvoj","djurdjica@zepce.example","+387 63 111 222"\n'
            '"Šišić Anđelko","viši referent","andjelko@zepce.example","+387 63 111 223"\n'
        ),
        encoding="cp1250",
        ending=".csv",
        people=(
            whom(
                "Đurđica",
                "Čolić",
                position="viša referentica za razvoj",
                email="djurdjica@zepce.example",
                phone="+38763111222",
            ),
            whom("Anđelko", "Šišić", position="viši referent", email="andjelko@zepce.example", phone="+38763111223"),
        ),
    ),
    Town(
        "rs-name-of-the-father",
        "the father's name in brackets inside the name, Cyrillic, год. after dates, a footer of the one who made it",
        rows=(
            ("Град Шабац – Градска управа", "", "", "", ""),
            ("Ред.\nбр.", "Презиме (име оца) и име", "Датум рођења", "Радно место", "Моб. тел."),
            ("1.", "Петровић (Милан) Јована", "07.03.1980. год.", "саветница", "+381 64 123 45 67"),
            ("2.", "Ђукић (Саво) Љубомир", "08.03.1981. године", "возач", "+381641234568"),
            ("3.", "Џелебџић (Ранко) Његош", "1979.", "одборник", "+381 (0)64 123 4569"),
            ("Обрадио: Миле Марић", "", "", "", ""),
            ("Контакт: 015/123-456", "", "", "", ""),
        ),
        people=(
            whom(
                "Јована",
                "Петровић",
                birth_date="1980-03-07",
                position="саветница",
                phone="+381641234567",
                given_latin="Jovana",
                family_latin="Petrović",
            ),
            whom(
                "Љубомир",
                "Ђукић",
                birth_date="1981-03-08",
                position="возач",
                phone="+381641234568",
                given_latin="Ljubomir",
                family_latin="Đukić",
            ),
            whom(
                "Његош",
                "Џелебџић",
                birth_date="1979",
                position="одборник",
                phone="+381641234569",
                given_latin="Njegoš",
                family_latin="Dželebdžić",
            ),
        ),
    ),
    Town(
        "rs-titles-both-sides",
        "dr, mr, prof. before and dipl. after the name, headings with line breaks and stars, ticks for vegetarians",
        rows=(
            ("Ime i prezime *\n(sa titulom)", "Ustanova *", "Vegetarijanac\n(da/ne)", "Mejl adresa *"),
            ("dr Ana Petrović", "Gradska uprava Kragujevac", "da", "ana@kragujevac.example"),
            ("Prof. dr Zoran Marić, dipl. inž.", "Univerzitet u Kragujevcu", "ne", "zoran@kragujevac.example"),
            ("mr Goran Đorđević, dipl. ecc.", "Gradska uprava Kragujevac", "", "goran@kragujevac.example"),
            ("Jelena Ilić, MSc", "Gradska uprava Kragujevac", "DA", "jelena@kragujevac.example"),
        ),
        people=(
            whom(
                "Ana",
                "Petrović",
                organisation="Gradska uprava Kragujevac",
                email="ana@kragujevac.example",
                diet="Vegetarijanac",
            ),
            whom("Zoran", "Marić", organisation="Univerzitet u Kragujevcu", email="zoran@kragujevac.example"),
            whom("Goran", "Đorđević", organisation="Gradska uprava Kragujevac", email="goran@kragujevac.example"),
            whom(
                "Jelena",
                "Ilić",
                organisation="Gradska uprava Kragujevac",
                email="jelena@kragujevac.example",
                diet="Vegetarijanac",
            ),
        ),
    ),
    Town(
        "rs-interpreter-in-both-scripts",
        "headings and people in both scripts, role words, two posts in a cell, somebody again in the other script",
        rows=(
            ("Име / Ime", "Презиме / Prezime", "Улога / Uloga", "Функција / Funkcija", "Е-пошта / E-pošta"),
            ("Милица", "Стојановић", "преводилац", "", "milica@nis.example"),
            ("Nikola", "Živković", "učesnik", "zamenik načelnika; koordinator projekta", "nikola@nis.example"),
            ("Milica", "Stojanović", "prevodilac", "", "milica@nis.example"),
        ),
        people=(
            whom("Милица", "Стојановић", email="milica@nis.example", role="преводилац"),
            whom("Nikola", "Živković", email="nikola@nis.example", position="zamenik načelnika; koordinator projekta"),
        ),
        others={"duplicate": (4,)},
    ),
    Town(
        "me-arrivals-and-numbers-of-persons",
        "JMBG passed over, day and time of arrival in one cell, telephones with a slash, Montenegrin letters",
        rows=(
            ("Spisak učesnika iz Opštine Kolašin (Crna Gora)", "", "", "", "", ""),
            ("Rb", "Prezime", "Ime", "JMBG", "Dolazak (datum i vrijeme)", "Kontakt"),
            (1, "Šćepanović", "Anđa", "0703980215006", "12.10.2026. u 14:30h", "+382 67/123-456"),
            (
                2,
                "Bulatović",
                "Śenad",
                "0803981210007",
                datetime(2026, 10, 12, 16, 0),
                "senad@kolasin.example, +382 69 111 222",
            ),
        ),
        people=(
            whom("Anđa", "Šćepanović", phone="+38267123456"),
            whom("Śenad", "Bulatović", email="senad@kolasin.example", phone="+38269111222"),
        ),
    ),
    Town(
        "mk-fathers-name-and-town-merged",
        "the town merged over its people under a title, роден and г. around dates, sex by м and ж",
        rows=(
            ("СПИСОК НА УЧЕСНИЦИ", "", "", "", "", ""),
            ("Општина", "Име и презиме", "Пол", "Датум на раѓање", "Работно место", "Е-маил"),
            ("Општина Кавадарци", "Ѓорѓи Ќосев", "м", "роден 07.03.1980 г.", "советник", "gjorgji@kavadarci.example"),
            ("", "Ѕвезда Мицева", "ж", "родена на 8 март 1981", "раководител на сектор", "zvezda@kavadarci.example"),
            ("Општина Неготино", "Љупчо Џамбазов", "м", "1975", "возач", ""),
            ("", "Јана Њагулова", "ж", date(1990, 12, 31), "архитект", "jana@negotino.example"),
            ("Вкупно: 4", "", "", "", "", ""),
        ),
        change=_town_over_people,
        people=(
            whom(
                "Ѓорѓи",
                "Ќосев",
                gender="m",
                birth_date="1980-03-07",
                position="советник",
                email="gjorgji@kavadarci.example",
                organisation="Општина Кавадарци",
            ),
            whom(
                "Ѕвезда",
                "Мицева",
                gender="f",
                birth_date="1981-03-08",
                position="раководител на сектор",
                email="zvezda@kavadarci.example",
                organisation="Општина Кавадарци",
            ),
            whom("Љупчо", "Џамбазов", gender="m", birth_date="1975", position="возач", organisation="Општина Неготино"),
            whom(
                "Јана",
                "Њагулова",
                gender="f",
                birth_date="1990-12-31",
                position="архитект",
                email="jana@negotino.example",
                organisation="Општина Неготино",
            ),
        ),
    ),
    Town(
        "mk-two-languages-one-person-twice",
        "headings in Macedonian and Albanian on two lines, the number of the identity card passed over",
        rows=(
            (
                "Р.бр.\nNr.",
                "Име и презиме\nEmri dhe mbiemri",
                "Функција\nFunksioni",
                "Бр. на лична карта\nNr. i letërnjoftimit",
                "Телефон\nTelefoni",
            ),
            (1, "Besnik Idrizi", "këshilltar", "A1234567", "+389 70 123 456"),
            (2, "Tatjana Markovska", "соработник", "A1234568", "00389 71 123 457"),
            (2, "Tatjana Markovska", "соработник", "A1234568", "00389 71 123 457"),
        ),
        people=(
            whom("Besnik", "Idrizi", position="këshilltar", phone="+38970123456"),
            whom("Tatjana", "Markovska", position="соработник", phone="+38971123457"),
        ),
        others={"duplicate": (4,)},
    ),
    Town(
        "al-name-of-the-father-apart",
        "Albanian headings, the father's name in a column between, dates with a dash, Cel for mobile",
        rows=(
            ("BASHKIA KORÇË", "", "", "", "", "", ""),
            ("Lista e pjesëmarrësve në vizitën studimore", "", "", "", "", "", ""),
            ("Nr.", "Emri", "Atësia", "Mbiemri", "Datëlindja", "Pozicioni", "Cel."),
            (1, "Ardit", "Ilir", "Hoxha", "07-03-1980", "specialist", "+355 69 20 12345"),
            (2, "Çlirim", "Agim", "Gjoka", "08.03.1981", "drejtor", "+355692012346"),
            (3, "Ëngjëll", "Petrit", "Xhaferi", "1 prill 1979", "këshilltar", "00355 69 2012347"),
        ),
        people=(
            whom("Ardit", "Hoxha", birth_date="1980-03-07", position="specialist", phone="+355692012345"),
            whom("Çlirim", "Gjoka", birth_date="1981-03-08", position="drejtor", phone="+355692012346"),
            whom("Ëngjëll", "Xhaferi", birth_date="1979-04-01", position="këshilltar", phone="+355692012347"),
        ),
    ),
    Town(
        "xk-communes-as-rows",
        "communes as rows between people, headings in three languages on three lines, ticks for the day",
        rows=(
            (
                "Emri\nIme\nFirst name",
                "Mbiemri\nPrezime\nSurname",
                "Pozita\nPozicija\nPosition",
                "12.10",
                "13.10",
                "Email",
            ),
            ("Komuna e Gjilanit / Opština Gnjilane", "", "", "", "", ""),
            ("Vjosa", "Krasniqi", "zyrtare", "x", "x", "vjosa@gjilan.example"),
            ("Zoran", "Stanković", "službenik", "x", "", "zoran@gjilan.example"),
            ("Komuna e Prizrenit / Opština Prizren", "", "", "", "", ""),
            ("Cemile", "Sadiku", "drejtoreshë", "", "x", "cemile@prizren.example"),
        ),
        people=(
            whom(
                "Vjosa",
                "Krasniqi",
                position="zyrtare",
                email="vjosa@gjilan.example",
                organisation="Komuna e Gjilanit / Opština Gnjilane",
            ),
            whom(
                "Zoran",
                "Stanković",
                position="službenik",
                email="zoran@gjilan.example",
                organisation="Komuna e Gjilanit / Opština Gnjilane",
            ),
            whom(
                "Cemile",
                "Sadiku",
                position="drejtoreshë",
                email="cemile@prizren.example",
                organisation="Komuna e Prizrenit / Opština Prizren",
            ),
        ),
    ),
    Town(
        "hr-page-cp1250",
        "a page called .xls in cp1250, telephones in two lines of a cell, spaces that don't break",
        text=(
            '<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1250"></head><body>'
            "<h2>Popis polaznika</h2><table border=1><tr><th rowspan=2>Rb.</th><th colspan=2>Polaznik</th>"
            "<th rowspan=2>Ustanova</th><th colspan=2>Kontakt</th></tr><tr><th>Prezime</th><th>Ime</th>"
            "<th>Telefon</th><th>E-pošta</th></tr>"
            "<tr><td>1</td><td>ŠĆURIĆ</td><td>Žarko</td><td>Grad&nbsp;Knin</td>"
            "<td>+385 22 111 222<br>+385 98 111 222</td>"
            '<td><a href="mailto:zarko@knin.example">zarko@knin.example</a></td></tr>'
            "<tr><td>2</td><td>ĐUROVIĆ-KLARIĆ</td><td>Nevena</td><td>Grad Knin</td>"
            "<td>098&nbsp;333&nbsp;444</td><td></td></tr>"
            "<tr><td colspan=6>Ukupno polaznika: 2</td></tr></table></body></html>"
        ),
        encoding="cp1250",
        ending=".xls",
        people=(
            whom("Žarko", "Šćurić", organisation="Grad Knin", phone="+38522111222", email="zarko@knin.example"),
            whom("Nevena", "Đurović-Klarić", organisation="Grad Knin", phone="+38598333444"),
        ),
    ),
)
