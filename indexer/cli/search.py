"""``matters search``: which papers say this, and where?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import click

from indexer.catalogue import Catalogue
from indexer.cli.clock import today
from indexer.cli.filters import filter_options, search_request
from indexer.cli.output import marked, plain, print_json
from indexer.model.as_json import search_json
from indexer.model.search import DocumentResult, Removable, SearchResults
from indexer.settings import Settings


@click.command("search")
@click.argument("query")
@filter_options
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document and nothing else.")
@click.pass_obj
def search_command(settings: Settings, /, query: str, *, as_json: bool, **chosen: Any) -> int:
    """Find the papers that hold all the words of QUERY, best first, with their best paragraphs.

    "A phrase" in quotation marks is found as it is written. -word (write -- before a QUERY that begins with it), OR,
    brackets, word*, title:word and word NEAR word work too. A filter may be given several times: any of its values
    will do.

    A sentence such as "what did cabinet say about care leavers since 2022" sets filters; what was read is printed, and
    --words-only takes the words as they are typed.
    """
    results = Catalogue.open(settings).search(search_request(query, chosen), today())
    if as_json:
        print_json(search_json(results))
    else:
        _show(results)
    return 0


def _show(results: SearchResults) -> None:
    for notice in results.notices:
        click.echo(notice)
    if results.read or results.recent:
        read = [f"{one.part.value.replace('_', ' ')} {one.label}" for one in results.read]
        click.echo(f"read as: {plain('; '.join([*read, *['newest preferred'] * results.recent]))}")
    if results.suggestion and results.suggestion.shown:
        click.echo(f"Nothing was found for “{plain(results.request.query)}”. These are the results for:")
        click.echo(f"  {plain(results.suggestion.query)}")
    pages = f", page {results.page} of {results.pages}" if results.pages > 1 else ""
    click.echo(f"{_papers(results.total)} found ({plain(results.interpreted)}){pages}")
    for line in _otherwise(results):
        click.echo(plain(line))
    for one in results.without:
        name = one.part.value.replace("_", " ")
        label = one.label if one.part is Removable.ALL else f"{name} {one.label}"
        click.echo(f"without {plain(label)}: {_papers(one.count)}")
    click.echo()
    for result in results.documents:
        _show_document(result)
    for counts in results.facets:
        values = ", ".join(f"{'✓ ' if value.selected else ''}{value.label} ({value.count})" for value in counts.values)
        if values:
            click.echo(f"{counts.facet.value.replace('_', ' ')}: {plain(values)}")


def _otherwise(results: SearchResults) -> Iterator[str]:
    """What was searched for beside the words typed, and what else could be."""
    if results.expansions:
        names = "; ".join(f"{one.word}: {', '.join(one.also)}" for one in results.expansions)
        yield f"also searched for {names} (--words-only leaves these out)"
    for question in results.questions:
        yield f"{question.word} may mean: {' · '.join(meaning.text for meaning in question.meanings)}"
    if results.suggestion and not results.suggestion.shown:
        yield f"did you mean: {results.suggestion.query} ({_papers(results.suggestion.total)})"
    for one in results.relaxations:
        yield f"{one.label}: {_papers(one.total)}"


def _papers(count: int) -> str:
    return f"{count} {'paper' if count == 1 else 'papers'}"


def _show_document(result: DocumentResult) -> None:
    document = result.document
    year = document.date or document.year
    facts = (year, document.committee, document.kind)
    about = " · ".join(str(fact.value) for fact in facts if fact)
    click.echo(click.style(plain(document.title.value), bold=True))
    click.echo(f"  {plain(about)}\n  {document.id}")
    for found in result.passages:
        place = found.passage.number or f"#{found.passage.anchor}"
        click.echo(f"    {place:8} {marked(found.snippet)}")
        for reason in found.reasons:
            told = f"{', '.join(reason.words)} in the {reason.where}" if reason.words else "in a heading before it"
            click.echo(f"             {reason.worth:5.2f}  {plain(told)}")
    if any(found.reasons for found in result.passages):
        best = result.score / result.preferred - result.rest
        click.echo(
            f"    best paragraph {best:.2f}, the others {result.rest:.2f}, times {result.preferred:.2f} for being new:"
            f" {result.score:.2f}"
        )
    others = [f"{version.date or 'undated'} {version.document}" for version in result.versions[:9]]
    if others:
        click.echo(f"    versions: {plain('; '.join(others))}")
    click.echo()
