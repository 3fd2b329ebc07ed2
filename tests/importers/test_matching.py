"""Rows against the people known: new, update, same, doubtful; nothing proposed overwrites what is kept."""

from app.core.people_comparison import Level
from app.core.vocabulary import LatinSource
from app.importers.matching import Difference, KnownPerson, match_rows, with_matches
from app.importers.people_index import blocking_keys
from app.importers.staged import Outcome, StagedRow

KNOWN = (
    KnownPerson(
        "p1",
        {
            "given_name": "Євген",
            "family_name": "Ткач",
            "given_latin": "Evgen",
            "family_latin": "Tkach",
            "email": "e@t.example",
            "phone": "+380671112233",
        },
        LatinSource.PASSPORT,
    ),
    KnownPerson("p2", {"given_name": "Oleksandr", "family_name": "Shevchenko"}),
    KnownPerson("p3", {"given_name": "Олександр", "family_name": "Шевченко", "patronymic": "Іванович"}),
    KnownPerson(
        "p4", {"given_name": "Ганна", "family_name": "Щур", "email": "h@t.example"}, other_emails=("g@t.example",)
    ),
)


def _row(sources: dict[str, str] | None = None, **fields: str) -> StagedRow:
    return StagedRow("S", 2, fields, sources=sources or {})


def test_known_people_are_found_and_only_real_changes_told() -> None:
    generated = {"given_latin": "generated", "family_latin": "generated"}
    row = _row(
        generated,
        given_name="Євген",
        family_name="Ткач",
        given_latin="Yevhen",
        family_latin="Tkach",
        email="e@t.example",
        phone="+380509998877",
        diet="vegan",
    )
    (match,) = match_rows([row], KNOWN)
    assert (match.level, match.people, match.outcome) == (Level.CERTAIN, ("p1",), Outcome.UPDATE)
    assert match.differences == (
        Difference("phone", "+380671112233", "+380509998877"),
        Difference("diet", "", "vegan"),
    )
    (told,) = with_matches([row], [match])
    assert (told.outcome, told.reason_params) == (Outcome.UPDATE, {"n": 2})


def test_one_name_with_another_town_hall_and_another_telephone_is_asked() -> None:
    """A namesake elsewhere: only the name speaks for it, so nothing is replaced without a click (MA-7)."""
    name: dict[str, str] = {"given_name": "Олена", "family_name": "Коваль"}
    known = KnownPerson("p1", name | {"organisation": "Мерія Слави", "phone": "+380671112233"})
    elsewhere = _row(**name, organisation="Рада Лади", phone="+380509998877")
    (match,) = match_rows([elsewhere], [known])
    assert (match.outcome, match.people, match.differences) == (Outcome.DOUBTFUL, ("p1",), ())
    moved = _row(**name, organisation="Рада Лади", phone="+380671112233")
    (match,) = match_rows([moved], [known])
    assert (match.outcome, match.differences) == (
        Outcome.UPDATE,
        (Difference("organisation", "Мерія Слави", "Рада Лади"),),
    )
    born = _row(**name, birth_date="1980-03-07", organisation="Рада Лади", phone="+380509998877")
    (match,) = match_rows([born], [KnownPerson("p1", {**known.fields, "birth_date": "1980-03-07"})])
    assert match.outcome is Outcome.UPDATE


def test_outcomes() -> None:
    rows = [
        _row(given_name="Євген", family_name="Ткач", email="e@t.example"),
        _row(given_name="Олександр", family_name="Шевченко"),
        _row(given_name="О.", family_name="Шевченко"),
        _row(given_name="Петро", family_name="Шевченко"),
        _row(given_name="Hanna", family_name="Shchur", email="g@t.example", given_latin="Hanna", family_latin="Shchur"),
        _row(given_name="Ганна", family_name="Щур", email="someone@else.example"),
    ]
    found = match_rows(rows, KNOWN)
    assert [match.outcome.value for match in found] == ["same", "doubtful", "doubtful", "new", "update", "doubtful"]
    assert set(found[1].people) == {"p2", "p3"}
    assert {one.field for one in found[4].differences} == {"given_latin", "family_latin"}


def test_a_typed_spelling_gives_way_to_the_passport_only() -> None:
    typed = KnownPerson(
        "p", {"given_name": "Юрій", "family_name": "Яцків", "family_latin": "Jackiv"}, LatinSource.TYPED
    )
    fields = {"given_name": "Юрій", "family_name": "Яцків", "family_latin": "Yatskiv"}
    for source, outcome in (("generated", Outcome.SAME), ("passport", Outcome.UPDATE)):
        (match,) = match_rows([_row({"family_latin": source}, **fields)], [typed])
        assert match.outcome is outcome


def test_duplicates_of_the_file_are_not_matched() -> None:
    row = StagedRow("S", 2, {"given_name": "Євген", "family_name": "Ткач"}, outcome=Outcome.DUPLICATE)
    assert match_rows([row], KNOWN)[0].outcome is Outcome.DUPLICATE


def test_people_that_can_match_share_a_key() -> None:
    cyrillic = _row(given_name="Олександр", family_name="Шевченко").facts()
    latin = _row(given_name="Alexander", family_name="Ševčenko").facts()
    assert blocking_keys(cyrillic) & blocking_keys(latin)
    assert not blocking_keys(cyrillic) & blocking_keys(_row(given_name="Ганна", family_name="Ткач").facts())


#: A says of herself what the row says; B bears the same name in the other script.
ALIKE = (
    KnownPerson("b", {"given_name": "Olena", "family_name": "Tkach", "phone": "+380671112233"}),
    KnownPerson("a", {"given_name": "Олена", "family_name": "Ткач", "organisation": "Заводська громада"}),
    KnownPerson("c", {"given_name": "О.", "family_name": "Ткач"}),
)


def test_what_was_declined_is_not_asked_again() -> None:
    row = _row(given_name="Олена", family_name="Ткач", organisation="Заводська громада")
    (asked,) = match_rows([row], ALIKE)
    assert (asked.outcome, asked.people) == (Outcome.DOUBTFUL, ("b", "a", "c"))
    apart = {"a": frozenset({"b"}), "b": frozenset({"a"})}
    (half,) = match_rows([row], ALIKE, apart)
    assert (half.outcome, half.people) == (Outcome.DOUBTFUL, ("a", "c"))
    (settled,) = match_rows([row], ALIKE, {"a": frozenset({"b", "c"})})
    assert (settled.outcome, settled.people, settled.differences) == (Outcome.SAME, ("a",), ())
    # The row may as well be B when it says something else than what is known of A.
    other = _row(given_name="Олена", family_name="Ткач", organisation="Заводська громада", phone="+380671112233")
    (open_still,) = match_rows([other], ALIKE[:2], apart)
    assert (open_still.outcome, open_still.people) == (Outcome.DOUBTFUL, ("b", "a"))


def test_another_spelling_of_the_organisation_is_no_change() -> None:
    row = _row(given_name="Петро", family_name="Ткач", email="p@t.example", organisation="громада Заводська")
    known = KnownPerson("p", {**row.fields, "organisation": "Заводська громада"})
    (told,) = match_rows([row], [known])
    assert told.differences == (Difference("organisation", "Заводська громада", "громада Заводська"),)
    (same,) = match_rows([row], [known], None, lambda new, old: sorted(new.split()) == sorted(old.split()))
    assert (same.outcome, same.differences) == (Outcome.SAME, ())
