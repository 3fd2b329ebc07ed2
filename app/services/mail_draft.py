"""An e-mail that is not sent yet, with a paper attached, as a file that mail programs open as a draft."""

import re
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from app.core.text import one_line
from app.services.paper_files import safe_name
from app.storage.files import write_whole

#: An address that every mail program takes: plain letters, one @, a host with a dot.
_ADDRESS = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
#: What no system, or not every one, takes in the name of a file.
_NO_NAME = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069]|^\s|[. ]$|^\.')
_LONGEST_NAME = 120
_MEDIA = {
    ".pdf": "application/pdf",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xlsm": "application/vnd.ms-excel.sheet.macroEnabled.12",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".ics": "text/calendar",
}


def is_address(text: str) -> bool:
    """Whether a draft can be addressed to it as it stands."""
    text = text.strip()
    name, _, _ = text.partition("@")
    return bool(_ADDRESS.fullmatch(text)) and not name.startswith(".") and not name.endswith(".") and ".." not in text


def _kept(stem: str) -> str:
    return stem if stem and not _NO_NAME.search(stem) and len(stem) <= _LONGEST_NAME else safe_name(stem)


def compose(
    subject: str,
    text: str,
    content: bytes,
    file_name: str,
    *,
    to_name: str = "",
    to_address: str = "",
    own_name: bool = False,
) -> bytes:
    """The bytes of a draft with one file attached; ``X-Unsent`` makes mail programs open it for writing.

    Line breaks and control characters of names and titles become spaces, so that none can begin a header (O3). An
    address that is none is left out: the draft then waits for one. ``own_name``: the file keeps the name that its
    owner gave it, where every system can hold that (a town's own spreadsheet that goes back).
    """
    message = EmailMessage(policy=SMTP)
    message["Subject"] = " ".join(one_line(subject).split())
    if is_address(to_address):
        name = " ".join(one_line(to_name).split())
        message["To"] = Address(display_name=name, addr_spec=to_address.strip())
    message["X-Unsent"] = "1"
    message.set_content(text)
    stem, _, ending = one_line(file_name).rpartition(".")
    media = _MEDIA.get(f".{ending.lower()}", "application/octet-stream")
    maintype, _, subtype = media.partition("/")
    message.add_attachment(
        content, maintype=maintype, subtype=subtype, filename=f"{_kept(stem) if own_name else safe_name(stem)}.{ending}"
    )
    return message.as_bytes()


def write(target: Path, draft: bytes) -> Path:
    """Write a draft to an ``.eml`` file, whole or not at all; see storage.files."""
    return write_whole(target, draft)
