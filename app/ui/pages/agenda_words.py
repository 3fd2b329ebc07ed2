"""Items and days of an agenda in words: what is read aloud, what tool tips say, the swatch of a kind."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from app.core.i18n import tr, trn
from app.core.vocabulary import SessionKind, label
from app.services.agendas import DayRow, SessionRow
from app.ui import formats
from app.ui.pages.agenda_layout import minute_of
from app.ui.theme import theme


def spoken(row: SessionRow) -> str:
    """An item as it is read aloud."""
    parts = [row.title or tr("No title yet"), tr(label(row.kind)), formats.day_short(row.starts_at.date())]
    parts += [formats.clocks(row.starts_at, row.ends_at), row.venue]
    if row.cancelled:
        parts.append(tr("cancelled"))
    if row.errors:
        parts.append(trn("{n} clash", "{n} clashes", row.errors))
    return ", ".join(part for part in parts if part)


def item_tip(row: SessionRow) -> str:
    """What the tool tip of an item says: the kind too, since fifteen kinds share ten colours."""
    lines = [row.title or tr("No title yet"), f"{tr(label(row.kind))}, {formats.clocks(row.starts_at, row.ends_at)}"]
    lines += [text for text in (row.venue, row.speakers, row.interpreters) if text]
    return "\n".join(lines)


def day_tip(day: date, row: DayRow | None, holiday: str) -> str:
    """What the tool tip of a day's head says."""
    said = [formats.day_long(day), holiday]
    if row is not None:
        said += [row.city, row.theme, tr("Chair: {name}", name=row.chair) if row.chair else ""]
    said.append(tr("Click to say city, theme and chair of the day."))
    return "\n".join(text for text in said if text)


def neighbour(rows: Sequence[SessionRow], here: SessionRow | None, across: int, down: int) -> SessionRow | None:
    """The next item up or down on the day, or the one nearest in time on the next day that has any.

    None when there is no such day; the first item when none is chosen.
    """
    ordered = sorted(rows, key=lambda row: (row.starts_at, row.ends_at, row.id))
    if here is None or not ordered:
        return ordered[0] if ordered else None
    today = here.starts_at.date()
    if down:
        day = [row for row in ordered if row.starts_at.date() == today]
        return day[max(0, min(len(day) - 1, day.index(here) + down))]
    others = sorted({row.starts_at.date() for row in ordered})
    place = others.index(today) + across
    if not 0 <= place < len(others):
        return None
    day = [row for row in ordered if row.starts_at.date() == others[place]]
    minutes = minute_of(here.starts_at, today)
    return min(day, key=lambda row: abs(minute_of(row.starts_at, others[place]) - minutes))


def kind_icon(kind: SessionKind, side: int) -> QIcon:
    """A swatch of a kind's colour, ``side`` pixels wide."""
    picture = QPixmap(2 * side, 2 * side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().color(f"kind.{colour_of(kind)}.bar"))
    painter.drawRoundedRect(picture.rect(), 6, 6)
    painter.end()
    return QIcon(picture)


#: Kinds that share the colour of another one.
_SHARED = {
    SessionKind.REGISTRATION: "opening",
    SessionKind.CLOSING: "opening",
    SessionKind.COFFEE_BREAK: "meal",
    SessionKind.FREE_TIME: "transfer",
    SessionKind.TRAVEL: "transfer",
}


def colour_of(kind: SessionKind) -> str:
    """The name of a kind's colour in the theme."""
    return _SHARED.get(kind, str(kind))
