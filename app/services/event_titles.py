"""What an event is called on every paper: by its title, with its theme on a line of its own below (CE-4, PL-4).

The one place that decides it, so that agenda, sign-in sheet, certificate, register, signed code, badge and letter say
the same: who compares a certificate with the sheet somebody signed finds one title.
"""

from collections.abc import Mapping
from typing import Any

from app.core.text import fold
from app.documents.texts import Text, text_in

Texts = Mapping[str, str]

#: The first edition of certificates that follow the rule. Those of earlier editions carried the theme in the place of
#: the title; they go on to say what stands on the paper that their holders have.
_BY_TITLE = 2


def title_of(title: Texts, theme: Texts) -> Texts:
    """The texts of an event's title; its theme where nobody gave it a title."""
    return title if any(text.strip() for text in title.values()) else theme


def title_in(title: Texts, theme: Texts, first: str, second: str = "") -> Text:
    """The title in one or two languages."""
    return text_in(title_of(title, theme), first, second)


def theme_in(title: Texts, theme: Texts, first: str, second: str = "") -> Text:
    """The theme in one or two languages; empty where it says no more than the title."""
    called, told = title_in(title, theme, first, second), text_in(theme, first, second)
    return Text() if fold(told.first) == fold(called.first) else told


def ruled(snapshot: Mapping[str, Any]) -> bool:
    """Whether a certificate with this snapshot is printed by the rule, or as before there was one."""
    return int(snapshot.get("edition", 0)) >= _BY_TITLE


def of_snapshot(snapshot: Mapping[str, Any]) -> Texts:
    """The title as a certificate with this snapshot prints it; empty for a snapshot that holds none."""
    title, theme = snapshot.get("title") or {}, snapshot.get("theme") or {}
    return title_of(title, theme) if ruled(snapshot) else theme or title


def theme_of_snapshot(snapshot: Mapping[str, Any], first: str, second: str = "") -> Text:
    """The theme as a certificate with this snapshot prints it below the title: not at all on the earlier ones."""
    if not ruled(snapshot):
        return Text()
    return theme_in(snapshot.get("title") or {}, snapshot.get("theme") or {}, first, second)
