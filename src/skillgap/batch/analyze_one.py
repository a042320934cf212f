"""One input -> one record: what every engine does, wherever it runs."""

from __future__ import annotations

import datetime
import hashlib
import re
import time
import unicodedata
from functools import lru_cache
from pathlib import Path

from skillgap.batch.jobs import Record, Settings
from skillgap.errors import MissingExtraError, SkillgapError, UnreadableError
from skillgap.jsontext import dump_json
from skillgap.models import BlockKind, Document, Quality
from skillgap.pipeline import Analyzer
from skillgap.readers import read_bytes
from skillgap.reports.data import report_data
from skillgap.taxonomy import load_taxonomy

_WORD = re.compile(r"[^\W_]+[+#]*")  # C, C++ and C# are three skills


@lru_cache(maxsize=2)
def analyzer_of(settings: Settings) -> Analyzer:
    """The analyzer of some settings, built once in a process."""
    folder = Path(settings.taxonomy) if settings.taxonomy else None
    as_of = datetime.date.fromisoformat(settings.as_of)
    return Analyzer(load_taxonomy(folder), as_of=as_of)


def analyze_one(source: str, data: bytes, settings: Settings) -> Record:
    """Read and analyze one resume. Whatever is wrong with the file becomes a record with a reason,
    a defect of ours too (`bug`): one file never stops a run."""
    start = time.perf_counter()
    sha256 = hashlib.sha256(data).hexdigest()

    def record(status: str, code: str | None = None, message: str | None = None) -> Record:
        seconds = round(time.perf_counter() - start, 3)
        return Record(source, sha256, status, seconds, code, message)

    try:
        analyzer = analyzer_of(settings)
        document = read_bytes(
            data, source, password=settings.password, ocr=settings.ocr, limits=settings.limits
        )
        report = analyzer.analyze_document(document)
    except MissingExtraError as error:
        return record("failed", error.code, str(error))
    except UnreadableError as error:
        return record("unreadable", error.code, str(error))
    except SkillgapError:
        raise  # the taxonomy: no file's fault
    except MemoryError:
        return record("failed", "memory", "This file needs too much memory to be read.")
    except Exception as error:  # a defect: named, kept apart, and no reason to stop
        return record("failed", "bug", f"{type(error).__name__}: {error}")
    data_ = report_data(report, analyzer.taxonomy, report.coverages)
    status = "doubtful" if document.quality is Quality.DOUBTFUL else "ok"
    return Record(
        source,
        sha256,
        status,
        round(time.perf_counter() - start, 3),
        report=dump_json(data_),
        text_sha256=words_sha256(document),
    )


def words_sha256(document: Document) -> str:
    """One figure for the words of a resume, whatever their order, signs and case: two columns of a
    PDF and the same in a DOCX are one person. Running heads are left out."""
    text, furniture = document.text, BlockKind.FURNITURE
    lines = (text[b.span.start : b.span.end] for b in document.blocks if b.kind is not furniture)
    words = sorted(_WORD.findall(unicodedata.normalize("NFKC", "\n".join(lines)).casefold()))
    return hashlib.sha256(" ".join(words).encode("utf-8", "surrogatepass")).hexdigest()
