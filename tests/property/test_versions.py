"""Laws of versions and of what changed, for whatever papers there are."""

from __future__ import annotations

from collections import Counter
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from indexer.model.document import Document
from indexer.model.versions import Change, ChangeKind
from indexer.versions.changes import compare
from indexer.versions.sketch import sketch
from indexer.versions.works import find_works
from tests.unit.versions.papers import paper, revised, sentences

# Few words and few paragraphs, so that they are often the same, moved, or nearly the same.
WORDS = st.lists(
    st.sampled_from("plan child “care” costs £1.7m 2025/26 – is, (b) not".split()), min_size=1, max_size=12
)
PARAGRAPHS = st.lists(WORDS.map(" ".join) | st.sampled_from(sentences("pool", 5)) | st.text(max_size=20), max_size=9)
PAPERS = PARAGRAPHS.map(lambda text: paper("b", text))
OTHERS = st.builds(lambda text, name: paper(name, text), PARAGRAPHS, st.sampled_from("ac"))
TURNED = {ChangeKind.ADDED: ChangeKind.REMOVED, ChangeKind.REMOVED: ChangeKind.ADDED}


@given(PAPERS)
def test_a_paper_compared_with_itself_has_no_changes(document: Document) -> None:
    assert set(compare(document, document).counts) <= {ChangeKind.SAME}


@given(PAPERS, OTHERS, st.booleans())
def test_the_other_way_round_added_is_removed_and_the_rest_stays(one: Document, other: Document, partly: bool) -> None:  # noqa: FBT001
    there, back = compare(one, other, partly=partly), compare(other, one, partly=partly)
    turned = Counter((TURNED.get(change.kind, change.kind), change.new, change.old) for change in back.changes)
    assert Counter((change.kind, change.old, change.new) for change in there.changes) == turned
    assert there.counts == {TURNED.get(kind, kind): count for kind, count in back.counts.items()}


@given(PAPERS, OTHERS)
def test_every_passage_is_told_of_once(old: Document, new: Document) -> None:
    changes = compare(old, new).changes
    for document, told in ((old, [c.old for c in changes if c.old]), (new, [c.new for c in changes if c.new])):
        anchors = Counter(passage.anchor for passage in told)
        assert all(anchors[passage.anchor] == 1 for passage in document.passages())
    kept = [change.new.anchor for change in changes if change.new]
    assert kept == ["section-1", *(passage.anchor for passage in new.passages())]


@given(PAPERS, OTHERS)
def test_edits_lie_apart_inside_both_texts_and_what_is_between_them_is_the_same(old: Document, new: Document) -> None:
    for change in compare(old, new).changes:
        if change.kind is ChangeKind.CHANGED:
            _check(change)


def _check(change: Change) -> None:
    assert change.old
    assert change.new
    at_old = at_new = 0
    ends = ((len(change.old.text),) * 2, (len(change.new.text),) * 2)
    spans = [((edit.old_start, edit.old_end), (edit.new_start, edit.new_end)) for edit in change.edits]
    for (old_start, old_end), (new_start, new_end) in (*spans, ends):
        assert at_old <= old_start <= old_end <= len(change.old.text)
        assert at_new <= new_start <= new_end <= len(change.new.text)
        assert _folded(change.old.text[at_old:old_start]) == _folded(change.new.text[at_new:new_start])
        at_old, at_new = old_end, new_end


def _folded(text: str) -> str:
    """Without white space and with one sort of quotation mark and dash."""
    return "".join(text.split()).translate(str.maketrans("’‘“”–—‑−", "''\"\"----"))


FAMILIES = st.lists(
    st.tuples(st.integers(0, 2), st.sampled_from([0.0, 0.1, 0.25]), st.integers(0, 99)), min_size=1, max_size=8
)


@given(FAMILIES, st.randoms(use_true_random=False))
def test_works_do_not_depend_on_the_order_in_which_papers_come(
    families: list[tuple[int, float, int]], random: Random
) -> None:
    papers = [
        paper(f"paper-{place}", revised(sentences(family, 20), share, seed))
        for place, (family, share, seed) in enumerate(families)
    ]
    sketches = [(document.id, sketch(document)) for document in papers]
    found = find_works(dict(sketches))
    random.shuffle(sketches)
    assert find_works(dict(sketches)) == found
    assert all(found.works[work] == work for work in found.works.values())
