import pytest

from indexer.model.document import Basis, Kind
from tests.unit.structure.papers import FRONT_SHEET, PROSE, Part, bold, heading, labelled, paper

BODY = (labelled("1.", "Purpose"), labelled("1.1", PROSE), labelled("2.", "Recommendations"), labelled("2.1", PROSE))
I_SAY = "I should like to thank everybody who mended my swings, and I hope that they go on mending them for years."


@pytest.mark.parametrize(
    ("parts", "kind"),
    [
        ((*FRONT_SHEET, *BODY), Kind.COMMITTEE_REPORT),
        (("Cabinet", "7 June 2016", "Swings", *BODY), Kind.CABINET_REPORT),
        (("Play Panel", "Minutes of the meeting held on 7 June 2016", PROSE), Kind.MINUTES),
        (("Swings", "Present:", "Councillor Marsh", PROSE, "RESOLVED: That it be noted."), Kind.MINUTES),
        (("Item 3", "Portfolio Holder Parks and Play – Councillor Marsh", "Thanks", I_SAY), Kind.STATEMENT),
        (("My year", I_SAY, I_SAY, I_SAY, "Councillor Marsh", "Portfolio Holder for Play"), Kind.STATEMENT),
        (("Public Document Pack", "Play Panel", "7 June 2016", PROSE), Kind.AGENDA),
        (("Briefing note: swings", "To: Play Panel, 7 June 2016", PROSE), Kind.BRIEFING),
        (("Play Strategy 2020–2024", "Foreword", PROSE), Kind.STRATEGY),
        (("Play action plan 2020", "Foreword", PROSE), Kind.ACTION_PLAN),
        (("Swings", "Introduction", PROSE), Kind.OTHER),
        (("Cabinet", "7 June 2016", "Play strategy 2020–2024", "Wards: All", *BODY), Kind.CABINET_REPORT),
    ],
)
def test_a_paper_is_of_its_kind(parts: tuple[Part, ...], kind: Kind) -> None:
    assert paper(*parts).kind.value is kind


def test_a_kind_that_the_paper_names_is_stated_and_another_inferred() -> None:
    assert paper(bold("Briefing note"), "Swings", PROSE).kind.basis is Basis.STATED
    assert paper(heading("Swings"), PROSE).kind.basis is Basis.INFERRED
