// The languages of the interface: one is shown at a time. What scripts say of their own comes with the page, from the catalogues.
const root = document.documentElement;
const spoken = JSON.parse(document.getElementById("spoken").textContent);
const say = (name, facts = {}) => {
  const { plural, sentences } = spoken[root.dataset.ui];
  // Rules of plurals repeat with the hundreds; the first hundred may be another (one, two, a few).
  const formOf = (number) => Number(plural[number < 100 ? number : 100 + (number % 100)]);
  return sentences[name].map(([text, place, forms]) => text + (place === null ? "" : forms ? forms[formOf(facts[place])] : facts[place])).join("");
};
const choices = Array.from(document.querySelectorAll("#ui button"));
const setUi = (ui) => {
  root.dataset.ui = ui;
  root.lang = ui;
  for (const option of document.querySelectorAll(`option[data-${ui}]`)) option.textContent = option.getAttribute(`data-${ui}`);
  for (const name of ["aria-label", "title", "placeholder"]) {
    for (const named of document.querySelectorAll(`[data-${name}-${ui}]`)) named.setAttribute(name, named.getAttribute(`data-${name}-${ui}`));
  }
  for (const choice of choices) choice.hidden = choice.value === ui;
};
for (const choice of choices) {
  choice.addEventListener("click", () => {
    setUi(choice.value);
    choices.find((other) => !other.hidden)?.focus();
    document.dispatchEvent(new Event("hexapla:ui"));
  });
}
