"""The gap report as one HTML file, and the page that other HTML reports are made from."""

from skillgap.reports.html.page import render_page
from skillgap.reports.html.report import render_html

__all__ = ["render_html", "render_page"]
