"""The field's words as enumerations, with the English label of each (translated where shown).

Values are what the data file holds; labels are message ids. Rules: AG-5 (item kinds), CE-1, CE-2 (certificate
kinds), DL status model 4.3, AR-1 (agenda states).
"""

from enum import StrEnum

from app.core.i18n import N_


class OrganisationType(StrEnum):
    MUNICIPALITY = "municipality"
    HROMADA = "hromada"
    REGION = "region"
    MINISTRY = "ministry"
    AGENCY = "agency"
    SCHOOL = "school"
    FIRE_BRIGADE = "fire_brigade"
    CIVIL_DEFENCE = "civil_defence"
    COMPANY = "company"
    NGO = "ngo"
    DONOR = "donor"
    PROGRAMME_OFFICE = "programme_office"
    INTERNATIONAL = "international"
    OTHER = "other"


class ProgrammeStatus(StrEnum):
    PREPARED = "prepared"
    RUNNING = "running"
    CLOSED = "closed"


class PartnershipStatus(StrEnum):
    PROPOSED = "proposed"
    AGREED = "agreed"
    ACTIVE = "active"
    ON_HOLD = "on_hold"
    REPLACED = "replaced"
    CLOSED = "closed"


class PartnerRole(StrEnum):
    MENTOR = "mentor"
    MENTEE = "mentee"
    EQUAL = "equal"


class ProgrammePartyRole(StrEnum):
    IMPLEMENTER = "implementer"
    FUNDER = "funder"
    PARTNER_PROGRAMME = "partner_programme"
    IMPLEMENTING_AGENCY = "implementing_agency"
    ENDORSER = "endorser"
    APPLICANT = "applicant"


class GroupKind(StrEnum):
    STEERING_GROUP = "steering_group"
    WORKING_GROUP = "working_group"
    PROJECT_TEAM = "project_team"


class ActivityKind(StrEnum):
    MENTORING_VISIT = "mentoring_visit"
    EXCHANGE_VISIT = "exchange_visit"
    TRAINING = "training"
    WORKSHOP = "workshop"
    WEBINAR_SERIES = "webinar_series"
    FORUM = "forum"
    NETWORK_MEETING = "network_meeting"
    KICK_OFF = "kick_off"
    ONLINE_MEETING = "online_meeting"
    STEERING_MEETING = "steering_meeting"
    CLOSING_EVENT = "closing_event"


#: Kinds that have a host, travel and accommodation: the page Visits.
VISIT_KINDS = frozenset({ActivityKind.MENTORING_VISIT, ActivityKind.EXCHANGE_VISIT})


class ActivityStatus(StrEnum):
    IDEA = "idea"
    PLANNED = "planned"
    CONFIRMED = "confirmed"
    RUNNING = "running"
    TOOK_PLACE = "took_place"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


class ActivityForm(StrEnum):
    ON_SITE = "on_site"
    ONLINE = "online"
    HYBRID = "hybrid"


class ParticipationRole(StrEnum):
    MENTEE = "mentee"
    MENTOR = "mentor"
    EXPERT = "expert"
    SPEAKER = "speaker"
    INTERPRETER = "interpreter"
    COORDINATOR = "coordinator"
    POLITICIAN = "politician"
    OFFICIAL = "official"


class SessionKind(StrEnum):
    REGISTRATION = "registration"
    OPENING = "opening"
    LECTURE = "lecture"
    WORKSHOP = "workshop"
    SITE_VISIT = "site_visit"
    MEETING = "meeting"
    MENTORING_WORK = "mentoring_work"
    CULTURAL = "cultural"
    COFFEE_BREAK = "coffee_break"
    MEAL = "meal"
    TRANSFER = "transfer"
    FREE_TIME = "free_time"
    TRAVEL = "travel"
    CLOSING = "closing"
    ONLINE = "online"


#: Kinds that count as training hours (AG-5, CE-8).
TRAINING_KINDS = frozenset(
    {
        SessionKind.LECTURE,
        SessionKind.WORKSHOP,
        SessionKind.SITE_VISIT,
        SessionKind.MEETING,
        SessionKind.MENTORING_WORK,
        SessionKind.ONLINE,
    }
)
#: Kinds that stand back on the agenda: breaks, meals, transfers.
SOFT_KINDS = frozenset(
    {
        SessionKind.REGISTRATION,
        SessionKind.COFFEE_BREAK,
        SessionKind.MEAL,
        SessionKind.TRANSFER,
        SessionKind.FREE_TIME,
        SessionKind.TRAVEL,
    }
)


class InterpretationMode(StrEnum):
    NONE = "none"
    CONSECUTIVE = "consecutive"
    SIMULTANEOUS = "simultaneous"
    WHISPERED = "whispered"


class Presence(StrEnum):
    PRESENT = "present"
    ABSENT = "absent"
    EXCUSED = "excused"


class CertificateKind(StrEnum):
    ATTENDANCE = "attendance"
    COMPLETION = "completion"
    MENTOR = "mentor"


class CertificateStatus(StrEnum):
    ISSUED = "issued"
    CANCELLED = "cancelled"


class DeliverableKind(StrEnum):
    STRATEGIC_PLAN = "strategic_plan"
    ACTION_PLAN = "action_plan"
    RECOVERY_PLAN = "recovery_plan"
    SECTOR_PLAN = "sector_plan"
    ANALYSIS = "analysis"
    PROJECT_FICHE = "project_fiche"
    FUNDING_APPLICATION = "funding_application"
    MEMORANDUM = "memorandum"
    REPORT = "report"


class DeliverableStage(StrEnum):
    NOT_STARTED = "not_started"
    DRAFTING = "drafting"
    INTERNAL_REVIEW = "internal_review"
    CHANGES_REQUESTED = "changes_requested"
    APPROVED = "approved"
    CONSULTATION = "consultation"
    SUBMITTED = "submitted"
    ADOPTED = "adopted"
    IN_IMPLEMENTATION = "in_implementation"
    ARCHIVED = "archived"
    ON_HOLD = "on_hold"
    CANCELLED = "cancelled"


class ReviewVerdict(StrEnum):
    WAITING = "waiting"
    APPROVED = "approved"
    CHANGES = "changes"


class ExpenditureState(StrEnum):
    COMMITTED = "committed"
    PAID = "paid"


class IndicatorLevel(StrEnum):
    OUTPUT = "output"
    OUTCOME = "outcome"
    IMPACT = "impact"


class Sex(StrEnum):
    FEMALE = "f"
    MALE = "m"
    OTHER = "x"
    UNKNOWN = ""


class LatinSource(StrEnum):
    """Where the Latin spelling of a name comes from (NA-1)."""

    PASSPORT = "passport"
    TYPED = "typed"
    GENERATED = "generated"
    NONE = ""


class AgendaState(StrEnum):
    """What an agenda is worth (AR-1): changed at will, issued, issued again, kept as it was implemented."""

    DRAFT = "draft"
    ISSUED = "issued"
    REVISED = "revised"
    FINAL = "final"


class AgendaChange(StrEnum):
    """What became of an item since the agenda was issued (AR-3)."""

    NEW = "new"
    CHANGED = "changed"
    MOVED = "moved"
    CANCELLED = "cancelled"


class NeedStatus(StrEnum):
    STATED = "stated"
    PLANNED = "planned"
    MET = "met"
    DROPPED = "dropped"


_LABELS: dict[type[StrEnum], dict[StrEnum, str]] = {
    OrganisationType: {
        OrganisationType.MUNICIPALITY: N_("Municipality"),
        OrganisationType.HROMADA: N_("Hromada"),
        OrganisationType.REGION: N_("Region"),
        OrganisationType.MINISTRY: N_("Ministry"),
        OrganisationType.AGENCY: N_("Agency"),
        OrganisationType.SCHOOL: N_("School"),
        OrganisationType.FIRE_BRIGADE: N_("Fire brigade"),
        OrganisationType.CIVIL_DEFENCE: N_("Civil protection unit"),
        OrganisationType.COMPANY: N_("Company"),
        OrganisationType.NGO: N_("Non-governmental organisation"),
        OrganisationType.DONOR: N_("Donor"),
        OrganisationType.PROGRAMME_OFFICE: N_("Programme office"),
        OrganisationType.INTERNATIONAL: N_("International body"),
        OrganisationType.OTHER: N_("Other organisation"),
    },
    ProgrammeStatus: {
        ProgrammeStatus.PREPARED: N_("In preparation"),
        ProgrammeStatus.RUNNING: N_("Running"),
        ProgrammeStatus.CLOSED: N_("Closed"),
    },
    PartnershipStatus: {
        PartnershipStatus.PROPOSED: N_("Proposed"),
        PartnershipStatus.AGREED: N_("Agreed"),
        PartnershipStatus.ACTIVE: N_("Active"),
        PartnershipStatus.ON_HOLD: N_("On hold"),
        PartnershipStatus.REPLACED: N_("Replaced"),
        PartnershipStatus.CLOSED: N_("Closed"),
    },
    PartnerRole: {
        PartnerRole.MENTOR: N_("Mentor"),
        PartnerRole.MENTEE: N_("Mentee"),
        PartnerRole.EQUAL: N_("Equal partner"),
    },
    ProgrammePartyRole: {
        ProgrammePartyRole.IMPLEMENTER: N_("Implementer"),
        ProgrammePartyRole.FUNDER: N_("Funder"),
        ProgrammePartyRole.PARTNER_PROGRAMME: N_("Partner programme"),
        ProgrammePartyRole.IMPLEMENTING_AGENCY: N_("Implementing agency"),
        ProgrammePartyRole.ENDORSER: N_("Endorser"),
        ProgrammePartyRole.APPLICANT: N_("Applicant"),
    },
    GroupKind: {
        GroupKind.STEERING_GROUP: N_("Steering group"),
        GroupKind.WORKING_GROUP: N_("Working group"),
        GroupKind.PROJECT_TEAM: N_("Project team"),
    },
    ActivityKind: {
        ActivityKind.MENTORING_VISIT: N_("Mentoring visit"),
        ActivityKind.EXCHANGE_VISIT: N_("Exchange visit"),
        ActivityKind.TRAINING: N_("Training"),
        ActivityKind.WORKSHOP: N_("Workshop"),
        ActivityKind.WEBINAR_SERIES: N_("Webinar series"),
        ActivityKind.FORUM: N_("Forum"),
        ActivityKind.NETWORK_MEETING: N_("Network meeting"),
        ActivityKind.KICK_OFF: N_("Kick-off"),
        ActivityKind.ONLINE_MEETING: N_("Online meeting"),
        ActivityKind.STEERING_MEETING: N_("Steering meeting"),
        ActivityKind.CLOSING_EVENT: N_("Closing event"),
    },
    ActivityStatus: {
        ActivityStatus.IDEA: N_("Idea"),
        ActivityStatus.PLANNED: N_("Planned"),
        ActivityStatus.CONFIRMED: N_("Confirmed"),
        ActivityStatus.RUNNING: N_("Under way"),
        ActivityStatus.TOOK_PLACE: N_("Took place"),
        ActivityStatus.POSTPONED: N_("Postponed"),
        ActivityStatus.CANCELLED: N_("Cancelled"),
    },
    ActivityForm: {
        ActivityForm.ON_SITE: N_("On site"),
        ActivityForm.ONLINE: N_("Online"),
        ActivityForm.HYBRID: N_("Hybrid"),
    },
    ParticipationRole: {
        ParticipationRole.MENTEE: N_("Mentee"),
        ParticipationRole.MENTOR: N_("Mentor"),
        ParticipationRole.EXPERT: N_("Expert"),
        ParticipationRole.SPEAKER: N_("Speaker"),
        ParticipationRole.INTERPRETER: N_("Interpreter"),
        ParticipationRole.COORDINATOR: N_("Coordinator"),
        ParticipationRole.POLITICIAN: N_("Politician"),
        ParticipationRole.OFFICIAL: N_("Official"),
    },
    SessionKind: {
        SessionKind.REGISTRATION: N_("Registration"),
        SessionKind.OPENING: N_("Opening"),
        SessionKind.LECTURE: N_("Lecture"),
        SessionKind.WORKSHOP: N_("Workshop"),
        SessionKind.SITE_VISIT: N_("Site visit"),
        SessionKind.MEETING: N_("Meeting"),
        SessionKind.MENTORING_WORK: N_("Mentoring work"),
        SessionKind.CULTURAL: N_("Cultural programme"),
        SessionKind.COFFEE_BREAK: N_("Coffee break"),
        SessionKind.MEAL: N_("Meal"),
        SessionKind.TRANSFER: N_("Transfer"),
        SessionKind.FREE_TIME: N_("Free time"),
        SessionKind.TRAVEL: N_("Travel"),
        SessionKind.CLOSING: N_("Closing"),
        SessionKind.ONLINE: N_("Online session"),
    },
    InterpretationMode: {
        InterpretationMode.NONE: N_("No interpretation"),
        InterpretationMode.CONSECUTIVE: N_("Consecutive"),
        InterpretationMode.SIMULTANEOUS: N_("Simultaneous"),
        InterpretationMode.WHISPERED: N_("Whispered"),
    },
    Presence: {
        Presence.PRESENT: N_("Present"),
        Presence.ABSENT: N_("Absent"),
        Presence.EXCUSED: N_("Excused"),
    },
    CertificateKind: {
        CertificateKind.ATTENDANCE: N_("Certificate of Attendance"),
        CertificateKind.COMPLETION: N_("Certificate of Completion"),
        CertificateKind.MENTOR: N_("Confirmation for mentors and speakers"),
    },
    CertificateStatus: {
        CertificateStatus.ISSUED: N_("Issued"),
        CertificateStatus.CANCELLED: N_("Cancelled"),
    },
    DeliverableKind: {
        DeliverableKind.STRATEGIC_PLAN: N_("Strategic plan"),
        DeliverableKind.ACTION_PLAN: N_("Action plan"),
        DeliverableKind.RECOVERY_PLAN: N_("Recovery and development plan"),
        DeliverableKind.SECTOR_PLAN: N_("Sector plan"),
        DeliverableKind.ANALYSIS: N_("Analysis"),
        DeliverableKind.PROJECT_FICHE: N_("Project fiche"),
        DeliverableKind.FUNDING_APPLICATION: N_("Funding application"),
        DeliverableKind.MEMORANDUM: N_("Memorandum"),
        DeliverableKind.REPORT: N_("Report"),
    },
    DeliverableStage: {
        DeliverableStage.NOT_STARTED: N_("Not started"),
        DeliverableStage.DRAFTING: N_("Drafting"),
        DeliverableStage.INTERNAL_REVIEW: N_("Internal review"),
        DeliverableStage.CHANGES_REQUESTED: N_("Changes requested"),
        DeliverableStage.APPROVED: N_("Approved"),
        DeliverableStage.CONSULTATION: N_("Public consultation"),
        DeliverableStage.SUBMITTED: N_("Submitted for adoption"),
        DeliverableStage.ADOPTED: N_("Adopted"),
        DeliverableStage.IN_IMPLEMENTATION: N_("In implementation"),
        DeliverableStage.ARCHIVED: N_("Archived"),
        DeliverableStage.ON_HOLD: N_("On hold"),
        DeliverableStage.CANCELLED: N_("Cancelled"),
    },
    ReviewVerdict: {
        ReviewVerdict.WAITING: N_("Waiting"),
        ReviewVerdict.APPROVED: N_("Approved"),
        ReviewVerdict.CHANGES: N_("Changes requested"),
    },
    ExpenditureState: {
        ExpenditureState.COMMITTED: N_("Committed"),
        ExpenditureState.PAID: N_("Paid"),
    },
    IndicatorLevel: {
        IndicatorLevel.OUTPUT: N_("Output"),
        IndicatorLevel.OUTCOME: N_("Outcome"),
        IndicatorLevel.IMPACT: N_("Impact"),
    },
    Sex: {
        Sex.FEMALE: N_("Woman"),
        Sex.MALE: N_("Man"),
        Sex.OTHER: N_("Other"),
        Sex.UNKNOWN: N_("Not stated"),
    },
    LatinSource: {
        LatinSource.PASSPORT: N_("from the passport"),
        LatinSource.TYPED: N_("typed"),
        LatinSource.GENERATED: N_("made by the program, not confirmed"),
        LatinSource.NONE: N_("none"),
    },
    AgendaState: {
        AgendaState.DRAFT: N_("Draft"),
        AgendaState.ISSUED: N_("Issued"),
        AgendaState.REVISED: N_("Revised"),
        AgendaState.FINAL: N_("Final, as implemented"),
    },
    AgendaChange: {
        AgendaChange.NEW: N_("New"),
        AgendaChange.CHANGED: N_("Changed"),
        AgendaChange.MOVED: N_("Moved"),
        AgendaChange.CANCELLED: N_("Cancelled"),
    },
    NeedStatus: {
        NeedStatus.STATED: N_("Stated"),
        NeedStatus.PLANNED: N_("Planned"),
        NeedStatus.MET: N_("Met"),
        NeedStatus.DROPPED: N_("Dropped"),
    },
}


def label(word: StrEnum) -> str:
    """The English label of a word of the vocabulary: the message id to translate."""
    return _LABELS[type(word)][word]
