// The page where work begins: files are sent to the server on this machine one by one, what they are comes back.
let desk = state.get("desk") || "";
let shown = null;
let recent = { recent: [], symbols: [], library: 0 };
let chosen = state.get("of") || "";
let busy = 0;
const working = async (work) => {
  busy += 1;
  document.body.setAttribute("aria-busy", "true");
  try {
    notice("");
    await work();
  } catch (error) {
    notice(error.message);
  } finally {
    busy -= 1;
    if (!busy) document.body.removeAttribute("aria-busy");
    draw();
  }
};
const place = async () => {
  if (!desk) {
    desk = (await post("api/desk", {})).desk;
    keep("desk", desk);
  }
  return `api/desk/${desk}`;
};
const of = (path) => (chosen ? `${path}?symbol=${encodeURIComponent(chosen)}` : path);
const take = (fresh) => {
  shown = fresh;
  if (fresh.refused) notice(fresh.refused);
};
const send = (files) => working(async () => {
  const problems = [];
  for (const file of files) {
    byId("come-to").textContent = say("reading_file", { name: file.name });
    byId("seen").hidden = false;
    const path = `${await place()}/files?name=${encodeURIComponent(file.name)}`;
    const fresh = await call(path, { method: "PUT", headers: { "Content-Type": "application/octet-stream" }, body: file });
    shown = fresh;
    if (fresh.refused) problems.push(fresh.refused);
    draw();
  }
  if (chosen) take(await call(of(await place())));
  if (problems.length) notice(problems.join("\n"));
  byId("seen").scrollIntoView({ block: "nearest" });
});

// The table of texts, and what they come to.
const why = (aside) => ({ unreadable: say("aside_unreadable"), twice: say("aside_twice"), no_pivot: say("aside_no_pivot") })[aside] || "";
const row = (text) => {
  const line = made("tr", "", text.aside || text.problem ? "aside" : "");
  const file = made("th", text.file);
  file.scope = "row";
  const what = made("td", text.language ? named(text.language) : "–");
  const symbol = made("td", text.symbol || "–");
  const note = text.problem || why(text.aside);
  if (note) symbol.append(" ", made("small", note));
  const away = made("button", say("take_away"));
  away.type = "button";
  away.setAttribute("aria-label", `${say("take_away")} ${text.file}`);
  away.addEventListener("click", () => working(async () => take(await post(of(`${await place()}/remove`), { name: text.file }))));
  const last = made("td");
  last.append(away);
  line.append(file, what, symbol, last);
  return line;
};
const choice = (entry) => {
  const item = made("li");
  const label = made("label");
  const radio = made("input");
  radio.type = "radio";
  radio.name = "of";
  radio.checked = entry.symbol === shown.symbol;
  radio.addEventListener("change", () => working(async () => {
    chosen = entry.symbol;
    keep("of", chosen);
    take(await call(of(await place())));
  }));
  label.append(radio, " ", made("b", entry.symbol || say("no_symbol")), " ", made("span", `(${list(entry.languages)})`));
  const role = shown.related.find((r) => r.symbol === entry.symbol);
  if (role) label.append(" ", made("span", role.place === "earlier" ? say("comes_before") : say("comes_after"), "tag"));
  item.append(label);
  return item;
};
const drawSeen = () => {
  byId("seen").hidden = !shown || !shown.files;
  if (!shown || !shown.files) return;
  byId("seen-count").textContent = say("files_seen", { count: shown.files });
  byId("texts").replaceChildren(...shown.texts.map(row));
  byId("open").disabled = !shown.ready || busy > 0;
  const facts = byId("facts");
  facts.replaceChildren();
  if (!shown.symbols) {
    byId("come-to").textContent = say("nothing_usable");
    byId("wants").textContent = "";
    return;
  }
  byId("come-to").textContent = say("versions_of", { count: shown.versions.length, symbol: shown.symbol || say("no_symbol"), languages: list(shown.versions) });
  if (shown.missing.length && shown.versions.length > 1) facts.append(made("li", say("missing", { languages: list(shown.missing) })));
  if (shown.instead) facts.append(made("li", say("measured_against", { wanted: named(shown.instead), language: named(shown.versions[0]) })));
  if (shown.symbols.length > 1) facts.append(...shown.symbols.map(choice));
  byId("wants").textContent = shown.ready ? "" : say("one_text");
};

// Recent work and the library.
const work = (entry) => {
  const item = made("li", "", "work");
  const link = made("a", entry.symbol || entry.folder);
  link.href = entry.address;
  const left = entry.findings - entry.decided;
  const progress = entry.findings ? say("points_left", { count: left, all: entry.findings }) : say("no_points");
  const when = new Date(entry.opened);
  const facts = [list(entry.languages), entry.related, progress, isNaN(when) ? "" : when.toLocaleString(root.dataset.ui, { dateStyle: "medium", timeStyle: "short" })];
  const away = made("button", say("forget"));
  away.type = "button";
  away.setAttribute("aria-label", `${say("forget")} ${entry.symbol}`);
  away.addEventListener("click", () => working(async () => { recent = await post("api/forget", { folder: entry.folder }); }));
  item.append(link, made("span", facts.filter(Boolean).join(" · "), "note"));
  if (!entry.own) item.append(made("span", entry.folder, "path"));
  item.append(away);
  return item;
};
const drawRecent = () => {
  byId("recent").hidden = !recent.recent.length;
  byId("works").replaceChildren(...recent.recent.map(work));
  byId("library").textContent = recent.library ? say("library_holds", { count: recent.library }) : say("library_is_empty");
  byId("symbols").replaceChildren(...recent.symbols.map((symbol) => { const option = made("option"); option.value = symbol; return option; }));
  byId("symbol").disabled = byId("take").disabled = !recent.library;
};
function draw() {
  drawSeen();
  drawRecent();
}

byId("choose").addEventListener("click", () => byId("files").click());
byId("files").addEventListener("change", () => { send(Array.from(byId("files").files)); });
const drop = byId("drop");
for (const name of ["dragenter", "dragover"]) {
  document.addEventListener(name, (event) => { event.preventDefault(); drop.classList.add("over"); });
}
document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) drop.classList.remove("over"); });
document.addEventListener("drop", (event) => {
  event.preventDefault();
  drop.classList.remove("over");
  const files = Array.from(event.dataTransfer?.files || []);
  if (files.length) send(files);
});
byId("paste").addEventListener("click", () => working(async () => {
  take(await post(of(`${await place()}/paste`), { text: byId("text").value }));
  if (!shown.refused) byId("text").value = "";
}));
const takeSymbol = () => working(async () => {
  take(await post(of(`${await place()}/take`), { symbol: byId("symbol").value }));
  if (!shown.refused) byId("symbol").value = "";
});
byId("take").addEventListener("click", takeSymbol);
byId("symbol").addEventListener("keydown", (event) => { if (event.key === "Enter") takeSymbol(); });
byId("open").addEventListener("click", () => working(async () => {
  const { address } = await post(`${await place()}/open`, chosen ? { symbol: chosen } : {});
  location.assign(address + carried());
}));
document.addEventListener("hexapla:ui", draw);
working(async () => {
  recent = await call("api/home");
  if (desk) take(await call(of(await place())));
});
