"""What is in here, and what is not and why?"""

from __future__ import annotations

from flask import Blueprint, Response, jsonify, render_template

from indexer.model.as_json import coverage_json, problem_json
from indexer.model.problem import Severity
from indexer.model.query import Sort
from indexer.model.search import SearchRequest
from webapp import context, exports

pages = Blueprint("coverage", __name__)

COLUMNS = ("severity", "where", "message", "hint")
WITHHELD = {"severity": "withheld", "message": "Marked as exempt: it is not in the index.", "hint": None}


@pages.get("/coverage")
def show() -> str:
    catalogue = context.catalogue()
    coverage = catalogue.coverage()
    problems = [
        (severity, [problem for problem in coverage.problems if problem.severity is severity]) for severity in Severity
    ]
    return render_template("coverage.html", coverage=coverage, problems=problems, notice=catalogue.notice())


@pages.get("/coverage.json")
def as_json() -> Response:
    return jsonify(coverage_json(context.catalogue().coverage()))


@pages.get("/coverage.csv")
def as_csv() -> Response:
    """What could not be read or was withheld, a row each."""
    coverage = context.catalogue().coverage()
    withheld = [{**WITHHELD, "where": name} for name in coverage.withheld]
    return exports.table("coverage", COLUMNS, [*map(problem_json, coverage.problems), *withheld])


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
