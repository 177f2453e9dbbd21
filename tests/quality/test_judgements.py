"""Are the ranking, the topics, the commitments and what came of them as good as when people judged them?"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Mapping

import pytest

from indexer.catalogue import Catalogue
from indexer.evaluation.commitments import Evaluation as Commitments
from indexer.evaluation.commitments import evaluate as evaluate_commitments
from indexer.evaluation.mentions import Evaluation as Mentions
from indexer.evaluation.mentions import evaluate as evaluate_mentions
from indexer.evaluation.searches import Evaluation, evaluate
from indexer.judgements.commitments import marks
from indexer.judgements.mentions import judged_mentions
from indexer.judgements.searches import judged_searches
from indexer.judgements.table import Half
from indexer.settings import Settings

# Floors, a little below what `matters evaluate` printed when they were set: see docs/explanation/ranking.md. A change
# that falls below one makes results worse for somebody. They go up when the ranking gets better, and never down.
NDCG_FLOORS = {Half.BEFORE: 0.89, Half.AFTER: 0.77}  # mean nDCG@10 of the searches of a half
# Of the marked papers, by half: see docs/explanation/commitments.md. Measured were 0.967, 1.000, 0.962 and 0.990 of
# those that the rules were tuned on, 0.761, 0.955, 0.851 and 0.910 of those marked afterwards.
COMMITMENT_FLOORS = {
    Half.BEFORE: {"f1": 0.94, "kind": 0.97, "owner": 0.93, "due": 0.97},
    Half.AFTER: {"f1": 0.74, "kind": 0.93, "owner": 0.82, "due": 0.88},
}
# Of the possible mentions of commitments: see docs/explanation/register.md. Measured were a precision of 0.868 and a
# recall of 0.754 of those that the rules were tuned on, 0.581 and 0.947 of those judged afterwards.
MENTION_FLOORS = {
    Half.BEFORE: {"precision": 0.84, "recall": 0.72},
    Half.AFTER: {"precision": 0.55, "recall": 0.90},
}
ABOUT_FLOOR = 0.9
PART_FLOOR = 0.85


@pytest.fixture(scope="module")
def evaluation(sample: Catalogue, sample_settings: Settings) -> Evaluation:
    return evaluate(sample, judged_searches(sample_settings.judgements / "searches.csv"))


def test_the_judged_searches_of_each_half_rank_well(evaluation: Evaluation) -> None:
    assert len(evaluation.each) >= 120
    low = {half: some.ours.ndcg for half, some in evaluation.by_half.items() if some.ours.ndcg < NDCG_FLOORS[half]}
    assert not low


def test_the_judged_searches_of_each_half_rank_better_than_in_plain_whoosh(evaluation: Evaluation) -> None:
    for some in evaluation.by_half.values():
        assert some.ours.ndcg > some.plain.ndcg


def test_a_search_that_wants_nothing_finds_nothing(evaluation: Evaluation) -> None:
    assert not [one.search.query for one in evaluation.each if one.ours.measures.unwanted]


def test_papers_have_the_topics_that_a_person_gave_them(sample: Catalogue, sample_settings: Settings) -> None:
    """Grade 2: about it, weight 0.4 or more; 1: a part of it; 0: must not be there."""
    right: Counter[str] = Counter()
    judged: Counter[str] = Counter()
    with (sample_settings.judgements / "topics.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            document = sample.document(row["document"]) if row["document"] not in WITHHELD else None
            if document is None:
                continue
            weights = {match.topic: match.weight for match in document.topics}
            weight = weights.get(row["topic"], 0.0)
            judged[row["grade"]] += 1
            right[row["grade"]] += {"2": weight >= 0.4, "1": weight > 0, "0": weight == 0}[row["grade"]]
    assert right["2"] / judged["2"] >= ABOUT_FLOOR
    assert right["1"] / judged["1"] >= PART_FLOOR
    assert right["0"] == judged["0"]


WITHHELD = {"2021-03-09-cabinet-childrens-home-property-exempt"}


@pytest.fixture(scope="module")
def commitments(sample: Catalogue, sample_settings: Settings) -> Commitments:
    return evaluate_commitments(sample, marks(sample_settings.judgements / "commitments.csv"))


@pytest.mark.parametrize("half", Half)
def test_the_commitments_that_people_marked_are_found_with_owner_and_due_time(
    commitments: Commitments, half: Half
) -> None:
    seen = commitments.by_half[half]
    measured = {"f1": seen.f1, "kind": seen.kind, "owner": seen.owner, "due": seen.due}
    assert low(measured, COMMITMENT_FLOORS[half]) == set()


@pytest.fixture(scope="module")
def mentions(sample: Catalogue, sample_settings: Settings) -> Mentions:
    return evaluate_mentions(sample, judged_mentions(sample_settings.judgements / "mentions.csv"))


@pytest.mark.parametrize("half", Half)
def test_the_later_passages_that_people_judged_are_offered_and_few_others(mentions: Mentions, half: Half) -> None:
    seen = mentions.by_half[half]
    assert low({"precision": seen.precision, "recall": seen.recall}, MENTION_FLOORS[half]) == set()


def low(measured: Mapping[str, float | None], floors: Mapping[str, float]) -> set[str]:
    return {name for name, value in measured.items() if value is None or value < floors[name]}
