"""Where may a long English word be broken at the end of a line?"""

import re

_SOFT_HYPHEN = "\N{SOFT HYPHEN}"
_LONG_WORD = re.compile(r"[A-Za-z]{9,}")
_BEFORE_ENDING = re.compile(r"(?<=[a-z]{4})(?=(?:ments?|ships?|ness|tions?|tional|ability|ences?|tively|ingly|fully)$)")
_AFTER_BEGINNING = re.compile(
    r"^(?:inter|over|under|safe|with|trans|multi|super|counter|accom|contri|recom|respon)(?=[a-z]{4})"
)


def with_soft_hyphens(text: str) -> str:
    """`text` with a soft hyphen at the safe places of its long words; few places, but never a wrong one."""
    return _LONG_WORD.sub(lambda word: _divide(word.group()), text)


def _divide(word: str) -> str:
    word = _BEFORE_ENDING.sub(_SOFT_HYPHEN, word)
    return _AFTER_BEGINNING.sub(lambda beginning: beginning.group() + _SOFT_HYPHEN, word)
