"""Where the rows of a sheet belong: told by its title, its organisations, its dates; nothing guessed between equals."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from app.core.dates import PartialDate
from app.core.vocabulary import OrganisationType, PartnerRole
from app.services import (
    activities,
    attendance_import_views,
    import_aims,
    import_rows,
    imports,
    organisations,
    partnerships,
    programmes,
    sheet_import_views,
)
from app.services.activities import ActivityDraft
from app.services.attendance_import_plans import AttendanceTarget
from app.services.context import Context
from app.services.import_aims import Proposal
from app.services.import_rows import Wanted
from app.services.organisations import OrganisationDraft
from app.services.partnerships import MemberDraft, PartnershipDraft
from app.services.programmes import ProgrammeDraft
from app.services.sheet_import_parts import RecordTarget

HEADS = ("ПІБ", "Посада", "Дата народження")
PERSON = ("Бондаренко Наталія Степанівна", "Фахівець", "14.03.1981")


@dataclass
class File:
    """Two programmes; in the first two visits of one partnership and one of another, in the second one visit."""

    context: Context
    folder: Path
    ids: dict[str, str] = field(default_factory=dict)

    def fill(self) -> None:
        """Write the records."""
        with self.context.write("Set up") as work:
            for key, name, country, kind in (
                ("domzale", {"sl": "Občina Domžale"}, "SI", OrganisationType.MUNICIPALITY),
                ("zavodske", {"uk": "Заводська міська рада"}, "UA", OrganisationType.HROMADA),
                ("kranj", {"sl": "Mestna občina Kranj"}, "SI", OrganisationType.MUNICIPALITY),
                ("lubny", {"uk": "Лубенська міська рада"}, "UA", OrganisationType.HROMADA),
            ):
                self.ids[key] = organisations.create(work, OrganisationDraft(name=name, country=country, type=kind))
            for code in ("CEP", "OTHER"):
                self.ids[code] = programmes.create(work, ProgrammeDraft(code=code, title={"en": f"Programme {code}"}))
            for key, host, guest in (("first", "domzale", "zavodske"), ("second", "kranj", "lubny")):
                members = (
                    MemberDraft(self.ids[host], PartnerRole.MENTOR),
                    MemberDraft(self.ids[guest], PartnerRole.MENTEE),
                )
                self.ids[key] = partnerships.create(
                    work, PartnershipDraft(programme_id=self.ids["CEP"], title=f"{key} pair", members=members)
                )
            for key, programme, pair, host, month in (
                ("spring", "CEP", "first", "domzale", 4),
                ("autumn", "CEP", "first", "domzale", 10),
                ("lakes", "CEP", "second", "kranj", 6),
                ("other", "OTHER", "", "", 8),
            ):
                self.ids[key] = activities.create(
                    work,
                    ActivityDraft(
                        programme_id=self.ids[programme],
                        partnership_id=self.ids.get(pair),
                        title={"en": f"Visit in {key}"},
                        start=PartialDate.of(date(2023, month, 9)),
                        end=PartialDate.of(date(2023, month, 11)),
                        host_id=self.ids.get(host),
                    ),
                )

    def sheet(
        self,
        title: str,
        heads: Sequence[str] = HEADS,
        rows: Sequence[Sequence[object]] = (PERSON,),
        name: str = "list.xlsx",
    ) -> Path:
        """A workbook with a title, headings and rows."""
        book = openpyxl.Workbook()
        page = book.active
        assert page is not None
        if title:
            page.append([title])
        page.append([])
        page.append(heads)
        for row in rows:
            page.append(row)
        path = self.folder / name
        book.save(path)
        return path

    def propose(self, path: Path, came_from: str = "", followed: str = "", today: date = date(2023, 3, 1)) -> Proposal:
        """What is proposed for a file."""
        workbook = imports.read_file(path)
        with self.context.read() as view:
            sheets = import_rows.sheets(view, workbook, Wanted())
            return import_aims.propose(view, workbook, sheets, came_from=came_from, followed=followed, today=today)

    def aim(self, proposal: Proposal) -> tuple[str, str, tuple[str, ...]]:
        """Programme, activity and reason by the keys of the records."""
        if proposal.aim is None:
            return ("", "", ())
        names = {ident: key for key, ident in self.ids.items()} | {"": ""}
        return names[proposal.aim.programme_id], names[proposal.aim.activity_id], proposal.aim.why


@pytest.fixture
def file(tmp_path: Path) -> Iterator[File]:
    made = File(Context.open(tmp_path / "t.mdesk"), tmp_path)
    made.fill()
    yield made
    made.context.changed = False
    made.context.close()


def test_nothing_told_is_nothing_proposed_but_the_places_are_there(file: File) -> None:
    found = file.propose(file.sheet(""))
    assert file.aim(found) == ("", "", ())
    # the nearest to come first
    names = {ident: key for key, ident in file.ids.items()}
    assert [names[one.activity_id] for one in found.places] == ["spring", "lakes", "other", "autumn"]


def test_a_town_in_the_title_in_whatever_case_tells_the_visit(file: File) -> None:
    found = file.propose(file.sheet("Список делегації Лубенської міської територіальної громади"))
    assert file.aim(found) == ("CEP", "lakes", ("town",))


def test_two_visits_of_one_partnership_are_told_apart_by_the_dates(file: File) -> None:
    found = file.propose(file.sheet("Делегація Заводської громади, 9–11 жовтня 2023 року"))
    assert file.aim(found)[:2] == ("CEP", "autumn")
    found = file.propose(file.sheet("Zavodske delegation, 10.04.2023"))
    assert file.aim(found)[:2] == ("CEP", "spring")


def test_two_that_fit_equally_well_are_not_guessed_between(file: File) -> None:
    found = file.propose(file.sheet("Делегація Заводської громади"))
    assert file.aim(found)[:2] == ("CEP", "")
    assert {one.activity_id for one in found.places[:2]} == {file.ids["spring"], file.ids["autumn"]}


def test_the_organisations_of_the_rows_tell_it(file: File) -> None:
    rows = [(*PERSON, "Лубенська міська рада"), ("Мельник Ярослав Юрійович", "Інспектор", "", "Лубенська громада")]
    found = file.propose(file.sheet("", (*HEADS, "Організація"), rows))
    assert file.aim(found) == ("CEP", "lakes", ("organisations",))


def test_a_partner_that_has_no_visit_yet_tells_the_programme(file: File) -> None:
    """Of one programme only: with a partnership in the other one, too, nothing is proposed."""
    with file.context.write("Set up") as work:
        town = organisations.create(work, OrganisationDraft(name={"uk": "Бердичівська міська рада"}, country="UA"))
        mentor = MemberDraft(file.ids["kranj"], PartnerRole.MENTOR)
        members = (mentor, MemberDraft(town, PartnerRole.MENTEE))
        pair = PartnershipDraft(programme_id=file.ids["OTHER"], title="third pair", members=members)
        partnerships.create(work, pair)
    path = file.sheet("", (*HEADS, "Організація"), [(*PERSON, "Бердичівська громада")])
    assert file.aim(file.propose(path)) == ("OTHER", "", ("organisations",))
    with file.context.write("Set up") as work:
        partnerships.create(work, PartnershipDraft(programme_id=file.ids["CEP"], title="fourth", members=members))
    assert file.aim(file.propose(path)) == ("", "", ())


def test_days_of_arrival_tell_it(file: File) -> None:
    rows = [(*PERSON, date(2023, 8, 8), date(2023, 8, 12))]
    found = file.propose(file.sheet("", (*HEADS, "Дата прибуття", "Дата відбуття"), rows))
    assert file.aim(found) == ("OTHER", "other", ("dates",))


def test_the_log_of_a_meeting_program_tells_it_by_its_american_dates(file: File) -> None:
    rows = [("Ana Novak", "08/30/2023 09:00:00 AM"), ("Iva Kos", "08/30/2023 09:05:00 AM")]
    with file.context.write("An evening") as work:
        day = PartialDate.of(date(2023, 8, 30))
        draft = ActivityDraft(programme_id=file.ids["OTHER"], title={"en": "Evening"}, start=day, end=day)
        file.ids["evening"] = activities.create(work, draft)
    workbook = imports.read_file(file.sheet("", ("Name (Original Name)", "Join Time"), rows))
    with file.context.read() as view:
        sheets = attendance_import_views.sheets(view, workbook, AttendanceTarget(""), Wanted())
        found = import_aims.propose(view, workbook, sheets, kind="attendance", today=date(2023, 3, 1))
    assert file.aim(found) == ("OTHER", "evening", ("dates",))


def test_the_places_of_an_agenda_bring_the_visits_of_their_host_to_the_front(file: File) -> None:
    """They do not decide: a host has many visits."""
    heads, item = ("Дата", "Початок", "Тема", "Місце"), ("12.04.2027", "9:00", "Відкриття", "Mestna občina Kranj")
    workbook = imports.read_file(file.sheet("", heads, [item]))
    with file.context.read() as view:
        sheets = sheet_import_views.sheets(view, workbook, "agenda", RecordTarget(""), Wanted())
        found = import_aims.propose(view, workbook, sheets, kind="agenda", today=date(2023, 3, 1))
    assert found.places[0].activity_id == file.ids["lakes"]
    assert file.aim(found)[1] == ""


def test_birth_dates_tell_nothing(file: File) -> None:
    found = file.propose(file.sheet("", HEADS, [(*PERSON[:2], "10.08.2023")]))
    assert file.aim(found) == ("", "", ())


def test_the_page_one_came_from_comes_before_what_the_sheet_tells(file: File) -> None:
    path = file.sheet("Делегація Лубенської громади")
    assert file.aim(file.propose(path, came_from=file.ids["other"])) == ("OTHER", "other", ("came",))
    # a partnership: of its visits the one that the sheet tells, else the partnership's programme
    dated = file.sheet("Zavodske, 10.04.2023", name="dated.xlsx")
    assert file.aim(file.propose(dated, came_from=file.ids["first"]))[:2] == ("CEP", "spring")
    assert file.aim(file.propose(path, came_from=file.ids["first"])) == ("CEP", "", ("came",))
    assert file.aim(file.propose(path, came_from=file.ids["OTHER"])) == ("OTHER", "", ("came",))


def test_the_programme_worked_in_and_the_last_file_of_the_same_headings(file: File) -> None:
    path = file.sheet("")
    assert file.aim(file.propose(path, followed=file.ids["OTHER"])) == ("OTHER", "", ("followed",))
    workbook = imports.read_file(path)
    with file.context.read() as view:
        plan = imports.plan(view, workbook, import_rows.target(file.ids["CEP"], file.ids["lakes"]))
    with file.context.write("Take in") as work:
        imports.take_in(work, plan)
    later = file.sheet("", rows=[("Мельник Ярослав Юрійович", "Інспектор", "")], name="later.xlsx")
    assert file.aim(file.propose(later, followed=file.ids["OTHER"])) == ("CEP", "lakes", ("layout",))
    # into a visit that is over nobody is put by habit
    over = file.propose(later, today=date(2023, 7, 1))
    assert file.aim(over) == ("CEP", "", ("layout",))


def test_the_only_programme(tmp_path: Path) -> None:
    file = File(Context.open(tmp_path / "one.mdesk"), tmp_path)
    with file.context.write("Set up") as work:
        file.ids["CEP"] = programmes.create(work, ProgrammeDraft(code="CEP", title={"en": "One"}))
    assert file.aim(file.propose(file.sheet(""))) == ("CEP", "", ("only",))
    file.context.changed = False
    file.context.close()


def test_hostile_titles_take_no_time_and_prove_nothing(file: File) -> None:
    """A cell of 32,767 letters, marks of direction, a formula's sign: read in moments, nothing is proposed."""
    for title in ("а" * 32_767, "=HYPERLINK(1)\u202e 99.99.2023 2023-13-45", "<b>31 Foo 2023</b> 32 октомври 2023"):
        began = time.perf_counter()
        found = file.propose(file.sheet(title))
        assert file.aim(found)[:2] == ("", "")
        assert time.perf_counter() - began < 20
