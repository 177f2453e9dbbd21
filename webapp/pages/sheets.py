"""What does a committee have to ask about before its meeting? One sheet to print, and the same as JSON and CSV."""

from __future__ import annotations

from itertools import groupby

from flask import Blueprint, Response, jsonify, make_response, render_template, request

from indexer.errors import RequestError
from indexer.model.register import RegisterFacet, RegisterRequest, Sheet, SheetPart
from indexer.model.register_json import SHEET_COLUMNS, sheet_json, sheet_row
from webapp import context, exports, register_params
from webapp.pages.search import unlisted
from webapp.params import Mistake

pages = Blueprint("sheets", __name__)


@pages.get("/commitments/sheet")
def show() -> Response:
    asked, mistakes = register_params.read_sheet(request.args)
    catalogue, sheet = context.catalogue(), None
    if asked:
        try:
            sheet = catalogue.register.sheet(asked, context.this_day())
        except RequestError as error:
            mistakes = (
                Mistake(parameter="committee" if asked.committee else "portfolio", given="", message=str(error)),
            )
    everything = catalogue.register.page(RegisterRequest(), context.this_day(), size=1)
    page = render_template(
        "sheet.html",
        asked=asked,
        args=request.args,
        mistakes=mistakes,
        sheet=sheet,
        parts=_parts(sheet) if sheet else [],
        columns=SHEET_COLUMNS[1:-1],
        query=register_params.write_sheet(asked) if asked else "",
        today=context.this_day(),
        facets={
            counts.facet: sorted(counts.values, key=lambda value: value.label)
            for counts in everything.facets
            if counts.facet in {RegisterFacet.COMMITTEE, RegisterFacet.PORTFOLIO}
        },
        notice=catalogue.notice(),
    )
    return unlisted(make_response(page, 400 if mistakes else 200))


@pages.get("/commitments/sheet.json")
def as_json() -> Response:
    return unlisted(jsonify(sheet_json(_asked(), context.catalogue().register.mentions)))


@pages.get("/commitments/sheet.csv")
def as_csv() -> Response:
    return unlisted(exports.table("sheet", SHEET_COLUMNS, map(sheet_row, _asked().rows)))


def _asked() -> Sheet:
    asked, mistakes = register_params.read_sheet(request.args)
    if asked is None:
        told = " ".join(mistake.message for mistake in mistakes)
        raise RequestError(told or "A sheet needs a committee or a portfolio, and the date of a meeting.")
    return context.catalogue().register.sheet(asked, context.this_day())


def _parts(sheet: Sheet) -> list[tuple[SheetPart, list[dict[str, exports.Cell]]]]:
    """The rows of each part that has any."""
    grouped = groupby(sheet.rows, key=lambda row: row.part)
    return [(part, [dict(sheet_row(row)) for row in rows]) for part, rows in grouped]
