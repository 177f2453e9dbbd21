"""A few invented papers in an engine, and what a question makes of them: candidates, marked words, gates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from indexer.answer.answer import answer
from indexer.answer.candidates import Considered, Papers, Sought, considered
from indexer.answer.gates import may_answer
from indexer.answer.marking import quoted
from indexer.answer.question import read_question
from indexer.answer.retrieve import Meant, meant, retrieved, sought
from indexer.answer.scorer import weights
from indexer.index.engines.memory import MemoryEngine
from indexer.index.records import record
from indexer.index.store import Outline
from indexer.model.answer import Answer, Searched
from indexer.model.document import Block, Document, ListItem, Paragraph, Table
from indexer.model.query import FoundPassage, PassageQuery
from indexer.model.search import SearchRequest
from indexer.search.expand import Names
from indexer.search.lexicon import Lexicon
from indexer.vocabulary.synonyms import Abbreviation, Relation, Synonym
from indexer.vocabulary.thesaurus import Thesaurus
from tests.unit.enrich.papers import paper as arranged

# Some papers about other things, so that no word is in all of them.
OTHERS = (
    "The swings at the park were mended before the fair and painted green.",
    "Bus passes are posted to sixth formers who live more than three miles away.",
    "Salt for roads was bought early because prices were low.",
)


def listed(lead_in: str, *items: str, after: str = "") -> Paragraph:
    """A paragraph of a lead-in and its bullets, and perhaps a sentence after them."""
    text, kept = lead_in, []
    for item in items:
        kept.append(ListItem(label="•", level=0, start=len(text) + 1, end=len(text) + 1 + len(item)))
        text += f" {item}"
    return Paragraph(anchor="p-1", text=f"{text} {after}".strip(), items=tuple(kept))


def rows(header: Sequence[str], *cells: Sequence[str]) -> Table:
    return Table(anchor="table-1", header=tuple(header), rows=tuple(map(tuple, cells)))


def paper(
    name: str, contents: Iterable[str | Block], *, title: str = "A paper", heading: str = "", day: date | None = None
) -> Document:
    """A paper of one section; its paragraphs are p-1, p-2, ... in order."""
    blocks = [
        replace(block, anchor=f"p-{number}") if isinstance(block, Paragraph) else block
        for number, block in enumerate(
            (Paragraph(anchor="p", text=one) if isinstance(one, str) else one for one in contents), start=1
        )
    ]
    plain = arranged(title, {heading: []}, day=day)
    return replace(plain, id=name, sections=(replace(plain.sections[0], blocks=tuple(blocks)),))


class Shelf:
    """Papers as a question sees them."""

    def __init__(self, documents: Iterable[Document], *, works: Mapping[str, str] | None = None) -> None:
        self.documents = [*documents, paper("others", OTHERS)]
        outlines = {document.id: Outline(Outline.of(document)) for document in self.documents}
        self.engine = MemoryEngine()
        self.engine.write((), map(record, self.documents))
        self.papers = Papers(
            best=self.engine.passages,
            held=self.engine.held,
            outline=outlines.__getitem__,
            work=lambda document: (works or {}).get(document, document),
            passages=sum(1 for document in self.documents for _ in document.passages()),
        )

    def names(self, synonyms: Sequence[Sequence[str]] = (), abbreviations: Mapping[str, str] | None = None) -> Names:
        """The words of these papers, with groups of names that mean the same and abbreviations with their meanings."""
        thesaurus = Thesaurus(
            synonyms=tuple(
                Synonym(group=group[0], words=words, relation=Relation.SAME, first=None, last=None, source="a test")
                for group in synonyms
                for words in group
            ),
            abbreviations=tuple(
                Abbreviation(letters=letters, meaning=meaning, capitals=False, source="a test")
                for letters, meaning in (abbreviations or {}).items()
            ),
        )
        return Names(thesaurus, Lexicon(self.engine))

    def meant(self, question: str, names: Names | None = None) -> tuple[Meant, Sought]:
        meaning = meant(read_question(question), names)
        return meaning, sought(meaning, self.papers)

    def considered(self, question: str) -> tuple[Sought, list[Considered]]:
        """What the question looks for, and the passages that it looks into."""
        meaning, wanted = self.meant(question)
        return wanted, retrieved(PassageQuery(leaves=meaning.leaves), self.papers)

    def ask(self, question: str, *, least: float = 0.0, names: Names | None = None) -> Answer:
        """The answer when whatever may answer is sure enough, so that no test rests on how sure that is."""
        dates = sorted(document.date.value for document in self.documents if document.date)
        searched = Searched(
            documents=len(self.documents), first=dates[0] if dates else None, last=dates[-1] if dates else None
        )
        by = replace(weights(), least=least)
        return answer(SearchRequest(query=question), self.papers, names or self.names(), searched, by)


def everything(papers: Papers, documents: Iterable[str]) -> Iterator[Considered]:
    """Every passage of these documents, taken apart as if it had been found."""
    for document in documents:
        for anchor in papers.outline(document).anchors:
            one = considered(FoundPassage(document=document, anchor=anchor, score=1.0), papers)
            if one is not None:
                yield one


@dataclass(frozen=True, slots=True)
class Marked:
    """A candidate as it would be quoted: the quote, the words in it that answer, and whether it may answer at all."""

    quote: str
    words: str
    may: bool


def marked(
    question: str, block: str | Block, *, heading: str = "", title: str = "A paper", day: date | None = None
) -> list[Marked]:
    """Every candidate of a paper of one paragraph or table, in reading order."""
    shelf = Shelf([paper("one", [block], heading=heading, title=title, day=day)])
    wanted, passages = shelf.considered(question)
    found = []
    for one in sorted((one for one in passages if one.document.id == "one"), key=lambda one: one.passage.anchor):
        text = one.passage.text
        for candidate in one.candidates:
            quote, words = quoted(wanted, one, candidate)
            said = text[quote.start : quote.end]
            found.append(Marked(said, text[words.start : words.end], may_answer(wanted, one, candidate, said)))
    return found


def only(question: str, block: str | Block, **about: str | date | None) -> Marked:
    """The same of a block that has one candidate."""
    (one,) = marked(question, block, **about)  # type: ignore[arg-type]
    return one
