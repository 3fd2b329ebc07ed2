"""Sentences about names in the dative, and about the days that somebody may stay."""

from app.core.i18n import N_

SENTENCES: dict[str, str] = {
    "name_form_language": N_("“{value}” is no language of this program. Choose one of those offered."),
    "name_form_long": N_("This name has {count} letters; at most {most} can be printed. Shorten it."),
    "name_form_missing": N_("Nothing is proposed for {code}. Type the name in the dative: {code}=…"),
    "name_form_unconfirmed": N_(
        "Nobody has confirmed the names in the dative that this letter uses: {names}. "
        "Look at them in the list “Names in the dative” and confirm each, then print again."
    ),
    "paper_dative_unconfirmed": N_(
        "Names in the dative that nobody has confirmed yet ({n}): {names}. "
        "Until then these people get the usual wording, with the name in the nominative."
    ),
    "letter_dative_unconfirmed": N_(
        "The Word letter of this programme names people in the dative; "
        "nobody has confirmed that form yet ({n}): {names}."
    ),
    "letter_ninety_days": N_(
        "With this visit, more than 90 days in 180 in the Schengen area, as far as this file knows: {names}."
    ),
}
