"""What the window remembers: place, look, language, layouts of lists."""

from app.core.settings import Settings


class WindowState(Settings):
    """The user's settings as the window uses them; the command line reads the same file."""
