// A desk: files are sent to the server on this machine one by one, what they are comes back. Pages that have one say how it is drawn.
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
    reading(file.name);
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

const remove = (file) => working(async () => take(await post(of(`${await place()}/remove`), { name: file })));
const removing = (file) => {
  const away = made("button", say("take_away"));
  away.type = "button";
  away.setAttribute("aria-label", `${say("take_away")} ${file}`);
  away.addEventListener("click", () => remove(file));
  return away;
};
const drawLibrary = () => {
  byId("library").textContent = recent.library ? say("library_holds", { count: recent.library }) : say("library_is_empty");
  byId("symbols").replaceChildren(...recent.symbols.map((symbol) => { const option = made("option"); option.value = symbol; return option; }));
  byId("symbol").disabled = byId("take").disabled = !recent.library;
};
const begin = () => working(async () => {
  recent = await call("api/home");
  if (desk) take(await call(of(await place())));
});

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
byId("paste")?.addEventListener("click", () => working(async () => {
  take(await post(of(`${await place()}/paste`), { text: byId("text").value }));
  if (!shown.refused) byId("text").value = "";
}));
const takeSymbol = () => working(async () => {
  byId("seen").hidden = false;
  reading(byId("symbol").value);
  take(await post(of(`${await place()}/take`), { symbol: byId("symbol").value }));
  if (!shown.refused) byId("symbol").value = "";
});
byId("take")?.addEventListener("click", takeSymbol);
byId("symbol")?.addEventListener("keydown", (event) => { if (event.key === "Enter") takeSymbol(); });
