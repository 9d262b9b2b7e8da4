"""Starts the service where BIND_ADDRESS and PORT say."""

import os

import uvicorn

uvicorn.run(
    "app.main:app",
    host=os.environ.get("BIND_ADDRESS", "127.0.0.1"),
    port=int(os.environ.get("PORT", "8080")),
    access_log=False,
)
