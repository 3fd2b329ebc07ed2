"""Agendas of towns and tools that never saw the program; the visit is from Monday 9 to Wednesday 11 October 2023."""

from datetime import date, datetime, time

from tests.messy.record_files import RecordFile


def at(day: int, start: str, title: str, **more: str) -> dict[str, str]:
    """An item as expected."""
    return {"date": f"2023-10-{day:02d}", "start": start, "title": title, **more}


def agenda(name: str, mess: str, *records: dict[str, str], **more: object) -> RecordFile:
    """One agenda."""
    return RecordFile(name, "agenda", mess, records=records, **more)  # type: ignore[arg-type]


UKRAINIAN = (
    agenda(
        "uk-grid",
        "days as columns, lunch merged over all days, details in the second line of a cell",
        at(9, "09:00", "Відкриття візиту", end="10:30", kind="opening"),
        at(9, "10:30", "Кава-брейк", end="11:00", kind="coffee_break"),
        at(9, "11:00", "Лекція «Бюджет участі»", end="12:30", description="Велика зала"),
        at(9, "12:30", "Обід", end="13:30", kind="meal"),
        at(9, "13:30", "Ознайомча екскурсія", end="16:00"),
        at(10, "09:00", "Робота в групах", end="10:30"),
        at(10, "10:30", "Кава-брейк", end="11:00", kind="coffee_break"),
        at(10, "11:00", "Візит до очисних споруд", end="12:30", kind="site_visit"),
        at(10, "12:30", "Обід", end="13:30", kind="meal"),
        at(11, "09:00", "Підсумки", end="10:30"),
        at(11, "10:30", "Кава-брейк", end="11:00"),
        at(11, "12:30", "Обід", end="13:30", kind="meal"),
        at(11, "13:30", "Від'їзд", end="16:00"),
        rows=(
            ("Програма навчального візиту",),
            ("Час", "09.10 (понеділок)", "10.10 (вівторок)", "11.10 (середа)"),
            ("09:00–10:30", "Відкриття візиту", "Робота в групах", "Підсумки"),
            ("10:30–11:00", "Кава-брейк", "", ""),
            ("11:00–12:30", "Лекція «Бюджет участі»\nВелика зала", "Візит до очисних споруд", "—"),
            ("12:30–13:30", "Обід", "", ""),
            ("13:30–16:00", "Ознайомча екскурсія", "", "Від'їзд"),
        ),
        merges=("A1:D1", "B4:D4", "B6:D6"),
    ),
    agenda(
        "uk-words-for-hours",
        "“з 9 до 10”, “о 12:00”, minutes raised, hyphens instead of colons, an hour without colon",
        at(9, "09:00", "Реєстрація", end="10:00", kind="registration", place="Хол"),
        at(9, "10:00", "Вітальне слово міського голови", end="10:30"),
        at(9, "10:30", "Презентація громади", end="12:00"),
        at(9, "12:00", "Обід", kind="meal"),
        at(9, "13:00", "Тренінг", end="15:30"),
        at(10, "09:00", "Зустріч з ОСББ", end="10:45", kind="meeting"),
        at(10, "11:00", "Практична робота", end="13:00"),
        rows=(
            ("", "ПРОГРАМА", "", ""),
            ("№", "Час", "Зміст заходу", "Місце проведення"),
            ("", "9 жовтня, понеділок", "", ""),
            (1, "з 9 до 10", "Реєстрація", "Хол"),
            (2, "10-00 – 10-30", "Вітальне слово міського голови", ""),
            (3, "10³⁰–12⁰⁰", "Презентація громади", ""),
            (4, "о 12:00", "Обід", ""),
            (5, "з 13.00 до 15.30", "Тренінг", ""),
            ("", "10 жовтня, вівторок", "", ""),
            (6, "9.00 – 10.45 год.", "Зустріч з ОСББ", ""),
            (7, "1100-1300", "Практична робота", ""),
            ("", "Погоджено: заступник міського голови ________ І. Рудь", "", ""),
        ),
    ),
    agenda(
        "uk-one-column",
        "everything in one column: day, then time and title in one cell",
        at(9, "09:00", "Реєстрація учасників", end="09:30", kind="registration"),
        at(9, "09:30", "Відкриття, привітання", end="10:00"),
        at(9, "10:00", "Кава-пауза"),
        at(10, "10:00", "Візит до ЦНАП", end="11:30"),
        at(10, "11:30", "Підсумкова дискусія", end="12:15"),
        rows=(
            ("Порядок денний",),
            ("Понеділок, 9 жовтня 2023 року",),
            ("09:00 – 09:30 Реєстрація учасників",),
            ("09:30 – 10:00 Відкриття, привітання",),
            ("10:00 Кава-пауза",),
            ("Вівторок, 10 жовтня 2023 року",),
            ("10:00 – 11:30 – Візит до ЦНАП",),
            ("11:30–12:15: Підсумкова дискусія",),
        ),
    ),
    agenda(
        "uk-en-columns",
        "two languages: two columns of titles, headings in both",
        at(9, "09:00", "Вітальне слово", end="09:20", title_en="Opening remarks"),
        at(9, "09:20", "Муніципальна енергетика", end="10:45", title_en="Municipal energy"),
        at(9, "10:45", "Перерва на каву", end="11:00"),
        at(10, "09:30", "Виїзд до сонячного парку", end="12:00", title_en="Site visit to the solar park"),
        rows=(
            ("Дата / Date", "Час / Time", "Захід (українською)", "Activity (in English)", "Модератор / Moderator"),
            (date(2023, 10, 9), "09:00-09:20", "Вітальне слово", "Opening remarks", "Irena Kovač"),
            ("", "09:20-10:45", "Муніципальна енергетика", "Municipal energy", ""),
            ("", "10:45-11:00", "Перерва на каву", "", ""),
            (date(2023, 10, 10), "09:30-12:00", "Виїзд до сонячного парку", "Site visit to the solar park", ""),
        ),
        merges=("A2:A4",),
    ),
    agenda(
        "uk-sheet-per-day",
        "a sheet for each day, named by it, without a column of dates",
        at(9, "09:00", "Знайомство", end="10:00", place="Ратуша", speakers="Irena Kovač"),
        at(9, "10:00", "Перерва", end="10:15"),
        at(10, "08:45", "Збір біля готелю", end="09:00"),
        at(10, "09:00", "Переїзд до Люблі", end="10:30", kind="transfer"),
        sheets={
            "9 жовтня": (
                ("Початок", "Кінець", "Подія", "Доповідач", "Місце"),
                ("9:00", "10:00", "Знайомство", "Ірена Ковач, мер", "Ратуша"),
                ("10:00", "10:15", "Перерва", "", ""),
            ),
            "10 жовтня": (
                ("Початок", "Кінець", "Подія", "Доповідач", "Місце"),
                (time(8, 45), time(9, 0), "Збір біля готелю", "", ""),
                (time(9, 0), time(10, 30), "Переїзд до Люблі", "", ""),
            ),
        },
    ),
    agenda(
        "uk-csv-1251",
        "a semicolon file in cp1251, date only where it changes, times with dots and spaces",
        at(9, "08:30", "Сніданок", end="09:00", kind="meal", place="готель «Центр»"),
        at(9, "09:15", "Виступ: як ми рахуємо тепло", end="11:00", place="сесійна зала"),
        at(11, "14:00", "Закриття, вручення сертифікатів", end="15:00", kind="closing", place="сесійна зала"),
        text=(
            "Дата;Час;Назва заходу;Відповідальний;Локація\r\n"
            "09.10.2023 р.;8.30 - 9.00;Сніданок;;готель «Центр»\r\n"
            ";9.15 - 11.00;Виступ: як ми рахуємо тепло;Шевчук О.;сесійна зала\r\n"
            "11.10.2023 р.;14.00 - 15.00;Закриття, вручення сертифікатів;;сесійна зала\r\n"
        ),
        encoding="cp1251",
        ending=".csv",
    ),
    agenda(
        "uk-parallel-sections",
        "one merged time for two parallel sections in two places",
        at(9, "10:00", "Пленарне засідання", end="11:00", place="Велика зала"),
        at(9, "11:00", "Секція 1. Освіта", end="12:30", place="Каб. 12"),
        at(9, "11:00", "Секція 2. Медицина", end="12:30", place="Каб. 14"),
        at(9, "12:30", "Обід", end="13:30", place="Їдальня"),
        rows=(
            ("09.10.2023",),
            ("Час", "Захід", "Місце"),
            ("10:00-11:00", "Пленарне засідання", "Велика зала"),
            ("11:00-12:30", "Секція 1. Освіта", "Каб. 12"),
            ("", "Секція 2. Медицина", "Каб. 14"),
            ("12:30-13:30", "Обід", "Їдальня"),
        ),
        merges=("A1:C1", "A4:A5"),
    ),
    agenda(
        "uk-over-midnight",
        "a night in the bus, an item without hours, an item of the whole day",
        at(9, "20:00", "Вечеря", end="21:30", kind="meal"),
        at(9, "22:00", "Переїзд до Загреба", end="06:00"),
        at(10, "10:00", "Зустріч із делегацією", end="12:00"),
        rows=(
            ("Дата", "Час", "Захід"),
            ("09.10.23", "20:00-21:30", "Вечеря"),
            ("09.10.23", "22:00 – 06:00", "Переїзд до Загреба"),
            ("10.10.23", "10:00-12:00", "Зустріч із делегацією"),
            ("10.10.23", "протягом дня", "Фотовиставка"),
            ("11.10.23", "", "Вільний час"),
        ),
        refused=(5, 6),
    ),
)

SOUTHERN = (
    agenda(
        "sl-day-rows",
        "days as merged heading rows with the town, hours in words, coffee without an end",
        at(9, "09:00", "Pozdravni nagovor", end="09:30", speakers="Irena Kovač", place="Velika dvorana"),
        at(9, "09:30", "Predstavitev občine", end="11:00", place="Velika dvorana"),
        at(9, "11:00", "Odmor za kavo", kind="coffee_break"),
        at(9, "11:20", "Delavnica: upravljanje z odpadki", end="13:00", kind="workshop", place="Sejna soba 2"),
        at(9, "13:00", "Kosilo", kind="meal", place="Gostilna Repanšek"),
        at(10, "08:00", "Odhod avtobusa izpred hotela"),
        at(10, "09:00", "Ogled kompostarne", end="12:30", kind="site_visit"),
        rows=(
            ("OBČINA DOMŽALE", "", "", ""),
            ("Program študijskega obiska", "", "", ""),
            ("", "", "", ""),
            ("Ura", "Aktivnost", "Predavatelj", "Kje"),
            ("Ponedeljek, 9. oktober 2023 (Domžale)", "", "", ""),
            ("9.00–9.30", "Pozdravni nagovor", "Irena Kovač, županja Občine Domžale", "Velika dvorana"),
            ("9.30–11.00", "Predstavitev občine", "", "Velika dvorana"),
            ("ob 11. uri", "Odmor za kavo", "", ""),
            ("11.20–13.00", "Delavnica: upravljanje z odpadki", "", "Sejna soba 2"),
            ("13.00", "Kosilo", "", "Gostilna Repanšek"),
            ("Torek, 10. oktober 2023", "", "", ""),
            ("ob 8.00", "Odhod avtobusa izpred hotela", "", ""),
            ("od 9.00 do 12.30", "Ogled kompostarne", "", ""),
        ),
        merges=("A1:D1", "A2:D2", "A5:D5", "A11:D11"),
    ),
    agenda(
        "sl-csv-1250",
        "from and to in two columns, dates with spaces, cp1250",
        at(9, "10:00", "Registracija", end="10:15", place="Avla"),
        at(9, "10:15", "Zaščita in reševanje v občini", end="12:00", place="Gasilski dom Študa"),
        at(10, "09:30", "Sestanek z mentorji", end="11:30", kind="meeting", place="Občina"),
        text=(
            "Datum;Od;Do;Vsebina;Izvajalec;Prostor\r\n"
            "9. 10. 2023;10.00;10.15;Registracija;;Avla\r\n"
            "9. 10. 2023;10.15;12.00;Zaščita in reševanje v občini;g. Žnidaršič;Gasilski dom Študa\r\n"
            "10. 10. 2023;9.30;11.30;Sestanek z mentorji;;Občina\r\n"
        ),
        encoding="cp1250",
        ending=".csv",
    ),
    agenda(
        "hr-days-numbered",
        "“1. dan”, hours with h, “u 11 h”, break without an end",
        at(9, "09:00", "Prijava sudionika", end="09:30", kind="registration"),
        at(9, "09:30", "Uvodna riječ gradonačelnice", end="10:00"),
        at(9, "10:00", "Stanka za kavu", end="10:30", kind="coffee_break"),
        at(9, "11:00", "Okrugli stol"),
        at(10, "09:00", "Radionica o proračunu", end="12:00", kind="workshop"),
        at(11, "10:00", "Završna riječ", end="11:00"),
        rows=(
            ("Raspored posjeta", "", ""),
            ("Vrijeme", "Aktivnost", "Mjesto održavanja"),
            ("1. dan – ponedjeljak, 9. listopada 2023.", "", ""),
            ("09:00h – 09:30h", "Prijava sudionika", ""),
            ("09:30h – 10:00h", "Uvodna riječ gradonačelnice", ""),
            ("10-10:30", "Stanka za kavu", ""),
            ("u 11 h", "Okrugli stol", ""),
            ("2. dan", "", ""),
            ("9 – 12 sati", "Radionica o proračunu", ""),
            ("3. dan", "", ""),
            ("10:00 do 11:00", "Završna riječ", ""),
        ),
    ),
    agenda(
        "bs-two-tables-beside",
        "each day has its own pair of columns",
        at(9, "09:00", "Otvaranje", end="09:30", kind="opening"),
        at(9, "09:30", "Predavanje o vodovodu", end="11:00"),
        at(9, "11:00", "Pauza za kafu", end="11:20", kind="coffee_break"),
        at(10, "08:30", "Polazak", end="09:00"),
        at(10, "09:00", "Obilazak deponije", end="12:00"),
        rows=(
            ("Ponedjeljak, 09.10.2023.", "", "Utorak, 10.10.2023.", ""),
            ("Vrijeme", "Aktivnost", "Vrijeme", "Aktivnost"),
            ("09:00-09:30", "Otvaranje", "08:30-09:00", "Polazak"),
            ("09:30-11:00", "Predavanje o vodovodu", "09:00-12:00", "Obilazak deponije"),
            ("11:00-11:20", "Pauza za kafu", "", ""),
        ),
        merges=("A1:B1", "C1:D1"),
    ),
    agenda(
        "sr-cyrillic",
        "Serbian in Cyrillic, tabs, hours with “ч”, from and to in words",
        at(9, "09:00", "Регистрација учесника", end="09:30", place="Градска кућа"),
        at(9, "09:30", "Отварање и поздравна реч", end="10:00", place="Градска кућа"),
        at(9, "10:00", "Пауза за кафу", kind="coffee_break"),
        at(10, "09:00", "Посета водоводу", end="10:30", kind="site_visit", place="Јасеница"),
        text=(
            "Датум\tВреме\tТема\tПредавач\tМесто одржавања\r\n"
            "понедељак, 09.10.2023.\tод 9 до 9:30 ч\tРегистрација учесника\t\tГрадска кућа\r\n"
            "\t9:30-10 ч\tОтварање и поздравна реч\t\tГрадска кућа\r\n"
            "\tу 10 часова\tПауза за кафу\t\t\r\n"
            "уторак, 10.10.2023.\t9-10.30 часова\tПосета водоводу\t\tЈасеница\r\n"
        ),
        encoding="utf-16",
        ending=".tsv",
    ),
    agenda(
        "mk-days",
        "Macedonian, day rows with a number and a date, “часот”",
        at(9, "09:00", "Пријавување на учесниците", end="09:30", kind="registration"),
        at(9, "09:30", "Отворање", end="10:00", kind="opening"),
        at(9, "10:00", "Пауза за кафе", end="10:15", kind="coffee_break"),
        at(10, "09:00", "Работилница за буџет", end="12:00", kind="workshop"),
        at(10, "12:00", "Ручек", end="13:00", kind="meal"),
        rows=(
            ("Агенда", "", "", ""),
            ("Време", "Активност", "Предавач", "Место"),
            ("Ден 1 – 09.10.2023 (понеделник)", "", "", ""),
            ("09:00 - 09:30 часот", "Пријавување на учесниците", "", ""),
            ("09:30 - 10:00", "Отворање", "", ""),
            ("10:00 - 10:15", "Пауза за кафе", "", ""),
            ("Ден 2 – 10.10.2023 (вторник)", "", "", ""),
            ("09:00 - 12:00", "Работилница за буџет", "", ""),
            ("12:00 - 13:00", "Ручек", "", ""),
        ),
    ),
)

NORTHERN = (
    agenda(
        "sv-merged-day",
        "the day merged downwards in the first column, “kl.”, from an hour on",
        at(9, "09:00", "Registrering och kaffe", end="09:30", place="Foajén"),
        at(9, "09:30", "Välkomna!", end="10:00", speakers="Irena Kovač", place="Kommunhuset"),
        at(9, "10:00", "Fika", kind="coffee_break", place="Kommunhuset"),
        at(9, "10:20", "Föreläsning: medborgardialog", end="12:00", kind="lecture", place="Kommunhuset"),
        at(10, "08:30", "Studiebesök på vattenverket", kind="site_visit"),
        at(10, "12:00", "Lunch", end="13:00", kind="meal"),
        rows=(
            ("Dag", "Tid", "Aktivitet", "Föreläsare", "Lokal"),
            ("Måndag\n9 oktober", "kl. 9–9.30", "Registrering och kaffe", "", "Foajén"),
            ("", "9.30–10", "Välkomna!", "Irena Kovač, borgmästare", "Kommunhuset"),
            ("", "kl 10", "Fika", "", "Kommunhuset"),
            ("", "10.20–12.00", "Föreläsning: medborgardialog", "", "Kommunhuset"),
            ("Tisdag\n10 oktober", "från kl. 8.30", "Studiebesök på vattenverket", "", ""),
            ("", "12-13", "Lunch", "", ""),
        ),
        merges=("A2:A5", "A6:A7"),
    ),
    agenda(
        "lv-agenda",
        "Latvian: “plkst.”, “no … līdz”, the date in words before the table",
        at(9, "09:00", "Dalībnieku reģistrācija", end="09:30", place="Rātsnams"),
        at(9, "09:30", "Atklāšana", end="10:00", kind="opening", place="Rātsnams"),
        at(9, "10:00", "Kafijas pauze", kind="coffee_break"),
        at(9, "10:30", "Darbs grupās", end="12:00"),
        at(10, "13:00", "Objekta apskate", kind="site_visit", place="Notekūdeņu attīrīšanas iekārtas"),
        rows=(
            ("DARBA KĀRTĪBA", "", ""),
            ("Laiks", "Pasākums", "Vieta"),
            ("Pirmdiena, 2023. gada 9. oktobris", "", ""),
            ("plkst. 9.00–9.30", "Dalībnieku reģistrācija", "Rātsnams"),
            ("plkst. 9.30–10.00", "Atklāšana", "Rātsnams"),
            ("plkst. 10.00", "Kafijas pauze", ""),
            ("no 10.30 līdz 12.00", "Darbs grupās", ""),
            ("Otrdiena, 2023. gada 10. oktobris", "", ""),
            ("no plkst. 13.00", "Objekta apskate", "Notekūdeņu attīrīšanas iekārtas"),
        ),
    ),
    agenda(
        "lv-csv-1257",
        "commas in cp1257, day and month in words, without a year",
        at(9, "09:00", "Ievads", end="10:00", place="Zāle"),
        at(10, "10:00", "Diskusija", end="11:30", place="Mazā zāle"),
        text=(
            'Diena,Sākums,Beigas,Temats,Lektors,Telpa\r\n"pirmdiena, 9. oktobris",9.00,10.00,Ievads,,Zāle\r\n'
            '"otrdiena, 10. oktobris",10.00,11.30,Diskusija,"Bērziņa, Līga",Mazā zāle\r\n'
        ),
        encoding="cp1257",
        ending=".csv",
    ),
)

ENGLISH = (
    agenda(
        "en-am-pm",
        "a.m. and p.m. in many spellings, noon, “from 9”, an open end",
        at(9, "09:00", "Registration", end="09:30", kind="registration", place="Lobby"),
        at(9, "09:30", "Opening", end="10:00", kind="opening", place="Room A"),
        at(9, "12:00", "Lunch", kind="meal", place="Canteen"),
        at(9, "13:30", "Mentoring work", end="16:00", place="Room A"),
        at(9, "19:00", "Dinner"),
        at(10, "09:00", "Site visit to the recycling centre", kind="site_visit"),
        at(10, "13:00", "Wrap-up", end="14:30"),
        rows=(
            ("Date", "Time", "Session", "Venue"),
            ("Mon 9 Oct", "9:00 am – 9:30 am", "Registration", "Lobby"),
            ("Mon 9 Oct", "9.30 - 10am", "Opening", "Room A"),
            ("Mon 9 Oct", "12 noon", "Lunch", "Canteen"),
            ("Mon 9 Oct", "1.30pm–4pm", "Mentoring work", "Room A"),
            ("Mon 9 Oct", "7 p.m. – ", "Dinner", ""),
            ("Tue 10 Oct", "from 9", "Site visit to the recycling centre", ""),
            ("Tue 10 Oct", "13h00-14h30", "Wrap-up", ""),
        ),
    ),
    agenda(
        "en-calendar-export",
        "what a calendar program exports: American dates that only the visit can prove, twelve hours",
        at(9, "09:00", "Kick-off meeting", end="10:30", place="Town hall, Domžale"),
        at(10, "13:00", "Workshop: waste", end="15:30", description="Bring your figures", kind="workshop"),
        at(11, "11:00", "Farewell coffee", end="12:00"),
        text=(
            "Subject,Start Date,Start Time,End Date,End Time,All Day Event,Description,Location,Private\n"
            'Kick-off meeting,10/09/2023,9:00:00 AM,10/09/2023,10:30:00 AM,False,,"Town hall, Domžale",False\n'
            "Workshop: waste,10/10/2023,1:00:00 PM,10/10/2023,3:30:00 PM,False,Bring your figures,,False\n"
            "Farewell coffee,10/11/2023,11:00:00 AM,10/11/2023,12:00:00 PM,False,,,False\n"
        ),
        ending=".csv",
    ),
    agenda(
        "en-durations",
        "a start and how long it takes; numbers that are times without a format",
        at(9, "09:00", "Icebreaker", end="09:30", place="Hall 1"),
        at(9, "09:30", "Lecture on budgets", end="11:00", kind="lecture", place="Hall 1"),
        at(9, "11:15", "Group work", end="12:45", place="Hall 2"),
        rows=(
            ("Study visit programme", "", "", "", ""),
            ("Day", "Start", "Duration", "Activity", "Room"),
            (datetime(2023, 10, 9), time(9, 0), "30 min", "Icebreaker", "Hall 1"),
            (datetime(2023, 10, 9), 0.3958333333, "1h30", "Lecture on budgets", "Hall 1"),
            (datetime(2023, 10, 9), "11:15", "1.5 h", "Group work", "Hall 2"),
        ),
    ),
    agenda(
        "en-day-theme-footers",
        "theme in the day's heading, remarks and footers that are no items, two languages in a cell",
        at(9, "09:00", "Welcome", end="09:15", title_uk="Ласкаво просимо"),
        at(9, "09:15", "Our town in figures", end="10:00", title_uk="Наше місто в цифрах", speakers="Irena Kovač"),
        at(10, "10:00", "Drafting of projects", end="12:30", title_uk="Написання проєктів"),
        rows=(
            ("DRAFT AGENDA v0.3", "", ""),
            ("Time", "Agenda item", "Speaker / Organisation"),
            ("DAY 1: Monday, 9 October 2023 – Getting to know each other", "", ""),
            ("09:00–09:15", "Welcome / Ласкаво просимо", ""),
            (
                "09:15–10:00",
                "Our town in figures\nНаше місто в цифрах",
                "Ms Irena Kovač\nMayor\nMunicipality of Domžale",
            ),
            ("End of day 1", "", ""),
            ("DAY 2: Tuesday, 10 October 2023 – Work", "", ""),
            ("10:00–12:30", "Drafting of projects / Написання проєктів", ""),
            ("* Times may change. Please wear comfortable shoes.", "", ""),
        ),
        merges=("A1:C1", "A3:C3", "A7:C7", "A9:C9"),
    ),
)

AGENDAS = (*UKRAINIAN, *SOUTHERN, *NORTHERN, *ENGLISH)
