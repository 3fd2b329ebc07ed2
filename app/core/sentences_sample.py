"""Sentences of the sample."""

from app.core.i18n import N_

SENTENCES: dict[str, str] = {
    "sample_there_already": N_(
        "The data file already holds the programme {code}. Write the sample into a new data file, so that nothing of"
        " yours is mixed with it."
    ),
    "sample_person_missing": N_(
        "The sample needs the person with the e-mail address {email}, who is not on record. Take in the spreadsheets"
        " of the sample first."
    ),
}
