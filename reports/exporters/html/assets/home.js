// The page where work begins: what lies on the desk and what it comes to, recent work.
const reading = (name) => { byId("come-to").textContent = say("reading_file", { name }); };

// The table of texts, and what they come to.
const why = (aside) => ({ unreadable: say("aside_unreadable"), twice: say("aside_twice"), no_pivot: say("aside_no_pivot"), other_kind: say("aside_other_kind") })[aside] || "";
const row = (text) => {
  const line = made("tr", "", text.aside || text.problem ? "aside" : "");
  const file = made("th");
  file.scope = "row";
  if (text.language) {
    const link = made("a", text.file);
    link.href = `resolution?${new URLSearchParams({ desk, text: text.text })}`;
    file.append(link);
  } else file.append(text.file);
  const what = made("td", text.language ? named(text.language) : "–");
  const symbol = made("td", text.symbol || "–");
  const note = text.problem || why(text.aside);
  if (note) symbol.append(" ", made("small", note));
  const last = made("td");
  last.append(removing(text.file));
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
  // Several resolutions in one language can also be compared two by two, or followed as a series; one may have a predecessor in the library.
  const most = Math.max(...Object.keys(spoken[root.dataset.ui].languages).map((code) => shown.texts.filter((text) => text.language === code).length));
  byId("to-compare").hidden = most < 2;
  byId("to-series").hidden = most < 3;
  for (const [id, page] of [["to-compare", "compare"], ["to-series", "series"]]) {
    byId(id).href = byId(id).dataset.to = `${page}#desk=${desk}`;
  }
  byId("before").hidden = !recent.library || shown.related.some((r) => r.place === "earlier");
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
  drawLibrary();
};
function draw() {
  drawSeen();
  drawRecent();
}

byId("open").addEventListener("click", () => working(async () => {
  const { address } = await post(`${await place()}/open`, chosen ? { symbol: chosen } : {});
  location.assign(address + carried());
}));
byId("before").addEventListener("click", () => working(async () => {
  byId("wants").textContent = say("looking");
  take(await post(of(`${await place()}/before`), {}));
}));
document.addEventListener("hexapla:ui", draw);
begin();
