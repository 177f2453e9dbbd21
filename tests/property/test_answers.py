"""What holds of answers whatever is asked and whatever papers say?"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.answer.answer import SHOWN
from indexer.answer.candidates import Considered, Sought
from indexer.answer.detectors import LONGEST, detected
from indexer.answer.gates import may_answer
from indexer.answer.marking import quoted
from indexer.answer.question import is_question, read_question
from indexer.answer.retrieve import meant, sought
from indexer.answer.wants import PaperFact, counted_thing
from indexer.catalogue import Catalogue
from indexer.model.answer import AnswerKind, Quotation
from indexer.model.document import ListItem, Paragraph
from indexer.model.query import Facet, Filter
from indexer.model.search import SearchRequest, Span
from tests.unit.answer.papers import Shelf, everything, listed, marked, paper, rows

ASKED = (
    "who|what|when|where|why|how many|how much|is|did|which committee|the latest|now|called|percentage of|"
    "neglect|plan|plans|strategy|report|GCP2|LAC|kids|children in care|2019|May 2021|September|first|last|Ofsted|"
    "Councillor|wrote|considered|chairs|12|41%|£40|?|’s|'s|n't|(|)|“|”|—|;|*|\\|…|\u0301|İ|\x00|\n| | "
).split("|")
QUESTIONS = st.text(max_size=400) | st.lists(st.sampled_from(ASKED), max_size=30).map(" ".join)
SAID = (
    "The hub~Neglect~neglect plans~GCP2~(GCP2)~is~are~was~means~a tool~the plan~12~41~41%~£40,000~per cent~in June~"
    "2019~on 4 May 2021~Councillor Jo Marsh~Head of Play~asked whether~to be confirmed~because~in Mill Lane~Good~"
    "of all~and~or~children~|~:~;~,~.~?~“~”~ ~(~)~\u0301~é~١~01632 960123~a@b.c"
).split("~")
TEXTS = st.lists(st.sampled_from(SAID), max_size=30).map(" ".join) | st.text(max_size=300)
EVERY_KIND = (
    ("When did the neglect plan begin in May 2021?", AnswerKind.DATE),
    ("How long did the neglect plan take?", AnswerKind.PERIOD),
    ("Who leads on neglect for children?", AnswerKind.PERSON),
    ("What is the neglect lead's job?", AnswerKind.ROLE),
    ("Which organisation helps children in the borough?", AnswerKind.ORGANISATION),
    ("How many children had plans in 2019?", AnswerKind.NUMBER),
    ("How much did children's services cost?", AnswerKind.MONEY),
    ("What percentage of plans are for neglect?", AnswerKind.PERCENTAGE),
    ("Where are children placed by the service?", AnswerKind.PLACE),
    ("What grade did care leavers get?", AnswerKind.GRADE),
    ("What is the name of the children's plan?", AnswerKind.NAME),
    ("Why were the plans for children late?", AnswerKind.REASON),
    ("What are the three priorities for children?", AnswerKind.LIST),
    ("What is a child protection plan?", AnswerKind.DEFINITION),
    ("phone number for children and families", AnswerKind.CONTACT),
    ("Is the plan for children agreed by the committee?", AnswerKind.YES_NO),
    ("latest position on help for children and young people", AnswerKind.OTHER),
)


def lies_within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start < inner.end <= outer.end


def holds(one: Quotation) -> bool:
    """Whether a quotation is a cut of its passage, its words a cut of that, and its lead-in stands before it."""
    whole = Span(start=0, end=len(one.passage.text))
    return (
        lies_within(one.quote, whole)
        and lies_within(one.words, one.quote)
        and one.answering in one.quoted
        and one.quoted in one.passage.text
        and (one.lead_in is None or (lies_within(one.lead_in, whole) and one.lead_in.end <= one.quote.start))
    )


SHELF = Shelf(
    [
        paper("neglect", ["Neglect is the failure to meet needs. 41% of plans are for neglect, 12 of them old."]),
        paper(
            "rows", [rows(("Plan", "2019", "May 2021"), ("LAC", "12", "41%"), ("", "", ""), ("a | b", "£40", "Good"))]
        ),
        paper("list", [listed("The strategy has:", "a plan;", "a report, which Ofsted considered;", "41 kids.")]),
        paper("empty", [], title="Neglect strategy", heading="Neglect"),
    ]
)
NAMES = SHELF.names([("children in care", "looked after children")], {"LAC": "looked after children"})


@settings(deadline=None)
@given(QUESTIONS)
def test_any_text_may_be_asked_and_what_is_quoted_stands_in_the_paper(typed: str) -> None:
    found = SHELF.ask(typed, names=NAMES)
    assert all(holds(one) and 0 <= one.confidence <= 1 for one in (*found.answers, *found.nearest))
    assert len(found.answers) <= SHOWN
    assert len({one.document.id for one in found.answers}) == len(found.answers)
    assert bool(found.answers) is (found.reason is None)
    assert not (found.answers and found.nearest)


@settings(deadline=None, max_examples=150)
@given(QUESTIONS, st.sampled_from([(), (Filter(facet=Facet.YEAR, values=("2023",)),)]))
def test_any_text_may_be_asked_of_the_sample(sample: Catalogue, typed: str, filters: tuple[Filter, ...]) -> None:
    found = sample.ask(SearchRequest(query=typed, filters=filters))
    assert all(holds(one) for one in (*found.answers, *found.nearest))
    works = [sample.work(one.document.id) for one in found.answers]
    assert len(set(works)) == len(works) <= SHOWN
    assert not filters or {one.document.year.value for one in found.answers if one.document.year} <= {2023}


@given(QUESTIONS)
def test_the_words_of_a_question_are_words_of_it_each_once(typed: str) -> None:
    question = read_question(typed)
    assert all(word.typed in typed and word.stem for word in question.words)
    assert len(set(question.stems)) == len(question.stems)
    assert (question.kind is AnswerKind.FRONT) is (question.about in set(PaperFact))
    assert all(counted_thing(typed)) or not counted_thing(typed)
    assert is_question(typed) in {True, False}


@settings(deadline=None)
@given(QUESTIONS, TEXTS.filter(str.strip), st.data())
def test_whatever_a_paper_says_is_quoted_as_it_stands(typed: str, text: str, data: st.DataObject) -> None:
    """A paragraph with any items, and a row of a table with any heads."""
    single = " ".join(text.split())
    place = st.integers(0, len(single))
    drawn = data.draw(st.lists(st.tuples(place, place, st.integers(0, 2)), max_size=4))
    items = (ListItem(label="•", level=level, start=min(a, b), end=max(a, b)) for a, b, level in drawn)
    cells = single.split(" | ")
    heads = data.draw(st.lists(st.sampled_from(["", "2019", "Grade", "Owner of plans"]), max_size=len(cells)))
    blocks = (
        Paragraph(anchor="p-1", text=single, items=tuple(sorted(items, key=lambda item: item.start))),
        rows((heads + [""] * len(cells))[: len(cells)] if heads else (), cells),
    )
    shelf = Shelf([paper("one", blocks, heading="Plans")])
    _, wanted = shelf.meant(typed)
    assert_quoted_as_it_stands(wanted, everything(shelf.papers, ["one"]))


def assert_quoted_as_it_stands(wanted: Sought, passages: Iterable[Considered]) -> int:
    """Of every candidate the quote lies in its passage, and in the quote lie the words; how many there are."""
    number = 0
    for one in passages:
        whole = Span(start=0, end=len(one.passage.text))
        for candidate in one.candidates:
            number += 1
            quote, words = quoted(wanted, one, candidate)
            lead_in = candidate.quotable.lead_in
            assert lies_within(quote, whole)
            assert lies_within(words, quote)
            assert lead_in is None or (lies_within(lead_in, whole) and lead_in.end <= quote.start)
            may_answer(wanted, one, candidate, one.passage.text[quote.start : quote.end])
    return number


@pytest.mark.parametrize(("question", "kind"), EVERY_KIND)
def test_of_everything_in_the_sample_every_candidate_is_quoted_as_it_stands(
    sample: Catalogue, question: str, kind: AnswerKind
) -> None:
    papers, names = sample.questioned()
    wanted = sought(meant(read_question(question), names), papers)
    assert wanted.question.kind is kind
    assert assert_quoted_as_it_stands(wanted, everything(papers, sample.documents())) > 2000


@settings(deadline=None)
@given(TEXTS, st.sampled_from(AnswerKind))
def test_things_are_found_inside_the_text_in_order_and_apart(text: str, kind: AnswerKind) -> None:
    spans = detected(kind, text)
    assert all(lies_within(span, Span(start=0, end=min(len(text), LONGEST))) for span in spans)
    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert all(text[span.start : span.end].strip() for span in spans)


UNITS = st.lists(st.sampled_from(SAID) | st.text(min_size=1, max_size=4), min_size=1, max_size=4).map(" ".join)


@settings(deadline=None, max_examples=60)
@given(UNITS, st.sampled_from(["", " "]))
def test_a_text_that_repeats_itself_without_end_is_looked_through_to_an_end(unit: str, joint: str) -> None:
    text = (f"{unit}{joint}" * 20_000)[:20_000]
    for kind in AnswerKind:
        detected(kind, text)
    read_question(text)
    is_question(text)


@settings(deadline=None, max_examples=25)
@given(UNITS, st.sampled_from([question for question, _ in EVERY_KIND]))
def test_a_paragraph_that_repeats_itself_without_end_is_marked_to_an_end(unit: str, question: str) -> None:
    text = " ".join((f"{unit} plans " * 20_000)[:20_000].split())
    assert all(one.words for one in marked(question, text))
