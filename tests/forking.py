"""Commands as forks of a process that has imported everything.

Importing spaCy and building the index of labels takes most of the time of a short command, and the
tests run hundreds. `python forking.py SOCKET` imports them once and then forks for each request;
`python forking.py SOCKET --run ARGUMENT...` asks it for a command and hands over its own folder,
environment and standard streams. So a command is a process of its own as ever, with real pipes.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import sys
from contextlib import suppress
from typing import Any

SECONDS = 300  # no command takes longer; one that hangs ends by a signal
_STREAMS = 3


def serve(address: str) -> None:
    """Fork for each request, until this process is ended."""
    import gc

    import skillgap.batch.run
    import skillgap.posting
    import skillgap.reports.html.report  # noqa: F401
    from skillgap import Analyzer

    Analyzer().analyze_bytes(b"Skills\nPython", source="warm.txt")
    gc.freeze()
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(address)
        server.listen()
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        while True:
            connection, _ = server.accept()
            if not os.fork():
                server.close()
                _answer(connection)
            connection.close()
            with suppress(ChildProcessError):
                while os.waitpid(-1, os.WNOHANG)[0]:
                    pass


def _answer(connection: socket.socket) -> None:
    """Run one command in a process of its own and say how it ended."""
    _, streams, _, _ = socket.recv_fds(connection, 1, _STREAMS)
    request = json.loads(connection.makefile().readline())
    child = os.fork()
    if not child:
        connection.close()
        _become(request, streams)
    _, status = os.waitpid(child, 0)
    connection.sendall(f"{os.waitstatus_to_exitcode(status)}\n".encode())
    os._exit(0)


def _become(request: dict[str, Any], streams: list[int]) -> None:
    """Turn this process into the one that was asked for."""
    from skillgap.cli import run

    signal.alarm(SECONDS)
    os.chdir(request["folder"])
    os.environ.clear()
    os.environ.update(request["environment"])
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    sys.argv = ["skillgap", *request["arguments"]]
    run()


def ask(address: str, arguments: list[str]) -> int:
    """Have a command run; gives its exit code, that of a shell where a signal ended it."""
    request = {
        "arguments": arguments,
        "folder": os.getcwd(),  # noqa: PTH109 - without pathlib this begins at once
        "environment": dict(os.environ),
    }
    with socket.socket(socket.AF_UNIX) as connection:
        connection.connect(address)
        socket.send_fds(connection, [b"\n"], range(_STREAMS))
        connection.sendall(json.dumps(request).encode() + b"\n")
        code = int(connection.makefile().readline())
    return code if code >= 0 else 128 - code


if __name__ == "__main__":
    if sys.argv[2:3] == ["--run"]:
        sys.exit(ask(sys.argv[1], sys.argv[3:]))
    serve(sys.argv[1])
