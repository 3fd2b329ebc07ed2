"""Amounts as people type them, and whole cents."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.money import convert, from_minor, line_total, parse_amount, to_minor
from app.documents.formats import formats

CENTS = st.integers(-(10**12), 10**12)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1234.5", "1234.5"),
        ("1.234,50", "1234.50"),
        ("1,234.50", "1234.50"),
        ("1 234,50", "1234.50"),
        ("1\u00a0234\u202f567,89", "1234567.89"),
        ("1'234.50", "1234.50"),
        ("−12,5", "-12.5"),
        ("1.234.567", "1234567"),
        ("1,234,567.8", "1234567.8"),
        ("12,345", "12345"),
        ("0,5", "0.5"),
    ],
)
def test_amounts_as_people_type_them(text: str, amount: str) -> None:
    assert parse_amount(text) == Decimal(amount)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "abc",
        "1,2,",
        "--1",
        "NaN",
        "Infinity",
        "1e5",
        "1_000",
        "12 EUR",
        "1.2.2023",
        "1234.567.890",
        "1,23.45",
        ".",
    ],
)
def test_what_is_no_amount_is_told(text: str) -> None:
    with pytest.raises(ValueError, match="amount"):
        parse_amount(text)


@given(CENTS, st.sampled_from(["en", "sl", "uk", "sv", "lv"]))
def test_an_amount_as_a_paper_prints_it_can_be_typed_in_again(cents: int, language: str) -> None:
    printed = formats(language).money(cents, "EUR").replace("EUR", "").replace("€", "")
    assert to_minor(parse_amount(printed)) == cents


@given(CENTS, st.sampled_from(["EUR", "SEK", "JPY"]))
def test_cents_and_amounts_are_the_same_sum(cents: int, currency: str) -> None:
    assert to_minor(from_minor(cents, currency), currency) == cents
    assert parse_amount(str(from_minor(cents, currency))) == from_minor(cents, currency)


def test_halves_are_rounded_up_away_from_nothing() -> None:
    assert [to_minor(Decimal(text)) for text in ("0.005", "0.004", "2.675", "-0.005")] == [1, 0, 268, -1]
    assert line_total(Decimal("1.5"), Decimal("0.5"), 333) == 250  # 249.75
    assert convert(4_150, Decimal("41.5")) == 100


@pytest.mark.parametrize("rate", ["0", "-1"])
def test_there_is_no_rate_of_nothing(rate: str) -> None:
    with pytest.raises(ValueError, match="rate"):
        convert(100, Decimal(rate))
