"""Latin spellings by columns say what they say one by one."""

from hypothesis import given
from hypothesis import strategies as st

from app.importers.likeness import LatinColumns

NAMES = st.sampled_from(["", "Bondarenko", "Kovalenko", "Olena"])
PEOPLE = st.lists(
    st.tuples(NAMES, NAMES, st.booleans(), st.sampled_from([None, "", "Bondarenko", "Olena"])), max_size=8
)


@given(PEOPLE)
def test_by_columns_as_one_by_one(people: list[tuple[str, str, bool, str | None]]) -> None:
    found = LatinColumns([one[0] for one in people], [one[1] for one in people], [one[2] for one in people])
    by_hand = {
        number: (given_name, family)
        for number, (given_name, family, own, _made) in enumerate(people)
        if own and (given_name or family)
    }
    assert dict(found) == by_hand
    assert len(found) == len(by_hand)
    made = [one[3] for one in people]
    unlike = [number for number, (_given, family) in by_hand.items() if not family or made[number] != family]
    assert found.unlike(made) == unlike
    natives = [str(number % 2) for number in range(len(people))]
    assert found.given_pairs(natives) == {(natives[number], one[0]) for number, one in by_hand.items()}
