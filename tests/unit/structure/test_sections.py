from indexer.model.document import ListItem
from indexer.model.raw import RawBlock, RawTable, Role, Style
from tests.unit.structure.papers import (
    FRONT_SHEET,
    PROSE,
    bold,
    heading,
    labelled,
    outline,
    paper,
    paragraphs,
    section,
    tables,
)


def test_numbered_headings_and_paragraphs_keep_their_numbers() -> None:
    document = paper(*FRONT_SHEET, labelled("1.", "Aim"), labelled("1.1", PROSE), labelled("1.2", PROSE))
    assert outline(document) == [(1, "1", "Aim")]
    assert [p.anchor for p in section(document, "Aim").blocks] == ["para-1.1", "para-1.2"]


def test_numbers_typed_in_the_text_count_as_well() -> None:
    document = paper(*FRONT_SHEET, "1. Aim", f"1.1 {PROSE}", media_type="application/pdf")
    assert outline(document) == [(1, "1", "Aim")]
    assert paragraphs(document)[-1].number == "1.1"
    assert paragraphs(document)[-1].text == PROSE


def test_the_front_sheet_is_a_first_section_without_a_heading() -> None:
    document = paper(*FRONT_SHEET, labelled("1.", "Aim"), labelled("1.1", PROSE))
    front = document.sections[0]
    assert (front.anchor, front.heading) == ("section-1", "")
    assert [p.anchor for p in paragraphs(document)[:5]] == ["p-1", "p-2", "p-3", "p-4", "p-5"]
    assert "Wards: Hill Top; Riverside" in [p.text for p in paragraphs(document)]


def test_bullets_belong_to_the_paragraph_above_without_their_sign() -> None:
    document = paper(
        "Play",
        PROSE,
        labelled("2.1", "There are three:"),
        labelled("•", "swings", 0),
        labelled("•", "slides", 0),
        labelled("•", "sand", 1),
    )
    found = paragraphs(document)[-1]
    assert found.text == "There are three: swings slides sand"
    assert [found.text[item.start : item.end] for item in found.items] == ["swings", "slides", "sand"]
    assert [item.level for item in found.items] == [0, 0, 1]


def test_letters_stay_in_the_text_and_romans_stand_below_them() -> None:
    document = paper("Play", PROSE, labelled("2.1", "Agree"), "(a) first", "(i) inner", "(ii) inner", "(b) second")
    found = paragraphs(document)[-1]
    assert found.text == "Agree (a) first (i) inner (ii) inner (b) second"
    assert [(item.label, item.level) for item in found.items] == [("(a)", 0), ("(i)", 1), ("(ii)", 1), ("(b)", 0)]
    assert found.items[0] == ListItem(label="(a)", level=0, start=6, end=15)


def test_i_after_h_is_a_letter() -> None:
    letters = [f"({letter}) clause" for letter in "abcdefghij"]
    found = paragraphs(paper("Play", PROSE, labelled("2.1", "Agree"), *letters))[-1]
    assert {item.level for item in found.items} == {0}


def test_a_bullet_with_no_paragraph_above_is_a_paragraph() -> None:
    document = paper("Play", PROSE, "Background papers", labelled("•", "Play strategy"), labelled("•", "Audit"))
    assert [p.text for p in section(document, "Background papers").blocks if hasattr(p, "text")] == [
        "Play strategy",
        "Audit",
    ]


def test_a_lead_in_before_bullets_is_a_paragraph_and_not_a_heading() -> None:
    document = paper(
        "Play",
        "Next year",
        PROSE,
        "Over the next year we shall:",
        labelled("•", "mend swings"),
        labelled("•", "buy sand"),
    )
    assert outline(document) == [(1, None, "Next year")]
    assert paragraphs(document)[-1].text == "Over the next year we shall: mend swings buy sand"


def test_a_heading_with_a_colon_before_prose_is_a_heading_below_its_number() -> None:
    document = paper(
        "Play", labelled("3.", "What we found"), labelled("3.1", PROSE), "Answer to the audit:", labelled("3.2", PROSE)
    )
    assert outline(document) == [(1, "3", "What we found"), (2, None, "Answer to the audit:")]


def test_headings_that_close_a_paper_stand_at_the_top() -> None:
    document = paper(
        "Play",
        labelled("3.", "What we found"),
        labelled("3.1", PROSE),
        "Background papers",
        "None",
        "Authors",
        "Ann Other",
    )
    assert outline(document)[1:] == [(1, None, "Background papers"), (1, None, "Authors")]


def test_a_numbered_short_line_in_a_list_is_no_heading() -> None:
    document = paper("Play", PROSE, labelled("1.", "Swings"), labelled("2.", "Slides"), labelled("3.", "Sand"))
    assert outline(document) == []


def test_styled_headings_keep_the_levels_of_the_file() -> None:
    document = paper(
        heading("Play for all", 1), heading("Why", 2), PROSE, heading("Costs", 3), PROSE, media_type="text/html"
    )
    assert document.title.value == "Play for all"
    assert outline(document) == [(1, None, "Why"), (2, None, "Costs")]
    assert [inner.heading for inner in section(document, "Why").sections] == ["Costs"]


def test_a_numbered_lead_in_before_a_table_is_a_paragraph() -> None:
    table = RawTable(rows=(("Area", "Grade"), ("Swings", "Good")))
    document = paper("Play", labelled("2.", "Grades"), labelled("2.1", "The grades are these:"), table)
    assert outline(document) == [(1, "2", "Grades")]
    assert paragraphs(document)[-1].anchor == "para-2.1"


def test_bold_and_capital_lines_are_headings() -> None:
    document = paper("Play", PROSE, bold("Our swings"), PROSE, "OUR SLIDES", PROSE, media_type="application/pdf")
    assert [name for _, _, name in outline(document)] == ["Our swings", "OUR SLIDES"]


def test_larger_type_is_a_higher_heading() -> None:
    def sized(text: str, size: float) -> RawBlock:
        return RawBlock(text=text, style=Style(size=size))

    document = paper(
        sized("Play", 24), sized("Why", 16), sized(PROSE, 11), sized("Swings", 13), sized(PROSE, 11),
        media_type="application/pdf",
    )  # fmt: skip
    assert outline(document) == [(1, None, "Why"), (2, None, "Swings")]


def test_resolved_takes_its_clauses() -> None:
    document = paper(
        "Minutes of the Play Panel",
        labelled("9.", "Swings"),
        PROSE,
        bold("RESOLVED"),
        "That the report be noted.",
        "That swings be mended.",
    )
    found = paragraphs(document)[-1]
    assert found.text == "RESOLVED That the report be noted. That swings be mended."
    assert len(found.items) == 2


def test_a_number_used_twice_has_two_anchors() -> None:
    document = paper("Play", labelled("1.1", PROSE), labelled("1.1", PROSE))
    assert [p.anchor for p in paragraphs(document)] == ["para-1.1", "para-1.1-2"]


def test_a_table_has_header_rows_of_equal_length_and_its_caption() -> None:
    table = RawTable(rows=(("Area", "Grade"), ("Swings", "Good"), ("Sand",)))
    document = paper("Play", PROSE, "Table 2: Grades", table)
    (found,) = tables(document)
    assert (found.anchor, found.caption) == ("table-1", "Table 2: Grades")
    assert found.header == ("Area", "Grade")
    assert found.rows == (("Swings", "Good"), ("Sand", ""))


def test_a_front_sheet_table_has_no_header_and_gives_its_facts() -> None:
    sheet = RawTable(
        rows=(("Report title", "Play for all"), ("Wards affected", "All"), ("Cabinet Member", "Cllr B. Hale"))
    )
    document = paper("Cabinet", "7 June 2022", sheet, labelled("1.", "Purpose"), labelled("1.1", PROSE))
    assert tables(document)[0].header == ()
    assert len(tables(document)[0].rows) == 3
    assert document.title.value == "Play for all"
    assert document.wards is not None
    assert document.wards.value == "All"


def test_footnotes_stand_in_a_section_of_their_own() -> None:
    document = paper("Play", PROSE, RawBlock(text="See the audit of 2019.", label="1", role=Role.NOTE), "More.")
    assert document.sections[-1].heading == "Notes"
    assert paragraphs(document)[-1].text == "1 See the audit of 2019."


def test_an_issue_page_that_prints_its_decision_twice_is_read_once() -> None:
    document = paper(
        heading("Swings", 2), heading("Decision:", 4), PROSE, heading("Minutes:", 4), PROSE, media_type="text/html"
    )
    assert [p.text for p in paragraphs(document)].count(PROSE) == 1
