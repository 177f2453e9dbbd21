"""``python -m indexer`` is the same program as ``matters``."""

from indexer.cli.main import main

if __name__ == "__main__":
    main()
