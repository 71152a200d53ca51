"""For those who test regulations: law cases, coverage against a corpus, fingerprints of a source, strategies."""
