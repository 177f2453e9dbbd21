"""How does a query read with other words in the place of some?"""

from __future__ import annotations

import re
from collections.abc import Mapping

_QUOTATION = re.compile(r'(["“”„‟«»＂][^"“”„‟«»＂]*["“”„‟«»＂]?)')
# In brackets several words stay one thing for what joins them to another.
_JOINING = re.compile(r"\bOR\b|\btitle:", re.IGNORECASE)


def rewritten(query: str, instead: Mapping[str, str]) -> str:
    """``query`` with other words instead of these, wherever they stand whole, but for those in quotation marks."""
    query = " ".join(query.split())
    if not instead:
        return query
    joining = bool(_JOINING.search(query))
    longest_first = sorted(instead, key=len, reverse=True)
    words = re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, longest_first))})(?![^\W_])")

    def put(found: re.Match[str]) -> str:
        other = instead[found[0]]
        return f"({other})" if joining and " " in other else other

    parts = _QUOTATION.split(query)
    return "".join(part if number % 2 else words.sub(put, part) for number, part in enumerate(parts))
