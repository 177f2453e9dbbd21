from __future__ import annotations

from time import process_time

from indexer.model.query import Exact, Leaf, Near, Phrase, Prefix, Term, Titled, Weighted
from indexer.search.snippets import LENGTH, found, marks, snippet
from indexer.text.words import Words, stems


def cut(text: str, *leaves: Leaf) -> list[str]:
    return [text[span.start : span.end] for span in marks(text, leaves)]


def test_every_form_of_a_word_is_marked() -> None:
    text = "Neglected children: neglect’s cost, and neglecting none."
    assert cut(text, Term("neglect")) == ["Neglected", "neglect’s", "neglecting"]


def test_every_word_that_begins_like_a_prefix_is_marked() -> None:
    assert cut("Chronology, chronologies and chronic delay.", Prefix("chronolog")) == ["Chronology", "chronologies"]


def test_a_phrase_is_marked_as_one_and_wins_over_its_words() -> None:
    text = "Children in care and children elsewhere."
    assert cut(text, Term("children"), Phrase(("children", "in", "care"))) == ["Children in care", "children"]


def test_a_short_passage_is_shown_whole() -> None:
    shown = snippet("Neglect is a priority.", found(Words.of("Neglect is a priority."), [Term("neglect")]))
    assert (shown.text, shown.starts_inside, shown.ends_inside) == ("Neglect is a priority.", False, False)


def test_a_long_passage_is_cut_at_words_around_the_most_different_matches() -> None:
    text = "neglect " + "filler words go on " * 40 + "where neglect and chronologies meet at last " + "and more " * 60
    shown = snippet(text, found(Words.of(text), [Term("neglect"), Term("chronolog")]))
    assert "neglect and chronologies" in shown.text
    assert len(shown.text) <= LENGTH
    assert shown.starts_inside
    assert shown.ends_inside
    assert f" {shown.text} " in text
    assert [shown.text[m.start : m.end] for m in shown.marks] == ["neglect", "chronologies"]


def test_without_a_match_the_beginning_is_shown() -> None:
    shown = snippet("word " * 100, found(Words.of("word " * 100), [Term("neglect")]))
    assert not shown.starts_inside
    assert shown.marks == ()


def test_exact_words_are_marked_only_as_they_are_written() -> None:
    text = "Pathway plans; a pathway plan; PATHWAY PLANS. James’s plan and a pathway to plans."
    assert cut(text, Exact(("pathway", "plans"))) == ["Pathway plans", "PATHWAY PLANS"]
    assert cut(text, Exact(("plan",))) == ["plan", "plan"]
    assert cut(text, Exact(("jamess",))) == ["James’s"]


def test_words_are_marked_where_they_stand_near_each_other() -> None:
    text = "A plan was made. Nobody else had a say. Safety comes first in every plan, and safety is not cheap at all."
    assert cut(text, Near(("safeti", "plan"), 5)) == ["Safety", "plan", "safety"]
    assert cut(text, Near(("plan", "safeti", "cheap"), 4)) == ["plan", "safety", "cheap"]
    assert cut(text, Near(("safeti", "plan", "cheap"), 4)) == []


def test_a_word_near_itself_is_marked_where_it_stands_twice() -> None:
    assert cut("Plan after plan. There is nothing else at all in it but a plan.", Near(("plan", "plan"), 2)) == [
        "Plan",
        "plan",
    ]


def test_words_near_each_other_are_marked_in_no_time_in_a_paper_that_is_one_paragraph() -> None:
    text = "plan " * 10_000 + "safety " * 10_000
    started = process_time()
    assert cut(text, Near(("plan", "safeti"), 2)) == ["plan", "plan", "safety", "safety"]
    assert process_time() - started < 5  # seconds; a comparison of every place with every other takes twenty


def test_what_is_looked_for_in_titles_is_not_marked_in_passages() -> None:
    assert cut("Neglect in a plan.", Titled(Term("neglect")), Term("plan")) == ["plan"]


def test_another_name_is_marked_like_a_word_typed() -> None:
    assert cut("Children in care.", Weighted(Phrase(("children", "in", "care")), 0.5)) == ["Children in care"]


def test_a_phrase_longer_than_the_cut_is_no_obstacle() -> None:
    long = ("incomprehensibilities",) * 20
    text = f"neglect {' '.join(long)} neglect and then a plan about it {'on and on ' * 40}"
    leaves: list[Leaf] = [Term("neglect"), Term("plan"), Phrase(stems(" ".join(long)))]
    assert "neglect and then a plan" in snippet(text, found(Words.of(text), leaves)).text
