"""Columns of e-mails, phones and passports cleaned together give what each cell gives by itself."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.importers.cells import clean_email, clean_passport
from app.importers.phones import clean_phone
from app.importers.plain_cells import Mails, Passports, Phones, plain

_digits = st.builds(
    lambda start, rest, gap: start + gap.join(rest),
    st.sampled_from(
        ("", "0", "+380", "380", "+3800", "80", "8 0", "00386", "+386 ", "+371", "+387", "+381", "+48", "+46")
    ),
    st.lists(st.text(alphabet="0123456789", min_size=1, max_size=4), min_size=1, max_size=4),
    st.sampled_from(("", " ", "-", ".")),
)
_numbers = st.floats(1, 9_999_999_999_999, allow_nan=False).map(float.__floor__).map(float)
_phones = st.one_of(_digits, _digits, st.text(alphabet="0123456789+ ()-.x;\n", max_size=16), _numbers, st.just(""))
_mails = st.one_of(
    st.emails(),
    st.builds(lambda a, b, c: f"{a}@{b}.{c}", *(st.text(alphabet="aZ9.-_x0041", max_size=6) for _ in range(3))),
    st.text(alphabet="aB@. ;<>,_x\n", max_size=12),
    st.just(""),
)
_passports = st.one_of(
    st.from_regex(r"[A-Za-z]{0,3}[ -]?[0-9]{4,10}[A-Z]{0,3}", fullmatch=True),
    st.text(alphabet="FAфа 0123456789-.,E+№'\n", max_size=12),
    st.sampled_from(("", "standard", "немає", "x", 553_259.0, 123_456_789.0, True)),
)


@settings(max_examples=400, deadline=None)
@given(st.lists(_phones, max_size=6), st.sampled_from(("UA", "", "SI", "LV")))
@example(["012345678", "050123456", "501234567"], "UA")
@example(["0123456789", "80123456789", "+80123456789"], "")
def test_phones(cells: list[str | float], region: str) -> None:
    assert Phones(region).read(cells) == [plain(clean_phone(cell, region)) for cell in cells]


@settings(max_examples=400, deadline=None)
@given(st.lists(_mails, max_size=6))
def test_mails(cells: list[str]) -> None:
    assert Mails().read(cells) == [plain(clean_email(cell)) for cell in cells]


@settings(max_examples=400, deadline=None)
@given(st.lists(_passports, max_size=6))
def test_passports(cells: list[str | float]) -> None:
    assert Passports().read(cells) == [plain(clean_passport(cell)) for cell in cells]
