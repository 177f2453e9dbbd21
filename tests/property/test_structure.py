from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from indexer.model.document import Block, Document, Paragraph
from indexer.model.raw import RawBlock, RawDocument, RawTable, Role, Source, Style
from indexer.structure.identity import document_ids
from indexer.structure.paper import structure
from indexer.structure.side import read_side
from indexer.text.dates import dates

WORDS = st.sampled_from(
    "Aim Recommendations Authors RESOLVED That the council Portfolio: Councillor Marsh – Deputy Leader, Play Wards: "
    "All Item 9 Cabinet Committee 23rd September 2025 2024 Table 1: swings slides: mended. will Minutes: Decision: "
    "papers Background exempt publication 01632 960001 a@b.uk (a) Notes 31 February Q3 2025/26 I my Report by".split()
)
TEXTS = st.lists(WORDS, min_size=0, max_size=30).map(" ".join) | st.text(max_size=40)
LABELS = st.none() | st.sampled_from("1. 1.1 2 3.17 (a) (b) (i) ii. • - 63/08 35a o § 1)".split())
STYLES = st.builds(
    Style,
    size=st.none() | st.sampled_from([9.0, 11.0, 14.0]),
    bold=st.booleans(),
    heading_level=st.none() | st.integers(1, 4),
    list_level=st.none() | st.integers(0, 3),
)
BLOCKS = st.builds(RawBlock, text=TEXTS, page=st.none(), label=LABELS, style=STYLES, role=st.sampled_from(Role))
TABLES = st.builds(
    RawTable,
    rows=st.lists(st.lists(TEXTS, min_size=1, max_size=3).map(tuple), min_size=1, max_size=4).map(tuple),
    has_header=st.booleans(),
)
MEDIA_TYPES = st.sampled_from(["text/plain", "application/pdf", "text/html"])


@st.composite
def raw_documents(draw: st.DrawFn) -> RawDocument:
    blocks = draw(st.lists(BLOCKS | TABLES, max_size=14))
    source = Source(path="a.txt", sha256="0", media_type=draw(MEDIA_TYPES), size=1, read_by="test")
    return RawDocument(source=source, blocks=tuple(blocks))


def words_of(raw: RawDocument) -> set[str]:
    """What a reader of the pages sees, without running heads and feet."""
    words: set[str] = set()
    for block in raw.blocks:
        if isinstance(block, RawTable):
            words.update(word for row in block.rows for cell in row for word in cell.split())
        elif block.role in {Role.BODY, Role.NOTE}:
            words.update(block.text.split())
    return words


def words_in(document: Document) -> set[str]:
    texts = [document.title.value]
    for section in document.walk():
        texts += [section.heading, section.number or ""]
        for block in section.blocks:
            texts += _texts(block)
    return {word for text in texts for word in text.split()}


def _texts(block: Block) -> list[str]:
    if isinstance(block, Paragraph):
        return [block.text, block.number or ""]
    return [block.caption or "", *block.header, *(cell for row in block.rows for cell in row)]


def of(raw: RawDocument) -> Document:
    return structure(raw, document_id="a", side=None)


@given(raw_documents())
def test_no_word_is_lost(raw: RawDocument) -> None:
    # A label typed into the text may lose its full stop as a number, its sign as a bullet.
    lost = words_of(raw) - words_in(of(raw))
    assert {word for word in lost if sum(character.isalpha() for character in word) > 1} == set()


@given(raw_documents())
def test_every_anchor_is_unique(raw: RawDocument) -> None:
    document = of(raw)
    anchors = Counter(section.anchor for section in document.walk())
    anchors.update(block.anchor for section in document.walk() for block in section.blocks)
    assert not anchors or max(anchors.values()) == 1


@given(raw_documents())
def test_items_lie_inside_their_text_in_order(raw: RawDocument) -> None:
    for section in of(raw).walk():
        for block in section.blocks:
            if isinstance(block, Paragraph):
                edges = [edge for item in block.items for edge in (item.start, item.end)]
                assert edges == sorted(edges)
                assert all(0 < edge <= len(block.text) for edge in edges)
                assert " ".join(block.text.split()) == block.text


@given(raw_documents())
def test_rows_are_as_long_as_the_header_or_the_first_row(raw: RawDocument) -> None:
    for section in of(raw).walk():
        for block in section.blocks:
            if not isinstance(block, Paragraph):
                assert {len(row) for row in block.rows} == {len(block.header) or len(block.rows[0])}


@given(raw_documents())
def test_a_section_stands_below_the_one_it_is_in(raw: RawDocument) -> None:
    for section in of(raw).walk():
        assert all(inner.level > section.level for inner in section.sections)


@given(raw_documents())
def test_the_same_raw_document_gives_the_same_document(raw: RawDocument) -> None:
    assert of(raw) == of(raw)


@given(st.lists(st.text(min_size=1, max_size=12), max_size=12))
def test_no_two_papers_share_an_id(names: list[str]) -> None:
    ids = document_ids(names)
    assert set(ids) == set(names)
    assert len(set(ids.values())) == len(ids)
    assert all(name and set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-") for name in ids.values())


@given(TEXTS | st.text(alphabet="0123456789/-. QMarch2025", max_size=30))
def test_dates_lie_in_their_text_in_order_and_apart(text: str) -> None:
    end = 0
    for mention in dates(text):
        assert end <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.text
        assert mention.first <= mention.last
        end = mention.end


@given(st.text(max_size=60))
def test_every_side_file_is_read_or_its_mistake_is_named(text: str) -> None:
    side = read_side(text, where="a.meta.toml")
    assert all(problem.message.endswith((".", "?")) for problem in side.problems)
