"""Countries of the field by their codes (ISO 3166-1), in words."""

from app.core.i18n import N_, tr

_COUNTRIES = {
    "AL": N_("Albania"),
    "AM": N_("Armenia"),
    "AT": N_("Austria"),
    "AZ": N_("Azerbaijan"),
    "BA": N_("Bosnia and Herzegovina"),
    "BE": N_("Belgium"),
    "BG": N_("Bulgaria"),
    "CH": N_("Switzerland"),
    "CY": N_("Cyprus"),
    "CZ": N_("Czechia"),
    "DE": N_("Germany"),
    "DK": N_("Denmark"),
    "EE": N_("Estonia"),
    "ES": N_("Spain"),
    "FI": N_("Finland"),
    "FR": N_("France"),
    "GB": N_("United Kingdom"),
    "GE": N_("Georgia"),
    "GR": N_("Greece"),
    "HR": N_("Croatia"),
    "HU": N_("Hungary"),
    "IE": N_("Ireland"),
    "IS": N_("Iceland"),
    "IT": N_("Italy"),
    "LT": N_("Lithuania"),
    "LU": N_("Luxembourg"),
    "LV": N_("Latvia"),
    "MD": N_("Moldova"),
    "ME": N_("Montenegro"),
    "MK": N_("North Macedonia"),
    "MT": N_("Malta"),
    "NL": N_("Netherlands"),
    "NO": N_("Norway"),
    "PL": N_("Poland"),
    "PT": N_("Portugal"),
    "RO": N_("Romania"),
    "RS": N_("Serbia"),
    "SE": N_("Sweden"),
    "SI": N_("Slovenia"),
    "SK": N_("Slovakia"),
    "TR": N_("Türkiye"),
    "UA": N_("Ukraine"),
    "US": N_("United States"),
    "XK": N_("Kosovo"),
}

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
    found = _COUNTRIES.get(code)
    return tr(found) if found else code or tr("country not known")


def country_options() -> list[tuple[str, str]]:
    """(code, name) of all countries by name, not known first."""
    named = sorted(((code, tr(name)) for code, name in _COUNTRIES.items()), key=_by_name)
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
