"""The signed code: what goes in comes out, and nothing that was changed passes (law 5)."""

from dataclasses import replace
from datetime import date

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core import signed_code
from app.core.signed_code import NoCode, SignedFacts, decode, encode, packed, unpacked

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
FACTS = SignedFacts(
    number="CEP-UA-2023-0001",
    name="Volodymyr Shevchenko",
    native="Володимир Шевченко",
    event="Study visit: Local development, Domžale – Zavodske",
    issuer="Skupnost občin Slovenije",
    start=date(2023, 10, 15),
    end=date(2023, 10, 19),
    issued_on=date(2023, 10, 19),
    minutes=1440,
)
CODE = encode(FACTS, KEY)
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
#: Letters that a name or a title of the five languages, or of anybody, may hold.
TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Zl", "Zp", "Cs", "Cn", "Co")), max_size=80
)


def _holds(code: str) -> bool:
    try:
        return decode(code).genuine
    except NoCode:
        return False


def test_a_code_says_what_was_signed_and_nothing_else() -> None:
    read = decode(CODE)
    assert read.facts == FACTS
    assert read.genuine
    assert read.public_key == KEY.public_key().public_bytes_raw()
    assert CODE.startswith("MD1")
    assert set(CODE) <= set(ALPHABET) | {"1"}
    # 13 bytes of figures, 5 lengths, 16 + 20 + 18 + 50 + 24 letters (one byte each), key 32, signature 64: 242 bytes.
    assert len(CODE) == 3 + -(-242 * 8 // 5)


def test_every_changed_left_out_or_doubled_letter_fails() -> None:
    for place in range(len(CODE)):
        other = "A" if CODE[place] != "A" else "B"
        assert not _holds(CODE[:place] + other + CODE[place + 1 :]), place
        assert not _holds(CODE[:place] + CODE[place + 1 :]), place
        assert not _holds(CODE[:place] + CODE[place] + CODE[place:]), place


def test_every_other_last_letter_fails_also_those_that_differ_in_spare_bits_only() -> None:
    for texts in ("", "a", "ab", "abc", "abcd"):  # every number of spare bits
        code = encode(replace(FACTS, event=texts), KEY)
        assert [letter for letter in ALPHABET if _holds(code[:-1] + letter)] == [code[-1]]


@settings(max_examples=200, deadline=None)
@given(st.integers(3, len(CODE) - 1), st.sampled_from(ALPHABET))
def test_any_other_letter_anywhere_fails(place: int, letter: str) -> None:
    changed = CODE[:place] + letter + CODE[place + 1 :]
    assert _holds(changed) == (letter == CODE[place])


def test_it_may_be_typed_as_people_type() -> None:
    typed = CODE[:3] + CODE[3:].replace("O", "0").replace("I", "1").replace("B", "8")
    for text in (CODE.lower(), signed_code.grouped(CODE), "-".join((CODE[:40], CODE[40:])), f"\n {CODE}\r\n", typed):
        assert decode(text).facts == FACTS
    assert decode("MDI" + CODE[3:]).facts == FACTS


@settings(max_examples=150, deadline=None)
@given(TEXTS, TEXTS, TEXTS, st.integers(0, 500_000), st.sampled_from((45, 60)), st.sampled_from(signed_code.KINDS))
def test_any_names_come_back_whole_or_with_an_ellipsis(
    name: str, native: str, event: str, minutes: int, hour: int, kind: str
) -> None:
    told = replace(FACTS, name=name, native=native, event=event, minutes=minutes, hour_minutes=hour, kind=kind)
    code = encode(told, KEY)
    read = decode(code).facts
    for before, after, longest in ((name, read.name, 64), (native, read.native, 64), (event, read.event, 160)):
        if len(packed(before)) <= longest:
            assert after == before
        else:
            assert after.endswith("…")
            assert before.startswith(after[:-1])
            assert len(packed(after)) <= longest
    assert (read.minutes, read.hour_minutes, read.kind) == (minutes, hour, kind)
    # Whatever the names: letters for at most 13 + 5 + 255 + 64 + 64 + 160 + 64 + 96 bytes; here the number has 16.
    assert len(code) <= 3 + -(-(13 + 5 + 16 + 64 + 64 + 160 + 24 + 96) * 8 // 5)


def test_marks_that_hide_or_turn_writing_are_in_no_code() -> None:
    hostile = replace(FACTS, name="Ann\u202ealo\u200b\x00k\u2028ova", event="<b>=HYPERLINK(1)</b> 😀")
    read = decode(encode(hostile, KEY)).facts
    assert read.name == "Annalokova"
    assert read.event == "<b>=HYPERLINK(1)</b> 😀"
    for coded in (
        b"\x00",
        b"\x02",
        b"\x7f",
        b"\x01\x00\x20\x2e",
        b"\x01\x00\x04\x10",
        b"\x01\x00",
        b"\x01\x11\x00\x00",
    ):
        with pytest.raises(NoCode):
            unpacked(coded)


def test_days_that_are_not_known_or_out_of_all_bounds_are_left_out() -> None:
    read = decode(encode(replace(FACTS, start=None, end=date(9999, 1, 1), issued_on=date(1, 1, 1)), KEY)).facts
    assert (read.start, read.end, read.issued_on) == (None, None, None)


@settings(max_examples=100, deadline=None)
@given(st.one_of(st.text(max_size=200), st.text(ALPHABET, min_size=50, max_size=600).map("MD1".__add__)))
def test_no_text_at_all_brings_it_down(text: str) -> None:
    assert not _holds(text)


def test_a_code_of_another_key_is_sound_but_names_that_key() -> None:
    other = Ed25519PrivateKey.from_private_bytes(bytes(32))
    read = decode(encode(FACTS, other))
    assert read.genuine
    assert signed_code.fingerprint(read.public_key) != signed_code.fingerprint(decode(CODE).public_key)
    assert len(signed_code.fingerprint(read.public_key)) == 19


@settings(max_examples=80, deadline=None)
@given(TEXTS, TEXTS, TEXTS, TEXTS)
def test_what_a_code_says_is_the_same_as_what_was_signed_however_much_was_cut(
    name: str, native: str, event: str, issuer: str
) -> None:
    told = replace(FACTS, name=name * 3, native=native * 3, event=event * 5, issuer=issuer * 3)
    assert signed_code.say_the_same(decode(encode(told, KEY)).facts, told)
    # A code made when there was less room: texts of 48, 48, 56 and 40 bytes.
    cut = replace(
        told,
        name=unpacked(signed_code.shortened(told.name, 48)),
        native=unpacked(signed_code.shortened(told.native, 48)),
        event=unpacked(signed_code.shortened(told.event, 56)),
        issuer=unpacked(signed_code.shortened(told.issuer, 40)),
    )
    assert signed_code.say_the_same(decode(encode(cut, KEY)).facts, told)


def test_another_text_is_not_the_same_and_what_was_cut_is_told() -> None:
    title = "Civil protection and response to natural and other disasters in two municipalities of the Danube basin"
    long = replace(FACTS, event=title)
    assert decode(encode(long, KEY)).facts.event == title
    assert not signed_code.is_shortened(long)
    assert not signed_code.say_the_same(long, replace(FACTS, event=title + " II"))
    assert not signed_code.say_the_same(long, replace(FACTS, event=title[:50] + "…"))
    endless = decode(encode(replace(FACTS, event=title * 2), KEY)).facts
    assert endless.event.endswith("…")
    assert signed_code.is_shortened(endless)
    assert signed_code.say_the_same(endless, replace(FACTS, event=title * 2))
