"""A process that has imported everything and forks for each command: `python forking.py`.

Importing spaCy and building the index of labels takes most of the time of a short command, and the
tests run hundreds. Each request is a line of JSON: arguments, folder, environment, and the files
for the three standard streams; its answer is the exit code in a line.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import sys
from typing import Any

import skillgap.batch.run
import skillgap.posting
import skillgap.reports.html.report  # noqa: F401
from skillgap import Analyzer
from skillgap.cli import run

SECONDS = 300  # no command takes longer; one that hangs ends by a signal


def main() -> None:
    """Serve until standard input ends."""
    Analyzer().analyze_bytes(b"Skills\nPython", source="warm.txt")
    gc.freeze()
    for line in sys.stdin:
        request = json.loads(line)
        child = os.fork()
        if not child:
            become(request)
            run()
        _, status = os.waitpid(child, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


def become(request: dict[str, Any]) -> None:
    """Turn this process into the one that was asked for."""
    signal.alarm(SECONDS)
    os.chdir(request["cwd"])
    os.environ.clear()
    os.environ.update(request["env"])
    for number, (name, flags) in enumerate(
        zip(request["streams"], (os.O_RDONLY, os.O_WRONLY, os.O_WRONLY), strict=True)
    ):
        file = os.open(name, flags)
        os.dup2(file, number)
        os.close(file)
    sys.argv = ["skillgap", *request["arguments"]]


if __name__ == "__main__":
    main()
