"""A copy of the sender's own workbook with remarks on the doubtful cells; nothing else in it changes.

The copy of an .xlsx, .xlsm or .ods is the sender's file with comments put in (``answer_package``, ``answer_ods``). What
cannot hold comments, or cannot be changed without rewriting it (.xls, .xlsb, .csv, web pages, pasted cells), is
answered by an .xlsx with the same cells.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from app.documents.answer_ods import annotate_ods
from app.documents.answer_package import annotate_package
from app.documents.answer_plain import PlainSheet, annotated_copy

#: Kinds of files (as the gate names them) whose copy is the file itself with comments in it, and their endings.
KEPT_WHOLE: Mapping[str, str] = {"xlsx": ".xlsx", "ods": ".ods"}

#: A place in a sheet: (row, column) from 1, as in Excel.
At = tuple[int, int]
#: Any cell that a reader of spreadsheets gives.
AnyCell = str | float | bool | date | datetime | time | timedelta


@dataclass(frozen=True, slots=True)
class Answer:
    """What is answered. ``remarks``: sheet → place → text; ``author`` is who asks, shown with each comment.

    ``source`` are the bytes of the sender's file and ``kind`` what the gate said it is; ``sheets`` (name, rows) are
    only needed for kinds that are not kept whole.
    """

    kind: str
    author: str
    remarks: Mapping[str, Mapping[At, str]]
    source: bytes = b""
    sheets: Sequence[tuple[str, Sequence[Sequence[AnyCell]]]] = field(default=())


def build_answer(answer: Answer) -> bytes:
    """The bytes of the copy; Refused(``import_damaged``) when the sender's file cannot be taken apart."""
    if answer.kind == "xlsx":
        return annotate_package(answer.source, answer.remarks, answer.author)
    if answer.kind == "ods":
        return annotate_ods(answer.source, answer.remarks, answer.author)
    sheets = [PlainSheet(name, rows, answer.remarks.get(name, {})) for name, rows in answer.sheets]
    return annotated_copy(sheets, answer.author)
