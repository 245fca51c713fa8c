// A server of the program in a folder of its own, a browser that opened it, and what they all check with.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const modules = resolve(process.argv[2]);
const require = createRequire(join(modules, "x.js"));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
export const program = process.env.MSACHECK ?? "msacheck";
export const TODAY = "2026-11-24";

const children = [];
let passed = 0;
let failed = 0;
export const check = (what, holds, found = "") => {
  if (holds) passed += 1;
  else console.error(`${what}: ${found}`);
  if (!holds) failed += 1;
};

/** Says what held, and ends with what didn't. */
export const end = () => {
  for (const child of children) child.kill("SIGKILL");
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
};

export const folder = () => mkdtempSync(join(tmpdir(), "msacheck-browser-"));

/** Starts the program in a folder: what it printed to be opened, and its process. */
export const serve = async (cwd) => {
  const child = spawn(program, ["serve", "--no-open", "--today", TODAY], { cwd, stdio: ["ignore", "pipe", "ignore"] });
  children.push(child);
  const opened = await new Promise((done, fail) => {
    let said = "";
    child.on("error", fail);
    child.on("exit", () => fail(new Error(`serve ended: ${said}`)));
    child.stdout.on("data", (piece) => {
      said += piece;
      const found = said.match(/Open (http:\S+)/);
      if (found) done(found[1]);
    });
  });
  child.removeAllListeners("exit");
  const gone = new Promise((done) => child.on("exit", done));
  return { child, opened, gone, at: new URL(opened).origin };
};

export const browse = () =>
  chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });

/** A browser's window that opened a server's address. Whatever it asks elsewhere, and whatever goes wrong, is a failure. */
export const visit = async (browser, served, options = {}) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, acceptDownloads: true, ...options });
  context.on("request", (request) => check("nothing is asked elsewhere", request.url().startsWith(served.at), request.url()));
  context.on("page", (page) => {
    page.on("pageerror", (error) => check("no script fails", false, error.message));
    page.on("console", (message) => {
      const said = message.text();
      // Chromium tells of each answer that isn't a success; a form that is wrong is one.
      if (!said.includes("status of 4")) check("nothing goes wrong", false, said);
    });
  });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  await page.goto(served.opened);
  await page.waitForURL(`${served.at}/`);
  return page;
};

/** What axe-core finds wrong with a page. */
export const violations = async (page) => {
  await page.evaluate(axe);
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const found = await page.evaluate((values) => window.axe.run({ runOnly: values }), tags);
  return { broken: found.violations.map((one) => `${one.id}: ${one.nodes[0].html.slice(0, 200)}`), held: found.passes.length };
};

/** Whether something has the focus, and not the page as a whole. */
export const focused = (page) => page.evaluate(() => document.activeElement && document.activeElement !== document.body);

/** Whether what was done stands in sight, and describes what has the focus or is it. */
export const told = (page) =>
  page.evaluate(() => {
    const said = document.querySelector("#said");
    const box = said?.getBoundingClientRect();
    const own = document.activeElement;
    return Boolean(box) && box.top >= 0 && box.bottom <= innerHeight && (own === said || own.getAttribute("aria-describedby") === "said");
  });

/** Presses Tab until what has the focus is what a selector names. */
export const tabTo = async (page, selector, most = 400) => {
  for (let pressed = 0; pressed < most; pressed += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return true;
    await page.keyboard.press("Tab");
  }
  check(`Tab leads to ${selector}`, false, page.url());
  return false;
};

/** Presses a key that leads to another page, and waits for that. */
export const follow = async (page, key) => {
  await Promise.all([page.waitForEvent("load"), page.keyboard.press(key)]);
};

/** Clicks what leads to another page, and waits for that. */
export const act = async (page, what) => {
  await Promise.all([page.waitForEvent("load"), typeof what === "string" ? page.click(what) : what.click()]);
};

/** Presses a button of the page's own part by its words. */
export const push = (page, words) => act(page, page.locator("main button", { hasText: words }).first());

/** Starts a force of the table, by the form. */
export const start = async (page, force, day) => {
  await page.goto(`${new URL(page.url()).origin}/new`);
  await page.selectOption("#force", force);
  await page.fill("#as_of", day);
  await push(page, "Start");
  return page.url();
};
