"""Files of which a part cannot be read: it is told, and nothing of it goes to somebody else."""

from pathlib import Path

import pytest

from app.core.errors import Refused
from app.importers.pasted_table import paste_workbook
from app.importers.staged import Staged
from app.importers.staging import stage


def _stage(*rows: tuple[str, ...]) -> Staged:
    return stage(paste_workbook("\n".join("\t".join(row) for row in rows)))


def test_tables_beside_one_another_are_read_like_two_sheets() -> None:
    staged = _stage(
        ("№", "ПІБ", "Телефон", "", "№", "ПІБ", "Телефон"),
        ("1", "Гуменюк Ольга Степанівна", "0501230001", "", "3", "Рябоконь Іван Якович", "0501230003"),
        ("2", "Тарасенко Лев Ігорович", "", "", "4", "Хижняк Поліна Юріївна", "0501230004"),
    )
    assert [(one.name, one.used, list(one.headings.columns)) for one in staged.sheets] == [
        ("(A–D)", True, [1, 2, 3]),
        ("(E–G)", True, [5, 6, 7]),
    ]
    assert [(row.sheet, row.row, row.fields["family_name"], row.fields.get("phone", "")) for row in staged.rows] == [
        ("(A–D)", 2, "Гуменюк", "+380501230001"),
        ("(A–D)", 3, "Тарасенко", ""),
        ("(E–G)", 2, "Рябоконь", "+380501230003"),
        ("(E–G)", 3, "Хижняк", "+380501230004"),
    ]
    assert list(staged.skipped) == []


@pytest.mark.parametrize(
    "rows",
    [
        (("Прізвище", "Ім'я", "Прізвище", "Ім'я"), ("Гуменюк", "Ольга", "Humeniuk", "Olha")),
        (("ПІБ", "Телефон", "Посада", "Телефон"), ("Гуменюк Ольга", "0501230001", "юристка", "0501230002")),
    ],
)
def test_headings_that_stand_twice_in_one_table_are_one_table(rows: tuple[tuple[str, ...], ...]) -> None:
    staged = _stage(*rows)
    assert [row.fields["family_name"] for row in staged.rows] == ["Гуменюк"]
    assert list(staged.skipped) == []


def test_a_form_without_a_name_is_refused_in_words() -> None:
    with pytest.raises(Refused) as told:
        _stage(("АНКЕТА ГРОМАДИ", ""), ("Громада", "Опішня"), ("Телефон", "0501112233"), ("Країна", "Україна"))
    assert told.value.code == "import_no_headings"


def test_contacts_that_are_neither_mail_nor_phone_are_told() -> None:
    staged = _stage(
        ("ПІБ", "Контакти"), ("Ткач Ольга Ігорівна", "через сусідку"), ("Бондар Юрій Львович", "0501112233")
    )
    assert [[one.code for one in row.warnings] for row in staged.rows] == [["import_contacts_unreadable"], []]
    assert staged.rows[1].fields["phone"] == "+380501112233"


@pytest.mark.parametrize(
    ("remark", "waits"),
    [
        ("не їде", True),
        ("НЕ ЇДЕ", True),
        ("(скасовано)", True),
        ("Cancelled", True),
        ("avbokad", True),
        ("odpovedal", True),
        ("не їде автобусом", False),
        ("їде", False),
        ("вегетаріанка", False),
    ],
)
def test_who_does_not_come_waits_for_a_click(remark: str, waits: bool) -> None:
    (row,) = _stage(("ПІБ", "Посада", "Примітка"), ("Ткач Ольга Ігорівна", "юристка", remark)).rows
    assert row.outcome == ("doubtful" if waits else "new")
    if waits:
        assert (row.reason, dict(row.reason_params)) == ("import_row_cancelled", {"remark": remark})


@pytest.mark.parametrize(
    ("sheet", "organisation"),
    [
        ("Općina Konjic", "Općina Konjic"),
        ("Заводська міська рада", "Заводська міська рада"),
        ("Аркуш1", ""),
        ("Громада", ""),
        ("Список учасників рада", ""),
        ("Група 2", ""),
        ("Gradani", ""),
    ],
)
def test_the_name_of_a_sheet_is_the_municipality_where_it_says_so(
    sheet: str, organisation: str, tmp_path: Path
) -> None:
    from app.importers.workbook import open_workbook
    from tests.messy.town import Town

    rows = (("Ime", "Prezime", "E-mail"), ("Ana", "Novak", "ana@konjic.example"))
    (row,) = stage(open_workbook(Town("one", "", (), sheets={sheet: rows}).save(tmp_path))).rows
    assert row.fields.get("organisation", "") == organisation
    assert row.sources.get("organisation", "") == ("group" if organisation else "")


def test_a_remark_in_a_wide_and_plain_row_is_seen_as_well() -> None:
    headings = ("Прізвище", "Ім'я", "По батькові", "Посада", "E-mail", "Телефон", "Стан")
    rows = [
        (family, "Ольга", "Ігорівна", "юристка", f"{number}@town.example", f"050111223{number}", remark)
        for number, (family, remark) in enumerate((("Ткач", ""), ("Бондар", "не їде"), ("Вовк", "їде")))
    ]
    assert [row.outcome.value for row in _stage(headings, *rows).rows] == ["new", "doubtful", "new"]
