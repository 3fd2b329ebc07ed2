"""What changed on an agenda since the version before, in words for its last page (AR-4)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.core.i18n import N_
from app.core.vocabulary import AgendaChange, InterpretationMode, SessionKind, label
from app.documents.agenda_data import ListedChange
from app.documents.formats import formats
from app.documents.texts import Text, text_in
from app.services import paper_parts
from app.services.agenda_versions import SessionChange

#: What a changed field is called, in the order in which they are told.
_FIELDS = {
    "title": N_("Title"),
    "kind": N_("Kind"),
    "venue": N_("Venue"),
    "address": N_("Address"),
    "speakers": N_("Speaker / host"),
    "host_id": N_("Host"),
    "interpretation": N_("Interpretation"),
    "interpreters": N_("Interpreter"),
    "online_link": N_("Link"),
    "description": N_("Description"),
    "notes": N_("Notes"),
}
#: A longer text is cut in the list: the whole stands with its item.
_LONGEST = 160
_NOTHING = "–"

Item = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ChangeWords:
    """Tells changes in one or two languages; ``people`` and ``organisations`` are those of both snapshots."""

    first: str
    second: str
    people: Mapping[str, Any]
    organisations: Mapping[str, Any]

    def listed(
        self,
        changes: Sequence[SessionChange],
        before: Mapping[str, Item],
        now: Mapping[str, Item],
        reasons: Mapping[str, str],
        who: Mapping[str, str],
    ) -> tuple[ListedChange, ...]:
        """A line for each change; ``before``, ``now``: the items of both states, ``reasons`` and ``who`` by key."""
        return tuple(
            self._line(change, before.get(change.session_id), now.get(change.session_id), reasons, who)
            for change in changes
        )

    def _line(
        self,
        change: SessionChange,
        was: Item | None,
        now: Item | None,
        reasons: Mapping[str, str],
        who: Mapping[str, str],
    ) -> ListedChange:
        shown = now or was or {}
        old, new = Text(), self._label(label(AgendaChange.CANCELLED))
        if change.change is AgendaChange.NEW:
            new = self._moment(change.new_start, change.new_end)
        elif change.change is AgendaChange.CANCELLED:
            old = self._moment(change.old_start, change.old_end)
        else:
            old, new = self._both(change, was or {}, now or {})
        days = {moment.date() for moment in (change.old_start, change.new_start) if moment}
        return ListedChange(
            item=text_in(shown.get("title", {}), self.first, self.second) or Text(change.title),
            was=old,
            now=new,
            reason=Text(reasons.get(change.session_id, "")),
            who=who.get(change.session_id, ""),
            days=tuple(sorted(days)),
        )

    def _both(self, change: SessionChange, was: Item, now: Item) -> tuple[Text, Text]:
        old, new = [], []
        if (change.old_start, change.old_end) != (change.new_start, change.new_end):
            old.append(self._moment(change.old_start, change.old_end))
            new.append(self._moment(change.new_start, change.new_end))
        for name, word in _FIELDS.items():
            if name in change.fields:
                named = self._label(word)
                old.append(_told(named, self._value(name, was.get(name))))
                new.append(_told(named, self._value(name, now.get(name))))
        return _lines(old), _lines(new)

    def _value(self, name: str, value: Any) -> Text:
        if not value:
            return Text()
        match name:
            case "kind":
                return self._label(label(SessionKind(value)))
            case "interpretation":
                return self._label(label(InterpretationMode(value)))
            case "host_id":
                return text_in(self.organisations.get(value, {}).get("name", {}), self.first, self.second)
            case "speakers" | "interpreters":
                names = [paper_parts.name_from_plain(self.people[one]) for one in value if one in self.people]
                second = ", ".join(name.shown(self.second) for name in names) if self.second else ""
                return Text(", ".join(name.shown(self.first) for name in names), second)
            case "address" | "online_link":
                return Text(str(value))
            case _:
                return text_in(value, self.first, self.second)

    def _label(self, word: str) -> Text:
        return paper_parts.label_text(word, self.first, self.second)

    def _moment(self, start: datetime | None, end: datetime | None) -> Text:
        if start is None or end is None:
            return Text()

        def told(language: str) -> str:
            forms = formats(language, bool(self.second))
            return f"{forms.date_short(start.date())}, {forms.time_range(start.time(), end.time())}"

        return Text(told(self.first), told(self.second) if self.second else "")


def _told(named: Text, value: Text) -> Text:
    first = f"{named.first}: {_cut(value.first)}"
    return Text(first, f"{named.second}: {_cut(value.second or value.first)}" if named.second else "")


def _cut(text: str) -> str:
    text = text.strip()
    return (text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…") or _NOTHING


def _lines(texts: Sequence[Text]) -> Text:
    first = "\n".join(text.first for text in texts)
    second = "\n".join(text.second for text in texts)
    return Text(first, second if second.strip() and second != first else "")
