"""Facts of the data file itself, by name; the recorder leaves them alone, since they are no work of the user's."""

from sqlalchemy.orm import Session

from app.models.history import Meta


def fact(session: Session, key: str) -> str:
    """What is noted under that name; the empty text when nothing is."""
    row = session.get(Meta, key)
    return row.value if row is not None else ""


def note(session: Session, key: str, value: str) -> None:
    """Note a fact of the file in the unit of work that the session belongs to."""
    row = session.get(Meta, key)
    if row is None:
        session.add(Meta(key=key, value=value))
    else:
        row.value = value
    session.flush()
