"""The words of a letter of invitation in one or two languages: what a page, a Word file and a template all say.

Every sentence is a slot that a programme may word for itself; without own words the house's sentence is printed, and
left out where its fact is not known.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from app.core.i18n import N_
from app.core.text import fold
from app.core.vocabulary import ActivityKind, label
from app.documents.letter_data import Addressed, InvitationPaper, Meal, states_who_pays
from app.documents.own_words import PERSONS_DATIVE, Slot, theme_unsaid
from app.documents.speech import Speech, joined, labelled
from app.documents.texts import Text, clean_line, phones_kept

_WHERE = "Domžale, 2–20 October 2023"
#: Placeholders that may stand in every slot of the letter, with an example.
_PLACES: Mapping[str, str] = {
    "reference": "CEP-UA-V01/L-01",
    "event": "“Civil protection”",
    "theme": "Fire brigades and shelters",
    "partnership": "Domžale – Zavodske",
    "programme": "“Post-conflict Reconstruction in Ukraine”",
    "where": _WHERE,
    "place": "Domžale",
    "dates": "2–20 October 2023",
    "arrival": "1 October 2023",
    "departure": "21 October 2023",
    "addressee": "To the Mayor",
    "body": "Zavodske city council",
    "issuer": "Centre for European Perspective (CEP)",
    "signatory": "Maja Kranjc",
    PERSONS_DATIVE: "Оксані Гриценко, Андрію Ковальчуку",
}


def _slot(key: str, label: str, default: str, lines: int = 1, **more: str) -> Slot:
    return Slot(key, label, default, {**_PLACES, **more}, lines)


ADDRESSEE = _slot("addressee", N_("Addressee"), N_("To the Mayor"))
SUBJECT = _slot("subject", N_("Subject line"), N_("Invitation: {where}"))
SALUTATION = _slot("salutation", N_("Salutation"), N_("Dear Sir or Madam,"))
OPENING = _slot(
    "opening",
    N_("First sentence"),
    N_("We invite the persons named below to the event {title}."),
    3,
    title="“Civil protection”",
    basis="On the basis of the memorandum of 14 March 2023",
)
PURPOSE = _slot("purpose", N_("Purpose of the visit"), N_("Purpose: {what}"), 3, what="the aim of the visit.")
RESULT = _slot("result", N_("Result"), N_("Expected result: {what}"), 2, what="the result that is expected.")
PRESENCE = _slot("presence", N_("Why they must be there"), N_("Participation on site is necessary for it."), 2)
COSTS = _slot("costs", N_("Who pays what"), N_("The organiser pays {costs}"), 3, costs="travel and accommodation.")
CLOSING = _slot("closing", N_("Closing words"), N_("Yours faithfully,"))
FOOTER = _slot(
    "footer",
    N_("Footer"),
    N_("Names, positions and dates as in agenda {number} and the list of participants"),
    number="1.0",
)
#: All slots of the letter, in the order in which they stand on it.
SLOTS = (ADDRESSEE, SUBJECT, SALUTATION, OPENING, PURPOSE, RESULT, PRESENCE, COSTS, CLOSING, FOOTER)

_ADDRESSEES = {Addressed.MAYOR: N_("To the Mayor"), Addressed.HEAD: N_("To the Head of the organisation")}
_SUBJECTS: dict[ActivityKind, str] = {
    ActivityKind.MENTORING_VISIT: N_("Invitation to the mentoring visit: {where}"),
    ActivityKind.EXCHANGE_VISIT: N_("Invitation to the exchange visit: {where}"),
    ActivityKind.TRAINING: N_("Invitation to the training: {where}"),
}
_INVITED: dict[ActivityKind, str] = {
    ActivityKind.MENTORING_VISIT: N_("{basis} we invite the persons named below to the mentoring visit {title}."),
    ActivityKind.EXCHANGE_VISIT: N_("{basis} we invite the persons named below to the exchange visit {title}."),
    ActivityKind.TRAINING: N_("{basis} we invite the persons named below to the training {title}."),
}

_INVITED_TO_EVENT = N_("{basis} we invite the persons named below to the event {title}.")


@dataclass(frozen=True, slots=True)
class LetterWords:
    """Everything that a letter says besides the table of persons and the dates; empty parts are not printed."""

    addressee: Text
    subject: Text
    salutation: Text
    opening: Text
    theme: Text
    purpose: Text
    presence: Text
    costs: Text
    where: Text
    closing: Text
    footer: Text
    meals: Text
    annex: Text
    values: Mapping[str, str | Text]

    @property
    def before(self) -> tuple[Text, ...]:
        """The paragraphs above the persons."""
        aim = joined([text for text in (self.purpose, self.presence) if text], " ")
        return tuple(text for text in (self.salutation, self.opening, self.theme, aim) if text)

    @property
    def after(self) -> tuple[Text, ...]:
        """The paragraphs below the dates."""
        return tuple(text for text in (self.costs, self.where) if text)


def letter_words(paper: InvitationPaper, said: Speech) -> LetterWords:
    """The words of a letter in the languages of ``said``."""
    annex = paper.annex or _annex(paper, said)
    values = _values(paper, said)
    # Own words that name people in the dative give way where not everybody's form is confirmed (CE-7).
    datives = _datives(paper, said)
    values[PERSONS_DATIVE] = Text(datives.get(said.languages[0], ""), datives.get(said.languages[1], ""))
    own = paper.words.without_dative([one for one in said.languages if one and not datives.get(one)])
    paper = replace(paper, words=own)

    def say(slot: Slot, fact: bool = True, **more: str | Text) -> Text:
        text = own.say(slot, said, **{**values, **more})
        return _kept(text, own.has(slot, said.languages[0]) or fact, own.has(slot, said.languages[1]) or fact)

    aims = [
        say(PURPOSE, bool(paper.purpose), what=_stopped(paper.purpose)),
        say(RESULT, bool(paper.result), what=_stopped(paper.result)),
    ]
    # Two languages stand side by side, paragraph by paragraph: a line is there in both or in none.
    theme = paper.theme if theme_unsaid(paper.theme, said, *((own, slot) for slot in SLOTS)) else Text()
    presence = PRESENCE if paper.purpose or paper.result else replace(PRESENCE, default=_PRESENT)
    return LetterWords(
        addressee=paper.addressee or say(replace(ADDRESSEE, default=_ADDRESSEES[paper.addressed]), bool(paper.body)),
        subject=say(replace(SUBJECT, default=_SUBJECTS.get(paper.kind, SUBJECT.default))),
        salutation=paper.salutation or say(SALUTATION),
        opening=say(*_opening(paper, said), basis=_basis(paper, said), title=values["event"]),
        theme=labelled(said, N_("Theme: {name}"), _stopped(theme)),
        purpose=joined(aims, " "),
        presence=say(presence, not paper.online),
        costs=joined([_paid(paper, said, say), *_money(paper, said)], " "),
        where=joined(_where(paper, said), " "),
        closing=say(CLOSING),
        footer=say(FOOTER, bool(paper.agenda_version), number=clean_line(paper.agenda_version)),
        meals=_meals(paper, said),
        annex=annex,
        values=values,
    )


_PRESENT = N_("Participation on site is necessary.")


def _opening(paper: InvitationPaper, said: Speech) -> tuple[Slot, bool]:
    known = paper.basis or (paper.partnership and paper.programme)
    if not known or paper.kind not in _INVITED:
        return OPENING, True
    # A title that names the kind of visit itself is not told to be one.
    told = fold(said.first.say(label(paper.kind))) in fold(paper.event_title.first)
    return replace(OPENING, default=_INVITED_TO_EVENT if told else _INVITED[paper.kind]), True


def _kept(text: Text, first: bool, second: bool) -> Text:
    return Text(text.first if first else "", text.second if second else "")


def _values(paper: InvitationPaper, said: Speech) -> dict[str, str | Text]:
    dates = said.date_range(paper.start, paper.end)
    name = paper.signatory.shown("en") if paper.signatory else ""
    return {
        "reference": clean_line(paper.reference),
        "event": _quoted(paper.event_title, said),
        "theme": paper.theme,
        "partnership": paper.partnership,
        "programme": _quoted(paper.programme, said),
        "where": joined([text for text in (paper.place, dates) if text]),
        "place": paper.place,
        "dates": dates,
        "arrival": said.date_long(paper.arrival) if paper.arrival else "",
        "departure": said.date_long(paper.departure) if paper.departure else "",
        "addressee": paper.addressee or said.say(_ADDRESSEES[paper.addressed]),
        "body": paper.body,
        "issuer": clean_line(paper.issuer),
        "signatory": name,
    }


def _datives(paper: InvitationPaper, said: Speech) -> dict[str, str]:
    """The names of all people invited in the dative, by language; none while one of them is not confirmed."""
    found = {}
    for language in said.languages:
        forms = [clean_line(person.dative.get(language, "")) for person in paper.persons]
        if language and forms and all(forms):
            found[language] = ", ".join(forms)
    return found


def _quoted(text: Text, said: Speech) -> Text:
    if not text:
        return Text()
    second = said.second_forms.quoted(text.second or text.first) if said.second_forms else ""
    return Text(said.forms.quoted(text.first), second)


def _basis(paper: InvitationPaper, said: Speech) -> Text:
    """The agreement by its title (PL-10); where there is none yet, partnership and programme."""
    if paper.basis:
        return said.say(N_("On the basis of {agreement}"), agreement=_quoted(paper.basis, said))
    if not (paper.partnership and paper.programme):
        return Text()
    return said.say(
        N_("On the basis of the partnership {partnership} in the programme {programme}"),
        partnership=paper.partnership,
        programme=_quoted(paper.programme, said),
    )


def _annex(paper: InvitationPaper, said: Speech) -> Text:
    if not paper.agenda_version:
        return said.say(N_("Agenda")) if paper.agenda else Text()
    return said.say(N_("Agenda, version {number}"), number=clean_line(paper.agenda_version))


def _meals(paper: InvitationPaper, said: Speech) -> Text:
    return joined([_meal_days(meal, days, said) for meal, days in paper.meals if days])


def _meal_days(meal: Meal, days: int, said: Speech) -> Text:
    match meal:
        case Meal.BREAKFAST:
            return said.count("breakfast on {n} day", "breakfast on {n} days", days)
        case Meal.LUNCH:
            return said.count("lunch on {n} day", "lunch on {n} days", days)
        case Meal.DINNER:
            return said.count("dinner on {n} day", "dinner on {n} days", days)


def _paid(paper: InvitationPaper, said: Speech, say: Callable[..., Text]) -> Text:
    """A list of costs after the programme's words; a statement of who pays alone: else the organiser pays all."""
    costs = _stopped(paper.paid)
    own = any(paper.words.has(COSTS, language) for language in said.languages)
    return costs if states_who_pays(paper.paid.first) and not own else say(COSTS, bool(paper.paid), costs=costs)


def _money(paper: InvitationPaper, said: Speech) -> list[Text]:
    """Which meals are given, and whether a daily allowance is paid (TR-4)."""
    meals = _meals(paper, said)
    told = [said.say(N_("Meals provided free of charge under the agenda: {meals}."), meals=meals)] if meals else []
    if paper.allowance is not None:
        yes, no = N_("The organiser pays a daily allowance."), N_("The organiser pays no daily allowance.")
        told.append(said.say(yes if paper.allowance else no))
    return told


def _where(paper: InvitationPaper, said: Speech) -> list[Text]:
    told = []
    if paper.places:
        told.append(said.say(N_("Places: {what}"), what=_stopped(paper.places)))
    if paper.contact:
        line = phones_kept(paper.contact_lines)
        person = joined([said.addressed(paper.contact), *([Text(line)] if line else [])])
        told.append(said.say(N_("Contact: {what}"), what=_stopped(person)))
    return told


def _stopped(text: Text) -> Text:
    """With one full stop at the end."""
    return Text(*(f"{part.rstrip('. ')}." if part else "" for part in text))
