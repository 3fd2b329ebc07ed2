"""Sentences about making and copying visits, trainings and their agendas, as their dialogs say them."""

from app.core.i18n import N_

SENTENCES: dict[str, str] = {
    "copy_source_missing": N_("Say which day is to be copied."),
    "copy_target_missing": N_("Say on which day the copy goes."),
    "copy_same_day": N_("The copy cannot go on the day that is copied. Choose another day."),
    "copy_start_missing": N_("Say on which day the new visit begins."),
    "people_not_chosen": N_("Choose at least one person."),
}
