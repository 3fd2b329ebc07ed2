"""What was chosen beside the preview before, in this session: for each paper of each event, and for a paper at last."""

from collections.abc import Sequence
from dataclasses import replace

from app.core.i18n import LANGUAGES
from app.services import printing
from app.services.paper_kinds import Paper, PaperOptions

#: What of a paper's options holds for another visit as well.
_LASTING = ("columns", "layout", "internal", "split", "blank_rows", "photo", "kind", "documents", "annex", "per_page")


class ChosenBefore:
    """Options by paper and subject; forgotten with the page."""

    def __init__(self) -> None:
        self._kept: dict[tuple[Paper, str], PaperOptions] = {}
        self._usual: dict[Paper, PaperOptions] = {}

    def keep(self, paper: Paper, subject_id: str, options: PaperOptions) -> None:
        """Remember what was chosen."""
        self._kept[paper, subject_id] = self._usual[paper] = options

    def people(self, paper: Paper, subject_id: str) -> tuple[str, ...]:
        """Whom or which certificates one had chosen for it; empty for all."""
        kept = self._kept.get((paper, subject_id))
        return kept.person_ids or kept.certificate_ids if kept is not None else ()

    def options(self, paper: Paper, subject_id: str, languages: Sequence[str]) -> PaperOptions:
        """What was chosen for it before; else as last for this paper, in the languages of the event."""
        kept = self._kept.get((paper, subject_id))
        if kept is not None:
            return kept
        last = self._usual.get(paper, PaperOptions())
        told = [code for code in languages if code in LANGUAGES]
        second = told[1] if len(told) > 1 and "second" in printing.PAPERS[paper].uses else ""
        return replace(
            PaperOptions(told[0] if told else "en", second), **{name: getattr(last, name) for name in _LASTING}
        )

    def last_activity(self) -> str:
        """The activity that a paper was last printed for; empty for none."""
        done = [ident for paper, ident in self._kept if printing.PAPERS[paper].subject == "activity"]
        return done[-1] if done else ""
