"""The second judge's sheets, second batch, written after the first one was mended."""

from datetime import date, time

from tests.messy.accounts_of_strangers import money, plans, spent, work
from tests.messy.agendas_of_strangers import agenda, at
from tests.messy.lists_of_strangers import EXC, NO, YES, signed

SIXTH_AGENDAS = (
    agenda(
        "en-day-one-two-languages",
        "“Day 1” without a date, a column for each language, am and pm, a speaker to be confirmed",
        at(9, "09:00", "Реєстрація", end="09:30", title_en="Registration", place="Lobby", kind="registration"),
        at(9, "09:30", "Вітальне слово", end="10:00", title_en="Opening remarks", speakers="Irena Kovač", place="Hall"),
        at(9, "13:00", "Обід", end="14:00", title_en="Lunch", kind="meal"),
        at(9, "14:00", "Бюджет малого міста", end="15:30", title_en="Budgeting in a small town", place="Hall"),
        at(10, "09:30", "Візит до центру переробки", end="12:00", title_en="Visit to the recycling centre"),
        at(10, "18:30", "Прийом у мера", end="20:30", title_en="Reception by the mayor"),
        rows=(
            ("Mentoring visit – agenda", "", "", "", ""),
            ("Time", "Activity (EN)", "Захід (UA)", "Speaker", "Location"),
            ("DAY 1", "", "", "", ""),
            ("9:00 AM - 9:30 AM", "Registration", "Реєстрація", "", "Lobby"),
            ("9:30 AM - 10:00 AM", "Opening remarks", "Вітальне слово", "Irena Kovač", "Hall"),
            ("1:00 PM - 2:00 PM", "Lunch", "Обід", "", ""),
            ("2:00 - 3:30 PM", "Budgeting in a small town", "Бюджет малого міста", "TBC", "Hall"),
            ("DAY 2", "", "", "", ""),
            ("9:30 AM - 12:00 PM", "Visit to the recycling centre", "Візит до центру переробки", "", ""),
            ("6:30 PM - 8:30 PM", "Reception by the mayor", "Прийом у мера", "", ""),
        ),
        merges=("A1:E1", "A3:E3", "A8:E8"),
    ),
    agenda(
        "uk-sheet-for-each-day",
        "a sheet for each day, its date in a title row, one hour in a column, who is in charge",
        at(9, "09:30", "Збір учасників", end="10:00", place="Готель"),
        at(9, "10:00", "Знайомство з командою", end="11:30", place="Ратуша"),
        at(9, "11:30", "Обід", end="12:30", kind="meal"),
        at(10, "09:00", "Робота над проєктними заявками", end="13:00", place="Бібліотека"),
        at(10, "13:00", "Від'їзд", end="14:00", kind="travel"),
        sheets={
            "День 1": (
                ("9 жовтня 2023 року", "", ""),
                ("Година", "Подія", "Місце"),
                ("09.30", "Збір учасників", "Готель"),
                ("10.00", "Знайомство з командою", "Ратуша"),
                ("11.30", "Обід", ""),
            ),
            "День 2": (
                ("10 жовтня 2023 року", "", ""),
                ("Година", "Подія", "Місце"),
                ("09.00", "Робота над проєктними заявками", "Бібліотека"),
                ("13.00", "Від'їзд", ""),
            ),
        },
    ),
    agenda(
        "bs-1250-days-in-words",
        "cp1250; days with weekday and Croatian month in rows, h behind the times",
        at(9, "09:00", "Dolazak i registracija", end="09:30", place="Gradska vijećnica", kind="registration"),
        at(9, "09:30", "Pozdravna riječ gradonačelnika", end="10:00", place="Gradska vijećnica"),
        at(9, "10:00", "Pauza za kafu", end="10:20", kind="coffee_break"),
        at(9, "10:20", "Upravljanje otpadom", end="12:00", speakers="Irena Kovač"),
        at(10, "10:00", "Obilazak vodovoda", end="12:30"),
        text=(
            "PROGRAM POSJETE;;;\r\n"
            "Vrijeme;Aktivnost;Mjesto;Predavač\r\n"
            "Ponedjeljak, 9. listopada 2023.;;;\r\n"
            "09:00 – 09:30 h;Dolazak i registracija;Gradska vijećnica;\r\n"
            "09:30 – 10:00 h;Pozdravna riječ gradonačelnika;Gradska vijećnica;\r\n"
            "10:00 – 10:20 h;Pauza za kafu;;\r\n"
            "10:20 – 12:00 h;Upravljanje otpadom;;Irena Kovač\r\n"
            "Utorak, 10. listopada 2023.;;;\r\n"
            "10:00 – 12:30 h;Obilazak vodovoda;;\r\n"
        ),
        encoding="cp1250",
        ending=".csv",
    ),
    agenda(
        "mk-cyrillic-hours",
        "Macedonian: “Ден 1: date” as headings, часот behind the times, coffee without end",
        at(9, "09:00", "Регистрација на учесниците", end="09:30", kind="registration", place="Општина"),
        at(9, "09:30", "Поздравен говор", end="10:00", place="Општина"),
        at(9, "10:00", "Пауза за кафе", end="10:30", kind="coffee_break"),
        at(9, "10:30", "Стратешко планирање", end="12:00", speakers="Irena Kovač"),
        at(11, "09:00", "Заклучоци", end="11:00"),
        rows=(
            ("Агенда за студиска посета", "", "", ""),
            ("Време", "Активност", "Предавач", "Место"),
            ("Ден 1: 09.10.2023", "", "", ""),
            ("09:00-09:30 часот", "Регистрација на учесниците", "", "Општина"),
            ("09:30-10:00 часот", "Поздравен говор", "", "Општина"),
            ("10:00 часот", "Пауза за кафе", "", ""),
            ("10:30-12:00 часот", "Стратешко планирање", "Irena Kovač", ""),
            ("Ден 3: 11.10.2023", "", "", ""),
            ("09:00-11:00 часот", "Заклучоци", "", ""),
        ),
    ),
    agenda(
        "lv-long-dates-tabs",
        "tabs; days in long Latvian writing, plkst. before the times, a remark about clothes",
        at(9, "09:30", "Tikšanās ar domes priekšsēdētāju", end="10:30", kind="meeting", place="Domes ēka"),
        at(9, "10:30", "Kafijas pauze", end="11:00", kind="coffee_break"),
        at(9, "11:00", "Atkritumu poligona apskate", end="13:00", notes="Ērti apavi"),
        at(10, "09:00", "Seminārs par projektu vadību", end="12:00"),
        text=(
            "Laiks\tPasākums\tVieta\tPiezīmes\r\n"
            "2023. gada 9. oktobris, pirmdiena\t\t\t\r\n"
            "plkst. 9.30–10.30\tTikšanās ar domes priekšsēdētāju\tDomes ēka\t\r\n"
            "plkst. 10.30–11.00\tKafijas pauze\t\t\r\n"
            "plkst. 11.00–13.00\tAtkritumu poligona apskate\t\tĒrti apavi\r\n"
            "2023. gada 10. oktobris, otrdiena\t\t\t\r\n"
            "plkst. 9.00–12.00\tSeminārs par projektu vadību\t\t\r\n"
        ),
        ending=".tsv",
    ),
    agenda(
        "en-two-zones-in-a-cell",
        "one column with the time of Kyiv and that of the hosts behind a slash",
        at(9, "09:00", "Tea and technical check", end="09:15"),
        at(9, "09:15", "Presentation of the draft strategy", end="10:30", speakers="Irena Kovač"),
        at(9, "10:30", "Questions", end="11:00"),
        rows=(
            ("Date", "Time (Kyiv / CET)", "Topic", "Speaker"),
            ("9 Oct 2023", "10:00–10:15 / 9:00–9:15", "Tea and technical check", ""),
            ("9 Oct 2023", "10:15–11:30 / 9:15–10:30", "Presentation of the draft strategy", "Irena Kovač"),
            ("9 Oct 2023", "11:30–12:00 / 10:30–11:00", "Questions", ""),
        ),
    ),
    agenda(
        "uk-minutes-long",
        "the start and how many minutes it lasts; the day once, merged over its rows",
        at(9, "09:00", "Реєстрація", end="09:20", kind="registration"),
        at(9, "09:20", "Огляд програми", end="09:45"),
        at(9, "09:45", "Презентація досвіду громади", end="11:15"),
        at(10, "10:00", "Практикум", end="12:00"),
        rows=(
            ("Дата", "Початок", "Тривалість, хв", "Назва заходу"),
            (date(2023, 10, 9), time(9), 20, "Реєстрація"),
            ("", time(9, 20), 25, "Огляд програми"),
            ("", time(9, 45), 90, "Презентація досвіду громади"),
            (date(2023, 10, 10), time(10), 120, "Практикум"),
        ),
        merges=("A2:A4",),
    ),
)
SIXTH_ACCOUNTS = (
    money(
        "en-mileage-claim",
        "a claim for kilometres: from, to, km, rate per km; nobody sold anything",
        spent("09", "", "86.00", "1.1", description="Domžale – Trieste, own car", currency="EUR"),
        spent("11", "", "43.00", "1.1", description="Trieste – Domžale, own car", currency="EUR"),
        rows=(
            ("Travel claim", "", "", "", ""),
            ("Date", "Description", "km", "Budget line", "Amount EUR"),
            (date(2023, 10, 9), "Domžale – Trieste, own car", 200, "1.1", 86),
            (date(2023, 10, 11), "Trieste – Domžale, own car", 100, "1.1", 43),
            ("Total", "", 300, "", 129),
        ),
    ),
    money(
        "lv-1257-account",
        "cp1257, blanks group and commas part, currency in the heading, a total at the end",
        spent(
            "04",
            "AirBaltic",
            "1250.00",
            "1.1",
            document_no="AB-778",
            description="Aviobiļetes RIX–LJU",
            currency="EUR",
        ),
        spent("11", "SIA Tulks", "320.50", "2.10", document_no="15", description="Tulkošana", currency="EUR"),
        text=(
            "Datums;Dok. Nr.;Saņēmējs;Mērķis;Summa EUR;Budžeta pozīcija\r\n"
            "04.10.2023.;AB-778;AirBaltic;Aviobiļetes RIX–LJU;1 250,00;1.1\r\n"
            "11.10.2023.;15;SIA Tulks;Tulkošana;320,50;2.10\r\n"
            "Kopā;;;;1 570,50;\r\n"
        ),
        encoding="cp1257",
        ending=".csv",
    ),
    money(
        "bs-marks-in-cells",
        "convertible marks behind the sums, codes of lines beside their names, a total in words",
        spent("09", "Hotel Europe", "1250.00", "1.2", document_no="R-55/23", description="Smještaj", currency="BAM"),
        spent("10", "Prevodilac M. Hadžić", "400.00", "2.10", document_no="2", description="Prevod", currency="BAM"),
        rows=(
            ("Pregled troškova posjete", "", "", "", "", ""),
            ("Datum", "Broj računa", "Dobavljač", "Opis", "Iznos", "Budžetska linija"),
            ("09.10.2023.", "R-55/23", "Hotel Europe", "Smještaj", "1.250,00 KM", "1.2 Hotels"),
            ("10.10.2023.", "2", "Prevodilac M. Hadžić", "Prevod", "400,00 KM", "2.10 Interpreters"),
            ("UKUPNO", "", "", "", "1.650,00 KM", ""),
        ),
    ),
    money(
        "en-bank-statement",
        "a statement of the bank with debit, credit and balance; an income is no expenditure",
        spent("05", "SkyUp", "980.40", "1.1", description="Tickets inv. 88", currency="EUR"),
        spent("09", "Hotel Ambient", "1500.00", "1.2", description="Invoice 2023/77", currency="EUR"),
        refused=(3,),
        text=(
            "Booking date,Payee,Payment reference,Debit,Credit,Balance,Currency,Budget line\r\n"
            "2023-10-05,SkyUp,Tickets inv. 88,980.40,,9019.60,EUR,Flights\r\n"
            "2023-10-06,Sida,Second instalment,,5000.00,14019.60,EUR,\r\n"
            '2023-10-09,Hotel Ambient,Invoice 2023/77,"1,500.00",,12519.60,EUR,Hotels\r\n'
        ),
        ending=".csv",
    ),
    money(
        "sl-lines-as-heads-with-subtotals",
        "budget lines by name as heads of groups, subtotals, both dates and paid or not",
        spent("02", "Adria Airways", "620.00", "1.1", document_no="RA 7/2023", description="letalski karti"),
        spent("05", "Turist d.o.o.", "95.20", "1.1", document_no="1190", description="prevoz na letališče"),
        spent("11", "Hotel Krona", "450.00", "1.2", document_no="88-23", description="3 nočitve"),
        rows=(
            ("Poročilo o stroških", "", "", "", ""),
            ("Datum", "Številka računa", "Dobavitelj", "Opis", "Znesek (EUR)"),
            ("Letalske vozovnice", "", "", "", ""),
            ("2. 10. 2023", "RA 7/2023", "Adria Airways", "letalski karti", 620),
            ("5. 10. 2023", 1190, "Turist d.o.o.", "prevoz na letališče", 95.2),
            ("Vmesna vsota", "", "", "", 715.2),
            ("1.2 Hotels", "", "", "", ""),
            ("11. 10. 2023", "88-23", "Hotel Krona", "3 nočitve", 450),
            ("Skupaj", "", "", "", 1165.2),
        ),
        merges=("A3:E3", "A7:E7"),
    ),
)
SIXTH_TRACKERS = (
    plans(
        "uk-logframe",
        "results with indicator, source of verification, due and a state in words",
        work("Стратегія розвитку ухвалена", "2024-06-30", "not_started"),
        work("Оновлений бюджетний регламент", "2024-03", "drafting"),
        work("Звіт про візит до Домжале", "2023-11-15", "submitted", kind="report"),
        rows=(
            ("Логіко-структурна матриця", "", "", "", "", ""),
            ("№", "Результат", "Індикатор", "Джерело перевірки", "Термін", "Статус"),
            (1, "Стратегія розвитку ухвалена", "1 стратегія", "рішення ради", "30.06.2024", "не розпочато"),
            (2, "Оновлений бюджетний регламент", "1 регламент", "сайт громади", "березень 2024", "в процесі"),
            (3, "Звіт про візит до Домжале", "1 звіт", "—", date(2023, 11, 15), "подано"),
        ),
    ),
    plans(
        "sl-tasks",
        "tasks with who, until when in words and a state in Slovenian",
        work("Analiza stanja", "2023-11-30", "approved", notes="Špela Žnidaršič"),
        work("Akcijski načrt", "2024-03-31", "drafting", kind="action_plan"),
        work("Potrditev na občinskem svetu", "2024", "not_started"),
        work("Oddaja vloge na razpis", "2024-05", "cancelled"),
        rows=(
            ("Korak", "Naloga", "Odgovorna oseba", "Rok", "Stanje"),
            (1, "Analiza stanja", "Špela Žnidaršič", "do 30. 11. 2023", "potrjeno"),
            (2, "Akcijski načrt", "", "31. marec 2024", "v pripravi"),
            (3, "Potrditev na občinskem svetu", "", "2024", "še ni začeto"),
            (4, "Oddaja vloge na razpis", "", "maj 2024", "odpovedano"),
        ),
    ),
    plans(
        "sv-deliveries",
        "deliveries with states in Swedish, dates year first, one due by a quarter",
        work("Behovsanalys", "2023-12-01", "approved", notes="B. Åkerström"),
        work("Handlingsplan för avfall", "2024-Q2", "drafting", kind="action_plan"),
        work("Slutrapport", "2024-12-31", "not_started", kind="report"),
        text=(
            "Nr;Leverans;Ansvarig;Klart senast;Status\r\n"
            "1;Behovsanalys;B. Åkerström;2023-12-01;godkänd\r\n"
            "2;Handlingsplan för avfall;;kvartal 2 2024;pågår\r\n"
            "3;Slutrapport;;2024-12-31;ej påbörjad\r\n"
        ),
        ending=".csv",
    ),
    plans(
        "en-applications",
        "applications for money: call, deadline, sums with signs, own share",
        work(
            "Solar roof for the school",
            "2024-02-15",
            "submitted",
            kind="funding_application",
            requested="120000.00",
            own="12000.00",
            currency="EUR",
        ),
        work("Waste sorting line", "2024-04", "drafting", requested="85500.00", own="", currency="EUR"),
        rows=(
            ("Project title", "Type", "Call", "Deadline", "Requested grant (EUR)", "Own contribution (EUR)", "Status"),
            (
                "Solar roof for the school",
                "Funding application",
                "LIFE 2024",
                date(2024, 2, 15),
                "€120,000.00",
                "€12,000.00",
                "Submitted",
            ),
            ("Waste sorting line", "Funding application", "NEFCO", "April 2024", 85500, "", "Draft"),
        ),
    ),
    plans(
        "sr-cyrillic-documents",
        "Serbian in Cyrillic: documents, due and state",
        work("Стратегија развоја општине", "2024-06-30", "drafting", kind="strategic_plan"),
        work("Акциони план", "2024-09", "not_started", kind="action_plan"),
        work("Меморандум о сарадњи", "2023-10-20", "adopted", kind="memorandum"),
        rows=(
            ("Р. бр.", "Назив документа", "Рок", "Статус", "Напомена"),
            (1, "Стратегија развоја општине", "30.06.2024.", "у изради", ""),
            (2, "Акциони план", "септембар 2024", "није започето", ""),
            (3, "Меморандум о сарадњи", "20.10.2023.", "усвојено", ""),
        ),
    ),
)
SIXTH_LISTS = (
    signed(
        "lv-days-under-one-heading",
        "days under a merged heading, x for there, nothing for not there, “slims”",
        {
            "Bērziņa": (YES, YES, YES),
            "Дорошенко": ("", "", YES),
            "Žnidaršič": (YES, YES, EXC),
        },
        rows=(
            ("Dalībnieku reģistrācijas lapa", "", "", ""),
            ("Nr.", "Vārds, uzvārds", "Apmeklējums", ""),
            ("", "", "09.10.2023.", "10.10.2023."),
            (1, "Līga Bērziņa", "x", "x"),
            (2, "Taras Dorošenko", "", "x"),
            (3, "Špela Žnidaršič", "x", "slims"),
        ),
        merges=("C2:D2",),
    ),
    signed(
        "zoom-2020-unique-users",
        "the old list of unique users: minutes alone, for a day that the coordinator names",
        {
            "Їжакевич": ("", "", YES),
            "Савчук": ("", "", "present:95"),
        },
        asked=("Mykola",),
        text=(
            "Name (Original Name),User Email,Total Duration (Minutes),Guest\r\n"
            "Юлія Їжакевич (Yuliia),,184,Yes\r\n"
            "Savchuk Olha,,95,Yes\r\n"
            "Mykola,,12,Yes\r\n"
        ),
        ending=".csv",
        where={"day": "2023-10-10"},
    ),
    signed(
        "teams-2020-swedish-events",
        "the oldest form in Swedish: who joined and left when, somebody twice",
        {
            "Åkerström": (YES, "", ""),
            "Bērziņa": ("present:70", "", ""),
        },
        text=(
            "Fullständigt namn\tAnvändaråtgärd\tTidsstämpel\r\n"
            "Bengt Åkerström\tAnslöt\t2023-10-09 08:57:10\r\n"
            "Līga Bērziņa\tAnslöt\t2023-10-09 09:00:00\r\n"
            "Līga Bērziņa\tLämnade\t2023-10-09 09:40:00\r\n"
            "Līga Bērziņa\tAnslöt\t2023-10-09 10:00:00\r\n"
            "Līga Bērziņa\tLämnade\t2023-10-09 10:30:00\r\n"
            "Bengt Åkerström\tLämnade\t2023-10-09 10:31:00\r\n"
        ),
        encoding="utf-16",
        ending=".csv",
    ),
    signed(
        "meet-2023-report",
        "Meet's list: first and last name apart, times of day alone, the day in the name of the file",
        {
            "Дорошенко": ("present:84", "", ""),
            "Žnidaršič": ("present:60", "", ""),
        },
        text=(
            "First name,Last name,Email,Duration,Time joined,Time exited\r\n"
            "Taras,Doroshenko,taras@zavodske.ua,1 hr 24 min,9:06 AM,10:30 AM\r\n"
            "Špela,Žnidaršič,,1 hr,9:30 AM,10:30 AM\r\n"
        ),
        ending=".csv",
        file="2023-10-09 09_00 - Attendance Report.csv",
    ),
    signed(
        "webex-with-quoted-times",
        "Webex: the meeting in every row, times as formulas of text, two devices at once",
        {
            "Савчук": ("", "", YES),
            "Åkerström": ("", "", "present:120"),
        },
        text=(
            "Meeting Name,Meeting Start Time,Meeting End Time,Name,Attendee Email,Join Time,Leave Time,"
            "Attendance Duration,Connection Type\r\n"
            'Day 2,"=""2023-10-10 09:00:00""","=""2023-10-10 12:05:00""",Olha Savchuk,,"=""2023-10-10 08:59:00""",'
            '"=""2023-10-10 12:05:00""",186 mins,Desktop app\r\n'
            'Day 2,"=""2023-10-10 09:00:00""","=""2023-10-10 12:05:00""",Bengt Åkerström,bengt@example.se,'
            '"=""2023-10-10 09:00:00""","=""2023-10-10 10:30:00""",90 mins,Desktop app\r\n'
            'Day 2,"=""2023-10-10 09:00:00""","=""2023-10-10 12:05:00""",Bengt Åkerström,bengt@example.se,'
            '"=""2023-10-10 10:00:00""","=""2023-10-10 11:00:00""",60 mins,Mobile app\r\n'
        ),
        ending=".csv",
    ),
    signed(
        "uk-online-or-there",
        "online, on site, or why not, for each day",
        {
            "Їжакевич": (YES, YES, YES),
            "Дорошенко": (YES, YES, YES),
            "Савчук": (NO, NO, YES),
            "Цвіркун": (EXC, EXC, YES),
        },
        rows=(
            ("№ з/п", "ПІБ", "Посада", "9 жовтня", "10 жовтня"),
            (1, "Їжакевич Юлія Петрівна", "голова", "очно", "онлайн"),
            (2, "Дорошенко Тарас", "заступник", "офлайн", "онлайн"),
            (3, "Савчук Ольга", "начальниця відділу", "відсутня", "очно"),
            (4, "Цвіркун Дмитро", "", "лікарняний", "був, запізнився"),
        ),
    ),
    signed(
        "en-form-answers",
        "answers of a web form: whoever sent it on that day was there",
        {
            "Їжакевич": ("", "", YES),
            "Bērziņa": ("", "", YES),
        },
        rows=(
            ("Timestamp", "Full name", "Municipality"),
            ("10/10/2023 9:05:12", "Yuliia Yizhakevych", "Zavodske"),
            ("10/10/2023 9:07:40", "Līga Bērziņa", "Valmiera"),
        ),
    ),
)
