"""Which papers a programme can word itself: each with its slots, as the document modules name them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.documents import (
    agenda_head,
    certificate_wording,
    interpreter_pack,
    letter_words,
    participant_data,
    personal_agenda,
    run_sheet,
    sign_in_data,
    travel_order,
    visit_report,
)
from app.documents.own_words import Slot, place_name
from app.services.paper_kinds import PAPER_NAMES, Paper


@dataclass(frozen=True, slots=True)
class Shelved:
    """One paper with its slots. ``groups``: words for the beginnings of slot keys; ``word``: takes a Word template."""

    key: str
    name: str
    slots: tuple[Slot, ...]
    groups: Mapping[str, str] = field(default_factory=dict)
    word: bool = False

    def slot(self, key: str) -> Slot | None:
        """The slot with that key."""
        return next((slot for slot in self.slots if slot.key == key), None)


def _shelved(
    paper: Paper, slots: tuple[Slot, ...], groups: Mapping[str, str] | None = None, word: bool = False
) -> Shelved:
    return Shelved(paper.value, PAPER_NAMES[paper], slots, groups or {}, word)


#: Every paper that has slots, by its key, in the order in which the window offers them.
SHELF: Mapping[str, Shelved] = {
    one.key: one
    for one in (
        _shelved(Paper.AGENDA, agenda_head.SLOTS),
        _shelved(Paper.RUN_SHEET, run_sheet.SLOTS),
        _shelved(Paper.PERSONAL_AGENDA, personal_agenda.SLOTS),
        _shelved(Paper.INTERPRETER_PACK, interpreter_pack.SLOTS),
        _shelved(Paper.PARTICIPANTS, participant_data.SLOTS),
        _shelved(Paper.SIGN_IN, sign_in_data.SLOTS),
        _shelved(Paper.LETTERS, letter_words.SLOTS, word=True),
        _shelved(Paper.TRAVEL_ORDER, travel_order.SLOTS),
        _shelved(Paper.CERTIFICATES, certificate_wording.SLOTS, certificate_wording.SLOT_GROUPS),
        _shelved(Paper.VISIT_REPORT, visit_report.SLOTS),
    )
}

__all__ = ["SHELF", "Shelved", "Slot", "place_name"]
