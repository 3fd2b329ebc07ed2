"""The log: events by name with ids, never values of records (D15); small and rotating."""

import logging
from logging.handlers import RotatingFileHandler

from app.core.paths import user_data


def start_logging() -> None:
    """Write warnings and worse to a rotating file in the user's folder; a folder that refuses leaves no log."""
    folder = user_data()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(folder / "mentordesk.log", maxBytes=200_000, backupCount=2, encoding="utf-8")
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger("app")
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
