"""What to look at before a paper is printed: missing texts, clashes, nobody to sign, spellings nobody has compared.

Nothing here hinders printing. Each warning names the place in the window where it can be put right.
"""

from collections.abc import Collection, Iterator, Sequence

from sqlalchemy import func, select

from app.core.progress import Token
from app.documents import fonts
from app.models.activities import Activity
from app.models.certificates import Certificate
from app.models.programmes import Signatory
from app.services import (
    activities,
    agenda_checks,
    agenda_facts,
    letter_warnings,
    paper_gaps,
    participations,
    print_facts,
    printing,
    records,
)
from app.services.paper_kinds import Paper, PaperGroup, PaperKind, PaperOptions, PaperWarning, Printed
from app.services.paper_templates import MissingValue
from app.storage.work import View

#: Papers on which a name stands on a wall: its Latin spelling should be that of the passport (NA-5).
_NAMED = frozenset({Paper.CERTIFICATES, Paper.BADGES, Paper.NAME_TENTS})
#: So many people are told by name in one warning.
_TOLD = 6
#: Where in a visit the fields are put right that letters look at.
_TABS = {"agenda": "agenda", "dates": "overview", "persons": "participants"}


def made(
    view: View, paper: Paper, subject_id: str, options: PaperOptions, token: Token | None = None
) -> tuple[Printed, tuple[PaperWarning, ...]]:
    """A paper with all that is to be looked at before it is given out; Refused as ``printing.make``."""
    with fonts.noting() as squares:
        printed, gaps = paper_gaps.made(view, paper, subject_id, options, token)
    letters = (
        [PaperWarning("paper_letters_unknown", {"letters": " ".join([*squares][:12])}, len(squares))] if squares else []
    )
    return printed, (*warnings(view, paper, subject_id, options), *_gaps(view, paper, subject_id, gaps), *letters)


def warnings(view: View, paper: Paper, subject_id: str, options: PaperOptions) -> tuple[PaperWarning, ...]:
    """All warnings of a paper with these options; the paper's own come last. Empty for papers on a programme."""
    kind = printing.PAPERS[paper]
    found: list[PaperWarning] = []
    if kind.subject == "activity":
        row = activities.row_of(view, subject_id)
        section = "visits" if row.visit else "trainings"
        if kind.group is PaperGroup.AGENDA:
            found += _texts(view, kind, section, subject_id, options)
            found += _clashes(view, section, subject_id)
        if kind.group is PaperGroup.LETTERS:
            found += _letters(view, section, subject_id, options)
        if "kind" in kind.uses:
            found += _signatory(view, subject_id)
        if kind.paper in _NAMED:
            found += _spellings(view, kind, section, subject_id, options)
    if kind.look is not None:
        found += kind.look(view, subject_id, options)
    # What a paper looks at itself may be what is looked at for every paper of its shelf: told once.
    once: dict[tuple[str, str], PaperWarning] = {}
    for one in found:
        once.setdefault((one.code, repr(sorted(one.params.items()))), one)
    return tuple(once.values())


def _texts(
    view: View, kind: PaperKind, section: str, activity_id: str, options: PaperOptions
) -> Iterator[PaperWarning]:
    """Items without a text in a language of the paper, the language with the most first; not in an issued version."""
    if options.version_id:
        return
    languages = [options.language, options.second if "second" in kind.uses else ""]
    missing = print_facts.missing_texts(view, activity_id, [one for one in languages if one])
    for language, n in sorted(missing.items(), key=lambda entry: -entry[1]):
        yield PaperWarning("paper_texts_missing", {"language": language}, n, section, activity_id, "agenda")


def _clashes(view: View, section: str, activity_id: str) -> Iterator[PaperWarning]:
    """Errors of the agenda (AV-1, AV-2), several about the same pair of items counted once."""
    facts = agenda_facts.load(view, [activity_id])[activity_id]
    notes = agenda_checks.check(facts, language=view.language)
    clashes = {frozenset((note.session_id, note.other_id)) for note in notes if note.severity == "error"}
    if clashes:
        yield PaperWarning("paper_agenda_clashes", {}, len(clashes), section, activity_id, "agenda")


def _letters(view: View, section: str, activity_id: str, options: PaperOptions) -> Iterator[PaperWarning]:
    """What does not agree between letter, agenda and list (PL-9, PL-10), each with its place."""
    programme_id = records.fetch(view, Activity, activity_id).programme_id
    for problem in letter_warnings.warnings(view, activity_id, options):
        if problem.field == "signatory":
            yield PaperWarning(problem.code, problem.params, 1, "programmes", programme_id, "settings")
        else:
            tab = _TABS.get(problem.field, "overview")
            yield PaperWarning(problem.code, problem.params, 1, section, activity_id, tab)


def _gaps(view: View, paper: Paper, subject_id: str, gaps: Sequence[MissingValue]) -> Iterator[PaperWarning]:
    """Placeholders of the programme's own words that nothing fills, each told once."""
    if not gaps:
        return
    programme_id = records.fetch(view, Activity, subject_id).programme_id
    for gap in {(gap.place, gap.slot): gap for gap in reversed(gaps)}.values():
        params = {"place": gap.place_name, "slot": gap.slot_label, "language": gap.language}
        yield PaperWarning("paper_value_missing", params, 1, "programmes", programme_id, "papers")


def nobody_signs(view: View, activity_id: str) -> bool:
    """Whether the certificates of an activity would be issued without a name under the line (CE-1)."""
    return any(_signatory(view, activity_id))


def _signatory(view: View, activity_id: str) -> Iterator[PaperWarning]:
    programme_id = records.fetch(view, Activity, activity_id).programme_id
    count = view.session.scalar(
        select(func.count()).select_from(Signatory).where(Signatory.programme_id == programme_id)
    )
    if not count:
        yield PaperWarning("paper_no_signatory", {}, 1, "programmes", programme_id, "settings")


def _spellings(
    view: View, kind: PaperKind, section: str, activity_id: str, options: PaperOptions
) -> Iterator[PaperWarning]:
    """People whose Latin spelling the program made and nobody has compared with the passport."""
    wanted: Collection[str] = options.person_ids if "person_ids" in kind.uses else ()
    if "certificate_ids" in kind.uses and options.certificate_ids:
        chosen = select(Certificate.person_id).where(Certificate.id.in_(options.certificate_ids))
        wanted = set(view.session.scalars(chosen))
    names = {
        row.person_id: " ".join(reversed((row.latin_name or row.name).split(", ", 1)))
        for row in participations.list_rows(view, activity_id)
        if not row.cancelled and not row.latin_confirmed and (not wanted or row.person_id in wanted)
    }
    if len(names) == 1:
        ((ident, name),) = names.items()
        yield PaperWarning("paper_spelling_unsure", {"name": name}, 1, "people", ident)
    elif names:
        # Who they are, as far as a note has room: a name on a certificate cannot be taken back (NA-1).
        told = ", ".join([*names.values()][:_TOLD]) + (" …" if len(names) > _TOLD else "")
        yield PaperWarning("paper_spellings_unsure", {"names": told}, len(names), section, activity_id, "participants")
