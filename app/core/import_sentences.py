"""The sentences of everything that reading a spreadsheet can tell: refusals, warnings on cells, reasons of outcomes."""

from app.core.i18n import N_
from app.core.sentences_record_imports import READING

#: Why a file is not opened. Each says what to do.
REFUSALS: dict[str, str] = {
    "import_missing": N_("The file cannot be found or read. Check that it is still where it was."),
    "import_locked": N_("Another program keeps the file to itself. Close it there, then try again."),
    "import_owner_file": N_(
        "This is only the small file that Excel keeps while a workbook is open. Choose the workbook itself."
    ),
    "import_empty": N_(
        "The file is empty. Perhaps it has not been downloaded completely; ask the sender for it again."
    ),
    "import_not_a_workbook": N_("This is not a spreadsheet. Choose an .xlsx, .xls, .xlsb, .ods or .csv file."),
    "import_web_page": N_("This is a web page without a table. Ask the sender for the spreadsheet itself."),
    "import_document": N_(
        "This is a text document. Copy its table into a spreadsheet, or ask the sender for the list as one."
    ),
    "import_numbers": N_("This is a file of Apple Numbers. Ask the sender to export it as an Excel workbook."),
    "import_archive": N_("This is an archive. Unpack it, then choose the spreadsheet in it."),
    "import_old_excel": N_("This workbook is of a very old kind. Open it in LibreOffice and save it as .xlsx."),
    "import_nothing_pasted": N_(
        "There are no cells on the clipboard. Copy the table in the spreadsheet, then paste it."
    ),
    "import_sparse": N_(
        "The cell {cell} stands far away from the list and makes the sheet enormous. "
        "Delete the rows and columns behind the list, save the workbook, then try again."
    ),
    "import_pdf": N_("This is a PDF. Ask the sender for the spreadsheet that it was made from."),
    "import_picture": N_("This is a picture. Ask the sender for the spreadsheet itself."),
    "import_password": N_(
        "The workbook is locked with a password. Open it in Excel, save it without one, then try again."
    ),
    "import_damaged": N_("The file is damaged or incomplete. Open it in Excel or LibreOffice and save it anew."),
    "import_too_big": N_("The workbook is too big to be a list. Copy the list into a new workbook and try that."),
    "import_too_many_rows": N_("The workbook has more than {most} rows. Divide it into several files."),
    "import_dangerous": N_(
        "The file is built in a way that could harm this computer ({reason}), so it was not opened. "
        "Copy the list into a new workbook and try that."
    ),
    "import_takes_too_long": N_("Reading the file takes too long. Copy the list into a new workbook and try that."),
    "import_unreadable": N_(
        "The file cannot be read. Open it in Excel or LibreOffice and save it as .xlsx, then try again."
    ),
    "import_no_headings": N_(
        "No sheet has headings like name, surname or e-mail. Say in which row the headings stand."
    ),
    "import_no_such_sheet": N_("There is no sheet called {sheet}. The sheets are: {sheets}."),
}

#: What is told beside a cell. {value} is what stands in the file.
WARNINGS: dict[str, str] = {
    "import_invisible_characters": N_("Invisible characters were taken out."),
    "import_text_cut": N_("The text was cut after {most} characters."),
    "import_email_unreadable": N_("“{value}” is not an e-mail address."),
    "import_email_of_other": N_(
        "{name} ({person}), who is known here, has this e-mail. Is it the same person, or do both use one mail box?"
    ),
    "import_email_lookalikes": N_(
        "The e-mail address held Cyrillic letters that look like Latin ones; they were replaced."
    ),
    "import_email_at_written": N_("The sign @ was written as a word; {kept} was taken."),
    "import_contacts_unreadable": N_("“{value}” is neither an e-mail address nor a phone number."),
    "import_email_shared": N_("Row {row} has the same e-mail address under another name."),
    "import_second_value": N_("{kept} was taken as the main one; kept beside it: {others}."),
    "import_gender_unreadable": N_("“{value}” does not say whether it is a woman or a man."),
    "import_gender_conflict": N_("The patronymic says otherwise than “{value}”."),
    "import_number_lost": N_("Excel has rounded this number; its last digits are lost. Ask the sender for it."),
    "import_zeros_lost": N_("Excel may have dropped zeros at the start of this number. Compare it with the document."),
    "import_passport_lookalikes": N_(
        "Cyrillic letters in the passport number were replaced by the Latin ones they look like."
    ),
    "import_passport_taken_out": N_("{kept} was taken as the passport number out of a longer text."),
    "import_passport_unreadable": N_("“{value}” is not a passport number."),
    "import_passport_runs_out": N_(
        "The passport runs out on {expiry}, less than three months after the end of the activity."
    ),
    "import_passport_ended": N_("The passport runs out on {expiry}, before the activity ends."),
    "import_phone_unreadable": N_("“{value}” is not a phone number."),
    "import_phone_unusual": N_("This phone number does not look like one that is given out."),
    "import_phone_country_taken": N_(
        "The number has no country code, and more than one country has such numbers; {kept} was taken."
    ),
    "import_phone_part_unreadable": N_("A part of “{value}” is not a phone number."),
    "import_date_unreadable": N_("“{value}” is not a date."),
    "import_date_implausible": N_("“{value}” cannot be this date."),
    "import_date_partial": N_("Only the year is known."),
    "import_date_month_only": N_("Only the month and the year are known."),
    "import_date_young": N_("This person would be younger than 14."),
    "import_date_swappable": N_("Day and month can be swapped; the day was taken first."),
    "import_month_two_ways": N_("“listopad” is October in Croatian and November in Polish; October was taken."),
    "import_mixed_script": N_("Letters that look alike in both alphabets were mixed; repaired in: {words}."),
    "import_foreign_letters": N_("The name has letters that Ukrainian does not have; check the Latin spelling."),
    "import_name_order": N_("It is not certain which word is the family name."),
    "import_name_and_more": N_(
        "The cell holds more than a name; “{kept}” was taken as the name, the rest as the position."
    ),
    "import_name_beside": N_("“{others}” beside the name was left out; it may be an earlier name or a nickname."),
    "import_several_people": N_(
        "The cell names more than one person: {first}; {others}. This row stands for {first} alone; "
        "give each of the others a row of his or her own."
    ),
    "import_name_single": N_("There is only one word of the name."),
    "import_latin_differs": N_("The Latin spelling does not seem to be of the same name."),
    "import_cell_struck": N_("“{value}” is crossed out in the file: perhaps it no longer holds."),
    "import_part_struck": N_("Part of the cell is crossed out: “{struck}”. Only “{kept}” was taken."),
    "import_error_cell": N_("The cell shows an error of the spreadsheet ({value})."),
    "import_formula_unsaved": N_(
        "The cell is a formula without a saved result. Open the file in Excel, save it, try again."
    ),
}

#: Why a row has its outcome, or was passed over.
REASONS: dict[str, str] = {
    "import_row_new": N_("Nobody like this yet."),
    "import_row_duplicate": N_("The same person as in row {row} of the sheet {sheet}."),
    "import_row_perhaps_duplicate": N_("Perhaps the same person as in row {row} of the sheet {sheet}."),
    "import_row_same": N_("Known already, nothing changes."),
    "import_row_update": N_("Known already; fields that change: {n}."),
    "import_row_perhaps_known": N_("Perhaps somebody known already."),
    "import_row_without_name": N_("The row has no name."),
    "import_row_name_open": N_("The name is not known yet to the sender."),
    "import_row_several_people": N_("Does this row mean {first} alone? It also names {others}."),
    "import_row_cancelled": N_("The list says “{remark}”: perhaps this person does not come."),
    "import_row_crossed_out": N_("The row is crossed out in the file: perhaps this person does not come."),
    "import_row_name_part_struck": N_("Part of the name is crossed out: “{value}”. Does this row mean “{kept}”?"),
    "import_row_total": N_("A row of totals."),
    "import_row_heading": N_("A repeated heading."),
    "import_row_contact": N_("A further telephone of the person above."),
    "import_row_line": N_("A further line of the row above; it stands in its description."),
    "import_row_group": N_("The heading of a group."),
    "import_row_remark": N_("A remark, not a person."),
    "import_row_hidden": N_("The row is hidden in the file."),
    "import_sheet_hidden": N_("The sheet is hidden in the file."),
    "import_sheet_without_people": N_("No headings of a list of people."),
}

SENTENCES: dict[str, str] = REFUSALS | WARNINGS | REASONS | READING
