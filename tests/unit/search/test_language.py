from __future__ import annotations

import pytest

from indexer.model.query import And, Everything, Node, Not, Or, Phrase, Term
from indexer.search.language import LONGEST_QUERY, MOST_WORDS, read_query


@pytest.mark.parametrize(
    ("typed", "tree", "told"),
    [
        ("neglect", Term("neglect"), "papers with neglect"),
        (
            "neglect strategy -adult",
            And((Term("neglect"), Term("strategi"), Not(Term("adult")))),
            "papers with all of: neglect, strategy; not: adult",
        ),
        ('"pathway plans"', Phrase(("pathway", "plan")), 'papers with "pathway plans"'),
        ("“pathway plans”", Phrase(("pathway", "plan")), 'papers with "pathway plans"'),
        ('"an unclosed phrase', Phrase(("an", "unclos", "phrase")), 'papers with "an unclosed phrase"'),
        ("fostering OR adoption", Or((Term("foster"), Term("adopt"))), "papers with fostering or adoption"),
        (
            "a1 OR b2 OR c3 d4",
            And((Or((Term("a1"), Term("b2"), Term("c3"))), Term("d4"))),
            "papers with all of: a1 or b2 or c3, d4",
        ),
        ("co-location", Phrase(("co", "locat")), "papers with co-location"),
        ("2025/26", Phrase(("2025", "26")), "papers with 2025/26"),
        ("children's", Term("children"), "papers with children's"),
        ("children’s", Term("children"), "papers with children’s"),
        ('-"adult care"', Not(Phrase(("adult", "care"))), 'all papers; not: "adult care"'),
        (
            "the neglect of children",
            And((Term("neglect"), Term("children"))),
            "papers with all of: neglect, children; passed over: the, of",
        ),
        ("care NOT leavers", And((Term("care"), Not(Term("leaver")))), "papers with care; not: leavers"),
        ("(neglect), neglect?", And((Term("neglect"), Term("neglect"))), "papers with neglect"),
        ('"of"', Term("of"), 'papers with "of"'),
        ("the", Term("the"), "papers with the"),
        ("", Everything(), "all papers"),
        (" ?! - “ ”", Everything(), "all papers"),
        ("neglect OR", Term("neglect"), "papers with neglect"),
        ("OR neglect", Term("neglect"), "papers with neglect"),
        ("neglect OR -adult", And((Term("neglect"), Not(Term("adult")))), "papers with neglect; not: adult"),
    ],
)
def test_a_query_is_read_as_a_person_means_it(typed: str, tree: Node, told: str) -> None:
    reading = read_query(typed)
    assert (reading.tree, reading.interpreted) == (tree, told)


def test_words_that_are_not_wanted_are_not_marked() -> None:
    assert read_query("neglect -adult").leaves == (Term("neglect"),)


def test_a_query_that_is_too_long_is_cut_and_says_so() -> None:
    reading = read_query("neglect " * 60)
    assert str(LONGEST_QUERY) in reading.notices[0]
    many = read_query(" ".join(f"w{n}" for n in range(MOST_WORDS + 5)))
    assert str(MOST_WORDS) in many.notices[0]
    assert len(many.leaves) == MOST_WORDS


def test_a_cut_falls_between_words_and_blanks_do_not_count() -> None:
    assert read_query(" " * 400).notices == ()
    assert read_query(f"{'x' * (LONGEST_QUERY - 2)} a").notices == ()
    assert read_query(f"{'x' * 200} {'y' * 99} z").interpreted.endswith("y")
    assert read_query("x" * 400).leaves == read_query("x" * LONGEST_QUERY).leaves
