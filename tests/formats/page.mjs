// Holds the page (`--format html`) against those who read it: Chromium at the width of a desk and of
// a phone, in light and in dark; axe-core; and paper. No script of a hostile declaration may run.
//
//   node tests/formats/page.mjs NODE_MODULES FOLDER
//
// FOLDER is where pages and PDFs are left, for other readers: `pdftotext`, the Nu checker.
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const [modules, folder] = process.argv.slice(2).map((path) => resolve(path));
const require = createRequire(join(modules, "x.js"));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

const SAMPLE = "samples/west-midlands-2017.toml";
const HOSTILE =
  "\"'></title></style></script><script>window.pwned=1;document.title='pwned'</script>" +
  "<img src=x onerror=window.pwned=2><svg onload=window.pwned=3></svg><base href=http://e.example/>" +
  "<meta http-equiv=refresh content=0;url=http://e.example/><!-- <style>*{display:none}</style> javascript:x";

const RUNS = {
  gated: ["--fail-on", "not-evidenced", SAMPLE],
  ungated: [SAMPLE],
  several: [SAMPLE, "samples/fictional-just-begun.toml", "samples/fictional-all-in-place.toml"],
  contradicting: [SAMPLE, "samples/west-midlands-2018.toml"],
  document: ["--as-of", "2017-06-30", "samples/west-midlands-2017.txt"],
  waived: ["--config", "waived.toml", "--strength", "duty", SAMPLE],
  planned: ["--config", "planned.toml", SAMPLE],
  incomplete: ["--strength", "duty", SAMPLE, "nowhere.toml"],
  hostile: ["hostile.toml"],
};

let passed = 0;
const failures = [];
const check = (what, holds, found = "") => {
  if (holds) passed += 1;
  else failures.push(`${what}: ${found}`);
};

const make = () => {
  symlinkSync(join(root, "samples"), join(folder, "samples"));
  const text = JSON.stringify(HOSTILE);
  writeFileSync(
    join(folder, "hostile.toml"),
    `[force]\nid = "northmarch"\nname = ${text}\nkind = "territorial"\nnote = ${text}\nas_of = 2026-03-31\n
[[source]]\nid = "s"\ntitle = ${text}\n
[lead]\nstate = "partial"\nnote = ${text}\nevidence = [{ source = "s", quote = ${text} }]\n`,
  );
  writeFileSync(
    join(folder, "waived.toml"),
    `[gate]\n
[[waiver]]\nrequirement = "act-2015/s52-notify"\nreason = "The register starts in May."
owner = "head of public protection"\nlast_day = 2027-01-31\n`,
  );
  writeFileSync(join(folder, "planned.toml"), `actions = "actions.toml"\n`);
  writeFileSync(
    join(folder, "actions.toml"),
    `[[action]]\nrequirement = ["strategy-2014/pursue-lead", "strategy-2014/pursue-spoc"]\nowner = ${text}
deadline = 2026-06-30\nstatus = "doing"\nnote = ${text}\n
[[action]]\nrequirement = "act-2015/s52-notify"\nowner = "referral desk"\ndeadline = 2027-03-31\nstatus = "done"\n`,
  );
  for (const [name, args] of Object.entries(RUNS)) {
    const reports = ["--report", `html=${name}.html`, "--report", `json=${name}.json`];
    const done = spawnSync("msacheck", ["check", "--today", "2026-11-24", ...args, ...reports], { cwd: folder });
    const expected = name === "incomplete" ? [2] : [0, 1];
    if (!expected.includes(done.status)) throw new Error(String(done.stderr));
  }
};

// A colour's contrast with another, as WCAG has it: axe-core can't judge text in an SVG.
const contrast = (one, other) => {
  const light = (colour) =>
    [1, 3, 5]
      .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
      .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
  const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
};

const palette = async (page, name) => {
  const colours = await page.evaluate(() => {
    const style = getComputedStyle(document.documentElement);
    const names = ["ground", "text", "faint", "panel", "link", "focus", "on", "met", "partly-met", "planned",
      "withheld", "not-met", "not-evidenced"];
    return Object.fromEntries(names.map((name) => [name, style.getPropertyValue("--" + name).trim()]));
  });
  for (const outcome of ["met", "partly-met", "planned", "withheld", "not-met", "not-evidenced"]) {
    check(`${name}: a number on ${outcome}`, contrast(colours.on, colours[outcome]) >= 4.5, colours[outcome]);
    check(`${name}: a part of a bar, ${outcome}`, contrast(colours.ground, colours[outcome]) >= 3, colours[outcome]);
  }
  for (const ground of ["ground", "panel"]) {
    for (const text of ["text", "faint", "link"]) {
      check(`${name}: ${text} on ${ground}`, contrast(colours[ground], colours[text]) >= 4.5, colours[text]);
    }
    check(`${name}: focus on ${ground}`, contrast(colours[ground], colours.focus) >= 3, colours.focus);
  }
};

const findingsOf = (name) => {
  const result = JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8"));
  return (result.assessments ?? [result]).flatMap((force) => force.findings);
};

// What a reader does: filters, follows a link, opens and closes.
const use = async (page, name) => {
  const findings = findingsOf(name);
  const visible = () => page.locator("details.finding:visible").count();
  check(`${name}: all findings are shown`, (await visible()) === findings.length, await visible());
  for (const key of ["strength", "instrument", "outcome"]) {
    for (const value of new Set(findings.map((finding) => finding[key]))) {
      await page.selectOption(`#filter-${key}`, value);
      const expected = findings.filter((finding) => finding[key] === value).length;
      check(`${name}: ${key} ${value}`, (await visible()) === expected, await visible());
      const told = await page.locator("#shown").innerText();
      check(`${name}: it tells so`, told.includes(`${expected} of ${findings.length}`), told);
    }
    await page.selectOption(`#filter-${key}`, "");
  }
  const link = page.locator(".todo a").first();
  if (!(await link.count())) return;
  const target = page.locator(await link.getAttribute("href"));
  await page.selectOption("#filter-outcome", { index: 1 });
  await page.click("#close-all");
  await link.click();
  await page.waitForTimeout(50);
  check(`${name}: a link opens what it leads to`, (await target.getAttribute("open")) !== null);
  check(`${name}: and what it leads to is seen`, await target.isVisible());
};

const violations = async (page) => {
  await page.evaluate(axe);
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const found = await page.evaluate((values) => window.axe.run({ runOnly: values }), tags);
  return { broken: found.violations.map((one) => `${one.id}: ${one.nodes[0].html.slice(0, 200)}`), held: found.passes.length };
};

const judge = async (browser, name) => {
  const address = pathToFileURL(join(folder, `${name}.html`)).href;
  for (const [width, height] of [[1280, 800], [390, 844], [320, 640]]) {
    for (const colorScheme of ["light", "dark"]) {
      const where = `${name} ${width} ${colorScheme}`;
      const context = await browser.newContext({ viewport: { width, height }, colorScheme });
      const page = await context.newPage();
      const said = [];
      page.on("pageerror", (error) => said.push(error.message));
      page.on("console", (message) => said.push(message.text()));
      page.on("request", (request) => request.url() === address || said.push(request.url()));
      await page.goto(address);
      check(`${where}: the page's script runs`, await page.locator("#filters").isVisible());
      check(`${where}: no other does`, (await page.evaluate(() => window.pwned)) === undefined);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      check(`${where}: nothing is cut at the side`, wide <= 0, wide);
      if (width === 1280) await palette(page, where);
      if (width === 1280 && colorScheme === "light") await use(page, name);
      const { broken, held } = await violations(page);
      check(`${where}: axe-core`, broken.length === 0 && held > 10, broken.join("\n"));
      const todo = await page.locator(".todo, #f1-first").first().boundingBox();
      if (width > 320) {
        await page.evaluate(() => scrollTo(0, 0));
        check(`${where}: what to do stands on the first screen`, name === "hostile" || (todo?.y ?? 1e9) < height + 1, todo?.y);
      }
      check(`${where}: nothing is loaded and nothing goes wrong`, said.length === 0, said.join("\n"));
      await context.close();
    }
  }
  // Without scripts all is there, on the screen and on paper.
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(address);
  const count = await page.locator("details.finding").count();
  check(`${name}: whole without scripts`, count === findingsOf(name).length, count);
  check(`${name}: no filter that does nothing`, !(await page.locator("#filters").isVisible()));
  await page.pdf({ path: join(folder, `${name}.pdf`), preferCSSPageSize: true });
  await context.close();
  paper(name);
};

const paper = (name) => {
  const file = join(folder, `${name}.pdf`);
  const info = String(execFileSync("pdfinfo", [file]));
  check(`${name}: A4`, info.includes("(A4)"), info);
  const pages = Number(info.match(/Pages:\s+(\d+)/)[1]);
  const flat = (text) => text.replace(/[\s\f]+/g, "");
  const printed = String(execFileSync("pdftotext", ["-layout", file, "-"], { maxBuffer: 1 << 28 }));
  for (const number of [1, pages]) {
    check(`${name}: page ${number} has its number`, printed.includes(`Page ${number} of ${pages}`));
  }
  // Nothing is folded away or cut: every remedy is on paper. It may be broken by a page's end.
  const text = flat(String(execFileSync("pdftotext", ["-raw", file, "-"], { maxBuffer: 1 << 28 })));
  const gaps = findingsOf(name).filter((one) => !["met", "not in force", "not applicable"].includes(one.outcome));
  const missing = gaps.filter((one) => !text.includes(flat(one.remedy).slice(0, 30)));
  check(`${name}: every remedy is printed`, missing.length === 0, missing.map((one) => one.requirement).join(" "));
};

// The checks see what they are for.
const seen = async (browser) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const html = readFileSync(join(folder, "ungated.html"), "utf8");
  const said = [];
  page.on("console", (message) => said.push(message.text()));
  await page.setContent(html.replace("</h1>", "</h1><img src='data:,'><script>window.pwned = 1</script>"));
  check("a foreign script is kept from running", (await page.evaluate(() => window.pwned)) === undefined);
  check("and Chromium says so", said.some((text) => text.includes("Content Security Policy")), said.join("\n"));
  const { broken } = await violations(page);
  check("axe-core sees an image without words", broken.some((one) => one.startsWith("image-alt")), broken.join("\n"));
  await context.close();
};

make();
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
try {
  await seen(browser);
  for (const name of Object.keys(RUNS)) await judge(browser, name);
} finally {
  await browser.close();
}
for (const failure of failures) console.error(failure);
console.log(`${passed} passed, ${failures.length} failed`);
process.exitCode = failures.length > 0 ? 1 : 0;
