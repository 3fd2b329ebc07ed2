"""Third blind round, eighth batch: the last one, expected before it was run."""

from datetime import datetime

from tests.messy.town import Town, whom

TOWNS = (
    Town(
        "o-ukraine-heads",
        "community and region apart, head's name under 'Голова', participant under 'Делегат'",
        rows=[
            ["Область", "Громада", "Делегат від громади", "Посада", "Контактний телефон", "Е-мейл", "Примітка"],
            [
                "Одеська",
                "Ізмаїльська МТГ",
                "Фурман Ніна Карпівна",
                "начальниця управління",
                "048 4150101",
                "nina@izm.gov.ua",
                "",
            ],
            ["Одеська", "Ренійська МТГ", "Чебан Петро Федорович", "заст. голови", "0484150102", "", "запізниться"],
            ["Миколаївська", "—", "Гук Таміла", "незалежна експертка", "0484150103", "guk@meta.ua", ""],
        ],
        people=[
            whom(
                "Ніна",
                "Фурман",
                patronymic="Карпівна",
                organisation="Ізмаїльська МТГ",
                position="начальниця управління",
                phone="+380484150101",
                email="nina@izm.gov.ua",
            ),
            whom(
                "Петро",
                "Чебан",
                patronymic="Федорович",
                organisation="Ренійська МТГ",
                position="заст. голови",
                phone="+380484150102",
                notes="запізниться",
            ),
            whom("Таміла", "Гук", position="незалежна експертка", phone="+380484150103", email="guk@meta.ua"),
        ],
    ),
    Town(
        "o-ukraine-interpreters",
        "the agency's list of interpreters: languages, fee per day, e-mail in brackets behind the name",
        rows=[
            ["№", "Перекладач", "Мовна пара", "Тариф/день, EUR", "Тел./Viber", "Пошта"],
            [1, "Лисенко Діана", "укр-словен", 180, "0993332211", "diana.l@translate.ua"],
            [2, "Кравець Орест Ігорович", "укр-англ", 150, "+380 99 333 22 12", "orest@translate.ua"],
        ],
        people=[
            whom("Діана", "Лисенко", phone="+380993332211", email="diana.l@translate.ua"),
            whom("Орест", "Кравець", patronymic="Ігорович", phone="+380993332212", email="orest@translate.ua"),
        ],
    ),
    Town(
        "o-ukraine-visa-centre",
        "for the visa centre: surname and name in Latin apart, native whole, type of visa, date of fingerprints",
        rows=[
            ["№", "ПІБ", "Surname", "Given names", "D.O.B.", "Passport", "Issued", "Expires", "Тип візи", "Відбитки"],
            [
                *(1, "Ґудзь Євген Юрійович", "GUDZ", "YEVHEN", "06.06.1972", "FB 909090", "01.01.2018"),
                *("01.01.2028", "C", "12.01.2026"),
            ],
            [
                *(2, "Щур Яна Василівна", "SHCHUR", "YANA", "16.07.1993", "GD 808080", "02.02.2024"),
                *("02.02.2034", "безвіз", ""),
            ],
        ],
        people=[
            whom(
                "Євген",
                "Ґудзь",
                patronymic="Юрійович",
                given_latin="Yevhen",
                family_latin="Gudz",
                birth_date="1972-06-06",
                passport_number="FB909090",
                passport_expiry="2028-01-01",
            ),
            whom(
                "Яна",
                "Щур",
                patronymic="Василівна",
                given_latin="Yana",
                family_latin="Shchur",
                birth_date="1993-07-16",
                passport_number="GD808080",
                passport_expiry="2034-02-02",
            ),
        ],
    ),
    Town(
        "o-bosnia-form",
        "a Bosnian form with gender and age, several choices, 'Ostalo'",
        text=(
            "Vremenska oznaka,Molimo unesite Vaše ime i prezime,Spol,Iz koje općine/grada dolazite?,"
            "Koju funkciju obavljate?,Vaš kontakt telefon,Vaša e-mail adresa,Imate li posebne potrebe u ishrani?,"
            "Koje dane ćete prisustvovati?\n"
            "2026/02/12 10:22:31,Dženana Karić,Žensko,Grad Goražde,pomoćnica ministra,061 222 333,"
            "dzenana@gorazde.ba,Nemam,Dan 1;Dan 2\n"
            "2026/02/12 11:22:31,Srećko Babić,Muško,Općina Foča,Ostalo: vanjski saradnik,+387 66 222 334,"
            "srecko@foca.ba,Bez laktoze,Dan 1\n"
        ),
        ending=".csv",
        people=[
            whom(
                "Dženana",
                "Karić",
                gender="f",
                organisation="Grad Goražde",
                position="pomoćnica ministra",
                phone="+38761222333",
                email="dzenana@gorazde.ba",
            ),
            whom(
                "Srećko",
                "Babić",
                gender="m",
                organisation="Općina Foča",
                position="Ostalo: vanjski saradnik",
                phone="+38766222334",
                email="srecko@foca.ba",
                diet="Bez laktoze",
            ),
        ],
    ),
    Town(
        "o-slovenia-form",
        "a Slovenian form: sentences, consent, how did you hear",
        text=(
            "Časovni žig,Vaše ime in priimek,Katero občino ali organizacijo zastopate?,Vaše delovno mesto,"
            "Elektronski naslov,Kontaktna telefonska številka,Ali imate posebne prehranske zahteve?,"
            "Kje ste izvedeli za dogodek?\n"
            "12. 02. 2026 10:22,Barbara Šušteršič,Občina Idrija,višja svetovalka,barbara.s@idrija.si,05 373 45 01,Ne,"
            "od sodelavke Maje Kos\n"
            "13. 02. 2026 08:10,Jošt Bizjak,Zavod Bob,vodja projektov,jost@zavod-bob.si,040 373 450,"
            "vegetarijansko,splet\n"
        ),
        ending=".csv",
        people=[
            whom(
                "Barbara",
                "Šušteršič",
                organisation="Občina Idrija",
                position="višja svetovalka",
                email="barbara.s@idrija.si",
                phone="+38653734501",
            ),
            whom(
                "Jošt",
                "Bizjak",
                organisation="Zavod Bob",
                position="vodja projektov",
                email="jost@zavod-bob.si",
                phone="+38640373450",
                diet="vegetarijansko",
            ),
        ],
    ),
    Town(
        "o-latvia-guests",
        "Latvian guests from Ukraine: names in Latvian spelling, state, phone with country code",
        rows=[
            ["Viesu saraksts (delegācija no Ukrainas)"],
            ["Nr.", "Viesa vārds, uzvārds", "Pašvaldība", "Ieņemamais amats", "Valsts", "Tālruņa nr.", "Ierodas"],
            [1, "Oksana Tkačuka", "Bučas pilsētas dome", "nodaļas vadītāja", "Ukraina", "+380 67 909 10 10", "12.05."],
            [2, "Andrijs Melniks", "Irpiņas pilsētas dome", "deputāts", "Ukraina", "067 909 10 11", "12.05."],
        ],
        people=[
            whom(
                "Oksana",
                "Tkačuka",
                organisation="Bučas pilsētas dome",
                position="nodaļas vadītāja",
                phone="+380679091010",
            ),
            whom(
                "Andrijs",
                "Melniks",
                organisation="Irpiņas pilsētas dome",
                position="deputāts",
                phone="+380679091011",
            ),
        ],
    ),
    Town(
        "o-english-badges",
        "for badges: name in capitals on two lines, colour of the badge, role; a blank badge at the end",
        rows=[
            ["Badge name", "Organisation line", "Role", "Colour", "Collected?"],
            ["LIUDMYLA OSTAPCHUK", "Rohatyn City Council", "Delegate", "blue", ""],
            ["DR. PER NILSSON", "Ale kommun", "Speaker", "red", "x"],
            ["BLANK", "", "", "white", ""],
        ],
        people=[
            whom("Liudmyla", "Ostapchuk", organisation="Rohatyn City Council", position="Delegate"),
            whom("Per", "Nilsson", organisation="Ale kommun", position="Speaker"),
        ],
        others={"refused": (4,)},
    ),
    Town(
        "o-sweden-dinner",
        "Swedish: who comes to the dinner, table number, company, special diet by its short form",
        rows=[
            ["Gäst", "Kommun/org", "Titel", "Middag", "Bord", "Spec.kost", "Tel"],
            ["Hanna Wikström", "Strömsunds kommun", "enhetschef", "Ja", 3, "G", "0670-161 00"],
            ["Göran Ö. Persson", "Krokoms kommun", "ledamot KS", "Ja", 4, "", "070-2223344"],
        ],
        people=[
            whom(
                "Hanna",
                "Wikström",
                organisation="Strömsunds kommun",
                position="enhetschef",
                phone="+4667016100",
                diet="G",
            ),
            whom(
                "Göran Ö.",
                "Persson",
                organisation="Krokoms kommun",
                position="ledamot KS",
                phone="+46702223344",
            ),
        ],
    ),
    Town(
        "o-kosovo-serbian",
        "Kosovo in Serbian Latin: community, post, phones of three networks",
        rows=[
            [
                "R.br.",
                "Ime i prezime predstavnika",
                "Opština/organizacija",
                "Radna pozicija",
                "Br. mobilnog",
                "Mejl adresa",
            ],
            [
                1,
                "Jovana Radosavljević",
                "NVO Aktiv",
                "programska koordinatorka",
                "+383 49 700 100",
                "jovana@ngoaktiv.org",
            ],
            [2, "Besim Hoti", "Opština Severna Mitrovica", "službenik", "+383 44 700 101", "besim.hoti@rks-gov.net"],
        ],
        people=[
            whom(
                "Jovana",
                "Radosavljević",
                organisation="NVO Aktiv",
                position="programska koordinatorka",
                phone="+38349700100",
                email="jovana@ngoaktiv.org",
            ),
            whom(
                "Besim",
                "Hoti",
                organisation="Opština Severna Mitrovica",
                position="službenik",
                phone="+38344700101",
                email="besim.hoti@rks-gov.net",
            ),
        ],
    ),
    Town(
        "o-english-ms-forms",
        "Microsoft Forms in English: the account's name repeated, choices with a semicolon at the end",
        rows=[
            [
                *(
                    "Id",
                    "Start time",
                    "Completion time",
                    "Email",
                    "Name",
                    "Last modified time",
                    "Full name (as in passport)",
                ),
                *("Municipality / organisation you represent", "Your position", "Mobile number incl. country code"),
                *("Dietary needs", "Which sessions will you attend?"),
            ],
            [
                *(1, datetime(2026, 2, 1, 9, 0), datetime(2026, 2, 1, 9, 5), "daiva@alytus.lt", "Daiva K", ""),
                *("Daiva Kazlauskienė", "Alytus City Municipality", "Chief specialist", "+370 612 34567"),
                *("Vegetarian;", "Day 1;Day 2;"),
            ],
            [
                *(2, datetime(2026, 2, 1, 9, 30), datetime(2026, 2, 1, 9, 50), "iryna.b@trakai.lt", "Iryna B", ""),
                *("Iryna Bahdanava", "Trakai district", "Interpreter", "+370 612 34568", "No special needs;", "Day 1;"),
            ],
        ],
        people=[
            whom(
                "Daiva",
                "Kazlauskienė",
                organisation="Alytus City Municipality",
                position="Chief specialist",
                phone="+37061234567",
                email="daiva@alytus.lt",
                diet="Vegetarian",
            ),
            whom(
                "Iryna",
                "Bahdanava",
                organisation="Trakai district",
                position="Interpreter",
                phone="+37061234568",
                email="iryna.b@trakai.lt",
            ),
        ],
    ),
)
