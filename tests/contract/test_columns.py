"""The columns give what Whoosh gives: any index, any history of writes, any query."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indexer.index.engines.whoosh import write
from indexer.index.engines.whoosh.engine import WhooshEngine
from indexer.model.query import (
    And,
    Bare,
    DocumentRecord,
    Everything,
    Exact,
    Facet,
    Filter,
    Matches,
    Near,
    Node,
    Not,
    Or,
    PassageHit,
    PassageRecord,
    Phrase,
    Prefix,
    Query,
    Recency,
    Sort,
    Term,
    Titled,
    Weighted,
)
from tests.contract.slow_reference import SlowReference
from tests.contract.stock_whoosh import stock_search

WORDS = st.sampled_from(["care", "caring", "car", "harm", "plan", "money", "in", "élan"])
TOPICS = [f"topic-{number:02}" for number in range(70)]  # more than 64, the bits of a word


def texts(most: int) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(WORDS, max_size=most).map(tuple)


# Long enough for lengths that Whoosh's length byte does not hold exactly, and for words that stand often.
LONG = st.builds(lambda text, times: text * times, texts(4), st.sampled_from([1, 7, 150, 300]))
PASSAGES = st.lists(
    st.builds(
        PassageRecord,
        anchor=st.sampled_from(["p-1", "p-2", "p-3"]),
        heading=texts(2),
        text=texts(9) | LONG,
        heading_forms=texts(2),
        text_forms=texts(9),
    ),
    min_size=1,
    max_size=3,
    unique_by=lambda passage: passage.anchor,
).map(tuple)
RECORDS = st.builds(
    DocumentRecord,
    id=st.sampled_from("abcdefg"),
    title=texts(3),
    title_forms=texts(3),
    work=st.none() | st.sampled_from(["one", "another"]),
    passages=PASSAGES,
    date=st.none() | st.dates(date(2020, 1, 1), date(2020, 1, 4)),
    facets=st.fixed_dictionaries(
        {Facet.YEAR: st.sampled_from([(), ("2020",), ("2021",)])},
        optional={Facet.TOPIC: st.lists(st.sampled_from(TOPICS), max_size=70, unique=True).map(tuple)},
    ),
)
WRITES = st.tuples(
    st.lists(st.sampled_from("abcdefg"), max_size=2).map(tuple),
    st.lists(RECORDS, max_size=4, unique_by=lambda record: record.id),
)
SEVERAL = st.lists(WORDS, min_size=1, max_size=3).map(tuple)
BARE: st.SearchStrategy[Bare] = (
    st.builds(Term, WORDS)
    | st.builds(Phrase, SEVERAL)
    | st.builds(Exact, SEVERAL)
    | st.builds(Near, st.lists(WORDS, min_size=2, max_size=3).map(tuple), st.integers(1, 5))
    | st.builds(Prefix, st.sampled_from(["ca", "care", "h", "é", "zz"]))
)
TITLED = BARE | st.builds(Titled, BARE)
LEAVES = TITLED | st.builds(Weighted, TITLED, st.sampled_from([0.25, 0.5]))
TREES: st.SearchStrategy[Node] = st.recursive(
    LEAVES | st.just(Everything()),
    lambda node: (
        st.lists(node, min_size=1, max_size=3).map(lambda parts: And(tuple(parts)))
        | st.lists(node, min_size=1, max_size=3).map(lambda parts: Or(tuple(parts)))
        | st.builds(Not, node)
    ),
    max_leaves=5,
)
FILTERS = st.just(()) | st.lists(
    st.builds(
        Filter,
        facet=st.sampled_from([Facet.YEAR, Facet.TOPIC]),
        values=st.lists(st.sampled_from(["2020", "2021", *TOPICS[:3], "none such"]), max_size=3).map(tuple),
    ),
    max_size=3,
).map(tuple)
DAYS = st.none() | st.none() | st.none() | st.dates(date(2020, 1, 1), date(2020, 1, 4))
QUERIES = st.builds(
    Query,
    tree=TREES,
    filters=FILTERS,
    date_from=DAYS,
    date_to=DAYS,
    sort=st.sampled_from(Sort),
    offset=st.just(0) | st.integers(0, 3),
    limit=st.just(8) | st.integers(0, 8),
    passages=st.integers(0, 4),
    recency=st.none()
    | st.builds(Recency, today=st.just(date(2020, 1, 3)), weight=st.just(0.5), half_life=st.just(2.0)),
    works=st.booleans(),
    explain=st.booleans(),
)
# Asked of every index: what finds most, ranked and listed whole.
ALWAYS = [
    Query(tree=tree, limit=20, passages=9)
    for tree in (Term("care"), Term("harm"), Phrase(("care", "plan")), Prefix("ca"), Or((Term("plan"), Term("in"))))
]


@contextmanager
def unmerged() -> Iterator[None]:
    """Every commit adds a segment, so that there are several, with deleted passages in them."""
    with patch.object(write, "to_merge", lambda _sizes, _new: []):
        yield


def assert_same(got: Matches, expected: Matches, query: Query) -> None:
    """Equal, scores to 1e-9; documents and passages of equal score may be told apart by rounding in the expected."""
    assert (got.total, got.counts) == (expected.total, expected.counts)
    assert [hit.score for hit in got.hits] == pytest.approx([hit.score for hit in expected.hits], abs=1e-9)
    assert len(got.hits) == len(expected.hits)
    if query.sort is not Sort.RELEVANCE:
        assert [hit.document for hit in got.hits] == [hit.document for hit in expected.hits]
    others = {hit.document: hit for hit in expected.hits}
    for hit in got.hits:
        if hit.document in others:
            scores = [passage.score for passage in others[hit.document].passages]
            assert [passage.score for passage in hit.passages] == pytest.approx(scores, abs=1e-9)
            assert_same_parts(hit.passages, others[hit.document].passages, explain=query.explain)


def assert_same_parts(got: Sequence[PassageHit], expected: Sequence[PassageHit], *, explain: bool) -> None:
    """Parts add up to the score, and are those expected."""
    others = {passage.anchor: passage for passage in expected}
    for passage in got:
        if explain:
            assert sum(part.score for part in passage.parts) == pytest.approx(passage.score, abs=1e-9)
        other = others.get(passage.anchor, passage)
        parts = [{(part.leaf, part.field): part.score for part in one.parts} for one in (passage, other)]
        assert parts[0] == pytest.approx(parts[1], abs=1e-9)


def assert_in_order(matches: Matches, dates: dict[str, date | None]) -> None:
    """By score; of the very same score, newest first, undated last, then by id."""
    keys = [(-hit.score, -(dates[hit.document] or date.min).toordinal(), hit.document) for hit in matches.hits]
    assert keys == sorted(keys)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(writes=st.lists(WRITES, min_size=1, max_size=4), queries=st.lists(QUERIES, min_size=1, max_size=4))
def test_any_history_and_any_query_give_what_whoosh_and_the_formula_give(
    tmp_path_factory: pytest.TempPathFactory,
    writes: Sequence[tuple[tuple[str, ...], list[DocumentRecord]]],
    queries: Sequence[Query],
) -> None:
    folder = tmp_path_factory.mktemp("engine")
    engine, reference = WhooshEngine(folder), SlowReference()
    dates: dict[str, date | None] = {}
    with unmerged():
        for remove, add in writes:
            engine.write(remove, add)
            reference.write(remove, add)
            dates |= {record.id: record.date for record in add}
    for query in (*ALWAYS, *queries):
        got = engine.search(query)
        assert_same(got, reference.search(query), query)
        assert_same(got, stock_search(folder, query), query)
        if query.sort is Sort.RELEVANCE:
            assert_in_order(got, dates)
    found = [engine.search(query) for query in ALWAYS]
    engine.close()
    for path in folder.glob("*.columns"):
        path.unlink()
    engine = WhooshEngine(folder)
    assert [engine.search(query) for query in ALWAYS] == found, "columns made again from the segments are the same"
    engine.close()
    shutil.rmtree(folder)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(writes=st.lists(WRITES, min_size=1, max_size=6), query=QUERIES)
def test_what_whoosh_merges_gives_what_whoosh_gives(
    tmp_path_factory: pytest.TempPathFactory,
    writes: Sequence[tuple[tuple[str, ...], list[DocumentRecord]]],
    query: Query,
) -> None:
    folder = tmp_path_factory.mktemp("engine")
    engine = WhooshEngine(folder)
    for remove, add in writes:
        engine.write(remove, add)
    assert_same(engine.search(query), stock_search(folder, query), query)
    engine.close()
    shutil.rmtree(folder)
