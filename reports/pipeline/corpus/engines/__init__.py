"""Where the work of a corpus run is done: in this process, on all cores of this machine, or by the workers of a scheduler."""
