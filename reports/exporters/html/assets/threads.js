// The mandates of a series: all, those to which something happened, those of one state, those with some words.
const threads = all(".threads tbody tr");
const narrow = () => {
  const wanted = byId("threads-of").value;
  const words = byId("threads-search").value.trim().toLocaleLowerCase();
  let count = 0;
  for (const thread of threads) {
    const fits = (!wanted || thread.dataset.states.split(" ").includes(wanted)) && thread.textContent.toLocaleLowerCase().includes(words);
    thread.hidden = !fits;
    count += fits ? 1 : 0;
  }
  byId("threads-shown").textContent = say("findings_shown", { count });
  byId("threads-none").hidden = count > 0;
  keep("of", wanted);
  keep("q", words);
};
if (state.has("of")) byId("threads-of").value = state.get("of");
if (state.has("q")) byId("threads-search").value = state.get("q");
byId("threads-of").addEventListener("change", narrow);
byId("threads-search").addEventListener("input", narrow);
document.addEventListener("hexapla:ui", narrow);
narrow();
