"""The record: a user's store of texts, and what is asked of it: where a phrase stands, what is related, which mandates are in force."""
