"""Forms, tables beside one another, couples: sheets that were never meant as lists; expected before they were read."""

from datetime import date, datetime

from openpyxl.worksheet.worksheet import Worksheet

from tests.messy.town import Town, whom


def _form_merges(sheet: Worksheet) -> None:
    sheet.merge_cells("A1:D1")
    for row in range(3, 9):
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=2)
        sheet.merge_cells(start_row=row, end_row=row, start_column=3, end_column=4)


TOWNS = (
    Town(
        "form-on-each-sheet",
        "the form of a ministry, one sheet for each official; a sheet of instructions before them",
        sheets={
            "Інструкція": (("Заповніть анкету друкованими літерами.",), ("Надішліть до 1 жовтня.",)),
            "Анкета 1": (
                ("", "АНКЕТА УЧАСНИКА НАВЧАЛЬНОГО ВІЗИТУ", ""),
                ("", "", ""),
                (1, "Прізвище", "ЗАЛІЗНЯК"),
                (2, "Ім'я", "МАКСИМ"),
                (3, "По батькові", "ІЄВЛЕВИЧ"),
                (4, "Прізвище та ім'я латиницею (як у закордонному паспорті)", "ZALIZNIAK MAKSYM"),
                (5, "Дата народження", date(1978, 11, 5)),
                (6, "Громадянство", "Україна"),
                (7, "Закордонний паспорт: серія, номер", "FK 445566"),
                (8, "Посада", "заступник міського голови"),
                (9, "Громада", "Чигиринська міська громада"),
                (10, "Контактний телефон", "097 445 56 67"),
                (11, "E-mail", "zaliznyak@chyhyryn.example"),
                (12, "Розмір футболки", "XL"),
                ("", "Дата заповнення: 12.09.2026", "Підпис ____________"),
            ),
            "Анкета 2": (
                ("", "АНКЕТА УЧАСНИКА НАВЧАЛЬНОГО ВІЗИТУ", ""),
                ("", "", ""),
                (1, "Прізвище", "Горленко"),
                (2, "Ім'я", "Пульхерія"),
                (3, "По батькові", "Іванівна"),
                (4, "Прізвище та ім'я латиницею (як у закордонному паспорті)", ""),
                (5, "Дата народження", "07.02.1991"),
                (6, "Громадянство", "Україна"),
                (7, "Закордонний паспорт: серія, номер", "у процесі оформлення"),
                (8, "Посада", "головна спеціалістка"),
                (9, "Громада", "Чигиринська міська громада"),
                (10, "Контактний телефон", "+380 63 100 20 30"),
                (11, "E-mail", "horlenko@chyhyryn.example"),
                (12, "Розмір футболки", "S"),
                ("", "Дата заповнення: 12.09.2026", "Підпис ____________"),
            ),
        },
        people=(
            whom(
                "Максим",
                "Залізняк",
                patronymic="Ієвлевич",
                given_latin="Maksym",
                family_latin="Zalizniak",
                birth_date="1978-11-05",
                passport_number="FK445566",
                position="заступник міського голови",
                organisation="Чигиринська міська громада",
                phone="+380974455667",
                email="zaliznyak@chyhyryn.example",
            ),
            whom(
                "Пульхерія",
                "Горленко",
                birth_date="1991-02-07",
                position="головна спеціалістка",
                organisation="Чигиринська міська громада",
                phone="+380631002030",
                email="horlenko@chyhyryn.example",
            ),
        ),
    ),
    Town(
        "form-merged-latvian",
        "questions and answers both in merged cells",
        rows=(
            ("PIETEIKUMA ANKETA", "", "", ""),
            (),
            ("Vārds", "", "Ilze", ""),
            ("Uzvārds", "", "Priedīte-Ozola", ""),
            ("Pašvaldība", "", "Kuldīgas novada pašvaldība", ""),
            ("Amats", "", "projektu vadītāja", ""),
            ("Tālrunis", "", "+371 29 123 456", ""),
            ("E-pasts", "", "ilze@kuldiga.example", ""),
        ),
        change=_form_merges,
        people=(
            whom(
                "Ilze",
                "Priedīte-Ozola",
                organisation="Kuldīgas novada pašvaldība",
                position="projektu vadītāja",
                phone="+37129123456",
                email="ilze@kuldiga.example",
            ),
        ),
    ),
    Town(
        "form-below-form-csv",
        "two forms below one another in a text file of a Swedish office",
        text=(
            "Anmälan studiebesök\r\n\r\nFörnamn;Märta\r\nEfternamn;Ålund\r\nKommun;Piteå kommun\r\n"
            "Titel;kommunstrateg\r\nE-post;marta@pitea.example\r\nMobil;070-123 45 67\r\nSpecialkost;laktosfri\r\n\r\n"
            "Förnamn;Åke\r\nEfternamn;Öhman\r\nKommun;Piteå kommun\r\nTitel;planchef\r\n"
            "E-post;ake@pitea.example\r\nMobil;\r\nSpecialkost;nej\r\n"
        ),
        encoding="utf-16",
        ending=".csv",
        people=(
            whom(
                "Märta",
                "Ålund",
                organisation="Piteå kommun",
                position="kommunstrateg",
                email="marta@pitea.example",
                phone="+46701234567",
                diet="laktosfri",
            ),
            whom("Åke", "Öhman", organisation="Piteå kommun", position="planchef", email="ake@pitea.example"),
        ),
    ),
    Town(
        "questions-and-answers-in-cells",
        "question and answer in one cell, two columns of them",
        rows=(
            ("Application for the mentoring visit",),
            (),
            ("Surname: Halloran", "Date of birth: 14/02/1979"),
            ("First name: Siobhan", "Passport No.: PB1234567"),
            ("Municipality: Kilkenny County Council", "Phone: +353 87 123 4567"),
            ("Position: Director of Services", "E-mail: s.halloran@kilkenny.example"),
        ),
        people=(
            whom(
                "Siobhan",
                "Halloran",
                organisation="Kilkenny County Council",
                position="Director of Services",
                birth_date="1979-02-14",
                passport_number="PB1234567",
                phone="+353871234567",
                email="s.halloran@kilkenny.example",
            ),
        ),
    ),
    Town(
        "people-as-columns",
        "people as columns, questions down the first one, in Croatian",
        rows=(
            ("Podaci o sudionicima", "", "", ""),
            ("", "1. sudionik", "2. sudionik", "3. sudionik"),
            ("Ime", "Dubravka", "Hrvoje", "Željka"),
            ("Prezime", "Šarić", "Đurđević", "Čulo"),
            ("Radno mjesto", "pročelnica", "savjetnik", "vozačica"),
            ("Jedinica lokalne samouprave", "Grad Sinj", "Grad Sinj", "Općina Trilj"),
            ("Mobitel", "+385 91 222 3344", "", "098 765 432"),
            ("E-pošta", "dubravka@sinj.example", "hrvoje@sinj.example", "zeljka@trilj.example"),
        ),
        people=(
            whom(
                "Dubravka",
                "Šarić",
                position="pročelnica",
                organisation="Grad Sinj",
                phone="+385912223344",
                email="dubravka@sinj.example",
            ),
            whom("Hrvoje", "Đurđević", position="savjetnik", organisation="Grad Sinj", email="hrvoje@sinj.example"),
            whom(
                "Željka",
                "Čulo",
                position="vozačica",
                organisation="Općina Trilj",
                phone="+38598765432",
                email="zeljka@trilj.example",
            ),
        ),
    ),
    Town(
        "form-in-two-languages",
        "each question in two columns of languages before the answer",
        rows=(
            ("Prijavnica / Application form", "", ""),
            ("Priimek", "Surname", "Kobal"),
            ("Ime", "Name", "Nežka"),
            ("Občina", "Municipality", "Občina Ajdovščina"),
            ("Delovno mesto", "Position", "svetovalka za okolje"),
            ("Telefon", "Phone", "040 123 456"),
            ("E-pošta", "E-mail", "nezka@ajdovscina.example"),
        ),
        people=(
            whom(
                "Nežka",
                "Kobal",
                organisation="Občina Ajdovščina",
                position="svetovalka za okolje",
                phone="+38640123456",
                email="nezka@ajdovscina.example",
            ),
        ),
    ),
    Town(
        "guests-and-hosts",
        "the delegation on the left, its hosts on the right, headings of their own",
        rows=(
            ("Obisk v občini Kranj, 5.–9. oktober 2026", "", "", "", "", "", ""),
            ("Делегація Коломиї", "", "", "", "Gostitelji", "", ""),
            ("ПІБ", "Посада", "Телефон", "", "Ime in priimek", "Funkcija", "E-pošta"),
            (
                "Ґалаґан Остап Левкович",
                "начальник відділу",
                "+380501239876",
                "",
                "Mojca Zupan",
                "podžupanja",
                "m@kr.example",
            ),
            ("Кривоніс Єва Адамівна", "юристка", "", "", "Blaž Oman", "svetovalec", "b@kr.example"),
            ("", "", "", "", "Tina Rant", "koordinatorka", "t@kr.example"),
        ),
        people=(
            whom(
                "Остап",
                "Ґалаґан",
                patronymic="Левкович",
                position="начальник відділу",
                phone="+380501239876",
                organisation="Делегація Коломиї",
            ),
            whom("Єва", "Кривоніс", position="юристка", organisation="Делегація Коломиї"),
            whom("Mojca", "Zupan", position="podžupanja", email="m@kr.example"),
            whom("Blaž", "Oman", position="svetovalec", email="b@kr.example"),
            whom("Tina", "Rant", position="koordinatorka", email="t@kr.example"),
        ),
    ),
    Town(
        "three-towns-in-a-row",
        "three towns of Bosnia beside one another without a gap, the same headings three times",
        rows=(
            ("Općina Kakanj", "", "Općina Vareš", "", "Općina Olovo", ""),
            ("Ime i prezime", "Funkcija", "Ime i prezime", "Funkcija", "Ime i prezime", "Funkcija"),
            ("Amra Hodžić", "načelnica", "Zdravko Marić", "tajnik", "Elvir Muratović", "savjetnik"),
            ("Senad Imamović", "vozač", "", "", "Lejla Begić", "pripravnica"),
        ),
        people=(
            whom("Amra", "Hodžić", position="načelnica", organisation="Općina Kakanj"),
            whom("Senad", "Imamović", position="vozač", organisation="Općina Kakanj"),
            whom("Zdravko", "Marić", position="tajnik", organisation="Općina Vareš"),
            whom("Elvir", "Muratović", position="savjetnik", organisation="Općina Olovo"),
            whom("Lejla", "Begić", position="pripravnica", organisation="Općina Olovo"),
        ),
    ),
    Town(
        "latin-names-after-a-gap",
        "an empty column, then the same people in Latin letters: one table",
        rows=(
            ("Прізвище", "Ім'я", "Посада", "", "Surname", "Name"),
            ("Чуб", "Юхим", "депутат", "", "Chub", "Yukhym"),
            ("Щур", "Зоя", "староста", "", "Shchur", "Zoia"),
        ),
        people=(
            whom("Юхим", "Чуб", position="депутат", given_latin="Yukhym", family_latin="Chub"),
            whom("Зоя", "Щур", position="староста", given_latin="Zoia", family_latin="Shchur"),
        ),
    ),
    Town(
        "couples",
        "husband and wife in one cell, in five ways",
        rows=(
            ("No", "Guests", "Town", "E-mail"),
            (1, "Ivan and Maria Boyko", "Rivne", "boyko@rivne.example"),
            (2, "Anna Lisak", "Rivne", "lisak@rivne.example"),
            (3, "Marek & Zofia Nowak", "Opole", "nowak@opole.example"),
            (4, "Luka i Ana Perić", "Split", ""),
            (5, "Karin och Nils Ek", "Umeå", ""),
            (6, "Petro Holub (+1)", "Rivne", ""),
            (7, "José Ortega y Gasset", "Ávila", ""),
        ),
        people=(
            whom("Anna", "Lisak", organisation="Rivne", email="lisak@rivne.example"),
            whom("José", "Ortega y Gasset", organisation="Ávila"),
        ),
        others={"doubtful": (2, 4, 5, 6, 7)},
        told=((2, "full_name"), (4, "full_name"), (5, "full_name"), (6, "full_name"), (7, "full_name")),
    ),
    Town(
        "block-of-the-leader",
        "a block about the leader of the group above the list of the group",
        rows=(
            ("Name of organisation:", "Hromada of Horodok"),
            ("Contact person:", "Vira Dzyga"),
            ("Phone:", "+380 67 700 80 90"),
            ("E-mail:", "vira@horodok.example"),
            (),
            ("No", "Name", "Surname", "Position", "Date of arrival"),
            (1, "Vira", "Dzyga", "head of department", datetime(2026, 10, 5, 14, 30)),
            (2, "Taras", "Ruban", "engineer", datetime(2026, 10, 5, 14, 30)),
        ),
        people=(
            whom("Vira", "Dzyga", position="head of department"),
            whom("Taras", "Ruban", position="engineer"),
        ),
    ),
)
