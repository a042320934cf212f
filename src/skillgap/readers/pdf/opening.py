"""The border to pdfminer: a file's objects, its pages and their content, its links."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import resolve1

from skillgap.errors import UnreadableError
from skillgap.models import Warning
from skillgap.readers.page import PageContent
from skillgap.readers.pdf.content import ContentReader
from skillgap.readers.pdf.document import Objects
from skillgap.readers.pdf.fonts import Fonts
from skillgap.readers.pdf.layers import Layers
from skillgap.readers.pdf.limits import Budget

# Links of a document that are kept; a resume has some dozen.
MOST_LINKS = 1_000
# Of what pdfminer says about a failure.
_MOST_SAID = 200

# pdfminer tells of every oddity in a file; a reader of the report has no use for it.
logging.getLogger("pdfminer").setLevel(logging.ERROR)


@dataclass(slots=True)
class Opened:
    """What the pages of a file hold."""

    pages: list[PageContent] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    warnings: list[Warning] = field(default_factory=list)


def open_pages(data: bytes, password: str, budget: Budget) -> Opened:
    """Read every page. Raises UnreadableError."""
    try:
        return _read_pages(_open(data, password, budget), budget)
    except UnreadableError as error:
        if error.code != "damaged":
            raise
        with suppress(UnreadableError):
            return _read_pages(_open(data, password, budget, searching=True), budget)
        budget.settle()
        raise


@contextmanager
def _border(budget: Budget) -> Iterator[None]:
    """pdfminer raises anything on a broken file (KeyError, RecursionError, struct.error, ...)."""
    try:
        yield
    except UnreadableError:
        raise
    except Exception as error:
        budget.settle()
        said = f"{type(error).__name__}: {error}"[:_MOST_SAID].rstrip(": ")
        raise UnreadableError(
            "The PDF is damaged.",
            why=f"Parts of it are missing or broken (the parser says: {said}).",
            mend="Export it again, or open it in a viewer and print it to a new PDF.",
            code="damaged",
        ) from error


def _open(data: bytes, password: str, budget: Budget, *, searching: bool = False) -> Objects:
    with _border(budget):
        try:
            return Objects(data, password, budget, searching=searching)
        except PDFPasswordIncorrect as error:
            code = "password" if password else "encrypted"
            what = "The password is wrong." if password else "The PDF is locked with a password."
            mend = "Give the password with --password."
            raise UnreadableError(what, mend=mend, code=code) from error
        except PDFEncryptionError as error:
            raise UnreadableError(
                "The PDF is encrypted in a way that cannot be read here.",
                why=str(error)[:_MOST_SAID],
                mend="Save it without protection.",
                code="encrypted",
            ) from error


def _read_pages(document: Objects, budget: Budget) -> Opened:
    with _border(budget):
        most = budget.limits.pages
        sheets = list(islice(PDFPage.create_pages(document), most + 1))
        layers = Layers(document.catalog)
    budget.settle()
    if not sheets:
        raise UnreadableError("The PDF has no pages.", mend="Export it again.", code="damaged")
    if len(sheets) > most:
        raise budget.refuse(
            f"The PDF has more than {most} page{'s' * (most > 1)}.",
            mend="Name a file that holds one resume, or raise the limit: --limit pages=N.",
        )
    fonts, opened = Fonts(budget), Opened()
    if document.cut:
        message = "The file breaks off before its end: what came behind that is missing."
        opened.warnings.append(Warning("cut-off", message))
    failures: list[UnreadableError] = []
    for number, sheet in enumerate(sheets, 1):
        try:
            with _border(budget):
                opened.pages.append(ContentReader(sheet, fonts, layers, budget).read())
                opened.links += _links(sheet)
        except UnreadableError as error:
            if error.code != "damaged":
                raise
            failures.append(error)
            del opened.pages[number - 1 :]
            opened.pages.append(PageContent(0.0, 0.0))
            opened.warnings.append(
                Warning("page-unreadable", f"Page {number} is damaged. {error.why}")
            )
        budget.settle()
    if len(failures) == len(sheets):
        raise failures[0]
    del opened.links[MOST_LINKS:]
    return opened


def _links(sheet: PDFPage) -> list[str]:
    found: list[str] = []
    annotations = resolve1(sheet.annots)
    for entry in annotations if isinstance(annotations, list) else []:
        annotation = resolve1(entry)
        action = resolve1(annotation.get("A")) if isinstance(annotation, dict) else None
        target: Any = resolve1(action.get("URI")) if isinstance(action, dict) else None
        if isinstance(target, bytes) and target:
            found.append(target.decode("utf-8", "replace"))
    return found
