"""The sentences of attendance taken from files: sign-in lists and logs of online meetings."""

from app.core.i18n import N_

#: Why a file is not taken as it is. Each says what to do.
REFUSALS: dict[str, str] = {
    "attendance_nothing_to_mark": N_(
        "{activity} has no sessions that count and no dates, so nobody can be marked. "
        "Add its agenda or its dates first."
    ),
    "attendance_session_unknown": N_(
        "There is no session “{session}”. Say its number, from 1 to {count}, or its title."
    ),
    "attendance_day_unknown": N_("The activity has nothing on {day}. Its days are: {days}."),
    "attendance_zone_unknown": N_("“{zone}” is no time zone. Write it like Europe/Kyiv."),
    "attendance_no_list": N_(
        "No sheet has names beside days, sessions or marks, and none is the log of a meeting. Choose another file."
    ),
    "attendance_which_day": N_("The file does not tell its day. Say which day is meant: {days}."),
    "attendance_which_session": N_(
        "The file tells only how long people were there, and {count} sessions come into question. "
        "Say which one is meant."
    ),
    "attendance_other_day": N_("The file is about {day}. The activity has nothing on that day; its days are: {days}."),
    "attendance_outside": N_(
        "The meeting of the file was at {log}, the sessions of that day are at {sessions}. "
        "Say in which time zone the file was written, or set the times of the agenda right."
    ),
    "attendance_name_missing": N_("“{name}” is not a name of a person. Choose who it was, or leave the row out."),
    "attendance_other_role": N_(
        "{name} takes part in a role whose attendance is not kept. Change the role in the list of participants first."
    ),
}

#: What is told beside a cell or of the whole file. {value} is what stands in the file.
WARNINGS: dict[str, str] = {
    "attendance_mark_unreadable": N_("“{value}” does not say whether somebody was there."),
    "attendance_mark_unclear": N_("“{value}” can mean present or absent here, because the list has ticks as well."),
    "attendance_mark_with_more": N_("Only the first word of “{value}” was taken."),
    "attendance_mark_late": N_("“{value}” was taken as present: somebody who came late or left early was there."),
    "attendance_of_answers": N_("Whoever sent the form on a day of the activity was taken as present."),
    "attendance_mark_contradicts": N_("The file says two things about one session; the first one holds."),
    "attendance_mark_kept": N_("The mark “{value}” stays although the log does not show this person."),
    "attendance_number_as_hours": N_("“{value}” was taken as hours."),
    "attendance_number_as_minutes": N_("“{value}” was taken as minutes."),
    "attendance_no_leave": N_("The log tells no leaving; the end of the meeting was taken."),
    "attendance_time_shared": N_(
        "The log tells first and last minute and a shorter time between them; that time was shared out evenly."
    ),
    "attendance_order_unproved": N_("Day and month of the log can be swapped. Check that the day is right."),
    "attendance_row_without_session": N_("The activity has no session like “{value}”."),
    "attendance_days_left_out": N_("Days that the activity does not have were left out: {days}."),
    "attendance_columns_left_out": N_("These columns were left out: {columns}."),
}

#: Why a row has its outcome, or was passed over.
REASONS: dict[str, str] = {
    "attendance_row_new": N_("Marks are added."),
    "attendance_row_joins": N_("Becomes a participant, marks are added."),
    "attendance_row_update": N_("Marks that change: {n}."),
    "attendance_row_same": N_("Marked so already."),
    "attendance_row_empty": N_("The row has no mark."),
    "attendance_row_together": N_("Counted together with row {row}."),
    "attendance_row_repeated": N_("Says the same as row {row}."),
    "attendance_row_contradicts": N_("Says something else than another row of the same person."),
    "attendance_row_signature": N_("There is a signature, but no mark. Say whether this person was there."),
    "attendance_row_other_role": N_("Takes part in a role whose attendance is not kept."),
    "attendance_row_perhaps": N_("Perhaps one of the participants. Choose who it was."),
    "attendance_row_not_participant": N_("Known, but not a participant. Add this person, or leave the row out."),
    "attendance_row_unknown": N_(
        "Nobody like this takes part. Choose who it was, add the person, or leave the row out."
    ),
    "attendance_row_device": N_("This is a device or a room, not a person. Choose who used it, or leave the row out."),
    "attendance_row_waiting": N_("Time in the waiting room does not count."),
    "attendance_row_without_time": N_("The row tells no time that can be read."),
    "attendance_sheet_without_names": N_("The sheet has no column of names."),
    "attendance_sheet_without_marks": N_("The sheet has no column of marks."),
    "attendance_sheet_without_day": N_("The sheet does not tell its day."),
    "attendance_sheet_other_day": N_("The sheet is about a day that the activity does not have."),
}

SENTENCES: dict[str, str] = REFUSALS | WARNINGS | REASONS
