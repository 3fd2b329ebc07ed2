"""Start of Mentordesk: the window when no command is given, else the command line."""

import gc
import sys


def main(arguments: list[str]) -> int:
    """Run what was asked for; gives the exit status (0 done, 1 refused, 2 wrong usage)."""
    if arguments[:1] == ["--read-workbook"]:
        # A frozen program has no interpreter to start for the reader of foreign spreadsheets: it starts itself.
        from app.services.workbook_reader import read

        return read(arguments[1])
    from app.cli.start import run

    try:
        outcome = run(arguments)
    except Exception as error:  # the last one who can say a sentence instead of a traceback
        from app.cli.apology import apologise

        return apologise(error)
    if outcome.window is None:
        return outcome.status
    # The window collects garbage by itself, in its own thread (app.ui.garbage); loading makes none.
    gc.disable()
    from app.ui.bootstrap import Options
    from app.ui.bootstrap import run as open_window

    return open_window(Options(outcome.window.database, outcome.window.language))


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(1)
