"""The command `msacheck`, out of the same library."""

import signal
import sys

from ._native import main as run


def main() -> None:
    """Runs the command line, and ends with its status."""
    # As any program: what is asked to stop does so.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    sys.exit(run(["msacheck", *sys.argv[1:]]))


if __name__ == "__main__":
    main()
