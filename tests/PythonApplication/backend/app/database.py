"""The connection pool of the process."""

import os
from functools import lru_cache

from sqlalchemy import create_engine


@lru_cache(maxsize=1)
def engine():
    """Made at the first use: importing the service needs no database."""
    return create_engine(os.environ["DATABASE_URL"], pool_pre_ping=True, pool_size=5, max_overflow=5, pool_timeout=5)
