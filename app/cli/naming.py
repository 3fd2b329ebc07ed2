"""Names in the dative: what is proposed for those who take part, and saying that it was looked at (CE-7)."""

import argparse
from typing import Any

from app.cli.desk import Desk
from app.cli.outcome import Outcome
from app.core.errors import NotFound
from app.core.i18n import LANGUAGES, N_, tr
from app.core.name_declension import DECLINING
from app.services import lookup, name_forms, participations
from app.services.name_forms import FormChoice, FormRow, FormState

_STATES = {
    FormState.CONFIRMED: N_("confirmed"),
    FormState.PROPOSED: N_("to confirm"),
    FormState.CHANGED: N_("name changed, to confirm"),
    FormState.MISSING: N_("no proposal"),
}


def add_to(verbs: "argparse._SubParsersAction[Any]") -> None:
    """The command ``certificate names``."""
    names = verbs.add_parser("names", help=tr("the names of an activity in the dative, and confirming them"))
    names.add_argument("code", metavar="ACTIVITY")
    names.add_argument("--language", dest="paper_language", choices=LANGUAGES, default=DECLINING[0])
    one = tr("this is right, as proposed or as typed here; may be repeated")
    names.add_argument("--confirm", action="append", default=[], metavar="PERSON[=TEXT]", help=one)
    names.add_argument("--json", action="store_true")
    names.set_defaults(run=run)


def run(desk: Desk, options: argparse.Namespace) -> Outcome:
    """List the names; before, confirm those that are named: all of them or none."""
    if options.confirm:
        rows = {row.code.casefold(): row for row in _rows(desk, options)}
        chosen = [_choice(rows, text) for text in options.confirm]
        with desk.existing.write(N_("Confirm names in the dative")) as work:
            name_forms.confirm(work, chosen)
    rows_now = _rows(desk, options)
    if options.json:
        desk.print_json([_plain(row) for row in rows_now])
        return Outcome()
    for row in rows_now:
        desk.print(f"{row.code}  {row.name}  →  {row.text or '–'}  ({tr(_STATES[row.state])})")
    return Outcome()


def _rows(desk: Desk, options: argparse.Namespace) -> tuple[FormRow, ...]:
    with desk.existing.read() as view:
        activity_id = lookup.activity_id(view, options.code)
        people = [row.person_id for row in participations.list_rows(view, activity_id) if not row.cancelled]
        return name_forms.rows(view, people, (options.paper_language,))


def _choice(rows: dict[str, FormRow], text: str) -> FormChoice:
    """``P-00012`` confirms what is proposed, ``P-00012=Олені Шевченко`` what is typed."""
    code, _, typed = text.partition("=")
    row = rows.get(code.strip().casefold())
    if row is None or not (typed.strip() or row.text):
        raise NotFound("not_found" if row is None else "name_form_missing", code=code.strip())
    return FormChoice(row.person_id, row.language, typed.strip() or row.text)


def _plain(row: FormRow) -> dict[str, str]:
    return {
        "code": row.code,
        "name": row.name,
        "language": row.language,
        "dative": row.text,
        "state": str(row.state),
    }
