"""Sentences about the data file and its backups."""

from app.core.i18n import N_

SENTENCES: dict[str, str] = {
    "in_use": N_(
        "The file “{file}” is open in another program (user {user} on {host}, since {since}). Close it there first."
    ),
    "in_use_elsewhere": N_(
        "The file “{file}” seems to be open on the computer {host} (user {user}, since {since}). "
        "Close it there; if that computer no longer runs, delete the note “{note}” beside the file."
    ),
    "folder_not_writable": N_(
        "The folder “{folder}” cannot be written to. Choose another folder or ask for the right."
    ),
    "not_a_database": N_("“{file}” is not a Mentordesk file. Choose a file that ends in .mdesk."),
    "newer_database": N_(
        "“{file}” was made by a newer Mentordesk (schema {schema}). Install the newer version to open it; "
        "nothing was changed."
    ),
    "damaged_database": N_(
        "“{file}” is damaged and was left as it is. Restore the newest backup: File, Restore a backup."
    ),
    "disk_full": N_(
        "There is no room left on the disk of “{folder}”. Free some space and try again; nothing was lost."
    ),
    "disk_trouble": N_(
        "The disk of “{folder}” cannot be read or written. Check the disk or the connection and try again."
    ),
    "backup_failed": N_(
        "The backup “{file}” did not pass its check and is not used. Check the disk and make a new one."
    ),
    "backup_onto_itself": N_("“{file}” is the data file itself. Choose another name for the backup."),
    "is_a_folder": N_("“{file}” is a folder. Add the name of a file in it."),
    "database_elsewhere": N_(
        "A database on a server ({kind}) cannot be opened. Name a file that ends in .mdesk, or sqlite:/// before one."
    ),
    "migration_failed": N_(
        "“{file}” could not be brought to this version and was left as it was. A backup stands beside it."
    ),
    "no_database": N_("There is no file “{file}”. Check the name, or make the sample with: main.py demo"),
    "file_locked": N_("“{file}” is open in another program. The new version was kept beside it as “{kept}”."),
    "check_damaged": N_("The file is damaged: {what}. Restore the newest backup."),
    "check_dangling": N_("A record of the kind “{kind}” points to a record that is gone. Restore the newest backup."),
    "check_trail": N_("{count} records of the kind “{kind}” do not agree with the audit trail."),
    "not_unique": N_("There is already a record with the same {field}. Choose another one."),
    "not_possible": N_("This change would leave records without what they need, so it was not made."),
    "needed_elsewhere": N_(
        "This cannot be deleted, because other records need it: {by} ({count}). Change or delete those first."
    ),
    "changed_since": N_(
        "This can no longer be taken back: what it made was changed or used since. Take the later steps back first."
    ),
    "numbers_would_gap": N_(
        "Certificates with later numbers were issued since, so these stay in the register. "
        "Cancel them with a reason instead."
    ),
    "nothing_to_undo": N_("There is nothing to take back."),
    "nothing_to_redo": N_("There is nothing to do again."),
}
