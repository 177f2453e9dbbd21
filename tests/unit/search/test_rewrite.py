from __future__ import annotations

import pytest

from indexer.search.rewrite import rewritten


@pytest.mark.parametrize(
    ("query", "instead", "expected"),
    [
        ("CSA plan", {"CSA": "child sexual abuse"}, "child sexual abuse plan"),
        ("CSAs (CSA) CSA2", {"CSA": "x"}, "CSAs (x) CSA2"),
        ('"CSA board" CSA', {"CSA": "x"}, '"CSA board" x'),
        ("“CSA board” CSA", {"CSA": "x"}, "“CSA board” x"),
        ("CSA OR CSE", {"CSA": "child abuse"}, "(child abuse) OR CSE"),
        ("title:CSA", {"CSA": "child abuse"}, "title:(child abuse)"),
        ("neglet  of\tchildern", {"neglet": "neglect", "childern": "children"}, "neglect of children"),
        ("a.b", {"a.b": "c"}, "c"),
        ("", {}, ""),
    ],
)
def test_whole_words_outside_quotation_marks_are_put_otherwise(
    query: str, instead: dict[str, str], expected: str
) -> None:
    assert rewritten(query, instead) == expected
