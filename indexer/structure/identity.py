"""Under which id is each paper known? A slug of its path, the same in every build while the path stands."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from pathlib import PurePosixPath

# Longer ids make addresses that mail programs break.
_LONGEST = 100
# Of the path's SHA-256, in hexadecimal digits: enough to keep a million papers apart.
_DIGEST = 10


def document_ids(names: Iterable[str]) -> dict[str, str]:
    """An id for each relative path, no two alike.

    The id is the path without its ending as lower-case words. Where several paths come out alike, all of them bear
    their ending or, where that does not part them, a digest of the path: no id ever passes from one paper to another.
    """
    groups: dict[str, list[str]] = defaultdict(list)
    for name in sorted(set(names)):
        groups[_slug(name)].append(name)
    ids = {group[0]: slug for slug, group in groups.items() if len(group) == 1}
    taken = set(groups)
    for slug, group in groups.items():
        if len(group) == 1:
            continue
        endings = [f"{slug}-{_words(PurePosixPath(name).suffix)}" for name in group]
        parted = len(set(endings)) == len(group) and not taken & set(endings)
        ids |= dict(zip(group, endings if parted else [f"{slug}-{_digest(name)}" for name in group], strict=True))
        taken |= {ids[name] for name in group}
    return ids


def _slug(name: str) -> str:
    words = _words(str(PurePosixPath(name).with_suffix("")) if PurePosixPath(name).name else name)
    if not words:
        return f"paper-{_digest(name)}"
    if len(words) > _LONGEST:
        return f"{words[: _LONGEST - _DIGEST - 1].rstrip('-')}-{_digest(name)}"
    return words


def _words(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    return "-".join(re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", plain)))


def _digest(name: str) -> str:
    return hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGEST]
