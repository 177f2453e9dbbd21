from __future__ import annotations

from indexer.enrich.enrich import enrich
from indexer.model.document import Document
from indexer.model.topic import TopicMatch
from indexer.settings import Settings
from indexer.vocabulary.load import load
from tests.unit.enrich.papers import PLAIN, paper

VOCABULARY = load(Settings.from_environment({}).vocabulary)


def topics(document: Document) -> dict[str, TopicMatch]:
    return {match.topic: match for match in enrich(document, VOCABULARY).topics}


def test_a_paper_all_about_a_topic_has_weight_one() -> None:
    text = "Neglect harms children. The neglect strategy sets out how neglect is found and met."
    (match,) = topics(paper("Neglect strategy", {"Aim": [text, text]})).values()
    assert match == TopicMatch(topic="neglect", weight=1.0, paragraphs=("p-1", "p-2"))


def test_a_paper_that_mentions_a_topic_in_passing_does_not_have_it() -> None:
    assert topics(paper("Road repairs", {"": [PLAIN] * 20 + ["A school is visited by a foster carer."]})) == {}


def test_mentions_here_and_there_in_a_long_paper_are_in_passing() -> None:
    passing = "The letting of the youth centre for meetings went on as it did in the years before."
    assert topics(paper("Lettings", {"": [PLAIN] * 60 + [passing, PLAIN, passing]})) == {}


def test_a_paragraph_that_dwells_on_a_topic_gives_it_to_the_paper() -> None:
    dwelling = (
        "Short breaks for disabled children were taken up by 140 families, and direct payments by 66, so that "
        "respite reached more disabled children than in any year since the review."
    )
    found = topics(paper("Yearly statement", {"": [PLAIN] * 20 + [dwelling]}))
    assert found["disabled-children"].paragraphs == ("p-21",)
    assert 0 < found["disabled-children"].weight < 0.3


def test_enough_words_are_enough_however_long_the_pack() -> None:
    about = "Neglect " * 30 + "is what the neglect strategy is about, and the neglect subgroup."
    found = topics(paper("Agenda pack", {"": [PLAIN] * 1000 + [about] * 6}))
    assert found["neglect"].weight < 0.1


def test_a_title_is_half_of_the_weight() -> None:
    found = topics(paper("Fostering: annual report", {"": [PLAIN] * 5}))
    assert found["fostering"] == TopicMatch(topic="fostering", weight=0.5, paragraphs=())


def test_under_a_heading_every_word_counts_and_its_first_paragraph_is_where_to_look() -> None:
    found = topics(paper("Minutes", {"Apologies": [PLAIN] * 3, "Youth justice plan": [PLAIN], "Close": [PLAIN] * 4}))
    assert found["youth-justice"].paragraphs == ("p-4",)
    assert found["youth-justice"].weight == 0.25  # an eighth of the words, where a half is all


def test_topics_come_weightiest_first_with_paragraphs_in_reading_order() -> None:
    document = paper(
        "Ofsted inspection",
        {
            "": ["Inspectors praised care leavers' pathway plans.", PLAIN],
            "What Ofsted found": ["Care leavers and their personal advisers were praised.", PLAIN],
        },
    )
    assert [(match.topic, match.paragraphs) for match in enrich(document, VOCABULARY).topics] == [
        ("inspection", ("p-1", "p-3")),
        ("care-leavers", ("p-1", "p-3")),
    ]


def test_a_row_of_a_table_is_named_by_its_own_anchor() -> None:
    rows = (("The experiences of care leavers", "Good"), ("Care leavers in suitable homes", "81%"))
    document = paper("Figures", {"": [rows, PLAIN]})
    assert topics(document)["care-leavers"].paragraphs == ("table-1-row-1", "table-1-row-2")


def test_a_paper_without_words_has_the_topics_of_its_title_alone() -> None:
    assert [match.topic for match in enrich(paper("Kinship care", {}), VOCABULARY).topics] == ["kinship-care"]
    assert topics(paper("", {})) == {}


def test_a_paper_about_an_inspection_has_neither_fostering_nor_adoption_for_good_relations_and_plans() -> None:
    text = "Inspectors saw us foster good relations. After adoption of the plan Ofsted will inspect it."
    assert topics(paper("Ofsted inspection", {"": [text] * 4})).keys() == {"inspection"}
