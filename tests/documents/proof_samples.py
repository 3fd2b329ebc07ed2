"""Samples of papers that are made from the agenda and the people of the visit, for proofs."""

from datetime import date
from decimal import Decimal

from app.core.dates import PartialDate
from app.core.vocabulary import CertificateKind, InterpretationMode
from app.documents.certificate_register import RegisterEntry, RegisterPaper
from app.documents.interpreter_pack import Interpreted, InterpreterPaper, NamedGroup, NamedPerson
from app.documents.name_tents import Tent, TentPaper
from app.documents.personal_agenda import PersonalPaper, PersonalPart
from app.documents.run_sheet import Reachable, RunDay, RunItem, RunSheetPaper
from app.documents.texts import Text
from tests.documents import more_samples as more
from tests.documents import samples as s

_COORDINATOR = Reachable(Text("Ms Maja Kranjc"), "+386 40 000 101")
_INTERPRETER = Reachable(Text("Hanna Koval"), "+386 40 000 103")


def run_sheet(first: str, second: str) -> RunSheetPaper:
    """The first days with what the team must know."""
    paper = s.agenda(first, second)
    t = s.Said(first, second)
    days = []
    for day in paper.days[:4]:
        items = tuple(
            RunItem(
                item,
                (_COORDINATOR,),
                (_INTERPRETER,),
                InterpretationMode.CONSECUTIVE,
                45,
                t("Bring the risk map"),
                item.venue,
                "Ljubljanska cesta 69, Domžale",
                15,
                4,
                (("vegetarian", 2), ("no pork", 1)),
            )
            for item in day.items
        )
        days.append(RunDay(day, items, _COORDINATOR, ("Oksana Hrytsenko",), (), ("Step-free access",), 15, 4))
    return RunSheetPaper(paper, tuple(days), {day.day: n for n, day in enumerate(paper.days[1:], 1)})


def personal(first: str, second: str) -> PersonalPaper:
    """The visit as one guest needs it."""
    paper = s.agenda(first, second)
    t = s.Said(first, second)
    part = PersonalPart(
        s.HRYTSENKO,
        paper.days[:4],
        t("head of the civil protection unit"),
        t("Zavodske city council"),
        Text("Participant"),
        paper.arrival,
        paper.departure,
        Text("Hotel Ambient, Domžale"),
        "204",
        Text("Coach from Lviv"),
        Text("Insurer: +386 1 000 0000"),
        "vegetarian",
    )
    return PersonalPaper(paper, (part,))


def interpreter(first: str, second: str) -> InterpreterPaper:
    """Interpreted items, names in both spellings, words of the glossary."""
    paper = s.agenda(first, second)
    t = s.Said(first, second)
    items = tuple(
        Interpreted(
            day.day, item.title, InterpretationMode.CONSECUTIVE, item.start, item.end, 60, Text(), (_INTERPRETER,)
        )
        for day in paper.days[1:4]
        for item in day.items[:4]
    )
    people = tuple(
        NamedPerson(name, t("specialist for project work"), t("Zavodske city council"), Text("Participant"))
        for name in (s.HRYTSENKO, s.KOVALCHUK, s.SHCHERBAK, s.YATSKIV)
    )
    terms = (
        Text("civil protection", "цивільний захист"),
        Text("evacuation point", "пункт евакуації"),
        Text("fire brigade", "пожежна охорона"),
    )
    return InterpreterPaper(
        paper, items, (NamedGroup(t("Zavodske"), people),), terms[:1], terms, Text("Ukrainian – Slovenian")
    )


def register(first: str, second: str) -> RegisterPaper:
    """Certificates of a year: one replaced, one cancelled."""
    t = s.Said(first, second)
    start, end = PartialDate.of(date(2023, 10, 2)), PartialDate.of(date(2023, 10, 20))
    entries = tuple(
        RegisterEntry(
            f"CEP-UA-2023-{number:04d}",
            guest[0].shown("en"),
            guest[0].formal("uk"),
            t("Civil protection and response to natural and other disasters"),
            start,
            end,
            Decimal(84),
            CertificateKind.ATTENDANCE,
            date(2023, 10, 20),
            signatories="Maja Kranjc, Andrej Zupan",
            code="7KQ2M-XDTVF",
            cancelled=date(2023, 11, 2) if number == 16 else None,
            reason="Wrong spelling of the name" if number == 16 else "",
        )
        for number, guest in enumerate(more.GUESTS * 5, 14)
    )
    title = t("Post-conflict Reconstruction in Ukraine")
    return RegisterPaper("CEP-UA", title, entries, title, date(2023, 11, 20), s.LOGOS)


def tents(first: str, second: str) -> TentPaper:
    """Name tents of the delegation."""
    t = s.Said(first, second)
    names = (s.HRYTSENKO, s.KOVALCHUK, s.KRANJC)
    event = t("Civil protection and response to natural and other disasters")
    return TentPaper(event, tuple(Tent(name, t("Zavodske city council")) for name in names), "CEP")
