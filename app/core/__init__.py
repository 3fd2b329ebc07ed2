"""Pure helpers that every other room may use: no database, no window, no file formats."""
