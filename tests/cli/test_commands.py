"""What other programs rely on: commands, exit status, one JSON document on standard output."""

from __future__ import annotations

import json
import re
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from indexer.cli.main import main
from indexer.settings import Settings

PAPER = """Children's Scrutiny Committee

23rd September 2025

Neglect in Hollin Bank

Portfolio: Councillor Ash - Children's Services

1. Aim

1.1 To tell the committee how neglect is met in Hollin Bank, where the neglect subgroup meets.

2. Report detail

2.1 Neglect stands behind half of all child protection plans, and a neglect strategy is to follow.
"""


class Ran(NamedTuple):
    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Ran]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Runs ``matters`` with a home of the test's own."""
    monkeypatch.setenv("MATTERS_HOME", str(tmp_path / "home"))

    def ran(*arguments: str | Path) -> Ran:
        monkeypatch.setattr(sys, "argv", ["matters", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        captured = capsys.readouterr()
        return Ran(int(ended.value.code or 0), captured.out, captured.err)

    return ran


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "neglect.txt").write_text(PAPER)
    return folder


@pytest.fixture
def indexed(run: Run, folder: Path) -> Run:
    assert run("index", folder).status == 0
    return run


def test_index_ends_with_a_summary_and_status_0(run: Run, folder: Path) -> None:
    ran = run("index", folder)
    assert ran.status == 0
    assert "1 added" in ran.out
    assert "0 could not be read" in ran.out


def test_index_prints_one_json_document_and_status_1_for_a_file_that_could_not_be_read(run: Run, folder: Path) -> None:
    (folder / "empty.pdf").write_bytes(b"")
    ran = run("index", folder, "--json")
    assert ran.status == 1
    assert ran.json["added"] == ["neglect.txt"]
    assert [problem["where"] for problem in ran.json["problems"]] == ["empty.pdf"]
    problems = run("problems", "--json")
    assert (problems.status, problems.json["problems"]) == (1, ran.json["problems"])
    assert "empty.pdf" in run("problems").out


def test_search_prints_the_promised_json(indexed: Run) -> None:
    found = indexed("search", "neglect subgroup", "--year", "2025", "--topic", "neglect", "--json").json
    assert {"query", "interpreted", "total", "page", "pages", "took_ms", "expansions", "suggestion"} <= found.keys()
    assert {"year", "municipal_year", "portfolio", "topic", "type", "committee"} == found["facets"].keys()
    assert {"value": 2025, "count": 1, "selected": True}.items() <= found["facets"]["year"][0].items()
    document = found["documents"][0]
    assert {
        "id": "neglect",
        "type": "committee report",
        "date": "2025-09-23",
        "year": 2025,
        "municipal_year": "2025/26",
        "portfolio_holder": "Councillor Ash",
        "url": "/documents/neglect",
    }.items() <= document.items()
    paragraph = document["paragraphs"][0]
    assert (paragraph["number"], paragraph["anchor"], paragraph["url"]) == (
        "1.1",
        "para-1.1",
        "/documents/neglect#para-1.1",
    )
    assert [paragraph["snippet"][start:end] for start, end in paragraph["marks"]] == ["neglect", "neglect", "subgroup"]
    assert paragraph["snippet"] in paragraph["text"]


def test_search_for_people_names_the_paper_the_paragraph_and_the_counts(indexed: Run) -> None:
    ran = indexed("search", "neglect")
    assert ran.status == 0
    for expected in ("1 paper found (papers with neglect)", "Neglect in Hollin Bank", "2.1", "year: 2025 (1)"):
        assert expected in ran.out


def test_home_may_stand_before_or_after_the_command(run: Run, folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    assert run("--home", other, "index", folder).status == 0
    assert run("search", "neglect", "--json", "--home", other).json["total"] == 1
    assert run("search", "neglect").status == 2


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("search", "x", "--topic", "unheard-of"), "There is no topic 'unheard-of'"),
        (("search", "x", "--from", "31/02/2025"), "is not a date: write it like"),
        (("search", "x", "--from", "2025", "--to", "2024"), "is later than the one after --to"),
        (("search", "x", "--page", "0"), "0 is not in the range"),
        (("show", "nothing"), "There is no document 'nothing'"),
        (("show", "neglect#para-9"), "has no paragraph 'para-9'"),
        (("fly",), "No such command 'fly'"),
        (("index", "no-such-folder"), "no-such-folder"),
    ],
)
def test_wrong_usage_is_one_sentence_and_status_2(indexed: Run, arguments: tuple[str, ...], sentence: str) -> None:
    ran = indexed(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert sentence in ran.err
    assert "Traceback" not in ran.err


def test_without_an_index_every_reading_command_says_how_to_make_one(run: Run) -> None:
    for command in (("search", "x"), ("show", "x"), ("problems",), ("evaluate",)):
        ran = run(*command)
        assert ran.status == 2
        assert "matters index" in ran.err


def test_show_prints_a_document_or_one_paragraph(indexed: Run) -> None:
    shown = indexed("show", "neglect", "--json").json
    assert [section["heading"] for section in shown["sections"] if section["heading"]] == ["Aim", "Report detail"]
    assert shown["date_basis"] == "stated"
    assert shown["source"]["path"] == "neglect.txt"
    assert shown["sections"][-1]["blocks"][0]["anchor"] == "para-2.1"
    paragraph = indexed("show", "neglect#para-2.1", "--json").json
    assert paragraph["text"] == shown["sections"][-1]["blocks"][0]["text"]
    assert "paragraph 2.1" in indexed("show", "neglect#para-2.1").out
    assert "[stated:" in indexed("show", "neglect").out


def test_vocabulary_check_names_every_mistake(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert run("vocabulary", "check").status == 0
    tables = tmp_path / "tables"
    tables.mkdir()
    for table in Settings.from_environment({}).vocabulary.glob("*.csv"):
        (tables / table.name).write_bytes(table.read_bytes())
    with (tables / "topic_phrases.csv").open("a", encoding="utf-8") as file:
        file.write("no-such-topic,some words,phrase,\n")
    monkeypatch.setenv("MATTERS_VOCABULARY", str(tables))
    ran = run("vocabulary", "check")
    assert ran.status == 2
    assert "topic_phrases.csv, line" in ran.err
    assert "no-such-topic" in ran.err


def test_vocabulary_check_looks_at_the_tables_that_act_when_searching_too(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    tables = tmp_path / "tables"
    tables.mkdir()
    for table in Settings.from_environment({}).vocabulary.glob("*.csv"):
        (tables / table.name).write_bytes(table.read_bytes())
    for name, row in (("topics", "Bad Id,Bad,Bad,\n"), ("synonyms", "lonely,a thing,same,,,a page\n")):
        with (tables / f"{name}.csv").open("a", encoding="utf-8") as file:
            file.write(row)
    monkeypatch.setenv("MATTERS_VOCABULARY", str(tables))
    ran = run("vocabulary", "check")
    assert ran.status == 2
    assert "topics.csv, line" in ran.err
    assert "is alone in the group “lonely”" in ran.err


def test_vocabulary_explain_says_which_line_of_which_table_adds_what(run: Run) -> None:
    ran = run("vocabulary", "explain", "MASH", "neglect")
    assert ran.status == 0
    assert ran.out.splitlines()[0] == "MASH, also searched for:"
    assert "  safeguarding hub (same in the group safeguarding-hub: Public council committee pages)" in ran.out
    assert "CSA stands for 2 things" in run("vocabulary", "explain", "CSA").out
    assert "Nothing else is searched for" in run("vocabulary", "explain", "neglect").out
    (found,) = run("vocabulary", "explain", "UASC", "--json").json["found"]
    assert found["word"] == "UASC"
    assert found["meanings"][0]["also"][0] == {
        "words": "unaccompanied asylum seeking children",
        "abbreviation": "UASC",
        "meaning": "unaccompanied asylum seeking children",
        "source": found["meanings"][0]["also"][0]["source"],
    }


def test_search_says_what_else_was_searched_for_and_what_could_be(indexed: Run) -> None:
    assert "Nothing was found for “neglct”. These are the results for:" in indexed("search", "neglct").out
    assert "did you mean: neglect (1 paper)" in indexed("search", "neglct", "--words-only").out
    assert "without zebra: 1 paper" in indexed("search", "neglect zebra").out
    added = indexed("search", "child protection plans").out
    assert "also searched for" not in added  # no paper has another name of these


AIM = "To tell the committee how neglect is met in Hollin Bank, where the neglect subgroup meets."
DETAIL = "Neglect stands behind half of all child protection plans, and a neglect strategy is to follow."
MARKED = (f'neglect,para-2.1,"{DETAIL}",plan,,,,before', f'neglect,para-1.1,"{AIM}",plan,,,,before')

ASKED = "question,kind,document,anchor,answer,note,written"
QUESTIONS = (
    "When was the neglect report considered?,front,neglect,p-2,23rd September 2025,,before",
    "Which committee considered the neglect report?,front,neglect,p-2,23rd September 2025,,before",
    "when did qqzzqq open,date,neglect,para-1.1,tell the committee,,after",
    "how many zebras flurble,none,,,,nonsense,after",
    "Which committee had the neglect in Hollin Bank report?,none,,,,words meet,after",
)
MENTION = "neglect,a neglect strategy is to follow,neglect,para-1.1,no,after\n"


@pytest.fixture
def judged(indexed: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """An index of one paper, with the searches, questions, commitments and mentions that were judged on it."""
    rows = (
        "neglect subgroup,word,before,neglect,3",
        '"""subgroup neglect""",phrase,after,neglect,2',
        "qqzzqq,nonsense,after,neglect,0",
    )
    table = tmp_path / "judgements" / "searches.csv"
    table.parent.mkdir()
    table.write_text("\n".join(("search,shape,written,document,grade", *rows, "")))
    marks = ("document,anchor,quote,label,owner,due_from,due_to,written", *MARKED, "")
    table.with_name("commitments.csv").write_text("\n".join(marks))
    table.with_name("questions.csv").write_text("\n".join((ASKED, *QUESTIONS, "")))
    table.with_name("mentions.csv").write_text("document,words,later,anchor,about,written\n" + MENTION)
    monkeypatch.setenv("MATTERS_JUDGEMENTS", str(table.parent))
    return indexed


def test_evaluate_prints_the_promised_json(judged: Run) -> None:
    searches = judged("evaluate", "--json").json["searches"]
    measured = {"ndcg@10", "precision@1", "reciprocal_rank", "empty", "unwanted", "cases"}
    groups = {"by_half": {"before", "after"}, "by_shape": {"word", "phrase", "nonsense"}}
    for means in (searches, searches["plain_whoosh"]):
        assert measured <= means.keys()
        for group, parts in groups.items():
            assert means[group].keys() == parts
            assert all(part.keys() == measured for part in means[group].values())
    word = {"ndcg@10": 1, "precision@1": 1, "reciprocal_rank": 1, "empty": 0, "unwanted": None}
    assert searches["by_shape"]["word"] == {**word, "cases": 1}
    assert searches["each"][0] == {
        "search": "neglect subgroup",
        "shape": "word",
        "written": "before",
        **word,
        "documents": ["neglect"],
        "plain_whoosh": {**word, "documents": ["neglect"]},
    }
    assert searches["each"][2]["unwanted"] == 0
    assert searches["by_search"].keys() == {"neglect subgroup", '"subgroup neglect"', "qqzzqq"}
    assert searches["by_search"]["qqzzqq"] == searches["each"][2]["ndcg@10"] == 1


def test_evaluate_prints_us_beside_plain_whoosh_and_the_worst_searches(judged: Run) -> None:
    out = judged("evaluate").out
    for expected in (r"all +3 ", r"before +1 +1.000 1.000 +1.00 1.00 +1.00 1.00 +0% +0%", r"nonsense +1 "):
        assert re.search(expected, out)
    worst = out.partition("The worst")[2]
    assert worst.index('"subgroup neglect"  [phrase]') < worst.index("neglect subgroup  [word]")


def test_evaluate_says_how_many_commitments_were_found_and_which_were_not(judged: Run) -> None:
    commitments = judged("evaluate", "--json").json["commitments"]
    figures = {
        "cases": 2,
        "commitments": 2,
        "precision": 1,
        "recall": 0.5,
        "f1": 0.6667,
        "kind": 1,
        "owner": 1,
        "due": 1,
    }
    assert {name: commitments[name] for name in figures} == figures
    assert commitments["by_half"] == {"before": figures}
    assert commitments["by_document"] == {"neglect": figures}
    assert [(line["anchor"], line["marked"], line["found"]) for line in commitments["missed"]] == [
        ("para-1.1", "plan", None)
    ]
    assert commitments["wrong"] == []
    out = judged("evaluate").out
    assert "Missed: 1" in out
    assert "Wrongly found: 0" in out


def test_evaluate_counts_the_judged_mentions_of_commitments(judged: Run) -> None:
    mentions = judged("evaluate", "--json").json["mentions"]
    figures = {"cases": 1, "registered": 1, "precision": None, "recall": None, "right": 0, "wrong": 0, "unjudged": 0}
    assert mentions == {**figures, "by_half": {"after": figures}}
    assert "1 of 1 judged commitments in the register" in judged("evaluate").out


def test_evaluate_says_how_many_questions_were_answered_rightly_and_refused_rightly(judged: Run) -> None:
    questions = judged("evaluate", "--json").json["questions"]
    figures = {
        "cases": 5,
        "answered": 3,
        "right": 0.3333,
        "right_paragraph": 0.3333,
        "wrongly_answered": 0.5,
        "rightly_refused": 0.5,
        "wrongly_refused": 0.3333,
    }
    assert {name: questions[name] for name in figures} == figures
    assert questions["by_half"].keys() == {"before", "after"}
    assert questions["by_kind"].keys() == {"front", "date", "none"}
    assert all(
        part.keys() == figures.keys() for part in (*questions["by_half"].values(), *questions["by_kind"].values())
    )
    assert questions["by_half"]["before"]["rightly_refused"] is None
    assert [one["outcome"] for one in questions["each"]] == [
        "right",
        "wrong",
        "wrongly refused",
        "rightly refused",
        "wrongly answered",
    ]
    assert questions["each"][0].keys() == {"question", "kind", "written", "outcome", "confidence"}
    assert questions["each"][2]["confidence"] is None


def test_evaluate_lists_what_was_answered_wrongly(judged: Run) -> None:
    out = judged("evaluate").out
    assert "Wrongly answered: 1" in out
    assert "Wrong: 1" in out
    assert "Which committee considered the neglect report?  [neglect#p-1] Children's Scrutiny Committee" in out


def test_evaluate_has_everything_that_is_judged(judged: Run) -> None:
    assert judged("evaluate", "--json").json.keys() >= {"searches", "questions", "commitments", "mentions"}


@pytest.mark.parametrize(
    ("name", "row", "sentence"),
    [
        (
            "questions",
            "why,reason,neglect,,because,,before",
            "questions.csv, line 7: a place that answers has document",
        ),
        ("mentions", "neglect,words,neglect,p-1,perhaps,before", "mentions.csv, line 3"),
    ],
)
def test_evaluate_names_the_line_of_a_wrong_question_or_mention(
    judged: Run, tmp_path: Path, name: str, row: str, sentence: str
) -> None:
    with (tmp_path / "judgements" / f"{name}.csv").open("a") as file:
        file.write(f"{row}\n")
    ran = judged("evaluate")
    assert (ran.status, ran.out) == (2, "")
    assert sentence in ran.err


def test_evaluate_names_the_line_of_a_wrong_judgement(judged: Run, tmp_path: Path) -> None:
    with (tmp_path / "judgements" / "searches.csv").open("a") as file:
        file.write("neglect,verse,before,neglect,3\n")
    ran = judged("evaluate")
    assert (ran.status, ran.out) == (2, "")
    assert "searches.csv, line 5: there is no shape 'verse'" in ran.err


def test_a_files_name_cannot_steer_the_terminal(run: Run, folder: Path) -> None:
    (folder / "evil\x1b[2J.pdf").write_bytes(b"")
    ran = run("index", folder)
    assert ran.status == 1
    assert "\x1b" not in ran.out
    assert run("problems", "--json").json["problems"]


def test_serve_says_in_one_sentence_that_a_port_is_taken(indexed: Run) -> None:
    assert indexed("problems").status == 0
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        command = [sys.executable, "-m", "indexer", "serve", "--port", str(taken.getsockname()[1])]
        ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 2
    assert ran.stderr.endswith("Give another --host or --port.\n")


def test_search_tells_what_it_read_from_a_sentence_and_can_be_told_not_to(indexed: Run) -> None:
    sentence = "what did scrutiny say about neglect since 2022"
    told = "read as: committee Children's scrutiny; topic Neglect; from 1 January 2022"
    assert told in indexed("search", sentence).out.splitlines()
    assert "read as" not in indexed("search", sentence, "--words-only").out
    assert indexed("search", sentence, "--words-only", "--json").json["words"] == sentence
