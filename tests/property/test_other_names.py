"""Laws of searching under other names, for any query and any papers."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from indexer.model.query import Facet, Matches, Query
from indexer.model.search import SearchRequest
from indexer.model.versions import Version
from indexer.search.expand import Names, expansions, questions
from indexer.search.language import read_query
from indexer.search.relax import easier
from indexer.search.rewrite import rewritten
from indexer.search.search import Outline, search
from indexer.search.sentences.understood import Understood
from indexer.settings import Settings
from indexer.vocabulary.load import load_thesaurus
from indexer.vocabulary.synonyms import Abbreviation, Relation, Synonym
from indexer.vocabulary.thesaurus import Thesaurus
from tests.unit.search.lexicons import engine_of, lexicon_of


def same(group: str, *names: str) -> list[Synonym]:
    return [
        Synonym(group=group, words=words, relation=Relation.SAME, first=None, last=None, source="x") for words in names
    ]


def short(letters: str, meaning: str, *, capitals: bool = False) -> Abbreviation:
    return Abbreviation(letters=letters, meaning=meaning, capitals=capitals, source="x")


THESAURUS = Thesaurus(
    synonyms=(*same("care", "children in care", "looked after children"), *same("plan", "care plan", "scheme")),
    abbreviations=(
        short("LAC", "looked after children"),
        short("PA", "plan", capitals=True),
        short("CP", "care plan", capitals=True),
        short("CP", "child plan", capitals=True),
    ),
)
NAMES = Names(THESAURUS)
SHIPPED = Names(load_thesaurus(Settings.from_environment({}).vocabulary), lexicon_of("Children in care, and neglect."))
WORDS = "children in care looked after LAC plan PA CP scheme the".split()
QUERIES = st.lists(
    st.sampled_from([*WORDS, *WORDS, "OR", "-", "(", ")", '"', "title:", "NEAR", "*", "NOT"]), max_size=10
).map(" ".join)
TYPED = QUERIES | st.text(max_size=80)
PAPERS = st.lists(st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join), min_size=1, max_size=5)


@given(QUERIES, PAPERS)
def test_other_names_never_lose_a_paper_that_the_words_alone_find(typed: str, papers: list[str]) -> None:
    engine = engine_of(*papers)
    alone, more = read_query(typed).tree, read_query(typed, NAMES).tree
    assert _found(engine.search(Query(tree=alone))) <= _found(engine.search(Query(tree=more)))


@given(QUERIES, PAPERS)
def test_names_that_no_paper_has_change_nothing_of_what_is_found(typed: str, papers: list[str]) -> None:
    engine, lexicon = engine_of(*papers), lexicon_of(*papers)
    every, those_there = read_query(typed, NAMES).tree, read_query(typed, Names(THESAURUS, lexicon)).tree
    found, expected = engine.search(Query(tree=those_there)), engine.search(Query(tree=every))
    # Where papers name only one meaning of an abbreviation, more is found.
    assert _found(expected) <= _found(found)


class NoPapers:
    """An index without papers, which keeps what it was asked."""

    def __init__(self) -> None:
        self.asked: list[Query] = []

    def ask(self, query: Query) -> Matches:
        self.asked.append(query)
        return Matches(total=0, hits=(), counts={facet: {} for facet in Facet})

    def outline(self, document: str) -> Outline:
        raise AssertionError(document)

    def versions(self, document: str) -> tuple[Version, ...]:
        raise AssertionError(document)

    def label(self, facet: Facet, value: str) -> str:
        raise AssertionError(facet, value)

    def names(self, facet: Facet, value: str) -> tuple[str, ...]:
        raise AssertionError(facet, value)


@given(TYPED)
def test_with_these_words_only_nothing_is_added(typed: str) -> None:
    papers = NoPapers()
    results = search(Understood.as_typed(SearchRequest(query=typed, literal=True)), papers, NAMES, None)
    assert [query.tree for query in papers.asked] == [read_query(typed).tree]
    assert (results.expansions, results.questions) == ((), ())


@given(TYPED)
def test_a_query_without_a_name_is_read_as_it_always_was(typed: str) -> None:
    reading = read_query(typed, NAMES)
    if not expansions(reading.syntax):
        assert reading == read_query(typed)


@given(TYPED)
def test_no_text_is_too_much_for_names_corrections_questions_and_easier_queries(typed: str) -> None:
    reading = read_query(typed, SHIPPED)
    for question in questions(typed, reading.syntax, SHIPPED):
        assert len(question.meanings) > 1
    for word in typed.split():
        right = SHIPPED.correction(word)
        assert right is None or rewritten(word, {word: right}) != word
    for queries in easier(reading.syntax):
        for one in queries:
            assert read_query(one.query, SHIPPED).syntax is not None


def _found(matches: Matches) -> set[str]:
    return {hit.document for hit in matches.hits}
