"""The page of a certificate: frame, titles, name, sentence, signatures, number block and QR (paper study 03 and 04)."""

from dataclasses import replace
from decimal import Decimal

from app.core.vocabulary import CertificateKind
from app.documents.certificate_data import Certificate, CertificateEvent
from app.documents.certificate_signatures import Signatures
from app.documents.certificate_voice import Voice, declines, voice
from app.documents.certificate_wording import (
    DUPLICATE,
    FIRST_ISSUED,
    FUNDER_SLOT,
    HOST,
    KIND_SLOTS,
    NOTE_SLOT,
    NUMBER,
    STAMP,
    STAMP_SLOT,
    THEME,
    TOPICS_SLOT,
    VERIFICATION,
    Told,
    has_gendered,
    sentence,
)
from app.documents.layout import Sheet
from app.documents.logos import LogoRow
from app.documents.pen import Pen
from app.documents.qr import fragment
from app.documents.qr_mask import mask
from app.documents.speech import Speech, joined, labelled
from app.documents.styles import ACCENT, GREY, HAIR, MM, RULE, Style
from app.documents.texts import NBSP, Text, clean, clean_line, keep_together
from app.documents.wrapping import (
    Line,
    Run,
    balanced,
    fitted,
    height_of,
    text_width,
    told_second,
    wrap,
    wrap_pair,
    wrap_runs,
)
from app.documents.wrapping import cut as cut_off

_MIDDLE = 148.5 * MM
_LEFT, _RIGHT = 30 * MM, 267 * MM
_NAME_WIDTH, _TEXT_WIDTH = 225 * MM, 220 * MM
_TITLE = Style("Serif-SemiBold", 24, 28, ACCENT, track=1.6)
_TITLE_SECOND = Style("Serif", 17, 20, GREY)
_BEFORE = Style("Sans", 13, 17.5, GREY)
_NAME = Style("Serif-SemiBold", 34, 38)
_NAME_SECOND = Style("Serif", 25, 28, GREY)
_BODY, _BODY_STRONG = Style("Sans", 13, 17.8), Style("Sans-SemiBold", 13, 17.8)
_EVENT = Style("Sans-SemiBold", 16, 21)
_SECOND, _SECOND_STRONG = Style("Sans", 9.6, 13.2, GREY), Style("Sans-SemiBold", 9.6, 13.2, GREY)
_THEME, _THEME_SECOND = Style("Sans", 10.5, 14), Style("Sans", 8.4, 11, GREY)
_TOPICS, _TOPICS_SECOND = Style("Sans", 9.5, 12.5), Style("Sans", 7.2, 9.5, GREY)
_LABEL = Style("Sans", 7.5, 9, GREY)
_NUMBER = Style("Sans-SemiBold", 10, 12, track=0.3)
_ISSUED = Style("Sans", 8.5, 10)
_FUNDER, _FUNDER_SECOND = Style("Sans", 7.6, 9.6), Style("Sans", 7, 9, GREY)
#: The text is set smaller until it ends above the signatures, the topics before the sentence; the last steps are for
#: texts nobody should print.
_FACTORS = (
    (1.0, 1.0), (1.0, 0.85), (0.92, 0.78), (0.85, 0.7), (0.78, 0.7), (0.78, 0.63), (0.7, 0.63), (0.7, 0.55),
    (0.62, 0.48), (0.55, 0.42), (0.48, 0.42), (0.42, 0.36), (0.36, 0.3), (0.3, 0.3),
)  # fmt: skip
#: The second language beside the first.
_SECOND_SIZE = _NAME_SECOND.size / _NAME.size
#: Modules a side from which a code is drawn larger, so that a photograph of it can still be read.
_DENSE = 40
#: The edition since which lines are evened, and the letters up to which a place or a topic is never torn apart.
_EVENED, _WHOLE = 3, 48


class CertificatePress:
    """Draws the certificates of one event on a pen: ``draw_common`` once, then ``draw_page`` for each.

    ``form`` names what is drawn once; ``dense`` makes room for a code with a signature (modules a side).
    """

    def __init__(
        self,
        pen: Pen,
        kind: CertificateKind,
        event: CertificateEvent,
        said: Speech,
        form: str = "certificate",
        dense: bool = False,
    ) -> None:
        self.pen, self.kind, self.event, self.said = pen, kind, event, said
        self._form, self._drawn, self._dense = form, set[str](), dense
        self._signatures = Signatures(event.signatories, said, level=event.edition >= _EVENED)
        self._by_sex = has_gendered(kind, event.words, said.languages)
        self._voices: dict[tuple[object, ...], int] = {}
        self._declines = declines(kind, event.words, said.languages)
        self._usual = voice(kind, event.words, said, {})
        self._code_side = (30 if dense else 24) * MM
        self._block_right = _RIGHT - self._code_side - 3.5 * MM
        self._labels = (said.say(NUMBER).joined(), said.say(VERIFICATION).joined())
        self.name_base = (81 if said.bilingual else 87) * MM
        self.top_of_text = (98 if said.bilingual else 99) * MM

    # once ----------------------------------------------------------------------------------------------------

    def draw_common(self) -> None:
        """Everything that no holder changes, as one form."""
        pen = self.pen
        pen.begin_form(self._form)
        _frame(pen)
        self._logos()
        self._titles()
        self._signatures.draw(pen)
        self._stamp()
        self._foot()
        for base, text in zip((160.3 * MM, 170.3 * MM), self._labels, strict=True):
            pen.word(self._block_right, base, text, fitted(text, _LABEL, self._block_width(), 5), "right")
        pen.end_form()

    def _logos(self) -> None:
        """One row above the line at 39.5 mm; many logos shrink until two rows fit below the frame."""
        for height in (12.5, 10.5, 9, 7.5, 6):
            line = 6 * MM if height > 12 else 3.5 * MM
            row = LogoRow(self.event.logos, height * MM, _LEFT, _RIGHT, line, as_they_come=self.event.edition < 2)
            if row.height <= 25 * MM:
                break
        if row.rows:
            row.draw(self.pen, 39.5 * MM - row.height, Sheet(1, 1, {}))

    def _titles(self) -> None:
        slots, own = KIND_SLOTS[self.kind], self.event.words
        title = own.say(slots["title"], self.said)
        base = (53.5 if self.said.bilingual else 59) * MM
        upper = clean_line(title.first).upper()
        style = fitted(upper, _TITLE, _TEXT_WIDTH, 5)
        self.pen.word(_MIDDLE + style.track / 2, base, upper, style, "centre")
        second = clean_line(title.second)
        if second and second != title.first:
            style = fitted(second, _TITLE_SECOND, _TEXT_WIDTH, 5)
            self.pen.word(_MIDDLE, base + 7.6 * MM, second, style, "centre")
        if not self._declines:
            self._before(self._usual.before)
        rule = self.name_base + (14 if self.said.bilingual else 6) * MM
        self.pen.rule(_MIDDLE - 75 * MM, _MIDDLE + 75 * MM, rule, HAIR, RULE)

    def _before(self, before: str) -> None:
        if before:
            place = self.name_base - (17.5 if not self.said.bilingual else 12.5) * MM
            style = _BEFORE if not self.said.bilingual else _BEFORE._replace(size=10)
            self.pen.word(_MIDDLE, place, before, fitted(before, style, _TEXT_WIDTH, 4), "centre")

    def _stamp(self) -> None:
        """Words at the room for a stamp: beside one signature, else above the code."""
        said = self.event.words.say_in(STAMP_SLOT, self.said.first)
        words = clean_line(said or (self.said.first.say(STAMP) if self.event.stamp else ""))
        if not words:
            return
        beside = len(self._signatures.blocks) == 1
        style = fitted(words, _LABEL, 60 * MM, 4)
        if beside:
            self.pen.word(108 * MM, 168 * MM, words, style)
        else:
            self.pen.word(_RIGHT, 149.5 * MM, words, style, "right")

    def _foot(self) -> None:
        """Programme, partnership, host, funders, small print: set smaller until they end above the frame."""
        event, said = self.event, self.said
        own = event.words
        parts = [_stopped(event.programme), _stopped(event.partnership)]
        if event.host:
            parts.append(said.say(HOST, name=_unstopped(event.host)))
        if own.has(FUNDER_SLOT, said.languages[0]) or (event.funder and not event.note):
            parts.append(own.say(FUNDER_SLOT, said, name=_unstopped(event.funder)))
        elif event.note:
            parts.append(event.note)
        parts.append(own.say(NOTE_SLOT, said))
        text = joined([part for part in parts if part], " ")
        if not text:
            return
        self.pen.rule(_LEFT, _RIGHT, 187 * MM, HAIR, RULE)
        for factor in (1.0, 0.92, 0.85, 0.78, 0.7, 0.6, 0.5, 0.4):
            lines = wrap_pair(text, _sized(_FUNDER, factor), _RIGHT - _LEFT, second=_sized(_FUNDER_SECOND, factor))
            if height_of(lines) <= 9.2 * MM:
                break
        self.pen.lines(_LEFT, 188.0 * MM, _whole(lines, 9.6 * MM))

    # each ----------------------------------------------------------------------------------------------------

    def draw_page(self, certificate: Certificate | None, code: str) -> None:
        """One page; None draws the empty form (a preview before anybody is chosen)."""
        told = self._voice(certificate) if certificate else self._usual
        shared = self._text_form(certificate, told) if certificate else ""
        # Read aloud, a page is: what all share, the name as its heading, the sentence, the number, the code.
        with self.pen.tagged("Sect"):
            with self.pen.tagged("P"):
                self.pen.form(self._form)
            if certificate is None:
                return
            if self._declines and told.before:
                with self.pen.tagged("P"):
                    self._before(told.before)
            with self.pen.tagged("H1"):
                self._name(certificate, told.name)
            with self.pen.tagged("P"):
                self.pen.form(shared)
            with self.pen.tagged("P"):
                self._number_block(certificate)
            if code:
                self._code(code)

    def _code(self, code: str) -> None:
        side = self._code_side
        if self._dense:
            self.pen.mask(_RIGHT - side, 182 * MM - side, side, mask(code)[1])
            return
        count, shapes = fragment(code)
        self.pen.modules(_RIGHT - side, 182 * MM - side, side, count, shapes)

    def _voice(self, certificate: Certificate) -> Voice:
        """The words for one holder: others than usual only where they name the holder in the dative (CE-7)."""
        return voice(self.kind, self.event.words, self.said, certificate.dative) if self._declines else self._usual

    def _name(self, certificate: Certificate, dative: str = "") -> None:
        first, second = self.said.languages
        name = dative or certificate.holder.formal(first)
        family = dative.rpartition(" ")[2] or certificate.holder.parts(first)[1]
        lines = name_lines(family, name, 20 if second else 24)
        other = certificate.holder.formal(second) if second else ""
        # Without a second spelling the name moves towards its rule, so that no hole is left.
        base = self.name_base + (4.5 * MM if second and other == name else 0.0)
        step = (7.6 if second else 9.6) * MM
        if len(lines) > 1:
            base -= 5.4 * MM if second else step
        for text, style in lines:
            self.pen.word(_MIDDLE, base, text, style, "centre")
            base += step
        if other and other != name:
            largest = min(_NAME_SECOND.size, _SECOND_SIZE * max(style.size for _, style in lines))
            style = fitted(other, _NAME_SECOND._replace(size=largest), _NAME_WIDTH, 4)
            other = cut_off(other, style, _NAME_WIDTH)
            self.pen.word(_MIDDLE, self.name_base + 10.2 * MM, other, style, "centre", second=True)

    def _text_form(self, certificate: Certificate, told: Voice) -> str:
        """Sentence and topics of one number of hours: most holders share them, so they are a form as well."""
        sex = str(certificate.holder.sex) if self._by_sex else ""
        name = f"{self._form}-{certificate.hours}{sex}"
        if self._declines:
            name += f"-{self._voices.setdefault(told.text, len(self._voices))}"
        if name not in self._drawn:
            self._drawn.add(name)
            lines = self._composed(certificate.hours, sex, told)
            self.pen.begin_form(name)
            self.pen.lines(_MIDDLE - _TEXT_WIDTH / 2, self.top_of_text, lines, _TEXT_WIDTH, "centre")
            self.pen.end_form()
        return name

    def _composed(self, hours: Decimal, sex: str, told: Voice) -> list[Line]:
        """Sentence and topics, in the largest size in which they end above the signatures; titles in three lines."""
        room = min(152 * MM, self._signatures.top - 2 * MM) - self.top_of_text
        for factor, of_topics in _FACTORS:
            lines, of_title = self._paragraphs(hours, sex, told, (factor, of_topics))
            if height_of(lines) <= room and (of_title <= 3 or factor <= 0.55):
                break
        return _whole(lines, room)

    def _paragraphs(self, hours: Decimal, sex: str, heard: Voice, sizes: tuple[float, float]) -> tuple[list[Line], int]:
        """The lines, and how many of them the title takes where it stands apart (CE-13)."""
        event, said, (factor, of_topics) = self.event, self.said, sizes
        evened = event.edition >= _EVENED
        place = _kept_whole(event.place) if evened else event.place
        told = Told(
            self.kind, event.activity, event.title.first, place.first, event.start, event.end, hours,
            event.minutes, event.form, heard.own, sex, heard.dative, event.kind_once, event.theme.first,
        )  # fmt: skip
        parts = sentence(told, said.first, said.forms)
        if heard.after:
            parts = (f"{heard.after} {parts[0]}", parts[1], parts[2])
        of_title = 0
        if said.bilingual:
            lines = _at_commas(_runs(parts, _BODY, _BODY_STRONG, factor), _TEXT_WIDTH, evened=evened)
        else:
            lines, of_title = _title_apart(parts, factor)
        if said.second and said.second_forms:
            other = replace(
                told,
                title=event.title.second or event.title.first,
                place=place.second or place.first,
                theme=event.theme.second or event.theme.first,
            )
            runs = _runs(sentence(other, said.second, said.second_forms), _SECOND, _SECOND_STRONG, factor)
            lines += _at_commas(runs, _TEXT_WIDTH * 0.86, 1.4 * MM, evened=evened)
        return lines + self._theme(told, of_topics) + self._topics(of_topics), of_title

    def _theme(self, heard: Told, factor: float) -> list[Line]:
        """The theme on a line of its own below the sentence with the title (CE-4), unless that names it."""
        unsaid = (
            "" if heard.says_theme(one) else text
            for one, text in zip(self.said.languages, self.event.theme, strict=True)
        )
        told = labelled(self.said, THEME, Text(*unsaid))
        return wrap_pair(told, _sized(_THEME, factor), _TEXT_WIDTH, 2.2 * MM, _sized(_THEME_SECOND, factor))

    def _topics(self, factor: float) -> list[Line]:
        if not self.event.topics:
            return []
        first, second = _sized(_TOPICS, factor), _sized(_TOPICS_SECOND, factor)
        if self.event.edition < _EVENED:
            told = self.event.words.say(TOPICS_SLOT, self.said, topics=joined(self.event.topics, " · "))
            return wrap_pair(told, first, _TEXT_WIDTH, 3.4 * MM, second)
        whole = joined([_kept_whole(topic) for topic in self.event.topics], f"{NBSP}· ")
        told = self.event.words.say(TOPICS_SLOT, self.said, topics=whole)
        lines = balanced(told.first, first, _TEXT_WIDTH, 99)
        if told.second and told.second != told.first:
            lines += told_second(balanced(told.second, second, _TEXT_WIDTH, 99))
        return [lines[0]._replace(gap=3.4 * MM), *lines[1:]] if lines else []

    def _block_width(self) -> float:
        """The room of number and code between the last signature and the QR."""
        return self._block_right - max(self._signatures.right + 4 * MM, self._block_right - 62 * MM)

    def _number_block(self, certificate: Certificate) -> None:
        pen, right, forms = self.pen, self._block_right, self.said.forms
        width = self._block_width()
        number = clean_line(certificate.number)
        pen.word(right, 165.3 * MM, number, fitted(number, _NUMBER, width, 5), "right")
        pen.word(right, 175.3 * MM, certificate.code, fitted(certificate.code, _NUMBER, width, 5), "right")
        issued = forms.date_long(certificate.issued)
        # The first day of issue always stands on a duplicate (CN-2): it takes its line from a long place.
        again = certificate.duplicate and certificate.first_issued is not None and self.event.edition >= _EVENED
        room = (4.3 if again else 7) * MM
        lines = _issued_lines(clean_line(certificate.issued_at.first), issued, width, room, dots=again)
        below = pen.lines(right - width, 178.2 * MM, lines, width, "right")
        if certificate.duplicate:
            word = self.said.say(DUPLICATE).joined()
            pen.word(right, 155.4 * MM, word, fitted(word, _NUMBER, width, 5), "right")
            if certificate.first_issued is not None and (again or below <= 182.5 * MM):
                first = self.said.first.say(FIRST_ISSUED, date=forms.date_long(certificate.first_issued))
                pen.word(right, below + 2.6 * MM, first, fitted(first, _LABEL, width, 4), "right")


def name_lines(family: str, name: str, two_at: float = 24) -> list[tuple[str, Style]]:
    """The name in one line from 34 down to 18 pt, else in two at ``two_at``, broken before the family name (CE-13)."""
    if text_width(name, _NAME._replace(size=18)) <= _NAME_WIDTH:
        return [(name, fitted(name, _NAME, _NAME_WIDTH, 18))]
    cut = name.rfind(family) if family else -1
    first, second = (name[:cut].strip(), name[cut:].strip()) if cut > 0 else _halves(name)
    two = _NAME._replace(size=two_at, leading=two_at + 4)
    return [_smallest(part, two) for part in (first, second) if part]


def _smallest(text: str, style: Style) -> tuple[str, Style]:
    """In two lines the type may go below its floor, since no name may be cut; what is still too long is none."""
    small = fitted(text, style, _NAME_WIDTH, 3)
    return cut_off(text, small, _NAME_WIDTH), small


def _halves(name: str) -> tuple[str, str]:
    words = name.split(" ")
    if len(words) < 2:
        return name[: len(name) // 2], name[len(name) // 2 :]
    return " ".join(words[: len(words) // 2]), " ".join(words[len(words) // 2 :])


def _stopped(text: Text) -> Text:
    """Each language ending in one full stop."""
    return Text(*(f"{clean(part).rstrip('.')}." if part else "" for part in text))


def _unstopped(text: Text) -> Text:
    """A name without a full stop at its end, where the sentence brings one."""
    return Text(*(clean(part).rstrip(". ") for part in text))


def _kept_whole(text: Text) -> Text:
    """A short name or topic with its words bound together; a long one breaks where it must."""
    return Text(*(keep_together(part) if len(part) <= _WHOLE else part for part in text))


def _issued_lines(place: str, day: str, width: float, room: float, *, dots: bool) -> list[Line]:
    """Place and day of issue, set smaller until they keep to the room. ``dots``: of a place of too many letters the
    end gives way, never the day."""
    text = ", ".join(part for part in (place, day) if part)
    for factor in (1.0, 0.9, 0.8, 0.66, 0.5, 0.4):
        style = _sized(_ISSUED, factor)
        lines = wrap(text, style, width)
        if height_of(lines) <= room and (len(lines) < 2 or factor <= 0.8):
            return lines
    if dots:
        rows = int((room + 0.4 * MM) / style.leading)
        lines = wrap(f"{cut_off(place, style, rows * width * 0.9 - text_width(day, style))}, {day}", style, width)
    return _whole(lines, room + 0.4 * MM)


def _at_commas(runs: list[Run], width: float, gap: float = 0.0, *, evened: bool = False) -> list[Line]:
    """The lines of a sentence, each but the last ending at a comma where that takes no more of them: a place or a
    number of hours is then not torn apart. ``evened``: where that cannot be, lines of about the same length."""
    lines = wrap_runs(runs, width, gap)
    for narrower in (0.95, 0.9, 0.85, 0.8, 0.75, 0.7):
        if _end_at_commas(lines):
            return lines
        tried = wrap_runs(runs, width * narrower, gap)
        if len(tried) != len(lines):
            break
        if _end_at_commas(tried):
            return tried
    return _of_one_length(runs, lines, width, gap) if evened else lines


def _end_at_commas(lines: list[Line]) -> bool:
    return all(line.runs[-1][0].rstrip().endswith(",") for line in lines[:-1])


def _of_one_length(runs: list[Run], lines: list[Line], width: float, gap: float) -> list[Line]:
    """The same lines in the narrowest measure that takes no more of them: no last line of one word."""
    for narrower in (0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55):
        tried = wrap_runs(runs, width * narrower, gap)
        if len(tried) != len(lines):
            break
        lines = tried
    return lines


def _runs(parts: tuple[str, str, str], plain: Style, strong: Style, factor: float) -> list[Run]:
    before, title, after = parts
    return [(before, _sized(plain, factor)), (title, _sized(strong, factor)), (after, _sized(plain, factor))]


def _title_apart(parts: tuple[str, str, str], factor: float) -> tuple[list[Line], int]:
    """In one language the title stands larger on its own lines."""
    body = _sized(_BODY, factor)
    lines = wrap(parts[0], body, _TEXT_WIDTH)
    title = balanced(parts[1], _sized(_EVENT, factor), _TEXT_WIDTH, 3)
    return [*lines, *title, *balanced(parts[2].lstrip(" ,"), body, _TEXT_WIDTH, 2)], len(title)


def _whole(lines: list[Line], room: float) -> list[Line]:
    """The lines that fit a room; where even the smallest type does not, the last ends in dots."""
    kept = list(lines)
    while len(kept) > 1 and height_of(kept) > room + 0.01:
        kept.pop()
    if len(kept) < len(lines) and kept[-1].runs:
        text, style = kept[-1].runs[-1]
        kept[-1] = kept[-1]._replace(runs=(*kept[-1].runs[:-1], (f"{text[:-2]}…", style)))
    return kept


def _sized(style: Style, factor: float) -> Style:
    return style._replace(size=style.size * factor, leading=style.leading * factor)


def _frame(pen: Pen) -> None:
    """Two frames in the accent colour, 10 and 12 mm from the edge."""
    for inset, weight in ((10, 1.2), (12, 0.4)):
        edge = inset * MM
        pen.box(edge, edge, pen.width - 2 * edge, pen.height - 2 * edge, weight, ACCENT)


def is_dense(code: str) -> bool:
    """Whether the code of a certificate needs the larger square."""
    return bool(code) and mask(code)[0] > _DENSE
