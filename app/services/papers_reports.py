"""Papers that are read: the letter of invitation."""

from app.core.progress import Token
from app.documents import letters
from app.documents.letter_data import InvitationOptions
from app.services import letter_papers
from app.services.paper_kinds import Paper, PaperKind, PaperOptions
from app.storage.work import View


def _letters(view: View, activity_id: str, options: PaperOptions, _token: Token) -> bytes:
    told = letter_papers.invitation(view, activity_id, options.language, options.second, options.person_ids)
    return letters.build(told, InvitationOptions(options.language, options.second, options.documents))


KINDS = (PaperKind(Paper.LETTERS, _letters, frozenset({"second", "person_ids", "documents"})),)
