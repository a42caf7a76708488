"""Rows in, rows out: SQLAlchemy Core on one SQLite file or on PostgreSQL. No rule lives here."""
