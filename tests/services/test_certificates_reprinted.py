"""Certificates are records: a reprint equals the first print byte for byte, whatever was changed since (CN-2)."""

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import openpyxl
import pytest
from PIL import Image

from app.core import i18n
from app.core.errors import Cancelled, Refused
from app.core.progress import Token
from app.core.vocabulary import ParticipationRole, Presence, ProgrammePartyRole
from app.models.certificates import Certificate
from app.models.organisations import Organisation
from app.models.papers import PaperTemplate
from app.models.people import Person
from app.models.programmes import Programme, ProgrammeParty, Signatory
from app.services import (
    activities,
    attendance,
    certificate_register,
    certificates,
    documents,
    exports,
    paper_looks,
    participations,
    printing,
)
from app.services.certificates import Earned, IssueOptions
from app.services.context import Context
from app.services.documents import DocumentDraft, Owner
from app.services.paper_looks import LookDraft
from app.services.printing import Paper, PaperOptions
from app.storage.work import Work
from tests.documents.paper_reading import pages_text, text
from tests.services.programme_of_visits import Town, build, item

TODAY = date(2023, 10, 30)
UK_EN = IssueOptions(issued_on=TODAY, language="uk", second_language="en", place="Ljubljana")


def logo(colour: str) -> bytes:
    """A small picture."""
    content = io.BytesIO()
    Image.new("RGB", (60, 30), colour).save(content, "PNG")
    return content.getvalue()


@pytest.fixture
def town(context: Context) -> Town:
    """Ten counted hours, everybody there but for one who misses the last six; an implementer with a logo."""
    made = build(context)
    with context.write("Agenda") as work:
        item(work, made.visit, 9, "9:00", "13:00", speakers=(made.speaker,))
        item(work, made.visit, 10, "9:00", "12:00")
        item(work, made.visit, 10, "13:00", "16:00")
        attendance.mark_all_present(work, made.visit)
        columns = attendance.grid(work, made.visit).columns
        for column in columns[1:]:
            attendance.mark_column(work, made.visit, [made.guests[2]], column, Presence.ABSENT)
        cep = work.add(Organisation(code="ORG-0009", name={"en": "Centre for European Perspective", "uk": "ЦЕП"}))
        work.add(
            ProgrammeParty(
                programme_id=made.programme, organisation_id=cep, role=ProgrammePartyRole.IMPLEMENTER, place=0
            )
        )
        keep_logo(work, cep, "red")
    return made


def keep_logo(work: Work, organisation: str, colour: str) -> str:
    """Give an organisation a logo."""
    return documents.add_content(
        work, logo(colour), f"{colour}.png", Owner("organisation", organisation), DocumentDraft(kind="logo")
    )


def issued(context: Context, town: Town, options: IssueOptions = UK_EN) -> tuple[str, ...]:
    with context.write("Issue") as work:
        return certificates.issue(work, town.visit, town.guests[:2], options)


def printed(context: Context, town: Town, *ids: str, options: PaperOptions | None = None) -> bytes:
    with context.read() as view:
        chosen = options or PaperOptions("", certificate_ids=ids)
        return printing.make(view, Paper.CERTIFICATES, town.visit, chosen).content


def _everything_changes(context: Context, town: Town) -> None:
    """Title, place, topics, logos, colour, words, signatories, names: nothing is as it was at issue."""
    with context.write("Change") as work:
        draft = activities.load(work, town.visit)
        changed = replace(draft, title={"en": "Another title"}, theme={"en": "Another"}, topics={"en": "x; y"})
        activities.save(work, town.visit, replace(changed, place={"en": "Elsewhere"}, hour_minutes=45))
        programme = work.session.get(Programme, town.programme)
        assert programme is not None
        programme.title, programme.funder_sentence = {"en": "Renamed"}, {"en": "Somebody else pays."}
        for row in work.session.query(Signatory):
            row.name, row.position = "Nobody Else", {"en": "Gardener"}
        for row in work.session.query(Person):
            row.family_name, row.family_latin = "Інша", "Insha"
        for row in work.session.query(Organisation):
            row.name, row.short_name = {"en": "Renamed Ltd"}, "RL"
            keep_logo(work, row.id, "blue")
        look = paper_looks.load(work, town.programme)
        paper_looks.save(work, town.programme, LookDraft("#7A1020", tuple(reversed(look.logos))))
        texts = {"attendance.title": {"uk": "Диплом", "en": "Diploma"}, "note": {"en": "Small", "uk": "Дрібно"}}
        work.add(PaperTemplate(programme_id=town.programme, paper="certificates", texts=texts))
        work.flush()


def test_a_reprint_is_the_first_print_whatever_changed(context: Context, town: Town) -> None:
    ids = issued(context, town)
    first = printed(context, town, *ids)
    single = printed(context, town, ids[0])
    _everything_changes(context, town)
    assert printed(context, town, *ids) == first
    assert printed(context, town, ids[0]) == single
    # New ones take what holds now, and both print in one paper.
    with context.write("Also") as work:
        participations.add(work, town.visit, [town.interpreter], ParticipationRole.MENTEE)
        attendance.mark_all_present(work, town.visit)
        certificates.issue(work, town.visit, [town.interpreter], UK_EN)
    pages = pages_text(printed(context, town))
    assert ["ДИПЛОМ" in page for page in pages] == [False, False, True]
    assert "Another" in pages[2]


def test_a_logo_that_was_taken_off_still_prints_and_a_lost_file_is_told(context: Context, town: Town) -> None:
    ids = issued(context, town)
    first = printed(context, town, *ids)
    with context.write("Off") as work:
        for row in documents.list_rows(work, owner_kind="organisation"):
            documents.remove(work, row.id)
    assert printed(context, town, *ids) == first
    with context.read() as view:
        folder = documents.folder_of(view)
    for file in folder.iterdir():
        file.chmod(0o644)
        file.unlink()
    with pytest.raises(Refused, match="document_lost"):
        printed(context, town, *ids)


def test_better_translations_do_not_change_what_was_printed(
    context: Context, town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = issued(context, town)
    first = printed(context, town, *ids)
    usual = i18n.Words.__init__

    def retranslated(self: i18n.Words, language: str) -> None:
        usual(self, language)
        told = self._catalogue.gettext
        monkeypatch.setattr(self._catalogue, "gettext", lambda one: one if told(one) == one else "ІНШЕ", raising=False)

    monkeypatch.setattr(i18n.Words, "__init__", retranslated)
    i18n.words.cache_clear()
    try:
        assert printed(context, town, *ids) == first
        assert "ІНШЕ" in text(printed(context, town, options=PaperOptions("sl", certificate_ids=ids)))
    finally:
        i18n.words.cache_clear()


def test_the_languages_of_issue_are_those_of_a_reprint_and_a_translation_is_possible(
    context: Context, town: Town
) -> None:
    ids = issued(context, town)
    assert "СЕРТИФІКАТ ПРО УЧАСТЬ" in text(printed(context, town, *ids))
    slovenian = text(printed(context, town, options=PaperOptions("sl", certificate_ids=ids)))
    assert "POTRDILO O UDELEŽBI" in slovenian
    assert "СЕРТИФІКАТ" not in slovenian


def test_own_words_of_the_programme_stand_on_it(context: Context, town: Town) -> None:
    texts = {
        "attendance.title": {"en": "Diploma of Presence"},
        "attendance.sentence": {"en": "was at {title} in {place}, {dates}: {hours}, {ects}"},
        "attendance.woman": {"en": "she was at {title}"},
        "note": {"en": "Small print <b>&amp;</b>."},
    }
    with context.write("Words") as work:
        work.add(PaperTemplate(programme_id=town.programme, paper="certificates", texts=texts))
    woman, man = pages_text(printed(context, town, *issued(context, town, replace(UK_EN, language="en"))))
    assert "DIPLOMA OF PRESENCE" in woman
    assert "Small print <b>&amp;</b>." in woman
    assert "she was at" in woman
    assert "she was at" not in man
    # 10 hours: 0.3 ECTS; the place that nobody typed leaves no empty comma... the visit has no place here.
    assert "10 hours of 60 minutes, 0.3 ECTS credits" in man


def test_below_the_threshold_either_nothing_or_the_hours_attended(context: Context, town: Town) -> None:
    with context.read() as view:
        third = next(one for one in certificates.candidates(view, town.visit) if one.person_id == town.guests[2])
    assert (third.state, third.gets) == (Earned.BELOW, True)
    with context.write("Issue") as work:
        assert len(exports.issue_earned(work, town.visit, PaperOptions("en"), TODAY)) == 2
    with context.write("Issue") as work:
        (late,) = exports.issue_earned(work, town.visit, PaperOptions("en"), TODAY, below=True)
    assert "4 hours" in text(printed(context, town, late))


def test_stopped_issuing_gives_no_number_away(context: Context, town: Town) -> None:
    token = Token(lambda done, total: token.cancel() if done == 1 else None)
    with pytest.raises(Cancelled), context.write("Issue") as work:
        certificates.issue(work, town.visit, town.guests[:2], UK_EN, token)
    with context.read() as view:
        assert certificates.list_rows(view) == ()
    issued(context, town)
    with context.read() as view:
        assert [row.number for row in certificates.list_rows(view)] == ["CEP-UA-2023-0001", "CEP-UA-2023-0002"]


def test_delivery_is_noted_for_several_and_can_be_undone(
    context: Context, town: Town, undoable: Callable[[Callable[[Work], object]], None]
) -> None:
    ids = issued(context, town)
    undoable(lambda work: certificates.deliver(work, ids, date(2023, 11, 2), " by\nhand "))
    with context.write("Note") as work:
        assert certificates.deliver(work, ids, date(2023, 11, 2), "by hand") == 2
    with context.read() as view:
        assert [(row.delivered_on, row.delivery) for row in certificates.list_rows(view)] == [
            (date(2023, 11, 2), "by hand")
        ] * 2
    with context.write("Cancel") as work:
        certificates.cancel(work, ids[0], "a mistake", date(2023, 11, 3))
    with pytest.raises(Refused, match="certificate_cancelled"), context.write("Note") as work:
        certificates.deliver(work, ids, None)


def test_a_duplicate_tells_both_dates_and_a_changed_name_is_none(context: Context, town: Town) -> None:
    ids = issued(context, town, replace(UK_EN, language="en", second_language=""))
    with context.write("Duplicate") as work:
        certificates.duplicate(work, ids[0], date(2024, 3, 4))
    whole = text(printed(context, town, ids[0]))
    assert "Duplicate" in whole
    assert "Ljubljana, 4 March 2024" in whole
    assert "First issued: 30 October 2023" in whole
    with context.write("Married") as work:
        certificates.deliver(work, ids[:1], date(2024, 3, 5), "by mail")
        person = work.session.get(Person, town.guests[0])
        assert person is not None
        person.family_name = "Довга"
        work.flush()
        assert certificates.reissue(work, ids[0], date(2024, 5, 6)) == "CEP-UA-2023-0001/2"
    again = text(printed(context, town, ids[0]))
    assert "Duplicate" not in again
    assert "CEP-UA-2023-0001/2" in again
    with context.read() as view:
        (row, _) = certificates.list_rows(view)
    assert (row.delivered_on, row.duplicates) == (None, ())


def test_the_register_keeps_every_number(context: Context, town: Town) -> None:
    ids = issued(context, town)
    with context.write("Much") as work:
        certificates.duplicate(work, ids[1], date(2024, 3, 4))
        certificates.deliver(work, ids[:1], date(2023, 11, 2), "=HYPERLINK(1)")
        person = work.session.get(Person, town.guests[0])
        assert person is not None
        person.family_name = "Довга"
        work.flush()
        certificates.reissue(work, ids[0], date(2024, 5, 6))
        certificates.cancel(work, ids[1], "issued twice", date(2024, 6, 7))
    with context.read() as view:
        paper = certificate_register.of_programme(view, town.programme, 2023, "en")
        whole = text(printing.make(view, Paper.REGISTER, town.visit, PaperOptions("en")).content)
        book = certificate_register.printed(view, town.programme, 0, "en", ending=".xlsx")
    assert [(one.number, one.void) for one in paper.entries] == [
        ("CEP-UA-2023-0001", True),
        ("CEP-UA-2023-0001/2", False),
        ("CEP-UA-2023-0002", True),
    ]
    for part in (
        "Register of certificates",
        "Void, replaced by CEP-UA-2023-0001/2",
        "Replaces CEP-UA-2023-0001",
        "Cancelled 7 June 2024: issued twice",
        "Duplicate: 4 March 2024",
        "Barbara Zupan",
        "=HYPERLINK(1)",
        "2 certificates; 1 certificate cancelled; 1 certificate replaced",
    ):
        assert part in whole
    assert {one.year for one in paper.entries} == {2023}  # one band of the year, although /2 was issued in 2024
    assert book.file_name == "CEP-UA certificate-register en.xlsx"
    rows = list(openpyxl.load_workbook(io.BytesIO(book.content)).active.iter_rows(values_only=True))
    assert len(rows) == 4
    assert rows[1][12] == "=HYPERLINK(1)"


def test_a_file_for_each_has_a_readable_name(context: Context, town: Town) -> None:
    issued(context, town)
    with context.read() as view:
        names = [one.file_name for one in printing.make_each(view, Paper.CERTIFICATES, town.visit, PaperOptions(""))]
    assert names == ["CEP-UA-2023-0001 Yuliia Yizhakevych.pdf", "CEP-UA-2023-0002 Taras Doroshenko.pdf"]


def test_a_certificate_of_the_first_schema_still_prints(context: Context, town: Town) -> None:
    ids = issued(context, town)
    with context.write("Older") as work:
        row = work.session.get(Certificate, ids[0])
        assert row is not None
        later = ("edition", "accent", "logos", "words", "house", "signed")
        row.snapshot = {key: value for key, value in row.snapshot.items() if key not in later}
        work.flush()
    assert "СЕРТИФІКАТ ПРО УЧАСТЬ" in text(printed(context, town, ids[0]))
