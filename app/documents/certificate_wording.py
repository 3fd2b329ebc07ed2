"""What a certificate says in each language, so that no name needs declining (CE-1, CE-5, CE-9, CE-10, CE-12).

The sentences are message ids; what stands in other languages is in the catalogues. ``{title}`` arrives in the
language's quotation marks, ``{dates}`` and ``{hours}`` formatted for a sentence.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.core.i18n import N_, Words
from app.core.vocabulary import ActivityForm, ActivityKind, CertificateKind
from app.documents.formats import Formats
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
FORMS: dict[ActivityForm, str] = {
    ActivityForm.ON_SITE: N_("on site"),
    ActivityForm.ONLINE: N_("online"),
    ActivityForm.HYBRID: N_("hybrid"),
}
#: Says in a catalogue that a language has no such line.
NONE = "-"
#: The place of the title in a sentence, so that it can be set heavier; no text of people holds it (``clean``).
TITLE_PLACE = "\x01"


@dataclass(frozen=True, slots=True)
class Told:
    """The facts of one event as a sentence needs them. ``minutes`` are those of one counted hour: 60 or 45 (CE-8)."""

    kind: CertificateKind
    activity: ActivityKind
    title: str
    place: str
    start: date
    end: date
    hours: Decimal
    minutes: int = 60
    form: ActivityForm = ActivityForm.ON_SITE
    academic: bool = False


def before_name(kind: CertificateKind, words: Words) -> str:
    """The line before the name, empty where the language has none."""
    line = words.say(BEFORE[kind])
    return "" if line == NONE else line


def hours_text(hours: Decimal, minutes: int, words: Words, forms: Formats) -> str:
    """84 hours of 60 minutes (CE-4: state which hours)."""
    return words.say(N_("{hours} of {n} minutes"), hours=forms.hours(hours), n=minutes)


def sentence(told: Told, words: Words, forms: Formats) -> tuple[str, str, str]:
    """The sentence after the name as (before the title, the quoted title, after it)."""
    online = told.form is ActivityForm.ONLINE or not told.place
    message = (ONLINE if online else SENTENCES)[told.kind]
    text = words.say(
        message,
        kind=words.say(KINDS[told.activity]),
        title=TITLE_PLACE,
        place=clean_line(told.place),
        dates=_dates(told, words.language, forms),
        hours=hours_text(told.hours, told.minutes, words, forms),
    )
    if told.form is not ActivityForm.ONLINE and not online:
        text = f"{text}, {words.say(FORMS[told.form])}"
    before, _, after = text.partition(TITLE_PLACE)
    return before, forms.quoted(told.title), after


def _dates(told: Told, language: str, forms: Formats) -> str:
    """In the sentence: "from … to …", "on …"; a range of days where the language sets it between commas."""
    if told.start == told.end:
        return words_on(language, forms.date_in_sentence(told.start))
    return forms.date_range_in_sentence(told.start, told.end)


def words_on(language: str, day: str) -> str:
    """One day in a sentence: English needs its preposition, the other sentences set it between commas."""
    return f"on {day}" if language == "en" else day
