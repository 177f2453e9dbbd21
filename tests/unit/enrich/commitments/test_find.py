"""Forty ways in which councils promise, sixteen that look alike and are none, and RESOLVED in its spellings."""

from __future__ import annotations

import pytest

from indexer.model.document import Kind
from tests.unit.enrich.commitments.told import found_in, in_minutes


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("RESOLVED: That the Corporate Parenting Strategy 2024–2027 be approved.", "decision"),
        ("RESOLVED that the training figures be circulated to members.", "decision"),
        (
            (
                "RESOLVED – That authority be delegated to the Director of Play, in consultation with the Cabinet "
                "Member, to finalise the plan."
            ),
            "decision",
        ),
        ("Agreed that the letter will be shared with the Board.", "decision"),
        ("It was agreed that the Head of Early Help would shorten the form and say how.", "decision"),
        ("RESOLVED: That an update be brought back to the Committee in six months.", "decision"),
        ("That officers be requested to look again at the waiting times.", "decision"),
        ("It was requested that figures on bus passes be brought to a later meeting.", "decision"),
        ("The Chairman asked that the map of districts be printed larger.", "decision"),
        ("RESOLVED that three members be chosen to taste the menus.", "decision"),
        ("The Head of Fostering undertook to check the figure.", "undertaking"),
        ("The Director agreed to write to the schools concerned.", "undertaking"),
        ("The Head of the Virtual School would send members the list of schools.", "undertaking"),
        ("The Assistant Director confirmed that the new team would be in place by the spring.", "undertaking"),
        ("The Director assured members that parents would be consulted before any change.", "undertaking"),
        ("Ms Bee promised to arrange a visit.", "undertaking"),
        ("The Service Manager would provide a written response.", "undertaking"),
        ("A note would be provided to Members following the meeting.", "plan"),
        ("Further details will be circulated.", "plan"),
        ("The item would be added to the agenda of the next meeting.", "plan"),
        ("The Chairman advised that a letter would go round for volunteers.", "undertaking"),
        ("Members noted that a first sketch of the scheme would be shown to them in due course.", "plan"),
        ("A short film about the plan would be made once the words were settled.", "plan"),
        ("The spelling of the leaflet would be mended by the corporate director.", "plan"),
        ("It was confirmed that the toy library would be moved and counted in the next month.", "plan"),
        ("The Committee was advised that the drawings would be handed back to it.", "plan"),
        ("A toy bank was to be set up.", "plan"),
        ("ACTION – Clerk: circulate the dates of visits.", "action"),
        ("Action: Officers to provide a briefing on exclusions.", "action"),
    ],
)
def test_minutes_promise_in_the_subjunctive_and_in_reported_speech(text: str, kind: str) -> None:
    (commitment,) = in_minutes(text)
    assert commitment.kind == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A new hub will be launched in May 2026.", "plan"),
        ("The Council will roll out the toolkit to all schools.", "plan"),
        ("A lead nurse is to be designated.", "plan"),
        ("The review is scheduled for October 2025.", "plan"),
        ("The second home is due to open in the spring.", "plan"),
        ("A training day is planned for June 2026.", "plan"),
        ("The service intends to recruit four advisers by March 2026.", "plan"),
        ("Caseloads are to come down to 16 by March 2026.", "target"),
        ("A list of good toys is under development.", "plan"),
        ("The plan will be reviewed every two years.", "plan"),
        ("The protocol will be monitored each month by the Board.", "plan"),
        ("The drawings will be hung in all libraries in the new year.", "plan"),
        ("The painters will start on the roof in January 2026.", "plan"),
        ("The new form comes into use on 1 April 2026.", "plan"),
        ("We will publish the results by the end of October.", "plan"),
        ("From January every carer is to have a named supervisor.", "plan"),
        ("I will write to every school before half term.", "undertaking"),
        ("We will continue to work with partners.", "intention"),
        ("We aim to reduce the number of moves.", "intention"),
        ("We hope to open a second hub.", "intention"),
        ("Options for a second hub could be explored.", "intention"),
        ("The Government will publish new guidance in the spring.", "external"),
        ("Ofsted has said that it will return within two years.", "external"),
    ],
)
def test_reports_promise_with_will_and_is_to_and_by_what_is_planned(text: str, kind: str) -> None:
    (commitment,) = found_in(text)
    assert commitment.kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "A new pathway has been developed.",
        "The letter was sent on 3 May 2025.",
        "The Council must publish its offer by 30 June 2026.",
        "Each authority is required to report on this every year.",
        "The team provides advice to schools and helps families early.",
        "Two more hubs will undoubtedly be popular.",
        "Demand will rise over the next two years.",
        "The cost would be £40,000 a year.",
        "If the bid failed, the team would be smaller.",
        "Should numbers double, a second team would be needed.",
        "Had money allowed, the service would have liked a second team.",
        "The loan, which would be repaid over ten years, was refused.",
        "The proposal will not be taken forward.",
        "No new posts will be created.",
        "Children should feel safe at home.",
        "What will happen when the grant ends?",
        "Cabinet agreed in July 2019 that two homes would be opened.",
        "In 2018 the partnership said that every worker would be trained by March 2020.",
        "The hub was to have opened in April.",
        "Inspectors recommended that the Council “ensure that every plan is reviewed”.",
        "This report sets out how the Council will meet its duties.",
        "The aim of this paper is to describe the service.",
        "It is to be hoped that numbers fall.",
    ],
)
def test_reports_that_tell_describe_or_foresee_promise_nothing(text: str) -> None:
    assert found_in(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "RESOLVED: That the report be noted.",
        "RESOLVED – That the presentation be received and officers be thanked.",
        "RESOLVED: That the minutes of 3 June 2025 be signed as a correct record.",
        "RESOLVED – That the inspection outcome be welcomed.",
        "The service had recruited two workers who would be able to visit at weekends.",
        "The rise would be due to the new way of counting.",
        "Councillor Moss asked whether the hub would open at weekends.",
        "Councillor Moss asked for a breakdown by ward.",
        "Members would recall that the hub should have opened in April.",
        "The item was deferred.",
        "The next meeting will be held on 14 October 2025 at 6.00 pm.",
        "The meeting closed at 8.15 pm.",
        "The suggestion was not taken up.",
    ],
)
def test_minutes_that_note_ask_or_explain_promise_nothing(text: str) -> None:
    assert in_minutes(text) == ()


@pytest.mark.parametrize(
    "mark",
    [
        "RESOLVED that",
        "RESOLVED:",
        "RESOLVED: That",
        "RESOLVED –",
        "RESOLVED - That",
        "RESOLVED:-",
        "RESOLVED :- That",
        "RESOLVED, That –",
        "RESOLVED -(1) That",
        "Resolved: - That",
        "Resolved:- (a) That",
        "Resolved – That",
        "Resolved that",
        "It was RESOLVED that",
        "It was resolved that",
        "It was RESOLVED:",
        "It was unanimously RESOLVED that",
        "RESOLVED (unanimously) that",
        "RESOLVED unanimously that",
        "RESOLVED (by 8 votes to 3): That",
        "On being put to the vote it was RESOLVED that",
        "The Committee RESOLVED that",
        "The Board AGREED that",
        "AGREED that",
        "AGREED:",
        "AGREED –",
        "AGREED (unanimously) that",
        "It was agreed that",
        "Agreed –",
        "DECISION: That",
        "Decision made: That",
        "Decision: That",
        "Following discussion, it was RESOLVED that",
    ],
)
def test_a_resolution_is_found_however_it_is_marked_and_its_action_begins_behind_the_mark(mark: str) -> None:
    (commitment,) = in_minutes(f"{mark} the offer be rewritten with carers by 1 March 2026.")
    assert commitment.kind == "decision"
    assert commitment.action == "the offer be rewritten with carers by 1 March 2026"


@pytest.mark.parametrize("mark", ["RESOLVED", "RESOLVED:", "RESOLVED –", "AGREED", "Resolved:-", "Decision:"])
def test_clauses_in_paragraphs_of_their_own_below_the_mark_are_decided_each(mark: str) -> None:
    found = in_minutes(
        mark,
        "(1) That the report be noted;",
        "(2) That the Chair reply to the letter; and",
        "(3) That the plan be published.",
    )
    assert [commitment.action for commitment in found] == ["the Chair reply to the letter", "the plan be published"]
    assert {commitment.lead_in for commitment in found} == {mark}


def test_a_resolution_whose_mark_the_page_has_dropped_is_one_still() -> None:
    found = in_minutes("That the strategy be adopted.", "Members spoke about the strategy at length.")
    assert [commitment.kind for commitment in found] == ["decision"]


def test_below_a_heading_of_decisions_infinitives_are_decided() -> None:
    found = in_minutes(
        "To approve the scheme for 2026.", "To delegate its details to the Director of Play.", heading="Decision"
    )
    assert [commitment.owner for commitment in found if commitment.owner_stated] == ["the Director of Play"]
    assert [commitment.kind for commitment in found] == ["decision"] * 2


def test_what_a_report_asks_for_is_not_decided_yet_and_asking_to_note_is_nothing() -> None:
    found = found_in(
        "That the Committee note the report.",
        "That the Chair write to the Minister.",
        heading="Recommendations",
    )
    assert [commitment.kind for commitment in found] == ["recommendation"]


@pytest.mark.parametrize(
    "lead",
    [
        "Our work over the next 12 months includes:",
        "We will:",
        "The plan has a number of steps:",
        "Next steps include:",
        "In the coming year we will:",
        "How we intend to go about it:",
        "Our priorities for 2026/27:",
    ],
)
def test_paragraphs_below_words_that_promise_are_promises_with_them_as_lead_in(lead: str) -> None:
    found = found_in(lead, "opening a hub in each district", "a protocol with the landlord", "Numbers fell in 2024.")
    assert [(commitment.quote, commitment.kind) for commitment in found] == [
        ("opening a hub in each district", "plan"),
        ("a protocol with the landlord", "plan"),
    ]
    assert {commitment.lead_in for commitment in found} == {lead}


def test_paragraphs_below_such_a_heading_are_promises_too() -> None:
    found = found_in(
        "opening a hub in each district",
        "looking into a fund for bicycles",
        heading="My next twelve months",
        kind=Kind.STATEMENT,
    )
    assert [commitment.kind for commitment in found] == ["plan", "intention"]


def test_a_list_of_what_was_done_promises_nothing() -> None:
    assert found_in("Since April we have:", "opened a hub in each district", "a protocol with the landlord") == ()


def test_what_inspectors_ask_for_is_no_promise_of_the_council() -> None:
    assert found_in("Ofsted recommended that the Council:", "improve the plans", "ensure that health is included") == ()
