// Comfort for those who have scripts: every page is complete without it. No network, no storage.
"use strict";

const words = document.body.dataset;

function element(name, attributes, text) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text !== undefined) made.textContent = text;
  return made;
}

// What a cell is sorted by: its number as the language writes it, else its words.
function sortKey(row, index) {
  const cell = row.cells[index];
  const visible = [...cell.childNodes].filter(n => !(n.classList && n.classList.contains("hidden")));
  const text = visible.map(n => n.textContent).join(" ").trim();
  const point = document.documentElement.lang === "nl" ? "," : ".";
  const plain = text.replace(/^≈\s*/, "").replace(point === "," ? /\./g : /,/g, "").replace(point, ".");
  const number = /^-?\d+(\.\d+)?(?=[%*†\s]|$)/.exec(plain);
  return { number: number ? Number(number[0]) : null, text };
}

function compared(one, other) {
  if (one.number !== null && other.number !== null) return one.number - other.number;
  if (one.number !== null) return -1;
  if (other.number !== null) return 1;
  return one.text.localeCompare(other.text, document.documentElement.lang);
}

// Headers become buttons: up, down, and back to the order of the table. Totals stay below.
function sortable(table) {
  const head = table.tHead && table.tHead.rows[table.tHead.rows.length - 1];
  if (!head || table.tHead.rows.length > 1 || table.tBodies[0].rows.length < 3) return;
  const body = table.tBodies[0];
  const first = [...body.rows];
  [...head.cells].forEach((cell, index) => {
    if (cell.tagName !== "TH" || !cell.textContent.trim()) return;
    const button = element("button", { type: "button", class: "sort" });
    button.append(...cell.childNodes);
    cell.append(button);
    button.addEventListener("click", () => {
      const now = cell.getAttribute("aria-sort");
      for (const other of head.cells) other.removeAttribute("aria-sort");
      const last = row => row.classList.contains("total") || row.classList.contains("summary");
      let rows = first.slice();
      if (now !== "descending") {
        const sign = now === "ascending" ? -1 : 1;
        cell.setAttribute("aria-sort", now === "ascending" ? "descending" : "ascending");
        rows.sort((a, b) => last(a) - last(b) || sign * compared(sortKey(a, index), sortKey(b, index)));
      }
      table.classList.toggle("sorted", now !== "descending");
      body.append(...rows);
    });
  });
}

// A field that leaves the rows in which all its words occur.
function filterable(table) {
  const rows = [...table.tBodies[0].rows];
  if (rows.length < 8 || !table.classList.contains("list") || table.closest(".tables")) return;
  attachFilter(table.closest(".scroller") || table, rows, row => row.textContent);
}

function attachFilter(before, items, wordsOf) {
  const id = "filter-" + document.querySelectorAll(".filter").length;
  const box = element("p", { class: "filter" });
  const count = element("span", { role: "status", class: "count" });
  const field = element("input", { type: "search", id, autocomplete: "off" });
  box.append(element("label", { for: id }, words.filter), field, count);
  before.before(box);
  const texts = items.map(item => wordsOf(item).toLowerCase());
  const apply = () => {
    const asked = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    items.forEach((item, index) => {
      item.hidden = !asked.every(word => texts[index].includes(word));
      if (!item.hidden) shown += 1;
    });
    count.textContent = asked.length ? words.found.replace("#", shown) : "";
  };
  field.addEventListener("input", apply);
}

// Numbers or shares of the total in the column; the shares were computed when the edition was made.
function shareable(table) {
  const cells = [...table.querySelectorAll("td[data-share]")];
  if (!cells.length) return;
  const box = element("p", { class: "switch" });
  const button = element("button", { type: "button", "aria-pressed": "false" }, words.shares);
  box.append(button);
  (table.closest(".scroller") || table).before(box);
  const numbers = cells.map(cell => cell.textContent);
  button.addEventListener("click", () => {
    const shares = button.getAttribute("aria-pressed") === "false";
    button.setAttribute("aria-pressed", String(shares));
    cells.forEach((cell, index) => { cell.textContent = shares ? cell.dataset.share : numbers[index]; });
  });
}

// Where the browser does not let a page copy, the words are selected, which is half the work.
function copyable(citation) {
  if (!navigator.clipboard) return;
  const button = element("button", { type: "button" }, words.copy);
  const status = element("span", { role: "status" });
  citation.after(button, status);
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(citation.textContent);
      status.textContent = words.copied;
    } catch {
      getSelection().selectAllChildren(citation);
      status.textContent = words.selected;
    }
    setTimeout(() => { status.textContent = ""; }, 4000);
  });
}

// A link to what is folded opens it, and on paper everything is open.
function unfold() {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const fold = target && target.closest("details");
  if (fold) fold.open = true;
}
let folded = [];
addEventListener("hashchange", unfold);
addEventListener("beforeprint", () => {
  folded = [...document.querySelectorAll("details:not([open])")];
  for (const fold of folded) fold.open = true;
});
addEventListener("afterprint", () => { for (const fold of folded) fold.open = false; });
unfold();

for (const table of document.querySelectorAll("main table")) {
  shareable(table);
  sortable(table);
  filterable(table);
}
for (const citation of document.querySelectorAll(".citation")) copyable(citation);
const index = document.querySelector(".index");
if (index) {
  const items = [...index.querySelectorAll("li")];
  attachFilter(index, items, item => item.textContent + " " + (item.dataset.words || ""));
}
