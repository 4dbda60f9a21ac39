// What every report does: columns, filters, marks that light up, keyboard, map of findings.
const all = (selector, from = document) => Array.from(from.querySelectorAll(selector));
const byId = (id) => document.getElementById(id);

// The state of the page stays in the address, so that a link shows what its sender saw.
const state = new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : "");
const keep = (name, value) => {
  if (value) state.set(name, value); else state.delete(name);
  history.replaceState(null, "", "#" + state.toString());
};

// Language of the interface, colours.
if (Object.hasOwn(spoken, state.get("ui"))) setUi(state.get("ui"));
document.addEventListener("hexapla:ui", () => {
  keep("ui", root.dataset.ui);
  filter();
});
const dark = matchMedia("(prefers-color-scheme: dark)");
const setTheme = (theme) => { if (theme) root.dataset.theme = theme; };
setTheme(["light", "dark"].includes(state.get("theme")) ? state.get("theme") : "");
byId("theme").addEventListener("click", () => {
  const now = root.dataset.theme || (dark.matches ? "dark" : "light");
  setTheme(now === "dark" ? "light" : "dark");
  keep("theme", root.dataset.theme);
  drawMatrices();
});

// Links inside the page: the address keeps its state.
const show = (element) => {
  const block = element.classList.contains("finding") ? "center" : "start";
  element.scrollIntoView({ block });
  // Rows that were out of sight have only an estimated height until they are drawn: look again.
  requestAnimationFrame(() => requestAnimationFrame(() => element.scrollIntoView({ block })));
  if (element.matches(".finding")) element.focus({ preventScroll: true });
};
// The way back to the first page of the application keeps the language and the colours.
const homeward = document.querySelector("a.brand");
homeward?.addEventListener("click", () => {
  const kept = ["ui", "theme"].filter((name) => state.get(name)).map((name) => `${name}=${state.get(name)}`);
  homeward.href = "../../" + (kept.length ? "#" + kept.join("&") : "");
});
document.addEventListener("click", (event) => {
  const link = event.target.closest?.('a[href^="#"]');
  const target = link && byId(link.getAttribute("href").slice(1));
  if (!target) return;
  event.preventDefault();
  keep("at", target.id);
  if (target.matches(".finding")) goTo(target); else show(target);
});

// Columns: which languages are shown. The head stays in sight and goes along sideways.
const boxes = all("[data-column]");
const showColumns = () => {
  const off = boxes.filter((box) => !box.checked).map((box) => box.dataset.column);
  for (const cell of all("#versions .cell")) cell.classList.toggle("hidden", off.includes(cell.dataset.lang));
  for (const grid of all("#versions .grid, #versions .headbar")) {
    for (let n = 1; n <= 6; n++) grid.classList.toggle("n" + n, n === Math.max(1, boxes.length - off.length));
  }
  keep("hide", off.join(","));
};
if (boxes.length) {
  const hidden = (state.get("hide") || "").split(",");
  for (const box of boxes) {
    box.checked = !hidden.includes(box.dataset.column);
    box.addEventListener("change", showColumns);
  }
  if (state.get("hide")) showColumns();
}
for (const grid of all(".grid")) {
  const head = document.querySelector(`.headbar[data-for="${grid.dataset.section}"]`);
  grid.addEventListener("scroll", () => { head.scrollLeft = grid.scrollLeft; }, { passive: true });
}
for (const box of all("[data-only]")) {
  const only = () => {
    document.querySelector(`.grid[data-section="${box.dataset.only}"]`).classList.toggle("only", box.checked);
    keep("only-" + box.dataset.only, box.checked ? "1" : "");
    drawMap();
  };
  box.checked = state.get("only-" + box.dataset.only) === "1";
  box.addEventListener("change", only);
}

// Words that nothing seems to render: lightly shaded, unless that is not wanted.
for (const box of all("[data-shade]")) {
  const shade = () => {
    document.querySelector(`.grid[data-section="${box.dataset.shade}"]`).classList.toggle("unshaded", !box.checked);
    keep("unshaded-" + box.dataset.shade, box.checked ? "" : "1");
  };
  box.checked = state.get("unshaded-" + box.dataset.shade) !== "1";
  box.addEventListener("change", shade);
  if (!box.checked) shade();
}

// Filters of the list; the strips below the rows follow.
const search = byId("search");
const cards = all("[data-filter-severity]");
const selects = all("[data-filter]");
const entries = all(".entry").map((element) => ({
  element,
  strip: byId("f" + element.dataset.f),
  text: element.textContent.toLowerCase(),
  severity: element.dataset.severity,
  code: element.dataset.code,
  language: element.dataset.language.split(" "),
  paragraph: element.dataset.paragraph.split(" "),
  decision: "open",
}));
function filter() {
  if (!search) return;
  const words = search.value.trim().toLowerCase();
  const levels = new Set(cards.filter((c) => c.getAttribute("aria-pressed") === "true").map((c) => c.dataset.filterSeverity));
  const chosen = Object.fromEntries(selects.map((s) => [s.dataset.filter, s.value]));
  let count = 0;
  for (const entry of entries) {
    const fits = levels.has(entry.severity)
      && (!chosen.code || entry.code === chosen.code)
      && (!chosen.language || entry.language.includes(chosen.language))
      && (!chosen.paragraph || entry.paragraph.includes(chosen.paragraph))
      && (!chosen.decision || entry.decision === chosen.decision)
      && (!words || entry.text.includes(words));
    entry.element.classList.toggle("filtered", !fits);
    entry.strip?.classList.toggle("filtered", !fits);
    count += fits ? 1 : 0;
  }
  byId("shown").textContent = say("findings_shown", { count });
  drawMap();
}
const keepFilters = () => {
  keep("q", search.value.trim());
  keep("off", cards.filter((c) => c.getAttribute("aria-pressed") === "false").map((c) => c.dataset.filterSeverity).join(","));
  for (const select of selects) keep(select.dataset.filter, select.value);
  filter();
};
if (search) {
  search.value = state.get("q") || "";
  const off = (state.get("off") || "").split(",");
  for (const card of cards) {
    card.setAttribute("aria-pressed", String(!off.includes(card.dataset.filterSeverity)));
    card.addEventListener("click", () => {
      card.setAttribute("aria-pressed", String(card.getAttribute("aria-pressed") !== "true"));
      keepFilters();
    });
  }
  for (const select of selects) {
    if (state.get(select.dataset.filter)) select.value = state.get(select.dataset.filter);
    select.addEventListener("change", keepFilters);
  }
  search.addEventListener("input", keepFilters);
}

// What belongs together lights up together: the words of a finding, the same value in every language.
let lit = [];
const light = (target) => {
  for (const element of lit) element.classList.remove("lit");
  lit = [];
  const mark = target?.closest?.("[data-f], [data-a]");
  if (!mark) return;
  const row = mark.closest(".row");
  if (mark.dataset.f) {
    const wanted = new Set(mark.dataset.f.split(" "));
    lit.push(...all("mark.f", row || document).filter((m) => m.dataset.f.split(" ").some((f) => wanted.has(f))));
  }
  if (mark.dataset.a && row) lit.push(...all(`[data-a="${mark.dataset.a}"]`, row));
  for (const element of lit) element.classList.add("lit");
};
document.addEventListener("mouseover", (event) => light(event.target));
document.addEventListener("focusin", (event) => light(event.target));

// Walking through the findings.
let current = null;
const visible = () => all(".finding:not(.filtered)").filter((f) => f.getClientRects().length || !f.closest(".only"));
function goTo(finding) {
  current?.classList.remove("current");
  current = finding;
  finding.classList.add("current");
  keep("at", finding.id);
  show(finding);
  light(finding);
}
const step = (by) => {
  const findings = visible();
  if (!findings.length) return;
  const at = findings.indexOf(current);
  goTo(findings[(at + by + findings.length + (at < 0 && by < 0 ? 1 : 0)) % findings.length]);
};
const open = () => {
  const entry = document.activeElement?.closest?.(".entry");
  if (entry) { goTo(byId("f" + entry.dataset.f)); return; }
  const link = current && document.querySelector(`.entry[data-f="${current.dataset.f}"] a`);
  if (link) { link.scrollIntoView({ block: "center" }); link.focus(); }
};
const actions = { n: () => step(1), j: () => step(1), p: () => step(-1), k: () => step(-1), o: open, "?": () => byId("help").showModal() };
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  if (/INPUT|SELECT|TEXTAREA/.test(event.target.tagName)) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  if (event.key === "/" && search) { event.preventDefault(); search.focus(); return; }
  const action = actions[event.key];
  if (action) { event.preventDefault(); action(); }
});
byId("keys").addEventListener("click", () => byId("help").showModal());

// The map at the edge: a tick for every finding, where its row stands among all rows.
const rows = all(".grid .row");
const rowIndex = new Map(rows.map((row, i) => [row, i]));
const ticks = new Map();
function drawMap() {
  const map = byId("minimap");
  if (!ticks.size) {
    for (const finding of all(".finding")) {
      const tick = document.createElement("a");
      tick.href = "#" + finding.id;
      tick.className = "tick " + finding.dataset.severity;
      tick.tabIndex = -1;
      tick.title = `${finding.dataset.code} ${finding.closest(".row").dataset.label}`;
      tick.setAttribute("aria-label", tick.title);
      tick.style.top = `${(100 * (rowIndex.get(finding.closest(".row")) + 0.5)) / rows.length}%`;
      ticks.set(finding, tick);
      map.append(tick);
    }
  }
  for (const [finding, tick] of ticks) {
    tick.classList.toggle("filtered", finding.classList.contains("filtered"));
    tick.classList.toggle("dismissed", finding.classList.contains("dismiss"));
  }
}

// The matrix of likenesses, drawn when it is opened.
const drawMatrix = (canvas) => {
  const names = [canvas.dataset.rows.split(" "), canvas.dataset.columns.split(" ")];
  const [n, m] = names.map((side) => side.length);
  const size = Math.max(2, Math.min(14, Math.floor(420 / Math.max(n, m))));
  canvas.width = m * size;
  canvas.height = n * size;
  canvas.dataset.size = size;
  const context = canvas.getContext("2d");
  const colours = getComputedStyle(root);
  context.fillStyle = colours.getPropertyValue("--card");
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = colours.getPropertyValue("--accent");
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < m; j++) {
      const likeness = parseInt(canvas.dataset.matrix[i * m + j], 36) / 35;
      context.globalAlpha = Math.max(0, (likeness - 0.2) / 0.8) ** 2;
      context.fillRect(j * size, i * size, size, size);
    }
  }
  context.globalAlpha = 1;
  for (const point of canvas.dataset.path.trim().split(" ").filter(Boolean)) {
    const [i, j, pinned] = point.split(",").map(Number);
    context.fillStyle = colours.getPropertyValue(pinned ? "--critical" : "--ink");
    context.beginPath();
    context.arc((j + 0.5) * size, (i + 0.5) * size, Math.max(1, size / 4), 0, 7);
    context.fill();
  }
};
const drawMatrices = () => { for (const canvas of all("details[open] canvas")) drawMatrix(canvas); };
for (const details of all("details.matrix")) {
  details.addEventListener("toggle", drawMatrices);
  const rowOf = (id) => all(`.grid[data-section="${details.dataset.section}"] .cell[data-column-index="0"]`)
    .find((cell) => cell.dataset.ids.split(" ").includes(id))?.closest(".row");
  for (const canvas of all("canvas", details)) {
    const at = (event) => {
      const box = canvas.getBoundingClientRect();
      const [i, j] = [event.clientY - box.top, event.clientX - box.left].map((v) => Math.floor(v / canvas.dataset.size));
      return [canvas.dataset.rows.split(" ")[i], canvas.dataset.columns.split(" ")[j]];
    };
    canvas.addEventListener("mousemove", (event) => {
      canvas.nextElementSibling.querySelector(".where").textContent = at(event).filter(Boolean).join(" × ");
    });
    canvas.addEventListener("click", (event) => { const row = rowOf(at(event)[0]); if (row) show(row); });
  }
}
dark.addEventListener("change", drawMatrices);
