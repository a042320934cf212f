"""Dates in a text: single ones (`points`), and ranges with their months (`ranges`)."""

from skillgap.dates.points import YEAR, year_of
from skillgap.dates.ranges import find_ranges, find_reversed, last_month, months_covered
from skillgap.dates.told import find_told

__all__ = [
    "YEAR",
    "find_ranges",
    "find_reversed",
    "find_told",
    "last_month",
    "months_covered",
    "year_of",
]
