"""One side of a case in a process of its own: ``python -m benchmarks.side module:function folder``."""

import sys
from importlib import import_module
from pathlib import Path


def main(arguments: list[str]) -> int:
    """Run the function of a module in the folder that holds the material."""
    module, _, name = arguments[0].partition(":")
    getattr(import_module(f"benchmarks.{module}"), name)(Path(arguments[1]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
