"""What is said when the program itself has a fault: one sentence, and the way to it in the log without values (D15)."""

import logging
import sys
import traceback

from app.core.i18n import tr
from app.core.logs import start_logging
from app.core.paths import user_data


def apologise(error: Exception) -> int:
    """Tell of a fault that nobody expected; gives the exit status."""
    start_logging()
    way = " < ".join(f"{step.name}:{step.lineno}" for step in reversed(traceback.extract_tb(error.__traceback__)))
    logging.getLogger("app.cli").error("%s %s", type(error).__name__, way)
    text = tr(
        "The program has a fault ({kind}); what was begun was taken back. Please send the file {log} to its makers.",
        kind=type(error).__name__,
        log=user_data() / "mentordesk.log",
    )
    print(text, file=sys.stderr)
    return 1
