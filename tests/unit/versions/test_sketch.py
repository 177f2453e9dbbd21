from __future__ import annotations

import pytest

from indexer.versions.sketch import is_draft, period, sketch
from tests.unit.versions.papers import paper, sentences


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ("Youth Justice Plan 2023–2025", ("2023", "2025")),
        ("Youth justice plan 2023-25", ("2023", "2025")),
        ("Annual report 2022/23", ("2022", "2023")),
        ("Performance, Quarter 3 2024/25", ("2024", "2025", "Q3")),
        ("Second quarter monitoring, 2019", ("2019", "Q2")),
        ("Room 20234 and the other business", ()),
    ],
)
def test_a_title_names_the_years_and_quarters_it_is_about(title: str, named: tuple[str, ...]) -> None:
    assert period(title) == named


def test_a_sketch_keeps_about_one_run_in_eight_and_parts_those_with_numbers() -> None:
    made = sketch(paper("a", sentences("a", 200)))
    assert 250 < len(made.prose) + len(made.figures) < 500  # of 3,000 words
    assert made.figures
    assert not sketch(paper("b", sentences("b", 200, figures=False))).figures


def test_a_paper_cut_into_other_paragraphs_has_the_same_runs() -> None:
    text = sentences("a", 40)
    whole = sketch(paper("a", text))
    joined = sketch(paper("b", [" ".join(text[place : place + 4]) for place in range(0, 40, 4)]))
    assert (whole.prose, whole.figures) == (joined.prose, joined.figures)


@pytest.mark.parametrize(
    ("title", "first", "draft"),
    [
        ("Neglect strategy (consultation draft)", "Aims", True),
        ("Neglect strategy", "DRAFT v0.3 for comment", True),
        (
            "Neglect strategy",
            "The board approved the draft of the plan at its meeting in May, with two changes.",
            False,
        ),
        ("Approval of the draft minutes", "Draft minutes of 3 May", False),
        ("Neglect strategy", "Aims", False),
    ],
)
def test_a_paper_is_a_draft_when_it_says_so_of_itself(title: str, first: str, *, draft: bool) -> None:
    assert is_draft(paper("a", [first], title=title)) is draft
