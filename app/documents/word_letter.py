"""The letter of invitation as a Word file, to be finished there (PL-10)."""

from collections.abc import Mapping, Sequence

from app.core.i18n import N_
from app.documents import word_agenda
from app.documents.agenda_data import AgendaPaper
from app.documents.letter_data import InvitationOptions, InvitationPaper, InvitedPerson
from app.documents.letter_parts import funded_by, own_dates, written_on
from app.documents.letter_words import LetterWords, letter_words
from app.documents.speech import Speech, joined, speech
from app.documents.texts import Text, clean_line
from app.documents.word_paper import TEXT_MM, WordAbout, WordPaper
from app.documents.word_rows import hold
from app.documents.word_template import LETTER_PLACES

_PLAIN = InvitationOptions()


def build_word(
    papers: Sequence[InvitationPaper], options: InvitationOptions = _PLAIN, annex: AgendaPaper | None = None
) -> bytes:
    """The letters as one Word file, each beginning on a page of its own; head and footer are those of the first.

    ``annex`` is the agenda that stands behind each of them.
    """
    said = speech(options.language, options.second)
    first, words = papers[0], letter_words(papers[0], said)
    languages = said.languages
    word = WordPaper(
        WordAbout(words.subject.first, first.issuer, first.event_title.first, *languages, accent=first.accent)
    )
    word.frame(
        first.reference if len(papers) == 1 else "",
        words.footer.first,
        "" if said.bilingual else said.say(N_("Page")).first,
        words.subject.first,
        first.reference if len(papers) == 1 else "",
        words.footer.second,
    )
    for number, paper in enumerate(papers):
        if number:
            word.new_page()
        _letter(word, paper, letter_words(paper, said), said, options)
        if annex is not None:
            word_agenda.append(word, annex, said)
    return word.finish()


def _letter(
    word: WordPaper, paper: InvitationPaper, words: LetterWords, said: Speech, options: InvitationOptions
) -> None:
    if paper.logos:
        word.logos(paper.logos)
    else:
        word.side_by_side(
            [(Text(paper.issuer), "Address strong"), (Text(paper.programme.first), "Label")],
            [(Text(funded_by(paper, said)), "Label")],
        )
        word.line()
    _addresses(word, paper, words, said)
    if said.bilingual:
        word.line()
        word.pairs([words.subject], "Heading 2")
        word.pairs(words.before, "Letter")
    else:
        word.heading(words.subject, 2)
        for text in words.before:
            word.paragraph(text, "Letter")
    if paper.persons:
        word.paragraph(Text(said.say(N_("Persons invited")).joined()), "Table head")
        _persons(word, paper, said, options.documents)
    word.line()
    _dates(word, paper, said)
    word.line()
    after = [text for text in (*words.after, words.closing) if text]
    if said.bilingual and after:
        word.pairs(after, "Letter", with_next=True)
    else:
        for text in after:
            word.paragraph(text, "Letter")
    since = len(word.document.paragraphs) - (0 if said.bilingual else min(2, len(after)))
    _signature(word, paper, said, since)


def _addresses(word: WordPaper, paper: InvitationPaper, words: LetterWords, said: Speech) -> None:
    left = [(Text(words.addressee.first), "Address"), (Text(paper.body.first), "Address strong")]
    left += [(Text(paper.address), "Address")] if paper.address.strip() else []
    both = ", ".join(part for part in (words.addressee.second, paper.body.second) if part)
    left += [(Text(both), "Label")] if both else []
    first, *second = written_on(paper.written, said)
    facts: tuple[tuple[str, str, list[str]], ...] = (
        (N_("Ref."), paper.reference, []),
        (N_("Date"), first, second),
        (N_("Annex"), words.annex.joined(), []),
    )
    right: list[tuple[Text, str]] = []
    for label, value, below in facts:
        if value:
            right.append((Text(f"{said.say(label).joined()}: {clean_line(value)}"), "Address"))
            right += [(Text(more), "Address") for more in below]
    word.side_by_side(left, right)


def _persons(word: WordPaper, paper: InvitationPaper, said: Speech, documents: bool) -> None:
    name = said.say(N_("Surname, name, patronymic") if "uk" in said.languages else N_("Surname, name"))
    heads = [said.say(N_("No.")), name, said.say(N_("Passport spelling")), said.say(N_("Position"))]
    widths: list[float] = [10, 58, 45, 57]
    if documents:
        heads += [said.say(N_("Born")), said.say(N_("Passport No."))]
        widths = [9, 43, 36, 35, 26, 21]
    table = word.table(heads, widths)
    for number, person in enumerate(paper.persons, 1):
        cells = [Text(str(number)), _native(person, said), Text(passport_name(person)), person.position]
        if documents:
            born = said.forms.date_short(person.birth_date) if person.birth_date else ""
            cells += [Text(born), Text(person.passport)]
        heavy = [False, True, *([False] * (len(cells) - 2))]
        word.row(table, cells, strong=heavy, unsure=2 if person.name.generated else -1)
    hold(table)


def _native(person: InvitedPerson, said: Speech) -> Text:
    return Text(native_name(person), own_dates(person, said).joined())


def native_name(person: InvitedPerson) -> str:
    """Surname, name and patronymic as in the person's own language."""
    return clean_line(
        " ".join(part for part in (person.name.family, person.name.given, person.name.patronymic) if part)
    )


def passport_name(person: InvitedPerson) -> str:
    """SURNAME NAME in Latin letters as in the passport."""
    given, family = person.name.parts("en")
    return f"{family} {given}".strip().upper()


def _dates(word: WordPaper, paper: InvitationPaper, said: Speech) -> None:
    entries = [
        (N_("Arrival"), paper.arrival, paper.arrival),
        (N_("Programme"), paper.start, paper.end),
        (N_("Departure"), paper.departure, paper.departure),
    ]
    kept = [(said.say(label), said.date_range(start, end)) for label, start, end in entries if start and end]
    table = word.table([label for label, _ in kept], [TEXT_MM / len(kept)] * len(kept))
    word.row(table, [dates for _, dates in kept], strong=[True] * len(kept))


def _signature(word: WordPaper, paper: InvitationPaper, said: Speech, since: int) -> None:
    word.line()
    word.line()
    language = said.languages[0]
    line = Text("_" * 38)
    under = said.say(N_("signature, stamp"))
    name = Text(clean_line(paper.signatory.signed(language)) if paper.signatory else "")
    if language == "uk":
        word.with_next(since)
        position = joined([paper.signatory_position])
        word.side_by_side(
            [(Text(position.first), "Address"), (Text(position.second), "Label")],
            [(line, "Address"), (Text(under.joined()), "Label"), (name, "Address strong")],
        )
        return
    word.paragraph(line, "Address")
    word.paragraph(Text(under.joined()), "Label")
    word.paragraph(name, "Address strong")
    word.paragraph(paper.signatory_position, "Address")
    word.together(since)


def places(paper: InvitationPaper, options: InvitationOptions) -> tuple[dict[str, str], list[dict[str, str]]]:
    """What a Word template of a programme may say of a letter: the values, and those of each person.

    Names are those of ``word_template.LETTER_PLACES``; birth dates and passport numbers only if the options say so.
    """
    said = speech(options.language, options.second)
    words = letter_words(paper, said)
    texts: dict[str, Text] = {name: Text(v, v) if isinstance(v, str) else v for name, v in words.values.items()}
    contact = joined([said.addressed(paper.contact), Text(paper.contact_lines)]) if paper.contact else Text()
    texts |= {
        "subject": words.subject,
        "salutation": words.salutation,
        "opening": words.opening,
        "purpose": words.purpose,
        "presence": words.presence,
        "costs": words.costs,
        "where": words.where,
        "closing": words.closing,
        "addressee": words.addressee,
        "date": said.date_long(paper.written),
        "event": paper.event_title,
        "programme": paper.programme,
        "basis": paper.basis,
        "aim": paper.purpose,
        "result": paper.result,
        "start": said.date_long(paper.start),
        "end": said.date_long(paper.end),
        "paid": paper.paid,
        "meals": words.meals,
        "annex": words.annex,
        "funder": paper.funder,
        "contact": contact,
        "signatory_position": paper.signatory_position,
        "persons": joined([said.name(person.name) for person in paper.persons]),
    }
    values = _by_place(texts) | {
        "agenda_version": paper.agenda_version,
        "person_count": str(len(paper.persons)),
    }
    rows = []
    for number, person in enumerate(paper.persons, 1):
        born = said.date_long(person.birth_date) if person.birth_date and options.documents else Text()
        rows.append(
            _by_place(
                {
                    "person_position": person.position,
                    "person_organisation": person.organisation,
                    "person_birth_date": born,
                    "person_dative": Text(*(clean_line(person.dative.get(one, "")) for one in said.languages)),
                }
            )
            | {
                "person_number": str(number),
                "person_name": native_name(person),
                "person_latin": passport_name(person),
                "person_passport": person.passport if options.documents else "",
            }
        )
    return values, rows


def _by_place(texts: Mapping[str, Text]) -> dict[str, str]:
    first = {name: text.first or text.second for name, text in texts.items()}
    second = {f"{name}_2": text.second or text.first for name, text in texts.items()}
    return first | {name: text for name, text in second.items() if name in LETTER_PLACES}
