"""``matters vocabulary``: are the officers' tables right?"""

from __future__ import annotations

import click

from indexer.settings import Settings
from indexer.vocabulary.load import load


@click.group("vocabulary")
def vocabulary_group() -> None:
    """The tables of topics, portfolios and committees."""


@vocabulary_group.command("check")
@click.pass_obj
def check_command(settings: Settings) -> int:
    """Check the tables; every mistake is named with its file, its line and what to write instead."""
    vocabulary = load(settings.vocabulary)
    click.echo(f"The tables in {settings.vocabulary} are right: {len(vocabulary.topics)} topics.")
    return 0
