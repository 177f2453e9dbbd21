"""``matters commitments``: what was promised, by whom, by when, and what came of it?"""

from __future__ import annotations

from typing import Any

import click
from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table
from rich.text import Text

from indexer.catalogue import Catalogue
from indexer.cli.clock import today
from indexer.cli.filters import register_options, register_request
from indexer.cli.output import plain, print_json
from indexer.model.register import Entry, RegisterFacet, RegisterPage, Status, Timing
from indexer.model.register_json import COLUMNS, register_json, row
from indexer.model.spreadsheet import table
from indexer.settings import Settings


@click.command("commitments")
@click.argument("query", default="")
@register_options
@click.option("--format", "form", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True)
@click.pass_obj
def commitments_command(settings: Settings, /, query: str, *, form: str, **chosen: Any) -> int:
    """List what the papers promise, the earliest due first; with QUERY, what has all of its words.

    Decisions, undertakings, actions, plans and targets; --all adds weak intentions, recommendations not yet decided and
    the promises of others. A filter may be given several times: any of its values will do. Exit status 1 means that
    lines of people's decisions cannot be used: `matters problems` names them.
    """
    register = Catalogue.open(settings).register
    page = register.page(register_request(query, chosen), today(), size=None)
    if form == "json":
        print_json(register_json(page, register.mentions))
    elif form == "csv":
        click.echo(table(COLUMNS, map(row, page.entries)), nl=False)
    else:
        _show(page)
    return 1 if register.has_wrong_lines() else 0


def _show(page: RegisterPage) -> None:
    counts = page.counts(RegisterFacet.TIMING)
    told = ", ".join(f"{counts[timing.value]} {timing}" for timing in Timing if counts[timing.value])
    click.echo(f"{page.total} {'commitment' if page.total == 1 else 'commitments'}{f': {told}' if told else ''}")
    if page.entries:
        Console().print(_table(page))
    if page.weak:
        click.echo(f"{page.weak} more with --all: weak intentions, recommendations not decided, promises of others.")


def _table(page: RegisterPage) -> Table:
    listed = Table(box=SIMPLE, leading=1, show_header=False)
    listed.add_column(min_width=16, max_width=24)
    listed.add_column(overflow="fold")
    for entry in page.entries:
        listed.add_row(*(Text("\n".join(plain(line) for line in lines if line)) for lines in _lines(entry)))
    return listed


def _lines(entry: Entry) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """When it is due and how it stands; what is to be done, by whom, and where that is said."""
    status = "" if entry.status is Status.STATED else entry.status.value
    stands = "" if entry.timing in {Timing.UNDATED, Timing.CLOSED} else entry.timing.value
    due = entry.first_due.text if entry.first_due else "no date"
    what = f"{entry.commitment.action} [{entry.commitment.kind.value}]"
    return (
        (entry.reference, due, stands, status),
        (what, entry.owner or "", f"{entry.document.id}#{entry.passage.anchor}"),
    )
