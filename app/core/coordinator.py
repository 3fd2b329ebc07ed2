"""Who works with this program: a name that was told in the settings, else the name at the system's login.

The history and the list of changes of an agenda (AR-4) name people; a login says little to those who read a paper.
"""

import getpass
import unicodedata

#: The setting that holds the name.
SETTING = "user.name"
_LONGEST = 80
_name = [""]


def login() -> str:
    """The name at the system's login; empty where the system tells none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def use_name(name: str) -> None:
    """Call the user so from now on; empty: by the login. Control and direction marks are left out (D12)."""
    kept = "".join(" " if letter.isspace() else letter for letter in name)
    kept = "".join(letter for letter in kept if unicodedata.category(letter) not in {"Cc", "Cf", "Cs", "Cn", "Co"})
    _name[0] = " ".join(kept.split())[:_LONGEST].strip()


def name() -> str:
    """The name that was told; empty for none."""
    return _name[0]


def who() -> str:
    """Whom the history names for what is done now."""
    return _name[0] or login()


def told(recorded: str) -> str:
    """Who somebody in the history is for a reader: the user's name where the history holds their login."""
    return _name[0] if _name[0] and recorded == login() else recorded
