"""Headings of records that only the values below tell (7.2), and columns that no heading tells."""

from app.importers.headings import read_headings
from app.importers.record_columns import amount_by_values, title_by_values
from app.importers.record_sheet import RecordReading
from app.importers.workbook import Sheet


def fields(book: str, *rows: tuple[object, ...]) -> list[str]:
    """The fields of the columns, in order; '' for an unknown one."""
    found = read_headings(Sheet("List", rows), book=book).columns  # type: ignore[arg-type]
    return [found[at].field if at in found else "" for at in range(1, len(rows[0]) + 1)]


def test_no_is_a_beginning_beside_an_end_and_a_number_elsewhere() -> None:
    times = (("No", "Līdz", "Pasākums"), ("10.00", "10.30", "Sagaidīšana"), ("10.30", "12.00", "Prezentācija"))
    assert fields("agenda", *times) == ["start", "end", "title"]
    counted = (("No", "Time", "Activity"), (1, "10.00", "Opening"), (2, "10.30", "Lecture"))
    assert fields("agenda", *counted) == ["row_no", "time", "title"]


def test_a_column_of_numbers_is_no_title() -> None:
    rows = (("Task", "Output", "Status"), (118, "Draft plan", "done"), (119, "Comments", "to do"))
    assert fields("deliverables", *rows)[1:] == ["title", "stage"]
    assert fields("deliverables", *rows)[0] != "title"


def test_a_number_under_document_is_the_documents_where_another_column_counts() -> None:
    rows = (("№", "Документ / номер", "Дата", "Сума"), (1, "АТ-31", "09.10.2023", 10), (2, 118, "10.10.2023", 20))
    assert fields("expenditures", *rows) == ["row_no", "document_no", "date", "amount"]


def test_the_longest_texts_are_the_titles_where_no_heading_tells_them() -> None:
    rows = (
        ("Крок", "Що робимо", "Термін", "Статус"),
        (1, "Аналіз стану громади", "2024", ""),
        (2, "Опитування", "2025", ""),
    )
    found = title_by_values(Sheet("List", rows), RecordReading()).columns
    assert (found[2].field, found[2].how) == ("title", "values")


def test_the_one_column_of_sums_is_the_amount_but_not_one_of_two() -> None:
    head, row = ("Date", "Supplier", "Whatever"), ("2023-10-09", "Hotel", 120.5)
    found = amount_by_values(Sheet("List", (head, row)), RecordReading()).columns
    assert (found[3].field, found[3].how) == ("amount", "values")
    two = Sheet("List", ((*head, "Otherwise"), (*row, 99)))
    assert 3 not in amount_by_values(two, RecordReading()).columns
