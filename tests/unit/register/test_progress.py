from __future__ import annotations

import pytest

from indexer.register.progress import progress


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("First Look was launched on 9 June.", ("launched",)),
        ("It met for the first time in July.", ("met for the first",)),
        ("Three had opened in time; the fourth is behind schedule.", ("opened", "behind schedule")),
        ("The plan was to have been ready by April and went live in November.", ("went live",)),
        ("60% of EHCPs | December 2019 | Met 61%", ("met",)),
        ("Visit to the second site | Carried forward", ("carried forward",)),
        ("The idea was withdrawn.", ("withdrawn",)),
        ("Published, and published again.", ("published",)),
        ("It was 78% when the Board looked.", ("was 78%",)),
        ("In that month 61% did; today it’s 310 of 397.", ("61% did", "it’s 310")),
        ("We wanted 5,000 children and had 4,870.", ("had 4,870",)),
        (
            "The second came out five months late, and the third did not go ahead.",
            ("came out", "late", "did not go ahead"),
        ),
        ("The figure has fallen to 14%, but the nurse is not yet in post.", ("fallen", "not yet", "in post")),
    ],
)
def test_a_sentence_that_reports_is_known_by_its_words(sentence: str, said: tuple[str, ...]) -> None:
    assert progress(sentence) == said


@pytest.mark.parametrize(
    "sentence",
    [
        "A kinship local offer is to be published by October.",
        "The tool will be launched in May.",
        "It would then be issued to members.",
        "They should have been sent.",
        "The strategy is to be reviewed and extended.",
        "Once approved it goes to Council.",
        "The Council must complete the assessment, and they may not complete it alone.",
        "The board meets in Thrupwell.",
        "A hub is planned, later on and late in the year.",
        "",
    ],
)
def test_a_promise_is_no_report(sentence: str) -> None:
    assert progress(sentence) == ()
