from __future__ import annotations

import pytest

from indexer.search.language import read_query
from indexer.search.relax import MOST_PARTS, easier


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("knife amnesty", [[("without knife", "amnesty"), ("without amnesty", "knife")], []]),
        (
            "the knife amnesty day",
            [
                [
                    ("without knife", "amnesty day"),
                    ("without amnesty", "knife day"),
                    ("without day", "knife amnesty"),
                ],
                [("knife alone", "knife"), ("amnesty alone", "amnesty"), ("day alone", "day")],
            ],
        ),
        ("knife -school", [[("even with school", "knife")], []]),
        ("-school", [[], []]),
        ("knife", [[], []]),
        ("", [[], []]),
        ('"knife crime"', [[('"knife crime" with its words anywhere', "knife crime")], []]),
        ("knife NEAR crime", [[("knife NEAR crime with its words anywhere", "knife crime")], []]),
        (
            '"pathway plans" zebra',
            [
                [
                    ('without "pathway plans"', "zebra"),
                    ("without zebra", '"pathway plans"'),
                    ('"pathway plans" with its words anywhere', "pathway plans zebra"),
                ],
                [],
            ],
        ),
    ],
)
def test_easier_queries_leave_out_one_part_or_take_a_phrase_apart(
    typed: str, offered: list[list[tuple[str, str]]]
) -> None:
    assert [list(queries) for queries in easier(read_query(typed).syntax)][1:] == offered


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("negl", [("words that begin with negl", "negl*")]),
        ("negl strat -adult", [("words that begin with negl, strat", "negl* strat* -adult")]),
        ('neglec "pathway plans"', [("words that begin with neglec", 'neglec* "pathway plans"')]),
        ("ne", []),
        ("2025/26 s.47 18-25 GCP2", []),
        ('"negl" stra* -adult', []),
        ("", []),
    ],
)
def test_words_that_may_be_typed_by_half_are_tried_as_beginnings_first(
    typed: str, offered: list[tuple[str, str]]
) -> None:
    assert list(next(easier(read_query(typed).syntax))) == offered


def test_nobody_is_offered_more_searches_than_can_be_run_at_once() -> None:
    typed = " ".join(f"word{n}" for n in range(20))
    assert all(len(queries) <= MOST_PARTS for queries in easier(read_query(typed).syntax))
