"""The sentence of every code, once: window and command line say the same thing.

A code's sentence says what is wrong, where, and what to do. Each room keeps its own table in this package-level
registry; a test checks that every code raised anywhere has a sentence.
"""

from collections.abc import Mapping

from app.core.i18n import N_, tr

SENTENCES: dict[str, str] = {
    "not_found": N_("There is no record with the code {code}. Look it up with the list command or the search box."),
    "conflict": N_("This record was changed in the meantime. Look at the newer version, then make your change again."),
}


def sentence(code: str, params: Mapping[str, object] | None = None) -> str:
    """The sentence of a code in the current language, its parameters filled in."""
    return tr(SENTENCES.get(code, N_("This could not be done ({code}).")), **{"code": code, **(params or {})})
