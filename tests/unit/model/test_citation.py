"""Does a citation lead a stranger to the very paragraph, and to no other?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.model.citation import citation, citations
from indexer.model.document import Basis, Block, Document, Exemption, Fact, Kind, Paragraph, Section, Table
from indexer.model.raw import Source

MEETING = Fact(value=date(2016, 6, 7), basis=Basis.STATED, where="line 2")


def paper(sections: Sequence[Section], kind: Kind = Kind.OTHER) -> Document:
    return Document(
        id="paper",
        source=Source(path="paper.txt", sha256="0" * 64, media_type="text/plain", size=1, read_by="text"),
        title=Fact(value="Kinship care", basis=Basis.STATED, where="line 3"),
        kind=Fact(value=kind, basis=Basis.STATED, where="line 3"),
        exemption=Fact(value=Exemption.OPEN, basis=Basis.INFERRED, where="nothing"),
        sections=tuple(sections),
        committee=Fact(value="Cabinet", basis=Basis.STATED, where="line 1"),
        date=MEETING,
    )


def section(
    *blocks: Block, heading: str = "Offer", number: str | None = None, below: Sequence[Section] = ()
) -> Section:
    return Section(anchor="section-1", heading=heading, level=1, number=number, blocks=blocks, sections=tuple(below))


def paragraph(anchor: str, number: str | None = None, page: int | None = None) -> Paragraph:
    return Paragraph(anchor=anchor, text="Words.", number=number, page=page)


def cited(document: Document, anchor: str) -> str:
    """The place in a citation: what follows the title."""
    passage = next(passage for passage in document.passages() if passage.anchor == anchor)
    return citation(document, passage).partition('"Kinship care", ')[2]


def test_body_date_title_item_place_page_and_address_stand_in_this_order() -> None:
    document = paper([section(paragraph("para-4.2", "4.2", page=3), number="4")])
    document = replace(
        document,
        item=Fact(value="7", basis=Basis.STATED, where="line 4"),
        source=replace(document.source, url="https://council.example/7.pdf"),
    )
    assert citations(document)["para-4.2"] == (
        'Cabinet, 7 June 2016, "Kinship care", item 7, paragraph 4.2, page 3, https://council.example/7.pdf'
    )


def test_a_paragraph_of_minutes_is_cited_by_its_minute() -> None:
    sections = [
        section(paragraph("p-1"), paragraph("p-2"), heading="Kinship local offer", number="32"),
        section(paragraph("para-1", "1"), heading="Work programme", number="20/33"),
    ]
    minutes = paper(sections, Kind.MINUTES)
    assert cited(minutes, "p-2") == 'minute 32, 2nd paragraph under "Kinship local offer"'
    assert cited(minutes, "para-1") == "minute 20/33, paragraph 1"


def test_minutes_numbered_without_headings_are_cited_by_number() -> None:
    assert cited(paper([section(paragraph("para-8", "8"), heading="")], Kind.MINUTES), "para-8") == "minute 8"


def test_the_section_is_not_said_twice_where_the_number_begins_with_it() -> None:
    below = section(paragraph("para-5.1.2", "5.1.2"), number="5.1")
    assert cited(paper([section(number="5", below=[below])]), "para-5.1.2") == "paragraph 5.1.2"


def test_a_paragraph_below_an_unnumbered_heading_is_in_the_numbered_section_above() -> None:
    below = section(paragraph("p-1"), heading="Resolved")
    assert cited(paper([section(number="5", below=[below])]), "p-1") == 'section 5, 1st paragraph under "Resolved"'


def test_what_comes_before_the_first_heading_is_counted_from_the_beginning() -> None:
    assert cited(paper([section(paragraph("p-1"), heading="")]), "p-1") == "1st paragraph from the beginning"


def test_each_row_of_a_table_has_a_citation_of_its_own() -> None:
    table = Table(anchor="table-2", header=("Kind", "Number"), rows=(("Kin", "9"), ("Foster", "80")), page=4)
    document = paper([section(table)])
    assert cited(document, "table-2-row-1") == "table 2, row 1, page 4"
    assert cited(document, "table-2-row-2") == "table 2, row 2, page 4"


def test_a_table_that_the_paper_counts_otherwise_is_cited_with_its_printed_name() -> None:
    table = Table(anchor="table-2", header=(), rows=(("Kin", "9"),), caption="Table 1: Carers")
    assert cited(paper([section(table)]), "table-2-row-1") == 'table 2 (printed as "Table 1: Carers"), row 1'
    counted_alike = replace(table, caption="Table 2: Carers")
    assert cited(paper([section(counted_alike)]), "table-2-row-1") == "table 2, row 1"


def test_a_number_that_is_used_again_is_cited_with_its_heading() -> None:
    document = paper([section(paragraph("para-1", "1")), section(paragraph("para-1-2", "1"), heading="Appendix")])
    assert cited(document, "para-1") == 'paragraph 1 under "Offer"'
    assert cited(document, "para-1-2") == 'paragraph 1 under "Appendix"'


@pytest.mark.parametrize(
    ("basis", "said"), [(Basis.STATED, "2021"), (Basis.GIVEN, "2021"), (Basis.INFERRED, "[2021, inferred]")]
)
def test_a_year_that_was_worked_out_is_marked_as_such(basis: Basis, said: str) -> None:
    document = replace(
        paper([section(paragraph("p-1"))]), date=None, year=Fact(value=2021, basis=basis, where="line 5")
    )
    assert f'Cabinet, {said}, "Kinship care"' in citations(document)["p-1"]


def test_a_date_that_was_worked_out_is_marked_as_such() -> None:
    document = replace(paper([section(paragraph("p-1"))]), date=replace(MEETING, basis=Basis.INFERRED))
    assert "[7 June 2016, inferred]" in citations(document)["p-1"]


def test_a_paper_without_date_or_year_is_undated() -> None:
    document = replace(paper([section(paragraph("p-1"))]), date=None)
    assert 'Cabinet, undated, "Kinship care"' in citations(document)["p-1"]


@st.composite
def papers(draw: st.DrawFn) -> Document:
    """Papers in which headings and numbers come again, as in an agenda pack."""
    count = 0

    def sections(depth: int) -> list[Section]:
        return [arranged(depth) for _ in range(draw(st.integers(0 if depth else 1, 3)))]

    def arranged(depth: int) -> Section:
        blocks = [block() for _ in range(draw(st.integers(0, 4)))]
        heading, number = draw(st.sampled_from(["", "Offer", "Summary"])), draw(st.sampled_from([None, "1", "2"]))
        below = sections(depth + 1) if depth < 2 else []
        return section(*blocks, heading=heading, number=number, below=below)

    def block() -> Block:
        nonlocal count
        count += 1
        page = draw(st.sampled_from([None, 1, 2]))
        if draw(st.booleans()):
            return paragraph(f"p-{count}", draw(st.sampled_from([None, "1", "1.1", "2.1"])), page)
        rows = tuple((str(row),) for row in range(draw(st.integers(1, 3))))
        return Table(anchor=f"table-{count}", header=(), rows=rows, page=page)

    return paper(sections(0), draw(st.sampled_from([Kind.MINUTES, Kind.OTHER])))


@given(papers())
def test_no_two_passages_of_a_paper_have_the_same_citation(document: Document) -> None:
    found = citations(document)
    assert set(found) == {passage.anchor for passage in document.passages()}
    assert len(set(found.values())) == len(found)
