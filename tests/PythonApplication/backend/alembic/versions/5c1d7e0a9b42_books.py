"""Books."""

import sqlalchemy as sa
from alembic import op

revision = "5c1d7e0a9b42"
down_revision = None


def upgrade():
    op.create_table(
        "books",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("id", name="books_pkey"),
    )


def downgrade():
    op.drop_table("books")
