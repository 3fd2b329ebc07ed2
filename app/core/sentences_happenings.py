"""Sentences of activities, agendas, attendance, certificates, deliverables, money and of what needs somebody now."""

from app.core.i18n import N_

SENTENCES: dict[str, str] = {
    # Activities and who takes part
    "percent_out_of_range": N_("{value} is no percentage. Use a number from 0 to 100."),
    "hour_minutes_unknown": N_("An hour has 60 minutes, an academic hour 45; {value} is neither."),
    "number_negative": N_("{value} is less than nothing. Use 0 or more, or leave it empty."),
    "time_zone_unknown": N_("“{value}” is no time zone. Choose one from the list, like Europe/Kyiv."),
    "aim_too_long": N_("The aim has {length} characters, {limit} fit on the agenda. Shorten it."),
    "change_reason_missing": N_("The dates differ from the plan. Say why: the report to the donor asks for it."),
    "date_of_past_unknown": N_("It took place, but nobody knows when. Type the month or the year at least."),
    "person_missing": N_("Nobody is chosen. Choose a person, or make a new one."),
    "participation_owner_missing": N_(
        "It is not clear what the person takes part in. Choose one activity or partnership."
    ),
    "departure_before_arrival": N_("The departure is before the arrival. Change one of the two days."),
    "already_takes_part": N_("{name} takes part in this role already. Choose another role or another person."),
    # Agenda
    "activity_missing": N_("No activity is chosen. Open the agenda of a visit or training first."),
    "session_time_missing": N_("A session needs a start and an end. Type both times."),
    "session_ends_before_start": N_("The session “{title}” ends before it begins. Change one of the times."),
    "session_title_missing": N_("This session has no title. Type one in at least one language."),
    "session_elsewhere": N_("{count} sessions belong to another activity. Open that one to mark attendance."),
    "sessions_overlap": N_("“{title}” begins before “{other}” ends at {until}. Move one of them."),
    "interpreter_booked_twice": N_(
        "{name} is booked twice: the interpreter of “{title}” is in “{other}” until {until}."
    ),
    "speaker_booked_twice": N_("{name} is booked twice: the speaker of “{title}” is in “{other}” until {until}."),
    "venue_booked_twice": N_(
        "{venue} is taken by “{other}” until {until}. Choose another place or time for “{title}”."
    ),
    "person_booked_elsewhere": N_(
        "{name} is in “{other}” ({activity}) at the time of “{title}”. Choose somebody else."
    ),
    "session_past_midnight": N_("“{title}” goes on past midnight. End it on the same day, or make it a journey."),
    "session_outside_activity": N_("“{title}” lies outside the dates of the activity. Move it, or change the dates."),
    "training_without_break": N_(
        "{minutes} minutes of training without a break up to “{title}”; {limit} are good. Add a break."
    ),
    "training_day_long": N_("{hours} hours of training on this day; {limit} are good. Move something to another day."),
    "day_without_meal": N_("{hours} hours of programme and no meal around noon. Add lunch."),
    "holiday_at_host": N_("A public holiday at the host ({country}): {holiday}. Ask whether somebody is there."),
    "weekend_at_host": N_("This day is at the weekend. Ask whether the hosts are there."),
    "holiday_of_guests": N_("A holiday of the guests ({country}): {holiday}."),
    "person_arrives_later": N_(
        "{name} arrives after “{title}”; sessions missed: {count}. Change the journey or the agenda."
    ),
    "person_leaves_earlier": N_(
        "{name} leaves before “{title}”; sessions missed: {count}. Change the journey or the agenda."
    ),
    "agenda_gap": N_("{minutes} minutes between “{other}” and “{title}” are not explained. Add a break or free time."),
    "venue_without_transfer": N_(
        "“{title}” is at another place ({venue}) than “{other}”. Add a transfer or ten minutes."
    ),
    "session_venue_missing": N_("“{title}” has no place yet."),
    "session_speaker_missing": N_("“{title}” has no speaker and no host yet."),
    "session_interpreter_missing": N_("“{title}” is interpreted, but has no interpreter yet."),
    "session_language_missing": N_("“{title}” is not written in every language of the agenda (missing: {language})."),
    "agenda_empty": N_("There is nothing on the agenda to issue. Add a session first."),
    "agenda_final": N_(
        "Version {number} is final, as implemented. Correct the agenda, then keep it as implemented once more."
    ),
    "agenda_not_over": N_("{code} is not over yet. Its agenda can be kept as implemented from {day} on."),
    "agenda_reason_unknown": N_(
        "“{value}” is no reason of a change. Write the number of the change and the reason, like 1=Speaker is ill; "
        "there are {count} changes."
    ),
    "calendar_nothing_cancelled": N_("Nothing was taken off the agenda of {code}, so there is nothing to cancel."),
    "agenda_not_changed": N_("Nothing has changed since version {number} was issued, so no new one is needed."),
    "day_missing": N_("No day is chosen. Choose a day of the agenda."),
    "day_empty": N_("There is nothing on that day to copy. Choose another day."),
    "travel_word_unknown": N_("“{value}” is no kind of day. Use arrival, departure, free or nothing."),
    "copy_without_days": N_("{code} has neither dates nor sessions, so there is nothing to copy from."),
    # Attendance and certificates
    "minutes_negative": N_("{value} minutes cannot be. Use 0 or more."),
    "certificate_not_earned": N_("{name} has not earned this certificate yet ({state}). Look at the attendance first."),
    "certificate_exists": N_("{name} has this certificate already: {number}. Print it again, or cancel it first."),
    "certificate_dates_unknown": N_("A certificate states when it was. Type the dates of {code} first."),
    "activity_cancelled": N_("{code} was cancelled, so there are no certificates for it."),
    "certificate_cancelled": N_("The certificate {number} is cancelled. Issue a new one instead."),
    "certificate_name_same": N_(
        "The holder's name is as on {number}. Change it on the person's page first, or print a duplicate."
    ),
    "certificate_key_unusable": N_(
        "The key for verification codes ({file}) cannot be used. Put it back from a backup of the settings folder."
    ),
    "reason_missing": N_("This step needs a reason. Write one sentence why."),
    # Deliverables
    "reviewer_missing": N_("A review has no reviewer. Choose a person or type a name."),
    "version_twice": N_("Version {number} ({language}) stands there twice. Give one of them another number."),
    "stage_not_reachable": N_("{code} cannot go to that stage from where it is. Choose one of those offered."),
    "adoption_number_missing": N_("What was adopted has the number of a decision. Type it."),
    "adoption_date_missing": N_("What was adopted has the date of a decision. Type it, the month or year will do."),
    "adoption_body_missing": N_("Somebody adopted it: a council or an administration. Type which."),
    "call_missing": N_("A submitted application names its call. Type it."),
    "requested_amount_missing": N_("A submitted application asks for a sum. Type it."),
    "own_amount_missing": N_("A submitted application states the own contribution. Type it, 0 if there is none."),
    # Money
    "amount_negative": N_("{value} is less than nothing. Type 0 or more."),
    "amount_not_positive": N_("{value} moves nothing. Type a sum above 0."),
    "amount_missing": N_("The sum is 0. Type what it cost."),
    "budget_code_wrong": N_("“{value}” is no code of a line. Use numbers parted by dots, like 5.7."),
    "budget_code_taken": N_("There is a line {code} in this budget already. Use another code."),
    "budget_line_missing": N_("No budget line is chosen. Choose the line that this belongs to."),
    "budget_line_elsewhere": N_("Line {code} belongs to another programme. Choose a line of this one."),
    "budget_line_is_heading": N_("{code} is a heading. Choose one of the lines below it."),
    "template_unknown": N_("There is no budget template {name}."),
    "rate_to_itself": N_("{currency} needs no rate to itself. Choose two currencies."),
    "rate_period_missing": N_("A rate holds for a month or a day. Type which."),
    "rate_not_positive": N_("A rate is above 0: units of the currency for one unit of the budget's."),
    "rate_twice": N_("There is a rate of {currency} for {period} already. Change that one."),
    "gross_is_not_net_and_vat": N_("Net and VAT together are not the gross sum. Change one of the three."),
    "paid_day_missing": N_("It is paid, but the day is not known. Type it when the bank statement is there."),
    "paid_before_document": N_("It was paid before the date of the document. Look at both dates."),
    "outside_programme_period": N_(
        "The document lies outside the period of the programme. Ask whether it is eligible."
    ),
    "source_name_missing": N_("The source has no name. Choose an organisation or type a name."),
    "reallocation_to_itself": N_("Money cannot move from a line to itself. Choose another line."),
    "reallocation_reason_missing": N_("The notice to the donor asks for a reason. Write one sentence."),
    "reallocation_too_large": N_("The line has not got that much to give. Type a smaller sum."),
    "reallocation_needs_addendum": N_(
        "Heading {headings} would change by more than {limit} %. That needs an addendum first."
    ),
    # What needs somebody now
    "visit_without_agenda": N_("There is no agenda yet"),
    "agenda_not_issued": N_("The agenda is a draft"),
    "agenda_changed_since_issue": N_("The agenda changed since {number} was issued"),
    "visit_without_participants": N_("Nobody of the group is named yet"),
    "letters_missing": N_("Invitation letters not sent: {count} of {of}"),
    "insurance_missing": N_("People without insurance: {count} of {of}"),
    "interpreter_missing": N_("Sessions without an interpreter: {count}"),
    "passport_expires": N_("The passport of {name} does not last long enough"),
    "deliverable_overdue": N_("{title} is overdue"),
    "deliverable_due": N_("{title} is due"),
    "review_overdue": N_("The review of {title} by {reviewer} is overdue"),
    "review_due": N_("{reviewer} reviews {title}"),
    "certificates_ready": N_("Certificates ready to issue: {count}"),
    "marks_missing": N_("People with marks of attendance missing: {count}"),
}
