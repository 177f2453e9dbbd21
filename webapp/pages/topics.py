"""Which subjects are there, and which papers are about one of them?"""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

from flask import Blueprint, Response, jsonify, render_template, request

from indexer.model.as_json import topic_json, topics_json
from indexer.model.query import Facet, Filter, Sort
from indexer.model.register import RegisterFacet, RegisterFilter, RegisterRequest, RegisterSort
from indexer.model.search import SearchRequest
from webapp import charts, context, exports, params
from webapp.pages import search

pages = Blueprint("topics", __name__)

COMMITMENTS = 5  # of the newest papers; the register has them all
COLUMNS = ("id", "label", "group", "description", "documents", "url")


@pages.get("/topics")
def show() -> str:
    catalogue = context.catalogue()
    ordered = sorted(catalogue.topics(), key=lambda summary: summary.topic.group)
    groups = [(group, list(members)) for group, members in groupby(ordered, key=lambda summary: summary.topic.group)]
    return render_template("topics.html", groups=groups, notice=catalogue.notice())


@pages.get("/topics.json")
def as_json() -> Response:
    return jsonify(topics_json(context.catalogue().topics()))


@pages.get("/topics.csv")
def as_csv() -> Response:
    return exports.table("topics", COLUMNS, topics_json(context.catalogue().topics())["topics"])


@pages.get("/topics.atom")
def as_atom() -> Response:
    """The newest papers that are about any topic."""
    topics = tuple(summary.topic.id for summary in context.catalogue().topics() if summary.documents)
    asked = SearchRequest(filters=(Filter(facet=Facet.TOPIC, values=topics),), sort=Sort.NEWEST)
    results = context.catalogue().search(asked)
    return exports.feed("Newest papers by topic", "/topics", (result.document for result in results.documents))


@pages.get("/topics/<topic_id>")
def show_one(topic_id: str) -> str:
    catalogue = context.catalogue()
    asked = _papers(topic_id)
    results = catalogue.search(asked)
    topic, history = catalogue.topic(topic_id), catalogue.topic_history(topic_id)
    return render_template(
        "topic.html",
        topic=topic,
        results=results,
        history=history,
        commitments=catalogue.register.page(_promised(topic_id), context.this_day(), size=COMMITMENTS),
        bars=list(charts.bars(history.years)),
        told=charts.told(topic.label, history.years),
        refine=params.address("/search", replace(asked, page=1, sort=None)),
        pagination=search.pagination(
            lambda page: params.address(f"/topics/{topic_id}", SearchRequest(page=page)), results.page, results.pages
        ),
        notice=catalogue.notice(),
    )


@pages.get("/topics/<topic_id>.json")
def one_as_json(topic_id: str) -> Response:
    catalogue = context.catalogue()
    asked = _papers(topic_id)
    return jsonify(topic_json(catalogue.topic(topic_id), catalogue.search(asked), catalogue.topic_history(topic_id)))


@pages.get("/topics/<topic_id>.csv")
def one_as_csv(topic_id: str) -> Response:
    return exports.table(topic_id, search.COLUMNS, search.rows(_papers(topic_id)))


@pages.get("/topics/<topic_id>.atom")
def one_as_atom(topic_id: str) -> Response:
    results = context.catalogue().search(replace(_papers(topic_id), page=1))
    topic = context.catalogue().topic(topic_id)
    return exports.feed(topic.label, f"/topics/{topic_id}", (result.document for result in results.documents))


def _promised(topic_id: str) -> RegisterRequest:
    """The commitments about a topic, those of the newest papers first."""
    chosen = RegisterFilter(facet=RegisterFacet.TOPIC, values=(topic_id,))
    return RegisterRequest(filters=(chosen,), sort=RegisterSort.NEWEST)


def _papers(topic_id: str) -> SearchRequest:
    """The newest papers about a topic, from the page of the query string; raises ``NotFoundError``."""
    topic = context.catalogue().topic(topic_id)
    page = params.read(request.args).request.page
    return SearchRequest(filters=(Filter(facet=Facet.TOPIC, values=(topic.id,)),), sort=Sort.NEWEST, page=page)
