"""``matters evaluate``: how well does the ranking do on the searches that people judged?"""

from __future__ import annotations

from statistics import fmean

import click

from indexer.catalogue import Catalogue
from indexer.cli.output import print_json
from indexer.model.search import SearchRequest
from indexer.search.quality import DEPTH, JudgedSearch, judged_searches, ndcg
from indexer.settings import Settings


@click.command("evaluate")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document and nothing else.")
@click.pass_obj
def evaluate_command(settings: Settings, *, as_json: bool) -> int:
    """Run the judged searches on the index (which must hold the sample corpus) and print the scores."""
    catalogue = Catalogue.open(settings)
    scores = {
        judged.query: _score(catalogue, judged) for judged in judged_searches(settings.judgements / "searches.csv")
    }
    mean = fmean(scores.values())
    if as_json:
        print_json(
            {
                "searches": {
                    f"ndcg@{DEPTH}": round(mean, 4),
                    "cases": len(scores),
                    "by_search": {query: round(score, 4) for query, score in scores.items()},
                }
            }
        )
        return 0
    for query, score in sorted(scores.items(), key=lambda item: item[1]):
        click.echo(f"{score:6.3f}  {query}")
    click.echo(f"{mean:6.3f}  nDCG@{DEPTH} over {len(scores)} searches")
    return 0


def _score(catalogue: Catalogue, judged: JudgedSearch) -> float:
    """Raises ``NotFoundError`` when a document that was judged useful is not in the index: the score would mislead."""
    for document, grade in judged.grades.items():
        if grade:
            catalogue.document(document)
    results = catalogue.search(SearchRequest(query=judged.query))
    return ndcg([result.document.id for result in results.documents], judged.grades)
