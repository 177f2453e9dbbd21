from __future__ import annotations

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption

from indexer.errors import UnreadableError
from indexer.model.problem import Severity
from indexer.read.pdf import read, reader
from indexer.read.pdf.geometry import Page
from indexer.read.pdf.problems import page_problems
from tests.unit.read.pdf_file import (
    HEIGHT,
    LEFT,
    OTHER,
    PROSE,
    WIDTH,
    Sheet,
    pdf,
)


def test_a_scanned_page_is_a_problem_that_names_it() -> None:
    data = pdf(
        lambda sheet: sheet.prose(80, PROSE),
        lambda sheet: sheet.picture(0, 0, WIDTH, HEIGHT),
        lambda sheet: sheet.prose(80, OTHER),
    )

    (problem,) = read(data, "folder/a.pdf").problems

    assert problem.severity is Severity.WARNING
    assert problem.where == "folder/a.pdf, page 2"
    assert problem.message == "page 2 is a scan without text"
    assert problem.hint is not None
    assert "OCR" in problem.hint


def test_a_scan_with_nothing_but_running_heads_is_a_problem() -> None:
    def page(sheet: Sheet, *, scanned: bool) -> None:
        sheet.text(LEFT, 40, "A running head", 9)
        sheet.text(290, 810, "3", 9)
        if scanned:
            sheet.picture(50, 60, 480, 700)
        else:
            sheet.prose(100, PROSE)

    data = pdf(*(lambda sheet, scanned=scanned: page(sheet, scanned=scanned) for scanned in (False, False, True)))

    assert [problem.where for problem in read(data, "a.pdf").problems] == ["a.pdf, page 3"]


def test_pictures_beside_text_and_empty_pages_are_no_problem() -> None:
    def illustrated(sheet: Sheet) -> None:
        sheet.picture(0, 0, WIDTH, HEIGHT)
        sheet.prose(80, PROSE)

    data = pdf(illustrated, lambda _: None, lambda sheet: sheet.picture(250, 400, 60, 60))

    assert read(data, "a.pdf").problems == ()


def test_letters_that_the_fonts_do_not_name_are_a_problem() -> None:
    page = Page(number=3, width=WIDTH, height=HEIGHT, words=(), unreadable=200)

    (problem,) = page_problems(page, "a.pdf")

    assert problem.where == "a.pdf, page 3"
    assert "words are missing" in problem.message


def test_a_paper_with_too_many_pages_is_read_in_part_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MOST_PAGES", 2)
    result = read(pdf(*[lambda sheet: sheet.prose(300, PROSE)] * 3), "a.pdf")

    assert len(result.blocks) == 2
    assert [problem.message for problem in result.problems] == ["only the first 2 of 3 pages were read"]


def _encrypted() -> bytes:
    return pdf(lambda sheet: sheet.prose(80, PROSE), encrypt=StandardEncryption("secret", "owner"))


def test_a_pdf_with_a_password_cannot_be_read() -> None:
    with pytest.raises(UnreadableError, match="password"):
        read(_encrypted(), "a.pdf")


def _small() -> bytes:
    return pdf(lambda sheet: sheet.prose(80, PROSE))


@pytest.mark.parametrize(
    "data",
    [b"", b"%PDF-1.7\n", b"not a pdf", _small()[:300], _small()[: len(_small()) // 2], b"%PDF-1.4" + bytes(5000)],
)
def test_a_damaged_pdf_cannot_be_read(data: bytes) -> None:
    with pytest.raises(UnreadableError) as caught:
        read(data, "a.pdf")

    assert str(caught.value)
    assert caught.value.hint


def test_properties_come_from_the_metadata() -> None:
    properties = dict(read(pdf(_titled), "a.pdf").properties)

    assert properties["title"] == "Neglect strategy"
    assert properties["author"] == "A. Person"
    assert len(properties["created"]) == len("2017-03-21")


def _titled(sheet: Sheet) -> None:
    sheet.canvas.setTitle("Neglect   strategy")
    sheet.canvas.setAuthor("A. Person")
    sheet.text(LEFT, 80, "Text")
