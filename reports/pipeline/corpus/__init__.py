"""Work on a whole corpus: its texts grouped into resolutions, one piece of work a resolution, kept as it comes, on all cores or
several machines.

The way: `places` (what a command is given, as files) -> `facts` (each file read once: symbol, language, what it cites) ->
`grouping` (versions of one resolution, and the one that it continues) -> `jobs` (a piece of work and its digest) ->
`engines` (where it is done) -> `ledger` and `parts` (what was begun and done) -> `results` (tables, list, page). `run` leads.
"""
