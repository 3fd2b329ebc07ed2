"""Papers of an activity: made for the preview, kept when issued, refused when there is nothing to print."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.core.errors import Refused
from app.models.activities import Activity
from app.services import documents, main_job, printing, records, sample
from app.services.context import Context
from app.services.printing import Paper, PaperOptions
from tests.documents.paper_reading import text


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Context]:
    """The sample with its people, without papers; the tests here only look at it."""
    context = Context.open(tmp_path_factory.mktemp("printing") / "s.mdesk")
    main_job.make_sample(context)
    yield context
    context.changed = False
    context.close()


def _id(context: Context, code: str) -> str:
    with context.read() as view:
        return records.by_code(view, Activity, code).id


@pytest.mark.parametrize("paper", [Paper.AGENDA, Paper.PARTICIPANTS, Paper.BADGES, Paper.LETTERS])
def test_the_same_paper_is_the_same_bytes(made: Context, paper: Paper) -> None:
    visit = _id(made, sample.VISIT)
    with made.read() as view:
        one = printing.make(view, paper, visit, PaperOptions("en"))
        two = printing.make(view, paper, visit, PaperOptions("en"))
    assert one == two
    assert one.file_name == f"CEP-UA-V01 {paper.value} en.pdf"
    assert printing.page_count(one.content) > 0
    assert "yizhakevych" in text(one.content).casefold() or paper is Paper.AGENDA


@pytest.mark.parametrize("paper", [Paper.PARTICIPANTS, Paper.BADGES, Paper.CERTIFICATES, Paper.SIGN_IN, Paper.LETTERS])
def test_nothing_is_printed_for_nobody(made: Context, paper: Paper) -> None:
    empty = _id(made, "COAL-REX-V01")
    with made.read() as view, pytest.raises(Refused) as refused:
        printing.make(view, paper, empty, PaperOptions("en"))
    assert refused.value.code in {"paper_nobody", "paper_no_days", "paper_no_dates"}


def test_an_issued_paper_is_kept_with_its_activity(made: Context) -> None:
    visit = _id(made, sample.VISIT)
    with made.read() as view:
        printed = printing.make(view, Paper.BADGES, visit, PaperOptions("en"))
    with made.write("Issue") as work:
        ident = printing.issue(work, Paper.BADGES, visit, PaperOptions("en"), printed)
    with made.read() as view:
        assert documents.content(view, ident) == printed.content
        [row] = [row for row in documents.list_rows(view, owner_kind="activity", owner_id=visit) if row.id == ident]
    assert (row.origin, row.kind, row.language, row.title) == ("issued", "badges", "en", "CEP-UA-V01 badges en")


def test_lists_of_the_window_go_to_workbooks_and_tables(tmp_path: Path) -> None:
    rows = [["Ana", 1], ["=2+2", 2]]
    made = printing.export_table(tmp_path / "a.csv", "People", ["Name", "Days"], rows)
    content = made.read_text(encoding="utf-8-sig")
    assert "Name" in content
    assert "\n=2+2" not in content, "a cell that a spreadsheet would compute is made harmless"
    book = printing.export_table(tmp_path / "a.xlsx", "People", ["Name", "Days"], rows)
    assert book.read_bytes()[:2] == b"PK"
