"""Many papers at once: names, whole files when stopped, e-mail drafts that no name can break."""

import email
import email.policy
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.errors import Cancelled, Refused
from app.core.i18n import words
from app.core.progress import Token
from app.core.vocabulary import CertificateKind
from app.models.activities import Activity
from app.models.programmes import Programme
from app.services import (
    agenda_versions,
    certificates,
    documents,
    exports,
    mail_draft,
    main_job,
    paper_batches,
    paper_warnings,
    people,
    print_facts,
    printing,
    records,
    sample,
)
from app.services.context import Context
from app.services.paper_files import free_name, safe_name
from app.services.paper_kinds import GROUP_NAMES, PAPER_GROUPS, PAPER_NAMES, Paper, PaperGroup, PaperOptions
from tests.documents.paper_reading import text

EACH = [paper for paper, kind in printing.PAPERS.items() if paper_batches.can_each(kind) and "kind" not in kind.uses]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Context]:
    """The sample with its people; tests that change it put it back."""
    context = Context.open(tmp_path_factory.mktemp("batches") / "s.mdesk")
    main_job.make_sample(context)
    yield context
    context.changed = False
    context.close()


@pytest.fixture(scope="module")
def visit(made: Context) -> str:
    with made.read() as view:
        return records.by_code(view, Activity, sample.VISIT).id


def test_every_paper_has_a_name_and_a_shelf() -> None:
    assert set(PAPER_NAMES) == set(PAPER_GROUPS) == set(Paper)
    assert set(PAPER_GROUPS.values()) == set(GROUP_NAMES)
    assert {kind.subject for kind in printing.PAPERS.values()} == {"activity", "programme"}


@pytest.mark.parametrize("paper", EACH)
def test_one_file_for_each_with_readable_names(made: Context, visit: str, tmp_path: Path, paper: Paper) -> None:
    with made.read() as view:
        chosen = print_facts.people(view, visit)[:3]
        options = PaperOptions("en", person_ids=tuple(one.id for one in chosen))
        batch = paper_batches.write_each(view, paper, visit, options, tmp_path)
    files = sorted(tmp_path.iterdir())
    assert batch.written == len(files) > 0
    assert not batch.stopped
    assert all(file.suffix == ".pdf" and file.name.isascii() and file.read_bytes()[:5] == b"%PDF-" for file in files)


def test_what_is_there_is_never_written_over(made: Context, visit: str, tmp_path: Path) -> None:
    with made.read() as view:
        someone = (print_facts.people(view, visit)[1].id,)
        options = PaperOptions("en", person_ids=someone)
        paper_batches.write_each(view, Paper.PERSONAL_AGENDA, visit, options, tmp_path)
        [first] = tmp_path.iterdir()
        paper_batches.write_each(view, Paper.PERSONAL_AGENDA, visit, options, tmp_path)
        assert list(tmp_path.iterdir()) == [first], "the same again adds nothing"
        first.write_bytes(b"mine")
        paper_batches.write_each(view, Paper.PERSONAL_AGENDA, visit, options, tmp_path)
        assert first.read_bytes() == b"mine"
        assert {file.name for file in tmp_path.iterdir()} == {first.name, f"{first.stem} 2.pdf"}
        paper_batches.write_each(view, Paper.PERSONAL_AGENDA, visit, options, tmp_path, replace_known=True)
    assert first.read_bytes()[:5] == b"%PDF-"


def test_a_stopped_batch_leaves_whole_files_and_counts_them(made: Context, visit: str, tmp_path: Path) -> None:
    token = Token()

    def stop_after_two(done: int, _total: int) -> None:
        if done == 2:
            token.cancel()

    token._report = stop_after_two
    with made.read() as view:
        batch = paper_batches.write_each(view, Paper.PERSONAL_AGENDA, visit, PaperOptions("en"), tmp_path, token)
    files = list(tmp_path.iterdir())
    assert batch.stopped
    assert batch.written == len(files)
    assert 1 <= len(files) <= 3
    assert batch.total == 21
    assert all(printing.page_count(file.read_bytes()) >= 1 for file in files)
    assert not [file for file in files if file.suffix == ".part"]


def test_a_folder_that_cannot_be_written_is_refused_before_anything_is_made(
    made: Context, visit: str, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("x")
    with made.read() as view, pytest.raises(Refused) as refused:
        paper_batches.write_each(view, Paper.LETTERS, visit, PaperOptions("en"), tmp_path / "file")
    assert refused.value.code == "folder_not_writable"


def _parsed(path: Path) -> email.message.EmailMessage:
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    assert isinstance(message, email.message.EmailMessage)
    return message


def test_a_draft_for_each_has_the_own_paper_and_address(made: Context, visit: str, tmp_path: Path) -> None:
    with made.read() as view:
        chosen = print_facts.people(view, visit)
        some = [one for one in chosen if "Zavodske" in one.second][:2]
        options = PaperOptions("uk", "en", person_ids=tuple(one.id for one in some))
        batch = paper_batches.write_drafts(view, Paper.PERSONAL_AGENDA, visit, options, tmp_path)
        papers = {
            made.content
            for one in some
            for made in paper_batches.singles(
                view, Paper.PERSONAL_AGENDA, visit, replace(options, person_ids=(one.id,))
            )
        }
    assert (batch.written, batch.total, batch.without_address) == (2, 2, 0)
    messages = [_parsed(path) for path in sorted(tmp_path.glob("*.eml"))]
    assert {address.addr_spec for one in messages for address in one["To"].addresses} == {one.email for one in some}
    for message in messages:
        assert message["X-Unsent"] == "1"
        assert message["Subject"].startswith(words("uk").say("Agenda") + " – ")
        [attached] = message.iter_attachments()
        assert attached.get_content() in papers
        assert attached.get_content_type() == "application/pdf"
        assert attached.get_filename().endswith(".pdf")
    assert len({next(one.iter_attachments()).get_content() for one in messages}) == 2, "each has its own"


def test_somebody_without_an_address_gets_a_draft_without_one(made: Context, visit: str, tmp_path: Path) -> None:
    with made.read() as view:
        someone = next(one for one in print_facts.people(view, visit) if one.email)
        before = people.load(view, someone.id)
    with made.write("Take the address") as work:
        people.save(work, someone.id, replace(before, email=""))
    try:
        with made.read() as view:
            options = PaperOptions("en", person_ids=(someone.id,))
            batch = paper_batches.write_drafts(view, Paper.PERSONAL_AGENDA, visit, options, tmp_path)
        assert (batch.written, batch.without_address) == (1, 1)
        [path] = tmp_path.glob("*.eml")
        assert _parsed(path)["To"] is None
    finally:
        made.undo()


HOSTILE = st.text(max_size=80) | st.sampled_from(
    ["Ana\r\nBcc: all@example.org", "x\nX-Evil: 1", "\u202eevil", "<b>Ana</b>", '"; rm -rf', "a" * 5000, "🙂" * 90, ""]
)


@settings(max_examples=150, deadline=None)
@given(subject=HOSTILE, name=HOSTILE, address=HOSTILE | st.just("a@b.si"), body=HOSTILE, file=HOSTILE)
def test_no_name_can_begin_a_header(subject: str, name: str, address: str, body: str, file: str) -> None:
    body = body.encode("utf-8", "ignore").decode("utf-8")
    made = mail_draft.compose(subject, body, b"%PDF-1", f"{file}.pdf", to_name=name, to_address=address)
    message = email.message_from_bytes(made, policy=email.policy.default)
    allowed = {"Subject", "To", "X-Unsent", "MIME-Version", "Content-Type"}
    assert set(message.keys()) <= allowed
    assert message["Bcc"] is None
    assert isinstance(message, email.message.EmailMessage)
    [attached] = message.iter_attachments()
    assert attached.get_content() == b"%PDF-1"
    shown = attached.get_filename()
    assert shown.isascii()
    assert "/" not in shown
    assert len(shown) <= 130


@settings(max_examples=300, deadline=None)
@given(name=st.text(max_size=400))
def test_file_names_hold_on_every_system(name: str) -> None:
    safe = safe_name(name)
    assert safe.isascii()
    assert 1 <= len(safe) <= 121
    assert not set(safe) & set('/\\:*?"<>|\0\n')
    assert safe == safe.strip(" .")
    assert safe_name(safe) == safe
    assert safe.partition(".")[0].casefold() not in {"con", "nul", "aux", "prn", "com1", "lpt9"}


def test_names_in_two_scripts_stay_readable() -> None:
    assert safe_name("CEP-UA-V01 Юлія Їжакевич") == "CEP-UA-V01 Yuliia Yizhakevych"
    assert safe_name("Đorđe Šćepanović, Straße") == "Dorde Scepanovic Strasse"
    assert [safe_name(name) for name in ("../../x", "CON", "a.pdf:ads", "b.", "\u202egpj.exe")] == [
        "x",
        "CON_",
        "a.pdf ads",
        "b",
        "gpj.exe",
    ]


def test_a_free_name_counts_on(tmp_path: Path) -> None:
    assert free_name(tmp_path, "a.pdf", b"1").name == "a.pdf"
    (tmp_path / "a.pdf").write_bytes(b"2")
    assert free_name(tmp_path, "a.pdf", b"1").name == "a 2.pdf"
    (tmp_path / "a 2.pdf").write_bytes(b"1")
    assert free_name(tmp_path, "a.pdf", b"1").name == "a 2.pdf", "it is there already"


def test_the_number_told_is_the_number_printed(made: Context, visit: str) -> None:
    with made.read() as view:
        facts = print_facts.facts(view, visit)
        printed = text(printing.make(view, Paper.AGENDA, visit, PaperOptions("en")).content)
        assert agenda_versions.list_rows(view, visit) == ()
    assert facts.draft
    assert facts.draft in printed
    assert "1.0" not in facts.draft


def test_warnings_lead_to_a_place_and_hinder_nothing(made: Context, visit: str) -> None:
    with made.read() as view:
        for paper, kind in printing.PAPERS.items():
            if kind.subject != "activity" or kind.group is PaperGroup.CERTIFICATES:
                continue  # none is issued here
            printed, found = paper_warnings.made(view, paper, visit, PaperOptions("sv", "lv"))
            assert printed.content[:5] == b"%PDF-"
            assert all(one.section and one.record_id and one.n > 0 for one in found)
        agenda = paper_warnings.warnings(view, Paper.AGENDA, visit, PaperOptions("sv"))
        letters = paper_warnings.warnings(view, Paper.LETTERS, visit, PaperOptions("en"))
    assert [(one.code, one.params["language"]) for one in agenda if one.code == "paper_texts_missing"] == [
        ("paper_texts_missing", "sv")
    ]
    assert "letter_signatory_missing" in {one.code for one in letters}


def test_people_named_by_codes_must_take_part(made: Context, visit: str) -> None:
    with made.read() as view:
        wanted = print_facts.people(view, visit)[0]
        code = people.load(view, wanted.id).code
        narrowed = print_facts.narrowed(view, visit, PaperOptions(), [code], "")
        assert narrowed.person_ids == (wanted.id,)
        other = records.by_code(view, Activity, "COAL-REX-V01").id
        with pytest.raises(Refused) as refused:
            print_facts.narrowed(view, other, PaperOptions(), [code], "")
    assert refused.value.code == "paper_person_absent"


def test_a_quiet_token_stops_with_the_batch() -> None:
    outer = Token()
    quiet = paper_batches._Quiet(outer)
    quiet.step(1, 2)
    outer.cancel()
    assert quiet.cancelled
    with pytest.raises(Cancelled):
        quiet.step(1, 2)


def test_a_finance_report_is_kept_with_its_programme_once(made: Context) -> None:
    with made.read() as view:
        programme = records.by_code(view, Programme, "CEP-UA").id
        printed = printing.make(view, Paper.BUDGET, programme, PaperOptions("en"))
        named = print_facts.named(view, Paper.BUDGET, programme)
    assert printed.file_name == "CEP-UA budget en.pdf"
    assert named == {"paper": "Budget report", "code": "CEP-UA"}
    for _ in range(2):
        with made.write("Keep") as work:
            ident = print_facts.keep(work, Paper.BUDGET, programme, PaperOptions("en"), printed)
    with made.read() as view:
        rows = documents.list_rows(view, owner_kind="programme", owner_id=programme)
        assert [(row.id, row.kind, row.origin) for row in rows if row.origin == "issued"] == [
            (ident, "budget", "issued")
        ]
        assert documents.content(view, ident) == printed.content


def test_drafts_of_letters_name_the_person_though_the_letter_names_the_town(
    made: Context, visit: str, tmp_path: Path
) -> None:
    with made.read() as view:
        guests = [one for one in print_facts.people(view, visit) if "Zavodske" in one.second][:3]
        options = PaperOptions("en", person_ids=tuple(one.id for one in guests))
        batch = paper_batches.write_drafts(view, Paper.LETTERS, visit, options, tmp_path)
    assert batch.written == 3
    for guest in guests:
        family = guest.name.split()[-1]
        [path] = [path for path in tmp_path.iterdir() if family in path.name]
        message = _parsed(path)
        assert message["To"].addresses[0].display_name == guest.name
        [attached] = message.iter_attachments()
        printed = text(attached.get_content()).upper()
        assert family.upper() in printed
        assert all(other.name.split()[-1].upper() not in printed for other in guests if other is not guest)


def test_a_budget_report_is_finished_in_word(made: Context) -> None:
    """The same figures as the paper, in one language or two; named like it."""
    with made.read() as view:
        programme = records.by_code(view, Programme, "CEP-UA").id
        for second in ("", "uk"):
            word = printing.make_other(view, Paper.BUDGET, ".docx", programme, PaperOptions("en", second))
            assert word.file_name == f"CEP-UA budget en{'-uk' if second else ''}.docx"
            assert word.content[:2] == b"PK"


def test_certificates_of_each_kind_have_a_name_of_their_own(made: Context, visit: str) -> None:
    """Saved one after the other into a folder, none is proposed in the place of another."""

    def proposed(**options: object) -> str:
        with made.read() as view:
            return printing.file_name(
                view,
                Paper.CERTIFICATES,
                visit,
                PaperOptions("en", "uk", **options),  # type: ignore[arg-type]
            )

    assert [proposed(kind=kind) for kind in CertificateKind] == [
        "CEP-UA-V01 certificates attendance en-uk.pdf",
        "CEP-UA-V01 certificates completion en-uk.pdf",
        "CEP-UA-V01 certificates mentor en-uk.pdf",
    ]
    with made.write("Issue") as work:
        exports.issue_earned(work, visit, PaperOptions("en"), date(2023, 10, 20))
    with made.read() as view:
        one, two = rows = certificates.list_rows(view, activity_id=visit)[:2]
    # What is chosen tells its own kind, whatever the field beside it says.
    both = proposed(kind=CertificateKind.MENTOR, certificate_ids=(one.id, two.id))
    assert both == "CEP-UA-V01 certificates attendance en-uk.pdf"
    names = [proposed(certificate_ids=(row.id,)) for row in rows]
    for name, row in zip(names, rows, strict=True):
        assert name.startswith(f"CEP-UA-V01 certificates attendance {row.number} ")
        assert name.isascii()
    assert len({*names, both}) == 3
    made.undo()
