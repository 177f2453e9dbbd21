"""Is what is offered for a commitment measured against what people read, and does a wrong judgement name its line?"""

from __future__ import annotations

from pathlib import Path

import pytest

from indexer.catalogue import Catalogue
from indexer.errors import NotFoundError, RequestError
from indexer.evaluation.mentions import evaluate
from indexer.judgements.mentions import JudgedMention, judged_mentions
from indexer.judgements.table import Half
from indexer.settings import Settings
from tests.web.register_site import PLAIN, TODAY, TOOL, make_register_site

LATER = "2026-09-22-scrutiny"


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return Catalogue.open(make_register_site(tmp_path_factory.mktemp("judged")))


def judged(
    words: str, anchor: str, *, about: bool = True, half: Half = Half.BEFORE, later: str = LATER
) -> JudgedMention:
    return JudgedMention(
        document="2025-07-15-scrutiny", words=words, later=later, anchor=anchor, is_about=about, written=half
    )


def offered(catalogue: Catalogue) -> str:
    """The anchor of what is offered for the tool."""
    (mention,) = catalogue.register.mentions(catalogue.register.entry("tool", TODAY)).found
    return mention.passage.anchor


def test_what_is_offered_is_right_wrong_or_not_judged(catalogue: Catalogue) -> None:
    anchor = offered(catalogue)
    right = evaluate(catalogue, [judged(TOOL[:30], anchor)])
    assert (right.right, right.wrong, right.unjudged, right.precision, right.recall) == (1, 0, 0, 1.0, 1.0)
    wrong = evaluate(catalogue, [judged(TOOL[:30], anchor, about=False)])
    assert (wrong.right, wrong.wrong, wrong.precision, wrong.recall) == (0, 1, 0.0, None)
    other = evaluate(catalogue, [judged(TOOL, "p-1")])
    assert (other.unjudged, other.precision, other.recall) == (1, None, 0.0)


def test_a_later_paper_counts_once_whichever_of_its_passages_is_offered(catalogue: Catalogue) -> None:
    both = [judged(TOOL, offered(catalogue)), judged(TOOL, "p-1")]
    assert evaluate(catalogue, both).recall == 1.0


def test_a_commitment_that_the_register_has_not_is_counted_apart(catalogue: Catalogue) -> None:
    evaluation = evaluate(catalogue, [judged("No such words.", "p-1"), judged(PLAIN, "p-1")])
    assert (len(evaluation.each), evaluation.registered, evaluation.recall) == (2, 1, 0.0)


def test_halves_are_told_apart(catalogue: Catalogue) -> None:
    evaluation = evaluate(catalogue, [judged(TOOL, offered(catalogue)), judged(PLAIN, "p-1", half=Half.AFTER)])
    assert {half: some.recall for half, some in evaluation.by_half.items()} == {Half.BEFORE: 1.0, Half.AFTER: 0.0}


def test_a_judged_paper_that_is_not_there_stops_the_evaluation(catalogue: Catalogue) -> None:
    with pytest.raises(NotFoundError):
        evaluate(catalogue, [judged(TOOL, "p-1", later="no-such-paper")])


def test_the_judged_words_and_places_stand_in_the_sample(sample: Catalogue) -> None:
    rows = judged_mentions(Settings.from_environment({}).judgements / "mentions.csv")
    assert len(rows) >= 80
    for row in rows:
        assert any(row.words in passage.text for passage in sample.document(row.document).passages()), row
        sample.passage(row.later, row.anchor)


@pytest.mark.parametrize("row", ["a,b,c,d,perhaps,before", "a,b,c,d,yes,never", "a,,c,d,yes,before", "a,b"])
def test_a_wrong_row_is_named_by_its_line(tmp_path: Path, row: str) -> None:
    table = tmp_path / "mentions.csv"
    table.write_text(f"document,words,later,anchor,about,written\na,b,c,d,yes,before\n{row}\n")
    with pytest.raises(RequestError, match="line 3: write a document"):
        judged_mentions(table)
