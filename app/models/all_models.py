"""Loads every mapped class, so that the metadata is whole; ``RECORDS`` finds a class by its kind."""

from app.models import (
    activities,
    agendas,
    attendance,
    budgets,
    certificates,
    deliverables,
    documents,
    history,
    indicators,
    organisations,
    papers,
    partnerships,
    people,
    programmes,
)
from app.models.base import Base, Record

MODULES = (
    programmes,
    organisations,
    partnerships,
    people,
    activities,
    agendas,
    attendance,
    certificates,
    deliverables,
    budgets,
    indicators,
    documents,
    papers,
    history,
)

#: Recorded classes by kind (the name of their table).
RECORDS: dict[str, type[Record]] = {
    mapper.class_.__tablename__: mapper.class_ for mapper in Base.registry.mappers if issubclass(mapper.class_, Record)
}
