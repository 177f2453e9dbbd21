"""How is the site served? By waitress, with limits that no reader meets and no attacker passes."""

from __future__ import annotations

from collections.abc import Callable

import waitress

from indexer.settings import Settings
from webapp.app import create_app
from webapp.context import Clock, Now

THREADS = 8  # a page takes tens of milliseconds; readers on slow lines are waitress's, not a thread's
LARGEST_HEADERS = 32 * 1024  # bytes; the longest address the search form makes has about 2,000
LARGEST_BODY = 16 * 1024  # bytes; a decision with the longest note has about 2,000
IDLE_SECONDS = 30


def serve(  # noqa: PLR0913  # each is one thing that only the terminal knows
    settings: Settings, host: str, port: int, *, clock: Clock, now: Now, ready: Callable[[], None]
) -> None:
    """Serve until interrupted; ``clock`` tells the day, ``now`` the moment; ``ready`` is called once it answers.

    Raises ``HomeError`` when there is no index, ``OSError`` when the port is taken, ``MattersError`` when people could
    not decide on the site although the settings say that they may.
    """
    server = waitress.create_server(
        create_app(settings, clock=clock, now=now),
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
