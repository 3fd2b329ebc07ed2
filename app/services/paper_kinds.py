"""What a paper is: its key, its words, its options and its makers. The papers themselves: ``papers_*.py``."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.core.i18n import N_
from app.core.progress import Token
from app.core.vocabulary import CertificateKind
from app.storage.work import View


class Paper(StrEnum):
    """What can be printed for an activity; the value stands in commands, file names and issued documents."""

    AGENDA = "agenda"
    RUN_SHEET = "run-sheet"
    PERSONAL_AGENDA = "personal-agenda"
    INTERPRETER_PACK = "interpreter-pack"
    PARTICIPANTS = "participants"
    SIGN_IN = "sign-in"
    BADGES = "badges"
    NAME_TENTS = "name-tents"
    LETTERS = "letters"
    TRAVEL_ORDER = "travel-order"
    CERTIFICATES = "certificates"
    REGISTER = "certificate-register"
    VISIT_REPORT = "visit-report"
    BUDGET = "budget"
    PROGRAMME_REPORT = "report"


class PaperGroup(StrEnum):
    """The shelves on which the window offers the papers."""

    AGENDA = "agenda"
    PEOPLE = "people"
    LETTERS = "letters"
    CERTIFICATES = "certificates"
    REPORTS = "reports"


PAPER_NAMES: dict[Paper, str] = {
    Paper.AGENDA: N_("Agenda"),
    Paper.RUN_SHEET: N_("Run-sheet"),
    Paper.PERSONAL_AGENDA: N_("Personal agenda"),
    Paper.INTERPRETER_PACK: N_("Interpreter pack"),
    Paper.PARTICIPANTS: N_("List of participants"),
    Paper.SIGN_IN: N_("Sign-in sheets"),
    Paper.BADGES: N_("Badges"),
    Paper.NAME_TENTS: N_("Name tents"),
    Paper.LETTERS: N_("Invitation letter"),
    Paper.TRAVEL_ORDER: N_("Annex to the travel order"),
    Paper.CERTIFICATES: N_("Certificates"),
    Paper.REGISTER: N_("Register of certificates"),
    Paper.VISIT_REPORT: N_("Visit report"),
    Paper.BUDGET: N_("Budget report"),
    Paper.PROGRAMME_REPORT: N_("Programme report"),
}

GROUP_NAMES: dict[PaperGroup, str] = {
    PaperGroup.AGENDA: N_("Agenda"),
    PaperGroup.PEOPLE: N_("People"),
    PaperGroup.LETTERS: N_("Letters"),
    PaperGroup.CERTIFICATES: N_("Certificates"),
    PaperGroup.REPORTS: N_("Reports"),
}

PAPER_GROUPS: dict[Paper, PaperGroup] = {
    Paper.AGENDA: PaperGroup.AGENDA,
    Paper.RUN_SHEET: PaperGroup.AGENDA,
    Paper.PERSONAL_AGENDA: PaperGroup.AGENDA,
    Paper.INTERPRETER_PACK: PaperGroup.AGENDA,
    Paper.PARTICIPANTS: PaperGroup.PEOPLE,
    Paper.SIGN_IN: PaperGroup.PEOPLE,
    Paper.BADGES: PaperGroup.PEOPLE,
    Paper.NAME_TENTS: PaperGroup.PEOPLE,
    Paper.LETTERS: PaperGroup.LETTERS,
    Paper.TRAVEL_ORDER: PaperGroup.LETTERS,
    Paper.CERTIFICATES: PaperGroup.CERTIFICATES,
    Paper.REGISTER: PaperGroup.CERTIFICATES,
    Paper.VISIT_REPORT: PaperGroup.REPORTS,
    Paper.BUDGET: PaperGroup.REPORTS,
    Paper.PROGRAMME_REPORT: PaperGroup.REPORTS,
}

#: Papers on a whole programme; all others are for one activity.
OF_PROGRAMME = frozenset({Paper.BUDGET, Paper.PROGRAMME_REPORT})

#: Papers of which each belongs to one person, named as that one is named in an e-mail to that person.
PERSONAL_NAMES: dict[Paper, str] = {
    Paper.PERSONAL_AGENDA: N_("Agenda"),
    Paper.LETTERS: N_("Invitation letter"),
    Paper.TRAVEL_ORDER: N_("Annex to the travel order"),
    Paper.CERTIFICATES: N_("Certificate"),
}


@dataclass(frozen=True, slots=True)
class PaperOptions:
    """What stands beside the preview. A paper looks only at the options that it names in ``PaperKind.uses``.

    ``second`` empty for one language; ``columns`` full or compact; ``layout`` a, b or c of a two-language agenda
    (AG-12); ``days`` empty for all days, ``day`` one of them (sign-in sheets); ``split`` of a sign-in sheet: day,
    half-day, venue, delegation or visit (PL-4, PL-5); ``certificate_ids`` empty prints all standing certificates of
    ``kind``; ``person_ids`` empty prints for everybody; ``version_id`` an issued agenda version; ``blank_rows`` of a
    sign-in sheet, -1 for the setting; ``photo`` its column of photo consent; ``documents`` birth dates and passport
    numbers (PL-10); ``annex`` the agenda's pages behind a letter or report;
    ``per_page`` name tents on a sheet, 1 or 2.
    """

    language: str = "en"
    second: str = ""
    columns: str = "full"
    layout: str = "a"
    internal: bool = False
    day: date | None = None
    days: tuple[date, ...] = ()
    split: str = "day"
    blank_rows: int = -1
    photo: bool = True
    kind: CertificateKind = CertificateKind.ATTENDANCE
    certificate_ids: tuple[str, ...] = ()
    person_ids: tuple[str, ...] = ()
    version_id: str = ""
    documents: bool = False
    annex: bool = False
    per_page: int = 1


@dataclass(frozen=True, slots=True)
class PaperWarning:
    """Something to look at before printing; it hinders nothing.

    ``code`` has its sentence in ``core.sentences``; ``n`` says how many of its kind there are; ``section``,
    ``record_id`` and ``tab`` are the place in the window where it can be put right, empty when there is none.
    """

    code: str
    params: Mapping[str, object] = field(default_factory=dict)
    n: int = 1
    section: str = ""
    record_id: str = ""
    tab: str = ""


@dataclass(frozen=True, slots=True)
class Printed:
    """A finished paper: its bytes and the name under which it is proposed to be saved."""

    content: bytes
    file_name: str
    extra: Mapping[str, str] = field(default_factory=dict)


#: Makes one file: the activity's key, the options, who hears about progress and can stop it.
Maker = Callable[[View, str, PaperOptions, Token], bytes]
#: Makes single files, one for each person or certificate, as (file name without folder, content), one at a time.
EachMaker = Callable[[View, str, PaperOptions, Token], Iterator[tuple[str, bytes]]]
#: What to look at before a paper is printed with these options.
Look = Callable[[View, str, PaperOptions], tuple[PaperWarning, ...]]
#: What a file name tells of a paper with these options besides event, paper, day, person and languages.
Naming = Callable[[View, PaperOptions], str]


@dataclass(frozen=True, slots=True)
class PaperKind:
    """One paper of the programme's shelf.

    ``uses`` names the fields of ``PaperOptions`` that change it, besides ``language``; ``others`` makes it in other
    forms, by ending (``.xlsx``, ``.docx``, ``.ics``); ``each`` makes single files, ``each_others`` single files in
    other forms; ``internal`` papers are not for everybody's eyes and say so in the window; ``subject`` is ``activity``,
    or ``programme`` for reports on money; ``look`` tells what to look at before printing, besides what concerns every
    paper; ``naming`` what its file name says besides, so that two papers of an event never have the same.
    """

    paper: Paper
    make: Maker
    uses: frozenset[str] = frozenset()
    others: Mapping[str, Maker] = field(default_factory=dict)
    each: EachMaker | None = None
    internal: bool = False
    subject: str = "activity"
    look: Look | None = None
    each_others: Mapping[str, EachMaker] = field(default_factory=dict)
    naming: Naming | None = None

    @property
    def name(self) -> str:
        """The message id of its name."""
        return PAPER_NAMES[self.paper]

    @property
    def group(self) -> PaperGroup:
        """The shelf on which it stands."""
        return PAPER_GROUPS[self.paper]

    @property
    def personal(self) -> bool:
        """Whether each one belongs to one person, so that it can be sent to that person."""
        return self.paper in PERSONAL_NAMES and not self.internal
