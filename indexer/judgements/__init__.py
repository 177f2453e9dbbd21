"""What did people judge beforehand? The tables of ``corpus/judgements``."""
