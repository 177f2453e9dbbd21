"""``matters commitments``: what was promised, by whom, by when, and what came of it?"""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterator
from typing import Any

import click

from indexer.catalogue import Catalogue
from indexer.cli.clock import today
from indexer.cli.filters import register_options, register_request
from indexer.cli.output import plain, print_json
from indexer.model.commitment import Due
from indexer.model.register import Entry, RegisterFacet, RegisterPage, Status, Timing
from indexer.model.register_json import COLUMNS, register_json, row
from indexer.model.spreadsheet import table
from indexer.settings import Settings

WIDEST = 100  # characters of a line; a longer one is hard to read
_COLOURS = {Timing.OVERDUE: "red", Timing.DUE_SOON: "yellow"}


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
    width = min(shutil.get_terminal_size().columns, WIDEST)
    for entry in page.entries:
        click.echo()
        _show_entry(entry, width)
    if page.weak:
        click.echo(f"\n{page.weak} more with --all: weak intentions, recommendations not decided, promises of others.")


def _show_entry(entry: Entry, width: int) -> None:
    """When it is due and how it stands; what is to be done; by whom; where that is said, in one piece to copy."""
    commitment = entry.commitment
    told = (entry.reference, commitment.kind.value, _due(entry.first_due))
    head = (click.style(plain(told[0]), bold=True), *map(plain, told[1:]), *_stands(entry))
    click.echo(" · ".join(head))
    owner = f"{entry.owner}{'' if commitment.owner_stated else ' (not stated)'}" if entry.owner else ""
    for text in filter(None, (commitment.action, owner)):
        click.echo(textwrap.fill(plain(text), width, initial_indent="  ", subsequent_indent="  "))
    click.echo(click.style(f"  {plain(entry.document.id)}#{entry.passage.anchor}", dim=True))


def _due(due: Due | None) -> str:
    """By when, as printed, with the last day where the words do not say the year: "in the autumn (2025-11-30)"."""
    if due is None:
        return "no date"
    return due.text if due.last is None or str(due.last.year) in due.text else f"{due.text} ({due.last})"


def _stands(entry: Entry) -> Iterator[str]:
    """What is worth a word: that it is overdue or due soon, and what people confirmed."""
    if colour := _COLOURS.get(entry.timing):
        yield click.style(entry.timing.value, fg=colour)
    if entry.status is not Status.STATED:
        yield click.style(entry.status.value, fg="green")
