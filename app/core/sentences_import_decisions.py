"""Sentences about decisions on an import: what cannot be decided, and what was done with each row and cell."""

from app.core.i18n import N_

SENTENCES: dict[str, str] = {
    "import_no_such_row": N_("The sheet {sheet} has no person in row {row}. Read the file again."),
    "import_no_such_row_told": N_(
        "The file has no person in row {value}. Write the row as in Excel, like 12 or Sheet!12."
    ),
    "import_row_in_sheets": N_("Several sheets have a row {value}: {sheets}. Write the sheet, too, like Sheet!12."),
    "import_row_told_twice": N_("Row {value} is named twice. Say one thing about each row."),
    "import_row_nameless": N_("Row {value} has no name, so it cannot be taken in. Type a name into the file first."),
    "import_row_itself": N_("Row {row} of the sheet {sheet} cannot be the same as itself. Choose another row."),
    "import_rows_one_file": N_("Rows can only be named for one file at a time. Take these files in one by one."),
    "import_person_gone": N_("The person is not there any more. Choose somebody else, or take the row as new."),
    "import_organisation_gone": N_("The organisation chosen for “{value}” is not there any more. Choose another one."),
    "import_no_such_organisation": N_("No row is of “{value}”. Write the organisation just as it stands in the file."),
    "import_action_left_out": N_("Left out, as you said."),
    "import_action_repeated": N_("Not taken in: the row repeats another one."),
    "import_action_refused": N_("Not taken in."),
    "import_action_waits": N_("Not taken in: nobody has decided about it."),
    "import_action_passed": N_("Passed over: no person."),
    "import_action_not_taken": N_("Not taken in, with its row."),
    "import_action_kept": N_("Taken in as read."),
    "import_action_emptied": N_("Left empty."),
}
