"""The ways into an import: to its assistant, and at once to choosing the file, which is what one came for."""

from app.ui.desk import Desk
from app.ui.page import Place

#: What only an assistant that waits for a file can do; in no menu.
CHOOSE = "action.import.choose"


def start_import(desk: Desk, section: str = "import", about: str = "") -> None:
    """Go to the assistant of a kind of sheet, for a record where one is told, and choose a file there.

    Nothing is chosen where the page that is open must not be left, or where the assistant is at a file already.
    """
    desk.go(Place(section, about))
    desk.act(CHOOSE)
