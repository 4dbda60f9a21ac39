// The pages where texts are chosen and put in order, to be compared or followed as a series.
const pick = document.querySelector(".pick");
const [fewest, most] = [Number(pick.dataset.fewest), Number(pick.dataset.most)];
let tongue = state.get("l") || "";
let order = (state.get("order") || "").split("|").filter(Boolean);
let off = new Set((state.get("off") || "").split("|").filter(Boolean));
const reading = (name) => { byId("wants").textContent = say("reading_file", { name }); };
const usable = () => (shown ? shown.texts.filter((text) => text.language) : []);
const tongues = () => {
  const counts = new Map();
  for (const text of usable()) counts.set(text.language, (counts.get(text.language) || 0) + 1);
  return Array.from(counts).sort((a, b) => b[1] - a[1]);
};
// In the order of adoption until somebody puts them in another.
const listed = () => {
  const here = usable().filter((text) => text.language === tongue);
  const at = (text) => (order.includes(text.text) ? order.indexOf(text.text) : order.length + text.rank);
  return here.sort((a, b) => at(a) - at(b));
};
const chosenTexts = () => listed().filter((text) => !off.has(text.text));
const remember = () => {
  keep("l", tongue);
  keep("order", order.join("|"));
  keep("off", Array.from(off).join("|"));
};
const move = (text, by) => {
  const names = listed().map((entry) => entry.text);
  const from = names.indexOf(text.text);
  names.splice(from, 1);
  names.splice(from + by, 0, text.text);
  order = names;
  remember();
  draw();
  byId("picked").querySelector(`[data-text="${CSS.escape(text.text)}"] [data-by="${by}"]:not(:disabled)`)?.focus();
};
const mover = (text, by, name, ends) => {
  const button = made("button", by < 0 ? "↑" : "↓");
  button.type = "button";
  button.dataset.by = by;
  button.disabled = ends;
  button.setAttribute("aria-label", `${name} ${text.symbol || text.file}`);
  button.addEventListener("click", () => move(text, by));
  return button;
};
const item = (text, place, count) => {
  const line = made("li");
  line.dataset.text = text.text;
  const label = made("label");
  const box = made("input");
  box.type = "checkbox";
  box.checked = !off.has(text.text);
  box.addEventListener("change", () => {
    if (box.checked) off.delete(text.text); else off.add(text.text);
    remember();
    draw();
  });
  label.append(box, " ", made("b", text.symbol || say("no_symbol")), " ", made("span", text.file, "note"));
  line.append(label, mover(text, -1, say("move_up"), place === 0), mover(text, 1, say("move_down"), place === count - 1), removing(text.file));
  return line;
};
const unusable = (text) => {
  const line = made("li", "", "aside");
  line.append(made("span", text.file), " ", made("small", text.problem || say("aside_unreadable")), removing(text.file));
  return line;
};
function draw() {
  drawLibrary();
  byId("seen").hidden = !shown || !shown.files;
  if (!shown || !shown.files) return;
  const found = tongues();
  if (!found.some(([code]) => code === tongue)) tongue = found.length ? found[0][0] : "";
  byId("tongue-line").hidden = found.length < 2;
  byId("tongue").replaceChildren(...found.map(([code, count]) => {
    const option = made("option", `${named(code)} (${count})`);
    option.value = code;
    option.selected = code === tongue;
    return option;
  }));
  const texts = listed();
  byId("picked").replaceChildren(
    ...texts.map((text, place) => item(text, place, texts.length)),
    ...shown.texts.filter((text) => !text.language).map(unusable),
  );
  const count = chosenTexts().length;
  const fits = count >= fewest && count <= most;
  byId("go").disabled = !fits || busy > 0;
  const lacking = count < fewest ? say("fewer_texts", { fewest, count }) : say("more_texts", { most, count });
  byId("wants").textContent = fits ? "" : lacking;
}
byId("tongue").addEventListener("change", () => {
  tongue = byId("tongue").value;
  remember();
  draw();
});
byId("go").addEventListener("click", () => {
  const question = new URLSearchParams([["desk", desk], ["language", tongue], ...chosenTexts().map((text) => ["text", text.text])]);
  location.assign(`${pick.dataset.what}?${question}${carried()}`);
});
document.addEventListener("hexapla:ui", draw);
// Resolutions of the library that another page had side by side come with the address, until they lie on a desk.
const brought = (state.get("symbols") || "").split("|").filter(Boolean);
begin().then(() => (brought.length && !desk ? working(async () => {
  for (const symbol of brought) {
    byId("seen").hidden = false;
    reading(symbol);
    take(await post(`${await place()}/take`, { symbol }));
  }
  keep("symbols", "");
}) : null));
