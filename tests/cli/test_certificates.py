"""``certificate verify``: genuine, unknown, altered."""

import json
from datetime import date
from pathlib import Path

from app.services import certificates
from app.services.context import Context
from tests.cli.conftest import Program


def test_a_certificate_is_found_by_its_number_and_by_its_code(sample_copy: Program) -> None:
    row = sample_copy.run("list", "certificates", "--json").json[2]
    for typed in (row["code"], row["code"].lower(), row["verification"], row["verification"].lower().replace("-", "")):
        ran = sample_copy.run("certificate", "verify", typed)
        assert (ran.status, ran.out.splitlines()[0]) == (0, f"{row['code']} is genuine and valid."), typed
    assert row["name"] in ran.out
    found = sample_copy.run("certificate", "verify", row["code"], "--json").json
    assert (found["valid"], found["verdict"], found["certificate"]["holder_latin"]) == (True, "valid", row["name"])


def test_an_unknown_number_and_another_ones_code_are_not_valid(sample_copy: Program) -> None:
    one, two = sample_copy.run("list", "certificates", "--json").json[:2]
    unknown = sample_copy.run("certificate", "verify", "CEP-UA-2023-9999")
    assert (unknown.status, unknown.out) == (1, "There is no certificate CEP-UA-2023-9999.\n")
    mixed = sample_copy.run("certificate", "verify", f"{one['code']} {two['verification']}")
    assert mixed.status == 1
    assert mixed.out.startswith(f"{one['code']} does not agree with its code: something was altered.")


def test_without_the_key_nothing_is_called_genuine(sample_copy: Program) -> None:
    [key] = list(sample_copy.home.rglob("certificate.key"))
    key.write_text("ab" * 32)
    ran = sample_copy.run("certificate", "verify", "CEP-UA-2023-0001")
    assert ran.status == 1
    assert "another installation" in ran.out


# signed codes ---------------------------------------------------------------------------------------------------------
def test_a_signed_code_is_checked_typed_or_from_the_paper(sample_copy: Program, tmp_path: Path) -> None:
    row = sample_copy.run("list", "certificates", "--json").json[0]
    paper = tmp_path / "papers"
    assert sample_copy.run("export", "certificates", row["activity"], "--output", paper).status == 0
    [pdf] = [file for file in paper.iterdir() if row["code"] in file.name]
    ran = sample_copy.run("certificate", "verify", pdf)
    assert (ran.status, ran.out.splitlines()[0]) == (0, f"{row['code']} is genuine and valid.")
    assert row["name"] in ran.out
    found = sample_copy.run("certificate", "verify", pdf, "--json").json
    assert (found["valid"], found["signed"]["number"]) == (True, row["code"])
    (tmp_path / "no picture.png").write_text("hello")
    assert "no picture.png" in sample_copy.refused("certificate", "verify", tmp_path / "no picture.png")


def test_two_installations_by_cards_revocations_and_keys(sample_copy: Program, tmp_path: Path) -> None:
    row = sample_copy.run("list", "certificates", "--json").json[0]
    context = Context.open(sample_copy.database)
    with context.read() as view:
        [ident] = [one.id for one in certificates.list_rows(view) if one.number == row["code"]]
        code = str(certificates.load_snapshot(view, ident)["signed"])
    context.close()
    other = Program(tmp_path / "other home", tmp_path / "none.mdesk")
    other.home.mkdir()
    ran = other.run("certificate", "verify", code)
    assert (ran.status, "does not know the issuer (fingerprint " in ran.out) == (1, True)
    assert "MD1" not in ran.out
    card, list_file = tmp_path / "card.json", tmp_path / "revoked.json"
    assert sample_copy.run("certificate", "card", "--output", card, "--name", "CEP").status == 0
    assert "CEP" in other.run("certificate", "trust", card).out
    assert other.run("certificate", "verify", code).status == 0
    assert other.run("certificate", "verify", code[:-4] + "AAAA").status == 1
    context = Context.open(sample_copy.database)
    with context.write("Cancel") as work:
        certificates.cancel(work, ident, "Wrong", date(2023, 12, 1))
    context.close()
    assert sample_copy.run("certificate", "revocations", "--output", list_file).status == 0
    assert other.run("certificate", "trust", list_file).status == 0
    ran = other.run("certificate", "verify", code)
    assert (ran.status, ran.out.splitlines()[0]) == (1, f"{row['code']} is genuine but was cancelled.")
    list_file.write_text(list_file.read_text(encoding="utf-8").replace("cancelled", "replaced"), encoding="utf-8")
    assert "something was altered" in other.refused("certificate", "trust", list_file)


def test_the_checking_page_and_a_copy_of_the_key(sample_copy: Program, tmp_path: Path) -> None:
    page, key = tmp_path / "check.html", tmp_path / "key.pem"
    assert sample_copy.run("certificate", "page", "--output", page, "--language", "sl").status == 0
    assert '<html lang="sl">' in page.read_text(encoding="utf-8")
    assert "check.txt" in sample_copy.refused("certificate", "page", "--output", tmp_path / "check.txt")
    given = Program(sample_copy.home, sample_copy.database, {"MENTORDESK_KEY_PASSWORD": "a long password"})
    ran = given.run("certificate", "key", "export", key)
    assert ran.status == 0
    other = Program(tmp_path / "other home", tmp_path / "none.mdesk", {"MENTORDESK_KEY_PASSWORD": "a long password"})
    other.home.mkdir()
    taken = other.run("certificate", "key", "import", key)
    assert taken.out.splitlines()[-1] == ran.out.splitlines()[-1]
    wrong = Program(other.home, other.database, {"MENTORDESK_KEY_PASSWORD": "another password"})
    assert "does not open with this password" in wrong.refused("certificate", "key", "import", key)
    assert "at least 8" in sample_copy.refused("certificate", "key", "export", key)  # nothing on standard input


def test_a_badge_is_written_for_a_number(sample_copy: Program, tmp_path: Path) -> None:
    row = sample_copy.run("list", "certificates", "--json").json[0]
    assert sample_copy.run("certificate", "badge", row["code"], "--output", tmp_path / "badge.json").status == 0
    told = json.loads((tmp_path / "badge.json").read_text(encoding="utf-8"))
    assert told["about"].startswith("Preparation")
    assert told["jws"].count(".") == 2
    assert "XX" in sample_copy.refused("certificate", "badge", "XX", "--output", tmp_path / "badge.json")


def test_names_in_the_dative_are_listed_and_confirmed(sample_copy: Program) -> None:
    rows = sample_copy.run("certificate", "names", "CEP-UA-V01", "--json").json
    proposed = [row for row in rows if row["state"] == "proposed"]
    assert len(proposed) == 12
    assert all(row["language"] == "uk" and row["dative"] != row["name"] for row in proposed)
    one, two, three = proposed[0]["code"], proposed[1]["code"], proposed[2]["code"]
    none = next(row["code"] for row in rows if row["state"] == "missing")
    assert none in sample_copy.refused("certificate", "names", "CEP-UA-V01", "--confirm", one, "--confirm", none)
    assert "P-99999" in sample_copy.refused("certificate", "names", "CEP-UA-V01", "--confirm", "P-99999")
    ran = sample_copy.run("certificate", "names", "CEP-UA-V01", "--confirm", one, "--confirm", f"{two}=Їй самій")
    assert ran.status == 0
    after = {row["code"]: row for row in sample_copy.run("certificate", "names", "CEP-UA-V01", "--json").json}
    assert (after[one]["state"], after[one]["dative"]) == ("confirmed", proposed[0]["dative"])
    assert (after[two]["state"], after[two]["dative"]) == ("confirmed", "Їй самій")
    assert after[three]["state"] == "proposed"


def test_word_letters_one_by_one(sample_copy: Program, tmp_path: Path) -> None:
    folder = tmp_path / "letters"
    folder.mkdir()
    ran = sample_copy.run("export", "letters", "CEP-UA-V01", "--each", folder, "--word", "--language", "uk")
    assert ran.status == 0, ran.err
    names = [path.name for path in folder.iterdir()]
    assert names
    assert all(name.endswith(".docx") and "L-0" in name for name in names)
