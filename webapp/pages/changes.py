"""What changed from one version of a paper to another?"""

from __future__ import annotations

from flask import Blueprint, Response, jsonify, render_template

from indexer.model.as_json import comparison_json
from webapp import changes, context

pages = Blueprint("changes", __name__)


@pages.get("/documents/<document_id>/changes/<other_id>")
def show(document_id: str, other_id: str) -> str:
    catalogue = context.catalogue()
    comparison = catalogue.changes(document_id, other_id)
    return render_template(
        "changes.html",
        comparison=comparison,
        title=changes.about(comparison).title.value,
        stretches=list(changes.stretches(comparison)),
        told=changes.told(comparison),
        change_names=changes.NAMES,
        changed_text=changes.text,
        change_place=changes.place,
        changes_between=changes.address,
        paper_name=changes.paper_name,
        notice=catalogue.notice(),
    )


@pages.get("/documents/<document_id>/changes/<other_id>.json")
def as_json(document_id: str, other_id: str) -> Response:
    return jsonify(comparison_json(context.catalogue().changes(document_id, other_id)))
