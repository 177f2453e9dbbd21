"""What can be told to the benchmarks on the command line, and where do they put their results?"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import corpus
from benchmarks.engines.registry import NAMES, available

ROOT = Path(__file__).parents[1]
_PAGE = ROOT / "docs" / "explanation" / "speed.md"


@dataclass(frozen=True, slots=True)
class Options:
    paragraphs: int
    text: Path | None
    engines: tuple[str, ...]
    rounds: int
    json: bool
    write: bool
    indexes: Path

    @property
    def corpus(self) -> str:
        """A name for the corpus."""
        return f"{self.text.stem if self.text else 'made'}-{self.paragraphs}"

    @property
    def folder(self) -> Path:
        """Where the indexes of this very corpus are: it changes when the sample papers do, which lend it words."""
        beginning = repr(list(corpus(1000, self.text))).encode()
        return self.indexes / f"{self.corpus}-{hashlib.sha256(beginning).hexdigest()[:8]}"


def options(program: str, question: str, rounds: int) -> Options:
    """The options of ``python -m benchmarks.<program>``."""
    parser = argparse.ArgumentParser(prog=f"python -m benchmarks.{program}", description=question)
    parser.add_argument("--paragraphs", type=int, default=100_000, help="size of the corpus (default: 100000)")
    parser.add_argument("--text", type=Path, help="a file of paragraphs, blank lines between, instead of a made corpus")
    parser.add_argument(
        "--engines", default=",".join(NAMES), help="which, with commas (default: all that are installed)"
    )
    parser.add_argument("--rounds", type=int, default=rounds, help=f"how often all is asked (default: {rounds})")
    parser.add_argument("--json", action="store_true", help="print one JSON document and nothing else")
    parser.add_argument("--write", action="store_true", help=f"put the tables into {_PAGE.relative_to(ROOT)}")
    parser.add_argument(
        "--indexes", type=Path, default=ROOT / ".home" / "benchmarks", help="where built indexes are kept between runs"
    )
    given = parser.parse_args()
    names = [name for name in given.engines.split(",") if name]
    if unknown := set(names) - set(NAMES):
        parser.error(f"there is no engine {', '.join(sorted(unknown))}; there is: {', '.join(NAMES)}")
    return Options(
        given.paragraphs, given.text, tuple(available(names)), given.rounds, given.json, given.write, given.indexes
    )


def command(program: str, options: Options) -> str:
    """The command that does the same again."""
    parts = [f"python -m benchmarks.{program} --paragraphs {options.paragraphs}"]
    parts += [f"--text {options.text.name}"] if options.text else []
    parts += [f"--engines {','.join(options.engines)}"] if set(options.engines) != set(NAMES) else []
    return " ".join([*parts, f"--rounds {options.rounds} --write"])


def machine() -> str:
    """What this runs on, in a few words."""
    python = ".".join(map(str, sys.version_info[:3]))
    return f"{os.cpu_count()} cores, CPython {python}"


def table(head: list[str], rows: list[list[str]]) -> str:
    """A Markdown table; the first column is text, the others are figures."""
    lines = [head, ["---", *("---:" for _ in head[1:])], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def write_between_markers(name: str, text: str, path: Path = _PAGE) -> None:
    """Replaces what stands in a page of the docs between the markers of ``name``; adds them when missing."""
    begin, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
    page = path.read_text(encoding="utf-8")
    block = f"{begin}\n{text}\n{end}"
    if begin in page:
        page = re.sub(f"{re.escape(begin)}.*?{re.escape(end)}", lambda _: block, page, flags=re.DOTALL)
    else:
        page = f"{page.rstrip()}\n\n{block}\n"
    path.write_text(page, encoding="utf-8")
