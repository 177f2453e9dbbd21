"""Who may import whom? The layers of ARCHITECTURE.md, and one owner a library, read from the code itself."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

# Lowest first; a module may import from its own package and from lower rows. Packages on one row are strangers.
LAYERS: tuple[tuple[str, ...], ...] = (
    ("indexer.errors",),
    ("indexer.model",),
    ("indexer.text", "indexer.settings"),
    ("indexer.vocabulary", "indexer.judgements"),
    ("indexer.read", "indexer.structure", "indexer.enrich", "indexer.versions", "indexer.search", "indexer.index"),
    ("indexer.answer", "indexer.register"),
    ("indexer.index.engines",),
    ("indexer.papers",),
    ("indexer.generation",),
    ("indexer.registry",),
    ("indexer.build", "indexer.catalogue"),
    ("webapp", "indexer.evaluation"),
    ("indexer.cli",),
    ("indexer.__main__",),
)
ROW = {package: row for row, packages in enumerate(LAYERS) for package in packages}
# The site sees the read door and the nouns, nothing below.
WEBAPP_MAY = ("webapp", "indexer.catalogue", "indexer.model", "indexer.settings", "indexer.errors")
OWNERS = {
    "whoosh": "indexer.index.engines.whoosh",
    "numpy": "indexer.index.engines.whoosh",
    "bs4": "indexer.read",
    "lxml": "indexer.read",
    "pypdfium2": "indexer.read",
    "pdfplumber": "indexer.read",
    "striprtf": "indexer.read",
    "nltk": "indexer.text",
    "rapidfuzz": "indexer.search",
    "cattrs": "indexer.index",
    "flask": "webapp",
    "waitress": "webapp",
    "govuk_frontend_jinja": "webapp",
    "click": "indexer.cli",
    "rich": "indexer.cli",
}


def modules() -> Iterator[tuple[str, ast.Module]]:
    for folder in ("indexer", "webapp"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            parts = path.relative_to(ROOT).with_suffix("").parts
            yield ".".join(part for part in parts if part != "__init__"), ast.parse(path.read_text(encoding="utf-8"))


MODULES = dict(modules())


def imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield node.module or ""


def package(module: str) -> str:
    """The longest layer name that ``module`` belongs to."""
    return max((name for name in ROW if f"{module}.".startswith(f"{name}.")), key=len, default="")


@pytest.mark.parametrize("module", MODULES)
def test_imports_go_downward_only(module: str) -> None:
    own = package(module)
    assert own or module in {"indexer", "webapp"}, f"{module} is in no layer"
    for name in imported(MODULES[module]):
        other = package(name)
        if not other or other == own or not own:
            continue
        assert ROW[other] < ROW[own], f"{module} may not import {name}"


@pytest.mark.parametrize("module", [module for module in MODULES if module.startswith("webapp")])
def test_the_site_knows_the_read_door_and_the_nouns_only(module: str) -> None:
    for name in imported(MODULES[module]):
        if name.startswith(("indexer", "webapp")):
            assert name.startswith(WEBAPP_MAY), f"{module} may not import {name}"


@pytest.mark.parametrize("module", MODULES)
def test_every_library_has_one_owner(module: str) -> None:
    for name in imported(MODULES[module]):
        owner = OWNERS.get(name.partition(".")[0])
        assert owner is None or module.startswith(owner), f"{name} belongs to {owner}, not to {module}"


@pytest.mark.parametrize("module", [m for m in MODULES if m.startswith("indexer.model") or m == "indexer.errors"])
def test_the_nouns_need_the_standard_library_only(module: str) -> None:
    for name in imported(MODULES[module]):
        assert name.partition(".")[0] in sys.stdlib_module_names | {"indexer"}, f"{module} may not import {name}"


@pytest.mark.parametrize("module", MODULES)
def test_only_the_settings_read_the_environment_and_only_the_terminal_prints(module: str) -> None:
    for node in ast.walk(MODULES[module]):
        names = [node.attr] if isinstance(node, ast.Attribute) else []
        names += [alias.name for alias in node.names] if isinstance(node, ast.ImportFrom) else []
        assert module == "indexer.settings" or not {"environ", "getenv"} & {*names}, f"{module} reads the environment"
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print":
            assert module.startswith("indexer.cli"), f"{module} prints"


@pytest.mark.parametrize("module", MODULES)
def test_todays_date_is_asked_for_in_the_terminal_only(module: str) -> None:
    for node in ast.walk(MODULES[module]):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            asked = node.func.attr in {"now", "today", "utcnow", "fromtimestamp"}
            assert not asked or module.startswith("indexer.cli"), f"{module} looks at the clock"


@pytest.mark.parametrize("module", MODULES)
def test_every_module_says_which_question_it_answers(module: str) -> None:
    assert ast.get_docstring(MODULES[module]), f"{module} has no docstring"
