"""The window: the only room that imports PySide6."""

import builtins

# PySide6 puts its own ``import`` in the place of Python's, for the sake of its ``__feature__`` switches: it then reads
# the source of every module that is imported, ours and all of SQLAlchemy's. The switches are not used here.
_import = builtins.__import__
import PySide6.QtCore  # noqa: E402, F401

builtins.__import__ = _import
