"""The papers about the people of an activity: lists, sign-in sheets, badges."""

from app.core.progress import Token
from app.documents import badges, participant_list, sign_in_sheet
from app.services import people_papers
from app.services.paper_kinds import Paper, PaperKind, PaperOptions
from app.storage.work import View


def _participants(view: View, activity_id: str, options: PaperOptions, _token: Token) -> bytes:
    told = people_papers.participant_list(view, activity_id, options.language, options.second)
    return participant_list.build(
        told, participant_list.ParticipantOptions(options.language, options.second, options.internal)
    )


def _participants_workbook(view: View, activity_id: str, options: PaperOptions, _token: Token) -> bytes:
    told = people_papers.participant_list(view, activity_id, options.language, options.second)
    return participant_list.build_xlsx(
        told, participant_list.ParticipantOptions(options.language, options.second, options.internal)
    )


def _sign_in(view: View, activity_id: str, options: PaperOptions, _token: Token) -> bytes:
    told = people_papers.sign_in(view, activity_id, options.language, options.second, options.day)
    return sign_in_sheet.build(told, sign_in_sheet.SignInOptions(options.language, options.second))


def _badges(view: View, activity_id: str, options: PaperOptions, _token: Token) -> bytes:
    return badges.build(
        people_papers.badges(view, activity_id, options.language, options.person_ids),
        badges.BadgeOptions(options.language),
    )


KINDS = (
    PaperKind(
        Paper.PARTICIPANTS,
        _participants,
        frozenset({"second", "internal"}),
        others={".xlsx": _participants_workbook},
    ),
    PaperKind(Paper.SIGN_IN, _sign_in, frozenset({"second", "day"})),
    PaperKind(Paper.BADGES, _badges, frozenset({"person_ids"})),
)
