from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from time import process_time

import pytest

from indexer.model.document import Block, Document, Section, Table
from indexer.model.versions import Change, ChangeKind, Comparison
from indexer.versions.changes import compare
from tests.unit.versions.papers import paper, sentences

SAME, CHANGED, ADDED, REMOVED = ChangeKind.SAME, ChangeKind.CHANGED, ChangeKind.ADDED, ChangeKind.REMOVED
A, B, C, D = sentences("changes", 4)


def passages(comparison: Comparison) -> list[Change]:
    return [change for change in comparison.changes if change.kind is not SAME]


def kinds(old: list[str], new: list[str]) -> list[ChangeKind]:
    """Of what follows the heading, which stays."""
    return [change.kind for change in compare(paper("a", old), paper("b", new)).changes[1:]]


def edited(change: Change) -> Iterator[tuple[str, str]]:
    assert change.old
    assert change.new
    for edit in change.edits:
        yield change.old.text[edit.old_start : edit.old_end], change.new.text[edit.new_start : edit.new_end]


def test_one_paragraph_added_leaves_the_others_the_same_under_new_numbers() -> None:
    assert kinds([A, B, C], [A, D, B, C]) == [SAME, ADDED, ChangeKind.RENUMBERED, ChangeKind.RENUMBERED]


def test_what_is_put_in_the_place_of_something_else_stands_after_it() -> None:
    assert kinds([A, "Nothing like it was ever seen before."], [A, B]) == [SAME, REMOVED, ADDED]


def test_a_paragraph_in_another_place_was_moved() -> None:
    changes = compare(paper("a", [A, B, C]), paper("b", [C, A, B])).changes
    moved = next(change for change in changes if change.kind is ChangeKind.MOVED)
    assert moved.old
    assert moved.new
    assert (moved.old.number, moved.new.number) == ("3", "1")
    assert not {ADDED, REMOVED} & {change.kind for change in changes}


def test_a_short_line_that_is_found_in_many_places_was_not_moved() -> None:
    assert kinds(["None at all.", A, B], [A, B, "None at all."]) == [REMOVED, *[ChangeKind.RENUMBERED] * 2, ADDED]


def test_the_words_that_changed_are_shown_and_no_others() -> None:
    old = "In September one worker in the safeguarding team had 29 children, which is too many for anybody."
    new = "In September one worker in the safeguarding team had 28 children, which is too many for most of us."
    (change,) = passages(compare(paper("a", [old]), paper("b", [new])))
    assert list(edited(change)) == [("29", "28"), ("anybody", "most of us")]


def test_quotation_marks_and_dashes_of_another_file_format_are_no_change() -> None:
    assert kinds(["It's a “plan” – for 2023-25."], ['It’s a "plan" - for 2023–25.']) == [SAME]


def test_a_paragraph_rewritten_under_the_same_number_is_one_that_changed() -> None:
    old = "The share of posts held by agency workers is to be brought below 15% by March 2025."
    new = "The share of posts held by agency workers may stay where it is until the pay of all others is settled anew."
    assert kinds([A, old], [A, new]) == [SAME, CHANGED]
    assert kinds([A, old], [A, B, new]) == [SAME, REMOVED, ADDED, ADDED]


def tabled(document: Document, table: Table, heading: str = "Report") -> Document:
    blocks: tuple[Block, ...] = (table,)
    return replace(document, sections=(Section(anchor="section-1", heading=heading, level=1, blocks=blocks),))


def test_rows_heads_captions_and_headings_are_compared_too() -> None:
    rows = (("Vacant posts in the teams", "38"), ("Filled posts in the teams", "148"))
    old = Table(anchor="table-1", header=("Posts", "At 30 September"), rows=rows, caption="Table 1: Posts by team")
    new = replace(old, header=("Posts", "At 31 October"), rows=(rows[0], (*rows[1][:1], "149")))
    changes = passages(compare(tabled(paper("a", []), old), tabled(paper("b", []), new, "Report in full")))
    assert [(change.kind, change.old and change.old.anchor) for change in changes] == [
        (CHANGED, "section-1"),
        (CHANGED, "table-1"),
        (CHANGED, "table-1-row-2"),
    ]


@pytest.mark.parametrize("name", ["a-pack", "z-pack"])
def test_of_a_pack_only_the_stretch_with_the_paper_is_compared(name: str) -> None:
    text = sentences("report", 20)
    front, back = sentences("front", 30), sentences("back", 30)
    pack = paper(name, [*front, *text[:10], D, *text[10:], *back], numbered=False)
    report = paper("m", text, numbered=False)
    into = compare(report, replace(pack, sections=(replace(pack.sections[0], heading=""),)), partly=True)
    assert into.counts == {SAME: 20, ADDED: 1, REMOVED: 1}  # the heading of the report is not printed in the pack
    out = compare(pack, report, partly=True)
    assert out.counts[SAME] >= 20
    assert out.counts[ADDED] + out.counts[REMOVED] <= 2
    assert out.partly


def rows(name: str) -> list[str]:
    """A long table as paragraphs: every second row says nothing, and the others are this paper's own."""
    return [text for number in range(800) for text in ("Nil return", f"{name}{number}")]


def test_long_tables_that_share_only_rows_that_say_nothing_are_compared_soon() -> None:
    started = process_time()
    changes = kinds(rows("old"), rows("new"))
    assert process_time() - started < 5  # seconds; with every pair of such rows tried, twenty-five
    assert changes.count(ADDED) == changes.count(REMOVED)


def test_a_row_that_says_nothing_stays_the_same_in_a_long_table() -> None:
    old = rows("row")
    new = [text if text != "row7" else "Another thing altogether here" for text in old]
    assert [kind for kind in kinds(old, new) if kind is not SAME] == [REMOVED, ADDED]
