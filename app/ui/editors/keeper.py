"""Keeps a record in step with the forms that show it: what is typed is saved, what others change is shown.

One keeper for a record page; its forms and owned lists, perhaps on several tabs, together hold one draft. A changed
field is kept when one leaves it, or 0.8 seconds after the last keystroke. Nothing typed is overwritten: when a field
that is being typed was changed elsewhere, both are told.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.core.changes import ChangeSet
from app.core.errors import Conflict, Invalid, MentordeskError, NotFound, Problem
from app.core.i18n import tr
from app.ui.desk import Desk
from app.ui.editors.draft_dialog import without_empty_links
from app.ui.editors.writing import write
from app.ui.form import FormEditor, as_read, twice
from app.ui.messages import error_text
from app.ui.widgets.messages_view import Way

#: Milliseconds after the last keystroke until what was typed is kept.
_PAUSE = 800


@dataclass(frozen=True, slots=True)
class Verbs:
    """How a kind of record is read, checked and saved, and what its unit of work is called (a message id)."""

    load: Callable[[Any, str], Any]
    check: Callable[[Any], Sequence[Problem]]
    save: Callable[[Any, str, Any], Any]
    unit: str
    kind: str
    owned: tuple[str, ...] = ()


class Keeper(QObject):
    """``shown(draft)`` after the record was read or kept; ``gone()`` when it was deleted; ``problems(problems)``."""

    shown = Signal(object)
    problems = Signal(object)
    gone = Signal()

    def __init__(self, desk: Desk, verbs: Verbs, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._verbs = verbs
        self._forms: list[FormEditor] = []
        self._base: Any = None
        self._sent: Any = None
        self._again = False
        self._theirs: dict[str, object] = {}
        self.ident = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.keep)

    def add_form(self, form: FormEditor) -> None:
        """A form that shows fields of the record."""
        self._forms.append(form)
        form.changed.connect(self._on_typed)
        form.kept.connect(self._on_left)
        form.submitted.connect(self.keep)
        if self._base is not None:
            form.load(self._base)

    @property
    def base(self) -> Any:
        """The draft as it was last read or kept; None while no record is shown."""
        return self._base

    # showing --------------------------------------------------------------------------------------------------
    def show(self, ident: str) -> bool:
        """Show a record; False when there is none with that key."""
        if ident == self.ident and self._base is not None:
            self.refresh()
            return self._base is not None
        self._timer.stop()
        self.ident, self._sent, self._again, self._theirs = ident, None, False, {}
        fresh = self._read()
        if fresh is None:
            self.ident, self._base = "", None
            return False
        self._base = fresh
        for form in self._forms:
            form.load(fresh)
        self.shown.emit(fresh)
        return True

    def _read(self) -> Any:
        try:
            with self._desk.context.read() as view:
                return self._verbs.load(view, self.ident)
        except NotFound:
            return None

    def changes(self, change_set: ChangeSet) -> None:
        """Hand on from the page: look again when the record, or what belongs to it, was touched."""
        if not self.ident or self._base is None:
            return
        touched = self.ident in change_set.ids(self._verbs.kind) or change_set.touches(*self._verbs.owned)
        if touched and self._sent is None:
            self.refresh()

    def refresh(self) -> None:
        """Read the record again; fields that are being typed keep what was typed."""
        fresh = self._read()
        if fresh is None:
            self.ident, self._base = "", None
            self.gone.emit()
        elif fresh != self._base:
            self._take(fresh, self._base)

    def _take(self, fresh: Any, known: Any) -> None:
        """Make ``fresh`` the base. A field that shows ``known`` follows; one that was typed in stays and is told."""
        self._theirs = {}
        for form in self._forms:
            for name, made in form.fields.items():
                was, now = getattr(known, name), getattr(fresh, name)
                if was == now:
                    continue
                if _same(made.value(), was):
                    made.set_value(now)
                elif not _same(made.value(), now) and self._sent is None:
                    self._theirs[name] = now
        self._base = fresh
        self._tell_theirs()
        self.shown.emit(fresh)

    def _tell_theirs(self) -> None:
        for form in self._forms:
            both = [made.title for name, made in form.fields.items() if name in self._theirs]
            if both:
                form.strip.show_message(
                    tr("Changed elsewhere meanwhile: {fields}", fields=", ".join(both)),
                    tr("What you typed stays and is kept when you leave the field."),
                    tone="warning",
                    ways=(Way(tr("Take the other"), self._on_take_theirs, "record.take_theirs"),),
                )

    def _on_take_theirs(self) -> None:
        for form in self._forms:
            for name, made in form.fields.items():
                if name in self._theirs:
                    made.set_value(self._theirs[name])
            form.strip.show_message("")
        self._theirs = {}

    # keeping --------------------------------------------------------------------------------------------------
    def draft(self) -> Any:
        """The draft as it stands in all forms."""
        typed: dict[str, Any] = {}
        for form in self._forms:
            for name, made in form.fields.items():
                value, before = made.value(), getattr(self._base, name)
                typed[name] = before if _same(value, before) else value
        return without_empty_links(replace(self._base, **typed))

    def is_dirty(self) -> bool:
        """Whether something was typed that is not kept yet."""
        return self._base is not None and (bool(self._sent) or self.draft() != self._base)

    def change(self, **values: Any) -> None:
        """Change fields that no form shows, such as owned rows, and keep them at once."""
        if self._base is not None:
            self._keep(replace(self.draft(), **values))

    def keep(self) -> bool:
        """Save what was typed; False when something is wrong and told under its field."""
        self._timer.stop()
        if self._base is None:
            return True
        unread = [made for form in self._forms for made in form.fields.values() if not made.is_readable()]
        return not unread and self._keep(self.draft())

    def _keep(self, draft: Any) -> bool:
        problems = tuple(self._verbs.check(draft))
        self._show_problems(problems)
        if any(problem.severity == "error" for problem in problems):
            return False
        if draft == self._base:
            return True
        if self._sent is not None:
            self._again = True
            return True
        self._sent = draft
        ident, verbs = self.ident, self._verbs

        def save(work: Any) -> Any:
            verbs.save(work, ident, draft)
            return ident, verbs.load(work, ident)

        write(self._desk, verbs.unit, save, done=self._on_kept, failed=self._on_failed)
        return True

    def _on_kept(self, found: tuple[str, Any]) -> None:
        ident, fresh = found
        if ident != self.ident:
            return
        sent, self._sent = self._sent, None
        self._take(fresh, sent)
        if self._again:
            self._again = False
            self.keep()

    def _on_failed(self, error: BaseException) -> None:
        self._sent, self._again = None, False
        if isinstance(error, Invalid):
            self._show_problems(error.problems)
        elif isinstance(error, Conflict):
            self.refresh()
            self._desk.say_error(error, tr("This record was changed meanwhile"))
        elif found := twice(error, self._forms):
            self._show_problems(found)
        elif isinstance(error, MentordeskError) and self._forms:
            self._forms[0].strip.show_message(tr("This was not kept"), error_text(error), tone="danger")
        else:
            self._desk.say_error(error)

    def _show_problems(self, problems: Sequence[Problem]) -> None:
        shown = {name for form in self._forms for name in form.fields}
        for number, form in enumerate(self._forms):
            own = [problem for problem in problems if problem.field in form.fields]
            if number == 0:
                own += [problem for problem in problems if problem.field not in shown]
            if not self._theirs:
                form.show_problems(own, focus=False)
        self.problems.emit(problems)

    def may_leave(self) -> bool:
        """Keep what was typed before the page is left; False, and told, when it cannot be kept."""
        if self._base is None or self.keep():
            return True
        self._desk.say(
            tr("This cannot be kept yet"),
            tr("Put right what is marked, or take it back with Ctrl+Z in the field."),
            tone="warning",
        )
        return False

    def _on_typed(self) -> None:
        self._timer.start()

    def _on_left(self, _name: str) -> None:
        self.keep()


def _same(shown: object, kept: object) -> bool:
    """Whether a field shows what is kept: an empty record field stands for no link, space around a text is not read."""
    return shown in (kept, as_read(kept)) or (shown in ("", None) and kept in ("", None))
