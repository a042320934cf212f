"""Date ranges in every usual form, and the months that they cover."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.dates import find_ranges, find_reversed, find_told, last_month, months_covered
from skillgap.models import DateRange, Month, Span

AS_OF = Month(2026, 11)

FORMS = [
    ("09-16 - 03-17", (2016, 9), (2017, 3)),
    ("03-16 – now", (2016, 3), None),
    ("Jan 2021 – Present", (2021, 1), None),
    ("03/2019-11/2020", (2019, 3), (2020, 11)),
    ("2018 to date", (2018, 1), None),
    ("March 2016 to still on going", (2016, 3), None),
    ("June 2019 – till today", (2019, 6), None),
    ("Since May 2018 to TILL DATE", (2018, 5), None),
    ("since June 2014 to May 2015", (2014, 6), (2015, 5)),
    ("16th Jan 2017 to till 30th Aug 2018", (2017, 1), (2018, 8)),
    ("from 2012 up to 2014", (2012, 1), (2014, 12)),
    ("Since 2023-03", (2023, 3), None),
    ("May 2019 – to present", (2019, 5), None),
    ("April-2019 to till-date", (2019, 4), None),
    ("2018 til now", (2018, 1), None),
    ("Feb 2020 > Pres.", (2020, 2), None),
    ("June 2013 thru August 2015", (2013, 6), (2015, 8)),
    ("April 1st 2019 - June 30 2020", (2019, 4), (2020, 6)),
    ("from 15-07-2016 to 30-09-2019", (2016, 7), (2019, 9)),
    ("15-Jul-2016 to 30-Sep-19", (2016, 7), (2019, 9)),
    ("July’ 16 – Sep’ 19", (2016, 7), (2019, 9)),
    ("mid-2018 to early 2020", (2018, 5), (2020, 4)),
    ("late 2016 – end of 2018", (2016, 9), (2018, 12)),
    ("Summer 2022", (2022, 6), (2022, 8)),
    ("since 2020", (2020, 1), None),
    ("2019－2021", (2019, 1), (2021, 12)),
    ("Mar - Jun 2020", (2020, 3), (2020, 6)),
    ("Sept. 2019 – Dec '20", (2019, 9), (2020, 12)),
    ("2020-03 – 2021-05", (2020, 3), (2021, 5)),
    ("06.2019 - 08.2020", (2019, 6), (2020, 8)),
    ("from May 2018 until now", (2018, 5), None),
    ("June 2015 — today", (2015, 6), None),
    ("May 2022", (2022, 5), (2022, 5)),
    ("2018-19", (2018, 1), (2019, 12)),
    ("2018–19", (2018, 1), (2019, 12)),
    ("01/21 – 03/22", (2021, 1), (2022, 3)),
    ("Q1 2021 – Q3 2022", (2021, 1), (2022, 9)),
    ("15 Jan 2021 – 3 March 2022", (2021, 1), (2022, 3)),
    ("January 5, 2021 - March 31, 2022", (2021, 1), (2022, 3)),
    ("01/02/2021 – 31/05/2022", (2021, 2), (2022, 5)),
    ("12/31/2020 – 05/31/2022", (2020, 12), (2022, 5)),
    ("2021-03-01 – 2022-05-31", (2021, 3), (2022, 5)),
    ("'19 – '21", (2019, 1), (2021, 12)),
    ("May '19 - Present", (2019, 5), None),
    ("Jan-2020 to Dec-2021", (2020, 1), (2021, 12)),
    ("Jan-20 to Dec-21", (2020, 1), (2021, 12)),
    ("09-2018 – 06-2020", (2018, 9), (2020, 6)),
    ("2021.03 ~ 2022.05", (2021, 3), (2022, 5)),
    ("from 2019 until the present day", (2019, 1), None),
    ("Spring 2021 – Fall 2021", (2021, 3), (2021, 11)),
    ("Nov – Feb 2021", (2020, 11), (2021, 2)),
    ("Mar 1998 – Jul '99", (1998, 3), (1999, 7)),
    ("SEPTEMBER 2016 – JUNE 2020", (2016, 9), (2020, 6)),
    ("Aug 2021 → Sep 2022", (2021, 8), (2022, 9)),
    ("2020/03 - 2021/04", (2020, 3), (2021, 4)),
    ("March 4, 2021", (2021, 3), (2021, 3)),
    ("4th March 2021", (2021, 3), (2021, 3)),
    ("septembre 2019 – aujourd'hui", (2019, 9), None),
    ("März 2021 bis Mai 2021", (2021, 3), (2021, 5)),
    ("giugno 2021 – oggi", (2021, 6), None),
    ("de enero de 2018 a diciembre de 2018", (2018, 1), (2018, 12)),
    ("mei 2019 t/m okt. 2020", (2019, 5), (2020, 10)),
    ("seit 03/2022", (2022, 3), None),
    ("01.2020 – heute", (2020, 1), None),
    ("Sept.2019 ~ Dez.2020", (2019, 9), (2020, 12)),
    ("FÉVR. 2019 → AOÛT 2021", (2019, 2), (2021, 8)),
    ("Sep 19 - Mar 21", (2019, 9), (2021, 3)),
    ("2019 May – 2020 June", (2019, 5), (2020, 6)),
    ("Q3 2017", (2017, 7), (2017, 9)),
    ("Q1 – Q3 2021", (2021, 1), (2021, 9)),
    ("H2 2019 – 1st half of 2021", (2019, 7), (2021, 6)),
    ("the third quarter of 2020", (2020, 7), (2020, 9)),
    ("2019/20", (2019, 9), (2020, 8)),
    ("academic years 2018/19 – 2021/22", (2018, 9), (2022, 8)),
    ("academic year 2018–19", (2018, 9), (2019, 8)),
    ("winter semester 2019/20", (2019, 10), (2020, 3)),
    ("Fall term 2020", (2020, 9), (2020, 12)),
    ("end of March 2019 – mid-June 2020", (2019, 3), (2020, 6)),
    ("from 2018 until the merger in 2021", (2018, 1), (2021, 12)),
    ("between March 2021 and June 2023", (2021, 3), (2023, 6)),
    ("from: 05/2019 to: 06/2020", (2019, 5), (2020, 6)),
    ("May 2019, left in June 2020", (2019, 5), (2020, 6)),
    ("2024 – expected 2025", (2024, 1), (2025, 12)),
    ("June 2021 (ongoing", (2021, 6), None),
    ("4 months in 2021", (2021, 1), (2021, 4)),
    ("Jun 2021 (3 months)", (2021, 6), (2021, 8)),
    ("WS 2010/11 bis SS 2016", (2010, 10), (2016, 9)),
    ("06/2021\tpresent", (2021, 6), None),
    ("03/2018\t05/2021", (2018, 3), (2021, 5)),
    ("03/2018 05/2021", (2018, 3), (2021, 5)),
    ("2012 | 2016", (2012, 1), (2016, 12)),
    ("Dec 2021/present", (2021, 12), None),
    ("2020/2 – 2023/5", (2020, 2), (2023, 5)),
    ("Janv. à févr. 2019", (2019, 1), (2019, 2)),
    ("Jul 2018/Nov 2021", (2018, 7), (2021, 11)),
    ("AY2017/18 - AY2018/19", (2017, 9), (2019, 8)),
    ("Michaelmas 2015 – Trinity 2019", (2015, 10), (2019, 6)),
    ("Lent 2021", (2021, 1), (2021, 3)),
    ("winter 2019/20", (2019, 12), (2020, 2)),
    ("FY19 – FY21", (2019, 1), (2021, 12)),
    ("FY2019-21", (2019, 1), (2021, 12)),
    ("May and June 2019", (2019, 5), (2019, 6)),
    ("Q1 & Q2 2021", (2021, 1), (2021, 6)),
    ("Spring and summer 2020", (2020, 3), (2020, 8)),
    ("06-09/2020", (2020, 6), (2020, 9)),
    ("06.–09.2020", (2020, 6), (2020, 9)),
    ("2018 (Jan–Jun)", (2018, 1), (2018, 6)),
    ("2018: Jan – Jun", (2018, 1), (2018, 6)),
    ("2018 (May)", (2018, 5), (2018, 5)),
    ("May 2018, six months", (2018, 5), (2018, 10)),
    ("1H 2019", (2019, 1), (2019, 6)),
    ("3Q19", (2019, 7), (2019, 9)),
    ("2Q 2020 – 4Q 2021", (2020, 4), (2021, 12)),
    ("Jan '13 to mid '16", (2013, 1), (2016, 8)),
    ("since Easter 2020", (2020, 4), None),
    ("VII.2020 – dato", (2020, 7), None),
    ("IX 2021 – V.2022", (2021, 9), (2022, 5)),
    ("Q2+Q3 2014", (2014, 4), (2014, 9)),
    ("2012 – c. 2015", (2012, 1), (2015, 12)),
    ("2010/11 to 2012/13", (2010, 9), (2013, 8)),
    ("2010/11 to 03/2013", (2010, 11), (2013, 3)),
]

LISTS = [
    ("Summers '16 & '17", [((2016, 6), (2016, 8)), ((2017, 6), (2017, 8))]),
    ("Summers 2010 and 2011", [((2010, 6), (2010, 8)), ((2011, 6), (2011, 8))]),
    ("Lent 2021, 2022", [((2021, 1), (2021, 3)), ((2022, 1), (2022, 3))]),
    ("Lent 2021, Lent 2022", [((2021, 1), (2021, 3)), ((2022, 1), (2022, 3))]),
    ("Summers 2014–16", [((year, 6), (year, 8)) for year in (2014, 2015, 2016)]),
    ("Summer 2014, 2015 and 2016", [((year, 6), (year, 8)) for year in (2014, 2015, 2016)]),
    ("Summer 2019 & spring 2020", [((2019, 6), (2019, 8)), ((2020, 3), (2020, 5))]),
    ("Summer 2019, 14 clients", [((2019, 6), (2019, 8))]),
    ("March and September 2019", [((2019, 9), (2019, 9))]),
]


@pytest.mark.parametrize(("text", "ranges"), LISTS)
def test_dates_that_share_a_name(
    text: str, ranges: list[tuple[tuple[int, int], tuple[int, int]]]
) -> None:
    found = find_ranges(f"Guide, Acme, {text}")
    assert [(f.start, f.end) for f in found] == [(Month(*a), Month(*b)) for a, b in ranges]


TOLD = [
    ("I joined Acme in May 2019 and stayed until March 2023.", (2019, 5), (2023, 3)),
    ("In April 2023 I moved to Beta, where I still am.", (2023, 4), None),
    ("Started at Acme in 2015, left the firm in 2017.", (2015, 1), (2017, 12)),
]


@pytest.mark.parametrize(("text", "start", "end"), TOLD)
def test_ranges_told_in_sentences(
    text: str, start: tuple[int, int], end: tuple[int, int] | None
) -> None:
    (found,) = find_told(text)
    assert (found.start, found.end) == (Month(*start), Month(*end) if end else None)


@pytest.mark.parametrize("text", ["In May 2019 we moved to Leeds.", "Started in 2015 with Go."])
def test_a_beginning_without_an_end_is_no_range(text: str) -> None:
    assert list(find_told(text)) == []


AT_THE_END = [
    ("Engineer, Acme (2021 –)", (2021, 1)),
    ("Engineer, Acme, Mar 2022 –", (2022, 3)),
    ("2019 -\tEngineer", (2019, 1)),
    ("Mar 26 –\tEngineer", (2026, 3)),
    ("Present - Jan 2020\tEngineer", (2020, 1)),
    ("11/2019 –\tEngineer", (2019, 11)),
    ("now 2022\tEngineer", (2022, 1)),
    ("02/2021\tdate\tAcme", (2021, 2)),
]


@pytest.mark.parametrize(("text", "start"), AT_THE_END)
def test_an_open_end(text: str, start: tuple[int, int]) -> None:
    (found,) = find_ranges(text)
    assert (found.start, found.end) == (Month(*start), None)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [("Acme, Jan 2021 – Mar 2020", "Jan 2021 – Mar 2020"), ("2021 – 2019", "2021 – 2019")],
)
def test_an_end_before_its_start_is_reported(text: str, quoted: str) -> None:
    assert find_ranges(text) == ()
    (span,) = find_reversed(text)
    assert text[span.start : span.end] == quoted


def test_two_years_in_a_cell_of_their_own() -> None:
    (found,) = find_ranges("2021 2018\tEngineer, Acme")
    assert (found.start, found.end) == (Month(2018, 1), Month(2021, 12))
    assert find_ranges("Prizes of 2021 2018 and others") == ()
    (found,) = find_ranges("Algebra II\t2014 – 2017")
    assert found.start == Month(2014, 1)


def test_a_front_end_is_no_end_of_a_year() -> None:
    (found,) = find_ranges("Front-end 2018 – 2020")
    assert found.start == Month(2018, 1)


@pytest.mark.parametrize("text", ["2021-07", "since 2019-03, Acme", "2017-06 + 2019-02", "2009-10"])
def test_a_month_is_no_reversed_range(text: str) -> None:
    assert find_reversed(text) == ()


@pytest.mark.parametrize(("text", "start", "end"), FORMS)
def test_forms(text: str, start: tuple[int, int], end: tuple[int, int] | None) -> None:
    (found,) = find_ranges(f"Engineer, Acme, {text}, Berlin")
    assert found.start == Month(*start)
    assert found.end == (Month(*end) if end else None)
    quoted = f"Engineer, Acme, {text}, Berlin"[found.span.start : found.span.end]
    assert quoted in text or text in quoted


@pytest.mark.parametrize(
    "text",
    [
        "20190101",
        "2021",
        "room 2020/b",
        "3.2 million",
        "2021 – 2019",
        "ISO 27001",
        "C++17",
        "555-0142",
        "+1 555 010 2020",
        "ISO 9001-2015",
        "10-20 people",
        "24/7",
        "3-4 weeks",
        "2020",
        "Python 3.10 - 3.12",
        "1/2",
        "grade 12-13",
        "EN 2014-10",
        "9-5",
        "between 5 and 10",
        "until June 2020",
        "valid to May 2027",
        "rolled out 2019",
        "may 20 people",
        "12/2019/7",
        "2010s",
        "Hilary Clark, 2019",
        "revenue of FY20",
        "taken in 2017 and 2018",
        "Trinity College",
        "Mar 26 – see below",
        "2018 (maybe)",
        "06-09/20201",
        "1h 30",
        "Vol. IX 2021",
        "Algebra II 2014",
        "the present 2019",
        "12-14 May",
    ],
)
def test_what_is_no_range(text: str) -> None:
    assert find_ranges(text) == ()


def test_overlaps_count_once_and_the_future_not_at_all() -> None:
    a = DateRange(Span(0, 1), Month(2026, 1), Month(2026, 6))
    b = DateRange(Span(2, 3), Month(2026, 4), None)
    c = DateRange(Span(4, 5), Month(2026, 10), Month(2030, 1))
    assert months_covered([a], AS_OF) == 6
    assert months_covered([a, b, c], AS_OF) == 11
    assert last_month([a, c], AS_OF) == AS_OF
    assert last_month([], AS_OF) is None


@given(st.lists(st.tuples(st.integers(0, 300), st.integers(0, 60)), max_size=6))
def test_months_are_those_of_the_union(parts: list[tuple[int, int]]) -> None:
    def month(index: int) -> Month:
        return Month(1990 + index // 12, index % 12 + 1)

    ranges = [DateRange(Span(0, 1), month(s), month(s + n)) for s, n in parts]
    expected = {i for s, n in parts for i in range(s, s + n + 1)}
    assert months_covered(ranges, Month(2100, 1)) == len(expected)


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    for found in find_ranges(text):
        assert 0 <= found.span.start < found.span.end <= len(text)
        assert found.end is None or found.start <= found.end
