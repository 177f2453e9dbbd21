"""What is in here, and what is not and why?"""

from __future__ import annotations

from collections.abc import Iterator

from flask import Blueprint, Response, jsonify, render_template

from indexer.model.as_json import coverage_json, problem_json
from indexer.model.problem import Severity
from indexer.model.query import Sort
from indexer.model.report import Coverage
from indexer.model.search import SearchRequest
from webapp import context, exports

pages = Blueprint("coverage", __name__)

COLUMNS = ("severity", "where", "message", "hint", "counted", "documents")
WITHHELD = {"severity": "withheld", "message": "is marked as exempt and is not in the index", "hint": None}
NO_YEAR = "Not known"


@pages.get("/coverage")
def show() -> str:
    catalogue = context.catalogue()
    coverage = catalogue.coverage()
    problems = [
        (severity, [problem for problem in coverage.problems if problem.severity is severity]) for severity in Severity
    ]
    return render_template(
        "coverage.html",
        coverage=coverage,
        yearless=yearless(coverage),
        no_year=NO_YEAR,
        problems=problems,
        notice=catalogue.notice(),
    )


@pages.get("/coverage.json")
def as_json() -> Response:
    return jsonify(coverage_json(context.catalogue().coverage()))


@pages.get("/coverage.csv")
def as_csv() -> Response:
    """What is in here, counted; then what could not be read or was withheld, a row each."""
    coverage = context.catalogue().coverage()
    withheld = [{**WITHHELD, "where": name} for name in coverage.withheld]
    return exports.table("coverage", COLUMNS, [*counts(coverage), *map(problem_json, coverage.problems), *withheld])


def yearless(coverage: Coverage) -> int:
    """How many papers stand under no year."""
    return coverage.documents - sum(count for _, count in coverage.by_year)


def counts(coverage: Coverage) -> Iterator[dict[str, exports.Cell]]:
    """The numbers of the page, a row each."""
    counted = [("all papers", coverage.documents)]
    counted += [(f"type: {kind}", count) for kind, count in coverage.by_kind]
    counted += [(f"year: {year}", count) for year, count in coverage.by_year]
    if missing := yearless(coverage):
        counted.append((f"year: {NO_YEAR.lower()}", missing))
    for name, count in counted:
        yield {"counted": name, "documents": count}


@pages.get("/coverage.atom")
def as_atom() -> Response:
    """The newest papers that are in here."""
    results = context.catalogue().search(SearchRequest(sort=Sort.NEWEST))
    return exports.feed("Newest papers", "/coverage", (result.document for result in results.documents))


@pages.get("/health")
def health() -> Response:
    """For the machine that watches the site: that the index answers, and how old it is."""
    coverage = context.catalogue().coverage()
    return jsonify(status="ok", documents=coverage.documents, built=coverage.built.isoformat())
