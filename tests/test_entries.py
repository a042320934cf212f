"""Entries: which dates belong to which text, in lists, tables, letters."""

from __future__ import annotations

import pytest
from documents import document_of

from skillgap.entries import find_entries
from skillgap.readers import read_bytes
from skillgap.sections import find_sections

LONG = (
    "and then a good many other things that filled the days and some nights of a long working life"
)

CASES = [
    ("a title line",
     "WORK\nEngineer, Acme, 2020 - 2021\n- Wrote Python\nClerk, Beta, 2018 - 2019\n- Filed",
     ["Engineer, Acme, 2020 - 2021\nWrote Python\n", "Clerk, Beta, 2018 - 2019\nFiled"]),
    ("a heading with an aside", "PROJECTS (selection)\nPort, Jan 2020 - Mar 2021\n- Kafka",
     ["Port, Jan 2020 - Mar 2021\nKafka"]),
    ("a letter without headings",
     f"From May 2017 to August 2020 I was a writer {LONG} {LONG}.",
     [f"From May 2017 to August 2020 I was a writer {LONG} {LONG}."]),
    ("two jobs in one paragraph",
     f"From May 2017 to June 2018 I wrote {LONG}. From July 2018 to May 2020 I edited {LONG}.",
     [f"From May 2017 to June 2018 I wrote {LONG}. ",
      f"From July 2018 to May 2020 I edited {LONG}."]),
    ("since, in a letter", f"Since May 2019 I have been a baker {LONG} {LONG}.",
     [f"Since May 2019 I have been a baker {LONG} {LONG}."]),
    ("a year of a company is no job", f"Acme, founded in 2001, makes paper {LONG} {LONG}.", []),
    ("list items without a title",
     f"PROJECTS\n- Churn model (Jan - Apr 2025): {LONG}, and all of it for nothing",
     [f"Churn model (Jan - Apr 2025): {LONG}, and all of it for nothing"]),
    ("lines without bullets tell of the job above them",
     "WORK\n2021 - 2022 Engineer, Acme\nPython services\nKafka\n2019 - 2020 Clerk, Beta\nFiling",
     ["2021 - 2022 Engineer, Acme\nPython services\nKafka\n", "2019 - 2020 Clerk, Beta\nFiling"]),
    ("as many title lines as the first entry has",
     "WORK\nAcme\nEngineer, 2021 - 2022\nPython services\nBeta\nClerk, 2019 - 2020\nFiling",
     ["Acme\nEngineer, 2021 - 2022\nPython services\n", "Beta\nClerk, 2019 - 2020\nFiling"]),
    ("since, in a list item of a job",
     "WORK\nEngineer, Acme, 2018 - 2022\n- Lead since 2020\n- Kafka",
     ["Engineer, Acme, 2018 - 2022\nLead since 2020\nKafka"]),
    ("what a project was done with",
     "PROJECTS\nBot, Jan 2020 - May 2020\nTechnology: Rasa\nPort, Jan 2021 - May 2021\nTools: Go",
     ["Bot, Jan 2020 - May 2020\nTechnology: Rasa\n", "Port, Jan 2021 - May 2021\nTools: Go"]),
    ("a label within a job",
     "WORK\nEngineer, Acme, 2018 - 2022\n- Kafka\n\nRecent assignments:\n- Bank: Python",
     ["Engineer, Acme, 2018 - 2022\nKafka\nRecent assignments:\nBank: Python"]),
    ("a job's year before its title",
     "WORK\n2007 Acme, tester\n- Wrote Python\n2009: Beta, developer\n- Wrote Go",
     ["2007 Acme, tester\nWrote Python\n", "2009: Beta, developer\nWrote Go"]),
    ("a year alone among years that begin lines",
     "WORK\n2019 - 2021 Acme, clerk\nPython\n2018 Beta, clerk\nJava\n2015 - 2017 Gamma\nSQL",
     ["2019 - 2021 Acme, clerk\nPython\n", "2018 Beta, clerk\nJava\n",
      "2015 - 2017 Gamma\nSQL"]),
    ("a year that begins a line of a dated job is none of its own",
     "WORK\nEngineer, Acme, 2018 - 2022\nPython services\n2020 Award for the best code\nKafka",
     ["Engineer, Acme, 2018 - 2022\nPython services\n2020 Award for the best code\nKafka"]),
    ("a year alone dates a project",
     "PROJECTS\nTrees (2018 - 2019): QGIS\nGulls, 2017: OpenCV\nMoors | 2016 | GIS\n2015: Perl",
     ["Trees (2018 - 2019): QGIS\n", "Gulls, 2017: OpenCV\n", "Moors | 2016 | GIS\n",
      "2015: Perl"]),
    ("a year alone behind a project",
     "PROJECTS\nHeron map, 2022\nDrawn in Vue\nOyster counter, Jan 2019 - May 2019\nOpenCV",
     ["Heron map, 2022\nDrawn in Vue\n", "Oyster counter, Jan 2019 - May 2019\nOpenCV"]),
    ("a day dates a project", "PROJECTS\nBot\nMay 4, 2021\nRasa", ["Bot\nMay 4, 2021\nRasa"]),
    ("dates, a colon and a long list item",
     f"EDUCATION\n- May 2017 - June 2020: Acme {LONG} {LONG}\n- July 2020 - May 2022: Beta",
     [f"May 2017 - June 2020: Acme {LONG} {LONG}\n", "July 2020 - May 2022: Beta"]),
    ("a year alone ends the entry before",
     "EDUCATION\nMSc, Acme, 2018 - 2020\nCertificate, 2015\nKnots",
     ["MSc, Acme, 2018 - 2020\n"]),
    ("several ranges of one job",
     "WORK\nClerk, Acme\nNov 2019 - Jan 2020, Nov 2020 - Jan 2021\nFiled",
     ["Clerk, Acme\nNov 2019 - Jan 2020, Nov 2020 - Jan 2021\nFiled"] * 2),
    ("dates that go on in the next line", "WORK\nMay 2019 -\nJune 2020\nClerk, Acme\n- Filed",
     ["May 2019 -\nJune 2020\nClerk, Acme\nFiled"]),
    ("dates whose end stands below", "WORK\nMay 2019\nto June 2020\nClerk, Acme\n- Filed",
     ["May 2019\nto June 2020\nClerk, Acme\nFiled"]),
    ("a year and a dash before a project", "PROJECTS\n2023 – an alarm in Rust\n2022 – a map in Vue",
     ["2023 – an alarm in Rust\n", "2022 – a map in Vue"]),
    ("an end told apart", f"PAST\nI joined Acme in May 2019, {LONG}, and stayed until March 2020.",
     [f"I joined Acme in May 2019, {LONG}, and stayed until March 2020."]),
    ("since, behind a post", f"WORK\nClerk at Acme, since May 2019. Accounts, and files, {LONG}.",
     [f"Clerk at Acme, since May 2019. Accounts, and files, {LONG}."]),
    ("parts of a job that its items date",
     "WORK\nTrader, 2019 - 2023\n- Bank (Apr - Dec 2022): Django\n- Mill (2020 - 2021): Go\n- Tax",
     ["Trader, 2019 - 2023\nBank (Apr - Dec 2022): Django\nMill (2020 - 2021): Go\nTax",
      "Bank (Apr - Dec 2022): Django", "Mill (2020 - 2021): Go"]),
    ("parts of a job with items of their own",
     "WORK\nFreelancer, 2019 - 2023\n- Bank, 2019 - 2020\n- Django\n- Mill, 2021 - 2022\n- Go",
     ["Freelancer, 2019 - 2023\nBank, 2019 - 2020\nDjango\nMill, 2021 - 2022\nGo",
      "Bank, 2019 - 2020\nDjango\n", "Mill, 2021 - 2022\nGo"]),
    ("items with dates and what was done in them",
     "WORK\nFreelancer, 2018 - 2023\n- Bank (Apr - Dec 2022) – moved to Django\n- Mill (2019): Go\n"
     "- Tax (since 05/2021) – Rust\n- Site, 2019-20: Vue\n- Won the prize of 2020: Java",
     ["Freelancer, 2018 - 2023\nBank (Apr - Dec 2022) – moved to Django\nMill (2019): Go\n"
      "Tax (since 05/2021) – Rust\nSite, 2019-20: Vue\nWon the prize of 2020: Java",
      "Bank (Apr - Dec 2022) – moved to Django", "Mill (2019): Go", "Tax (since 05/2021) – Rust",
      "Site, 2019-20: Vue"]),
    ("years of achievements are no parts of a job",
     "WORK\nClerk, Acme, 2015 - 2022\n- Rebuilt the model (2019): Perl\n- Prize, 2021\n- C (2020)",
     ["Clerk, Acme, 2015 - 2022\nRebuilt the model (2019): Perl\nPrize, 2021\nC (2020)"]),
    ("an employer's open range above the jobs",
     "WORK\nAcme\t2017 →\nHead\tNov 2022 → now\n- Python\nClerk\tFeb 2020 → Oct 2022\n- Java",
     ["Acme\t2017 →\n", "Head\tNov 2022 → now\nPython\n", "Clerk\tFeb 2020 → Oct 2022\nJava"]),
    ("since when, behind a job's dates",
     "WORK\n[2003-2009] Rifles. Radios, from 2007 the servers.\n[2010 - 2012] Acme: Python",
     ["[2003-2009] Rifles. Radios, from 2007 the servers.\n", "[2010 - 2012] Acme: Python"]),
    ("the year of another study ends the one before",
     "EDUCATION\n2009-2010: Diploma, Acme\nC++\n2017 Evening course in Tableau",
     ["2009-2010: Diploma, Acme\nC++\n"]),
    ("dates told apart behind dates with both ends",
     f"From May 2012 to June 2016 I mixed paint {LONG}. In July 2016 I moved to Acme and stayed"
     f" until March 2021; there I wrote Python {LONG}.",
     [f"From May 2012 to June 2016 I mixed paint {LONG}. ",
      f"In July 2016 I moved to Acme and stayed until March 2021; there I wrote Python {LONG}."]),
    ("a cell that ends in a year ends the job before",
     "WORK\nJan 2018 - Apr 2023\tClerk, Acme\nPython\nTerms 1 and 2, 2017\tTutor, Beta\nJava",
     ["Jan 2018 - Apr 2023\tClerk, Acme\nPython\n"]),
    ("fellowships from when to when",
     "AWARDS\n- Fellow of Acme (July 2022 – June 2023): R\n- Prize, May 2019: C\n- Medal, 2018: Go",
     ["Fellow of Acme (July 2022 – June 2023): R"]),
    ("a year alone behind a title, as other dates stand",
     "WORK\nClerk, Acme, 2019 - 2021\nPython\nTester, Beta, 2018\nJava",
     ["Clerk, Acme, 2019 - 2021\nPython\n", "Tester, Beta, 2018\nJava"]),
    ("a year that a sentence ends with",
     "WORK\nClerk, Acme, 2018 - 2022\nMoved all accounts to Python in 2020\nKafka",
     ["Clerk, Acme, 2018 - 2022\nMoved all accounts to Python in 2020\nKafka"]),
    ("several years alone behind a title",
     "WORK\nClerk, Acme, 2019 - 2021\nPython\nTester, Beta, 2016 and 2018\nJava",
     ["Clerk, Acme, 2019 - 2021\nPython\n"] + ["Tester, Beta, 2016 and 2018\nJava"] * 2),
    ("several years alone before a title",
     "WORK\n2020 - 2021 Clerk, Acme\nPython\n2017 & 2018 Tester, Beta\nJava",
     ["2020 - 2021 Clerk, Acme\nPython\n"] + ["2017 & 2018 Tester, Beta\nJava"] * 2),
    ("a business year before a title",
     "WORK\n2021 - 2022 Clerk, Acme\nPython\nFY20 Tester, Beta\nJava",
     ["2021 - 2022 Clerk, Acme\nPython\n", "FY20 Tester, Beta\nJava"]),
    ("a short story under a heading",
     f"PAST\nFrom 2018 until the merger in 2021 I worked at Acme, where {LONG}.",
     [f"From 2018 until the merger in 2021 I worked at Acme, where {LONG}."]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "entries"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_entries(text: str, entries: list[str]) -> None:
    document = document_of(text)
    found = find_entries(document, find_sections(document))
    assert [document.text[e.span.start : e.span.end] for e in found] == entries


def test_titles_that_begin_with_a_heading() -> None:
    text = """# Ada Example

## Education

### MSc Statistics
University of Acme

2016 - 2017

Stan and MATLAB

### BSc Mathematics

2011 - 2015

Maple
"""
    document = read_bytes(text.encode(), "resume.md")
    entries = find_entries(document, find_sections(document))
    assert [document.text[e.span.start : e.span.end] for e in entries] == [
        "MSc Statistics\nUniversity of Acme\n2016 - 2017\nStan and MATLAB\n",
        "BSc Mathematics\n2011 - 2015\nMaple",
    ]
