from datetime import date

import pytest

from indexer.model.document import Author, Basis
from indexer.model.raw import RawTable
from indexer.structure.front.capitals import without_capitals
from indexer.structure.front.people import author
from indexer.structure.front.portfolio import split
from tests.unit.structure.papers import FRONT_SHEET, PROSE, bold, heading, labelled, paper, running_head

ANN_MARSH = Author(name="Ann Marsh", role="Head of Play", email="ann@council.example", phone="01632 960001")
BODY = (labelled("1.", "Purpose"), labelled("1.1", PROSE))


def test_a_front_sheet_of_bare_lines_is_read() -> None:
    document = paper(*FRONT_SHEET, *BODY)
    assert document.title.value == "Play areas in the northern wards"
    assert document.committee is not None
    assert document.committee.value == "Young People Scrutiny Committee"
    assert document.meeting_date is not None
    assert (document.meeting_date.value, document.meeting_date.basis) == (date(2025, 3, 4), Basis.STATED)
    assert document.year is not None
    assert document.year.value == 2025
    assert document.municipal_year is not None
    assert document.municipal_year.value == "2024/25"
    assert document.portfolio is not None
    assert (document.portfolio.value, document.portfolio.where) == ("Parks and Play", "line 'Portfolio:'")
    assert document.portfolio_holder is not None
    assert document.portfolio_holder.value == "Councillor A. Marsh"
    assert document.related_portfolios is not None
    assert document.related_portfolios.value == "Housing"
    assert document.wards is not None
    assert document.wards.value == "Hill Top; Riverside"


def test_the_meeting_line_beats_every_other_date() -> None:
    document = paper(
        "Slides and swings", "1 May 2017", "Meeting: 18/10/2018 - Cabinet (Item 22)", PROSE, media_type="text/html"
    )
    assert document.date is not None
    assert document.date.value == date(2018, 10, 18)
    assert document.committee is not None
    assert document.committee.value == "Cabinet"
    assert document.item is not None
    assert document.item.value == "22"


def test_the_first_date_in_the_text_is_not_the_date_of_the_paper() -> None:
    document = paper("Slides and swings", f"On 3 June 2014 the Board met. {PROSE}", PROSE)
    assert document.date is None


@pytest.mark.parametrize(
    ("line", "committee", "day"),
    [
        ("Parks Panel - Tuesday, 11 July 2017 6.00 pm", "Parks Panel", date(2017, 7, 11)),
        ("Minutes of the Parks Panel held on 11 July 2017 at 6 pm in Room 2", "Parks Panel", date(2017, 7, 11)),
        ("Cabinet – 7 June 2016", "Cabinet", date(2016, 6, 7)),
        ("Tuesday 7 June 2016, Cabinet", "Cabinet", date(2016, 6, 7)),
        ("Meeting: Cabinet, 7 June 2016, item 4", "Cabinet", date(2016, 6, 7)),
        ("REPORT TO: Full Council – 7 June 2016", "Full Council", date(2016, 6, 7)),
    ],
)
def test_a_committee_and_its_date_on_one_line(line: str, committee: str, day: date) -> None:
    document = paper(line, "Slides and swings", *BODY)
    assert document.committee is not None
    assert document.committee.value == committee
    assert document.date is not None
    assert document.date.value == day


def test_a_committee_may_stand_in_the_running_head() -> None:
    document = paper(running_head("Cabinet 7 June 2016 Item 9"), "Slides and swings", *BODY)
    assert document.committee is not None
    assert document.committee.where == "running head"
    assert document.item is not None
    assert document.item.value == "9"


@pytest.mark.parametrize(
    ("line", "item"),
    [
        ("Item 13 (a)", "13 (a)"),
        ("Agenda Item 9", "9"),
        ("Agenda item: 9", "9"),
        ("ITEM CH5", "CH5"),
        ("Item No. 6a", "6a"),
    ],
)
def test_an_item_of_the_agenda(line: str, item: str) -> None:
    document = paper(line, "Slides and swings", *BODY)
    assert document.item is not None
    assert document.item.value == item


def test_a_publication_is_dated_but_has_no_meeting() -> None:
    document = paper(heading("Our play areas"), PROSE, "Published 27 September 2019", PROSE, media_type="text/html")
    assert document.date is not None
    assert document.date.value == date(2019, 9, 27)
    assert document.meeting_date is None


def test_a_month_is_enough_for_the_year() -> None:
    document = paper("Play strategy", "January 2025", *BODY)
    assert document.date is None
    assert document.year is not None
    assert (document.year.value, document.year.basis) == (2025, Basis.STATED)
    assert document.municipal_year is not None
    assert document.municipal_year.value == "2024/25"


@pytest.mark.parametrize("path", ["2024/2024-10-15-swings.html", "swings 15.10.2024.html", "20241015_swings.html"])
def test_a_date_in_the_file_name_is_inferred(path: str) -> None:
    document = paper("Slides and swings", *BODY, path=path)
    assert document.date is not None
    assert (document.date.value, document.date.basis) == (date(2024, 10, 15), Basis.INFERRED)


def test_an_undated_paper_has_the_year_of_the_latest_time_it_speaks_of_as_past() -> None:
    document = paper(
        "Slides and swings",
        f"By now, as at January 2022, nine swings hang. {PROSE}",
        "The last audit said: “All areas are to be mended by summer 2024.”",
        "New slides will be bought in 2023. They should be ready by March 2024.",
    )
    assert document.date is None
    assert document.year is not None
    assert (document.year.value, document.year.basis) == (2022, Basis.INFERRED)
    assert document.year.where == "latest time it speaks of: 'as at January 2022'; it may be later"
    assert document.municipal_year is not None
    assert document.municipal_year.value == "2021/22"


def test_a_year_alone_tells_no_municipal_year() -> None:
    document = paper("Slides and swings", f"In 2021 we opened two areas. {PROSE}")
    assert document.year is not None
    assert document.year.value == 2021
    assert document.municipal_year is None


@pytest.mark.parametrize(
    ("text", "name", "holder"),
    [
        ("Councillor Marsh – Deputy Leader, Parks & Play", "Parks & Play", "Councillor Marsh"),
        (
            "Councillor A. Marsh, Cabinet Member for Parks, Play and Sport",
            "Parks, Play and Sport",
            "Councillor A. Marsh",
        ),
        ("Cabinet Member for Parks and Play – Cllr Ann O'Marsh", "Parks and Play", "Cllr Ann O'Marsh"),
        ("Portfolio Holder Children’s Play – Councillor Marsh", "Children’s Play", "Councillor Marsh"),
        ("Parks and Play (Councillor Ann Marsh-Hill)", "Parks and Play", "Councillor Ann Marsh-Hill"),
        ("Councillor Ann Marsh Portfolio Holder for Parks", "Parks", "Councillor Ann Marsh"),
        ("Cllr Ann Marsh, Deputy Leader and Portfolio Holder for Parks", "Parks", "Cllr Ann Marsh"),
        ("Parks and Play", "Parks and Play", None),
        ("Councillor Marsh", None, "Councillor Marsh"),
    ],
)
def test_holder_and_portfolio_are_parted_and_offices_dropped(text: str, name: str | None, holder: str | None) -> None:
    found = [fact.value if fact else None for fact in split(text, "here")]
    assert found == [name, holder]


def test_a_statement_may_be_signed_at_the_end() -> None:
    document = paper("My year", PROSE, PROSE, "Councillor Ann Marsh", "Portfolio Holder for Parks and Play")
    assert document.portfolio_holder is not None
    assert (document.portfolio_holder.value, document.portfolio_holder.where) == ("Councillor Ann Marsh", "signature")
    assert document.portfolio is not None
    assert document.portfolio.value == "Parks and Play"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Marsh, Head of Play, 01632 960001, ann@council.example", ANN_MARSH),
        ("Ann Marsh Head of Play Tel: 01632 960001 E-mail: ann@council.example", ANN_MARSH),
        ("Ann Marsh, Head of Play (01632 960001)", Author(name="Ann Marsh", role="Head of Play", phone="01632 960001")),
        ("the Director of Play, Ann Marsh", Author(name="Ann Marsh", role="Director of Play")),
        ("Ann Marsh (Director of Play)", Author(name="Ann Marsh", role="Director of Play")),
        ("Ann Marsh, Director of SwingsHead of Sand", Author(name="Ann Marsh", role="Director of Swings")),
        ("Director of Play", None),
        ("Councillor Ann Marsh, Cabinet Member for Play", None),
    ],
)  # fmt: skip
def test_an_officer_in_one_line(text: str, expected: Author | None) -> None:
    assert author(text) == expected


def test_authors_under_their_heading_come_with_role_phone_and_mail() -> None:
    document = paper(
        *FRONT_SHEET, *BODY, "Authors", "Ann Marsh", "Director of SwingsHead of Sand", "☎ 960001",
        "✉ ann@council.example",        "Ben Hale", "Head of Sand", "☎ 960002",
    )  # fmt: skip
    assert document.authors == (
        Author(name="Ann Marsh", role="Director of Swings", phone="960001", email="ann@council.example"),
        Author(name="Ben Hale", role="Head of Sand", phone="960002"),
    )


def test_the_clerk_to_contact_is_no_author() -> None:
    document = paper("Cabinet", "7 June 2016", "Contact: Ann Marsh, Democratic Services, 01632 960001", "Swings", *BODY)
    assert document.authors == ()


def test_who_signed_with_the_post_that_reports_is_the_author() -> None:
    for signature in (("ANN MARSH Director of Play",), ("ANN MARSH", "Director of Play")):
        document = paper("Cabinet", "Swings", "Report by the Director of Play", *BODY, *signature)
        assert document.authors == (Author(name="Ann Marsh", role="Director of Play"),)


def test_the_writer_comes_before_those_who_present() -> None:
    document = paper("Swings", "Report of: Ann Marsh, Director of Play", "Report author: Ben Hale, Head of Sand", *BODY)
    assert [person.name for person in document.authors] == ["Ben Hale"]


def test_several_authors_in_one_value_are_parted() -> None:
    document = paper("Swings", "Authors: Ann Marsh, Head of Play; Ben Hale, Head of Sand", *BODY)
    assert [person.name for person in document.authors] == ["Ann Marsh", "Ben Hale"]


def test_background_papers_are_listed_and_none_is_none() -> None:
    listed = paper("Swings", *BODY, "Background papers", labelled("•", "Audit"), labelled("•", "Play strategy"))
    assert listed.background_papers == ("Audit", "Play strategy")
    assert paper("Swings", *BODY, "Background papers", "None.").background_papers == ()
    assert paper("Swings", *BODY, "Background papers: Audit; Play strategy").background_papers == (
        "Audit",
        "Play strategy",
    )


def test_a_label_alone_on_its_line_has_the_next_line_as_value() -> None:
    document = paper("Swings", "Wards affected:", "All", *BODY)
    assert document.wards is not None
    assert document.wards.value == "All"


def test_a_table_row_may_hold_the_labels() -> None:
    sheet = RawTable(rows=(("Committee", "Cabinet", "Date", "7 June 2016"),))
    document = paper("Swings", sheet, *BODY)
    assert document.committee is not None
    assert document.committee.where == "line 'Committee:'"
    assert document.date is not None
    assert document.date.value == date(2016, 6, 7)


def test_the_title_is_the_most_prominent_line_of_the_front_sheet() -> None:
    document = paper("Cabinet", "Public report", bold("Swings for all"), "A note", *BODY, media_type="application/pdf")
    assert document.title.value == "Swings for all"


def test_a_label_for_the_title_beats_the_look_of_it() -> None:
    document = paper(bold("Large and loud"), "Title: Swings: a review", *BODY, media_type="application/pdf")
    assert document.title.value == "Swings: a review"


def test_minutes_are_called_by_their_committee_and_date() -> None:
    document = paper("PARKS AND PLAY PANEL", "Minutes of the meeting held on 4 March 2025", *BODY)
    assert document.title.value == "Minutes of the Parks and Play Panel, 4 March 2025"
    assert document.title.basis is Basis.INFERRED


def test_without_a_title_the_file_tells() -> None:
    assert paper(*BODY, title="Swings for all").title.value == "Swings for all"
    assert paper(*BODY, path="2020-01-02-swings_for-all.pdf").title.value == "Swings for all"


def test_the_same_raw_document_gives_the_same_document() -> None:
    assert paper(*FRONT_SHEET, *BODY) == paper(*FRONT_SHEET, *BODY)


TRAIL = "Home > Meetings > Young People Scrutiny Committee > 15/10/2024, 6.00 pm > Agenda item"


def test_committee_and_date_come_from_the_breadcrumb_where_nothing_else_states_them() -> None:
    document = paper(heading("Swings", 2), PROSE, media_type="text/html", breadcrumb=TRAIL)
    assert document.committee is not None
    assert (document.committee.value, document.committee.where) == ("Young People Scrutiny Committee", "breadcrumb")
    assert document.meeting_date is not None
    assert (document.meeting_date.value, document.meeting_date.basis) == (date(2024, 10, 15), Basis.STATED)


def test_the_paper_itself_is_believed_before_the_breadcrumb() -> None:
    document = paper("Cabinet – 7 June 2016", heading("Swings", 2), PROSE, media_type="text/html", breadcrumb=TRAIL)
    assert document.committee is not None
    assert document.committee.value == "Cabinet"
    assert document.meeting_date is not None
    assert document.meeting_date.value == date(2016, 6, 7)


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("CHILDREN AND YOUNG PEOPLE SCRUTINY COMMITTEE", "Children and Young People Scrutiny Committee"),
        ("CABINET", "Cabinet"),
        ("COUNCIL", "Council"),
    ],
)
def test_a_committee_in_capitals_is_written_as_names_are(printed: str, name: str) -> None:
    document = paper(printed, "4 March 2025", "Swings and slides", *BODY)
    assert document.committee is not None
    assert (document.committee.value, document.committee.where) == (name, "front sheet, printed in capitals")


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Councillor JOAN MARSH", "Councillor Joan Marsh"),
        ("JOAN O'MARSH-HALE", "Joan O'Marsh-Hale"),
        ("SEND BOARD", "SEND Board"),
        ("MASH", "MASH"),
        ("Cabinet", "Cabinet"),
    ],
)
def test_only_a_name_all_in_capitals_is_written_anew(name: str, written: str) -> None:
    assert without_capitals(name) == written


def test_a_past_event_says_only_that_the_paper_is_no_older() -> None:
    document = paper("Slides and swings", f"The team began work on 11 January 2021. {PROSE}")
    assert document.year is not None
    assert document.year.value == 2021
    assert document.year.where.endswith("; it may be later")
    assert document.municipal_year is None


@pytest.mark.parametrize(
    ("line", "papers"),
    [
        ("Audit of swings, May 2023. Draft minutes of this panel, June 2023.",
         ("Audit of swings, May 2023", "Draft minutes of this panel, June 2023")),
        ("Audit of swings, May 2023; report of the panel, item 9.",
         ("Audit of swings, May 2023", "report of the panel, item 9")),
        ("Report of Dr. Hale on swings.", ("Report of Dr. Hale on swings.",)),
        ("Audit of swings. See above.", ("Audit of swings. See above.",)),
    ],
)  # fmt: skip
def test_background_papers_on_one_line_are_parted_where_each_can_be_a_title(line: str, papers: tuple[str]) -> None:
    document = paper(*FRONT_SHEET, *BODY, labelled("2.", "Background papers"), line)
    assert document.background_papers == papers


def test_who_is_called_the_author_in_brackets_at_the_end_is_the_author() -> None:
    ending = "Initials: BH Bea Hale; AM Ann Marsh (author, 01632 960001)."
    assert paper(*FRONT_SHEET, *BODY, ending).authors == (Author(name="Ann Marsh", phone="01632 960001"),)


def test_wards_in_brackets_lose_them() -> None:
    document = paper("Play", "Wards affected: (All Wards)", *BODY)
    assert document.wards is not None
    assert document.wards.value == "All Wards"
