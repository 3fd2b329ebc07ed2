"""Papers that are read: letters of invitation."""

from collections.abc import Iterator, Sequence

from app.core.progress import Token
from app.documents import agenda, letters, word_letter
from app.documents.agenda_data import AgendaOptions
from app.documents.letter_data import InvitationOptions, InvitationPaper
from app.services import agenda_paper, letter_papers
from app.services.paper_files import safe_name
from app.services.paper_kinds import Paper, PaperKind, PaperOptions
from app.storage.work import View


def _told(view: View, activity_id: str, options: PaperOptions) -> tuple[InvitationPaper, ...]:
    return letter_papers.invitations(view, activity_id, options.language, options.second, options.person_ids)


def _wanted(options: PaperOptions) -> InvitationOptions:
    return InvitationOptions(options.language, options.second, options.documents)


def _annex(view: View, activity_id: str, options: PaperOptions) -> Sequence[letters.Part]:
    """The agenda's pages behind the letter, with their own heads and numbers; none where nothing stands in it."""
    if not options.annex:
        return ()
    told = agenda_paper.paper(view, activity_id, options.language, options.second, options.version_id)
    if not any(day.items for day in told.days):
        return ()
    return (agenda.part(told, AgendaOptions(options.language, options.second)),)


def _letters(view: View, activity_id: str, options: PaperOptions, _token: Token) -> bytes:
    told = _told(view, activity_id, options)
    return letters.build_many(told, _wanted(options), _annex(view, activity_id, options))


def _each_letter(view: View, activity_id: str, options: PaperOptions, token: Token) -> Iterator[tuple[str, bytes]]:
    """One letter for each sending body."""
    told = _told(view, activity_id, options)
    annex = _annex(view, activity_id, options)
    for number, one in enumerate(told, 1):
        token.step(number, len(told))
        yield safe_name(f"{one.reference} {one.body.first}") + ".pdf", letters.build(one, _wanted(options), annex)


def _letters_word(view: View, activity_id: str, options: PaperOptions, _token: Token) -> bytes:
    return word_letter.build_word(_told(view, activity_id, options), _wanted(options))


KINDS = (
    PaperKind(
        Paper.LETTERS,
        _letters,
        frozenset({"second", "person_ids", "documents", "annex", "version_id"}),
        others={".docx": _letters_word},
        each=_each_letter,
    ),
)
