"""Countries of the field by their codes (ISO 3166-1), in words."""

from app.core.countries import COUNTRIES
from app.core.i18n import N_, tr

_LANGUAGES = {
    "bg": N_("Bulgarian"),
    "bs": N_("Bosnian"),
    "cs": N_("Czech"),
    "da": N_("Danish"),
    "de": N_("German"),
    "en": N_("English"),
    "es": N_("Spanish"),
    "et": N_("Estonian"),
    "fi": N_("Finnish"),
    "fr": N_("French"),
    "hr": N_("Croatian"),
    "hu": N_("Hungarian"),
    "it": N_("Italian"),
    "ka": N_("Georgian"),
    "lt": N_("Lithuanian"),
    "lv": N_("Latvian"),
    "mk": N_("Macedonian"),
    "nl": N_("Dutch"),
    "no": N_("Norwegian"),
    "pl": N_("Polish"),
    "pt": N_("Portuguese"),
    "ro": N_("Romanian"),
    "ru": N_("Russian"),
    "sk": N_("Slovak"),
    "sl": N_("Slovenian"),
    "sq": N_("Albanian"),
    "sr": N_("Serbian"),
    "sv": N_("Swedish"),
    "tr": N_("Turkish"),
    "uk": N_("Ukrainian"),
}


def country_words(code: str) -> str:
    """A country's name; the code where we have no name; told when it is not known."""
    found = COUNTRIES.get(code)
    return tr(found) if found else code or tr("country not known")


def country_options() -> list[tuple[str, str]]:
    """(code, name) of all countries by name, not known first."""
    named = sorted(((code, tr(name)) for code, name in COUNTRIES.items()), key=_by_name)
    return [("", tr("not known")), *named]


def language_words(code: str) -> str:
    """A language's name; what was written where it is no code of ours."""
    found = _LANGUAGES.get(code.lower())
    return tr(found) if found else code


def language_options() -> list[tuple[str, str]]:
    """(code, name) of all languages by name."""
    return sorted(((code, tr(name)) for code, name in _LANGUAGES.items()), key=_by_name)


def _by_name(pair: tuple[str, str]) -> str:
    return pair[1]
