// The colours of a page: as the system has them, or as the button says.
const dark = matchMedia("(prefers-color-scheme: dark)");
const setTheme = (theme) => { if (["light", "dark"].includes(theme)) root.dataset.theme = theme; };
document.getElementById("theme").addEventListener("click", () => {
  setTheme((root.dataset.theme || (dark.matches ? "dark" : "light")) === "dark" ? "light" : "dark");
  document.dispatchEvent(new Event("hexapla:theme"));
});
