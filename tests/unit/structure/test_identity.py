import pytest

from indexer.structure.identity import document_ids


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("2025/Play Areas (final).pdf", "2025-play-areas-final"),
        ("Children's café.docx", "childrens-cafe"),
        ("no-ending", "no-ending"),
    ],
)
def test_an_id_is_the_path_in_plain_words(path: str, name: str) -> None:
    assert document_ids([path]) == {path: name}


def test_papers_that_differ_in_their_ending_only_bear_it() -> None:
    assert document_ids(["a/b.pdf", "a/b.docx"]) == {"a/b.pdf": "a-b-pdf", "a/b.docx": "a-b-docx"}


def test_papers_that_come_out_alike_bear_a_digest_and_no_id_passes_to_another() -> None:
    together = document_ids(["a/b.pdf", "a-b.pdf"])
    alone = document_ids(["a/b.pdf"])["a/b.pdf"]
    assert len(set(together.values())) == 2
    assert alone not in together.values()


def test_a_name_without_letters_still_has_an_id() -> None:
    (name,) = document_ids(["報告.pdf"]).values()
    assert name.startswith("paper-")


def test_a_long_name_is_cut_and_stays_apart_from_its_like() -> None:
    first, second = document_ids(["a" * 300 + "1.pdf", "a" * 300 + "2.pdf"]).values()
    assert first != second
    assert len(first) <= 100


def test_other_papers_do_not_change_an_id() -> None:
    assert document_ids(["a.pdf"])["a.pdf"] == document_ids(["a.pdf", "b.pdf", "c/a.pdf"])["a.pdf"]
