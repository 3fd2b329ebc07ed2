"""Dialogs: rare, never stacked, opened with ``open()``, freed on close."""
