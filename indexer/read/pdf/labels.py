"""Does a line begin a list item or a numbered paragraph?"""

from __future__ import annotations

from enum import Enum

from indexer.read.labels import is_sure_bullet, split_bullet, split_label
from indexer.read.pdf.geometry import Line

# In sizes of the letters: a tab after a label, wider than a stretched space.
TAB = 0.7


class Label(Enum):
    NONE = "none"
    BULLET = "bullet"  # a sign that is nothing else
    DASH = "dash"  # a sign that may be one
    NUMBER = "number"  # "3.17", "(a)"; kept in the text
    PLAIN_NUMBER = "plain number"  # "12", a label only where something else says so


def label_of(line: Line) -> Label:
    """The kind of label that a line begins with; none where nothing follows it."""
    bullet = split_bullet(line.text)
    if bullet.glyph:
        if not bullet.text:
            return Label.NONE
        return Label.BULLET if is_sure_bullet(bullet.glyph) else Label.DASH
    if split_label(line.text).label:
        return Label.NUMBER
    first = line.words[0].text
    plain = first.isdecimal() and len(first) <= 2 and len(line.words) > 1 and not line.words[1].glued
    return Label.PLAIN_NUMBER if plain else Label.NONE


def is_label(word: str) -> bool:
    """Whether a word by itself looks like the label of an item."""
    return word.isdecimal() or not split_bullet(f"{word} ").text or not split_label(word).text


def has_tab(line: Line) -> bool:
    """Whether the gap after the first word is wider than a space."""
    return len(line.words) > 1 and line.words[1].left - line.words[0].right >= TAB * line.size
