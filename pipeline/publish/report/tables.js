// The run, and its tasks, bodies and cited documents as tables.

const { all, documents, bodies, cited, tasks, citations, roles } = JSON.parse(
  document.getElementById("content").textContent,
);
const CENTRE = "Trung ương";
const provinceOf = (document) => document.province ?? CENTRE;
const documentOf = (row) => documents[row.document].label;
const isOpen = (task) => !task.deadline;
const dayOf = (iso) => iso?.replace(/^(\d{4})-(\d\d)-(\d\d)$/, "$3/$2/$1") ?? "";

const byName = (options) => options.toSorted((a, b) => order(a[1], b[1]));
const provinces = () => byName([...new Set(documents.map(provinceOf))].map((name) => [name, name]));

function grouped(rows, what) {
  const groups = new Map();
  for (const row of rows) {
    const key = what(row);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(row);
  }
  return groups;
}

const bodyLink = (at) => link(bodies[at].name, "nhiem-vu", { "co-quan": at });
const documentLink = (at) => link(documents[at].label, "van-ban", { so: at });
const placeLink = (row) => link(row.place, "van-ban", { so: row.document, cho: row.key });
const citedLink = (at) => link(cited[at].label, "vien-dan", { so: at });

function taskFilter(chosen) {
  const finds = finder(chosen.tim);
  const fits = (name, value) => !chosen[name] || chosen[name] === String(value);
  return (task) =>
    fits("tinh", provinceOf(documents[task.document])) &&
    fits("van-ban", task.document) &&
    fits("han", isOpen(task) ? "khong" : "co") &&
    [[task.role, task.body], ...task.others].some(([role, body]) => fits("co-quan", body) && fits("vai-tro", role)) &&
    finds(`${task.text} ${documentOf(task)} ${task.deadline ?? ""}`);
}

function taskTable(rows) {
  const name = ({ body }) => (body === null ? "" : bodies[body].name);
  const body = (task) => (task.body === null ? "" : [bodyLink(task.body), task.head ? " (người đứng đầu)" : ""]);
  const others = (task) => task.others.map(([role, at]) => element("div", null, `${roles[role]}: `, bodyLink(at)));
  const due = (task) => (task.deadline?.includes(dayOf(task.due)) ? "" : dayOf(task.due));
  const deadline = (task) => [task.deadline ?? "", element("div", { class: "due" }, due(task))];
  return table(
    [
      { title: "Cơ quan", value: name, show: body },
      { title: "Vai trò", value: (task) => roles[task.role] ?? "" },
      { title: "Nhiệm vụ", value: (task) => task.text, show: (task) => clipped(task.text) },
      { title: "Thời hạn", value: (task) => task.due ?? task.deadline, show: deadline },
      { title: "Cơ quan khác", value: (task) => task.others.length, show: others },
      { title: "Văn bản", value: documentOf, show: (row) => documentLink(row.document) },
      { title: "Điều khoản", value: (task) => task.place, show: placeLink },
    ],
    rows,
  );
}

function bodyTable(wanted, most) {
  const load = bodies.map(() => ({ acts: 0, open: 0 }));
  const add = (at, role) => (load[at][role] = (load[at][role] ?? 0) + 1);
  for (const task of tasks) {
    for (const [role, at] of task.others) add(at, role);
    if (task.body === null) continue;
    add(task.body, task.role);
    load[task.body].acts += 1;
    load[task.body].open += isOpen(task);
  }
  return table(
    [
      { title: "Cơ quan", value: ({ name }) => name, show: ({ at }) => bodyLink(at) },
      { title: "Địa phương", value: ({ province }) => province ?? "" },
      ...Object.entries(roles).map(([role, title]) => ({ title, value: ({ at }) => load[at][role] ?? 0 })),
      { title: "không nêu thời hạn", value: ({ at }) => load[at].open },
    ],
    bodies.filter(wanted).toSorted((a, b) => load[b.at].acts - load[a.at].acts),
    most,
  );
}

function citedTable(wanted, most) {
  const mentions = grouped(citations, (row) => row.cited);
  const count = (at, what) => new Set(mentions.get(at).map(what)).size;
  const citing = ({ at }) => count(at, (row) => row.document);
  return table(
    [
      { title: "Văn bản được viện dẫn", value: ({ label }) => label, show: ({ at }) => citedLink(at) },
      { title: "Lần", value: ({ at }) => mentions.get(at).length },
      { title: "Văn bản viện dẫn", value: citing },
      { title: "Địa phương", value: ({ at }) => count(at, (row) => provinceOf(documents[row.document])) },
    ],
    cited.filter(wanted).toSorted((a, b) => citing(b) - citing(a)),
    most,
  );
}
