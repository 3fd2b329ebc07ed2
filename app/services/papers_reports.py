"""Papers that are read: letters of invitation, annexes to travel orders, visit reports."""

from collections.abc import Iterator, Sequence

from app.core.errors import Refused
from app.core.progress import Token
from app.documents import agenda, letters, travel_order, visit_report, word_letter, word_template
from app.documents.agenda_data import AgendaOptions
from app.documents.letter_data import InvitationOptions, InvitationPaper
from app.documents.travel_order import TravelOrderOptions, TravelOrderPaper
from app.documents.visit_report import VisitReportOptions
from app.models.activities import Activity
from app.services import agenda_paper, letter_papers, paper_templates, records, travel_order_papers, visit_report_papers
from app.services.paper_files import safe_name
from app.services.paper_kinds import Paper, PaperKind, PaperOptions, PaperWarning
from app.storage.work import View


def _told(view: View, activity_id: str, options: PaperOptions) -> tuple[InvitationPaper, ...]:
    return letter_papers.invitations(view, activity_id, options.language, options.second, options.person_ids)


def _wanted(options: PaperOptions) -> InvitationOptions:
    return InvitationOptions(options.language, options.second, options.documents)


def _annex(view: View, activity_id: str, options: PaperOptions) -> Sequence[letters.Part]:
    """The agenda's pages behind the letter, with their own heads and numbers; none where nothing stands in it."""
    if not options.annex:
        return ()
    told = agenda_paper.paper(view, activity_id, options.language, options.second, options.version_id)
    if not any(day.items for day in told.days):
        return ()
    return (agenda.part(told, AgendaOptions(options.language, options.second)),)


def _letters(view: View, activity_id: str, options: PaperOptions, _token: Token) -> bytes:
    told = _told(view, activity_id, options)
    return letters.build_many(told, _wanted(options), _annex(view, activity_id, options))


def _each_letter(view: View, activity_id: str, options: PaperOptions, token: Token) -> Iterator[tuple[str, bytes]]:
    """One letter for each sending body."""
    told = _told(view, activity_id, options)
    annex = _annex(view, activity_id, options)
    for number, one in enumerate(told, 1):
        token.step(number - 1, len(told))
        yield safe_name(f"{one.reference} {one.body.first}") + ".pdf", letters.build(one, _wanted(options), annex)


def _letters_word(view: View, activity_id: str, options: PaperOptions, _token: Token) -> bytes:
    """The letter to be finished in Word: by the programme's own template where it has one, else as the paper is."""
    told, wanted = _told(view, activity_id, options), _wanted(options)
    template = paper_templates.word_of(
        view, records.fetch(view, Activity, activity_id).programme_id, Paper.LETTERS.value
    )
    if not template:
        return word_letter.build_word(told, wanted)
    if len(told) > 1:
        raise Refused("letter_one_at_a_time", count=len(told))
    return word_template.fill(template, *word_letter.places(told[0], wanted))


def _look(view: View, activity_id: str, options: PaperOptions) -> tuple[PaperWarning, ...]:
    """What does not agree with agenda and list (PL-9), besides what is told of every paper anyway."""
    return tuple(
        PaperWarning(one.code, one.params, 1, "visits", activity_id, _TABS.get(one.field, "overview"))
        for one in letter_papers.warnings(view, activity_id, options)
        if one.code not in _TOLD_ELSEWHERE
    )


_TABS = {"agenda": "agenda", "dates": "agenda", "persons": "participants", "paid": "travel", "contact": "travel"}
_TOLD_ELSEWHERE = frozenset({"letter_latin_generated", "letter_signatory_missing"})


def _wanted_order(options: PaperOptions) -> TravelOrderOptions:
    return TravelOrderOptions(options.language, options.second, options.documents)


def _orders(view: View, activity_id: str, options: PaperOptions) -> list[TravelOrderPaper]:
    languages = (options.language, options.second)
    return [travel_order_papers.group(view, activity_id, languages, options.person_ids)]


def _travel_order(view: View, activity_id: str, options: PaperOptions, _token: Token) -> bytes:
    return travel_order.build(_orders(view, activity_id, options), _wanted_order(options))


def _travel_order_word(view: View, activity_id: str, options: PaperOptions, _token: Token) -> bytes:
    return travel_order.build_word(_orders(view, activity_id, options), _wanted_order(options))


def _each_order(view: View, activity_id: str, options: PaperOptions, token: Token) -> Iterator[tuple[str, bytes]]:
    """One annex for each who travels."""
    told = travel_order_papers.singles(view, activity_id, (options.language, options.second), options.person_ids)
    for number, one in enumerate(told, 1):
        token.step(number - 1, len(told))
        name = safe_name(f"{one.code} travel-order {one.travellers[0].name.shown('en')}")
        yield f"{name}.pdf", travel_order.build([one], _wanted_order(options))


def _report(view: View, activity_id: str, options: PaperOptions, _token: Token) -> bytes:
    told = visit_report_papers.paper(view, activity_id, options.language, options.second)
    return visit_report.build(told, VisitReportOptions(options.language, options.second))


def _report_word(view: View, activity_id: str, options: PaperOptions, _token: Token) -> bytes:
    told = visit_report_papers.paper(view, activity_id, options.language, options.second)
    return visit_report.build_word(told, VisitReportOptions(options.language, options.second))


KINDS = (
    PaperKind(
        Paper.LETTERS,
        _letters,
        frozenset({"second", "person_ids", "documents", "annex", "version_id"}),
        others={".docx": _letters_word},
        each=_each_letter,
        look=_look,
    ),
    PaperKind(
        Paper.TRAVEL_ORDER,
        _travel_order,
        frozenset({"second", "person_ids", "documents"}),
        others={".docx": _travel_order_word},
        each=_each_order,
        look=_look,
    ),
    PaperKind(Paper.VISIT_REPORT, _report, frozenset({"second"}), others={".docx": _report_word}),
)
