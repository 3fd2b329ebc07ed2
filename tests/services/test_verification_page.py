"""The page that checks certificates, in a real browser, and certificates that were photographed (CN-3)."""

import base64
import hashlib
import json
import random
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.core import signed_code
from app.core.errors import Refused
from app.core.i18n import LANGUAGES
from app.core.signed_code import SignedFacts
from app.documents import certificates as paper_of_certificates
from app.documents.certificate_data import CertificateOptions
from app.services import attendance, certificates, issuer_files, issuer_keys, printing, verification_page
from app.services.certificate_checking import Verdict, check, from_picture
from app.services.certificates import IssueOptions
from app.services.context import Context
from app.services.issuers import Issuer
from app.services.printing import Paper, PaperOptions
from tests.chromium import Browser
from tests.documents import more_samples
from tests.photographs import photograph
from tests.services.programme_of_visits import build, item

TODAY = date(2023, 10, 30)
NOON = datetime(2023, 11, 2, 12, tzinfo=UTC)


class Issued:
    """Three certificates, the second cancelled: their codes, a PDF of the first, the page, the revocations."""

    def __init__(self, folder: Path) -> None:
        context = Context.open(folder / "t.mdesk")
        made = build(context)
        with context.write("Agenda") as work:
            item(work, made.visit, 9, "9:00", "10:30", speakers=(made.speaker,))
        with context.write("Mark") as work:
            attendance.mark_all_present(work, made.visit)
        with context.write("Issue") as work:
            idents = certificates.issue(work, made.visit, made.guests, IssueOptions(issued_on=TODAY))
        with context.write("Cancel") as work:
            certificates.cancel(work, idents[1], "Wrong", date(2023, 11, 1))
        with context.read() as view:
            self.codes = [str(certificates.load_snapshot(view, ident)["signed"]) for ident in idents]
            self.page = issuer_files.page(view, "en", TODAY, NOON)
            options = PaperOptions("en", certificate_ids=idents[:1])
            self.pdf = printing.make(view, Paper.CERTIFICATES, made.visit, options).content
        with context.write("Cancel") as work:
            certificates.cancel(work, idents[2], "Wrong as well", date(2023, 11, 5))
        with context.read() as view:
            self.news = issuer_files.own_revocations(view, NOON.replace(day=6)).content
        context.close()


@pytest.fixture(scope="module")
def issued(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Issued]:
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("issuer")
        patch.setenv("XDG_CONFIG_HOME", str(folder))
        patch.setenv("APPDATA", str(folder))
        yield Issued(folder)


@pytest.fixture(scope="module")
def opened(issued: Issued, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    folder = tmp_path_factory.mktemp("browser")
    (folder / "check.html").write_bytes(issued.page)
    opened = Browser(folder / "profile")
    opened.open((folder / "check.html").as_uri())
    try:
        yield opened
    finally:
        opened.close()


@pytest.fixture
def browser(opened: Browser) -> Browser:
    """The page opened anew: a test before may have made it speak Latvian, complain, or know newer revocations."""
    opened.complaints.clear()
    opened.open(opened.run("location.href"))
    return opened


def speak(browser: Browser, language: str) -> None:
    """Choose the language of the page."""
    browser.run(
        f"(() => {{ const choice = document.getElementById('language'); choice.value = '{language}';"
        "choice.dispatchEvent(new Event('change')); })()"
    )


def typed(browser: Browser, text: str) -> str:
    browser.run("document.getElementById('clear').click()")
    browser.run(f"document.getElementById('code').value = {json.dumps(text)}")
    browser.run("document.getElementById('check').click()")
    return str(browser.run("document.getElementById('result').dataset.verdict"))


def shown(browser: Browser, file: Path) -> str:
    browser.run("document.getElementById('clear').click()")
    browser.give_file("#file", file)
    return str(browser.wait("document.getElementById('result').dataset.verdict"))


def facts(browser: Browser) -> dict[str, str]:
    told: dict[str, str] = browser.run(
        "Object.fromEntries([...document.querySelectorAll('dd')].map((one) => [one.dataset.fact, one.textContent]))"
    )
    return told


def test_a_typed_code_is_told_by_the_browser(browser: Browser, issued: Issued) -> None:
    first, second, _ = issued.codes
    assert typed(browser, f" {first[:50].lower()}\n{first[50:]} ") == "genuine"
    said = facts(browser)
    assert said["number"] == "CEP-UA-2023-0001"
    assert said["holder"] == "Yuliia Yizhakevych · Юлія Їжакевич"
    assert (said["event"], said["hours"]) == ("Domžale – Zavodske", "1.5")
    assert (said["dates"], said["issued"]) == ("9–11 October 2023", "30 October 2023")
    assert typed(browser, second) == "cancelled"
    assert "1 November 2023" in browser.run("document.getElementById('means').textContent")
    assert typed(browser, "CEP-UA-2023-0001") == "no_code"
    assert typed(browser, "") == "no_code"
    assert "shortened" not in browser.run("document.getElementById('means').textContent")
    cut = SignedFacts("N-1", "Anna", "Long title " * 30, "CEP")
    assert typed(browser, signed_code.encode(cut, issuer_keys.private_key())) == "genuine"
    assert "is shortened in the code" in browser.run("document.getElementById('means').textContent")
    for place in (3, 20, 100, 200, 300, len(first) - 1):
        other = "A" if first[place] != "A" else "B"
        assert typed(browser, first[:place] + other + first[place + 1 :]) == "changed", place
    assert facts(browser) == {}
    assert typed(browser, first[:-7]) == "changed"
    assert browser.complaints == []


def test_browser_and_program_read_the_same_names(browser: Browser) -> None:
    chance = random.Random(7)
    letters = [
        chr(point) for point in (*range(0x20, 0x7F), *range(0xA1, 0x250), *range(0x3B1, 0x3CA), *range(0x400, 0x500))
    ]
    letters += list(signed_code.FREQUENT) * 3 + ["😀", "漢", "ა"]
    told = []
    for number in range(60):
        names = ["".join(chance.choices(letters, k=chance.randrange(70))) for _ in range(4)]
        kind = signed_code.KINDS[number % 3]
        one = SignedFacts(f"N-{number}", names[0], names[1], names[2], names[3], minutes=number * 977, kind=kind)
        told.append(signed_code.encode(one, issuer_keys.private_key()))
    script = "JSON.stringify(CODES.map((code) => { const one = SignedCode.read(code); return [one.number, one.name,"
    script += " one.event, one.issuer, one.native, one.minutes, one.kind, SignedCode.genuine(one)]; }))"
    read = json.loads(browser.run(script.replace("CODES", json.dumps(told))))
    for code, found in zip(told, read, strict=True):
        said = signed_code.decode(code).facts
        here = [said.number, said.name, said.event, said.issuer, said.native, said.minutes, said.kind, True]
        assert found == here


@pytest.mark.parametrize("degrees", [0, 3, -7])
def test_a_photograph_is_read_by_the_browser(browser: Browser, issued: Issued, degrees: int, tmp_path: Path) -> None:
    for width, half in ((800, True), (1200, False), (2400, False)):
        picture = tmp_path / f"{width}.jpg"
        picture.write_bytes(photograph(issued.pdf, width, degrees, half=half))
        assert shown(browser, picture) == "genuine", width
    assert facts(browser)["number"] == "CEP-UA-2023-0001"


def test_a_picture_without_a_code_is_told(browser: Browser, tmp_path: Path) -> None:
    from PIL import Image

    Image.new("RGB", (400, 300), "white").save(tmp_path / "empty.png")
    (tmp_path / "text.png").write_text("no picture")
    for name in ("empty.png", "text.png"):
        assert shown(browser, tmp_path / name) == "no_picture"


def test_newer_revocations_are_taken_from_a_file(browser: Browser, issued: Issued, tmp_path: Path) -> None:
    third = issued.codes[2]
    assert typed(browser, third) == "genuine"
    changed = json.loads(issued.news)
    changed["entries"] = []
    (tmp_path / "changed.json").write_text(json.dumps(changed))
    (tmp_path / "news.json").write_bytes(issued.news)
    browser.give_file("#file", tmp_path / "changed.json")
    assert "altered" in browser.wait("document.getElementById('news').textContent")
    assert typed(browser, third) == "genuine"
    browser.give_file("#file", tmp_path / "news.json")
    browser.wait("document.getElementById('news').textContent.includes('newer list')")
    assert typed(browser, third) == "cancelled"


def test_the_page_speaks_five_languages_and_asks_for_nothing(browser: Browser, issued: Issued) -> None:
    for language in LANGUAGES:
        speak(browser, language)
        assert browser.run("document.documentElement.lang") == language
        assert browser.run("[...document.querySelectorAll('[data-word]')].every((one) => one.textContent)")
    browser.run("document.body.append(Object.assign(new Image(), {src: 'https://example.org/x.png'}))")
    browser.run("fetch('https://example.org/').catch(() => 0)")
    assert browser.run("window.injected === undefined")
    assert all(address.startswith(("file:", "blob:", "data:")) for address in browser.requests if not _blocked(address))
    # Both tries were stopped by the page's own policy before anything left.
    assert sum("Content Security Policy" in told for told in browser.complaints) >= 2


def _blocked(address: str) -> bool:
    return address.startswith("https://example.org/")


def test_an_issuer_that_the_page_does_not_know(issued: Issued, tmp_path: Path) -> None:
    hostile = "</script><script>window.injected = 1</script><b>{means_genuine}"
    (tmp_path / "p.html").write_bytes(verification_page.build([Issuer(bytes(32), hostile)], (), "uk", TODAY))
    opened = Browser(tmp_path / "profile")
    try:
        opened.open((tmp_path / "p.html").as_uri())
        assert typed(opened, issued.codes[0]) == "unknown"
        assert issuer_keys.fingerprint() in opened.run("document.getElementById('means').textContent")
        assert hostile in opened.run("document.getElementById('issuers').textContent")
        assert opened.run("window.injected === undefined && document.documentElement.lang === 'uk'")
        assert opened.complaints == []
        assert [address for address in opened.requests if not address.startswith("file:")] == []
    finally:
        opened.close()


def test_the_page_is_one_file_with_a_strict_policy() -> None:
    one = verification_page.build([Issuer(bytes(32), "A & B")], (), "sl", TODAY)
    assert one == verification_page.build([Issuer(bytes(32), "A & B")], (), "sl", TODAY)
    text = one.decode("utf-8")
    found = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', text)
    assert found is not None
    assert found[1].startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in found[1]
    scripts = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    assert len(scripts) == 4
    for script in scripts:
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in found[1]
    assert not re.search(r"(src|href)\s*=\s*[\"']?(https?:)?//", text.split("<script>")[0])
    assert len(one) < 500_000


# in the program -------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("degrees", [0, 3, 7])
@pytest.mark.parametrize(("width", "half"), [(800, True), (1100, False), (2400, False)])
def test_a_photograph_is_read_and_verified(issued: Issued, width: int, half: bool, degrees: int) -> None:
    found = from_picture(photograph(issued.pdf, width, degrees, half=half))
    assert found == (issued.codes[0],)
    assert check(None, found[0]).verdict is Verdict.VALID


@pytest.mark.parametrize("degrees", [0, -7])
def test_the_longest_code_is_read_from_a_small_picture_of_half_a_page(degrees: int) -> None:
    told = SignedFacts(
        "CEP-UA-2023-0014", "Nazarii Kovalchuk " * 5, "Цивільний захист і реагування " * 9, "Skupnost občin " * 9,
        "Назарій Ковальчук " * 5,
    )  # fmt: skip
    signed = signed_code.encode(told, Ed25519PrivateKey.from_private_bytes(bytes(32)))
    plain = more_samples.certificates(count=1)
    paper = replace(plain, certificates=(replace(plain.certificates[0], signed=signed),))
    pdf = paper_of_certificates.build(paper, CertificateOptions("uk"))
    assert from_picture(photograph(pdf, 800, degrees, half=True)) == (signed,)
    assert from_picture(photograph(pdf, 1100, degrees)) == (signed,)


def test_the_pdf_itself_is_read(issued: Issued) -> None:
    assert from_picture(issued.pdf) == (issued.codes[0],)


def test_a_picture_of_something_else_is_refused(issued: Issued) -> None:
    import io

    from PIL import Image

    blank = io.BytesIO()
    Image.new("RGB", (300, 200), "white").save(blank, "PNG")
    with pytest.raises(Refused, match="picture_no_code"):
        from_picture(blank.getvalue())
