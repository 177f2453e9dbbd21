"""Which PDF and Word files do the sources in this folder make? Run `python corpus/sources/typeset.py [STEM ...]`."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from typesetting.pdf import make_pdf
from typesetting.source import SourceError, read_paper
from typesetting.word import make_word

SOURCES = Path(__file__).resolve().parent
DOCUMENTS = SOURCES.parent / "documents"
_MAKERS = {"pdf": make_pdf, "docx": make_word}


def typeset(source: Path, folder: Path) -> Path:
    """The file made from `source` in `folder`."""
    paper = read_paper(source)
    target = folder / f"{source.stem}.{paper.output}"
    target.write_bytes(_MAKERS[paper.output](paper))
    return target


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stems", nargs="*", metavar="STEM", help="a source without .txt; all sources if none is given")
    parser.add_argument("--sources", type=Path, default=SOURCES, help="the folder of the .txt sources")
    parser.add_argument("--to", type=Path, default=DOCUMENTS, help="the folder for the files made")
    options = parser.parse_args(arguments)
    stems = options.stems or sorted(path.stem for path in options.sources.glob("*.txt"))
    try:
        for stem in stems:
            print(typeset(options.sources / f"{Path(stem).stem if stem.endswith('.txt') else stem}.txt", options.to))
    except FileNotFoundError as problem:
        print(f"{problem.filename}: there is no such source.", file=sys.stderr)
        return 1
    except SourceError as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
