"""Whom an attendance file may mean: those whose attendance is kept, all others who take part, and the rest."""

from collections.abc import Sequence

from app.core.people_comparison import Level, facts_of
from app.importers.attendance_people import Directory, Found, is_device, name_candidates
from app.importers.attendance_resolving import Known
from app.models.activities import Activity
from app.services import attendance, participations
from app.services.attendance import Grain
from app.services.attendance_import_slots import marks_now
from app.services.known_people import known_people, who_may_be_meant
from app.services.person_names import people_by_id, shown
from app.storage.work import View


class People:
    """Finds people for names and e-mail addresses; participants come first, others are only proposed (MA-7)."""

    def __init__(self, view: View, activity: Activity, wanted: Sequence[tuple[str, str]]) -> None:
        kept = [row.person_id for row in attendance.attending(view, activity)]
        others = {
            row.person_id
            for row in participations.list_rows(view, activity.id)
            if not row.cancelled and row.person_id not in kept
        }
        grid = attendance.grid(view, activity.id, Grain.SESSION)
        self.known = Known(frozenset(kept), frozenset(others), marks_now(grid))
        here = known_people(view, [*kept, *others])
        self._here = Directory(here)
        missing = [one for one in dict.fromkeys(wanted) if not self._here.find(*one).idents]
        facts = [facts_of(text, email=mail) for name, mail in missing for text in name_candidates(name) or (name,)]
        rest = who_may_be_meant(view, facts) if facts else ()
        self._rest = Directory(one for one in rest if one.ident not in {*kept, *others})
        met = {ident for one in missing for ident in self._rest.find(*one).idents}
        rows = people_by_id(view, {*kept, *others, *met})
        self.names = {ident: shown(row, view.language) for ident, row in rows.items()}

    def find(self, name: str, email: str) -> Found:
        """Whom a row means. Somebody who does not take part yet is never sure: the user says whether to add them."""
        found = self._here.find(name, email)
        if found.idents:
            return found
        rest = self._rest.find(name, email)
        if not rest.idents or (is_device(name) and not email):
            return Found()
        return Found(Level.POSSIBLE, rest.idents)
