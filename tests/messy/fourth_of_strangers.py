"""A fourth, short round, by which was measured how the mended readers do with what they had not met."""

from datetime import date

from tests.messy.accounts_of_strangers import money, plans, spent, work
from tests.messy.agendas_of_strangers import agenda, at
from tests.messy.lists_of_strangers import NO, YES, signed

FOURTH_RECORDS = (
    agenda(
        "uk-days-as-sheets-counted",
        "sheets called after the days of the programme",
        at(9, "09:00", "Старт", end="10:00"),
        at(10, "09:00", "Майстер-клас", end="11:00"),
        sheets={
            "День 1": (("Час", "Захід"), ("09:00-10:00", "Старт")),
            "День 2": (("Час", "Захід"), ("09:00-11:00", "Майстер-клас")),
        },
    ),
    agenda(
        "sv-one-column",
        "a programme pasted as lines",
        at(9, "09:00", "Välkomna", end="09:30"),
        at(9, "09:30", "Kaffe", end="10:00"),
        at(10, "13:00", "Studiebesök på skolan", end="15:00", kind="site_visit"),
        rows=(
            ("Program",),
            ("Måndag den 9 oktober",),
            ("kl. 9.00–9.30 Välkomna",),
            ("kl. 9.30–10.00 Kaffe",),
            ("Tisdag den 10 oktober",),
            ("kl. 13.00–15.00 Studiebesök på skolan",),
        ),
    ),
    agenda(
        "bs-csv-tabs",
        "Bosnian, days in words, place for the day in its own column",
        at(9, "09:00", "Uvod", end="09:45", place="Vijećnica"),
        at(10, "11:00", "Ručak", end="12:00", kind="meal", place="Restoran"),
        text=(
            "Dan\tPočetak\tKraj\tSadržaj\tMjesto\r\nponedjeljak, 9. oktobar 2023.\t9:00\t9:45\tUvod\tVijećnica\r\n"
            "utorak, 10. oktobar 2023.\t11:00\t12:00\tRučak\tRestoran\r\n"
        ),
        encoding="utf-16",
        ending=".tsv",
    ),
    money(
        "sl-simple",
        "who, what, how much, in plain words",
        spent("05", "Mercator", "12.40", "1.2", currency="EUR", description="voda in sokovi"),
        spent("06", "Petrol", "60.00", "1.1", currency="EUR", description="gorivo"),
        rows=(
            ("Kdaj", "Komu", "Za kaj", "Koliko (EUR)", "Postavka"),
            (date(2023, 10, 5), "Mercator", "voda in sokovi", 12.4, "1.2"),
            (date(2023, 10, 6), "Petrol", "gorivo", "60,00", "1.1"),
        ),
    ),
    money(
        "uk-nbsp",
        "hard spaces everywhere, “UAH” in front",
        spent("05", "ФОП Кіт", "1000000.25", "1.2", currency="UAH"),
        rows=(
            ("Дата", "Постачальник", "Сума", "Стаття"),
            ("05.10.2023\u00a0р.", "ФОП\u00a0Кіт", "UAH\u00a01\u00a0000\u00a0000,25", "1.2"),
        ),
    ),
    plans(
        "mk-tracker",
        "Macedonian with halves of years and ends of months",
        work("Локален план", "2026-H1", "drafting"),
        work("Извештај", "2026-09", "not_started", kind="report"),
        rows=(
            ("Документ", "Рок", "Статус"),
            ("Локален план", "прво полугодие 2026", "во изработка"),
            ("Извештај", "крај на септември 2026", "не е започнато"),
        ),
    ),
)
FOURTH_LISTS = (
    signed(
        "sl-marks",
        "ticks under days with weekdays, family name first",
        {"Žnidaršič": (YES, YES, YES), "Савчук": (NO, NO, YES)},
        rows=(
            ("Priimek", "Ime", "pon. 9. 10. 2023", "tor. 10. 10. 2023"),
            ("Žnidaršič", "Špela", "prisotna", "prisotna"),
            ("Savčuk", "Olga", "odsotna", "prisotna"),
        ),
    ),
    signed(
        "teams-lv",
        "Teams in Latvian",
        {"Bērziņa": ("", "", "present:100")},
        text=(
            "1. Kopsavilkums\nSapulces nosaukums\tDarbnīca\nSākuma laiks\t10.10.2023, 09:00:00\n"
            "Beigu laiks\t10.10.2023, 12:00:00\n\n2. Dalībnieki\n"
            "Vārds\tPirmā pievienošanās\tPēdējā iziešana\tSapulces ilgums\tE-pasts\tLoma\n"
            "Līga Bērziņa\t10.10.2023, 10:00:00\t10.10.2023, 11:40:00\t1 h 40 min\t\tDalībnieks\n"
        ),
        encoding="utf-16",
        ending=".csv",
    ),
)
