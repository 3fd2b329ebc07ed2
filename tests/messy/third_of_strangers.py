"""A third round: traps in headings, weekdays without dates, times in and out."""

from datetime import date

from tests.messy.accounts_of_strangers import money, plans, spent, work
from tests.messy.agendas_of_strangers import agenda, at
from tests.messy.lists_of_strangers import NO, YES, signed

THIRD_AGENDAS = (
    agenda(
        "sl-weekdays-alone",
        "weekdays without dates head the days; the visit tells which they are",
        at(9, "09:00", "Otvoritev", end="09:30", kind="opening"),
        at(9, "09:30", "Predavanje", end="11:00"),
        at(10, "08:30", "Ogled", end="12:00"),
        at(11, "10:00", "Zaključni pogovor", end="11:00"),
        rows=(
            ("Ura", "Program"),
            ("PONEDELJEK", ""),
            ("9.00–9.30", "Otvoritev"),
            ("9.30–11.00", "Predavanje"),
            ("TOREK", ""),
            ("8.30–12.00", "Ogled"),
            ("SREDA", ""),
            ("10.00–11.00", "Zaključni pogovor"),
        ),
    ),
    agenda(
        "uk-weekday-column",
        "the weekday in a column of its own",
        at(9, "10:00", "Знайомство", end="11:00"),
        at(11, "10:00", "Прощання", end="11:00"),
        rows=(
            ("День тижня", "Час", "Захід"),
            ("Понеділок", "10:00–11:00", "Знайомство"),
            ("Середа", "10:00–11:00", "Прощання"),
        ),
    ),
    agenda(
        "lv-short-dates",
        "short dates as headings, numbered titles",
        at(9, "09:00", "Iepazīšanās", end="10:00", place="Dome"),
        at(10, "09:00", "Diskusija", end="11:00", place="Bibliotēka"),
        rows=(
            ("Nr.", "Laiks", "Aktivitāte", "Vieta"),
            ("", "09.10.", "", ""),
            (1, "9:00-10:00", "Iepazīšanās", "Dome"),
            ("", "10.10.", "", ""),
            (2, "9:00-11:00", "Diskusija", "Bibliotēka"),
        ),
    ),
    agenda(
        "uk-lines-everywhere",
        "day and weekday on two lines of a merged cell, numbered titles, a break over all columns",
        at(9, "09:00", "Відкриття", end="10:30", place="Зал 1"),
        at(9, "10:30", "КАВА-ПЕРЕРВА", end="11:00"),
        at(9, "11:00", "Дискусія", end="12:00", place="Зал 2"),
        rows=(
            ("Дата", "Час", "Захід", "Місце"),
            ("09.10.2023\nпонеділок", "9.00 -\n10.30", "1. Відкриття", "Зал 1"),
            ("", "КАВА-ПЕРЕРВА 10.30–11.00", "", ""),
            ("", "11.00 -\n12.00", "2. Дискусія", "Зал 2"),
        ),
        merges=("A2:A4", "B3:D3"),
    ),
)

THIRD_ACCOUNTS = (
    money(
        "uk-thousands",
        "the heading says that the sums are in thousands",
        spent("05", "ТОВ «Авіа»", "12400.00", "1.1", currency="UAH"),
        spent("09", "Готель", "1550.50", "1.2", currency="UAH"),
        rows=(
            ("Дата", "Постачальник", "Сума, тис. грн", "Стаття"),
            ("05.10.2023", "ТОВ «Авіа»", "12,4", "1.1"),
            ("09.10.2023", "Готель", 1.5505, "1.2"),
        ),
    ),
    money(
        "sl-tax-rate",
        "a column of the rate of tax beside that of the tax",
        spent("05", "Hotel", "122.00", "1.2", net="100.00", vat="22.00", currency="EUR"),
        spent("09", "Prevajalec", "50.00", "2.10", net="50.00", vat="0.00", currency="EUR"),
        rows=(
            ("Datum", "Dobavitelj", "Neto EUR", "DDV %", "DDV EUR", "Bruto EUR", "Postavka"),
            ("5. 10. 2023", "Hotel", "100,00", "22", "22,00", "122,00", "1.2"),
            ("9. 10. 2023", "Prevajalec", "50,00", "0", "0,00", "50,00", "2.10"),
        ),
    ),
    money(
        "uk-rate-only",
        "only the rate of tax is told",
        spent("05", "Готель", "1200.00", "1.2", currency="UAH"),
        rows=(
            ("Дата", "Постачальник", "ПДВ, %", "Сума з ПДВ, грн", "Стаття"),
            ("05.10.2023", "Готель", 20, 1200, "1.2"),
        ),
    ),
    money(
        "en-label-in-the-middle",
        "the label of the total stands right before the sum; apostrophes part the thousands",
        spent("05", "Swiss Air", "1234.50", "1.1", currency="EUR", document_no="A1"),
        spent("06", "Hotel", "2000.00", "1.2", currency="EUR", document_no="A2"),
        rows=(
            ("Doc. no.", "Date", "Supplier", "Budget line", "Amount EUR"),
            ("A1", date(2023, 10, 5), "Swiss Air", "1.1", "1'234.50"),
            ("A2", date(2023, 10, 6), "Hotel", "1.2", "2'000.00"),
            ("", "", "", "Total:", "3'234.50"),
        ),
    ),
)

THIRD_TRACKERS = (
    plans(
        "uk-without-years",
        "days without a year cannot be known; a season neither",
        work("Стратегія", "", "drafting"),
        work("План", "", "adopted"),
        rows=(
            ("Назва", "Термін", "Стан"),
            ("Стратегія", "до 30 червня", "в роботі"),
            ("План", "осінь 2026", "прийнято"),
        ),
        told=((2, "due"), (3, "due")),
    ),
    plans(
        "sv-denied",
        "stages that are denied are not those stages",
        work("Plan A", "2026-06", ""),
        work("Plan B", "2026-06", "approved"),
        rows=(
            ("Leverans", "Klart senast", "Status"),
            ("Plan A", "juni 2026", "inte godkänd, väntar på ledningen"),
            ("Plan B", "juni 2026", "Godkänd av ledningen"),
        ),
        told=((2, "stage"),),
    ),
)

THIRD_LISTS = (
    signed(
        "en-in-and-out",
        "times of coming and going of one day",
        {"Дорошенко": ("", "", YES), "Савчук": ("", "", "present:90")},
        rows=(
            ("Sign-in sheet, 10 October 2023", "", ""),
            ("Name", "Time in", "Time out"),
            ("Taras Doroshenko", "8:55", "12:05"),
            ("Olha Savchuk", "10:30", "12:00"),
        ),
    ),
    signed(
        "uk-numbered-names",
        "numbers before the names, in capitals, with posts",
        {"Їжакевич": (YES, YES, NO), "Цвіркун": (NO, NO, YES)},
        rows=(
            ("Учасник", "09.10.2023", "10.10.2023"),
            ("1. ЇЖАКЕВИЧ ЮЛІЯ", "+", "–"),
            ("2) Цвіркун Дмитро", "–", "+"),
        ),
    ),
    signed(
        "zoom-1251",
        "a log that went through a spreadsheet program: semicolons, cp1251, dots in the dates",
        {"Савчук": (YES, "", ""), "Їжакевич": ("present:60", "", "")},
        text=(
            "Name (Original Name);User Email;Join Time;Leave Time;Duration (Minutes);Guest\r\n"
            "Ольга Савчук;;09.10.2023 8:55;09.10.2023 10:40;105;Yes\r\n"
            "Юлія Їжакевич;;09.10.2023 9:00;09.10.2023 10:00;60;Yes\r\n"
        ),
        encoding="cp1251",
        ending=".csv",
    ),
)
