"""The papers on a whole programme: finance report and programme report."""

from app.core.progress import Token
from app.services import money_papers
from app.services.paper_kinds import Paper, PaperKind, PaperOptions
from app.storage.work import View


def _budget(view: View, programme_id: str, options: PaperOptions, _token: Token) -> bytes:
    return money_papers.budget(view, programme_id, options.language)


def _budget_workbook(view: View, programme_id: str, options: PaperOptions, _token: Token) -> bytes:
    return money_papers.budget(view, programme_id, options.language, workbook=True)


def _report(view: View, programme_id: str, options: PaperOptions, _token: Token) -> bytes:
    return money_papers.report(view, programme_id, options.language)


KINDS = (
    PaperKind(Paper.BUDGET, _budget, others={".xlsx": _budget_workbook}, subject="programme"),
    PaperKind(Paper.PROGRAMME_REPORT, _report, subject="programme"),
)
