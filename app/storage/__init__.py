"""The data file: opening it, units of work, history, backups, migrations. Nothing but SQLite opens the live file (D4)."""
