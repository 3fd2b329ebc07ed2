"""Blank sheets in five languages, ten rows typed into each as people type: everything comes in exactly."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from app.services import attendance_import, import_templates, imports
from app.services.context import Context
from tests.messy.attendance_ground import Register, register
from tests.services.sheet_ground import Desk, desk


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    made = Context.open(tmp_path / "templates.mdesk")
    yield made
    made.close()


def _filled(context: Context, folder: Path, kind: str, language: str, rows: Sequence[Mapping[str, Any]]) -> Path:
    """The blank sheet with rows typed below the headings, which are found by what a person reads in them."""
    path = folder / f"{kind}.xlsx"
    with context.read() as view:
        target = import_templates.target_of(view, "CEP-UA", "" if kind in ("attendance", "people") else "CEP-UA-V01")
        import_templates.write(view, kind, path, language, "", target)
    book = load_workbook(path)
    sheet = book.worksheets[0]
    places = {str(cell.value).strip(" *"): cell.column for cell in sheet[1]}
    for number, row in enumerate(rows, start=2):
        for heading, value in row.items():
            sheet.cell(number, places[heading]).value = value
    book.save(path)
    return path


def _took(house: Desk, kind: str, path: Path) -> list[dict[str, str]]:
    plan = house.plan(kind, path)
    assert [row.row for row in plan.rows] == list(range(2, 12))
    assert [(row.outcome.value, row.warnings) for row in plan.rows] == [("new", ())] * 10
    house.take(plan)
    assert {row.outcome.value for row in house.plan(kind, path).rows} == {"same"}
    return [dict(row.fields) for row in plan.rows]


def test_an_agenda_in_ukrainian(context: Context, tmp_path: Path) -> None:
    typed: list[tuple[Any, Any, Any, str, str, dict[str, str]]] = [
        (date(2023, 10, 9), time(8, 30), time(9, 0), "Реєстрація", "Реєстрація", {"Місце": "Хол"}),
        (date(2023, 10, 9), "9:00", "9:30", "Вітальне слово", "Відкриття", {"Спікери": "Irena Kovač"}),
        (datetime(2023, 10, 9), "9.30", "10.45", "Бюджет громади", "Лекція", {"Перекладачі": "Ольга Савчук"}),
        ("09.10.2023", "10:45", "11:00", "Кава", "Перерва на каву", {}),
        ("09.10.2023", "11:00", "12:30", "Робота над проєктом", "Робота з ментором", {"Примітки": "Ноутбуки"}),
        ("9 жовтня 2023", "12:30", "13:30", "Обід", "Харчування", {"Місце": "Їдальня", "Адреса": "вул. Нова, 1"}),
        ("10.10.2023", "09-00", "12-00", "Очисні споруди", "Виїзний візит", {"Приймаюча установа": "Domžale"}),
        ("10.10.23", time(14, 0), 0.625, "Екскурсія", "Культурна програма", {"Опис": "Старе місто"}),
        (date(2023, 10, 11), "10:00", "11:00", "Онлайн із радою", "Онлайн-сесія", {"Посилання": "https://x.example"}),
        (date(2023, 10, 11), "11:00", "11:30", "Вручення сертифікатів", "Завершення", {}),
    ]
    heads = ("Дата", "Початок", "Кінець", "Назва", "Вид")
    rows = [dict(zip(heads, row[:5], strict=True)) | row[5] for row in typed]
    house = desk(context, tmp_path)
    found = _took(house, "agenda", _filled(context, tmp_path, "agenda", "uk", rows))
    assert [(one["date"][-2:], one["start"], one["end"], one["kind"]) for one in found] == [
        ("09", "08:30", "09:00", "registration"),
        ("09", "09:00", "09:30", "opening"),
        ("09", "09:30", "10:45", "lecture"),
        ("09", "10:45", "11:00", "coffee_break"),
        ("09", "11:00", "12:30", "mentoring_work"),
        ("09", "12:30", "13:30", "meal"),
        ("10", "09:00", "12:00", "site_visit"),
        ("10", "14:00", "15:00", "cultural"),
        ("11", "10:00", "11:00", "online"),
        ("11", "11:00", "11:30", "closing"),
    ]
    assert [one["title"] for one in found] == [row[3] for row in typed]
    kept = [set(one) - {"date", "start", "end", "kind", "title"} for one in found]
    assert kept == [
        {"place"}, {"speakers"}, {"interpreters"}, set(), {"notes"}, {"place", "address"}, {"host"}, {"description"},
        {"link"}, set(),
    ]  # fmt: skip


def test_expenditures_in_slovenian(context: Context, tmp_path: Path) -> None:
    typed: list[tuple[Any, Any, str, str, Any, dict[str, Any]]] = [
        ("R-1", date(2023, 10, 5), "Adria", "1.1 Letalske vozovnice", 1234.5, {"Valuta": "EUR"}),
        ("R-2", "6. 10. 2023", "Adria", "1.1", "1.234,50", {}),
        (3, "7.10.2023", "Hotel Krim", "1.2 Hotels", "320,00 €", {"Neto": "262,30", "DDV": "57,70"}),
        ("004", "8. oktober 2023", "Hotel Krim", "1.2", "1 000", {"Opis": "tri noči"}),
        ("R-5", "9.10.23", "Lingua", "2.10 Interpreters", "12.000,00 SEK", {"Tečaj": "11,5", "Valuta": "SEK"}),
        ("R-6", "2023-10-10", "Lingua", "2.10", -50, {"Opombe": "dobropis"}),
        ("R-7", date(2023, 10, 11), "Taxi", "1.1", 20, {"Stanje": "Plačano", "Datum plačila": "12.10.2023"}),
        ("R-8", date(2023, 10, 11), "Taxi", "1.1", 21, {"Stanje": "Prevzeto"}),
        ("R-9", date(2023, 10, 11), "Gostilna", "1.2", 99.99, {"Plačnik": "Domžale"}),
        ("R-10", date(2023, 10, 11), "Muzej", "1.2", "0,80", {"Aktivnost": "CEP-UA-V01"}),
    ]
    heads = ("Št. dokumenta", "Datum dokumenta", "Dobavitelj", "Proračunska postavka", "Znesek")
    rows = [dict(zip(heads, row[:5], strict=True)) | row[5] for row in typed]
    house = desk(context, tmp_path)
    found = _took(house, "expenditures", _filled(context, tmp_path, "expenditures", "sl", rows))
    assert [(one["document_no"], one["date"][5:], one["line"], one["amount"], one["currency"]) for one in found] == [
        ("R-1", "10-05", "1.1", "1234.50", "EUR"),
        ("R-2", "10-06", "1.1", "1234.50", "EUR"),
        ("3", "10-07", "1.2", "320.00", "EUR"),
        ("004", "10-08", "1.2", "1000.00", "EUR"),
        ("R-5", "10-09", "2.10", "12000.00", "SEK"),
        ("R-6", "10-10", "2.10", "-50.00", "EUR"),
        ("R-7", "10-11", "1.1", "20.00", "EUR"),
        ("R-8", "10-11", "1.1", "21.00", "EUR"),
        ("R-9", "10-11", "1.2", "99.99", "EUR"),
        ("R-10", "10-11", "1.2", "0.80", "EUR"),
    ]
    assert (found[2]["net"], found[2]["vat"], found[3]["description"], found[4]["rate"]) == (
        "262.30", "57.70", "tri noči", "11.5",
    )  # fmt: skip
    assert (found[5]["notes"], found[6]["paid_on"], found[8]["paid_by"], found[9]["activity"]) == (
        "dobropis", "2023-10-12", "Domžale", "CEP-UA-V01",
    )  # fmt: skip
    assert [one.get("state") for one in found[6:8]] == ["paid", "committed"]


def test_deliverables_in_swedish(context: Context, tmp_path: Path) -> None:
    pair = {"Partnerskap": "Domžale – Zavodske"}
    typed: list[tuple[str, str, str, Any, dict[str, Any], str]] = [
        ("Utvecklingsstrategi", "Strategisk plan", "Utkast skrivs", "Q2 2026", pair, "2026-Q2"),
        ("Åtgärdsplan", "Handlingsplan", "Ej påbörjad", "juni 2026", pair, "2026-06"),
        ("Plan för återuppbyggnad", "Återuppbyggnads- och utvecklingsplan", "Intern granskning", 2026, {}, "2026"),
        ("Energiplan", "Sektorsplan", "Komplettering begärd", "30.6.2026", {"Ägare": "Zavodske"}, "2026-06-30"),
        ("Behovsanalys", "Analys", "Godkänd", date(2026, 5, 1), {"Ansvarig": "Taras Doroshenko"}, "2026-05-01"),
        ("Badhuset", "Projektidé", "Samråd", "2026-12", {}, "2026-12"),
        ("Ansökan vatten", "Ansökan om finansiering", "Vilande", "2026-09-15",
         {"Sökt belopp": "250 000", "Egen insats": 25000, "Valuta": "SEK", "Utlysning": "ICLD 2026"}, "2026-09-15"),
        ("Vänortsavtal", "Avsiktsförklaring", "Antagen", "", {"Beslutsnr": "KF 12", "Antagen den": "2026-03-05",
         "Antagen av": "Kommunfullmäktige"}, ""),
        ("Slutrapport", "Rapport", "Inställd", "andra halvåret 2026", {"Anteckningar": "utgår"}, "2026-H2"),
        ("Delrapport", "Rapport", "Under genomförande", "kvartal 1 2026", {"Kod": "D-10"}, "2026-Q1"),
    ]  # fmt: skip
    heads = ("Titel", "Typ", "Skede", "Klart senast")
    rows = [dict(zip(heads, row[:4], strict=True)) | row[4] for row in typed]
    house = desk(context, tmp_path)
    found = _took(house, "deliverables", _filled(context, tmp_path, "deliverables", "sv", rows))
    assert [(one["title"], one.get("due", "")) for one in found] == [(row[0], row[5]) for row in typed]
    assert [(one["kind"], one["stage"]) for one in found] == [
        ("strategic_plan", "drafting"),
        ("action_plan", "not_started"),
        ("recovery_plan", "internal_review"),
        ("sector_plan", "changes_requested"),
        ("analysis", "approved"),
        ("project_fiche", "consultation"),
        ("funding_application", "on_hold"),
        ("memorandum", "adopted"),
        ("report", "cancelled"),
        ("report", "in_implementation"),
    ]
    assert [found[6][name] for name in ("requested", "own", "currency", "call")] == [
        "250000.00", "25000.00", "SEK", "ICLD 2026",
    ]  # fmt: skip
    assert [found[7][name] for name in ("adoption_number", "adoption_date", "adoption_body")] == [
        "KF 12", "2026-03-05", "Kommunfullmäktige",
    ]  # fmt: skip
    assert (found[0]["partnership"], found[3]["owner"], found[4]["responsible"], found[9]["code"]) == (
        "Domžale – Zavodske", "Zavodske", "Taras Doroshenko", "D-10",
    )  # fmt: skip


def test_attendance_in_latvian(context: Context, tmp_path: Path) -> None:
    book: Register = register(context, tmp_path)
    typed: list[tuple[str, Any, str, dict[str, Any]]] = [
        ("Юлія Їжакевич", date(2023, 10, 9), "Piedalās", {}),
        ("Юлія Їжакевич", "10.10.2023.", "Nepiedalās", {}),
        ("Doroshenko Taras", "2023-10-09", "Piedalās", {"E-pasts": "taras@zavodske.ua"}),
        ("Doroshenko Taras", "10.10.2023", "Attaisnota prombūtne", {}),
        ("Ольга Савчук", "09.10.2023", "jā", {"Sesija": "Waste water in small towns"}),
        ("Ольга Савчук", "10.10.2023", "Piedalās", {"Minūtes": 90}),
        ("Līga Bērziņa", "09.10.2023", "nē", {"Piezīmes": "slima"}),
        ("Līga Bērziņa", "10.10.2023", "Piedalās", {}),
        ("Bengt Akerstrom", "09.10.2023", "Piedalās", {"Organizācija": "Falun"}),
        ("Dmytro Tsvirkun", date(2023, 10, 10), "Piedalās", {"Minūtes": "180"}),
    ]
    rows = [{"Vārds, uzvārds": name, "Datums": day, "Apmeklējums": mark} | more for name, day, mark, more in typed]
    workbook = imports.read_file(_filled(context, tmp_path, "attendance", "lv", rows))
    with context.read() as view:
        plan = attendance_import.plan(view, workbook, attendance_import.target_of(view, "CEP-UA-V01"))
    assert {row.outcome.value for row in plan.rows} == {"new"}
    book.take(plan)
    assert book.marks() == {
        "Їжакевич": ("present", "present", "absent"),
        "Дорошенко": ("present", "present", "excused"),
        "Савчук": ("", "present", "present:90"),
        "Bērziņa": ("absent", "absent", "present"),
        "Åkerström": ("present", "present", ""),
        "Цвіркун": ("", "", "present"),
    }
