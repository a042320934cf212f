"""Whole HTML pages: one file each that loads nothing and runs no script but ours.

A template extends `base.html.j2` and fills its blocks. Style and script stand in the page itself,
and the page's Content-Security-Policy names their hashes: whatever a resume smuggles in, a browser
neither runs nor fetches it. Inline `style` attributes are refused by the same policy, so lengths in
charts are attributes of SVG.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from typing import TYPE_CHECKING

import skillgap
from skillgap.reports.words import DISCLAIMER, printable

if TYPE_CHECKING:
    from jinja2 import Environment

_STYLES = ("page.css", "report.css", "tables.css", "print.css")
_SCRIPT = "page.js"


def render_page(template: str, **values: object) -> str:
    """A page from a template in reports/templates.

    Values are escaped where the template shows them; texts of a resume also want the filter
    `plain`, which takes out control and bidirectional characters. What base.html.j2 needs besides
    its blocks: `taxonomy` (a Taxonomy) and `as_of` (a date as text).
    """
    return _environment().get_template(template).render(values)


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        loader=PackageLoader("skillgap.reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    loader = environment.loader
    assert loader is not None
    style = "".join(loader.get_source(environment, name)[0] for name in _STYLES)
    script = loader.get_source(environment, _SCRIPT)[0]
    assert "</" not in style and "</" not in script, "it would end its element"
    environment.filters["plain"] = printable
    environment.globals |= {
        "style": Markup(style),
        "script": Markup(script),
        "policy": _policy(style, script),
        "version": skillgap.__version__,
        "disclaimer": DISCLAIMER,
    }
    return environment


def _policy(style: str, script: str) -> str:
    """Nothing from anywhere, and only this style and this script (Content Security Policy 3)."""
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src '{_hash(style)}'",
            f"script-src '{_hash(script)}'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"
