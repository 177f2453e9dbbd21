"""Whatever happens to the bytes of a Word file, it is read or refused with a sentence."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.errors import UnreadableError
from indexer.model.raw import RawTable
from indexer.read.docx import read
from tests.unit.read.word_file import (
    REPORT,
    archive,
    num,
    numbered,
    p,
    r,
    relationships,
    root,
    tbl,
    tc,
    tr,
    word_file,
)

BODY = (
    p("Purpose", style="H1")
    + numbered("First.", 1)
    + numbered("Item", 2)
    + p("A ", "<w:del><w:r><w:delText>b</w:delText></w:r></w:del>", r("c", "<w:vanish/>"), mark="<w:del/>")
    + p('<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType="end"/></w:r>')
    + tbl(tr(tc("a", properties='<w:gridSpan w:val="2"/>'), "b"), tr("c", tc("d", properties="<w:vMerge/>"), "e"))
    + '<w:sectPr><w:headerReference w:type="default" r:id="r-header1"/></w:sectPr>'
)
STYLES = (
    '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:basedOn w:val="H2"/><w:rPr><w:b/></w:rPr>'
    '</w:style><w:style w:type="paragraph" w:styleId="H2"><w:rPr><w:sz w:val="28"/></w:rPr></w:style>'
)
PAPER = word_file(BODY, parts={"numbering": REPORT + num(1, 0), "styles": STYLES, "header1": p("Running")})
PARTS = {"document": f"<w:body>{BODY}</w:body>", "numbering": REPORT + num(1, 0), "styles": STYLES}

change = st.tuples(st.integers(0, 1 << 20), st.integers(0, 60), st.binary(max_size=60))


def altered(data: bytes, changes: list[tuple[int, int, bytes]]) -> bytes:
    for at, gone, instead in changes:
        start = at % (len(data) + 1)
        data = data[:start] + instead + data[start + gone :]
    return data


def read_or_refuse(data: bytes) -> None:
    try:
        found = read(data, "mutant.docx")
    except UnreadableError:
        return
    for block in found.blocks:
        if isinstance(block, RawTable):
            assert len({len(row) for row in block.rows}) == 1
        else:
            assert block.text == " ".join(block.text.split())
            assert block.text


@settings(deadline=None, max_examples=150)
@given(st.lists(change, min_size=1, max_size=4))
def test_altered_archives_are_read_or_refused(changes: list[tuple[int, int, bytes]]) -> None:
    read_or_refuse(altered(PAPER, changes))


tokens = st.sampled_from([b"", b'w:val="', b"-1", b"99999999999", b"w:p", b"w:tbl", b"w:tr", b"w:tc", b"%9", b"0"])
small_change = st.tuples(st.integers(0, 1 << 20), st.integers(0, 8), tokens)


@settings(deadline=None, max_examples=200)
@given(st.sampled_from(sorted(PARTS)), st.lists(small_change, max_size=4))
def test_altered_parts_in_a_sound_archive_are_read_or_refused(name: str, changes: list[tuple[int, int, bytes]]) -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    links = "".join(f'<Relationship Id="{n}" Type="{kind}{n}" Target="{n}.xml"/>' for n in ("numbering", "styles"))
    parts: dict[str, str | bytes] = {f"word/{part}.xml": root(part, inside) for part, inside in PARTS.items()}
    parts[f"word/{name}.xml"] = altered(root(name, PARTS[name]).encode(), changes)
    read_or_refuse(archive({**parts, "word/_rels/document.xml.rels": relationships(links)}))


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=2_000))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    read_or_refuse(data)
    read_or_refuse(b"PK\x03\x04" + data)
