"""What does the side file NAME.meta.toml say about a paper? It gives or corrects any fact of the front sheet."""

from __future__ import annotations

import datetime as dt
import difflib
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from indexer.model.document import Author, Kind
from indexer.model.problem import Problem, Severity

ENDING = ".meta.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class SideFacts:
    """The given facts; ``None`` leaves what the paper says. ``where`` is the side file's path."""

    where: str
    title: str | None = None
    kind: Kind | None = None
    committee: str | None = None
    date: dt.date | None = None
    meeting_date: dt.date | None = None
    year: int | None = None
    item: str | None = None
    portfolio: str | None = None
    portfolio_holder: str | None = None
    chair: str | None = None
    related_portfolios: str | None = None
    wards: str | None = None
    authors: tuple[Author, ...] | None = None
    background_papers: tuple[str, ...] | None = None
    exempt: bool | None = None
    url: str | None = None
    problems: tuple[Problem, ...] = ()


def read_side(text: str, *, where: str) -> SideFacts:
    """The facts in a side file. What is wrong with it stands in ``problems``; the rest counts.

    A mistake about ``exempt`` withholds the paper until it is mended: a private paper must not come out by a slip.
    """
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        exempt = True if "exempt" in text else None
        return SideFacts(where=where, exempt=exempt, problems=(_problem(where, f"is not TOML: {error}"),))
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for key, value in table.items():
        if key not in _READERS:
            problems.append(_problem(where, f"'{key}' is not a fact that a side file can give{_nearest(key)}"))
            continue
        try:
            values[key] = _READERS[key](value)
        except _BadValueError as error:
            problems.append(_problem(where, f"'{key}' cannot be {value!r}: {error}"))
            if key == "exempt":
                values[key] = True
    return SideFacts(where=where, **values, problems=tuple(problems))


class _BadValueError(Exception):
    """Says what is allowed."""


def _problem(where: str, message: str) -> Problem:
    hint = "Allowed are " + ", ".join(sorted(_READERS)) + "."
    return Problem(severity=Severity.WARNING, where=where, message=message, hint=hint)


def _nearest(key: str) -> str:
    close = difflib.get_close_matches(key, _READERS, n=1)
    return f"; did you mean '{close[0]}'?" if close else ""


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise _BadValueError('write words in quotation marks, such as "Cabinet"')
    return " ".join(value.split())


def _kind(value: object) -> Kind:
    try:
        return Kind(_text(value).casefold())
    except ValueError:
        raise _BadValueError("write one of " + ", ".join(f'"{kind}"' for kind in Kind)) from None


def _day(value: object) -> dt.date:
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    try:
        return dt.date.fromisoformat(_text(value))
    except ValueError:
        raise _BadValueError("write a day such as 2025-09-23") from None


def _year(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 1900 <= value <= 2100:
        raise _BadValueError("write a year such as 2025")
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise _BadValueError("write true or false; until then the paper is withheld")
    return value


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise _BadValueError('write a list such as ["Neglect Strategy", "Audit report"]')
    return tuple(_text(entry) for entry in value)


def _authors(value: object) -> tuple[Author, ...]:
    if not isinstance(value, list):
        raise _BadValueError('write a list such as [{ name = "A. Person", role = "Head of Service" }]')
    return tuple(_author(entry) for entry in value)


def _author(value: object) -> Author:
    if isinstance(value, str):
        return Author(name=_text(value))
    if not isinstance(value, dict) or "name" not in value or value.keys() - {"name", "role", "email", "phone"}:
        raise _BadValueError("an author has name and, where known, role, email and phone")
    return Author(**{key: _text(part) for key, part in value.items()})


def _url(value: object) -> str:
    address = _text(value)
    if not address.startswith(("https://", "http://")):
        raise _BadValueError('write an address that begins with "https://"')
    return address


_READERS: dict[str, Callable[[object], object]] = {
    "title": _text,
    "kind": _kind,
    "committee": _text,
    "date": _day,
    "meeting_date": _day,
    "year": _year,
    "item": _text,
    "portfolio": _text,
    "portfolio_holder": _text,
    "chair": _text,
    "related_portfolios": _text,
    "wards": _text,
    "authors": _authors,
    "background_papers": _texts,
    "exempt": _flag,
    "url": _url,
}
