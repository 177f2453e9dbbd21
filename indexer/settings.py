"""Where do things live? The only place that reads the environment.

Every setting is a field of ``Settings``; the environment variable is named beside it.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

_PACKAGE = Path(__file__).parent


def _shipped(folder: str) -> Path:
    """``corpus/folder`` of the checkout, or the copy that the wheel carries inside the package."""
    beside = _PACKAGE.parent / "corpus" / folder
    return beside if beside.is_dir() else _PACKAGE / "corpus" / folder


def _data_home(environ: Mapping[str, str]) -> Path:
    """Where programs keep what they made (XDG Base Directory Specification)."""
    return Path(environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """``home`` holds the index; ``corpus`` is read when no path is given; ``vocabulary`` has the officers' tables;
    ``register`` has what people decided about commitments.
    """

    home: Path  # MATTERS_HOME
    corpus: Path  # MATTERS_CORPUS
    vocabulary: Path  # MATTERS_VOCABULARY
    judgements: Path  # MATTERS_JUDGEMENTS
    register: Path  # MATTERS_REGISTER
    base_url: str | None = (
        None  # MATTERS_BASE_URL: "https://papers.example.gov.uk", for feeds; never taken from a request
    )
    # MATTERS_PASSPHRASE: who knows it may decide on the site; without it nobody may
    passphrase: str | None = field(default=None, repr=False)
    # MATTERS_SECRET_KEY: signs sign-ins; without it they end with the process
    secret_key: str | None = field(default=None, repr=False)

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] = os.environ) -> Settings:
        """The settings of this process; a variable that is unset or empty leaves the default."""
        return cls(
            home=Path(environ.get("MATTERS_HOME") or _data_home(environ) / "matters-arising"),
            corpus=Path(environ.get("MATTERS_CORPUS") or _shipped("documents")),
            vocabulary=Path(environ.get("MATTERS_VOCABULARY") or _shipped("vocabulary")),
            judgements=Path(environ.get("MATTERS_JUDGEMENTS") or _shipped("judgements")),
            register=Path(environ.get("MATTERS_REGISTER") or _shipped("register")),
            base_url=(environ.get("MATTERS_BASE_URL") or "").rstrip("/") or None,
            passphrase=environ.get("MATTERS_PASSPHRASE") or None,
            secret_key=environ.get("MATTERS_SECRET_KEY") or None,
        )
