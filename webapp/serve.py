"""How is the site served? By waitress, with limits that no reader meets and no attacker passes."""

from __future__ import annotations

from collections.abc import Callable

import waitress

from indexer.settings import Settings
from webapp.app import create_app
from webapp.context import Clock

THREADS = 8  # a page takes tens of milliseconds; readers on slow lines are waitress's, not a thread's
LARGEST_HEADERS = 32 * 1024  # bytes; the longest address the search form makes has about 2,000
LARGEST_BODY = 16 * 1024  # bytes; nothing here takes one
IDLE_SECONDS = 30


def serve(settings: Settings, host: str, port: int, *, clock: Clock, ready: Callable[[], None]) -> None:
    """Serve until interrupted; ``clock`` tells the day; ``ready`` is called once the address answers.

    Raises ``HomeError`` when there is no index, ``OSError`` when the port is taken.
    """
    server = waitress.create_server(
        create_app(settings, clock=clock),
        host=host,
        port=port,
        threads=THREADS,
        max_request_header_size=LARGEST_HEADERS,
        max_request_body_size=LARGEST_BODY,
        channel_timeout=IDLE_SECONDS,
        ident="",
    )
    ready()
    server.run()
