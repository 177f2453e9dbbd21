"""Where does it rest? Documents become records on disk."""
