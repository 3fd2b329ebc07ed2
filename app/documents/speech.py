"""The one or two languages of a paper: words, dates and names as ``Text`` pairs."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal

from app.core.i18n import N_, Words, words
from app.core.vocabulary import InterpretationMode, Sex
from app.documents.formats import Formats, formats
from app.documents.texts import NBSP, PersonName, Text, keep_together, text_in

#: Names of the languages in which people speak on an event, in running text.
LANGUAGE_WORDS: dict[str, str] = {
    "en": N_("English"),
    "sl": N_("Slovenian"),
    "uk": N_("Ukrainian"),
    "sv": N_("Swedish"),
    "lv": N_("Latvian"),
    "bs": N_("Bosnian"),
    "sr": N_("Serbian"),
    "hr": N_("Croatian"),
    "mk": N_("Macedonian"),
    "de": N_("German"),
    "fr": N_("French"),
    "pl": N_("Polish"),
    "ro": N_("Romanian"),
    "ka": N_("Georgian"),
    "sq": N_("Albanian"),
}
INTERPRETATION_WORDS: dict[InterpretationMode, str] = {
    InterpretationMode.CONSECUTIVE: N_("consecutive interpretation"),
    InterpretationMode.SIMULTANEOUS: N_("simultaneous interpretation"),
    InterpretationMode.WHISPERED: N_("whispered interpretation"),
}
#: Forms of address before a name (AG-9): by language, woman and man; none in Ukrainian, Swedish and Latvian.
_ADDRESS = {"en": ("Ms", "Mr"), "sl": ("ga.", "g.")}


@dataclass(frozen=True, slots=True)
class Speech:
    """Two sets of words and formats; ``second`` is None on paper in one language."""

    first: Words
    forms: Formats
    second: Words | None = None
    second_forms: Formats | None = None

    @property
    def bilingual(self) -> bool:
        """Whether the paper is in two languages."""
        return self.second is not None

    @property
    def languages(self) -> tuple[str, str]:
        """Codes of both languages, the second possibly empty."""
        return self.first.language, self.second.language if self.second else ""

    def say(self, message: str, **params: object) -> Text:
        """A message in both languages; parameters that are Texts give each language its own."""
        first = self.first.say(message, **_side(params, 0))
        return Text(first, self.second.say(message, **_side(params, 1)) if self.second else "")

    def count(self, one: str, many: str, n: int, **params: object) -> Text:
        """A message with a number, by each language's plural rule."""
        first = self.first.count(one, many, n, **_side(params, 0))
        return Text(first, self.second.count(one, many, n, **_side(params, 1)) if self.second else "")

    def of(self, texts: Mapping[str, str]) -> Text:
        """A record's texts in both languages."""
        return text_in(texts, *self.languages)

    def form(self, write: Callable[[Formats], str]) -> Text:
        """Something formatted in both languages."""
        return Text(write(self.forms), write(self.second_forms) if self.second_forms else "")

    def date_long(self, day: date) -> Text:
        """A date standing alone."""
        return self.form(lambda forms: forms.date_long(day))

    def day_and_month(self, day: date) -> Text:
        """A date whose year stands beside it."""
        return self.form(lambda forms: forms.day_and_month(day))

    def date_range(self, start: date, end: date) -> Text:
        """A range of dates standing alone."""
        return self.form(lambda forms: forms.date_range(start, end))

    def weekday_date(self, day: date) -> Text:
        """Weekday and date."""
        return self.form(lambda forms: forms.weekday_date(day))

    def moment(self, moment: datetime) -> Text:
        """Date and time of a version: 28 September 2023, 14:05."""
        return self.form(lambda forms: f"{forms.date_long(moment.date())}, {forms.clock(moment.time())}")

    def times(self, start: time | None, end: time | None) -> str:
        """A range of times: written once, the same for both languages."""
        return self.forms.time_range(start, end)

    def by_sex(self, women: int, men: int, others: int = 0) -> Text:
        """8 women, 7 men, 1 not stated; numbers of zero are left out (ME-3)."""
        parts = [
            self.count("{n} woman", "{n} women", women) if women else Text(),
            self.count("{n} man", "{n} men", men) if men else Text(),
            self.count("{n} person not stated", "{n} persons not stated", others) if others else Text(),
        ]
        return joined(parts)

    def programme_days(self, days: int, *, weekend: bool) -> Text:
        """How long a programme is (AG-3): working days, or days of programme where a Saturday or Sunday is one."""
        if weekend:
            return self.count("{n} day of programme", "{n} days of programme", days)
        return self.count("{n} working day", "{n} working days", days)

    def hours(self, count: Decimal) -> Text:
        """A number of hours."""
        return self.form(lambda forms: forms.hours(count))

    def name(self, person: PersonName) -> Text:
        """Given and family name; the second language only where its spelling differs."""
        first, second = self.languages
        return Text(person.shown(first), person.shown(second) if second else "")

    def addressed(self, person: PersonName) -> Text:
        """Ms/Mr before the name where the language has it and the sex is known (AG-9); kept on one line."""
        first, second = self.languages
        return Text(_addressed(person, first), _addressed(person, second) if second else "")

    def spoken(self, languages: Sequence[str], mode: InterpretationMode) -> Text:
        """Working languages and the mode of interpretation (AG-1)."""
        named = joined([self.say(LANGUAGE_WORDS[code]) for code in languages if code in LANGUAGE_WORDS])
        word = INTERPRETATION_WORDS.get(mode)
        return joined([named, self.say(word)], "; ") if word else named


def _side(params: Mapping[str, object], number: int) -> dict[str, object]:
    return {key: (value[number] or value[0]) if isinstance(value, Text) else value for key, value in params.items()}


def _addressed(person: PersonName, language: str) -> str:
    words_of = _ADDRESS.get(language)
    name = keep_together(person.shown(language)) if len(person.shown(language)) < 28 else person.shown(language)
    if not words_of or person.sex not in {Sex.FEMALE, Sex.MALE}:
        return name
    return f"{words_of[0] if person.sex == Sex.FEMALE else words_of[1]}{NBSP}{name}"


def joined(texts: Sequence[Text], mark: str = ", ") -> Text:
    """Texts put together language by language; a missing second takes the first while any has one."""
    kept = [text for text in texts if text]
    first = mark.join(text.first for text in kept if text.first)
    if not any(text.second for text in kept):
        return Text(first)
    return Text(first, mark.join(text.second or text.first for text in kept))


def joined_where_told(texts: Sequence[Text], mark: str = ", ") -> Text:
    """Like ``joined``, but the second language leaves out what it has no words for: the first has told it (AG-12)."""
    kept = [text for text in texts if text]
    first = mark.join(text.first for text in kept if text.first)
    return Text(first, mark.join(text.second for text in kept if text.second))


def labelled(said: Speech, message: str, name: Text) -> Text:
    """``Theme: …``: a message around a text (``{name}``); empty for none, once where it has no second language."""
    if not name:
        return Text()
    told = said.say(message, name=name)
    return Text(told.first if name.first else "", told.second if name.second else "")


def speech(language: str, second: str = "") -> Speech:
    """The speech of a paper in one or two languages (codes of ``app.core.i18n.LANGUAGES``)."""
    if second and second != language:
        return Speech(words(language), formats(language, True), words(second), formats(second, True))
    return Speech(words(language), formats(language))
