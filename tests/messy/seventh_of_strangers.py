"""The second judge's sheets, third batch, written after the second one was mended."""

from datetime import date, time

from tests.messy.accounts_of_strangers import money, plans, spent, work
from tests.messy.agendas_of_strangers import agenda, at
from tests.messy.lists_of_strangers import EXC, NO, YES, signed

SEVENTH_AGENDAS = (
    agenda(
        "en-calendar-month-first",
        "a calendar program's export: start and end with their own dates, month first, seconds",
        at(9, "09:00", "Welcome coffee", end="09:30", place="Town Hall", kind="coffee_break"),
        at(9, "09:30", "Introduction to the municipality", end="11:00", place="Town Hall"),
        at(10, "14:00", "Site visit: heating plant", end="16:30", place="Energetika", kind="site_visit"),
        text=(
            "Subject,Start Date,Start Time,End Date,End Time,All day event,Location,Description\r\n"
            "Welcome coffee,10/9/2023,9:00:00 AM,10/9/2023,9:30:00 AM,False,Town Hall,\r\n"
            "Introduction to the municipality,10/9/2023,9:30:00 AM,10/9/2023,11:00:00 AM,False,Town Hall,\r\n"
            "Site visit: heating plant,10/10/2023,2:00:00 PM,10/10/2023,4:30:00 PM,False,Energetika,\r\n"
        ),
        ending=".csv",
    ),
    agenda(
        "en-from-to-what-who-where",
        "short headings, the weekday beside the date, the day only once",
        at(9, "08:45", "Pick-up at the hotel", end="09:00", place="Hotel Krona"),
        at(9, "09:00", "Meeting with the finance department", end="10:30", kind="meeting", place="Room 4"),
        at(9, "10:30", "Coffee", end="10:45", kind="coffee_break"),
        at(10, "09:00", "Job shadowing", end="15:00", place="Departments"),
        rows=(
            ("Day", "Date", "From", "To", "What", "Who", "Where"),
            ("Mon", date(2023, 10, 9), time(8, 45), time(9), "Pick-up at the hotel", "", "Hotel Krona"),
            ("", "", time(9), time(10, 30), "Meeting with the finance department", "Irena Kovač", "Room 4"),
            ("", "", time(10, 30), time(10, 45), "Coffee", "", ""),
            ("Tue", date(2023, 10, 10), time(9), time(15), "Job shadowing", "", "Departments"),
        ),
    ),
    agenda(
        "uk-day-and-time-in-one-cell",
        "date and time together, title and contents below each other in a cell",
        at(9, "10:00", "Відкриття", end="10:30", kind="opening"),
        at(9, "10:30", "Презентація громади", end="12:00", description="(населення, бюджет, стратегія)"),
        at(10, "09:00", "Воркшоп", end="13:00", kind="workshop"),
        rows=(
            ("№", "Дата та час", "Захід", "Відповідальні"),
            (1, "09.10.2023, 10:00–10:30", "Відкриття", ""),
            (2, "09.10.2023, 10:30–12:00", "Презентація громади\n(населення, бюджет, стратегія)", ""),
            (3, "10.10.2023, 09:00–13:00", "Воркшоп", "Irena Kovač"),
        ),
    ),
    agenda(
        "sl-lines-below-an-item",
        "what an item is about stands in the rows below it, without a time",
        at(9, "09:00", "Predstavitev občine", end="10:30", description="proračun\ninvesticije", place="sejna soba"),
        at(9, "10:30", "Odmor za kavo", end="10:45", kind="coffee_break"),
        at(9, "10:45", "Delavnica", end="12:00", kind="workshop", place="sejna soba"),
        rows=(
            ("PROGRAM OBISKA", "", ""),
            ("ponedeljek, 9. oktober 2023", "", ""),
            ("Ura", "Vsebina", "Lokacija"),
            ("9.00–10.30", "Predstavitev občine", "sejna soba"),
            ("", "– proračun", ""),
            ("", "– investicije", ""),
            ("10.30–10.45", "Odmor za kavo", ""),
            ("10.45–12.00", "Delavnica", "sejna soba"),
        ),
    ),
    agenda(
        "sv-short-hours",
        "“Dag 1 (9/10)”, hours without minutes, an item that ends nowhere",
        at(9, "09:00", "Kaffe och registrering", end="10:00", place="Entrén"),
        at(9, "10:00", "Besök på biblioteket", end="11:30"),
        at(9, "11:30", "Lunch på stan", end="12:30", kind="meal"),
        at(10, "08:30", "Bussen går", end="09:00", kind="transfer"),
        at(10, "09:00", "Workshop om delaktighet", end="15:00", kind="workshop"),
        rows=(
            ("Tid", "Programpunkt", "Plats"),
            ("Dag 1 (9/10)", "", ""),
            ("9-10", "Kaffe och registrering", "Entrén"),
            ("10-11.30", "Besök på biblioteket", ""),
            ("11.30-", "Lunch på stan", ""),
            ("Dag 2 (10/10)", "", ""),
            ("8.30", "Bussen går", ""),
            ("9-15", "Workshop om delaktighet", ""),
        ),
    ),
    agenda(
        "sr-commas-in-times",
        "Serbian in Latin letters: commas in times, “časova”, a moderator of the day above",
        at(9, "09:00", "Registracija učesnika", end="09:30", kind="registration"),
        at(9, "09:30", "Uvodna reč", end="10:00"),
        at(9, "10:00", "Kako izraditi strategiju", end="11:45"),
        at(9, "12:00", "Ručak", end="13:00", kind="meal", place="Restoran Most"),
        rows=(
            ("Agenda", "", ""),
            ("Datum: 09.10.2023.", "", ""),
            ("Vreme", "Sadržaj", "Mesto"),
            ("09,00 – 09,30 časova", "Registracija učesnika", ""),
            ("09,30 – 10,00 časova", "Uvodna reč", ""),
            ("10,00 – 11,45 časova", "Kako izraditi strategiju", ""),
            ("12,00 časova", "Ručak", "Restoran Most"),
        ),
    ),
    agenda(
        "uk-en-in-every-cell",
        "two languages in each cell and heading, on lines of their own",
        at(
            9,
            "09:00",
            "Реєстрація",
            end="09:30",
            title_en="Registration",
            kind="registration",
            place="Ратуша Town Hall",
        ),
        at(9, "09:30", "Вітальне слово міського голови", end="10:00", title_en="Welcome by the mayor"),
        at(11, "10:00", "Підсумкова зустріч", end="11:30", title_en="Wrap-up meeting"),
        rows=(
            ("Дата\nDate", "Час\nTime", "Захід\nActivity", "Місце\nPlace"),
            ("09.10.2023", "09:00 – 09:30", "Реєстрація\nRegistration", "Ратуша\nTown Hall"),
            ("09.10.2023", "09:30 – 10:00", "Вітальне слово міського голови\nWelcome by the mayor", ""),
            ("11.10.2023", "10:00 – 11:30", "Підсумкова зустріч\nWrap-up meeting", ""),
        ),
    ),
    agenda(
        "lv-ordinal-days",
        "days counted with their weekday, from and to in columns of their own",
        at(9, "10:00", "Delegācijas sagaidīšana", end="10:30", place="Dome"),
        at(9, "10:30", "Novada prezentācija", end="12:00", place="Dome"),
        at(10, "09:00", "Brauciens uz atkritumu poligonu", end="12:00"),
        rows=(
            ("Domžale, 2023. gada 9.–11. oktobris", "", "", ""),
            ("No", "Līdz", "Pasākums", "Norises vieta"),
            ("1. diena – pirmdiena", "", "", ""),
            ("10.00", "10.30", "Delegācijas sagaidīšana", "Dome"),
            ("10.30", "12.00", "Novada prezentācija", "Dome"),
            ("2. diena – otrdiena", "", "", ""),
            ("9.00", "12.00", "Brauciens uz atkritumu poligonu", ""),
        ),
        merges=("A3:D3", "A6:D6"),
    ),
    agenda(
        "en-note-on-zone-below",
        "a footnote says that all times are Kyiv time",
        at(9, "09:00", "Opening of the online week", end="09:30"),
        at(10, "12:00", "Consultation on the draft", end="13:30"),
        rows=(
            ("Date", "Time", "Session"),
            ("Monday, 9 October 2023", "10:00–10:30", "Opening of the online week"),
            ("Tuesday, 10 October 2023", "13:00–14:30", "Consultation on the draft"),
            ("* All times are Kyiv time.", "", ""),
        ),
        told=((2, "start"), (3, "start")),
    ),
)
SEVENTH_ACCOUNTS = (
    money(
        "uk-heads-over-heads",
        "a document's date and number under one heading, the sum in three parts under another",
        spent(
            "03",
            "ТОВ «Автотранс»",
            "6000.00",
            "1.1",
            document_no="АТ-31",
            net="5000.00",
            vat="1000.00",
            description="Оренда автобуса",
            currency="UAH",
        ),
        spent(
            "10",
            "Готель «Карпати»",
            "2400.00",
            "1.2",
            document_no="118",
            net="2000.00",
            vat="400.00",
            description="Проживання",
            currency="UAH",
        ),
        rows=(
            ("Звіт про витрати, грн", "", "", "", "", "", "", "", ""),
            ("№", "Документ", "", "Постачальник", "Найменування витрат", "Стаття", "Сума", "", ""),
            ("", "дата", "номер", "", "", "", "без ПДВ", "ПДВ", "разом"),
            (1, date(2023, 10, 3), "АТ-31", "ТОВ «Автотранс»", "Оренда автобуса", "1.1", 5000, 1000, 6000),
            (2, date(2023, 10, 10), 118, "Готель «Карпати»", "Проживання", "1.2", 2000, 400, 2400),
            ("", "", "", "", "Разом:", "", 7000, 1400, 8400),
        ),
        merges=("B2:C2", "G2:I2"),
    ),
    money(
        "sv-days-as-figures",
        "days as 20231005, crowns behind the sums, the line in a column of codes",
        spent("05", "SJ AB", "1234.50", "1.1", document_no="4501", description="Tåg", currency="SEK"),
        spent("11", "Tolkjouren", "2800.00", "2.10", document_no="4519", description="Tolk", currency="SEK"),
        rows=(
            ("Ver", "Datum", "Leverantör", "Beskrivning", "Budgetpost", "Belopp"),
            (4501, 20231005, "SJ AB", "Tåg", "1.1", "1 234,50 kr"),
            (4519, 20231011, "Tolkjouren", "Tolk", "2.10", "2 800,00 kr"),
            ("", "", "", "", "Summa", "4 034,50 kr"),
        ),
    ),
    money(
        "en-per-diems",
        "per diems of people by days and rate",
        spent("09", "Тарас Дорошенко", "225.00", "1.2", description="Per diem 9–11 October", currency="EUR"),
        spent("09", "Ольга Савчук", "150.00", "1.2", description="Per diem 9–10 October", currency="EUR"),
        rows=(
            ("Per diem list", "", "", "", "", "", ""),
            ("Date", "Recipient", "Purpose", "Days", "Rate per day (EUR)", "Total (EUR)", "Budget line"),
            ("09/10/2023", "Тарас Дорошенко", "Per diem 9–11 October", 3, 75, 225, "1.2"),
            ("09/10/2023", "Ольга Савчук", "Per diem 9–10 October", 2, 75, 150, "1.2"),
            ("", "Total", "", 5, "", 375, ""),
        ),
    ),
    money(
        "mk-denars-and-euros",
        "the sum in denars and in euros side by side",
        spent("09", "Хотел Русија", "12300.00", "1.2", document_no="ФА-12", currency="MKD"),
        spent("10", "Преведувач дооел", "6150.00", "2.10", document_no="7", currency="MKD"),
        text=(
            "Датум;Фактура бр.;Добавувач;Износ (МКД);Износ (ЕУР);Буџетска линија\r\n"
            "09.10.2023;ФА-12;Хотел Русија;12.300,00;200,00;1.2\r\n"
            "10.10.2023;7;Преведувач дооел;6.150,00;100,00;2.10\r\n"
            "Вкупно;;;18.450,00;300,00;\r\n"
        ),
        ending=".csv",
    ),
    money(
        "en-card-export",
        "an export of a card: merchant, category by the name of the line, signs of currencies in the cells",
        spent("04", "Ryanair", "312.40", "1.1", currency="EUR"),
        spent("09", "Booking.com", "1080.00", "1.2", currency="USD"),
        spent("11", "Olena Interpreting", "250.00", "2.10", currency="EUR"),
        text=(
            "Date,Merchant,Category,Amount,Notes\r\n"
            "2023-10-04,Ryanair,Flights,€312.40,\r\n"
            '2023-10-09,Booking.com,Hotels,"$1,080.00",3 rooms\r\n'
            "2023-10-11,Olena Interpreting,Interpreters,€250.00,\r\n"
        ),
        ending=".csv",
    ),
    money(
        "bs-1250-unknown-names",
        "cp1250; headings with small slips and in another order, one document without a number",
        spent("05", "Centrotrans", "340.00", "1.1", document_no="12-2023", description="Autobus", currency="BAM"),
        spent("09", "Pansion Ada", "510.50", "1.2", document_no="", description="Noćenje", currency="BAM"),
        text=(
            "Rbr;Dobavljač;Vrsta troška;Broj računa;Datum računa;Iznos u KM;Budžetska stavka\r\n"
            "1;Centrotrans;Autobus;12-2023;05.10.2023;340,00;1.1\r\n"
            "2;Pansion Ada;Noćenje;;09.10.2023;510,50;1.2\r\n"
            ";;;;UKUPNO:;850,50;\r\n"
        ),
        encoding="cp1250",
        ending=".csv",
    ),
)
SEVENTH_TRACKERS = (
    plans(
        "uk-marks-of-completion",
        "stages of the work, until when, who, and whether it was done",
        work("Створення робочої групи", "2023-11-01", "archived"),
        work("Збір статистичних даних", "2023-12", "drafting"),
        work("Опитування мешканців", "2024-01-31", "not_started"),
        rows=(
            ("Етап", "Зміст робіт", "Строк (до)", "Хто", "Відмітка про виконання"),
            ("I", "Створення робочої групи", "01.11.2023", "", "виконано"),
            ("II", "Збір статистичних даних", "грудень 2023", "", "в роботі"),
            ("III", "Опитування мешканців", "до 31 січня 2024", "", "не розпочато"),
        ),
    ),
    plans(
        "en-board-export",
        "the export of a board: tasks, due days, lists as states",
        work("Draft the action plan", "2024-02-15", "drafting", kind="action_plan"),
        work("Collect comments", "2024-03-01", "not_started"),
        work("Needs assessment", "2023-11-30", "archived"),
        text=(
            "Task ID,Task Name,Status,Assignee,Due Date,Notes\r\n"
            "118,Draft the action plan,In Progress,,2024-02-15,\r\n"
            "119,Collect comments,To Do,,2024-03-01,\r\n"
            "112,Needs assessment,Done,,2023-11-30,\r\n"
        ),
        ending=".csv",
    ),
    plans(
        "bs-states",
        "cp1250; states of Bosnia, ends of months",
        work("Strategija razvoja", "2024-06", "drafting", kind="strategic_plan"),
        work("Plan upravljanja otpadom", "2024-09-30", "not_started"),
        work("Analiza potreba", "2023-11", "archived"),
        work("Projektna aplikacija IPA", "2024", "on_hold"),
        text=(
            "Rb.;Dokument;Nosilac;Rok;Status\r\n"
            "1.;Strategija razvoja;;kraj juna 2024;u toku\r\n"
            "2.;Plan upravljanja otpadom;;30.09.2024.;nije početo\r\n"
            "3.;Analiza potreba;;novembar 2023;završeno\r\n"
            "4.;Projektna aplikacija IPA;;2024.;odgođeno\r\n"
        ),
        encoding="cp1250",
        ending=".csv",
    ),
    plans(
        "lv-en-headings",
        "headings in two languages, an end given as a week that no date can hold",
        work("Energy action plan", "2024-03-31", "consultation"),
        work("Communication plan", "", "drafting"),
        rows=(
            ("Deliverable / Nodevums", "Deadline / Termiņš", "Status / Statuss"),
            ("Energy action plan", "31.03.2024.", "Public consultation / Publiskā apspriešana"),
            ("Communication plan", "week 12", "In progress"),
        ),
        told=((3, "due"),),
    ),
    plans(
        "mk-steps-of-a-strategy",
        "Macedonian: steps of a strategy, deadlines by quarter and month, states",
        work("Анализа на состојбата", "2023-12", "archived"),
        work("Визија и цели", "2024-Q1", "drafting"),
        work("Усвојување на совет", "2024-06-28", "not_started"),
        rows=(
            ("Чекор", "Активност", "Рок", "Статус"),
            (1, "Анализа на состојбата", "декември 2023", "завршено"),
            (2, "Визија и цели", "I квартал 2024", "во тек"),
            (3, "Усвојување на совет", "28.06.2024", "не е започнато"),
        ),
    ),
)
SEVENTH_LISTS = (
    signed(
        "en-letters-and-totals",
        "P, A, L and E with a key below, sums at the right",
        {
            "Їжакевич": (YES, YES, YES),
            "Åkerström": (YES, YES, NO),
            "Žnidaršič": (EXC, EXC, YES),
        },
        rows=(
            ("No", "Participant", "9/10/2023", "10/10/2023", "Total"),
            (1, "Yuliia Yizhakevych", "P", "P", 2),
            (2, "Bengt Åkerström", "L", "A", 1),
            (3, "Špela Žnidaršič", "E", "P", 1),
            ("P = present, A = absent, L = late, E = excused", "", "", "", ""),
        ),
    ),
    signed(
        "uk-sheet-for-each-day-ones",
        "a sheet for each day, ones and noughts",
        {
            "Дорошенко": (YES, YES, NO),
            "Савчук": (YES, YES, YES),
        },
        sheets={
            "09.10": (("№", "ПІБ", "Присутність"), (1, "Дорошенко Тарас", 1), (2, "Савчук Ольга", 1)),
            "10.10": (("№", "ПІБ", "Присутність"), (1, "Дорошенко Тарас", 0), (2, "Савчук Ольга", 1)),
        },
    ),
    signed(
        "sv-yes-no-late-ill",
        "ja, nej, late by minutes, ill",
        {
            "Åkerström": (YES, YES, YES),
            "Bērziņa": (YES, YES, EXC),
            "Савчук": (NO, NO, YES),
        },
        rows=(
            ("Närvarolista", "", ""),
            ("Namn", "Måndag 9/10", "Tisdag 10/10"),
            ("Bengt Åkerström", "ja", "sen 10 min"),
            ("Līga Bērziņa", "ja", "sjuk"),
            ("Olha Savchuk", "nej", "ja"),
        ),
    ),
    signed(
        "zoom-2024-ukrainian",
        "Zoom in Ukrainian, days with full stops, a phone as a name",
        {
            "Їжакевич": ("present:80", "", ""),
        },
        asked=("Цвіркун Дмитро Заводське", "Samsung SM-A52"),
        text=(
            "Ім'я (справжнє ім'я),Електронна пошта,Час входу,Час виходу,Тривалість (хвилини),Гість\r\n"
            "Юлія Їжакевич,,09.10.2023 09:10:00,09.10.2023 10:30:00,80,Так\r\n"
            "Цвіркун Дмитро Заводське,,09.10.2023 08:55:00,09.10.2023 10:32:00,97,Так\r\n"
            "Samsung SM-A52,,09.10.2023 09:00:00,09.10.2023 09:05:00,5,Так\r\n"
        ),
        ending=".csv",
    ),
    signed(
        "teams-2024-slovenian",
        "Teams in Slovenian with sections and spaces in its dates",
        {
            "Žnidaršič": ("", "", YES),
            "Bērziņa": ("", "", "present:150"),
        },
        text=(
            "1. Povzetek\r\n"
            "Naslov srečanja\tDelavnica\r\n"
            "Začetni čas\t10. 10. 2023, 08:55:00\r\n"
            "Končni čas\t10. 10. 2023, 12:05:00\r\n"
            "\r\n"
            "2. Udeleženci\r\n"
            "Ime\tPrva pridružitev\tZadnji odhod\tTrajanje v srečanju\tE-pošta\tID udeleženca (UPN)\tVloga\r\n"
            "Špela Žnidaršič\t10. 10. 2023, 08:56:00\t10. 10. 2023, 12:05:00\t3 h 9 min\tspela@domzale.si\t\t"
            "Organizator\r\n"
            "Līga Bērziņa\t10. 10. 2023, 09:30:00\t10. 10. 2023, 12:00:00\t2 h 30 min\t\t\tPredstavitelj\r\n"
        ),
        encoding="utf-16",
        ending=".csv",
    ),
    signed(
        "teams-2021-summary",
        "the form of 2021: a summary, then full names with join, leave and duration, a re-join",
        {
            "Савчук": ("present:75", "", ""),
            "Åkerström": (YES, "", ""),
        },
        text=(
            "Meeting Summary\r\n"
            "Total Number of Participants\t2\r\n"
            "Meeting Title\tDay 1\r\n"
            "Meeting Start Time\t10/9/2023, 8:57:12 AM\r\n"
            "Meeting End Time\t10/9/2023, 10:35:00 AM\r\n"
            "\r\n"
            "Full Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole\tParticipant ID (UPN)\r\n"
            "Bengt Åkerström\t10/9/2023, 8:57:12 AM\t10/9/2023, 10:35:00 AM\t1h 37m\tb@example.se\tOrganizer\t\r\n"
            "Olha Savchuk\t10/9/2023, 9:00:00 AM\t10/9/2023, 9:45:00 AM\t45m\t\tAttendee\t\r\n"
            "Olha Savchuk\t10/9/2023, 10:00:00 AM\t10/9/2023, 10:30:00 AM\t30m\t\tAttendee\t\r\n"
        ),
        encoding="utf-16",
        ending=".csv",
    ),
    signed(
        "sl-clock-of-arrival",
        "a paper register typed in: when each came and went",
        {
            "Žnidaršič": ("", "", YES),
            "Дорошенко": ("", "", "present:150"),
        },
        rows=(
            ("Evidenca prisotnosti – 10. 10. 2023", "", "", ""),
            ("Zap. št.", "Ime in priimek", "Ura prihoda", "Ura odhoda"),
            (1, "Špela Žnidaršič", time(8, 55), time(12)),
            (2, "Taras Doroshenko", time(9, 30), time(12)),
        ),
    ),
    signed(
        "hr-ticks-and-reason",
        "ticks, a dash, “opravdano”, the place of work between",
        {
            "Žnidaršič": (YES, YES, EXC),
            "Bērziņa": (YES, YES, YES),
            "Савчук": (NO, NO, YES),
        },
        rows=(
            ("Popis sudionika", "", "", "", ""),
            ("R.br.", "Ime i prezime", "Ustanova", "9.10.2023.", "10.10.2023."),
            ("1.", "Špela Žnidaršič", "Općina Domžale", "✓", "opravdano"),
            ("2.", "Līga Bērziņa", "Valmiera", "✓", "✓"),
            ("3.", "Olha Savchuk", "Zavodske", "-", "✓"),
        ),
    ),
)
