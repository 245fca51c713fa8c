// Every page, as those see it who can't see well, who have a phone, who magnify four times, who want no motion: axe-core
// in light and dark, at three widths. The pages are left in a folder, with a picture of each, for the Nu checker.
//
//   node tests/browser/pages.mjs NODE_MODULES FOLDER [LOOKS]
//
// LOOKS is how many of the looks are taken, the first ones; by default all.
import { copyFileSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { act, browse, check, end, focused, folder, push, root, serve, start, told, violations, visit } from "./served.mjs";

const out = process.argv[3];
const cwd = folder();

const HOSTILE = "</script><script>window.pwned=1</script><img src=x onerror=window.pwned=2>'\"><base href=http://e.example/>";

const fill = () => {
  mkdirSync(join(cwd, "papers"));
  mkdirSync(join(cwd, "papers", "kept"), { recursive: true });
  for (const name of ["west-midlands-2017.txt", "northmarch-2026.txt"]) {
    copyFileSync(join(root, "samples", name), join(cwd, "papers", name));
  }
  writeFileSync(join(cwd, "papers", "table.md"), "# Northmarch Police\n\n| Post | Filled |\n|---|---|\n| Force lead | yes |\n| Coordinator | no |\n\n- We plan training.\n");
  writeFileSync(join(cwd, "papers", "hostile.txt"), `Northmarch Police\n\n${HOSTILE}\n\nThe force has a strategic lead ${HOSTILE}.\n`);
  symlinkSync("/etc", join(cwd, "papers", "elsewhere"));
  for (const year of [2017, 2018]) {
    copyFileSync(join(root, "samples", `west-midlands-${year}.toml`), join(cwd, `west-midlands-${year}.toml`));
  }
  copyFileSync(join(root, "samples", "west-midlands-2017.txt"), join(cwd, "west-midlands-2017.txt"));
  const text = JSON.stringify(HOSTILE);
  writeFileSync(
    join(cwd, "northmarch.toml"),
    `[force]\nid = "northmarch"\nname = ${text}\nkind = "territorial"\nnote = ${text}\nas_of = 2026-03-31\n
[lead]\nstate = "partial"\nnote = ${text}\n
[[judgement]]\nrequirement = "act-2015/s52-notify"\nverdict = "not met in practice"\nrole = "inspector"\ndate = 2026-10-01
reason = ${text}\nlast_day = 2027-10-01\n`,
  );
  writeFileSync(join(cwd, "broken.toml"), "[force]\nid = 5\n");
  writeFileSync(
    join(cwd, "msacheck.toml"),
    `check = ["northmarch.toml"]\n\n[gate]\nduty = "planned"\n
[[waiver]]\nrequirement = "act-2015/s52-notify"\nreason = ${text}\nowner = "head of crime"\nlast_day = 2027-01-31\n`,
  );
};

// How each page is reached, from the folder's; what it says where its form is wrong is a page of its own.
const follow = (words) => async (page) => {
  await act(page, page.locator("main a", { hasText: words }).first());
};
const first = (path) => async (page) => {
  await act(page, page.locator(`main a[href^="${path}"]`).first());
};
const then = (...steps) => async (page) => {
  for (const step of steps) await step(page);
};
const sent = (words) => (page) => push(page, words);
const below = (more) => async (page) => {
  await page.goto(new URL(page.url()).pathname.replace(/^/, new URL(page.url()).origin) + more);
};
const to = (path) => async (page) => {
  await page.goto(new URL(page.url()).origin + path);
};
const opened = (words) => (page) => page.locator("summary", { hasText: words }).first().click();
const north = first("/force/");
const paper = (name) => async (page) => {
  await act(page, page.locator(".papers a", { hasText: name }));
};
const PAGES = {
  folder: then(),
  "folder-wrong": sent("Bring in"),
  start: to("/new"),
  "start-wrong": then(to("/new"), async (page) => page.selectOption("#force", "other"), sent("Start")),
  force: north,
  "force-wrong": then(north, opened("Start a new date"), sent("Start the new date")),
  question: then(north, follow("lead")),
  "question-wrong": then(
    north,
    follow("lead"),
    async (page) => {
      await page.fill("#evidence-0-quote", "words that stand nowhere");
      await page.fill("#evidence-0-page", "x");
    },
    sent("Save and stay"),
  ),
  "question-optional": then(north, follow("Budget")),
  gaps: then(north, follow("See the gaps")),
  plan: then(north, below("/plan")),
  "plan-wrong": then(north, below("/plan"), opened("Have somebody"), sent("Add to the plan")),
  judge: then(north, below("/judge")),
  "judge-wrong": then(north, below("/judge"), sent("Keep it")),
  compare: to("/compare"),
  "compare-none": then(north, below("/compare")),
  settings: to("/settings"),
  "settings-wrong": then(to("/settings"), opened("Let a gap pass"), sent("Let it pass")),
  "settings-filled": to("/settings?requirement=act-2015/s52-notify&force=northmarch#let-pass"),
  changes: to("/changes"),
  "paper-foi": paper("west-midlands-2017.txt"),
  "paper-northmarch": paper("northmarch-2026.txt"),
  "paper-table": paper("table.md"),
  "paper-hostile": paper("hostile.txt"),
  "paper-wrong": then(paper("west-midlands-2017.txt"), (page) => act(page, page.locator(".reject").first())),
  "paper-mark-wrong": then(paper("west-midlands-2017.txt"), opened("Mark words"), sent("Mark")),
  missing: to("/nowhere"),
};

const judge = async (page, name, where) => {
  check(`${where}: no script of a paper runs`, (await page.evaluate(() => window.pwned)) === undefined);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  check(`${where}: nothing is cut at the side`, wide <= 0, wide);
  const { broken, held } = await violations(page);
  check(`${where}: axe-core`, broken.length === 0 && held > 10, broken.join("\n"));
  const moves = await page.evaluate(() =>
    [...document.querySelectorAll("*")].filter((one) => {
      const style = getComputedStyle(one);
      return style.animationName !== "none" || style.transitionDuration !== "0s";
    }).length,
  );
  check(`${where}: nothing moves`, moves === 0, moves);
  if (name.endsWith("-wrong")) {
    check(`${where}: the summary has the focus`, await page.evaluate(() => document.activeElement.matches(".errors")));
    check(`${where}: the title says so`, (await page.title()).startsWith("Error: "), await page.title());
    for (const link of await page.locator(".errors a").all()) {
      const target = page.locator(await link.getAttribute("href"));
      check(`${where}: each error leads to its field`, (await target.count()) === 1, await link.innerText());
      const words = (await link.innerText()).trim();
      const at = await page.locator("main .error", { hasText: words }).count();
      check(`${where}: and stands there`, at >= 1, words);
    }
  }
  const outside = await page.evaluate(() =>
    [...document.querySelectorAll("[src], link[href], [action], [data], [poster]")]
      .map((one) => one.src || one.href || one.action)
      .filter((address) => typeof address === "string" && !address.startsWith(location.origin)),
  );
  check(`${where}: nothing but links leads elsewhere`, outside.length === 0, outside.join(" "));
};

fill();
const served = await serve(cwd);
const browser = await browse();
try {
  const one = await visit(browser, served, { reducedMotion: "reduce" });
  // Something that was decided and changed.
  await start(one, "kent", "2026-10-31");
  await one.goto(`${served.at}/`);
  const cookies = await one.context().cookies();
  const looks = [
    [1280, "light", 1], [1280, "dark", 1], [390, "light", 1], [390, "dark", 1], [320, "light", 1], [320, "dark", 1],
    // 400 %: 1280 pixels show as 320.
    [320, "light", 4],
  ];
  for (const [width, colorScheme, deviceScaleFactor] of looks.slice(0, Number(process.argv[4] ?? looks.length))) {
    const viewport = { width, height: width > 700 ? 800 : 844 };
    const context = await browser.newContext({ viewport, colorScheme, deviceScaleFactor, reducedMotion: "reduce" });
    context.setDefaultTimeout(10_000);
    await context.addCookies(cookies);
    const page = await context.newPage();
    page.on("pageerror", (error) => check("no script fails", false, error.message));
    page.on("console", (message) => message.text().includes("status of 4") || check(`${page.url()}: nothing goes wrong`, false, message.text()));
    page.on("request", (request) => check("nothing is asked elsewhere", request.url().startsWith(served.at), request.url()));
    for (const [name, reach] of Object.entries(PAGES)) {
      const where = `${name} ${width} ${colorScheme}${deviceScaleFactor > 1 ? " 400 %" : ""}`;
      try {
        let body;
        page.removeAllListeners("response");
        page.on("response", (response) => {
          if (response.request().isNavigationRequest()) body = response;
        });
        await page.goto(`${served.at}/`);
        await reach(page);
        await page.waitForLoadState("load");
        await judge(page, name, where);
        if (width === 1280 && colorScheme === "light") writeFileSync(join(out, `${name}.html`), await body.text());
        if (colorScheme === "light" && deviceScaleFactor === 1 && width > 320) {
          await page.screenshot({ path: join(out, `${name}-${width}.png`), fullPage: process.env.WHOLE === "1" });
        }
      } catch (error) {
        check(where, false, error.stack);
      }
    }
    await context.close();
  }
  // What an act on a page leaves has the focus, and is told.
  await one.goto(`${served.at}/`);
  await follow("lead")(await (async () => (await north(one), one))());
  await one.check('input[name=state][value="planned"]');
  await push(one, "Save and stay");
  check("what was done has the focus", await one.evaluate(() => document.activeElement.matches(".said")));
  await act(one, ".said button");
  check("it is taken back from there", (await one.innerText(".said")).includes("Taken back"), await one.innerText("main"));
  check("and that has the focus", await focused(one));
  await one.goto(`${served.at}/`);
  await paper("west-midlands-2017.txt")(one);
  await act(one, one.locator(".suggestion:has(option[selected]) .accept").first());
  check("what was decided is in sight, and read with the focus", await told(one));
  await judge(one, "paper-decided", "paper, decided");
  await one.goto(`${served.at}/changes`);
  writeFileSync(join(out, "changes-some.html"), await (await one.request.get(`${served.at}/changes`)).text());
  check("changes are listed", (await one.locator(".changes li").count()) === 4, await one.innerText("main"));
  await judge(one, "changes", "changes, some");
  await act(one, "text=Stop msacheck");
  await judge(one, "stopped", "stopped");
} catch (error) {
  check("pages", false, error.stack);
} finally {
  await browser.close();
}
end();
