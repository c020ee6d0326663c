"""The commands, one a file: `declare` says which arguments one takes, `run` does it and returns the exit status."""
