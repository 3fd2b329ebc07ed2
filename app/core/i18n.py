"""Words in the reader's language: gettext catalogues for window, command line, messages and documents.

Window and command line speak the current language (``tr``); a document takes its ``Words`` as a parameter, since the
language of a paper differs from the language of the window. Message ids are the English texts; parameters stand in
braces: ``tr("Take in {n} people", n=5)``. Texts for tables are marked with ``N_`` and translated where they are shown.
"""

import gettext as _gettext
from collections.abc import Mapping
from functools import lru_cache
from string import Formatter

from app.core.paths import resources

DOMAIN = "mentordesk"
#: Languages that documents and record texts can have, in the order they are offered.
LANGUAGES = ("en", "sl", "uk", "sv", "lv")
#: Languages in which the window and the command line are complete.
WINDOW_LANGUAGES = ("en", "uk")
#: Every language in its own words.
LANGUAGE_NAMES = {"en": "English", "sl": "Slovenščina", "uk": "Українська", "sv": "Svenska", "lv": "Latviešu"}


def N_(text: str) -> str:
    """Mark a text for the catalogues without translating it yet."""
    return text


class _Fill(Formatter):
    """Fills braces by name only: no attributes, no indexes, so that a text can reach nothing else."""

    def get_field(self, field_name: str, args: object, kwargs: Mapping[str, object]) -> tuple[object, str]:
        return kwargs.get(field_name, "{" + field_name + "}"), field_name


_fill = _Fill()


class Words:
    """One language's catalogue."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._catalogue: _gettext.NullTranslations = _gettext.NullTranslations()
        if language != "en":
            self._catalogue = _gettext.translation(
                DOMAIN, localedir=resources() / "i18n", languages=[language], fallback=True
            )

    def say(self, text: str, **params: object) -> str:
        """The text in this language, its braces filled."""
        found = self._catalogue.gettext(text) if text else ""
        return _fill.vformat(found, (), params) if params else found

    def count(self, one: str, many: str, n: int, **params: object) -> str:
        """The form for the number ``n``, by the language's plural rule; ``{n}`` is filled with it."""
        found = self._catalogue.ngettext(one, many, n)
        return _fill.vformat(found, (), {"n": n, **params})

    def say_in(self, context: str, text: str) -> str:
        """A text that has different translations in different places."""
        return self._catalogue.pgettext(context, text)


@lru_cache(maxsize=16)
def words(language: str) -> Words:
    """The words of a language; English ids where a catalogue has none."""
    return Words(language)


_current: list[str] = ["en"]


def set_language(language: str) -> None:
    """Choose the language of window and command line."""
    if language not in LANGUAGES:
        raise ValueError("language")
    _current[0] = language


def language() -> str:
    """The language of window and command line."""
    return _current[0]


def tr(text: str, **params: object) -> str:
    """A text in the current language."""
    return words(_current[0]).say(text, **params)


class _Grouped(int):
    """A number as it stands in a sentence: a narrow space between thousands (FM-2)."""

    def __format__(self, spec: str) -> str:
        return format(int(self), spec) if spec else f"{int(self):,}".replace(",", "\u202f")


def trn(one: str, many: str, n: int, **params: object) -> str:
    """A text with a number, in the current language; whole numbers are written with their thousands grouped."""
    shown = {name: _Grouped(value) if type(value) is int else value for name, value in params.items()}
    return words(_current[0]).count(one, many, _Grouped(n), **shown)


def trc(context: str, text: str) -> str:
    """A text whose translation depends on where it stands."""
    return words(_current[0]).say_in(context, text)


def pick(texts: Mapping[str, str], language: str) -> str:
    """A record's text in a language, else in English, else in any; empty when there is none."""
    return texts.get(language) or texts.get("en") or next((text for text in texts.values() if text), "")
