"""``matters index``: what went into the index, and what could not?"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from indexer.build import build
from indexer.cli.output import print_json, print_problems
from indexer.model.as_json import report_json
from indexer.model.report import BuildReport
from indexer.papers import Progress as Told
from indexer.settings import Settings


@click.command("index")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document and nothing else.")
@click.pass_obj
def index_command(settings: Settings, paths: tuple[Path, ...], *, as_json: bool) -> int:
    """Read every paper under PATHS and make the index hold exactly these (default: the sample corpus).

    Only what changed is read and written again. Exit status 1 means that a file, or part of one, could not be read.
    """
    with _shown() as progress:
        report = build(paths, settings, now=datetime.now(UTC), progress=progress)
    if as_json:
        print_json(report_json(report))
    else:
        _summary(report, settings)
    return 1 if report.has_problems else 0


@contextmanager
def _shown() -> Iterator[Told]:
    """A progress bar for each stage, on standard error; plain lines where that is no terminal."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal) as bars:
        stages: dict[str, TaskID] = {}

        def told(stage: str, done: int, total: int) -> None:
            if stage not in stages:
                stages[stage] = bars.add_task(stage, total=total)
                if not console.is_terminal and total:
                    console.print(f"{stage}: {total} papers" if total > 1 else stage, highlight=False)
            bars.update(stages[stage], completed=done, total=total)

        yield told


def _summary(report: BuildReport, settings: Settings) -> None:
    rows = (
        ("added", report.added),
        ("changed", report.changed),
        ("unchanged", report.unchanged),
        ("removed", report.removed),
        ("withheld, marked exempt", report.withheld),
    )
    for name, files in rows:
        click.echo(f"{len(files):6} {name}")
    unread = sum(problem.severity == "error" for problem in report.problems)
    click.echo(f"{unread:6} could not be read")
    print_problems(report.problems)
    click.echo(
        f"The index in {settings.home} holds {report.documents} papers with {report.passages} paragraphs and table rows"
        f" ({report.seconds:.1f} s)."
    )
