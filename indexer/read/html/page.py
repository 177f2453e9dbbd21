"""Which part of a web page is the paper, and what does the page say of itself?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag

_UNSEEN = (
    "script, style, template, noscript, iframe, object, embed, svg, math, button, select, textarea, input, dialog, "
    "audio, video, map, [hidden], [aria-hidden=true]"
)
_AROUND = (
    "nav, footer, aside, header, form, [role=navigation], [role=banner], [role=contentinfo], [role=search], "
    "[role=complementary], [role=dialog], [role=alert]"
)
# The first of these that holds a fair part of the page's text is the paper.
_MAIN = (
    "main",
    "[role=main]",
    "#mgMain",
    ".mgContent",
    "#content",
    "#main",
    "#mainContent",
    "#main-content",
    "article",
)
_FAIR_PART = 0.2  # front pages of committee systems have up to four times as much navigation as text

_INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
# Names that committee systems and councils give to what stands around the paper.
_AROUND_NAMES = re.compile(
    r"cookie\w*|bread-?crumbs?|crumbs?|skip\w*|(?:page-?)?footer|site-?(?:head|header|footer|nav)|header|mast-?head"
    r"|side-?(?:bar|nav)|(?:left|top|right|main|sub|primary)-?(?:nav|menu)\w*|nav(?:bar|\d|igation)?|menu|mgnav|mgactionlist"
    r"|mglinks|mghide|mgprint\w*|(?:social|share)(?:-?(?:links|bar|buttons))?|pagination|toolbar|print-?hide|no-?print|hidden"
    r"|visually-?hidden|govuk-(?:visually-hidden|skip-link|breadcrumbs|header|footer|back-link)|feedback",
    re.IGNORECASE,
)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(https?://\S+)", re.IGNORECASE)
_DATES = (
    "dc.date",
    "dcterms.date",
    "dcterms.issued",
    "dc.date.issued",
    "dcterms.created",
    "article:published_time",
    "date",
)
_META = {
    "description": ("description", "dc.description", "og:description"),
    "date": _DATES,
    "author": ("author", "dc.creator"),
}


def properties_of(soup: BeautifulSoup, text: str) -> tuple[tuple[str, str], ...]:
    """Title, description, date and author as the head of the page has them, and the address it came from."""
    found: list[tuple[str, str]] = []
    if soup.title and (title := _collapsed(soup.title.get_text())):
        found.append(("title", title))
    metas = {
        _attribute(meta, "name", "property").lower(): _attribute(meta, "content") for meta in soup.find_all("meta")
    }
    for name, keys in _META.items():
        if value := next((_collapsed(metas[key]) for key in keys if metas.get(key)), ""):
            found.append((name, value))
    canonical = soup.select_one('link[rel~="canonical"][href]')
    saved = _SAVED_FROM.search(text)
    url = (_attribute(canonical, "href") if canonical else "") or metas.get("og:url") or (saved[1] if saved else "")
    if url.startswith(("http://", "https://")):
        found.append(("url", url))
    return tuple(found)


def main_part(soup: BeautifulSoup) -> Tag:
    """The element that holds the paper; what is hidden or stands around it is taken out of the tree."""
    body = soup.body or soup
    for unseen in body.select(_UNSEEN):
        unseen.decompose()
    for styled in body.select("[style]"):
        if not styled.decomposed and _INVISIBLE.search(_attribute(styled, "style")):
            styled.decompose()
    whole = _length(body)
    main = next((part for part in _candidates(body) if _length(part) >= whole * _FAIR_PART), body)
    half = _length(main) / 2
    for around in list(_around(main)):
        # A page may stand in a form, as ASP.NET has it, or in an element that is named after what it holds besides.
        if not around.decomposed and _length(around) < half and not _is_heading(around):
            around.decompose()
    return main


def _candidates(body: Tag) -> Iterator[Tag]:
    for selector in _MAIN:
        yield from sorted(body.select(selector), key=_length, reverse=True)[:1]


def _around(main: Tag) -> Iterator[Tag]:
    yield from main.select(_AROUND)
    for named in main.select("[class], [id]"):
        names = [_attribute(named, "id"), *_attribute(named, "class").split()]
        if any(map(_AROUND_NAMES.fullmatch, names)):
            yield named


def _is_heading(element: Tag) -> bool:
    """Whether ``element`` is the head of the paper itself: a ``header`` with a title, in an article or main part."""
    inside = element.find_parent(["main", "article"]) is not None
    return element.name == "header" and inside and element.find(re.compile("h[1-6]")) is not None


def _length(element: Tag) -> int:
    return sum(map(len, element.stripped_strings))


def _attribute(element: Tag, *names: str) -> str:
    for name in names:
        value = element.get(name)
        if value:
            return value if isinstance(value, str) else " ".join(value)
    return ""


def _collapsed(text: str) -> str:
    return " ".join(text.split())
