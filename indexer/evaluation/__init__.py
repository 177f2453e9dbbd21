"""How good is the product? What people judged beforehand, and what comes out."""
