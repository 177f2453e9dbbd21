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
        "The board meets in Thrupwell.",
        "A hub is planned.",
        "",
    ],
)
def test_a_promise_is_no_report(sentence: str) -> None:
    assert progress(sentence) == ()
