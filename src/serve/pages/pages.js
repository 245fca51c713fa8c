"use strict";
// For comfort alone: every page works without. A block of its own: reports bring scripts, too.
{
  const wrong = document.querySelector(".errors");

  // A paper: keys for each act.
  const all = [...document.querySelectorAll(".suggestion")].filter(one => !one.closest("details:not([open])"));
  if (document.querySelector(".keys")) {
    let at = all.findIndex(one => "#" + one.id === location.hash);
    const go = to => {
      if (!all[to]) return;
      at = to;
      all[at].focus();
      all[at].scrollIntoView({ block: "nearest" });
    };
    // After an act the next suggestion has the focus; who comes anew sees first what the paper is.
    if (!wrong && at >= 0) go(at);
    document.addEventListener("focusin", event => {
      const own = all.indexOf(event.target.closest(".suggestion"));
      if (own >= 0) at = own;
    });
    const acts = {
      j: () => go(at + 1),
      k: () => go(at - 1),
      a: () => all[at] && all[at].querySelector(".accept").click(),
      s: () => all[at] && all[at].querySelector("select").focus(),
      r: () => all[at] && all[at].querySelector("input[name=reason]").focus(),
      t: () => {
        if (document.activeElement.closest("mark")) return go(at);
        const words = all[at] && document.querySelector(all[at].querySelector(".words").hash);
        if (words) words.focus();
      },
      u: () => document.querySelector(".back") && document.querySelector(".back").click(),
      m: () => {
        const words = String(getSelection()).trim();
        document.querySelector(".mark").open = true;
        const field = document.querySelector("#words");
        if (words) field.value = words;
        field.focus();
      },
    };
    document.addEventListener("keydown", event => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const typing = event.target.closest("input, select, textarea");
      if (typing && event.key === "Escape") return go(at);
      // Enter in the reason rejects, in the state accepts.
      if (typing && event.key === "Enter" && typing.closest("form.decide")) {
        event.preventDefault();
        const form = typing.closest("form");
        form.querySelector(typing.name === "reason" ? ".reject" : ".accept").click();
        return;
      }
      if (typing || !acts[event.key]) return;
      event.preventDefault();
      acts[event.key]();
    });
  }
}
