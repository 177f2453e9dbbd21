"""``matters search``: which papers say this, and where?"""

from __future__ import annotations

from typing import Any

import click

from indexer.catalogue import Catalogue
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
    """
    results = Catalogue.open(settings).search(search_request(query, chosen))
    if as_json:
        print_json(search_json(results))
    else:
        _show(results)
    return 0


def _show(results: SearchResults) -> None:
    for notice in results.notices:
        click.echo(notice)
    papers = "paper" if results.total == 1 else "papers"
    click.echo(
        f"{results.total} {papers} found ({plain(results.interpreted)}), page {results.page} of {results.pages}\n"
    )
    for one in results.without:
        name = one.part.value.replace("_", " ")
        papers = "paper" if one.count == 1 else "papers"
        click.echo(
            f"without {plain(one.label if one.part is Removable.ALL else f'{name} {one.label}')}: {one.count} {papers}"
        )
    for result in results.documents:
        _show_document(result)
    for counts in results.facets:
        values = ", ".join(f"{'✓ ' if value.selected else ''}{value.label} ({value.count})" for value in counts.values)
        if values:
            click.echo(f"{counts.facet.value.replace('_', ' ')}: {plain(values)}")


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
    click.echo()
