"""Third blind round, ninth batch: plain lists of many towns, expected after six mends and before they were run."""

from datetime import date

from tests.messy.town import Town, whom

TOWNS = (
    Town(
        "n-ukraine-council",
        "councillors: party, constituency, commission; phone as a number, name in capitals",
        rows=[
            ["Депутатський корпус, що візьме участь у поїздці"],
            ["№", "ПРІЗВИЩЕ ІМ’Я ПО БАТЬКОВІ", "Комісія", "Округ", "Партія", "Номер телефону"],
            [1, "ВЕРБИЦЬКА СТЕФАНІЯ ЗЕНОВІЇВНА", "бюджетна", 4, "самовисування", 380977001122],
            [2, "ПАЩУК ЛЕОНІД ФЕДОРОВИЧ", "земельна", 7, "самовисування", 380977001123],
        ],
        people=[
            whom("Стефанія", "Вербицька", patronymic="Зеновіївна", phone="+380977001122"),
            whom("Леонід", "Пащук", patronymic="Федорович", phone="+380977001123"),
        ],
    ),
    Town(
        "n-ukraine-project-team",
        "a project's team: role in the project, post, body, when free, Telegram",
        rows=[
            ["Роль у проєкті", "ПІБ", "Основне місце роботи, посада", "E-mail", "Телефон, Telegram"],
            [
                "координатор",
                "Ковальчук Ада Львівна",
                "Городоцька міськрада, нач. відділу",
                "ada@horodok.gov.ua",
                "0671231230 @ada_k",
            ],
            ["фін. менеджер", "Нога Євгенія", "ФОП", "noha@gmail.com", "+380 63 123 12 31"],
        ],
        people=[
            whom(
                "Ада",
                "Ковальчук",
                patronymic="Львівна",
                position="Городоцька міськрада, нач. відділу",
                email="ada@horodok.gov.ua",
                phone="+380671231230",
            ),
            whom("Євгенія", "Нога", position="ФОП", email="noha@gmail.com", phone="+380631231231"),
        ],
    ),
    Town(
        "n-ukraine-quick",
        "three columns with short headings, dates with two digits of the year",
        rows=[
            ["фамілія імя", "д.н.", "тел"],
            ["гнатюк юля", "03.04.88", "067 555 44 33"],
            ["Шевців Андрій", "15.12.79", "0675554434"],
        ],
        people=[
            whom("Юля", "Гнатюк", birth_date="1988-04-03", phone="+380675554433"),
            whom("Андрій", "Шевців", birth_date="1979-12-15", phone="+380675554434"),
        ],
    ),
    Town(
        "n-ukraine-hotel-english",
        "a hotel's form in English filled in by Ukrainians: title, nationality, room, nights",
        rows=[
            ["GUEST LIST", "", "", "", "", "", ""],
            ["Title", "Last name", "First name", "Nationality", "ID/Passport no.", "Room type", "No. of nights"],
            ["Mr", "Bezruchko", "Vladyslav", "UKR", "FR232323", "single", 4],
            ["Mrs", "Bezruchko", "Alla", "UKR", "FR232324", "twin", 4],
        ],
        people=[
            whom("Vladyslav", "Bezruchko", gender="m", passport_number="FR232323"),
            whom("Alla", "Bezruchko", gender="f", passport_number="FR232324"),
        ],
    ),
    Town(
        "n-ukraine-registry-csv",
        "Google's list with one heading row in Ukrainian and dates of answers, e-mails with capitals and spaces",
        text=(
            "Мітка часу,Адреса електронної пошти,Ваше ПІБ,Установа,Посада,Ваш номер телефону,Область\n"
            "01.02.2026 12:01:00, Olha.Synytsia@Gmail.com ,Синиця Ольга Яремівна,"
            '"Комунальний заклад ""Палац культури""",'
            "художній керівник,(067)800-70-60,Полтавська\n"
            "01.02.2026 12:11:00,info@kremen.gov.ua,Жмайло Олексій,Кременчуцька міська рада,спеціаліст 1 кат.,"
            "380678007061,Полтавська\n"
        ),
        ending=".csv",
        people=[
            whom(
                "Ольга",
                "Синиця",
                patronymic="Яремівна",
                organisation='Комунальний заклад "Палац культури"',
                position="художній керівник",
                email="olha.synytsia@gmail.com",
                phone="+380678007060",
            ),
            whom(
                "Олексій",
                "Жмайло",
                organisation="Кременчуцька міська рада",
                position="спеціаліст 1 кат.",
                email="info@kremen.gov.ua",
                phone="+380678007061",
            ),
        ],
    ),
    Town(
        "n-ukraine-parents",
        "partners of the delegates beside them are no participants of their own column",
        rows=[
            ["Учасник/учасниця", "Організація", "Посада", "тел.", "Супроводжуюча особа", "Автомобіль"],
            ["Лук’янець Артур Вікторович", "Славутська міська рада", "секретар", "0968887766", "", "AA 1111 BB"],
            ["Мазур Інеса", "Славутський ліцей", "директорка", "0968887767", "Мазур Олег (чоловік)", ""],
        ],
        people=[
            whom(
                "Артур",
                "Лук’янець",
                patronymic="Вікторович",
                organisation="Славутська міська рада",
                position="секретар",
                phone="+380968887766",
            ),
            whom(
                "Інеса",
                "Мазур",
                organisation="Славутський ліцей",
                position="директорка",
                phone="+380968887767",
            ),
        ],
    ),
    Town(
        "n-serbia-training",
        "Serbian Latin: graduate, service, e-mail for materials, yes and no with a plus",
        rows=[
            ["Redni broj", "Prezime, ime", "Naziv organa", "Naziv radnog mesta", "Službeni e-mail", "Mobilni", "Ručak"],
            [1, "Gajić, Svetlana", "Gradska opština Palilula", "savetnik", "s.gajic@palilula.rs", "064-111-22-33", "+"],
            [
                2,
                "Stojković, Mihajlo",
                "Opština Svrljig",
                "zamenik predsednika",
                "mihajlo@svrljig.rs",
                "064-111-22-34",
                "-",
            ],
        ],
        people=[
            whom(
                "Svetlana",
                "Gajić",
                organisation="Gradska opština Palilula",
                position="savetnik",
                email="s.gajic@palilula.rs",
                phone="+381641112233",
            ),
            whom(
                "Mihajlo",
                "Stojković",
                organisation="Opština Svrljig",
                position="zamenik predsednika",
                email="mihajlo@svrljig.rs",
                phone="+381641112234",
            ),
        ],
    ),
    Town(
        "n-bosnia-passengers",
        "Bosnian: identity card, day of birth, seat; the guide and the driver last",
        rows=[
            ["PUTNICI", "", "", "", ""],
            ["#", "Ime i prezime putnika", "Dan rođenja", "Br. lične karte / pasoša", "Mob"],
            [1, "Hasan Okanović", "4.4.1978.", "B2223334", "+387 61 454 545"],
            [2, "Vesna Tomić", "25.11.1982.", "A3334445", "065 454 546"],
            ["", "Vodič: Emir Šabić", "", "", "061 000 999"],
        ],
        people=[
            whom("Hasan", "Okanović", birth_date="1978-04-04", passport_number="B2223334", phone="+38761454545"),
            whom("Vesna", "Tomić", birth_date="1982-11-25", passport_number="A3334445", phone="+38765454546"),
            whom("Emir", "Šabić", position="Vodič", phone="+38761000999"),
        ],
    ),
    Town(
        "n-slovenia-workshop",
        "Slovenian: title of the person, firm, place, way of coming, meal",
        rows=[
            ["Naziv", "Ime in priimek", "Podjetje/organizacija", "Naziv delovnega mesta", "E-naslov", "Kosilo"],
            ["dr.", "Vesna Zupan", "Razvojni center Novo mesto", "strokovna sodelavka", "vesna.zupan@rc-nm.si", "vegi"],
            ["", "Rok Štrukelj", "Občina Trebnje", "tajnik KS", "rok.strukelj@trebnje.si", "mesno"],
        ],
        people=[
            whom(
                "Vesna",
                "Zupan",
                organisation="Razvojni center Novo mesto",
                position="strokovna sodelavka",
                email="vesna.zupan@rc-nm.si",
                diet="vegi",
            ),
            whom(
                "Rok",
                "Štrukelj",
                organisation="Občina Trebnje",
                position="tajnik KS",
                email="rok.strukelj@trebnje.si",
                diet="mesno",
            ),
        ],
    ),
    Town(
        "n-sweden-politicians",
        "Swedish: party in brackets behind the name, committee, phone to the office and mobile",
        rows=[
            ["Namn (parti)", "Uppdrag", "Kommun", "Telefon arbete", "Mobil", "E-postadress", "Annan kost"],
            [
                "Ulla Bergström (S)",
                "ordf. barn- och utbildningsnämnden",
                "Hofors",
                "0290-290 00",
                "070-111 00 99",
                "ulla.bergstrom@hofors.se",
                "",
            ],
            ["Mattias Hed (C)", "ledamot", "Hofors", "", "070-111 00 98", "mattias.hed@hofors.se", "nötallergi"],
        ],
        people=[
            whom(
                "Ulla",
                "Bergström",
                organisation="Hofors",
                position="ordf. barn- och utbildningsnämnden",
                phone="+4629029000",
                email="ulla.bergstrom@hofors.se",
            ),
            whom(
                "Mattias",
                "Hed",
                organisation="Hofors",
                position="ledamot",
                phone="+46701110098",
                email="mattias.hed@hofors.se",
                diet="nötallergi",
            ),
        ],
    ),
    Town(
        "n-latvia-training",
        "Latvian: number, participant, represented organisation, signature, day one and two",
        rows=[
            ["Nr. p. k.", "Dalībnieks/-ce", "Organizācija", "Amats/loma", "Tālrunis/e-pasts", "1. diena", "2. diena"],
            [
                1,
                "Santa Krievāne",
                "Madonas novada pašvaldība",
                "iepirkumu speciāliste",
                "26110022 santa@madona.lv",
                "x",
                "x",
            ],
            [2, "Ģirts Ķuzis", "biedrība „Mēs”", "valdes loceklis", "girts@mes.lv", "x", ""],
        ],
        people=[
            whom(
                "Santa",
                "Krievāne",
                organisation="Madonas novada pašvaldība",
                position="iepirkumu speciāliste",
                phone="+37126110022",
                email="santa@madona.lv",
            ),
            whom(
                "Ģirts",
                "Ķuzis",
                organisation="biedrība „Mēs”",
                position="valdes loceklis",
                email="girts@mes.lv",
            ),
        ],
    ),
    Town(
        "n-montenegro-flights",
        "Montenegro in English: given and family names, flights to and fro, passport data",
        rows=[
            [
                "Family name",
                "Given name",
                "DOB (dd/mm/yyyy)",
                "PP number",
                "PP valid until",
                "Flight in",
                "Flight out",
                "Phone",
            ],
            ["Đurović", "Luka", date(1992, 5, 5), "M00A11B22", date(2031, 6, 6), "YM 212", "YM 213", "+382 67 787 878"],
            ["Raičević", "Ana", "07/08/1985", "M00A11B23", "10/11/2029", "YM 212", "YM 213", "068 787 879"],
        ],
        people=[
            whom(
                "Luka",
                "Đurović",
                birth_date="1992-05-05",
                passport_number="M00A11B22",
                passport_expiry="2031-06-06",
                phone="+38267787878",
            ),
            whom(
                "Ana",
                "Raičević",
                birth_date="1985-08-07",
                passport_number="M00A11B23",
                passport_expiry="2029-11-10",
                phone="+38268787879",
            ),
        ],
    ),
    Town(
        "n-english-tsv",
        "tab-separated, pasted out of a mail: name with the address in angle brackets, organisation, comments",
        text=(
            "Participant\tOrganisation\tFunction\tComing?\tRemarks\n"
            "Gvantsa Meladze <gvantsa@marneuli.gov.ge>\tMarneuli Municipality\tHead of Division\tyes\t\n"
            "Henrik Söderlund <henrik.soderlund@mora.se>\tMora kommun\tPlanner\tyes\tarrives late\n"
        ),
        ending=".tsv",
        people=[
            whom(
                "Gvantsa",
                "Meladze",
                organisation="Marneuli Municipality",
                position="Head of Division",
                email="gvantsa@marneuli.gov.ge",
            ),
            whom(
                "Henrik",
                "Söderlund",
                organisation="Mora kommun",
                position="Planner",
                email="henrik.soderlund@mora.se",
                notes="arrives late",
            ),
        ],
    ),
    Town(
        "n-albania-municipality",
        "Albanian: name with father's name, sector, education, mobile, e-mail",
        rows=[
            ["Nr", "Emër Mbiemër", "Sektori/Drejtoria", "Arsimi", "Tel/Cel", "Adresa elektronike"],
            [1, "Valbona Kola", "Drejtoria e Financës", "I lartë", "069 440 5001", "valbona.kola@bashkiafier.gov.al"],
            [
                2,
                "Gentian Basha",
                "Drejtoria e Shërbimeve",
                "I lartë",
                "+355 68 440 5002",
                "gentian.basha@bashkiafier.gov.al",
            ],
        ],
        people=[
            whom("Valbona", "Kola", phone="+355694405001", email="valbona.kola@bashkiafier.gov.al"),
            whom("Gentian", "Basha", phone="+355684405002", email="gentian.basha@bashkiafier.gov.al"),
        ],
    ),
)
