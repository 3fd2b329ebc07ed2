"""The sheet of a visit or training: all facts of an activity in one flat draft, its sections, its contacts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

from app.core.dates import UNKNOWN, PartialDate
from app.core.errors import Problem
from app.core.i18n import LANGUAGE_NAMES, N_, language, pick, tr
from app.core.vocabulary import ActivityForm, ActivityKind, ActivityStatus, InterpretationMode, label
from app.services import activities
from app.services.activities import ActivityDraft, ContactDraft, TrainingDraft, VisitDraft
from app.ui.editors.countries import country_options
from app.ui.editors.keeper import Verbs
from app.ui.editors.owned_list import Line, OwnedSpec
from app.ui.form import FieldSpec, Section

#: Clocks of the places where activities are held.
_ZONES = (
    "Europe/Ljubljana",
    "Europe/Kyiv",
    "Europe/Stockholm",
    "Europe/Riga",
    "Europe/Brussels",
    "Europe/Sarajevo",
    "Europe/Podgorica",
    "Europe/Skopje",
    "Europe/Belgrade",
    "Europe/Zagreb",
    "Europe/Chisinau",
)


@dataclass(frozen=True, slots=True)
class ActivitySheet:
    """An activity with what it has as a visit and as a training, side by side."""

    programme_id: str = ""
    partnership_id: str | None = None
    phase_id: str | None = None
    code: str = ""
    kind: ActivityKind = ActivityKind.MENTORING_VISIT
    title: Mapping[str, str] = field(default_factory=dict)
    theme: Mapping[str, str] = field(default_factory=dict)
    status: ActivityStatus = ActivityStatus.PLANNED
    form: ActivityForm = ActivityForm.ON_SITE
    start: PartialDate = UNKNOWN
    end: PartialDate = UNKNOWN
    planned_start: PartialDate = UNKNOWN
    planned_end: PartialDate = UNKNOWN
    change_reason: str = ""
    place: Mapping[str, str] = field(default_factory=dict)
    country: str = ""
    host_id: str | None = None
    time_zone: str = "Europe/Ljubljana"
    second_zone: str = ""
    languages: tuple[str, ...] = ()
    interpretation: InterpretationMode = InterpretationMode.NONE
    aim: Mapping[str, str] = field(default_factory=dict)
    results: Mapping[str, str] = field(default_factory=dict)
    topics: Mapping[str, str] = field(default_factory=dict)
    expected_participants: int | None = None
    threshold_percent: int | None = None
    hour_minutes: int = 60
    notes: str = ""
    guest_id: str | None = None
    travel: Mapping[str, str] = field(default_factory=dict)
    accommodation: Mapping[str, str] = field(default_factory=dict)
    paid_by: Mapping[str, str] = field(default_factory=dict)
    insurance: Mapping[str, str] = field(default_factory=dict)
    emergency: Mapping[str, str] = field(default_factory=dict)
    curriculum: Mapping[str, str] = field(default_factory=dict)
    requirement: Mapping[str, str] = field(default_factory=dict)
    contacts: tuple[ContactDraft, ...] = ()
    version: int = 0


def flattened(draft: ActivityDraft) -> ActivitySheet:
    """The sheet of a draft."""
    found: dict[str, Any] = {}
    for source in (draft, draft.visit, draft.training):
        own = {one.name for one in fields(source)}
        found |= {one.name: getattr(source, one.name) for one in fields(ActivitySheet) if one.name in own}
    return ActivitySheet(**found)


def unflattened(sheet: ActivitySheet) -> ActivityDraft:
    """The draft of a sheet."""

    def own(kind: type) -> dict[str, Any]:
        names = {one.name for one in fields(kind)} & {one.name for one in fields(ActivitySheet)}
        return {name: getattr(sheet, name) for name in names}

    return ActivityDraft(
        **own(ActivityDraft), visit=VisitDraft(**own(VisitDraft)), training=TrainingDraft(**own(TrainingDraft))
    )


def _load(view: Any, ident: str) -> ActivitySheet:
    return flattened(activities.load(view, ident))


def _check(sheet: ActivitySheet) -> Sequence[Problem]:
    return activities.check(unflattened(sheet))


def _save(work: Any, ident: str, sheet: ActivitySheet) -> None:
    activities.save(work, ident, unflattened(sheet))


def verbs(visits: bool) -> Verbs:
    """How the sheet is read, checked and kept."""
    unit = N_("Change visit") if visits else N_("Change training")
    return Verbs(_load, _check, _save, unit, "activity", ("visit", "training", "activity_contact"))


def first_sections(visits: bool) -> tuple[Section, ...]:
    """What, when and where."""
    from app.ui.dialogs.new_activity import kinds

    statuses = [(status, tr(label(status))) for status in ActivityStatus]
    forms = [(form, tr(label(form))) for form in ActivityForm]
    hosts = [FieldSpec("host_id", N_("Host"), "record")]
    if visits:
        hosts.append(FieldSpec("guest_id", N_("Guests from"), "record"))
    return (
        Section(
            N_("What"),
            (
                FieldSpec("kind", N_("Kind"), "choice", options=kinds(visits)),
                FieldSpec("status", N_("State"), "choice", options=statuses),
                FieldSpec("title", N_("Title"), "languages", span=2, required=True),
                FieldSpec("theme", N_("Theme"), "languages", span=2),
                FieldSpec("partnership_id", N_("Partnership"), "record"),
                FieldSpec("phase_id", N_("Phase"), "choice", hint=N_("None")),
            ),
        ),
        Section(
            N_("When"),
            (
                FieldSpec("start", N_("First day"), "partial"),
                FieldSpec("end", N_("Last day"), "partial"),
                FieldSpec("planned_start", N_("First day as planned"), "partial"),
                FieldSpec("planned_end", N_("Last day as planned"), "partial"),
                FieldSpec("change_reason", N_("Why it differs from the plan"), "text", span=2, extra={"lines": 2}),
            ),
            N_("Dates can be known in part: 2024, H1 2024, October 2023, or a day."),
        ),
        Section(
            N_("Where"),
            (
                FieldSpec("form", N_("Form"), "choice", options=forms),
                FieldSpec("country", N_("Country"), "choice", options=country_options()),
                FieldSpec("place", N_("Place"), "languages", span=2),
                *hosts,
                FieldSpec("time_zone", N_("Clocks of the place"), "choice", options=[(zone, zone) for zone in _ZONES]),
                FieldSpec(
                    "second_zone",
                    N_("Second time on the agenda"),
                    "choice",
                    options=[("", tr("none")), *((zone, zone) for zone in _ZONES)],
                ),
            ),
        ),
    )


def more_sections(visits: bool) -> tuple[Section, ...]:
    """Languages, travel or curriculum, aim and results, what counts for certificates."""
    modes = [(mode, tr(label(mode))) for mode in InterpretationMode]
    lengths = [(60, tr("60 minutes")), (45, tr("45 minutes"))]
    spoken = Section(
        N_("Languages"),
        (
            FieldSpec("languages", N_("Languages of the agenda"), "chips", options=list(LANGUAGE_NAMES.items())),
            FieldSpec("interpretation", N_("Interpretation"), "choice", options=modes),
        ),
        N_("The agenda is edited in two languages side by side; missing texts are marked."),
    )
    travel = Section(
        N_("Travel and stay"),
        (
            FieldSpec("travel", N_("Travel"), "languages", span=2, extra={"lines": 2}),
            FieldSpec("accommodation", N_("Accommodation"), "languages", span=2, extra={"lines": 2}),
            FieldSpec("paid_by", N_("Paid by"), "languages", span=2, extra={"lines": 2}),
            FieldSpec("insurance", N_("Insurance"), "languages", span=2, extra={"lines": 2}),
            FieldSpec("emergency", N_("In an emergency"), "languages", span=2, extra={"lines": 2}),
        ),
    )
    course = Section(
        N_("Curriculum"),
        (
            FieldSpec("curriculum", N_("Curriculum"), "languages", span=2, extra={"lines": 4}),
            FieldSpec(
                "requirement", N_("Needed for a certificate of completion"), "languages", span=2, extra={"lines": 2}
            ),
        ),
    )
    return (
        spoken,
        travel if visits else course,
        Section(
            N_("Aim and results"),
            (
                FieldSpec("aim", N_("Aim"), "languages", span=2, extra={"lines": 3}),
                FieldSpec("topics", N_("Topics"), "languages", span=2, extra={"lines": 3}),
                FieldSpec("results", N_("Results"), "languages", span=2, extra={"lines": 3}),
            ),
        ),
        Section(
            N_("Attendance and certificates"),
            (
                FieldSpec("expected_participants", N_("People expected"), "number", extra={"least": 0}),
                FieldSpec(
                    "threshold_percent",
                    N_("Share needed for a certificate, %"),
                    "number",
                    note=N_("Empty: as the programme says."),
                    extra={"least": 0, "most": 100},
                ),
                FieldSpec("hour_minutes", N_("One training hour is"), "choice", options=lengths),
            ),
        ),
        Section(N_("Notes"), (FieldSpec("notes", N_("Notes"), "text", span=2),)),
    )


def _contact_sections() -> tuple[Section, ...]:
    return (
        Section(
            "",
            (
                FieldSpec("duty", N_("What for"), "languages", span=2),
                FieldSpec("name", N_("Who"), required=True),
                FieldSpec("organisation", N_("Organisation")),
                FieldSpec("phone", N_("Phone")),
                FieldSpec("email", N_("E-mail")),
            ),
        ),
    )


def _tell_contact(contact: ContactDraft) -> Line:
    reach = "  ·  ".join(part for part in (contact.organisation, contact.phone, contact.email) if part)
    return Line(contact.name or tr("Name not known"), reach, third=pick(contact.duty, language()))


def contacts_spec() -> OwnedSpec:
    """The contacts block of the agenda (AG-6)."""
    return OwnedSpec(
        attribute="contacts",
        title=N_("Contacts on the agenda"),
        add=N_("Add contact"),
        change=N_("Change contact"),
        empty=N_("Nobody yet. Coordinator, driver, hotel, emergency: who can be called."),
        sections=_contact_sections,
        fresh=ContactDraft,
        tell=_tell_contact,
        ordered=True,
    )
