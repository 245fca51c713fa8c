"use strict";
(() => {
  const filters = document.getElementById("filters");
  const shown = document.getElementById("shown");
  const rows = [...document.querySelectorAll(".matrix tr[data-strength]")];
  const columns = [...document.querySelectorAll(".matrix [data-group]")];
  const choices = [...filters.querySelectorAll("select")];
  const find = document.getElementById("find");
  const value = (key) => {
    const choice = choices.find((one) => one.dataset.key === key);
    return choice ? choice.value : "";
  };
  const fits = (row) => {
    const strength = value("strength"), instrument = value("instrument"), outcome = value("outcome");
    return (strength === "" || row.dataset.strength === strength)
      && (instrument === "" || row.dataset.instrument === instrument)
      && (outcome === "" || row.dataset.outcomes.split(",").includes(outcome))
      && row.textContent.toLowerCase().includes(find.value.trim().toLowerCase());
  };
  const apply = () => {
    let count = 0;
    for (const row of rows) {
      row.hidden = !fits(row);
      count += row.hidden ? 0 : 1;
    }
    const group = value("group");
    for (const cell of columns) cell.hidden = group !== "" && cell.dataset.group !== group;
    const filtered = find.value !== "" || choices.some((choice) => choice.value !== "");
    shown.classList.toggle("filtered", filtered);
    shown.textContent = filtered
      ? "Filtered: " + count + " of " + rows.length + " lines are shown. Counts are of all."
      : "All " + rows.length + " lines are shown.";
  };
  const showAll = () => {
    for (const choice of choices) choice.value = "";
    find.value = "";
    apply();
  };
  // A link leads to what it names, be it closed.
  const follow = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || !target.matches("details")) return;
    const section = target.closest("details.force");
    if (section) section.open = true;
    target.open = true;
    target.scrollIntoView();
  };
  for (const choice of choices) choice.addEventListener("change", apply);
  find.addEventListener("input", apply);
  document.getElementById("show-all").addEventListener("click", showAll);
  addEventListener("hashchange", follow);
  filters.hidden = false;
  apply();
  follow();
})();
