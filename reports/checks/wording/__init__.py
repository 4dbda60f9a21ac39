"""Changes of wording between related resolutions that are no change of a mandate."""
