// Last of all: what the address asks for.
filter();
const start = byId(state.get("at") || (location.hash.includes("=") ? "" : location.hash.slice(1)));
if (start) requestAnimationFrame(() => (start.matches(".finding") ? goTo(start) : show(start)));
for (const box of all("[data-only]")) if (box.checked) box.dispatchEvent(new Event("change"));
