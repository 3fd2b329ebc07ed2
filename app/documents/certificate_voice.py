"""The words of a certificate for one holder, where a programme's own words name somebody in the dative (CE-7).

"Виданий {holder_dative}" before the name: the name is then printed large in that form, and what stands behind it goes
on in the sentence. For a holder whose form nobody has confirmed these words are passed over: the house's stand there,
which need no form but the nominative (CE-5).
"""

from collections.abc import Mapping
from typing import NamedTuple

from app.core.vocabulary import CertificateKind
from app.documents.certificate_wording import KIND_SLOTS
from app.documents.own_words import HOLDER_DATIVE, OwnWords
from app.documents.speech import Speech
from app.documents.texts import clean_line

_PLACE = f"{{{HOLDER_DATIVE}}}"


class Voice(NamedTuple):
    """What is said of one holder: ``own`` words that fit, the line ``before`` the name, the ``name`` in the dative.

    ``name`` is empty where it stands in the nominative; ``after`` opens the sentence. ``dative`` holds the form by
    language where a sentence uses it. Holders with the same ``text`` share what is printed below the name.
    """

    own: OwnWords
    before: str
    name: str = ""
    after: str = ""
    dative: tuple[tuple[str, str], ...] = ()

    @property
    def text(self) -> tuple[object, ...]:
        """What makes the text below the name another one than that of other holders."""
        return self.after, self.dative


def declines(kind: CertificateKind, words: OwnWords, languages: tuple[str, str]) -> bool:
    """Whether a programme's words on such a certificate name the holder in the dative."""
    return any(words.dative_in(slot, one) for slot in KIND_SLOTS[kind].values() for one in languages if one)


def voice(kind: CertificateKind, words: OwnWords, said: Speech, dative: Mapping[str, str]) -> Voice:
    """The words for a holder with these confirmed forms of the name."""
    known = {one: clean_line(dative.get(one, "")) for one in said.languages if one}
    own = words.without_dative([one for one, name in known.items() if not name])
    slot = KIND_SLOTS[kind]["before"]
    kept = tuple((one, name) for one, name in known.items() if name and _in_sentence(kind, own, one))
    if not own.dative_in(slot, said.languages[0]):
        return Voice(own, clean_line(own.say_in(slot, said.first)), dative=kept)
    before, _, after = clean_line(own.template(slot, said.first)).partition(_PLACE)
    name = known[said.languages[0]]
    return Voice(own, before.strip(), name, after.replace(_PLACE, name).strip(), kept)


def _in_sentence(kind: CertificateKind, own: OwnWords, language: str) -> bool:
    return any(own.dative_in(slot, language) for part, slot in KIND_SLOTS[kind].items() if part != "before")
