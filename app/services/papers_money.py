"""The papers on a whole programme: budget report and programme report."""

from app.core.progress import Token
from app.services import money_papers
from app.services.paper_kinds import Paper, PaperKind, PaperOptions
from app.storage.work import View


def _budget(view: View, programme_id: str, options: PaperOptions, _token: Token) -> bytes:
    return money_papers.budget(view, programme_id, options.language, options.second)


def _budget_workbook(view: View, programme_id: str, options: PaperOptions, _token: Token) -> bytes:
    return money_papers.budget(view, programme_id, options.language, workbook=True)


def _budget_word(view: View, programme_id: str, options: PaperOptions, _token: Token) -> bytes:
    return money_papers.budget(view, programme_id, options.language, options.second, word=True)


def _report(view: View, programme_id: str, options: PaperOptions, _token: Token) -> bytes:
    return money_papers.report(view, programme_id, options.language, options.second)


def _report_word(view: View, programme_id: str, options: PaperOptions, _token: Token) -> bytes:
    return money_papers.report(view, programme_id, options.language, options.second, word=True)


_TWO = frozenset({"second"})
KINDS = (
    PaperKind(Paper.BUDGET, _budget, _TWO, {".xlsx": _budget_workbook, ".docx": _budget_word}, subject="programme"),
    PaperKind(Paper.PROGRAMME_REPORT, _report, _TWO, {".docx": _report_word}, subject="programme"),
)
