"""Which words and small forms do the templates share?"""

from __future__ import annotations

import re
from datetime import date, datetime
from urllib.parse import urlencode

from flask import Flask

from indexer.model.as_json import document_url
from indexer.model.document import Basis, Fact, Passage
from indexer.model.query import Facet
from indexer.model.report import Coverage
from webapp import params, passages

FACET_NAMES = {
    Facet.TOPIC: "Topic",
    Facet.YEAR: "Year",
    Facet.TYPE: "Type of paper",
    Facet.PORTFOLIO: "Portfolio",
    Facet.COMMITTEE: "Committee",
    Facet.MUNICIPAL_YEAR: "Municipal year",
}
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def teach(app: Flask) -> None:
    """Give the templates of ``app`` these words."""
    app.jinja_env.filters.update(
        day=day,
        basis=basis,
        number=number,
        xml_text=xml_text,
        snippet=passages.snippet,
        capital=capital,
        place=place,
        sentence=sentence,
    )
    app.jinja_env.globals.update(
        facet_names=FACET_NAMES,
        address=params.address,
        span_of_time=span_of_time,
        plural=plural,
        paper_address=paper_address,
    )


def day(value: date | datetime) -> str:
    """A date as people write it: 23 September 2025."""
    return f"{value.day} {value:%B} {value.year}"


def number(value: int) -> str:
    """A count with its thousands apart: 9,801."""
    return f"{value:,}"


def plural(count: int, one: str, many: str | None = None) -> str:
    """A count with its noun: 1 paper, 2 papers, no papers."""
    return f"{number(count) if count else 'no'} {one if count == 1 else many or one + 's'}"


def paper_address(document: str, query: str) -> str:
    """The page of a paper with the words of ``query`` marked."""
    return f"{document_url(document)}?{urlencode({'q': query})}" if query else document_url(document)


def place(passage: Passage) -> str:
    """A short name of a passage for a link in its own paper: "3.17", "¶ 12", "table 1 row 2"."""
    return passage.number or passage.anchor.replace("p-", "¶-").replace("-", " ")


def capital(text: str) -> str:
    """``text`` with its first letter large."""
    return text[:1].upper() + text[1:]


def span_of_time(coverage: Coverage) -> str | None:
    """From when to when the papers are: "April 2019 to September 2025"."""
    if not coverage.first or not coverage.last:
        return None
    first, last = f"{coverage.first:%B %Y}", f"{coverage.last:%B %Y}"
    return first if first == last else f"{first} to {last}"


def basis(fact: Fact[object]) -> str:
    """How a fact is known, in a few plain words; nothing where the paper simply states it with no place named."""
    lead = {Basis.STATED: "Stated in the paper", Basis.INFERRED: "Inferred", Basis.GIVEN: "Given beside the paper"}
    return f"{lead[fact.basis]}: {fact.where}" if fact.where else lead[fact.basis]


def sentence(text: str) -> str:
    """``text`` with a capital and a full stop."""
    return capital(text) if text.endswith((".", "!", "?")) else f"{capital(text)}."


def xml_text(text: str) -> str:
    """``text`` without the characters that XML cannot hold, not even escaped."""
    return _NOT_XML.sub("", text)
