"""What the sheets of a file are besides lists: forms become tables, tables beside one another sheets of their own.

Done before anything is understood, so that all that follows knows lists only. A sheet for which the user chose a row of
headings or columns stays as it is.
"""

from collections.abc import Collection
from dataclasses import replace

from app.importers.forms import as_table
from app.importers.tables_beside import parts_of
from app.importers.workbook import Sheet, Workbook


def shaped(workbook: Workbook, headed: Collection[str] = (), mapped: Collection[str] = ()) -> Workbook:
    """The workbook with its forms turned and its tables taken apart.

    ``headed``: sheets of which the user said where the headings stand; ``mapped``: those of which he said what the
    columns are, which is said of a form's table, but of a whole sheet where tables stand beside one another. What has
    been shaped once stays as it is; a file of nothing but lists is given back itself.
    """
    sheets = tuple(part for sheet in workbook.sheets for part in _shaped(sheet, headed, mapped))
    if all(one is other for one, other in zip(sheets, workbook.sheets, strict=False)):
        return workbook
    return replace(workbook, sheets=sheets)


def _shaped(sheet: Sheet, headed: Collection[str], mapped: Collection[str]) -> tuple[Sheet, ...]:
    if sheet.shape or not sheet.rows or sheet.name in headed:
        return (sheet,)
    table = as_table(sheet)
    if table is not None:
        return (table,)
    return (sheet,) if sheet.name in mapped else parts_of(sheet)


def named(workbook: Workbook, names: Collection[str]) -> tuple[str, ...]:
    """Names of sheets, those of sheets that were taken apart replaced by the names of their parts."""
    parts: dict[str, list[str]] = {}
    for sheet in workbook.sheets:
        if sheet.of and sheet.of != sheet.name:
            parts.setdefault(sheet.of, []).append(sheet.name)
    return tuple(one for name in names for one in parts.get(name, [name]))
