"""Are the judged questions read as they are written, and is every mistake named with its line?"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from indexer.errors import RequestError
from indexer.judgements.questions import COLUMNS, JudgedQuestion, Written, judged_questions
from indexer.settings import Settings


def table(folder: Path, rows: str) -> Path:
    path = folder / "questions.csv"
    path.write_text(f"{','.join(COLUMNS)}\n{rows}", encoding="utf-8")
    return path


def test_the_lines_of_a_question_become_one_question_with_its_places(tmp_path: Path) -> None:
    rows = (
        'who chairs it?,person,a,p-1,Jo Marsh,"a note, kept",before\n'
        "who chairs it?,person,b,table-1-row-2,J. Marsh,,before\n"
        "what is a zebra,none,,,,nonsense,after\n"
    )
    first, second = judged_questions(table(tmp_path, rows))
    assert first == JudgedQuestion(
        text="who chairs it?",
        kind="person",
        note="a note, kept",
        written=Written.BEFORE,
        places={("a", "p-1"): "Jo Marsh", ("b", "table-1-row-2"): "J. Marsh"},
    )
    assert (second.is_answerable, second.written) == (False, Written.AFTER)


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("why,reason", "a line has the columns question, kind, document"),
        (" ,reason,a,p-1,because,,before", "there is no question: write what is typed."),
        ("why,reason,a,p-1,because,,during", "'during' is no half: write fitted, before, after."),
        ("why,reason,a,,because,,before", "a place that answers has document, anchor and answer"),
        ("why,reason,a,p-1,,,before", "a place that answers has document, anchor and answer"),
        ("why,reason,,p-1,because,,before", "a place that answers has document, anchor and answer"),
        ("who,place,b,p-1,Jo,,before", "one kind and one half on all of its lines"),
        ("who,person,b,p-1,Jo,,after", "one kind and one half on all of its lines"),
        ("who,person,a,p-1,Ivy,,before", "this place of the question stands further up"),
        ("who,person,,,,,before", "a question that nothing answers has one line alone."),
    ],
)
def test_a_mistake_is_named_with_its_line_and_what_to_write(tmp_path: Path, row: str, sentence: str) -> None:
    with pytest.raises(RequestError, match=re.escape(sentence)) as raised:
        judged_questions(table(tmp_path, f"who,person,a,p-1,Jo,,before\n{row}\n"))
    assert "questions.csv, line 3:" in str(raised.value)


def test_a_question_that_nothing_answers_is_answered_by_no_later_line(tmp_path: Path) -> None:
    with pytest.raises(RequestError, match=r"line 3: a question that nothing answers has one line alone\."):
        judged_questions(table(tmp_path, "who,none,,,,,before\nwho,none,a,p-1,Jo,,before\n"))


def test_a_table_that_is_not_there_not_text_or_empty_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(RequestError, match="cannot be read"):
        judged_questions(tmp_path / "none.csv")
    (tmp_path / "bytes.csv").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(RequestError, match="not a CSV table"):
        judged_questions(tmp_path / "bytes.csv")
    with pytest.raises(RequestError, match="holds no question"):
        judged_questions(table(tmp_path, ""))


def test_the_judged_questions_of_the_sample_are_whole_and_a_third_of_them_has_no_answer() -> None:
    questions = judged_questions(Settings.from_environment({}).judgements / "questions.csv")
    judged = [question for question in questions if question.written is not Written.FITTED]
    assert len(questions) >= 300
    assert 0.25 <= sum(not question.is_answerable for question in judged) / len(judged) <= 0.4
    assert all((question.kind == "none") is not question.is_answerable for question in questions)
