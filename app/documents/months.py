"""Names of months and weekdays in the cases that dates need, written out by hand (FM-4): CLDR lacks some of them."""

from typing import NamedTuple


class Months(NamedTuple):
    """Twelve names each: alone, inside a date, after "in/on" (locative), after "until" (dative)."""

    alone: tuple[str, ...]
    dated: tuple[str, ...]
    located: tuple[str, ...] = ()
    until: tuple[str, ...] = ()


def _split(names: str) -> tuple[str, ...]:
    return tuple(names.split())


_EN = _split("January February March April May June July August September October November December")
_SV = _split("januari februari mars april maj juni juli augusti september oktober november december")
_LV_GENITIVE = "janvāra februāra marta aprīļa maija jūnija jūlija augusta septembra oktobra novembra decembra"

MONTHS: dict[str, Months] = {
    "en": Months(_EN, _EN),
    "sl": Months(
        _split("januar februar marec april maj junij julij avgust september oktober november december"),
        _split("januarja februarja marca aprila maja junija julija avgusta septembra oktobra novembra decembra"),
    ),
    "uk": Months(
        _split("січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень"),
        _split("січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня"),
    ),
    "sv": Months(_SV, _SV),
    "lv": Months(
        _split("janvāris februāris marts aprīlis maijs jūnijs jūlijs augusts septembris oktobris novembris decembris"),
        _split(_LV_GENITIVE),
        _split("janvārī februārī martā aprīlī maijā jūnijā jūlijā augustā septembrī oktobrī novembrī decembrī"),
        _split(
            "janvārim februārim martam aprīlim maijam jūnijam jūlijam augustam septembrim oktobrim novembrim decembrim"
        ),
    ),
}

WEEKDAYS: dict[str, tuple[str, ...]] = {
    "en": _split("Monday Tuesday Wednesday Thursday Friday Saturday Sunday"),
    "sl": _split("ponedeljek torek sreda četrtek petek sobota nedelja"),
    "uk": ("понеділок", "вівторок", "середа", "четвер", "пʼятниця", "субота", "неділя"),
    "sv": _split("måndag tisdag onsdag torsdag fredag lördag söndag"),
    "lv": _split("pirmdiena otrdiena trešdiena ceturtdiena piektdiena sestdiena svētdiena"),
}

#: Half-years and quarters of a year, ``{year}`` to be filled.
HALVES: dict[str, tuple[str, str]] = {
    "en": ("first half of {year}", "second half of {year}"),
    "sl": ("prva polovica leta {year}", "druga polovica leta {year}"),
    "uk": ("перше півріччя {year} р.", "друге півріччя {year} р."),
    "sv": ("första halvåret {year}", "andra halvåret {year}"),
    "lv": ("{year}. gada pirmais pusgads", "{year}. gada otrais pusgads"),
}
QUARTERS: dict[str, tuple[str, str, str, str]] = {
    "en": (
        "first quarter of {year}",
        "second quarter of {year}",
        "third quarter of {year}",
        "fourth quarter of {year}",
    ),
    "sl": (
        "prvo četrtletje {year}",
        "drugo četrtletje {year}",
        "tretje četrtletje {year}",
        "četrto četrtletje {year}",
    ),
    "uk": ("I квартал {year} р.", "II квартал {year} р.", "III квартал {year} р.", "IV квартал {year} р."),
    "sv": ("första kvartalet {year}", "andra kvartalet {year}", "tredje kvartalet {year}", "fjärde kvartalet {year}"),
    "lv": (
        "{year}. gada 1. ceturksnis",
        "{year}. gada 2. ceturksnis",
        "{year}. gada 3. ceturksnis",
        "{year}. gada 4. ceturksnis",
    ),
}
YEARS: dict[str, str] = {"en": "{year}", "sl": "{year}", "uk": "{year} р.", "sv": "{year}", "lv": "{year}. gads"}
