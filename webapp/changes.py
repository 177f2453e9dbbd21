"""How is what changed between two papers shown: which stretches are folded, and where are words marked?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from flask import Flask
from markupsafe import Markup

from indexer.model.as_json import document_url
from indexer.model.document import Document, Passage
from indexer.model.versions import Change, ChangeKind, Comparison, Relation, Version
from webapp import words

NAMES = {
    ChangeKind.CHANGED: "Changed",
    ChangeKind.ADDED: "Added",
    ChangeKind.REMOVED: "Removed",
    ChangeKind.MOVED: "Moved",
    ChangeKind.RENUMBERED: "New number",
    ChangeKind.SAME: "The same",
}
# Signs that stay when the text is copied or the colours are not seen.
_REMOVED = Markup('<del class="app-edit">[−<span class="govuk-visually-hidden">removed: </span>{}]</del>')
_ADDED = Markup('<ins class="app-edit">[+<span class="govuk-visually-hidden">added: </span>{}]</ins>')


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Changes one after another that are shown alike: all the same, and so folded, or none."""

    same: bool
    changes: tuple[Change, ...]


def teach(app: Flask) -> None:
    """Lets templates name versions and lead to what changed between them."""
    app.jinja_env.globals.update(version_name=version_name, changes_address=between)


def stretches(comparison: Comparison) -> Iterator[Stretch]:
    """The changes in reading order, what is the same together."""
    for same, changes in groupby(comparison.changes, key=lambda change: change.kind is ChangeKind.SAME):
        yield Stretch(same=same, changes=tuple(changes))


def told(comparison: Comparison) -> str:
    """How many paragraphs of each kind there are: "14 changed, 3 added, 51 the same"."""
    counts = comparison.counts
    return ", ".join(f"{words.number(counts[kind])} {name.lower()}" for kind, name in NAMES.items() if counts[kind])


def text(change: Change) -> Markup:
    """The text of a paragraph with what was taken out and put in, marked by signs and not by colour alone."""
    if change.old is None or change.new is None:
        whole = Markup("<ins>{}</ins>") if change.new else Markup("<del>{}</del>")
        return whole.format(*(passage.text for passage in (change.old, change.new) if passage))
    html, at = [], 0
    for edit in change.edits:
        html.append(Markup("{}").format(change.new.text[at : edit.new_start]))
        marked = (
            [_REMOVED.format(change.old.text[edit.old_start : edit.old_end])] if edit.old_end > edit.old_start else []
        )
        if edit.new_end > edit.new_start:
            marked.append(_ADDED.format(change.new.text[edit.new_start : edit.new_end]))
        html.append(Markup(" ").join(marked))
        at = edit.new_end
        if edit.new_start == edit.new_end and change.new.text[at : at + 1].isalnum():
            html.append(Markup(" "))  # what was taken out had its blank inside
    return Markup("").join([*html, Markup("{}").format(change.new.text[at:])])


def place(passage: Passage) -> str:
    """The short name of a place for a link: "3.17", "Table 1", "Heading 4"."""
    if passage.anchor.startswith("section-"):
        return f"Heading {passage.number or ''}".rstrip()
    if re.fullmatch(r"table-\d+", passage.anchor):
        return passage.anchor.replace("table-", "Table ")
    return words.place(passage.anchor, passage.number)


def version_name(version: Version) -> str:
    """What tells a version from the others: who had it, and when; of a pack and what is in it, the title."""
    apart = version.relation in {Relation.HOLDS, Relation.PART}
    return _name(version.title if apart else version.committee or version.title, version.date)


def paper_name(document: Document) -> str:
    """The same of a paper."""
    who = document.committee.value if document.committee else document.title.value
    return _name(who, document.date.value if document.date else None)


def about(comparison: Comparison) -> Document:
    """The paper that is compared: of a pack and its part, the part."""
    both = (comparison.new, comparison.old)
    return min(both, key=lambda document: sum(1 for _ in document.passages())) if comparison.partly else both[0]


def address(old: str, new: str) -> str:
    """The page of what changed from the paper ``old`` to the paper ``new``, as a path."""
    return f"{document_url(old)}/changes/{new}"


def between(document: Document, version: Version) -> str:
    """The page of what changed between a paper and a version of it: from the earlier to the later where both have a
    date, and from what stands alone to the pack.
    """
    own = document.date.value if document.date else date.min
    backwards = (version.date or date.min, version.document) < (own, document.id)
    if version.relation in {Relation.HOLDS, Relation.PART}:
        backwards = version.relation is Relation.PART
    return address(version.document, document.id) if backwards else address(document.id, version.document)


def _name(who: str, when: date | None) -> str:
    if when is None:
        return f"{who}, no date"
    day = words.day(when)
    return who if who.endswith(day) else f"{who}, {day}"
