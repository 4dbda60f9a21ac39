// A report by itself keeps decisions in the browser; they can be saved as a file that "hexapla review --merge" takes.
const KEY = "hexapla:" + root.dataset.key;
const reviser = () => say("reader");
let events = [];
const load = () => {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) || "[]");
    return Array.isArray(kept) ? kept : [];
  } catch {
    return events; // A browser that keeps nothing for files: decisions last as long as the page.
  }
};
events = load();
const unique = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, "0")).join("");
const stateOf = () => {
  const out = {};
  for (const finding of findings) {
    const fingerprint = finding.dataset.fingerprint;
    const entry = { comments: [] };
    for (const event of events) {
      if (event.kind === "decide" && reaches(event.payload, finding)) {
        Object.assign(entry, { decision: event.payload.decision, reason: event.payload.reason, reviser: event.reviser });
      } else if (event.kind === "comment" && event.payload.fingerprint === fingerprint) {
        entry.comments.push({ text: event.payload.text, reviser: event.reviser });
      }
    }
    out[fingerprint] = entry;
  }
  return out;
};
const refresh = () => {
  showDecisions(stateOf(), events.length > 0);
  byId("save").disabled = events.length === 0;
};
const write = (changed) => {
  events = changed;
  try {
    localStorage.setItem(KEY, JSON.stringify(events));
  } catch {
    notice(say("browser_keeps_nothing"));
  }
  refresh();
};
const add = (kind, payload) => write([...load(), {
  uuid: unique(), time: new Date().toISOString(), reviser: reviser(), kind, payload,
}]);
const store = {
  decide: async (payload) => add("decide", payload),
  comment: async (fingerprint, text) => add("comment", { fingerprint, text }),
  undo: async () => write(load().slice(0, -1)),
};
byId("save").addEventListener("click", () => {
  const data = { format: "hexapla-review", version: 2, events, decisions: [] };
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify(data, null, 1)], { type: "application/json" }));
  link.download = `decisions-${root.dataset.key.replace(/[^\w.-]+/g, "-")}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
});
addEventListener("storage", (event) => { if (event.key === KEY) { events = load(); refresh(); } });
refresh();
