"""What a plan of many rows holds is freed with its last reference: nothing of it waits for the collector of garbage."""

import gc
import re
from weakref import ref

from hypothesis import given
from hypothesis import strategies as st

from app.core.matching_keys import matching_key
from app.core.name_batches import keys_and_spellings, matching_keys, plain_spellings
from app.core.progress import silent
from app.core.vocabulary import LatinSource
from app.importers.duplicates import suspects
from app.importers.known_table import KnownPeople, KnownPerson
from app.importers.matching import match_rows
from app.importers.staged import StagedRow
from app.importers.staged_rows import StagedRows

NAMES = (("Іван", "Шевченко"), ("Ivan", "Shevchenko"), ("І.", "Шевченко"), ("Ана", "Бойко-Лис"), ("Олена", "Коваль"))


def _rows() -> StagedRows:
    return StagedRows.of(
        StagedRow("List", number, {"given_name": given, "family_name": family, "birth_date": day})
        for number, (given, family, day) in enumerate(
            ((*name, day) for name in NAMES for day in ("1980-01-02", "", "1980")), start=2
        )
    )


def _known() -> KnownPeople:
    return KnownPeople.of(
        KnownPerson(f"{number}", {"given_name": given, "family_name": family, "phone": "+380671234567"})
        for number, (given, family) in enumerate(NAMES)
    )


def test_rows_and_people_are_freed_without_the_collector() -> None:
    gc.collect()
    gc.disable()
    try:
        rows, known = _rows(), _known()
        assert suspects(rows.faces(), silent())
        assert len(match_rows(rows, known)) == len(rows)
        left = [ref(rows.faces()), ref(known.faces()), ref(rows), ref(known)]
        del rows, known
        assert [one() for one in left] == [None] * 4
    finally:
        gc.enable()


GLIDE, IOTA = re.compile("[iyj]+(?=[aeou])"), re.compile("[iyj]+")


@given(st.text("iyjaeoub", max_size=12))
def test_runs_of_i_y_and_j_fold_as_the_rule_says(word: str) -> None:
    expected = IOTA.sub("i", GLIDE.sub("", word))
    assert matching_key(word) == re.sub(r"(.)\1+", r"\1", expected)


@given(st.lists(st.text("АБЄЗгшщьюяїйжabzsh'-", max_size=8), max_size=12))
def test_keys_and_spellings_at_once_are_those_told_one_by_one(words: list[str]) -> None:
    titled = [word.title() for word in words]
    keys, spellings = keys_and_spellings(titled)
    assert keys == matching_keys(titled)
    assert spellings == plain_spellings(titled)[0]


def test_a_typed_spelling_of_another_name_makes_nobody_plain() -> None:
    people = KnownPeople.of(
        KnownPerson(
            str(number),
            {"given_name": "Іван", "family_name": "Шевченко", "given_latin": given, "family_latin": family},
            LatinSource.TYPED,
        )
        for number, (given, family) in enumerate(
            (("Ivan", "Shevchenko"), ("Ivan", "Schewtschenko"), ("Ivan", "Bojko"), ("Petro", "Shevchenko"), ("", ""))
        )
    )
    groups = people.faces().groups
    assert groups[0] == groups[4] != ""
    assert groups[2:4] == ["", ""]
