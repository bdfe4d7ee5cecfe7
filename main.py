"""Starts the kiosk from a checkout: `python main.py` is the installed `kiosk`."""

import sys

from kiosk.cli import main

if __name__ == "__main__":
    sys.exit(main())
