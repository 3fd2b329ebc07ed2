"""Messy workbooks of our own making, as towns send them, with what a careful reader makes of each (7.1)."""
