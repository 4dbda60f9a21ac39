// Decisions on findings: what is shown of them, the dialog that asks for one. "store" keeps them: see local.js and server.js.
let findings = all(".finding");
let entryOf = new Map(entries.map((e) => [e.element.dataset.f, e]));
document.addEventListener("hexapla:swapped", () => {
  findings = all(".finding");
  entryOf = new Map(entries.map((e) => [e.element.dataset.f, e]));
  showDecisions(decided, !byId("undo").disabled);
  drawPanel();
});
const saidOf = (decision) => ({ accept: say("accepted"), dismiss: say("dismissed"), tolerate: say("tolerated") })[decision];
let decided = {};

// The decisions that reach other findings than their own: the same rules as in reports/decisions/decisions.py.
const reaches = (payload, finding) => {
  const data = finding.dataset;
  if (payload.fingerprint === data.fingerprint) return true;
  if (payload.scope === "one" || payload.code !== data.code) return false;
  if (payload.scope === "like") return (payload.languages || []).join(" ") === data.pair && payload.section === data.section;
  return payload.phrase === data.phrase && (payload.scope === "series" || payload.section === data.section);
};
const payloadOf = (finding, decision, scope, reason) => ({
  fingerprint: finding.dataset.fingerprint,
  code: finding.dataset.code,
  languages: finding.dataset.pair.split(" "),
  phrase: finding.dataset.phrase,
  section: finding.dataset.section,
  decision, scope, reason,
});

const line = (entry) => {
  const parts = [];
  if (saidOf(entry.decision)) {
    parts.push(`${saidOf(entry.decision)} · ${entry.reviser}${entry.reason ? " · " + entry.reason : ""}`);
  }
  if (entry.disputed) parts.push(say("revisers_disagree"));
  for (const comment of entry.comments || []) parts.push(say("comment_of", comment));
  return parts.join("\n");
};
const showDecisions = (fresh, undoable) => {
  decided = fresh;
  let [done, count] = [0, 0];
  for (const finding of findings) {
    const entry = fresh[finding.dataset.fingerprint] || {};
    const decision = entry.decision || "open";
    finding.classList.toggle("accept", decision === "accept");
    finding.classList.toggle("dismiss", decision === "dismiss");
    finding.classList.toggle("tolerate", decision === "tolerate");
    finding.classList.toggle("disputed", Boolean(entry.disputed));
    const said = line(entry);
    for (const place of [finding, entryOf.get(finding.dataset.f)?.element]) {
      const box = place?.querySelector(".said");
      if (box && box.textContent !== said) box.textContent = said;
    }
    const item = entryOf.get(finding.dataset.f);
    if (item) {
      item.decision = decision;
      item.element.classList.toggle("dismissed", decision === "dismiss" || decision === "tolerate");
    }
    if (item && !inTab(item)) continue;
    count += 1;
    done += decision === "open" ? 0 : 1;
  }
  for (const mark of all("mark.f")) {
    const its = mark.dataset.f.split(" ");
    mark.classList.toggle("quiet", its.every((f) => /\b(dismiss|tolerate)\b/.test(byId("f" + f)?.className)));
  }
  byId("progress").textContent = count ? say("decided", { done, all: count }) : "";
  byId("undo").disabled = byId("panel-undo").disabled = !undoable;
  filter();
  drawSaid();
};
const notice = (text, action) => {
  const box = byId("notice");
  box.hidden = !text;
  box.textContent = text || "";
  if (action) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = action.label;
    button.addEventListener("click", action.run);
    box.append(" ", button);
  }
};
const attempt = async (work) => {
  try {
    notice("");
    await work();
    return true;
  } catch (error) {
    notice(error.message);
    return false;
  }
};

// The dialog: a comment, or a reason in words of one's own.
const dialog = byId("decide");
let asking = null;
const titleOf = (what) => ({ dismiss: say("dismiss"), tolerate: say("tolerate"), comment: say("comment"), accept: say("accept") })[what];
const ask = (finding, what) => {
  asking = { finding, what };
  byId("decide-title").textContent = titleOf(what);
  const badge = byId("decide-code");
  badge.textContent = finding.dataset.code;
  badge.className = "badge " + finding.dataset.severity;
  byId("decide-reason").textContent = finding.querySelector(`.reason .l-${root.dataset.ui}`).textContent;
  byId("decide-text").value = "";
  byId("decide-error").textContent = "";
  byId("decide-scope").hidden = what === "comment";
  for (const radio of all("[name=scope]", dialog)) {
    radio.checked = radio.value === (finding === current && what !== "comment" ? byId("panel-scope").value || "one" : "one");
    const count = radio.parentElement.querySelector(".count");
    if (count) count.textContent = `(${reachOf(finding, radio.value)})`;
  }
  dialog.showModal();
  byId("decide-text").focus();
};
const reachOf = (finding, scope) => {
  const payload = payloadOf(finding, "dismiss", scope, "");
  return findings.filter((f) => reaches(payload, f)).length;
};
byId("decide-ok").addEventListener("click", (event) => {
  const text = byId("decide-text").value.trim();
  if (!text && asking.what !== "accept") {
    event.preventDefault();
    byId("decide-error").textContent = say("reason_wanted");
  }
});
byId("decide-text").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) byId("decide-ok").click();
});
dialog.addEventListener("close", () => {
  if (dialog.returnValue !== "ok" || !asking) return;
  const { finding, what } = asking;
  const text = byId("decide-text").value.trim();
  const scope = dialog.querySelector("[name=scope]:checked").value;
  dialog.returnValue = "";
  if (what === "comment") attempt(() => store.comment(finding.dataset.fingerprint, text));
  else decide(finding, what, text, scope);
});

// One decision: kept, its reason remembered, and the next finding that is not decided comes up.
let own = [];
const decide = async (finding, what, reason, scope = "one") => {
  disarm();
  const before = decided[finding.dataset.fingerprint];
  const same = before?.decision === what && (before.reason || "") === reason && scope === "one";
  if (!same && !await attempt(() => store.decide(payloadOf(finding, what, scope, reason)))) return;
  if (reason && !chipTexts().includes(reason)) own = [reason, ...own].slice(0, 3);
  const walk = visible();
  const at = walk.indexOf(finding);
  const open = (f) => !decided[f.dataset.fingerprint]?.decision;
  const next = [...walk.slice(at + 1), ...walk.slice(0, Math.max(0, at))].find(open);
  if (next) goTo(next); else { makeCurrent(finding); notice(say("all_are_decided")); drawPanel(); }
};
const act = (finding, what) => {
  if (!finding) return;
  makeCurrent(finding);
  if (what === "comment") { ask(finding, what); return; }
  if (what === "accept") { decide(finding, what, "", byId("panel").hidden ? "one" : byId("panel-scope").value || "one"); return; }
  if (byId("panel").hidden) ask(finding, what); else arm(what);
};
document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-do]");
  if (!button) return;
  const finding = button.closest(".finding");
  if (button.dataset.do === "accept") { makeCurrent(finding); decide(finding, "accept", ""); } else { makeCurrent(finding); ask(finding, button.dataset.do); }
});
byId("undo").addEventListener("click", () => attempt(() => store.undo()));

// The panel: the finding beside the words, its reasons one key or one click away.
const panel = byId("panel");
let armed = "";
let reasonFor = "dismiss";
const chipTexts = () => [say("reason_house_style"), say("reason_agreed_term"), say("reason_same_meaning"), say("reason_copy"), ...own];
const drawChips = () => {
  const chips = chipTexts().map((text, i) => {
    const chip = document.createElement("button");
    chip.type = "button";
    chip.append(...(armed ? [Object.assign(document.createElement("kbd"), { textContent: i + 1 }), " "] : []), text);
    chip.addEventListener("click", () => { if (current) decide(current, reasonFor, text, byId("panel-scope").value || "one"); });
    return chip;
  });
  const other = document.createElement("button");
  other.type = "button";
  other.className = "other";
  other.textContent = say("other_reason");
  other.addEventListener("click", () => { const what = reasonFor; disarm(); if (current) ask(current, what); });
  byId("chips").replaceChildren(...chips, other);
  byId("chips").classList.toggle("armed", Boolean(armed));
  for (const button of all("[data-panel][aria-pressed]", panel)) button.setAttribute("aria-pressed", String(button.dataset.panel === reasonFor));
};
const arm = (what) => {
  armed = reasonFor = what;
  drawChips();
};
const disarm = () => {
  armed = "";
  reasonFor = "dismiss";
  drawChips();
};
const drawSaid = () => { if (current) byId("panel-said").textContent = line(decided[current.dataset.fingerprint] || {}); };
const drawPanel = () => {
  if (!current || panel.hidden) return;
  const [data, walk, ui] = [current.dataset, visible(), root.dataset.ui];
  byId("panel-at").textContent = say("finding_at", { at: walk.indexOf(current) + 1 || "–", all: walk.length });
  const badge = current.querySelector(".badge");
  byId("panel-h").textContent = (badge.getAttribute(`data-title-${ui}`) || badge.title).split(" · ")[0];
  byId("panel-code").textContent = data.code;
  byId("panel-code").className = "badge " + data.severity;
  const entry = entryOf.get(data.f)?.element;
  const severity = entry?.querySelector(`td:nth-child(2) .l-${ui}`)?.textContent || "";
  const codes = data.languages.split(" ").map((code) => spoken[ui].languages[code] || code).join(", ");
  byId("panel-facts").textContent = [severity, say("confidence", { percent: data.confidence }), current.getAttribute(`data-place-${ui}`), codes].filter(Boolean).join(" · ");
  byId("panel-reason").textContent = current.querySelector(`.reason .l-${ui}`).textContent;
  const quotes = all("q", entry || document.createElement("p")).map((q) => q.cloneNode(true));
  const votes = current.querySelector(".votes")?.cloneNode(true);
  byId("panel-quotes").replaceChildren(...quotes, ...(votes ? [votes] : []));
  const scopes = ["one", "phrase", "like", "series"].map((scope) => [scope, reachOf(current, scope)]).filter(([scope, n]) => scope === "one" || n > 1);
  byId("panel-reach").hidden = scopes.length < 2;
  byId("panel-scope").replaceChildren(...scopes.map(([scope, count]) => {
    const option = document.createElement("option");
    option.value = scope;
    option.textContent = ({ one: say("scope_one"), phrase: say("scope_phrase", { count }), like: say("scope_like", { count }), series: say("scope_series", { count }) })[scope];
    return option;
  }));
  drawSaid();
  disarm();
};
const openPanel = (shown) => {
  panel.hidden = !shown;
  document.body.classList.toggle("beside", shown);
  if (shown) drawPanel(); else unframe();
};
document.addEventListener("hexapla:open", () => openPanel(true));
document.addEventListener("hexapla:current", drawPanel);
const toList = () => {
  openPanel(false);
  if (!current) return;
  const link = document.querySelector(`.entry[data-f="${current.dataset.f}"] a`);
  link?.scrollIntoView({ block: "center" });
  link?.focus({ preventScroll: true });
};
document.addEventListener("hexapla:list", toList);
byId("panel-back").addEventListener("click", () => step(-1));
byId("panel-on").addEventListener("click", () => step(1));
byId("panel-list").addEventListener("click", toList);
byId("panel-close").addEventListener("click", () => { openPanel(false); current?.focus({ preventScroll: true }); });
byId("panel-undo").addEventListener("click", () => attempt(() => store.undo()));
byId("panel-link").addEventListener("click", () => attempt(async () => {
  await navigator.clipboard.writeText(location.href);
  byId("panel-at").textContent = say("copied");
}));
for (const button of all("[data-panel]")) button.addEventListener("click", () => act(current, button.dataset.panel));
const lacking = () => { if (current) return current; const [first] = visible(); if (first) goTo(first); return null; };
const key = (what) => () => { const finding = lacking(); if (finding) act(finding, what); };
Object.assign(actions, {
  1: key("accept"), a: key("accept"), 2: key("dismiss"), d: key("dismiss"), 3: key("tolerate"), c: key("comment"),
  u: () => { if (!byId("undo").disabled) attempt(() => store.undo()); },
});
// While reasons are asked for, figures choose one.
document.addEventListener("keydown", (event) => {
  if (!armed || event.ctrlKey || event.metaKey || event.altKey || event.repeat || document.querySelector("dialog[open]")) return;
  if (event.key === "Escape") { disarm(); event.stopImmediatePropagation(); return; }
  const chips = all("#chips button");
  const chosen = event.key === "0" ? chips.at(-1) : chips[Number(event.key) - 1];
  if (!/^\d$/.test(event.key) || !chosen) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  chosen.click();
}, true);
drawChips();
document.addEventListener("hexapla:tab", () => showDecisions(decided, !byId("undo").disabled));
document.addEventListener("hexapla:ui", () => {
  drawChips();
  showDecisions(decided, !byId("undo").disabled);
  drawPanel();
});
