"""Which filters do the commands share, and what request do they make?"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import reduce
from typing import Any

import click

from indexer.errors import RequestError
from indexer.model.commitment import CommitmentKind
from indexer.model.query import Facet, Filter, Sort
from indexer.model.register import RegisterFacet, RegisterFilter, RegisterRequest, Status, Timing
from indexer.model.search import SearchRequest
from indexer.text.period import period


def _date(typed: str) -> tuple[date, date]:
    """The first and the last day of a date as people write it."""
    meant = period(typed)
    if meant is None:
        raise click.BadParameter(f"{typed!r} is not a date: write it like 2025-09-23, September 2025 or 2025.")
    return meant


_SHARED = (
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
)
_OF_SEARCH = (
    click.option("--sort", type=click.Choice([sort.value for sort in Sort]), help="Default: relevance."),
    click.option(
        "--words-only", is_flag=True, help="Take QUERY as it is typed: no filters from a sentence, no other names."
    ),
    click.option("--explain", is_flag=True, help="Say what each paragraph is worth for which words."),
    click.option("--page", type=click.IntRange(1, 1_000_000), default=1, show_default=True),
)
_OF_REGISTER = (
    click.option("--kind", multiple=True, metavar="KIND", help=f"{', '.join(CommitmentKind)}."),
    click.option("--all", "everything", is_flag=True, help="Also intentions, recommendations, promises of others."),
    click.option("--owner", multiple=True, help="Who is to do it; some words of a name will do."),
    click.option("--due-before", type=_date, metavar="DATE", help="Due before this day, month or year begins."),
    click.option("--due-after", type=_date, metavar="DATE", help="Due after this day, month or year has ended."),
    click.option("--status", multiple=True, metavar="STATUS",
                 help=f"{', '.join(Status)}; or by the date: {', '.join(Timing)}."),
)  # fmt: skip

Command = Callable[..., Any]


def filter_options(command: Command) -> Command:
    """The command with an option for each filter of a search, in the order in which the help lists them."""
    return _with(command, (*_SHARED, *_OF_SEARCH))


def ask_options(command: Command) -> Command:
    """The same without what orders and pages results."""
    return _with(command, _SHARED)


def register_options(command: Command) -> Command:
    """The same with the filters of the register."""
    return _with(command, (*_SHARED, *_OF_REGISTER))


def _with(command: Command, options: Sequence[Callable[[Command], Command]]) -> Command:
    return reduce(lambda decorated, option: option(decorated), reversed(options), command)


def search_request(query: str, chosen: Mapping[str, Any]) -> SearchRequest:
    """The request that the values of the options make."""
    filters = (Filter(facet=facet, values=tuple(map(str, chosen[facet.value]))) for facet in Facet)
    first, last = _between(chosen)
    return SearchRequest(
        query=_text(query),
        filters=tuple(one for one in filters if one.values),
        date_from=first,
        date_to=last,
        sort=Sort(chosen["sort"]) if chosen.get("sort") else None,
        page=chosen.get("page", 1),
        explain=chosen.get("explain", False),
        literal=chosen.get("words_only", False),
    )


def register_request(query: str, chosen: Mapping[str, Any]) -> RegisterRequest:
    """What the values of the options ask of the register."""
    typed = {facet: tuple(map(str, chosen.get(facet.value, ()))) for facet in RegisterFacet}
    by_date = tuple(value for value in typed[RegisterFacet.STATUS] if value.casefold() in set(Timing))
    typed[RegisterFacet.TIMING] = by_date
    typed[RegisterFacet.STATUS] = tuple(value for value in typed[RegisterFacet.STATUS] if value not in by_date)
    first, last = _between(chosen)
    return RegisterRequest(
        query=_text(query),
        filters=tuple(RegisterFilter(facet=facet, values=values) for facet, values in typed.items() if values),
        weak=chosen["everything"],
        date_from=first,
        date_to=last,
        due_after=chosen["due_after"][1] if chosen["due_after"] else None,
        due_before=chosen["due_before"][0] if chosen["due_before"] else None,
    )


def _between(chosen: Mapping[str, Any]) -> tuple[date | None, date | None]:
    """The days after --from and --to."""
    first, last = chosen["date_from"], chosen["date_to"]
    if first and last and first[0] > last[1]:
        raise RequestError("The date after --from is later than the one after --to: change one of them.")
    return first[0] if first else None, last[1] if last else None


def _text(typed: str) -> str:
    """What was typed, without bytes that are no UTF-8."""
    return typed.encode(errors="replace").decode()
