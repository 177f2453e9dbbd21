"""``matters ask``: what do the papers answer, in their own words?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import click

from indexer.catalogue import Catalogue
from indexer.cli.filters import ask_options, search_request
from indexer.cli.output import marked, plain, print_json
from indexer.model.answer import Answer, Quotation
from indexer.model.answer_json import answer_json
from indexer.model.citation import citation
from indexer.model.search import Snippet, Span
from indexer.settings import Settings


@click.command("ask")
@click.argument("question")
@ask_options
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document and nothing else.")
@click.pass_obj
def ask_command(settings: Settings, /, question: str, *, as_json: bool, **chosen: Any) -> int:
    """Answer QUESTION in the papers' own words, each with its place; or say that nothing in them does.

    The words that answer are bold within the sentence, item or table row they stand in. A filter may be given several
    times: any of its values will do.
    """
    catalogue = Catalogue.open(settings)
    answer = catalogue.ask(search_request(question, chosen))
    if as_json:
        print_json(answer_json(answer))
    else:
        for line in _told(answer, catalogue):
            click.echo(line)
    return 0


def _told(answer: Answer, catalogue: Catalogue) -> Iterator[str]:
    yield from map(plain, answer.notices)
    if answer.changed:
        yield plain(answer.changed)
    for one in answer.answers:
        yield from _quoted(one, catalogue)
    if answer.reason:
        yield plain(answer.reason)
    if answer.nearest:
        yield "\nThe nearest passages, which do not answer it:"
    for one in answer.nearest:
        yield from _quoted(one, catalogue, mark=False)


def _quoted(one: Quotation, catalogue: Catalogue, *, mark: bool = True) -> Iterator[str]:
    """The quotation with what leads in to it, and its citation."""
    start = one.quote.start
    words = Span(start=one.words.start - start, end=one.words.end - start)
    snippet = Snippet(text=one.quoted, marks=(words,) if mark else (), starts_inside=False, ends_inside=False)
    lead_in = f"{plain(one.passage.text[one.lead_in.start : one.lead_in.end])} " if one.lead_in else ""
    heads = f"[{plain(' | '.join(one.passage.columns))}]\n  " if any(one.passage.columns) else ""
    yield f"\n  {heads}{lead_in}{marked(snippet)}"
    yield f"  {plain(citation(catalogue.document(one.document.id), one.passage))}"
