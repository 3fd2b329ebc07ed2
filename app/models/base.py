"""The declarative base, and what every editable row has."""

from sqlalchemy import MetaData, String
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column

from app.core.ids import new_id

#: How constraints are named; services turn a violated name back into a problem code.
NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """Base of all mapped classes."""

    metadata = MetaData(naming_convention=NAMING)


class Record(Base):
    """An editable row: key, version for conflict detection; its changes are recorded in the history."""

    __abstract__ = True

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id, sort_order=-10)
    version: Mapped[int] = mapped_column(default=1, sort_order=-9)

    @declared_attr.directive
    @classmethod
    def __mapper_args__(cls) -> dict[str, object]:
        """Count the version up at each update; SQLAlchemy refuses to write over a newer one."""
        return {"version_id_col": cls.version}


__all__ = ["NAMING", "Base", "Record"]
