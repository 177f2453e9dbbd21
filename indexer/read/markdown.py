"""What do the signs of Markdown say, and what is the text without them?"""

from __future__ import annotations

import re

_SIGN = re.compile(r"[*_\\\[]")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>~'\"$&@^])")
# The longest sign first; a sign touches the words it marks, on the inside, and none on the outside.
_EMPHASIS = re.compile(
    r"(?<![*\w\\])(\*{1,3})(?=[^\s*])([^*]*[^\s*\\])\1(?![*])|(?<![_\w\\])(_{1,3})(?=[^\s_])([^_]*[^\s_\\])\3(?![_\w])"
)
_INNER = re.compile(r"(\*{1,3})(?=[^\s*])([^*]*[^\s*\\])\1")
_STRONG = re.compile(r"(\*{2,3}|_{2,3})(?=\S)((?:(?!\1).)+?)\1[:.]?")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\(([^()\s]*)(?:\s+\"[^\"]*\")?\)")
_FRONT_MATTER = re.compile(r"---\n((?:[A-Za-z][\w-]*:[^\n]*\n)+)(?:---|\.\.\.)(?:\n|\Z)")
_HEADING = re.compile(r"(#{1,6})\s+(.*?)(?:\s+#+)?")


def front_matter(text: str) -> tuple[tuple[tuple[str, str], ...], str]:
    """The lines "title: ..." between rules at the very beginning of ``text``, and what follows them."""
    match = _FRONT_MATTER.match(text)
    if match is None:
        return (), text
    pairs = (line.split(":", 1) for line in match[1].splitlines())
    return tuple((key.lower(), value.strip(" \"'")) for key, value in pairs if value.strip(" \"'")), text[match.end() :]


def heading(text: str) -> tuple[int, str] | None:
    """The level and the words of a line that begins with ``#``."""
    match = _HEADING.fullmatch(text)
    return (len(match[1]), match[2]) if match else None


def is_strong(text: str) -> bool:
    """Whether the whole of ``text`` is marked bold."""
    return bool(_STRONG.fullmatch(text))


def plain(text: str) -> str:
    """``text`` without emphasis signs and escapes; of a link, its words and, in brackets, its address."""
    if not _SIGN.search(text):
        return text
    text = _LINK.sub(_words_of_link, text)
    text = _EMPHASIS.sub(lambda match: match[2] or match[4], text)
    text = _INNER.sub(r"\2", text) if "**" in text else text
    return _ESCAPE.sub(r"\1", text)


def _words_of_link(match: re.Match[str]) -> str:
    words, address = match[1], match[2].removeprefix("mailto:")
    if not address or address == words:
        return words or address
    return f"{words} ({address})" if words else address
