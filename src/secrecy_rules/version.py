"""The version of the library, as receipts record it."""

__version__ = "0.1.0"
