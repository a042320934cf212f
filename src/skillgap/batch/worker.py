"""A process that analyzes one resume after another: `python -m skillgap.batch.worker`.

Standard input brings a line of JSON with the settings and limits, and then for each resume a line
(source, size) and its bytes; the end of input ends the process. Standard output takes a line when
it is ready, and a line for each resume. An answer that ends in `LEAVING` is its last.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import traceback
from contextlib import suppress
from typing import BinaryIO

from skillgap.batch.analyze_one import analyze_one, analyzer_of
from skillgap.batch.jobs import Settings
from skillgap.isolation.limits import MEGABYTE, Limits, confine, grant_processor
from skillgap.isolation.pipes import take_pipes
from skillgap.jsontext import load_json

READY, STAYING, LEAVING = b"ready\n", b"+\n", b"-\n"
# A worker has about 150 MB when it is ready. What a large file leaves behind is given back by
# beginning anew, so that no worker keeps more than 400 MB.
MAX_KEPT = 350 * MEGABYTE


def main() -> None:
    """Serve until the input ends."""
    requests, answers = take_pipes()
    with answers:
        try:
            start = load_json(requests.readline())
            limits = Limits(**start["limits"])
            settings = Settings.from_json(start["settings"])
            confine(limits)
            analyzer_of(settings).warm_up()
        except Exception:  # a defect: no file is at fault, the parent crashes with it
            answers.write(json.dumps({"bug": traceback.format_exc()}).encode("ascii") + b"\n")
            return
        gc.freeze()  # what was loaded stays; collections need not look at it
        answers.write(READY)
        answers.flush()
        _serve(requests, answers, settings, limits)


def _serve(requests: BinaryIO, answers: BinaryIO, settings: Settings, limits: Limits) -> None:
    while line := requests.readline():
        request = load_json(line)
        data = requests.read(request["size"])
        grant_processor(limits.cpu)
        record = analyze_one(request["source"], data, settings)
        leaving = record.code == "memory" or memory_now() > MAX_KEPT
        answers.write(record.as_json().encode() + (LEAVING if leaving else STAYING))
        answers.flush()
        if leaving:
            return


def memory_now() -> int:
    """Bytes of memory that this process holds; 0 where the system does not say (only Linux does,
    without a library; elsewhere the limits hold)."""
    if sys.platform == "linux":
        with suppress(OSError), open("/proc/self/statm", "rb") as file:  # noqa: PTH123
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    return 0


if __name__ == "__main__":
    main()
