"""Do the docs say what there is? Every command, option, setting and side-file key; every link leads somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import click
import pytest

from indexer.cli.main import commands
from indexer.settings import Settings
from indexer.structure.side import SideFacts

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "corpus").glob("*/README.md")])


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def every_command(group: click.Group, prefix: str = "matters") -> Iterator[tuple[str, click.Command]]:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from every_command(command, f"{prefix} {name}")
        else:
            yield f"{prefix} {name}", command


@pytest.mark.parametrize(("name", "command"), list(every_command(commands)))
def test_every_command_and_option_is_documented(name: str, command: click.Command) -> None:
    page = read("docs/reference/commands.md")
    assert f"`{name}" in page
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert f"{parameter.opts[0]}" in page


@pytest.mark.parametrize("field", [field.name for field in fields(Settings)])
def test_every_setting_is_documented(field: str) -> None:
    assert f"`MATTERS_{field.upper()}`" in read("docs/reference/settings.md")


@pytest.mark.parametrize(
    "field", [field.name for field in fields(SideFacts) if field.name not in {"where", "problems"}]
)
def test_every_side_file_key_is_documented(field: str) -> None:
    assert re.search(rf"`{field}`|^{field} =", read("docs/how-to/correct-a-paper.md"), re.MULTILINE)


def test_every_decision_is_listed() -> None:
    index = read("docs/decisions/README.md")
    for page in (ROOT / "docs" / "decisions").glob("0*.md"):
        assert page.name in index


@pytest.mark.parametrize("file", PAGES, ids=lambda file: str(file.relative_to(ROOT)))
def test_every_link_and_picture_leads_somewhere(file: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", file.read_text(encoding="utf-8")):
        if not target.startswith(("http://", "https://", "mailto:")):
            assert (file.parent / target).exists(), f"{file.name} links to {target}"


def test_the_repository_names_no_machine_and_no_registry() -> None:
    forbidden = re.compile(r"/(?:work|farm)/|\.\.(?:/)shared|py(?:pi)\.org|registry\.(?:npmjs)|deb\.(?:debian)")
    places = [ROOT / "Makefile", ROOT / "pyproject.toml", ROOT / "package-lock.json", ROOT / "hatch_build.py", *PAGES]
    for place in places:
        assert not forbidden.search(place.read_text(encoding="utf-8")), f"{place.name}"
