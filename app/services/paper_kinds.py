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


PAPER_NAMES: dict[Paper, str] = {
    Paper.AGENDA: N_("Agenda"),
    Paper.RUN_SHEET: N_("Run-sheet"),
    Paper.PERSONAL_AGENDA: N_("Agenda of one person"),
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
}


@dataclass(frozen=True, slots=True)
class PaperOptions:
    """What stands beside the preview. A paper looks only at the options that it names in ``PaperKind.uses``.

    ``second`` empty for one language; ``columns`` full or compact; ``layout`` a, b or c of a two-language agenda
    (AG-12); ``days`` empty for all days, ``day`` one of them (sign-in sheets); ``split`` of a sign-in sheet: day,
    half-day, venue, delegation or visit (PL-4, PL-5); ``certificate_ids`` empty prints all standing certificates of
    ``kind``; ``person_ids`` empty prints for everybody; ``version_id`` an issued agenda version; ``blank_rows`` of a
    sign-in sheet, -1 for the setting; ``photo`` its column of photo consent.
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


@dataclass(frozen=True, slots=True)
class PaperKind:
    """One paper of the programme's shelf.

    ``uses`` names the fields of ``PaperOptions`` that change it, besides ``language``; ``others`` makes it in other
    forms, by ending (``.xlsx``, ``.docx``, ``.ics``); ``each`` makes single files; ``internal`` papers are not for
    everybody's eyes and say so in the window.
    """

    paper: Paper
    make: Maker
    uses: frozenset[str] = frozenset()
    others: Mapping[str, Maker] = field(default_factory=dict)
    each: EachMaker | None = None
    internal: bool = False

    @property
    def name(self) -> str:
        """The message id of its name."""
        return PAPER_NAMES[self.paper]
