"""Third schema: indexes of which another one, of a constraint, begins with the same column."""

from alembic import op

#: Table and column; a unique constraint of the table begins with the column and serves the same questions.
REDUNDANT = (
    ("attendance", "session_id"),
    ("certificate", "programme_id"),
    ("participation", "activity_id"),
    ("participation", "partnership_id"),
)


def create() -> None:
    """Drop them: they cost time and room at each new row and answer nothing that the constraint does not."""
    for table, column in REDUNDANT:
        op.drop_index(op.f(f"ix_{table}_{column}"), table_name=table)
