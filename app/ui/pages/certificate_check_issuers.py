"""Whom this program believes, and what it gives out: its card, revocations, the checking page, copies of its key."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from app.core.errors import MentordeskError
from app.core.i18n import language, tr, trn
from app.core.progress import Token
from app.services import issuer_files, issuer_keys, issuers
from app.services.context import Context
from app.services.issuers import Issuer
from app.ui import formats
from app.ui.desk import Desk
from app.ui.pages.certificate_check_password import PasswordDialog
from app.ui.widgets.boxes import Lines, SectionHeader, column, row
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import IconLabel, label

Make = Callable[[Token], Path]


class IssuersPart(QWidget):
    """The list of issuers with the ways in and out; ``changed`` when somebody is believed or no longer."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("certificate.issuers")
        self.desk = desk
        body = column(self, space=2)
        add = button(tr("Add an issuer …"), icon_name="plus", name="certificate.issuers.add", clicked=self._on_add)
        self._head = SectionHeader(tr("Trusted issuers"), action=add)
        body.addWidget(self._head)
        words = tr(
            "A signature counts as genuine only from these. Bring in the card that an issuer gave you, "
            "and compare its key by telephone."
        )
        body.addWidget(label(words, "second", wrap=True))
        self._lines = Lines("certificate.issuers.list")
        body.addWidget(self._lines)
        body.addWidget(SectionHeader(tr("Your own key")))
        words = tr(
            "It signs every certificate that is issued on this computer. Keep a copy in a safe place: with it, "
            "another computer of your organisation can issue as well."
        )
        body.addWidget(label(words, "second", wrap=True))
        line = row(space=2)
        for text, icon_name, key, clicked in (
            (tr("Give out your card …"), "id-card", "card", self._on_card),
            (tr("Keep a copy of the key …"), "key-round", "export", self._on_export),
            (tr("Bring in a key …"), "import", "import", self._on_import),
        ):
            line.addWidget(button(text, icon_name=icon_name, name=f"certificate.key.{key}", clicked=clicked))
        line.addStretch(1)
        body.addLayout(line)

    def head_buttons(self) -> tuple[QPushButton, ...]:
        """What the page offers at its head."""
        return (
            button(
                tr("Cancelled certificates …"),
                icon_name="file-x",
                name="certificate.check.revocations",
                clicked=self._on_revoked,
            ),
            button(
                tr("Save the checking page …"),
                icon_name="download",
                name="certificate.check.page",
                clicked=self._on_page,
            ),
        )

    # the list -------------------------------------------------------------------------------------------------
    def refresh(self) -> None:
        """Read again whom this program believes."""
        self._lines.clear()
        try:
            known = issuers.known()
            with self.desk.context.read() as view:
                own = issuer_files.own_name(view)
        except MentordeskError as error:
            self.desk.say_error(error)
            known, own = (), ""
        self._head.set_note(trn("{n} issuer", "{n} issuers", len(known)) if known else "")
        for number, one in enumerate(known):
            self._lines.add(self._line(number, one, own))
        if not known:
            self._lines.add(_said(tr("Nobody yet. Your own key is made when the first certificate is issued.")))

    def _line(self, number: int, one: Issuer, own: str) -> QWidget:
        made = QWidget()
        line = row(made, space=3, margins=(3, 2, 3, 2))
        line.addWidget(IconLabel("shield-check" if one.own else "badge-check", "accent" if one.own else "muted"))
        texts = column(space=0)
        name = one.name or (own if one.own else "") or tr("This computer")
        texts.addWidget(label(tr("{name} (you)", name=name) if one.own else name, "second_strong", wrap=True))
        texts.addWidget(label(f"{one.fingerprint} · {_revocations(one)}", "small", wrap=True, copy=True))
        line.addLayout(texts, 1)
        if not one.own:
            remove: Callable[[], object] = partial(self._on_remove, one)
            words = tr("Trust no longer")
            line.addWidget(
                button(words, small=True, name=f"certificate.issuers.{number}.remove", tip=one.name, clicked=remove)
            )
        return made

    def _on_remove(self, one: Issuer) -> None:
        issuers.distrust(one.public_key)
        self._tell(tr("{name} is no longer trusted.", name=one.name), tone="info")

    def _on_add(self) -> None:
        dialog = QFileDialog(self.window(), tr("Bring in an issuer's card or list of cancelled certificates"))
        dialog.setObjectName("dialog.issuer.add")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([tr("Cards and lists of cancelled certificates") + " (*.json)"])
        dialog.fileSelected.connect(self._on_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_chosen(self, name: str) -> None:
        self.take(Path(name))

    def take(self, path: Path) -> None:
        """Believe the issuer of a card, or take its newer revocations."""
        try:
            issuer = issuer_files.trust_file(path, self.desk.today())
        except MentordeskError as error:
            self.desk.say_error(error)
            return
        name = issuer.name or issuer.fingerprint
        self._tell(
            tr("{name} is trusted from now on.", name=name), tr("Compare the key: {key}", key=issuer.fingerprint)
        )

    def _tell(self, title: str, text: str = "", tone: str = "success") -> None:
        self.desk.say(title, text, tone=tone)
        self.refresh()
        self.changed.emit()

    # what is given out ----------------------------------------------------------------------------------------
    def _on_page(self) -> None:
        self._ask(tr("Check a certificate"), ".html", "HTML (*.html)", partial(_page, self.desk.context))

    def _on_revoked(self) -> None:
        self._ask(tr("List of cancelled certificates"), ".json", "JSON (*.json)", partial(_revoked, self.desk.context))

    def _on_card(self) -> None:
        self._ask(tr("Issuer's card"), ".json", "JSON (*.json)", partial(_card, self.desk.context))

    def _ask(self, title: str, ending: str, kind: str, make: Callable[[Path, Token], Path]) -> None:
        dialog = QFileDialog(self.window(), title)
        dialog.setObjectName("dialog.issuer.save")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([kind])
        dialog.setDefaultSuffix(ending.lstrip("."))
        dialog.selectFile(f"{title} {self.desk.today().isoformat()}{ending}")
        dialog.fileSelected.connect(partial(self._on_target, make))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_target(self, make: Callable[[Path, Token], Path], name: str) -> None:
        target = Path(name)
        self.desk.jobs.start(tr("Saving {file}", file=target.name), partial(make, target), done=self._on_saved)

    def _on_saved(self, path: Path) -> None:
        self._tell(tr("{file} was saved.", file=path.name), str(path))

    # the key --------------------------------------------------------------------------------------------------
    def _on_export(self) -> None:
        PasswordDialog(self.window(), self.desk, new=True, run=self._export).open()

    def _export(self, path: Path, password: str) -> str:
        issuer_keys.export(path, password)
        return tr("The copy opens only with this password. Keep both, apart from each other.")

    def _on_import(self) -> None:
        PasswordDialog(self.window(), self.desk, new=False, run=self._import).open()

    def _import(self, path: Path, password: str) -> str:
        told = tr("Certificates are signed with the key {key} from now on.", key=issuer_keys.bring_in(path, password))
        self.refresh()
        self.changed.emit()
        return told


def _page(context: Context, target: Path, _token: Token) -> Path:
    with context.read() as view:
        content = issuer_files.page(view, language())
    return issuer_files.write(target, content, ".html")


def _revoked(context: Context, target: Path, _token: Token) -> Path:
    with context.read() as view:
        content = issuer_files.own_revocations(view).content
    return issuer_files.write(target, content, ".json")


def _card(context: Context, target: Path, _token: Token) -> Path:
    with context.read() as view:
        content = issuer_files.card(view)
    return issuer_files.write(target, content, ".json")


def _revocations(one: Issuer) -> str:
    told = one.revocations
    if told is None:
        return tr("no list of cancelled certificates")
    day = formats.day(told.made_at.astimezone().date())
    return tr("certificates that hold no longer: {n}, as of {day}", n=len(told.entries), day=day)


def _said(text: str) -> QWidget:
    made = QWidget()
    line = row(made, margins=(3, 2, 3, 2))
    line.addWidget(label(text, "second", wrap=True), 1)
    return made
