"""One title on every paper of an event, its theme on a line of its own below (CE-4, PL-4)."""

import io
from dataclasses import replace
from datetime import date

import openpyxl
import pytest

from app.core.vocabulary import SessionKind
from app.models.certificates import Certificate
from app.services import (
    activities,
    agendas,
    attendance,
    certificate_checking,
    certificate_register,
    certificate_signing,
    certificates,
    event_titles,
    open_badges,
    printing,
)
from app.services.certificates import IssueOptions
from app.services.context import Context
from app.services.printing import Paper, PaperOptions
from tests.documents.paper_reading import text
from tests.services.programme_of_visits import Town, build, item

TITLE = "Green transition in small towns"
THEME = "Heating, waste and water"


@pytest.fixture
def town(context: Context) -> Town:
    """An event with a title and a theme, held, everybody there."""
    made = build(context)
    with context.write("Agenda") as work:
        draft = activities.load(work, made.visit)
        activities.save(work, made.visit, replace(draft, title={"en": TITLE}, theme={"en": THEME}))
        item(work, made.visit, 9, "9:00", "13:00")
        attendance.mark_all_present(work, made.visit)
    return made


def _issued(context: Context, town: Town) -> list[str]:
    with context.write("Certificates") as work:
        return certificates.issue(work, town.visit, town.guests[:1], IssueOptions(issued_on=date(2023, 10, 30)))


def _paper(context: Context, paper: Paper, town: Town, **options: object) -> str:
    with context.read() as view:
        given = PaperOptions(**options)  # type: ignore[arg-type]
        return text(printing.make(view, paper, town.visit, given).content)


def test_every_paper_of_an_event_carries_its_title(context: Context, town: Town) -> None:
    ids = _issued(context, town)
    for paper in (Paper.AGENDA, Paper.RUN_SHEET, Paper.SIGN_IN, Paper.PARTICIPANTS, Paper.BADGES, Paper.NAME_TENTS):
        assert TITLE in _paper(context, paper, town), paper
    for paper in (Paper.LETTERS, Paper.TRAVEL_ORDER, Paper.VISIT_REPORT, Paper.PERSONAL_AGENDA, Paper.REGISTER):
        assert TITLE in _paper(context, paper, town), paper
    assert f"“{TITLE}”" in _paper(context, Paper.CERTIFICATES, town, certificate_ids=tuple(ids))
    with context.read() as view:
        row = view.session.get(Certificate, ids[0])
        assert row is not None
        assert certificate_signing.facts(row).event == TITLE
        checked = certificate_checking.check(view, row.number)
        assert checked.certificate
        assert checked.certificate.activity == TITLE
        assert certificate_register.of_activity(view, town.visit, "en").entries[0].event.first == TITLE
        badge = open_badges.credential(view, ids[0]).decode()
        assert f'"name": "{TITLE}"' in badge
        assert f'"name": "{TITLE} · {row.number}"' in badge
        sheet = openpyxl.load_workbook(
            io.BytesIO(printing.make_other(view, Paper.SIGN_IN, ".xlsx", town.visit, PaperOptions()).content)
        )
    assert any(TITLE in str(cell.value) for row_of in sheet.active.iter_rows() for cell in row_of)


def test_the_theme_stands_below_it_where_there_is_room(context: Context, town: Town) -> None:
    ids = _issued(context, town)
    for paper in (Paper.AGENDA, Paper.RUN_SHEET, Paper.LETTERS, Paper.PERSONAL_AGENDA):
        told = _paper(context, paper, town)
        assert f"Theme: {THEME}" in told, paper
        assert told.index(TITLE) < told.index(THEME), paper
    told = _paper(context, Paper.CERTIFICATES, town, certificate_ids=tuple(ids))
    assert told.index(TITLE) < told.index(f"Theme: {THEME}")
    assert THEME in _paper(context, Paper.VISIT_REPORT, town)
    for paper in (Paper.SIGN_IN, Paper.BADGES, Paper.NAME_TENTS):
        assert THEME not in _paper(context, paper, town), paper


def test_a_theme_that_is_the_title_is_told_once(context: Context, town: Town) -> None:
    with context.write("Theme") as work:
        draft = activities.load(work, town.visit)
        activities.save(work, town.visit, replace(draft, theme={"en": "GREEN transition in small towns "}))
    assert "Theme" not in _paper(context, Paper.AGENDA, town)
    assert event_titles.theme_in({"en": "A"}, {"en": "B", "uk": "Б"}, "en", "uk") == ("B", "Б")
    assert event_titles.theme_in({}, {"en": "Only a theme"}, "en") == ("", "")


def test_an_event_without_a_title_is_called_by_its_theme() -> None:
    assert event_titles.title_in({}, {"en": "Heating"}, "en") == ("Heating", "")
    assert event_titles.title_in({"en": "  "}, {"en": "Heating", "uk": "Тепло"}, "uk", "en") == ("Тепло", "Heating")
    assert event_titles.title_in({"en": "Visit"}, {"uk": "Тепло"}, "uk") == ("Visit", "")


def test_certificates_issued_before_the_rule_are_printed_as_they_were(context: Context, town: Town) -> None:
    """They are of the first edition: the theme stood in the place of the title, and the signature vouches for it."""
    [ident] = _issued(context, town)
    with context.write("As an earlier program kept it") as work:
        row = work.session.get(Certificate, ident)
        assert row is not None
        kept = {name: value for name, value in row.snapshot.items() if name != "edition"}
        signed = certificate_signing.signed(certificate_signing.facts(row, kept))
        row.snapshot = {**kept, "signed": signed}
    before = _paper(context, Paper.CERTIFICATES, town, certificate_ids=(ident,))
    assert f"“{THEME}”" in before
    assert TITLE not in before
    assert "Theme:" not in before
    with context.read() as view:
        row = view.session.get(Certificate, ident)
        assert row is not None
        assert certificate_signing.facts(row).event == THEME
        assert certificate_checking.check(view, signed).certificate is not None
        assert certificate_checking.check(view, row.number).certificate.activity == THEME  # type: ignore[union-attr]
        assert certificate_register.of_activity(view, town.visit, "en").entries[0].event.first == THEME


def test_a_title_that_names_the_kind_of_event_is_not_told_to_be_one(context: Context, town: Town) -> None:
    """Never: "in the mentoring visit “Mentoring visit Domžale – Zavodske”"."""
    with context.write("Title") as work:
        draft = activities.load(work, town.visit)
        named = {"en": "Mentoring visit Domžale – Zavodske"}
        activities.save(work, town.visit, replace(draft, title=named, host_id=town.host))
    ids = _issued(context, town)
    certificate = _paper(context, Paper.CERTIFICATES, town, certificate_ids=tuple(ids))
    assert "participated in the event “Mentoring visit Domžale – Zavodske”" in certificate
    letter = _paper(context, Paper.LETTERS, town, language="en", second="")
    assert "to the event “Mentoring visit Domžale – Zavodske”" in letter
    assert _paper(context, Paper.SIGN_IN, town).count("Mentoring visit Domžale – Zavodske") == 1


def test_days_on_a_weekend_are_no_working_days(context: Context, town: Town) -> None:
    """AG-3: days of programme are counted; a Saturday among them is not called a working day."""
    assert "(1 working day)" in _paper(context, Paper.AGENDA, town)
    with context.write("Saturday") as work:
        item(work, town.visit, 14, "9:00", "10:00", SessionKind.WORKSHOP)
    told = _paper(context, Paper.AGENDA, town)
    assert "(2 days of programme)" in told
    assert "working day" not in told
    assert "2 days of programme" in _paper(context, Paper.VISIT_REPORT, town)
    with context.write("Nothing stands in it") as work:
        for row in agendas.list_rows(work, town.visit):
            agendas.delete(work, row.id)
    assert "9–11 October 2023 (3 days)" in _paper(context, Paper.AGENDA, town)
