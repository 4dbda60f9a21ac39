"""Drafts: what a draft made with tracked changes says of the text that it was made on."""
