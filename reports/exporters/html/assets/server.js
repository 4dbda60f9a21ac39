// The review: decisions go to the server, which keeps them in its journal; beads are corrected here.
let last = Number(document.body.dataset.last);
const call = async (path, body) => {
  const file = body instanceof Blob;
  const response = await fetch(`${path}${path.includes("?") ? "&" : "?"}ui=${root.dataset.ui}`, body === undefined ? {} : {
    method: "POST", headers: { "Content-Type": file ? "application/octet-stream" : "application/json" }, body: file ? body : JSON.stringify(body),
  }).catch(() => { throw new Error(say("no_answer")); });
  const data = await response.json();
  if (response.status === 409) {
    take(data.state);
    throw new Error(say("changed_meanwhile"));
  }
  if (!response.ok) throw new Error(data.error);
  return data;
};
// The state of the page, and of the corrections in it: a server that was begun again says the same of the same.
const generation = () => Number(document.body.dataset.generation);
const pins = () => document.body.dataset.pins;
const take = (fresh) => {
  // What was asked for before something of this window was done may come after it.
  if (fresh.last < last) return;
  last = fresh.last;
  document.body.dataset.reviser = fresh.reviser;
  showDecisions(fresh.findings, fresh.undoable);
  document.body.dataset.last = last;
  if (fresh.generation !== generation()) {
    notice(fresh.pins === pins() ? say("checked_elsewhere") : say("aligned_elsewhere"), {
      label: say("reload"), run: () => attempt(async () => { notice(""); await catchUp(); }),
    });
  } else if (fresh.changed) {
    notice(say("files_changed"), {
      label: say("check_again"), run: () => byId("recheck").click(),
    });
  }
};
// While something of this window is under way, what a look brings may be that very thing: it is not taken for another's.
let sending = 0;
let queue = Promise.resolve();
const inTurn = (work) => {
  sending += 1;
  const done = queue.then(work).finally(() => { sending -= 1; });
  queue = done.catch(() => {});
  return done;
};
const send = (path, body) => inTurn(async () => {
  const fresh = await call(path, { ...body, seen: last });
  if (fresh.generation !== generation()) await exchange();
  take(fresh);
});
// The page as it is now: what differs is exchanged in place, so that the place, the focus and the filters stay.
const exchange = async () => {
  const fresh = await call(`api/changes?since=${generation()}`);
  if (!fresh.changes) { location.reload(); return; }
  const held = whereFocusIs();
  swap(fresh.changes);
  document.body.dataset.generation = fresh.generation;
  document.body.dataset.pins = fresh.pins;
  for (const cell of all(".grid .cell")) dress(cell);
  document.dispatchEvent(new Event("hexapla:swapped"));
  focusAgain(held);
};
const catchUp = () => inTurn(async () => {
  await exchange();
  take(await call("api/state"));
});
const fromHtml = (text) => {
  const holder = document.createElement("template");
  holder.innerHTML = text;
  return holder.content.firstElementChild;
};
const swap = ({ parts, lists }) => {
  const partsHere = new Map(all("[data-part]").map((part) => [part.dataset.part, part]));
  for (const [name, text] of Object.entries(parts)) {
    const part = partsHere.get(name);
    const value = part.value;
    part.innerHTML = text;
    if (part.tagName === "SELECT") part.value = all("option", part).some((option) => option.value === value) ? value : "";
  }
  for (const { name, order, changed } of lists) {
    const list = all("[data-list]").find((element) => element.dataset.list === name);
    const here = new Map(Array.from(list.children, (child) => [child.id, child]));
    const wanted = order.map((id) => (id in changed ? fromHtml(changed[id]) : here.get(id)));
    const staying = new Set(wanted);
    for (const child of Array.from(list.children)) if (!staying.has(child)) child.remove();
    wanted.forEach((child, i) => { if (list.children[i] !== child) list.insertBefore(child, list.children[i] || null); });
  }
};
// The focus may be inside what is exchanged: it goes to what stands there now.
const whereFocusIs = () => {
  const element = document.activeElement;
  const cell = element?.closest?.(".cell");
  return {
    element, id: element?.id, ids: cell ? idsOf(cell) : [], section: cell?.closest("section").id, column: cell?.dataset.columnIndex,
  };
};
const focusAgain = ({ element, id, ids, section, column }) => {
  if (!element || element.isConnected) return;
  const cell = ids.length && all(`#${section} .cell[data-column-index="${column}"]`).find((c) => idsOf(c).some((i) => ids.includes(i)));
  (byId(id || "-") || cell?.querySelector(".align"))?.focus({ preventScroll: true });
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

// A colleague's decisions: a workbook, an export, a journal.
byId("merge").addEventListener("click", () => byId("merge-file").click());
byId("merge-file").addEventListener("change", () => attempt(async () => {
  const [file] = byId("merge-file").files;
  byId("merge-file").value = "";
  if (!file) return;
  await named();
  await inTurn(async () => {
    const fresh = await call(`api/merge?name=${encodeURIComponent(file.name)}`, new Blob([await file.arrayBuffer()]));
    if (fresh.generation !== generation()) await exchange();
    take(fresh);
    const { unread, ...counts } = fresh.merged;
    notice([say("taken_in", { count: counts.new }), counts.disputed ? say("disputed_now", { count: counts.disputed }) : "",
      counts.unknown ? say("not_there", { count: counts.unknown }) : "", ...unread].filter(Boolean).join("\n"));
  });
}));

// Correcting beads: a button in every cell beside the pivot's.
const bead = byId("bead");
let chosen = null;
const idsOf = (cell) => (cell.dataset.ids ? cell.dataset.ids.split(" ") : []);
const cellsOf = (row) => all(":scope > .cell", row);
const place = (cell) => {
  const row = cell.closest(".row");
  const section = cell.closest("section");
  const index = Number(cell.dataset.columnIndex);
  const sides = (r) => [idsOf(cellsOf(r)[0]), idsOf(cellsOf(r)[index])];
  const rowsHere = all(".grid .row", section).filter((r) => sides(r).some((ids) => ids.length));
  const at = rowsHere.indexOf(row);
  const pair = section.dataset.subject === "versions" ? `versions:${cell.dataset.lang}` : section.dataset.subject;
  return {
    pair, section: section.id, column: cell.dataset.columnIndex, here: sides(row),
    above: at > 0 ? sides(rowsHere[at - 1]) : null,
    below: at < rowsHere.length - 1 ? sides(rowsHere[at + 1]) : null,
  };
};
const alignButton = ({ section, column }, id) => all(`#${section} .cell[data-column-index="${column}"]`)
  .find((cell) => idsOf(cell).includes(id) || idsOf(cellsOf(cell.closest(".row"))[0]).includes(id))?.querySelector(".align");
const beadsFor = ({ here: [s, t], above, below }, what) => {
  if (what === "up" && above && t.length) return [[above[0], [...above[1], t[0]]], [s, t.slice(1)]];
  if (what === "down" && below && t.length) return [[s, t.slice(0, -1)], [below[0], [t.at(-1), ...below[1]]]];
  if (what === "join" && below) return [[[...s, ...below[0]], [...t, ...below[1]]]];
  if (what === "split" && (s.length > 1 || t.length > 1)) return [[s.slice(0, 1), t.slice(0, 1)], [s.slice(1), t.slice(1)]];
  if (what === "part" && s.length && t.length) return [[s, []], [[], t]];
  if (what === "hold") return [[s, t]];
  return null;
};
const nameAlign = (button, cell) => {
  button.title = say("correct_the_alignment");
  button.setAttribute("aria-label", `${button.title} ${cell.closest(".row").getAttribute(`data-where-${root.dataset.ui}`)} ${cell.lang || cell.dataset.lang}`);
};
document.addEventListener("hexapla:ui", () => { for (const button of all(".align")) nameAlign(button, button.closest(".cell")); });
function dress(cell) {
  if (cell.dataset.columnIndex === "0" || cell.classList.contains("inline") || !cell.closest("section").dataset.subject || cell.querySelector(":scope > .align")) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "align";
  button.textContent = cell.classList.contains("pinned") ? "◆" : "⇅";
  nameAlign(button, cell);
  button.addEventListener("click", () => {
    chosen = place(cell);
    byId("bead-what").textContent = `${cell.closest(".row").getAttribute(`data-where-${root.dataset.ui}`)} · ${spoken[root.dataset.ui].languages[cell.dataset.lang] || ""}`.replace(/ · $/, "");
    for (const choice of all(".choices button", bead)) choice.disabled = !beadsFor(chosen, choice.value);
    bead.showModal();
  });
  cell.append(button);
}
for (const cell of all(".grid .cell")) dress(cell);
bead.addEventListener("close", () => {
  const beads = chosen && beadsFor(chosen, bead.returnValue);
  bead.returnValue = "";
  if (!beads) return;
  notice(say("aligning_anew"));
  const { pair } = chosen;
  // The button that was pressed may be gone: the focus waits on the cell's.
  const first = chosen.here[1][0] || chosen.here[0][0];
  attempt(async () => {
    await sendNamed("api/pin", { pair, beads: beads.filter(([s, t]) => s.length || t.length) });
    notice("");
    if (first && document.activeElement === document.body) alignButton(chosen, first)?.focus({ preventScroll: true });
  });
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
