"""``python -m secrecy_rules`` is the command ``secrecy-rules``."""

import sys

from secrecy_rules.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
