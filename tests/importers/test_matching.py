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
