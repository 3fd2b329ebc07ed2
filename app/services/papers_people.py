"""The papers about the people of an activity: lists, sign-in sheets, badges, name tents."""

from app.core.progress import Token
from app.documents import badges, name_tents, participant_list, sign_in_sheet, sign_in_workbook
from app.documents.participant_list import ParticipantOptions
from app.documents.sign_in_sheet import SignInOptions, SignInPaper
from app.models.activities import Activity
from app.services import badge_papers, people_papers, programme_rules, records, sign_in_papers
from app.services.paper_kinds import Paper, PaperKind, PaperOptions
from app.storage.work import View


def _list_options(options: PaperOptions) -> ParticipantOptions:
    return ParticipantOptions(
        options.language, options.second, options.internal, options.documents and options.internal
    )


def _participants(view: View, activity_id: str, options: PaperOptions, _token: Token) -> bytes:
    told = people_papers.participant_list(view, activity_id, options.language, options.second)
    return participant_list.build(told, _list_options(options))


def _participants_workbook(view: View, activity_id: str, options: PaperOptions, _token: Token) -> bytes:
    told = people_papers.participant_list(view, activity_id, options.language, options.second)
    return participant_list.build_xlsx(told, _list_options(options))


def _sheets(view: View, activity_id: str, options: PaperOptions) -> tuple[SignInPaper, SignInOptions]:
    days = options.days or ((options.day,) if options.day else ())
    told = sign_in_papers.sign_in(view, activity_id, options.language, options.second, days, options.split)
    blank = options.blank_rows
    if blank < 0:
        activity = records.fetch(view, Activity, activity_id)
        day = activity.start.first or told.days[0].day
        blank = programme_rules.of_programme(view, activity.programme_id, day).number("sheet.blank_rows")
    return told, SignInOptions(options.language, options.second, blank, options.photo)


def _sign_in(view: View, activity_id: str, options: PaperOptions, _token: Token) -> bytes:
    return sign_in_sheet.build(*_sheets(view, activity_id, options))


def _sign_in_workbook(view: View, activity_id: str, options: PaperOptions, _token: Token) -> bytes:
    return sign_in_workbook.build_xlsx(*_sheets(view, activity_id, options))


def _badges(view: View, activity_id: str, options: PaperOptions, _token: Token) -> bytes:
    told = badge_papers.badges(
        view, activity_id, options.language, options.second, options.person_ids, max(0, options.blank_rows)
    )
    return badges.build(told, badges.BadgeOptions(options.language, options.second))


def _name_tents(view: View, activity_id: str, options: PaperOptions, _token: Token) -> bytes:
    told = badge_papers.name_tents(view, activity_id, options.language, options.second, options.person_ids)
    return name_tents.build(told, name_tents.TentOptions(options.language, options.second, options.per_page))


KINDS = (
    PaperKind(
        Paper.PARTICIPANTS,
        _participants,
        frozenset({"second", "internal", "documents"}),
        others={".xlsx": _participants_workbook},
    ),
    PaperKind(
        Paper.SIGN_IN,
        _sign_in,
        frozenset({"second", "days", "split", "blank_rows", "photo"}),
        others={".xlsx": _sign_in_workbook},
    ),
    PaperKind(Paper.BADGES, _badges, frozenset({"second", "person_ids", "blank_rows"})),
    PaperKind(Paper.NAME_TENTS, _name_tents, frozenset({"second", "person_ids", "per_page"})),
)
