"""Start of Mentordesk: the window when no command is given, else the command line."""

import sys


def main(arguments: list[str]) -> int:
    """Run what was asked for; gives the exit status (0 done, 1 refused, 2 wrong usage)."""
    from app.cli.start import run

    outcome = run(arguments)
    if outcome.window is None:
        return outcome.status
    from app.ui.bootstrap import run as open_window

    return open_window(outcome.window)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
