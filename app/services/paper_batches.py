"""Many papers at once: one file for each person, one e-mail draft for each, with progress and cancelling."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from app.core.errors import Cancelled, Refused
from app.core.i18n import N_, words
from app.core.progress import Token, silent
from app.core.text import one_line
from app.documents.texts import text_in
from app.models.activities import Activity
from app.models.certificates import Certificate
from app.models.programmes import Programme
from app.services import mail_draft, print_facts, printing, records
from app.services.paper_files import free_name, safe_name
from app.services.paper_kinds import PERSONAL_NAMES, Paper, PaperKind, PaperOptions, Printed
from app.services.print_facts import Chosen
from app.storage.files import expect_writable, write_whole
from app.storage.work import View


@dataclass(frozen=True, slots=True)
class Batch:
    """What became of a batch: files written whole, of how many; drafts that wait for an address; stopped or done."""

    folder: Path
    written: int
    total: int
    stopped: bool = False
    without_address: int = 0


def can_each(kind: PaperKind) -> bool:
    """Whether a paper can be made as one file for each person."""
    return kind.each is not None or (kind.personal and "person_ids" in kind.uses)


def singles(
    view: View, paper: Paper, subject_id: str, options: PaperOptions, token: Token | None = None, ending: str = ".pdf"
) -> Iterator[Printed]:
    """One file for each person, partner or certificate, one at a time; Refused(``paper_nobody``, ``export_ending``)."""
    kind = printing.PAPERS[paper]
    if kind.each is not None or ending != ".pdf" or not can_each(kind):
        yield from printing.make_each(view, paper, subject_id, options, token, ending)
        return
    chosen = print_facts.chosen_for(view, kind, subject_id, options)
    quiet = _Quiet(token or silent())
    taken: set[str] = set()
    for one in chosen:
        quiet.step(0, 0)
        printed = _of_one(view, kind, subject_id, options, one, quiet)
        if printed is not None:
            name, count = printed.file_name, 1
            while name.casefold() in taken:
                count += 1
                name = f"{printed.file_name.removesuffix('.pdf')} {count}.pdf"
            taken.add(name.casefold())
            yield replace(printed, file_name=name)
    if not taken:
        raise Refused("paper_nobody")


def write_each(
    view: View,
    paper: Paper,
    subject_id: str,
    options: PaperOptions,
    folder: Path,
    token: Token | None = None,
    *,
    replace_known: bool = False,
    ending: str = ".pdf",
) -> Batch:
    """Write one file for each person into a folder; a batch that is stopped leaves whole files only.

    Names that are taken get a number, unless ``replace_known``. ``ending`` ``.docx`` writes Word files. Raises Refused
    as the paper itself, and as ``storage.files`` for the folder; what was written until then stays.
    """
    token = token or silent()
    watch = _Counted(token, len(print_facts.chosen_for(view, printing.PAPERS[paper], subject_id, options)))
    expect_writable(folder)
    written = 0
    try:
        for made in singles(view, paper, subject_id, options, watch, ending):
            target = folder / made.file_name
            write_whole(target if replace_known else free_name(folder, made.file_name, made.content), made.content)
            written += 1
            token.step(written, max(watch.total, written))
    except Cancelled:
        return Batch(folder, written, max(watch.total, written), stopped=True)
    return Batch(folder, written, max(watch.total, written))


def write_drafts(
    view: View, paper: Paper, subject_id: str, options: PaperOptions, folder: Path, token: Token | None = None
) -> Batch:
    """Write an e-mail draft for each person, the own paper attached, into a folder; stopping as ``write_each``."""
    token = token or silent()
    kind = printing.PAPERS[paper]
    chosen = print_facts.chosen_for(view, kind, subject_id, options)
    if not chosen or not kind.personal:
        raise Refused("paper_nobody")
    expect_writable(folder)
    quiet = _Quiet(token)
    written = without = 0
    try:
        for done, one in enumerate(chosen, 1):
            quiet.step(0, 0)
            made = _of_one(view, kind, subject_id, options, one, quiet)
            if made is not None:
                content = draft(view, paper, subject_id, options, made, one)
                mail_draft.write(free_name(folder, _draft_name(made, one), content), content)
                written += 1
                without += not mail_draft.is_address(one.email)
            token.step(done, len(chosen))
    except Cancelled:
        return Batch(folder, written, len(chosen), stopped=True, without_address=without)
    return Batch(folder, written, len(chosen), without_address=without)


def draft(
    view: View,
    paper: Paper,
    subject_id: str,
    options: PaperOptions,
    printed: Printed,
    to: Chosen | None = None,
) -> bytes:
    """An e-mail draft with a paper attached; subject and text in the paper's own languages."""
    kind = printing.PAPERS[paper]
    record: type[Activity] | type[Programme] = Programme if kind.subject == "programme" else Activity
    row = records.fetch(view, record, subject_id)
    name = PERSONAL_NAMES.get(paper, kind.name) if to is not None else kind.name
    first, second = _languages(view, kind, options, to)
    titles = text_in(row.title, first, second)
    lines = []
    for language, title in ((first, titles.first), (second, titles.second or titles.first)):
        if language:
            said = words(language)
            lines.append((said.say(name), one_line(title), said.say(N_("Please find attached: {paper}."))))
    told = [" – ".join(part for part in line[:2] if part) for line in lines]
    text = "\n\n".join(line[2].replace("{paper}", about) for line, about in zip(lines, told, strict=True)) + "\n"
    address = to.email if to is not None else ""
    to_name = (to.name or to.label) if to is not None else ""
    return mail_draft.compose(told[0], text, printed.content, printed.file_name, to_name=to_name, to_address=address)


def _languages(view: View, kind: PaperKind, options: PaperOptions, to: Chosen | None) -> tuple[str, str]:
    """The languages of a paper; those in which a certificate was issued where none is chosen."""
    if not options.language and to is not None and "certificate_ids" in kind.uses:
        row = records.fetch(view, Certificate, to.id)
        return row.language or view.language, row.second_language
    return options.language or view.language, options.second if "second" in kind.uses else ""


def _draft_name(made: Printed, to: Chosen) -> str:
    """The name of a draft: that of the paper, and whose it is where the paper's name does not say so."""
    stem = made.file_name.removesuffix(".pdf")
    who = safe_name(to.name or to.label)
    named = all(part.casefold() in stem.casefold() for part in who.split())
    return (stem if named else safe_name(f"{stem[:70]} {who}")) + ".eml"


def only_person(view: View, paper: Paper, subject_id: str, options: PaperOptions) -> Chosen | None:
    """The one person to whom a paper with these options belongs; None when it is for several or for nobody."""
    kind = printing.PAPERS[paper]
    if not kind.personal or len(options.person_ids) + len(options.certificate_ids) != 1:
        return None
    chosen = print_facts.chosen_for(view, kind, subject_id, options)
    return chosen[0] if len(chosen) == 1 else None


def _of_one(
    view: View, kind: PaperKind, subject_id: str, options: PaperOptions, one: Chosen, token: Token
) -> Printed | None:
    """The paper of one person; None where that one has none (a host gets no invitation)."""
    if "certificate_ids" in kind.uses:
        narrowed = replace(options, certificate_ids=(one.id,))
    else:
        narrowed = replace(options, person_ids=(one.id,))
    try:
        if kind.each is not None:
            return next(printing.make_each(view, kind.paper, subject_id, narrowed, token), None)
        made = printing.make(view, kind.paper, subject_id, narrowed, token)
    except Refused as refused:
        if refused.code == "paper_nobody":
            return None
        raise
    code = made.file_name.partition(f" {kind.paper.value} ")[0]
    return replace(made, file_name=safe_name(f"{code} {kind.paper.value} {one.name or one.label}") + ".pdf")


class _Counted(Token):
    """Hears from a maker how many files there will be: letters go to partners, of whom there are fewer than people."""

    def __init__(self, outer: Token, total: int) -> None:
        super().__init__()
        self._outer, self.total = outer, total

    @property
    def cancelled(self) -> bool:
        return self._outer.cancelled

    def step(self, done: int, total: int) -> None:
        self.total = total or self.total
        self._outer.step(done, self.total)


class _Quiet(Token):
    """Lets single papers be stopped without their small steps being told as those of the batch."""

    def __init__(self, outer: Token) -> None:
        super().__init__()
        self._outer = outer

    @property
    def cancelled(self) -> bool:
        return self._outer.cancelled

    def step(self, done: int, total: int) -> None:
        if self._outer.cancelled:
            raise Cancelled
