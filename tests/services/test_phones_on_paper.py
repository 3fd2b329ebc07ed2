"""A number on a paper that goes over borders says its country; 112 needs none."""

import pytest

from app.services.import_rows import phone_words, phones_in_words


@pytest.mark.parametrize(
    ("typed", "country", "told"),
    [
        ("067 555 01 12", "UA", "+380 67 555 0112"),
        ("040 123 456", "SI", "+386 40 123 456"),
        ("+380675550112", "SI", "+380 67 555 0112"),
        ("067 555 01 12", "", "067 555 01 12"),
        ("112", "SI", "112"),
        ("112", "UA", "112"),
        ("2048", "UA", "2048"),
        ("ask at the desk", "UA", "ask at the desk"),
        ("040 123 456", "??", "040 123 456"),
        ("", "UA", ""),
    ],
)
def test_a_number_is_told_with_its_country(typed: str, country: str, told: str) -> None:
    assert phone_words(typed, country) == told


@pytest.mark.parametrize(
    ("typed", "country", "told"),
    [
        ("Ivan, 067 555 01 12 (brother)", "UA", "Ivan, +380 67 555 0112 (brother)"),
        ("112 or 040 123 456", "SI", "112 or +386 40 123 456"),
        ("+380675550112; 0501234567", "UA", "+380 67 555 0112; +380 50 123 4567"),
        ("Ivan 067 555 01 12", "", "Ivan 067 555 01 12"),
        ("<b>nobody</b> & =1+1", "UA", "<b>nobody</b> & =1+1"),
        ("", "UA", ""),
    ],
)
def test_numbers_within_words_are_told_with_their_country(typed: str, country: str, told: str) -> None:
    assert phones_in_words(typed, country) == told
