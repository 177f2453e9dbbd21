import pytest

from indexer.model.document import Basis, Exemption
from indexer.model.problem import Severity
from indexer.structure.side import SideFacts
from tests.unit.structure.papers import FRONT_SHEET, PROSE, labelled, paper, running_head

BODY = (labelled("1.", "Purpose"), labelled("1.1", PROSE))


@pytest.mark.parametrize(
    "mark",
    [
        "NOT FOR PUBLICATION by virtue of paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972",
        "Not for publication",
        "Confidential",
        "Exempt report",
        "This report contains exempt information as defined in paragraph 1 of Schedule 12A",
    ],
)
def test_a_mark_in_the_running_head_withholds_the_paper(mark: str) -> None:
    document = paper(*FRONT_SHEET, running_head(mark), *BODY)
    assert (document.exemption.value, document.exemption.basis) == (Exemption.MARKED, Basis.STATED)
    assert "running head" in document.exemption.where


def test_a_mark_on_the_front_sheet_withholds_the_paper() -> None:
    assert paper("NOT FOR PUBLICATION", *FRONT_SHEET, *BODY).exemption.value is Exemption.MARKED


@pytest.mark.parametrize(
    "text",
    [
        "Appendix 2 is not for publication, as it contains exempt information under paragraph 1 of Schedule 12A.",
        "The attached annex is exempt by virtue of paragraph 3.",
        "Exempt information: none. No exempt items have been identified for this meeting.",
        "Exclusion of the public: that under Section 100(A)(4) they leave during items with exempt information.",
        "RESOLVED That the public be excluded from the meeting as the following items hold exempt information.",
        "Care leavers pay no council tax and are exempt from parking charges.",
        "FOR GENERAL RELEASE / NOT FOR PUBLICATION",
    ],
)
def test_words_about_something_else_leave_the_paper_open(text: str) -> None:
    for document in (paper(*FRONT_SHEET, *BODY, text), paper(text, *FRONT_SHEET, *BODY)):
        assert document.exemption.value is Exemption.OPEN
        assert document.problems == ()


def test_words_in_the_text_that_may_mean_the_paper_ask_a_person_to_look() -> None:
    document = paper(*FRONT_SHEET, *BODY, "This report is exempt under paragraph 3 of Schedule 12A.")
    assert document.exemption.value is Exemption.UNCLEAR
    (problem,) = document.problems
    assert problem.severity is Severity.NOTICE
    assert "exempt = true" in (problem.hint or "")


def test_a_person_has_the_last_word() -> None:
    withheld = paper(*FRONT_SHEET, *BODY, side=SideFacts(where="paper.meta.toml", exempt=True))
    assert (withheld.exemption.value, withheld.exemption.basis) == (Exemption.MARKED, Basis.GIVEN)
    opened = paper("NOT FOR PUBLICATION", *FRONT_SHEET, *BODY, side=SideFacts(where="paper.meta.toml", exempt=False))
    assert opened.exemption.value is Exemption.OPEN
