from __future__ import annotations

import pytest

from indexer.model.query import And, Everything, Exact, Near, Node, Not, Or, Phrase, Prefix, Term, Titled
from indexer.search.language import LONGEST_QUERY, MOST_WORDS, read_query
from indexer.search.parser import LONGEST_DISTANCE, MOST_NESTED

NEGLECT, ADULT, PLAN = Term("neglect"), Term("adult"), Term("plan")


@pytest.mark.parametrize(
    ("typed", "tree", "told"),
    [
        ("neglect", NEGLECT, "papers with neglect"),
        (
            "neglect strategy -adult",
            And((NEGLECT, Term("strategi"), Not(ADULT))),
            "papers with all of: neglect, strategy; not: adult",
        ),
        ("children's", Term("children"), "papers with children's"),
        ("children’s", Term("children"), "papers with children’s"),
        ("looked-after", Phrase(("look", "after")), "papers with looked-after"),
        ("(neglect), neglect?", NEGLECT, "papers with neglect"),
        ("Neglect neglect", NEGLECT, "papers with all of: Neglect, neglect"),
        ("U.K., EHCP", And((Term("uk"), Term("ehcp"))), "papers with all of: U.K., EHCP"),
        ("", Everything(), "all papers"),
        (" ?! - “ ”", Everything(), "all papers"),
    ],
)
def test_words_are_all_wanted(typed: str, tree: Node, told: str) -> None:
    reading = read_query(typed)
    assert (reading.tree, reading.interpreted) == (tree, told)


@pytest.mark.parametrize(
    ("typed", "tree", "told"),
    [
        (
            "the neglect of children",
            And((NEGLECT, Term("children"))),
            "papers with all of: neglect, children; passed over: the, of",
        ),
        ("the", Term("the"), "papers with the"),
        ("the -adult", And((Term("the"), Not(ADULT))), "papers with the; not: adult"),
        ("(the of) neglect", NEGLECT, "papers with neglect; passed over: the, of"),
        ("the OR neglect", Or((Term("the"), NEGLECT)), "papers with the or neglect"),
        ('"of" neglect', And((Exact(("of",)), NEGLECT)), 'papers with all of: exactly "of", neglect'),
        ("neglect -the", And((NEGLECT, Not(Term("the")))), "papers with neglect; not: the"),
    ],
)
def test_function_words_are_passed_over_unless_nothing_else_is_wanted(typed: str, tree: Node, told: str) -> None:
    reading = read_query(typed)
    assert (reading.tree, reading.interpreted) == (tree, told)


@pytest.mark.parametrize(
    "typed",
    ['"pathway plans"', "“pathway plans”", "«pathway plans»", "„pathway plans“", "‘pathway plans’", "'pathway plans'"],
)
def test_quotation_marks_of_every_kind_want_words_as_they_are_written(typed: str) -> None:
    reading = read_query(typed)
    assert (reading.tree, reading.interpreted) == (Exact(("pathway", "plans")), 'papers with exactly "pathway plans"')
    assert not reading.notices


def test_an_apostrophe_is_no_quotation_mark() -> None:
    assert read_query("carers' and parents' views").tree == And((Term("carer"), Term("parent"), Term("view")))
    assert read_query("'tis O’Neill's plan").leaves[-1] == PLAN


def test_a_quotation_mark_that_is_not_closed_reads_to_the_end_and_says_so() -> None:
    reading = read_query('plan "an unclosed phrase')
    assert reading.tree == And((PLAN, Exact(("an", "unclosed", "phrase"))))
    assert "not closed" in reading.notices[0]


@pytest.mark.parametrize(
    ("typed", "tree", "told"),
    [
        ("fostering OR adoption", Or((Term("foster"), Term("adopt"))), "papers with fostering or adoption"),
        (
            "a1 OR b2 OR c3 plan",
            And((Or((Term("a1"), Term("b2"), Term("c3"))), PLAN)),
            "papers with all of: a1 or b2 or c3, plan",
        ),
        (
            "(neglect plan) OR adult",
            Or((And((NEGLECT, PLAN)), ADULT)),
            "papers with (neglect and plan) or adult",
        ),
        (
            "neglect (plan OR (adult -strategy))",
            And((NEGLECT, Or((PLAN, And((ADULT, Not(Term("strategi")))))))),
            "papers with all of: neglect, plan or (adult and not strategy)",
        ),
        ("neglect AND plan", And((NEGLECT, PLAN)), "papers with all of: neglect, plan"),
        ("neglect OR", NEGLECT, "papers with neglect; passed over: OR"),
        ("OR neglect", NEGLECT, "papers with neglect; passed over: OR"),
        ("NOT", Everything(), "all papers; passed over: NOT"),
        ("neglect OR OR plan", Or((NEGLECT, PLAN)), "papers with neglect or plan; passed over: OR"),
        ("neglect OR -adult", And((NEGLECT, Not(ADULT))), "papers with neglect; not: adult; passed over: OR"),
        ("NEAR miss", And((Term("near"), Term("miss"))), "papers with all of: near, miss"),
    ],
)
def test_signs_join_what_stands_beside_them(typed: str, tree: Node, told: str) -> None:
    reading = read_query(typed)
    assert (reading.tree, reading.interpreted) == (tree, told)


@pytest.mark.parametrize(
    ("typed", "tree", "told"),
    [
        ('-"adult care"', Not(Exact(("adult", "care"))), 'all papers; not: exactly "adult care"'),
        ("plan NOT adult", And((PLAN, Not(ADULT))), "papers with plan; not: adult"),
        ("plan −adult", And((PLAN, Not(ADULT))), "papers with plan; not: adult"),
        (
            "plan -(adult OR neglect)",
            And((PLAN, Not(Or((ADULT, NEGLECT))))),
            "papers with plan; not: (adult or neglect)",
        ),
        ("plan NOT -adult", And((PLAN, Not(ADULT))), "papers with plan; not: adult"),
        ("plan -(-adult)", And((PLAN, ADULT)), "papers with all of: plan, adult"),
        ("neglect - adult", And((NEGLECT, ADULT)), "papers with all of: neglect, adult"),
        ("neglect – adult", And((NEGLECT, ADULT)), "papers with all of: neglect, adult"),
    ],
)
def test_what_is_left_out_is_left_out_of_everything(typed: str, tree: Node, told: str) -> None:
    reading = read_query(typed)
    assert (reading.tree, reading.interpreted) == (tree, told)


@pytest.mark.parametrize(
    ("typed", "tree", "told"),
    [
        ("title:neglect plan", And((Titled(NEGLECT), PLAN)), "papers with all of: neglect in the title, plan"),
        ("Title: neglect", Titled(NEGLECT), "papers with neglect in the title"),
        ('title:"the plan"', Titled(Exact(("the", "plan"))), 'papers with exactly "the plan" in the title'),
        (
            "title:(adult OR neglect)",
            Or((Titled(ADULT), Titled(NEGLECT))),
            "papers with (adult or neglect) in the title",
        ),
        (
            "title:neglec*",
            Titled(Prefix("neglec")),
            "papers with any form of words that begin with neglec in the title",
        ),
        ("-title:plan", Not(Titled(PLAN)), "all papers; not: plan in the title"),
        ("title:-plan", Not(Titled(PLAN)), "all papers; not: plan in the title"),
        ("title:title:plan", Titled(PLAN), "papers with plan in the title"),
        ("title:", Term("titl"), "papers with title"),
    ],
)
def test_a_title_is_looked_in_alone(typed: str, tree: Node, told: str) -> None:
    reading = read_query(typed)
    assert (reading.tree, reading.interpreted) == (tree, told)


def test_an_unknown_field_is_read_as_a_word_and_says_which_there_is() -> None:
    reading = read_query("author:Neglect")
    assert reading.tree == And((Term("author"), NEGLECT))
    assert "title:" in reading.notices[0]
    assert not read_query("Purpose: neglect at 10:30, https://x.y").notices


@pytest.mark.parametrize(
    ("typed", "tree", "told"),
    [
        ("safety NEAR plan", Near(("safeti", "plan"), 10), "papers with safety near plan (within 10 words)"),
        ("safety NEAR/1 plan", Near(("safeti", "plan"), 1), "papers with safety near plan (within 1 word)"),
        ("a NEAR/3 b NEAR/7 c", Near(("a", "b", "c"), 7), "papers with a near b near c (within 7 words)"),
        ("title:safety NEAR plan", Titled(Near(("safeti", "plan"), 10)), None),
        ("co-location NEAR plan", Near(("co", "locat", "plan"), 10), None),
        ("plan NEAR/9999 adult", Near(("plan", "adult"), LONGEST_DISTANCE), None),
        ("plan NEAR/0 adult", Near(("plan", "adult"), 1), None),
    ],
)
def test_near_words_stand_within_so_many_words(typed: str, tree: Node, told: str | None) -> None:
    reading = read_query(typed)
    assert reading.tree == tree
    assert told in {None, reading.interpreted}


def test_nearness_to_a_phrase_or_a_group_says_how_it_was_read() -> None:
    phrase = read_query('"safety plan" NEAR adult')
    assert phrase.tree == Near(("safeti", "plan", "adult"), 10)
    assert "any form" in phrase.notices[0]
    group = read_query("plan NEAR (adult OR neglect)")
    assert group.tree == And((PLAN, Term("near"), Or((ADULT, NEGLECT))))
    assert "single words" in group.notices[0]


def test_a_star_wants_three_letters_and_a_single_word_and_says_so() -> None:
    for typed, tree, reason in (
        ("ne*", Term("ne"), "3 letters"),
        ("looked-aft*", Phrase(("look", "aft")), "single word"),
        ("w*rd", Phrase(("w", "rd")), "end of a word"),
        ('"neglec*"', Exact(("neglec",)), "Between quotation marks"),
    ):
        reading = read_query(typed)
        assert reading.tree == tree
        assert reason in reading.notices[0]


def test_brackets_that_do_not_match_are_told() -> None:
    assert "not closed" in read_query("plan (adult OR neglect").notices[0]
    assert "without an opening one" in read_query("plan) adult").notices[0]


def test_brackets_nested_too_deep_are_passed_over_and_told() -> None:
    deep = read_query("(" * (MOST_NESTED + 1) + "plan" + ")" * (MOST_NESTED + 1))
    assert deep.tree == PLAN
    assert str(MOST_NESTED) in deep.notices[0]
    assert not read_query("(" * MOST_NESTED + "plan" + ")" * MOST_NESTED + " (neglect)").notices


def test_words_that_are_not_wanted_are_not_marked() -> None:
    assert read_query("neglect -adult (plan OR (strategy -care))").leaves == (NEGLECT, PLAN, Term("strategi"))


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
