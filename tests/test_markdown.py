"""The markdown report in a CommonMark parser: its structure, which no resume can change."""

from __future__ import annotations

import dataclasses
import re
import shutil
import subprocess

import pytest
from documents import document_of
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode
from running import ROOT

from skillgap import Analyzer, GapReport
from skillgap.models import Block, Document, Span, Warning
from skillgap.plan import make_plan
from skillgap.reports.markdown import anchor, escape, render_plan, render_report

MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def render(analyzer: Analyzer, report: GapReport, *roles: str) -> str:
    ranking = analyzer.ranking(report, roles, None if roles else 5)
    details = ranking if roles else ranking[:1]
    return render_report(report, analyzer.taxonomy, ranking, details, chosen=bool(roles))


def tokens(text: str) -> list[Token]:
    """Every token, those inside lines included."""
    found = []
    for token in MARKDOWN.parse(text):
        found += [token, *(token.children or [])]
    return found


def shape(text: str) -> list[str]:
    """The structure alone: what is nested in what, without any words."""
    return [
        f"{token.type} {token.markup if token.type.startswith('heading') else ''}".strip()
        for token in tokens(text)
        if token.type not in ("text", "text_special", "softbreak")
    ]


def headings(text: str) -> list[tuple[str, str]]:
    tree = SyntaxTreeNode(MARKDOWN.parse(text))
    return [
        (node.tag, "".join(c.content for c in node.children[0].children))
        for node in tree.children
        if node.type == "heading"
    ]


def tables(text: str) -> list[list[list[str]]]:
    """Each table as rows of the text of its cells."""
    found: list[list[list[str]]] = []
    for token in MARKDOWN.parse(text):
        if token.type == "table_open":
            found.append([])
        elif token.type == "tr_open":
            found[-1].append([])
        elif token.type == "inline" and token.level >= 4 and found and found[-1]:
            found[-1][-1].append("".join(child.content for child in token.children or []))
    return found


@pytest.fixture(scope="module")
def report(reports: dict[str, GapReport]) -> GapReport:
    return reports["hana-mori-ai-content-creator"]


def test_the_parts_in_order(analyzer: Analyzer, report: GapReport) -> None:
    text = render(analyzer, report, "ai-content-creator", "prompt-engineer")
    found = headings(text)
    assert found[0] == ("h1", "Skill-gap report: hana-mori-ai-content-creator.pdf")
    assert [title for tag, title in found if tag == "h2"] == [
        "Coverage",
        *(title for tag, title in found if tag == "h2" and "%" in title),
        "Seen and not counted",
        "What this report cannot know",
    ]
    roles = [title.split(":")[0] for tag, title in found if tag == "h2" and "%" in title]
    assert set(roles) == {"AI content creator", "Prompt engineer"}
    parts = [re.sub(r"\d+%", "N", title) for tag, title in found if tag == "h3"]
    for part in ("Essential", "Optional", "Gaps, most important first", "How N comes about"):
        assert part in parts


def test_tables_hold_what_they_should(analyzer: Analyzer, report: GapReport) -> None:
    text = render(analyzer, report, "ai-content-creator")
    facts, coverage, essential, optional, uncounted = tables(text)
    assert [row[0] for row in facts[1:]] == [
        "Read",
        "Sections",
        "Reading quality",
        "As of",
        "Made by",
    ]
    assert ["As of", "2026-11-01"] in facts
    (row,) = coverage[1:]
    assert row[0] == "AI content creator"
    assert re.fullmatch(r"█*░*", row[1]) and len(row[1]) == 20
    assert re.fullmatch(r"\d+%", row[2])
    assert len(essential) - 1 == 3
    assert len(optional) - 1 == 4
    for state, _, evidence in essential[1:] + optional[1:]:
        assert state in ("● shown", "◐ implied", "○ no evidence found")
        if state != "○ no evidence found":
            assert re.search(
                r"“.+” \(page 1, \w+(; a deed|; named in a list|; said of oneself)?"
                r"(; \d+ months?, last \d{4}-\d\d)?(; \d+ years stated)?\)",
                evidence,
            )
        else:
            assert "ask" in evidence
    assert len(uncounted) - 1 == len(report.profile.not_counted)


def test_gaps_are_a_numbered_list(analyzer: Analyzer, report: GapReport) -> None:
    text = render(analyzer, report, "data-scientist")
    listed = re.findall(
        r"^\d+\. \*\*(.+?)\*\* — (essential|optional), (\d+) documents?", text, re.M
    )
    assert len(listed) > 5
    importance = [words for _, words, _ in listed]
    assert importance == sorted(importance), "essential first"
    essential = [int(count) for _, words, count in listed if words == "essential"]
    assert essential == sorted(essential, reverse=True)
    assert tokens(text).__len__() and shape(text).count("ordered_list_open") == 1


def test_no_line_is_swallowed_by_a_table(analyzer: Analyzer, reports: dict[str, GapReport]) -> None:
    """A table goes on until a blank line: what follows one must be set off."""
    for name, one in reports.items():
        for table in tables(render(analyzer, one)):
            assert len({len(row) for row in table}) == 1, name
        text = render(analyzer, one)
        for before, after in zip(text.splitlines(), text.splitlines()[1:], strict=False):
            if before.startswith("|"):
                assert after == "" or after.startswith("|"), (name, after)
            if after.startswith("#"):
                assert before == "", (name, after)
        assert "\n\n\n" not in text
        assert text.endswith("\n") and not text.endswith("\n\n")


def test_the_arithmetic_is_right(analyzer: Analyzer, reports: dict[str, GapReport]) -> None:
    """The sum in the report, worked out, is the coverage."""
    checked = 0
    for one in reports.values():
        sums = re.findall(r": (\([^:]*?\) / \d+) = (\d\.\d\d)\.$", render(analyzer, one), re.M)
        for formula, result in sums:
            assert re.fullmatch(r"[\d.()+×/ ]+", formula)
            assert eval(formula.replace("×", "*")) == pytest.approx(float(result), abs=0.0051)
            checked += 1
    assert checked == len(reports)


# A hostile resume

PLAIN = "Wrote the copywriting for a shop {}"
HOSTILE = [
    "**bold** _em_ __strong__ ~~struck~~ ==mark== `code` ``more`` end",
    "# heading ## more",
    "| a | b | c |",
    "a || b \\| c \\\\| d",
    "[link](https://example.com) ![x](http://example.com/track.png) [ref][1] [1]: http://e.com",
    "<script>alert(1)</script> <b onclick=x>b</b> <!-- comment --> <img src=http://example.com/x>",
    "<https://example.com> https://example.com www.example.com jo@example.com",
    "``` fence ~~~ fence",
    "&lt;b&gt; &amp; &#124; &#x7c; &copy;",
    "1. one 2) two - three * four + five > six",
    "--- *** ___ === ::: {.class} $x$ $$y$$",
    "{{ template }} {% raw %} {# note #}",
    "\x1b[31mred\x1b[0m \x07 \x00 \x9b31m \u202eright\u202c \u200bzero\ufeff \u200b \u00ad end",
    "line\u2028feed\u2029par \x0b \x0c \x85 end",
    ":smile: @someone #123 [^1] [x] \\n <br> <br/> </td></tr></table>",
    "\\",
    "\\` \\* \\[",
    "“quoted” ‘single’ \"double\" 'straight'",
    "|" * 40,
    "`" * 41,
]


def quoted(text: str) -> Document:
    """A resume in which a claimed and an uncounted skill share their line with a text."""
    document = document_of(
        "Jo Example\nWork experience\n2020 - 2024 Copywriter, Example Ltd\nPLAIN\nNOT\n"
        "Skills\nDigital marketing, content strategy, SEO\n"
    )
    # Put in afterwards, so that line feeds and the like stay inside one block.
    whole = document.text.replace("PLAIN", PLAIN.format(text)).replace(
        "NOT", f"No experience with Java {text}"
    )
    blocks, at = [], 0
    for block in document.blocks:
        line = document.text[block.span.start : block.span.end]
        line = line.replace("PLAIN", PLAIN.format(text)).replace(
            "NOT", f"No experience with Java {text}"
        )
        blocks.append(dataclasses.replace(block, span=Span(at, at + len(line))))
        at += len(line) + 1
    return dataclasses.replace(document, text=whole, blocks=tuple[Block, ...](blocks))


def rendered(analyzer: Analyzer, text: str) -> str:
    document = dataclasses.replace(
        quoted(text),
        source=f"folder/{text}.pdf".replace("/", "-"),
        warnings=(Warning("page-unreadable", f"Page 1 is damaged: {text}"),),
    )
    report = analyzer.analyze_document(document)
    return render(analyzer, report, "ai-augmented-copywriter", "machine-learning-engineer")


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_resume_changes_nothing(analyzer: Analyzer, text: str) -> None:
    harmless, hostile = rendered(analyzer, "plainly"), rendered(analyzer, text)
    assert "copywriting" in hostile, "the line is quoted"
    assert "Java" in hostile
    assert shape(hostile) == shape(harmless)
    kinds = {token.type for token in tokens(hostile)}
    assert not kinds & {"image", "html_inline", "html_block", "s_open"}
    assert own_parts(hostile) == own_parts(harmless)
    assert [tag for tag, _ in headings(hostile)] == [tag for tag, _ in headings(harmless)]
    assert [[len(row) for row in table] for table in tables(hostile)] == [
        [len(row) for row in table] for table in tables(harmless)
    ]
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\ufeff]", hostile)
    # Beyond CommonMark: what GitHub and others would make a link, a mention or HTML of.
    assert not re.search(r"(?<!\\)<(?=[a-z/!])", hostile)
    assert "http://" not in hostile and "https://" not in hostile
    assert not re.search(r"\bwww\.", hostile)


def own_parts(text: str) -> list[tuple[str, str]]:
    """The links of the table of contents and the chart: ours, and the same for every resume."""
    found = [
        (token.type, str(token.attrs.get("href", token.content)))
        for token in tokens(text)
        if token.type in ("link_open", "fence")
    ]
    assert all(href.startswith("#") for kind, href in found if kind == "link_open")
    return found


@pytest.mark.parametrize("text", HOSTILE)
def test_the_words_themselves_survive(text: str) -> None:
    """A reader sees the resume's own signs, not backslashes."""
    shown = "".join(
        token.content
        for token in tokens(f"“{escape(text)}”")
        if token.type in ("text", "text_special")
    )
    clean = re.sub("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\ufeff]", " ", text)
    assert shown == f"“{' '.join(clean.split())}”"


def test_the_terminal_is_not_steered_either(analyzer: Analyzer) -> None:
    from skillgap.cli.options import as_text
    from skillgap.reports import console, explanation

    report = analyzer.analyze_document(quoted(HOSTILE[12]))
    ranking = analyzer.ranking(report, ("ai-augmented-copywriter",))
    parts = [
        console.render_report(
            report, analyzer.taxonomy, ranking, ranking, chosen=True, verbosity=1
        ),
        explanation.render_explanation(report, analyzer.explain(report, "java"), analyzer.taxonomy),
    ]
    for part in parts:
        text = as_text(part)
        assert "red" in text
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\u200b\ufeff\u2028\u2029]", text)


def test_rich_markup_in_a_resume_stays_text(analyzer: Analyzer) -> None:
    from skillgap.cli.options import as_text
    from skillgap.reports import console

    report = analyzer.analyze_document(quoted("[red]x[/red] [link=http://e.com]y[/link] [/]"))
    ranking = analyzer.ranking(report, ("ai-augmented-copywriter",))
    text = as_text(console.render_report(report, analyzer.taxonomy, ranking, ranking, chosen=True,
                                         verbosity=1))  # fmt: skip
    assert "[red]x[/red]" in text


def test_the_table_of_contents_leads_somewhere(analyzer: Analyzer, report: GapReport) -> None:
    text = render(analyzer, report, "ai-content-creator", "ai-augmented-copywriter")
    links = [href for kind, href in own_parts(text) if kind == "link_open"]
    names = {f"#{anchor(unescaped(title))}" for _, title in headings(text)}
    assert len(links) >= 4
    assert set(links) <= names
    (chart,) = [content for kind, content in own_parts(text) if kind == "fence"]
    assert chart.startswith("xychart-beta")
    assert "AI content creator" in chart


def unescaped(title: str) -> str:
    return re.sub(r"\\(.)", r"\1", title)


def test_a_plan_is_a_part_and_a_page(analyzer: Analyzer, report: GapReport) -> None:
    role = analyzer.taxonomy.roles["ai-content-creator"]
    plan = make_plan(report.profile, analyzer.taxonomy, [role], 1.0)
    ranking = analyzer.ranking(report, (role.id,))
    text = render_report(report, analyzer.taxonomy, ranking, ranking, chosen=True, plan=plan)
    page = render_plan(plan, analyzer.taxonomy)
    for made, tag in ((text, "h2"), (page, "h1")):
        assert (tag, "What would bring AI content creator to 100%") in headings(made)
        for step in plan.steps:
            assert f"**{escape(analyzer.taxonomy.skills[step.skill_id].preferred_label)}**" in made


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="needs pandoc")
@pytest.mark.parametrize("dialect", ["gfm", "markdown", "commonmark_x"])
def test_pandoc_reads_it_the_same(dialect: str) -> None:
    """Every table is one, and the table of contents leads to headings."""
    text = (ROOT / "tests" / "golden" / "two-roles.md").read_text("utf-8")
    page = subprocess.run(
        ["pandoc", "--wrap=none", "-f", dialect, "-t", "html"],
        input=text, capture_output=True, encoding="utf-8", check=True,
    ).stdout  # fmt: skip
    anchors = re.findall(r"\]\(#([^)]+)\)", text)
    assert len(anchors) > 5
    assert [anchor for anchor in anchors if f'id="{anchor}"' not in page] == []
    assert page.count("<table") == len(re.findall(r"^\| ---", text, re.M))
