"""How is it used from a terminal? One file a command; the only place that prints."""
