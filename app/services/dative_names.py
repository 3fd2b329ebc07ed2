"""Which papers name people in the dative by the programme's own words, and whose form nobody has confirmed (CE-7)."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from app.core.errors import Refused
from app.core.vocabulary import CertificateKind
from app.documents import certificate_wording, letter_words
from app.documents.own_words import Slot, uses_dative
from app.models.activities import Activity
from app.models.people import Person
from app.services import letter_facts, name_forms, paper_templates, records
from app.services.certificate_candidates import Earned, candidates
from app.services.name_forms import FormRow
from app.services.paper_kinds import Paper, PaperOptions, PaperWarning
from app.storage.work import View

#: ``PaperWarning.tab`` of the warning that leads to the list of names; its section is the paper's own page.
TAB = "dative"
_SECTION = "print"
#: So many people are told by name.
_TOLD = 6
#: Places of a coordinator's own Word letter that name people in the dative, by which of the letter's languages.
WORD_PLACES = (("person_dative", "persons_dative"), ("person_dative_2", "persons_dative_2"))

Texts = Mapping[str, Mapping[str, str]]


def on_certificates(texts: Texts, kind: CertificateKind) -> tuple[str, ...]:
    """The languages in which own words of certificates of a kind name the holder in the dative."""
    return _languages(texts, certificate_wording.KIND_SLOTS[kind].values())


def on_letters(texts: Texts) -> tuple[str, ...]:
    """The languages in which own words of the letters name the people invited in the dative."""
    return _languages(texts, letter_words.SLOTS)


def in_word(places: Collection[str], options: PaperOptions) -> tuple[str, ...]:
    """The languages in which a Word template with these placeholders names people in the dative."""
    chosen = zip((options.language, options.second or options.language), WORD_PLACES, strict=True)
    return tuple(dict.fromkeys(language for language, names in chosen if not set(names).isdisjoint(places)))


def frozen(view: View, people: Sequence[Person], texts: Texts, kind: CertificateKind) -> Mapping[str, dict[str, str]]:
    """The confirmed forms that certificates issued now hold, by person; only those that the words ask for."""
    languages = on_certificates(texts, kind)
    if not languages:
        return {}
    found = name_forms.confirmed(view, [person.id for person in people], languages)
    return {ident: dict(forms) for ident, forms in found.items()}


def wanted(view: View, paper: Paper, activity_id: str, options: PaperOptions) -> tuple[FormRow, ...]:
    """The names that a paper needs in the dative with these options; empty for papers whose words need none.

    For certificates of those who have none of the kind yet: what was issued stays as it was. Without a language (each
    as it was issued) every language of the words counts.
    """
    programme_id = records.fetch(view, Activity, activity_id).programme_id
    spoken = [language for language in (options.language or view.language, options.second) if language]
    texts = paper_templates.texts_for(view, programme_id, paper.value)
    if paper is Paper.CERTIFICATES:
        used = on_certificates(texts, options.kind)
        languages = [one for one in used if one in spoken or not options.language]
        if not languages:
            return ()
        open_ones = (one for one in candidates(view, activity_id, options.kind) if one.state is not Earned.ISSUED)
        return name_forms.rows(view, [one.person_id for one in open_ones], languages)
    if paper is Paper.LETTERS:
        asked = {*on_letters(texts), *in_word(_word_places(view, programme_id), options)}
        languages = [one for one in spoken if one in asked]
        if not languages:
            return ()
        guests = letter_facts.guests(view, activity_id, options.language, options.second, options.person_ids)
        return name_forms.rows(view, [taking.person.id for taking in guests], languages)
    return ()


def warnings(view: View, paper: Paper, activity_id: str, options: PaperOptions) -> tuple[PaperWarning, ...]:
    """Whose name will stand in the nominative because nobody has confirmed its dative; none, or one for all."""
    lacking = [row for row in wanted(view, paper, activity_id, options) if not row.confirmed]
    names = list(dict.fromkeys(row.name for row in lacking))
    if not names:
        return ()
    told = ", ".join(names[:_TOLD]) + (" …" if len(names) > _TOLD else "")
    programme_id = records.fetch(view, Activity, activity_id).programme_id
    own = paper_templates.texts_for(view, programme_id, paper.value)
    # Own words give way to the house's; a Word letter has nothing to give way to, and is not made (CE-7).
    word_only = paper is Paper.LETTERS and not {row.language for row in lacking} & set(on_letters(own))
    code = "letter_dative_unconfirmed" if word_only else "paper_dative_unconfirmed"
    return (PaperWarning(code, {"names": told}, len(names), _SECTION, activity_id, TAB),)


def expect_confirmed(view: View, activity_id: str, options: PaperOptions, places: Collection[str]) -> None:
    """Refused(``name_form_unconfirmed``) when a Word letter with these placeholders needs a form nobody confirmed."""
    languages = in_word(places, options)
    if languages:
        guests = letter_facts.guests(view, activity_id, options.language, options.second, options.person_ids)
        name_forms.refuse_unconfirmed(name_forms.rows(view, [one.person.id for one in guests], languages))


def _word_places(view: View, programme_id: str) -> tuple[str, ...]:
    try:
        template = paper_templates.word_of(view, programme_id, Paper.LETTERS.value)
    except Refused:
        return ()  # its content is lost: told where the Word letter is made, no hindrance to the other forms
    if not template:
        return ()
    from app.documents import word_template

    return word_template.look(template).places


def _languages(texts: Texts, slots: Iterable[Slot]) -> tuple[str, ...]:
    told = (texts.get(slot.key, {}).items() for slot in slots)
    return tuple(dict.fromkeys(language for one in told for language, text in one if uses_dative(text)))
