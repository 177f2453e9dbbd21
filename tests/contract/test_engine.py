"""What every engine promises, whatever it is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indexer.index.engine import Engine
from indexer.index.engines.memory import MemoryEngine
from indexer.index.engines.whoosh.engine import WhooshEngine
from indexer.model.query import (
    And,
    DocumentRecord,
    Everything,
    Facet,
    Filter,
    Matches,
    Node,
    Not,
    Or,
    PassageQuery,
    PassageRecord,
    Phrase,
    Prefix,
    Query,
    Sort,
    Term,
)

NEGLECT = DocumentRecord(
    id="neglect",
    title=("neglect", "strategi"),
    passages=(
        PassageRecord(anchor="para-1", heading=("aim",), text=("help", "famili", "earli")),
        PassageRecord(anchor="para-2", heading=("aim",), text=("neglect", "harm", "children", "in", "care")),
        PassageRecord(anchor="para-3", heading=("care",), text=("social", "worker")),
    ),
    date=date(2025, 9, 23),
    facets={Facet.YEAR: ("2025",), Facet.TOPIC: ("neglect", "early-help"), Facet.COMMITTEE: ("scrutiny",)},
)
LEAVERS = DocumentRecord(
    id="leavers",
    title=("care", "leaver"),
    passages=(
        PassageRecord(anchor="p-1", heading=(), text=("care", "in", "children")),
        PassageRecord(anchor="p-2", heading=(), text=("hous", "leaver", "leaver", "leaver")),
    ),
    date=date(2024, 3, 1),
    facets={Facet.YEAR: ("2024",), Facet.TOPIC: ("care-leavers",), Facet.COMMITTEE: ("cabinet",)},
)
BUDGET = DocumentRecord(
    id="budget",
    title=("budget",),
    passages=(PassageRecord(anchor="p-1", heading=(), text=("money", "social", "worker")),),
    facets={Facet.TOPIC: ("finance", "early-help")},
)

Maker = Callable[[], Engine]


@pytest.fixture(params=["memory", "whoosh"])
def make(request: pytest.FixtureRequest, tmp_path: Path) -> Maker:
    """Makes the engine, or for one that rests on disk opens it again."""
    if request.param == "memory":
        engine = MemoryEngine()
        return lambda: engine
    return lambda: WhooshEngine(tmp_path / "engine")


@pytest.fixture
def engine(make: Maker) -> Iterator[Engine]:
    engine = make()
    engine.write((), [NEGLECT, LEAVERS, BUDGET])
    yield engine
    engine.close()


def ids(matches: Matches) -> list[str]:
    return [hit.document for hit in matches.hits]


def found(engine: Engine, tree: Node) -> set[str]:
    return set(ids(engine.search(Query(tree=tree))))


def test_an_empty_index_answers_with_nothing(make: Maker) -> None:
    engine = make()
    engine.write((), [])
    assert engine.search(Query(tree=Term("neglect"))).total == 0
    assert engine.search(Query(tree=Everything())).total == 0
    engine.close()


def test_a_word_is_found_in_text_heading_and_title(engine: Engine) -> None:
    assert found(engine, Term("money")) == {"budget"}
    assert found(engine, Term("aim")) == {"neglect"}
    assert found(engine, Term("budget")) == {"budget"}
    assert found(engine, Term("nothing")) == set()


def test_all_words_may_stand_in_different_passages_of_a_document(engine: Engine) -> None:
    assert found(engine, And((Term("earli"), Term("worker")))) == {"neglect"}


def test_a_phrase_needs_its_words_in_order_and_next_to_each_other(engine: Engine) -> None:
    assert found(engine, Phrase(("children", "in", "care"))) == {"neglect"}
    assert found(engine, Phrase(("care", "in", "children"))) == {"leavers"}
    assert found(engine, Phrase(("children", "care"))) == set()
    assert found(engine, Phrase(("leaver", "leaver"))) == {"leavers"}


def test_a_phrase_does_not_reach_from_one_passage_or_field_into_the_next(engine: Engine) -> None:
    assert found(engine, Phrase(("earli", "neglect"))) == set()
    assert found(engine, Phrase(("care", "social"))) == set()


def test_a_prefix_stands_for_every_word_that_begins_with_it(engine: Engine) -> None:
    assert found(engine, Prefix("ca")) == {"neglect", "leavers"}
    assert found(engine, Prefix("wor")) == {"neglect", "budget"}
    assert found(engine, Prefix("budget")) == {"budget"}
    assert found(engine, Prefix("budgets")) == set()
    assert found(engine, And((Prefix("soc"), Not(Prefix("mon"))))) == {"neglect"}


def test_or_joins_and_not_takes_away_whole_documents(engine: Engine) -> None:
    assert found(engine, Or((Term("money"), Term("hous")))) == {"budget", "leavers"}
    assert found(engine, And((Term("worker"), Not(Term("neglect"))))) == {"budget"}
    assert found(engine, Not(Term("worker"))) == {"leavers"}
    assert found(engine, And((Everything(), Not(Or((Term("money"), Term("hous"))))))) == {"neglect"}


def test_a_document_scores_as_its_best_passage_and_lists_them_best_first(engine: Engine) -> None:
    hit = engine.search(Query(tree=Term("leaver"))).hits[0]
    assert hit.score == hit.passages[0].score
    assert hit.passages[0].anchor == "p-2"
    assert all(one.score >= other.score for one, other in pairwise(hit.passages))


def test_a_word_in_a_passage_counts_for_more_than_in_the_title_alone(engine: Engine) -> None:
    passages = engine.search(Query(tree=Term("neglect"), passages=3)).hits[0].passages
    assert [passage.anchor for passage in passages] == ["para-2", "para-1", "para-3"]
    assert passages[0].score > passages[1].score == passages[2].score > 0


def test_no_more_passages_are_listed_than_asked_for(engine: Engine) -> None:
    assert len(engine.search(Query(tree=Term("neglect"), passages=1)).hits[0].passages) == 1


def test_filters_of_one_facet_mean_or_and_of_two_mean_and(engine: Engine) -> None:
    either = (Filter(facet=Facet.TOPIC, values=("neglect", "care-leavers")),)
    assert ids(engine.search(Query(tree=Everything(), filters=either, sort=Sort.NEWEST))) == ["neglect", "leavers"]
    both = (*either, Filter(facet=Facet.YEAR, values=("2024",)))
    assert ids(engine.search(Query(tree=Everything(), filters=both))) == ["leavers"]


def test_a_facet_is_counted_without_its_own_filter_but_with_the_others(engine: Engine) -> None:
    year = Filter(facet=Facet.YEAR, values=("2025",))
    counts = engine.search(Query(tree=Everything(), filters=(year,))).counts
    assert counts[Facet.YEAR] == {"2025": 1, "2024": 1}
    assert counts[Facet.TOPIC] == {"neglect": 1, "early-help": 1}
    committee = Filter(facet=Facet.COMMITTEE, values=("cabinet",))
    counts = engine.search(Query(tree=Everything(), filters=(year, committee))).counts
    assert counts[Facet.YEAR] == {"2024": 1}
    assert counts[Facet.COMMITTEE] == {"scrutiny": 1}
    assert counts[Facet.TOPIC] == {}


def test_a_date_range_is_inclusive_and_leaves_out_undated_documents(engine: Engine) -> None:
    def within(first: date | None, last: date | None) -> set[str]:
        return set(ids(engine.search(Query(tree=Everything(), date_from=first, date_to=last))))

    assert within(date(2024, 3, 1), date(2025, 9, 23)) == {"neglect", "leavers"}
    assert within(date(2024, 3, 2), None) == {"neglect"}
    assert within(None, date(2024, 2, 29)) == set()


def test_documents_sort_by_date_with_the_undated_last(engine: Engine) -> None:
    assert ids(engine.search(Query(tree=Everything(), sort=Sort.NEWEST))) == ["neglect", "leavers", "budget"]
    assert ids(engine.search(Query(tree=Everything(), sort=Sort.OLDEST))) == ["leavers", "neglect", "budget"]


def test_a_page_is_cut_from_the_whole_and_the_total_stays(engine: Engine) -> None:
    page = engine.search(Query(tree=Everything(), sort=Sort.NEWEST, offset=1, limit=1))
    assert (page.total, ids(page)) == (3, ["leavers"])
    assert ids(engine.search(Query(tree=Everything(), offset=9))) == []


def test_the_best_passages_come_from_any_document_that_passes_the_filters(engine: Engine) -> None:
    asked = PassageQuery(leaves=(Term("care"), Term("social")))
    found = [(one.document, one.anchor) for one in engine.passages(asked)]
    assert found[0] == ("neglect", "para-3")  # both words
    assert {*found[1:]} == {("neglect", "para-2"), ("leavers", "p-1"), ("budget", "p-1")}
    of_2024 = replace(asked, filters=(Filter(facet=Facet.YEAR, values=("2024",)),))
    assert [one.document for one in engine.passages(of_2024)] == ["leavers"]
    assert [one.document for one in engine.passages(replace(asked, date_to=date(2024, 12, 31)))] == ["leavers"]
    assert len(engine.passages(replace(asked, limit=2))) == 2
    assert engine.passages(PassageQuery(leaves=())) == ()


def test_a_passage_that_only_the_title_speaks_for_is_not_among_the_best(engine: Engine) -> None:
    found = engine.passages(PassageQuery(leaves=(Term("leaver"),)))
    assert [one.anchor for one in found] == ["p-2"]


def test_what_is_written_again_replaces_and_what_is_removed_is_gone(make: Maker) -> None:
    engine = make()
    engine.write((), [NEGLECT, LEAVERS])
    changed = DocumentRecord(
        id="neglect", title=("new",), passages=(PassageRecord(anchor="p-1", heading=(), text=("chang",)),)
    )
    engine.write(("leavers", "never there"), [changed, BUDGET])
    engine.close()
    engine = make()
    assert found(engine, Everything()) == {"neglect", "budget"}
    assert found(engine, Term("harm")) == set()
    assert found(engine, Term("chang")) == {"neglect"}
    engine.close()


def test_a_failed_write_changes_nothing(make: Maker) -> None:
    engine = make()
    engine.write((), [NEGLECT])

    def broken() -> Iterator[DocumentRecord]:
        yield LEAVERS
        raise RuntimeError

    with pytest.raises(RuntimeError):
        engine.write(("neglect",), broken())
    assert found(engine, Everything()) == {"neglect"}
    engine.close()


WORDS = st.sampled_from(["care", "harm", "plan", "money", "in"])
RECORDS = st.lists(
    st.builds(
        DocumentRecord,
        id=st.sampled_from(["a", "b", "c", "d", "e"]),
        title=st.lists(WORDS, max_size=3).map(tuple),
        passages=st.lists(
            st.builds(
                PassageRecord,
                anchor=st.sampled_from(["p-1", "p-2", "p-3"]),
                heading=st.lists(WORDS, max_size=2).map(tuple),
                text=st.lists(WORDS, max_size=8).map(tuple),
            ),
            min_size=1,
            max_size=3,
            unique_by=lambda passage: passage.anchor,
        ).map(tuple),
        date=st.none() | st.dates(date(2020, 1, 1), date(2020, 1, 5)),
        facets=st.fixed_dictionaries({Facet.YEAR: st.sampled_from([("2020",), ("2021",)])}),
    ),
    max_size=5,
    unique_by=lambda record: record.id,
)
LEAVES = (
    st.builds(Term, WORDS)
    | st.builds(Prefix, st.sampled_from(["p", "ca", "zz"]))
    | st.lists(WORDS, min_size=2, max_size=3).map(lambda words: Phrase(tuple(words)))
)
TREES: st.SearchStrategy[Node] = st.recursive(
    LEAVES | st.just(Everything()),
    lambda node: (
        st.lists(node, min_size=1, max_size=3).map(lambda parts: And(tuple(parts)))
        | st.lists(node, min_size=1, max_size=3).map(lambda parts: Or(tuple(parts)))
        | st.builds(Not, node)
    ),
    max_leaves=5,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(records=RECORDS, tree=TREES, years=st.sampled_from([(), ("2020",), ("2020", "2021")]))
def test_whoosh_finds_and_counts_what_the_reference_does(
    tmp_path_factory: pytest.TempPathFactory, records: list[DocumentRecord], tree: Node, years: tuple[str, ...]
) -> None:
    reference, whoosh = MemoryEngine(), WhooshEngine(tmp_path_factory.mktemp("engine"))
    query = Query(tree=tree, filters=(Filter(facet=Facet.YEAR, values=years),) if years else (), sort=Sort.OLDEST)
    for engine in (reference, whoosh):
        engine.write((), records)
    expected, got = reference.search(query), whoosh.search(query)
    whoosh.close()
    assert (got.total, got.counts, ids(got)) == (expected.total, expected.counts, ids(expected))
    assert all(count <= len(records) for values in got.counts.values() for count in values.values())


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    records=RECORDS,
    wanted=st.lists(LEAVES, max_size=3).map(tuple),
    years=st.sampled_from([(), ("2020",)]),
    limit=st.integers(1, 6),
)
def test_whoosh_finds_the_best_passages_as_the_reference_does(
    tmp_path_factory: pytest.TempPathFactory,
    records: list[DocumentRecord],
    wanted: tuple[Term | Prefix | Phrase, ...],
    years: tuple[str, ...],
    limit: int,
) -> None:
    reference, whoosh = MemoryEngine(), WhooshEngine(tmp_path_factory.mktemp("engine"))
    query = PassageQuery(leaves=wanted, filters=(Filter(facet=Facet.YEAR, values=years),) if years else (), limit=limit)
    for engine in (reference, whoosh):
        engine.write((), records)
    expected, got = reference.passages(query), whoosh.passages(query)
    whoosh.close()
    assert [one.score for one in got] == pytest.approx([one.score for one in expected])
    every = {(one.document, one.anchor, round(one.score, 6)) for one in reference.passages(replace(query, limit=99))}
    assert {(one.document, one.anchor, round(one.score, 6)) for one in got} <= every
