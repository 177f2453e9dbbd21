"""What does a web page say?"""

import time

import pytest

from indexer.errors import UnreadableError
from indexer.model.problem import Severity
from indexer.model.raw import RawBlock, RawTable
from indexer.read.html import read
from indexer.read.result import ReadResult


def page(body: str, head: str = "") -> ReadResult:
    return read(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode(), "a.html")


def blocks(body: str) -> list[RawBlock]:
    return [block for block in page(body).blocks if isinstance(block, RawBlock)]


def texts(body: str) -> list[str]:
    return [block.text for block in blocks(body)]


def labels(body: str) -> list[tuple[str | None, str]]:
    return [(block.label, block.text) for block in blocks(body)]


def tables(body: str) -> list[RawTable]:
    return [block for block in page(body).blocks if isinstance(block, RawTable)]


class TestText:
    def test_headings_have_levels_and_numbers_apart(self) -> None:
        found = [(b.style.heading_level, b.label, b.text) for b in blocks("<h1>Report</h1><h2>3. Detail</h2><p>Text")]
        assert found == [(1, None, "Report"), (2, "3.", "Detail"), (None, None, "Text")]

    def test_word_html_wrapped_inside_a_paragraph_is_one_line(self) -> None:
        assert texts(
            "<p class=MsoNormal>The committee\nnoted   the\n report<o:p></o:p></p><p><o:p>&nbsp;</o:p></p>"
        ) == ["The committee noted the report"]

    def test_words_outside_paragraphs_are_read(self) -> None:
        assert texts("<div>One <b>two</b> three<p>Four</p>five<hr>six</div>") == [
            "One two three",
            "Four",
            "five",
            "six",
        ]

    def test_a_paragraph_that_is_bold_as_a_whole_says_so(self) -> None:
        found = [block.style.bold for block in blocks("<p><b>All</b> <strong>bold</strong></p><p><b>Some</b> bold</p>")]
        assert found == [True, False]

    def test_two_line_breaks_part_paragraphs_and_one_joins_a_sentence(self) -> None:
        body = (
            "<p>The committee considered the report that had been deferred from its last meeting in June,<br>and it "
            "was resolved that it be noted.<br><br>The meeting closed.</p>"
        )
        assert len(texts(body)) == 2
        assert texts(body)[0].endswith("June, and it was resolved that it be noted.")

    def test_short_lines_and_labelled_lines_stay_apart(self) -> None:
        assert texts("<p>Rita Holme<br>Director<br>01632 960000</p>") == ["Rita Holme", "Director", "01632 960000"]
        body = f"<p>Decision Maker: Cabinet<br>Purpose: {'to agree the plan ' * 6}<br>Key: No</p>"
        assert [text.partition(":")[0] for text in texts(body)] == ["Decision Maker", "Purpose", "Key"]

    def test_preformatted_text_is_read_as_plain_text(self) -> None:
        assert labels("<pre>\n3.1 One\n\n- two\n</pre>") == [("3.1", "One"), ("•", "two")]

    def test_a_page_in_cp1252_that_says_so_is_read(self) -> None:
        data = '<html><head><meta charset="windows-1252"></head><body><p>Siân’s £5</p></body></html>'.encode("cp1252")
        assert read(data, "a.html").blocks == (RawBlock(text="Siân’s £5"),)

    def test_a_page_without_words_is_unreadable(self) -> None:
        with pytest.raises(UnreadableError):
            page("<script>var words = 'none';</script><p>&nbsp;</p>")


class TestLists:
    def test_items_are_labelled_as_a_browser_does(self) -> None:
        body = (
            "<ol start=3><li>c<li value=7>g<ol type=a><li>x<li>y</ol></ol>"
            "<ol type=I><li>one<li>two</ol><ul><li>dot</ul>"
        )
        assert labels(body) == [
            ("3.", "c"), ("7.", "g"), ("a.", "x"), ("b.", "y"), ("I.", "one"), ("II.", "two"), ("•", "dot"),
        ]  # fmt: skip
        assert [block.style.list_level for block in blocks(body)] == [0, 0, 1, 1, 0, 0, 0]

    def test_a_label_typed_in_an_item_goes_before_the_browsers(self) -> None:
        assert labels("<ul><li>(a) to note</li></ul>") == [("(a)", "to note")]

    def test_word_lists_have_their_typed_labels_and_levels(self) -> None:
        body = (
            "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]>3.17<span>&nbsp; </span>"
            "<![endif]>Neglect</p>"
            "<p class=MsoListParagraph style='mso-list:l1 level2 lfo1'>·<span>&nbsp; </span>Training</p>"
        )
        assert labels(body) == [("3.17", "Neglect"), ("•", "Training")]
        assert blocks(body)[1].style.list_level == 1

    def test_the_second_paragraph_of_an_item_has_no_label(self) -> None:
        assert labels("<ol><li><p>One</p><p>More</p><li>Two</ol>") == [("1.", "One"), (None, "More"), ("2.", "Two")]


class TestCommitteeSystems:
    def test_an_agenda_table_is_unfolded_into_items(self) -> None:
        body = """
        <table><tr><th>No.</th><th>Item</th></tr>
        <tr><td>9.</td><td><p>Apologies</p><p><b>Minutes:</b></p><p>There were none.</p></td></tr>
        <tr><td>10.</td><td>
        <p><a href=x>Neglect</a> <span>pdf icon PDF 160 KB</span></p><p>To consider a report.</p></td></tr>
        </table>"""
        assert labels(body) == [
            ("9.", "Apologies"), (None, "Minutes:"), (None, "There were none."),
            ("10.", "Neglect"), (None, "To consider a report."),
        ]  # fmt: skip
        assert blocks(body)[0].style.bold
        assert not blocks(body)[4].style.bold

    def test_a_minutes_table_of_cmis_is_unfolded(self) -> None:
        body = """
        <table><tr><td>Item Number</td><td>Item/Resolution</td></tr>
        <tr><td><b>20/31</b></td>
        <td><b>EARLY HELP</b><br><br>A report was submitted.<br><br><b>AGREED</b></td></tr></table>"""
        assert labels(body) == [("20/31", "EARLY HELP"), (None, "A report was submitted."), (None, "AGREED")]

    def test_a_data_table_inside_an_agenda_stays_a_table(self) -> None:
        body = "<table><tr><td>4.</td><td><p>Figures</p><table><tr><th>Year<th>Cases<tr><td>2024<td>12</table></table>"
        assert tables(body) == [RawTable(rows=(("Year", "Cases"), ("2024", "12")), has_header=True)]
        assert labels(body) == [("4.", "Figures")]

    def test_label_and_value_rows_are_lines(self) -> None:
        body = "<table><tr><td>Decision Maker:</td><td>Cabinet</td></tr><tr><td>Wards:</td><td>All</td></tr></table>"
        assert texts(body) == ["Decision Maker: Cabinet", "Wards: All"]

    def test_the_line_of_a_meeting_is_a_block_of_its_own(self) -> None:
        assert texts("<div>Meeting: 18/10/2018 - Cabinet (Item 22)<p>22 Fostering</p></div>")[0] == (
            "Meeting: 18/10/2018 - Cabinet (Item 22)"
        )

    @pytest.mark.parametrize(
        "junk",
        [
            "<nav><a>Home</a></nav>",
            "<div class=cookieBanner>We use cookies to count visitors. <a>More</a></div>",
            "<p>This site uses cookies to store information on your computer.</p>",
            "<div id=footer>Contact us</div>",
            "<ul class=mgActionList><li><a>Agenda frontsheet</a> PDF 241 KB</ul>",
            "<p><a>Issue details</a> · <a>History</a></p>",
            "<ul><li><a>Meeting details</a><li><a>Item details</a></ul>",
            "<p>Media</p>",
            "<a>View directions</a>",
            "<p>&nbsp;</p>",
            "<p hidden>secret</p>",
            "<p style='display: none'>secret</p>",
            "<form><input value=x><button>Go</button></form>",
            "<!-- a comment --><script>alert(1)</script><style>p{}</style>",
        ],
    )
    def test_what_stands_around_the_paper_is_left_out(self, junk: str) -> None:
        paper = "<h1>Minutes</h1><p>The committee met and agreed the plan that was before it.</p><h2>Neglect</h2>"
        assert texts(paper + junk) == texts(paper)

    def test_a_main_part_is_read_and_nothing_else(self) -> None:
        body = "<div><p>Council tax</p></div><main><h1>Strategy</h1><p>Our plan for neglect.</p></main><div>Bins</div>"
        assert texts(body) == ["Strategy", "Our plan for neglect."]

    def test_a_page_that_stands_in_a_form_is_read(self) -> None:
        assert texts("<form id=aspnetForm><p>The committee agreed the plan.</p></form>") == [
            "The committee agreed the plan."
        ]


class TestTables:
    def test_merged_cells_leave_empty_ones(self) -> None:
        body = (
            "<table><tr><th>Year<th colspan=2>Children<tr><td rowspan=2>2024<td>boys<td>7<tr><td>girls<td>5"
            "<tr><td>2025<td>all<td>9</table>"
        )
        assert tables(body)[0].rows == (
            ("Year", "Children", ""), ("2024", "boys", "7"), ("", "girls", "5"), ("2025", "all", "9"),
        )  # fmt: skip

    def test_spans_of_a_million_are_damage(self) -> None:
        rows = tables("<table><tr><td colspan=999999 rowspan=999999>a<td>b<tr><td>c<td>d</table>")[0].rows
        assert len(rows[0]) <= 60

    @pytest.mark.parametrize(
        ("rows", "has_header"),
        [
            ("<thead><tr><td>Year<td>Cases</thead><tr><td>a<td>b", True),
            ("<tr><td><b>Year</b><td><b>Cases</b><tr><td>a<td>b", True),
            ("<tr><td>Year<td>Cases<tr><td>2024<td>7<tr><td>2025<td>9", True),
            ("<tr><td>North<td>good<tr><td>South<td>fair", False),
        ],
    )
    def test_a_header_is_marked_or_stands_above_figures(self, rows: str, has_header: bool) -> None:  # noqa: FBT001
        assert tables(f"<table>{rows}</table>")[0].has_header is has_header

    def test_a_caption_is_read_before_its_table(self) -> None:
        result = page("<table><caption>Table 1: cases</caption><tr><th>a<th>b<tr><td>1<td>2</table>")
        assert [type(block) for block in result.blocks] == [RawBlock, RawTable]


class TestProperties:
    def test_the_head_of_the_page_gives_title_date_description_and_address(self) -> None:
        head = (
            "<title>Cabinet\n - 5 March</title><meta name=DC.date content=2019-03-05>"
            "<meta name=description content=About>"
            "<link rel=canonical href='https://council.example/a'>"
        )
        assert dict(page("<p>Text", head).properties) == {
            "title": "Cabinet - 5 March", "date": "2019-03-05", "description": "About", "url": "https://council.example/a",
        }  # fmt: skip

    def test_a_browsers_note_of_where_a_page_was_saved_from_is_its_address(self) -> None:
        data = b"<!-- saved from url=(0031)https://council.example/mins.aspx -->\n<html><body><p>Text"
        assert dict(read(data, "a.html").properties) == {"url": "https://council.example/mins.aspx"}

    def test_an_address_that_is_no_web_address_is_none(self) -> None:
        assert page("<p>Text", "<link rel=canonical href='javascript:alert(1)'>").properties == ()


class TestDamage:
    @pytest.mark.parametrize("tag", ["div", "b", "table", "ul", "blockquote", "x-y", "font"])
    def test_a_hundred_thousand_elements_in_one_another_end_in_text_and_a_warning(self, tag: str) -> None:
        started = time.process_time()
        result = page(f"<p>before</p>{f'<{tag}>' * 100_000}deep &amp; dark{f'</{tag}>' * 100_000}<p>after</p>")
        assert [block.text for block in result.blocks if isinstance(block, RawBlock)] == [
            "before",
            "deep & dark",
            "after",
        ]
        assert [problem.severity for problem in result.problems] == [Severity.WARNING]
        assert time.process_time() - started < 20  # it takes 1

    @pytest.mark.parametrize("nest", ["<table><tr><td>", "<ul><li>", "<div><b>", "<dl><dd>", "<blockquote><p>"])
    @pytest.mark.parametrize("depth", [70, 149])
    def test_depths_below_the_limit_are_walked(self, nest: str, depth: int) -> None:
        assert [block.text for block in page(nest * depth + "deep").blocks if isinstance(block, RawBlock)] == ["deep"]

    def test_thousands_of_siblings_take_no_time(self) -> None:
        started = time.process_time()
        body = "<div class=nav>x</div>" * 3000 + "word<br>" * 20_000 + "<p><a>one</a> <a>two</a></p>" * 3000
        assert page(body).blocks
        assert time.process_time() - started < 20  # it takes 2; quadratic work would take minutes

    def test_broken_markup_is_read(self) -> None:
        assert texts("<p>One <b>two<p>three</i></table><td>four<h2>five") == ["One two", "three", "four", "five"]
