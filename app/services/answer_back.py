"""The answer to the sender: a copy of the own workbook with a question at each doubtful cell, in the sender's language.

Works on any plan of an import, whatever its kind. Nothing is written to the data file.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from app.core.errors import Refused
from app.core.i18n import LANGUAGES, words
from app.core.progress import Token, silent
from app.documents.answer_back import KEPT_WHOLE, Answer, build_answer
from app.documents.answer_words import MAIL_SUBJECT, MAIL_TEXT, REMARKS, question
from app.importers.agenda_titles import latin_language
from app.importers.staged import Outcome, Staged, StagedRow
from app.importers.workbook import Workbook
from app.services.imports import Decision, RowKey
from app.storage.files import write_whole

#: Reasons of a row that its sender can do something about.
_ASKED_OF_ROWS = frozenset(
    (
        "import_row_without_name",
        "import_row_name_open",
        "import_row_duplicate",
        "import_row_perhaps_duplicate",
        "import_row_cancelled",
        "import_row_crossed_out",
        "import_record_without_day",
        "import_record_without_time",
        "import_record_without_amount",
        "import_record_without_title",
        "import_record_ends_before_start",
    )
)
#: What is missing in a row because a cell could not be read is asked at that cell alone.
_MISSING = {
    "import_record_without_day": frozenset(("date",)),
    "import_record_without_time": frozenset(("time", "start")),
    "import_record_without_amount": frozenset(("amount", "amount_budget")),
}
_SETTLED = Decision()
#: Where a question about a whole row stands: at the first of these that the sheet has, else at its first column.
_ROW_FIELDS = ("full_name", "family_name", "given_name", "name_latin", "title", "description")
_UKRAINIAN = re.compile("[іїєґ]", re.IGNORECASE)
_OWN_LANGUAGE = {"UA": "uk", "SI": "sl", "SE": "sv", "LV": "lv"}
_MOST_QUESTIONS = 5_000


@dataclass(frozen=True, slots=True)
class Asked:
    """One question to the sender. ``row`` and ``column`` from 1, as in Excel."""

    sheet: str
    row: int
    column: int
    text: str


def language_of(staged: Staged, country: str = "") -> str:
    """The language to ask in: that of the headings, else of the country, else of what is written, else English."""
    counts: dict[str, int] = {}
    for plan in staged.sheets:
        if plan.used and plan.headings.language in LANGUAGES:
            counts[plan.headings.language] = counts.get(plan.headings.language, 0) + max(1, plan.rows)
    if counts:
        return max(counts, key=lambda language: counts[language])
    return _OWN_LANGUAGE.get(country) or _language_of_cells(staged)


def _language_of_cells(staged: Staged) -> str:
    """The language of a sheet whose headings tell none, by letters that only one of ours has; else English."""
    if any(plan.used and plan.headings.language for plan in staged.sheets):
        # It is in a language that we don't write.
        return "en"
    texts = [cell for row in staged.rows[:200] for cell in row.cells if isinstance(cell, str)]
    if any(_UKRAINIAN.search(text) for text in texts):
        return "uk"
    return latin_language(texts, "en")


def questions(
    staged: Staged, language: str, decisions: Mapping[RowKey, Decision] | None = None, token: Token | None = None
) -> tuple[Asked, ...]:
    """What the sender is asked, in the order of the file; what the user put right or left out is not asked."""
    decisions, token = decisions or {}, token or silent()
    said = words(language)
    found: list[Asked] = []
    plans = {plan.name: plan for plan in staged.sheets}

    def ask(row: StagedRow, column: int, text: str) -> None:
        plan = plans.get(row.sheet)
        found.append(Asked(*(plan.place_in_file(row.row, column) if plan else (row.sheet, row.row, column)), text))

    for number, row in enumerate(staged.rows):
        if number % 500 == 0:
            token.step(number, len(staged.rows))
        decision = decisions.get((row.sheet, row.row), _SETTLED)
        if decision.leave_out:
            continue
        cells = {warning.field for warning in row.warnings}
        said_at_cell = not cells.isdisjoint(_MISSING.get(row.reason, ()))
        if row.reason in _ASKED_OF_ROWS and not said_at_cell and not (decision.as_new or decision.person_id):
            text = question(said, row.reason, row.reason_params)
            ask(row, _place_of_row(row), text)
        if row.outcome is Outcome.DUPLICATE:
            continue
        for warning in row.warnings:
            text = question(said, warning.code, {"value": warning.value[:120], **warning.params})
            if text and warning.field not in decision.fields:
                ask(row, warning.column or _place_of_row(row), text)
        if len(found) >= _MOST_QUESTIONS:
            break
    return tuple(found)


def _place_of_row(row: StagedRow) -> int:
    places = {column.field: number for number, column in row.columns.items()}
    return next((places[name] for name in _ROW_FIELDS if name in places), min(places.values(), default=1))


def suggested_name(file: str, kind: str, language: str) -> str:
    """A name for the copy, beside the sender's own: ``delegation (remarks).xlsx``, in the sender's language."""
    path = Path(file)
    ending = path.suffix if path.suffix.lower() in (".xlsx", ".xlsm", ".ods") and kind in KEPT_WHOLE else ""
    return f"{path.stem} ({words(language).say(REMARKS)}){ending or KEPT_WHOLE.get(kind, '.xlsx')}"


def mail_to_sender(file: str, language: str) -> tuple[str, str]:
    """Subject and text of the e-mail with the copy, in the sender's language; ``file`` as the sender called it."""
    said = words(language)
    return said.say(MAIL_SUBJECT, file=file), said.say(MAIL_TEXT)


def build(workbook: Workbook, source: Path | None, asked: tuple[Asked, ...], author: str) -> bytes:
    """The copy. ``source`` is the sender's file, None for pasted cells.

    Refused(``answer_nothing``) without questions, Refused(``answer_file_changed``) when the file is not the one that
    was read any more.
    """
    if not asked:
        raise Refused("answer_nothing")
    remarks: dict[str, dict[tuple[int, int], str]] = {}
    for one in asked:
        places = remarks.setdefault(one.sheet, {})
        before = places.get((one.row, one.column))
        if before is None or one.text not in before.split("\n"):
            places[(one.row, one.column)] = f"{before}\n{one.text}" if before else one.text
    if source is None or workbook.kind not in KEPT_WHOLE:
        sheets = [(sheet.name, sheet.rows) for sheet in workbook.sheets]
        return build_answer(Answer("rows", author, remarks, sheets=sheets))
    try:
        content = source.read_bytes()
    except OSError as error:
        raise Refused("answer_file_changed", file=source.name) from error
    # The gate has looked through exactly these bytes; others might hold anything.
    if hashlib.sha256(content).hexdigest() != workbook.sha256:
        raise Refused("answer_file_changed", file=source.name)
    return build_answer(Answer(workbook.kind, author, remarks, content))


def write(workbook: Workbook, source: Path | None, asked: tuple[Asked, ...], author: str, target: Path) -> Path:
    """Write the copy whole or not at all; refuses to overwrite the sender's own file (``answer_over_source``)."""
    if source is not None and target.exists() and target.samefile(source):
        raise Refused("answer_over_source", file=source.name)
    return write_whole(target, build(workbook, source, asked, author))
