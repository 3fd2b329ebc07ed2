"""The papers made from an agenda: the agenda itself, run-sheet, agendas of single people, interpreter pack."""

from app.core.errors import Refused
from app.core.progress import Token
from app.documents import agenda, agenda_workbook, interpreter_pack, run_sheet
from app.documents.agenda_data import AgendaOptions, AgendaPaper, ColumnSet, Layout
from app.documents.interpreter_pack import InterpreterOptions
from app.documents.run_sheet import RunSheetOptions
from app.services import agenda_paper, interpreter_paper, personal_agenda_paper, run_sheet_paper, sheet_papers
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
    _expect_days(told, options)
    columns = ColumnSet(options.columns)
    return agenda.build(told, AgendaOptions(options.language, second, columns, layout, options.days), other)


def _expect_days(told: AgendaPaper, options: PaperOptions) -> None:
    if options.days and not any(day.day in options.days for day in told.days):
        raise Refused("paper_no_days")


def _agenda_workbook(view: View, activity_id: str, options: PaperOptions, _token: Token) -> bytes:
    second = options.second if options.second != options.language else ""
    told = agenda_paper.paper(view, activity_id, options.language, second, options.version_id)
    _expect_days(told, options)
    return agenda_workbook.agenda(told, AgendaOptions(options.language, second, days=options.days))


def _calendar(view: View, activity_id: str, options: PaperOptions, _token: Token) -> bytes:
    return sheet_papers.calendar_file(view, activity_id, options.language, options.version_id)


def _run_sheet(view: View, activity_id: str, options: PaperOptions, _token: Token) -> bytes:
    told = run_sheet_paper.paper(view, activity_id, options.language, options.second, options.days)
    return run_sheet.build(told, RunSheetOptions(options.language, options.second))


def _run_sheet_workbook(view: View, activity_id: str, options: PaperOptions, _token: Token) -> bytes:
    told = run_sheet_paper.paper(view, activity_id, options.language, "", options.days)
    return agenda_workbook.run_sheet(told, RunSheetOptions(options.language))


def _interpreter_pack(view: View, activity_id: str, options: PaperOptions, _token: Token) -> bytes:
    told, languages = interpreter_paper.paper(view, activity_id, options)
    return interpreter_pack.build(told, InterpreterOptions(*languages))


KINDS = (
    PaperKind(
        Paper.AGENDA,
        _agenda,
        frozenset({"second", "columns", "layout", "days", "version_id"}),
        others={".xlsx": _agenda_workbook, ".ics": _calendar},
    ),
    PaperKind(
        Paper.RUN_SHEET,
        _run_sheet,
        frozenset({"second", "days"}),
        others={".xlsx": _run_sheet_workbook},
        internal=True,
    ),
    PaperKind(
        Paper.PERSONAL_AGENDA,
        personal_agenda_paper.whole,
        frozenset({"second", "columns", "person_ids", "version_id"}),
        each=personal_agenda_paper.each,
    ),
    PaperKind(Paper.INTERPRETER_PACK, _interpreter_pack, frozenset({"second", "version_id"})),
)
