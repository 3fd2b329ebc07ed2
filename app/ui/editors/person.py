"""The forms of a person: names in both scripts, contacts, what is sensitive; positions and consents."""

from app.core import names
from app.core.i18n import N_, language, tr
from app.core.vocabulary import Sex, label
from app.services.people import CONSENT_PURPOSES, CONSENT_STATES, ConsentDraft, PositionDraft
from app.ui import formats
from app.ui.desk import Desk
from app.ui.editors.choosing import Links, NameBook
from app.ui.editors.countries import country_options, language_options
from app.ui.editors.owned_list import Line, OwnedSpec
from app.ui.form import FieldSpec, Section
from app.ui.widgets.chip import State

PURPOSES = {
    "data": N_("Keeping the data"),
    "photo": N_("Photos"),
    "publication": N_("Publication"),
}
STATES = {
    "given": N_("given"),
    "refused": N_("refused"),
    "withdrawn": N_("withdrawn"),
    "stated_in_file": N_("stated in a file"),
}


def name_sections() -> tuple[Section, ...]:
    """Names in both scripts, and what one sees first of a person."""
    return (
        Section(
            N_("Names"),
            (
                FieldSpec("given_name", N_("Given name")),
                FieldSpec("family_name", N_("Family name"), required=True),
                FieldSpec("patronymic", N_("Patronymic"), note=N_("Only Ukrainian lists and papers show it.")),
                FieldSpec("salutation", N_("Salutation")),
                FieldSpec("given_latin", N_("Given name as in the passport")),
                FieldSpec("family_latin", N_("Family name as in the passport")),
                FieldSpec("badge_name", N_("Name on the badge"), hint=N_("as above")),
                FieldSpec("sex", N_("Sex"), "choice", options=[(sex, tr(label(sex))) for sex in Sex]),
            ),
        ),
    )


def contact_sections() -> tuple[Section, ...]:
    """Country, languages, addresses, notes."""
    return (
        Section(
            N_("Contact"),
            (
                FieldSpec("email", N_("E-mail")),
                FieldSpec("other_email", N_("Other e-mail")),
                FieldSpec("country", N_("Country"), "choice", options=country_options()),
                FieldSpec("languages", N_("Languages"), "tags", options=language_options()),
                FieldSpec("notes", N_("Notes"), "text", span=2),
            ),
        ),
    )


def sensitive_sections() -> tuple[Section, ...]:
    """What papers show only where they need it."""
    return (
        Section(
            "",
            (
                FieldSpec("phone", N_("Phone")),
                FieldSpec("other_phone", N_("Other phone")),
                FieldSpec("birth_date", N_("Birth date"), "date"),
                FieldSpec("diet", N_("Diet")),
                FieldSpec("passport_number", N_("Passport number")),
                FieldSpec("passport_expiry", N_("Passport valid until"), "date"),
                FieldSpec("access_needs", N_("Access needs"), span=2),
                FieldSpec("emergency_contact", N_("Emergency contact"), span=2),
            ),
        ),
    )


def new_sections() -> tuple[Section, ...]:
    """The few fields that a new person needs."""
    return (
        Section(
            "",
            (
                FieldSpec("given_name", N_("Given name")),
                FieldSpec("family_name", N_("Family name"), required=True),
                FieldSpec("patronymic", N_("Patronymic")),
                FieldSpec("sex", N_("Sex"), "choice", options=[(sex, tr(label(sex))) for sex in Sex]),
                FieldSpec("email", N_("E-mail")),
                FieldSpec("country", N_("Country"), "choice", options=country_options()),
                FieldSpec("given_latin", N_("Given name as in the passport"), hint=N_("made by the table if empty")),
                FieldSpec("family_latin", N_("Family name as in the passport"), hint=N_("made by the table if empty")),
                FieldSpec("organisation_id", N_("Organisation"), "record"),
                FieldSpec("position", N_("Position")),
            ),
        ),
    )


def _position_sections() -> tuple[Section, ...]:
    return (
        Section(
            "",
            (
                FieldSpec("organisation_id", N_("Organisation"), "record", span=2),
                FieldSpec("title", N_("Position in the person's language")),
                FieldSpec("title_en", N_("Position in English")),
                FieldSpec("start", N_("Since"), "partial"),
                FieldSpec("end", N_("Until"), "partial"),
                FieldSpec("elected", N_("Elected post"), "yes_no"),
                FieldSpec("main", N_("Main position, shown in lists and on papers"), "yes_no"),
            ),
        ),
    )


class _Positions:
    """Tells positions with the names of their organisations."""

    def __init__(self, book: NameBook) -> None:
        self._book = book

    def tell(self, position: PositionDraft) -> Line:
        """A position as a line."""
        states = []
        if position.main:
            states.append(State(tr("main"), "info", "dot"))
        if position.elected:
            states.append(State(tr("elected"), "neutral", "landmark"))
        where = self._book.organisation(position.organisation_id)
        title = post_title(position)
        other = next((text for text in (position.title, position.title_en) if text and text != title), "")
        second = " · ".join(part for part in (where if title else "", other) if part)
        return Line(title or where or tr("position not named"), second, tuple(states), period_words(position))


def post_title(position: PositionDraft) -> str:
    """The title of a post for the reader: in a Cyrillic window the person's own, else the English one."""
    return names.post_title(position.title, position.title_en, language())


def period_words(position: PositionDraft) -> str:
    """``since 2020``, ``2020 – March 2023``; empty when nothing is known."""
    start, end = position.start, position.end
    if start.known and end.known:
        return f"{formats.partial(start)} – {formats.partial(end)}"
    if start.known:
        return tr("since {date}", date=formats.partial(start))
    return tr("until {date}", date=formats.partial(end)) if end.known else ""


def positions_spec(desk: Desk, book: NameBook) -> OwnedSpec:
    """The positions of a person."""
    told = _Positions(book)
    return OwnedSpec(
        "positions",
        N_("Positions"),
        N_("Add position"),
        N_("Change position"),
        N_("No position is known. The main one stands in lists and on papers."),
        _position_sections,
        PositionDraft,
        told.tell,
        links=Links(desk, book, {"organisation_id": "organisation"}),
    )


def _consent_sections() -> tuple[Section, ...]:
    return (
        Section(
            "",
            (
                FieldSpec(
                    "purpose",
                    N_("For what"),
                    "choice",
                    options=[(key, tr(PURPOSES[key])) for key in CONSENT_PURPOSES],
                    required=True,
                ),
                FieldSpec(
                    "state",
                    N_("Answer"),
                    "choice",
                    options=[(key, tr(STATES[key])) for key in CONSENT_STATES],
                    required=True,
                ),
                FieldSpec("stated_on", N_("Said on"), "partial"),
                FieldSpec("source", N_("Where it stands"), hint=N_("form, e-mail, list of participants")),
            ),
        ),
    )


def consent_state(purpose: str, consents: tuple[ConsentDraft, ...]) -> State:
    """What a person said about one purpose, as a chip: the last word counts."""
    words = {"data": N_("Data kept"), "photo": N_("Photo"), "publication": N_("Publication")}[purpose]
    said = [consent for consent in consents if consent.purpose == purpose]
    if not said:
        return State(tr("{what}: not asked", what=tr(words)), "warning", "circle-help")
    state = max(said, key=_when).state
    if state in ("given", "stated_in_file"):
        return State(tr(words) if purpose == "data" else tr("{what}: yes", what=tr(words)), "success", "check")
    return State(tr("{what}: no", what=tr(words)), "danger", "x")


def _when(consent: ConsentDraft) -> str:
    return str(consent.stated_on)


def _tell_consent(consent: ConsentDraft) -> Line:
    given = consent.state in ("given", "stated_in_file")
    state = State(
        tr(STATES.get(consent.state, consent.state)), "success" if given else "danger", "check" if given else "x"
    )
    return Line(
        tr(PURPOSES.get(consent.purpose, consent.purpose)), consent.source, (state,), formats.partial(consent.stated_on)
    )


def consents_spec() -> OwnedSpec:
    """What a person agreed to or refused."""
    return OwnedSpec(
        "consents",
        N_("Consents"),
        N_("Add consent"),
        N_("Change consent"),
        N_("Nobody was asked yet. Without a consent no photo of this person should be published."),
        _consent_sections,
        ConsentDraft,
        _tell_consent,
    )
