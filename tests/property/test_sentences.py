"""Laws of reading sentences, for any text at all and for anything like a sentence."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from indexer.model.query import Facet, Filter
from indexer.model.search import Bound, SearchRequest
from indexer.search.sentences.read import SentenceReading, read_sentence
from indexer.search.sentences.understood import understood
from tests.unit.search.test_sentences import NAMES

SAID = """
what did|what has|said|say about|on|since 2022|in 2023|before March 2024|between 2019 and|2021|last year
in the last two months|this municipal year|cabinet|the scrutiny committee|full council|the council|the|cabinet's
portfolio holder for education|minutes|papers|that went to|reports|latest|recently|now|fostering|and neglect
how many|show me|is there anything about|2023/24|31 February 2024|march|well-being
"since 2022"|-cabinet|title:scrutiny|OR|NOT|(|)|“minutes|§|@a|#b cabinet|~|0|?|–
"""
SENTENCES = st.lists(st.sampled_from(SAID.replace("\n", "|").strip("|").split("|")), max_size=12).map(" ".join)
TEXTS = st.text(max_size=320) | SENTENCES
DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))
CLOSING = "?!.,;:"


@given(TEXTS, DAYS)
def test_what_is_left_of_a_sentence_is_some_of_its_words_in_order(text: str, today: date) -> None:
    words = iter([word.rstrip(CLOSING) for word in text.split()])
    assert all(left.rstrip(CLOSING) in words for left in read_sentence(text, NAMES, today).words.split())


@given(TEXTS, DAYS)
def test_what_is_left_of_a_sentence_asks_for_nothing_more(text: str, today: date) -> None:
    words = read_sentence(text, NAMES, today).words
    assert read_sentence(words, NAMES, today) == SentenceReading(words)


@given(TEXTS, DAYS)
def test_every_filter_names_words_of_the_sentence_and_a_value_that_can_be_asked_for(text: str, today: date) -> None:
    reading = read_sentence(text, NAMES, today)
    typed = " ".join(text.split())
    for found in reading.filters:
        assert found.words
        assert found.words in typed
        if isinstance(found.part, Bound):
            assert date.fromisoformat(found.value).isoformat() == found.value
    bounds = {found.part: found.value for found in reading.filters}
    assert bounds.get(Bound.FROM, "") <= bounds.get(Bound.TO, "9999")


@given(SENTENCES)
def test_what_is_quoted_is_never_read(text: str) -> None:
    quoted = '"' + text.replace('"', "").replace("“", "") + '"'
    assert read_sentence(quoted, NAMES, date(2026, 11, 22)) == SentenceReading(quoted)


CHOSEN = (
    st.lists(
        st.sampled_from(
            [
                Filter(facet=Facet.COMMITTEE, values=("audit",)),
                Filter(facet=Facet.TOPIC, values=("budget",)),
                Filter(facet=Facet.TYPE, values=("strategy",)),
                Filter(facet=Facet.YEAR, values=("2011",)),
            ]
        ),
        unique=True,
    )
).map(tuple)


@given(SENTENCES, CHOSEN, st.none() | DAYS)
def test_a_filter_that_is_chosen_counts_more_than_the_sentence(
    text: str, chosen: tuple[Filter, ...], first: date | None
) -> None:
    request = SearchRequest(query=text, filters=chosen, date_from=first)
    meant = understood(request, NAMES, date(2026, 11, 22), lambda _, value: value)
    for one in chosen:
        assert meant.run.selected(one.facet) == one.values
    if first or request.selected(Facet.YEAR):
        assert (meant.run.date_from, meant.run.date_to) == (first, None)
        assert not meant.run.selected(Facet.MUNICIPAL_YEAR)


@given(SENTENCES)
def test_a_search_spelt_out_is_the_same_search(text: str) -> None:
    today = date(2026, 11, 22)
    meant = understood(SearchRequest(query=text), NAMES, today, lambda _, value: value)
    again = understood(meant.spelt_out, NAMES, today, lambda _, value: value)
    assert again.run == meant.run
    assert again.read == ()
