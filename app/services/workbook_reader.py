"""The reader of foreign spreadsheets as a program of its own, for a frozen program that starts itself for it."""


def read(path: str) -> int:
    """Read one workbook and write its cells to standard output; gives the exit status. See importers.reader_child."""
    from app.importers.reader_child import main

    return main(path)
