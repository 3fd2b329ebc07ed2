"""The page of a certificate: frame, titles, name, sentence, signatures, number block and QR (paper study 03 and 04)."""

from dataclasses import replace
from decimal import Decimal

from app.core.i18n import N_
from app.core.vocabulary import CertificateKind
from app.documents.certificate_data import Certificate, CertificateEvent, Signatory
from app.documents.certificate_wording import TITLES, Told, before_name, sentence
from app.documents.layout import Sheet
from app.documents.logos import LogoRow
from app.documents.pen import Pen
from app.documents.qr import fragment
from app.documents.speech import Speech, joined
from app.documents.styles import ACCENT, GREY, HAIR, MM, RULE, STRONG, Style
from app.documents.texts import Text, clean_line
from app.documents.wrapping import Line, Run, balanced, fitted, height_of, text_width, wrap, wrap_pair, wrap_runs

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
_TOPICS, _TOPICS_SECOND = Style("Sans", 9.5, 12.5), Style("Sans", 7.2, 9.5, GREY)
_POSITION, _POSITION_SECOND = Style("Sans", 9.5, 12), Style("Sans", 7, 9, GREY)
_SIGNED = Style("Sans-SemiBold", 10, 12.5)
_LABEL = Style("Sans", 7.5, 9, GREY)
_NUMBER = Style("Sans-SemiBold", 10, 12, track=0.3)
_ISSUED = Style("Sans", 8.5, 11)
_FUNDER, _FUNDER_SECOND = Style("Sans", 7.6, 10), Style("Sans", 7, 9.4, GREY)
_FORM = "certificate"


class CertificatePress:
    """Draws the certificates of one event on a pen: ``draw_common`` once, then ``draw_page`` for each."""

    def __init__(self, pen: Pen, kind: CertificateKind, event: CertificateEvent, said: Speech) -> None:
        self.pen, self.kind, self.event, self.said = pen, kind, event, said
        self._drawn: set[Decimal] = set()
        self.labels = (said.say(N_("No.")).joined(), said.say(N_("Verification")).joined())
        self.duplicate = said.say(N_("Duplicate")).joined()
        self.name_base = (81 if said.bilingual else 87) * MM
        self.top_of_text = (98 if said.bilingual else 99) * MM

    # once ----------------------------------------------------------------------------------------------------

    def draw_common(self) -> None:
        """Everything that no holder changes, as one form."""
        pen = self.pen
        pen.begin_form(_FORM)
        _frame(pen)
        self._logos()
        self._titles()
        self._signatures()
        self._funder_line()
        pen.word(239.5 * MM, 160.3 * MM, self.labels[0], _LABEL, "right")
        pen.word(239.5 * MM, 170.3 * MM, self.labels[1], _LABEL, "right")
        pen.end_form()

    def _logos(self) -> None:
        row = LogoRow(self.event.logos, 12.5 * MM, _LEFT, _RIGHT, 6 * MM)
        if row.rows:
            row.draw(self.pen, 39.5 * MM - row.height, Sheet(1, 1, {}))

    def _titles(self) -> None:
        title = self.said.say(TITLES[self.kind])
        base = (53.5 if self.said.bilingual else 59) * MM
        upper = title.first.upper()
        style = fitted(upper, _TITLE, _TEXT_WIDTH, 15)
        self.pen.word(_MIDDLE + style.track / 2, base, upper, style, "centre")
        if title.second and title.second != title.first:
            self.pen.word(
                _MIDDLE, base + 7.6 * MM, title.second, fitted(title.second, _TITLE_SECOND, _TEXT_WIDTH, 10), "centre"
            )
        before = before_name(self.kind, self.said.first)
        if before:
            place = self.name_base - (17.5 if not self.said.bilingual else 12.5) * MM
            style = _BEFORE if not self.said.bilingual else _BEFORE._replace(size=10)
            self.pen.word(_MIDDLE, place, before, style, "centre")
        rule = self.name_base + (14 if self.said.bilingual else 6) * MM
        self.pen.rule(_MIDDLE - 75 * MM, _MIDDLE + 75 * MM, rule, HAIR, RULE)

    def _signatures(self) -> None:
        signatories = self.event.signatories[:3]
        width = (50 if len(signatories) > 2 else 66 if len(signatories) == 2 else 72) * MM
        places = (30, 86, 142) if len(signatories) > 2 else (30, 108)
        for place, signatory in zip(places, signatories, strict=False):
            self._signature(place * MM, width, signatory)
        if self.event.stamp:
            self.pen.text(108 * MM, 168 * MM, self.said.say(N_("Stamp here")).first, _LABEL)

    def _signature(self, left: float, width: float, signatory: Signatory) -> None:
        language = self.said.languages[0]
        name = clean_line(signatory.name.signed(language))
        position = joined([text for text in (signatory.position, signatory.organisation) if text])
        if language == "uk":
            # CE-11: position, signature, then the name with the family name in capitals.
            lines = wrap_pair(position, _POSITION, width, second=_POSITION_SECOND)
            self.pen.lines(left, 165.5 * MM - height_of(lines) - 3.5 * MM, lines)
            line = 176 * MM
            self.pen.rule(left, left + width, line, STRONG)
            self.pen.lines(left, line + 1.6 * MM, wrap(name, fitted(name, _SIGNED, width, 7.5), width))
            return
        line = 168 * MM
        self.pen.rule(left, left + width, line, STRONG)
        lines = wrap(name, fitted(name, _SIGNED, width, 7.5), width)
        if self.said.bilingual:
            lines += wrap_pair(position, _POSITION._replace(size=9, leading=11), width, second=_POSITION_SECOND)
        else:
            lines += wrap(signatory.position.first, _POSITION._replace(size=9, leading=11.4), width)
            lines += wrap(signatory.organisation.first, _POSITION._replace(size=9, leading=11.4), width)
        room = 186 * MM - line - 1.6 * MM
        while lines and height_of(lines) > room:
            lines.pop()
        self.pen.lines(left, line + 1.6 * MM, lines)

    def _funder_line(self) -> None:
        funder = self.said.say(N_("Funded by: {name}."), name=self.event.funder) if self.event.funder else Text()
        programme = self.event.programme
        parts = [Text(*(f"{text.rstrip('.')}." if text else "" for text in programme))] if programme else []
        text = joined([*parts, *([funder] if funder else []), *([self.event.note] if self.event.note else [])], " ")
        self.pen.rule(_LEFT, _RIGHT, 187 * MM, HAIR, RULE)
        lines = wrap_pair(text, _FUNDER, _RIGHT - _LEFT, second=_FUNDER_SECOND)[:3]
        self.pen.lines(_LEFT, 188.0 * MM, lines)

    # each ----------------------------------------------------------------------------------------------------

    def draw_page(self, certificate: Certificate | None, code: str) -> None:
        """One page; None draws the empty form (a preview before anybody is chosen)."""
        shared = self._text_form(certificate.hours) if certificate else ""
        self.pen.form(_FORM)
        if certificate is None:
            return
        self.pen.form(shared)
        self._name(certificate)
        self._number_block(certificate)
        if code:
            count, shapes = fragment(code)
            self.pen.modules(243 * MM, 158 * MM, 24 * MM, count, shapes)

    def _name(self, certificate: Certificate) -> None:
        first, second = self.said.languages
        name = certificate.holder.formal(first)
        lines = name_lines(certificate.holder.parts(first)[1], name)
        other = certificate.holder.formal(second) if second else ""
        # Without a second spelling the name moves towards its rule, so that no hole is left.
        lower = 4.5 * MM if second and other == name and len(lines) == 1 else 0.0
        base = self.name_base + lower - (len(lines) - 1) * 9.6 * MM
        for text, style in lines:
            self.pen.word(_MIDDLE, base, text, style, "centre")
            base += 9.6 * MM
        if other and other != name:
            style = fitted(other, _NAME_SECOND, _NAME_WIDTH, 9)
            self.pen.word(_MIDDLE, self.name_base + 10.2 * MM, other, style, "centre")

    def _text_form(self, hours: Decimal) -> str:
        """Sentence and topics of one number of hours: most holders share them, so they are a form as well."""
        name = f"{_FORM}-{hours}"
        if hours not in self._drawn:
            self._drawn.add(hours)
            lines, top = self._composed(hours)
            self.pen.begin_form(name)
            self.pen.lines(_MIDDLE - _TEXT_WIDTH / 2, top, lines, _TEXT_WIDTH, "centre")
            self.pen.end_form()
        return name

    def _composed(self, hours: Decimal) -> tuple[list[Line], float]:
        """Sentence and topics of one number of hours; set smaller until they end above the stamp's room."""
        room = 152 * MM - self.top_of_text
        for factor in (1.0, 0.92, 0.85, 0.78, 0.7):
            lines = self._paragraphs(hours, factor)
            if height_of(lines) <= room:
                break
        return lines, self.top_of_text

    def _paragraphs(self, hours: Decimal, factor: float) -> list[Line]:
        event, said = self.event, self.said
        told = Told(
            self.kind, event.activity, event.title.first, event.place.first, event.start, event.end, hours,
            event.minutes, event.form,
        )  # fmt: skip
        parts = sentence(told, said.first, said.forms)
        if said.bilingual:
            lines = wrap_runs(_runs(parts, _BODY, _BODY_STRONG, factor), _TEXT_WIDTH)
        else:
            lines = _title_apart(parts, factor)
        if said.second and said.second_forms:
            other = replace(
                told, title=event.title.second or event.title.first, place=event.place.second or event.place.first
            )
            runs = _runs(sentence(other, said.second, said.second_forms), _SECOND, _SECOND_STRONG, factor)
            lines += wrap_runs(runs, _TEXT_WIDTH * 0.86, 1.4 * MM)
        return lines + self._topics(factor)

    def _topics(self, factor: float) -> list[Line]:
        if not self.event.topics:
            return []
        told = self.said.say(N_("Topics: {topics}"), topics=joined(self.event.topics, " · "))
        first = _sized(_TOPICS, factor)
        second = _TOPICS_SECOND._replace(size=max(6.0, _TOPICS_SECOND.size * factor))
        return wrap_pair(told, first, _TEXT_WIDTH, 3.4 * MM, second)

    def _number_block(self, certificate: Certificate) -> None:
        right = 239.5 * MM
        pen = self.pen
        number = certificate.number
        pen.word(right, 165.3 * MM, number, fitted(number, _NUMBER, 60 * MM, 6.8), "right")
        pen.word(right, 175.3 * MM, certificate.code, _NUMBER, "right")
        issued = self.said.forms.date_long(certificate.issued)
        text = ", ".join(part for part in (clean_line(certificate.issued_at.first), issued) if part)
        pen.word(right, 180.8 * MM, text, fitted(text, _ISSUED, 60 * MM, 6.8), "right")
        if certificate.duplicate:
            pen.word(right, 155.4 * MM, self.duplicate, _NUMBER, "right")


def name_lines(family: str, name: str) -> list[tuple[str, Style]]:
    """The name in one line from 34 down to 18 pt, else in two at 24, broken before the family name (CE-13)."""
    if text_width(name, _NAME._replace(size=18)) <= _NAME_WIDTH:
        return [(name, fitted(name, _NAME, _NAME_WIDTH, 18))]
    cut = name.rfind(family) if family else -1
    first, second = (name[:cut].strip(), name[cut:].strip()) if cut > 0 else _halves(name)
    two = _NAME._replace(size=24, leading=28)
    return [(part, _smallest(part, two)) for part in (first, second) if part]


def _smallest(text: str, style: Style) -> Style:
    """In two lines the type may go below its floor, since nothing may be cut: an endless word is drawn small."""
    return fitted(text, style, _NAME_WIDTH, 2.5)


def _halves(name: str) -> tuple[str, str]:
    words = name.split(" ")
    if len(words) < 2:
        return name[: len(name) // 2], name[len(name) // 2 :]
    return " ".join(words[: len(words) // 2]), " ".join(words[len(words) // 2 :])


def _runs(parts: tuple[str, str, str], plain: Style, strong: Style, factor: float) -> list[Run]:
    before, title, after = parts
    return [(before, _sized(plain, factor)), (title, _sized(strong, factor)), (after, _sized(plain, factor))]


def _title_apart(parts: tuple[str, str, str], factor: float) -> list[Line]:
    """In one language the title stands larger on its own lines."""
    body = _sized(_BODY, factor)
    lines = wrap(parts[0], body, _TEXT_WIDTH)
    lines += balanced(parts[1], _sized(_EVENT, factor), _TEXT_WIDTH, 3)
    return lines + balanced(parts[2].lstrip(" ,"), body, _TEXT_WIDTH, 2)


def _sized(style: Style, factor: float) -> Style:
    return style._replace(size=style.size * factor, leading=style.leading * factor)


def _frame(pen: Pen) -> None:
    """Two frames in the accent colour, 10 and 12 mm from the edge."""
    for inset, weight in ((10, 1.2), (12, 0.4)):
        edge = inset * MM
        pen.box(edge, edge, pen.width - 2 * edge, pen.height - 2 * edge, weight, ACCENT)
