"""Pages of a PDF -> pictures, as a viewer shows them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from skillgap.errors import UnreadableError
from skillgap.readers.ocr.cleaning import factor_for
from skillgap.readers.ocr.pictures import check_size, too_many

if TYPE_CHECKING:
    from PIL.Image import Image

_MOST_SAID = 200


def render(
    data: bytes, source: str, password: str, numbers: Sequence[int], most: int
) -> Iterator[Image]:
    """The pages with these indexes in grey. Raises UnreadableError (`damaged`, `limit`, `scan`)."""
    import pypdfium2

    if len(numbers) > most:
        raise too_many(source, most)
    document: Any = None
    try:
        document = pypdfium2.PdfDocument(data, password=password or None)  # type: ignore[no-untyped-call]
        for number in numbers:
            page = document[number]
            width, height = page.get_size()
            scale = factor_for(width, height)
            check_size(width * scale, height * scale, source)
            yield page.render(scale=scale, grayscale=True).to_pil().convert("L")
    except UnreadableError:
        raise
    except Exception as error:  # pypdfium2 raises what a broken file leads to
        raise UnreadableError(
            "The PDF is damaged.",
            why=f"Its pages cannot be drawn ({type(error).__name__}: {error})."[:_MOST_SAID],
            mend="Export it again, or open it in a viewer and print it to a new PDF.",
            code="damaged",
        ) from error
    finally:
        if document is not None:
            document.close()
