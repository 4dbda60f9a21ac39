// Decisions on findings: what is shown of them, the dialog that asks for one. "store" keeps them: see local.js and server.js.
const findings = all(".finding");
const entryOf = new Map(entries.map((e) => [e.element.dataset.f, e]));
const saidOf = (decision) => ({ accept: say("accepted"), dismiss: say("dismissed") })[decision];
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
  let done = 0;
  for (const finding of findings) {
    const entry = fresh[finding.dataset.fingerprint] || {};
    const decision = entry.decision || "open";
    finding.classList.toggle("accept", decision === "accept");
    finding.classList.toggle("dismiss", decision === "dismiss");
    finding.classList.toggle("disputed", Boolean(entry.disputed));
    const said = line(entry);
    for (const place of [finding, entryOf.get(finding.dataset.f)?.element]) {
      const box = place?.querySelector(".said");
      if (box && box.textContent !== said) box.textContent = said;
    }
    const item = entryOf.get(finding.dataset.f);
    if (item) {
      item.decision = decision;
      item.element.classList.toggle("dismissed", decision === "dismiss");
    }
    done += decision === "open" ? 0 : 1;
  }
  for (const mark of all("mark.f")) {
    const its = mark.dataset.f.split(" ");
    mark.classList.toggle("quiet", its.every((f) => byId("f" + f)?.classList.contains("dismiss")));
  }
  byId("progress").textContent = findings.length ? say("decided", { done, all: findings.length }) : "";
  byId("undo").disabled = !undoable;
  filter();
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
  } catch (error) {
    notice(error.message);
  }
};

// The dialog.
const dialog = byId("decide");
let asking = null;
const ask = (finding, what) => {
  asking = { finding, what };
  byId("decide-title").textContent = {
    dismiss: say("dismiss"), comment: say("comment"), accept: say("accept"),
  }[what];
  const badge = byId("decide-code");
  badge.textContent = finding.dataset.code;
  badge.className = "badge " + finding.dataset.severity;
  byId("decide-reason").textContent = finding.querySelector(`.reason .l-${root.dataset.ui}`).textContent;
  byId("decide-text").value = "";
  byId("decide-error").textContent = "";
  byId("decide-scope").hidden = what === "comment";
  for (const radio of all("[name=scope]", dialog)) {
    radio.checked = radio.value === "one";
    const count = radio.parentElement.querySelector(".count");
    if (count) {
      const payload = payloadOf(finding, what, radio.value, "");
      count.textContent = `(${findings.filter((f) => reaches(payload, f)).length})`;
    }
  }
  dialog.showModal();
  byId("decide-text").focus();
};
byId("decide-ok").addEventListener("click", (event) => {
  const text = byId("decide-text").value.trim();
  if (!text && asking.what !== "accept") {
    event.preventDefault();
    byId("decide-error").textContent = say("reason_wanted");
  }
});
dialog.addEventListener("close", () => {
  if (dialog.returnValue !== "ok" || !asking) return;
  const { finding, what } = asking;
  const text = byId("decide-text").value.trim();
  const scope = dialog.querySelector("[name=scope]:checked").value;
  dialog.returnValue = "";
  attempt(() => what === "comment"
    ? store.comment(finding.dataset.fingerprint, text)
    : store.decide(payloadOf(finding, what, scope, text)));
});
const act = (finding, what) => {
  if (!finding) return;
  if (what === "accept") {
    const open = decided[finding.dataset.fingerprint]?.decision === "accept";
    attempt(() => store.decide(payloadOf(finding, open ? "open" : "accept", "one", "")));
  } else if (what === "dismiss" && decided[finding.dataset.fingerprint]?.decision === "dismiss") {
    attempt(() => store.decide(payloadOf(finding, "open", "one", "")));
  } else {
    ask(finding, what);
  }
};
document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-do]");
  if (button) act(button.closest(".finding"), button.dataset.do);
});
byId("undo").addEventListener("click", () => attempt(() => store.undo()));
Object.assign(actions, {
  a: () => act(current, "accept"), d: () => act(current, "dismiss"), c: () => act(current, "comment"),
  u: () => { if (!byId("undo").disabled) attempt(() => store.undo()); },
});
document.addEventListener("hexapla:ui", () => showDecisions(decided, !byId("undo").disabled));
