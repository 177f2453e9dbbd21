from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from indexer.errors import HomeError
from indexer.index.home import Home, write_whole


def generation(home: Home, word: str) -> Path:
    draft = home.draft(home.current())
    write_whole(draft / "documents" / "a.json", word)
    home.publish(draft)
    return draft


def test_nothing_serves_before_the_first_build(tmp_path: Path) -> None:
    assert Home(tmp_path / "home").current() is None


def test_a_published_generation_serves_and_the_one_before_it_keeps_its_text(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    with home.locked():
        first = generation(home, "old")
        second = generation(home, "new")
    assert home.current() == second
    assert (first / "documents" / "a.json").read_text() == "old"
    assert (second / "documents" / "a.json").read_text() == "new"


def test_what_is_unchanged_is_linked_not_copied(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    with home.locked():
        first = generation(home, "same")
        second = home.draft(first)
    assert (first / "documents" / "a.json").samefile(second / "documents" / "a.json")


def test_only_two_generations_are_kept(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    with home.locked():
        for word in ("one", "two", "three"):
            last = generation(home, word)
    assert sorted(folder.name for folder in last.parent.iterdir()) == ["2", "3"]


def test_a_draft_left_by_a_killed_build_is_thrown_away_and_the_good_one_serves(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    with home.locked():
        good = generation(home, "good")
        half = home.draft(good)
        (half / "documents" / "half.json").write_text("half")
    with home.locked():
        assert home.current() == good
        assert not (home.draft(good) / "documents" / "half.json").exists()


def test_a_second_build_at_the_same_time_is_refused_in_one_sentence(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    code = (
        "import sys; from pathlib import Path; from indexer.index.home import Home\n"
        "with Home(Path(sys.argv[1])).locked(): print('got it')"
    )
    command = [sys.executable, "-c", code, str(home.path)]
    with home.locked():
        refused = subprocess.run(command, capture_output=True, text=True, check=False)
        assert "Another build is writing the index" in refused.stderr
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "got it\n"


def test_a_home_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(HomeError, match="cannot be written"), Home(tmp_path / "file" / "home").locked():
        pass
