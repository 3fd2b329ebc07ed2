"""Every paper that is proofed: looked at (``make proofs``) and measured (``test_proofs``); a new one is one line."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from app.core.vocabulary import CertificateKind
from app.documents import (
    agenda,
    badges,
    budget_report,
    certificate_register,
    certificates,
    interpreter_pack,
    letters,
    name_tents,
    participant_list,
    personal_agenda,
    programme_report,
    run_sheet,
    sign_in_sheet,
    travel_order,
    visit_report,
)
from app.documents.agenda_data import AgendaOptions, ColumnSet, Layout
from app.documents.badges import BadgeOptions
from app.documents.budget_report import BudgetOptions
from app.documents.certificate_data import CertificateOptions
from app.documents.certificate_register import RegisterOptions
from app.documents.interpreter_pack import InterpreterOptions
from app.documents.letter_data import InvitationOptions
from app.documents.name_tents import TentOptions
from app.documents.participant_data import ParticipantOptions
from app.documents.programme_report import ReportOptions
from app.documents.run_sheet import RunSheetOptions
from app.documents.sign_in_data import SignInOptions
from app.documents.travel_order import TravelOrderOptions
from app.documents.visit_report import VisitReportOptions
from tests.documents import more_samples as more
from tests.documents import proof_samples as made
from tests.documents import report_samples as reports
from tests.documents import samples
from tests.documents.proof_stretch import bare, stretched

LANGUAGES = ("en", "sl", "uk", "sv", "lv")
#: The usual pairs of languages: English paper for Ukrainian guests, Ukrainian paper for English readers, a host's own.
PAIRS = (("en", "uk"), ("uk", "en"), ("sl", "uk"), ("uk", "sl"), ("uk", "sv"), ("uk", "lv"))


@dataclass(frozen=True, slots=True)
class Proof:
    """One paper: ``sample`` gives its data in one or two languages, ``build`` its PDF. ``pairs``: has two languages."""

    name: str
    sample: Callable[[str, str], Any]
    build: Callable[[Any, str, str], bytes]
    pairs: bool = True


def _one_for_all(sample: Callable[[], Any]) -> Callable[[str, str], Any]:
    """A sample that is the same in every language: its texts hold what the records hold."""
    return lambda _first, _second: sample()


def _with(build: Callable[[Any, Any], bytes], options: Callable[[str, str], Any]) -> Callable[[Any, str, str], bytes]:
    """A paper whose options begin with its two languages."""
    return lambda data, first, second: build(data, options(first, second))


PROOFS = (
    Proof("agenda", samples.agenda, lambda data, one, two: agenda.build(data, AgendaOptions(one, two))),
    Proof(
        "agenda-compact",
        samples.agenda,
        lambda data, one, two: agenda.build(data, AgendaOptions(one, two, ColumnSet.COMPACT)),
    ),
    Proof(
        "agenda-lying",
        samples.agenda,
        lambda data, one, two: agenda.build(data, AgendaOptions(one, two, layout=Layout.B)),
    ),
    Proof("run-sheet", made.run_sheet, lambda data, one, two: run_sheet.build(data, RunSheetOptions(one, two))),
    Proof("personal", made.personal, lambda data, one, two: personal_agenda.build(data, AgendaOptions(one, two))),
    Proof(
        "interpreter",
        made.interpreter,
        lambda data, one, two: interpreter_pack.build(data, InterpreterOptions(one, two or "uk")),
    ),
    Proof("tents", made.tents, lambda data, one, two: name_tents.build(data, TentOptions(one, two))),
    Proof(
        "register", made.register, lambda data, one, two: certificate_register.build(data, RegisterOptions(one, two))
    ),
    Proof(
        "travel-order",
        reports.travel_order,
        lambda data, one, two: travel_order.build([data], TravelOrderOptions(one, two)),
    ),
    Proof(
        "visit-report",
        reports.visit_report,
        lambda data, one, two: visit_report.build(data, VisitReportOptions(one, two)),
    ),
    Proof("sign-in", more.sign_in, lambda data, one, two: sign_in_sheet.build(data, SignInOptions(one, two))),
    Proof(
        "participants",
        more.participants,
        lambda data, one, two: participant_list.build(data, ParticipantOptions(one, two)),
    ),
    Proof(
        "participants-internal",
        more.participants,
        lambda data, one, two: participant_list.build(data, ParticipantOptions(one, two, internal=True)),
    ),
    Proof(
        "badges", lambda one, _two: more.badges(one), lambda data, one, _: badges.build(data, BadgeOptions(one)), False
    ),
    Proof("letter", more.invitation, lambda data, one, two: letters.build(data, InvitationOptions(one, two))),
    Proof(
        "certificate",
        lambda one, two: more.certificates(one, two, 1),
        lambda data, one, two: certificates.build(data, CertificateOptions(one, two)),
    ),
    Proof(
        "certificate-mentor",
        lambda one, two: more.certificates(one, two, 1, CertificateKind.MENTOR),
        lambda data, one, two: certificates.build(data, CertificateOptions(one, two)),
    ),
    Proof(
        "budget",
        lambda _one, _two: more.budget(),
        lambda data, one, two: budget_report.build(data, BudgetOptions(one, two)),
    ),
    Proof(
        "report",
        lambda _one, _two: more.report(),
        lambda data, one, two: programme_report.build(data, ReportOptions(one, two)),
    ),
)
CONTENTS: dict[str, Callable[[Any, str, str], Any]] = {
    "short": lambda data, _one, _two: bare(data),
    "typical": lambda data, _one, _two: data,
    "extreme": stretched,
}


def paper(proof: Proof, content: str, first: str, second: str = "") -> bytes:
    """The PDF of a paper with short, typical or extreme content."""
    return proof.build(CONTENTS[content](proof.sample(first, second), first, second), first, second)


def languages_of(proof: Proof) -> list[tuple[str, str]]:
    """In which languages a paper is looked at: each of the five, and the usual pairs where it has two."""
    return [(language, "") for language in LANGUAGES] + (list(PAIRS) if proof.pairs else [])
