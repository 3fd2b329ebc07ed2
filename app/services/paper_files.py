"""File names of papers that every system can hold (D12, O6)."""

from app.core.text import fold


def safe_name(text: str) -> str:
    """A file name of letters, digits, spaces and hyphens; Cyrillic by the table of the passport."""
    kept = "".join(ch if ch.isalnum() or ch in " -_." else " " for ch in _latin(text))
    return " ".join(kept.split())[:120].rstrip(". ") or "paper"


def _latin(text: str) -> str:
    return text if text.isascii() else fold(text)
