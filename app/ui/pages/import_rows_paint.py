"""How the cells of the list of rows are drawn, and what they say: doubt, old and new, the cell that is current."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from app.core.i18n import tr
from app.core.sentences import sentence
from app.services.import_rows import PlanRow
from app.ui import formats
from app.ui.icons import paint_icon
from app.ui.pages.import_kinds import KindLook, RowColumn
from app.ui.pages.import_words import all_states, outcome_state, why
from app.ui.theme import theme
from app.ui.theme_tokens import FOCUS
from app.ui.widgets.chip import chip_size
from app.ui.widgets.list_columns import Column, cell_text
from app.ui.widgets.list_delegate import ListDelegate
from app.ui.widgets.list_model import ListModel
from app.ui.widgets.list_view import ListView

#: Room that the name and the reason keep, in pixels at 100 %.
_NAME, _WHY = 190, 150
_QUIET_OUTCOMES = frozenset({"duplicate", "refused", "same"})


class CellWords:
    """The words of one column's cells; bound methods of it stand in the list's columns."""

    def __init__(self, look: KindLook, column: RowColumn) -> None:
        self.look = look
        self.column = column

    def text(self, shown: PlanRow) -> str:
        """What the cell says."""
        return self.look.cell_words(self.column, shown.fields)

    def kept(self, shown: PlanRow) -> str:
        """What the cell is sorted by: dates as they are kept."""
        if len(self.column.fields) == 1:
            return shown.fields.get(self.column.fields[0], "")
        return self.text(shown)

    def before(self, shown: PlanRow) -> str:
        """What the changed fields of the cell were."""
        names = [name for name in self.column.fields if shown.old.get(name) and name not in shown.stays]
        return " ".join(self.look.value_words(name, shown.old[name]) for name in names)

    def proposed(self, shown: PlanRow) -> str:
        """Why what the cell says is only proposed; empty when it is not."""
        found = (self.look.proposed_words(shown, name) for name in self.column.fields)
        return next(filter(None, found), "")

    def tip(self, shown: PlanRow) -> str:
        """The cell in full: what it was, what stands in the file, what is told about it."""
        notes = shown.notes_of(self.column.told)
        lines = [sentence(note.code, note.params) for note in notes]
        proposed = self.proposed(shown)
        if proposed:
            lines.append(tr("{value}: {why}", value=self.text(shown), why=proposed))
        raw = next((note.raw for note in notes if note.raw), "")
        if raw:
            lines.append(tr("In the file: {value}", value=raw))
        before = self.before(shown)
        if before:
            lines.insert(0, tr("{old} becomes {new}", old=before, new=self.text(shown)))
        return "\n".join(lines)

    def style(self, shown: PlanRow) -> str:
        """Italics for what was generated and nobody has confirmed."""
        return "italic" if shown.sources.get(self.column.made) == "generated" else "text"


def first_columns(last: int) -> list[Column]:
    """Row and outcome, wide enough for the last row of the file and for any outcome, also those far below."""
    look = theme()
    scale = look.text_size / 100
    metrics = QFontMetrics(look.font("body"))
    figures = max(map(metrics.horizontalAdvance, (formats.number(last), tr("Row")))) + 2 * look.space(2) + 2
    chips = max(chip_size(state).width() for state in all_states()) + 2 * look.space(2)
    return [
        Column("row", tr("Row"), 56, kind="number", least=round(figures / scale)),
        Column("outcome", tr("Outcome"), 118, kind="chip", value=outcome_state, least=round(chips / scale) + 1),
    ]


def list_columns(
    look: KindLook, present: frozenset[str], doubted: frozenset[str], *, sheets: bool, last: int
) -> list[Column]:
    """The columns of the list: those whose fields any row holds; spare ones step aside where it is narrow."""
    made = first_columns(last)
    if sheets:
        made.insert(1, Column("sheet", tr("Sheet"), 90, kind="muted", spare=True))
    for one in look.columns:
        if not one.always and one is not look.columns[0] and not present & {*one.fields, *one.told}:
            continue
        words = CellWords(look, one)
        asked = bool(doubted & set(one.told))
        made.append(
            Column(
                one.key,
                tr(one.title),
                one.width,
                value=words.kept,
                show=words.text,
                tip=words.tip,
                style=words.style if one.made else None,
                visible=one.usual or asked,
                # A cell at which somebody should look is there also where little room is.
                spare=one is not look.columns[0] and not asked,
                least=one.width if one.whole else max(_NAME if one is look.columns[0] else 0, one.width * 7 // 8),
            )
        )
    made.append(Column("why", tr("Why"), 0, kind="muted", value=why, tip=why, least=_WHY))
    return made


class RowsDelegate(ListDelegate):
    """Adds to the list's cells: doubt on a warm ground, old → new, a frame around the current cell."""

    def __init__(self, view: ListView, look: KindLook) -> None:
        super().__init__(view)
        #: A cell is open for correction: its frame stays though the keyboard is elsewhere.
        self.open_cell = False
        self._words = {one.key: CellWords(look, one) for one in look.columns}

    def _paint_cell(self, painter: QPainter, rect: QRect, model: ListModel, position: int, section: int) -> None:
        shown, row_shown, _value = model.cell(position, section)
        words = self._words.get(shown.key)
        look = theme()
        quiet = row_shown.left_out
        if words is not None and not quiet and any(one.doubtful for one in row_shown.notes_of(words.column.told)):
            painter.fillRect(rect.adjusted(0, 0, 0, -1), look.color("warning.soft"))
            self._write(painter, rect, _doubted(words, row_shown), "warning", "strong")
        elif words is not None and row_shown.taken and words.proposed(row_shown):
            painter.fillRect(rect.adjusted(0, 0, 0, -1), look.color("warning.soft"))
            self._write(painter, rect, tr("{value}?", value=words.text(row_shown)), "warning", "italic")
        elif words is not None and not quiet and words.before(row_shown):
            self._change(painter, rect, words, row_shown)
        elif quiet or (words is not None and row_shown.outcome.value in _QUIET_OUTCOMES):
            if shown.kind == "chip":
                super()._paint_cell(painter, rect, model, position, section)
            else:
                self._write(painter, rect, cell_text(shown, row_shown), "muted", "body", right=shown.right)
        elif shown.key == "why" and (row_shown.doubts or row_shown.outcome.value in ("doubtful", "refused")):
            tone = "danger" if row_shown.outcome.value == "refused" else "warning"
            self._write(painter, rect, cell_text(shown, row_shown), tone, "second")
        else:
            super()._paint_cell(painter, rect, model, position, section)
        current = self._view.currentIndex()
        here = (current.row(), current.column()) == (position, section)
        if words is not None and here and (self.open_cell or self._view.hasFocus()):
            painter.setPen(QPen(look.color("accent"), FOCUS))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -2))

    def _write(
        self, painter: QPainter, rect: QRect, text: str, token: str, font_role: str, *, right: bool = False
    ) -> None:
        look = theme()
        inner = rect.adjusted(look.space(2), 0, -look.space(2), 0)
        font = look.font(font_role)
        painter.setFont(font)
        painter.setPen(look.color(token))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter | side), shown)

    def _change(self, painter: QPainter, rect: QRect, words: CellWords, changed: PlanRow) -> None:
        """What was, struck through, and what it becomes; where there is little room both give way."""
        look = theme()
        inner = rect.adjusted(look.space(2), 0, -look.space(2), 0)
        old, new = words.before(changed), words.text(changed)
        old_font, new_font = look.font("strike"), look.font("strong")
        olds, news = QFontMetrics(old_font), QFontMetrics(new_font)
        side, gap = look.icon("chip"), look.space(1)
        room = inner.width() - side - 2 * gap
        if olds.horizontalAdvance(old) + news.horizontalAdvance(new) > room and words.column.by_the_end:
            old, new = ends(old, new)
        least = max(round(room * 0.55), room - olds.horizontalAdvance(old))
        new = news.elidedText(new, Qt.TextElideMode.ElideRight, least)
        old = olds.elidedText(old, Qt.TextElideMode.ElideRight, max(0, room - news.horizontalAdvance(new)))
        flag = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.setFont(old_font)
        painter.setPen(look.color("muted"))
        painter.drawText(inner, flag, old)
        left = inner.left() + olds.horizontalAdvance(old) + gap
        arrow = QRect(left, inner.top() + (inner.height() - side) // 2, side, side)
        paint_icon(painter, "arrow-right", arrow, look.color("muted"))
        painter.setFont(new_font)
        painter.setPen(look.color("success"))
        painter.drawText(inner.adjusted(left + side + gap - inner.left(), 0, 0, 0), flag, new)


def ends(old: str, new: str) -> tuple[str, str]:
    """``…01 40`` and ``…01 47``: two long numbers by their ends."""
    same = 0
    while same < min(len(old), len(new)) and old[same] == new[same]:
        same += 1
    cut = max(0, min(same, len(old) - 5, len(new) - 5))
    return ("…" + old[cut:].strip(), "…" + new[cut:].strip()) if cut > 2 else (old, new)


def _doubted(words: CellWords, shown: PlanRow) -> str:
    text = words.text(shown)
    if not text:
        text = next((note.raw for note in shown.notes_of(words.column.told) if note.raw), "")
    return tr("{value}?", value=text) if text else tr("missing")


def doubted_fields(rows: Sequence[PlanRow]) -> frozenset[str]:
    """The fields at which any of these rows has a doubtful cell."""
    return frozenset(note.field for row in rows for note in row.doubts)
