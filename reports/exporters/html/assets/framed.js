// A report as a page of the application: what leads elsewhere keeps the language of the interface and the colours.
{
  const asked = new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : "");
  if (Object.hasOwn(spoken, asked.get("ui")) && asked.get("ui") !== root.dataset.ui) {
    setUi(asked.get("ui"));
    document.dispatchEvent(new Event("hexapla:ui"));
  }
  setTheme(asked.get("theme"));
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.(".app-bar a, .app-trail a, .app-tabs a, .saves a");
    if (!link) return;
    link.dataset.to ??= link.getAttribute("href");
    const [place, hash] = link.dataset.to.split("#");
    const theme = root.dataset.theme ? `theme=${root.dataset.theme}` : "";
    const ui = `ui=${root.dataset.ui}`;
    link.href = link.hasAttribute("download") ? `${place}${place.includes("?") ? "&" : "?"}${ui}` : `${place}#${[hash, ui, theme].filter(Boolean).join("&")}`;
  });
  // The list of what can be saved is closed by a choice, by Escape, and by a click beside it.
  for (const saves of document.querySelectorAll("details.saves")) {
    document.addEventListener("click", (event) => { if (!saves.contains(event.target) || event.target.closest("a")) saves.open = false; });
    saves.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !saves.open) return;
      event.stopPropagation();
      saves.open = false;
      saves.querySelector("summary").focus();
    });
  }
}
