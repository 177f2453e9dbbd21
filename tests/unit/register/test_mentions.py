from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from indexer.index.engines.memory import MemoryEngine
from indexer.index.records import record
from indexer.index.store import Outline
from indexer.model.commitment import Due, DuePrecision
from indexer.model.document import Basis, Document, Fact
from indexer.model.register import Mentions
from indexer.model.topic import TopicMatch
from indexer.register.mentions import mentions
from indexer.search.similar import Papers
from tests.promises import promised
from tests.unit.versions.papers import paper

# Paragraphs about other things, so that no word is in all of them.
OTHERS = [
    "The swings at the park were mended before the spring fair and painted green.",
    "Bus passes are posted to sixth formers who live more than three miles from college.",
    "A choir from the valley sang at the opening of the new library wing.",
    "Salt for winter roads was bought early because prices were low in summer.",
    "The allotment waiting list has been closed since the drainage works began.",
    "Museum volunteers catalogued eight hundred photographs of the canal last autumn.",
] * 10
TOOL = "The Partnership is to launch a screening tool for neglect by January 2022."
LAUNCHED = "First Look, the screening tool for neglect, was launched on 9 June 2022."
GRANT = "The Home Starter Grant is to be raised from £2,000 to £2,500 for young people in a first tenancy."


class Shelf:
    """Papers by name, which begins with their date; the first paragraph of one is what was promised."""

    def __init__(self, papers: Mapping[str, Collection[str]], *, topics: Collection[str] = ()) -> None:
        made = {name: paper(name, text) for name, text in ({"2019-01-01-others": OTHERS} | dict(papers)).items()}
        self.documents = {name: _dated(document, name in topics) for name, document in made.items()}
        self._outlines = {name: Outline(Outline.of(document)) for name, document in self.documents.items()}
        self._engine = MemoryEngine()
        self._engine.write((), map(record, self.documents.values()))

    def since(self, name: str, *, apart: Collection[str] = (), names: Collection[str] = (), **facts: Any) -> Mentions:
        document = self.documents[name]
        quote = next(passage.text for passage in document.passages())
        passages = sum(1 for other in self.documents.values() for _ in other.passages())
        papers = Papers(
            ask=self._engine.search,
            held=self._engine.held,
            outline=self._outlines.__getitem__,
            passages=passages,
            names=names,
        )
        return mentions(promised(document, quote, **facts), document, apart, papers)


def _dated(document: Document, listed: bool) -> Document:  # noqa: FBT001
    if document.id[0].isdigit():
        day = Fact(value=date.fromisoformat(document.id[:10]), basis=Basis.STATED, where="name")
        document = replace(document, date=day)
    match = TopicMatch(topic="neglect", weight=1.0, paragraphs=("para-1",))
    return replace(document, topics=(match,)) if listed else document


def quotes(found: Mentions) -> list[str]:
    return [mention.quote for mention in found.found]


def test_a_later_report_of_the_same_thing_is_offered_with_its_reasons() -> None:
    shelf = Shelf({"2021-07-13-a": [TOOL], "2022-09-20-b": [LAUNCHED]}, topics=["2021-07-13-a", "2022-09-20-b"])
    (mention,) = shelf.since("2021-07-13-a", owner="The Partnership").found
    assert mention.document.id == "2022-09-20-b"
    assert mention.quote == LAUNCHED
    assert mention.passage.anchor == "para-1"
    assert "reports: launched" in mention.reasons
    assert "is about the same topic" in mention.reasons
    assert any("screening" in reason for reason in mention.reasons)


def test_what_was_searched_is_told_where_nothing_is_found() -> None:
    shelf = Shelf({"2021-07-13-a": [TOOL], "2022-09-20-b": [OTHERS[0]], "2023-01-01-c": [OTHERS[1]]})
    found = shelf.since("2021-07-13-a")
    assert (found.found, found.papers, found.since, found.until) == ((), 2, date(2021, 7, 13), date(2023, 1, 1))


def test_earlier_papers_those_of_the_same_day_and_versions_are_no_mentions() -> None:
    shelf = Shelf(
        {
            "2021-07-13-a": [TOOL],
            "2021-07-13-b": [LAUNCHED],
            "2020-01-01-c": [LAUNCHED],
            "2022-01-01-version": [LAUNCHED],
            "undated": [LAUNCHED],
        }
    )
    found = shelf.since("2021-07-13-a", apart={"2022-01-01-version"})
    assert (quotes(found), found.papers) == ([], 0)


def test_a_paper_without_a_date_has_no_later() -> None:
    found = Shelf({"undated": [TOOL], "2022-09-20-b": [LAUNCHED]}).since("undated")
    assert (found.found, found.since, found.papers) == ((), None, 0)


def test_words_of_progress_alone_are_no_mention_and_neither_is_the_thing_without_them() -> None:
    shelf = Shelf(
        {
            "2021-07-13-a": [TOOL],
            "2022-01-01-b": ["A scheme for buses was launched in June."],
            "2022-02-01-c": ["The screening tool for neglect is to be launched in June."],
            "2022-03-01-d": ["Members asked about the screening tool for neglect."],
        }
    )
    assert quotes(shelf.since("2021-07-13-a")) == []


def test_a_sentence_that_says_it_is_read_with_the_one_before() -> None:
    said = "Adding Up wanted the screening tool for neglect by January. It was launched five months late."
    shelf = Shelf({"2021-07-13-a": [TOOL], "2022-09-20-b": [f"{said} The rain went on."]})
    assert quotes(shelf.since("2021-07-13-a")) == [said]


def test_a_thing_with_a_name_of_its_own_and_a_figure_is_enough() -> None:
    rose = "The Home Starter Grant rose to £2,500 in April for a first tenancy."
    shelf = Shelf({"2021-07-13-a": [GRANT], "2022-09-20-b": [rose]})
    (mention,) = shelf.since("2021-07-13-a").found
    assert "names Home Starter Grant" in mention.reasons


def test_the_very_date_by_which_it_was_due_is_as_good_as_a_name() -> None:
    promise = "The clinic is to offer speech therapy at home and to train its helpers in play and song by July 2022."
    told = "Speech therapy was due by July 2022 and started in October, with a waiting list and a queue."
    shelf = Shelf({"2021-07-13-a": [promise], "2022-12-20-b": [told]}, topics=["2021-07-13-a"])
    july = Due(text="July", precision=DuePrecision.MONTH, stated=True, first=date(2022, 7, 1), last=date(2022, 7, 31))
    assert quotes(shelf.since("2021-07-13-a")) == []
    (mention,) = shelf.since("2021-07-13-a", due=july).found
    assert "names the date by which it was due" in mention.reasons


def test_a_name_alone_is_not_enough() -> None:
    promise = "The Kelder Bridge clinic is to see every child within twelve days of a referral by its nurses."
    market = "A recruitment stall was opened at Kelder Bridge market in May with balloons."
    shelf = Shelf({"2021-07-13-a": [promise], "2022-09-20-b": [market]})
    assert quotes(shelf.since("2021-07-13-a")) == []


def test_the_best_of_each_paper_are_shown_the_newest_first_and_no_more_than_can_be_looked_through() -> None:
    later = {f"20{year}-01-01-p": [LAUNCHED, f"{LAUNCHED} Again."] for year in range(22, 29)}
    found = Shelf({"2021-07-13-a": [TOOL]} | later).since("2021-07-13-a").found
    days = [mention.document.date.value for mention in found if mention.document.date]
    assert days == sorted(days, reverse=True)
    assert len({mention.document.id for mention in found}) == len(found) == 5


def test_every_quote_stands_in_its_passage() -> None:
    shelf = Shelf({"2021-07-13-a": [TOOL], "2022-09-20-b": [f"{OTHERS[0]} {LAUNCHED} {OTHERS[1]}"]})
    for mention in shelf.since("2021-07-13-a").found:
        assert mention.quote in mention.passage.text
