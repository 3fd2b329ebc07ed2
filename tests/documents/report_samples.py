"""Annex to the travel order and visit report of the visit Domžale – Zavodske: bare, as usual, and at its worst."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from app.core.vocabulary import (
    ActivityKind,
    ActivityStatus,
    AgendaChange,
    DeliverableStage,
    NeedStatus,
    ParticipationRole,
)
from app.documents.letter_data import InvitationPaper, InvitedPerson, Meal
from app.documents.reported import ReportedDeliverable, ReportedMoney, ReportedRole
from app.documents.texts import PersonName, Text
from app.documents.travel_order import Traveller, TravelOrderPaper
from app.documents.visit_report_data import (
    AnsweredNeed,
    Attended,
    Difference,
    HeldItem,
    VisitReportPaper,
)
from tests.documents import more_samples as more
from tests.documents import samples as s

LONG = "Громадська організація «Центр сталого розвитку територіальних громад та міжмуніципального співробітництва» " * 4
HOSTILE = '<b>open & <img src="/etc/passwd"> =HYPERLINK("http://x") \u202egnp.exe\u2066 \x00\x07 😀 ' + "слово " * 800
START = date(2023, 10, 2)


def travel_order(first: str = "en", second: str = "", count: int = 4) -> TravelOrderPaper:
    """The four from Zavodske, or as many as wanted."""
    t = s.Said(first, second)
    people = [
        Traveller(name, t(position), t("Zavodske city council"), date(1985, 5, 17), "FU123456", date(2029, 1, 31))
        for name, position in more.GUESTS
    ]
    people = (people * (count // len(people) + 1))[:count]
    days = [START + timedelta(days=n) for n in range(19)]
    return TravelOrderPaper(
        code="CEP-UA-V01",
        event_title=t("Civil protection and response to natural and other disasters"),
        travellers=tuple(people),
        partnership=t("Domžale – Zavodske"),
        programme=t("Post-conflict Reconstruction in Ukraine"),
        organiser="Centre for European Perspective (CEP)",
        host=t("Domžale"),
        purpose=t("experience of the civil protection system and of the 2023 floods"),
        place=t("Domžale, Ljubljana and Ig, Slovenia"),
        start=START,
        end=date(2023, 10, 20),
        arrival=date(2023, 10, 1),
        departure=date(2023, 10, 21),
        paid=t("travel, accommodation, meals (breakfast, lunch, dinner), insurance and local transport"),
        meals={day: (Meal.LUNCH,) if number else (Meal.LUNCH, Meal.DINNER) for number, day in enumerate(days)},
        cities={day: t("Domžale") for day in days},
        contact=s.KRANJC,
        contact_lines="+386 40 000 101, visit@example.org",
        agenda=Text("CEP-UA-V01, 1.0"),
        printed=date(2023, 9, 4),
        logos=s.LOGOS,
    )


def bare_order() -> TravelOrderPaper:
    """Nothing is known but a name."""
    return TravelOrderPaper("V01", Text("Visit"), (Traveller(PersonName("Ana", "Novak")),))


def visit_report(first: str = "en", second: str = "") -> VisitReportPaper:
    """The report of the study."""
    t = s.Said(first, second)
    items = tuple(
        HeldItem(
            START + timedelta(days=n // 4),
            "9:00–10:30",
            t("Response to the 2023 floods") if n % 2 else t("Coffee break"),
            Text("Maja Kranjc"),
            cancelled=n == 5,
        )
        for n in range(24)
    )
    return VisitReportPaper(
        code="CEP-UA-V01",
        kind=ActivityKind.MENTORING_VISIT,
        event_title=t("Civil protection and response to natural and other disasters"),
        as_of=date(2023, 11, 20),
        partnership=t("Domžale – Zavodske"),
        held=Text("2–20 October 2023"),
        planned=Text("October 2023"),
        days=15,
        place=t("Domžale, Ljubljana and Ig, Slovenia"),
        programme=t("Post-conflict Reconstruction in Ukraine"),
        funder=t("Ministry of Foreign and European Affairs of the Republic of Slovenia"),
        organiser=Text("Centre for European Perspective (CEP)"),
        agenda=Text("1.2"),
        aim=t("experience of the civil protection system and of the 2023 floods"),
        results=t("the basis of the municipality’s strategic document, due 31 December 2024"),
        persons=ReportedRole(ParticipationRole.MENTEE, 8, 7),
        roles=(
            ReportedRole(ParticipationRole.MENTEE, 2, 2),
            ReportedRole(ParticipationRole.MENTOR, 6, 5),
        ),
        places_of=((t("Zavodske"), 4), (t("Domžale"), 11)),
        hours=Decimal(84),
        items=items,
        differences=(
            Difference(t("Response to the 2023 floods"), AgendaChange.MOVED, Text("3. 10., 9:00"), Text("4. 10.")),
            Difference(t("Lunch"), AgendaChange.CANCELLED, Text("5. 10., 12:00")),
        ),
        attended=tuple(
            Attended(Text(name.shown(first)), t("Zavodske"), Decimal("75.5"), 90, f"CEP-UA-2023-00{number}")
            for number, (name, _) in enumerate(more.GUESTS, 1)
        ),
        needs=(AnsweredNeed(t("Response to the 2023 floods"), NeedStatus.MET, 14, Decimal(37)),),
        deliverables=(
            ReportedDeliverable(t("Working plan for the strategic document of Zavodske, due 31 December 2024."),
                                DeliverableStage.DRAFTING, t("Zavodske")),
        ),
        money=(ReportedMoney(t("Lunch"), 408000, 31000, 364425),),
        open_points=(t("Coffee break"),),
        logos=s.LOGOS,
    )  # fmt: skip


def bare_report() -> VisitReportPaper:
    """An event of which only the title is known."""
    return VisitReportPaper("V02", ActivityKind.FORUM, Text("Forum"), date(2026, 1, 5), status=ActivityStatus.PLANNED)


def long_report(words: str = LONG) -> VisitReportPaper:
    """Everything long: names, titles, 120 people, 300 items."""
    usual = visit_report()
    long = Text(words, words)
    return replace(
        usual,
        event_title=long,
        partnership=long,
        place=long,
        reason=long,
        aim=Text("\n".join([words] * 40)),
        results=long,
        items=tuple(
            HeldItem(START + timedelta(days=n // 10), "9:00–10:30", long if n % 7 == 0 else Text("Item"), Text("A B"))
            for n in range(300)
        ),
        differences=(Difference(long, AgendaChange.NEW, Text(), Text("3. 10., 9:00")),) * 30,
        attended=(Attended(long, long, Decimal(75), 100, "X-1"),) * 20,
        money=(ReportedMoney(long, 10**14, 10**14, 10**14),) * 3,
        open_points=(long,) * 5,
        persons=ReportedRole(ParticipationRole.MENTEE, 100000, 7),
    )


def long_order(words: str = LONG) -> TravelOrderPaper:
    """Everything long, for forty people."""
    usual = travel_order("en", "", 40)
    long = Text(words, words)
    name = PersonName(words[:200], words[200:400], "Oleksandra Mariia", "Kovalenko-Sahaidachna", words[:60])
    return replace(
        usual,
        event_title=long,
        travellers=tuple(replace(one, name=name, position=long, passport=words[:40]) for one in usual.travellers),
        purpose=long,
        travel=long,
        paid=long,
        accommodation=long,
        host=long,
        contact_lines=words,
        contact=name,
    )


def long_letter(words: str = LONG, count: int = 60) -> InvitationPaper:
    """A letter for sixty people with long everything."""
    usual = more.invitation("uk", "en")
    long = Text(words, words)
    name = PersonName(words[:90], words[90:200], "Oleksandra", "Kovalenko", words[:40])
    return replace(
        usual,
        reference=words[:60],
        body=long,
        address=words[:300],
        event_title=long,
        purpose=Text("\n".join([words] * 12), words),
        paid=long,
        persons=(InvitedPerson(name, long, date(1985, 5, 17), words[:30]),) * count,
        signatory=name,
        signatory_position=long,
        contact_lines=words[:200],
        agenda_version=words[:50],
    )
