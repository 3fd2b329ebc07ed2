"""Third blind round, seventh batch: short lists of many offices, expected after five mends and before they were run."""

from datetime import date

from tests.messy.town import Town, whom

TOWNS = (
    Town(
        "p-ukraine-order",
        "an annex to an order: who goes, from what body, term of the trip, sum of the day allowance",
        rows=[
            ["", "", "", "Додаток"],
            ["", "", "", "до розпорядження міського голови"],
            ["", "", "", "від 03.03.2026 № 45-р"],
            ["СКЛАД ДЕЛЕГАЦІЇ"],
            ["№ п/п", "Прізвище, ім'я та по батькові відрядженого", "Посада", "Термін відрядження", "Добові, грн"],
            [1, "Заболотний Віталій Корнійович", "заступник міського голови", "10.05–16.05.2026", 6400],
            [2, "Кисіль Уляна Романівна", "завідувач сектору", "10.05–16.05.2026", 6400],
            ["", "ВСЬОГО", "", "", 12800],
            ["Начальник загального відділу", "", "", "О. ГРИНЬ"],
        ],
        people=[
            whom("Віталій", "Заболотний", patronymic="Корнійович", position="заступник міського голови"),
            whom("Уляна", "Кисіль", patronymic="Романівна", position="завідувач сектору"),
        ],
    ),
    Town(
        "p-ukraine-pass",
        "a list for a pass into a building: institution, phone of the escort over the table",
        rows=[
            ["Просимо надати перепустки на 14.05.2026 (супроводжує Бойко І., тел. 0671110000):"],
            ["П.І.Б.", "Звідки", "Мобільний", "E-mail"],
            ["Дорош Мирослава Євгенівна", "Червоноградська міська рада", "380671110001", "dorosh.m@chg.gov.ua"],
            ["Ївженко Гнат", "ГО «Новий Буг»", "067 111 0002", "hnat@novyi-buh.org"],
        ],
        people=[
            whom(
                "Мирослава",
                "Дорош",
                patronymic="Євгенівна",
                organisation="Червоноградська міська рада",
                phone="+380671110001",
                email="dorosh.m@chg.gov.ua",
            ),
            whom("Гнат", "Ївженко", organisation="ГО «Новий Буг»", phone="+380671110002", email="hnat@novyi-buh.org"),
        ],
    ),
    Town(
        "p-ukraine-typeform",
        "an English form tool in Ukraine: questions in two languages with a slash",
        text=(
            '#,"Ваше ім\'я та прізвище / Your name and surname","Громада / Community","Посада / Position",'
            '"Телефон / Phone","Email","Чи маєте дієтичні обмеження? / Any dietary restrictions?",Start Date (UTC),'
            "Submit Date (UTC)\n"
            "a1b2c3,Назар Ковтонюк,Баранівська ТГ,керівник проєктного офісу,+380961230001,nazar@baranivka.gov.ua,"
            "не їм м'яса,2026-02-01 10:00:00,2026-02-01 10:03:00\n"
            "a1b2c4,Віра Сірук,Баранівська ТГ,старша медична сестра,0961230002,vira.siruk@ukr.net,Немає / None,"
            "2026-02-01 11:00:00,2026-02-01 11:03:00\n"
        ),
        ending=".csv",
        people=[
            whom(
                "Назар",
                "Ковтонюк",
                organisation="Баранівська ТГ",
                position="керівник проєктного офісу",
                phone="+380961230001",
                email="nazar@baranivka.gov.ua",
                diet="не їм м'яса",
            ),
            whom(
                "Віра",
                "Сірук",
                organisation="Баранівська ТГ",
                position="старша медична сестра",
                phone="+380961230002",
                email="vira.siruk@ukr.net",
            ),
        ],
    ),
    Town(
        "p-ukraine-shirts",
        "sizes, shoes, smoker, room-mate; the mobile under 'Контакт', the birthday as text with a month",
        rows=[
            ["Учасник", "Д/н", "Контакт", "Розмір одягу", "Палить?", "Хоче жити з", "Вегетаріанець?"],
            ["Сокур Денис", "12 жовтня 1995", "096-700-10-10", "M", "ні", "Іщук Б.", "ні"],
            ["Іщук Богдан", "1 лютого 1993", "096-700-10-11", "L", "так", "Сокур Д.", "так"],
        ],
        people=[
            whom("Денис", "Сокур", birth_date="1995-10-12", phone="+380967001010"),
            whom("Богдан", "Іщук", birth_date="1993-02-01", phone="+380967001011", diet="Вегетаріанець"),
        ],
    ),
    Town(
        "p-bosnia-ngo",
        "a Bosnian NGO: consent and signature, birth year, vegetarian menu, place of departure",
        rows=[
            [
                "R.br",
                "Prezime i ime učesnika/ce",
                "Institucija",
                "Kontakt broj",
                "Email",
                "Jelovnik",
                "Polazak iz",
                "Potpis",
            ],
            [
                "1",
                "Delić Senada",
                "Općina Bugojno",
                "061 800 900",
                "senada.delic@bugojno.ba",
                "standardni",
                "Bugojno",
                "",
            ],
            ["2", "Marić Ivo", "Općina Uskoplje", "063-800-901", "", "vegetarijanski", "Uskoplje", ""],
        ],
        people=[
            whom(
                "Senada",
                "Delić",
                organisation="Općina Bugojno",
                phone="+38761800900",
                email="senada.delic@bugojno.ba",
            ),
            whom("Ivo", "Marić", organisation="Općina Uskoplje", phone="+38763800901", diet="vegetarijanski"),
        ],
    ),
    Town(
        "p-serbia-delegation",
        "Serbian Cyrillic: delegation of a town over its people, rank, English name for the badge",
        rows=[
            ["ДЕЛЕГАЦИЈА ГРАДА КИКИНДЕ"],
            ["Бр.", "Име и презиме", "За беџ (латиница)", "Дужност", "Телефон", "Алергије"],
            [1, "Милан Попадић", "Milan Popadic", "заменик градоначелника", "0230 410 100", "-"],
            [2, "Нађа Шимоњи", "Nadja Simonji", "шеф службе", "063 410 1001", "мед"],
        ],
        people=[
            whom(
                "Милан",
                "Попадић",
                given_latin="Milan",
                family_latin="Popadic",
                organisation="ДЕЛЕГАЦИЈА ГРАДА КИКИНДЕ",
                position="заменик градоначелника",
                phone="+381230410100",
            ),
            whom(
                "Нађа",
                "Шимоњи",
                given_latin="Nadja",
                family_latin="Simonji",
                organisation="ДЕЛЕГАЦИЈА ГРАДА КИКИНДЕ",
                position="шеф службе",
                phone="+381634101001",
                diet="мед",
            ),
        ],
    ),
    Town(
        "p-slovenia-bus",
        "Slovenian: entry station, participates at dinner, only names and phones matter",
        rows=[
            ["PRIJAVE NA STROKOVNI OGLED"],
            ["št.", "udeleženec", "organizacija", "telefon", "vstopna postaja", "večerja DA/NE"],
            [1, "Andrej Pečnik", "Občina Radlje ob Dravi", "02/887-96-30", "Radlje", "DA"],
            [2, "mag. Nina Gričnik Vrhnjak", "Koroški pokrajinski muzej", "070 123 987", "Dravograd", "NE"],
        ],
        people=[
            whom("Andrej", "Pečnik", organisation="Občina Radlje ob Dravi", phone="+38628879630"),
            whom("Nina", "Gričnik Vrhnjak", organisation="Koroški pokrajinski muzej", phone="+38670123987"),
        ],
    ),
    Town(
        "p-sweden-visitors",
        "Swedish: visitors from Ukraine with passports, room with whom, arrival flight",
        rows=[
            ["Besök från Ukraina v. 20", "", "", "", "", ""],
            ["Efternamn", "Förnamn", "Födelsedatum", "Passnr", "Pass giltigt t.o.m.", "Roll i delegationen", "Flyg"],
            ["Hrytsai", "Yaroslav", date(1981, 6, 2), "FZ111333", date(2030, 1, 31), "borgmästare", "W6 1511"],
            ["Kolos", "Vira", "1990-09-09", "GE222444", "2033-03-03", "tolk", "W6 1511"],
        ],
        people=[
            whom(
                "Yaroslav",
                "Hrytsai",
                birth_date="1981-06-02",
                passport_number="FZ111333",
                passport_expiry="2030-01-31",
                position="borgmästare",
            ),
            whom(
                "Vira",
                "Kolos",
                birth_date="1990-09-09",
                passport_number="GE222444",
                passport_expiry="2033-03-03",
                position="tolk",
            ),
        ],
    ),
    Town(
        "p-latvia-dative-free",
        "Latvian: personal code passed over, who pays, position in the project",
        rows=[
            [
                "Nr.",
                "Dalībnieka vārds, uzvārds",
                "Personas kods",
                "Pārstāv",
                "Loma projektā",
                "Kontakttālrunis",
                "e-pasts",
            ],
            [
                1,
                "Evita Pūce",
                "120385-11111",
                "Alūksnes novads",
                "projekta koordinatore",
                "+371 26 400 500",
                "evita.puce@aluksne.lv",
            ],
            [2, "Zigmārs Lācis", "010170-22222", "Alūksnes novads", "eksperts", "26400501", "zigmars@aluksne.lv"],
        ],
        people=[
            whom(
                "Evita",
                "Pūce",
                organisation="Alūksnes novads",
                position="projekta koordinatore",
                phone="+37126400500",
                email="evita.puce@aluksne.lv",
            ),
            whom(
                "Zigmārs",
                "Lācis",
                organisation="Alūksnes novads",
                position="eksperts",
                phone="+37126400501",
                email="zigmars@aluksne.lv",
            ),
        ],
    ),
    Town(
        "p-moldova-plain",
        "a plain Romanian list: surname and name apart, raion, tel. with a slash",
        rows=[
            ["Nr.", "Numele", "Prenumele", "Raionul", "Localitatea", "Funcția deținută", "Tel. mobil", "Semnătura"],
            ["1", "Bordeianu", "Lilia", "Soroca", "or. Soroca", "secretar al consiliului", "069/12-34-56", ""],
            ["2", "Guțu", "Vasile", "Soroca", "s. Cosăuți", "primar", "+373 (79) 12-34-57", ""],
        ],
        people=[
            whom(
                "Lilia",
                "Bordeianu",
                organisation="or. Soroca",
                position="secretar al consiliului",
                phone="+37369123456",
            ),
            whom("Vasile", "Guțu", organisation="s. Cosăuți", position="primar", phone="+37379123457"),
        ],
    ),
    Town(
        "p-georgia-ngo",
        "a Georgian NGO in English: sex as M/F, ID, municipality, regional office, comments",
        rows=[
            ["N", "Name", "Surname", "Sex (M/F)", "Personal ID", "Municipality", "Occupation", "Cell phone", "Comment"],
            [1, "Lika", "Abashidze", "F", "61001012345", "Kobuleti", "Sakrebulo member", "+995 593 45 45 45", ""],
            [2, "Otar", "Jincharadze", "M", "61001054321", "Khelvachauri", "Head of HR", "+995 577 46 46 46", "vegan"],
        ],
        people=[
            whom(
                "Lika",
                "Abashidze",
                gender="f",
                organisation="Kobuleti",
                position="Sakrebulo member",
                phone="+995593454545",
            ),
            whom(
                "Otar",
                "Jincharadze",
                gender="m",
                organisation="Khelvachauri",
                position="Head of HR",
                phone="+995577464646",
                notes="vegan",
            ),
        ],
    ),
    Town(
        "p-macedonia-transport",
        "Macedonian: passport data, way of travel, plate of the car",
        rows=[
            [
                "Реден број",
                "Име и презиме на учесникот",
                "Датум на раѓање",
                "Број на пасош",
                "Важи до",
                "Превоз",
                "Регистарска ознака",
            ],
            ["1.", "Катерина Спасовска", "17.07.1986 г.", "C1234567", "20.08.2031 г.", "службено возило", "SK 1234 AB"],
            ["2.", "Агрон Зибери", "30.11.1974 г.", "C7654321", "01.02.2028 г.", "службено возило", "SK 1234 AB"],
        ],
        people=[
            whom(
                "Катерина",
                "Спасовска",
                birth_date="1986-07-17",
                passport_number="C1234567",
                passport_expiry="2031-08-20",
            ),
            whom(
                "Агрон",
                "Зибери",
                birth_date="1974-11-30",
                passport_number="C7654321",
                passport_expiry="2028-02-01",
            ),
        ],
    ),
)
