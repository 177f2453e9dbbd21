"""What must hold of the commitments of any paper, whatever it says?"""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from indexer.enrich.commitments.find import find_commitments
from indexer.enrich.commitments.weights import ENOUGH
from indexer.index.store import dumps, loads
from indexer.model.commitment import DuePrecision
from indexer.model.document import Document, Kind
from tests.unit.enrich.commitments.told import DAY
from tests.unit.enrich.papers import paper

_WORDS = st.sampled_from(
    (
        "RESOLVED|– That|RESOLVED:|(1)|(a)|AGREED|ACTION –|Recommended:|That|To note|be noted|be published|and|which|"
        "if|not|The Head of Play|officers|Councillor Moss|Ofsted|the police|She|It|I|We|would|will|is to|are to|was to|"
        "to be|undertook to|agreed that|is scheduled for|is due to|goes to|by March 2026|in six months|"
        'at the next meeting|in May 2021|“|”|"|?|;|:|. |, |We will:|over the next 12 months|with Mill Homes|'
        "be delegated to|15%|be brought below|who|said that|has|14 October|—"
    ).split("|")
)
_TEXTS = st.lists(_WORDS | st.text(max_size=8), max_size=25).map(" ".join)
_HEADS = st.sampled_from(("Action", "Owner", "By when", "Status", "Indicator", "2024", "Becomes", ""))
_TABLES = st.integers(1, 4).flatmap(
    lambda width: st.tuples(st.tuples(*[_HEADS] * width), *[st.tuples(*[_TEXTS] * width)] * 2)
)
_HEADINGS = (
    st.sampled_from(("", "Recommendations", "Decision", "Next steps", "My next twelve months", "Apologies")) | _TEXTS
)
_PAPERS = st.builds(
    paper,
    _TEXTS,
    st.dictionaries(_HEADINGS, st.lists(_TEXTS | _TABLES, max_size=5), max_size=3),
    kind=st.sampled_from(Kind),
    day=st.none() | st.just(DAY),
)


@given(_PAPERS)
def test_each_is_a_cut_of_its_paragraph_and_its_action_a_cut_of_it(document: Document) -> None:
    texts = {passage.anchor: passage.text for passage in document.passages()}
    for one in find_commitments(document):
        assert one.quote == texts[one.anchor][one.start : one.end] != ""
        assert one.action in one.quote
        assert one.action.strip() == one.action != ""


@given(_PAPERS)
def test_each_has_days_in_order_or_none_and_an_owner_where_one_is_stated(document: Document) -> None:
    for one in find_commitments(document):
        due = one.due
        assert due is None or (due.first is None) == (due.last is None) == (due.precision is DuePrecision.UNKNOWN)
        assert due is None or due.first is None or due.last is None or due.first <= due.last
        assert due is None or due.text in f"{one.lead_in or ''} {one.quote}"
        assert one.owner or not one.owner_stated
        assert ENOUGH <= one.score <= 1


@given(_PAPERS)
def test_they_come_in_reading_order_with_an_id_each_and_the_same_again(document: Document) -> None:
    found = find_commitments(document)
    anchors = [passage.anchor for passage in document.passages()]
    places = [(anchors.index(one.anchor), one.start) for one in found]
    assert places == sorted(set(places))
    assert len({one.id for one in found}) == len(found)
    assert find_commitments(document) == found


@given(_PAPERS)
def test_a_paper_with_its_commitments_survives_the_store(document: Document) -> None:
    enriched = replace(document, commitments=find_commitments(document))
    assert loads(dumps(enriched).encode(), Document) == enriched


@given(st.text(max_size=3000), st.sampled_from(Kind))
def test_arbitrary_text_never_fails(text: str, kind: Kind) -> None:
    find_commitments(paper(text, {text[:50]: [text]}, kind=kind, day=DAY))
