"""Which characters do bytes stand for?"""

import pytest

from indexer.read.decode import decode

SENTENCE = "The Board’s budget is £4.2m – “no more”, said Siân."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_a_sentence_survives_every_encoding_that_papers_come_in(encoding: str) -> None:
    assert decode(SENTENCE.encode(encoding)) == SENTENCE


def test_a_declared_encoding_is_used_where_the_bytes_are_not_utf_8() -> None:
    assert decode("Łódź".encode("iso-8859-2"), "iso-8859-2") == "Łódź"


def test_utf_8_goes_before_a_declaration_that_is_wrong() -> None:
    assert decode("naïve".encode(), "iso-8859-1") == "naïve"


@pytest.mark.parametrize("declared", ["no-such-encoding", "hex", "undefined"])
def test_a_declaration_that_means_nothing_is_passed_over(declared: str) -> None:
    assert decode("£5".encode("cp1252"), declared) == "£5"


def test_one_byte_of_cp1252_does_not_spoil_the_utf_8_around_it() -> None:
    assert decode("café ".encode() + b"\x96" + " £".encode()) == "café – £"


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("the councilâ€™s", "the council’s"),
        ("â€œGoodâ€\x9d", "“Good”"),
        ("â€œGoodâ€ overall", "“Good” overall"),
        ("Â£1.7m", "£1.7m"),
        ("2019â€“20", "2019–20"),
        ("SiÃ¢n", "Siân"),
    ],
)
def test_utf_8_that_was_read_as_cp1252_is_mended(broken: str, whole: str) -> None:
    assert decode(broken.encode()) == whole


@pytest.mark.parametrize("text", ["château", "Â", "São Tomé", "â la carte", "Ã"])
def test_accents_that_are_meant_are_left(text: str) -> None:
    assert decode(text.encode()) == text


def test_control_characters_go_and_tabs_lines_and_pages_stay() -> None:
    assert decode(b"a\x00b\x07c\td\r\ne\rf\x0cg\x1a") == "abc\td\ne\nf\x0cg"


def test_lone_surrogates_and_marks_without_width_go() -> None:
    assert decode(b"neg\xc2\xadlect" + "\u200bcare".encode() + b"\xff\xfe"[2:]) == "neglectcare"
    decode("a".encode("utf-16") + b"\x00\xd8").encode()
