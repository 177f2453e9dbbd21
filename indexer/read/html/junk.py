"""What on a committee page says nothing of the paper?"""

from __future__ import annotations

import re

from bs4 import Tag

from indexer.model.raw import RawBlock, RawTable

_FILE_SIZE = re.compile(
    r"\s*\(?(?:(?:pdf|word|html|excel)(?: (?:document )?icon)\s*)?\b(?:PDF|DOCX?|HTML|XLSX?),?\s+[\d.,]+\s*[KM]B\)?",
    re.IGNORECASE,
)
_ICON = re.compile(r"\b(?:pdf|word|html) (?:document )?icon\b", re.IGNORECASE)

# Links of committee systems that say nothing of the paper, and lines of the same kind.
_JUNK_LINKS = frozenset(
    (
        "attendance details", "back to top", "close", "cookie policy", "directions", "issue details", "more details",
        "print this page", "share this page", "skip to content", "skip to main content", "skip to navigation",
        "top of page", "view directions", "watch the webcast",
    )
)  # fmt: skip
_JUNK_LINE = re.compile(
    r"media|view directions|top of page|back to (?:top|previous page|\w+)|you are here:?.*|get the app\b.*|©.*"
    r"|(?:this|our|we)\b.*\b(?:uses?|put|stores?)\b.*\bcookies?\b.*|.*\bmodern\.?gov app\b.*",
    re.IGNORECASE,
)
_LONGEST_JUNK = 300  # characters

_MOST_LINKS = 60  # that a paragraph is searched for; no menu has more
_LOWEST_TITLE = 2  # heading level; lists of links below lower ones belong to the text
# What a list of links is called that belongs to the paper.
_PAPERS = re.compile(
    r"(?:[\w-]+ ){0,2}(?:papers?|documents?|appendices|reports?|publications?|guidance|downloads?|resources|links)",
    re.IGNORECASE,
)


def is_junk_link(element: Tag) -> bool:
    """Whether ``element`` is a link to somewhere else on the site."""
    return element.name == "a" and " ".join(element.get_text(" ").split()).casefold() in _JUNK_LINKS


def is_menu(element: Tag, *, below: RawBlock | RawTable | None) -> bool:
    """Whether a list of nothing but links stands below a title: committee systems put there what else to look at."""
    if isinstance(below, RawTable) or (below and (_PAPERS.fullmatch(below.text) or below.text.endswith(":"))):
        return False
    level = below.style.heading_level if below else 1
    return level is not None and level <= _LOWEST_TITLE and _linked(element) == _letters(element.get_text())


def is_link_bar(element: Tag, *, at_top: bool) -> bool:
    """Whether ``element`` is nothing but links with bars or dots between them: "History | Related decisions".

    Above the paper (``at_top``) links need no bars between them to be the site's navigation.
    """
    links = element.find_all("a", limit=_MOST_LINKS)
    if not 2 <= len(links) < _MOST_LINKS:
        return False
    text, linked = element.get_text(), _linked(element)
    # A path that leads to the page ends with the page's own name, which is no link.
    return 0.75 * _letters(text) <= linked and (at_top or any(sign in text for sign in "|·•>»/"))


def _linked(element: Tag) -> int:
    return sum(_letters(link.get_text()) for link in element.find_all("a"))


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def without_junk(text: str) -> str:
    """``text`` on one line without file sizes and icons; empty where it says nothing of the paper."""
    text = " ".join(_ICON.sub("", _FILE_SIZE.sub("", text)).split())
    return "" if len(text) <= _LONGEST_JUNK and _JUNK_LINE.fullmatch(text) else text
