"""Which lines are headings, and how high does each stand?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from indexer.model.raw import RawTable
from indexer.structure.lines import Element, Line
from indexer.structure.numbering import Label, depth

# A heading is a name, not a sentence; the longest met in council papers has fourteen words.
_MOST_WORDS = 15
_MOST_WORDS_UNSTYLED = 13
# A line of this many words is prose even without a full stop.
_PROSE_WORDS = 16
# The smallest difference in type size that a reader notices as a heading.
_LARGER = 1.08

_OPENING = (
    r"aims?|purpose(?: of (?:the |this )?report)?|executive summary|summary|recommendations?|introduction|foreword|"
    r"background|context|report detail(?: – know| - know)?|reasons? for (?:the )?(?:decision|recommendations?)|"
    r"decision|contents"
)
_CLOSING = (
    r"(?:(?:list of |other useful )?background (?:papers|documents)|(?:report )?authors?|author\(s\)|contact officers?|"
    r"appendices|(?:list of )?appendices(?: included)?|contact(?: details)?|glossary|references)"
)
_OPENS = re.compile(rf"(?:{_OPENING}):?", re.IGNORECASE)
_CLOSES = re.compile(rf"{_CLOSING}:?", re.IGNORECASE)
_AUTHORS = re.compile(r"(?:report )?authors?|author\(s\)|contact officers?|contact(?: details)?", re.IGNORECASE)
_NEVER = re.compile(
    r"(?:it was )?(?:unanimously )?(?:resolved|agreed|recommended|action)\b|minutes:|table\s+\w{1,4}\s*[:.–-]|"
    r"supporting documents:|additional documents:|end of (?:meeting|report)",
    re.IGNORECASE,
)
_LABEL_WITH_VALUE = re.compile(r"[^:]{2,60}(?:[:?]\s|::)\s*\S")


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The words of a heading, its number apart; level 1 is the highest."""

    text: str
    level: int
    number: str | None = None


def heading_lines(elements: Sequence[Element], *, unstyled: bool) -> dict[int, Line]:
    """The lines among ``elements`` that look like headings, by their index.

    ``unstyled`` says that the format has no way to mark a heading, so that a short line before prose may be one.
    """
    size = _body_size(elements)
    found: dict[int, Line] = {}
    among_authors = False
    for index, line in enumerate(elements):
        if not isinstance(line, Line):
            continue
        if _is_heading(elements, index, size, unstyled=unstyled, among_authors=among_authors):
            found[index] = line
            among_authors = bool(_AUTHORS.fullmatch(line.text.strip(" :")))
    return found


def opens_body(line: Line) -> bool:
    """Whether the front sheet must have ended before this heading."""
    return line.number is not None or bool(_OPENS.fullmatch(line.text))


def is_prose(line: Element) -> bool:
    """Whether the line is running text: a sentence rather than a name or a label."""
    if not isinstance(line, Line) or line.style.heading_level is not None or line.text.isupper():
        return False
    words = len(line.text.split())
    return words >= _PROSE_WORDS or (words >= 5 and line.text.endswith((".", ".”", '."')))


def _body_size(elements: Sequence[Element]) -> float | None:
    """The type size of most characters."""
    sizes: Counter[float] = Counter()
    for line in elements:
        if isinstance(line, Line) and line.style.size is not None:
            sizes[line.style.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else None


def _is_heading(
    elements: Sequence[Element], index: int, size: float | None, *, unstyled: bool, among_authors: bool
) -> bool:
    line = elements[index]
    following = elements[index + 1] if index + 1 < len(elements) else None
    if not isinstance(line, Line) or not _may_be_heading(line):
        return False
    if line.style.heading_level is not None:
        return True
    if following is not None and (_OPENS.fullmatch(line.text) or _CLOSES.fullmatch(line.text)):
        return True
    if following is None or _leads_list(line, following) or (among_authors and line.number is None):
        return False
    if line.number is not None:
        return _is_numbered_heading(line, following, size)
    return _stands_out(line, size) or (unstyled and _stands_bare(line, following))


def _may_be_heading(line: Line) -> bool:
    text = line.text
    words = text.split()
    return (
        0 < len(words) <= _MOST_WORDS
        and line.kind in {None, Label.NUMBER}
        and not text.endswith((".", ";", ",", "!"))
        and any(character.isalpha() for character in text)
        and not _NEVER.match(text)
        and (line.style.heading_level is not None or not _LABEL_WITH_VALUE.match(text) or line.number is not None)
    )


def _leads_list(line: Line, following: Element) -> bool:
    """A line such as "Our priorities are:" before bullets is the beginning of the list."""
    return line.text.endswith(":") and isinstance(following, Line) and following.kind in {Label.BULLET, Label.LETTER}


def _stands_out(line: Line, size: float | None) -> bool:
    letters = [character for character in line.text if character.isalpha()]
    capitals = len(letters) >= 4 and all(character.isupper() for character in letters)
    return line.style.bold or capitals or _is_larger(line, size)


def _is_larger(line: Line, size: float | None) -> bool:
    return size is not None and line.style.size is not None and line.style.size >= size * _LARGER


def _stands_bare(line: Line, following: Element) -> bool:
    begins_like_name = line.text[0].isupper() and len(line.text.split()) <= _MOST_WORDS_UNSTYLED
    leads_body = (isinstance(following, Line) and following.number is not None) or (
        is_prose(following) and isinstance(following, Line) and following.kind is None
    )
    return begins_like_name and leads_body


def _is_numbered_heading(line: Line, following: Element, size: float | None) -> bool:
    """A short numbered line heads what follows, unless the next line carries the same list on."""
    if _stands_out(line, size):
        return True
    number = line.number or ""
    if not line.text[0].isupper() or len(line.text.split()) > _MOST_WORDS_UNSTYLED:
        return False
    if line.text.endswith(":") and depth(number) > 1:
        return False  # "2.1 The judgements are these:" before a table
    if isinstance(following, RawTable):
        return True
    if following.number is not None:
        return depth(following.number) > depth(number)
    return is_prose(following) or (following.kind is not None and depth(number) == 1)


def rank(lines: Mapping[int, Line], elements: Sequence[Element]) -> dict[int, Heading]:
    """The headings that ``lines`` are, each with its level.

    A number tells the level, and so does what the file marks; an unnumbered heading stands below the numbered one
    before it, unless it is one of those that close a paper; else the larger is the higher.
    """
    size = _body_size(elements)
    marked = sorted({line.style.heading_level for line in lines.values() if line.style.heading_level is not None})
    larger = sorted({line.style.size or 0 for line in lines.values() if _is_larger(line, size)}, reverse=True)
    main = [line for line in lines.values() if line.number is not None and depth(line.number) == 1]
    main_size = max((line.style.size or 0 for line in main if _is_larger(line, size)), default=None)
    numbers_are_marked = all(line.style.heading_level is not None for line in main)
    above = 0  # the level of the numbered heading that the next ones stand under
    headings = {}
    for index, line in lines.items():
        closes = bool(_CLOSES.fullmatch(line.text))
        if line.style.heading_level is not None and (numbers_are_marked or line.number is not None):
            level = line.style.heading_level - marked[0] + 1
        elif line.number is not None:
            level = depth(line.number)
        elif closes or (main_size is not None and (line.style.size or 0) >= main_size):
            level = 1
        elif main:
            level = above + 1
        else:
            level = 1 + (larger.index(line.style.size or 0) if _is_larger(line, size) else len(larger))
        if line.number is not None or closes:
            above = level if line.number is not None else 0
        headings[index] = Heading(text=line.text, level=level, number=line.number)
    return headings
