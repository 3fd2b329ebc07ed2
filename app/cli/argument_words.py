"""The words of the standard argument parser in the language of the command line.

``argparse`` looks its own sentences up with ``gettext`` in the domain of the process. They are marked here, so that
they stand in our catalogue, and the process is told to look there.
"""

import gettext
import os

from app.core.i18n import DOMAIN, N_, language
from app.core.paths import resources

#: What the parser says of itself and of wrong usage; its own messages, place-holders and all.
PARSER_WORDS = (
    N_("usage: "),
    N_("positional arguments"),
    N_("options"),
    N_("show this help message and exit"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("the following arguments are required: %s"),
    N_("one of the arguments %s is required"),
    N_("unrecognized arguments: %s"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("invalid %(type)s value: %(value)r"),
    N_("expected one argument"),
    N_("expected at least one argument"),
    N_("ignored explicit argument %r"),
    N_("not allowed with argument %s"),
    N_("ambiguous option: %(option)s could match %(matches)s"),
)


def teach_parser() -> None:
    """Let ``argparse`` speak the current language; call it before a parser is made."""
    gettext.bindtextdomain(DOMAIN, str(resources() / "i18n"))
    gettext.textdomain(DOMAIN)
    # Looked up at every message; there is no other way to tell the module-wide functions a language.
    os.environ["LANGUAGE"] = language()
