"""Check a certificate: by a picture, a code or a number, without the internet; whom this program believes (CN-3)."""

from functools import partial
from pathlib import Path

from app.core.errors import MentordeskError
from app.core.i18n import tr
from app.core.progress import Token
from app.services import certificate_checking
from app.services.issuer_keys import read_small
from app.ui.desk import Desk
from app.ui.messages import error_text
from app.ui.page import Page, Place
from app.ui.pages.certificate_check_input import CodeField, PictureDrop
from app.ui.pages.certificate_check_issuers import IssuersPart
from app.ui.pages.certificate_check_result import ResultCard
from app.ui.widgets.boxes import Card, PageHead, Scroll, column, row
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import hairline, label

_LARGEST = 60_000_001


#: The tab of a place that comes to choose a picture: Enter opens the choice.
PICTURE = "picture"


class CertificateCheckPage(Page):
    """``Place("certificates.check")``; ``check_text``, ``check_file`` and ``check_picture`` are what people do."""

    section = "certificates.check"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        body = column(self, space=0)
        self.head = PageHead("certificate.check")
        self.head.set_title(tr("Check a certificate"))
        self.head.set_facts([tr("Genuine or not, and whether it still holds: told without the internet")])
        self.issuers = IssuersPart(desk)
        for made in self.issuers.head_buttons():
            self.head.add_action(made)
        body.addWidget(self.head)
        body.addWidget(hairline())
        scroll = Scroll(limit=1040, space=4, margins=(6, 4, 6, 6))
        ways = row(space=4)
        self.drop = PictureDrop()
        ways.addWidget(self.drop, 1)
        ways.addWidget(self._typed(), 1)
        scroll.body.addLayout(ways)
        self.result = ResultCard()
        scroll.body.addWidget(self.result)
        scroll.body.addWidget(self.issuers)
        scroll.body.addStretch(1)
        body.addWidget(scroll, 1)
        for source in (self.drop, self.code):
            source.file_given.connect(self.check_file)
            source.picture_given.connect(self.check_picture)
        self.issuers.changed.connect(self._on_issuers)

    def _typed(self) -> Card:
        made = Card(padding=5)
        made.add(label(tr("Or type or paste the code"), "section"))
        self.code = CodeField()
        self.code.entered.connect(self.check_typed)
        made.add(self.code)
        made.add(label(tr("Spaces, line breaks and small letters do not matter."), "second", wrap=True))
        line = row(space=2)
        line.addWidget(button(tr("Check"), "primary", name="certificate.check.go", clicked=self.check_typed))
        line.addWidget(button(tr("Clear"), name="certificate.check.clear", clicked=self.clear))
        line.addStretch(1)
        made.body.addStretch(1)
        made.body.addLayout(line)
        return made

    def title(self) -> str:
        return tr("Check a certificate")

    def show_place(self, place: Place) -> None:
        self.issuers.refresh()
        if place.chosen:
            self.check_text(place.chosen[0])
        (self.drop.choose_button if place.tab == PICTURE else self.code).setFocus()

    # checking -------------------------------------------------------------------------------------------------
    def check_typed(self) -> None:
        """Check what stands in the field."""
        text = self.code.toPlainText().strip()
        if text:
            self.check_text(text)
        else:
            self.result.hide()

    def check_text(self, text: str) -> None:
        """Check a code or a number and show it in the field."""
        self.code.setPlainText(text)
        try:
            with self.desk.context.read() as view:
                found = certificate_checking.check(view, text)
        except MentordeskError as error:
            self.result.show_refusal(tr("Nothing could be checked"), error_text(error))
            return
        self.result.show_result(found)

    def check_file(self, path: Path) -> None:
        """Check a picture or a PDF; an issuer's card or list of revocations is taken in instead."""
        if path.suffix.lower() == ".json":
            self.issuers.take(path)
            return
        self._start(path.name, partial(_read_file, path))

    def check_picture(self, content: bytes) -> None:
        """Check a picture without a file: from the clipboard or another program."""
        self._start(tr("the picture"), partial(_read_picture, content))

    def _start(self, name: str, work: partial[tuple[str, ...]]) -> None:
        self.desk.jobs.start(
            tr("Looking for the code in {file}", file=name), work, done=self._on_codes, failed=self._on_failed
        )

    def _on_codes(self, codes: tuple[str, ...]) -> None:
        self.check_text(codes[0])
        if len(codes) > 1:
            self.desk.say(tr("{n} codes were found; this is the first one.", n=len(codes)), tone="info")

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, MentordeskError):
            raise error
        self.result.show_refusal(tr("No code found"), error_text(error))

    def clear(self) -> None:
        """Begin anew."""
        self.code.clear()
        self.result.hide()
        self.code.setFocus()

    def _on_issuers(self) -> None:
        """Whom this program believes has changed: what is shown is judged anew."""
        if self.result.isVisible():
            self.check_typed()


def _read_file(path: Path, _token: Token) -> tuple[str, ...]:
    try:
        content = read_small(path, _LARGEST)
    except ValueError:
        content = bytes(_LARGEST)
    except OSError:
        content = b""
    return certificate_checking.from_picture(content, path.name)


def _read_picture(content: bytes, _token: Token) -> tuple[str, ...]:
    return certificate_checking.from_picture(content, tr("the picture"))
