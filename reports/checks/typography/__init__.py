"""Typography of the six languages; off unless asked for."""
