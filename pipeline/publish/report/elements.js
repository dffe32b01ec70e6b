"use strict";
// What every view is made of: elements, links, tables, fields. All text goes through `append`, so none can be markup.

const ROWS = 100; // of a table at first; a button shows more
const LONG = 300; // characters of a cell; a click shows the rest
const order = new Intl.Collator("vi", { numeric: true }).compare;
const fold = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replaceAll("đ", "d");

function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

function address(view, filters = {}) {
  const set = Object.entries(filters).filter(([, value]) => value !== "" && value !== undefined);
  return `#/${view}${set.length ? `?${new URLSearchParams(set)}` : ""}`;
}

function clipped(text) {
  if (text.length <= LONG) return text;
  const cut = text.lastIndexOf(" ", LONG);
  const summary = element("summary", null, `${text.slice(0, cut)} …`);
  return element("details", null, summary, text.slice(cut));
}

const link = (text, view, filters) => element("a", { href: address(view, filters) }, text);

// A table: `columns` are { title, value, show }; `value` of a row is what it is sorted by, `show` what is seen of it.
// Of many rows the first are shown, or just the first `most`.

function table(columns, found, most) {
  const rows = found.slice(0, most);
  let shown = ROWS;
  let sorted = rows;
  const body = element("tbody");
  const heads = columns.map(({ title }, at) => {
    const button = element("button", { type: "button", onclick: () => sort(at) }, title);
    return element("th", { scope: "col", "aria-sort": "none" }, button);
  });
  const more = element("button", { type: "button", class: "more", onclick: () => fill((shown *= 10)) }, "Xem thêm");
  function fill() {
    const cells = (row) => columns.map(({ value, show }) => element("td", null, ...[(show ?? value)(row)].flat()));
    body.replaceChildren(...sorted.slice(0, shown).map((row) => element("tr", null, ...cells(row))));
    more.hidden = sorted.length <= shown;
  }
  function sort(at) {
    const { value } = columns[at];
    const down = heads[at].getAttribute("aria-sort") === "ascending";
    const compare = (a, b) => (typeof a === "number" ? a - b : order(a ?? "", b ?? ""));
    sorted = rows.toSorted((a, b) => (down ? compare(value(b), value(a)) : compare(value(a), value(b))));
    for (const head of heads) head.setAttribute("aria-sort", "none");
    heads[at].setAttribute("aria-sort", down ? "descending" : "ascending");
    fill();
  }
  fill();
  const counted = most ? null : element("p", { class: "count" }, `${rows.length.toLocaleString("vi")} dòng`);
  const head = element("thead", null, element("tr", null, ...heads));
  return element("div", null, counted, element("div", { class: "wide" }, element("table", null, head, body)), more);
}

// Fields above a table; what is chosen goes to the address, and only the table is made anew.

function choices(view, fields, filters, results) {
  const place = element("div");
  const stay = (event) => event.preventDefault();
  const form = element("form", { role: "search", onsubmit: stay, oninput: update }, ...fields);
  for (const field of form.elements) field.value = filters[field.name] ?? "";
  function update() {
    const chosen = Object.fromEntries(new FormData(form));
    history.replaceState(null, "", address(view, chosen));
    place.replaceChildren(results(chosen));
  }
  place.replaceChildren(results(Object.fromEntries(new FormData(form))));
  return [form, place];
}

function select(name, label, options) {
  const made = options.map(([value, text]) => element("option", { value }, text));
  return element("label", null, label, element("select", { name }, element("option", { value: "" }, "tất cả"), ...made));
}

const search = () => element("label", null, "Tìm", element("input", { name: "tim", type: "search" }));

// Words are found without regard to case and tone marks.
const finder = (words = "") => {
  const wanted = fold(words).trim();
  return (text) => fold(text).includes(wanted);
};
