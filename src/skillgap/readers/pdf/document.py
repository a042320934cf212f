"""A PDF's objects with our limits, looked for one by one where the table of them is broken."""

from __future__ import annotations

from contextlib import suppress
from io import BytesIO
from typing import Any

from pdfminer.pdfdocument import (
    LITERAL_CATALOG,
    PDFBaseXRef,
    PDFDocument,
    PDFNoValidXRef,
    PDFXRef,
)
from pdfminer.pdfparser import PDFParser, PDFStreamParser
from pdfminer.pdftypes import PDFObjRef, PDFStream, int_value, resolve1
from pdfminer.psexceptions import PSEOF
from pdfminer.psparser import PSKeyword

from skillgap.readers.pdf.limits import Budget
from skillgap.readers.pdf.objects import is_stream_end, read_object, read_objects
from skillgap.readers.pdf.search import Found, find_objects, find_table, has_end
from skillgap.readers.pdf.streams import Stream

# A trailer has some five keys; the longest are two hashes.
MAX_TRAILER = 4_000
_TRAILER = ("Root", "Encrypt", "ID", "Info")


class Source(BytesIO):
    """The bytes of a file; reading on costs a look at the clock."""

    def __init__(self, data: bytes, budget: Budget) -> None:
        super().__init__(data)
        self._budget = budget

    def read(self, size: int | None = -1, /) -> bytes:
        """The next bytes."""
        self._budget.check_time()
        return super().read(size)


class Parser(PDFParser):
    """pdfminer's parser, whose streams are ours."""

    def __init__(self, data: bytes, budget: Budget) -> None:
        super().__init__(Source(data, budget))
        self._budget = budget

    def do_keyword(self, pos: int, token: PSKeyword) -> None:
        """As pdfminer does, with the stream that it made turned into one of ours."""
        super().do_keyword(pos, token)
        if token is self.KEYWORD_STREAM and self.curstack:
            made: Any = self.curstack[-1][1]
            if isinstance(made, PDFStream):
                made.__class__ = Stream
                made.budget = self._budget  # type: ignore[attr-defined]


class _Given:
    """What pdfminer asks of a parser at a table of objects that is a stream, where it is read."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream

    def seek(self, _: int) -> None:
        """There is nothing to go to."""

    def reset(self) -> None:
        """There is nothing to forget."""

    def nexttoken(self) -> tuple[int, int]:
        """A part of the stream's number, as which it is known for a stream."""
        return 0, 0

    def nextobject(self) -> tuple[int, Stream]:
        """The stream."""
        return 0, self._stream


class Objects(PDFDocument):
    """pdfminer's document, which counts the objects that it parses.

    Where the file's own table of objects is missing or broken, or with `searching`, the objects
    themselves are looked for (`searched`). A file that lost its end, too, is `cut`.
    """

    def __init__(
        self, data: bytes, password: str, budget: Budget, *, searching: bool = False
    ) -> None:
        self.budget, self._bytes = budget, data
        self.searched = self.cut = self._measuring = False
        self._searching = searching
        super().__init__(Parser(data, budget), password=password)

    def find_xref(self, parser: PDFParser) -> int:  # noqa: ARG002
        """Where the table of objects is, -1 where nothing says so."""
        place = None if self._searching else find_table(self._bytes)
        return -1 if place is None else place

    def read_xref_from(
        self,
        parser: PDFParser,  # noqa: ARG002
        start: int,
        xrefs: list[PDFBaseXRef],
    ) -> None:
        """Add the tables that begin at a place, or else one of what is found in the file."""
        parsing: Any = self._parser  # what is passed may be a stand-in
        try:
            if start >= 0:
                given = self._given_table(start)
                super().read_xref_from(given or parsing, start, xrefs)
                return
        except PDFNoValidXRef:
            pass
        if not self.searched:
            self.searched = True
            parsing.fallback = True  # the lengths of streams are not trusted, either
            table = PDFXRef()
            xrefs.append(table)
            self._search(table)

    def _given_table(self, start: int) -> Any:
        """What gives the table of objects at a place; None where it is no plain stream."""
        plain = read_object(self._bytes, start, None, self)
        stream = None if plain is None else self._stream(*plain)
        return None if stream is None else _Given(stream)

    def _search(self, table: PDFXRef) -> None:
        last = 0
        for found in find_objects(self._bytes):
            self.budget.spend_objects()
            last = found.at
            if found.kind == "trailer":
                table.trailer.update(self._trailer(found.at))
                continue
            table.offsets[found.number] = (None, found.at, found.generation)
            if found.kind == "Catalog":
                table.trailer["Root"] = PDFObjRef(self, found.number)
            elif found.kind:
                with suppress(Exception):  # damaged: its objects are not there
                    self._look_into(found, table)
        self.budget.settle()
        self.cut = not has_end(self._bytes, last)
        if "Root" not in table.trailer:
            # Without a catalog pdfminer takes every page that it meets.
            table.trailer["Root"] = self._catalog(table) or {}

    def _trailer(self, at: int) -> dict[str, object]:
        # A parser hands a dictionary over when a keyword follows.
        parser = Parser(self._bytes[at : at + MAX_TRAILER] + b" startxref", self.budget)
        parser.set_document(self)
        with suppress(Exception):
            found = parser.nextobject()[1]
            if isinstance(found, dict):
                return found
        return {}

    def _look_into(self, found: Found, table: PDFXRef) -> None:
        """What a stream says of other objects: those that it holds, or what trailers say."""
        stream = self._getobj_parse(found.at, found.number)
        if not isinstance(stream, PDFStream):
            return
        if found.kind == "XRef":
            table.trailer.update({k: v for k, v in stream.attrs.items() if k in _TRAILER})
            return
        heads = stream.get_data()[: int_value(stream["First"])].split()[::2]
        for index, number in enumerate(heads[: int_value(stream["N"])]):
            self.budget.spend_objects()
            table.offsets[int(number)] = (found.number, index, 0)

    def _catalog(self, table: PDFXRef) -> PDFObjRef | None:
        for number in list(table.offsets):
            with suppress(Exception):
                item = self.getobj(number)
                if isinstance(item, dict) and item.get("Type") is LITERAL_CATALOG:
                    return PDFObjRef(self, number)
        self.budget.settle()
        return None

    def getobj(self, objid: int) -> object:
        """As pdfminer does; references to references are followed here, a circle gives None."""
        found = super().getobj(objid)
        seen = {objid}
        while isinstance(found, PDFObjRef):
            if found.objid in seen:
                return None
            seen.add(found.objid)
            found = super().getobj(found.objid)
        return found

    def _getobj_parse(self, pos: int, objid: int) -> object:
        self.budget.spend_objects()
        plain = read_object(self._bytes, pos, objid, self)
        if plain is not None:
            value, start = plain
            found = value if start is None else self._stream(value, start)
            if start is None or found is not None:
                return found
        return super()._getobj_parse(pos, objid)

    def _stream(self, attributes: Any, start: int | None) -> Stream | None:
        """The stream of some attributes; None where its length is not right, or not to be told."""
        if self.searched or self._measuring or start is None:
            return None
        self._measuring = True  # a length that is a stream, or leads to one, is for pdfminer
        try:
            length = resolve1(attributes.get("Length"))
        finally:
            self._measuring = False
        if not isinstance(length, int) or length < 0:
            return None
        end = start + length
        if not is_stream_end(self._bytes, end):
            return None
        stream = Stream(attributes, self._bytes[start:end], self.decipher)
        stream.budget = self.budget
        return stream

    def _get_objects(self, stream: PDFStream) -> tuple[list[object], int]:
        count = stream.get("N")
        count = count if isinstance(count, int) else 0
        plain = read_objects(stream.get_data(), self)
        if plain is not None:
            self.budget.spend_objects(len(plain))
            return plain, count
        parser = PDFStreamParser(stream.get_data())
        parser.fp = Source(stream.get_data(), self.budget)
        parser.set_document(self)
        objects: list[object] = []
        try:
            while True:
                objects.append(parser.nextobject()[1])
                self.budget.spend_objects()
        except PSEOF:
            return objects, count
