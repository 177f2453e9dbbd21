"""Which nouns does everybody use? Frozen dataclasses, standard library only."""
