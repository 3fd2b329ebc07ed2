"""A second judge's sheets, first batch: what each means was written down before the program saw it.

The visit is from Monday 9 to Wednesday 11 October 2023 in Domžale; the sessions and people are those of
``lists_of_strangers``, the budget lines those of ``accounts_of_strangers``.
"""

from datetime import date, time

from tests.messy.accounts_of_strangers import money, plans, spent, work
from tests.messy.agendas_of_strangers import agenda, at
from tests.messy.lists_of_strangers import EXC, NO, YES, signed

FIFTH_AGENDAS = (
    agenda(
        "en-programme-out-of-word",
        "a table for each day, its headings again, full stops in times, dress code below the day, a bus without end",
        at(9, "09:00", "Registration and coffee", end="09:30", kind="registration", place="Town Hall, Ljubljanska 69"),
        at(9, "09:30", "Welcome by the Mayor", end="10:30", place="Town Hall"),
        at(9, "10:30", "How a small town plans its budget", end="12:00", place="Room 2"),
        at(9, "12:00", "Lunch", end="13:30", kind="meal", place="Restaurant Keber"),
        at(9, "13:45", "Departure by bus to the waste water plant", end="14:15", kind="transfer"),
        at(9, "14:15", "Guided tour of the waste water plant", end="16:00", place="CČN Domžale-Kamnik"),
        at(9, "19:00", "Dinner", end="20:00", kind="meal", place="Hotel Ambient"),
        at(10, "09:00", "Workshop: from idea to project sheet", end="12:00", kind="workshop", place="Library"),
        at(10, "12:00", "Lunch", end="13:00", kind="meal"),
        at(10, "13:00", "Free time", end="17:00", kind="free_time"),
        at(11, "08:30", "Check-out and departure to the airport", end="09:30", place="Hotel lobby"),
        rows=(
            ("Study visit to Domžale, Slovenia", "", ""),
            ("9–11 October 2023", "", ""),
            ("", "", ""),
            ("Day 1 – Monday, 9 October 2023", "", ""),
            ("Time", "Activity", "Venue"),
            ("9.00–9.30", "Registration and coffee", "Town Hall, Ljubljanska 69"),
            ("9.30–10.30", "Welcome by the Mayor", "Town Hall"),
            ("10.30–12.00", "How a small town plans its budget", "Room 2"),
            ("12.00–13.30", "Lunch", "Restaurant Keber"),
            ("13.45", "Departure by bus to the waste water plant", ""),
            ("14.15–16.00", "Guided tour of the waste water plant", "CČN Domžale-Kamnik"),
            ("19.00", "Dinner", "Hotel Ambient"),
            ("Dress code: smart casual", "", ""),
            ("Day 2 – Tuesday, 10 October 2023", "", ""),
            ("Time", "Activity", "Venue"),
            ("9.00–12.00", "Workshop: from idea to project sheet", "Library"),
            ("12.00–13.00", "Lunch", ""),
            ("13.00–17.00", "Free time", ""),
            ("Day 3 – Wednesday, 11 October 2023", "", ""),
            ("Time", "Activity", "Venue"),
            ("8.30", "Check-out and departure to the airport", "Hotel lobby"),
        ),
        sheet="Programme",
    ),
    agenda(
        "uk-two-times-two-speakers",
        "days as merged rows without a year, real times in two columns, two speakers in a cell, coffee without end",
        at(9, "09:00", "Реєстрація", end="09:30", kind="registration", place="Хол ратуші"),
        at(9, "09:30", "Вітання учасників", end="10:00", speakers="Irena Kovač; Olha Savchuk", place="Зала засідань"),
        at(9, "10:00", "Управління відходами: досвід Домжале", end="11:15", speakers="Irena Kovač"),
        at(9, "11:15", "Кава", end="11:30", kind="coffee_break"),
        at(9, "11:30", "Дискусія", end="13:00", notes="Модератор: Тарас Дорошенко"),
        at(10, "09:00", "Переїзд до Камніка", end="09:40", kind="transfer"),
        at(10, "10:00", "Візит до комунального підприємства", end="12:00", kind="site_visit"),
        at(10, "12:00", "Вільний час", end="13:00", kind="free_time"),
        rows=(
            ("ЗАТВЕРДЖЕНО", "", "", "", "", ""),
            ("Програма візиту делегації Заводської громади", "", "", "", "", ""),
            ("Початок", "Кінець", "Захід", "Доповідачі", "Місце", "Примітка"),
            ("9 жовтня (понеділок)", "", "", "", "", ""),
            (time(9), time(9, 30), "Реєстрація", "", "Хол ратуші", ""),
            (time(9, 30), time(10), "Вітання учасників", "Irena Kovač,\nОльга Савчук", "Зала засідань", ""),
            (time(10), time(11, 15), "Управління відходами: досвід Домжале", "Irena Kovač", "", ""),
            (time(11, 15), "", "Кава", "", "", ""),
            (time(11, 30), time(13), "Дискусія", "", "", "Модератор: Тарас Дорошенко"),
            ("10 жовтня (вівторок)", "", "", "", "", ""),
            (time(9), time(9, 40), "Переїзд до Камніка", "", "", ""),
            (time(10), time(12), "Візит до комунального підприємства", "", "", ""),
            (time(12), "", "Вільний час", "", "", ""),
        ),
        merges=("A4:F4", "A10:F10"),
    ),
    agenda(
        "sl-h-for-hours-1250",
        "cp1250; the day only at its first row; 9h30, 11h, from … to, and a title in capitals",
        at(9, "09:00", "Sprejem udeležencev", end="09:30", place="avla občine"),
        at(9, "09:30", "Pozdrav županje", end="10:15", speakers="Irena Kovač", place="sejna soba"),
        at(9, "11:00", "Ogled čistilne naprave", end="12:30", place="Študa"),
        at(9, "12:30", "KOSILO", end="14:00", kind="meal", place="gostilna Repanšek"),
        at(10, "08:30", "Odhod avtobusa izpred hotela", end="09:30"),
        at(10, "09:30", "Delavnica o prijavi projektov", end="12:00", kind="workshop", place="Kamnik"),
        at(11, "10:00", "Zaključek in podelitev potrdil", end="11:00", kind="closing"),
        text=(
            "Datum;Ura;Točka programa;Predavatelj;Prostor\r\n"
            "9. 10. 2023;9h-9h30;Sprejem udeležencev;;avla občine\r\n"
            ";9h30-10h15;Pozdrav županje;Irena Kovač;sejna soba\r\n"
            ";11h;Ogled čistilne naprave;;Študa\r\n"
            ";12h30 do 14h;KOSILO;;gostilna Repanšek\r\n"
            "10. 10. 2023;8h30;Odhod avtobusa izpred hotela;;\r\n"
            ";9h30-12h;Delavnica o prijavi projektov;;Kamnik\r\n"
            "11. 10. 2023;od 10h do 11h;Zaključek in podelitev potrdil;;\r\n"
        ),
        encoding="cp1250",
        ending=".csv",
    ),
    agenda(
        "sv-weekdays-utf16",
        "utf-16 with tabs; weekdays alone as headings, kl., ca, and a line of thanks at the end",
        at(9, "09:00", "Samling i receptionen", end="09:15", place="Kommunhuset"),
        at(9, "09:15", "Välkommen! Kommunen i korthet", end="10:00", place="Kommunhuset", speakers="Irena Kovač"),
        at(9, "10:00", "Fika", end="10:30", kind="coffee_break"),
        at(9, "10:30", "Studiebesök på reningsverket", end="12:00", kind="site_visit"),
        at(9, "12:00", "Lunch", end="13:00", kind="meal"),
        at(10, "08:30", "Buss till Ljubljana", end="09:15", kind="transfer"),
        at(10, "09:30", "Möte med ministeriet", end="11:00", kind="meeting", place="Langusova 4"),
        at(11, "09:00", "Sammanfattning och nästa steg", end="10:30"),
        text=(
            "Program för studiebesöket\t\t\t\r\n"
            "Tid\tAktivitet\tPlats\tAnsvarig\r\n"
            "Måndag\t\t\t\r\n"
            "kl. 09.00\tSamling i receptionen\tKommunhuset\t\r\n"
            "kl. 09.15–10.00\tVälkommen! Kommunen i korthet\tKommunhuset\tIrena Kovač\r\n"
            "10.00–10.30\tFika\t\t\r\n"
            "10.30–12.00\tStudiebesök på reningsverket\t\t\r\n"
            "ca 12.00\tLunch\t\t\r\n"
            "Tisdag\t\t\t\r\n"
            "08.30–09.15\tBuss till Ljubljana\t\t\r\n"
            "09.30–11.00\tMöte med ministeriet\tLangusova 4\t\r\n"
            "Onsdag\t\t\t\r\n"
            "09.00–10.30\tSammanfattning och nästa steg\t\t\r\n"
            "\t\t\t\r\n"
            "Välkomna önskar kommunen!\t\t\t\r\n"
        ),
        encoding="utf-16",
        ending=".tsv",
    ),
    agenda(
        "lv-numbers-without-format",
        "days as serial numbers, times as shares of a day, no format at all",
        at(9, "09:00", "Reģistrācija", end="09:30", kind="registration", place="Domes zāle"),
        at(9, "09:30", "Budžeta plānošana", end="11:00", speakers="Irena Kovač", place="Domes zāle"),
        at(9, "11:00", "Kafijas pauze", end="11:15", kind="coffee_break"),
        at(10, "10:00", "Pieredzes apmaiņa grupās", end="13:00"),
        at(10, "13:00", "Pusdienas", end="14:00", kind="meal"),
        rows=(
            ("Darba kārtība", "", "", "", "", ""),
            ("Datums", "Sākums", "Beigas", "Temats", "Lektors", "Vieta"),
            (45208, 0.375, 0.395833333333333, "Reģistrācija", "", "Domes zāle"),
            (45208, 0.395833333333333, 0.458333333333333, "Budžeta plānošana", "Irena Kovač", "Domes zāle"),
            (45208, 0.458333333333333, 0.46875, "Kafijas pauze", "", ""),
            (45209, 0.416666666666667, 0.541666666666667, "Pieredzes apmaiņa grupās", "", ""),
            (45209, 0.541666666666667, 0.583333333333333, "Pusdienas", "", ""),
        ),
    ),
    agenda(
        "uk-kyiv-time-only",
        "the heading says “by Kyiv time”, the meeting is in Slovenia: an hour earlier there, and that is told",
        at(9, "09:00", "Підключення учасників", end="09:15"),
        at(9, "09:15", "Вступне слово", end="09:45", speakers="Irena Kovač"),
        at(10, "13:30", "Консультація щодо стратегії", end="15:00"),
        rows=(
            ("Порядок денний онлайн-зустрічі", "", "", ""),
            ("Дата", "Час (за київським часом)", "Тема", "Спікер"),
            ("09.10.2023", "10:00–10:15", "Підключення учасників", ""),
            ("09.10.2023", "10:15–10:45", "Вступне слово", "Irena Kovač"),
            ("10.10.2023", "14:30–16:00", "Консультація щодо стратегії", ""),
        ),
        told=((3, "start"), (4, "start"), (5, "start")),
    ),
)
FIFTH_ACCOUNTS = (
    money(
        "en-net-vat-gross",
        "net, tax and gross, subtotals per line, a total in bold, receipts with letters",
        spent(
            "02",
            "Adria Airways",
            "1220.00",
            "1.1",
            document_no="R-118",
            net="1000.00",
            vat="220.00",
            description="Tickets LJU–WAW, 2 persons",
            currency="EUR",
        ),
        spent(
            "09",
            "Hotel Ambient d.o.o.",
            "657.00",
            "1.2",
            document_no="2023/77",
            net="600.00",
            vat="57.00",
            description="3 nights, breakfast",
            currency="EUR",
        ),
        spent(
            "10",
            "Ana Novak s.p.",
            "400.00",
            "2.10",
            document_no="14",
            net="400.00",
            vat="0.00",
            description="Interpreting",
            currency="EUR",
        ),
        rows=(
            ("Statement of expenditure – visit 9 to 11 October 2023", "", "", "", "", "", "", ""),
            (
                "No.",
                "Date of invoice",
                "Invoice no.",
                "Paid to",
                "For what",
                "Net (EUR)",
                "VAT (EUR)",
                "Total (EUR)",
                "Budget line",
            ),
            (1, date(2023, 10, 2), "R-118", "Adria Airways", "Tickets LJU–WAW, 2 persons", 1000, 220, 1220, "1.1"),
            ("", "", "", "", "Subtotal flights", 1000, 220, 1220, ""),
            (2, date(2023, 10, 9), "2023/77", "Hotel Ambient d.o.o.", "3 nights, breakfast", 600, 57, 657, "1.2"),
            (3, date(2023, 10, 10), 14, "Ana Novak s.p.", "Interpreting", 400, 0, 400, "2.10"),
            ("", "", "", "", "TOTAL", 2000, 277, 2277, ""),
            ("Prepared by: J. Smith", "", "", "", "", "", "", ""),
        ),
    ),
    money(
        "uk-hryvnia-rate-euro",
        "sums in hryvnia with the rate and the sum in euro; the currency stands in the heading",
        spent(
            "04",
            "ТОВ «Тревел Про»",
            "21500.00",
            "1.1",
            document_no="РН-0045",
            description="Авіаквитки",
            currency="UAH",
            rate="38.5612",
        ),
        spent(
            "11",
            "ФОП Коваль О.М.",
            "7700.00",
            "2.10",
            document_no="12",
            description="Послуги усного перекладу",
            currency="UAH",
            rate="38.67",
        ),
        rows=(
            ("Реєстр витрат за проєктом", "", "", "", "", "", "", "", ""),
            (
                "№ з/п",
                "Дата",
                "Документ, №",
                "Контрагент",
                "Зміст витрат",
                "Стаття бюджету",
                "Сума, грн",
                "Курс НБУ, грн за 1 євро",
                "Сума, євро",
            ),
            (1, "04.10.2023", "РН-0045", "ТОВ «Тревел Про»", "Авіаквитки", "1.1", "21 500,00", "38,5612", "557,56"),
            (
                2,
                "11.10.2023",
                "12",
                "ФОП Коваль О.М.",
                "Послуги усного перекладу",
                "2.10",
                "7 700,00",
                "38,67",
                "199,12",
            ),
            ("Всього", "", "", "", "", "", "29 200,00", "", "756,68"),
            ("Головний бухгалтер", "", "", "_______", "Петренко С.", "", "", "", ""),
        ),
    ),
    money(
        "sl-1250-accounts",
        "cp1250, points group and commas part, the day of the document and of payment",
        spent(
            "03",
            "Letališče Ljubljana",
            "1234.50",
            "1.1",
            document_no="IR-2023-45",
            paid_on="2023-10-12",
            description="vozovnice",
            net="1011.89",
            vat="222.61",
        ),
        spent(
            "09",
            "Hotel Krona",
            "219.00",
            "1.2",
            document_no="889",
            paid_on="2023-10-09",
            description="nočitve",
            net="200.00",
            vat="19.00",
        ),
        text=(
            "Datum računa;Datum plačila;Št. računa;Izdajatelj računa;Namen;Postavka;Brez DDV;DDV;Z DDV\r\n"
            "3. 10. 2023;12. 10. 2023;IR-2023-45;Letališče Ljubljana;vozovnice;1.1;1.011,89;222,61;1.234,50\r\n"
            "9. 10. 2023;9. 10. 2023;889;Hotel Krona;nočitve;1.2;200,00;19,00;219,00\r\n"
            ";;;;;SKUPAJ;1.211,89;241,61;1.453,50\r\n"
        ),
        encoding="cp1250",
        ending=".csv",
    ),
    money(
        "sv-book-with-credit-note",
        "a ledger of vouchers, a credit note below nothing, currency in a column",
        spent("05", "SAS", "4890.00", "1.1", document_no="A 231", description="Flyg ARN–LJU", currency="SEK"),
        spent("06", "SAS", "-450.00", "1.1", document_no="A 232", description="Kreditfaktura", currency="SEK"),
        spent("11", "Språkservice AB", "3125.50", "2.10", document_no="A 240", description="Tolk 3 h", currency="SEK"),
        text=(
            "Verifikation;Bokföringsdatum;Leverantör;Text;Budgetpost;Belopp;Valuta\r\n"
            "A 231;2023-10-05;SAS;Flyg ARN–LJU;1.1;4 890,00;SEK\r\n"
            "A 232;2023-10-06;SAS;Kreditfaktura;1.1;-450,00;SEK\r\n"
            "A 240;2023-10-11;Språkservice AB;Tolk 3 h;2.10;3 125,50;SEK\r\n"
            "Summa;;;;;7 565,50;SEK\r\n"
        ),
        ending=".csv",
    ),
)
FIFTH_TRACKERS = (
    plans(
        "en-steps-and-percentages",
        "steps of a strategy with who, by when and a percentage for a status",
        work("Situation analysis of the community", "2024-01-31", ""),
        work("SWOT workshop report", "2024-02", ""),
        work("Draft strategy 2030", "2024-Q2", "drafting"),
        work("Strategy adopted by the council", "2024-09-01", "not_started"),
        rows=(
            ("Work plan for the strategy – Zavodske", "", "", "", ""),
            ("Step", "Output", "Responsible", "Deadline", "Status"),
            (1, "Situation analysis of the community", "Ольга Савчук", "31 January 2024", "80 %"),
            (2, "SWOT workshop report", "Ольга Савчук", "February 2024", 0.5),
            (3, "Draft strategy 2030", "Тарас Дорошенко", "Q2 2024", "in progress"),
            (4, "Strategy adopted by the council", "Юлія Їжакевич", "by 1 September 2024", "not started"),
        ),
        told=((3, "stage"), (4, "stage")),
    ),
    plans(
        "uk-measures-under-goals",
        "operational goals as heads of groups, numbers of measures, due in words, states",
        work(
            "Розробити план управління відходами",
            "2024-03",
            "in_implementation",
            notes="Оперативна ціль 1.1. Чисте довкілля\nДорошенко Т",
        ),
        work(
            "Провести громадські слухання",
            "2024-04",
            "not_started",
            notes="Оперативна ціль 1.1. Чисте довкілля\nСавчук О",
        ),
        work(
            "Створити туристичний центр", "2025", "drafting", notes="Оперативна ціль 2.1. Привабливий край\nЇжакевич Ю"
        ),
        rows=(
            ("ПЛАН ЗАХОДІВ з реалізації Стратегії", "", "", "", ""),
            ("№ з/п", "Назва заходу", "Відповідальний виконавець", "Термін виконання", "Стан виконання"),
            ("Оперативна ціль 1.1. Чисте довкілля", "", "", "", ""),
            ("1.1.1", "Розробити план управління відходами", "Дорошенко Т.", "березень 2024 року", "виконується"),
            ("1.1.2", "Провести громадські слухання", "Савчук О.", "квітень 2024", "не розпочато"),
            ("Оперативна ціль 2.1. Привабливий край", "", "", "", ""),
            ("2.1.1", "Створити туристичний центр", "Їжакевич Ю.", "2025 рік", "розробляється"),
        ),
        merges=("A3:E3", "A6:E6"),
    ),
    plans(
        "lv-1257-list",
        "cp1257, dates with a full stop at the end, states in Latvian",
        work("Attīstības programma 2024–2030", "2024-06-30", "drafting", notes="J. Kalniņš"),
        work("Sadarbības memorands", "2023-11-15", "approved", kind="memorandum", notes="A. Ozola"),
        work("Vajadzību analīze", "2023-12", "submitted", notes="A. Ozola"),
        text=(
            "Nr.;Nosaukums;Atbildīgais;Termiņš;Statuss\r\n"
            "1.;Attīstības programma 2024–2030;J. Kalniņš;30.06.2024.;izstrādē\r\n"
            "2.;Sadarbības memorands;A. Ozola;15.11.2023.;apstiprināts\r\n"
            "3.;Vajadzību analīze;A. Ozola;2023. gada decembris;iesniegts\r\n"
        ),
        encoding="cp1257",
        ending=".csv",
    ),
)
FIFTH_LISTS = (
    signed(
        "uk-late-and-excused",
        "days as columns; late is present, a good reason is excused, plus for everybody else",
        {
            "Їжакевич": (YES, YES, YES),
            "Дорошенко": (YES, YES, EXC),
            "Савчук": (NO, NO, YES),
            "Цвіркун": (YES, YES, YES),
        },
        rows=(
            ("Реєстр відвідування", "", "", ""),
            ("№", "ПІБ учасника", "09.10.2023", "10.10.2023"),
            (1, "Їжакевич Юлія", "+", "+"),
            (2, "Дорошенко Тарас", "запізнився", "поважна причина"),
            (3, "Савчук Ольга", "відсутня", "присутня"),
            (4, "Цвіркун Дмитро", "+", "запізнення 15 хв"),
            ("", "Підпис відповідальної особи ________", "", ""),
        ),
    ),
    signed(
        "en-hours-of-days",
        "hours under each day: the whole day, a part of it, nothing",
        {
            "Їжакевич": (YES, YES, YES),
            "Дорошенко": (YES, YES, "present:120"),
            "Žnidaršič": (NO, NO, YES),
        },
        rows=(
            ("Attendance – hours", "", "", ""),
            ("Name", "Municipality", "9 Oct (h)", "10 Oct (h)"),
            ("Yuliia Yizhakevych", "Zavodske", 4, 3),
            ("Taras Doroshenko", "Zavodske", 4, 2),
            ("Špela Žnidaršič", "Domžale", 0, 3),
        ),
    ),
    signed(
        "zoom-2024-with-preamble",
        "the newer export with the meeting above; days month first, a re-join, the host, another's device",
        {
            "Їжакевич": (YES, "", ""),
            "Дорошенко": ("present:80", "", ""),
        },
        asked=("iPhone",),
        text=(
            "\ufeffTopic,ID,Host,Duration (minutes),Start time,End time,Participants\r\n"
            "Mentoring session,812 3344 5566,Irena Kovač,97,10/09/2023 08:54:00 AM,10/09/2023 10:31:00 AM,4\r\n"
            "\r\n"
            "Name (original name),Email,Join time,Leave time,Duration (minutes),Guest,In waiting room\r\n"
            "Irena Kovač,irena@domzale.si,10/09/2023 08:54:00 AM,10/09/2023 10:31:00 AM,97,No,No\r\n"
            "Yuliia Yizhakevych,,10/09/2023 08:58:00 AM,10/09/2023 10:31:00 AM,93,Yes,No\r\n"
            "Taras (Zavodske),taras@zavodske.ua,10/09/2023 09:00:00 AM,10/09/2023 09:30:00 AM,30,Yes,No\r\n"
            "Taras (Zavodske),taras@zavodske.ua,10/09/2023 09:40:00 AM,10/09/2023 10:30:00 AM,50,Yes,No\r\n"
            "iPhone,,10/09/2023 09:05:00 AM,10/09/2023 09:20:00 AM,15,Yes,No\r\n"
        ),
        ending=".csv",
    ),
    signed(
        "teams-2023-report",
        "utf-16 with tabs, a summary, participants and their comings and goings; roles, a bracketed pronoun",
        {
            "Žnidaršič": ("", "", "present:150"),
            "Савчук": ("", "", "present:100"),
            "Åkerström": ("", "", YES),
        },
        text=(
            "1. Summary\r\n"
            "Meeting title\tMentoring day 2\r\n"
            "Attended participants\t3\r\n"
            "Start time\t10/10/23, 8:55:00 AM\r\n"
            "End time\t10/10/23, 12:02:00 PM\r\n"
            "Meeting duration\t3h 7m\r\n"
            "Average attendance time\t2h 26m\r\n"
            "\r\n"
            "2. Participants\r\n"
            "Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole\r\n"
            "Špela Žnidaršič (she/her)\t10/10/23, 9:30:00 AM\t10/10/23, 12:02:00 PM\t2h 32m\tspela@domzale.si\t"
            "spela@domzale.si\tOrganizer\r\n"
            "Olha Savchuk (Guest)\t10/10/23, 9:00:00 AM\t10/10/23, 11:00:00 AM\t1h 40m\t\t\tPresenter\r\n"
            "Bengt Åkerström\t10/10/23, 8:55:00 AM\t10/10/23, 12:00:00 PM\t3h 5m\tbengt@example.se\t\tAttendee\r\n"
            "\r\n"
            "3. In-Meeting Activities\r\n"
            "Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole\r\n"
            "Špela Žnidaršič (she/her)\t10/10/23, 9:30:00 AM\t10/10/23, 12:02:00 PM\t2h 32m\tspela@domzale.si\t"
            "Organizer\r\n"
            "Olha Savchuk (Guest)\t10/10/23, 9:00:00 AM\t10/10/23, 10:00:00 AM\t1h\t\tPresenter\r\n"
            "Olha Savchuk (Guest)\t10/10/23, 10:20:00 AM\t10/10/23, 11:00:00 AM\t40m\t\tPresenter\r\n"
            "Bengt Åkerström\t10/10/23, 8:55:00 AM\t10/10/23, 12:00:00 PM\t3h 5m\tbengt@example.se\tAttendee\r\n"
        ),
        encoding="utf-16",
        ending=".csv",
    ),
)
