"""The agenda of a visit or event (AG-1 to AG-13, AR-1 to AR-4): in one or two languages, three layouts."""

from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import TypeVar, cast

from app.core.i18n import N_
from app.documents.agenda_changes import change_list
from app.documents.agenda_data import AgendaOptions, AgendaPaper, Layout
from app.documents.agenda_frame import about_of, frame_of
from app.documents.agenda_head import (
    CHANGES_ANCHOR,
    SLOTS,
    TITLES,
    contact_blocks,
    foot_note,
    opening,
    practical,
    title_of,
)
from app.documents.agenda_table import day_blocks
from app.documents.blocks import note_paragraph
from app.documents.layout import FIRST_TOP, LANDSCAPE, PORTRAIT, Area, Block, Frame, Page, draw_pages, paginate
from app.documents.speech import Speech, joined, speech
from app.documents.styles import CELL, MM
from app.documents.texts import Text

_T = TypeVar("_T")
_PLAIN = AgendaOptions()
#: Contacts stand at the foot of page 1 only while they leave the first day this part of the page.
_FOOT_SHARE, _FOOT_HIGHEST = 0.68, 52 * MM


def build(paper: AgendaPaper, options: AgendaOptions = _PLAIN, other: AgendaPaper | None = None) -> bytes:
    """The agenda as PDF. ``other`` is the same agenda told in the second language, for layout C (AG-12)."""
    if options.second and options.layout is Layout.C:
        second = one_side(other, 0) if other else one_side(paper, 1)
        sides = ((one_side(paper, 0), options.language), (second, options.second))
        parts = [_part(one, speech(language), options) for one, language in sides]
        parts[1] = (replace(parts[1][0], second=True), parts[1][1])
    else:
        parts = [_part(paper, speech(options.language, options.second), options)]
    said = speech(options.language, options.second)
    return draw_pages(about_of(paper, title_of(paper, said), said), parts)


def part(paper: AgendaPaper, options: AgendaOptions = _PLAIN) -> tuple[Frame, Sequence[Page]]:
    """The agenda's pages with their frame, to stand behind a letter (PL-10)."""
    return _part(paper, speech(options.language, options.second), options)


def one_side(value: _T, number: int) -> _T:
    """The same data with every text in its first (0) or second (1) language only; a missing second takes the first."""
    if isinstance(value, Text):
        return cast("_T", Text(value[number] or value[0]))
    if isinstance(value, tuple):
        return cast("_T", tuple(one_side(one, number) for one in value))
    if is_dataclass(value) and not isinstance(value, type):
        changed = {}
        for part in fields(value):
            old = getattr(value, part.name)
            new = one_side(old, number)
            if new is not old and new != old:
                changed[part.name] = new
        return cast("_T", replace(value, **changed)) if changed else value
    return value


def _part(paper: AgendaPaper, said: Speech, options: AgendaOptions) -> tuple[Frame, Sequence[Page]]:
    """One whole agenda with its own count of pages."""
    area = LANDSCAPE if said.bilingual and options.layout is Layout.B else PORTRAIT
    only = frozenset(options.days)
    title = title_of(paper, said)
    head = opening(paper, said, title, area.width, _excerpt(paper, said, only))
    days = day_blocks(paper, said, options, area.width, only)
    days = days or note_paragraph(said.say(N_("The agenda has no items yet.")), 4 * MM, CELL, area.width)
    contacts = contact_blocks(paper, said, area.width)
    changes = [one for one in paper.changes if not only or not one.days or only.intersection(one.days)]
    after = [*foot_note(paper, said, area.width)]
    if changes:
        after += change_list(changes, said, CHANGES_ANCHOR, area.width)
    rest = [*days, *practical(paper, said, area.width)]
    foot = contacts[0] if len(contacts) == 1 and _fits(head, days, contacts[0], area) else None
    if foot is None:
        return frame_of(paper, title, said), paginate([*head, *rest, *contacts, *after], FIRST_TOP, area=area)
    bottom = area.body_bottom - foot.height - foot.gap
    pages = paginate([*head, *rest, *after], FIRST_TOP, bottom, area)
    pages[0].placed.append((foot, area.body_bottom - foot.height))
    return frame_of(paper, title, said), pages


def _fits(head: Sequence[Block], days: Sequence[Block], contacts: Block, area: Area) -> bool:
    """Whether contacts can stand at the foot of page 1: they leave the first day room, or it has none anyhow (AG-6)."""
    room = area.body_bottom - FIRST_TOP - sum(block.height + block.gap for block in head)
    taken = contacts.height + contacts.gap
    beginning = sum(block.height + block.gap for block in days[:4])
    if contacts.height > _FOOT_HIGHEST or taken > room:
        return False
    return room - taken >= (1 - _FOOT_SHARE) * (area.body_bottom - FIRST_TOP) or beginning > room


def _excerpt(paper: AgendaPaper, said: Speech, only: frozenset[date]) -> Text:
    """The days that are told when they are not all; empty for the whole agenda."""
    told = [day.day for day in paper.days if day.day in only]
    if not told or len(told) == len(paper.days):
        return Text()
    return joined([said.day_and_month(day) for day in told])


__all__ = ["SLOTS", "TITLES", "build", "part"]
