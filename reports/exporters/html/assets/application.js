// What the pages of the application share: state in the address, colours, talk with the server, notices.
const all = (selector, from = document) => Array.from(from.querySelectorAll(selector));
const byId = (id) => document.getElementById(id);
const state = new URLSearchParams(location.hash.slice(1));
const keep = (name, value) => {
  if (value) state.set(name, value); else state.delete(name);
  history.replaceState(null, "", "#" + state.toString());
};
const carried = () => {
  const parts = ["ui", "theme"].filter((name) => state.get(name)).map((name) => `${name}=${state.get(name)}`);
  return parts.length ? "#" + parts.join("&") : "";
};
if (Object.hasOwn(spoken, state.get("ui"))) setUi(state.get("ui"));
document.addEventListener("hexapla:ui", () => keep("ui", root.dataset.ui));
setTheme(state.get("theme"));
document.addEventListener("hexapla:theme", () => keep("theme", root.dataset.theme));
const asked = (path) => `${path}${path.includes("?") ? "&" : "?"}ui=${root.dataset.ui}`;
// Links keep the language of the interface and the colours; what is saved is in that language.
const carrying = (link) => {
  link.dataset.to ??= link.getAttribute("href");
  const [place, hash] = link.dataset.to.split("#");
  if (link.hasAttribute("download")) return asked(place);
  const kept = [hash, carried().slice(1)].filter(Boolean).join("&");
  return kept ? `${place}#${kept}` : place;
};
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href]:not([href^='#'])");
  if (link) link.href = carrying(link);
});
// A question asked by a form stands in the address of its answer.
for (const form of all("form[data-get]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const question = new URLSearchParams(Array.from(new FormData(form)).filter(([, value]) => String(value).trim()));
    const said = question.toString();
    location.assign(`${form.dataset.get}${said ? "?" + said : ""}${carried()}`);
  });
}
const notice = (text) => {
  byId("notice").hidden = !text;
  byId("notice").textContent = text || "";
};
// What the server says; a refusal that brings a state with it is told, and the state is shown all the same.
const call = async (path, options = {}) => {
  const response = await fetch(asked(path), options).catch(() => { throw new Error(say("no_answer")); });
  const data = await response.json().catch(() => ({ error: say("no_answer") }));
  if (!response.ok && !data.texts) throw new Error(data.error);
  return data;
};
const post = (path, body) => call(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
const made = (tag, text, classes) => {
  const element = document.createElement(tag);
  if (text) element.textContent = text;
  if (classes) element.className = classes;
  return element;
};
const named = (code) => spoken[root.dataset.ui].languages[code] || code;
const list = (codes) => codes.map(named).join(", ");
// What is being done now; languages by their names.
const staged = (stage) => {
  const codes = stage.split(" ");
  return codes.every((code) => named(code) !== code) ? list(codes) : stage;
};
// On a narrow screen the views of a resolution scroll sideways: the one that is shown is in sight.
document.querySelector(".app-tabs [aria-current]")?.scrollIntoView({ inline: "center", block: "nearest" });
