"""Bringing a data file to the schema of this program (D8).

Foreign keys are off before the transaction begins (a batch rebuild of a parent table would else delete the children
without a word), one transaction for all steps and the schema number, key check inside it, verified backup before it.
"""

from pathlib import Path

from sqlalchemy import Connection, text

from app.core.errors import StorageRefused
from app.storage import backup
from app.storage.database import APPLICATION_ID, SCHEMA, Database, refusals

VERSIONS = Path(__file__).parent / "migrations"


def bring_up_to_date(database: Database) -> bool:
    """Run the missing migrations; gives whether there were any. A backup comes first unless the file is new.

    Raises StorageRefused(``migration_failed``): the file is as it was.
    """
    schema = database.schema
    if schema == SCHEMA:
        return False
    if schema:
        backup.make(database, "migration")
    with refusals(database.path), database.write_lock, database.engine.connect() as connection:
        raw = connection.connection.driver_connection
        raw.execute("PRAGMA foreign_keys=OFF")  # type: ignore[union-attr]
        try:
            with connection.execution_options(writes=True).begin():
                _run(connection)
                dangling = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
                if dangling is not None:
                    raise StorageRefused("migration_failed", file=database.path.name)
                connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
                connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA}")
        finally:
            raw.execute("PRAGMA foreign_keys=ON")  # type: ignore[union-attr]
    database.checkpoint()
    return True


def _run(connection: Connection) -> None:
    # Alembic is loaded only when a file is new or older: it costs a third of a second at start.
    from alembic.config import Config
    from alembic.runtime.environment import EnvironmentContext
    from alembic.runtime.migration import MigrationContext, RevisionStep
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(VERSIONS))
    script = ScriptDirectory.from_config(config)

    def steps(revision: object, _context: MigrationContext) -> list[RevisionStep]:
        return script._upgrade_revs("head", revision)  # type: ignore[arg-type]

    with EnvironmentContext(config, script, fn=steps, destination_rev="head") as environment:
        environment.configure(connection=connection, transactional_ddl=True)
        environment.run_migrations()
    connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one()
