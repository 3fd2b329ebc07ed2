"""The sentence of every code, once: window and command line say the same thing.

A code's sentence says what is wrong, where, and what to do. Each room keeps its own table; a test checks that every
code raised anywhere has a sentence.
"""

from collections.abc import Mapping
from datetime import datetime
from functools import cache

from app.core import (
    sentences_certificates,
    sentences_happenings,
    sentences_imports,
    sentences_names,
    sentences_papers,
    sentences_records,
    sentences_sample,
    sentences_storage,
    sentences_templates,
    sentences_visits,
    sentences_word,
)
from app.core.i18n import N_, tr
from app.core.record_kinds import KINDS

_ROOMS = (
    sentences_certificates,
    sentences_storage,
    sentences_records,
    sentences_happenings,
    sentences_visits,
    sentences_papers,
    sentences_templates,
    sentences_imports,
    sentences_sample,
    sentences_word,
    sentences_names,
)

_GENERAL: dict[str, str] = {
    "not_found": N_("There is no record with the code {code}. Look it up with the list command or the search box."),
    "conflict": N_("This record was changed in the meantime. Look at the newer version, then make your change again."),
    "name_missing": N_("A name is missing. Type one in at least one language."),
    "country_unknown": N_("“{value}” is no country code. Use two capital letters, like UA or SI."),
}


def all_sentences() -> dict[str, str]:
    """Every code with its English sentence."""
    return dict(_every())


@cache
def _every() -> Mapping[str, str]:
    """The same, put together once: a list says a sentence in each of its rows."""
    found = dict(_GENERAL)
    for room in _ROOMS:
        found.update(room.SENTENCES)
    return found


def sentence(code: str, params: Mapping[str, object] | None = None) -> str:
    """The sentence of a code in the current language, its parameters filled in."""
    text = _every().get(code, N_("This could not be done ({code})."))
    return tr(text, **{"code": code, **{name: _said(name, value) for name, value in (params or {}).items()}})


def _said(name: str, value: object) -> object:
    """A parameter for a reader: the kind of a record in words, a day or a moment of this place as it is written."""
    if name in ("kind", "by") and str(value) in KINDS:
        return tr(KINDS[str(value)])
    if name in ("since", "expiry"):
        return _written(str(value))
    return value


def _written(value: str) -> str:
    try:
        found = datetime.fromisoformat(value)
    except ValueError:
        return value
    return found.strftime("%d.%m.%Y") if len(value) == len("2023-10-15") else _local(found)


def _local(moment: datetime) -> str:
    return moment.astimezone().strftime("%d.%m.%Y, %H:%M")
