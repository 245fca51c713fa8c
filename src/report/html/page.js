"use strict";
(() => {
  const filters = document.getElementById("filters");
  const shown = document.getElementById("shown");
  const findings = [...document.querySelectorAll("details.finding")];
  const choices = [...filters.querySelectorAll("select")];
  const fits = (finding) =>
    choices.every((choice) => choice.value === "" || finding.dataset[choice.dataset.key] === choice.value);

  const apply = () => {
    let count = 0;
    for (const finding of findings) {
      finding.hidden = !fits(finding);
      count += finding.hidden ? 0 : 1;
    }
    const filtered = choices.some((choice) => choice.value !== "");
    shown.classList.toggle("filtered", filtered);
    shown.textContent = filtered
      ? "Filtered: " + count + " of " + findings.length + " requirements are shown below. The counts above and in headings are of all."
      : "All " + findings.length + " requirements are shown below.";
  };
  const open = (wanted) => {
    for (const finding of findings) finding.open = wanted;
  };
  // A link leads to what it names, be it filtered out or closed.
  const follow = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || !target.matches("details.finding")) return;
    if (target.hidden) showAll();
    target.open = true;
    target.scrollIntoView();
  };
  const showAll = () => {
    for (const choice of choices) choice.value = "";
    apply();
  };

  for (const choice of choices) choice.addEventListener("change", apply);
  document.getElementById("open-all").addEventListener("click", () => open(true));
  document.getElementById("close-all").addEventListener("click", () => open(false));
  document.getElementById("show-all").addEventListener("click", showAll);
  addEventListener("hashchange", follow);

  // On paper nothing stays folded away.
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open])")];
    for (const one of folded) one.open = true;
  });
  addEventListener("afterprint", () => {
    for (const one of folded) one.open = false;
  });

  filters.hidden = false;
  apply();
  follow();
})();
