"""Alembic's entry: runs on the connection it is handed, so that start-up and tests migrate what they opened."""

from alembic import context

from storage.schema import metadata


def include_all(connection: object) -> None:
    context.configure(
        connection=connection,  # type: ignore[arg-type]
        target_metadata=metadata,
        render_as_batch=True,
        compare_type=False,  # variants render alike on SQLite and PostgreSQL
    )
    with context.begin_transaction():
        context.run_migrations()


include_all(context.config.attributes["connection"])
