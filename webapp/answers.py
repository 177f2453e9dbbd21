"""How does a quotation look on a page: with the words that answer marked, and where it stands?"""

from __future__ import annotations

from dataclasses import dataclass

from flask import Flask
from markupsafe import Markup

from indexer.model.answer import Answer, Quotation
from indexer.model.as_json import document_url
from indexer.model.citation import citation
from indexer.model.search import PassageResult, Snippet, Span
from webapp import context, passages


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A quotation as a page shows it. ``around`` is its whole passage where that has more than is quoted."""

    quotation: Quotation
    html: Markup
    lead_in: str | None
    around: Markup | None
    cited: str
    url: str


def shown(answer: Answer) -> list[Shown]:
    """The answers, each with the words that answer marked."""
    return [_shown(one, mark=True) for one in answer.answers]


def nearest(answer: Answer) -> list[Shown]:
    """The nearest passages; nothing in them is marked, since nothing in them answers."""
    return [_shown(one, mark=False) for one in answer.nearest]


def teach(app: Flask) -> None:
    """Give the templates of ``app`` these views."""
    app.jinja_env.globals.update(answers_shown=shown, nearest_shown=nearest)


def _shown(one: Quotation, *, mark: bool) -> Shown:
    text, marks = one.passage.text, (one.words,) if mark else ()
    is_whole = one.quote == Span(start=0, end=len(text))
    return Shown(
        quotation=one,
        html=_row(one, marks) if one.passage.columns else passages.marked(text, marks, one.quote.start, one.quote.end),
        lead_in=text[one.lead_in.start : one.lead_in.end] if one.lead_in else None,
        around=None if is_whole else passages.marked(text, (one.quote,)),
        cited=citation(context.catalogue().document(one.document.id), one.passage),
        url=document_url(one.document.id, one.passage.anchor),
    )


def _row(one: Quotation, marks: tuple[Span, ...]) -> Markup:
    """A table row with its heads before its cells."""
    snippet = Snippet(text=one.passage.text, marks=marks, starts_inside=False, ends_inside=False)
    return passages.snippet(PassageResult(passage=one.passage, snippet=snippet, score=0.0))
