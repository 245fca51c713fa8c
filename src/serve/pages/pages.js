"use strict";
// For comfort alone: every page works without.
const wrong = document.querySelector(".errors");
if (wrong) wrong.focus();
