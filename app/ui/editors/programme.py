"""The forms of a programme: its facts, parties, phases, milestones, signatories."""

from app.core.i18n import LANGUAGE_NAMES, N_, language, pick, tr
from app.core.vocabulary import ProgrammePartyRole, ProgrammeStatus, label
from app.services.programmes import (
    CURRENCIES,
    MilestoneDraft,
    PartyDraft,
    PhaseDraft,
    SignatoryDraft,
)
from app.ui import formats
from app.ui.desk import Desk
from app.ui.editors.choosing import Links, NameBook
from app.ui.editors.owned_list import Line, OwnedSpec
from app.ui.form import FieldSpec, Section
from app.ui.widgets.chip import State


def _currencies() -> list[tuple[str, str]]:
    return [(code, code) for code in CURRENCIES]


def _statuses() -> list[tuple[ProgrammeStatus, str]]:
    return [(status, tr(label(status))) for status in ProgrammeStatus]


def facts_sections() -> tuple[Section, ...]:
    """What a programme is: title, period, currency, aims, texts on its papers."""
    return (
        Section(
            N_("Programme"),
            (
                FieldSpec("title", N_("Title"), "languages", span=2, required=True),
                FieldSpec(
                    "code", N_("Code"), required=True, note=N_("Begins the codes of everything made from now on.")
                ),
                FieldSpec("status", N_("Status"), "choice", options=_statuses()),
                FieldSpec("start", N_("Begins"), "partial"),
                FieldSpec("end", N_("Ends"), "partial"),
                FieldSpec("currency", N_("Currency"), "choice", options=_currencies()),
                FieldSpec("contact", N_("Contact")),
                FieldSpec("themes", N_("Themes"), "tags", span=2),
                FieldSpec("description", N_("Description"), "languages", span=2, extra={"lines": 4}),
            ),
        ),
        Section(
            N_("Papers"),
            (
                FieldSpec("languages", N_("Languages"), "tags", options=list(LANGUAGE_NAMES.items())),
                FieldSpec(
                    "sdgs",
                    N_("Goals of the United Nations"),
                    "chips",
                    span=2,
                    options=[(number, str(number)) for number in range(1, 18)],
                ),
                FieldSpec(
                    "funder_sentence",
                    N_("Sentence about the funder"),
                    "languages",
                    span=2,
                    extra={"lines": 2},
                    note=N_("Stands at the foot of agendas and certificates."),
                ),
                FieldSpec("notes", N_("Notes"), "text", span=2),
            ),
        ),
    )


def new_sections() -> tuple[Section, ...]:
    """The few fields that a new programme needs."""
    return (
        Section(
            "",
            (
                FieldSpec("code", N_("Code"), required=True, hint="CEP-UA"),
                FieldSpec("currency", N_("Currency"), "choice", options=_currencies()),
                FieldSpec("title", N_("Title"), "languages", span=2, required=True),
                FieldSpec("start", N_("Begins"), "partial"),
                FieldSpec("end", N_("Ends"), "partial"),
            ),
        ),
    )


def period_words(start: object, end: object) -> str:
    """``September 2023 – December 2024``; told when nothing is known."""
    first = formats.partial(start, missing="")  # type: ignore[arg-type]
    last = formats.partial(end, missing="")  # type: ignore[arg-type]
    if first and last:
        return first if first == last else f"{first} – {last}"
    if first:
        return tr("since {date}", date=first)
    return tr("until {date}", date=last) if last else tr("period not known")


class _Telling:
    """Tells owned rows with the names of the organisations they mention."""

    def __init__(self, book: NameBook) -> None:
        self._book = book

    def party(self, party: PartyDraft) -> Line:
        """A party of the programme."""
        return Line(
            self._book.organisation(party.organisation_id), party.note, (State(tr(label(party.role)), "info", "dot"),)
        )

    def phase(self, phase: PhaseDraft) -> Line:
        """A phase: its funder, themes and how many partnerships were planned."""
        parts = [self._book.organisation(phase.funder_id), ", ".join(phase.themes)]
        if phase.planned_partnerships is not None:
            parts.append(tr("{n} partnerships planned", n=phase.planned_partnerships))
        second = " · ".join(part for part in parts if part)
        title = pick(phase.title, language()) or tr("phase not named")
        return Line(title, second, (), period_words(phase.start, phase.end))

    def signatory(self, signatory: SignatoryDraft) -> Line:
        """Who signs."""
        parts = (pick(signatory.position, language()), self._book.organisation(signatory.organisation_id))
        return Line(signatory.name, ", ".join(part for part in parts if part))


def parties_spec(desk: Desk, book: NameBook) -> OwnedSpec:
    """Implementer, funders, partner programmes."""

    def sections() -> tuple[Section, ...]:
        roles = [(role, tr(label(role))) for role in ProgrammePartyRole]
        return (
            Section(
                "",
                (
                    FieldSpec("organisation_id", N_("Organisation"), "record", required=True),
                    FieldSpec("role", N_("Role"), "choice", options=roles),
                    FieldSpec("note", N_("Note"), span=2),
                ),
            ),
        )

    return OwnedSpec(
        "parties",
        N_("Parties"),
        N_("Add party"),
        N_("Change party"),
        N_("Nobody yet: who implements the programme, who pays for it, who works beside it?"),
        sections,
        PartyDraft,
        _Telling(book).party,
        links=Links(desk, book, {"organisation_id": "organisation"}),
        ordered=True,
    )


def phases_spec(desk: Desk, book: NameBook) -> OwnedSpec:
    """Phases with their own funder, themes and dates."""

    def sections() -> tuple[Section, ...]:
        return (
            Section(
                "",
                (
                    FieldSpec("title", N_("Title"), "languages", span=2, required=True),
                    FieldSpec("start", N_("Begins"), "partial"),
                    FieldSpec("end", N_("Ends"), "partial"),
                    FieldSpec("funder_id", N_("Funder"), "record"),
                    FieldSpec("planned_partnerships", N_("Partnerships planned"), "number", extra={"least": 0}),
                    FieldSpec("themes", N_("Themes"), "tags", span=2),
                    FieldSpec("notes", N_("Notes"), "text", span=2),
                ),
            ),
        )

    return OwnedSpec(
        "phases",
        N_("Phases"),
        N_("Add phase"),
        N_("Change phase"),
        N_("No phases. A programme that changes its funder or its themes on the way is parted into phases."),
        sections,
        PhaseDraft,
        _Telling(book).phase,
        links=Links(desk, book, {"funder_id": "organisation"}),
        ordered=True,
    )


def signatories_spec(desk: Desk, book: NameBook) -> OwnedSpec:
    """Who signs certificates and letters."""

    def sections() -> tuple[Section, ...]:
        return (
            Section(
                "",
                (
                    FieldSpec("name", N_("Full name"), required=True),
                    FieldSpec("organisation_id", N_("Organisation"), "record"),
                    FieldSpec("position", N_("Position"), "languages", span=2),
                ),
            ),
        )

    return OwnedSpec(
        "signatories",
        N_("Signatories"),
        N_("Add signatory"),
        N_("Change signatory"),
        N_("Nobody signs the papers yet. The first signatory stands on certificates and letters."),
        sections,
        SignatoryDraft,
        _Telling(book).signatory,
        links=Links(desk, book, {"organisation_id": "organisation"}),
        ordered=True,
    )


def _tell_milestone(milestone: MilestoneDraft) -> Line:
    reached = milestone.reached.known
    state = State(tr("reached"), "success", "check") if reached else State(tr("open"), "neutral", "circle-dashed")
    when = milestone.reached if reached else milestone.due
    return Line(pick(milestone.title, language()), milestone.notes, (state,), formats.partial(when))


def milestones_spec() -> OwnedSpec:
    """What is due and is neither an activity nor a deliverable."""

    def sections() -> tuple[Section, ...]:
        return (
            Section(
                "",
                (
                    FieldSpec("title", N_("Title"), "languages", span=2, required=True),
                    FieldSpec("due", N_("Due"), "partial"),
                    FieldSpec("reached", N_("Reached"), "partial"),
                    FieldSpec("notes", N_("Notes"), "text", span=2),
                ),
            ),
        )

    return OwnedSpec(
        "milestones",
        N_("Milestones"),
        N_("Add milestone"),
        N_("Change milestone"),
        N_("No milestones: reports to the funder, decisions, openings that are neither activity nor deliverable."),
        sections,
        MilestoneDraft,
        _tell_milestone,
    )
