// Waiting for a resolution: what is being done now, and for how long; then its page.
const wait = async () => {
  try {
    const now = await call("api/progress");
    if (now.done && !now.problem) { location.reload(); return; }
    byId("stage").textContent = staged(now.stage);
    byId("seconds").textContent = now.seconds ? say("seconds", { count: now.seconds }) : "";
    if (now.share === null) byId("bar").removeAttribute("value"); else byId("bar").value = Math.round(100 * now.share);
    byId("share").textContent = now.share === null ? "" : `${Math.round(100 * now.share)} %`;
    byId("bar").hidden = byId("waiting").hidden = byId("stop").hidden = Boolean(now.problem);
    byId("again").hidden = !now.problem;
    notice(now.problem);
    if (now.problem) return;
  } catch (error) { notice(error.message); }
  setTimeout(wait, 700);
};
byId("again").addEventListener("click", async () => {
  try {
    await post("api/open", {});
    notice("");
    wait();
  } catch (error) { notice(error.message); }
});
byId("stop").addEventListener("click", async () => {
  try { await post("api/stop", {}); } catch (error) { notice(error.message); }
});
wait();
