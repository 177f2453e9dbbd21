"""Who is named in the papers as portfolio holder, chair or author, and in which papers?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from flask import Blueprint, Response, jsonify, make_response, redirect, render_template
from werkzeug.wrappers import Response as AnyResponse

from indexer.model.as_json import people_json, person_json, person_url
from indexer.model.person import Person
from webapp import context, exports
from webapp.pages.search import unlisted

pages = Blueprint("people", __name__)

COLUMNS = ("id", "name", "kinds", "papers", "url")
PAPER_COLUMNS = ("document", "title", "committee", "date", "year", "role", "name", "of", "url")
NEWEST = 10  # papers in a feed, as many as a page of results has


@pages.get("/people")
def show() -> Response:
    catalogue = context.catalogue()
    letters = [(letter, list(people)) for letter, people in groupby(catalogue.people(), key=_letter)]
    page = render_template("people.html", letters=letters, notice=catalogue.notice())
    return unlisted(make_response(page))


@pages.get("/people.json")
def as_json() -> Response:
    return unlisted(jsonify(people_json(context.catalogue().people())))


@pages.get("/people.csv")
def as_csv() -> Response:
    people = people_json(context.catalogue().people())["people"]
    rows = ({**person, "kinds": "; ".join(person["kinds"])} for person in people)
    return unlisted(exports.table("people", COLUMNS, rows))


@pages.get("/people.atom")
def as_atom() -> Response:
    """The newest papers that name anybody."""
    papers = {paper.document: paper for person in context.catalogue().people() for paper in person.papers[:NEWEST]}
    newest = sorted(papers.values(), key=lambda paper: (paper.date is not None, paper.date), reverse=True)
    return _feed("Newest papers by person", "/people", [paper.document for paper in newest])


@pages.get("/people/<person_id>")
def show_one(person_id: str) -> AnyResponse:
    """The person's page; another form of the name leads there."""
    catalogue = context.catalogue()
    person = catalogue.person(person_id)
    if person.id != person_id:
        return redirect(person_url(person.id))
    return unlisted(make_response(render_template("person.html", person=person, notice=catalogue.notice())))


@pages.get("/people/<person_id>.json")
def one_as_json(person_id: str) -> Response:
    return unlisted(jsonify(person_json(context.catalogue().person(person_id))))


@pages.get("/people/<person_id>.csv")
def one_as_csv(person_id: str) -> Response:
    person = context.catalogue().person(person_id)
    name = person.id if person.id.isascii() else "person"  # a header holds no other letters
    return unlisted(exports.table(name, PAPER_COLUMNS, _rows(person)))


@pages.get("/people/<person_id>.atom")
def one_as_atom(person_id: str) -> Response:
    person = context.catalogue().person(person_id)
    return _feed(person.name, person_url(person.id), [paper.document for paper in person.papers])


def _rows(person: Person) -> Iterator[Mapping[str, exports.Cell]]:
    """A row for each role in each paper."""
    for paper in person_json(person)["documents"]:
        yield from ({**paper, "document": paper["id"], **role} for role in paper["roles"])


def _feed(title: str, path: str, documents: list[str]) -> Response:
    return unlisted(exports.feed(title, path, map(context.catalogue().outline, documents[:NEWEST])))


def _letter(person: Person) -> str:
    return person.sorted_by[0].upper()
