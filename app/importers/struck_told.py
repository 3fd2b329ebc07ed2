"""What is told of a cell in which all or a part is crossed out (SP-8), whatever the kind of the sheet."""

from app.core.text import one_line
from app.importers.cells import as_text
from app.importers.staged import CellWarning
from app.importers.workbook import Sheet

STRUCK, STRUCK_PART = "import_cell_struck", "import_part_struck"
_SHOWN = 120


def struck_warning(sheet: Sheet, place: tuple[int, int], name: str) -> tuple[CellWarning, ...]:
    """The warning of the cell at (row, column) in the column of a field; none where nothing is crossed out.

    Of a cell that is crossed out in part what still stands was taken; a whole one is taken and told.
    """
    told = sheet.partly.get(place)
    stands = one_line(as_text(sheet.cell(*place)))[:_SHOWN]
    if told is None and (place not in sheet.struck or not stands):
        return ()
    if told is None:
        return (CellWarning(name, place[1], stands, STRUCK, {"value": stands}),)
    whole, struck = told
    params = {"value": one_line(whole)[:_SHOWN], "struck": struck, "kept": stands}
    return (CellWarning(name, place[1], whole, STRUCK_PART, params),)
