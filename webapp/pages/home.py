"""What is in here, and where does a reader begin?"""

from __future__ import annotations

from flask import Blueprint, render_template

from indexer.model.query import Facet, Sort
from indexer.model.register import RegisterFacet, RegisterRequest, Timing
from indexer.model.search import SearchRequest
from webapp import context

pages = Blueprint("home", __name__)

LATEST = 5  # papers; enough to see that the collection is alive


@pages.get("/")
def show() -> str:
    catalogue = context.catalogue()
    newest = catalogue.search(SearchRequest(sort=Sort.NEWEST))
    commitments = catalogue.register.page(RegisterRequest(), context.this_day(), size=1)
    told = commitments.counts(RegisterFacet.TIMING)
    counts = {facet.facet: facet.values for facet in newest.facets}
    return render_template(
        "home.html",
        coverage=catalogue.coverage(),
        notice=catalogue.notice(),
        latest=[result.document for result in newest.documents[:LATEST]],
        topics=counts[Facet.TOPIC],
        years=counts[Facet.YEAR],
        portfolios=counts[Facet.PORTFOLIO],
        commitments=commitments,
        standings=[(timing, told[timing.value]) for timing in Timing if told[timing.value]],
    )
