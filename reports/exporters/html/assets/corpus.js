// The page of a corpus: search, and only what is grave.
const rows = Array.from(document.querySelectorAll(".resolution")).map((row) => ({ row, text: row.textContent.toLowerCase(), grave: Number(row.dataset.grave) }));
const search = document.getElementById("search");
const grave = document.getElementById("grave");
const filter = () => {
  const words = search.value.trim().toLowerCase();
  let count = 0;
  for (const { row, text, grave: many } of rows) {
    const fits = (!words || text.includes(words)) && (!grave.checked || many > 0);
    row.classList.toggle("filtered", !fits);
    count += fits ? 1 : 0;
  }
  document.getElementById("shown").textContent = say("resolutions_shown", { count });
};
search.addEventListener("input", filter);
grave.addEventListener("change", filter);
document.addEventListener("hexapla:ui", filter);
filter();
