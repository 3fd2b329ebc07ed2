"""The second judge's sheets, a batch to check whether what was mended before also holds for others."""

from datetime import date

from tests.messy.accounts_of_strangers import money, plans, spent, work
from tests.messy.agendas_of_strangers import agenda, at
from tests.messy.lists_of_strangers import NO, YES, signed

NINTH_AGENDAS = (
    agenda(
        "uk-study-tour-by-an-agency",
        "a tour agency's programme: the day's town in its heading, hotel and meals among the items",
        at(9, "07:30", "Сніданок у готелі", end="08:30", kind="meal"),
        at(9, "09:00", "Зустріч з мером", end="10:30", kind="meeting", place="Мерія, каб. 5"),
        at(9, "10:45", "Пішохідна екскурсія містом", end="12:30"),
        at(10, "09:00", "Виїзд до Любляни", end="10:00"),
        at(10, "10:00", "Візит до міністерства", end="12:00", kind="site_visit"),
        at(11, "06:00", "Виселення з готелю, від'їзд в аеропорт", end="07:00"),
        rows=(
            ("ПРОГРАМА НАВЧАЛЬНОЇ ПОЇЗДКИ", "", ""),
            ("Словенія, 9–11 жовтня 2023", "", ""),
            ("Час", "Зміст програми", "Локація"),
            ("День 1, 09.10.2023, м. Домжале", "", ""),
            ("07:30 - 08:30", "Сніданок у готелі", ""),
            ("09:00 - 10:30", "Зустріч з мером", "Мерія, каб. 5"),
            ("10:45 - 12:30", "Пішохідна екскурсія містом", ""),
            ("День 2, 10.10.2023, м. Любляна", "", ""),
            ("09:00", "Виїзд до Любляни", ""),
            ("10:00 - 12:00", "Візит до міністерства", ""),
            ("День 3, 11.10.2023", "", ""),
            ("06:00", "Виселення з готелю, від'їзд в аеропорт", ""),
        ),
        merges=("A1:C1", "A2:C2", "A4:C4", "A8:C8", "A11:C11"),
    ),
    agenda(
        "en-session-chair-and-rapporteur",
        "session numbers, chair and rapporteur columns that nobody asked for, breaks in capitals",
        at(9, "09:00", "Opening", end="09:20", kind="opening", speakers="Irena Kovač"),
        at(9, "09:20", "Waste as a resource", end="10:40", speakers="Olha Savchuk"),
        at(9, "10:40", "COFFEE BREAK", end="11:00", kind="coffee_break"),
        at(9, "11:00", "Working groups", end="12:30"),
        rows=(
            ("Date: 9 October 2023", "", "", "", "", ""),
            ("Session", "Time", "Title", "Chair", "Speaker(s)", "Rapporteur"),
            ("1", "09:00-09:20", "Opening", "", "Irena Kovač", ""),
            ("2", "09:20-10:40", "Waste as a resource", "J. Smith", "Olha Savchuk", "A. Brown"),
            ("", "10:40-11:00", "COFFEE BREAK", "", "", ""),
            ("3", "11:00-12:30", "Working groups", "J. Smith", "", "A. Brown"),
        ),
    ),
    agenda(
        "sl-table-of-a-school",
        "day, hour and minute words; od–do in one heading; a lesson without a room",
        at(9, "08:00", "Sprejem v šoli", end="08:45", place="avla"),
        at(9, "08:50", "Hospitacija pri pouku", end="09:35", place="učilnica 3"),
        at(10, "12:15", "Kosilo", end="13:00", kind="meal", place="jedilnica"),
        rows=(
            ("Dan", "Od – do", "Dejavnost", "Kje"),
            ("pon., 9. 10.", "8.00–8.45", "Sprejem v šoli", "avla"),
            ("pon., 9. 10.", "8.50–9.35", "Hospitacija pri pouku", "učilnica 3"),
            ("tor., 10. 10.", "12.15–13.00", "Kosilo", "jedilnica"),
        ),
    ),
    agenda(
        "lv-en-two-columns",
        "Latvian and English titles side by side, hours with raised minutes",
        at(9, "09:00", "Atklāšana", end="09:30", title_en="Opening", kind="opening"),
        at(9, "09:30", "Atkritumu apsaimniekošana", end="11:00", title_en="Waste management"),
        at(9, "11:00", "Kafijas pauze", end="11:30", title_en="Coffee break", kind="coffee_break"),
        rows=(
            ("9. oktobris / 9 October 2023", "", ""),
            ("Laiks / Time", "Pasākums (LV)", "Activity (EN)"),
            ("9⁰⁰–9³⁰", "Atklāšana", "Opening"),
            ("9³⁰–11⁰⁰", "Atkritumu apsaimniekošana", "Waste management"),
            ("11⁰⁰–11³⁰", "Kafijas pauze", "Coffee break"),
        ),
    ),
    agenda(
        "sv-online-swedish-time",
        "an online morning whose heading says Swedish time, which is that of the hosts",
        at(10, "09:00", "Inloggning", end="09:10"),
        at(10, "09:10", "Presentation av kommunens arbete", end="10:00", speakers="Irena Kovač"),
        rows=(
            ("Datum", "Tid (svensk tid)", "Punkt", "Talare"),
            ("2023-10-10", "09.00–09.10", "Inloggning", ""),
            ("2023-10-10", "09.10–10.00", "Presentation av kommunens arbete", "Irena Kovač"),
        ),
    ),
)
NINTH_ACCOUNTS = (
    money(
        "uk-bank-1251",
        "cp1251; a bank's list of payments: receiver, purpose, sum of the outgoing side",
        spent("05", "ТОВ Вояж", "18200.00", "1.1", document_no="345", description="Оплата за квитки зг. рах. 12"),
        spent("11", "ФОП Ткач", "5000.00", "2.10", document_no="351", description="Послуги перекладача"),
        text=(
            "Дата операції;№ документа;Отримувач;Призначення платежу;Сума списання;Стаття витрат\r\n"
            "05.10.2023;345;ТОВ Вояж;Оплата за квитки зг. рах. 12;18200,00;1.1\r\n"
            "11.10.2023;351;ФОП Ткач;Послуги перекладача;5000,00;2.10\r\n"
        ),
        encoding="cp1251",
        ending=".csv",
    ),
    money(
        "en-nights-times-rate",
        "units, unit rate and total; persons beside; line codes with names",
        spent("09", "Hotel Krona", "540.00", "1.2", description="3 nights × 2 rooms", currency="EUR"),
        spent("10", "Bus d.o.o.", "250.00", "1.1", description="Transfer", currency="EUR"),
        rows=(
            ("Date", "Description", "Supplier", "Unit", "No. of units", "Unit rate", "Total cost (EUR)", "Budget line"),
            (date(2023, 10, 9), "3 nights × 2 rooms", "Hotel Krona", "night", 6, 90, 540, "1.2 Hotels"),
            (date(2023, 10, 10), "Transfer", "Bus d.o.o.", "trip", 1, 250, 250, "1.1 Flights"),
            ("", "", "", "", "", "Total", 790, ""),
        ),
    ),
    money(
        "sv-travel-bill",
        "a traveller's bill: kind of cost for each line, receipts numbered, paid by card or by oneself",
        spent("09", "SL", "156.00", "1.1", document_no="1", vat="8.83", description="Tågbiljett", currency="SEK"),
        spent(
            "10",
            "Scandic",
            "1895.00",
            "1.2",
            document_no="2",
            vat="203.04",
            description="Hotell 1 natt",
            currency="SEK",
        ),
        text=(
            "Kvitto nr;Datum;Inköpsställe;Vad;Belopp (SEK);varav moms;Budgetrad\r\n"
            "1;2023-10-09;SL;Tågbiljett;156,00;8,83;1.1\r\n"
            "2;2023-10-10;Scandic;Hotell 1 natt;1 895,00;203,04;1.2\r\n"
        ),
        ending=".csv",
    ),
    money(
        "mk-order-of-payments",
        "Macedonian: who was paid, for what, how much with the currency in its own column",
        spent("09", "Хотел Порта", "220.00", "1.2", description="Сместување", currency="EUR"),
        spent("11", "Јана Преводи", "6150.00", "2.10", description="Превод", currency="MKD"),
        rows=(
            ("Датум", "Платено на", "За што", "Износ", "Валута", "Линија"),
            ("09.10.2023 г.", "Хотел Порта", "Сместување", "220,00", "ЕУР", "1.2"),
            ("11.10.2023 г.", "Јана Преводи", "Превод", "6.150,00", "МКД", "2.10"),
        ),
    ),
)
NINTH_TRACKERS = (
    plans(
        "uk-who-does-what-by-when",
        "a minute's list of decisions: what, who, until when, a mark of control",
        work("Підготувати проєкт рішення", "2023-10-20", "drafting"),
        work("Оприлюднити звіт на сайті", "2023-10-31", "archived"),
        work("Провести опитування", "2023-11", "not_started"),
        rows=(
            ("Протокольні доручення", "", "", "", ""),
            ("№", "Доручення", "Відповідальний", "До якого числа", "Стан"),
            (1, "Підготувати проєкт рішення", "", "20.10.2023", "у роботі"),
            (2, "Оприлюднити звіт на сайті", "", "31.10.2023", "виконано"),
            (3, "Провести опитування", "", "листопад 2023", "не розпочато"),
        ),
    ),
    plans(
        "en-log-with-versions",
        "documents with version, reviewer, next step; “v0.3 draft” as a state",
        work("Recovery plan", "2024-05-31", "drafting", kind="recovery_plan"),
        work("Memorandum of understanding", "2023-10-11", "adopted", kind="memorandum"),
        rows=(
            ("Document", "Version", "Due date", "Status", "Reviewer"),
            ("Recovery plan", "v0.3", "31/05/2024", "draft", "J. Smith"),
            ("Memorandum of understanding", "v1.0", "11/10/2023", "signed", ""),
        ),
    ),
    plans(
        "sl-lines-of-an-action-plan",
        "measures under goals, from–to for due, colours in words",
        work("Priprava vloge za obnovo šole", "2024-06-30", "drafting", notes="Cilj 1: Kakovostno okolje"),
        work("Ureditev ekološkega otoka", "2024-12", "not_started", notes="Cilj 1: Kakovostno okolje"),
        rows=(
            ("Cilj / ukrep", "Nosilec", "Rok izvedbe", "Status"),
            ("Cilj 1: Kakovostno okolje", "", "", ""),
            ("Priprava vloge za obnovo šole", "", "30. 6. 2024", "v delu"),
            ("Ureditev ekološkega otoka", "", "december 2024", "ni začeto"),
        ),
    ),
)
NINTH_LISTS = (
    signed(
        "uk-hours-heard",
        "hours heard of each day in words and numbers",
        {
            "Їжакевич": (YES, YES, YES),
            "Савчук": (NO, NO, "present:90"),
        },
        rows=(
            ("Облік годин навчання", "", "", ""),
            ("№", "ПІБ", "09.10.2023, год", "10.10.2023, год"),
            (1, "Їжакевич Юлія", 4, 3),
            (2, "Савчук Ольга", 0, 1.5),
        ),
    ),
    signed(
        "en-signed-names-and-days",
        "a sign-in sheet typed up: signed or not for each day",
        {"Åkerström": (YES, YES, ""), "Bērziņa": (YES, YES, YES)},
        rows=(
            ("Sign-in sheet", "", "", ""),
            ("Name", "Institution", "Signature 9 October", "Signature 10 October"),
            ("Bengt Åkerström", "Kommun", "signed", ""),
            ("Līga Bērziņa", "Valmiera", "signed", "signed"),
        ),
    ),
    signed(
        "meet-extension-2022",
        "a browser extension's list: first seen, minutes in the call, name and surname in one",
        {
            "Дорошенко": ("", "", "present:150"),
            "Žnidaršič": ("", "", YES),
        },
        text=(
            "Meeting code: abc-defg-hij\r\n"
            "Date: 2023-10-10\r\n"
            "\r\n"
            "Name,First seen,Time in call\r\n"
            "Taras Doroshenko,09:30,2:30:00\r\n"
            "Špela Žnidaršič,08:58,3:02:00\r\n"
        ),
        ending=".csv",
    ),
    signed(
        "zoom-with-place-before-name",
        "Zoom names with the town before and an underscore, pronouns, a re-join by telephone",
        {
            "Савчук": ("present:75", "", ""),
            "Åkerström": (YES, "", ""),
        },
        text=(
            "Name (original name),Email,Join time,Leave time,Duration (minutes),Guest,In waiting room\r\n"
            "Zavodske_Olha Savchuk,,2023-10-09 09:00:00,2023-10-09 09:45:00,45,Yes,No\r\n"
            "Zavodske_Olha Savchuk,,2023-10-09 10:00:00,2023-10-09 10:30:00,30,Yes,No\r\n"
            "Bengt Åkerström (he/him),,2023-10-09 08:50:00,2023-10-09 10:40:00,110,Yes,No\r\n"
        ),
        ending=".csv",
    ),
)
