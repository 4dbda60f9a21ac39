// The review: decisions go to the server, which keeps them in its journal; beads are corrected here.
let last = Number(document.body.dataset.last);
const call = async (path, body) => {
  const response = await fetch(`${path}?ui=${root.dataset.ui}`, body === undefined ? {} : {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body),
  }).catch(() => { throw new Error(say("no_answer")); });
  const data = await response.json();
  if (response.status === 409) {
    take(data.state);
    throw new Error(say("changed_meanwhile"));
  }
  if (!response.ok) throw new Error(data.error);
  return data;
};
const take = (fresh) => {
  last = fresh.last;
  document.body.dataset.reviser = fresh.reviser;
  showDecisions(fresh.findings, fresh.undoable);
  document.body.dataset.last = last;
  if (String(fresh.generation) !== document.body.dataset.generation) {
    notice(say("aligned_elsewhere"), {
      label: say("reload"), run: () => location.reload(),
    });
  } else if (fresh.changed) {
    notice(say("files_changed"), {
      label: say("check_again"), run: () => byId("recheck").click(),
    });
  }
};
// While something of this window is under way, what a look brings may be that very thing: it is not taken for another's.
let sending = 0;
const send = async (path, body) => {
  sending += 1;
  const fresh = await call(path, { ...body, seen: last }).finally(() => { sending -= 1; });
  if (String(fresh.generation) !== document.body.dataset.generation) { location.reload(); return; }
  take(fresh);
};
// Who decides is asked for once, before the first decision.
const who = byId("who");
// Enter presses the first button of a form, which here takes it all back.
byId("who-name").addEventListener("keydown", (event) => {
  if (event.key === "Enter") { event.preventDefault(); byId("who-ok").click(); }
});
const named = async () => {
  if (document.body.dataset.reviser) return;
  take(await call("api/state")); // said in another window, or before this page was made
  if (document.body.dataset.reviser) return;
  who.showModal();
  await new Promise((done) => { who.addEventListener("close", done, { once: true }); });
  const name = byId("who-name").value.trim();
  const given = who.returnValue === "ok" && name;
  who.returnValue = "";
  if (!given) throw new Error(say("name_wanted"));
  await call("../../api/name", { name });
  document.body.dataset.reviser = name;
};
const sendNamed = async (path, body) => { await named(); await send(path, body); };
const store = {
  decide: (payload) => sendNamed("api/decide", payload),
  comment: (fingerprint, text) => sendNamed("api/comment", { fingerprint, text }),
  undo: () => send("api/undo", {}),
};
byId("recheck").addEventListener("click", () => attempt(async () => {
  byId("recheck").disabled = true;
  notice(say("checking"));
  try { await call("api/recheck", {}); location.reload(); } finally { byId("recheck").disabled = false; }
}));

// Correcting beads: a button in every cell beside the pivot's.
const bead = byId("bead");
let chosen = null;
const idsOf = (cell) => (cell.dataset.ids ? cell.dataset.ids.split(" ") : []);
const cellsOf = (row) => all(":scope > .cell:not(.inline)", row);
const place = (cell) => {
  const row = cell.closest(".row");
  const section = cell.closest("section");
  const index = Number(cell.dataset.columnIndex);
  const sides = (r) => [idsOf(cellsOf(r)[0]), idsOf(cellsOf(r)[index])];
  const rowsHere = all(".grid .row", section).filter((r) => sides(r).some((ids) => ids.length));
  const at = rowsHere.indexOf(row);
  const pair = section.dataset.subject === "versions" ? `versions:${cell.dataset.lang}` : section.dataset.subject;
  return {
    pair, row, here: sides(row),
    above: at > 0 ? sides(rowsHere[at - 1]) : null,
    below: at < rowsHere.length - 1 ? sides(rowsHere[at + 1]) : null,
  };
};
const beadsFor = ({ here: [s, t], above, below }, what) => {
  if (what === "up" && above && t.length) return [[above[0], [...above[1], t[0]]], [s, t.slice(1)]];
  if (what === "down" && below && t.length) return [[s, t.slice(0, -1)], [below[0], [t.at(-1), ...below[1]]]];
  if (what === "join" && below) return [[[...s, ...below[0]], [...t, ...below[1]]]];
  if (what === "split" && (s.length > 1 || t.length > 1)) return [[s.slice(0, 1), t.slice(0, 1)], [s.slice(1), t.slice(1)]];
  if (what === "part" && s.length && t.length) return [[s, []], [[], t]];
  if (what === "hold") return [[s, t]];
  return null;
};
for (const cell of all(".grid .cell:not(.inline)")) {
  if (cell.dataset.columnIndex === "0" || !cell.closest("section").dataset.subject) continue;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "align";
  button.textContent = cell.classList.contains("pinned") ? "📌" : "⇅";
  const name = () => {
    button.title = say("correct_the_alignment");
    button.setAttribute("aria-label", `${button.title} ${cell.closest(".row").getAttribute(`data-where-${root.dataset.ui}`)} ${cell.lang || cell.dataset.lang}`);
  };
  name();
  document.addEventListener("hexapla:ui", name);
  button.addEventListener("click", () => {
    chosen = place(cell);
    byId("bead-what").textContent = `${chosen.here[0].join(" ") || "–"} ↔ ${chosen.here[1].join(" ") || "–"}`;
    for (const choice of all(".choices button", bead)) choice.disabled = !beadsFor(chosen, choice.value);
    bead.showModal();
  });
  cell.append(button);
}
bead.addEventListener("close", () => {
  const beads = chosen && beadsFor(chosen, bead.returnValue);
  bead.returnValue = "";
  if (!beads) return;
  keep("at", chosen.row.id);
  notice(say("aligning_anew"));
  attempt(() => sendNamed("api/pin", { pair: chosen.pair, beads: beads.filter(([s, t]) => s.length || t.length) }));
});

// Other windows and revisers: look now and then, and when the window comes to the front.
const look = async () => {
  if (document.hidden || sending || document.querySelector("dialog[open]")) return;
  try {
    const fresh = await call("api/state");
    if (!sending) take(fresh);
  } catch (error) { notice(error.message); }
};
setInterval(look, 4000);
document.addEventListener("visibilitychange", look);
attempt(async () => take(await call("api/state")));
