"""Signed certificates: who signed, what holds, what travels between installations (CN-3, law 5)."""

import json
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app.core import signed_code
from app.core.errors import Refused
from app.core.sentences import sentence
from app.models.certificates import Certificate
from app.models.people import Person
from app.models.programmes import Programme
from app.services import (
    attendance,
    certificate_codes,
    certificates,
    issuer_files,
    issuer_keys,
    issuers,
    records,
    revocations,
)
from app.services.certificate_checking import Verdict, Verification, check
from app.services.certificates import IssueOptions
from app.services.context import Context
from tests.services.programme_of_visits import Town, build, item

TODAY = date(2023, 10, 30)
NOON = datetime(2023, 11, 2, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "here"))
    monkeypatch.setenv("APPDATA", str(tmp_path / "here"))


@contextmanager
def elsewhere(folder: Path) -> Iterator[None]:
    """Another installation, with settings of its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CONFIG_HOME", str(folder))
        patch.setenv("APPDATA", str(folder))
        yield


@pytest.fixture
def town(context: Context) -> Town:
    """A visit of four hours where all three guests were present, with certificates for the first two."""
    made = build(context)
    with context.write("Agenda") as work:
        item(work, made.visit, 9, "9:00", "10:30", speakers=(made.speaker,))
        item(work, made.visit, 9, "13:00", "15:30")
    with context.write("Mark") as work:
        attendance.mark_all_present(work, made.visit)
    with context.write("Issue") as work:
        certificates.issue(work, made.visit, made.guests[:2], IssueOptions(issued_on=TODAY))
    return made


def code(context: Context, serial: int = 0) -> str:
    with context.read() as view:
        rows = certificates.list_rows(view)
        return str(certificates.load_snapshot(view, rows[serial].id)["signed"])


def ident(context: Context, serial: int = 0) -> str:
    with context.read() as view:
        return certificates.list_rows(view)[serial].id


def checked(context: Context | None, text: str) -> Verification:
    if context is None:
        return check(None, text)
    with context.read() as view:
        return check(view, text)


def test_a_certificate_signs_what_it_prints(context: Context, town: Town) -> None:
    found = checked(context, code(context))
    assert found.verdict is Verdict.VALID
    assert found.certificate is not None
    said = found.signed
    assert said is not None
    assert (said.number, said.name, said.native) == ("CEP-UA-2023-0001", "Yuliia Yizhakevych", "Юлія Їжакевич")
    assert (said.event, said.start, said.end) == ("Domžale – Zavodske", date(2023, 10, 9), date(2023, 10, 11))
    assert (said.minutes, said.hour_minutes, said.kind, said.issued_on) == (240, 60, "attendance", TODAY)


def test_without_the_register_the_signature_alone_tells(context: Context, town: Town) -> None:
    text = code(context)
    assert checked(None, text.lower()).verdict is Verdict.VALID
    assert checked(None, text[:-9] + ("A" if text[-9] != "A" else "B") + text[-8:]).verdict is Verdict.ALTERED
    assert checked(None, text[:-5]).verdict is Verdict.ALTERED
    assert checked(None, "CEP-UA-2023-0001").verdict is Verdict.NO_CODE
    assert checked(context, "CEP-UA-2023-0001").verdict is Verdict.VALID


def test_an_issuer_that_nobody_knows_is_never_called_valid(context: Context, town: Town, tmp_path: Path) -> None:
    text = code(context)
    print_of = issuer_keys.fingerprint()
    with elsewhere(tmp_path / "there"):
        found = checked(None, text)
        assert (found.verdict, found.fingerprint, found.issuer) == (Verdict.UNKNOWN_ISSUER, print_of, "")
        assert found.signed is not None


def test_two_installations_trust_one_another_by_card(context: Context, town: Town, tmp_path: Path) -> None:
    text = code(context)
    with context.read() as view:
        card = issuer_files.card(view, "Skupnost občin", NOON)
    (tmp_path / "card.json").write_bytes(card)
    with elsewhere(tmp_path / "there"):
        issuer = issuer_files.trust_file(tmp_path / "card.json", TODAY)
        assert (issuer.name, issuer.since) == ("Skupnost občin", TODAY)
        found = checked(None, text)
        assert (found.verdict, found.issuer) == (Verdict.VALID, "Skupnost občin")
        assert [one.name for one in issuers.known()] == ["Skupnost občin"]
        assert not issuer_keys.exists()
        issuers.distrust(issuer.public_key)
        assert checked(None, text).verdict is Verdict.UNKNOWN_ISSUER
    for wrong in (b"", b"{}", b"[1]", b"\xff\xfe", b"[" * 5000, card[:-20]):
        with pytest.raises(Refused, match="card_unreadable"):
            issuers.trust(wrong, TODAY)
    with pytest.raises(Refused, match="card_altered"):
        issuers.trust(card.replace(b"Skupnost", b"Skupnosd"), TODAY)


def test_revocations_travel_and_an_older_file_never_replaces_a_newer_one(
    context: Context, town: Town, tmp_path: Path
) -> None:
    first, second = code(context), code(context, 1)
    with context.read() as view:
        card = issuer_files.card(view, "Skupnost občin", NOON)
        early = issuer_files.own_revocations(view, NOON)
    with context.write("Cancel") as work:
        certificates.cancel(work, ident(context), "Private reason", date(2023, 11, 1))
    with context.write("Marries") as work:
        person = work.session.get(Person, town.guests[1])
        assert person is not None
        person.family_latin = "Bondarenko"
        certificates.reissue(work, ident(context, 1), date(2023, 11, 2))
    with context.read() as view:
        late = issuer_files.own_revocations(view, NOON.replace(day=3))
    assert b"Private reason" not in late.content
    assert [(entry.number, entry.why) for entry in late.entries] == [
        ("CEP-UA-2023-0001", "cancelled"),
        ("CEP-UA-2023-0002", "replaced"),
    ]
    assert (checked(context, first).verdict, checked(context, second).verdict) == (Verdict.CANCELLED, Verdict.REPLACED)
    assert checked(context, code(context, 1)).verdict is Verdict.VALID
    with elsewhere(tmp_path / "there"):
        with pytest.raises(Refused, match="issuer_not_trusted"):
            issuers.trust(late.content, TODAY)
        issuers.trust(card, TODAY)
        assert checked(None, first).verdict is Verdict.VALID
        issuers.trust(late.content, TODAY)
        found = checked(None, first)
        assert (found.verdict, found.revoked and found.revoked.on) == (Verdict.CANCELLED, date(2023, 11, 1))
        assert checked(None, second).verdict is Verdict.REPLACED
        with pytest.raises(Refused, match="revocations_older"):
            issuers.trust(early.content, TODAY)
        issuers.trust(card, TODAY)  # an older list within a card changes nothing
        assert checked(None, first).verdict is Verdict.CANCELLED
        tampered = json.loads(late.content)
        tampered["entries"] = tampered["entries"][1:]
        with pytest.raises(Refused, match="card_altered"):
            issuers.trust(json.dumps(tampered).encode(), TODAY)


def test_what_another_data_file_revoked_stays_revoked(context: Context, town: Town) -> None:
    with context.write("Cancel") as work:
        certificates.cancel(work, ident(context), "Wrong", date(2023, 11, 1))
    with context.read() as view:
        issuer_files.own_revocations(view, NOON)
    later = issuer_files.own_revocations(None, NOON.replace(hour=1))
    assert [entry.number for entry in later.entries] == ["CEP-UA-2023-0001"]
    assert later.made_at == NOON  # a clock that was put back makes no older file
    assert revocations.is_own(later)


def test_a_duplicate_says_that_it_is_one(context: Context, town: Town) -> None:
    original = code(context)
    with context.write("Lost") as work:
        certificates.duplicate(work, ident(context), date(2023, 12, 1))
    again = code(context)
    assert again != original
    found = checked(context, again)
    assert found.signed is not None
    assert (found.verdict, found.signed.duplicate_on) == (Verdict.VALID, date(2023, 12, 1))
    assert found.signed.issued_on == TODAY
    assert checked(context, original).verdict is Verdict.VALID


def test_a_number_that_was_taken_back_and_given_to_another_is_told(context: Context, town: Town) -> None:
    text = code(context, 1)
    context.undo()
    with context.write("Issue") as work:
        certificates.issue(work, town.visit, [town.guests[2], town.guests[0]], IssueOptions(issued_on=TODAY))
    assert checked(context, text).verdict is Verdict.OTHER_FACTS


def test_a_certificate_from_before_has_no_signature_and_stays_valid(context: Context, town: Town) -> None:
    with context.write("Old") as work:
        row = work.session.get(Certificate, ident(context))
        assert row is not None
        row.snapshot = {name: value for name, value in row.snapshot.items() if name != "signed"}
        number, short = row.number, row.code
    assert checked(context, f"{number} {short}").verdict is Verdict.VALID
    with context.write("Lost") as work:
        certificates.duplicate(work, ident(context), TODAY)
    assert checked(context, number).verdict is Verdict.VALID


# the key --------------------------------------------------------------------------------------------------------------
def test_keys_are_beside_the_settings_and_never_in_the_data_file(context: Context, town: Town) -> None:
    path = issuer_keys.key_path()
    seed = path.read_text(encoding="ascii").strip()
    assert len(seed) == 64
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    context.close()
    for file in context.path.parent.glob(f"{context.path.name}*"):
        content = file.read_bytes()
        assert bytes.fromhex(seed) not in content
        assert seed.encode() not in content
        assert certificate_codes.key_path().read_bytes().strip() not in content


def test_a_second_machine_issues_with_the_same_key(context: Context, town: Town, tmp_path: Path) -> None:
    text, print_of = code(context), issuer_keys.fingerprint()
    with pytest.raises(Refused, match="password_short"):
        issuer_keys.export(tmp_path / "copy.pem", "short")
    issuer_keys.export(tmp_path / "copy.pem", "long enough")
    seed = issuer_keys.key_path().read_text(encoding="ascii").strip()
    assert bytes.fromhex(seed) not in (tmp_path / "copy.pem").read_bytes()
    with elsewhere(tmp_path / "there"):
        former = issuer_keys.fingerprint()
        for wrong, match in (("wrong password", "key_password_wrong"), ("", "key_password_wrong")):
            with pytest.raises(Refused, match=match):
                issuer_keys.bring_in(tmp_path / "copy.pem", wrong)
        assert issuer_keys.fingerprint() == former
        assert issuer_keys.bring_in(tmp_path / "copy.pem", "long enough") == print_of
        assert checked(None, text).verdict is Verdict.VALID
        kept = issuer_keys.key_path().with_name(f"issuer {former}.key")
        assert stat.S_IMODE(kept.stat().st_mode) == stat.S_IMODE(issuer_keys.key_path().stat().st_mode) == 0o600
        (tmp_path / "no key.pem").write_text("hello")
        for file in ("no key.pem", "missing.pem"):
            with pytest.raises(Refused, match="key_file_unreadable"):
                issuer_keys.bring_in(tmp_path / file, "long enough")
        issuer_keys.key_path().write_text("broken")
        with pytest.raises(Refused, match="issuer_key_unusable"):
            issuer_keys.private_key()


def test_a_damaged_list_of_issuers_is_told_and_not_forgotten(tmp_path: Path) -> None:
    issuer_keys.private_key()
    store = issuer_keys.key_path().with_name(issuers.STORE)
    for wrong in ("{", "[]", '{"zz": {}}', '{"ab": {}}', '{"a": 1}'):
        store.write_text(wrong)
        with pytest.raises(Refused, match="issuers_unreadable"):
            issuers.known()
    assert store.exists()


def test_a_code_that_differs_only_in_what_was_cut_is_the_same(context: Context, town: Town) -> None:
    told = signed_code.decode(code(context)).facts
    assert replace(told, name="x" * 60) != told
    long = replace(told, event="Very long " * 30)
    assert signed_code.say_the_same(
        long, replace(long, event=signed_code.decode(signed_code.encode(long, issuer_keys.private_key())).facts.event)
    )


def test_numbers_too_long_for_a_qr_are_refused_in_one_sentence_and_none_is_used(context: Context, town: Town) -> None:
    with context.write("Code") as work:
        records.fetch(work, Programme, town.programme).code = "N" * 5000
    with pytest.raises(Refused) as refused, context.write("Issue") as work:
        certificates.issue(work, town.visit, town.guests[2:], IssueOptions(issued_on=TODAY))
    assert refused.value.code == "certificate_number_long"
    said = sentence(refused.value.code, refused.value.params)
    assert "5010" in said  # N…N-2023-0003
    assert "\n" not in said
