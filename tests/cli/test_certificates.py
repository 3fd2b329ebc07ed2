"""``certificate verify``: genuine, unknown, altered."""

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
