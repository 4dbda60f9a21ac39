// Last of all: what the address asks for.
filter();
const byFingerprint = state.get("f") && all(".finding").find((finding) => finding.dataset.fingerprint === state.get("f"));
const start = byFingerprint || byId(state.get("at") || (location.hash.includes("=") ? "" : location.hash.slice(1)));
if (start) requestAnimationFrame(() => (start.matches(".finding") ? goTo(start) : show(start)));
for (const box of all("[data-only]")) if (box.checked) box.dispatchEvent(new Event("change"));
