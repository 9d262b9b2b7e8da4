"""What the service promises."""

import pytest

BOOK = {"title": "Middlemarch", "author": "George Eliot"}


def test_health_names_the_release(client):
    answer = client.get("/health")
    assert answer.status_code == 200
    assert answer.json()["status"] == "healthy" and answer.json()["version"]


def test_an_added_book_is_the_newest(client):
    client.post("/api/v1/books", json={"title": "Emma", "author": "Jane Austen"})
    added = client.post("/api/v1/books", json=BOOK)
    assert added.status_code == 201
    assert client.get("/api/v1/books?limit=1").json()["items"][0]["id"] == added.json()["id"]


def test_a_book_is_read_once(client):
    book = client.post("/api/v1/books", json=BOOK).json()["id"]
    first = client.post(f"/api/v1/books/{book}/read").json()["read_at"]
    assert client.post(f"/api/v1/books/{book}/read").json()["read_at"] == first


def test_an_unknown_book_is_not_found(client):
    assert client.post("/api/v1/books/0/read").status_code == 404


@pytest.mark.parametrize("book", [{}, {"title": " ", "author": "x"}, {"title": "x" * 301, "author": "x"}])
def test_a_book_without_title_or_author_is_refused(client, book):
    assert client.post("/api/v1/books", json=book).status_code == 422


def test_the_page_counts_what_waits_and_carries_security_headers(client):
    client.post("/api/v1/books", json=BOOK)
    answer = client.get("/")
    assert "1 books wait" in answer.text
    assert answer.headers["x-frame-options"] == "DENY"


def test_ready_asks_the_database(client):
    assert client.get("/ready").status_code == 200
