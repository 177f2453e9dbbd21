from __future__ import annotations

from datetime import date

from indexer.model.commitment import CommitmentKind
from indexer.model.problem import Severity
from indexer.model.register import RulingKind, Status, Timing
from indexer.register.register import Register, orphan_problems
from tests.promises import due
from tests.unit.register.papers import TODAY, gathered, register, report, reported, ruling

NURSE = "A named nurse for care leavers is to be in post at Brookvale by January."
GRANT = "The Home Starter Grant is to be raised for young people who move into a first tenancy."


def test_an_entry_stands_by_what_people_decided_and_by_its_first_date() -> None:
    paper = report("a", [NURSE, GRANT], promises=[(NURSE, {"due": due(date(2025, 1, 31))}), (GRANT, {})])
    first, second = register(paper, rulings=[reported("a-2", Status.DONE)]).entries
    assert (first.status, first.timing) == (Status.STATED, Timing.OVERDUE)
    assert (second.status, second.timing) == (Status.DONE, Timing.CLOSED)
    assert [one.status for one in second.rulings] == [Status.DONE]


def test_decisions_are_put_in_the_order_of_time_whatever_their_order_in_the_file() -> None:
    said = [reported("a-1", Status.DONE, 9), reported("a-1", Status.DELAYED, 3, anchor="para-2")]
    (entry,) = register(report("a", [NURSE]), rulings=said).entries
    assert [one.when.day for one in entry.rulings] == [3, 9]
    assert entry.status is Status.DONE


def test_a_weak_one_is_firm_once_a_person_says_that_it_is_a_commitment() -> None:
    paper = report("a", [NURSE], promises=[(NURSE, {"kind": CommitmentKind.INTENTION})])
    assert not register(paper).entries[0].is_firm
    assert register(paper, rulings=[ruling("a-1", RulingKind.CONFIRM)]).entries[0].is_firm


def test_an_entry_is_found_by_the_id_of_any_version() -> None:
    papers = [report("a", [NURSE]), report("b", [NURSE])]
    found = Register(gathered(*papers, relatives={"a": {"b"}, "b": {"a"}}), [reported("b-1", Status.DONE)], TODAY)
    assert found.by_id["b-1"] is found.by_id["a-1"] is found.entries[0]
    assert found.entries[0].status is Status.DONE
    assert found.by_document["b"]["para-1"] == found.by_document["a"]["para-1"] == (found.entries[0],)


def test_a_decision_is_found_again_by_its_words_when_the_id_has_changed() -> None:
    said = reported("old-id", Status.DONE, quote=NURSE.replace("'", "’").upper() + "  ")
    found = register(report("a", [NURSE, GRANT]), rulings=[said])
    assert [entry.status for entry in found.entries] == [Status.DONE, Status.STATED]
    assert found.orphans == ()


def test_a_decision_whose_words_have_gone_or_stand_in_several_papers_is_kept_and_named() -> None:
    papers = [report("a", [NURSE]), report("b", [NURSE.replace("January", "June")]), report("c", [NURSE])]
    gone = reported("old", Status.DONE, quote=GRANT, line=7)
    twice = reported("old", Status.DONE, quote=NURSE, line=8)
    found = register(*papers, rulings=[gone, twice])
    assert found.orphans == (gone, twice)
    assert {entry.status for entry in found.entries} == {Status.STATED}
    problems = orphan_problems(found.orphans)
    assert [problem.where for problem in problems] == ["decisions.csv, line 7", "decisions.csv, line 8"]
    assert {problem.severity for problem in problems} == {Severity.NOTICE}
    assert GRANT[:60] in problems[0].message


def test_a_decision_without_words_is_found_by_its_id_only() -> None:
    found = register(report("a", [NURSE]), rulings=[reported("old-id", Status.DONE)])
    assert len(found.orphans) == 1
