"""Changed mandates: between related resolutions."""
