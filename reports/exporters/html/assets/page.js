// What every report does: columns, filters, marks that light up, keyboard, map of findings.
let current = null; // the finding that keys act on
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
setTheme(state.get("theme"));
document.addEventListener("hexapla:theme", () => {
  keep("theme", root.dataset.theme);
  drawMatrices();
});

// What sticks at the top is measured: the bar may take two lines.
const bar = document.querySelector(".bar");
const headHeight = () => (getComputedStyle(bar).position === "sticky" ? bar.offsetHeight : 0);
const measure = () => root.style.setProperty("--bar", `${headHeight()}px`);
new ResizeObserver(measure).observe(bar);
measure();

// Links inside the page: the address keeps its state.
const show = (element) => {
  turnTo(element);
  const go = () => element.scrollIntoView({ block: "start" });
  go();
  // Rows that were out of sight have only an estimated height until they are drawn: look again.
  requestAnimationFrame(() => requestAnimationFrame(go));
};
document.addEventListener("click", (event) => {
  const link = event.target.closest?.('a[href^="#"]');
  const target = link && byId(link.getAttribute("href").slice(1));
  if (!target) return;
  event.preventDefault();
  if (target.matches(".finding")) { goTo(target, true); return; }
  keep("at", target.id);
  show(target);
});

// Columns: which languages are shown. Until somebody chooses, two of them and those that the finding is about.
const boxes = all("[data-column]");
const FIRST = 2;
const MOST = 4; // languages that a finding brings in by itself: those that it quotes, then those that differ
let chosenColumns = state.has("hide");
const hidden = () => boxes.filter((box) => !box.checked).map((box) => box.dataset.column);
let drawnColumns = null; // the columns that are hidden now: a step to another finding mostly asks for the same ones
const showColumns = (anew = true) => {
  const off = hidden();
  if (!anew && drawnColumns === off.join(" ")) return;
  drawnColumns = off.join(" ");
  for (const cell of all("#versions .cell")) cell.classList.toggle("hidden", off.includes(cell.dataset.lang));
  for (const grid of all("#versions .grid, #versions .headbar")) {
    for (let n = 1; n <= 6; n++) grid.classList.toggle("n" + n, n === Math.max(1, boxes.length - off.length));
  }
  // A finding of which no version is shown says nothing here.
  for (const finding of all("#versions .finding")) {
    const codes = [...finding.dataset.touched.split(" "), ...finding.dataset.languages.split(" ")];
    finding.classList.toggle("aside", codes.every((code) => off.includes(code)));
  }
};
const chooseColumns = () => {
  chosenColumns = true;
  keep("hide", hidden().join(",") || "-");
  showColumns();
};
const columnsFor = (codes) => {
  if (chosenColumns || boxes.length <= FIRST + 1) return;
  const first = boxes.slice(0, FIRST).map((box) => box.dataset.column);
  const wanted = new Set([...codes, ...first]);
  for (const box of boxes) box.checked = wanted.has(box.dataset.column);
  showColumns(false);
};
if (boxes.length) {
  const off = (state.get("hide") || "").split(",");
  for (const box of boxes) {
    box.checked = !off.includes(box.dataset.column);
    box.addEventListener("change", chooseColumns);
  }
  if (chosenColumns) showColumns(); else columnsFor([]);
  byId("all-columns")?.addEventListener("click", () => {
    for (const box of boxes) box.checked = true;
    chooseColumns();
    if (current && !byId("panel").hidden) bringIntoView(current);
  });
}
// One column with what went and came, or two; whole texts, or what changed; clauses side by side, or paragraphs as they run.
const switching = (name, act, at) => {
  for (const box of all(`[data-${name}]`)) {
    const id = box.dataset[name];
    const key = `${name}-${id}`;
    const run = () => {
      act(id, box.checked);
      keep(key, box.checked === at ? "" : box.checked ? "1" : "0");
      if (current && !byId("panel").hidden) bringIntoView(current);
    };
    box.checked = state.has(key) ? state.get(key) === "1" : at;
    box.addEventListener("change", run);
    if (box.checked !== at || name === "inline") act(id, box.checked);
  }
};
const gridOf = (id) => document.querySelector(`.grid[data-section="${id}"]`);
const NARROW = 736; // pixels: two columns of a comparison are read as one below
switching("inline", (id, on) => { byId(id).classList.toggle("one-column", on); }, innerWidth < NARROW);
switching("whole", (id, on) => {
  gridOf(id).classList.toggle("whole", on);
  for (const fold of all("details.fold", gridOf(id))) fold.open = on;
}, false);
switching("clauses", (id, on) => { gridOf(id).classList.toggle("uncut", !on); }, true);
document.addEventListener("click", (event) => {
  const part = event.target.closest?.(".part.same");
  if (!part || event.target.closest("a, button")) return;
  const at = Array.from(part.parentElement.children).indexOf(part);
  for (const cell of all(":scope > .cell", part.closest(".row"))) cell.children[at]?.classList.toggle("open");
});
for (const box of all("[data-same]")) {
  box.addEventListener("change", () => {
    document.querySelector(`table[data-mandates="${box.dataset.same}"]`).classList.toggle("changed-only", !box.checked);
  });
}
for (const grid of all(".grid")) {
  const head = document.querySelector(`.headbar[data-for="${grid.dataset.section}"]`);
  grid.addEventListener("scroll", () => { head.scrollLeft = grid.scrollLeft; }, { passive: true });
}
for (const box of all("[data-only]")) {
  const only = () => {
    gridOf(box.dataset.only).classList.toggle("only", box.checked);
    keep("only-" + box.dataset.only, box.checked ? "1" : "");
    sayEmpty();
    drawMap();
  };
  box.checked = state.get("only-" + box.dataset.only) === "1";
  box.addEventListener("change", only);
}

function sayEmpty() {
  for (const note of all("[data-empty]")) {
    const grid = gridOf(note.dataset.empty);
    note.hidden = !grid.classList.contains("only") || Boolean(grid.querySelector(".finding:not(.filtered)"));
  }
}

// Tabs: the versions, or what changed since another resolution; each with its own verdict, list and counts.
const tabs = all("[data-tab]");
const parts = all("[data-of]");
let tab = tabs.find((button) => button.dataset.tab === state.get("tab"))?.dataset.tab || tabs[0]?.dataset.tab || "";
const showTab = () => {
  if (!tabs.length) return;
  for (const button of tabs) button.setAttribute("aria-pressed", String(button.dataset.tab === tab));
  for (const part of parts) part.hidden = part.dataset.of !== tab;
  // What is said of a series stands in every part but that of the versions.
  for (const part of all("[data-beside]")) part.hidden = part.dataset.beside === tab;
};
const turn = (to) => {
  if (!tabs.length || tab === to) return;
  tab = to;
  keep("tab", tab === tabs[0].dataset.tab ? "" : tab);
  showTab();
  document.dispatchEvent(new Event("hexapla:tab"));
};
for (const button of tabs) button.addEventListener("click", () => turn(button.dataset.tab));
// What a link leads to may stand in another part, or be folded.
const turnTo = (element) => {
  const part = element.closest("[data-of]");
  if (part) turn(part.dataset.of);
  const series = element.closest("[data-beside]");
  if (series && series.dataset.beside === tab) turn(tabs.find((button) => button.dataset.tab !== tab).dataset.tab);
  const fold = element.closest("details.fold");
  if (fold) fold.open = true;
};

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
const readEntries = () => all(".entry").map((element) => ({
  element,
  strip: byId("f" + element.dataset.f),
  text: element.textContent.toLowerCase(),
  severity: element.dataset.severity,
  code: element.dataset.code,
  language: element.dataset.language.split(" "),
  paragraph: element.dataset.paragraph.split(" "),
  part: element.dataset.in,
  decision: "open",
}));
let entries = readEntries();
let listed = entries; // in the order of the list
// On paper a row names its findings by the numbers of the list.
const numberFindings = () => entries.forEach(({ element, strip }, i) => {
  element.querySelector(".badge").dataset.n = i + 1;
  const badge = strip?.querySelector(".badge");
  if (badge) badge.dataset.n = i + 1;
});
numberFindings();
const inTab = (entry) => !tabs.length || entry.part === tab;
function filter() {
  if (!search) return;
  const words = search.value.trim().toLowerCase();
  const levels = new Set(cards.filter((c) => c.getAttribute("aria-pressed") === "true").map((c) => c.dataset.filterSeverity));
  const chosen = Object.fromEntries(selects.map((s) => [s.dataset.filter, s.value]));
  let count = 0;
  for (const card of cards) {
    const number = entries.filter((e) => inTab(e) && e.severity === card.dataset.filterSeverity).length;
    card.querySelector("b").textContent = number;
  }
  for (const entry of entries) {
    const fits = inTab(entry) && levels.has(entry.severity)
      && (!chosen.code || entry.code === chosen.code)
      && (!chosen.language || entry.language.includes(chosen.language))
      && (!chosen.paragraph || entry.paragraph.includes(chosen.paragraph))
      && (!chosen.decision || entry.decision === chosen.decision)
      && (!words || entry.text.includes(words));
    entry.element.classList.toggle("filtered", !fits);
    entry.strip?.classList.toggle("filtered", !fits);
    count += fits ? 1 : 0;
  }
  byId("shown").textContent = count ? say("findings_shown", { count }) : say("no_words_here");
  byId("none").hidden = count > 0;
  showSome(Boolean(words) || Object.values(chosen).some(Boolean) || levels.size < cards.length);
  sayEmpty();
  drawMap();
  findInText();
}
// The gravest first; all of a long list where they are asked for, or looked for.
const SOME = 25;
let showsAll = false;
function showSome(asked) {
  const fitting = listed.filter((entry) => !entry.element.classList.contains("filtered")).map((entry) => entry.element);
  const count = showsAll || asked ? fitting.length : SOME;
  fitting.forEach((element, i) => element.classList.toggle("beyond", i >= count));
  byId("more").hidden = count >= fitting.length;
  byId("more").textContent = say("show_all", { count: fitting.length });
}
byId("more")?.addEventListener("click", () => {
  showsAll = true;
  filter();
  all(".entry:not(.filtered) a")[SOME]?.focus();
});
// The words that are looked for, in the texts themselves: accents, case and hidden columns do not matter.
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("\u00a0", " ").toLowerCase();
let texts = null;
let hits = [];
let hit = -1;
function findInText() {
  const box = byId("hits");
  const words = plain(search.value.trim());
  box.hidden = words.length < 2 && !/\p{Script=Han}/u.test(words);
  hit = -1;
  CSS.highlights?.delete("looked-for");
  if (box.hidden) { hits = []; return; }
  texts ||= all(".grid .row").map((row) => [row, columnsOf(row).map((cell) => plain(cell.textContent))]);
  hits = texts.filter(([row, cells]) => !row.closest("[data-of]")?.hidden && cells.some((text) => text.includes(words))).map(([row]) => row);
  byId("hits-said").textContent = hits.length ? say("places_in_text", { count: hits.length }) : say("nothing_in_text");
  for (const id of ["hit-back", "hit-on"]) byId(id).hidden = !hits.length;
}
const columnsOf = (row) => all(":scope > .cell:not(.inline)", row);
const rangesOf = (row, words) => {
  const found = [];
  for (const cell of all(":scope > .cell", row)) {
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    const chars = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (let i = 0; i < node.length; i++) for (const c of plain(node.data[i])) chars.push([c, node, i]);
    }
    const text = chars.map(([c]) => c).join("");
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
      const range = new Range();
      range.setStart(chars[at][1], chars[at][2]);
      range.setEnd(chars[at + words.length - 1][1], chars[at + words.length - 1][2] + 1);
      found.push(range);
    }
  }
  return found;
};
const toHit = (by) => {
  if (!hits.length) return;
  hit = hit < 0 && by < 0 ? hits.length - 1 : (hit + by + hits.length) % hits.length;
  const row = hits[hit];
  byId("hits-said").textContent = say("place_at", { at: hit + 1, all: hits.length });
  const words = plain(search.value.trim());
  // A version that is not shown may be the one that has the words.
  const having = columnsOf(row).filter((cell) => plain(cell.textContent).includes(words));
  if (having.length && !having.some((cell) => cell.getClientRects().length)) columnsFor(having.slice(0, 1).map((cell) => cell.dataset.lang));
  turnTo(row);
  for (const part of all(".part.same", row)) part.classList.add("open");
  const ranges = rangesOf(row, words);
  if (globalThis.Highlight) CSS.highlights.set("looked-for", new Highlight(...ranges));
  const go = () => {
    const seen = ranges.map((range) => range.getBoundingClientRect()).find((place) => place.height) || row.getBoundingClientRect();
    scrollBy({ top: seen.top - innerHeight / 2, behavior: "instant" });
  };
  go();
  requestAnimationFrame(() => requestAnimationFrame(go));
};
byId("hit-on")?.addEventListener("click", () => toHit(1));
byId("hit-back")?.addEventListener("click", () => toHit(-1));
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
  search.addEventListener("keydown", (event) => {
    if (event.key === "Enter") { event.preventDefault(); toHit(event.shiftKey ? -1 : 1); }
  });
}

document.addEventListener("hexapla:tab", filter);
// Parts of the page were exchanged: what was read of them is read again.
document.addEventListener("hexapla:swapped", () => {
  listed = entries = readEntries();
  texts = null;
  numberFindings();
  if (current && !current.isConnected) {
    const again = byId(current.id);
    current = null;
    if (again) makeCurrent(again); else document.dispatchEvent(new Event("hexapla:list"));
  }
  for (const tick of ticks.values()) tick.remove();
  ticks.clear();
  setUi(root.dataset.ui);
  showColumns();
  if (order?.value) arrange();
  showTab();
  filter();
  watchMatrices();
  drawMatrices();
  if (current && !byId("panel").hidden && !current.closest(".row").classList.contains("framed")) bringIntoView(current);
});
// The order of the list is that in which one walks through the findings.
const order = byId("order");
const arrange = () => {
  const body = document.querySelector(".list tbody");
  if (!order || !body) return;
  const places = new Map(all(".finding").map((finding, i) => [finding.dataset.f, i]));
  const byPlace = (a, b) => places.get(a.element.dataset.f) - places.get(b.element.dataset.f);
  listed = order.value === "place" ? [...entries].sort(byPlace) : entries;
  body.append(...listed.map((entry) => entry.element));
};
if (order) {
  order.value = state.get("order") === "place" ? "place" : "";
  order.addEventListener("change", () => { keep("order", order.value); arrange(); filter(); });
  if (order.value) arrange();
}
showTab();

// What belongs together lights up together: the words of a finding, the same value in every language.
// The words of a finding in a row: those that it quotes, those that render them, the places where they are missing, paragraphs as a whole.
const placesOf = (number, row) => all(`[data-f~="${number}"]:is(mark, .paragraph), [data-r~="${number}"]`, row);
// Where a place begins to be read: of a paragraph as a whole, its first line.
const LINE = 24; // pixels
const boxOf = (place) => {
  const box = place.getClientRects()[0];
  return place.matches(".paragraph") ? new DOMRect(box.x, box.y, box.width, Math.min(box.height, LINE)) : box;
};
let lit = [];
const light = (target) => {
  for (const element of lit) element.classList.remove("lit");
  lit = [];
  const mark = target?.closest?.("[data-f], [data-a], [data-r]");
  if (!mark) return;
  const row = mark.closest(".row");
  for (const number of (mark.dataset.f || mark.dataset.r || "").split(" ").filter(Boolean)) lit.push(...placesOf(number, row || document));
  if (mark.dataset.a && row) lit.push(...all(`[data-a="${mark.dataset.a}"]`, row));
  for (const element of lit) element.classList.add("lit");
};
document.addEventListener("mouseover", (event) => light(event.target));
document.addEventListener("focusin", (event) => light(event.target));

// Walking through the findings, in the order of the list. The one that has the focus is the one that keys act on.
const visible = () => listed.filter((entry) => entry.strip?.isConnected && !entry.element.classList.contains("filtered")).map((entry) => entry.strip);
let marked = []; // the places of the current finding
const makeCurrent = (finding) => {
  if (finding === current) return;
  current?.classList.remove("current");
  current = finding;
  finding.classList.add("current");
  for (const place of marked) place.classList.remove("now");
  marked = placesOf(finding.dataset.f, finding.closest(".row"));
  for (const place of marked) place.classList.add("now");
  document.dispatchEvent(new Event("hexapla:current"));
};
// The words in view, in every column: a row that is higher than the screen is cut down, and each of its cells scrolled to its words.
const cellsIn = (row) => all(":scope > .cell", row).filter((cell) => cell.getClientRects().length);
let framed = null; // the row that is cut down
const unframe = () => {
  if (!framed) return;
  framed.classList.remove("framed");
  for (const cell of all(".cell[data-framed]", framed)) { cell.removeAttribute("tabindex"); delete cell.dataset.framed; }
  framed = null;
};
const room = (row) => {
  const panel = byId("panel").getBoundingClientRect();
  const foot = !byId("panel").hidden && panel.width > innerWidth * 0.8 ? panel.top : innerHeight;
  const head = headHeight() + (row.closest("section")?.querySelector(".headbar")?.offsetHeight || 0);
  return { top: head, height: Math.max(120, foot - head) };
};
const centre = (cell, finding, ratio) => {
  const marks = placesOf(finding.dataset.f, cell);
  const at = marks.length ? marks[0].offsetTop + Math.min(marks[0].offsetHeight, LINE) / 2 : ratio * cell.scrollHeight;
  cell.scrollTop = at - cell.clientHeight / 2;
};
const ratioIn = (cells, finding) => {
  const found = cells.flatMap((cell) => placesOf(finding.dataset.f, cell)
    .slice(0, 1).map((mark) => mark.offsetTop / Math.max(1, cell.scrollHeight)));
  return found.length ? found.reduce((a, b) => a + b, 0) / found.length : 0;
};
const SETTLING = 12; // frames at most
const STILL = 3; // frames in which nothing moved
const bringIntoView = (finding) => {
  const row = finding.closest(".row");
  unframe();
  const { top, height } = room(row);
  for (const part of all(".part.same", row)) if (placesOf(finding.dataset.f, part).some((place) => !place.matches(".paragraph"))) part.classList.add("open");
  const drawn = (place) => place?.getClientRects().length;
  const places = cellsIn(row).map((cell) => placesOf(finding.dataset.f, cell).find(drawn)).filter(Boolean);
  const firsts = () => places.filter(drawn).map(boxOf);
  const words = firsts();
  const spread = Math.max(...words.map((box) => box.bottom)) - Math.min(...words.map((box) => box.top));
  if (words.length && spread <= height * 0.8) { settle(finding, firsts, { top, height }); return; }
  row.style.setProperty("--frame", `${Math.round(height * 0.8)}px`);
  row.classList.add("framed");
  framed = row;
  const cells = cellsIn(row);
  const ratio = ratioIn(cells, finding);
  for (const cell of cells) {
    if (cell.scrollHeight <= cell.clientHeight + 1) continue;
    cell.dataset.framed = "1";
    cell.tabIndex = 0;
    centre(cell, finding, ratio);
  }
  settle(finding, () => cells.map((cell) => cell.getBoundingClientRect()), { top, height });
};
// Rows above that come to be drawn change their heights: again until nothing moves.
const settle = (finding, boxesOf, { top, height }) => {
  let rest = SETTLING;
  let still = 0;
  const go = () => {
    if (finding !== current || rest-- <= 0 || still >= STILL) return;
    const boxes = boxesOf();
    const [high, low] = [Math.min(...boxes.map((box) => box.top)), Math.max(...boxes.map((box) => box.bottom))];
    const by = high - top - Math.max(0, (height - (low - high)) / 2);
    const moves = Number.isFinite(by) && Math.abs(by) > 1;
    still = moves ? 0 : still + 1;
    if (moves) scrollBy({ top: by, behavior: "instant" });
    requestAnimationFrame(go);
  };
  go();
  const row = finding.closest(".row");
  const grid = row.closest(".grid");
  const mark = placesOf(finding.dataset.f, row).find((place) => place.getClientRects().length);
  if (mark && grid.scrollWidth > grid.clientWidth) {
    grid.scrollLeft += mark.getBoundingClientRect().left - grid.getBoundingClientRect().left - grid.clientWidth / 3;
  }
};
const remember = (finding, asVisit) => {
  state.delete("at");
  state.set("f", finding.dataset.fingerprint);
  history[asVisit ? "pushState" : "replaceState"](null, "", "#" + state.toString());
};
function goTo(finding, asVisit = false) {
  turnTo(finding);
  makeCurrent(finding);
  remember(finding, asVisit);
  columnsFor([...finding.dataset.languages.split(" "), ...finding.dataset.touched.split(" ")].filter(Boolean).slice(0, MOST));
  document.dispatchEvent(new Event("hexapla:open"));
  bringIntoView(finding);
  finding.focus({ preventScroll: true });
  light(finding);
}
const step = (by) => {
  const findings = visible();
  if (!findings.length) return;
  const at = findings.indexOf(current);
  goTo(findings[(at + by + findings.length + (at < 0 && by < 0 ? 1 : 0)) % findings.length]);
};
const focused = (target) => {
  const entry = target?.closest?.(".entry");
  return entry ? byId("f" + entry.dataset.f) : target?.closest?.(".finding");
};
document.addEventListener("focusin", (event) => {
  const finding = focused(event.target);
  if (finding) makeCurrent(finding);
});
document.addEventListener("click", (event) => {
  if (event.target.closest?.("a,button,input,select,summary")) return;
  const finding = focused(event.target);
  if (finding && !String(getSelection())) goTo(finding, Boolean(event.target.closest(".entry")));
});
addEventListener("popstate", () => {
  const asked = new URLSearchParams(location.hash.slice(1));
  for (const name of [...state.keys()]) state.delete(name);
  for (const [name, value] of asked) state.set(name, value);
  const finding = all(".finding").find((f) => f.dataset.fingerprint === state.get("f"));
  if (finding) { goTo(finding); return; }
  document.dispatchEvent(new Event("hexapla:list"));
});
const open = () => {
  const entry = document.activeElement?.closest?.(".entry");
  if (entry) { goTo(byId("f" + entry.dataset.f), true); return; }
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
  // A key that is held down walks, and decides nothing.
  if (event.repeat && !"njpk".includes(event.key)) return;
  if (action) { event.preventDefault(); action(); }
});
byId("keys").addEventListener("click", () => byId("help").showModal());

const titleText = (finding) => finding.querySelector(`.what .l-${root.dataset.ui}`).textContent;
// The map at the edge: a tick for every finding, where its row stands among all rows.
const ticks = new Map();
function drawMap() {
  const map = byId("minimap");
  if (!ticks.size) {
    const rows = all(".grid .row");
    const rowIndex = new Map(rows.map((row, i) => [row, i]));
    for (const finding of all(".finding")) {
      const tick = document.createElement("a");
      tick.href = "#" + finding.id;
      tick.className = "tick " + finding.dataset.severity;
      tick.tabIndex = -1;
      tick.style.top = `${(100 * (rowIndex.get(finding.closest(".row")) + 0.5)) / rows.length}%`;
      ticks.set(finding, tick);
      map.append(tick);
    }
  }
  for (const [finding, tick] of ticks) {
    tick.title = `${titleText(finding)} · ${finding.closest(".row").getAttribute(`data-where-${root.dataset.ui}`)}`;
    tick.setAttribute("aria-label", tick.title);
    tick.classList.toggle("filtered", finding.classList.contains("filtered"));
    tick.classList.toggle("dismissed", finding.classList.contains("dismiss") || finding.classList.contains("tolerate"));
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
for (const details of all("details.matrix")) details.addEventListener("toggle", drawMatrices);
const watchMatrices = () => { for (const details of all("details.matrix")) {
  const rowOf = (id) => all(`.grid[data-section="${details.dataset.section}"] .cell[data-column-index="0"]`)
    .find((cell) => cell.dataset.ids.split(" ").includes(id))?.closest(".row");
  for (const canvas of all("canvas:not([data-watched])", details)) {
    canvas.dataset.watched = "1";
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
} };
watchMatrices();
dark.addEventListener("change", drawMatrices);
