// The library: files that are dropped wait on a desk until they are added.
const reading = (name) => { byId("seen-count").textContent = say("reading_file", { name }); };
function draw() {
  byId("seen").hidden = !shown || !shown.files;
  if (!shown || !shown.files) return;
  document.querySelector("details.adding").open = true;
  byId("seen-count").textContent = say("files_seen", { count: shown.files });
  byId("waiting-texts").replaceChildren(...shown.texts.map((text) => {
    const line = made("li", "", text.language ? "" : "aside");
    const what = text.language ? `${text.symbol || say("no_symbol")} – ${named(text.language)}` : text.problem || say("aside_unreadable");
    line.append(made("span", text.file), " ", made("span", what, "note"), " ", removing(text.file));
    return line;
  }));
  byId("go").disabled = busy > 0 || !shown.texts.some((text) => text.language);
}
byId("go").addEventListener("click", () => {
  location.assign(`library?desk=${desk}${carried()}`);
});
document.addEventListener("hexapla:ui", draw);
working(async () => { if (desk) take(await call(await place())); });
