"""What should Punkt know of council papers? ``python -m benchmarks.train_sentences`` learns it from the sample papers.

Writes ``indexer/text/punkt.json``: the same papers and the same NLTK give the same file. The collocations that Punkt
finds ("J. Bhamber") are left out: they are names of these papers and no knowledge of others.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from nltk.tokenize.punkt import PunktTrainer

from indexer.build import build
from indexer.catalogue import Catalogue
from indexer.settings import Settings
from indexer.text.sentences import ABBREVIATIONS, PARAMETERS


def main() -> None:
    trainer = PunktTrainer()
    texts = list(_texts())
    trainer.train("\n\n".join(texts), finalize=False)
    trainer.finalize_training()
    seen = trainer.get_params()
    found = {
        "abbreviations": sorted(word for word in seen.abbrev_types - ABBREVIATIONS if word.isascii()),
        "starters": sorted(seen.sent_starters),
        "contexts": dict(sorted((word, flags) for word, flags in seen.ortho_context.items() if word.isalpha())),
    }
    PARAMETERS.write_text(json.dumps(found, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    counts = ", ".join(f"{len(values)} {name}" for name, values in found.items())
    print(f"From {sum(map(len, texts)):,} characters: {counts}.")


def _texts() -> Iterator[str]:
    """The paragraphs of the sample papers; lists and rows of tables have sentences that no stop ends."""
    with tempfile.TemporaryDirectory() as home:
        settings = replace(Settings.from_environment({}), home=Path(home))
        build((), settings, now=datetime.now(UTC), progress=lambda _stage, _done, _total: None)
        catalogue = Catalogue.open(settings)
        for document in catalogue.documents():
            for passage in catalogue.document(document).passages():
                if not passage.anchor.startswith("table-"):
                    yield passage.text


if __name__ == "__main__":
    main()
