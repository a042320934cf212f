"""The HTML report in a real browser: it looks after itself, works by keyboard, and is inert.

Chromium is the system's (`apt install chromium`), driven by Playwright; without it these tests
skip. `.ci/run` installs it.
"""

from __future__ import annotations

import dataclasses
import http.server
import os
import re
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from documents import document_of
from pages import HOSTILE, render

from skillgap import Analyzer, GapReport
from skillgap.batch.analyze_one import analyze_one
from skillgap.batch.answers import team
from skillgap.batch.jobs import Input, Settings, failed
from skillgap.batch.names import shown
from skillgap.batch.page import render_batch_page, render_team_page
from skillgap.batch.store import Store
from skillgap.models import Warning
from skillgap.reports.html import render_page
from skillgap.reports.html.comparison import render_comparison_page

sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here")

# The focused element, or the label around it, has an outline of two pixels or more.
FOCUS_IS_SEEN = """() => {
  const seen = (element) => {
    const style = getComputedStyle(element);
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  };
  const element = document.activeElement;
  return seen(element) || seen(element.closest(".chip") || element);
}"""
# Contrast of the signs, of a button's edge, and of heat cells, by the formula of WCAG 2.
RATIOS = """() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const linear = (v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  const light = (color) => {
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((v) => linear(v / 255));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (one, two) => {
    const [a, b] = [light(one), light(two)].sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05);
  };
  const paper = getComputedStyle(document.body).backgroundColor;
  const button = getComputedStyle(document.querySelector(".theme"));
  const found = { edge: ratio(button.borderTopColor, paper) };
  const probe = document.createElement("i");
  document.body.append(probe);
  for (const name of ["shown", "implied", "none", "apart"]) {
    probe.className = `sign-${name}`;
    found[name] = ratio(getComputedStyle(probe).color, paper);
  }
  for (const cell of document.querySelectorAll(".heat")) {
    const { color, backgroundColor } = getComputedStyle(cell);
    const clear = backgroundColor === "rgba(0, 0, 0, 0)";
    found[cell.className] = ratio(color, clear ? paper : backgroundColor);
  }
  return found;
}"""

DESK, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
SAMPLE = "maya-lindqvist-ml-engineer"
THEMES = ("light", "dark")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        # Root has no sandbox to give; what is opened are our own files.
        root = hasattr(os, "getuid") and os.getuid() == 0
        arguments = ["--disable-dev-shm-usage", *(["--no-sandbox"] if root else [])]
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def files(
    analyzer: Analyzer, reports: dict[str, GapReport], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Path]:
    """Pages on the disk, as people open them."""
    folder = tmp_path_factory.mktemp("pages")
    hostile = analyzer.analyze_document(
        dataclasses.replace(
            document_of(
                "Jo Example\nWork experience\n2020 - 2024 Copywriter, Example Ltd\n"
                + "".join(f"• Wrote the copywriting for a shop {text}\n" for text in HOSTILE)
                + "".join(f"• No experience with Java {text}\n" for text in HOSTILE)
                + "• javascript:window.broken=1 <a href='javascript:window.broken=1'>x</a>\n"
            ),
            source=f"{HOSTILE[0]}.pdf",
            warnings=tuple(Warning("page-unreadable", text) for text in HOSTILE),
        )
    )
    chef = "bruno-castellano-chef"
    roles = ("machine-learning-engineer", "data-scientist", "generative-ai-engineer")
    made = {
        "one": render(analyzer, reports[SAMPLE]),
        "roles": render(analyzer, reports[SAMPLE], *roles),
        "far": render(analyzer, reports[chef]),
        "hostile": render(analyzer, hostile, "ai-augmented-copywriter", "data-scientist"),
        "base": render_page("base.html.j2", taxonomy=analyzer.taxonomy, as_of="2026-11-01"),
    }
    made |= batch_pages(analyzer)
    before = reports[SAMPLE]
    compared = analyzer.compare(before, hostile, roles[:2])
    made["compare"] = render_comparison_page(compared, before, hostile, analyzer.taxonomy)
    for name, text in made.items():
        (folder / f"{name}.html").write_text(text, "utf-8")
    return {name: folder / f"{name}.html" for name in made}


def batch_pages(analyzer: Analyzer) -> dict[str, str]:
    """The pages of a batch and of a team; names, reasons and warnings are hostile."""
    taxonomy = analyzer.taxonomy
    with Store(None) as store:
        settings = Settings("2026-11-01", taxonomy_sha256=taxonomy.sha256, ocr="never")
        store.begin(settings, taxonomy)
        for number, text in enumerate(HOSTILE):
            source = shown(f"resumes/{text}.txt")
            resume = f"Jo Example\n\nSkills\n\nPython, SQL\n\nNumber {number // 2}\n" + "Tea. " * 80
            record = analyze_one(source, f"{resume}{' ' * number}".encode(), settings)
            assert record.report
            store.add(Input(source), record)
            store.add(Input(f"{source}!"), failed(f"{source}!", "damaged", shown(text)))
        roles = ("machine-learning-engineer", "data-scientist")
        return {
            "batch": render_batch_page(store, taxonomy, roles),
            "team": render_team_page(store, taxonomy, team(store, taxonomy.roles[roles[1]])),
        }


@pytest.fixture
def elsewhere() -> Iterator[tuple[str, list[str]]]:
    """A server on this machine: its address, and the paths that somebody asked it for."""
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", asked
        server.shutdown()
        thread.join()


@dataclasses.dataclass(frozen=True, slots=True)
class Visit:
    """An open page, and what it asked for and complained of since it was opened."""

    page: Any
    requests: list[str]
    complaints: list[str]


@pytest.fixture
def visit(browser: Any, files: dict[str, Path]) -> Iterator[Any]:
    contexts = []

    def open_(name: str, size: dict[str, int] = DESK, **options: Any) -> Visit:
        context = browser.new_context(viewport=size, **options)
        contexts.append(context)
        page = context.new_page()
        seen = Visit(page, [], [])
        context.on("request", lambda request: seen.requests.append(request.url))
        page.on("console", lambda message: seen.complaints.append(message.text))
        page.on("pageerror", lambda error: seen.complaints.append(str(error)))
        page.on("dialog", lambda dialog: seen.complaints.append(dialog.message))
        page.goto(files[name].as_uri())
        return seen

    yield open_
    for context in contexts:
        context.close()


def visible(page: Any, selector: str) -> int:
    """How many elements of a kind are seen."""
    return int(page.locator(selector).filter(visible=True).count())


# Looks


@pytest.mark.parametrize("name", ["one", "roles", "far", "hostile", "batch", "team", "compare"])
@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_it_opens_without_a_request_or_a_complaint(
    visit: Any, files: dict[str, Path], name: str, size: dict[str, int]
) -> None:
    seen = visit(name, size)
    seen.page.mouse.wheel(0, 20_000)
    seen.page.wait_for_timeout(50)
    assert seen.requests == [files[name].as_uri()]
    assert seen.complaints == []
    assert seen.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert seen.page.locator("h1").is_visible()


def test_the_policy_holds_even_if_something_gets_in(
    visit: Any, elsewhere: tuple[str, list[str]]
) -> None:
    """What would run or load, were it let in, does neither."""
    url, asked = elsewhere
    seen = visit("one")
    seen.page.evaluate(
        """(url) => {
          const add = (name, set) => {
            document.body.append(Object.assign(document.createElement(name), set));
          };
          add("script", { textContent: "window.broken = 1" });
          add("script", { src: `${url}/script` });
          add("img", { src: `${url}/image` });
          add("iframe", { src: `${url}/frame` });
          add("style", { textContent: "body { display: none }" });
          add("link", { rel: "stylesheet", href: `${url}/style` });
          document.body.setAttribute("onclick", "window.broken = 1");
          document.body.setAttribute("style", "opacity: 0");
          fetch(`${url}/fetch`).catch(() => 0);
        }""",
        url,
    )
    seen.page.locator("h1").click()
    seen.page.wait_for_timeout(200)
    refused = [words for words in seen.complaints if "Content Security Policy" in words]
    assert len(refused) >= 9
    assert asked == []
    assert seen.page.evaluate("window.broken") is None
    assert seen.page.evaluate("getComputedStyle(document.body).opacity") == "1"
    assert seen.page.locator("h1").is_visible()
    seen.page.goto(f"{url}/there")
    assert asked[0] == "/there", "the server would have noticed"


def test_a_hostile_resume_is_inert(visit: Any) -> None:
    seen = visit("hostile")
    page = seen.page
    for link in page.locator(".sheet a").all():
        link.click()
    for summary in page.locator("summary").all():
        summary.click()
    page.mouse.move(200, 300)
    assert page.evaluate("window.broken") is None
    assert page.locator("main script, main img, main iframe, aside script, h1 script").count() == 0
    assert page.evaluate("[...document.links].every((a) => a.protocol === 'file:' && a.hash)")
    assert "<script>window.broken = 1</script>" in page.locator(".sheet").inner_text()
    assert len(seen.requests) == 1 and seen.complaints == []


@pytest.mark.parametrize("name", ["batch", "team"])
def test_hostile_names_of_files_are_inert(visit: Any, name: str) -> None:
    seen = visit(name)
    page = seen.page
    page.keyboard.press("Tab")
    page.mouse.move(300, 500)
    assert page.evaluate("window.broken") is None
    assert page.locator("main script, main img, main iframe, main a, h1 *").count() == 0
    assert "<script>window.broken = 1</script>" in page.locator("main").inner_text()
    assert page.locator("section tbody tr").count() > len(HOSTILE) // 2
    assert len(seen.requests) == 1
    assert seen.complaints == []


@pytest.mark.parametrize("name", ["batch", "team", "compare"])
def test_the_parts_of_a_page_can_be_jumped_to(visit: Any, name: str) -> None:
    page = visit(name).page
    targets = page.evaluate("[...document.querySelectorAll('nav a')].map((a) => a.hash)")
    assert len(targets) >= 2
    found = page.evaluate("[...document.querySelectorAll('main > section')].map((s) => '#' + s.id)")
    assert targets == found


def test_names_over_a_heat_map_leave_room_for_it(visit: Any) -> None:
    page = visit("batch").page
    for cell in page.locator(".people thead th:not(:first-child)").all():
        box = cell.bounding_box()
        assert box["width"] < 90
        assert box["height"] < 300
    legend = page.locator(".legend").first.inner_text()
    assert "shown" in legend and "no evidence found" in legend


def test_text_and_report_stand_side_by_side_where_there_is_room(visit: Any) -> None:
    wide, narrow = visit("one").page, visit("one", PHONE).page
    boxes = [page.locator(part).bounding_box() for page in (wide, narrow)
             for part in ("main", "aside")]  # fmt: skip
    assert boxes[0]["x"] + boxes[0]["width"] < boxes[1]["x"]
    assert boxes[2]["y"] + boxes[2]["height"] <= boxes[3]["y"] + 1
    assert boxes[2]["width"] > 300


# Use


def test_status_filters(visit: Any) -> None:
    page = visit("one").page
    rows = {status: visible(page, f".row[data-status={status}]")
            for status in ("shown", "implied", "none", "apart")}  # fmt: skip
    assert all(rows.values()), rows
    page.get_by_role("checkbox", name="no evidence found").uncheck()
    assert visible(page, "[data-status=none]") == 0
    assert visible(page, ".row[data-status=shown]") == rows["shown"]
    page.get_by_role("checkbox", name="not counted").uncheck()
    assert not page.locator("#apart").is_visible(), "an empty part goes with its rows"
    assert re.fullmatch(r"\d+ of \d+ rows", page.locator("output").inner_text())
    page.get_by_role("checkbox", name="no evidence found").check()
    page.get_by_role("checkbox", name="not counted").check()
    assert visible(page, ".row[data-status=none]") == rows["none"]
    assert page.locator("output").inner_text() == ""


def test_words_filter(visit: Any) -> None:
    page = visit("one").page
    page.get_by_role("searchbox", name="Skill or words").fill("tensorflow LITE")
    shown = page.locator(".row:visible strong").all_inner_texts()
    assert "TensorFlow" in shown and "Python" not in shown
    page.get_by_role("searchbox").press("Enter")
    assert page.url.endswith("one.html"), "nothing is sent"
    page.get_by_role("searchbox").fill("no such words anywhere")
    assert visible(page, "main [data-status]") == 0
    assert page.locator("output").inner_text().startswith("0 of")
    page.get_by_role("searchbox").fill("")
    assert visible(page, ".row") > 20


def test_role_filter(visit: Any) -> None:
    page = visit("roles").page
    assert visible(page, "section.role") == 3
    page.get_by_role("combobox", name="Role").select_option(label="Data scientist")
    assert page.locator("section.role:visible h2").all_inner_texts()[0].startswith("Data scientist")
    assert visible(page, "section.role") == 1 and visible(page, ".bars li") == 1
    assert visible(page, ".matrix thead th[data-role]") >= 1
    page.get_by_role("combobox", name="Role").select_option(label="All roles")
    assert visible(page, "section.role") == 3


def test_evidence_leads_into_the_text_and_back(visit: Any) -> None:
    page = visit("one", reduced_motion="reduce").page
    links = page.locator(".row > .why > .quote .where")
    moved = 0
    for number in range(0, links.count(), 4):
        link = links.nth(number)
        link.scroll_into_view_if_needed()
        before = page.evaluate("[scrollY, document.querySelector('.sheet').scrollTop]")
        target = str(link.get_attribute("href"))
        link.click()
        mark = page.locator(target)
        assert "here" in str(mark.get_attribute("class"))
        assert page.evaluate("scrollY") == before[0], "the report stays where it is"
        sheet, box = page.locator(".sheet").bounding_box(), mark.bounding_box()
        assert sheet["y"] <= box["y"] <= sheet["y"] + sheet["height"]
        assert page.evaluate("document.activeElement.closest('mark')?.id") == target[1:]
        moved += page.evaluate("document.querySelector('.sheet').scrollTop") != before[1]
    assert moved > 2
    page.keyboard.press("Enter")  # the mark's own link leads back
    back = page.locator(".here")
    assert back.count() == 1 and "row" in str(back.get_attribute("class"))
    assert 0 <= back.bounding_box()["y"] <= DESK["height"]


def test_a_link_brings_back_what_the_filters_hid(visit: Any) -> None:
    page = visit("one").page
    page.get_by_role("checkbox", name="not counted").uncheck()
    page.locator("mark.m-apart a[href='#apart-spark']").first.click()
    assert page.locator("#apart-spark").is_visible()


def test_the_keyboard_reaches_everything_and_focus_is_seen(visit: Any) -> None:
    page = visit("one").page
    page.keyboard.press("Tab")
    skip = page.locator(".skip")
    assert skip.evaluate(
        "(e) => e === document.activeElement && e.getBoundingClientRect().left >= 0"
    )
    reached, seen = set(), set()
    for _ in range(40):
        page.keyboard.press("Tab")
        name = "document.activeElement.className || document.activeElement.tagName"
        reached.add(page.evaluate(name))
        seen.add(page.evaluate(FOCUS_IS_SEEN))
    assert seen == {True}
    assert {"theme", "where", "SUMMARY", "SELECT"} <= reached
    box = page.get_by_role("checkbox", name="implied")
    box.focus()
    page.keyboard.press("Space")
    assert visible(page, ".row[data-status=implied]") == 0


def test_the_theme_follows_the_system_and_the_button(visit: Any) -> None:
    paper = "getComputedStyle(document.body).backgroundColor"
    colors = {}
    for theme in THEMES:
        page = visit("one", color_scheme=theme).page
        colors[theme] = page.evaluate(paper)
        page.locator(".theme").click()
        other = page.evaluate(paper)
        page.locator(".theme").click()
        assert page.evaluate(paper) == colors[theme] != other
    assert colors["light"] != colors["dark"]


def test_everything_can_be_read_without_javascript(visit: Any) -> None:
    page = visit("one", java_script_enabled=False).page
    for part in ("#reading", "#coverage", "#matrix", "#timeline", "#also", "#apart", ".sheet"):
        assert page.locator(part).is_visible()
    assert visible(page, ".row") > 30
    assert not page.locator(".filters").is_visible() and not page.locator(".theme").is_visible()
    page.locator(".row > .why > .quote .where").nth(8).click()
    page.locator("summary").first.click()
    assert visible(page, "details[open] .quote, details[open] li, details[open] table") > 0


def test_reduced_motion_is_respected(visit: Any) -> None:
    smooth = "getComputedStyle(document.documentElement).scrollBehavior"
    assert visit("one").page.evaluate(smooth) == "smooth"
    assert visit("one", reduced_motion="reduce").page.evaluate(smooth) == "auto"


def test_paper(visit: Any) -> None:
    """Light even in the dark, no controls, one column, in a number of pages that people print."""
    page = visit("one", color_scheme="dark").page
    page.locator(".theme").click()  # light, then dark by hand
    page.locator(".theme").click()
    pdf = page.pdf(format="A4")
    assert 5 <= len(re.findall(rb"/Type /Page\b", pdf)) <= 14
    page.emulate_media(media="print", color_scheme="dark")
    assert not page.locator(".filters").is_visible() and not page.locator(".theme").is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    main, aside = page.locator("main").bounding_box(), page.locator("aside").bounding_box()
    assert aside["y"] >= main["y"] + main["height"]
    sheet = page.locator(".sheet")
    assert sheet.evaluate("(e) => e.scrollHeight <= e.clientHeight + 2"), "nothing is cut off"


# Accessibility


def axe(page: Any) -> list[str]:
    """What axe-core finds at WCAG 2.2 A and AA, as "rule: element"."""
    from axe_playwright_python.sync_playwright import Axe

    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": tags}})
    assert len(found.response["passes"]) > 15, "it looked at something"
    return [
        f"{violation['id']} ({violation['impact']}): {node['html'][:120]}"
        for violation in found.response["violations"]
        for node in violation["nodes"]
    ]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", ["one", "roles", "far", "hostile", "batch", "team", "compare"])
def test_axe_finds_nothing(visit: Any, name: str, theme: str) -> None:
    page = visit(name, color_scheme=theme, reduced_motion="reduce").page
    page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true")
    assert axe(page) == []


@pytest.mark.parametrize("theme", THEMES)
def test_axe_finds_nothing_on_a_phone(visit: Any, theme: str) -> None:
    page = visit("one", PHONE, color_scheme=theme).page
    page.locator(".row .where").first.click()  # with something marked as the place
    assert axe(page) == []


@pytest.mark.parametrize("theme", THEMES)
def test_signs_and_bars_stand_out(visit: Any, theme: str) -> None:
    """Graphics need 3:1 (WCAG 1.4.11), the words of heat maps 4.5:1, in each of their colours."""
    page = visit("base", color_scheme=theme).page
    page.evaluate(
        """() => {
          const row = document.createElement("tr");
          for (let level = 0; level <= 10; level++) {
            const cell = document.createElement("td");
            cell.className = `heat heat-${level}`;
            cell.textContent = "50%";
            row.append(cell);
          }
          const table = document.createElement("table");
          table.append(row);
          document.querySelector("main").append(table);
        }"""
    )
    ratios = page.evaluate(RATIOS)
    assert len(ratios) == 16
    assert {k: v for k, v in ratios.items() if v < (4.5 if "heat" in k else 3)} == {}
