"""``matters vocabulary``: are the officers' tables right, and what do they make of some words?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import click

from indexer.cli.output import plain, print_json
from indexer.search.expand import Names, explained
from indexer.search.language import read_query
from indexer.settings import Settings
from indexer.vocabulary.load import load_all, load_thesaurus
from indexer.vocabulary.synonyms import Synonym
from indexer.vocabulary.thesaurus import Entry, Sense


@click.group("vocabulary")
def vocabulary_group() -> None:
    """The tables of topics, portfolios, committees, people, synonyms and abbreviations."""


@vocabulary_group.command("check")
@click.pass_obj
def check_command(settings: Settings) -> int:
    """Check the tables; every mistake is named with its file, its line and what to write instead."""
    vocabulary, thesaurus = load_all(settings.vocabulary)
    click.echo(
        f"The tables in {settings.vocabulary} are right: {len(vocabulary.topics)} topics, "
        f"{len(thesaurus.synonyms)} synonyms, {len(thesaurus.abbreviations)} abbreviations."
    )
    return 0


@vocabulary_group.command("explain")
@click.argument("words", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document and nothing else.")
@click.pass_obj
def explain_command(settings: Settings, words: tuple[str, ...], *, as_json: bool) -> int:
    """Show what a search for WORDS also searches for, and which line of which table says so.

    A search leaves out what no paper has.
    """
    names = Names(load_thesaurus(settings.vocabulary))
    typed = " ".join(words).encode(errors="replace").decode()  # bytes that are no UTF-8
    found = explained(read_query(typed, names).syntax, names)
    if as_json:
        print_json({"words": typed, "found": [_as_json(*one) for one in found.items()]})
    else:
        for line in _told(found):
            click.echo(plain(line))
    return 0


def _told(found: Mapping[tuple[str, ...], tuple[Sense, ...]]) -> Iterator[str]:
    if not found:
        yield "Nothing else is searched for: the tables have none of these words as a name or an abbreviation."
    for words, senses in found.items():
        if len(senses) == 1:
            yield f"{' '.join(words)}, also searched for:"
        else:
            yield f"{' '.join(words)} stands for {len(senses)} things; those that the papers name are asked for:"
        for sense in senses:
            yield from [f"  {sense.meaning}:"] if len(senses) > 1 else []
            yield from (f"  {other.words} ({_reason(other.because)})" for other in sense.others)


def _reason(row: Entry) -> str:
    if isinstance(row, Synonym):
        return f"{row.relation.value} in the group {row.group}: {row.source}"
    return f"{row.letters} is short for {row.meaning}: {row.source}"


def _as_json(words: tuple[str, ...], senses: tuple[Sense, ...]) -> Any:
    return {
        "word": " ".join(words),
        "meanings": [
            {"meaning": sense.meaning, "also": [_row(other.words, other.because) for other in sense.others]}
            for sense in senses
        ],
    }


def _row(words: str, row: Entry) -> Any:
    if isinstance(row, Synonym):
        return {"words": words, "group": row.group, "relation": row.relation.value, "source": row.source}
    return {"words": words, "abbreviation": row.letters, "meaning": row.meaning, "source": row.source}
