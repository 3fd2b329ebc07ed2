"""Start of Mentordesk: the window when no command is given, else the command line."""

import sys


def main(arguments: list[str]) -> int:
    """Run what was asked for; gives the exit status (0 done, 1 refused, 2 wrong usage)."""
    if arguments[:1] == ["--read-workbook"]:
        # A frozen program has no interpreter to start for the reader of foreign spreadsheets: it starts itself.
        from app.importers.reader_child import main as read_workbook

        return read_workbook(arguments[1])
    from app.cli.start import run

    try:
        outcome = run(arguments)
    except Exception as error:  # the last one who can say a sentence instead of a traceback
        return _apologise(error)
    if outcome.window is None:
        return outcome.status
    from app.ui.bootstrap import Options
    from app.ui.bootstrap import run as open_window

    return open_window(Options(outcome.window.database, outcome.window.language))


def _apologise(error: Exception) -> int:
    """One sentence about a fault of the program itself; the way to it goes into the log, without any values (D15)."""
    import logging
    import traceback

    from app.core.i18n import tr
    from app.core.logs import start_logging
    from app.core.paths import user_data

    start_logging()
    way = " < ".join(f"{step.name}:{step.lineno}" for step in reversed(traceback.extract_tb(error.__traceback__)))
    logging.getLogger("app.cli").error("%s %s", type(error).__name__, way)
    text = tr(
        "The program has a fault ({kind}); what was begun was taken back. Please send the file {log} to its makers.",
        kind=type(error).__name__,
        log=user_data() / "mentordesk.log",
    )
    sys.stderr.write(text + "\n")
    return 1


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(1)
