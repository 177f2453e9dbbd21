"""What does a plain text say, wrapped or not, with Markdown or without?"""

import textwrap
import time

import pytest

from indexer.errors import UnreadableError
from indexer.model.raw import RawBlock, RawTable, Role, Style
from indexer.read.text import blocks_of, read

PROSE = (
    "The partnership met on six occasions and looked at every case in which a child had waited longer than the "
    "standard allows. It found that most delays began before the first visit, when nobody had been told that the "
    "family had moved. Officers have since agreed a form of words for the letter that goes out, and the letter now "
    "goes out on the same day. Members asked that the change be looked at again when it has been in use for a year."
)


def blocks(text: str) -> list[RawBlock]:
    return [block for block in blocks_of(text) if isinstance(block, RawBlock)]


def texts(text: str) -> list[str]:
    return [block.text for block in blocks(text)]


def labels(text: str) -> list[tuple[str | None, str]]:
    return [(block.label, block.text) for block in blocks(text)]


def tables(text: str) -> list[RawTable]:
    return [block for block in blocks_of(text) if isinstance(block, RawTable)]


def wrapped(*paragraphs: str, width: int = 90, between: str = "\n\n", end: str = "\n") -> str:
    return between.join(end.join(textwrap.wrap(paragraph, width, break_on_hyphens=False)) for paragraph in paragraphs)


class TestWrappedLines:
    @pytest.mark.parametrize("width", [45, 72, 95])
    def test_are_joined_into_their_paragraphs(self, width: int) -> None:
        assert texts(wrapped(PROSE, PROSE, width=width)) == [PROSE, PROSE]

    def test_are_joined_though_each_ends_with_a_space(self) -> None:
        assert texts(wrapped(PROSE, PROSE, end=" \n", between=" \n \n")) == [PROSE, PROSE]

    def test_are_joined_where_a_blank_line_follows_each(self) -> None:
        assert texts(wrapped(PROSE, PROSE, end="\n\n", between="\n\n\n")) == [PROSE, PROSE]

    def test_are_joined_over_the_blank_lines_of_a_page_break(self) -> None:
        lines = textwrap.wrap(PROSE, 90)
        assert texts("\n".join([*lines[:2], "", "", *lines[2:]])) == [PROSE]

    def test_leave_a_heading_alone_that_stands_on_the_line_above(self) -> None:
        text = f"Working together\n{wrapped(PROSE)}\n\nWhat comes next\n{wrapped(PROSE)}"
        assert texts(text) == ["Working together", PROSE, "What comes next", PROSE]

    def test_leave_a_heading_alone_that_follows_without_a_blank_line_and_is_set_in(self) -> None:
        text = f"{wrapped(PROSE)}\n Our achievements \n{wrapped(PROSE)}"
        assert texts(text) == [PROSE, "Our achievements", PROSE]

    def test_a_short_last_line_ends_the_paragraph_without_a_blank_line(self) -> None:
        assert texts(wrapped(PROSE, PROSE, between="\n")) == [PROSE, PROSE]

    def test_a_stop_that_stands_alone_belongs_to_the_line_above(self) -> None:
        for width in (70, 80, 90, 100):
            text = wrapped(PROSE.removesuffix("."), width=width) + "\n.   \n" + wrapped(PROSE, width=width)
            assert texts(text) == [PROSE, PROSE]

    def test_a_stop_that_stands_alone_ends_the_paragraph_however_long_its_last_line(self) -> None:
        lines = textwrap.wrap(PROSE, 90)[:4]
        text = "\n".join(lines) + "\n.\n" + wrapped(PROSE)
        assert texts(text) == [" ".join(lines) + ".", PROSE]

    def test_capitals_in_the_middle_of_a_sentence_do_not_break_it(self) -> None:
        sentence = (
            "It was put to the Children and Young People Scrutiny Committee of the Borough Council by the Director "
            "of the Children and Families Directorate that the North Area Family Hub be named after Councillor Sidney "
            "Ormerod, and so it was, and the words were carved in stone above the door that looks on the market."
        )
        assert texts(wrapped(sentence, PROSE, width=60)) == [sentence, PROSE]


class TestHyphensAtLineEnds:
    def test_a_word_that_was_only_parted_is_whole_again(self) -> None:
        text = "The assessment was a safe-\nguarding matter and the team dealt with safeguarding at once, as it should"
        assert "safeguarding matter" in texts(text)[0]

    @pytest.mark.parametrize("word", ["self-assessment", "evidence-based", "multi-agency", "re-directing"])
    def test_a_hyphen_that_belongs_to_the_word_stays(self, word: str) -> None:
        first, second = word.split("-")
        assert word in texts(f"The council will be {first}-\n{second} in all that it does for children in its care.")[0]


class TestUnwrappedLines:
    def test_are_a_paragraph_each(self) -> None:
        text = f"1. Aim\n\n{PROSE}\n{PROSE}\nBackground papers\nRita Holme\nDirector"
        assert texts(text) == ["Aim", PROSE, PROSE, "Background papers", "Rita Holme", "Director"]

    def test_front_matter_lines_stay_apart(self) -> None:
        lines = [
            "Portfolio: Councillor Archer, Deputy Leader, Children, Families and Lifelong Learning",
            "Related portfolios: All",
            "Wards: All",
        ]
        assert texts("\n".join(lines)) == lines
        assert texts("\n".join(lines) + "\n\n" + wrapped(PROSE, PROSE))[:3] == lines

    def test_a_sentence_that_a_page_break_cut_is_whole_again(self) -> None:
        head, tail = PROSE[:200], PROSE[200:].lstrip()
        assert texts(f"{head}\n\n{tail}\n\n{PROSE}") == [f"{head.rstrip()} {tail}", PROSE]


class TestLabels:
    @pytest.mark.parametrize(
        ("line", "label", "text"),
        [
            ("- 1.1 To note the report.", "1.1", "To note the report."),
            ("3.17 Neglect is common.", "3.17", "Neglect is common."),
            ("3.17\tNeglect is common.", "3.17", "Neglect is common."),
            ("3.17Neglect is common.", "3.17", "Neglect is common."),
            ("1. Aim", "1.", "Aim"),
            ("**4.2** The plan", "4.2", "The plan"),
            ("**2. Recommendations**", "2.", "Recommendations"),
            ("(a) to approve the plan;", "(a)", "to approve the plan;"),
            ("b) to note it", "b)", "to note it"),
            ("iv. a fourth thing", "iv.", "a fourth thing"),
            ("(ii) a second", "(ii)", "a second"),
            ("(12) a twelfth", "(12)", "a twelfth"),
            ("597. Apologies", "597.", "Apologies"),
            ("•Therapy", "•", "Therapy"),
            ("\uf0b7 Therapy", "•", "Therapy"),
            ("? Therapy", "•", "Therapy"),
            ("o Therapy", "•", "Therapy"),
            ("* Therapy", "•", "Therapy"),
            ("– Therapy", "•", "Therapy"),
        ],
    )
    def test_are_parted_from_the_text(self, line: str, label: str, text: str) -> None:
        assert labels(line) == [(label, text)]

    @pytest.mark.parametrize(
        "line",
        [
            "2.00 pm in the Council Chamber",
            "1.7 million pounds were spent.",
            "23.09.2025",
            "2025. That was the year.",
            "3000 children took part.",
            "12 May 2025",
            "c. 300 children",
            "J. Smith",
            "2.5% of children",
            "-5 degrees",
            "*Emphasis* at the beginning",
        ],
    )
    def test_quantities_times_dates_and_names_are_none(self, line: str) -> None:
        assert [label for label, _ in labels(line)] == [None]

    def test_a_number_alone_on_its_line_belongs_to_the_next(self) -> None:
        assert labels("3.1\n\nThe first thing.\n3.2\nThe second thing.") == [
            ("3.1", "The first thing."),
            ("3.2", "The second thing."),
        ]

    def test_a_number_that_a_wrapped_sentence_ends_a_line_before_is_none(self) -> None:
        sentence = (
            "The committee considered at some length, and with the help of the officers who were present, paragraph "
            "3.17 of the report and the table in the appendix, and asked that both of them be brought up to date."
        )
        text = wrapped(sentence, PROSE, width=len(sentence.partition(" 3.17")[0]))
        assert labels(text)[0] == (None, sentence)


class TestLists:
    def test_items_after_a_numbered_paragraph_are_bullets_of_one_level(self) -> None:
        text = "- 3.5 Good in three areas:\n- Leaders.\n - Care.\n - Overall.\n- 3.6 Next"
        assert labels(text) == [
            ("3.5", "Good in three areas:"),
            ("•", "Leaders."),
            ("•", "Care."),
            ("•", "Overall."),
            ("3.6", "Next"),
        ]
        assert [block.style.list_level for block in blocks(text)] == [None, 0, 0, 0, None]

    def test_deeper_items_have_deeper_levels(self) -> None:
        text = "- one\n  - two\n    - three\n  - two\n- one"
        assert [block.style.list_level for block in blocks(text)] == [0, 1, 2, 1, 0]

    def test_another_bullet_sign_begins_an_inner_list(self) -> None:
        text = "• one\no two\no two\n• one"
        assert [block.style.list_level for block in blocks(text)] == [0, 1, 1, 0]

    def test_lines_set_in_after_a_lead_in_are_items_that_lost_their_sign(self) -> None:
        text = (
            f"{wrapped(PROSE)}\n\nOur focus over the next year includes: \n \n"
            " Answering the inspectors. \n \n"
            " Going on with the work that has been begun in every part of the borough, and linking \n"
            "information that is held apart. \n"
            "  Opening two more buildings. \n \nConclusion \n" + wrapped(PROSE)
        )
        assert labels(text)[1:] == [
            (None, "Our focus over the next year includes:"),
            ("•", "Answering the inspectors."),
            (
                "•",
                (
                    "Going on with the work that has been begun in every part of the borough, and linking information "
                    "that is held apart."
                ),
            ),
            ("•", "Opening two more buildings."),
            (None, "Conclusion"),
            (None, PROSE),
        ]

    def test_wrapped_items_are_whole(self) -> None:
        items = [PROSE[:150].strip(), PROSE[151:300].strip()]
        text = "\n".join(textwrap.fill(item, 70, initial_indent="- ", subsequent_indent="  ") for item in items)
        assert labels(text) == [("•", item) for item in items]


class TestMarkdown:
    def test_hashes_and_underlines_are_heading_levels(self) -> None:
        text = "# The plan\n\n## 2. Detail ##\n\nOverview\n========\nText\n\nAims\n----\nText"
        found = [(b.style.heading_level, b.label, b.text) for b in blocks(text)]
        assert found == [
            (1, None, "The plan"),
            (2, "2.", "Detail"),
            (1, None, "Overview"),
            (None, None, "Text"),
            (2, None, "Aims"),
            (None, None, "Text"),
        ]

    def test_a_paragraph_that_is_bold_as_a_whole_says_so(self) -> None:
        assert blocks("3.15 ***The first recommendation.***")[0] == RawBlock(
            text="The first recommendation.", label="3.15", style=Style(bold=True)
        )
        assert blocks("**Finance**")[0].style.bold
        assert not blocks("- **A pathway** has been made.")[0].style.bold

    def test_signs_of_emphasis_links_and_escapes_go_and_their_words_stay(self) -> None:
        text = (
            r"See **the *new* plan**, _page 3_, [here](https://example.org/a) \(draft\) and file_name_here, 2 * 3 * 4."
        )
        expected = "See the new plan, page 3, here (https://example.org/a) (draft) and file_name_here, 2 * 3 * 4."
        assert texts(text) == [expected]

    def test_a_bold_line_is_no_part_of_the_text_below_it(self) -> None:
        assert texts("**Finance**\nThere are no costs.") == ["Finance", "There are no costs."]

    def test_front_matter_between_rules_is_what_the_file_says_of_itself(self) -> None:
        result = read(b"---\ntitle: 'Minutes'\ndate: 2024-03-05\nauthor:\n---\n\nText\n", "a.md")
        assert result.properties == (("title", "Minutes"), ("date", "2024-03-05"))
        assert result.blocks == (RawBlock(text="Text"),)

    def test_a_pipe_table_has_its_header(self) -> None:
        text = "| Year | Children |\n|------|---------:|\n| 2024 | **12** |\n| 2025 | 9 \\| 8 |"
        assert tables(text) == [
            RawTable(rows=(("Year", "Children"), ("2024", "12"), ("2025", "9 | 8")), has_header=True)
        ]


class TestTables:
    def test_lines_with_tabs_are_rows(self) -> None:
        text = "It says:\n\nJudgement\tGrade\nThe impact of leaders\tGood\nOverall\tGood\n\n- 3.2 Next"
        assert tables(text) == [
            RawTable(rows=(("Judgement", "Grade"), ("The impact of leaders", "Good"), ("Overall", "Good")))
        ]
        assert labels(text) == [(None, "It says:"), ("3.2", "Next")]

    def test_a_first_row_with_figures_is_no_header(self) -> None:
        assert not tables("2024\t12\n2025\t9")[0].has_header

    def test_labels_and_front_matter_with_tabs_are_no_rows(self) -> None:
        assert labels("1.1\tOne\n1.2\tTwo") == [("1.1", "One"), ("1.2", "Two")]
        assert texts("Portfolio:\tChildren\nWards:\tAll") == ["Portfolio: Children", "Wards: All"]

    def test_columns_kept_apart_by_spaces_are_rows(self) -> None:
        text = "Judgement              Grade\nLeaders                Good\nCare leavers           Outstanding"
        assert tables(text)[0].rows[2] == ("Care leavers", "Outstanding")

    def test_a_cell_that_goes_on_below_or_begins_above_is_whole(self) -> None:
        text = (
            "Families in early help          905\nNot in work or training,\n  or not known                  5.9%\n"
            "Forecast                        about two\n                                million\nCost      12"
        )
        assert tables(text)[0].rows == (
            ("Families in early help", "905"),
            ("Not in work or training, or not known", "5.9%"),
            ("Forecast", "about two million"),
            ("Cost", "12"),
        )

    def test_a_table_with_borders_has_whole_cells(self) -> None:
        border, double = "+------+-----+", "+======+=====+"
        rows = ("| Do   | Who |", double, "| Train| Ann |", "| staff|     |", border, "| Audit| Bob |")
        text = "\n".join((border, *rows, border))
        assert tables(text) == [RawTable(rows=(("Do", "Who"), ("Train staff", "Ann"), ("Audit", "Bob")))]

    def test_numbered_paragraphs_with_wide_gaps_are_no_rows(self) -> None:
        front = "Date:        16 October\nBy:          The Director\nKey decision?    No"
        text = f"{front}\n\n1.0      AIM\n\n1.1      To see."
        assert labels(text) == [
            (None, "Date: 16 October"),
            (None, "By: The Director"),
            (None, "Key decision? No"),
            ("1.0", "AIM"),
            ("1.1", "To see."),
        ]


class TestPages:
    def test_form_feeds_count_them(self) -> None:
        assert [(b.page, b.text) for b in blocks("One.\fTwo.\n\fThree.")] == [(1, "One."), (2, "Two."), (3, "Three.")]

    def test_a_sentence_over_a_page_break_is_whole_and_on_its_first_page(self) -> None:
        lines = textwrap.wrap(PROSE, 80)
        text = "\n".join(lines[:2]) + "\n\nPage 1 of 2\n\f" + "\n".join(lines[2:]) + "\n\nPage 2 of 2"
        assert [(b.page, b.text) for b in blocks(text) if b.role is Role.BODY] == [(1, PROSE)]

    def test_running_heads_stand_once_and_apart(self) -> None:
        text = "\f".join(f"Not for publication\n\nPoint {word}.\n\nPage {n} of 3" for n, word in enumerate("xyz", 1))
        found = [(b.role, b.text) for b in blocks(text)]
        assert sorted(text for role, text in found if role is Role.BODY) == ["Point x.", "Point y.", "Point z."]
        assert [text for role, text in found if role is Role.HEADER] == ["Not for publication"]
        assert [text for role, text in found if role is Role.FOOTER] == ["Page 1 of 3"]

    def test_marks_that_count_up_number_the_pages_without_form_feeds(self) -> None:
        text = "One.\n\nPage 1 of 2\n\nTwo.\n\nPage 2 of 2\n"
        assert [(b.page, b.text) for b in blocks(text) if b.role is Role.BODY] == [(1, "One."), (2, "Two.")]


def test_a_text_without_words_is_unreadable() -> None:
    with pytest.raises(UnreadableError):
        read(b" \n\n", "a.txt")


def test_tens_of_thousands_of_lines_take_seconds_at_most() -> None:
    started = time.process_time()
    assert len(blocks_of("\n".join(textwrap.wrap(PROSE, 90) * 4_000))) >= 1
    assert len(blocks_of("Name:\tvalue\n" * 20_000)) == 20_000
    assert time.process_time() - started < 20  # it takes 3; quadratic work would take minutes


def test_signs_inside_a_line_are_kept_and_a_quotation_mark_at_its_beginning_is_not() -> None:
    assert texts("Where x > y and <b>plans</b> stand.\n") == ["Where x > y and <b>plans</b> stand."]
    assert texts("> quoted line here\n") == ["quoted line here"]
