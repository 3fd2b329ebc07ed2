"""Sentences about keys, issuers, revocations and the checking of certificates."""

from app.core.i18n import N_

SENTENCES: dict[str, str] = {
    "issuer_key_unusable": N_(
        "The key that signs certificates ({file}, beside the settings) cannot be read or made. "
        "See to the rights of that folder, or bring in the copy of the key."
    ),
    "password_short": N_("A password of at least {n} letters is needed, because the key signs in your name."),
    "key_file_unreadable": N_("“{file}” is no copy of an issuer's key. Choose the file that was saved as a copy."),
    "key_password_wrong": N_("“{file}” does not open with this password. Type it again; nothing was changed."),
    "issuer_name_missing": N_("A name is missing. Type the organisation that issues the certificates."),
    "issuers_unreadable": N_(
        "The list of trusted issuers ({file}, beside the settings) is damaged. "
        "Move the file away, then bring in the cards of the issuers again."
    ),
    "card_unreadable": N_(
        "“{file}” is neither an issuer's card nor a list of cancelled certificates. Ask the issuer for the file."
    ),
    "card_altered": N_(
        "“{file}” is not as it was signed: something was altered. Ask the issuer for the file once more."
    ),
    "issuer_not_trusted": N_(
        "“{file}” comes from an issuer that is not known here ({fingerprint}). Bring in the card of that issuer first."
    ),
    "revocations_older": N_("“{file}” is older than the list that is known here. The newer one stays."),
    "certificate_number_long": N_(
        "The number of a certificate would have {count} letters; at most {most} can be printed and checked. "
        "Shorten the programme's code, or the pattern of the numbers in its settings."
    ),
    "picture_unreadable": N_("“{file}” is no picture that can be read. Use a PNG, JPEG or WebP picture, or a PDF."),
    "picture_too_large": N_("“{file}” is too large. Cut out the part with the code, or save it smaller."),
    "picture_no_code": N_(
        "No code was found in “{file}”. "
        "Take the picture from nearer, sharp and without shadow, with the whole square in it."
    ),
    "badge_not_signed": N_("{number} was issued before certificates were signed, so no badge can be made of it."),
}
