"""What was promised, and what came of it? The register, one commitment, and both as JSON, CSV, Atom and iCalendar."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from flask import Blueprint, Response, jsonify, make_response, redirect, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from indexer.errors import RequestError
from indexer.model.citation import citations, short_citation
from indexer.model.commitment_json import commitment_url
from indexer.model.query import Facet
from indexer.model.register import (
    Entry,
    RegisterCounts,
    RegisterFacet,
    RegisterPage,
    RegisterRequest,
    RegisterSort,
    Timing,
)
from indexer.model.register_json import COLUMNS, entry_json, register_json, row
from indexer.model.search import FacetValue
from webapp import commitment_words, context, exports, icalendar, params, register_params, words
from webapp.pages.search import FIRST_VALUES, pagination, unlisted
from webapp.params import Mistake

pages = Blueprint("commitments", __name__)

NEWEST = 25  # entries of a feed
SORTS = {RegisterSort.DUE: "Due date", RegisterSort.NEWEST: "Newest paper"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A filter value that is chosen, and the register without it."""

    name: str
    label: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How many commitments stand to today in one way, and the register with these alone, or with all again."""

    timing: Timing
    count: int
    href: str
    chosen: bool


@pages.get("/commitments")
def show() -> Response:
    parsed = register_params.read(request.args)
    catalogue, today = context.catalogue(), context.this_day()
    asked, mistakes = _known(parsed.request, list(parsed.mistakes))
    page = catalogue.register.page(asked, today)
    text = render_template(
        "commitments.html",
        parsed=parsed,
        asked=page.request,
        mistakes=mistakes,
        mistaken={mistake.parameter for mistake in mistakes},
        page=page,
        facets={counts.facet: _labelled(counts) for counts in page.facets},
        standings=list(_standings(page)),
        unfiltered=RegisterRequest(query=asked.query),
        with_weak=replace(page.request, weak=True, page=1),
        tags=list(_tags(page)),
        sorts=[(name, replace(page.request, sort=sort, page=1), sort is asked.sort) for sort, name in SORTS.items()],
        first_values=FIRST_VALUES,
        pagination=pagination(
            lambda number: register_params.address("/commitments", replace(page.request, page=number)),
            page.page,
            page.pages,
        ),
        notice=catalogue.notice(),
    )
    return unlisted(make_response(text, 400 if mistakes else 200))


@pages.get("/commitments.json")
def as_json() -> Response:
    register = context.catalogue().register
    return unlisted(jsonify(register_json(register.page(usable(), context.this_day()), register.mentions)))


@pages.get("/commitments.csv")
def as_csv() -> Response:
    """All that was asked for, not only a page of it."""
    return unlisted(exports.table("commitments", COLUMNS, map(row, _all(usable()))))


@pages.get("/commitments.atom")
def as_atom() -> Response:
    """The commitments of the newest papers."""
    asked = replace(usable(), sort=RegisterSort.NEWEST, page=1)
    newest = context.catalogue().register.page(asked, context.this_day(), size=NEWEST).entries
    title = f"Commitments with “{asked.query}”" if asked.query else "Commitments"
    return unlisted(exports.feed_of(title, register_params.address("/commitments", asked), map(_item, newest)))


@pages.get("/commitments.ics")
def as_calendar() -> Response:
    """The days on which what was asked for is due at the latest."""
    built = context.catalogue().coverage().built
    response = make_response(icalendar.calendar("Commitments", built, _events(_all(usable()))))
    response.content_type = "text/calendar; charset=utf-8"
    response.headers["Content-Disposition"] = 'attachment; filename="commitments.ics"'
    return unlisted(response)


@pages.get("/commitments/<commitment>")
def show_one(commitment: str) -> AnyResponse:
    """The page of a commitment; the same in another version of its paper leads there."""
    entry = context.catalogue().register.entry(commitment, context.this_day())
    if entry.commitment.id != commitment:
        return redirect(commitment_url(entry.commitment.id))
    return make_response(page_of(entry))


@pages.get("/commitments/<commitment>.json")
def one_as_json(commitment: str) -> Response:
    register = context.catalogue().register
    entry = register.entry(commitment, context.this_day())
    return jsonify(entry_json(entry, register.mentions(entry)))


def page_of(entry: Entry, mistakes: tuple[Mistake, ...] = ()) -> str:
    """The page of ``entry``; with ``mistakes`` in what was sent from it, and what was sent."""
    catalogue = context.catalogue()
    document = catalogue.document(entry.document.id)
    return render_template(
        "commitment.html",
        entry=entry,
        commitment=entry.commitment,
        document=document,
        citation=citations(document)[entry.passage.anchor],
        topics=[(topic, catalogue.label(Facet.TOPIC, topic)) for topic in entry.commitment.topics],
        history=commitment_words.history(entry, context.this_day()),
        mentions=catalogue.register.mentions(entry),
        mistakes=mistakes,
        sent=request.form,
        notice=catalogue.notice(),
    )


def usable() -> RegisterRequest:
    """What this request asks for; raises ``RequestError`` when a part of it cannot be used."""
    parsed = register_params.read(request.args)
    if parsed.mistakes:
        raise RequestError(" ".join(mistake.message for mistake in parsed.mistakes))
    return parsed.request


def _all(asked: RegisterRequest) -> tuple[Entry, ...]:
    return context.catalogue().register.page(replace(asked, page=1), context.this_day(), size=None).entries


def _known(asked: RegisterRequest, mistakes: list[Mistake]) -> tuple[RegisterRequest, list[Mistake]]:
    """``asked`` without the filter values that name nothing there is, and what is wrong with each of these."""
    for facet, value in context.catalogue().register.unknown(asked, context.this_day()):
        asked = params.without(asked, facet, value)
        name = commitment_words.FACET_NAMES[facet].lower()
        message = f"There is no {name} “{words.short(value)}” here: choose one that is listed."
        mistakes.append(Mistake(parameter=facet.value, given=value, message=message))
    return asked, mistakes


def _standings(page: RegisterPage) -> Iterator[Standing]:
    asked, counts = page.request, page.counts(RegisterFacet.TIMING)
    for timing in Timing:
        chosen = asked.selected(RegisterFacet.TIMING) == (timing.value,)
        if chosen or counts[timing.value]:
            request = register_params.choosing(asked, RegisterFacet.TIMING, None if chosen else timing.value)
            href = register_params.address("/commitments", request)
            yield Standing(timing=timing, count=counts[timing.value], href=href, chosen=chosen)


def _tags(page: RegisterPage) -> Iterator[Tag]:
    """A tag for each filter that is set."""
    asked = page.request
    for counts in page.facets:
        for value in counts.values:
            if value.selected:
                label = commitment_words.label(counts.facet, value.label)
                left = params.without(asked, counts.facet, value.value)
                yield _tag(commitment_words.FACET_NAMES[counts.facet], words.capital(label), left)
    first = replace(asked, page=1)
    dates = (
        ("Paper from", asked.date_from, replace(first, date_from=None)),
        ("Paper to", asked.date_to, replace(first, date_to=None)),
        ("Due after", asked.due_after, replace(first, due_after=None)),
        ("Due before", asked.due_before, replace(first, due_before=None)),
    )
    for name, day, left in dates:
        if day:
            yield _tag(name, words.day(day), left)
    if asked.weak:
        yield _tag("Shown", "Weak ones too", replace(first, weak=False))


def _labelled(counts: RegisterCounts) -> tuple[FacetValue, ...]:
    return tuple(replace(value, label=commitment_words.label(counts.facet, value.label)) for value in counts.values)


def _tag(name: str, label: str, left: RegisterRequest) -> Tag:
    return Tag(name=name, label=label, href=register_params.address("/commitments", left))


def _item(entry: Entry) -> exports.Item:
    told = (
        f"“{entry.commitment.quote}”",
        f"due {commitment_words.due_told(entry.first_due)}" if entry.first_due else None,
        entry.owner,
        short_citation(entry.document, entry.passage),
    )
    return exports.Item(
        title=f"{entry.reference}: {entry.commitment.action}",
        path=commitment_url(entry.commitment.id),
        summary=" – ".join(filter(None, told)),
        day=entry.document.date.value if entry.document.date else None,
    )


def _events(entries: tuple[Entry, ...]) -> Iterator[icalendar.Event]:
    base = context.base_url()
    for entry in entries:
        if entry.first_due and entry.first_due.last:
            url = commitment_url(entry.commitment.id)
            told = (
                f"“{entry.commitment.quote}”",
                f"Due {commitment_words.due_told(entry.first_due)}, {entry.status.value}",
                entry.owner,
                short_citation(entry.document, entry.passage),
                f"{base}{url}",
            )
            yield icalendar.Event(
                id=entry.commitment.id,
                day=entry.first_due.last,
                title=f"Due: {entry.commitment.action} ({entry.reference})",
                text="\n".join(filter(None, told)),
                url=f"{base}{url}" if base else None,
            )
