"""Date ranges in every usual form, and the months that they cover."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.dates import find_ranges, last_month, months_covered
from skillgap.models import DateRange, Month, Span

AS_OF = Month(2026, 11)

FORMS = [
    ("Jan 2021 – Present", (2021, 1), None),
    ("03/2019-11/2020", (2019, 3), (2020, 11)),
    ("2018 to date", (2018, 1), None),
    ("Summer 2022", (2022, 6), (2022, 8)),
    ("since 2020", (2020, 1), None),
    ("2019－2021", (2019, 1), (2021, 12)),
    ("Mar - Jun 2020", (2020, 3), (2020, 6)),
    ("Sept. 2019 – Dec '20", (2019, 9), (2020, 12)),
    ("2020-03 – 2021-05", (2020, 3), (2021, 5)),
    ("06.2019 - 08.2020", (2019, 6), (2020, 8)),
    ("from May 2018 until now", (2018, 5), None),
    ("June 2015 — today", (2015, 6), None),
    ("May 2022", (2022, 5), (2022, 5)),
]


@pytest.mark.parametrize(("text", "start", "end"), FORMS)
def test_forms(text: str, start: tuple[int, int], end: tuple[int, int] | None) -> None:
    (found,) = find_ranges(f"Engineer, Acme, {text}, Berlin")
    assert found.start == Month(*start)
    assert found.end == (Month(*end) if end else None)
    quoted = f"Engineer, Acme, {text}, Berlin"[found.span.start : found.span.end]
    assert quoted in text or text in quoted


@pytest.mark.parametrize(
    "text", ["20190101", "2021", "room 2020/b", "3.2 million", "2021 – 2019", "ISO 27001", "C++17"]
)
def test_what_is_no_range(text: str) -> None:
    assert find_ranges(text) == ()


def test_overlaps_count_once_and_the_future_not_at_all() -> None:
    a = DateRange(Span(0, 1), Month(2026, 1), Month(2026, 6))
    b = DateRange(Span(2, 3), Month(2026, 4), None)
    c = DateRange(Span(4, 5), Month(2026, 10), Month(2030, 1))
    assert months_covered([a], AS_OF) == 6
    assert months_covered([a, b, c], AS_OF) == 11
    assert last_month([a, c], AS_OF) == AS_OF
    assert last_month([], AS_OF) is None


@given(st.lists(st.tuples(st.integers(0, 300), st.integers(0, 60)), max_size=6))
def test_months_are_those_of_the_union(parts: list[tuple[int, int]]) -> None:
    def month(index: int) -> Month:
        return Month(1990 + index // 12, index % 12 + 1)

    ranges = [DateRange(Span(0, 1), month(s), month(s + n)) for s, n in parts]
    expected = {i for s, n in parts for i in range(s, s + n + 1)}
    assert months_covered(ranges, Month(2100, 1)) == len(expected)


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    for found in find_ranges(text):
        assert 0 <= found.span.start < found.span.end <= len(text)
        assert found.end is None or found.start <= found.end
