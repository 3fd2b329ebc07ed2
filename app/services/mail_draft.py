"""An e-mail that is not sent yet, with a paper attached, as a file that mail programs open as a draft."""

from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from app.storage.files import write_whole


def write(
    target: Path, subject: str, text: str, content: bytes, file_name: str, media: str = "application/pdf"
) -> Path:
    """Write an ``.eml`` with one file attached; ``X-Unsent`` makes mail programs open it for writing."""
    message = EmailMessage(policy=SMTP)
    message["Subject"] = " ".join(subject.split())
    message["X-Unsent"] = "1"
    message.set_content(text)
    maintype, _, subtype = media.partition("/")
    message.add_attachment(content, maintype=maintype, subtype=subtype, filename=file_name)
    return write_whole(target, message.as_bytes())
