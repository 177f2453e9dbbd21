"""What is found of each kind in a sentence, and what is left alone?"""

from __future__ import annotations

import pytest

from indexer.answer.detectors import LONGEST, detected
from indexer.answer.features import SHAPED
from indexer.model.answer import AnswerKind as Kind

# A kind, a sentence, and what of the kind stands in it; between "|", nothing where there is nothing.
FOUND = (
    (Kind.DATE, "The hub opened on 4 May 2021 and closed in spring 2022.", "4 May 2021|spring 2022"),
    (Kind.DATE, "It was agreed on Tuesday 3rd June.", "Tuesday|3rd June"),
    (Kind.DATE, "By 31/03/2025 all 2,024 plans were read.", "31/03/2025"),
    (Kind.DATE, "In 1998 it cost £2019.", "1998"),
    (Kind.DATE, "It stood in the 1990s, and in the 19th century.", "1990s|19th century"),
    (Kind.DATE, "It may march on, whoever may object.", ""),
    (Kind.DATE, "It opens in March, or by 4 may.", "March|4 may"),
    (Kind.PERIOD, "It took about six weeks, then a 12-month pause.", "about six weeks|12-month"),
    (Kind.PERIOD, "Letters go within 20 working days.", "within 20 working days"),
    (Kind.PERIOD, "It ran from May to July 2019, and the plan is for 2024-27.", "from May to July 2019|2024-27"),
    (Kind.PERIOD, "Two children came on Friday.", ""),
    (Kind.PERSON, "Councillor Jo Marsh thanked Ivy Brook-Field.", "Councillor Jo Marsh|Ivy Brook-Field"),
    (Kind.PERSON, "The Director of Play undertook to write to all members.", "Director of Play"),
    (Kind.PERSON, "The Executive Director (Children's Services) said so.", "Executive Director (Children's Services)"),
    (Kind.PERSON, "Mr. Araby and Dr Ann O'Neill came.", "Mr. Araby|Dr Ann O'Neill"),
    (Kind.PERSON, "After that Marsh spoke.", "Marsh"),
    (Kind.PERSON, "The Youth Justice Service met in March.", ""),
    (Kind.PERSON, "Nobody spoke.", ""),
    (Kind.ROLE, "Jo Marsh, Head of Play, spoke.", "Head of Play"),
    (Kind.ROLE, "Jo Marsh, a former teacher, spoke.", "a former teacher"),
    (Kind.ROLE, "It rained.", ""),
    (
        Kind.ORGANISATION,
        "The Lantern Trust runs it for the Department for Education.",
        "The Lantern Trust|Department for Education",
    ),
    (Kind.ORGANISATION, "It is run by families.", ""),
    (Kind.NUMBER, "Of 1,250 children 41 came on 4 May 2021, for £20 and 3.5 hours.", "1,250|41|3.5"),
    (Kind.NUMBER, "Twenty-one children, and one hundred and four plans.", "Twenty-one|one hundred and four"),
    (Kind.NUMBER, "GCP2 is used.", ""),
    (Kind.NUMBER, "Appendix 3 and paragraph 4 tell of 41 children aged 8–11; each has one.", "41"),
    (Kind.NUMBER, "One of them came.", "One"),
    (Kind.MONEY, "It cost £1.2m, then £310,000, then two million pounds.", "£1.2m|£310,000|two million pounds"),
    (Kind.MONEY, "It took 40 children a day.", ""),
    (
        Kind.PERCENTAGE,
        "It was 53%, then 7.5 per cent, then a quarter, then two in five.",
        "53%|7.5 per cent|a quarter|two in five",
    ),
    (Kind.PERCENTAGE, "It was 53 of them.", ""),
    (Kind.PLACE, "The hub is in Old Mill Lane, near the Corn Exchange.", "Old Mill Lane|the Corn Exchange"),
    (Kind.PLACE, "It is in use.", ""),
    (Kind.GRADE, "Leaders were good; help requires improvement to be good.", "good|requires improvement to be good"),
    (Kind.GRADE, "They were graded.", ""),
    (Kind.NAME, "The scheme is “Bright Mornings” and the app Step Forward.", "“Bright Mornings”|Step Forward"),
    (Kind.NAME, "It is small.", ""),
    (
        Kind.REASON,
        "It was late because the roof leaked; it shut to keep people safe.",
        "because the roof leaked|to keep people safe",
    ),
    (Kind.REASON, "It was late.", ""),
    (
        Kind.LIST,
        "We see children, hear them, write it down and act.",
        "We see children, hear them, write it down and act",
    ),
    (Kind.LIST, "The aims are: seeing and acting.", "seeing and acting"),
    (Kind.LIST, "We see children.", ""),
    (Kind.DEFINITION, "Neglect is the failure to meet needs.", "the failure to meet needs"),
    (Kind.DEFINITION, "They use the Graded Care Profile (GCP).", "Graded Care Profile (GCP)"),
    (Kind.DEFINITION, "They meet needs.", ""),
    (Kind.CONTACT, "Ring 01632 960123 or write to jo.marsh@example.org.", "01632 960123|jo.marsh@example.org"),
    (Kind.CONTACT, "Ring 41 people.", ""),
    (Kind.OTHER, "Councillor Jo Marsh spent £20 on 4 May 2021.", ""),
    (Kind.YES_NO, "Councillor Jo Marsh spent £20 on 4 May 2021.", ""),
)


@pytest.mark.parametrize(("kind", "sentence", "things"), FOUND)
def test_things_of_a_kind_are_found_where_they_stand(kind: Kind, sentence: str, things: str) -> None:
    assert "|".join(sentence[span.start : span.end] for span in detected(kind, sentence)) == things


def test_every_kind_with_a_shape_is_looked_for_above_and_some_sentences_have_none_of_it() -> None:
    assert {kind for kind, _, things in FOUND if things} == set(SHAPED)
    assert {kind for kind, _, things in FOUND if not things} >= set(SHAPED)


def test_what_stands_far_on_in_a_text_without_an_end_is_not_looked_for() -> None:
    assert detected(Kind.MONEY, f"£1 {'x' * LONGEST} £2")[0].end == 2
    assert len(detected(Kind.MONEY, f"£1 {'x' * LONGEST} £2")) == 1
