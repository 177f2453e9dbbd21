"""Which engines are compared? One module each, all doing the same whole piece of work; see ``peer``."""
