"""What the results are written as: one module a format."""
