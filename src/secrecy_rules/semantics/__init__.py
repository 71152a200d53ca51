"""What a rulebook means: the reference evaluator, short enough to read as the specification."""
