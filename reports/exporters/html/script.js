"use strict";
(() => {
  const root = document.documentElement;
  const all = (selector, from = document) => Array.from(from.querySelectorAll(selector));
  const state = new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : "");
  const keep = () => history.replaceState(null, "", "#" + state.toString());

  // Language of the interface.
  const setUi = (ui) => { root.dataset.ui = ui; root.lang = ui; };
  if (state.get("ui")) setUi(state.get("ui"));
  document.getElementById("ui").addEventListener("click", () => {
    const ui = root.dataset.ui === "fr" ? "en" : "fr";
    setUi(ui); state.set("ui", ui); keep(); filter();
  });

  // Columns: which languages are shown; the choice stays in the address.
  const boxes = all("[data-column]");
  const showColumns = () => {
    const off = boxes.filter((box) => !box.checked).map((box) => box.dataset.column);
    for (const cell of all("#versions .cell")) cell.classList.toggle("hidden", off.includes(cell.dataset.lang));
    const grid = document.querySelector("#versions .grid");
    if (grid) grid.className = "grid n" + Math.max(1, boxes.length - off.length);
    if (off.length) state.set("hide", off.join(",")); else state.delete("hide");
  };
  const hidden = (state.get("hide") || "").split(",");
  for (const box of boxes) {
    box.checked = !hidden.includes(box.dataset.column);
    box.addEventListener("change", () => { showColumns(); keep(); });
  }
  if (boxes.length) showColumns();

  // Filters of the list and of the strips below the rows.
  const search = document.getElementById("search");
  const code = document.getElementById("code");
  const cards = all("[data-filter-severity]");
  const shown = document.getElementById("shown");
  function filter() {
    if (!search) return;
    const words = search.value.trim().toLowerCase();
    const levels = new Set(cards.filter((c) => c.getAttribute("aria-pressed") === "true").map((c) => c.dataset.filterSeverity));
    let count = 0;
    for (const entry of all(".entry")) {
      const fits = levels.has(entry.dataset.severity) && (!code.value || entry.dataset.code === code.value)
        && (!words || entry.textContent.toLowerCase().includes(words));
      entry.classList.toggle("filtered", !fits);
      document.getElementById("f" + entry.dataset.f)?.classList.toggle("filtered", !fits);
      count += fits ? 1 : 0;
    }
    shown.textContent = count + (root.dataset.ui === "fr" ? " affichés" : " shown");
  }
  for (const card of cards) card.addEventListener("click", () => {
    card.setAttribute("aria-pressed", card.getAttribute("aria-pressed") === "true" ? "false" : "true");
    filter();
  });
  search?.addEventListener("input", filter);
  code?.addEventListener("change", filter);
  filter();

  // The counterpart of a mark lights up with it.
  const light = (target, on) => {
    const mark = target.closest?.("[data-f]");
    if (!mark) return;
    const wanted = new Set(mark.dataset.f.split(" "));
    for (const other of all("mark.f")) {
      if (other.dataset.f.split(" ").some((f) => wanted.has(f))) other.classList.toggle("lit", on);
    }
  };
  for (const [on, off] of [["mouseover", "mouseout"], ["focusin", "focusout"]]) {
    document.addEventListener(on, (event) => light(event.target, true));
    document.addEventListener(off, (event) => light(event.target, false));
  }

  // Keyboard: n and p walk through the findings, / goes to the search.
  let current = -1;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || /INPUT|SELECT|TEXTAREA/.test(event.target.tagName)) return;
    if (event.key === "/" && search) { event.preventDefault(); search.focus(); return; }
    if (event.key !== "n" && event.key !== "p") return;
    const findings = all(".finding:not(.filtered)");
    if (!findings.length) return;
    findings[current]?.classList.remove("current");
    current = (current + (event.key === "n" ? 1 : -1) + findings.length) % findings.length;
    findings[current].classList.add("current");
    findings[current].scrollIntoView({ block: "center" });
  });
})();
