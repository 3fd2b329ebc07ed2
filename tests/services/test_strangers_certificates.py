"""Papers and certificates of a programme that nobody had in mind: other towns, other alphabets, months for dates."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import select

from app.core.dates import PartialDate
from app.core.errors import Refused
from app.core.vocabulary import CertificateKind
from app.models.organisations import Organisation
from app.models.people import Person
from app.models.programmes import Programme, Signatory
from app.services import (
    activities,
    agenda_paper,
    agendas,
    attendance,
    certificate_checking,
    certificates,
    participations,
    people_papers,
    printing,
    visit_report_papers,
)
from app.services.certificate_checking import Verdict
from app.services.certificates import IssueOptions
from app.services.context import Context
from app.services.paper_kinds import Paper, PaperOptions
from tests.documents.paper_reading import text
from tests.services.programme_of_visits import item

TODAY = date(2023, 11, 2)


def _visit(context: Context, start: str = "2023-10-09", end: str = "2023-10-11") -> tuple[str, tuple[str, ...]]:
    """Umeå hosts people of Kumanovo and Halych; travel on the first and last day; gives the visit and the guests."""
    with context.write("Strangers") as work:
        programme = work.add(Programme(code="NORD", title={"en": "Nordic"}, start=PartialDate.parse("2023")))
        work.add(Signatory(programme_id=programme, name="Åsa Öberg", position={"en": "Director"}))
        host = work.add(Organisation(code="O-1", name={"en": "Umeå", "sv": "Umeå kommun"}, town="Umeå", country="SE"))
        guest = work.add(
            Organisation(
                code="O-2",
                name={"en": "Halych city council", "uk": "Галицька міська рада"},
                town="Halych",
                country="UA",
            )
        )
        people = tuple(
            work.add(Person(code=f"P-{n}", given_name=given, family_name=family, country=country))
            for n, (given, family, country) in enumerate(
                (("Љупчо", "Џинлески", "MK"), ("Suharto", "", "ID"), ("Siobhán", "O'Brien", "IE"))
            )
        )
        visit = activities.create(
            work,
            activities.ActivityDraft(
                programme_id=programme,
                title={"en": "Open town halls"},
                start=PartialDate.parse(start),
                end=PartialDate.parse(end),
                host_id=host,
                country="SE",
                visit=activities.VisitDraft(guest_id=guest),
            ),
        )
        participations.add(work, visit, people)
        for day, travel in ((9, "arrival"), (11, "departure")):
            agendas.save_day(work, agendas.DayDraft(visit, date(2023, 10, day), travel=travel))
            item(work, visit, day, "18:00", "20:00", agendas.SessionKind.TRAVEL)
        item(work, visit, 10, "9:00", "10:30")
        attendance.mark_all_present(work, visit)
    return visit, people


def _issued(context: Context, visit: str, people: tuple[str, ...]) -> tuple[str, ...]:
    with context.write("Issue") as work:
        return certificates.issue(work, visit, people, IssueOptions(TODAY))


def test_no_name_stands_in_cyrillic_on_an_english_certificate(context: Context) -> None:
    """Paper, list and signature say the same Latin name, and not by the Ukrainian table (AG-13, NA-1)."""
    visit, people = _visit(context)
    ids = _issued(context, visit, people)
    with context.read() as view:
        printed = printing.make(view, Paper.CERTIFICATES, visit, PaperOptions(certificate_ids=ids)).content
        listed = printing.make(view, Paper.PARTICIPANTS, visit, PaperOptions()).content
        (signed,) = [
            told.signed
            for code in certificate_checking.from_picture(printed, "c.pdf")
            if (told := certificate_checking.check(view, code)).signed and told.signed.number.endswith("0001")
        ]
    assert "Ljupčo Džinleski" in text(printed)
    assert "Љупчо" not in text(printed)
    assert "Džinleski, Ljupčo" in text(listed)
    assert (signed.name, signed.native) == ("Ljupčo Džinleski", "Љупчо Џинлески")


def test_a_council_is_not_taken_for_a_town(context: Context) -> None:
    """«Галицька міська рада» is the council of Галич, not of a town called Галицька; it is named whole."""
    visit, _people = _visit(context)
    with context.read() as view:
        told = agenda_paper.paper(view, visit, "en", "uk")
    assert told.partnership.first == "Umeå – Halych"
    assert told.partnership.second == "Umeå – Галицька міська рада"


def test_agenda_and_report_count_the_same_days(context: Context) -> None:
    """Travel days are no working days, wherever they are counted (AG-3)."""
    visit, _people = _visit(context)
    with context.read() as view:
        assert agenda_paper.paper(view, visit, "en").working_days == 1
        assert visit_report_papers.paper(view, visit, "en").days == 1


def test_people_are_listed_by_the_only_name_they_have(context: Context) -> None:
    """Suharto stands at S (NA-9)."""
    visit, _people = _visit(context)
    with context.read() as view:
        names = [taking.person.given_name for taking in people_papers.takings(view, visit, "en")]
    assert names == ["Љупчо", "Siobhán", "Suharto"]


@pytest.mark.parametrize(("start", "end"), [("2023-10", "2023-10"), ("2023-10-09", "2023-10"), ("2023-10", "")])
def test_dates_are_not_made_up_from_a_month(context: Context, start: str, end: str) -> None:
    """No "1–31 October" on any paper; no certificate until the days are known (CE-4)."""
    visit, people = _visit(context, start, end)
    with pytest.raises(Refused, match="certificate_dates_unknown"):
        _issued(context, visit, people)
    with context.read() as view:
        assert certificates.list_rows(view, activity_id=visit) == ()
        for paper in (Paper.PARTICIPANTS, Paper.BADGES):
            read = text(printing.make(view, paper, visit, PaperOptions()).content)
            assert "October 2023" in read
            assert "31 October" not in read
            assert "1–" not in read
        with pytest.raises(Refused, match="paper_no_dates"):
            printing.make(view, Paper.LETTERS, visit, PaperOptions())


@pytest.mark.parametrize(
    ("typed", "verdict"),
    [
        ("No. {number}", Verdict.VALID),
        ("№ {number}", Verdict.VALID),
        ("Номер: {number}.", Verdict.VALID),
        ("{dashed}", Verdict.VALID),
        ("{number} {first} {last}", Verdict.VALID),
        ("{first} {last}", Verdict.VALID),
        ("Nr {number}, {code}", Verdict.VALID),
        ("{number} {first} ABCDE", Verdict.ALTERED),
        ("{number} {short}", Verdict.ALTERED),
        ("No. {number} something", Verdict.ALTERED),
    ],
)
def test_a_number_is_known_as_people_type_it(context: Context, typed: str, verdict: Verdict) -> None:
    """With its label, another dash, a code in halves: none of that is forgery (CN-3)."""
    visit, people = _visit(context)
    (ident, *_rest) = _issued(context, visit, people)
    with context.read() as view:
        row = next(row for row in certificates.list_rows(view, activity_id=visit) if row.id == ident)
        first, last = row.code.split("-")
        said = typed.format(
            number=row.number,
            dashed=row.number.replace("-", "–"),
            code=row.code,
            first=first,
            last=last,
            short=row.code[:-1],
        )
        assert certificate_checking.check(view, said).verdict is verdict


def test_a_changed_letter_anywhere_in_the_signed_code_fails(context: Context) -> None:
    """Each letter of the code counts (Ed25519)."""
    visit, people = _visit(context)
    ids = _issued(context, visit, people[:1])
    with context.read() as view:
        printed = printing.make(view, Paper.CERTIFICATES, visit, PaperOptions(certificate_ids=ids)).content
        (code,) = certificate_checking.from_picture(printed, "c.pdf")
        assert certificate_checking.check(view, code).verdict is Verdict.VALID
        for place in range(0, len(code), 7):
            other = "A" if code[place] != "A" else "B"
            changed = f"{code[:place]}{other}{code[place + 1 :]}"
            assert certificate_checking.check(view, changed).verdict is not Verdict.VALID, place


def test_a_reprint_is_the_same_when_everything_about_it_has_changed(context: Context) -> None:
    """Renamed town, other title, other name: what was printed is printed again, byte for byte."""
    visit, people = _visit(context)
    ids = _issued(context, visit, people)
    options = PaperOptions(language="", kind=CertificateKind.ATTENDANCE, certificate_ids=ids)
    with context.read() as view:
        before = printing.make(view, Paper.CERTIFICATES, visit, options).content
    with context.write("Everything else") as work:
        draft = activities.load(work, visit)
        activities.save(work, visit, replace(draft, title={"en": "Other"}, theme={"en": "Theme"}))
        for ident in people:
            work.session.get(Person, ident).family_name = "Renamed"  # type: ignore[union-attr]
    with context.read() as view:
        assert printing.make(view, Paper.CERTIFICATES, visit, options).content == before


def test_a_check_says_title_and_hours_as_the_paper_does(context: Context) -> None:
    """Who checks compares: 80 minutes are 1.5 hours of 45 minutes, not 1.8; the event is called as on the paper."""
    visit, people = _visit(context)
    with context.write("Theme, hours of 45 minutes") as work:
        draft = activities.load(work, visit)
        activities.save(work, visit, replace(draft, theme={"en": "Citizens’ dialogue"}, hour_minutes=45))
        session = next(row for row in agendas.list_rows(work, visit) if row.kind is agendas.SessionKind.LECTURE)
        agendas.save(
            work, session.id, replace(agendas.load(work, session.id), ends_at=session.starts_at + timedelta(minutes=80))
        )
    ids = _issued(context, visit, people[:1])
    with context.read() as view:
        printed = printing.make(view, Paper.CERTIFICATES, visit, PaperOptions(certificate_ids=ids)).content
        by_code = certificate_checking.check(view, certificate_checking.from_picture(printed, "c.pdf")[0])
        by_number = certificate_checking.check(view, "NORD-2023-0001")
    assert by_code.signed
    assert by_number.certificate
    assert "“Open town halls”" in text(printed)
    assert "Theme: Citizens’ dialogue" in text(printed)
    assert "(1.5 hours of 45 minutes)" in text(printed)
    assert (by_code.signed.event, by_code.signed.hours) == ("Open town halls", Decimal("1.5"))
    assert (by_number.certificate.activity, by_number.certificate.hours) == ("Open town halls", Decimal("1.5"))
    assert replace(by_code.signed, hour_minutes=0).hours >= 0


def test_the_report_counts_those_without_an_organisation(context: Context) -> None:
    """The numbers by organisation add up to everybody."""
    visit, people = _visit(context)
    with context.write("One has an employer") as work:
        row = participations.list_rows(work, visit)[0]
        host = next(iter(work.session.scalars(select(Organisation))))
        draft = participations.load(work, row.id)
        participations.save(work, row.id, replace(draft, organisation_id=host.id))
    with context.read() as view:
        told = visit_report_papers.paper(view, visit, "en").places_of
    assert [count for _, count in told] == [1, 2]
    assert told[-1][0].first == "Without an organisation"
    assert len(people) == 3
