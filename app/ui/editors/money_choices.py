"""Budget lines and activities of a programme, as record fields offer them."""

from app.services import activities, budgets
from app.ui.desk import Desk
from app.ui.fields.choices import Choice


def line_choices(desk: Desk, programme_id: str) -> list[Choice]:
    """The lines on which money can be spent, in the order of their codes; headings are left out."""
    with desk.context.read() as view:
        rows = budgets.list_rows(view, programme_id)
    titles = {row.code: row.title for row in rows}
    return [
        Choice(row.id, f"{row.code} {row.title}", titles.get(row.code.split(".")[0], ""))
        for row in rows
        if not row.heading
    ]


def activity_choices(desk: Desk, programme_id: str) -> list[Choice]:
    """Visits, trainings and other activities of the programme."""
    with desk.context.read() as view:
        return [Choice(row.id, row.title, row.code) for row in activities.list_rows(view, programme_id)]
