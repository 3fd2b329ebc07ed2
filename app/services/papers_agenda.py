"""The papers made from an agenda: the agenda itself."""

from app.core.errors import Refused
from app.core.progress import Token
from app.documents import agenda
from app.documents.agenda_data import AgendaOptions, ColumnSet, Layout
from app.services import agenda_paper, sheet_papers
from app.services.paper_kinds import Paper, PaperKind, PaperOptions
from app.storage.work import View


def _agenda(view: View, activity_id: str, options: PaperOptions, _token: Token) -> bytes:
    given = agenda_paper.source(view, activity_id, options.version_id)
    second = options.second if options.second != options.language else ""
    layout = Layout(options.layout)
    if second and layout is Layout.C:
        told = agenda_paper.of_source(view, activity_id, given, options.language)
        other = agenda_paper.of_source(view, activity_id, given, second)
    else:
        told, other = agenda_paper.of_source(view, activity_id, given, options.language, second), None
    if options.days and not any(day.day in options.days for day in told.days):
        raise Refused("paper_no_days")
    columns = ColumnSet(options.columns)
    return agenda.build(told, AgendaOptions(options.language, second, columns, layout, options.days), other)


def _calendar(view: View, activity_id: str, options: PaperOptions, _token: Token) -> bytes:
    return sheet_papers.calendar_file(view, activity_id, options.language)


KINDS = (
    PaperKind(
        Paper.AGENDA,
        _agenda,
        frozenset({"second", "columns", "layout", "days", "version_id"}),
        others={".ics": _calendar},
    ),
)
