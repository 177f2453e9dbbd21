"""Is a set of questions by others read as papers of ours, with the answers where they stand?"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.question_sets import Shelf, read_set
from indexer.answer.question import read_question
from indexer.answer.retrieve import meant
from indexer.model.query import PassageQuery

HUB = "The hub  opened on\n4 May 2021. \u00a0It stands in Mill Lane."
LIFT = "  A lift was put in, and it was mended."


def asked(text: str, context: str, answer: str | None, start: int | None = None) -> dict[str, object]:
    answers = (
        [] if answer is None else [{"text": answer, "answer_start": context.index(answer) if start is None else start}]
    )
    return {"question": text, "id": text, "answers": answers, "is_impossible": answer is None}


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    articles = [
        {
            "title": "The_Hub",
            "paragraphs": [
                {
                    "context": HUB,
                    "qas": [
                        asked("When  did the hub open?", HUB, "4 May 2021"),
                        asked("Where is it?", HUB, "in Mill Lane"),
                        asked("And where exactly?", HUB, " Mill Lane"),
                        asked("Who opened it?", HUB, None),
                    ],
                },
                {"context": LIFT, "qas": [asked("What was put in?", LIFT, "A lift"), asked("And?", LIFT, "mended.")]},
            ],
        },
        {"title": "Another", "paragraphs": []},
    ]
    path = tmp_path / "set.json"
    path.write_text(json.dumps({"version": "v2.0", "data": articles}), encoding="utf-8")
    return path


def test_an_article_becomes_a_paper_with_its_title_and_single_spaces(questions: Path) -> None:
    (hub, another), _ = read_set(questions)
    assert (hub.id, hub.title.value) == ("The_Hub", "The Hub")
    assert [(passage.anchor, passage.text) for passage in hub.passages()] == [
        ("p-1", "The hub opened on 4 May 2021. It stands in Mill Lane."),
        ("p-2", "A lift was put in, and it was mended."),
    ]
    assert list(another.passages()) == []


def test_answers_stand_where_they_did_once_white_space_is_single(questions: Path) -> None:
    documents, every = read_set(questions)
    texts = {passage.anchor: passage.text for passage in documents[0].passages()}
    found = [[texts[one.anchor][start:end] for start, end in one.answers] for one in every]
    assert found == [["4 May 2021"], ["in Mill Lane"], ["Mill Lane"], [], ["A lift"], ["mended."]]
    assert every[0].text == "When did the hub open?"


def test_an_answer_that_several_people_gave_is_one(tmp_path: Path) -> None:
    both = {"text": "Mill Lane", "answer_start": HUB.index("Mill Lane")}
    qas = [{"question": "Where?", "answers": [both, both], "is_impossible": False}]
    path = tmp_path / "set.json"
    path.write_text(json.dumps({"data": [{"title": "A", "paragraphs": [{"context": HUB, "qas": qas}]}]}))
    assert len(read_set(path)[1][0].answers) == 1


def test_a_shelf_of_the_papers_is_what_a_question_sees(questions: Path) -> None:
    documents, _ = read_set(questions)
    papers = Shelf(documents).papers
    assert papers.passages == 2
    assert papers.held(("hub", "lift", "zebra")) == (1, 1, 0)
    found = papers.best(PassageQuery(leaves=meant(read_question("When did the hub open?")).leaves))
    assert (found[0].document, found[0].anchor) == ("The_Hub", "p-1")
    assert papers.outline("The_Hub").document.title.value == "The Hub"
    assert papers.work("The_Hub") == "The_Hub"
