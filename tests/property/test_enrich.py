from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from indexer.enrich.enrich import enrich
from indexer.enrich.procedure import found_by, procedure
from indexer.model.document import Document
from indexer.settings import Settings
from indexer.text.words import stems
from indexer.vocabulary.load import load
from indexer.vocabulary.names import name_key
from tests.unit.enrich.papers import paper

VOCABULARY = load(Settings.from_environment({}).vocabulary)

_PHRASES = st.sampled_from([phrase.text for phrase in VOCABULARY.phrases])
_TEXTS = st.lists(_PHRASES | st.text(max_size=20) | st.sampled_from([". ", " | ", "&", "’s"]), max_size=8).map(" ".join)
_TABLES = st.integers(1, 3).flatmap(lambda width: st.lists(st.tuples(*[_TEXTS] * width), min_size=1, max_size=3))
_SECTIONS = st.dictionaries(_TEXTS, st.lists(_TEXTS | _TABLES.map(tuple), max_size=4), max_size=4)
_PAPERS = st.builds(paper, _TEXTS, _SECTIONS, committee=_TEXTS | st.none(), portfolio=_TEXTS | st.none())


@given(_PAPERS)
def test_topics_are_of_the_vocabulary_weigh_between_0_and_1_and_name_paragraphs_of_the_paper(
    document: Document,
) -> None:
    anchors = [passage.anchor for passage in document.passages()]
    matches = enrich(document, VOCABULARY).topics
    assert len({match.topic for match in matches}) == len(matches)
    for match in matches:
        assert VOCABULARY.topic(match.topic)
        assert 0 <= match.weight <= 1
        assert list(match.paragraphs) == [anchor for anchor in anchors if anchor in match.paragraphs]
    assert [match.weight for match in matches] == sorted((match.weight for match in matches), reverse=True)


@given(_PAPERS)
def test_enriching_twice_changes_nothing(document: Document) -> None:
    once = enrich(document, VOCABULARY)
    assert enrich(once, VOCABULARY) == once
    assert replace(once, topics=(), commitments=(), committee_id=None, portfolio_id=None) == document


@given(_PAPERS)
def test_a_topic_in_the_title_never_lowers_a_weight(document: Document) -> None:
    before = {match.topic: match.weight for match in enrich(document, VOCABULARY).topics}
    titled = replace(document, title=replace(document.title, value=f"{document.title.value} | neglect"))
    after = {match.topic: match.weight for match in enrich(titled, VOCABULARY).topics}
    assert after["neglect"] >= max(before.get("neglect", 0), 0.5)


@given(st.text())
def test_any_printed_name_has_a_label_and_an_id_that_names_it_again(printed: str) -> None:
    named = VOCABULARY.committee(printed)
    assert (named is None) == (not name_key(printed))
    if named:
        assert named.label.strip()
        assert VOCABULARY.committee(named.id) is not None


_STANDING = st.sampled_from(
    (
        "Apologies|Declarations of interest|Minutes|Public questions|Legal implications|no|none|were received from|"
        "legal,|Chair ....|Councillor A. Moss|RESOLVED – That|the press and public be excluded|. |: |, |’s|and|"
        "next meeting|3 May|£"
    ).split("|")
)
_LINES = st.lists(_STANDING | st.text(max_size=10), max_size=60).map(" ".join)


@given(_LINES, _LINES)
def test_whatever_a_paragraph_says_it_is_found_by_words_that_stand_in_it_or_is_no_procedure(
    text: str, heading: str
) -> None:
    words = found_by(text, heading)
    assert words is None or set(stems(words)) <= set(stems(text))


@given(_PAPERS)
def test_procedure_names_passages_of_the_paper(document: Document) -> None:
    assert procedure(document).keys() <= {passage.anchor for passage in document.passages()}
