"""Certificates of attendance, completion and mentoring (CE-1 to CE-13, CN-1, CN-3): data, options and ``build``.

What all certificates of an event share is drawn once as a form; a page then holds the name, the sentence where hours
differ, the number block and the QR.
"""

from collections.abc import Iterator, Sequence

from app.core.errors import Refused
from app.core.progress import Token, silent
from app.core.signed_code import LONGEST_NUMBER, number_fits
from app.documents.certificate_data import (
    Certificate,
    CertificateOptions,
    CertificatesPaper,
)
from app.documents.certificate_page import CertificatePress, is_dense
from app.documents.certificate_wording import kept_speech, title_in
from app.documents.pen import A4_LANDSCAPE, About, Pen
from app.documents.speech import Speech

_PLAIN = CertificateOptions()

#: Certificates that share their event, kind and languages, with these languages.
Part = tuple[CertificatesPaper, CertificateOptions]


def build(paper: CertificatesPaper, options: CertificateOptions = _PLAIN, token: Token | None = None) -> bytes:
    """All certificates in one PDF, one page each. ``token`` hears about every page and can stop the work."""
    return build_parts([(paper, options)], token)


def build_parts(parts: Sequence[Part], token: Token | None = None) -> bytes:
    """Certificates of several events, kinds or languages in one PDF, in the order given."""
    return _printed(parts, token or silent())


def build_each(
    paper: CertificatesPaper, options: CertificateOptions = _PLAIN, token: Token | None = None
) -> Iterator[tuple[str, bytes]]:
    """One PDF per certificate, as (number, bytes), one at a time: nothing is kept that was handed out."""
    watch = token or silent()
    for done, certificate in enumerate(paper.certificates, 1):
        watch.step(done - 1, len(paper.certificates))
        single = CertificatesPaper(paper.kind, paper.event, (certificate,))
        yield certificate.number, _printed([(single, options)], silent())
        watch.step(done, len(paper.certificates))


def qr_text(certificate: Certificate) -> str:
    """What the QR holds: the signed code; number and code for certificates issued before there was one (CN-3).

    Refused(``certificate_number_long``) for a number that no QR has room for.
    """
    if not number_fits(certificate.number):
        raise Refused("certificate_number_long", count=len(certificate.number), most=LONGEST_NUMBER)
    return certificate.signed or f"{certificate.number} {certificate.code}"


def _printed(parts: Sequence[Part], token: Token) -> bytes:
    said = [kept_speech(options.language, options.second, paper.event.house) for paper, options in parts]
    total = sum(len(paper.certificates) for paper, _ in parts)
    pen = Pen(_about(parts[0][0], said[0], total), A4_LANDSCAPE)
    done = 0
    for number, ((paper, _), speech) in enumerate(zip(parts, said, strict=True)):
        form = f"certificate{number}" if number else "certificate"
        dense = any(is_dense(qr_text(one)) for one in paper.certificates[:1])
        press = CertificatePress(pen, paper.kind, paper.event, speech, form, dense)
        press.draw_common()
        for certificate in paper.certificates:
            if total > 1:
                pen.outline(certificate.holder.shown(speech.languages[0]), 0)
            press.draw_page(certificate, qr_text(certificate))
            pen.next_page()
            done += 1
            token.step(done, total)
        if not total:
            press.draw_page(None, "")
            pen.next_page()
    return pen.finish()


def _about(paper: CertificatesPaper, said: Speech, total: int) -> About:
    event = paper.event
    title = title_in(paper.kind, said.first, event.words)
    if total == 1 and paper.certificates:
        title = f"{title} {paper.certificates[0].number}"
    return About(title, event.issuer, event.title.first, said.languages[0], event.accent, said.languages[1])
