"""Which papers are one work? The figures in the docstrings of ``indexer.versions.works`` are tried here."""

from __future__ import annotations

from datetime import date

import pytest

from indexer.model.document import Document, Kind
from indexer.model.versions import Part
from indexer.versions.sketch import sketch
from indexer.versions.works import COMMON, Works, copied, find_works
from tests.unit.versions.papers import next_edition, paper, revised, sentences


def works(*papers: Document) -> Works:
    return find_works({document.id: sketch(document) for document in papers})


def joined(*papers: Document) -> bool:
    found = works(*papers).works
    return len(found) == len(papers) and len(set(found.values())) == 1


@pytest.mark.parametrize("seed", range(20))
def test_a_revision_of_a_quarter_of_the_sentences_is_a_version(seed: int) -> None:
    text = sentences(seed, 60)
    assert joined(paper("draft", text), paper("final", revised(text, 0.25, seed)))


def test_a_report_that_goes_to_three_meetings_is_one_work_named_after_the_first_id() -> None:
    text = sentences("plan", 60)
    three = [paper(name, [f"For {name}.", *text, *sentences(name, 4)]) for name in ("scrutiny", "cabinet", "council")]
    found = works(*three, paper("another", sentences("another", 60)))
    assert found.works == {"scrutiny": "cabinet", "cabinet": "cabinet", "council": "cabinet"}


@pytest.mark.parametrize("seed", range(20))
def test_editions_of_one_template_are_not_versions(seed: int) -> None:
    """Monitoring every quarter: one sentence in five is new, and every number."""
    edition, editions = sentences(seed, 60), []
    for quarter in range(6):
        editions.append(paper(f"q{quarter}", edition, title="Placement monitoring"))
        edition = next_edition(edition, 0.2, (seed, quarter))
    assert works(*editions) == Works()


def test_a_title_for_another_year_is_another_work_even_without_a_number_in_it() -> None:
    text = sentences("yearly", 60, figures=False)
    again = revised(text, 0.1, "again")
    assert joined(paper("a", text, title="Annual report"), paper("b", again, title="Annual report"))
    assert not joined(paper("a", text, title="Annual report 2022/23"), paper("b", again, title="Annual report 2023/24"))


def test_minutes_of_two_meetings_are_not_versions_and_draft_and_approved_minutes_are() -> None:
    text = sentences("minutes", 40)

    def minutes(name: str, day: int) -> Document:
        return paper(name, text, kind=Kind.MINUTES, title="Minutes", met=date(2024, 5, day))

    assert not joined(minutes("may", 7), minutes("june", 14))
    assert joined(minutes("draft", 7), minutes("approved", 7))


def test_what_stands_in_many_papers_is_boilerplate_and_joins_none() -> None:
    standing = sentences("standing orders", 40, figures=False)
    papers = [paper(f"paper-{n:02}", [*standing, *sentences(n, 12)]) for n in range(COMMON + 1)]
    assert works(*papers) == Works()


def test_a_few_words_prove_nothing() -> None:
    assert works(paper("a", sentences("short", 2)), paper("b", sentences("short", 2))) == Works()


def test_two_reports_in_one_pack_are_parts_of_it_and_two_works() -> None:
    front, one, two = sentences("front", 10), sentences("one", 50), sentences("two", 30)
    pack = paper("pack", [*front, *one, *two], kind=Kind.AGENDA, met=date(2024, 5, 7))
    found = works(pack, paper("one", one), paper("two", two))
    assert found.works == {"one": "one", "two": "two"}
    assert found.parts == {"pack": (Part(document="one", start=10), Part(document="two", start=60))}


def test_a_pack_is_no_version_of_a_report_that_fills_it() -> None:
    text = sentences("report", 50)
    pack = paper("pack", [*sentences("front", 3), *text], kind=Kind.AGENDA, met=date(2024, 5, 7))
    assert works(pack, paper("report", text)).works == {"report": "report"}


def test_a_longer_paper_that_is_no_agenda_holds_what_is_less_than_half_of_it() -> None:
    plan = sentences("plan", 40)
    cover = paper("cover", [*sentences("cover", 60), *plan], kind=Kind.CABINET_REPORT)
    assert works(cover, paper("plan", plan)).parts == {"cover": (Part(document="plan", start=60),)}
    assert joined(paper("short-cover", [*sentences("cover", 20), *plan]), paper("plan", plan))


def test_the_passages_of_a_pack_name_the_work_they_are_printed_from() -> None:
    pack = sketch(paper("pack", ["Agenda.", *sentences("one", 3), "Interval.", *sentences("two", 2)]))
    parts = [
        ("work-2", sketch(paper("two", sentences("two", 2)))),
        ("work-1", sketch(paper("one", sentences("one", 3)))),
    ]
    assert copied(pack, parts) == (None, "work-1", "work-1", "work-1", None, "work-2", "work-2")
