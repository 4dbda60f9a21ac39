"""The review: decisions on findings and corrections of the alignment, kept in a journal beside the documents."""
