"""Does the wheel carry all that it needs, away from the checkout?"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel's files, outside the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
        wheel.extractall(folder / "site")
    return folder / "site"


def test_the_wheel_indexes_its_sample_and_finds_a_paragraph_of_it(unpacked: Path, tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MATTERS_")}
    environment |= {"PYTHONPATH": str(unpacked), "MATTERS_HOME": str(tmp_path / "home")}

    def matters(*arguments: str) -> str:
        command = [sys.executable, "-P", "-m", "indexer", *arguments]
        ran = subprocess.run(command, cwd=tmp_path, env=environment, check=True, capture_output=True, text=True)
        return ran.stdout

    assert json.loads(matters("index", "--json"))["documents"] == 37
    found = json.loads(matters("search", "neglect", "--year", "2025", "--topic", "neglect", "--json"))
    assert found["documents"][0]["paragraphs"][0]["url"].startswith("/documents/")
    assert "nDCG@10" in matters("evaluate")
    assert json.loads(matters("commitments", "--format", "json"))["commitments"] is not None


def test_a_site_from_the_wheel_does_not_let_people_decide_where_the_next_wheel_would_lose_it(
    unpacked: Path, tmp_path: Path
) -> None:
    assert (unpacked / "indexer" / "corpus" / "register" / "decisions.csv").is_file()
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MATTERS_")}
    environment |= {
        "PYTHONPATH": str(unpacked),
        "MATTERS_HOME": str(tmp_path / "home"),
        "MATTERS_PASSPHRASE": "correct horse battery",
    }
    (tmp_path / "a.txt").write_text("Cabinet\n\n1 May 2025\n\nA paper of one line.\n")
    run = [sys.executable, "-P", "-m", "indexer"]
    subprocess.run([*run, "index", "a.txt"], cwd=tmp_path, env=environment, check=True, capture_output=True)
    served = subprocess.run([*run, "serve"], cwd=tmp_path, env=environment, check=False, capture_output=True, text=True)
    assert served.returncode == 2
    assert served.stderr.count("\n") == 1
    assert "Set MATTERS_REGISTER to a folder of your own that the site may write." in served.stderr


def test_the_wheel_carries_what_the_site_shows(unpacked: Path) -> None:
    for needed in ("templates/search.html", "static/app.css", "static/vendor/govuk-frontend.min.css"):
        assert (unpacked / "webapp" / needed).is_file()
    assert not (unpacked / "tests").exists()
