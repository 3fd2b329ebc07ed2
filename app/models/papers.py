"""How the papers of a programme look and what their templates say."""

from typing import Any

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Record
from app.models.types import Data, link, owner, plain

#: Places in the row of logos of whoever is host and guest of the activity.
HOST, GUEST = "host", "guest"


class PaperLook(Record):
    """Colour and row of logos of a programme's papers; ``logos`` lists organisations in order with what is shown.

    ``accent`` is ``#RRGGBB`` or empty for the house's own. ``logos`` is a list of
    ``{"organisation": id, "shown": bool}``; empty means the order of the design (implementer, funder, host, guest).
    """

    __tablename__ = "paper_look"
    __table_args__ = (UniqueConstraint("programme_id"),)

    programme_id: Mapped[str] = owner("programme", index=False)
    accent: Mapped[str] = plain(7)
    logos: Mapped[Any] = mapped_column(Data(), default=list)


class PaperTemplate(Record):
    """The programme's own words on one paper: ``texts`` by slot and language, and a Word template if there is one."""

    __tablename__ = "paper_template"
    __table_args__ = (UniqueConstraint("programme_id", "paper"),)

    programme_id: Mapped[str] = owner("programme", index=False)
    paper: Mapped[str] = plain(40)
    texts: Mapped[Any] = mapped_column(Data(), default=dict)
    word_id: Mapped[str | None] = link("document")
