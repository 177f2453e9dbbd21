"""``matters evaluate``: how well does the product do on what people judged beforehand?"""

from __future__ import annotations

import click

from indexer.catalogue import Catalogue
from indexer.cli.evaluations.commitments import commitments_json, print_commitments
from indexer.cli.evaluations.mentions import mentions_json, print_mentions
from indexer.cli.evaluations.questions import print_questions, questions_json
from indexer.cli.evaluations.searches import print_searches, searches_json
from indexer.cli.output import print_json
from indexer.evaluation import commitments, mentions, searches
from indexer.evaluation.questions import ask_all
from indexer.judgements.commitments import marks
from indexer.judgements.mentions import judged_mentions
from indexer.judgements.questions import judged_questions
from indexer.judgements.searches import judged_searches
from indexer.settings import Settings


@click.command("evaluate")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document and nothing else.")
@click.pass_obj
def evaluate_command(settings: Settings, *, as_json: bool) -> int:
    """Compare what people judged with what comes out, on an index that must hold the sample corpus: searches (beside
    plain Whoosh), questions, the commitments that are found, and the possible mentions of these.
    """
    catalogue, tables = Catalogue.open(settings), settings.judgements
    found = searches.evaluate(catalogue, judged_searches(tables / "searches.csv"))
    asked = ask_all(catalogue.ask, judged_questions(tables / "questions.csv"))
    promised = commitments.evaluate(catalogue, marks(tables / "commitments.csv"))
    mentioned = mentions.evaluate(catalogue, judged_mentions(tables / "mentions.csv"))
    if as_json:
        print_json(
            {
                "searches": searches_json(found),
                "questions": questions_json(asked),
                "commitments": commitments_json(promised),
                "mentions": mentions_json(mentioned),
            }
        )
    else:
        print_searches(found)
        print_questions(asked)
        print_commitments(promised)
        print_mentions(mentioned)
    return 0
