"""Makes the pages of this folder again: PDFs and DOCX, each with the text that a person reads.

Needs Chromium, LaTeX (moderncv, europasscv, paracol, fontawesome5), LibreOffice and their fonts;
the tests need none of these, they read what is committed.
"""

from __future__ import annotations

import sys
from pathlib import Path

import made_by_chromium
import made_by_latex
import made_by_others
import made_second

HERE = Path(__file__).parent


def main() -> None:
    for maker in (made_by_chromium, made_by_latex, made_by_others, made_second):
        for name, columns, data, gold in maker.pages():
            file = HERE / (name if "." in name else f"{name}.pdf")
            file.write_bytes(data)
            head = f"{columns} column{'s' * (columns > 1)}"
            text = "\n".join(" ".join(row.split()) for row in gold if row.strip())
            (HERE / f"{file.name}.txt").write_text(f"{head}\n{text}\n", "utf-8")
            print(file.name, len(data), file=sys.stderr)


if __name__ == "__main__":
    main()
