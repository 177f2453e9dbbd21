"""Does a question get an answer above the results: the paper's words, or an honest no?"""

from __future__ import annotations

from flask.testing import FlaskClient

from tests.web.conftest import Page, one

GRADE = "what grade did help and protection get?"


def test_a_question_is_answered_above_the_results_with_the_words_that_answer_marked(show: Page) -> None:
    page = show(f"/search?q={GRADE}")
    card = one(page, ".app-answer")
    assert one(card, "blockquote mark").text == "Good"
    assert "Help and protection" in one(card, "blockquote").text
    assert one(card, ".app-answer__source a")["href"].__str__().endswith("#table-1-row-1")
    assert page.select_one(".app-answer ~ #results") is not None


def test_an_answer_can_be_cited_and_the_paragraph_around_it_read(show: Page) -> None:
    card = one(show("/search?q=In how many schools was a neglect tool tried?"), ".app-answer")
    assert one(card, "blockquote").text.strip() == "A neglect tool was tried in 12 schools."
    assert "Care leavers told us" in one(card, ".app-answer__more").text
    assert "paragraph 2.2" in one(card, "[data-cites]").text


def test_what_nothing_answers_is_refused_and_says_what_was_searched(show: Page) -> None:
    card = one(show("/search?q=how many mermaids are there?"), ".app-answer")
    assert "16 papers from January 2021 to September 2025" in card.text
    assert "“mermaids”" in card.text
    assert card.select("mark") == []


def test_words_without_a_question_get_no_answer_and_nor_does_a_second_page(show: Page) -> None:
    for address in (
        "/search?q=neglect strategy",
        "/search?q=what is neglect&words=only",
        "/search?q=what is it&page=2",
    ):
        assert show(address).select(".app-answer") == []


def test_the_answer_is_there_as_json_and_keeps_to_the_filters(client: FlaskClient) -> None:
    found = client.get("/ask.json", query_string={"q": GRADE}).get_json()
    assert found["answered"] is True
    assert found["answers"][0]["text"] == "Good"
    assert found["answers"][0]["quote"] in found["answers"][0]["paragraph"]["text"]
    assert found["searched"]["documents"] == 16
    narrow = client.get("/ask.json", query_string={"q": GRADE, "year": "2021"}).get_json()
    assert narrow["answered"] is False
    assert narrow["searched"]["documents"] < 16


def test_a_filter_that_cannot_be_used_is_one_clear_sentence(client: FlaskClient) -> None:
    response = client.get("/ask.json?q=who&year=never")
    assert response.status_code == 400
    assert "is not a year" in response.get_json()["error"]


def test_any_text_may_be_asked(client: FlaskClient) -> None:
    for text in ("?", "what", "<script>?", "who " * 200, "\u202ewho?", "when did (((", "how many 10**400?"):
        assert client.get("/search", query_string={"q": text}).status_code == 200
        assert client.get("/ask.json", query_string={"q": text}).status_code == 200
