"""Which words of a paragraph are bold, italic, inserted, deleted, hidden or inside a content control?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

Change = Literal["", "inserted", "deleted"]


class MarkupError(Exception):
    """A source text breaks the markup; the message is one sentence without the place."""


@dataclass(frozen=True)
class Span:
    """Words that share one appearance; `control` is the title of the content control around them, or None."""

    text: str
    bold: bool = False
    italic: bool = False
    change: Change = ""
    hidden: bool = False
    control: str | None = None

    @property
    def word_only(self) -> bool:
        return bool(self.change) or self.hidden or self.control is not None


Inline = tuple[Span, ...]

_MARK = re.compile(
    r"""
      \\(?P<literal>.)
    | (?P<line_break><br\s*/?>)
    | \{\+(?P<inserted>.+?)\+\}
    | \{-(?P<deleted>.+?)-\}
    | %%(?P<hidden>.+?)%%
    | \[\[control:\s*(?:(?P<title>[^|\]]*)\|)?(?P<controlled>.+?)\]\]
    | \*\*(?P<bold>.+?)\*\*
    | (?<![\w*])\*(?=[^\s*])(?P<italic>.+?)(?<=[^\s*])\*(?![\w*])
    """,
    re.VERBOSE | re.DOTALL,
)
_LEFT_OPEN = re.compile(r"\{\+|\+\}|\{-|-\}|%%|\[\[|\]\]|\*\*")


def parse_inline(text: str) -> Inline:
    """The spans of one paragraph, in order; neighbours of the same appearance are one span."""
    spans: list[Span] = []
    for span in _spans(text, Span("")):
        if spans and replace(spans[-1], text=span.text) == span:
            spans[-1] = replace(span, text=spans[-1].text + span.text)
        elif span.text:
            spans.append(span)
    return tuple(spans)


def plain_text(inline: Inline) -> str:
    return "".join(span.text for span in inline)


def _spans(text: str, look: Span) -> Iterator[Span]:
    position = 0
    for mark in _MARK.finditer(text):
        yield _unmarked(text[position : mark.start()], look)
        yield from _marked(mark, look)
        position = mark.end()
    yield _unmarked(text[position:], look)


def _unmarked(text: str, look: Span) -> Span:
    if left_open := _LEFT_OPEN.search(text):
        raise MarkupError(f"the mark “{left_open.group()}” has no partner in its paragraph")
    return replace(look, text=text)


def _marked(mark: re.Match[str], look: Span) -> Iterator[Span]:
    match mark.lastgroup:
        case "literal":
            yield replace(look, text=mark["literal"])
        case "line_break":
            yield replace(look, text="\n")
        case "inserted":
            yield from _spans(mark["inserted"], replace(look, change="inserted"))
        case "deleted":
            yield from _spans(mark["deleted"], replace(look, change="deleted"))
        case "hidden":
            yield from _spans(mark["hidden"], replace(look, hidden=True))
        case "controlled":
            yield from _spans(mark["controlled"], replace(look, control=(mark["title"] or "").strip()))
        case "bold":
            yield from _spans(mark["bold"], replace(look, bold=True))
        case _:
            yield from _spans(mark["italic"], replace(look, italic=True))
