"""A second round of agendas, accounts, trackers and lists, written when the first round was read without a fault."""

from datetime import date, datetime, time

from tests.messy.accounts_of_strangers import money, plans, spent, work
from tests.messy.agendas_of_strangers import agenda, at
from tests.messy.lists_of_strangers import EXC, NO, YES, signed

FURTHER_AGENDAS = (
    agenda(
        "uk-day-and-time-in-one",
        "date and time in one cell",
        at(9, "10:00", "Відкриття", end="11:00", kind="opening", place="Актова зала"),
        at(9, "11:00", "Перерва", end="11:15"),
        at(10, "09:30", "Круглий стіл", end="12:00", place="Бібліотека"),
        rows=(
            ("Дата, час", "Захід", "Місце"),
            ("09.10.2023, 10:00–11:00", "Відкриття", "Актова зала"),
            ("09.10.2023, 11:00–11:15", "Перерва", ""),
            ("10 жовтня, 9:30–12:00", "Круглий стіл", "Бібліотека"),
        ),
    ),
    agenda(
        "en-halves",
        "subheadings for mornings and afternoons, military hours",
        at(9, "09:00", "Welcome and introductions", end="09:30", place="Room 1"),
        at(9, "09:30", "Budget basics", end="10:15", place="Room 1"),
        at(9, "14:00", "Field trip", end="16:30"),
        at(10, "09:00", "Action planning", end="12:00"),
        rows=(
            ("Time", "What", "Where"),
            ("Monday 9 October", "", ""),
            ("Morning session", "", ""),
            ("0900–0930 hrs", "Welcome and introductions", "Room 1"),
            ("0930–1015 hrs", "Budget basics", "Room 1"),
            ("Afternoon session", "", ""),
            ("1400–1630 hrs", "Field trip", ""),
            ("Tuesday 10 October", "", ""),
            ("0900–1200 hrs", "Action planning", ""),
        ),
    ),
    agenda(
        "sv-start-slut",
        "days as rows like “Måndag 9/10”, start and end apart, a dash for no end",
        at(9, "08:30", "Samling i receptionen", end="08:45"),
        at(9, "08:45", "Buss till reningsverket", end="09:30", kind="transfer"),
        at(9, "18:00", "Middag"),
        at(10, "09:00", "Workshop", end="11:30", kind="workshop"),
        rows=(
            ("Program studiebesök", "", ""),
            ("Start", "Slut", "Vad"),
            ("Måndag 9/10", "", ""),
            ("08.30", "08.45", "Samling i receptionen"),
            ("08.45", "09.30", "Buss till reningsverket"),
            ("18.00", "–", "Middag"),
            ("Tisdag 10/10", "", ""),
            ("09.00", "11.30", "Workshop"),
        ),
    ),
    agenda(
        "uk-lines-in-times",
        "times over two lines, title and speaker in one cell",
        at(9, "09:00", "Привітання", end="09:30"),
        at(9, "09:30", "Панельна дискусія", end="11:00"),
        rows=(
            ("9 жовтня 2023 року (понеділок)", ""),
            ("Час", "Тема"),
            ("09:00\n–\n09:30", "Привітання"),
            ("09:30\n–\n11:00", "Панельна дискусія"),
        ),
    ),
    agenda(
        "cnr-hours",
        "Montenegrin, hours with a word, cp1250",
        at(9, "09:00", "Okupljanje učesnika", end="09:30", place="Zgrada Opštine"),
        at(9, "09:30", "Pozdravna riječ", end="10:00", place="Zgrada Opštine"),
        at(10, "10:00", "Obilazak", end="13:00", place="Luka"),
        text=(
            "Datum;Vrijeme;Aktivnost;Lokacija\r\n"
            "pon, 9.10.2023.;9 – 9.30 časova;Okupljanje učesnika;Zgrada Opštine\r\n"
            ";9.30 – 10 časova;Pozdravna riječ;Zgrada Opštine\r\n"
            "uto, 10.10.2023.;10 – 13 časova;Obilazak;Luka\r\n"
        ),
        encoding="cp1250",
        ending=".csv",
    ),
    agenda(
        "en-two-zones",
        "an online day that tells its times in two zones; those of the host's town count (AG-11)",
        at(9, "08:30", "Online kick-off", end="09:30", link="https://meet.example/abc"),
        at(9, "09:30", "Presentation of both towns", end="10:30", link="https://meet.example/abc"),
        rows=(
            ("Date", "Time (Kyiv)", "Time (Ljubljana)", "Session", "Link"),
            (date(2023, 10, 9), "09:30–10:30", "08:30–09:30", "Online kick-off", "https://meet.example/abc"),
            (date(2023, 10, 9), "10:30–11:30", "09:30–10:30", "Presentation of both towns", "https://meet.example/abc"),
        ),
    ),
    agenda(
        "mk-hours-across",
        "days as rows, parts of the day as columns",
        at(9, "09:00", "Обука за буџет", end="12:00"),
        at(10, "09:00", "Работа во групи", end="12:00"),
        at(9, "13:00", "Посета на водовод", end="16:00", kind="site_visit"),
        rows=(
            ("Ден", "09:00-12:00", "13:00-16:00"),
            ("09.10.2023", "Обука за буџет", "Посета на водовод"),
            ("10.10.2023", "Работа во групи", ""),
        ),
    ),
    agenda(
        "uk-only-lengths",
        "only the first item of a day tells its time, the others how long they take",
        at(9, "09:00", "Збір", end="09:15"),
        at(9, "09:15", "Лекція", end="10:00", kind="lecture"),
        at(9, "10:00", "Обговорення", end="10:20"),
        at(10, "10:00", "Практика", end="12:00"),
        rows=(
            ("День", "Початок", "Тривалість", "Зміст"),
            ("09.10.2023", "9:00", "15 хв", "Збір"),
            ("", "", "45 хв", "Лекція"),
            ("", "", "20 хв", "Обговорення"),
            ("10.10.2023", "10:00", "2 год", "Практика"),
        ),
    ),
    agenda(
        "sl-real-dates-and-times",
        "real dates and times of a spreadsheet, an interpreter, an address, remarks; an empty row between the days",
        at(9, "09:00", "Sprejem pri županji", end="09:45", place="Občina", interpreters="Olha Marchenko"),
        at(9, "10:00", "Ogled knjižnice", end="11:30", place="Knjižnica", kind="site_visit"),
        at(11, "12:00", "Zaključek", end="12:30", kind="closing"),
        rows=(
            ("Datum", "Začetek", "Konec", "Dogodek", "Kraj", "Tolmač"),
            (datetime(2023, 10, 9), time(9, 0), time(9, 45), "Sprejem pri županji", "Občina", "Olha Marchenko"),
            (datetime(2023, 10, 9), time(10, 0), time(11, 30), "Ogled knjižnice", "Knjižnica", ""),
            ("", "", "", "", "", ""),
            (datetime(2023, 10, 11), time(12, 0), time(12, 30), "Zaključek", "", ""),
        ),
    ),
)

FURTHER_ACCOUNTS = (
    money(
        "en-pounds",
        "pounds, British dates, tax of a fifth, a total in the same row as its label",
        spent("05", "Green Taxis", "120.00", "1.1", net="100.00", vat="20.00", currency="GBP", document_no="771"),
        spent(
            "13",
            "Lamb Hotel",
            "1,250.40".replace(",", ""),
            "1.2",
            net="1042.00",
            vat="208.40",
            currency="GBP",
            document_no="A-9",
        ),
        rows=(
            ("Receipt", "Date of invoice", "Paid to", "Net", "VAT", "Gross", "Budget heading"),
            (771, "05/10/2023", "Green Taxis", "£100.00", "£20.00", "£120.00", "Flights"),
            ("A-9", "13/10/2023", "Lamb Hotel", "£1,042.00", "£208.40", "£1,250.40", "Hotels"),
            ("TOTAL", "", "", "£1,142.00", "£228.40", "£1,370.40", ""),
        ),
    ),
    money(
        "uk-two-currencies",
        "the sum in hryvnia and in euro side by side, hyphens for nothing",
        spent("05", "ТОВ «Тур»", "41250.00", "1.1", currency="UAH", document_no="12"),
        spent("09", "ФОП Лис", "8250.00", "2.10", currency="UAH", document_no="13"),
        rows=(
            ("Дата", "№ рахунку", "Виконавець", "Сума, грн", "Сума, євро", "Стаття бюджету"),
            ("05.10.2023", 12, "ТОВ «Тур»", "41 250,00", "1 000,00", "1.1"),
            ("09.10.2023", 13, "ФОП Лис", "8 250,00", "200,00", "2.10"),
            ("Разом", "", "", "49 500,00", "1 200,00", ""),
        ),
    ),
    money(
        "uk-two-months",
        "a sheet for each month, the second with its columns in another order",
        spent("05", "Укрзалізниця", "900.50", "1.1", currency="UAH"),
        spent("2023-11-02", "Готель", "1800.00", "1.2", currency="UAH"),
        sheets={
            "Жовтень": (
                ("Дата", "Постачальник", "Сума (грн)", "Стаття"),
                ("05.10.2023", "Укрзалізниця", 900.5, "1.1"),
            ),
            "Листопад": (
                ("Стаття", "Дата", "Сума (грн)", "Постачальник"),
                ("1.2", "02.11.2023", 1800, "Готель"),
            ),
        },
    ),
    money(
        "sv-minus",
        "true minus signs, narrow spaces, dates of eight figures, UTF-16",
        spent("09", "SJ AB", "1245.00", "1.1", currency="SEK", document_no="V1"),
        spent("10", "SJ AB", "-245.00", "1.1", currency="SEK", document_no="V2"),
        text=(
            "Verifikat\tDatum\tLeverantör\tBelopp (SEK)\tBudgetpost\r\n"
            "V1\t20231009\tSJ AB\t1\u202f245,00\t1.1\r\nV2\t20231010\tSJ AB\t\u2212245,00\t1.1\r\n"
        ),
        encoding="utf-16",
        ending=".tsv",
    ),
    money(
        "hr-euro",
        "Croatian, euro behind the number, the state in words",
        spent("05", "Croatia Airlines", "1250.00", "1.1", currency="EUR", document_no="55/1/1", state="paid"),
        spent("20", "Prevoditelj obrt", "300.00", "2.10", currency="EUR", document_no="8-1-1", state="committed"),
        rows=(
            ("Popis troškova", "", "", "", "", ""),
            ("Broj računa", "Datum računa", "Dobavljač", "Iznos", "Proračunska stavka", "Status"),
            ("55/1/1", "05.10.2023.", "Croatia Airlines", "1.250,00 €", "1.1", "plaćeno"),
            ("8-1-1", "20.10.2023.", "Prevoditelj obrt", "300,00 €", "2.10", "naručeno"),
            ("Sveukupno", "", "", "1.550,00 €", "", ""),
        ),
    ),
    money(
        "lv-accounts-utf16",
        "Latvian, tabs, UTF-16, a supplier with a comma, quotes",
        spent(
            "09", 'SIA "Tilts", filiāle', "121.00", "1.2", vat="21.00", net="100.00", currency="EUR", document_no="T-1"
        ),
        text=(
            "Datums\tRēķina Nr.\tPiegādātājs\tSumma bez PVN (EUR)\tPVN (EUR)\tSumma ar PVN (EUR)\tBudžeta pozīcija\r\n"
            '09.10.2023\tT-1\t"SIA ""Tilts"", filiāle"\t100,00\t21,00\t121,00\t1.2\r\n'
        ),
        encoding="utf-16",
        ending=".csv",
    ),
)

FURTHER_TRACKERS = (
    plans(
        "en-traffic-lights",
        "coloured circles before the stage, an owner",
        work("Concept note", "2026-05", "drafting"),
        work("Needs assessment", "2026-04-30", "not_started", kind="analysis"),
        work("Housing strategy", "2026-12-31", "on_hold"),
        rows=(
            ("Deliverable", "Deadline", "Status"),
            ("Concept note", "May 2026", "🟡 In progress"),
            ("Needs assessment", "30/04/2026", "🔴 Not started"),
            ("Housing strategy", "31 Dec 2026", "⏸ On hold"),
        ),
    ),
    plans(
        "uk-partnership-groups",
        "partnerships as heading rows, halves of years",
        work("Стратегія", "2026-H2", "drafting", partnership="Domžale – Zavodske"),
        work("План дій", "2026-12", "not_started", partnership="Domžale – Zavodske"),
        rows=(
            ("Результат", "Термін", "Стан"),
            ("Домжале – Заводське", "", ""),
            ("Стратегія", "друге півріччя 2026", "розробляється"),
            ("План дій", "грудень 2026 року", "ще не розпочато"),
        ),
        merges=("A2:C2",),
    ),
    plans(
        "hr-months",
        "Croatian names of months, which elsewhere are others",
        work("Strategija razvoja turizma", "2026-06", "drafting"),
        work("Plan mobilnosti", "2026-07", "internal_review"),
        work("Izvješće", "2026-10", "submitted", kind="report"),
        rows=(
            ("Naziv dokumenta", "Rok", "Status"),
            ("Strategija razvoja turizma", "lipanj 2026.", "nacrt"),
            ("Plan mobilnosti", "srpanj 2026.", "interni pregled"),
            ("Izvješće", "listopad 2026.", "predano"),
        ),
    ),
    plans(
        "lv-tracker",
        "Latvian with adoption and remarks",
        work(
            "Attīstības stratēģija",
            "2026",
            "adopted",
            adoption_number="12/5",
            adoption_date="2026-03-05",
            notes="publicēts",
        ),
        work("Enerģētikas plāns", "2026-Q4", "consultation"),
        rows=(
            ("Dokuments", "Termiņš", "Statuss", "Lēmuma Nr.", "Lēmuma datums", "Piezīmes"),
            ("Attīstības stratēģija", "2026. gads", "Apstiprināts domē", "12/5", "05.03.2026.", "publicēts"),
            ("Enerģētikas plāns", "2026. gada 4. ceturksnis", "sabiedriskā apspriešana", "", "", ""),
        ),
    ),
)

FURTHER_LISTS = (
    signed(
        "uk-morning-afternoon",
        "days merged over morning and afternoon, ticks, a signature column",
        {"Їжакевич": (YES, YES, YES), "Савчук": (YES, NO, YES)},
        rows=(
            ("№", "ПІБ учасника", "9 жовтня", "", "10 жовтня"),
            ("", "", "до обіду", "після обіду", "до обіду"),
            (1, "Їжакевич Юлія", "✓", "✓", "✓"),
            (2, "Савчук Ольга Іванівна", "✓", "—", "✓"),
        ),
        merges=("A1:A2", "B1:B2", "C1:D1"),
    ),
    signed(
        "en-reasons",
        "reasons in the cells, first names and last names, late",
        {"Дорошенко": (NO, NO, YES), "Bērziņa": (EXC, EXC, YES)},
        rows=(
            ("Surname", "Name", "09/10/2023", "10/10/2023"),
            ("Doroshenko", "Taras", "no-show", "attended"),
            ("Berzina", "Liga", "sick leave", "Yes, online"),
        ),
    ),
    signed(
        "zoom-uk",
        "Zoom in Ukrainian, twenty-four hours, the host without a seat",
        {"Савчук": ("present:75", "", ""), "Їжакевич": (YES, "", "")},
        text=(
            "Ім'я (справжнє ім'я),Електронна пошта користувача,Час приєднання,Час виходу,Тривалість (хвилини),Гість\n"
            "Ольга Савчук,,09.10.2023 09:15:00,09.10.2023 10:45:00,90,Так\n"
            "Юлія Їжакевич - Заводське,,09.10.2023 08:50:00,09.10.2023 10:31:00,101,Так\n"
        ),
        ending=".csv",
    ),
    signed(
        "teams-sl",
        "Teams in Slovenian, a summary before the table, tabs, UTF-16",
        {"Žnidaršič": ("", "", "present:150"), "Дорошенко": ("", "", YES)},
        text=(
            "1. Povzetek\nNaslov srečanja\tDelavnica\nUdeleženci\t2\nZačetni čas\t10. 10. 2023, 08:58:00\n"
            "Končni čas\t10. 10. 2023, 12:05:00\n\n2. Udeleženci\n"
            "Ime\tPrva pridružitev\tZadnji odhod\tTrajanje srečanja\tE-pošta\tVloga\n"
            "Špela Žnidaršič\t10. 10. 2023, 09:30:00\t10. 10. 2023, 12:00:00\t2 h 30 min\t\tUdeleženec\n"
            "Taras Doroshenko (Gost)\t10. 10. 2023, 08:58:00\t10. 10. 2023, 12:05:00\t3 h 7 min\t\tUdeleženec\n"
        ),
        encoding="utf-16",
        ending=".csv",
    ),
    signed(
        "meet-uk",
        "the report of Meet in Ukrainian, the day in the file's name",
        {"Савчук": ("", "", "present:65"), "Цвіркун": ("", "", YES)},
        text=(
            "Ім’я,Прізвище,Електронна адреса,Тривалість,Час приєднання,Час виходу\n"
            "Ольга,Савчук,,1 год 5 хв,09:00,10:05\nДмитро,Цвіркун,,3 год 2 хв,08:59,12:01\n"
        ),
        file="Звіт про відвідування 2023-10-10.csv",
    ),
    signed(
        "zoom-iso",
        "ISO times, durations with a point, capital letters, an address as the name",
        {"Дорошенко": ("", "present:120", ""), "Åkerström": ("", YES, "")},
        text=(
            "Participant,Email,Join time,Leave time,Duration (minutes)\n"
            "taras@zavodske.ua,taras@zavodske.ua,2023-10-09 13:30:00,2023-10-09 15:30:00,120\n"
            "BENGT AKERSTROM,,2023-10-09 12:58:00,2023-10-09 15:31:00,153\n"
        ),
        ending=".csv",
    ),
)
