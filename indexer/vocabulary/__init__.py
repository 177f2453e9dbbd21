"""What may an officer change? Loads and checks the tables of corpus/vocabulary."""
