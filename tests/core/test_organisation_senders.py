"""The body that sends a group, in the nominative where grammar leaves no doubt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.organisation_senders import group_words, sender_of


@pytest.mark.parametrize(
    ("text", "sender"),
    [
        ("Делегація Гніванської громади", "Гніванська громада"),
        ("Делегація Лубенської міської територіальної громади", "Лубенська міська територіальна громада"),
        ("Представники від Бучанської міської ради Київської області", "Бучанська міська рада Київської області"),
        ("Делегація Гніванської міськради", "Гніванська міськрада"),
        ("Delegacija Občine Domžale", "Občina Domžale"),
        ("Delegacija Mestne občine Kranj", "Mestna občina Kranj"),
        ("Delegation of the municipality of Bucha", "Municipality of Bucha"),
        # no case that is sure, no town, or a body that is called a delegation: as it is written
        ("Делегація громади", "Делегація громади"),
        ("Делегація м. Лубни", "Делегація м. Лубни"),
        ("Delegacija Tuzle", "Delegacija Tuzle"),
        ("Delegation of the European Union to Ukraine", "Delegation of the European Union to Ukraine"),
        ("Лубенська громада", "Лубенська громада"),
        ("Делегація", "Делегація"),
    ],
)
def test_who_sends_a_group(text: str, sender: str) -> None:
    assert sender_of(text) == sender


def test_a_delegation_by_name_stays_one() -> None:
    assert group_words("Delegation of the European Union") == "Delegation of the European Union"
    assert group_words("Делегація Гніванської громади") == "Гніванської громади"


@given(st.text(max_size=80))
def test_any_text_gives_a_name(text: str) -> None:
    assert sender_of(sender_of(text)) == sender_of(text) or sender_of(text) != text
    assert bool(group_words(text)) == bool(text)
