"""Lists of expenditures as towns send them, into a real data file: sums, currencies, lines, totals, duplicates."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from time import process_time

import pytest

from app.core.dates import PartialDate
from app.core.errors import Refused
from app.core.vocabulary import ExpenditureState
from app.services import exchange_rates, expenditures, imports, sheet_imports
from app.services.context import Context
from app.services.exchange_rates import ExchangeRateDraft
from app.services.import_plans import Decision
from tests.dump import dump
from tests.services.sheet_ground import Desk, desk, fields, outcomes, told

MONEY = ("line", "amount", "currency")


@pytest.fixture
def house(context: Context, tmp_path: Path) -> Desk:
    return desk(context, tmp_path)


def _rows(house: Desk) -> list[expenditures.ExpenditureRow]:
    with house.context.read() as view:
        return sorted(expenditures.list_rows(view), key=lambda row: row.document_no)


def test_hryvnia_with_subtotals_a_repeated_document_and_a_wrong_total(house: Desk) -> None:
    path = house.file(
        ["Звіт про витрати"],
        ["Валюта:", "грн"],
        ["№ з/п", "Дата документа", "Номер документа", "Постачальник", "Призначення платежу", "Стаття бюджету", "Сума"],
        ["1", "05.10.2023", "РН-12", "ТОВ «Готель»", "Проживання 3 ночі", "1.2", "12 345,60"],
        ["2", "06.10.2023", "РН-13", "ФОП Іваненко", "Квитки", "Авіаквитки", "1 234"],
        ["", "", "", "", "", "Разом:", "13 579,60"],
        ["3", "06.10.2023", "рн 13", "ФОП Іваненко", "Квитки", "Авіаквитки", "1 234"],
        ["4", "07.10.2023", "", "Кафе", "Обід", "Харчування", "300"],
        ["", "", "", "", "", "Всього", "14 000,00"],
        ["Підписав: директор"],
    )
    plan = house.plan("expenditures", path)
    assert outcomes(plan) == {4: "new", 5: "new", 7: "duplicate", 8: "refused"}
    assert fields(plan, 4, *MONEY, "date", "document_no") == ("1.2", "12345.60", "UAH", "2023-10-05", "РН-12")
    assert fields(plan, 5, *MONEY) == ("1.1", "1234.00", "UAH")
    assert plan.rows[2].reason_params == {"row": 5, "sheet": "List"}
    assert (plan.rows[3].reason, plan.rows[3].reason_params) == ("import_line_unknown", {"value": "Харчування"})
    # 13,579.60 is the sum of the first two; all four are 15,113.60, the last two with the subtotal the same.
    (note,) = plan.notes
    assert (note.row, note.code, note.params["said"], note.params["sum"]) == (
        9, "import_total_differs", "14000.00", "15113.60",
    )  # fmt: skip
    assert [one.reason for one in plan.staged.skipped] == ["import_row_total", "import_row_total", "import_row_remark"]


def test_lines_as_headings_of_groups_and_a_right_total(house: Desk) -> None:
    path = house.file(
        ["Datum računa", "Št. računa", "Dobavitelj", "Opis", "Znesek z DDV", "DDV", "Plačano dne"],
        ["1.1 Letalske vozovnice"],
        ["3. 10. 2023", "2023-55", "Adria d.o.o.", "Let LJ–KBP", "1.234,56 €", "222,62 €", "10.10.2023"],
        ["4. 10. 2023", "2023-56", "Kompas", "Let", "1.000", "", ""],
        ["1.2 Hotels"],
        [datetime(2023, 10, 9), "R-7", "Hotel Ambient", "Nočitve", 540.5, 97.47, datetime(2023, 10, 12)],
        ["", "", "", "Skupaj", "2.775,06", "", ""],
    )
    plan = house.plan("expenditures", path)
    assert plan.notes == ()
    assert fields(plan, 4, *MONEY) == ("1.1", "1000.00", "EUR")
    before = dump(house.context)
    result = house.take(plan)
    rows = _rows(house)
    # 1,234.56 − 222.62 = 1,011.94
    with house.context.read() as view:
        first = expenditures.load(view, result.people["List", 3])
    assert (first.gross_minor, first.vat_minor, first.net_minor) == (123_456, 22_262, 101_194)
    assert [(row.document_no, row.line_code, row.gross_minor, row.currency, row.state) for row in rows] == [
        ("2023-55", "1.1", 123_456, "EUR", ExpenditureState.PAID),
        ("2023-56", "1.1", 100_000, "EUR", ExpenditureState.COMMITTED),
        ("R-7", "1.2", 54_050, "EUR", ExpenditureState.PAID),
    ]
    assert rows[2].paid_on == date(2023, 10, 12)
    assert outcomes(house.plan("expenditures", path)) == {3: "same", 4: "same", 6: "same"}
    imports.take_back(house.context, result.batch)
    assert dump(house.context) == before


def test_currencies_by_cell_column_and_heading_and_rates_by_the_table(house: Desk) -> None:
    with house.context.write("Rate") as work:
        exchange_rates.create(work, ExchangeRateDraft("EUR", "SEK", PartialDate.parse("2023-10"), Decimal("11.6")))
    path = house.file(
        ["Fakturadatum", "Fakturanr", "Leverantör", "Budgetpost", "Belopp (SEK)", "Valuta"],
        [date(2023, 10, 5), "1", "Hotell", "2.10", "1 160,00", ""],
        [date(2023, 10, 5), "2", "Flyg", "Flights", "100,50 €", ""],
        [date(2023, 10, 5), "3", "Taxi", "1.1", "58,-", "SEK"],
        [date(2023, 10, 5), "4", "Tolk", "Tolkar", "5 zł", "EUR"],
    )
    plan = house.plan("expenditures", path)
    assert [fields(plan, row, *MONEY) for row in (2, 3, 4, 5)] == [
        ("2.10", "1160.00", "SEK"),
        ("1.1", "100.50", "EUR"),
        ("1.1", "58.00", "SEK"),
        ("2.10", "5.00", "EUR"),
    ]
    assert told(plan, 5) == [("currency", "import_currency_conflict")]
    house.take(plan)
    # 1,160 / 11.6 = 100; 58 / 11.6 = 5
    assert [(row.budget_minor, row.rate) for row in _rows(house)] == [
        (10_000, Decimal("11.6")),
        (10_050, Decimal(1)),
        (500, Decimal("11.6")),
        (500, Decimal(1)),
    ]


def test_the_same_document_again_with_another_amount_waits_for_the_user(house: Desk) -> None:
    head = ("Document no.", "Document date", "Payee", "Description", "Budget line", "Gross amount")
    one = ("A-1", date(2023, 10, 1), "Hotel Park", "Rooms", "1.2", 200)
    house.take(house.plan("expenditures", house.file(head, one)))
    path = house.file(
        head,
        ("A-1", date(2023, 10, 1), "Hotel Park d.o.o.", "Rooms and breakfast", "1.2", 200),
        ("A-1", date(2023, 10, 1), "Hotel Park", "Rooms", "1.2", 250),
        ("A-1", date(2023, 10, 1), "Quite another", "Bus", "1.1", 99),
    )
    plan = house.plan("expenditures", path)
    assert outcomes(plan) == {2: "update", 3: "new", 4: "new"}
    changes = [(one.field, one.old, one.new) for one in plan.matches[0].differences]
    assert changes == [("supplier", "Hotel Park", "Hotel Park d.o.o."), ("description", "Rooms", "Rooms and breakfast")]
    alone = house.plan("expenditures", house.file(head, ("a 1", date(2023, 10, 1), "Hotel Park", "Rooms", "1.2", 250)))
    assert outcomes(alone) == {2: "doubtful"}
    assert sheet_imports.rows_to_take(alone) == []
    known = alone.matches[0].people[0]
    linked = house.decide(alone, {("List", 2): Decision(person_id=known)})
    assert [(one.field, one.old, one.new) for one in linked.matches[0].differences] == [
        ("document_no", "A-1", "a 1"),
        ("amount", "200.00", "250.00"),
    ]
    house.take(linked, {("List", 2): Decision(person_id=known, keep=frozenset({"document_no"}))})
    assert [(row.document_no, row.gross_minor) for row in _rows(house)] == [("A-1", 25_000)]
    fresh = house.decide(alone, {("List", 2): Decision(as_new=True)})
    assert outcomes(fresh) == {2: "new"}


def test_documents_without_a_number_go_by_day_sum_and_supplier(house: Desk) -> None:
    head = ("Датум рачуна", "Добављач", "Опис", "Буџетска ставка", "Износ", "Валута")
    row = ("5.10.2023", "Ресторан Мост", "Ручак", "1.2", "1.500,00", "RSD")
    plan = house.plan("expenditures", house.file(head, row, row))
    assert outcomes(plan) == {2: "new", 3: "doubtful"}
    house.take(plan, {("List", 3): Decision(as_new=True)})
    assert [(one.gross_minor, one.currency, one.rate_missing) for one in _rows(house)] == [(150_000, "RSD", True)] * 2
    again = house.plan("expenditures", house.file(head, row, (*row[:2], "Вечера", *row[3:])))
    assert outcomes(again) == {2: "doubtful", 3: "doubtful"}


def test_american_marks_brackets_and_vat_that_does_not_fit(house: Desk) -> None:
    path = house.file(
        ["Invoice no.", "Invoice date", "Vendor", "Cost category", "Net", "VAT", "Total amount", "Remarks"],
        ["I-1", "10/13/2023", "Acme Ltd", "1 Travel", "1,000.00", "220.00", "1,220.00", ""],
        ["I-2", "10/14/2023", "Acme Ltd", "Hotels", "1,000.00", "200.00", "1,220.00", ""],
        ["C-1", "10/15/2023", "Acme Ltd", "1.2", "", "", "(1,220.00)", "credit note"],
        ["I-3", "10/16/2023", "Total Energies", "1.2", "", "", "about 50 or 60", ""],
    )
    plan = house.plan("expenditures", path)
    assert outcomes(plan) == {2: "refused", 3: "new", 4: "new", 5: "refused"}
    assert (plan.rows[0].reason, plan.rows[3].reason) == ("import_line_is_heading", "import_record_without_amount")
    assert fields(plan, 3, "date", "amount", "net") == ("2023-10-14", "1220.00", "")
    assert ("net", "import_vat_does_not_fit") in told(plan, 3)
    assert fields(plan, 4, "amount", "notes") == ("-1220.00", "credit note")
    assert ("amount", "import_amount_unreadable") in told(plan, 5)
    fixed = house.decide(
        plan, {("List", 2): Decision(fields={"line": "1.1"}), ("List", 5): Decision(fields={"amount": "55.00"})}
    )
    assert outcomes(fixed) == {2: "new", 3: "new", 4: "new", 5: "new"}
    assert house.take(fixed).summary["taken_new"] == 4


def test_a_line_for_the_whole_file_and_targets_that_are_wrong(house: Desk) -> None:
    path = house.file(["Date", "Supplier", "Amount"], ["1.10.2023", "Bus", "12,50"])
    assert outcomes(house.plan("expenditures", path)) == {2: "refused"}
    plan = house.plan("expenditures", path, programme="CEP-UA", line="flights", activity="CEP-UA-V01")
    assert fields(plan, 2, *MONEY, "activity") == ("1.1", "12.50", "EUR", "CEP-UA-V01")
    house.take(plan)
    assert [row.activity for row in _rows(house)] == ["CEP-UA-V01"]
    for where, code in (
        ({"programme": "CEP-UA", "line": "9.9"}, "import_line_unknown"),
        ({"programme": "CEP-UA", "line": "1"}, "import_line_is_heading"),
        ({"line": "1.1"}, "import_kind_needs_programme"),
        ({"programme": "NOPE"}, "not_found"),
    ):
        with pytest.raises(Refused) as refused:
            house.plan("expenditures", path, **where)
        assert refused.value.code == code


def test_ten_thousand_documents_are_quick(house: Desk) -> None:
    head = ("Document no.", "Date", "Supplier", "Description", "Budget line", "Amount", "Currency")
    rows: Sequence[Sequence[object]] = [
        (
            f"R-{n}",
            date(2023, 10, 1 + n % 30),
            f"Supplier {n % 97}",
            f"Goods {n}",
            ("1.1", "1.2", "2.10")[n % 3],
            n + 0.5,
            "EUR",
        )
        for n in range(10_000)
    ]
    path = house.file(head, *rows)
    started = process_time()
    plan = house.plan("expenditures", path)
    house.take(plan)
    taken = process_time() - started
    # Each document amounts to its number and a half: 10,000 × 9,999 / 2 + 5,000.
    assert sum(row.gross_minor for row in _rows(house)) == 4_999_500_000 + 500_000
    assert taken < 20, "seconds of processor time; some four on an idle machine"
