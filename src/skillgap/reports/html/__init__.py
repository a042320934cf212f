"""The gap report as one HTML file, and the page that other HTML reports are made from."""

from skillgap.reports.html.page import render_page

__all__ = ["render_page"]
