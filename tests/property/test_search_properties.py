"""Laws of the query language, the snippets and the tokeniser for any text at all."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from indexer.index.engines.memory import MemoryEngine
from indexer.model.query import DocumentRecord, Exact, Near, PassageRecord, Query
from indexer.search.language import read_query
from indexer.search.snippets import found, marks, snippet
from indexer.text.words import Words, forms, stems, tokens

TYPED = st.text(max_size=400) | st.lists(
    st.sampled_from(["neglect", '"', "-", "OR", "plan", "(", ")", "*", ":", "the", "–", "“", "2025/26", "s.47"]),
    max_size=40,
).map(" ".join)
ENGINE = MemoryEngine()
ENGINE.write(
    (), [DocumentRecord(id="a", title=("plan",), passages=(PassageRecord(anchor="p", heading=(), text=("neglect",)),))]
)


@given(TYPED)
def test_any_string_is_a_legal_query(typed: str) -> None:
    reading = read_query(typed)
    assert reading.interpreted
    assert ENGINE.search(Query(tree=reading.tree)).total in {0, 1}


@given(st.text(), st.text(max_size=40))
def test_marks_lie_inside_the_text_in_order_and_apart(text: str, typed: str) -> None:
    spans = marks(text, read_query(typed).leaves)
    ends = [0, *(span.end for span in spans)]
    assert all(end <= span.start < span.end <= len(text) for end, span in zip(ends, spans, strict=False))


@given(st.text(min_size=200, max_size=2000), st.text(max_size=40))
def test_a_snippet_is_verbatim_and_says_whether_the_text_goes_on(text: str, typed: str) -> None:
    shown = snippet(text, found(Words.of(text), read_query(typed).leaves))
    assert shown.text in text
    assert shown.starts_inside or text.startswith(shown.text)
    assert shown.ends_inside or text.endswith(shown.text)
    assert all(0 <= mark.start < mark.end <= len(shown.text) for mark in shown.marks)


@given(st.text())
def test_every_token_is_a_stretch_of_the_text_and_has_a_stem(text: str) -> None:
    end = 0
    for token in tokens(text):
        assert end <= token.start < token.end <= len(text)
        assert token.stem
        assert " " not in token.stem
        end = token.end


@given(st.text(alphabet=st.characters(codec="ascii")), st.text(alphabet=st.characters(codec="ascii")))
def test_words_do_not_depend_on_what_stands_around_them(left: str, right: str) -> None:
    assert stems(f"{left} | {right}") == stems(left) + stems(right)


# Words that are stemmed and folded in every way, among any characters.
SUFFIXES = (
    "ability ibility ational ization ably ency ancy ied ies ing edly ingly fully ousness ogist ically icate y ying"
)
WORDLIKE = st.builds(
    str.__add__,
    st.text(alphabet="aeioublityzneds", min_size=1, max_size=9),
    st.sampled_from(["", "'s", "’s", *SUFFIXES.split()]),
)
TEXTS = (
    st.text()
    | st.text(alphabet="aB1.,'’_-E.H \u0301é९")
    | st.lists(
        WORDLIKE | st.sampled_from(["dying", "skies", "O'Neill", "1,250", "E.H.C.P.", "İl", "İİ"]), max_size=6
    ).map(" ".join)
)


@given(TEXTS, st.data())
def test_runs_of_words_are_found_as_by_looking_at_each_word(text: str, data: st.DataObject) -> None:
    expected = list(tokens(text))
    words = Words.unpacked(text, Words.of(text).packed())
    assert list(words.starts) == [token.start for token in expected]
    assert [words.end(number) for number in range(len(expected))] == [token.end for token in expected]
    if expected:
        first = data.draw(st.integers(0, len(expected) - 1))
        run = [token.stem for token in expected[first : data.draw(st.integers(first + 1, len(expected)))]]
        places = [n for n in range(len(expected)) if [token.stem for token in expected[n : n + len(run)]] == run]
        assert list(words.numbers(f" {' '.join(run)} ")) == places
        beginning = run[0][: data.draw(st.integers(1, len(run[0])))]
        places = [number for number, token in enumerate(expected) if token.stem.startswith(beginning)]
        assert list(words.numbers(f" {beginning}")) == places


@given(TEXTS, st.data())
def test_words_of_a_text_are_marked_in_it_as_they_are_written(text: str, data: st.DataObject) -> None:
    written = forms(text)
    if written:
        first = data.draw(st.integers(0, len(written) - 1))
        exact = Exact(written[first : first + data.draw(st.integers(1, 3))])
        places = found(Words.of(text), [exact])
        assert places
        assert all(forms(text[place.start : place.end]) == exact.words for place in places)


FEW = st.sampled_from(["plan", "care", "harm", "cheap"])


@given(st.lists(FEW, max_size=12).map(tuple), st.lists(FEW, min_size=2, max_size=3).map(tuple), st.integers(1, 5))
def test_words_near_each_other_are_marked_wherever_they_are_found(
    text: tuple[str, ...], words: tuple[str, ...], distance: int
) -> None:
    engine, near = MemoryEngine(), Near(words, distance)
    passage = PassageRecord(anchor="p", heading=(), text=text)
    engine.write((), [DocumentRecord(id="a", title=(), passages=(passage,))])
    assert bool(engine.search(Query(tree=near)).total) == bool(marks(" ".join(text), [near]))
