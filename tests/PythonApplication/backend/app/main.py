"""Health, books, and one page."""

import os

from fastapi import FastAPI, HTTPException, Request
from fastapi.responses import HTMLResponse, JSONResponse
from pydantic import BaseModel, constr
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from .database import engine

VERSION = os.environ.get("APP_VERSION", "0.0.0-dev")
COMMIT = os.environ.get("APP_COMMIT", "unknown")
# For rehearsals: a release that starts and fails every request.
FAULT = os.environ.get("READING_LIST_FAULT", "")
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self' data:",
    "Strict-Transport-Security": "max-age=63072000",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
}

app = FastAPI(title="Reading list", version=VERSION, docs_url=None, redoc_url=None)


class NewBook(BaseModel):
    """What somebody wants to read."""

    title: constr(strip_whitespace=True, min_length=1, max_length=300)
    author: constr(strip_whitespace=True, min_length=1, max_length=200)


@app.middleware("http")
async def headers(request: Request, call_next):
    """Security headers on every answer."""
    if FAULT == "error-500":
        answer = JSONResponse({"detail": "broken on purpose"}, status_code=500)
    else:
        answer = await call_next(request)
    answer.headers.update(HEADERS)
    return answer


@app.exception_handler(SQLAlchemyError)
def database_failed(request: Request, error: SQLAlchemyError):
    """The database's message may hold data: it goes to nobody."""
    return JSONResponse({"detail": "the database does not answer"}, status_code=503)


@app.get("/health")
def health():
    """The process answers. It says nothing of the database, or an outage there would restart every machine."""
    return {"status": "healthy", "version": VERSION, "commit": COMMIT}


@app.get("/ready")
def ready():
    """The database has what the service needs; 503 otherwise."""
    with engine().connect() as connection:
        connection.execute(text("select id, title, author, read_at from books limit 1"))
    return {"status": "ready"}


@app.get("/api/v1/books")
def books(limit: int = 20):
    """The newest books."""
    with engine().connect() as connection:
        rows = connection.execute(
            text("select id, title, author, read_at from books order by id desc limit :limit"), {"limit": max(1, min(limit, 100))}
        )
        return {"items": [dict(row) for row in rows.mappings()]}


@app.post("/api/v1/books", status_code=201)
def add(book: NewBook):
    """Adds a book."""
    with engine().begin() as connection:
        row = connection.execute(
            text("insert into books (title, author, created_at) values (:title, :author, now()) returning id, title, author"), book.dict()
        )
        return dict(row.mappings().one())


@app.post("/api/v1/books/{book_id}/read")
def read(book_id: int):
    """Marks a book as read; once is enough."""
    with engine().begin() as connection:
        row = connection.execute(
            text("update books set read_at = coalesce(read_at, now()) where id = :id returning id, title, read_at"), {"id": book_id}
        ).mappings().first()
    if row is None:
        raise HTTPException(404, "no such book")
    return dict(row)


@app.get("/", response_class=HTMLResponse)
def page():
    """How many books are waiting."""
    with engine().connect() as connection:
        waiting = connection.execute(text("select count(*) from books where read_at is null")).scalar()
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Reading list</title>'
        '<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"></head>'
        f'<body><main><h1>Reading list</h1><p data-testid="waiting">{waiting} books wait</p>'
        f'<p data-testid="version">{VERSION}</p></main></body></html>'
    )
