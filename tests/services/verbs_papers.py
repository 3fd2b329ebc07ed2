"""Verbs of certificates, documents and issued papers, called on the full data file."""

import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

from app.core.vocabulary import CertificateKind
from app.models.certificates import Certificate
from app.models.documents import Document
from app.services import certificates, documents, exports, participations, people, print_facts, printing
from app.services.certificates import IssueOptions
from app.services.documents import DocumentDraft, Owner
from app.services.printing import Paper, PaperOptions, Printed
from app.storage.work import Work
from tests.services.verbs_ground import DAY, guest, ident, programme, row, visit
from tests.services.verbs_registry import does

PAPER = Printed(b"%PDF-1.4 a paper", "CEP-UA-V01 badges en.pdf")


def _first(work: Work) -> str:
    return ident(work, Certificate, serial=1)


def _renamed(work: Work) -> object:
    return people.save(work, guest(work), replace(people.load(work, guest(work)), family_latin="Newname"))


def _of_completion(work: Work) -> list[str]:
    """Who can be given a certificate of completion as well."""
    return [one.person_id for one in print_facts.ready(work, visit(work), CertificateKind.COMPLETION)]


def all_met(work: Work) -> object:
    """Everybody at the visit has done what a certificate of completion asks for."""
    seats = [one.id for one in participations.list_rows(work, visit(work))]
    return participations.set_requirement_met(work, seats, True)


@does("certificates.issue", before=all_met)
def _(work: Work) -> object:
    options = IssueOptions(DAY, CertificateKind.COMPLETION, "uk", "en", "Domžale")
    issued = certificates.issue(work, visit(work), _of_completion(work), options)
    assert issued
    return issued


@does("certificates.cancel")
def _(work: Work) -> object:
    return certificates.cancel(work, _first(work), "a mistake", date(2023, 11, 1))


@does("certificates.duplicate")
def _(work: Work) -> object:
    return certificates.duplicate(work, _first(work), date(2023, 11, 1))


@does("certificates.deliver")
def _(work: Work) -> object:
    return certificates.deliver(work, [_first(work)], date(2023, 11, 2), "by hand")


@does("certificates.reissue", before=_renamed)
def _(work: Work) -> object:
    return certificates.reissue(work, _first(work), date(2023, 11, 1))


@does("exports.issue_earned", before=all_met)
def _(work: Work) -> object:
    issued = exports.issue_earned(work, visit(work), PaperOptions("en", kind=CertificateKind.COMPLETION), DAY)
    assert issued
    return issued


@does("documents.add")
def _(work: Work) -> object:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "Лист.pdf"
        file.write_bytes(b"a letter")
        return documents.add(work, file, Owner("programme", programme(work)), DocumentDraft(title="Letter"))


@does("documents.add_content")
def _(work: Work) -> object:
    return documents.add_content(work, b"photo", "photo.jpg", Owner("person", guest(work)))


@does("documents.save")
def _(work: Work) -> object:
    found = ident(work, Document)
    return documents.save(work, found, replace(documents.load(work, found), title="Another", notes="signed"))


@does("documents.remove")
def _(work: Work) -> object:
    return documents.remove(work, ident(work, Document))


@does("documents.remove_of")
def _(work: Work) -> object:
    held = row(work, Document)
    return documents.remove_of(work, held.owner_kind, held.owner_id)


@does("print_facts.keep")
def _(work: Work) -> object:
    return print_facts.keep(work, Paper.BADGES, visit(work), PaperOptions(), PAPER)


@does("printing.issue")
def _(work: Work) -> object:
    return printing.issue(work, Paper.AGENDA, visit(work), PaperOptions("uk", "en"), PAPER)
