"""Start of Mentordesk: the window when no command is given, else the command line."""

import sys


def main(arguments: list[str]) -> int:
    """Run what was asked for; gives the exit status (0 done, 1 refused, 2 wrong usage)."""
    if arguments[:1] == ["--read-workbook"]:
        # A frozen program has no interpreter to start for the reader of foreign spreadsheets: it starts itself.
        from app.importers.reader_child import main as read_workbook

        return read_workbook(arguments[1])
    from app.cli.start import run

    outcome = run(arguments)
    if outcome.window is None:
        return outcome.status
    from app.ui.bootstrap import Options
    from app.ui.bootstrap import run as open_window

    return open_window(Options(outcome.window.database, outcome.window.language))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
