"""HTML and Markdown: structure, and every way in which a page hides text."""

from __future__ import annotations

import pytest

from skillgap.models import BlockKind, Document
from skillgap.readers import read_bytes

SEEN = "<p>Ana Lima, data engineer in Porto</p>"


def read(body: str, head: str = "") -> Document:
    return read_bytes(f"<!doctype html><head>{head}</head><body>{body}".encode(), "cv.html")


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(b.kind.value, document.text[b.span.start : b.span.end]) for b in document.blocks]


def hidden(document: Document) -> list[tuple[str, str]]:
    return [
        (b.note, document.text[b.span.start : b.span.end])
        for b in document.blocks
        if b.kind is BlockKind.HIDDEN
    ]


@pytest.mark.parametrize(
    ("style", "reason"),
    [
        ("display:none", "display:none"),
        ("visibility:hidden", "invisible"),
        ("opacity:0", "transparent"),
        ("opacity: 0%", "transparent"),
        ("color:transparent", "transparent"),
        ("color:rgba(0,0,0,0)", "transparent"),
        ("color:#fff", "white"),
        ("color:rgb(254 254 254)", "white"),
        ("color:white;background-color:#fff", "white"),
        ("background:#123456;color:#123457", "background-coloured"),
        ("font-size:1px", "tiny"),
        ("font-size:0", "tiny"),
        ("font:1px/1 serif", "tiny"),
        ("font-size:.05em", "tiny"),
        ("position:absolute;left:-9999px", "off-page"),
        ("position:fixed;top:-200%", "off-page"),
        ("text-indent:-9999px", "off-page"),
        ("margin-left:-5000px", "off-page"),
        ("transform:translateX(-9999px)", "off-page"),
        ("transform:scale(0)", "clipped"),
        ("height:0;overflow:hidden", "clipped"),
        ("width:1px;height:1px;overflow:hidden", "clipped"),
        ("position:absolute;clip:rect(0,0,0,0)", "clipped"),
        ("clip-path:inset(50%)", "clipped"),
    ],
)
def test_hidden_by_style(style: str, reason: str) -> None:
    for page in (
        read(f"{SEEN}<div style='{style}'>Kubernetes <b>expert</b></div>"),
        read(
            f"{SEEN}<div class='x'>Kubernetes <b>expert</b></div>", f"<style>.x{{{style}}}</style>"
        ),
    ):
        assert hidden(page) == [(reason, "Kubernetes expert")]
        assert "hidden-text" in {warning.code for warning in page.warnings}
        assert page.text.startswith("Ana Lima")


def test_hidden_by_elements_and_attributes() -> None:
    page = read(
        f"{SEEN}<p hidden>Scala</p><script>Java</script><template>Rust</template><!-- Go -->"
        "<noscript>Perl</noscript><select><option>Ruby</select><svg><title>PHP</title></svg>"
        "<font color=white>Hadoop</font><style>p{content:'R'}</style><p aria-hidden=true>seen</p>"
    )
    assert ("display:none", "Scala") in hidden(page) and ("white", "Hadoop") in hidden(page)
    for word in ("Java", "Rust", "Go", "Perl", "Ruby", "PHP"):
        assert word not in page.text
    assert "seen" in [text for _, text in blocks(page)]


@pytest.mark.parametrize(
    "body",
    [
        "<div style='background:#123'><p style='color:white'>Kubernetes</p></div>",
        "<div style='background:linear-gradient(red,blue);color:white'>Kubernetes</div>",
        "<div style='background-image:url(a.png);color:#fff'>Kubernetes</div>",
        "<div style='background:var(--dark);color:#fff'>Kubernetes</div>",
        "<p style='color:var(--ink)'>Kubernetes</p>",
        "<div style='visibility:hidden'><p style='visibility:visible'>Kubernetes</p></div>",
        "<hr style='background:navy'><p style='position:absolute;color:#fff'>Kubernetes</p>",
        "<p style='color:#eee;background:black'>Kubernetes</p>",
        "<table bgcolor=#003366><tr><td><font color=#ffffff>Kubernetes</font></table>",
        "<p style='display:none;display:block'>Kubernetes</p>",
        "<p style='opacity:.5;font-size:6pt'>Kubernetes</p>",
        "<style>@media print{p{display:none}} @media (max-width:9px){p{display:none}} "
        "p:hover{display:none} a+p{display:none}</style><p>Kubernetes</p>",
    ],
)
def test_seen_after_all(body: str) -> None:
    page = read(SEEN + body)
    assert hidden(page) == [] and "Kubernetes" in page.text


def test_the_cascade() -> None:
    sheet = """<style>
      .k { display: none } #a .k { display: block } div > .m, ul .n { color: #ffffff }
      p.o { display: none !important } [data-x=y] { opacity: 0 }
      @media screen { .s { display: none } }
      @layer base { .t { display: none } }
    </style>"""
    page = read(
        "<div id=a><p class=k>one</p></div><p class=k>two</p><div><p class=m>three</p></div>"
        "<ul><li><p class=n>four</p></li></ul><p class='o' style='display:block'>five</p>"
        "<p data-x=y>six</p><section><p class=m>seven</p></section><p class=s>eight</p>"
        "<p class=t>nine</p>",
        sheet,
    )
    assert {text for _, text in hidden(page)} == {
        "two",
        "three",
        "four",
        "five",
        "six",
        "eight",
        "nine",
    }


def test_selectors_cannot_take_forever() -> None:
    sheet = "<style>" + "".join(f"{'div ' * 9}p.c{at % 9} {{display:none}}" for at in range(3000))
    deep = "<div>" * 300 + "".join(f"<p class=c{at % 9}>word</p>" for at in range(500))
    page = read(SEEN + deep, sheet + "</style>")
    assert "styles-ignored" in {warning.code for warning in page.warnings}
    brackets = "(" * 50_000
    read(f"{SEEN}<p style='color:{brackets}'>x", f"<style>a{brackets}{{color:red}}</style>")


def test_blocks_in_order() -> None:
    page = read(
        "<h1>Ana</h1><p>Porto<br>ana@example.com</p><h2>Skills</h2><ul><li>Python<ul>"
        "<li>pandas</ul><li><p>SQL</p><p>since 2015</p></ul><table><tr><th>Cloud<td>AWS"
        "<tr><td>Data<td>Spark</table>"
        "<p><b>Acme</b><span style='float:right'>2019</span></p>"
        "<div style='display:flex'><span>R</span><span>Go</span></div><p>• typed sign</p>"
        "<pre>a     b\n c</pre>"
    )
    assert blocks(page) == [
        ("heading", "Ana"), ("paragraph", "Porto"), ("paragraph", "ana@example.com"),
        ("heading", "Skills"), ("bullet", "Python"), ("bullet", "pandas"), ("bullet", "SQL"),
        ("paragraph", "since 2015"), ("cell", "Cloud\tAWS"), ("cell", "Data\tSpark"),
        ("paragraph", "Acme\t2019"), ("paragraph", "R\tGo"), ("bullet", "typed sign"),
        ("paragraph", "a\tb"), ("paragraph", "c"),
    ]  # fmt: skip
    assert page.blocks[0].size == 24.0 and page.blocks[0].bold


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<div class='flex gap-2'><span>SQL</span><span>Excel</span></div>", "SQL\tExcel"),
        ("<p><span class=tag>SQL</span><span class=tag>Excel</span></p>", "SQL\tExcel"),
        ("<p><span class=a>Data</span><span class=b>bricks</span></p>", "Databricks"),
        ("<p><i class=ch>A</i><i class=ch>n</i><i class=ch>a</i></p>", "Ana"),
        ("<p>My<span>SQL</span></p>", "MySQL"),
        ("<p><span class=tag>Flask</span><a href=x>View code</a></p>", "Flask\tView code"),
        ("<p><a href=a>About</a><a href=b>Skills</a></p>", "About\tSkills"),
        ("<p>two <a href=a>API</a>s</p>", "two APIs"),
        ("<p><b class=t>Data Analyst</b><i class=f>Telvora</i><i class=d>2019 - 2021</i></p>",
         "Data Analyst\tTelvora\t2019 - 2021"),
        ("<p><i class=a>Java</i><i class=b>Script</i><i class=c>Developer</i></p>",
         "JavaScriptDeveloper"),
    ],
)  # fmt: skip
def test_badges_stand_apart_without_their_style_sheet(page: str, text: str) -> None:
    assert blocks(read(page)) == [("paragraph", text)]


def test_tables_as_layout() -> None:
    page = read(
        "<table><tr><td><h2>Skills</h2><p>Python</p></td><td><h2>Experience</h2><p>Acme</p>"
        "<p>Built it</p></td></tr></table><table><tr><td>2019</td><td><p>Acme</p>"
        "<ul><li>Ran it</ul></td></tr></table>"
    )
    assert [text for _, text in blocks(page)] == [
        "Skills", "Python", "Experience", "Acme", "Built it", "2019\tAcme", "Ran it"]  # fmt: skip


def test_a_sidebar_before_the_name_comes_after_it() -> None:
    page = read("<div><aside><h2>Interests</h2><p>Chess</p></aside><main><h1>Ana</h1></main></div>")
    assert [text for _, text in blocks(page)] == ["Ana", "Interests", "Chess"]


def test_links_and_characters() -> None:
    page = read(
        "<p>caf&eacute; &lt;b&gt; <a href='mailto:a@example.com'>mail</a> <a href='#top'>up</a>"
        "<a href='https://example.com/x'>site</a>"
    )
    assert page.links == ("a@example.com", "https://example.com/x")
    assert page.text.startswith("café <b> mail up")


def test_the_page_names_its_encoding() -> None:
    body = "<meta charset=iso-8859-2><p>Štěpánková".encode("iso-8859-2")
    assert read_bytes(b"<!doctype html>" + body, "cv.html").text == "Štěpánková"
    broken = b"<!doctype html><meta charset=utf-8><p>caf\xe9 in Porto"
    assert read_bytes(broken, "cv.html").text == "café in Porto"
    assert read_bytes("<!doctype html><p>café".encode("utf-16"), "cv.html").text == "café"


MARKDOWN = """\
---
title: secret
---
# Ana Lima
Porto
ana@example.com

## Skills
- **Python**, `pandas`
  and numpy
- SQL

| Cloud | Data |
|---|---|
| AWS | Spark |

<!-- Rust -->

<span style="display:none">Scala</span> [site](https://example.com)

1. first
2. second

A paragraph that was wrapped at some seventy characters or so, as editors
do it, and that goes on here.
Tools: Git
"""


def test_markdown() -> None:
    page = read_bytes(MARKDOWN.encode(), "cv.md")
    assert page.format == "markdown" and page.links == ("https://example.com",)
    assert blocks(page) == [
        ("heading", "Ana Lima"), ("paragraph", "Porto"), ("paragraph", "ana@example.com"),
        ("heading", "Skills"), ("bullet", "Python, pandas and numpy"), ("bullet", "SQL"),
        ("cell", "Cloud\tData"), ("cell", "AWS\tSpark"), ("paragraph", "site"), ("bullet", "first"),
        ("bullet", "second"),
        ("paragraph", "A paragraph that was wrapped at some seventy characters or so, as editors "
         "do it, and that goes on here."),
        ("paragraph", "Tools: Git"), ("hidden", "Scala"), ("hidden", "title: secret"),
    ]  # fmt: skip
    assert "Rust" not in page.text


def test_markdown_may_begin_with_html() -> None:
    text = b"<div align='center'><h1>Jo Doe</h1></div>\n\n**Work**\n\n* Wrote Go\n* Ran Kafka\n"
    page = read_bytes(text, "cv.md")
    bullets = [block for block in page.blocks if block.kind is BlockKind.BULLET]
    assert page.format == "markdown"
    assert [page.text[b.span.start : b.span.end] for b in bullets] == ["Wrote Go", "Ran Kafka"]
    assert read_bytes(b"<div><p>Jo Doe wrote Go</p></div>", "cv.md").format == "html"


def test_two_dates_side_by_side_are_a_span_of_time() -> None:
    page = "<h6><span><i>{}</i></span><span>{}</span></h6><p>Baker at Acme</p>"

    def line(*dates: str) -> str:
        return read_bytes(page.format(*dates).encode(), "cv.html").text.split("\n")[0]

    assert line("2006", "2008") == "2006 – 2008"
    assert line("Feb 2005", "Present") == "Feb 2005 – Present"
    assert line("Room", "2008") == "Room2008"


def test_what_site_builders_take_out_of_markdown() -> None:
    text = """+++
title = "Resume in COBOL"
+++
{% include head.html %}
## Skills {#skills}

* Python[^1] {.big}
* {{ site.name }} SQL
"""
    page = read_bytes(text.encode(), "cv.md")
    assert [(b.kind.value, page.text[b.span.start : b.span.end]) for b in page.blocks] == [
        ("heading", "Skills"),
        ("bullet", "Python"),
        ("bullet", "SQL"),
        ("hidden", 'title = "Resume in COBOL"'),
    ]


def test_a_text_that_is_set_as_typed_is_read_as_one() -> None:
    rows = [
        "Ana Lima", "", "EXPERIENCE", "", "2019-2021   Telvora, Analyst ---------- Brno CZ",
        "     Wrote loaders in Scala and taught the use of", "     them to the other analysts.", "",
        "SKILLS", "", "Scala, Git, SQL",
    ]  # fmt: skip
    page = read("<pre>" + "\n".join(rows) + "</pre>")
    assert page.text.split("\n") == [
        "Ana Lima",
        "EXPERIENCE",
        "2019-2021\tTelvora, Analyst\tBrno CZ",
        "Wrote loaders in Scala and taught the use of them to the other analysts.",
        "SKILLS",
        "Scala, Git, SQL",
    ]
