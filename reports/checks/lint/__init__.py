"""One document alone: references, numbering, brackets, repeated words, dates that cannot be."""
