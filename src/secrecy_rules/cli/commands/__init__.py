"""The commands. Each module has ``add`` (its arguments) and ``run`` (its work, ending in the exit status)."""
