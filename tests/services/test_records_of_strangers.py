"""Budgets, trackers and agendas of offices that never saw the program; what each row means was written down first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.services.context import Context
from tests.services.sheet_ground import Desk, desk


@dataclass(frozen=True)
class Office:
    """One file: its rows, or its text in an encoding; for each row that is read the fields that must be just so."""

    name: str
    kind: str
    expected: Mapping[int, Mapping[str, str]]
    rows: Sequence[Sequence[Any]] = ()
    text: str = ""
    encoding: str = "utf-8"
    refused: Sequence[int] = ()


OFFICES = (
    Office(
        "slovenian-accounts",
        "expenditures",
        text=(
            "Seznam izdatkov projekta\r\n\r\n"
            "Zap. št.;Št. računa;Datum računa;Datum plačila;Dobavitelj;Opis;Neto;DDV (22 %);Bruto;"
            "Postavka proračuna\r\n"
            "1;2023-113;5. 10. 2023;12. 10. 2023;Hotel Ambient d.o.o.;Nočitve 3 osebe;1.230,00;270,60;1.500,60;1.2\r\n"
            "2;R-9/23;9.10.2023;;Prevodi Šmid s.p.;Tolmačenje;400,00;88,00;488,00;2.10\r\n"
            "Skupaj;;;;;;1.630,00;358,60;1.988,60;\r\n"
        ),
        encoding="cp1250",
        expected={
            4: {
                "document_no": "2023-113",
                "date": "2023-10-05",
                "paid_on": "2023-10-12",
                "supplier": "Hotel Ambient d.o.o.",
                "description": "Nočitve 3 osebe",
                "net": "1230.00",
                "vat": "270.60",
                "amount": "1500.60",
            },
            5: {"document_no": "R-9/23", "date": "2023-10-09", "supplier": "Prevodi Šmid s.p.", "amount": "488.00"},
        },
    ),
    Office(
        "ukrainian-accounts",
        "expenditures",
        rows=(
            ("Реєстр витрат проєкту за жовтень 2023 р.",),
            (
                "№ з/п",
                "Дата документа",
                "Номер документа",
                "Постачальник",
                "Призначення платежу",
                "Сума без ПДВ, грн",
                "ПДВ, грн",
                "Сума з ПДВ, грн",
                "Стаття бюджету",
            ),
            (1, date(2023, 10, 9), "РХ-77", "ТОВ «Затишок»", "оренда зали", 1000, 200, 1200, "Проживання"),
            (2, "10.10.2023", "чек б/н", "ФОП Гай І.", "кава-пауза", "", "", "1 550,40", "Проживання"),
            ("Разом:", "", "", "", "", 1000, 200, "2 750,40", ""),
            ("Бухгалтер ____________ Л. Сокіл",),
        ),
        expected={
            3: {
                "document_no": "РХ-77",
                "date": "2023-10-09",
                "supplier": "ТОВ «Затишок»",
                "description": "оренда зали",
                "net": "1000.00",
                "vat": "200.00",
                "amount": "1200.00",
                "currency": "UAH",
            },
            4: {"date": "2023-10-10", "supplier": "ФОП Гай І.", "amount": "1550.40", "currency": "UAH"},
        },
    ),
    Office(
        "swedish-ledger",
        "expenditures",
        text=(
            "Verifikationsnr\tBokföringsdatum\tLeverantör\tText\tBelopp inkl. moms\tMoms\tValuta\tBudgetpost\r\n"
            "V-12\t2023-10-09\tSAS AB\tFlyg ARN–LJU\t12 400,50\t744,03\tSEK\t1.1\r\n"
            "V-13\t2023-10-10\tSpråkservice i Norr\tTolkning\t3 000\t600\tSEK\tTolkar\r\n"
        ),
        encoding="utf-16",
        expected={
            2: {
                "document_no": "V-12",
                "date": "2023-10-09",
                "supplier": "SAS AB",
                "description": "Flyg ARN–LJU",
                "amount": "12400.50",
                "vat": "744.03",
                "currency": "SEK",
            },
            3: {"supplier": "Språkservice i Norr", "amount": "3000.00", "vat": "600.00"},
        },
    ),
    Office(
        "latvian-accounts",
        "expenditures",
        rows=(
            (
                "Nr.",
                "Dokumenta Nr.",
                "Datums",
                "Piegādātājs",
                "Apraksts",
                "Summa ar PVN, EUR",
                "PVN",
                "Budžeta pozīcija",
            ),
            (1, "BAL 001234", "09.10.2023.", "SIA “Jūra”", "viesnīca", "250,00", "26,79", "1.2"),
        ),
        expected={
            2: {
                "document_no": "BAL 001234",
                "date": "2023-10-09",
                "supplier": "SIA “Jūra”",
                "amount": "250.00",
                "vat": "26.79",
                "currency": "EUR",
            }
        },
    ),
    Office(
        "english-tracker",
        "deliverables",
        rows=(
            ("PROJECT DELIVERABLES TRACKER", "", "", "", "", "", ""),
            ("ID", "Deliverable", "Lead partner", "Contact", "Due date", "Status", "Comments"),
            ("D1.1", "Sustainable energy action plan", "Domžale", "", "30 June 2026", "Draft", "waiting for data"),
            ("D1.2", "Waste management strategy", "", "", "Q3 2026", "Adopted", ""),
        ),
        expected={
            3: {
                "code": "D1.1",
                "title": "Sustainable energy action plan",
                "due": "2026-06-30",
                "stage": "drafting",
                "notes": "waiting for data",
            },
            4: {"code": "D1.2", "title": "Waste management strategy", "due": "2026-Q3", "stage": "adopted"},
        },
    ),
    Office(
        "ukrainian-tracker",
        "deliverables",
        rows=(
            ("№", "Назва документа", "Відповідальний", "Термін виконання", "Стан виконання"),
            (1, "План дій сталого енергетичного розвитку", "", "до 30.06.2026", "у роботі"),
            (2, "Стратегія розвитку громади до 2030 року", "", "II квартал 2026 р.", "не розпочато"),
        ),
        expected={
            2: {"title": "План дій сталого енергетичного розвитку", "due": "2026-06-30", "stage": "drafting"},
            3: {"title": "Стратегія розвитку громади до 2030 року", "due": "2026-Q2", "stage": "not_started"},
        },
    ),
    Office(
        "slovenian-agenda",
        "agenda",
        rows=(
            ("PROGRAM OBISKA",),
            ("Ura", "Vsebina", "Izvajalec", "Lokacija"),
            ("Ponedeljek, 9. oktober 2023 – Domžale",),
            ("9.00–10.30", "Otvoritev in pozdrav županje", "", "Občinska stavba"),
            ("10.30", "Odmor za kavo", "", ""),
            ("Torek, 10. 10. 2023",),
            ("ob 9. uri", "Ogled čistilne naprave", "", "Študa"),
        ),
        expected={
            4: {"date": "2023-10-09", "start": "09:00", "end": "10:30", "kind": "opening", "place": "Občinska stavba"},
            5: {"date": "2023-10-09", "start": "10:30", "kind": "coffee_break"},
            7: {"date": "2023-10-10", "start": "09:00", "title": "Ogled čistilne naprave", "place": "Študa"},
        },
    ),
    Office(
        "latvian-agenda",
        "agenda",
        rows=(
            ("Darba kārtība", "", "", ""),
            ("Laiks", "Pasākums", "Norises vieta", "Atbildīgais"),
            ("2023. gada 9. oktobris, pirmdiena", "", "", ""),
            ("plkst. 9.00–10.00", "Reģistrācija", "Rātsnams", ""),
            ("plkst. 10.00–12.30", "Seminārs par atkritumiem", "", ""),
            ("12.30–13.30", "Pusdienas", "", ""),
        ),
        expected={
            4: {"date": "2023-10-09", "start": "09:00", "end": "10:00", "kind": "registration", "place": "Rātsnams"},
            5: {"start": "10:00", "end": "12:30", "title": "Seminārs par atkritumiem"},
            6: {"start": "12:30", "end": "13:30", "kind": "meal"},
        },
    ),
    Office(
        "swedish-days-as-columns",
        "agenda",
        rows=(
            ("Tid", "måndag 9/10", "tisdag 10/10"),
            ("08.30-09.15", "Välkomna", "Studiebesök avfallsanläggning"),
            ("12.00-13.00", "Lunch", "Lunch"),
        ),
        expected={},
    ),
    Office(
        "serbian-agenda",
        "agenda",
        text=(
            "Датум;Време;Активност;Предавач;Место\r\n09.10.2023.;09:00-10:30;Отварање;;Скупштина општине\r\n"
            ";10:30-11:00;Пауза за кафу;;\r\n10.10.2023.;9 - 12 ч;Радионица о буџету;;\r\n"
        ),
        expected={
            2: {
                "date": "2023-10-09",
                "start": "09:00",
                "end": "10:30",
                "kind": "opening",
                "place": "Скупштина општине",
            },
            3: {"date": "2023-10-09", "start": "10:30", "end": "11:00", "kind": "coffee_break"},
            4: {"date": "2023-10-10", "start": "09:00", "end": "12:00", "kind": "workshop"},
        },
    ),
)


@pytest.fixture
def house(context: Context, tmp_path: Path) -> Desk:
    return desk(context, tmp_path)


@pytest.mark.parametrize("office", OFFICES, ids=[office.name for office in OFFICES])
def test_the_rows_mean_what_their_office_meant(office: Office, house: Desk) -> None:
    if office.text:
        path = house.folder / f"{office.name}.csv"
        path.write_bytes(office.text.encode(office.encoding))
    else:
        path = house.file(*office.rows)
    plan = house.plan(office.kind, path)
    if office.name == "swedish-days-as-columns":
        found = [(row.fields["date"], row.fields["start"], row.fields["title"]) for row in plan.rows]
        assert found == [
            ("2023-10-09", "08:30", "Välkomna"),
            ("2023-10-09", "12:00", "Lunch"),
            ("2023-10-10", "08:30", "Studiebesök avfallsanläggning"),
            ("2023-10-10", "12:00", "Lunch"),
        ]
        return
    shown = {
        row.row: {name: row.fields.get(name, "") for name in office.expected.get(row.row, {})} for row in plan.rows
    }
    assert shown == {row: dict(fields) for row, fields in office.expected.items()}
    assert [row.row for row in plan.rows if row.outcome == "refused"] == list(office.refused)
