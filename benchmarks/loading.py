"""Time the loading of the knowledge: `python -m benchmarks.loading` prints JSON.

In a process of its own, since knowledge is read once a process.
"""

from __future__ import annotations

import json
import sys
import time

from partners.assistant import load_assistant
from partners.reading import load_knowledge, load_name_reader


def main() -> int:
    """Load what the server loads, and print the seconds of each part."""
    started = time.perf_counter()
    load_knowledge()
    loaded = time.perf_counter()
    load_name_reader()
    load_assistant()
    built = time.perf_counter()
    print(json.dumps({"load_s": loaded - started, "build_s": built - loaded}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
