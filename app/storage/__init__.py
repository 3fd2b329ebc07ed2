"""The data file: opening it, units of work, history, backups, migrations. Only SQLite opens the live file (D4)."""
