"""What does the front sheet say about a paper? One module for each kind of fact."""
