from __future__ import annotations

from datetime import date

import pytest

from indexer.model.document import Kind
from indexer.register.gathered import Gathered
from tests.promises import due
from tests.unit.register.papers import gathered, report

NURSE = "A named nurse for care leavers is to be in post at Brookvale by January."
GRANT = "The Home Starter Grant is to be raised for young people who move into a first tenancy."
SPRING, SUMMER, AUTUMN = date(2024, 3, 5), date(2024, 6, 4), date(2024, 9, 3)


def ids(found: tuple[Gathered, ...]) -> list[str]:
    return [one.commitment.id for one in found]


def versions(*names: str) -> dict[str, set[str]]:
    return {name: set(names) - {name} for name in names}


def test_commitments_come_by_the_date_of_their_paper_and_those_without_one_last() -> None:
    found = gathered(report("c", [GRANT], None), report("b", [NURSE], SUMMER), report("a", [GRANT + " Soon."], AUTUMN))
    assert ids(found) == ["b-1", "a-1", "c-1"]


def test_the_same_commitment_in_versions_of_a_paper_is_one_and_the_first_paper_has_it() -> None:
    scrutiny, cabinet = report("scrutiny", [NURSE, GRANT], SPRING), report("cabinet", [GRANT, NURSE], SUMMER)
    found = gathered(cabinet, scrutiny, relatives=versions("scrutiny", "cabinet"))
    assert ids(found) == ["scrutiny-1", "scrutiny-2"]
    assert [copy.document.id for one in found for copy in one.copies] == ["cabinet", "cabinet"]
    assert [copy.commitment.quote for copy in found[0].copies] == [NURSE]


def test_a_date_that_a_later_version_changes_does_not_part_them_and_the_first_is_kept() -> None:
    first, later = NURSE.replace("January", "March 2025"), NURSE.replace("January", "June 2025")
    papers = [
        report("scrutiny", [first], SPRING, promises=[(first, {"due": due(date(2025, 3, 31))})]),
        report("council", [later], SUMMER, promises=[(later, {"due": due(date(2025, 6, 30))})]),
    ]
    (found,) = gathered(*papers, relatives=versions("scrutiny", "council"))
    assert found.first_due == due(date(2025, 3, 31))
    assert found.copies[0].commitment.due == due(date(2025, 6, 30))


def test_a_promise_written_anew_in_a_version_is_another_commitment() -> None:
    first = "The share of posts held by agency workers is to be brought below 15% by March 2025."
    anew = "The share of posts held by agency workers is to be 14% by March 2026, with a payment of £3,000."
    papers = report("draft", [first], SPRING), report("final", [anew], SUMMER)
    assert ids(gathered(*papers, relatives=versions("draft", "final"))) == ["draft-1", "final-1"]


def test_a_paper_has_its_commitment_rather_than_the_agenda_of_the_same_day_that_holds_it() -> None:
    pack = report("a-pack", [NURSE], SPRING, kind=Kind.AGENDA)
    (found,) = gathered(pack, report("z-paper", [NURSE], SPRING), relatives=versions("a-pack", "z-paper"))
    assert found.document.id == "z-paper"
    assert [copy.document.id for copy in found.copies] == ["a-pack"]


def test_each_of_two_like_commitments_of_one_paper_has_its_own_in_the_version() -> None:
    twice = ["The board is to meet in Thrupwell in March.", "The board is to meet in Stannick in March."]
    found = gathered(report("a", twice, SPRING), report("b", twice, SUMMER), relatives=versions("a", "b"))
    assert [[copy.commitment.quote for copy in one.copies] for one in found] == [[quote] for quote in twice]


def test_nearly_the_same_words_in_a_paper_that_is_no_version_repeat_the_earlier_one() -> None:
    again = NURSE.replace("A named nurse", "As promised, a named nurse")
    found = gathered(report("a", [NURSE], SPRING), report("b", [GRANT, again], SUMMER))
    assert ids(found) == ["a-1", "b-1", "b-2"]
    assert [one.repeats for one in found] == [None, None, "a-1"]
    assert found[0].repeated == ("b-2",)


@pytest.mark.parametrize("repeat", ["The nurse is to start in June.", "A plan for care leavers in Thrupwell."])
def test_words_that_are_only_about_the_same_repeat_nothing(repeat: str) -> None:
    assert gathered(report("a", [NURSE], SPRING), report("b", [repeat], SUMMER))[1].repeats is None


def test_a_paper_that_names_the_day_of_the_decision_it_repeats_needs_fewer_words_in_common() -> None:
    words = "The nurse for care leavers agreed on 5 March is to be in post."
    found = gathered(
        report("a", [GRANT, NURSE], SPRING),
        report("b", [words], SUMMER, promises=[(words, {"refers_to": SPRING})]),
        report("c", [words + " Soon."], SUMMER, promises=[(words + " Soon.", {"refers_to": AUTUMN})]),
    )
    assert [one.repeats for one in found] == [None, None, "a-2", "b-1"]


def test_what_is_due_at_the_same_time_needs_fewer_words_in_common_to_be_a_repeat() -> None:
    january = due(date(2025, 1, 1), date(2025, 1, 31))
    told = "The post of named nurse, to be filled for care leavers by January, is with a panel."
    other = "A home for nine young people is to be in use by January."
    papers = [
        report("a", [NURSE], SPRING, promises=[(NURSE, {"due": january})]),
        report("b", [told, other], SUMMER, promises=[(told, {"due": january}), (other, {"due": january})]),
        report("c", [told + " Soon."], AUTUMN, promises=[(told + " Soon.", {"due": due(date(2026, 1, 31))})]),
    ]
    assert [one.repeats for one in gathered(*papers[:2])] == [None, "a-1", None]
    assert gathered(papers[0], papers[2])[1].repeats is None  # another time
    assert gathered(*papers[:2], relatives=versions("a", "b"))[1].repeats is None  # written anew in a version


def test_a_later_date_does_not_move_the_clock() -> None:
    again = NURSE.replace("January", "June")
    found = gathered(
        report("a", [NURSE], SPRING, promises=[(NURSE, {"due": due(date(2025, 1, 31))})]),
        report("b", [again], SUMMER, promises=[(again, {"due": due(date(2025, 6, 30))})]),
    )
    assert [one.first_due for one in found] == [due(date(2025, 1, 31))] * 2


def test_a_date_given_later_for_what_had_none_is_the_first_date_of_both() -> None:
    found = gathered(
        report("a", [NURSE], SPRING), report("b", [NURSE], SUMMER, promises=[(NURSE, {"due": due(date(2025, 6, 30))})])
    )
    assert [one.first_due for one in found] == [due(date(2025, 6, 30))] * 2


def test_another_edition_of_what_comes_every_year_is_no_repeat() -> None:
    first = "An annual report on neglect is to be brought to the committee in June 2024."
    second = first.replace("2024", "2025")
    found = gathered(
        report("a", [first], SPRING, promises=[(first, {"due": due(date(2024, 6, 30))})]),
        report("b", [second], AUTUMN, promises=[(second, {"due": due(date(2025, 6, 30))})]),
    )
    assert found[1].repeats is None
    assert found[1].first_due == due(date(2025, 6, 30))


def test_short_phrases_that_every_minute_has_repeat_nothing() -> None:
    words = "RESOLVED: That the plan be approved."
    assert gathered(report("a", [words], SPRING), report("b", [words], SUMMER))[1].repeats is None
