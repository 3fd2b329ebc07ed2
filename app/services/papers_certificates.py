"""Certificates and their register as papers."""

from collections.abc import Iterator

from app.core.progress import Token
from app.documents import certificate_register, certificates
from app.documents.certificate_register import RegisterOptions
from app.models.certificates import Certificate
from app.services import certificate_paper, dative_names, paper_parts, records
from app.services import certificate_register as registers
from app.services import certificates as register
from app.services.paper_files import safe_name
from app.services.paper_kinds import Paper, PaperKind, PaperOptions, PaperWarning
from app.storage.work import View


def certificate_ids(view: View, activity_id: str, options: PaperOptions) -> tuple[str, ...]:
    """The certificates that are printed: those chosen, else all standing ones of the kind."""
    if options.certificate_ids:
        return options.certificate_ids
    rows = register.list_rows(view, activity_id=activity_id)
    return tuple(row.id for row in rows if row.kind is options.kind and row.cancelled_on is None)


def _certificates(view: View, activity_id: str, options: PaperOptions, token: Token) -> bytes:
    ids = certificate_ids(view, activity_id, options)
    return certificates.build_parts(certificate_paper.parts(view, ids, options.language, options.second), token)


def _each(view: View, activity_id: str, options: PaperOptions, token: Token) -> Iterator[tuple[str, bytes]]:
    """One PDF per certificate; the name tells number and holder."""
    ids = certificate_ids(view, activity_id, options)
    parts = certificate_paper.parts(view, ids, options.language, options.second)
    total, before = sum(len(paper.certificates) for paper, _ in parts), 0
    for paper, languages in parts:
        holders = {one.number: one.holder.shown("en") for one in paper.certificates}
        for done, (number, content) in enumerate(certificates.build_each(paper, languages), before + 1):
            yield safe_name(f"{number} {holders[number]}") + ".pdf", content
            token.step(done, total)
        before += len(paper.certificates)


def _naming(view: View, options: PaperOptions) -> str:
    """The kind of the certificates, where all are of one; of a single one also the number and the holder."""
    if not options.certificate_ids:
        return str(options.kind)
    rows = [records.fetch(view, Certificate, ident) for ident in options.certificate_ids]
    kinds = {str(row.kind) for row in rows}
    told = [*kinds] if len(kinds) == 1 else []
    if len(rows) == 1:
        holder = paper_parts.name_from_plain(rows[0].snapshot["person"])
        told += [rows[0].number, holder.shown("en")]
    return " ".join(told)


def _register(view: View, activity_id: str, options: PaperOptions, _token: Token) -> bytes:
    paper = registers.of_activity(view, activity_id, options.language or "en", options.second)
    return certificate_register.build(paper, RegisterOptions(options.language or "en", options.second))


def _register_sheet(view: View, activity_id: str, options: PaperOptions, _token: Token) -> bytes:
    paper = registers.of_activity(view, activity_id, options.language or "en")
    return certificate_register.build_xlsx(paper, RegisterOptions(options.language or "en"))


def _look(view: View, activity_id: str, options: PaperOptions) -> tuple[PaperWarning, ...]:
    """Whose name in the dative nobody has confirmed, where the programme's words ask for it (CE-7)."""
    return dative_names.warnings(view, Paper.CERTIFICATES, activity_id, options)


KINDS = (
    PaperKind(
        Paper.CERTIFICATES,
        _certificates,
        frozenset({"second", "kind", "certificate_ids"}),
        each=_each,
        look=_look,
        naming=_naming,
    ),
    PaperKind(Paper.REGISTER, _register, frozenset({"second"}), {".xlsx": _register_sheet}),
)
