"""Sentences of people, programmes, partnerships, agreements, groups, needs, indicators, documents and rules."""

from app.core.i18n import N_

SENTENCES: dict[str, str] = {
    "title_missing": N_("A title is missing. Write one in at least one language."),
    "period_reversed": N_("The end lies before the beginning. Correct one of the two dates."),
    "code_taken": N_("The code {code} is already used. Choose another one."),
    "programme_missing": N_("It is not said to which programme this belongs. Choose a programme."),
    "partnership_missing": N_("It is not said to which partnership this belongs. Choose a partnership."),
    "organisation_missing": N_("An organisation is missing in a line. Choose one or take the line out."),
    "person_name_missing": N_("A name is missing. Write at least a family name or a given name."),
    "latin_has_cyrillic": N_("“{value}” has Cyrillic letters. Write the Latin spelling as it stands in the passport."),
    "email_wrong": N_("“{value}” is no e-mail address. Write it like name@town.si, or leave it empty."),
    "birth_date_unlikely": N_("This date of birth cannot be right. Correct the year or leave it empty."),
    "passport_expired": N_("The passport expired on {day}. Ask for the new one before the next journey."),
    "main_position_twice": N_("Two posts are marked as the main one. Leave the mark with one of them."),
    "consent_unknown": N_("A consent has a purpose or an answer that is not known. Choose both from the lists."),
    "merge_same": N_("This is one and the same record. Choose two different people."),
    "programme_code_wrong": N_(
        "“{value}” cannot be the code of a programme. Use 2 to 24 capitals A to Z, figures and hyphens, like CEP-UA."
    ),
    "currency_unknown": N_("“{value}” is no currency that the program knows. Use three capital letters, like EUR."),
    "goal_unknown": N_("A sustainable development goal has a number from 1 to 17. Correct the list of goals."),
    "party_twice": N_("An organisation stands twice in the same role. Take one of the lines out."),
    "phase_outside": N_("A phase lies outside the period of the programme. Check the dates of both."),
    "members_too_few": N_("A partnership needs at least two organisations. Add another member."),
    "member_twice": N_("The same member stands here twice. Take one of the lines out."),
    "difference_unexplained": N_("What happened differs from the plan. Write why: the report to the funder needs it."),
    "successor_missing": N_("It is not said which partnership took the place of this one. Choose it if it is known."),
    "replaced_by_itself": N_("A partnership cannot take its own place. Choose another one."),
    "number_unlikely": N_("{value} cannot be right here. Write a whole number from 0 to 366, or leave it empty."),
    "need_link_wrong": N_("A line does not say what answers the need. Choose one session, deliverable or indicator."),
    "need_link_twice": N_("The same answer to the need stands here twice. Take one of the lines out."),
    "need_met_by_nothing": N_("The need is marked as met, but nothing is linked that met it. Add what answered it."),
    "figure_unknown": N_("The program does not count a figure “{key}”. Choose one from the list, or type the values."),
    "target_is_baseline": N_("The target is the same as where it began. Check both figures."),
    "value_missing": N_("A line has no value. Write the figure or take the line out."),
    "file_missing": N_("The file {file} is not there. Choose it again."),
    "file_unreadable": N_("The file {file} cannot be read. Close it in other programs and see that you may open it."),
    "file_too_large": N_("The file {file} is larger than {most} MB. Keep it elsewhere and note here where it is."),
    "document_lost": N_(
        "The kept file {file} is no longer in the folder beside the data file. Bring the folder back from a backup."
    ),
    "document_damaged": N_(
        "The kept file {file} was changed by another program. Bring the folder beside the data file back from a backup."
    ),
    "rule_unknown": N_("There is no rule “{key}”. Look at the settings of the programme for those there are."),
    "rule_choice": N_("This rule can only be one of: {choices}."),
    "rule_range": N_("This rule is a whole number from {lowest} to {highest}."),
    "rule_day": N_("“{value}” is no day. Write it like 2026-03-07, or leave it empty."),
    "rule_pattern": N_(
        "“{value}” cannot be the pattern of certificate numbers. Programme, year and serial stand once each: {pattern}."
    ),
}
