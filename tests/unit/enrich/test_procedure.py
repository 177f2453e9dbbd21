"""What is procedure and what is not; the texts are made up after the wordings of real papers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from indexer.enrich.procedure import found_by, procedure
from indexer.model.document import Basis, Fact, Kind
from tests.unit.enrich.papers import paper

EXCLUSION = (
    "RESOLVED: That, pursuant to section 100A(4) of the Local Government Act 1972, the press and public be excluded "
    "from the meeting during consideration of the following items of business, on the grounds that they involve the "
    "likely disclosure of exempt information as defined in paragraphs 1 and 3 of Part 1 of Schedule 12A to the Act and "
    "that, in all the circumstances, the public interest in maintaining the exemption outweighs the public interest in "
    "disclosing the information."
)

UNDER_THEIR_HEADING = [
    ("Apologies", "None."),
    (
        "Apologies for absence",
        "Apologies were received from Councillors P. Marsh and Una O’Keeffe, and from Rev. J Thorne.",
    ),
    ("1. APOLOGIES FOR ABSENCE", "Councillor McDonald (Councillor Reed substituting)."),
    ("Apologies for lateness", "Apologies for lateness were submitted on behalf of Mrs A Vale."),
    ("Apologies and substitutions", "Cllr Moss sent apologies. Cllr Reed attended as her substitute."),
    ("Apologies for Absence", "Minutes:"),
    ("Declarations of Interest", "There were no declarations of interest."),
    ("Declarations of interest", "None were declared."),
    ("2 Declarations of Interests", "Members are reminded to declare any interests."),
    ("Members' declarations of interest", "To receive any declarations of disclosable pecuniary interests."),
    (
        "Declarations of Interest and Party Whip",
        "No interests were declared and there were no declarations of the whip.",
    ),
    ("Declarations of interest", "No member declared an interest in any item on the agenda."),
    ("Minutes", "To confirm as a correct record the minutes of the meeting held on 3 May 2022."),
    (
        "Minutes of the previous meeting",
        "The minutes of the meeting held on 3 May were agreed and signed by the Chair.",
    ),
    ("Minutes", "RESOLVED – That the minutes of the Corporate Parenting Board be approved as a correct record."),
    ("Minutes of the last meeting", "Agreed as correct."),
    ("MINUTES - CABINET - 13 OCTOBER 2020", "AGREED"),
    ("Matters arising", "There were no matters arising."),
    ("Matters arising from the minutes", "None."),
    ("Exclusion of the Press and Public", EXCLUSION),
    (
        "Exclusion of the public",
        "To consider whether the press and public be excluded from the remainder of the meeting.",
    ),
    ("Public questions", "No questions had been received from members of the public."),
    ("Public Question Time", "There were no public questions."),
    ("Petitions and deputations", "No petitions or deputations were submitted."),
    ("Questions from members of the public", "None received."),
    ("Public participation", "Members of the public may speak for three minutes."),
    ("Chair's announcements", "There were no announcements."),
    ("Chair’s Announcements", "The Chair had no announcements to make."),
    ("Urgent business", "There was no urgent business."),
    ("Any other business", "There were no other items of business."),
    ("Items of urgent business", "None were notified."),
    ("Date of next meeting", "The next meeting will be held on Tuesday 18 July 2023 at 6.00 pm in Committee Room 2."),
    ("Date and time of next meeting", "Thursday, 14 September 2023 at 5.30 pm."),
    ("Date of next meeting", "The meeting closed at 7.35 pm."),
    ("Financial implications", "There are no financial implications arising from this report."),
    ("FINANCIAL IMPLICATIONS", "None."),
    ("Legal implications", "None arising directly from this report."),
    ("7.2 Equality implications", "Not applicable."),
    ("Legal and equality implications", "There are no direct legal or equality implications."),
    ("Implications", "Legal: none"),
    ("Implications", "Climate change | None"),
    ("Environmental and climate implications", "This report has no environmental implications."),
    ("Other implications", "There are no implications for children and young people arising from this report."),
    ("Human resources", "There are no human resources implications."),
    ("Background papers", "None"),
    ("Other useful background papers:", "There are no background papers."),
    ("Access to information", "This report contains no exempt information."),
]
UNDER_ANOTHER_HEADING_OR_NONE = [
    ("", "Apologies for absence were received from Councillor Siddons.", "Apologies for absence"),
    ("PRESENT", "Apologies: Councillor Edna Craven; Gordon Ashe", "Apologies"),
    (
        "",
        "Apologies For Absence: Were submitted on behalf of Councillors S Hart and R Tindall.",
        "Apologies For Absence",
    ),
    ("", "Declarations of interest: none", "Declarations of interest"),
    ("Other matters", "No interest was declared and no dispensation granted.", "interest was declared"),
    ("", "No questions had been received from the public.", "questions had been received from the public"),
    ("", "The minutes of the meeting held on 4 June were approved as a correct record.", "minutes"),
    ("", "RESOLVED that the press and public be excluded from the meeting.", "public be excluded"),
    ("Work programme", "The meeting ended at 7.05 pm.", "meeting ended"),
    ("Work programme", "The meeting closed at 8 pm. The next meeting is on 4 May.", "meeting closed next meeting"),
    ("Conclusion", "There are no financial implications arising from this report.", "financial implications"),
    ("Conclusion", "Background papers: none", "Background papers"),
    ("Timetable", "Enquiries should be directed to the above officer.", "Enquiries should be directed to the above"),
    ("Close", "Chair ........................", "Chair"),
]
SAYS_SOMETHING = [
    ("Apologies for absence", "Councillor Marsh apologised that the visit notes were late."),
    ("Apologies", "Apologies were received from Dr Ashe, who had sent a paper on school nursing."),
    ("Apologies", "The Director offered an apology to Mrs Vale for the delay in answering her."),
    ("Apologies", "An apology was made to the Parents’ Forum."),
    ("Apologies for absence", "Apologies were received from Cllr Reed. Councillor Moss was elected to the chair."),
    ("Complaints", "Apologies were given to 14 families."),
    ("Declarations of interest", "Councillor Reed declared a personal interest in item 7."),
    ("Declarations of interest", "Councillor Reed declared that she is a governor of Hill Top School."),
    ("Declarations of interest", "There were no declarations, but the Chair has a sister who fosters."),
    ("Declarations of interest", "Mrs Vale, a foster carer, left the room."),
    ("Minutes", "The minutes were approved subject to the figure in minute 4 being amended."),
    ("Minutes", "Agreed as correct. Matters arising: the bus passes had been issued."),
    ("Minutes", "Councillor Reed asked whether the school transport figures had been found."),
    ("Minutes", "RESOLVED that the Bright Futures scheme be approved."),
    ("Minutes and matters arising", "The letter to the Minister had been answered."),
    ("Matters arising", "Minute 12: no reply had come from the trust."),
    ("Minutes", "The minutes were not agreed as a correct record."),
    ("Minutes", "The minutes were approved and the Home Starter Grant agreed."),
    ("", "The minutes of the Cabinet of 3 May approved the Home Starter Grant."),
    ("Apologies", "Ofsted Inspectors were present."),
    ("Safeguarding", "There are no safeguarding issues."),
    ("Future meetings", "4 June: Neglect Strategy"),
    ("Date of next meeting", "Tuesday 4 June, Youth Justice Plan"),
    ("Two minutes", "Say the word, kindly."),
    ("", "Minutes of the meeting held on Tuesday 24 October 2017 in the Garden Room"),
    ("", "AGREED"),
    ("Youth justice plan", "Minutes:"),
    ("Exclusion of the public", "To exclude the public for the item on Fern Row: independent visitor's reports."),
    ("Exclusion of the press and public", "The Committee discussed the visitor's reports for March to May."),
    ("Exclusion of the public", "RESOLVED that the public be not excluded and the report be taken in public."),
    ("School exclusions", "Permanent exclusion of pupils was considered."),
    ("Public questions", "Mr Pask asked why the play room was shut on Fridays. It had reopened."),
    ("Public questions", "One had been received, on the opening hours of the family hub."),
    ("Public questions", "No answer was given to questions from the public."),
    ("Petitions", "A petition with 812 signatures was received."),
    ("Chair's announcements", "The Chair announced that the inspection had begun."),
    ("Chair's announcements", "The Chair welcomed Councillor Moss, the new lead for adoption."),
    ("Urgent business", "The Chair accepted an urgent item on the closure of Ash Lodge."),
    ("Any other business", "Members thanked the clerk, who retires at Easter."),
    ("Date of next meeting", "The next meeting will consider the neglect strategy."),
    ("Dates", "The Board will meet next on 23 January 2018. The young people to choose the venue."),
    ("Work", "Officers to report to the next meeting on 3 May."),
    ("Work", "Action: Head of Service to report at the next meeting, 3 May."),
    ("Work", "The item was deferred to the next meeting on 3 May."),
    ("Financial implications", "There are no financial implications, though recruitment could cost less."),
    ("Financial implications", "There is no budget for this proposal."),
    ("Financial implications", "None. The posts are paid for from grant, £120,000 in all."),
    ("Financial implications", "There are no significant financial implications."),
    (
        "Finance, legal, risk",
        "None arises directly. The duty to publish a report is in section 16G of the Children Act.",
    ),
    ("Legal implications", "There is no statutory intervention, and none is in prospect."),
    ("Risk", "None of the staff risks identified in the report is new."),
    ("Equality implications", "No equality impact assessment has been made."),
    ("Financial implications", "The budget has risks; there are no legal implications."),
    ("Action tracker", "Finance | None"),
    ("What inspectors found", "None"),
    ("Background papers", "Cabinet report, 7 June 2016; inspection letter"),
    ("Access to information", "Appendix 3 is exempt: it names the children concerned."),
    ("", "Not for publication: exempt information as defined in paragraph 3 of Schedule 12A"),
    ("Consultation", "None"),
    ("Has it been considered by scrutiny?", "No"),
]


@pytest.mark.parametrize(("heading", "text"), UNDER_THEIR_HEADING)
def test_what_says_nothing_under_a_standing_heading_is_found_by_the_heading_alone(heading: str, text: str) -> None:
    assert found_by(text, heading) == ""


@pytest.mark.parametrize(("heading", "text", "words"), UNDER_ANOTHER_HEADING_OR_NONE)
def test_elsewhere_it_is_found_by_the_words_in_which_it_says_what_it_is(heading: str, text: str, words: str) -> None:
    assert found_by(text, heading) == words


@pytest.mark.parametrize(("heading", "text"), SAYS_SOMETHING)
def test_one_word_of_news_is_enough_to_be_no_procedure(heading: str, text: str) -> None:
    assert found_by(text, heading) is None


def test_a_contact_line_is_the_clerks_at_a_meeting_and_somebody_who_answers_for_it_in_a_report() -> None:
    report = paper(
        "Fostering", {"": ["Contact: Edna Craven, Democratic Services, 01632 960200, e.craven@council.example"]}
    )
    minutes = replace(report, kind=Fact(value=Kind.MINUTES, basis=Basis.STATED, where="title"))
    assert procedure(minutes) == {"p-1": "Contact"}
    assert procedure(report) == {}


def test_rows_of_tables_are_judged_as_paragraphs_are() -> None:
    report = paper(
        "Fostering", {"Implications": [(("Legal", "None"), ("Financial", "£12,000 a year"), ("Risk", "None"))]}
    )
    assert procedure(report) == {"table-1-row-1": "", "table-1-row-3": ""}
