"""How does the terminal show what every command shares: JSON, problems, matched words?"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import click

from indexer.model.problem import Problem
from indexer.model.search import Snippet


def print_json(value: Any) -> None:
    """One JSON document on standard output."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def print_problems(problems: Sequence[Problem]) -> None:
    """One line a problem, with what a person could do below it."""
    for problem in problems:
        click.echo(f"  {problem.severity.value}: {plain(problem.where)}: {plain(problem.message)}")
        if problem.hint:
            click.echo(f"         {plain(problem.hint)}")


def plain(text: str) -> str:
    """Text without control characters: a file's name or words must not steer the terminal."""
    return "".join(c if c.isprintable() else " " for c in text)


def marked(snippet: Snippet) -> str:
    """A snippet with the matched words in bold, and dots where the passage goes on."""
    parts, end = [], 0
    for mark in snippet.marks:
        parts += [
            plain(snippet.text[end : mark.start]),
            click.style(plain(snippet.text[mark.start : mark.end]), bold=True),
        ]
        end = mark.end
    parts.append(plain(snippet.text[end:]))
    return ("… " if snippet.starts_inside else "") + "".join(parts) + (" …" if snippet.ends_inside else "")
