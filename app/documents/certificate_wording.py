"""What a certificate says in each language, so that no name needs declining (CE-1, CE-5, CE-9, CE-10, CE-12).

The sentences are message ids; what stands in other languages is in the catalogues, and a programme may put its own
words into each slot. ``{title}`` arrives in the language's quotation marks, ``{dates}`` and ``{hours}`` formatted for a
sentence. What was printed is frozen with the certificate, so that a better translation does not change it later.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from app.core.i18n import N_, Words, words
from app.core.text import fold
from app.core.vocabulary import ActivityForm, ActivityKind, CertificateKind, Sex
from app.documents.formats import Formats, formats
from app.documents.own_words import THEME_PLACE, OwnWords, Slot
from app.documents.speech import Speech
from app.documents.texts import clean_line

TITLES: dict[CertificateKind, str] = {
    CertificateKind.ATTENDANCE: N_("Certificate of Attendance"),
    CertificateKind.COMPLETION: N_("Certificate of Completion"),
    CertificateKind.MENTOR: N_("Confirmation of mentoring work"),
}
#: The line before the name; empty in Ukrainian and Latvian, where the catalogues say so with a single hyphen.
BEFORE: dict[CertificateKind, str] = {
    CertificateKind.ATTENDANCE: N_("This is to certify that"),
    CertificateKind.COMPLETION: N_("This is to certify that"),
    CertificateKind.MENTOR: N_("This is to confirm that"),
}
SENTENCES: dict[CertificateKind, str] = {
    CertificateKind.ATTENDANCE: N_("participated in the {kind} {title}, held in {place}, {dates} ({hours})"),
    CertificateKind.COMPLETION: N_("has successfully completed the {kind} {title}, held in {place}, {dates} ({hours})"),
    CertificateKind.MENTOR: N_(
        "worked as a mentor or speaker in the {kind} {title}, held in {place}, {dates} ({hours})"
    ),
}
ONLINE: dict[CertificateKind, str] = {
    CertificateKind.ATTENDANCE: N_("participated in the {kind} {title}, held online {dates} ({hours})"),
    CertificateKind.COMPLETION: N_("has successfully completed the {kind} {title}, held online {dates} ({hours})"),
    CertificateKind.MENTOR: N_("worked as a mentor or speaker in the {kind} {title}, held online {dates} ({hours})"),
}
#: Nobody typed a place: then none is claimed, "online" neither.
PLACELESS: dict[CertificateKind, str] = {
    CertificateKind.ATTENDANCE: N_("participated in the {kind} {title}, {dates} ({hours})"),
    CertificateKind.COMPLETION: N_("has successfully completed the {kind} {title}, {dates} ({hours})"),
    CertificateKind.MENTOR: N_("worked as a mentor or speaker in the {kind} {title}, {dates} ({hours})"),
}
KINDS: dict[ActivityKind, str] = {
    ActivityKind.MENTORING_VISIT: N_("mentoring visit"),
    ActivityKind.EXCHANGE_VISIT: N_("exchange visit"),
    ActivityKind.TRAINING: N_("training"),
    ActivityKind.WORKSHOP: N_("workshop"),
    ActivityKind.WEBINAR_SERIES: N_("webinar series"),
    ActivityKind.FORUM: N_("forum"),
    ActivityKind.NETWORK_MEETING: N_("network meeting"),
    ActivityKind.KICK_OFF: N_("kick-off meeting"),
    ActivityKind.ONLINE_MEETING: N_("online meeting"),
    ActivityKind.STEERING_MEETING: N_("steering meeting"),
    ActivityKind.CLOSING_EVENT: N_("closing event"),
}
#: Where the title names the kind itself: "in the event “Mentoring visit Domžale – Zavodske”".
ANY_KIND = N_("event")
FORMS: dict[ActivityForm, str] = {
    ActivityForm.ON_SITE: N_("on site"),
    ActivityForm.ONLINE: N_("online"),
    ActivityForm.HYBRID: N_("hybrid"),
}
#: Says in a catalogue, or in a programme's own words, that there is no such line.
NONE = "-"
#: The place of the title in a sentence, so that it can be set heavier; no text of people holds it (``clean``).
TITLE_PLACE = "\x01"

HOURS = N_("{hours} of {n} minutes")
TOPICS = N_("Topics: {topics}")
THEME = N_("Theme: {name}")
FUNDED = N_("Funded by: {name}.")
HOST = N_("Host: {name}.")
NUMBER = N_("No.")
VERIFICATION = N_("Verification")
DUPLICATE = N_("Duplicate")
FIRST_ISSUED = N_("First issued: {date}")
STAMP = N_("Stamp here")

#: The holder's name as "виданий …" needs it: only printed where somebody has confirmed the form (CE-7).
_NAME_PLACES = {"holder_dative": "Олені Іванівні Шевченко"}
_SENTENCE_PLACES = {
    "kind": N_("mentoring visit"),
    "title": N_("“Civil protection”"),
    "theme": N_("theme of the event"),
    "place": N_("Domžale, Slovenia"),
    "dates": N_("from 2 to 20 October 2023"),
    "hours": N_("84 hours of 60 minutes"),
    "ects": N_("2.8 ECTS credits"),
    **_NAME_PLACES,
}
_WHICH: dict[CertificateKind, str] = {
    CertificateKind.ATTENDANCE: N_("Attendance"),
    CertificateKind.COMPLETION: N_("Completion"),
    CertificateKind.MENTOR: N_("Mentors and speakers"),
}


def _slots(kind: CertificateKind) -> dict[str, Slot]:
    """The places of one kind; CE-6: a sentence for a woman and one for a man are used only where the sex is known."""
    key = str(kind)
    return {
        "title": Slot(f"{key}.title", N_("Title"), TITLES[kind]),
        "before": Slot(f"{key}.before", N_("Line before the name"), BEFORE[kind], _NAME_PLACES),
        "sentence": Slot(f"{key}.sentence", N_("Sentence, on site"), SENTENCES[kind], _SENTENCE_PLACES, 2),
        "online": Slot(f"{key}.online", N_("Sentence, online"), ONLINE[kind], _SENTENCE_PLACES, 2),
        "woman": Slot(f"{key}.woman", N_("Sentence for a woman, if it differs"), "", _SENTENCE_PLACES, 2),
        "man": Slot(f"{key}.man", N_("Sentence for a man, if it differs"), "", _SENTENCE_PLACES, 2),
    }


#: The slots of each kind by their part.
KIND_SLOTS: dict[CertificateKind, dict[str, Slot]] = {kind: _slots(kind) for kind in CertificateKind}
TOPICS_SLOT = Slot("topics", N_("Topics"), TOPICS, {"topics": N_("civil protection · fire brigades")})
FUNDER_SLOT = Slot("funder", N_("Funder line"), FUNDED, {"name": N_("Ministry of Foreign Affairs")}, 2)
NOTE_SLOT = Slot("note", N_("Small print at the foot"), "", {}, 2)
STAMP_SLOT = Slot("stamp", N_("Words where the stamp goes"))
#: Everything on a certificate that a programme may word itself.
SLOTS: tuple[Slot, ...] = (
    *(slot for slots in KIND_SLOTS.values() for slot in slots.values()),
    TOPICS_SLOT,
    FUNDER_SLOT,
    NOTE_SLOT,
    STAMP_SLOT,
)
#: What a slot belongs to, for the window that edits them: the beginning of its key, and its words.
SLOT_GROUPS: dict[str, str] = {str(kind): _WHICH[kind] for kind in CertificateKind}


def house_words(kind: CertificateKind, activity: ActivityKind, languages: tuple[str, ...]) -> dict[str, dict[str, str]]:
    """The house's words of a certificate by language and message id, to be frozen at issue."""
    messages = (
        TITLES[kind], BEFORE[kind], SENTENCES[kind], ONLINE[kind], PLACELESS[kind], KINDS[activity], ANY_KIND,
        *FORMS.values(),
        HOURS, TOPICS, THEME, FUNDED, HOST, NUMBER, VERIFICATION, DUPLICATE, FIRST_ISSUED, STAMP,
    )  # fmt: skip
    return {language: {text: words(language).say(text) for text in messages} for language in languages if language}


class KeptWords(Words):
    """The words of a language as they were when a certificate was issued; what was not frozen is the catalogue's."""

    def __init__(self, language: str, kept: Mapping[str, str]) -> None:
        super().__init__(language)
        self._kept = kept

    def say(self, text: str, **params: object) -> str:
        """The frozen text, its braces filled."""
        return super().say(self._kept.get(text, text), **params)


def kept_speech(language: str, second: str, house: Mapping[str, Mapping[str, str]]) -> Speech:
    """The speech of a certificate in one or two languages, with its frozen words."""
    if second and second != language:
        return Speech(_kept(language, house), formats(language, True), _kept(second, house), formats(second, True))
    return Speech(_kept(language, house), formats(language))


def _kept(language: str, house: Mapping[str, Mapping[str, str]]) -> Words:
    return KeptWords(language, house[language]) if house.get(language) else words(language)


@dataclass(frozen=True, slots=True)
class Told:
    """The facts of one event as a sentence needs them. ``minutes`` are those of one counted hour: 60 or 45 (CE-8).

    ``own`` are the programme's words; ``sex`` of the holder counts only where these have a sentence for it (CE-6).
    ``dative`` is the holder's name in that form by language, as far as somebody confirmed it (CE-7).
    """

    kind: CertificateKind
    activity: ActivityKind
    title: str
    place: str
    start: date
    end: date
    hours: Decimal
    minutes: int = 60
    form: ActivityForm = ActivityForm.ON_SITE
    own: OwnWords = field(default_factory=OwnWords)
    sex: str = ""
    dative: tuple[tuple[str, str], ...] = ()
    kind_once: bool = False
    theme: str = ""

    def says_theme(self, language: str) -> bool:
        """Whether the programme's own sentence names the theme, so that it needs no line of its own."""
        slot = _own_slot(self, language)
        return slot is not None and self.own.names(slot, language, THEME_PLACE)


def title_in(kind: CertificateKind, said: Words, own: OwnWords) -> str:
    """The title of a kind of certificate in one language."""
    return own.say_in(KIND_SLOTS[kind]["title"], said)


def hours_text(hours: Decimal, minutes: int, said: Words, forms: Formats) -> str:
    """84 hours of 60 minutes (CE-4: state which hours)."""
    return said.say(HOURS, hours=forms.hours(hours), n=minutes)


def has_gendered(kind: CertificateKind, own: OwnWords, languages: tuple[str, str]) -> bool:
    """Whether the programme has sentences that depend on the holder's sex (CE-6)."""
    slots = KIND_SLOTS[kind]
    return any(own.has(slots[part], language) for part in ("woman", "man") for language in languages if language)


def sentence(told: Told, said: Words, forms: Formats) -> tuple[str, str, str]:
    """The sentence after the name as (before the title, the quoted title, after it)."""
    quoted = forms.quoted(told.title)
    text = _filled(told, said, forms)
    if TITLE_PLACE not in text:
        # The programme's own sentence goes without the title.
        return text, "", ""
    before, _, after = text.partition(TITLE_PLACE)
    return before, quoted, after.replace(TITLE_PLACE, quoted)


def _filled(told: Told, said: Words, forms: Formats) -> str:
    place = clean_line(told.place)
    values = {
        "kind": _kind(told, said),
        "title": TITLE_PLACE,
        "theme": clean_line(told.theme),
        "place": place,
        "dates": _dates(told, said.language, forms),
        "hours": hours_text(told.hours, told.minutes, said, forms),
        "ects": credits_text(told.hours * told.minutes / 60, forms),
        "holder_dative": dict(told.dative).get(said.language, ""),
    }
    own = _own_slot(told, said.language)
    if own is not None:
        # A place that nobody typed leaves no comma without a word.
        return re.sub(r"(,\s*)+,", ",", told.own.say_in(own, said, **values))
    online = told.form is ActivityForm.ONLINE
    message = (ONLINE if online else SENTENCES if place else PLACELESS)[told.kind]
    text = said.say(message, **values)
    return text if online else f"{text}, {said.say(FORMS[told.form])}"


def _kind(told: Told, said: Words) -> str:
    """The word for the kind of event; a general one where the title says it already."""
    word = said.say(KINDS[told.activity])
    return said.say(ANY_KIND) if told.kind_once and fold(word) in fold(told.title) else word


def _own_slot(told: Told, language: str) -> Slot | None:
    """The slot with the programme's own sentence: for the holder's sex, for the form, or none."""
    slots = KIND_SLOTS[told.kind]
    wanted = {str(Sex.FEMALE): "woman", str(Sex.MALE): "man"}.get(str(told.sex), "")
    form = "online" if told.form is ActivityForm.ONLINE else "sentence"
    for part in (wanted, form):
        if part and told.own.has(slots[part], language):
            return slots[part]
    return None


def credits_text(hours: Decimal, forms: Formats) -> str:
    """2.8 ECTS credits: 30 hours each, by the Ukrainian rule (CE-8); only where the programme's own words ask for it.

    ``hours`` of 60 minutes. The noun follows the number where a language needs it (CE-9).
    """
    count = (hours / 30).quantize(Decimal("0.1")).normalize()
    number, n, whole = forms.number(count), int(count), count == count.to_integral_value()
    match forms.language:
        case "uk":
            few = n % 10 in {2, 3, 4} and n % 100 not in {12, 13, 14}
            one = n % 10 == 1 and n % 100 != 11
            noun = "кредиту" if not whole else "кредит" if one else "кредити" if few else "кредитів"
            return f"{number}\u00a0{noun} ЄКТС"
        case "en":
            return f"{number}\u00a0ECTS {'credit' if count == 1 else 'credits'}"
        case _:
            return f"{number}\u00a0ECTS"


def _dates(told: Told, language: str, forms: Formats) -> str:
    """In the sentence: "from … to …", "on …"; a range of days where the language sets it between commas."""
    if told.start == told.end:
        return words_on(language, forms.date_in_sentence(told.start))
    return forms.date_range_in_sentence(told.start, told.end)


def words_on(language: str, day: str) -> str:
    """One day in a sentence: English needs its preposition, the other sentences set it between commas."""
    return f"on {day}" if language == "en" else day
