"""Writing an import in bulk: just what the careful way writes person by person (law 5), whole, undoable, stoppable."""

import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from app.core.dates import PartialDate
from app.core.errors import Cancelled, Invalid, NotFound
from app.core.note_lines import with_lines
from app.core.people_comparison import Level
from app.core.progress import Token
from app.core.vocabulary import LatinSource, Sex
from app.importers.matching import Difference, Match, differences
from app.importers.staged import Outcome, StagedRow
from app.models.organisations import Organisation
from app.models.people import Person
from app.services import activities, import_newcomers, organisations, people, programmes, workspace
from app.services.activities import ActivityDraft
from app.services.context import Context
from app.services.import_writing import Writer
from app.services.known_people import known_people
from app.services.organisations import OrganisationDraft
from app.services.people import ConsentDraft, PersonDraft, PositionDraft
from app.storage.work import Work
from tests.dump import dump

NEW = Match()


class Written(NamedTuple):
    """What a writer said in the end."""

    counts: dict[str, int]
    ids: Mapping[tuple[str, int], str]
    codes: Mapping[tuple[str, int], str]


def _row(number: int, fields: Mapping[str, str], **more: Any) -> StagedRow:
    return StagedRow("Аркуш1", number, dict(fields), **more)


def _take(work: Work, rows: list[tuple[StagedRow, Match, str]], activity: str, token: Token | None = None) -> Written:
    writer = Writer(work, "", activity, token, len(rows))
    for row, match, person in rows:
        writer.take(row, match, person, False)
    ids, codes = writer.finish()
    return Written(writer.counts, ids, codes)


def _write(context: Context, rows: list[tuple[StagedRow, Match, str]], activity: str = "") -> Written:
    with context.write("Take in") as work:
        return _take(work, rows, activity)


# New people -----------------------------------------------------------------------------------------------------

_NAME = st.sampled_from(
    ["Олена", "Їжакевич", "Ана", "Šarić", "O'Neil", "Згурська-Коваль", "Љубица", "ЩЕРБАК", "Åsa", ""]
)
_LATIN = st.sampled_from(["", "Olena", "Yizhakevych", "Gnatiuk"])
_FIELDS = st.fixed_dictionaries(
    {"family_name": _NAME.filter(bool)},
    optional={
        "given_name": _NAME,
        "patronymic": st.sampled_from(["", "Іванівна"]),
        "given_latin": _LATIN,
        "family_latin": _LATIN,
        "gender": st.sampled_from(["", "f", "m", "x"]),
        "email": st.sampled_from(["", "a.b@town.si", "Öre+1@x.se", "o'neil@x.ie"]),
        "phone": st.sampled_from(["", "+380671234567", "+38640123456", "+46701234567"]),
        "birth_date": st.sampled_from(["", "1980-03-07", "1980", "1975-12"]),
        "passport_number": st.sampled_from(["", "FA553259"]),
        "passport_expiry": st.sampled_from(["", "2031-01-31"]),
        "diet": st.sampled_from(["", "вегетаріанське"]),
        "languages": st.sampled_from(["", "українська, англійська", "en;sl", " , "]),
        "notes": st.sampled_from(["", "перший\nдругий"]),
    },
)
_SOURCES = st.dictionaries(
    st.sampled_from(["given_latin", "family_latin"]), st.sampled_from(["generated", "passport", "typed"]), max_size=2
)


def _careful(row: StagedRow, code: str) -> PersonDraft:
    """The same row as a user would type it into the editor of a person."""
    get = row.fields.get
    source = (
        row.sources.get("family_latin") or row.sources.get("given_latin") or ("typed" if get("family_latin") else "")
    )
    days = {
        name: PartialDate.parse(get(name, "")).exact if get(name) else None
        for name in ("birth_date", "passport_expiry")
    }
    spoken = [part.strip() for part in get("languages", "").replace(";", ",").split(",")]
    texts = ("given_name", "family_name", "patronymic", "given_latin", "family_latin", "email", "phone")
    country = {"+380": "UA", "+386": "SI", "+467": "SE"}.get(get("phone", "")[:4], "")
    return PersonDraft(
        code=code,
        latin_source=LatinSource(source) if source else LatinSource.NONE,
        country=country,
        sex=Sex(get("gender", "")),
        languages=tuple(part for part in spoken if part),
        **{name: get(name, "") for name in (*texts, "passport_number", "diet", "notes")},
        **days,
    )


@pytest.fixture(scope="module")
def two_files(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Context, Context]]:
    """Two data files with the same person; what a test does to them it takes back."""
    folder = tmp_path_factory.mktemp("two")
    fast, slow = Context.open(folder / "fast.mdesk"), Context.open(folder / "slow.mdesk")
    for context in (fast, slow):
        with context.write("Ground") as work:
            organisations.create(work, OrganisationDraft(name={"uk": "Громада 7"}, country="UA"))
            people.create(work, _KNOWN)
    yield fast, slow
    fast.close()
    slow.close()


@settings(max_examples=80, deadline=None)
@given(found=st.lists(st.tuples(_FIELDS, _SOURCES), min_size=1, max_size=8))
def test_new_people_are_what_the_editor_would_make_of_them(
    two_files: tuple[Context, Context], found: list[tuple[dict[str, str], dict[str, str]]]
) -> None:
    fast, slow = two_files
    rows = [_row(number, fields, sources=sources) for number, (fields, sources) in enumerate(found, start=2)]
    _write(fast, [(row, NEW, "") for row in rows])
    with slow.write("One by one") as work:
        for number, row in enumerate(rows, start=2):
            people.create(work, _careful(row, f"P-{number:05d}"))
    try:
        assert _image(fast)["person"] == _image(slow)["person"]
    finally:
        fast.undo()
        slow.undo()


def test_a_row_brings_post_consents_second_numbers_and_comments(context: Context) -> None:
    row = _row(
        2,
        {"family_name": "Novak", "organisation": "Občina Domžale", "position": "svetovalka", "phone": "+38640111222"},
        extra={
            "phone_others": "+38640333444, +38640555666",
            "email_others": "a@x.si",
            "mobile": "+38640111222",
            "comments": "Telefon: kliči po 17. uri",
            "data_consent": "da",
            "photo_consent": "Ні",
            "accessibility": "lift",
        },
    )
    writer = _write(context, [(row, NEW, "")])
    with context.read() as view:
        [ident] = writer.ids.values()
        draft = people.load(view, ident)
    assert (draft.other_phone, draft.other_email) == ("+38640333444", "a@x.si")
    assert draft.notes == "Telefon: kliči po 17. uri\n+38640555666"
    assert draft.access_needs == "lift"
    assert [(post.title, post.main) for post in draft.positions] == [("svetovalka", True)]
    said = {(one.purpose, one.state, one.source) for one in draft.consents}
    assert said == {("data", "stated_in_file", "Аркуш1"), ("photo", "refused", "Аркуш1")}


def test_codes_go_on_after_the_highest(context: Context) -> None:
    with context.write("Before") as work:
        for code in ("P-00007", "P-99", "P-1x", "p-5000", "Q-90000", "P-"):
            people.create(work, PersonDraft(code=code, family_name="N"))
    writer = _write(context, [(_row(2, {"family_name": "Novak"}), NEW, "")])
    assert list(writer.codes.values()) == ["P-00100"]


# Known people ---------------------------------------------------------------------------------------------------

_KNOWN = PersonDraft(
    code="P-00001",
    given_name="Оксана",
    family_name="Гнатюк",
    given_latin="Oksana",
    family_latin="Hnatiuk",
    latin_source=LatinSource.GENERATED,
    email="o@town.example",
    notes="телефонувати вранці",
    birth_date=date(1978, 12, 5),
    languages=("українська",),
    positions=(
        PositionDraft(title="староста", start=PartialDate.parse("2020"), main=True),
        PositionDraft(title="вчителька", main=False),
    ),
    consents=(ConsentDraft(purpose="photo", state="given"),),
)
_CHANGED = st.dictionaries(
    st.sampled_from(
        (
            *("given_name", "family_name", "given_latin", "family_latin", "email", "phone", "diet", "position", "role"),
            *("birth_date", "passport_expiry", "passport_number", "gender", "languages", "notes", "organisation"),
        )
    ),
    st.just(""),
    min_size=1,
    max_size=6,
)
_VALUES = {
    "given_name": "Олена",
    "family_name": "Гнатюк-Бойко",
    "given_latin": "Oxana",
    "family_latin": "Gnatiuk",
    "email": "o.new@town.example",
    "phone": "+380671234567",
    "diet": "веган",
    "position": "депутатка",
    "role": "mentor",
    "birth_date": "1978-12-06",
    "passport_expiry": "2031-02-28",
    "passport_number": "FA553259",
    "gender": "f",
    "languages": "українська, англійська",
    "notes": "нова примітка",
    "organisation": "Громада 7",
}


def _ground(path: Path) -> tuple[Context, str, str]:
    context = Context.open(path)
    with context.write("Ground") as work:
        town = organisations.create(work, OrganisationDraft(name={"uk": "Громада 7"}, country="UA"))
        ident = people.create(work, _KNOWN)
    return context, ident, town


def _image(context: Context) -> dict[str, list[dict[str, Any]]]:
    keys = {"id", "person_id", "organisation_id"}
    return {
        kind: [{name: bool(value) if name in keys else value for name, value in row.items()} for row in rows]
        for kind, rows in dump(context).items()
    }


@settings(max_examples=60, deadline=None)
@given(names=_CHANGED, source=st.sampled_from(["", "passport", "generated"]))
def test_known_people_are_changed_as_the_editor_would(
    two_files: tuple[Context, Context], names: dict[str, str], source: str
) -> None:
    fields = {name: _VALUES[name] for name in names}
    sources = {"family_latin": source, "given_latin": source} if source else {}
    row = _row(2, fields, sources=sources)
    match = Match(Level.CERTAIN, (), tuple(Difference(name, "", new) for name, new in fields.items()), Outcome.UPDATE)
    fast, slow = two_files
    before = dump(fast)
    _write(fast, [(row, match, before["person"][0]["id"])])
    _type(slow, fields, source)
    changed = fields.keys() != {"role"}
    try:
        assert _image(fast) == _image(slow)
        later = dump(fast)
        assert (later != before) == changed
    finally:
        for context in two_files if changed else ():
            context.undo()
    if changed:
        assert dump(fast) == before
        fast.redo()
        assert dump(fast) == later
        fast.undo()


def _type(context: Context, fields: Mapping[str, str], source: str) -> None:
    """What a user who sees the row changes in the editor."""
    with context.write("Typed") as work:
        [person] = work.session.scalars(select(Person.id))
        draft = people.load(work, person)
        typed: dict[str, Any] = {name: new for name, new in fields.items() if name in PersonDraft.__dataclass_fields__}
        typed |= {name: date.fromisoformat(typed[name]) for name in ("birth_date", "passport_expiry") if name in typed}
        if "languages" in typed:
            typed["languages"] = ("українська", "англійська")
        if "notes" in typed:
            typed["notes"] = "телефонувати вранці\nнова примітка"
        if "gender" in fields:
            typed["sex"] = Sex.FEMALE
        if {"given_latin", "family_latin"} & fields.keys():
            typed["latin_source"] = LatinSource(source or ("typed" if "family_latin" in fields else ""))
        main, other = draft.positions
        if "position" in fields:
            main = replace(main, title="депутатка")
        if "organisation" in fields:
            main = replace(main, organisation_id=work.session.scalars(select(Organisation.id)).one())
        people.save(work, person, replace(draft, positions=(main, other), **typed))


def test_nothing_is_written_twice_and_what_a_person_wrote_stays(tmp_path: Path) -> None:
    """SP-8, SP-10, SP-16: notes grow once, gaps are filled, an evidence is not touched by what a file states."""
    context, ident, _town = _ground(tmp_path / "t.mdesk")
    extra = {
        "comments": "Телефон: Viber",
        "phone_others": "+380501112233",
        "photo_consent": "ні",
        "data_consent": "так",
        "emergency_contact": "мати",
    }
    same = Match(Level.CERTAIN, (ident,), (), Outcome.SAME)
    row = _row(2, {"family_name": "Гнатюк"}, extra=extra)
    writer = _write(context, [(row, same, ident)])
    assert writer.counts == {"taken_new": 0, "taken_update": 1, "taken_same": 0}
    once = dump(context)
    writer = _write(context, [(row, same, ident)])
    assert writer.counts == {"taken_new": 0, "taken_update": 0, "taken_same": 1}
    assert dump(context) == once
    with context.read() as view:
        draft = people.load(view, ident)
        [known] = known_people(view)
    assert draft.notes == "телефонувати вранці\nТелефон: Viber"
    assert (draft.other_phone, draft.emergency_contact) == ("+380501112233", "мати")
    assert {(one.purpose, one.state) for one in draft.consents} == {("photo", "given"), ("data", "stated_in_file")}
    # The next file says again what stands in the notes already: no difference.
    assert differences(_row(2, {"notes": "телефон: viber", "role": "mentor"}), known) == ()
    [grown] = differences(_row(2, {"notes": "прибуде потягом"}), known)
    assert grown.new == "телефонувати вранці\nТелефон: Viber\nприбуде потягом"
    context.close()


def test_two_rows_about_one_person_go_one_after_the_other(tmp_path: Path) -> None:
    context, ident, _town = _ground(tmp_path / "t.mdesk")

    def told(name: str, new: str) -> Match:
        return Match(Level.CERTAIN, (ident,), (Difference(name, "", new),), Outcome.UPDATE)

    rows = [
        (_row(2, {"phone": "+380671111111"}), told("phone", "+380671111111"), ident),
        (_row(3, {"diet": "веган"}), told("diet", "веган"), ident),
        (_row(4, {"phone": "+380672222222"}), told("phone", "+380672222222"), ident),
    ]
    writer = _write(context, rows)
    assert writer.counts["taken_update"] == 3
    with context.read() as view:
        draft = people.load(view, ident)
    assert (draft.phone, draft.diet) == ("+380672222222", "веган")
    context.close()


def test_somebody_who_is_gone_and_a_value_that_cannot_be_stop_the_whole(tmp_path: Path) -> None:
    context, ident, _town = _ground(tmp_path / "t.mdesk")
    before = dump(context)
    same = Match(Level.CERTAIN, ("0" * 32,), (), Outcome.SAME)
    fresh = (_row(2, {"family_name": "Novak"}), NEW, "")
    with pytest.raises(NotFound):
        _write(context, [fresh, (_row(3, {"family_name": "Бойко"}), same, "0" * 32)])
    update = Match(Level.CERTAIN, ("0" * 32,), (Difference("diet", "", "x"),), Outcome.UPDATE)
    with pytest.raises(NotFound):
        _write(context, [fresh, (_row(3, {"diet": "x"}), update, "0" * 32)])
    wrong = Match(Level.CERTAIN, (ident,), (Difference("email", "", "nobody"),), Outcome.UPDATE)
    with pytest.raises(Invalid):
        _write(context, [fresh, (_row(3, {"email": "nobody"}), wrong, ident)])
    assert dump(context) == before
    context.close()


# The whole ------------------------------------------------------------------------------------------------------


def _many(context: Context, count: int) -> tuple[list[tuple[StagedRow, Match, str]], str]:
    """New, changed and unchanged people for a visit in which some of them have a seat already."""
    with context.write("Ground") as work:
        programme = programmes.create(work, programmes.ProgrammeDraft(code="CEP-UA", title={"en": "Ukraine"}))
        visit = activities.create(
            work, ActivityDraft(programme_id=programme, code="CEP-UA-V01", title={"en": "Visit"}, country="SI")
        )
    known = [
        (_row(n, {"family_name": f"Бойко{n}", "position": "лікар", "organisation": f"Громада {n % 5}"}), NEW, "")
        for n in range(2, 2 + count // 2)
    ]
    idents = list(_write(context, known).ids.values())
    _write(
        context,
        [(row, Match(outcome=Outcome.SAME), ident) for (row, _, _), ident in zip(known[:50], idents, strict=False)],
        visit,
    )
    rows: list[tuple[StagedRow, Match, str]] = []
    for (row, _, _), ident in zip(known, idents, strict=True):
        changes = (
            (Difference("diet", "", "веган"), Difference("position", "лікар", "депутат")) if row.row % 3 == 0 else ()
        )
        fields = {**row.fields, "diet": "веган", "position": "депутат"} if changes else row.fields
        outcome = Outcome.UPDATE if changes else Outcome.SAME
        rows.append((replace(row, fields=fields), Match(Level.CERTAIN, (ident,), changes, outcome), ident))
    for number in range(10_000, 10_000 + count // 2):
        phone = "+38640123456" if number % 2 else ""
        extra = {"arrival_date": "2027-03-01", "data_consent": "так"}
        rows.append((_row(number, {"family_name": f"Novak{number}", "phone": phone}, extra=extra), NEW, ""))
    return rows, visit


def test_two_thousand_rows_with_seats_and_changes_go_back_and_forth(context: Context) -> None:
    rows, visit = _many(context, 2_000)
    before = dump(context)
    writer = _write(context, rows, visit)
    after = dump(context)
    assert writer.counts == {"taken_new": 1_000, "taken_update": 333, "taken_same": 667}
    assert len(after["participation"]) == 2_000
    roles = {row["person_id"]: row["role"] for row in after["participation"]}
    ids, codes = writer.ids, writer.codes
    assert roles[ids["Аркуш1", 10_001]] == "mentor"
    assert roles[ids["Аркуш1", 10_000]] == "mentee"
    assert len(codes) == 2_000
    assert len(set(codes.values())) == 2_000
    assert workspace.check(context).faults == ()
    context.undo()
    assert dump(context) == before
    context.redo()
    assert dump(context) == after
    assert workspace.check(context).faults == ()


def test_it_steps_often_and_stops_at_once(context: Context) -> None:
    rows, visit = _many(context, 2_000)
    before = dump(context)
    seen: list[tuple[int, int]] = []
    asked: list[float] = []

    def report(done: int, total: int) -> None:
        seen.append((done, total))
        if done >= 1_500:
            asked.append(time.perf_counter())
            token.cancel()

    token = Token(report)
    with pytest.raises(Cancelled), context.write("Take in") as work:
        _take(work, rows, visit, token)
    assert time.perf_counter() - asked[0] < 5
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
    assert {total for _, total in seen} == {2_000}
    assert len(asked) == 1
    assert dump(context) == before


@pytest.mark.parametrize(
    ("notes", "more", "whole"),
    [
        ("", "", ""),
        ("a", "", "a"),
        ("", "a\n\nb ", "a\nb"),
        ("A\nb", "a\nc\nC", "A\nb\nc"),
        ("a\n\nb", "d", "a\n\nb\nd"),
    ],
)
def test_notes_grow_by_the_lines_they_lack(notes: str, more: str, whole: str) -> None:
    assert with_lines(notes, more) == whole
    assert with_lines(whole, more) == whole


def test_a_block_of_names_is_not_compared_with_all_that_came_before() -> None:
    class Watched(import_newcomers._Forms):
        def __iter__(self) -> Iterator[str]:
            raise AssertionError("gone through from the start")

    forms = Watched()
    assert forms.of(["Олена", "Ivan"]) == ["olena", "ivan"]
    assert forms.of(["Ivan", "Марко"]) == ["ivan", "marko"]
