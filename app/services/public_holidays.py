"""Public holidays of a country (HO-1, HO-2), from the ``holidays`` package, which is offline data."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

#: What counts as closed beyond public holidays (HO-1), and the only category that Ukraine has since 2022 (HO-2).
_CATEGORIES = {"SE": ("public", "de_facto", "optional"), "UA": ("workday",)}
#: Our languages as the package names them; anything else falls back to English.
_LANGUAGES = {"en": ("en_US", "en_GB", "en"), "uk": ("uk",), "sl": ("sl",), "sv": ("sv",), "lv": ("lv",)}


@lru_cache(maxsize=256)
def holidays_of(country: str, year: int, language: str) -> Mapping[date, str]:
    """The days and names of a country's holidays in a year; empty for a country that the package does not know."""
    if not country:
        return {}
    import holidays

    known = holidays.list_supported_countries()
    if country not in known:
        return {}
    categories = _CATEGORIES.get(country, ("public",))
    spoken = getattr(holidays.country_holidays(country, years=year), "supported_languages", ())
    # Given explicitly: the package would take the language of the environment (HO-1).
    chosen = next((name for name in (*_LANGUAGES.get(language, ()), "en_US") if name in spoken), None)
    found = holidays.country_holidays(country, years=year, categories=categories, language=chosen)
    return dict(found.items())


def holiday_name(country: str, day: date, language: str) -> str:
    """The name of the holiday on that day in a country; empty when it is an ordinary day."""
    return holidays_of(country, day.year, language).get(day, "")
