"""The process that reads one file: `python -m skillgap.isolation.child`.

Standard input brings one line of JSON (source, password, ocr, the readers' caps, the process's
limits, whether content follows) and then the content, if it has no file. Standard output takes the
answer: a document, an error of ours, or a defect's traceback, in one line.
"""

from __future__ import annotations

import gc
import json
import os
import traceback
from pathlib import Path
from typing import Any, BinaryIO

from skillgap.errors import SkillgapError
from skillgap.isolation.limits import Limits, confine
from skillgap.isolation.pipes import take_pipes
from skillgap.isolation.wire import MEMORY, pack_document, pack_error
from skillgap.models import Limits as Caps
from skillgap.readers import import_reader, name_of, read_bytes, read_content


def main() -> None:
    """Answer one request."""
    gc.disable()  # one file, and this process is gone
    requests, answers = take_pipes()
    with answers:
        answers.write(_answer(requests).encode("ascii"))
    os._exit(0)  # the parent waits for it


def _answer(requests: BinaryIO) -> str:
    try:
        return _read(json.loads(requests.readline()), requests)
    except SkillgapError as error:
        return pack_error(error)
    except MemoryError:
        return MEMORY
    except Exception:  # a defect of ours: the parent crashes with it
        return json.dumps({"bug": traceback.format_exc()})


def _read(request: dict[str, Any], requests: BinaryIO) -> str:
    source = request["source"]
    caps = Caps(**request["caps"])
    data = requests.read() if request["content"] else read_content(Path(source), caps)
    import_reader(source)
    confine(Limits(**request["limits"]))
    document = read_bytes(
        data, name_of(source), password=request["password"], ocr=request["ocr"], limits=caps
    )
    return pack_document(document)


if __name__ == "__main__":
    main()
