from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from indexer.model.document import ListItem, Passage
from indexer.text.quotables import quotables
from indexer.text.sentences import sentences

TEXTS = st.lists(st.sampled_from([*"aZ9.?!:;,()“”\"'•|£ \u00a0é", "No.", "Cllr ", "We will: ", "e.g. "]), max_size=60)


@given(TEXTS.map("".join))
def test_sentences_hold_every_sign_once_and_begin_and_end_with_one(text: str) -> None:
    spans = sentences(text)
    kept = "".join(text[span.start : span.end] for span in spans)
    assert "".join(kept.split()) == "".join(text.split())
    assert all(before.end <= after.start for before, after in itertools.pairwise(spans))
    assert all(text[span.start : span.end] == text[span.start : span.end].strip() != "" for span in spans)


@given(st.data(), TEXTS.map("".join))
def test_what_can_be_quoted_lies_in_the_passage_in_order_whatever_the_items(data: st.DataObject, text: str) -> None:
    place = st.integers(0, len(text))
    drawn = data.draw(st.lists(st.tuples(place, place, st.integers(0, 3)), max_size=5))
    items = tuple(
        ListItem(label="•", level=level, start=min(first, last), end=max(first, last)) for first, last, level in drawn
    )
    found = quotables(Passage(anchor="p-1", text=text, heading="", items=items))
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(before.end <= after.start for before, after in itertools.pairwise(found))
    assert all(one.lead_in is None or one.lead_in.end <= one.start for one in found)
