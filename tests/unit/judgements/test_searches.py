"""Are the judged searches read as they are written, and is every mistake named with its line?"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from indexer.errors import RequestError
from indexer.judgements.searches import JudgedSearch, Shape, judged_searches
from indexer.judgements.table import Half
from indexer.settings import Settings

HEAD = "search,shape,written,document,grade\n"


def table(folder: Path, rows: str) -> Path:
    path = folder / "searches.csv"
    path.write_text(HEAD + rows, encoding="utf-8")
    return path


def test_the_lines_of_a_search_become_one_search_as_it_is_typed(tmp_path: Path) -> None:
    rows = '"""pathway plans""",phrase,before,a,3\n"""pathway plans""",phrase,before,b,0\nUASC,abbreviation,after,a,1\n'
    assert judged_searches(table(tmp_path, rows)) == (
        JudgedSearch(query='"pathway plans"', shape=Shape.PHRASE, written=Half.BEFORE, grades={"a": 3, "b": 0}),
        JudgedSearch(query="UASC", shape=Shape.ABBREVIATION, written=Half.AFTER, grades={"a": 1}),
    )


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("neglect,word,before,a,4", "a grade from 0 to 3"),
        ("neglect,word,before,,3", "write a search, a document"),
        ("neglect", "write a search, a document"),
        ("neglect,verse,before,a,3", "there is no shape 'verse'; write one of: word, recency"),
        ("neglect,word,during,a,3", "'during' is no half; write one of: before, after"),
        ("kinship,word,after,b,3", "the search 'kinship' is word, written before, further up"),
        ("kinship,typo,before,b,3", "the search 'kinship' is word, written before, further up"),
        ("kinship,word,before,a,3", "'a' has a grade for the search 'kinship' further up"),
    ],
)
def test_a_mistake_is_named_with_its_line_and_what_to_write(tmp_path: Path, row: str, sentence: str) -> None:
    with pytest.raises(RequestError, match=re.escape(sentence)) as raised:
        judged_searches(table(tmp_path, f"kinship,word,before,a,2\n{row}\n"))
    assert "searches.csv, line 3:" in str(raised.value)


def test_a_table_without_a_search_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(RequestError, match="hold no search"):
        judged_searches(table(tmp_path, ""))


def test_a_table_that_is_not_there_or_not_text_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(RequestError, match="cannot be read"):
        judged_searches(tmp_path / "none.csv")
    (tmp_path / "bytes.csv").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(RequestError, match="not a CSV table"):
        judged_searches(tmp_path / "bytes.csv")


def test_the_readme_explains_every_shape() -> None:
    readme = (Settings.from_environment({}).judgements / "README.md").read_text(encoding="utf-8")
    explained = re.findall(r"^\| `([a-z-]+)` \|", readme.partition("## Shapes")[2].partition("\n## ")[0], re.MULTILINE)
    assert explained == ["shape", *Shape]  # the table's head, then its rows
