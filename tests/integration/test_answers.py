"""Are questions answered with the words of the papers that were built, or refused with what was searched?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from indexer.answer.answer import NEAREST, SHOWN, answer
from indexer.answer.scorer import weights
from indexer.build import build
from indexer.catalogue import Catalogue
from indexer.errors import RequestError
from indexer.model.answer import Answer, AnswerKind
from indexer.model.query import Facet, Filter
from indexer.model.search import SearchRequest
from indexer.settings import Settings
from tests.conftest import NOW, quiet

NEGLECT = """Children's Scrutiny Committee

23 September 2025

Neglect in Hollin Bank

Portfolio: Councillor Ash - Children's Services

1. Aim

1.1 To tell the committee how neglect is met in Hollin Bank, and what the inspectors made of it.

2. Report detail

2.1 Neglect stands behind 53% of all child protection plans. The neglect subgroup is chaired by Ivy Brook.

2.2 GCP2 is a tool for judging how well a child is cared for. GCP2 was bought for £41,500.

2.3 The five practice priorities are:

- seeing children alone;
- hearing what they say;
- writing it down;
- acting within a week;
- checking what came of it.

2.4 The audit of pathway plans is on 4 March 2026. The review of respite care is to be confirmed.

2.5 Councillor Moss asked who pays for the minibus.

3. Inspection

Judgement\tGrade
Help and protection\tRequires improvement
Experiences of care leavers\tGood

Report author: Jo Field, Head of Safeguarding
"""
OLDER = """Children's Scrutiny Committee

12 September 2023

Neglect strategy: first year

1. Report detail

1.1 The neglect subgroup is chaired by Tom Reed. Neglect stands behind 47% of all child protection plans.

1.2 The subgroup met four times.
"""
HOLIDAY = """Cabinet

14 June 2024

The holiday programme

1. Purpose

1.1 This report tells what became of the holiday programme. The app for carers is called Bright Mornings.

2. Last summer

2.1 In the summer 412 children used the holiday programme. The holiday programme is run by the Lantern Trust.

2.2 The holiday programme opened six weeks late because the roof of the hall leaked.

2.3 The holiday programme is held in Old Mill Lane. Families of the holiday programme ring 01632 960456.

2.4 Dina Cole, Programme Coordinator, has led it since May. Transport for the holiday programme is free.
"""
PAPERS = {"neglect": NEGLECT, "older": OLDER, "holiday": HOLIDAY}

Ask = Callable[..., Answer]


def opened(folder: Path, papers: Mapping[str, str]) -> Catalogue:
    """The catalogue of these papers, built under ``folder``."""
    (folder / "papers").mkdir()
    for name, text in papers.items():
        (folder / "papers" / f"{name}.txt").write_text(text)
    settings = replace(Settings.from_environment({}), home=folder / "home")
    build((folder / "papers",), settings, now=NOW, progress=quiet)
    return Catalogue.open(settings)


def asking(catalogue: Catalogue) -> Ask:
    """Asks as ``Catalogue.ask`` does, and takes whatever may answer for sure enough, so that no test rests on that."""

    def ask(question: str, *filters: Filter, date_from: date | None = None) -> Answer:
        request = SearchRequest(query=question, filters=filters, date_from=date_from)
        searched = catalogue.ask(request).searched
        return answer(request, *catalogue.questioned(), searched, replace(weights(), least=0.0))

    return ask


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return opened(tmp_path_factory.mktemp("answers"), PAPERS)


@pytest.fixture(scope="module")
def ask(built: Catalogue) -> Ask:
    return asking(built)


def places(found: Answer) -> list[str]:
    return [f"{one.document.id}#{one.passage.anchor}" for one in found.answers]


@pytest.mark.parametrize(
    ("question", "kind", "words", "place"),
    [
        ("When is the audit of pathway plans?", AnswerKind.DATE, "4 March 2026", "neglect#para-2.4"),
        ("How late did the holiday programme open, how long?", AnswerKind.PERIOD, "six weeks", "holiday#para-2.2"),
        ("Who chairs the neglect subgroup in 2025?", AnswerKind.PERSON, "Ivy Brook", "neglect#para-2.1"),
        ("What is Dina Cole's job?", AnswerKind.ROLE, "Programme Coordinator", "holiday#para-2.4"),
        ("Which body runs the holiday programme?", AnswerKind.ORGANISATION, "Lantern Trust", "holiday#para-2.1"),
        ("How many children used the holiday programme?", AnswerKind.NUMBER, "412", "holiday#para-2.1"),
        ("How much did we pay for GCP2?", AnswerKind.MONEY, "£41,500", "neglect#para-2.2"),
        ("What percentage of plans is for neglect in 2025?", AnswerKind.PERCENTAGE, "53%", "neglect#para-2.1"),
        ("Where is the holiday programme held?", AnswerKind.PLACE, "Old Mill Lane", "holiday#para-2.3"),
        ("What grade did care leavers get?", AnswerKind.GRADE, "Good", "neglect#table-1-row-2"),
        ("What is the app for carers called?", AnswerKind.NAME, "Bright Mornings", "holiday#para-1.1"),
        (
            "Why did the holiday programme open late?",
            AnswerKind.REASON,
            "because the roof of the hall leaked",
            "holiday#para-2.2",
        ),
        (
            "What is GCP2?",
            AnswerKind.DEFINITION,
            "a tool for judging how well a child is cared for",
            "neglect#para-2.2",
        ),
        (
            "phone number for families of the holiday programme",
            AnswerKind.CONTACT,
            "01632 960456",
            "holiday#para-2.3",
        ),
        (
            "Is transport for the holiday programme free?",
            AnswerKind.YES_NO,
            "Transport for the holiday programme is free.",
            "holiday#para-2.4",
        ),
        ("Who wrote the report on neglect in Hollin Bank?", AnswerKind.FRONT, "Jo Field", "neglect#p-4"),
        ("Which committee considered the holiday programme report?", AnswerKind.FRONT, "Cabinet", "holiday#p-1"),
        ("When was the holiday programme report considered?", AnswerKind.FRONT, "14 June 2024", "holiday#p-2"),
    ],
)
def test_the_words_that_answer_are_found_where_they_stand(
    ask: Ask, question: str, kind: AnswerKind, words: str, place: str
) -> None:
    found = ask(question)
    first = found.answers[0]
    assert (found.kind, first.answering, places(found)[0]) == (kind, words, place)
    assert first.answering in first.quoted
    assert first.quoted in first.passage.text
    assert (found.reason, found.nearest) == (None, ())


def test_a_list_is_quoted_with_its_lead_in(ask: Ask) -> None:
    first = ask("What are the five practice priorities?").answers[0]
    assert first.quoted == f"The five practice priorities are: {first.answering}"
    assert first.answering.split(";")[0] == "seeing children alone"
    assert first.answering.endswith("checking what came of it.")


def test_an_item_of_a_list_says_what_it_goes_on_from(ask: Ask) -> None:
    (first,) = ask("Is writing things down a practice priority?").answers[:1]
    assert first.quoted == "writing it down;"
    assert first.lead_in is not None
    assert first.passage.text[first.lead_in.start : first.lead_in.end] == "The five practice priorities are:"


def test_about_now_the_newest_comes_first_and_it_is_said_that_answers_changed(ask: Ask) -> None:
    for question in ("Who chairs the neglect subgroup now?", "what is the current percentage of plans for neglect"):
        found = ask(question)
        assert places(found)[:2] == ["neglect#para-2.1", "older#para-1.1"]
        assert found.changed is not None
        assert "23 September 2025" in found.changed


def test_nothing_is_said_of_a_change_where_papers_agree_or_one_alone_answers(tmp_path: Path) -> None:
    same = OLDER.replace("Tom Reed", "Ivy Brook")
    found = asking(opened(tmp_path, {"neglect": NEGLECT, "older": same}))("Who chairs the neglect subgroup?")
    assert len(found.answers) == 2
    assert found.changed is None


def test_answers_of_one_day_or_of_no_shape_tell_of_no_change(tmp_path: Path, ask: Ask) -> None:
    said = ask("tell me about the neglect subgroup and the plans for child protection")
    assert len(said.answers) > 1
    assert said.changed is None
    today = OLDER.replace("12 September 2023", "23 September 2025")
    found = asking(opened(tmp_path, {"neglect": NEGLECT, "older": today}))("Who chairs the neglect subgroup?")
    assert {one.answering for one in found.answers} == {"Ivy Brook", "Tom Reed"}
    assert found.changed is None


def test_a_misspelt_question_is_answered_and_the_spelling_told(ask: Ask) -> None:
    found = ask("Who chairs the neglct subgroup?")
    assert found.answers[0].answering in {"Ivy Brook", "Tom Reed"}
    assert found.notices == ("Looked for “neglect” instead of “neglct”.",)


def test_answers_are_few_each_of_another_paper_and_versions_are_one(tmp_path: Path) -> None:
    many = {
        f"paper-{year}": OLDER.replace("2023", str(year)).replace("first year", f"year {year}").replace("Reed", name)
        for year, name in zip(range(2014, 2022), "Ash Birch Cole Dale Elm Fern Gill Hale".split(), strict=True)
    }
    twice = {"draft": HOLIDAY, "final": HOLIDAY.replace("14 June", "18 June")}
    found = asking(opened(tmp_path, many | twice))
    chairs = found("Who chairs the neglect subgroup?")
    assert len(chairs.answers) == SHOWN
    assert len({one.document.id for one in chairs.answers}) == SHOWN
    programme = found("How many children used the holiday programme?")
    assert len({one.document.id for one in programme.answers} & set(twice)) == 1


def test_only_papers_that_pass_the_filters_answer_and_are_counted(built: Catalogue, ask: Ask) -> None:
    of_2023 = Filter(facet=Facet.YEAR, values=("2023",))
    found = ask("Who chairs the neglect subgroup?", of_2023)
    assert places(found) == ["older#para-1.1"]
    assert (found.searched.documents, found.searched.first) == (1, date(2023, 9, 12))
    assert places(ask("Who chairs the neglect subgroup?", date_from=date(2024, 1, 1))) == ["neglect#para-2.1"]
    cabinet = Filter(facet=Facet.COMMITTEE, values=("cabinet",))
    assert ask("Who wrote the report on neglect in Hollin Bank?", cabinet).kind is not AnswerKind.FRONT
    with pytest.raises(RequestError):
        built.ask(SearchRequest(query="neglect", filters=(Filter(facet=Facet.TOPIC, values=("unheard-of",)),)))


def test_a_filter_that_no_paper_passes_is_no_error(ask: Ask) -> None:
    found = ask("Who chairs the neglect subgroup?", date_from=date(2030, 1, 1))
    assert (found.answers, found.nearest, found.searched.documents) == ((), (), 0)
    assert found.reason


@pytest.mark.parametrize(
    "question",
    [
        "qqzzqq flurble?",
        "????",
        "what is it",
        "the of and",
        "",
        "how many zebras are there in Leeds?",
        "Who chairs the neglect subgroup in Dunmarsh?",  # another council
        "Why was the holiday programme closed down?",  # it was not
        "Who pays for the minibus?",  # a paper tells that somebody asked
        "When is the review of respite care?",  # it is left open
        "How many children used the holiday programme in 2019?",
    ],
)
def test_what_nothing_answers_is_refused_with_what_was_searched(built: Catalogue, question: str) -> None:
    found = built.ask(SearchRequest(query=question))
    assert found.answers == ()
    assert found.reason is not None
    assert "3 papers from September 2023 to September 2025" in found.reason
    assert len(found.nearest) <= NEAREST
    assert found.changed is None


def test_a_refusal_names_the_words_that_no_paper_has(built: Catalogue) -> None:
    one, two = (
        built.ask(SearchRequest(query=f"how many {words} are there")) for words in ("zebras", "zebras in Leeds")
    )
    assert "No paper has the word “zebras”." in (one.reason or "")
    assert "No paper has the words “zebras”, “Leeds”." in (two.reason or "")
    assert "No paper has" not in (built.ask(SearchRequest(query="Who pays for the minibus?")).reason or "")


def test_a_refusal_shows_the_nearest_passages(built: Catalogue) -> None:
    found = built.ask(SearchRequest(query="Who pays for the minibus?"))
    assert found.nearest[0].quoted == "Councillor Moss asked who pays for the minibus."
    assert built.ask(SearchRequest(query="????")).nearest == ()


def test_a_refusal_of_one_paper_or_of_one_month_reads_well(tmp_path: Path) -> None:
    alone = opened(tmp_path, {"holiday": HOLIDAY}).ask(SearchRequest(query="qqzzqq?"))
    assert "1 paper of June 2024" in (alone.reason or "")


def test_papers_without_a_date_are_searched_and_no_months_told(tmp_path: Path) -> None:
    undated = "# Neglect\n\n1.1 The neglect subgroup is chaired by Ivy Brook.\n"
    (tmp_path / "undated").mkdir()
    catalogue = opened(tmp_path / "undated", {"undated": undated})
    assert asking(catalogue)("Who chairs the neglect subgroup now?").answers[0].answering == "Ivy Brook"
    assert "the 1 paper answers this" in (catalogue.ask(SearchRequest(query="qqzzqq?")).reason or "")


def test_a_long_question_is_answered_as_a_short_one_is(ask: Ask) -> None:
    assert ask("Who chairs the neglect subgroup in 2025?" + " please" * 2000).answers[0].answering == "Ivy Brook"
