"""Third blind round, third batch: forms in eight languages and shapes less ordinary, expected before they were run."""

from tests.messy.town import Town, whom

_FORM = "Анкета учасника навчального візиту"

TOWNS = (
    Town(
        "x-visa-table",
        "columns of the Schengen form: surname at birth, place of birth, employer with address",
        rows=[
            [
                *("No.", "Surname", "Surname at birth", "First name(s)", "Date of birth (day-month-year)"),
                *("Place of birth", "Current nationality", "Sex", "Number of travel document", "Valid until"),
                *("Current occupation", "Employer", "E-mail", "Telephone number"),
            ],
            [
                *(1, "TSYMBALIUK", "BONDAR", "HALYNA", "07-02-1974", "Zhmerynka", "Ukraine", "F", "FG 404040"),
                *("13-09-2030", "Deputy mayor", "Zhmerynka City Council", "h.tsymbaliuk@zhmr.gov.ua", "380432550101"),
            ],
            [
                *(2, "YUKHYMENKO", "", "MAKSYM", "21-11-1989", "Vinnytsia", "Ukraine", "M", "GH 505050"),
                *("02-04-2033", "Architect", "Zhmerynka City Council", "m.yu@zhmr.gov.ua", "+380 67 430 10 20"),
            ],
        ],
        people=[
            whom(
                "Halyna",
                "Tsymbaliuk",
                gender="f",
                birth_date="1974-02-07",
                passport_number="FG404040",
                passport_expiry="2030-09-13",
                position="Deputy mayor",
                organisation="Zhmerynka City Council",
                email="h.tsymbaliuk@zhmr.gov.ua",
                phone="+380432550101",
            ),
            whom(
                "Maksym",
                "Yukhymenko",
                gender="m",
                birth_date="1989-11-21",
                passport_number="GH505050",
                passport_expiry="2033-04-02",
                position="Architect",
                organisation="Zhmerynka City Council",
                email="m.yu@zhmr.gov.ua",
                phone="+380674301020",
            ),
        ],
    ),
    Town(
        "x-rooming-list",
        "a room in a row, its two guests in columns of their own",
        rows=[
            ["ROOMING LIST – group Mostar, 11–14 May 2026"],
            ["Room", "Type", "Guest 1", "Guest 2", "Check-in", "Check-out", "Remarks"],
            ["1", "DBL", "Lejla Softić", "Amina Dedić", "11.05.2026", "14.05.2026", ""],
            ["2", "SGL", "Zoran Bevanda", "", "11.05.2026", "14.05.2026", "late arrival"],
        ],
        people=[whom("Lejla", "Softić"), whom("Zoran", "Bevanda"), whom("Amina", "Dedić")],
    ),
    Town(
        "x-html-as-xls",
        "a registry's table as HTML named .xls in windows-1251",
        text=(
            '<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"></head><body>'
            '<table border="1"><tr><th>№</th><th>Прізвище</th><th>Ім&#39;я</th><th>По батькові</th>'
            "<th>Назва посади</th><th>Підпорядкування (рада)</th><th>Засоби зв&#39;язку</th></tr>"
            "<tr><td>1</td><td>Ярема</td><td>Володимир</td><td>Тарасович</td><td>старший інспектор</td>"
            "<td>Жовківська міська рада</td><td>(067)&nbsp;100&nbsp;20&nbsp;30</td></tr>"
            "<tr><td>2</td><td>О&#39;Коннор-Білик</td><td>Леся</td><td></td><td>радник &amp; консультант</td>"
            "<td>Жовківська міська рада</td><td>lesia@zhovkva.gov.ua</td></tr></table></body></html>"
        ),
        encoding="cp1251",
        ending=".xls",
        people=[
            whom(
                "Володимир",
                "Ярема",
                patronymic="Тарасович",
                position="старший інспектор",
                organisation="Жовківська міська рада",
                phone="+380671002030",
            ),
            whom(
                "Леся",
                "О'Коннор-Білик",
                position="радник & консультант",
                organisation="Жовківська міська рада",
                email="lesia@zhovkva.gov.ua",
            ),
        ],
    ),
    Town(
        "x-google-sweden",
        "a Swedish form: whom do you represent, may we take pictures",
        text=(
            "Tidstämpel,E-postadress,För- och efternamn,Vilken kommun representerar du?,Din roll/titel,"
            'Mobilnummer,"Har du några allergier eller särskilda önskemål om mat?",Får vi ta bilder på dig?\n'
            "2026-02-10 kl. 09.14.22,lena.hallberg@harnosand.se,Lena Hallberg,Härnösands kommun,kommunchef,"
            "070 333 22 11,Nej,Ja\n"
            "2026-02-11 kl. 10.00.00,yusuf@harnosand.se,Yusuf Abdi Warsame,Härnösands kommun,integrationssamordnare,"
            "+46 76 888 77 66,Inget fläskkött,Ja\n"
        ),
        ending=".csv",
        people=[
            whom(
                "Lena",
                "Hallberg",
                organisation="Härnösands kommun",
                position="kommunchef",
                email="lena.hallberg@harnosand.se",
                phone="+46703332211",
            ),
            whom(
                "Yusuf",
                "Abdi Warsame",
                organisation="Härnösands kommun",
                position="integrationssamordnare",
                email="yusuf@harnosand.se",
                phone="+46768887766",
                diet="Inget fläskkött",
            ),
        ],
    ),
    Town(
        "x-google-latvia",
        "a Latvian form with polite questions",
        text=(
            "Laika zīmogs,Jūsu vārds un uzvārds,Kādu pašvaldību Jūs pārstāvat?,Jūsu ieņemamais amats,"
            "Tālruņa numurs saziņai,E-pasts,Vai Jums ir īpašas vajadzības ēdināšanā?,"
            "Vai piekrītat fotografēšanai pasākuma laikā?\n"
            "2026.02.10. 9:14:22,Agnese Liepiņa,Kuldīgas novada pašvaldība,sabiedrisko attiecību speciāliste,"
            "28765432,agnese.liepina@kuldiga.lv,Nē,Jā\n"
            "2026.02.10. 11:00:01,Raivis Zvirbulis,Kuldīgas novada pašvaldība,deputāts,+371 2911 2233,"
            "raivis@kuldiga.lv,bezlaktozes produkti,Jā\n"
        ),
        ending=".csv",
        people=[
            whom(
                "Agnese",
                "Liepiņa",
                organisation="Kuldīgas novada pašvaldība",
                position="sabiedrisko attiecību speciāliste",
                phone="+37128765432",
                email="agnese.liepina@kuldiga.lv",
            ),
            whom(
                "Raivis",
                "Zvirbulis",
                organisation="Kuldīgas novada pašvaldība",
                position="deputāts",
                phone="+37129112233",
                email="raivis@kuldiga.lv",
                diet="bezlaktozes produkti",
            ),
        ],
    ),
    Town(
        "x-google-macedonia",
        "a Macedonian form",
        text=(
            "Временска ознака,Вашето име и презиме,Од која општина/институција доаѓате?,Работно место/функција,"
            "Телефон за контакт,Адреса на е-пошта,Дали имате посебни барања за исхрана?\n"
            "12.2.2026 10:22:31,Весна Трајковска,Општина Гевгелија,Советник за проекти,077 111 222,"
            "vesna.t@gevgelija.gov.mk,Немам\n"
            "12.2.2026 12:00:00,Зоран Ѓуров,Општина Гевгелија,Раководител,+389 70 333 444,zoran.gj@gevgelija.gov.mk,"
            "Без глутен\n"
        ),
        ending=".csv",
        people=[
            whom(
                "Весна",
                "Трајковска",
                organisation="Општина Гевгелија",
                position="Советник за проекти",
                phone="+38977111222",
                email="vesna.t@gevgelija.gov.mk",
            ),
            whom(
                "Зоран",
                "Ѓуров",
                organisation="Општина Гевгелија",
                position="Раководител",
                phone="+38970333444",
                email="zoran.gj@gevgelija.gov.mk",
                diet="Без глутен",
            ),
        ],
    ),
    Town(
        "x-google-albania",
        "an Albanian form",
        text=(
            "Vula kohore,Emri dhe mbiemri juaj,Cilën bashki përfaqësoni?,Pozicioni juaj i punës,Numri i telefonit,"
            "Adresa e emailit,A keni kërkesa të veçanta për ushqimin?\n"
            "10/02/2026 9:14:22,Ermal Shehu,Bashkia Korçë,Specialist,067 212 3344,ermal.shehu@bashkiakorce.gov.al,Jo\n"
            "10/02/2026 9:20:00,Dorina Leka,Bashkia Korçë,Përgjegjëse sektori,+355 69 333 4455,"
            "dorina.leka@bashkiakorce.gov.al,vegjetariane\n"
        ),
        ending=".csv",
        people=[
            whom(
                "Ermal",
                "Shehu",
                organisation="Bashkia Korçë",
                position="Specialist",
                phone="+355672123344",
                email="ermal.shehu@bashkiakorce.gov.al",
            ),
            whom(
                "Dorina",
                "Leka",
                organisation="Bashkia Korçë",
                position="Përgjegjëse sektori",
                phone="+355693334455",
                email="dorina.leka@bashkiakorce.gov.al",
                diet="vegjetariane",
            ),
        ],
    ),
    Town(
        "x-google-moldova",
        "a Romanian form",
        text=(
            "Marcaj de timp,Numele și prenumele,Ce primărie reprezentați?,Funcția Dvs.,Număr de telefon (Viber),"
            "Adresa de e-mail,Aveți restricții alimentare?,Acordul privind prelucrarea datelor personale\n"
            "10.02.2026 9:14:22,Railean Doina,Primăria Ungheni,arhitect-șef,060111222,doina.railean@ungheni.md,Nu,Da\n"
            "10.02.2026 10:14:22,Ciobanu Valeriu,Primăria Ungheni,consilier,+373 79 222 333,"
            "valeriu.ciobanu@ungheni.md,fără lactoză,Da\n"
        ),
        ending=".csv",
        people=[
            whom(
                "Doina",
                "Railean",
                organisation="Primăria Ungheni",
                position="arhitect-șef",
                phone="+37360111222",
                email="doina.railean@ungheni.md",
            ),
            whom(
                "Valeriu",
                "Ciobanu",
                organisation="Primăria Ungheni",
                position="consilier",
                phone="+37379222333",
                email="valeriu.ciobanu@ungheni.md",
                diet="fără lactoză",
            ),
        ],
    ),
    Town(
        "x-municipality-a-sheet",
        "a sheet for each municipality, named by it, headings in another order",
        sheets={
            "Občina Brežice": [
                ["Ime in priimek", "Funkcija", "Tel.", "E-mail"],
                ["Katja Zorko", "vodja oddelka", "031 123 123", "katja.zorko@brezice.si"],
                ["Matej Ogorevc", "šofer", "041 321 321", ""],
            ],
            "Občina Krško": [
                ["E-mail", "Ime in priimek", "Funkcija"],
                ["tina.pirc@krsko.si", "Tina Pirc", "svetovalka III"],
            ],
        },
        people=[
            whom(
                "Katja",
                "Zorko",
                organisation="Občina Brežice",
                position="vodja oddelka",
                phone="+38631123123",
                email="katja.zorko@brezice.si",
            ),
            whom("Matej", "Ogorevc", organisation="Občina Brežice", position="šofer", phone="+38641321321"),
            whom("Tina", "Pirc", organisation="Občina Krško", position="svetovalka III", email="tina.pirc@krsko.si"),
        ],
    ),
    Town(
        "x-hospital-and-reserve",
        "two phones, work and mobile; the reserve in a part of its own, a post without a person",
        rows=[
            ["№", "ПІП", "Місце роботи", "Посада", "Тел. роб.", "Тел. моб.", "Приїзд", "Від’їзд"],
            [
                *(1, "Гаврилюк Наталія Богданівна", "КНП «Косівська ЦРЛ»", "головна медсестра"),
                *("(03478) 2-11-22", "0971010101", "11.05", "15.05"),
            ],
            [2, "Костюк Т.М.", "Косівська міська рада", "начальник відділу охорони здоров’я", "", "0972020202", "", ""],
            [3, "вакансія", "Косівська міська рада", "спеціаліст", "", "", "", ""],
            ["Запасні:"],
            [4, "Мисюк Дарія", "Косівська міська рада", "діловод", "", "0973030303", "", ""],
        ],
        people=[
            whom(
                "Наталія",
                "Гаврилюк",
                patronymic="Богданівна",
                organisation="КНП «Косівська ЦРЛ»",
                position="головна медсестра",
                phone="+380347821122",
            ),
            whom(
                "Т.",
                "Костюк",
                organisation="Косівська міська рада",
                position="начальник відділу охорони здоров’я",
                phone="+380972020202",
            ),
            whom("Дарія", "Мисюк", organisation="Косівська міська рада", position="діловод", phone="+380973030303"),
        ],
        others={"refused": (4,)},
    ),
    Town(
        "x-event-export",
        "an event tool's export: who is not attending is asked about",
        text=(
            "Attendee #,Order Date,Prefix,First Name,Surname,Email,Mobile Phone,Company,Job Title,Attendee Status,"
            "Ticket Type\n"
            "90001,2026-01-12 10:00,Ms.,Nadia,Popa,nadia.popa@example.org,+40 722 111 222,Asociația Verde,Director,"
            "Attending,Free\n"
            "90002,2026-01-12 10:05,Mr.,Tom,de Vries,tom@example.nl,+31 6 12345678,Gemeente Ede,Policy Officer,"
            "Not Attending,Free\n"
            "90003,2026-01-13 08:00,,Siobhán,Ní Bhriain,siobhan@example.ie,+353 87 123 4567,Cork City Council,,"
            "Attending,Free\n"
        ),
        ending=".csv",
        people=[
            whom(
                "Nadia",
                "Popa",
                gender="f",
                organisation="Asociația Verde",
                position="Director",
                email="nadia.popa@example.org",
                phone="+40722111222",
            ),
            whom(
                "Siobhán",
                "Ní Bhriain",
                organisation="Cork City Council",
                email="siobhan@example.ie",
                phone="+353871234567",
            ),
        ],
        others={"doubtful": (3,)},
    ),
    Town(
        "x-lines-in-quotes",
        "a csv whose every line was quoted whole by a spreadsheet that took it for one column",
        text=(
            '"Прізвище;Ім\'я;Посада;Телефон;E-mail"\n'
            '"Корнієнко;Алла;бібліотекарка;0661010202;alla.k@ukr.net"\n'
            '"Дяченко;Вадим;директор ЦНАП;0662020303;""v.diachenko@gmail.com"""\n'
        ),
        ending=".csv",
        people=[
            whom("Алла", "Корнієнко", position="бібліотекарка", phone="+380661010202", email="alla.k@ukr.net"),
            whom("Вадим", "Дяченко", position="директор ЦНАП", phone="+380662020303", email="v.diachenko@gmail.com"),
        ],
    ),
    Town(
        "x-passengers-with-seats",
        "a coach company's list: seats, boarding places, phones; free seats are nobody",
        rows=[
            ["Автобус Mercedes Sprinter, АХ 7788 КМ, виїзд 11.05 о 05:00"],
            ["Місце", "Пасажир", "Місце посадки", "Моб.", "Оплата"],
            [1, "Олійник Вʼячеслав Сергійович", "Мерефа", "0681112233", "так"],
            [2, "Олійник Інна Вікторівна", "Мерефа", "0681112234", "так"],
            [3, "вільне", "", "", ""],
            [4, "Ткаченко Поліна", "Харків, пл. Свободи", "0681112235", "ні"],
        ],
        people=[
            whom("Вʼячеслав", "Олійник", patronymic="Сергійович", phone="+380681112233"),
            whom("Інна", "Олійник", patronymic="Вікторівна", phone="+380681112234"),
            whom("Поліна", "Ткаченко", phone="+380681112235"),
        ],
        others={"refused": (5,)},
    ),
    Town(
        "x-form-a-sheet",
        "each person's filled form on a sheet of its own: questions down, answers on the right",
        sheets={
            "Анкета 1": [
                [_FORM],
                ["Прізвище", "Рудик"],
                ["Ім’я", "Світлана"],
                ["По батькові", "Леонідівна"],
                ["Посада", "керуюча справами"],
                ["Громада", "Хмільницька міська територіальна громада"],
                ["Телефон", "067 430 50 60"],
                ["Електронна адреса", "rudyk@ekhmilnyk.gov.ua"],
                ["Дієта / алергії", "немає"],
            ],
            "Анкета 2": [
                [_FORM],
                ["Прізвище", "Пастух"],
                ["Ім’я", "Дмитро"],
                ["По батькові", "Олександрович"],
                ["Посада", "начальник відділу ІТ"],
                ["Громада", "Хмільницька міська територіальна громада"],
                ["Телефон", "+380974305060"],
                ["Електронна адреса", "it@ekhmilnyk.gov.ua"],
                ["Дієта / алергії", "алергія на мед"],
            ],
        },
        people=[
            whom(
                "Світлана",
                "Рудик",
                patronymic="Леонідівна",
                position="керуюча справами",
                organisation="Хмільницька міська територіальна громада",
                phone="+380674305060",
                email="rudyk@ekhmilnyk.gov.ua",
            ),
            whom(
                "Дмитро",
                "Пастух",
                patronymic="Олександрович",
                position="начальник відділу ІТ",
                organisation="Хмільницька міська територіальна громада",
                phone="+380974305060",
                email="it@ekhmilnyk.gov.ua",
                diet="алергія на мед",
            ),
        ],
    ),
)
