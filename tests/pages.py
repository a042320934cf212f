"""HTML pages for tests: rendered from reports, and parsed the way a browser would."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import html5lib

from skillgap import Analyzer, GapReport
from skillgap.plan import make_plan
from skillgap.reports.html import render_html

# What a resume might hold to break out of the text of a page; none has a line feed.
HOSTILE = (
    "<script>window.broken = 1</script>",
    "</p></div></main><h1>Hired</h1>",
    "<img src=x onerror='window.broken = 1'>",
    "<svg onload=window.broken=1><style>*{display:none}</style>",
    '" onmouseover="window.broken = 1" x=\'',
    '<a href="ftp:window.broken=1">me</a> file:///x <b>x</b>',
    "</script><script>window.broken = 1</script>",
    "</style><style>body{display:none}</style>",
    "</title><base href=http://example.com><meta http-equiv=refresh content=0;url=http://e.com>",
    "<!-- comment --> <![CDATA[ x ]]> <?xml x ?> <!doctype x>",
    "&lt;b&gt; &amp; &#60;script&#62; &copy; &notanentity;",
    "{{ 7 * 7 }} {% raw %} {# note #} ${x} `x`",
    "<iframe src=https://example.com></iframe><object data=x><embed src=x><link href=http://e.com>",
    "\u202ethgir ot tfel\u202c \u2066isolate\u2069 \u200bzero\ufeff \U000e0041tag \u061cmark",
    "\x00null \x1b[31mred\x1b[0m \x07 \x0b \x0c \x85",
    "<plaintext><textarea><xmp><noscript><template>",
)


def render(analyzer: Analyzer, report: GapReport, *roles: str) -> str:
    """A page as `analyze` writes it: the closest roles, or those that are named."""
    ranking = analyzer.ranking(report, roles, None if roles else 5)
    details = ranking if roles else tuple(c for c in ranking[:1] if c.near)
    targets = [analyzer.taxonomy.roles[c.role_id] for c in details if c.matches]
    plan = make_plan(report.profile, analyzer.taxonomy, targets) if targets else None
    return render_html(report, analyzer.taxonomy, ranking, details, chosen=bool(roles), plan=plan)


def parse(page: str) -> Element:
    """The page's tree by the HTML standard; any parse error of the standard raises."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    tree = parser.parse(page)
    assert isinstance(tree, Element)
    for node in tree.iter():
        if isinstance(node.tag, str):  # comments have a function here
            node.tag = node.tag.removeprefix("{http://www.w3.org/2000/svg}")
    return tree


def elements(tree: Element, name: str, **attributes: str) -> list[Element]:
    """Elements of a name ("*" for any) with these attributes; `class_` wants one of its words."""
    wanted = attributes.pop("class_", None)
    return [
        element
        for element in tree.iter(name if name != "*" else None)
        if isinstance(element.tag, str)
        and all(element.get(key.replace("_", "-")) == value for key, value in attributes.items())
        and (wanted is None or wanted in (element.get("class") or "").split())
    ]


def element(tree: Element, name: str, **attributes: str) -> Element:
    """The one element of a kind."""
    (found,) = elements(tree, name, **attributes)
    return found


def words(node: Element) -> str:
    """What a reader sees of an element, white space as one space."""
    return " ".join("".join(_texts(node)).split())


def _texts(node: Element) -> Iterator[str]:
    if node.tag in ("style", "script", "title"):
        return
    yield node.text or ""
    for child in node:
        if isinstance(child.tag, str):
            yield from _texts(child)
        yield child.tail or ""


def squeeze(text: str) -> str:
    """Text without any white space or characters that a page does not show."""
    return re.sub("[\\s\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]", "", text)
