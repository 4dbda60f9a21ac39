// Waiting for work: what is being done now, how far it is, for how long; then its page. It can be stopped.
const waiting = document.querySelector("[data-job]");
const base = root.dataset.base;
let stopped = false;
const look = async () => {
  if (stopped) return;
  try {
    const now = await call(`${base}api/job/${waiting.dataset.job}`);
    notice("");
    // Done, or of a server that was started anew: the page asks again.
    if (now.done || now.unknown) { location.reload(); return; }
    byId("stage").textContent = staged(now.stage);
    byId("seconds").textContent = now.seconds ? say("seconds", { count: now.seconds }) : "";
    const bar = byId("bar");
    if (now.share === null) bar.removeAttribute("value"); else bar.value = Math.round(100 * now.share);
    byId("share").textContent = now.share === null ? "" : `${Math.round(100 * now.share)} %`;
  } catch (error) { notice(error.message); }
  setTimeout(look, 500);
};
byId("stop").addEventListener("click", async () => {
  try {
    await post(`${base}api/job/${waiting.dataset.job}/stop`, {});
    stopped = true;
    location.assign(waiting.dataset.back + (waiting.dataset.back.includes("#") ? carried().replace("#", "&") : carried()));
  } catch (error) { notice(error.message); }
});
look();
