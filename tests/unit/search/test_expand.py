from __future__ import annotations

from pathlib import Path

import pytest

from indexer.model.query import And, Exact, Not, Or, Phrase, Term, Titled, Weighted
from indexer.search.expand import EXPANSION_WEIGHT, MOST_NAMES, Names, expansions, questions
from indexer.search.language import read_query
from indexer.vocabulary.load import load_thesaurus
from indexer.vocabulary.synonyms import Abbreviation, Relation, Synonym
from indexer.vocabulary.thesaurus import Thesaurus
from tests.unit.search.lexicons import lexicon_of
from tests.unit.vocabulary.test_thesaurus import write


def other(*words: str) -> Weighted:
    return Weighted(Term(words[0]) if len(words) == 1 else Phrase(words), EXPANSION_WEIGHT)


CARE = And((Term("children"), Term("care")))
LOOKED_AFTER = other("look", "after", "children")
IN_CARE = other("children", "in", "care")
LAC, KIC = other("lac"), other("kic")
ANY_LAC = Or((Term("lac"), LOOKED_AFTER, IN_CARE, KIC))


@pytest.fixture
def names(tmp_path: Path) -> Names:
    return Names(load_thesaurus(write(tmp_path)))


@pytest.mark.parametrize(
    ("typed", "tree"),
    [
        ("LAC", ANY_LAC),
        ("children in care", Or((CARE, LOOKED_AFTER, LAC, KIC))),
        (
            "the children in care strategy",
            And((Or((CARE, LOOKED_AFTER, LAC, KIC)), Term("strategi"))),
        ),
        ("(LAC) OR neglect", Or((*ANY_LAC.parts, Term("neglect")))),
        ("LAC OR neglect", Or((*ANY_LAC.parts, Term("neglect")))),
        ('"LAC"', Exact(("lac",))),
        ('"children in care"', Exact(("children", "in", "care"))),
        ("neglect -LAC", And((Term("neglect"), Not(Term("lac"))))),
        ("neglect -(LAC plan)", And((Term("neglect"), Not(And((Term("lac"), Term("plan"))))))),
        ("children OR fostering in care", And((Or((Term("children"), Term("foster"))), Term("care")))),
        ("lac*", read_query("lac*").tree),
        ("LAC NEAR plan", read_query("LAC NEAR plan").tree),
        ("send letters", And((Term("send"), Term("letter")))),
    ],
)
def test_plain_words_that_are_a_name_become_all_its_names_and_nothing_else_does(
    names: Names, typed: str, tree: object
) -> None:
    assert read_query(typed, names).tree == tree


def test_in_titles_other_names_are_looked_for_in_titles(names: Names) -> None:
    tree = read_query("title:KIC", names).tree
    assert isinstance(tree, Or)
    assert tree.parts[:2] == (
        Titled(Term("kic")),
        Weighted(Titled(Phrase(("children", "in", "care"))), EXPANSION_WEIGHT),
    )


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("LAC neglect", "papers with all of: LAC or another name of it, neglect"),
        ("children in care", "papers with (children and care) or another name of “children in care”"),
        ("LAC OR neglect", "papers with (LAC or another name of it) or neglect"),
        ("title:LAC", "papers with (LAC or another name of it) in the title"),
        ("neglect -LAC", "papers with neglect; not: LAC"),
    ],
)
def test_the_statement_says_where_other_names_do(names: Names, typed: str, told: str) -> None:
    assert read_query(typed, names).interpreted == told


def test_the_longest_name_is_taken(names: Names) -> None:
    (found,) = expansions(read_query("special guardianship order LAC", names).syntax)[:1]
    assert (found.word, found.also) == ("special guardianship order", ("SGO",))


def test_a_section_of_an_act_is_the_same_name_however_it_is_written() -> None:
    rows = [
        Synonym(group="s47", words=words, relation=Relation.SAME, first=None, last=None, source="an Act")
        for words in ("section 47 enquiry", "child protection investigation")
    ]
    names = Names(Thesaurus(synonyms=tuple(rows)))
    for typed in ("s.47 enquiries", "s47 enquiry", "Section 47 enquiry"):
        (found,) = expansions(read_query(typed, names).syntax)
        assert found.also == ("child protection investigation",)


def test_only_names_that_some_paper_has_are_searched_for(tmp_path: Path) -> None:
    thesaurus = load_thesaurus(write(tmp_path))
    assert expansions(read_query("LAC", Names(thesaurus, lexicon_of("The children were in care."))).syntax) == ()
    (found,) = expansions(read_query("LAC", Names(thesaurus, lexicon_of("Our children in care."))).syntax)
    assert found.also == ("children in care",)


def test_a_name_that_the_words_or_a_shorter_name_find_anyway_is_left_out() -> None:
    rows = [
        Synonym(group="a", words=words, relation=Relation.SAME, first=None, last=None, source="x")
        for words in ("autism", "autism condition", "autistic", "autistic spectrum", "on the spectrum")
    ]
    (found,) = expansions(read_query("autism", Names(Thesaurus(synonyms=tuple(rows)))).syntax)
    assert found.also == ("autistic", "on the spectrum")


def test_letters_with_a_stem_of_another_word_are_searched_for_as_they_are() -> None:
    rows = (Abbreviation(letters="EDS", meaning="emergency duty service", capitals=False, source="x"),)
    tree = read_query("emergency duty service", Names(Thesaurus(abbreviations=rows))).tree
    assert isinstance(tree, Or)
    assert Weighted(Exact(("eds",)), EXPANSION_WEIGHT) in tree.parts


def test_there_is_an_end_to_names() -> None:
    rows = [
        Synonym(group="a", words=f"name{n} of it", relation=Relation.SAME, first=None, last=None, source="x")
        for n in range(MOST_NAMES + 5)
    ]
    (found,) = expansions(read_query("name0 of it", Names(Thesaurus(synonyms=tuple(rows)))).syntax)
    assert len(found.also) == MOST_NAMES


def test_what_stands_for_several_things_is_asked_about_and_not_searched_for(names: Names) -> None:
    query = "CSA plan"
    reading = read_query(query, names)
    assert reading.tree == read_query(query).tree
    (question,) = questions(query, reading.syntax, names)
    assert [meaning.query for meaning in question.meanings] == [
        "child sexual abuse plan",
        "childcare sufficiency assessment plan",
    ]


def test_in_papers_that_name_only_one_of_the_things_that_one_is_meant(tmp_path: Path) -> None:
    names = Names(load_thesaurus(write(tmp_path)), lexicon_of("Child sexual abuse is a crime."))
    reading = read_query("CSA", names)
    assert [found.also for found in expansions(reading.syntax)] == [("child sexual abuse",)]
    assert questions("CSA", reading.syntax, names) == ()
