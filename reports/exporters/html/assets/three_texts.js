// The page of three texts: all paragraphs, the unchanged ones folded, or those that changed, or those of one state.
const rows = Array.from(document.querySelectorAll(".of-three"));
const folds = Array.from(document.querySelectorAll("[data-unfold]"));
const chosen = document.getElementById("state");
const unfolded = (row) => folds.some((fold) => fold.dataset.unfold === row.dataset.fold && fold.getAttribute("aria-expanded") === "true");
const filter = () => {
  const wanted = chosen.value;
  let count = 0;
  for (const row of rows) {
    const fits = !wanted || (wanted === "changed" ? row.dataset.changed : row.dataset.state === wanted);
    row.classList.toggle("filtered", !fits || (!wanted && Boolean(row.dataset.fold) && !unfolded(row)));
    count += fits && row.querySelector("th") ? 1 : 0;
  }
  for (const fold of folds) fold.closest("tr").hidden = Boolean(wanted);
  document.getElementById("shown").textContent = say("paragraphs_shown", { count });
};
for (const fold of folds) {
  fold.addEventListener("click", () => {
    fold.setAttribute("aria-expanded", String(fold.getAttribute("aria-expanded") !== "true"));
    filter();
  });
}
chosen.addEventListener("change", filter);
document.addEventListener("hexapla:ui", filter);
// A link to a paragraph shows it, whatever is chosen.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.('a[href^="#row-"]');
  const row = link && document.getElementById(link.getAttribute("href").slice(1));
  if (!row) return;
  event.preventDefault();
  if (row.classList.contains("filtered")) { chosen.value = ""; filter(); }
  row.scrollIntoView({ block: "center" });
  for (const other of document.querySelectorAll(".of-three.here")) other.classList.remove("here");
  row.classList.add("here");
});
filter();
