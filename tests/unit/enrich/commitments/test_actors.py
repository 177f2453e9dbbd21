from __future__ import annotations

import pytest

from indexer.enrich.commitments.actors import Side, actors, beside


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("The Head of Youth Justice undertook to check", ["The Head of Youth Justice"]),
        ("by the Executive Director (Children's Services)", ["the Executive Director (Children's Services)"]),
        (
            "the Executive Director, Children, Families and Learning, after consulting the Portfolio Holder",
            ["the Executive Director, Children, Families and Learning", "the Portfolio Holder"],
        ),
        ("Head of Safeguarding and QA, with HR", ["Head of Safeguarding and QA"]),
        ("Service Manager, Leaving Care", ["Service Manager, Leaving Care"]),
        ("the Assistant Director, Social Care, leads", ["the Assistant Director, Social Care"]),
        ("That the Chair reply to Mr Bloggs", ["the Chair", "Mr Bloggs"]),
        ("Councillor A. N. Other asked", ["Councillor A. N. Other"]),
        ("officers would report back", ["officers"]),
        ("The Youth Justice Management Board met", ["The Youth Justice Management Board"]),
        ("our service and the Director's team", ["our service", "the Director's team"]),
        ("children and young people wait", []),
        ("The report was late", []),
    ],
)
def test_posts_persons_and_bodies_are_named_by_how_they_are_built(text: str, named: list[str]) -> None:
    assert [actor.text for actor in actors(text)] == named


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("the Director of Play", Side.OURS),
        ("The Government", Side.OUTSIDE),
        ("the Department for Education", Side.OUTSIDE),
        ("Ofsted", Side.OUTSIDE),
        ("inspectors", Side.OUTSIDE),
        ("another council", Side.OUTSIDE),
        ("the police", Side.PARTNER),
        ("The Integrated Care Board", Side.PARTNER),
        ("Mill Homes's board", Side.PARTNER),
        ("a probation officer", Side.PARTNER),
    ],
)
def test_whose_promise_it_would_be_is_known(text: str, side: Side) -> None:
    (actor,) = actors(text)
    assert (actor.text, actor.side) == (text, side)


def test_those_in_one_list_belong_together() -> None:
    text = "Midwives, health visitors and the therapy team meet the Director"
    named = actors(text)
    assert [actor.text for actor in beside(text, named, named[0])] == [
        "Midwives",
        "health visitors",
        "the therapy team",
    ]
