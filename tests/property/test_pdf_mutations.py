"""However a PDF is damaged, the reader gives a result or says in one sentence that it cannot."""

from __future__ import annotations

import re
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indexer.errors import UnreadableError
from indexer.model.raw import RawTable
from indexer.read.pdf import read
from tests.unit.read.pdf_file import LEFT, PROSE, Sheet, pdf


@cache
def _small() -> bytes:
    """Two pages with a heading, prose, a table, a picture and a form; not compressed, so that damage reaches it all."""

    def first(sheet: Sheet) -> None:
        sheet.bold(LEFT, 80, "A heading", 16)
        sheet.prose(120, PROSE)
        sheet.table([["Judgement", "Grade"], ["Help", "Good"]], y=200, xs=(LEFT, 300, 450))

    def second(sheet: Sheet) -> None:
        sheet.picture(100, 100, 200, 200)
        sheet.canvas.beginForm("form")
        sheet.text(LEFT, 500, "Inside a form", font="Vera")
        sheet.canvas.endForm()
        sheet.canvas.doForm("form")

    return pdf(first, second, pageCompression=0)


def _holds(data: bytes) -> None:
    try:
        result = read(data, "a.pdf")
    except UnreadableError:
        return
    for block in result.blocks:
        if isinstance(block, RawTable):
            assert len({len(row) for row in block.rows}) == 1
        else:
            assert block.text
            assert block.text == " ".join(block.text.split())


_Mutation = tuple[int, bytes]
_places = st.integers(min_value=0, max_value=len(_small()) - 1)
_mutations = st.lists(st.tuples(_places, st.binary(max_size=6)), min_size=1, max_size=8)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_mutations)
def test_overwritten_bytes_never_raise_anything_else(mutations: list[_Mutation]) -> None:
    data = bytearray(_small())
    for place, new in mutations:
        data[place : place + len(new)] = new
    _holds(bytes(data))


@settings(max_examples=40, deadline=None)
@given(_places, _places)
def test_a_missing_piece_never_raises_anything_else(one: int, other: int) -> None:
    start, end = sorted((one, other))
    _holds(_small()[:start] + _small()[end:])


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from([rb"\d+", rb"/[A-Z][a-z]+", rb"\bT[dfjm]\b"]),
    st.integers(0, 400),
    st.sampled_from([b"-1", b"0", b"9" * 60, b"1e38", b"/Kids", b"[", b">>", b"null"]),
)
def test_values_that_no_writer_would_write_never_raise_anything_else(pattern: bytes, index: int, new: bytes) -> None:
    found = list(re.finditer(pattern, _small()))
    match = found[index % len(found)]
    _holds(_small()[: match.start()] + new + _small()[match.end() :])


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7" + bytes(range(256)) * 8, b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer <<>>"]
)
def test_what_only_looks_like_a_pdf_cannot_be_read(data: bytes) -> None:
    with pytest.raises(UnreadableError):
        read(data, "a.pdf")
