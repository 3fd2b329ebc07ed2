"""Certificates as papers."""

from collections.abc import Iterator

from app.core.progress import Token
from app.documents import certificates
from app.documents.certificate_data import CertificateOptions
from app.services import certificate_paper
from app.services import certificates as register
from app.services.paper_files import safe_name
from app.services.paper_kinds import Paper, PaperKind, PaperOptions
from app.storage.work import View


def certificate_ids(view: View, activity_id: str, options: PaperOptions) -> tuple[str, ...]:
    """The certificates that are printed: those chosen, else all standing ones of the kind."""
    if options.certificate_ids:
        return options.certificate_ids
    rows = register.list_rows(view, activity_id=activity_id)
    return tuple(row.id for row in rows if row.kind is options.kind and row.cancelled_on is None)


def _certificates(view: View, activity_id: str, options: PaperOptions, token: Token) -> bytes:
    told = certificate_paper.paper(view, certificate_ids(view, activity_id, options), options.language, options.second)
    return certificates.build(told, CertificateOptions(options.language, options.second), token)


def _each(view: View, activity_id: str, options: PaperOptions, token: Token) -> Iterator[tuple[str, bytes]]:
    """One PDF per certificate; the name tells number and holder."""
    told = certificate_paper.paper(view, certificate_ids(view, activity_id, options), options.language, options.second)
    holders = {one.number: one.holder.shown("en") for one in told.certificates}
    for number, content in certificates.build_each(told, CertificateOptions(options.language, options.second), token):
        yield safe_name(f"{number} {holders[number]}") + ".pdf", content


KINDS = (
    PaperKind(
        Paper.CERTIFICATES,
        _certificates,
        frozenset({"second", "kind", "certificate_ids"}),
        each=_each,
    ),
)
