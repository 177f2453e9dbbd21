"""How does a person read the papers in a browser? Shows what ``indexer.catalogue`` finds; decides nothing itself."""
