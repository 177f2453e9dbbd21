"""Which filters do the commands share, and what request do they make?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import reduce
from typing import Any

import click

from indexer.errors import RequestError
from indexer.model.query import Facet, Filter, Sort
from indexer.model.search import SearchRequest
from indexer.text.period import period


def _date(typed: str) -> tuple[date, date]:
    """The first and the last day of a date as people write it."""
    meant = period(typed)
    if meant is None:
        raise click.BadParameter(f"{typed!r} is not a date: write it like 2025-09-23, September 2025 or 2025.")
    return meant


_OPTIONS = (
    click.option("--year", multiple=True, type=click.IntRange(1900, 2999), help="Calendar year, e.g. 2025."),
    click.option("--municipal-year", multiple=True, help="May to April, e.g. 2025/26."),
    click.option("--portfolio", multiple=True, help="A portfolio under any of its names."),
    click.option("--topic", multiple=True, help="A topic, e.g. care-leavers or 'Care leavers'."),
    click.option("--type", multiple=True, help="A kind of paper, e.g. minutes."),
    click.option("--committee", multiple=True, help="A committee under any of its names."),
    click.option(
        "--from", "date_from", type=_date, metavar="DATE", help="Papers of this day, month or year, or later."
    ),
    click.option("--to", "date_to", type=_date, metavar="DATE", help="Papers of this day, month or year, or earlier."),
    click.option("--sort", type=click.Choice([sort.value for sort in Sort]), help="Default: relevance."),
    click.option(
        "--words-only", is_flag=True, help="Take QUERY as it is typed: no filters from a sentence, no other names."
    ),
    click.option("--explain", is_flag=True, help="Say what each paragraph is worth for which words."),
    click.option("--page", type=click.IntRange(1, 1_000_000), default=1, show_default=True),
)

Command = Callable[..., Any]


def filter_options(command: Command) -> Command:
    """The command with an option for each filter, in the order in which the help lists them."""
    return reduce(lambda decorated, option: option(decorated), reversed(_OPTIONS), command)


def search_request(query: str, chosen: Mapping[str, Any]) -> SearchRequest:
    """The request that the values of the options make."""
    filters = (Filter(facet=facet, values=tuple(map(str, chosen[facet.value]))) for facet in Facet)
    first, last = chosen["date_from"], chosen["date_to"]
    if first and last and first[0] > last[1]:
        raise RequestError("The date after --from is later than the one after --to: change one of them.")
    return SearchRequest(
        query=query.encode(errors="replace").decode(),  # bytes that are no UTF-8
        filters=tuple(one for one in filters if one.values),
        date_from=first[0] if first else None,
        date_to=last[1] if last else None,
        sort=Sort(chosen["sort"]) if chosen["sort"] else None,
        page=chosen["page"],
        explain=chosen["explain"],
        literal=chosen["words_only"],
    )
