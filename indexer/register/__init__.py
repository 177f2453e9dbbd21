"""What was promised, and what came of it? Gathers the commitments of all papers, and what people decided about them."""
