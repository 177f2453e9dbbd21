from __future__ import annotations

from indexer.model.problem import Severity
from indexer.model.raw import RawBlock, Role
from indexer.read.docx import read
from tests.unit.read.word_file import REPORT, blocks, num, numbered, p, r, tbl, tc, texts, tr, word_file

BOLD = "<w:b/>"
HIDDEN = "<w:vanish/>"


class TestText:
    def test_tracked_insertions_are_kept_and_deletions_dropped(self) -> None:
        body = p(
            "We ",
            "<w:del><w:r><w:delText>may</w:delText></w:r></w:del>",
            f"<w:ins>{r('shall')}</w:ins>",
            f"<w:moveFrom>{r(' never')}</w:moveFrom>",
            f"<w:moveTo>{r(' always')}</w:moveTo>",
            " report",
        )
        assert texts(body) == ["We shall always report"]
        [problem] = read(word_file(body), "a.docx").problems
        assert (problem.severity, "tracked changes" in problem.message) == (Severity.NOTICE, True)
        assert read(word_file(p("We report")), "a.docx").problems == ()

    def test_a_deleted_paragraph_takes_no_number_and_its_rest_runs_on(self) -> None:
        numbering = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
        gone = p("<w:del><w:r><w:delText>Old.</w:delText></w:r></w:del>", properties=numbering, mark="<w:del/>")
        joined = p("Half ", properties=numbering, mark="<w:del/>")
        found = blocks(numbered("One.") + gone + joined + numbered("whole."), numbering=REPORT + num(1, 0))
        assert [(block.label, block.text) for block in found] == [("1.", "One."), ("2.", "Half whole.")]

    def test_text_whose_paragraph_end_is_deleted_at_the_very_end_is_kept(self) -> None:
        assert texts(p("Last words", mark="<w:del/>")) == ["Last words"]
        assert texts(p("Before", mark="<w:del/>") + tbl(tr(tc("boxed")))) == ["Before", "boxed"]

    def test_hidden_text_is_dropped_whether_said_by_run_character_style_or_paragraph_style(self) -> None:
        styles = (
            '<w:style w:type="character" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>'
            '<w:style w:type="character" w:styleId="Child"><w:basedOn w:val="Secret"/></w:style>'
            '<w:style w:type="paragraph" w:styleId="Draft"><w:rPr><w:vanish/></w:rPr></w:style>'
        )
        body = (
            p(
                "Seen",
                r(" hidden", HIDDEN),
                r(" styled", '<w:rStyle w:val="Child"/>'),
                r(" back", '<w:vanish w:val="0"/>'),
            )
            + p("note to self", style="Draft")
            + p("end")
        )
        assert texts(body, styles=styles) == ["Seen back", "end"]

    def test_tabs_and_breaks_are_spaces_and_hyphens_are_what_they_look_like(self) -> None:
        first = "<w:r><w:tab/><w:t>co</w:t><w:noBreakHyphen/><w:t>operate,</w:t></w:r>"
        second = "<w:r><w:br/><w:t>Ash\u00adford</w:t><w:softHyphen/></w:r>"
        assert texts(p("1", first, second)) == ["1 co-operate, Ashford"]

    def test_symbols_of_the_symbol_fonts_are_told_where_they_mean_something(self) -> None:
        signs = "".join(f'<w:sym w:font="Wingdings" w:char="{code}"/>' for code in ("F0FC", "F04A", "2013", "zz"))
        assert texts(p("Done ", f"<w:r>{signs}</w:r>")) == ["Done ✓–"]

    def test_links_and_results_of_fields_are_text_and_instructions_are_not(self) -> None:
        body = p(
            "See ",
            f'<w:hyperlink r:id="x">{r("the plan")}</w:hyperlink>',
            f'<w:fldSimple w:instr=" REF a ">{r(", section 4")}</w:fldSimple>',
            '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> DATE \\@ "d" </w:instrText></w:r>',
            '<w:r><w:fldChar w:fldCharType="separate"/><w:t>, 4 May</w:t><w:fldChar w:fldCharType="end"/></w:r>',
            r(" 2021"),
        )
        assert texts(body) == ["See the plan, section 4, 4 May 2021"]

    def test_a_field_without_an_end_swallows_no_other_paragraph(self) -> None:
        begun = '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>IF</w:instrText></w:r>'
        assert texts(p("Before ", begun) + p("After")) == ["Before", "After"]

    def test_content_controls_are_read_and_their_unfilled_prompts_are_not(self) -> None:
        def control(inside: str, about: str = "") -> str:
            return f"<w:sdt><w:sdtPr>{about}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"

        prompt = control(r("Click to enter"), "<w:showingPlcHdr/>")
        body = p("Ward: ", control(r("All")), prompt) + control(p("Whole block") + control(p("Nested")))
        assert texts(body) == ["Ward: All", "Whole block", "Nested"]

    def test_a_text_box_is_read_once_after_its_paragraph(self) -> None:
        box = f"<w:txbxContent>{p('Boxed')}</w:txbxContent>"
        both = (
            f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing>'
            f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        )
        assert texts(p("Around ", both, "it")) == ["Around it", "Boxed"]

    def test_formulas_are_text(self) -> None:
        assert texts(p("So ", "<m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath>")) == ["So a=b"]

    def test_a_table_of_contents_is_left_out(self) -> None:
        styles = '<w:style w:type="paragraph" w:styleId="T1"><w:name w:val="toc 1"/></w:style>'
        assert texts(p("1. Purpose 3", style="T1") + p("Purpose"), styles=styles) == ["Purpose"]

    def test_strict_open_xml_is_read_as_well(self) -> None:
        body = p("Strict").replace("<w:p>", '<w:p xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main">')
        assert texts(body) == ["Strict"]


class TestLook:
    STYLES = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/>'
        '<w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Ours"><w:name w:val="Council head"/><w:basedOn w:val="H2"/></w:style>'
        '<w:style w:type="character" w:styleId="Strong"><w:rPr><w:b/></w:rPr></w:style>'
    )

    def test_heading_level_weight_and_size_come_down_from_what_a_style_is_based_on(self) -> None:
        [block] = blocks(p("Purpose", style="Ours"), styles=self.STYLES)
        assert (block.style.heading_level, block.style.bold, block.style.size) == (2, True, 14)

    def test_a_heading_named_so_needs_no_outline_level(self) -> None:
        styles = '<w:style w:type="paragraph" w:styleId="x"><w:name w:val="Heading 3"/></w:style>'
        assert [block.style.heading_level for block in blocks(p("Purpose", style="x"), styles=styles)] == [3]

    def test_a_paragraph_may_set_its_own_outline_level(self) -> None:
        own = [p("a", properties=f'<w:outlineLvl w:val="{value}"/>', style="H2") for value in (0, 9)]
        assert [block.style.heading_level for block in blocks("".join(own), styles=self.STYLES)] == [1, None]

    def test_a_paragraph_is_bold_when_all_its_words_are(self) -> None:
        body = (
            p(r("All", BOLD), r(" "), r("bold", BOLD)) + p(r("Only", BOLD), " partly") + p(r("no", '<w:b w:val="0"/>'))
        )
        assert [block.style.bold for block in blocks(body, styles=self.STYLES)] == [True, False, False]

    def test_a_number_typed_before_a_bold_heading_need_not_be_bold(self) -> None:
        body = p("1. ", r("Aim", BOLD)) + p(r("Item:", BOLD), " 7") + p(r("2025", BOLD)) + p("2025")
        assert [block.style.bold for block in blocks(body)] == [True, False, True, False]

    def test_a_bold_character_style_in_a_bold_paragraph_style_is_not_bold(self) -> None:
        assert [
            block.style.bold
            for block in blocks(
                p(r("x", '<w:rStyle w:val="Strong"/>'), style="H2") + p(r("x", '<w:rStyle w:val="Strong"/>')),
                styles=self.STYLES,
            )
        ] == [False, True]

    def test_the_size_is_that_of_most_characters(self) -> None:
        body = p(r("A", '<w:sz w:val="40"/>'), " long rest")
        assert [block.style.size for block in blocks(body, styles=self.STYLES)] == [11]

    def test_styles_based_on_each_other_in_a_circle_do_no_harm(self) -> None:
        styles = "".join(
            f'<w:style w:type="paragraph" w:styleId="{a}"><w:basedOn w:val="{b}"/></w:style>' for a, b in ("xy", "yx")
        )
        assert texts(p("Round", style="x"), styles=styles) == ["Round"]


class TestMargins:
    SECTION = (
        '<w:sectPr><w:headerReference w:type="default" r:id="r-header1"/>'
        '<w:headerReference w:type="first" r:id="r-header2"/>'
        '<w:footerReference w:type="default" r:id="r-footer1"/>{}</w:sectPr>'
    )
    PAGE = (
        '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/><w:t>3</w:t><w:fldChar w:fldCharType="end"/></w:r>'
    )

    def test_headers_and_footers_come_once_for_every_text_and_without_page_numbers(self) -> None:
        total = f'<w:fldSimple w:instr="NUMPAGES">{r("12")}</w:fldSimple>'
        found = blocks(
            p("Body", properties=self.SECTION.format("<w:titlePg/>")) + p("More") + self.SECTION.format(""),
            header1=p("Not for publication") + p("Page ", self.PAGE, " of ", total),
            header2=p("Not for publication") + p("Front"),
            footer1=tbl(tr("Item 6", tc(p("Page ", self.PAGE)))),
        )
        assert [(block.role, block.text) for block in found] == [
            (Role.HEADER, "Not for publication"),
            (Role.HEADER, "Front"),
            (Role.BODY, "Body"),
            (Role.BODY, "More"),
            (Role.FOOTER, "Item 6"),
        ]

    def test_a_header_that_no_page_shows_is_not_told(self) -> None:
        margins = {"header1": p("Running"), "header2": p("First"), "footer1": p("Foot")}
        found = blocks(p("Body") + self.SECTION.format('<w:titlePg w:val="0"/>'), **margins)
        assert [block.text for block in found] == ["Running", "Body", "Foot"]

    def test_headers_of_even_pages_count_when_the_settings_have_them(self) -> None:
        section = '<w:sectPr><w:headerReference w:type="even" r:id="r-header1"/></w:sectPr>'
        margins = {"header1": p("Even")}
        assert texts(section, **margins) == []
        assert texts(section, settings="<w:evenAndOddHeaders/>", **margins) == ["Even"]

    def test_notes_stand_at_the_end_in_the_order_they_are_referred_to(self) -> None:
        def reference(kind: str, key: int) -> str:
            return f'<w:r><w:{kind}Reference w:id="{key}"/></w:r>'

        footnotes = (
            f'<w:footnote w:id="0" w:type="separator">{p("----")}</w:footnote>'
            f'<w:footnote w:id="1">{p("Second note")}</w:footnote><w:footnote w:id="2">{p("First note")}</w:footnote>'
            f'<w:footnote w:id="3">{p("Deleted note")}</w:footnote>'
        )
        body = p("Text", reference("footnote", 2), f"<w:del>{reference('footnote', 3)}</w:del>") + p(
            "More", reference("endnote", 1), reference("footnote", 1)
        )
        found = blocks(body, footnotes=footnotes, endnotes=f'<w:endnote w:id="1">{p("End note")}</w:endnote>')
        assert [(block.role, block.text) for block in found] == [
            (Role.BODY, "Text"),
            (Role.BODY, "More"),
            (Role.NOTE, "First note"),
            (Role.NOTE, "End note"),
            (Role.NOTE, "Second note"),
        ]


def test_title_author_and_date_of_the_file_are_its_properties() -> None:
    core = (
        '<c:coreProperties xmlns:c="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:t="http://purl.org/dc/terms/"><dc:title>A  plan</dc:title>'
        "<dc:creator>Ann Lowe</dc:creator><dc:subject/><t:created>2021-05-04T09:00:00Z</t:created></c:coreProperties>"
    )
    found = read(word_file(p("x"), core=core), "a.docx")
    assert found.properties == (("title", "A plan"), ("author", "Ann Lowe"), ("created", "2021-05-04T09:00:00Z"))


def test_a_file_with_macros_is_read_as_text() -> None:
    [block] = read(word_file(p("Text"), macro=True), "a.docm").blocks
    assert isinstance(block, RawBlock)
    assert block.text == "Text"


def test_an_embedded_document_is_a_problem_and_the_rest_is_read() -> None:
    found = read(word_file(p("Text") + '<w:altChunk r:id="x"/>'), "a/b.docx")
    assert len(found.blocks) == 1
    assert [(problem.severity, problem.where) for problem in found.problems] == [(Severity.WARNING, "a/b.docx")]
