"""How a command ended."""

from dataclasses import dataclass

from app.core.launch import WindowRequest


@dataclass(frozen=True, slots=True)
class Outcome:
    """The exit status, or what the window is to open."""

    status: int = 0
    window: WindowRequest | None = None
