"""Accounts and lists of deliverables of offices that never saw the program.

The budget has the lines 1.1 Flights (Авіаквитки, Letalske vozovnice), 1.2 Hotels (Проживання),
2.10 Interpreters (Tolkar).
"""

from datetime import date, datetime

from tests.messy.record_files import RecordFile


def spent(day: str, supplier: str, amount: str, line: str, **more: str) -> dict[str, str]:
    """An expenditure as expected; the day of October 2023, or a whole date."""
    return {
        "date": day if "-" in day else f"2023-10-{day}",
        "supplier": supplier,
        "amount": amount,
        "line": line,
        **more,
    }


def money(name: str, mess: str, *records: dict[str, str], **more: object) -> RecordFile:
    """One account."""
    return RecordFile(name, "expenditures", mess, records=records, **more)  # type: ignore[arg-type]


ACCOUNTS = (
    money(
        "uk-groups",
        "budget lines as heading rows, subtotals after each, hryvnia in the cells, dates as text",
        spent("05", "SkyUp", "12400.50", "1.1", document_no="АВ-12", description="квитки, 3 особи", currency="UAH"),
        spent("06", "LOT Polish Airlines", "9800.00", "1.1", document_no="б/н", currency="UAH"),
        spent(
            "09", "ТОВ «Готель Львів»", "1250.00", "1.2", document_no="77/10", description="проживання", currency="UAH"
        ),
        spent("10", "ФОП Гринь О. П.", "3000.00", "2.10", document_no="5", currency="UAH"),
        rows=(
            ("Звіт про використання коштів", "", "", "", ""),
            ("Дата", "№ документа", "Кому сплачено", "За що", "Сума"),
            ("1.1 Авіаквитки", "", "", "", ""),
            ("05.10.2023 р.", "АВ-12", "SkyUp", "квитки, 3 особи", "12 400,50 грн"),
            ("06.10.2023 р.", "б/н", "LOT Polish Airlines", "", "9\u00a0800,00 грн."),
            ("Разом за статтею", "", "", "", "22 200,50 грн"),
            ("1.2 Проживання", "", "", "", ""),
            ("09.10.2023 р.", "77/10", "ТОВ «Готель Львів»", "проживання", "1 250 грн 00 коп."),
            ("Разом за статтею", "", "", "", "1 250,00 грн"),
            ("2.10", "", "", "", ""),
            ("10.10.2023 р.", 5, "ФОП Гринь О. П.", "", "3000 грн"),
            ("ВСЬОГО", "", "", "", "26 450,50 грн"),
        ),
        merges=("A1:E1", "A3:E3", "A7:E7", "A10:E10"),
    ),
    money(
        "uk-bookkeeping-export",
        "what a bookkeeping program exports: cp1251, apostrophes, decimal point without groups, a column of currency",
        spent(
            "09",
            'Готель "Дністер"',
            "15400.00",
            "1.2",
            document_no="000000123",
            currency="UAH",
            description="послуги проживання",
        ),
        spent(
            "11",
            "Савчук О.І. ФОП",
            "250.75",
            "2.10",
            document_no="000000124",
            currency="EUR",
            description="усний переклад",
        ),
        text=(
            "Дата;Номер;Контрагент;Зміст операції;Сума документа;Валюта;Стаття витрат\r\n"
            '09.10.2023 0:00:00;000000123;"Готель ""Дністер""";послуги проживання;15400.00;грн;Проживання\r\n'
            "11.10.2023 12:30:00;000000124;Савчук О.І. ФОП;усний переклад;250.75;EUR;2.10\r\n"
        ),
        encoding="cp1251",
        ending=".csv",
    ),
    money(
        "en-credit-notes",
        "currency before the number, negatives in brackets and with a minus, months in words, subtotals",
        spent("05", "Adria Travel Ltd", "1234.50", "1.1", currency="EUR", document_no="INV-001"),
        spent("06", "Hotel Park", "320.00", "1.2", currency="EUR", document_no="INV-002"),
        spent("09", "Hotel Park", "-45.00", "1.2", currency="EUR", document_no="CN-002"),
        spent("10", "Lingua & Co", "-12.30", "2.10", currency="EUR", document_no="CN-9"),
        spent("11", "Lingua & Co", "1200.00", "2.10", currency="EUR", document_no="INV-9"),
        rows=(
            ("List of expenditure, October 2023", "", "", "", "", ""),
            ("Invoice no.", "Invoice date", "Vendor", "Description of cost", "Budget line", "Total cost"),
            ("INV-001", "5-Oct-23", "Adria Travel Ltd", "", "Flights", "EUR 1,234.50"),
            ("INV-002", "Oct 6, 2023", "Hotel Park", "", "Hotels", "€ 320.00"),
            ("CN-002", "9 October 2023", "Hotel Park", "", "Hotels", "(€45.00)"),
            ("Sub-total travel", "", "", "", "", "€ 1,509.50"),
            ("CN-9", "10/10/2023", "Lingua & Co", "", "Interpreters", "-€12.30"),
            ("INV-9", "11/10/2023", "Lingua & Co", "", "Interpreters", "€1,200"),
            ("Grand total", "", "", "", "", "€ 2,697.20"),
        ),
    ),
    money(
        "en-exchange",
        "amount in one currency, rate and amount in the budget's currency; a state; empty rows between",
        spent("05", "SAS", "12400.00", "1.1", currency="SEK", rate="11.62", state="paid"),
        spent(
            "16",
            "Språkbyrån",
            "3000.00",
            "2.10",
            currency="SEK",
            rate="11.62",
            state="committed",
        ),
        rows=(
            ("Ref", "Date", "Supplier", "Budget item", "Amount (SEK)", "Exchange rate", "Amount in EUR", "Status"),
            ("", datetime(2023, 10, 5), "SAS", "1.1 Flights", 12400, 11.62, 1067.13, "Paid"),
            ("", "", "", "", "", "", "", ""),
            ("", datetime(2023, 10, 16), "Språkbyrån", "2.10 Interpreters", 3000, 11.62, 258.18, "Ordered"),
        ),
    ),
    money(
        "sl-ledger-1250",
        "points for thousands, a minus behind the number, short years, tax",
        spent(
            "05",
            "Kompas d.d.",
            "1234.56",
            "1.1",
            net="1011.93",
            vat="222.63",
            document_no="23-300-01",
            currency="EUR",
            paid_on="2023-10-20",
        ),
        spent("09", "Hotel Krona", "488.00", "1.2", net="400.00", vat="88.00", document_no="R 12/2023", currency="EUR"),
        spent("12", "Hotel Krona", "-61.00", "1.2", net="-50.00", vat="-11.00", document_no="D 1/2023", currency="EUR"),
        text=(
            "Občina Domžale;;;;;;;\r\nPregled stroškov;;;;;;;\r\n"
            "Številka računa;Datum;Plačano dne;Izdajatelj računa;Brez DDV;DDV;Z DDV (EUR);Stroškovno mesto\r\n"
            "23-300-01;5.10.23;20.10.23;Kompas d.d.;1.011,93;222,63;1.234,56;1.1\r\n"
            "R 12/2023;9.10.23;;Hotel Krona;400,00;88,00;488,00;1.2\r\n"
            "D 1/2023;12.10.23;;Hotel Krona;50,00-;11,00-;61,00-;1.2\r\n"
            "SKUPAJ;;;;1.361,93;299,63;1.661,56;\r\n"
        ),
        encoding="cp1250",
        ending=".csv",
    ),
    money(
        "sv-ledger",
        "Swedish ways to write kronor, tax of two rates, line named in Swedish",
        spent("09", "SAS AB", "12400.50", "1.1", vat="744.03", currency="SEK", document_no="A 101"),
        spent("10", "Tolkförmedling Väst", "1200.00", "2.10", vat="240.00", currency="SEK", document_no="A 102"),
        spent("11", "Tolkförmedling Väst", "15000.00", "2.10", vat="3000.00", currency="SEK", document_no="A 103"),
        rows=(
            ("Redovisning av kostnader", "", "", "", "", ""),
            ("Ver.nr", "Datum", "Leverantör", "Kontering", "Moms", "Belopp inkl moms"),
            ("A 101", "2023-10-09", "SAS AB", "1.1", "744,03", "12 400:50 kr"),
            ("A 102", "2023-10-10", "Tolkförmedling Väst", "Tolkar", "240:-", "1 200:-"),
            ("A 103", "11/10 2023", "Tolkförmedling Väst", "Tolkar", "3 000,00", "15.000,00 kr"),
            ("Summa", "", "", "", "3 984,03", "28 600,50 kr"),
        ),
    ),
    money(
        "lv-accounts",
        "Latvian with euro behind the number and a column of sums with and without tax",
        spent(
            "05",
            "SIA “Balta ceļojumi”",
            "1250.40",
            "1.1",
            net="1033.39",
            vat="217.01",
            currency="EUR",
            document_no="BC-55",
        ),
        spent("09", "Viesnīca “Jūra”", "96.00", "1.2", net="85.71", vat="10.29", currency="EUR", document_no="001-2"),
        rows=(
            ("Izdevumu saraksts", "", "", "", "", "", ""),
            ("Datums", "Dokumenta numurs", "Saņēmējs", "Summa bez PVN", "PVN", "Summa kopā", "Budžeta pozīcija"),
            ("05.10.2023.", "BC-55", "SIA “Balta ceļojumi”", "1 033,39 EUR", "217,01 EUR", "1 250,40 EUR", "1.1"),
            ("2023. gada 9. oktobris", "001-2", "Viesnīca “Jūra”", "85,71 EUR", "10,29 EUR", "96,00 EUR", "1.2"),
            ("Kopā", "", "", "1 119,10 EUR", "227,30 EUR", "1 346,40 EUR", ""),
        ),
    ),
    money(
        "bs-marks",
        "convertible marks of Bosnia, one date out of order, an amount that cannot be read",
        spent("05", "Centrotrans", "1250.00", "1.1", currency="BAM", document_no="11/23"),
        spent("06", "Hotel Europe", "234.00", "1.2", currency="BAM", document_no="12/23", net="200.00", vat="34.00"),
        rows=(
            (
                "Rb.",
                "Datum računa",
                "Broj računa",
                "Dobavljač",
                "Iznos bez PDV-a",
                "PDV",
                "Iznos sa PDV-om",
                "Budžetska linija",
            ),
            ("1.", "05.10.2023.", "11/23", "Centrotrans", "", "", "1.250,00 KM", "1.1"),
            ("2.", "06.10.2023.", "12/23", "Hotel Europe", "200,00 KM", "34,00 KM", "234,00 KM", "1.2"),
            ("3.", "07.10.2023.", "13/23", "Taxi", "", "", "oko 20", "1.1"),
            ("Ukupno", "", "", "", "", "", "1.484,00 KM", ""),
        ),
        refused=(4,),
        told=((4, "amount"),),
    ),
    money(
        "sr-cyrillic-1251",
        "Serbian in Cyrillic and cp1251, dinars",
        spent("05", "Ер Србија а.д.", "58200.00", "1.1", currency="RSD", document_no="РН-1"),
        spent("09", "Хотел Парк", "12350.50", "1.2", currency="RSD", document_no="РН-2"),
        text=(
            "Датум рачуна;Број рачуна;Назив добављача;Износ;Валута;Буџетска линија\r\n"
            "05.10.2023.;РН-1;Ер Србија а.д.;58.200,00;дин.;1.1\r\n"
            "09.10.2023.;РН-2;Хотел Парк;12.350,50;РСД;1.2\r\n"
            "Укупно;;;70.550,50;;\r\n"
        ),
        encoding="cp1251",
        ending=".csv",
    ),
    money(
        "mk-denars",
        "Macedonian with denars in the heading, numbers as numbers",
        spent(
            "05",
            "Скај Тревел ДООЕЛ",
            "30750.00",
            "1.1",
            currency="MKD",
            document_no="15/2023",
            net="26059.32",
            vat="4690.68",
        ),
        spent("09", "Хотел Центар", "6100.00", "1.2", currency="MKD", document_no="16/2023"),
        rows=(
            (
                "Датум",
                "Број на фактура",
                "Добавувач",
                "Опис",
                "Износ без ДДВ (ден.)",
                "ДДВ",
                "Износ со ДДВ (ден.)",
                "Буџетска линија",
            ),
            (date(2023, 10, 5), "15/2023", "Скај Тревел ДООЕЛ", "", 26059.32, 4690.68, 30750, "1.1"),
            (date(2023, 10, 9), "16/2023", "Хотел Центар", "", "", "", 6100, "1.2"),
            ("Вкупно", "", "", "", "", "", 36850, ""),
        ),
    ),
)


def work(title: str, due: str = "", stage: str = "", **more: str) -> dict[str, str]:
    """A deliverable as expected."""
    return {"title": title, "due": due, "stage": stage, **more}


def plans(name: str, mess: str, *records: dict[str, str], **more: object) -> RecordFile:
    """One list of deliverables."""
    return RecordFile(name, "deliverables", mess, records=records, **more)  # type: ignore[arg-type]


TRACKERS = (
    plans(
        "uk-stages",
        "stages in words, ends of months, quarters, a date that is none",
        work("Стратегія розвитку громади до 2030 року", "2026-06", "drafting", kind="strategic_plan"),
        work("План заходів з реалізації Стратегії", "2026-Q4", "not_started"),
        work("Програма комплексного відновлення", "2026-07-01", "consultation"),
        work("Концепція туризму", "2026", "on_hold"),
        work("Меморандум про співпрацю", "2026-03-15", "adopted", kind="memorandum"),
        work("Аналіз потреб ВПО", "", "approved"),
        work("Заявка на грант", "2026-Q3", "submitted", kind="funding_application"),
        work("Буклет", "", "cancelled"),
        rows=(
            ("ПЕРЕЛІК РЕЗУЛЬТАТІВ ПРОЄКТУ", "", "", ""),
            ("№ з/п", "Назва документа", "Строк", "Статус"),
            (1, "Стратегія розвитку громади до 2030 року", "кінець червня 2026", "у роботі"),
            (2, "План заходів з реалізації Стратегії", "IV кв. 2026", "не розпочато"),
            (3, "Програма комплексного відновлення", "до 1 липня 2026 р.", "громадське обговорення"),
            (4, "Концепція туризму", "2026 р.", "призупинено"),
            (5, "Меморандум про співпрацю", "15.03.2026", "затверджено рішенням сесії"),
            (6, "Аналіз потреб ВПО", "постійно", "погоджено"),
            (7, "Заявка на грант", "3 квартал 2026 року", "подано"),
            (8, "Буклет", "", "скасовано"),
        ),
        told=((8, "due"),),
    ),
    plans(
        "uk-1251-adoption",
        "cp1251; the decision by which it was adopted, two languages in a title",
        work(
            "План енергоефективності",
            "2025-12",
            "adopted",
            title_en="Energy plan",
            adoption_number="245-VIII",
            adoption_date="2025-12-19",
        ),
        work("Звіт за перший рік", "2026-02", "drafting", title_en=""),
        text=(
            "Документ;Термін;Стан;Номер рішення;Дата рішення\r\n"
            "План енергоефективності / Energy plan;грудень 2025;прийнято;245-VIII;19.12.2025\r\n"
            "Звіт за перший рік;02.2026;чернетка;;\r\n"
        ),
        encoding="cp1251",
        ending=".csv",
    ),
    plans(
        "sl-stages",
        "Slovenian with ends of months and a season",
        work("Akcijski načrt za podnebje", "2026-06", "drafting", kind="action_plan"),
        work("Strategija mladih", "2026-Q3", "consultation"),
        work("Sporazum o pobratenju", "2026-06-30", "adopted"),
        work("Načrt prometa", "", "not_started"),
        work("Poročilo o obisku", "2026-05", "in_implementation", kind="report"),
        rows=(
            ("Naziv dokumenta", "Rok", "Stanje", "Opombe"),
            ("Akcijski načrt za podnebje", "konec junija 2026", "v pripravi", ""),
            ("Strategija mladih", "3. četrtletje 2026", "v javni razpravi", ""),
            ("Sporazum o pobratenju", "do 30. 6. 2026", "Sprejeto", ""),
            ("Načrt prometa", "jeseni 2026", "Ni začeto", ""),
            ("Poročilo o obisku", "maj 2026", "v izvajanju", ""),
        ),
        told=((5, "due"),),
    ),
    plans(
        "sv-stages",
        "Swedish with quarters, a week, percent done beside the stage",
        work("Handlingsplan för klimat", "2026-Q3", "drafting", kind="action_plan"),
        work("Biblioteksplan", "2026-06-30", "consultation"),
        work("Samarbetsavtal", "2026-12", "adopted"),
        work("Förstudie vatten", "2026-Q4", "not_started"),
        rows=(
            ("Resultat", "Klart senast", "Läge", "Klart %"),
            ("Handlingsplan för klimat", "kvartal 3 2026", "Pågår", 0.45),
            ("Biblioteksplan", "senast 30 juni 2026", "På remiss", 0.8),
            ("Samarbetsavtal", "december 2026", "Antagen", 1),
            ("Förstudie vatten", "Q4-2026", "Ej påbörjad", 0),
        ),
    ),
    plans(
        "lv-stages",
        "Latvian in cp1257, year first",
        work("Attīstības programma", "2026-06-30", "drafting"),
        work("Rīcības plāns", "2026-Q3", "not_started", kind="action_plan"),
        work("Projekta pieteikums", "2026-07-01", "submitted", kind="funding_application"),
        work("Sadarbības līgums", "2026-06", "adopted"),
        text=(
            "Nosaukums;Termiņš;Statuss\r\nAttīstības programma;2026. gada 30. jūnijs;izstrādē\r\n"
            "Rīcības plāns;2026. gada III ceturksnis;nav uzsākts\r\nProjekta pieteikums;līdz 01.07.2026.;iesniegts\r\n"
            "Sadarbības līgums;2026. gada jūnija beigas;apstiprināts domē\r\n"
        ),
        encoding="cp1257",
        ending=".csv",
    ),
    plans(
        "bs-stages",
        "Bosnian in Latin letters",
        work("Strategija razvoja općine", "2026-06", "drafting", kind="strategic_plan"),
        work("Plan upravljanja otpadom", "2026-Q3", "adopted"),
        work("Izvještaj", "2026-06-30", "not_started", kind="report"),
        work("Projektni prijedlog", "2026-09", "consultation"),
        rows=(
            ("R.br.", "Naziv dokumenta", "Rok", "Status"),
            ("1", "Strategija razvoja općine", "do kraja juna 2026", "u izradi"),
            ("2", "Plan upravljanja otpadom", "III kvartal 2026.", "usvojen"),
            ("3", "Izvještaj", "30.06.2026.", "nije započeto"),
            ("4", "Projektni prijedlog", "septembar 2026.", "javna rasprava"),
        ),
    ),
    plans(
        "sr-mk-stages",
        "Serbian and Macedonian in Cyrillic, one sheet each",
        work("Стратегија развоја", "2026-06", "drafting"),
        work("Акциони план", "2026-Q2", "adopted", kind="action_plan"),
        work("План за отпад", "2026-06-30", "drafting"),
        work("Стратегија за туризам", "2026-09", "adopted"),
        sheets={
            "Србија": (
                ("Назив документа", "Рок", "Статус"),
                ("Стратегија развоја", "крај јуна 2026.", "у изради"),
                ("Акциони план", "други квартал 2026.", "усвојено"),
            ),
            "Македонија": (
                ("Назив на документот", "Рок", "Статус"),
                ("План за отпад", "30.06.2026", "во изработка"),
                ("Стратегија за туризам", "септември 2026", "усвоена"),
            ),
        },
    ),
    plans(
        "en-percent",
        "percent in the place of a stage must be told and never guessed; due in many ways",
        work("Energy strategy", "2026-Q3", ""),
        work("Waste plan", "2026-06", "drafting"),
        work("Tourism concept", "2026-05-31", "approved"),
        work("Report on the visit", "2026", "adopted", kind="report"),
        work("Youth plan", "2026-H1", "changes_requested"),
        rows=(
            ("No", "Output", "Deadline", "Progress / status"),
            (1, "Energy strategy", "Q3/2026", "45%"),
            (2, "Waste plan", "end of June 2026", "draft, 60 %"),
            (3, "Tourism concept", "31 May 2026", "Approved by the mentor"),
            (4, "Report on the visit", 2026, "ADOPTED"),
            (5, "Youth plan", "first half of 2026", "changes requested"),
        ),
        told=((2, "stage"),),
    ),
)
