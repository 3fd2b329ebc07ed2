"""The papers made from an agenda: the agenda itself."""

from app.core.progress import Token
from app.documents import agenda
from app.documents.agenda_data import AgendaOptions, ColumnSet
from app.services import agenda_paper, sheet_papers
from app.services.paper_kinds import Paper, PaperKind, PaperOptions
from app.storage.work import View


def _agenda(view: View, activity_id: str, options: PaperOptions, _token: Token) -> bytes:
    told = agenda_paper.paper(view, activity_id, options.language, options.second, options.version_id)
    columns = ColumnSet(options.columns)
    return agenda.build(told, AgendaOptions(options.language, options.second, columns))


def _calendar(view: View, activity_id: str, options: PaperOptions, _token: Token) -> bytes:
    return sheet_papers.calendar_file(view, activity_id, options.language)


KINDS = (PaperKind(Paper.AGENDA, _agenda, frozenset({"second", "columns", "version_id"}), others={".ics": _calendar}),)
