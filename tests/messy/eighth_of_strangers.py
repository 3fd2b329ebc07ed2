"""The second judge's sheets, last batch, written after the third one was mended."""

from datetime import date, datetime, time

from tests.messy.accounts_of_strangers import money, plans, spent, work
from tests.messy.agendas_of_strangers import agenda, at
from tests.messy.lists_of_strangers import EXC, NO, YES, signed

EIGHTH_AGENDAS = (
    agenda(
        "uk-programme-with-moderators",
        "the moderator in a row of his own under the day, speakers with posts, a break in a merged row",
        at(9, "10:00", "Відкриття семінару", end="10:20", kind="opening", place="Сесійна зала"),
        at(9, "10:20", "Стратегічне планування у громаді", end="11:40", speakers="Irena Kovač"),
        at(9, "11:40", "Перерва на каву", end="12:00", kind="coffee_break"),
        at(9, "12:00", "Дискусія", end="13:00"),
        rows=(
            ("Програма семінару", "", "", ""),
            ("Час", "Тема", "Спікер", "Місце проведення"),
            ("9 жовтня 2023 р., понеділок", "", "", ""),
            ("Модератор: Тарас Дорошенко", "", "", ""),
            ("10:00 - 10:20", "Відкриття семінару", "", "Сесійна зала"),
            ("10:20 - 11:40", "Стратегічне планування у громаді", "Irena Kovač", ""),
            ("11:40 - 12:00", "Перерва на каву", "", ""),
            ("12:00 - 13:00", "Дискусія", "", ""),
        ),
        merges=("A3:D3", "A4:D4", "B7:D7"),
    ),
    agenda(
        "en-dates-in-a-column-us",
        "real dates and times, the item's length in hours and minutes, an online link",
        at(9, "09:00", "Kick-off call", end="10:30", link="https://meet.example.org/abc"),
        at(10, "14:00", "Mentor consultation", end="14:45", link="https://meet.example.org/def"),
        rows=(
            ("Date", "Start", "Duration", "Session", "Link"),
            (datetime(2023, 10, 9), time(9), time(1, 30), "Kick-off call", "https://meet.example.org/abc"),
            (datetime(2023, 10, 10), time(14), time(0, 45), "Mentor consultation", "https://meet.example.org/def"),
        ),
    ),
    agenda(
        "hr-czech-style-hours",
        "Croatian with “sati”, days with dots and weekday behind, lunch at a restaurant",
        at(9, "09:00", "Okupljanje u gradskoj upravi", end="09:15"),
        at(9, "09:15", "Predstavljanje grada", end="10:45", speakers="Irena Kovač"),
        at(9, "12:30", "Ručak u restoranu", end="14:00", kind="meal"),
        at(10, "08:00", "Polazak autobusa", end="09:00", kind="transfer"),
        rows=(
            ("Vrijeme", "Program", "Izlagač"),
            ("9.10.2023. (ponedjeljak)", "", ""),
            ("9.00 - 9.15 sati", "Okupljanje u gradskoj upravi", ""),
            ("9.15 - 10.45 sati", "Predstavljanje grada", "Irena Kovač"),
            ("12.30 - 14.00 sati", "Ručak u restoranu", ""),
            ("10.10.2023. (utorak)", "", ""),
            ("u 8.00 sati", "Polazak autobusa", ""),
        ),
    ),
    agenda(
        "sv-1252-list-with-week",
        "latin-1 with semicolons; week and weekday in columns of their own, times with a dash",
        at(9, "09:00", "Välkomstfika", end="09:30", place="Kommunhuset"),
        at(9, "09:30", "Så arbetar vi med avfall", end="11:30", place="Kommunhuset"),
        at(11, "10:00", "Utvärdering", end="11:00"),
        text=(
            "Vecka;Dag;Datum;Tid;Innehåll;Lokal\r\n"
            "41;Måndag;2023-10-09;09:00-09:30;Välkomstfika;Kommunhuset\r\n"
            "41;Måndag;2023-10-09;09:30-11:30;Så arbetar vi med avfall;Kommunhuset\r\n"
            "41;Onsdag;2023-10-11;10:00-11:00;Utvärdering;\r\n"
        ),
        encoding="latin-1",
        ending=".csv",
    ),
    agenda(
        "en-both-zones-named-in-cells",
        "each cell names the zone of its times, Kyiv first",
        at(9, "09:30", "Introductory webinar", end="10:30", speakers="Irena Kovač"),
        at(10, "09:30", "Second webinar", end="10:30"),
        rows=(
            ("Date", "Time", "Title", "Speaker"),
            ("9 October 2023", "10:30 (Kyiv) / 09:30 (Brussels)", "Introductory webinar", "Irena Kovač"),
            ("10 October 2023", "10:30 Kyiv time", "Second webinar", ""),
        ),
    ),
)
EIGHTH_ACCOUNTS = (
    money(
        "uk-advance-report-1251",
        "cp1251; an advance report: date and number in one cell, kopecks behind a comma",
        spent("05", "Укрзалізниця", "1250.60", "1.1", description="Залізничний квиток", currency="UAH"),
        spent("09", "Готель «Львів»", "3600.00", "1.2", description="Проживання 2 ночі", currency="UAH"),
        text=(
            "№ з/п;Дата;Кому, за що і за яким документом сплачено;Кому сплачено;За що;Стаття;Сума, грн\r\n"
            "1;05.10.2023;квиток № 77-12;Укрзалізниця;Залізничний квиток;1.1;1250,60\r\n"
            "2;09.10.2023;рахунок № 88;Готель «Львів»;Проживання 2 ночі;1.2;3600,00\r\n"
            "Всього;;;;;;4850,60\r\n"
        ),
        encoding="cp1251",
        ending=".csv",
    ),
    money(
        "en-gbp-with-rate",
        "pounds with a rate and the sum in euros; subtotal rows by line",
        spent("03", "British Airways", "412.00", "1.1", document_no="BA-1", currency="GBP", rate="0.865"),
        spent("10", "Premier Inn", "300.00", "1.2", document_no="PI-9", currency="GBP", rate="0.865"),
        rows=(
            ("Ref", "Date", "Supplier", "Budget line", "Amount", "Currency", "Rate", "EUR"),
            ("BA-1", date(2023, 10, 3), "British Airways", "1.1", 412, "GBP", "0.8650", 476.3),
            ("", "", "Subtotal 1.1", "", 412, "GBP", "", 476.3),
            ("PI-9", date(2023, 10, 10), "Premier Inn", "1.2", 300, "GBP", "0.8650", 346.82),
            ("", "", "Subtotal 1.2", "", 300, "GBP", "", 346.82),
            ("", "", "Grand total", "", 712, "GBP", "", 823.12),
        ),
    ),
    money(
        "sl-invoices-with-status",
        "paid or still open in words, gross with a point as in English",
        spent("04", "Kompas d.d.", "820.00", "1.1", document_no="23-300-1", description="letala", state="paid"),
        spent("11", "Hotel Ambient", "655.40", "1.2", document_no="77", description="prenočišča", state="committed"),
        rows=(
            ("Št. računa", "Datum računa", "Dobavitelj", "Opis", "Postavka", "Bruto", "Stanje"),
            ("23-300-1", "04.10.2023", "Kompas d.d.", "letala", "1.1", 820.0, "plačano"),
            ("77", "11.10.2023", "Hotel Ambient", "prenočišča", "1.2", 655.4, "neplačano"),
        ),
    ),
    money(
        "lv-project-costs",
        "costs of a project with net and tax; points in days, sums as numbers; signatures below",
        spent("02", "SIA Baltic Travel", "605.00", "1.1", document_no="BT-55", net="500.00", vat="105.00"),
        spent("11", "SIA Valoda", "242.00", "2.10", document_no="19/23", net="200.00", vat="42.00"),
        rows=(
            ("Projekta izmaksu pārskats", "", "", "", "", "", "", ""),
            ("Nr. p.k.", "Datums", "Rēķina Nr.", "Piegādātājs", "Budžeta pozīcija", "Bez PVN", "PVN", "Ar PVN"),
            (1, "02.10.2023.", "BT-55", "SIA Baltic Travel", "1.1", 500, 105, 605),
            (2, "11.10.2023.", "19/23", "SIA Valoda", "2.10", 200, 42, 242),
            ("", "", "", "", "Kopā:", 700, 147, 847),
            ("Sagatavoja: A. Ozola", "", "", "", "", "", "", ""),
        ),
    ),
)
EIGHTH_TRACKERS = (
    plans(
        "uk-answers-of-a-hromada",
        "goals, tasks and projects; years for due, states with a percentage behind",
        work("Реконструкція водогону", "2025", "in_implementation"),
        work("Створення ЦНАП", "2024-12", "drafting"),
        work("Паспорт громади", "2024", "adopted"),
        rows=(
            ("№", "Проєкт", "Термін реалізації", "Стан реалізації", "Бюджет, грн"),
            (1, "Реконструкція водогону", 2025, "реалізується (40 %)", 1200000),
            (2, "Створення ЦНАП", "12.2024", "розробляється", 800000),
            (3, "Паспорт громади", "2024 р.", "затверджено", ""),
        ),
    ),
    plans(
        "en-roadmap",
        "a road map with owners, targets by months and quarters, traffic lights for states",
        work("Baseline study", "2023-11", "archived"),
        work("Vision workshop", "2024-01", ""),
        work("Monitoring report", "2024-Q4", "not_started", kind="report"),
        rows=(
            ("Roadmap 2023–2024", "", "", ""),
            ("Milestone", "Owner", "Target date", "Status"),
            ("Baseline study", "", "Nov 2023", "Completed"),
            ("Vision workshop", "", "Jan 2024", "🟡"),
            ("Monitoring report", "", "Q4 2024", "Not started"),
        ),
        told=((4, "stage"),),
    ),
    plans(
        "hr-1250-documents",
        "cp1250; Croatian documents, decisions by which they were adopted",
        work(
            "Strategija razvoja grada",
            "2023-12-15",
            "adopted",
            kind="strategic_plan",
            adoption_number="KLASA 023-01/23",
        ),
        work("Provedbeni program", "2024-03", "drafting", adoption_number=""),
        text=(
            "R.br.;Naziv dokumenta;Rok;Status;Broj odluke\r\n"
            "1.;Strategija razvoja grada;15.12.2023.;usvojeno;KLASA 023-01/23\r\n"
            "2.;Provedbeni program;ožujak 2024.;u izradi;\r\n"
        ),
        encoding="cp1250",
        ending=".csv",
    ),
)
EIGHTH_LISTS = (
    signed(
        "uk-key-of-letters",
        "letters with a key in Ukrainian: п, в, з, пп",
        {
            "Їжакевич": (YES, YES, YES),
            "Дорошенко": (YES, YES, NO),
            "Савчук": (EXC, EXC, YES),
        },
        rows=(
            ("Журнал відвідування", "", "", ""),
            ("№", "Прізвище, ім'я", "9 жовтня 2023", "10 жовтня 2023"),
            (1, "Їжакевич Юлія", "п", "п"),
            (2, "Дорошенко Тарас", "з", "в"),
            (3, "Савчук Ольга", "пп", "п"),
            ("п – присутній, в – відсутній, з – запізнився, пп – поважна причина", "", "", ""),
        ),
    ),
    signed(
        "zoom-2022-month-words",
        "Zoom with months in words, a name in brackets behind a device, two devices at once",
        {
            "Bērziņa": ("present:80", "", ""),
            "Савчук": (YES, "", ""),
        },
        text=(
            "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,Recording Consent\r\n"
            'Līga Bērziņa (iPad),,"Oct 9, 2023 09:10:00 AM","Oct 9, 2023 10:00:00 AM",50,Yes,\r\n'
            'Līga Bērziņa,,"Oct 9, 2023 09:50:00 AM","Oct 9, 2023 10:30:00 AM",40,Yes,\r\n'
            'Olha Savchuk,,"Oct 9, 2023 08:59:00 AM","Oct 9, 2023 10:31:00 AM",92,Yes,\r\n'
        ),
        ending=".csv",
    ),
    signed(
        "teams-2025-lithuania-style",
        "Teams of 2025 in Ukrainian: sections, ISO days, hours and minutes in Ukrainian",
        {
            "Цвіркун": ("", "", "present:165"),
            "Åkerström": ("", "", YES),
        },
        text=(
            "1. Зведення\r\n"
            "Назва наради\tДень 2\r\n"
            "Час початку\t10.10.2023, 08:55:00\r\n"
            "Час завершення\t10.10.2023, 12:03:00\r\n"
            "\r\n"
            "2. Учасники\r\n"
            "Ім'я\tПерше приєднання\tОстанній вихід\tТривалість участі\tЕлектронна пошта\tРоль\r\n"
            "Дмитро Цвіркун (Гість)\t10.10.2023, 09:15:00\t10.10.2023, 12:00:00\t2 год 45 хв\t\tДоповідач\r\n"
            "Bengt Åkerström\t10.10.2023, 08:55:00\t10.10.2023, 12:03:00\t3 год 8 хв\tb@example.se\tОрганізатор\r\n"
        ),
        encoding="utf-16",
        ending=".csv",
    ),
    signed(
        "en-register-by-session-title",
        "sessions by title and time over the columns, Y and N, apologies",
        {
            "Їжакевич": ("", YES, YES),
            "Žnidaršič": ("", NO, EXC),
        },
        rows=(
            ("First name", "Surname", "Waste water in small towns", "10 Oct 9:00"),
            ("Yuliia", "Yizhakevych", "Y", "Y"),
            ("Špela", "Žnidaršič", "N", "apologies"),
        ),
    ),
    signed(
        "mk-signature-and-days",
        "Macedonian register: presence in words, a column for the signature left empty",
        {
            "Савчук": (YES, YES, YES),
            "Åkerström": (NO, NO, YES),
        },
        rows=(
            ("Листа на присуство", "", "", "", ""),
            ("Р.бр.", "Име и презиме", "09.10.2023", "10.10.2023", "Потпис"),
            (1, "Олха Савчук", "присутна", "присутна", ""),
            (2, "Bengt Åkerström", "отсутен", "доцнеше", ""),
        ),
    ),
)
