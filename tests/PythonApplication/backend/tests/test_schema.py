"""Alembic's head and the first script that is deployed make the same schema."""

from pathlib import Path

from sqlalchemy import text

from app.database import engine

COLUMNS = """
    select column_name, data_type, is_nullable, column_default, identity_generation
    from information_schema.columns where table_schema = :schema and table_name = 'books' order by ordinal_position
"""
CONSTRAINTS = """
    select conname, pg_get_constraintdef(oid) from pg_constraint
    where conrelid = format('%I.books', :schema)::regclass order by conname
"""


def facts(connection, schema):
    return [[tuple(row) for row in connection.execute(text(query), {"schema": schema})] for query in (COLUMNS, CONSTRAINTS)]


def test_the_baseline_is_what_alembic_left():
    script = (Path(__file__).parents[1] / "migrations" / "0001_baseline.sql").read_text()
    with engine().connect() as connection:
        transaction = connection.begin()
        connection.exec_driver_sql("create schema baseline")
        connection.exec_driver_sql(script.replace("public.", "baseline."))
        assert facts(connection, "baseline") == facts(connection, "public")
        transaction.rollback()
