// What is seen stands in the address (#/nhiem-vu?co-quan=3), so every view can be kept and sent.

const VIEWS = {
  "nhiem-vu": ["Nhiệm vụ", showTasks],
  "co-quan": ["Cơ quan", showBodies],
  "van-ban": ["Văn bản", showDocuments],
  "vien-dan": ["Văn bản được viện dẫn", showCited],
  tinh: ["So sánh địa phương", showProvinces],
};
const DEADLINES = { co: "có nêu", khong: "không nêu" };
const BUSIEST = 10; // of a table at the start

// The views: each gives the elements to be shown, from the filters in the address.

function showTasks(filters) {
  const fields = [
    search(),
    select("tinh", "Địa phương", provinces()),
    select("co-quan", "Cơ quan", byName(bodies.map(({ at, name }) => [at, name]))),
    select("vai-tro", "Vai trò", Object.entries(roles)),
    select("han", "Thời hạn", Object.entries(DEADLINES)),
    select("van-ban", "Văn bản", byName(documents.map(({ label }, at) => [at, label]))),
  ];
  return choices("nhiem-vu", fields, filters, (chosen) => taskTable(tasks.filter(taskFilter(chosen))));
}

function showBodies(filters) {
  return choices("co-quan", [search(), select("tinh", "Địa phương", provinces())], filters, (chosen) => {
    const finds = finder(chosen.tim);
    const here = ({ province }) => !chosen.tinh || (province ?? CENTRE) === chosen.tinh;
    return bodyTable((body) => here(body) && finds(body.name));
  });
}

function showDocuments(filters) {
  if (documents[filters.so]) return showDocument(Number(filters.so));
  const [given, made] = [tasks, citations].map((rows) => grouped(rows, (row) => row.document));
  const rows = documents.map((document, at) => ({ ...document, at }));
  return choices("van-ban", [search(), select("tinh", "Địa phương", provinces())], filters, (chosen) => {
    const finds = finder(chosen.tim);
    const here = (row) => !chosen.tinh || provinceOf(row) === chosen.tinh;
    return table(
      [
        { title: "Văn bản", value: ({ label }) => label, show: ({ at }) => documentLink(at) },
        { title: "Về việc", value: ({ title }) => title ?? "" },
        { title: "Địa phương", value: provinceOf },
        { title: "Ngày", value: ({ date }) => date ?? "", show: ({ date }) => dayOf(date) },
        { title: "Nhiệm vụ", value: ({ at }) => given.get(at)?.length ?? 0 },
        { title: "Viện dẫn", value: ({ at }) => made.get(at)?.length ?? 0 },
        { title: "Tệp", value: ({ source }) => source },
      ],
      rows.filter((row) => here(row) && finds(`${row.label} ${row.title ?? ""}`)),
    );
  });
}

function showDocument(at) {
  const { label, title, source, file, pieces } = documents[at];
  const given = tasks.filter((task) => task.document === at).length;
  const piece = (part) => {
    if (typeof part === "string") return part;
    const [kind, key, words] = part;
    if (kind === "place") return element("span", { id: `cho:${key}` });
    const [made, name] = kind === "body" ? [bodyLink(key), bodies[key].name] : [citedLink(key), cited[key].label];
    made.textContent = words;
    made.title = name;
    made.className = kind;
    return made;
  };
  return [
    element("h2", null, label),
    element("p", null, title ?? ""),
    element(
      "p",
      { class: "count" },
      `${source} · `,
      file && element("a", { href: file }, "văn bản thuần"),
      " · ",
      link(`${given} nhiệm vụ`, "nhiem-vu", { "van-ban": at }),
    ),
    element("article", null, ...pieces.map(piece)),
  ];
}

function showCited(filters) {
  if (cited[filters.so]) return showMentions(cited[filters.so]);
  return choices("vien-dan", [search()], filters, (chosen) => {
    const finds = finder(chosen.tim);
    return citedTable((row) => finds(row.label));
  });
}

function showMentions({ at, label, document }) {
  return [
    element("h2", null, label),
    document === null ? null : element("p", null, documentLink(document)),
    table(
      [
        { title: "Văn bản", value: documentOf, show: (row) => documentLink(row.document) },
        { title: "Địa phương", value: (row) => provinceOf(documents[row.document]) },
        { title: "Quan hệ", value: (row) => row.relation },
        { title: "Điều khoản", value: (row) => row.place, show: placeLink },
        { title: "Dẫn đến", value: (row) => row.pinpoint ?? "" },
      ],
      citations.filter((row) => row.cited === at),
    ),
  ];
}

function showProvinces() {
  const citing = cited.map(() => ({}));
  for (const { cited: at, document } of citations) {
    (citing[at][provinceOf(documents[document])] ??= new Set()).add(document);
  }
  const breadth = ({ at }) => Object.keys(citing[at]).length;
  const count = (name) => ({ at }) => citing[at][name]?.size ?? 0;
  return [
    element("p", null, "Số văn bản viện dẫn ở mỗi địa phương; đứng trước là văn bản mà nhiều nơi cùng viện dẫn."),
    table(
      [
        { title: "Văn bản được viện dẫn", value: ({ label }) => label, show: ({ at }) => citedLink(at) },
        ...provinces().map(([name]) => ({ title: name, value: count(name), show: (row) => `${count(name)(row) || ""}` })),
      ],
      cited.filter((row) => breadth(row) > 1).toSorted((a, b) => breadth(b) - breadth(a)),
    ),
  ];
}

function showStart() {
  const number = (count, words, view, filters) =>
    element("li", null, element("b", null, count.toLocaleString("vi")), " ", link(words, view, filters));
  const left = `Trang này cho thấy ${documents.length} trong ${all} văn bản; các bảng bên cạnh có đủ.`;
  return [
    element(
      "ul",
      { class: "numbers" },
      number(documents.length, "văn bản", "van-ban"),
      number(tasks.length, "nhiệm vụ", "nhiem-vu"),
      number(tasks.filter(isOpen).length, "nhiệm vụ không nêu thời hạn", "nhiem-vu", { han: "khong" }),
      number(bodies.length, "cơ quan", "co-quan"),
      number(cited.length, "văn bản được viện dẫn", "vien-dan"),
    ),
    all > documents.length ? element("p", null, left) : null,
    element("h2", null, "Cơ quan được giao nhiều nhất"),
    bodyTable(() => true, BUSIEST),
    element("h2", null, "Văn bản được viện dẫn nhiều nhất"),
    citedTable(() => true, BUSIEST),
  ];
}

function show() {
  const [view, query] = location.hash.slice(2).split("?");
  const filters = Object.fromEntries(new URLSearchParams(query));
  const [title, shown] = VIEWS[view] ?? ["chithi", showStart];
  const entry = ([name, [label]]) =>
    element("a", { href: address(name), "aria-current": name === view ? "page" : undefined }, label);
  document.title = title;
  document.querySelector("nav").replaceChildren(...Object.entries(VIEWS).map(entry));
  document.querySelector("main").replaceChildren(...shown(filters).filter(Boolean));
  const place = filters.cho && document.getElementById(`cho:${filters.cho}`);
  place?.classList.add("here");
  if (place) place.scrollIntoView();
  else scrollTo(0, 0);
}

addEventListener("hashchange", show);
show();
