"""Papers that are read: letters of invitation, annexes to travel orders, visit reports."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.core.errors import Refused
from app.core.progress import Token
from app.documents import agenda, letters, travel_order, visit_report, word_letter, word_template
from app.documents.agenda_data import AgendaOptions, AgendaPaper
from app.documents.letter_data import InvitationOptions, InvitationPaper
from app.documents.travel_order import TravelOrderOptions, TravelOrderPaper
from app.documents.visit_report import VisitReportOptions
from app.models.activities import Activity
from app.services import (
    agenda_paper,
    agenda_versions,
    dative_names,
    letter_papers,
    paper_templates,
    records,
    travel_order_papers,
    visit_report_papers,
)
from app.services.paper_files import safe_name
from app.services.paper_kinds import Paper, PaperKind, PaperOptions, PaperWarning
from app.storage.work import View


def _told(view: View, activity_id: str, options: PaperOptions) -> tuple[InvitationPaper, ...]:
    return letter_papers.invitations(view, activity_id, options.language, options.second, options.person_ids)


def _wanted(options: PaperOptions) -> InvitationOptions:
    return InvitationOptions(options.language, options.second, options.documents)


def _annex(view: View, activity_id: str, options: PaperOptions) -> Sequence[letters.Part]:
    """The agenda's pages behind a letter or report, with their own heads and numbers; none where it is empty."""
    told = _annex_told(view, activity_id, options)
    return () if told is None else (agenda.part(told, AgendaOptions(options.language, options.second)),)


def _annex_told(view: View, activity_id: str, options: PaperOptions) -> AgendaPaper | None:
    """The agenda that stands behind a letter; None where none is wanted or nothing stands in it."""
    if not options.annex:
        return None
    told = agenda_paper.paper(view, activity_id, options.language, options.second, options.version_id)
    return told if any(day.items for day in told.days) else None


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
        return word_letter.build_word(told, wanted, _annex_told(view, activity_id, options))
    dative_names.expect_confirmed(view, activity_id, options, word_template.look(template).places)
    if len(told) > 1:
        raise Refused("letter_one_at_a_time", count=len(told))
    return word_template.fill(template, *word_letter.places(told[0], wanted))


def _each_letter_word(view: View, activity_id: str, options: PaperOptions, token: Token) -> Iterator[tuple[str, bytes]]:
    """One Word letter for each sending body: by the programme's own template where it has one."""
    told, wanted = _told(view, activity_id, options), _wanted(options)
    programme_id = records.fetch(view, Activity, activity_id).programme_id
    template = paper_templates.word_of(view, programme_id, Paper.LETTERS.value)
    annex = None if template else _annex_told(view, activity_id, options)
    if template:
        dative_names.expect_confirmed(view, activity_id, options, word_template.look(template).places)
    for number, one in enumerate(told, 1):
        token.step(number - 1, len(told))
        filled = word_template.fill(template, *word_letter.places(one, wanted)) if template else b""
        content = filled or word_letter.build_word([one], wanted, annex)
        yield safe_name(f"{one.reference} {one.body.first}") + ".docx", content


def _look(view: View, activity_id: str, options: PaperOptions) -> tuple[PaperWarning, ...]:
    """What does not agree with agenda and list (PL-9), besides what is told of every paper anyway."""
    return tuple(
        PaperWarning(one.code, one.params, 1, "visits", activity_id, _TABS.get(one.field, "overview"))
        for one in letter_papers.warnings(view, activity_id, options)
        if one.code not in _TOLD_ELSEWHERE
    )


def _look_letters(view: View, activity_id: str, options: PaperOptions) -> tuple[PaperWarning, ...]:
    """The same, and whose name in the dative nobody has confirmed where the words ask for it (CE-7)."""
    return (
        *dative_names.warnings(view, Paper.LETTERS, activity_id, options),
        *_look(view, activity_id, options),
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
        yield f"{_order_name(one)}.pdf", travel_order.build([one], _wanted_order(options))


def _each_order_word(view: View, activity_id: str, options: PaperOptions, token: Token) -> Iterator[tuple[str, bytes]]:
    """One annex for each who travels, as Word files."""
    told = travel_order_papers.singles(view, activity_id, (options.language, options.second), options.person_ids)
    for number, one in enumerate(told, 1):
        token.step(number - 1, len(told))
        yield f"{_order_name(one)}.docx", travel_order.build_word([one], _wanted_order(options))


def _order_name(one: TravelOrderPaper) -> str:
    return safe_name(f"{one.code} travel-order {one.travellers[0].name.shown('en')}")


def _report(view: View, activity_id: str, options: PaperOptions, _token: Token) -> bytes:
    told = visit_report_papers.paper(view, activity_id, options.language, options.second)
    # The agenda as implemented is the original annex of a report (AR-5); without one, the agenda as it stands.
    final = agenda_versions.final_version(view, activity_id)
    annex = _annex(view, activity_id, replace(options, version_id=final))
    return visit_report.build(told, VisitReportOptions(options.language, options.second), annex)


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
        look=_look_letters,
        each_others={".docx": _each_letter_word},
    ),
    PaperKind(
        Paper.TRAVEL_ORDER,
        _travel_order,
        frozenset({"second", "person_ids", "documents"}),
        others={".docx": _travel_order_word},
        each=_each_order,
        look=_look,
        each_others={".docx": _each_order_word},
    ),
    PaperKind(Paper.VISIT_REPORT, _report, frozenset({"second", "annex"}), others={".docx": _report_word}),
)
