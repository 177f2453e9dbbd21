"""Is it told what a question wants, which of its words only ask, and what it counts, however sloppily it is typed?"""

from __future__ import annotations

import pytest

from indexer.answer.question import read_question
from indexer.answer.wants import PaperFact, about_the_paper, counted_thing
from indexer.model.answer import AnswerKind as Kind

# A question, what it wants, and the words that are left of it to be looked for.
ASKED = (
    ("When is the audit of pathway plans?", Kind.DATE, "audit pathway plans"),
    ("whens the next audit", Kind.DATE, "next audit"),
    ("by what date must the plan be ready", Kind.DATE, "plan ready"),
    ("what year did the hub open", Kind.DATE, "hub open"),
    ("audit of pathway plans date", Kind.DATE, "audit pathway plans"),
    ("deadline for the SEND strategy", Kind.DATE, "SEND strategy"),
    ("How long do children wait for an assessment?", Kind.PERIOD, "children wait assessment"),
    ("over what years did numbers fall", Kind.PERIOD, "over numbers fall"),
    ("Who chairs the neglect group?", Kind.PERSON, "chairs neglect group"),
    ("so who runs the hub then", Kind.PERSON, "runs hub"),
    ("which councillor asked about taxis", Kind.PERSON, "councillor asked taxis"),
    ("chair of the panel", Kind.PERSON, "chair panel"),
    ("What is Jo Marsh's job?", Kind.ROLE, "Jo Marsh's"),
    ("Jo Marsh job title", Kind.ROLE, "Jo Marsh"),
    ("Who is Jo Marsh?", Kind.ROLE, "Jo Marsh"),
    ("what does Jo Marsh do", Kind.ROLE, "Jo Marsh"),
    ("What did Jo Marsh do before she came here?", Kind.ROLE, "Jo Marsh before came"),
    ("Which organisation runs the holiday club?", Kind.ORGANISATION, "organisation runs holiday club"),
    ("what charity runs advocacy", Kind.ORGANISATION, "charity runs advocacy"),
    ("How many children used the holiday programme?", Kind.NUMBER, "children used holiday programme"),
    ("how often does the panel meet", Kind.NUMBER, "panel meet"),
    ("at what age do children leave care", Kind.NUMBER, "children leave care"),
    ("average caseload social workers", Kind.NUMBER, "average caseload social workers"),
    ("how much did the taxis cost", Kind.MONEY, "taxis cost"),
    ("how much is a bus pass", Kind.MONEY, "bus pass"),
    ("how much of the floor was wet", Kind.NUMBER, "floor wet"),
    ("what are we paying for agency staff", Kind.MONEY, "paying agency staff"),
    ("taxi budget 2024", Kind.MONEY, "taxi budget 2024"),
    ("What percentage of plans are for neglect?", Kind.PERCENTAGE, "plans neglect"),
    ("how many per cent of plans are late", Kind.PERCENTAGE, "plans late"),
    ("share of care leavers in work", Kind.PERCENTAGE, "care leavers work"),
    ("Where is the family hub?", Kind.PLACE, "family hub"),
    ("which ward is the home in", Kind.PLACE, "ward home"),
    ("What grade did Ofsted give us for care leavers?", Kind.GRADE, "Ofsted care leavers"),
    ("how was the service rated", Kind.GRADE, "service"),
    ("care leavers judgement", Kind.GRADE, "care leavers"),
    ("What is the holiday programme called?", Kind.NAME, "holiday programme"),
    ("name of the app for care leavers", Kind.NAME, "app care leavers"),
    ("Why was the hub delayed?", Kind.REASON, "hub delayed"),
    ("how come it was late", Kind.REASON, "come late"),
    ("what caused the overspend", Kind.REASON, "overspend"),
    ("reason for the delay", Kind.REASON, "delay"),
    ("What are the five practice priorities?", Kind.LIST, "five practice priorities"),
    ("who sits on the corporate parenting board", Kind.PERSON, "corporate parenting board"),
    ("who was present at the panel", Kind.PERSON, "present panel"),
    ("What is GCP2?", Kind.DEFINITION, "GCP2"),
    ("What’s GCP2?", Kind.DEFINITION, "GCP2"),
    ("what does MASH stand for", Kind.DEFINITION, "MASH"),
    ("Can someone tell me what a pathway plan is?", Kind.DEFINITION, "pathway plan"),
    ("phone number for the hub", Kind.CONTACT, "hub"),
    ("who do I ring about a worry", Kind.CONTACT, "worry"),
    ("Is there a waiting list?", Kind.YES_NO, "waiting list"),
    ("do foster carers get mileage", Kind.YES_NO, "foster carers mileage"),
    ("can foster carers claim mileage", Kind.YES_NO, "foster carers claim mileage"),
    ("Isn’t there a waiting list?", Kind.YES_NO, "waiting list"),
    ("can you tell me who runs the hub", Kind.PERSON, "runs hub"),
    ("do you know when the hub opens", Kind.DATE, "hub opens"),
    ("what is the latest position on mental health support", Kind.OTHER, "position mental health support"),
    ("what was agreed", Kind.OTHER, "agreed"),
    ("what happened next", Kind.OTHER, "next"),
    ("what did the director say about agency staff", Kind.OTHER, "director agency staff"),
    ("what does the council think of taxis", Kind.OTHER, "council think taxis"),
    ("what does the council do about taxis", Kind.OTHER, "council taxis"),
    ("holiday programme", Kind.OTHER, "holiday programme"),
    ("what is it", Kind.DEFINITION, ""),
    ("the of and", Kind.OTHER, ""),
    ("????", Kind.OTHER, ""),
    ("", Kind.OTHER, ""),
)


@pytest.mark.parametrize(("typed", "kind", "words"), ASKED, ids=[typed for typed, _, _ in ASKED])
def test_a_question_wants_a_kind_of_thing_about_some_words(typed: str, kind: Kind, words: str) -> None:
    question = read_question(typed)
    assert (question.kind, " ".join(word.typed for word in question.words)) == (kind, words)


def test_every_kind_is_asked_for_above() -> None:
    assert {kind for _, kind, _ in ASKED} | {Kind.FRONT} == set(Kind)


@pytest.mark.parametrize(
    ("typed", "counted"),
    [
        ("How many children used the programme?", ("children",)),
        ("how many supported lodgings closed", ("support", "lodg")),
        ("how many newly qualified nurses left", ("newli", "qualifi", "nurs")),
        ("how many foster carers did we recruit", ("foster", "carer")),
        ("number of plans", ("plan",)),
        ("how many of the plans were late", ()),
        ("what percentage of care leavers are in work", ("care", "leaver")),
        ("how many per cent of plans are for neglect", ("plan",)),
        ("how old is the hub", ()),
        ("who counts the plans", ()),
    ],
)
def test_what_is_counted_ends_where_its_name_does(typed: str, counted: tuple[str, ...]) -> None:
    assert counted_thing(typed) == counted


@pytest.mark.parametrize(
    ("typed", "fact", "words"),
    [
        ("Who wrote the report on fostering?", PaperFact.AUTHOR, "fostering"),
        ("author of the fostering paper", PaperFact.AUTHOR, "fostering"),
        ("whose report was it on fostering", PaperFact.AUTHOR, "fostering"),
        ("Which committee considered the fostering report?", PaperFact.COMMITTEE, "fostering"),
        ("what meeting had the fostering paper", PaperFact.COMMITTEE, "fostering"),
        ("where was the fostering paper discussed", PaperFact.COMMITTEE, "fostering"),
        ("When was the fostering report considered?", PaperFact.DATE, "fostering"),
        ("when did the fostering plan go to cabinet", PaperFact.DATE, "fostering plan cabinet"),
    ],
)
def test_a_question_about_a_paper_names_the_fact_and_the_paper(typed: str, fact: PaperFact, words: str) -> None:
    question = read_question(typed)
    assert (question.kind, question.about) == (Kind.FRONT, fact)
    assert " ".join(word.typed for word in question.words) == words


@pytest.mark.parametrize(
    "typed",
    [
        "Who writes to carers?",
        "Which committee considered the hub?",
        "When was the hub opened?",
        "when does the plan say that the hub will open",
        "",
    ],
)
def test_what_papers_say_is_asked_of_no_paper(typed: str) -> None:
    assert about_the_paper(typed) is None
