"""Every test has a client, and an empty list in the database of DATABASE_URL."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import text

BACKEND = Path(__file__).parents[1]
sys.path.insert(0, str(BACKEND))


@pytest.fixture(scope="session", autouse=True)
def schema():
    """Made by Alembic, once."""
    subprocess.run([sys.executable, "-m", "alembic.config", "upgrade", "head"], cwd=BACKEND, env=os.environ, check=True)


@pytest.fixture
def client():
    from app.database import engine
    from app.main import app

    with engine().begin() as connection:
        connection.execute(text("truncate books"))
    return TestClient(app, raise_server_exceptions=False)
