"""Certificates of attendance, completion and mentoring (CE-1 to CE-13, CN-1, CN-3): data, options and ``build``.

What all certificates of an event share is drawn once as a form; a page then holds the name, the sentence where hours
differ, the number block and the QR.
"""

from collections.abc import Sequence

from app.core.progress import Token, silent
from app.documents.certificate_data import (
    Certificate,
    CertificateOptions,
    CertificatesPaper,
)
from app.documents.certificate_page import CertificatePress
from app.documents.certificate_wording import TITLES
from app.documents.pen import A4_LANDSCAPE, About, Pen
from app.documents.speech import Speech, speech

_PLAIN = CertificateOptions()


def build(paper: CertificatesPaper, options: CertificateOptions = _PLAIN, token: Token | None = None) -> bytes:
    """All certificates in one PDF, one page each. ``token`` hears about every page and can stop the work."""
    return _printed(paper, paper.certificates, options, token or silent())


def build_each(
    paper: CertificatesPaper, options: CertificateOptions = _PLAIN, token: Token | None = None
) -> list[tuple[str, bytes]]:
    """One PDF per certificate, as (number, bytes)."""
    watch = token or silent()
    made = []
    for done, certificate in enumerate(paper.certificates, 1):
        made.append((certificate.number, _printed(paper, (certificate,), options, silent())))
        watch.step(done, len(paper.certificates))
    return made


def qr_text(certificate: Certificate) -> str:
    """What the QR holds: number and code, nothing else (CN-3)."""
    return f"{certificate.number} {certificate.code}"


def _printed(
    paper: CertificatesPaper, certificates: Sequence[Certificate], options: CertificateOptions, token: Token
) -> bytes:
    said = speech(options.language, options.second)
    pen = Pen(_about(paper, certificates, said), A4_LANDSCAPE)
    press = CertificatePress(pen, paper.kind, paper.event, said)
    press.draw_common()
    for done, certificate in enumerate(certificates, 1):
        if len(certificates) > 1:
            pen.outline(certificate.holder.shown(options.language), 0)
        press.draw_page(certificate, qr_text(certificate))
        pen.next_page()
        token.step(done, len(certificates))
    if not certificates:
        press.draw_page(None, "")
        pen.next_page()
    return pen.finish()


def _about(paper: CertificatesPaper, certificates: Sequence[Certificate], said: Speech) -> About:
    title = said.say(TITLES[paper.kind]).first
    if len(certificates) == 1:
        title = f"{title} {certificates[0].number}"
    return About(title, paper.event.issuer, paper.event.title.first, said.languages[0])
