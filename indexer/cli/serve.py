"""``matters serve``: where is the web site?"""

from __future__ import annotations

import click

from indexer.cli.clock import now, today
from indexer.errors import MattersError
from indexer.settings import Settings


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="0.0.0.0 lets other machines in.")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
@click.pass_obj
def serve_command(settings: Settings, *, host: str, port: int) -> int:
    """Serve the web site until stopped with Ctrl-C."""
    from webapp.serve import serve  # noqa: PLC0415 - Flask takes a third of a second that the other commands can save

    try:
        told = f"Open http://{host}:{port} - Ctrl-C stops the site."
        serve(settings, host, port, clock=today, now=now, ready=lambda: click.echo(told))
    except OSError as error:
        raise MattersError(
            f"{host}:{port} cannot be served ({error.strerror}). Give another --host or --port."
        ) from error
    return 0
