"""LaTeX as people publish their resumes in it: classes for resumes, and commands of one's own."""

from __future__ import annotations

import pytest

from skillgap import Analyzer
from skillgap.errors import UnreadableError
from skillgap.models import BlockKind, Document
from skillgap.readers import read_bytes

START = r"\begin{document}" + "\n"


def page(text: str, head: str = r"\documentclass{article}") -> Document:
    return read_bytes(f"{head}\n{START}{text}\n\\end{{document}}\n".encode(), "cv.tex")


def lines(text: str, head: str = r"\documentclass{article}") -> list[str]:
    return page(text, head).text.split("\n")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (r"50\% of R\&D in C\# % not this", ["50% of R&D in C#"]),
        (r"Caf\'e na\"{\i}ve, Sm\o rrebr\o d, 2010--2012", ["Café naïve, Smørrebrød, 2010–2012"]),
        (r"{\bf Bold}, \textit{\small slanted}, $k$-means~one", ["Bold, slanted, k-means one"]),
        ("one line\nof text\n\nanother \\\\ third", ["one line of text", "another", "third"]),
        (r"\textbf{Analyst} \hfill 2019 -- 2021", ["Analyst\t2019 – 2021"]),
        (r"\href{https://example.com}{Page}\vspace{2pt}\\[3pt] \color{red} Red", ["Page", "Red"]),
        (r"\cvsection{Skills}\cvtag{Python}\cvtag{C++}", ["Skills", "Python", "C++"]),
        (r"\cvskill{English}{5}\cvitem{Tools}{Git, Jira}", ["English", "Tools: Git, Jira"]),
        (r"\begin{itemize}\itemsep -3pt {} \item A \item[B] C\end{itemize}", ["A", "B C"]),
        (r"\iffalse Perl \fi Python", ["Python"]),
        (r"\begin{rSection}{Education} {\em MSc}, Home\end{rSection}", ["Education", "MSc, Home"]),
        (r"\faPhone\ 555 0142 \faIcon{envelope} a@example.com", ["555 0142 a@example.com"]),
        (r"\begin{tabular}{@{} l @{\hspace{6ex}} l} Tools & Git \\ Other & SQL \end{tabular}",
         ["Tools\tGit", "Other\tSQL"]),
    ],
)  # fmt: skip
def test_what_the_page_shows(text: str, shown: list[str]) -> None:
    assert lines(text) == shown


def test_entries_of_classes_for_resumes() -> None:
    items = r"{\begin{itemize}\item Wrote loaders in Scala.\end{itemize}}"
    moderncv = rf"\cventry{{2019--2021}}{{Analyst}}{{Telvora}}{{Brno}}{{}}{items}"
    awesome = "\\cventry\n {Analyst} % title\n {Telvora}\n {Brno}\n {2019 -- 2021}\n " + items
    altacv = r"\cvevent{Analyst}{Telvora}{2019 -- 2021}{Brno}" + items
    nested = r"\begin{rSubsection}{Analyst}{2019 -- 2021}{Telvora}{Brno}" + items
    for text in (moderncv, awesome, altacv, nested):
        assert lines(text)[0].replace(" – ", "–") == "Analyst, Telvora, Brno\t2019–2021", text
        assert lines(text)[1] == "Wrote loaders in Scala."


def test_commands_of_ones_own_are_expanded() -> None:
    head = (
        r"\documentclass{article}\newcommand{\job}[3]{\item \begin{tabular*}{\w}{l@{\e}r}"
        r"\textbf{#1} & {\small#2} \\ \end{tabular*} \tools{#3}}"
        r"\newcommand\tools[1]{\emph{Tools: #1}}\def\me{Ana Lima}\newcommand{\off}[1]{}"
        r"\newcommand{\loop}{\loop}"
    )
    found = page(r"\me\\ \job{Analyst}{2019}{Scala, \me}\off{Perl} \loop", head)
    assert found.text.split("\n") == ["Ana Lima", "Analyst\t2019", "Tools: Scala, Ana Lima"]
    assert all(block.kind is not BlockKind.BULLET for block in found.blocks)


def test_the_name_stands_before_the_text_begins() -> None:
    head = r"""\documentclass{moderncv}
\name{Ana}{Lima}\title{Analyst}\email{ana@example.com}\phone[mobile]{+1~555~0142}
\newcommand{\address}[1]{#1}"""
    assert lines(r"\section{Skills} SQL", head)[:4] == [
        "Ana Lima",
        "Analyst",
        "ana@example.com",
        "+1 555 0142",
    ]


def test_sections_and_months() -> None:
    text = r"""\section{Experience}
\cventry{Jan 2020 -- Dec 2021}{Analyst}{Telvora}{Brno}{}{Wrote loaders in Scala. % in Perl
}
\section{Interests}
Chess"""
    report = Analyzer().analyze_document(page(text))
    assert [section.title for section in report.sections] == ["Experience", "Interests"]
    months = {entry.skill_id: entry.months for entry in report.profile.entries}
    assert months["scala"] == 24
    assert "perl" not in months


def test_a_part_of_a_resume_is_known_by_its_name() -> None:
    part = rb"\cvsection{Skills}" + b"\n" + rb"\cvskill{Languages}{Python}"
    assert read_bytes(part, "skills.tex").format == "latex"
    assert read_bytes(b"I write LaTeX: \\section and all.", "cv.txt").format == "text"


@pytest.mark.parametrize(
    "text",
    [
        r"\newcommand{\a}[1]{#1#1#1#1}" + START + r"\a{" * 40 + "x" + "}" * 40,
        START + r"\a{" * 60_000,
        START + r"\newcommand\a{" * 20_000,
        START + r"\iffalse" * 30_000,
        START + r"\a" + " " * 200_000 + r"\begin{comment}" * 5_000,
        START + "\\",
    ],
)
def test_hostile_commands_end(text: str) -> None:
    try:
        read_bytes(text.encode(), "cv.tex")
    except UnreadableError as error:
        assert error.code in ("limit", "empty")  # noqa: PT017
