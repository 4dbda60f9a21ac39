// The page of three texts: all paragraphs, those that changed, or those of one state.
const rows = Array.from(document.querySelectorAll(".of-three"));
const state = document.getElementById("state");
const filter = () => {
  let count = 0;
  for (const row of rows) {
    const fits = !state.value || (state.value === "changed" ? row.dataset.changed : row.dataset.state === state.value);
    row.classList.toggle("filtered", !fits);
    count += fits && row.querySelector("th") ? 1 : 0;
  }
  document.getElementById("shown").textContent = say("paragraphs_shown", { count });
};
state.addEventListener("change", filter);
document.addEventListener("hexapla:ui", filter);
filter();
