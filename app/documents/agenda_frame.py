"""Running head, footer and file information of the papers that are made from an agenda: they name it alike (AG-8)."""

from app.core.i18n import N_
from app.documents.agenda_data import AgendaPaper
from app.documents.layout import Frame
from app.documents.pen import About
from app.documents.speech import Speech
from app.documents.texts import Text, clean_line


def name_of(agenda: AgendaPaper, title: Text) -> str:
    """The paper's title with the partnership, or the event where there is none: ``Run-sheet Domžale – Zavodske``."""
    short = agenda.partnership.first or agenda.event_title.first
    return f"{title.first} {clean_line(short)}".strip()


def frame_of(agenda: AgendaPaper, title: Text, said: Speech, mark: str = "") -> Frame:
    """Running head and footer; ``mark`` stands in both (internal papers)."""
    dates = said.forms.date_range(agenda.start, agenda.end or agenda.start) if agenda.start else agenda.when.first
    version = agenda.version.short(said)
    return Frame(
        running_left=" – ".join(part for part in (name_of(agenda, title), mark) if part),
        running_right=dates,
        foot_left=agenda.code,
        foot_middle=" – ".join(part for part in (mark, version) if part) or dates,
        page_word="" if said.bilingual else said.say(N_("Page")).first,
    )


def about_of(agenda: AgendaPaper, title: Text, said: Speech) -> About:
    """What the file says about itself."""
    first, second = said.languages
    return About(name_of(agenda, title), agenda.organiser, agenda.event_title.first, first, agenda.accent, second)
