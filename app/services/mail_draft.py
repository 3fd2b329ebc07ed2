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
_MEDIA = {
    ".pdf": "application/pdf",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".ics": "text/calendar",
}


def is_address(text: str) -> bool:
    """Whether a draft can be addressed to it as it stands."""
    text = text.strip()
    name, _, _ = text.partition("@")
    return bool(_ADDRESS.fullmatch(text)) and not name.startswith(".") and not name.endswith(".") and ".." not in text


def compose(
    subject: str, text: str, content: bytes, file_name: str, *, to_name: str = "", to_address: str = ""
) -> bytes:
    """The bytes of a draft with one file attached; ``X-Unsent`` makes mail programs open it for writing.

    Line breaks and control characters of names and titles become spaces, so that none can begin a header (O3). An
    address that is none is left out: the draft then waits for one.
    """
    message = EmailMessage(policy=SMTP)
    message["Subject"] = " ".join(one_line(subject).split())
    if is_address(to_address):
        name = " ".join(one_line(to_name).split())
        message["To"] = Address(display_name=name, addr_spec=to_address.strip())
    message["X-Unsent"] = "1"
    message.set_content(text)
    stem, _, ending = file_name.rpartition(".")
    media = _MEDIA.get(f".{ending.lower()}", "application/octet-stream")
    maintype, _, subtype = media.partition("/")
    message.add_attachment(content, maintype=maintype, subtype=subtype, filename=f"{safe_name(stem)}.{ending}")
    return message.as_bytes()


def write(target: Path, draft: bytes) -> Path:
    """Write a draft to an ``.eml`` file, whole or not at all; see storage.files."""
    return write_whole(target, draft)
