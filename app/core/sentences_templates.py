"""Sentences about the words, colours and logos that a programme gives its papers."""

from app.core.i18n import N_

SENTENCES: dict[str, str] = {
    "place_unknown": N_("{language}: there is no placeholder {name} here. These can be used: {known}."),
    "place_unknown_near": N_("{language}: there is no placeholder {name} here. Did you mean {near}?"),
    "places_none": N_("{language}: no placeholder can stand here. Take {name} out."),
    "brace_loose": N_(
        "{language}: a brace stands alone or twice. A placeholder has one on each side, like {example}; "
        "take out braces that belong to none."
    ),
    "brace_here": N_("{language}: a brace stands alone or twice. Take it out; no placeholder can stand here."),
    "template_too_long": N_("{language}: this text has {count} characters. At most {most} have room here: shorten it."),
    "template_slot_unknown": N_("This paper has no place “{value}” for words of your own."),
    "colour_wrong": N_("“{value}” is no colour. Type # and six signs from 0 to 9 and A to F, like #1B3A63."),
    "colour_too_light": N_(
        "{value} is too light to be read on white paper: its contrast is {contrast} to 1, at least 4.5 to 1 is needed. "
        "Choose a darker colour."
    ),
    "logo_vector": N_("“{file}” is a drawing, not a picture. Save it as PNG in the drawing program, then choose that."),
    "logo_not_picture": N_("“{file}” is no picture that can be printed. Choose a PNG or JPEG file."),
    "logo_too_large": N_("“{file}” is larger than {most} MB. Choose a smaller picture."),
    "logo_too_many_pixels": N_(
        "“{file}” has too many pixels ({wide} × {high}). Save it with at most 4,000 on its longer side."
    ),
    "logo_too_small": N_(
        "“{file}” is too small to be printed ({wide} × {high} pixels). Choose one at least 150 pixels high."
    ),
    "logo_moving": N_("“{file}” is a moving picture. Save one picture of it as PNG, then choose that."),
    "logo_damaged": N_("“{file}” is damaged and cannot be shown. Save it again, then choose it again."),
    "paper_value_missing": N_("“{place}” is not known and stays empty in “{slot}” ({language})."),
    "paper_no_sample": N_("The page is shown here as soon as the programme has an activity with dates and people."),
    "no_templates": N_("This programme has no words of its own yet. Choose another one."),
}
