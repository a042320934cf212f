"""Dates in a text: single ones (`points`), and ranges with their months (`ranges`)."""

from skillgap.dates.ranges import find_ranges, find_reversed, last_month, months_covered

__all__ = ["find_ranges", "find_reversed", "last_month", "months_covered"]
