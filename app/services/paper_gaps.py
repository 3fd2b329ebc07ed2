"""Which placeholders of a paper have nothing to be filled with: heard while the paper is made, told before printing."""

from collections.abc import Iterable
from dataclasses import replace

from app.core.progress import Token
from app.documents.own_words import Gap, listening, place_name
from app.services import printing
from app.services.paper_kinds import Paper, PaperOptions, Printed
from app.services.paper_templates import MissingValue
from app.storage.work import View


def made(
    view: View, paper: Paper, subject_id: str, options: PaperOptions, token: Token | None = None
) -> tuple[Printed, tuple[MissingValue, ...]]:
    """A paper and what is missing on it, for the price of the paper; Refused as ``printing.make``."""
    with listening() as gaps:
        printed = printing.make(view, paper, subject_id, options, token)
    return printed, told(gaps)


def missing_values(
    view: View, paper_key: str, activity_id: str, language: str, second: str = "", options: PaperOptions | None = None
) -> tuple[MissingValue, ...]:
    """Which placeholders will be empty when the paper is printed for an activity; Refused as ``printing.make``."""
    chosen = replace(options or PaperOptions(), language=language, second=second)
    return made(view, Paper(paper_key), activity_id, chosen)[1]


def told(gaps: Iterable[Gap]) -> tuple[MissingValue, ...]:
    """What was heard, each once, in the order of the paper."""
    return tuple(
        MissingValue(gap.place, place_name(gap.place), gap.slot.key, gap.slot.label, gap.language) for gap in gaps
    )
