
"use strict";
// Everything can be read without this script. It adds a switch of themes and, where a page has
// them, filters, and a text that stays beside the report. Controls are hidden until it runs.

(function theme() {
  const root = document.documentElement;
  const button = document.querySelector(".theme");
  const system = matchMedia("(prefers-color-scheme: dark)");
  const dark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);
  const name = () => { button.textContent = dark() ? "Light theme" : "Dark theme"; };
  button.addEventListener("click", () => {
    root.dataset.theme = dark() ? "light" : "dark";
    name();
  });
  system.addEventListener("change", name);
  name();
  button.hidden = false;
})();

// Rows carry data-status; parts of one role carry data-role; a data-group whose rows are all
// filtered out goes with them.
(function filters() {
  const form = document.querySelector(".filters");
  if (!form) return;
  const rows = [...document.querySelectorAll("main [data-status]")]
    .map((row) => ({ row, words: row.textContent.toLowerCase() }));
  const groups = [...document.querySelectorAll("[data-group]")];
  const parts = [...document.querySelectorAll("main [data-role]")];

  function apply() {
    const data = new FormData(form);
    const statuses = new Set(data.getAll("status"));
    const role = data.get("role") || "";
    const words = String(data.get("words")).toLowerCase().split(/\s+/).filter(Boolean);
    for (const part of parts) part.hidden = role !== "" && part.dataset.role !== role;
    for (const { row, words: own } of rows) {
      row.hidden = !statuses.has(row.dataset.status) || !words.every((word) => own.includes(word));
    }
    for (const group of groups) group.hidden = !group.querySelector("[data-status]:not([hidden])");
    const seen = rows.filter(({ row }) => !row.closest("[hidden]")).length;
    const all = seen === rows.length;
    form.querySelector("output").textContent = all ? "" : `${seen} of ${rows.length} rows`;
  }

  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  apply();
})();

// Where the text stands beside the report, a link to it moves the text and leaves the report where
// it is; a row that the filters hide comes back when a link leads to it.
(function links() {
  const sheet = document.querySelector(".sheet");
  if (!sheet) return;
  const beside = () => getComputedStyle(sheet).overflowY === "auto";

  function mark(target) {
    for (const old of document.querySelectorAll(".here")) old.classList.remove("here");
    target.classList.add("here");
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    const target = link && document.getElementById(link.getAttribute("href").slice(1));
    if (!target) return;
    for (let box = target; box; box = box.parentElement) box.hidden = false;
    if (target.matches("mark") && beside()) {
      event.preventDefault();
      const below = target.getBoundingClientRect().top - sheet.getBoundingClientRect().top;
      sheet.scrollBy({ top: below - sheet.clientHeight / 3 });
      (target.querySelector("a") || sheet).focus({ preventScroll: true });
    }
    if (target.matches("mark, .row, .also li")) mark(target);
  });
})();
