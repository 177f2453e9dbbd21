"""``matters show`` and ``matters problems``: what does one paper hold, and what could not be read?"""

from __future__ import annotations

from collections.abc import Iterable

import click

from indexer.catalogue import Catalogue
from indexer.cli.output import plain, print_json, print_problems
from indexer.model.as_json import document_json, facts, passage_json, problems_json
from indexer.model.citation import citation
from indexer.model.document import Block, Document, Paragraph, Section
from indexer.model.versions import Relation, Version
from indexer.settings import Settings

_RELATIONS = {Relation.VERSION: "version", Relation.HOLDS: "printed in", Relation.PART: "holds"}


@click.command("show")
@click.argument("document")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document and nothing else.")
@click.pass_obj
def show_command(settings: Settings, document: str, *, as_json: bool) -> int:
    """Show a DOCUMENT with its structure, or one paragraph of it: DOCUMENT#ANCHOR, as search results name them."""
    catalogue = Catalogue.open(settings)
    document_id, hash_sign, anchor = document.partition("#")
    if hash_sign:
        paper, passage = catalogue.passage(document_id, anchor)
        if as_json:
            print_json(passage_json(paper, passage))
        else:
            click.echo(f"{plain(passage.text)}\n\n{plain(citation(paper, passage))}")
        return 0
    paper = catalogue.document(document_id)
    if as_json:
        print_json(document_json(paper, catalogue.versions(document_id)))
    else:
        _show(paper, catalogue.versions(document_id))
    return 0


@click.command("problems")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document and nothing else.")
@click.pass_obj
def problems_command(settings: Settings, *, as_json: bool) -> int:
    """List the files that could not be read, wholly or in part, and why; exit status 1 when there are any."""
    coverage = Catalogue.open(settings).coverage()
    if as_json:
        print_json(problems_json(coverage))
    else:
        for name in coverage.withheld:
            click.echo(f"  withheld: {plain(name)}: marked exempt, not in the index")
        print_problems(coverage.problems)
        if not coverage.problems and not coverage.withheld:
            click.echo("Every file was read.")
    return 1 if coverage.has_problems else 0


def _show(document: Document, versions: Iterable[Version]) -> None:
    for name, fact in facts(document):
        click.echo(f"{name.replace('_', ' '):18} {plain(str(fact.value))}  [{fact.basis.value}: {plain(fact.where)}]")
    for author in document.authors:
        details = ", ".join(filter(None, (author.name, author.role, author.phone, author.email)))
        click.echo(f"{'author':18} {plain(details)}")
    for paper in document.background_papers:
        click.echo(f"{'background paper':18} {plain(paper)}")
    for match in document.topics:
        click.echo(f"{'topic':18} {match.topic} ({match.weight:.2f}, in {len(match.paragraphs)} paragraphs)")
    for commitment in document.commitments:
        click.echo(f"{'commitment':18} {plain(commitment.action)} ({commitment.kind.value}, #{commitment.anchor})")
    for version in versions:
        if version.relation is not Relation.ITSELF:
            when, draft = str(version.date or ""), "draft" if version.draft else ""
            about = filter(None, (version.document, version.committee, when, draft))
            click.echo(f"{_RELATIONS[version.relation]:18} {plain(', '.join(about))}")
    for section in document.walk():
        _show_section(section)


def _show_section(section: Section) -> None:
    if section.heading:
        heading = " ".join(filter(None, (section.number, section.heading)))
        click.echo("\n" + click.style(f"{'#' * section.level} {plain(heading)}", bold=True))
    for block in section.blocks:
        _show_block(block)


def _show_block(block: Block) -> None:
    if isinstance(block, Paragraph):
        start = block.items[0].start if block.items else len(block.text)
        click.echo(f"{block.number or '#' + block.anchor:8} {plain(block.text[:start])}")
        for item in block.items:
            bullet = "• " if item.label == "•" else ""
            click.echo(f"{'':10}{'  ' * item.level}{bullet}{plain(block.text[item.start : item.end])}")
        return
    click.echo(f"#{block.anchor} {plain(block.caption or '')}")
    for row in ((block.header,) if block.header else ()) + block.rows:
        click.echo(f"{'':10}{plain(' | '.join(row))}")
