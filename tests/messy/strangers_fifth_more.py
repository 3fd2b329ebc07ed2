"""Third blind round, fourth batch: ordinary lists again, expected after three mends and before they were run."""

from datetime import datetime

from tests.messy.town import Town, whom

TOWNS = (
    Town(
        "y-delegation-with-degrees",
        "surname in capitals, degrees, post with the body, phone and e-mail in a cell, numbers with a bracket",
        rows=[
            ["Склад робочої групи проєкту «Розумна громада»"],
            ["№", "Прізвище, власне ім’я, по батькові (за наявності)", "Посада, назва органу", "Контактні дані"],
            [
                *("1)", "МЕЛЬНИК Василь Іванович, к.е.н."),
                *("перший заступник голови Калуської районної ради", "тел. 0342 55 11 22; vm@kalush.gov.ua"),
            ],
            ["2)", "СЕНЬКІВ Галина", "начальник ЦНАП", "моб.: 068 700 80 90"],
            ["3)", "Д’ЯКІВ Роман-Юліан Петрович", "спеціаліст І категорії", "r.diakiv@kalush.gov.ua"],
        ],
        people=[
            whom(
                "Василь",
                "Мельник",
                patronymic="Іванович",
                position="перший заступник голови Калуської районної ради",
                phone="+380342551122",
                email="vm@kalush.gov.ua",
            ),
            whom("Галина", "Сеньків", position="начальник ЦНАП", phone="+380687008090"),
            whom(
                "Роман-Юліан",
                "Д’яків",
                patronymic="Петрович",
                position="спеціаліст І категорії",
                email="r.diakiv@kalush.gov.ua",
            ),
        ],
    ),
    Town(
        "y-level-of-english",
        "sex, age, level of English, Viber instead of a phone",
        rows=[
            [
                *("Прізвище", "Імʼя", "По-батькові", "Чол./Жін.", "Вік", "Назва громади", "Посада у громаді"),
                *("Рівень англійської", "Viber", "Ел. адреса"),
            ],
            [
                *("Шматько", "Аліна", "Ігорівна", "жін.", 29, "Охтирська", "фахівець з комунікацій", "B2"),
                *("095 300 40 50", "alina.sh@okhtyrka.gov.ua"),
            ],
            [
                *("Рева", "Олег", "Дем’янович", "чол.", 54, "Тростянецька", "заступник голови", "A1"),
                *("0953004051", "reva.od@ukr.net"),
            ],
        ],
        people=[
            whom(
                "Аліна",
                "Шматько",
                patronymic="Ігорівна",
                gender="f",
                organisation="Охтирська",
                position="фахівець з комунікацій",
                phone="+380953004050",
                email="alina.sh@okhtyrka.gov.ua",
            ),
            whom(
                "Олег",
                "Рева",
                patronymic="Дем’янович",
                gender="m",
                organisation="Тростянецька",
                position="заступник голови",
                phone="+380953004051",
                email="reva.od@ukr.net",
            ),
        ],
    ),
    Town(
        "y-platform-users",
        "a learning platform's export: middle_name is the patronymic, user id and last login beside it",
        text=(
            "user_id;username;last_name;first_name;middle_name;email;region;city;organization;position;last_login\n"
            "5512;kushnir_o;Кушнір;Оксана;Василівна;o.kushnir@smila.gov.ua;Черкаська;Сміла;Смілянська міська рада;"
            "головний спеціаліст;2026-02-01 10:11:12\n"
            "5513;bilous;Білоус;Артем;;bilous.a@gmail.com;Черкаська;Сміла;КП «Водоканал»;інженер;\n"
        ),
        ending=".csv",
        people=[
            whom(
                "Оксана",
                "Кушнір",
                patronymic="Василівна",
                organisation="Смілянська міська рада",
                position="головний спеціаліст",
                email="o.kushnir@smila.gov.ua",
            ),
            whom("Артем", "Білоус", organisation="КП «Водоканал»", position="інженер", email="bilous.a@gmail.com"),
        ],
    ),
    Town(
        "y-serbia-cyrillic-form",
        "a form in Serbian Cyrillic",
        text=(
            "Временска ознака,Ваше име и презиме,Из које општине/града долазите?,Ваша функција,Број мобилног телефона,"
            "Адреса електронске поште,Да ли имате алергију на неку храну?,Да ли Вам је потребан превод?\n"
            "12.02.2026. 10.22.31,Снежана Бркић,Општина Апатин,помоћница председника,064 222 33 44,"
            "snezana.brkic@apatin.rs,не,да\n"
            "12.02.2026. 12.22.31,Атила Киш,Општина Ада,урбаниста,+381 63 555 666,atila.kis@ada.rs,на јагоде,не\n"
        ),
        ending=".csv",
        people=[
            whom(
                "Снежана",
                "Бркић",
                organisation="Општина Апатин",
                position="помоћница председника",
                phone="+381642223344",
                email="snezana.brkic@apatin.rs",
            ),
            whom(
                "Атила",
                "Киш",
                organisation="Општина Ада",
                position="урбаниста",
                phone="+38163555666",
                email="atila.kis@ada.rs",
                diet="на јагоде",
            ),
        ],
    ),
    Town(
        "y-montenegro-contact",
        "Montenegro: one column of contacts that is a phone or an e-mail or both",
        rows=[
            ["R.b.", "Ime i prezime", "Opština", "Zvanje", "Kontakt", "Prevoz (sopstveni/organizovani)"],
            [
                1,
                "Dragana Bulatović",
                "Kolašin",
                "potpredsjednica",
                "067/111-000; dragana@opstinakolasin.me",
                "sopstveni",
            ],
            [2, "Vuk Šćepanović", "Mojkovac", "inspektor", "+382 69 222 000", "organizovani"],
            [3, "Milena Čabarkapa", "Mojkovac", "prevodilac", "milena.cab@gmail.com", "organizovani"],
        ],
        people=[
            whom(
                "Dragana",
                "Bulatović",
                organisation="Kolašin",
                position="potpredsjednica",
                phone="+38267111000",
                email="dragana@opstinakolasin.me",
            ),
            whom("Vuk", "Šćepanović", organisation="Mojkovac", position="inspektor", phone="+38269222000"),
            whom("Milena", "Čabarkapa", organisation="Mojkovac", position="prevodilac", email="milena.cab@gmail.com"),
        ],
    ),
    Town(
        "y-slovenia-passengers",
        "Slovenian passengers: born, validity of the document, tick for vegetarians, driver at the end",
        rows=[
            ["SEZNAM POTNIKOV – strokovna ekskurzija v Kijev in Lviv"],
            ["Zap. št.", "Ime", "Priimek", "Rojen/a", "Št. potnega lista", "Velja do", "Državljanstvo", "Vegi", "Soba"],
            [1, "Urška", "Kralj", "3. 4. 1982", "PB0123456", "5. 6. 2031", "SLO", "x", "1/2"],
            [2, "Gregor", "Mlakar", "14. 11. 1969", "PB0654321", "9. 1. 2029", "SLO", "", "1/1"],
            [3, "Stanko", "Hribar", "1. 1. 1960", "PB0111222", "30. 12. 2030", "SLO", "", "1/1"],
            ["", "Skupaj: 3 potniki"],
        ],
        people=[
            whom(
                "Urška",
                "Kralj",
                birth_date="1982-04-03",
                passport_number="PB0123456",
                passport_expiry="2031-06-05",
                diet="Vegi",
            ),
            whom(
                "Gregor",
                "Mlakar",
                birth_date="1969-11-14",
                passport_number="PB0654321",
                passport_expiry="2029-01-09",
            ),
            whom(
                "Stanko",
                "Hribar",
                birth_date="1960-01-01",
                passport_number="PB0111222",
                passport_expiry="2030-12-30",
            ),
        ],
    ),
    Town(
        "y-sweden-short",
        "a short Swedish list: organisation, contact details, deviating diet, over the county's people a heading",
        rows=[
            ["Namn", "Org.", "Titel/roll", "Kontaktuppgifter", "Kostavvikelse"],
            ["Gunilla Ek", "Region Gävleborg", "strateg", "gunilla.ek@regiongavleborg.se", "glutenfri"],
            ["Patrik Åhs", "Söderhamns kommun", "näringslivschef", "072-555 44 33", "Ingen"],
        ],
        people=[
            whom(
                "Gunilla",
                "Ek",
                organisation="Region Gävleborg",
                position="strateg",
                email="gunilla.ek@regiongavleborg.se",
                diet="glutenfri",
            ),
            whom(
                "Patrik",
                "Åhs",
                organisation="Söderhamns kommun",
                position="näringslivschef",
                phone="+46725554433",
            ),
        ],
    ),
    Town(
        "y-latvia-signatures",
        "a Latvian list for signatures: surname first, structural unit, contact information",
        rows=[
            ["Pasākuma dalībnieku reģistrācijas lapa", "", "", "", "", ""],
            ["Datums: 14.05.2026.", "", "", "Vieta: Talsi", "", ""],
            ["N.p.k.", "Uzvārds, vārds", "Iestāde / struktūrvienība", "Amats", "Kontaktinformācija", "Paraksts"],
            ["1.", "Krūmiņa Laima", "Talsu novada pašvaldība", "eksperte", "laima.krumina@talsi.lv", ""],
            ["2.", "Vītols Edgars", "Talsu novada pašvaldība", "vec. speciālists", "25 111 222", ""],
            ["3.", "Strazdiņš-Auziņš Uldis", "Dundagas pagasts", "vadītājs", "+371 26999888", ""],
        ],
        people=[
            whom(
                "Laima",
                "Krūmiņa",
                organisation="Talsu novada pašvaldība",
                position="eksperte",
                email="laima.krumina@talsi.lv",
            ),
            whom(
                "Edgars",
                "Vītols",
                organisation="Talsu novada pašvaldība",
                position="vec. speciālists",
                phone="+37125111222",
            ),
            whom(
                "Uldis",
                "Strazdiņš-Auziņš",
                organisation="Dundagas pagasts",
                position="vadītājs",
                phone="+37126999888",
            ),
        ],
    ),
    Town(
        "y-georgia-form",
        "an English form from Georgia: represent, dietary, visa",
        rows=[
            [
                *("Timestamp", "Name and Surname", "Which municipality do you represent?", "Position/Department"),
                *("Contact number", "E-mail address", "Do you have any dietary restrictions?", "Will you need a visa?"),
            ],
            [
                *(datetime(2026, 2, 2, 10, 0), "Salome Tsiklauri", "Dusheti", "Chief Specialist, Infrastructure"),
                *("+995 595 11 22 33", "salome.tsiklauri@dusheti.gov.ge", "None", "No"),
            ],
            [
                *(datetime(2026, 2, 2, 11, 0), "Irakli Gogoladze", "Mtskheta", "Deputy Mayor"),
                *("577445566", "irakli.g@mtskheta.gov.ge", "I don't eat pork", "No"),
            ],
        ],
        people=[
            whom(
                "Salome",
                "Tsiklauri",
                organisation="Dusheti",
                position="Chief Specialist, Infrastructure",
                phone="+995595112233",
                email="salome.tsiklauri@dusheti.gov.ge",
            ),
            whom(
                "Irakli",
                "Gogoladze",
                organisation="Mtskheta",
                position="Deputy Mayor",
                phone="+995577445566",
                email="irakli.g@mtskheta.gov.ge",
                diet="I don't eat pork",
            ),
        ],
    ),
    Town(
        "y-webinar-registrations",
        "a webinar's registrations: a block above the table, who cancelled is asked about",
        text=(
            "Registration Report,\n"
            'Report Generated:,"Feb 12, 2026 10:00 AM"\n'
            "Topic,Webinar ID,Scheduled Time,Duration (minutes),# Registered,# Cancelled\n"
            'Municipal energy,"812 3456 7890","Feb 20, 2026 10:00 AM",90,3,1\n'
            "\n"
            "Attendee Details,\n"
            "First Name,Last Name,Email,Registration Time,Approval Status,Organization,Job Title,Country/Region Name\n"
            'Nermina,Kapetanović,nermina.k@visoko.ba,"Feb 1, 2026 09:00:00",approved,Grad Visoko,Viši referent,'
            "Bosnia and Herzegovina\n"
            'Aleksandar,Pešić,a.pesic@nis.rs,"Feb 1, 2026 09:30:00",cancelled by self,Grad Niš,Savetnik,Serbia\n'
            'Vjosa,Berisha,vjosa.berisha@rks-gov.net,"Feb 2, 2026 09:30:00",approved,Komuna e Pejës,Zyrtare,Kosovo\n'
        ),
        ending=".csv",
        people=[
            whom(
                "Nermina",
                "Kapetanović",
                organisation="Grad Visoko",
                position="Viši referent",
                email="nermina.k@visoko.ba",
            ),
            whom(
                "Vjosa",
                "Berisha",
                organisation="Komuna e Pejës",
                position="Zyrtare",
                email="vjosa.berisha@rks-gov.net",
            ),
        ],
        others={"doubtful": (9,)},
    ),
    Town(
        "y-macedonia-latin",
        "Macedonian in Latin letters without marks",
        rows=[
            ["Reden br.", "Ime i prezime", "Opstina", "Rabotno mesto", "Telefon", "E-posta", "Zabeleska"],
            [1, "Goran Stefanovski", "Bitola", "sovetnik na gradonacalnik", "071 222 111", "goran.s@bitola.gov.mk", ""],
            [2, "Suzana Petkovska", "Bitola", "pomlad sorabotnik", "070/555-444", "", "bez glutten"],
        ],
        people=[
            whom(
                "Goran",
                "Stefanovski",
                organisation="Bitola",
                position="sovetnik na gradonacalnik",
                phone="+38971222111",
                email="goran.s@bitola.gov.mk",
            ),
            whom(
                "Suzana",
                "Petkovska",
                organisation="Bitola",
                position="pomlad sorabotnik",
                phone="+38970555444",
                notes="bez glutten",
            ),
        ],
    ),
    Town(
        "y-two-groups-of-towns",
        "delegations under one another, each with its head, interpreter and driver, dates of arrival",
        rows=[
            ["ПІБ", "Посада", "Дата народження", "Моб. телефон", "Прибуття", "Примітки"],
            ["Делегація Глухівської громади:"],
            [
                "Ткач Надія Михайлівна",
                "керівник делегації, заступниця голови",
                "11.01.1975",
                "099 100 10 10",
                "10.05",
                "",
            ],
            ["Бондар Євген", "водій", "05.05.1980", "099 100 10 11", "10.05", "не потребує поселення"],
            ["Делегація Кролевецької громади:"],
            ["Ющенко-Мала Ірина Олегівна", "секретар ради", "29.02.1984", "0991001012", "11.05", ""],
            ["Чуб Максим Максимович", "депутат", "31.12.1990", "0991001013", "", "їде власним авто"],
            ["Усього учасників — 4"],
        ],
        people=[
            whom(
                "Надія",
                "Ткач",
                patronymic="Михайлівна",
                organisation="Делегація Глухівської громади",
                position="керівник делегації, заступниця голови",
                birth_date="1975-01-11",
                phone="+380991001010",
            ),
            whom(
                "Євген",
                "Бондар",
                organisation="Делегація Глухівської громади",
                position="водій",
                birth_date="1980-05-05",
                phone="+380991001011",
                notes="не потребує поселення",
            ),
            whom(
                "Ірина",
                "Ющенко-Мала",
                patronymic="Олегівна",
                organisation="Делегація Кролевецької громади",
                position="секретар ради",
                birth_date="1984-02-29",
                phone="+380991001012",
            ),
            whom(
                "Максим",
                "Чуб",
                patronymic="Максимович",
                organisation="Делегація Кролевецької громади",
                position="депутат",
                birth_date="1990-12-31",
                phone="+380991001013",
                notes="їде власним авто",
            ),
        ],
    ),
)
