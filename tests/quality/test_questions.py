"""Are questions answered and refused as well as when people judged them?"""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from indexer.catalogue import Catalogue
from indexer.evaluation.questions import Figures, ask_all, by_half
from indexer.judgements.questions import Written, judged_questions
from indexer.settings import Settings

# Floors, a little below what `matters evaluate` printed when they were set. Of the 78 questions `before` 14 were
# answered, 12 of them rightly; all 26 that nothing answers were refused, and 38 of the other 52 too. So few are
# answered that one answer more or less moves a share by several points; and whoever refuses everything is never wrong,
# so what is refused wrongly has a ceiling.
RIGHT_FLOOR = 0.8
REFUSED_FLOOR = 0.95
WRONGLY_REFUSED_CEILING = 0.8


@pytest.fixture(scope="module")
def halves(sample: Catalogue, sample_settings: Settings) -> Mapping[Written, Figures]:
    return by_half(ask_all(sample.ask, judged_questions(sample_settings.judgements / "questions.csv")))


def test_what_is_answered_of_the_questions_before_is_right_and_not_less_is_answered(
    halves: Mapping[Written, Figures],
) -> None:
    before = halves[Written.BEFORE]
    assert before.right is not None
    assert before.wrongly_refused is not None
    assert before.right >= RIGHT_FLOOR
    assert before.wrongly_refused <= WRONGLY_REFUSED_CEILING


def test_what_nothing_answers_of_the_questions_before_is_refused(halves: Mapping[Written, Figures]) -> None:
    before = halves[Written.BEFORE]
    assert before.refused is not None
    assert before.refused >= REFUSED_FLOOR


def test_there_are_enough_judged_questions_in_the_half_before(halves: Mapping[Written, Figures]) -> None:
    assert halves[Written.BEFORE].cases >= 75
