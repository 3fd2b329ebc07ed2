"""Where things stand: the program's own resources, the user's data and settings."""

import sys
from pathlib import Path

import platformdirs

APP_NAME = "mentordesk"


def resources() -> Path:
    """The folder of the program's own resources; also inside a frozen program."""
    frozen = getattr(sys, "_MEIPASS", None)
    return Path(frozen, "resources") if frozen else Path(__file__).resolve().parents[2] / "resources"


def user_data() -> Path:
    """The per-user folder for the data file and its backups."""
    return Path(platformdirs.user_data_dir(APP_NAME, appauthor=False))


def user_settings() -> Path:
    """The per-user folder for settings and window state."""
    return Path(platformdirs.user_config_dir(APP_NAME, appauthor=False))


def default_database() -> Path:
    """The data file used when none was ever chosen."""
    return user_data() / "programmes.mdesk"
