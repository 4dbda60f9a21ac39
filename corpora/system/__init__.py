"""The machine below: faults and their log, locks, deadlines, other programs."""
