// What people do in the browser, from the first page to the report: in Chromium, as they do it.
//
//   node tests/browser/journeys.mjs NODE_MODULES [JOURNEY…]
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { review } from "./review.mjs";
import { act, browse, check, end, focused, folder, follow, program, push, root, serve, start, tabTo, TODAY, told, visit } from "./served.mjs";

const FOI = join(root, "samples", "west-midlands-2017.txt");

/** A passage that says itself how the arrangement stands: of others somebody must choose it. */
const STATED = ".suggestion:has(option[selected])";

const csv = (cwd, file) =>
  String(execFileSync(program, ["check", "--today", TODAY, "--format", "csv", file], { cwd, stdio: ["ignore", "pipe", "ignore"] }));

const words = (docx) => String(execFileSync("unzip", ["-p", docx, "word/document.xml"], { maxBuffer: 1 << 28 }));

// A new force, by questions alone, to its Word report.
const questions = async (browser) => {
  const cwd = folder();
  const served = await serve(cwd);
  const page = await visit(browser, served);
  await act(page, "main a.button");
  await page.selectOption("#force", { label: "Kent Police" });
  await page.fill("#as_of", "2026-10-31");
  await act(page, "main button[type=submit]");
  const tasks = page.url();
  await act(page, "text=Answer the first question");
  const states = ["in place", "partial", "planned", "absent", "withheld"];
  let asked = 0;
  while (page.url() !== tasks && asked < 200) {
    await page.check(`input[name=state][value="${states[asked % states.length]}"]`);
    await push(page, "Save and go on");
    check("each answer tells what it changes", /saved\. It /.test(await page.innerText(".banner")), await page.innerText("main"));
    asked += 1;
  }
  check("every question was asked", asked > 20 && asked < 200, asked);
  check("and none is left", (await page.locator("text=Not answered").count()) === 0);
  await act(page, "text=See the gaps");
  const [docx] = await Promise.all([page.waitForEvent("download"), page.click('a[href$="/report/docx"]')]);
  const report = join(cwd, "report.docx");
  await docx.saveAs(report);
  check("a Word report", words(report).includes("Kent Police"));
  await page.click("text=Download it for a program");
  const [table] = await Promise.all([page.waitForEvent("download"), page.click('a[href$="/report/csv"]')]);
  check("the same report as the command line's", readFileSync(await table.path(), "utf8") === csv(cwd, "kent.toml"));
  await page.click("text=Stop msacheck");
  check("it ends from the page", (await served.gone) === 0);
};

// A second date of a force, what changed, and what to do next.
const dates = async (browser) => {
  const cwd = folder();
  const served = await serve(cwd);
  const page = await visit(browser, served);
  const tasks = await start(page, "kent", "2025-03-31");
  const answer = async (at, of, state) => {
    await page.goto(`${at}/ask/${of}`);
    await page.check(`input[name=state][value="${state}"]`);
    await push(page, "Save and stay");
  };
  await answer(tasks, "coordinator", "planned");
  await answer(tasks, "training", "in place");
  await page.goto(tasks);
  await page.click("text=Start a new date of this force");
  await page.fill("#as_of", "2026-03-31");
  await push(page, "Start the new date");
  const later = page.url();
  check("the answers are copied", (await page.innerText(".tasks")).includes("Planned") || (await page.innerText(".tasks")).includes("planned"));
  await answer(later, "coordinator", "in place");
  await page.goto(later);
  await act(page, "text=Compare its dates");
  const told = await page.innerText("main");
  check("what changed is told", told.includes("What changed") && /coordinator/i.test(told), told);
  await act(page, "text=Back to the questions");
  check("and there is a way back", page.url().split("#")[0] === later, page.url());
  await act(page, "text=See the gaps");
  await act(page, "text=What to change, in which order");
  check("a plan of everything", (await page.locator("main h3").count()) > 5);
  await page.selectOption("#target", "duties");
  await push(page, "Show");
  check("a plan of what the law asks", (await page.innerText("main")).includes("Closes:"));
  await page.click("text=Have somebody do it");
  await page.fill("#owner", "head of crime");
  await page.fill("#deadline", "2027-03-31");
  await push(page, "Add to the plan of action");
  check("its steps are taken on", readFileSync(join(cwd, "actions.toml"), "utf8").includes('owner = "head of crime"'));
  await page.goto(`${later}/gaps`);
  check("the gaps say who does it", (await page.content()).includes("head of crime"));
};

// Two tabs that edit the same force: neither undoes the other, and who is late is told.
const tabs = async (browser) => {
  const cwd = folder();
  const served = await serve(cwd);
  const one = await visit(browser, served);
  const tasks = await start(one, "kent", "2026-10-31");
  const other = await one.context().newPage();
  const note = "#note";
  for (const page of [one, other]) await page.goto(`${tasks}/ask/lead`);
  await one.check('input[name=state][value="planned"]');
  await one.fill(note, "from the first tab");
  await push(one, "Save and stay");
  await other.check('input[name=state][value="absent"]');
  await push(other, "Save and stay");
  check("who is late is told", (await other.innerText(".errors")).includes("answered elsewhere meanwhile"));
  check("and sees what stands", await other.isChecked('input[name=state][value="planned"]'));
  check("in its file nothing changed", readFileSync(join(cwd, "kent.toml"), "utf8").includes("from the first tab"));
  await other.check('input[name=state][value="absent"]');
  await push(other, "Save and stay");
  check("a second try counts", (await other.innerText(".banner")).includes("saved"));
  // Different questions: both are kept, whichever was opened first.
  await one.goto(`${tasks}/ask/lead`);
  await other.goto(`${tasks}/ask/training`);
  await one.check('input[name=state][value="in place"]');
  await push(one, "Save and stay");
  await other.check('input[name=state][value="planned"]');
  await push(other, "Save and stay");
  const kept = readFileSync(join(cwd, "kent.toml"), "utf8");
  check("both answers are kept", /\[lead\]\nstate = "in place"/.test(kept) && /\[training\]\nstate = "planned"/.test(kept), kept);
  // One passage, decided in both.
  await one.goto(served.at);
  await one.setInputFiles("#papers", FOI);
  await push(one, "Bring in");
  await one.goto(`${one.url().split("?")[0]}?for=${tasks.split("/").pop()}`);
  await other.goto(one.url());
  const stated = (page) => page.locator(STATED).first();
  await act(one, stated(one).locator(".accept"));
  await stated(other).locator("input[name=reason]").fill("it isn't ours");
  await act(other, stated(other).locator(".reject"));
  check("who decides late is told, too", (await other.innerText(".errors")).includes("decided meanwhile, in another tab"), await other.innerText("main"));
  const decisions = readFileSync(join(cwd, "decisions.toml"), "utf8");
  check("one decision stands", decisions.split("\n[[decision]]\n").length === 2, decisions);
};

// All of it without script.
const plain = async (browser) => {
  const cwd = folder();
  const served = await serve(cwd);
  const page = await visit(browser, served, { javaScriptEnabled: false });
  const tasks = await start(page, "west-midlands", "2017-06-30");
  check("a form with an error says so", await (async () => {
    await page.goto(`${served.at}/new`);
    await act(page, "main button[type=submit]");
    return (await page.innerText(".errors")).includes("Choose a force");
  })());
  await page.goto(`${tasks}/ask/lead`);
  await page.check('input[name=state][value="partial"]');
  await page.check('input[name=detail-capacity][value="part-time"]');
  await push(page, "Save and go on");
  check("an answer is saved", readFileSync(join(cwd, "west-midlands.toml"), "utf8").includes('capacity = "part-time"'));
  await page.goto(served.at);
  await page.setInputFiles("#papers", FOI);
  await push(page, "Bring in");
  const open = page.locator(".suggestion:not(details .suggestion)");
  const left = () => open.count();
  const before = await left();
  await act(page, page.locator(`${STATED} .accept`).first());
  const at = page.locator(".suggestion:not(details .suggestion)").first();
  await at.locator("input[name=reason]").fill("another force is meant");
  await act(page, at.locator(".reject"));
  check("two are decided", (await left()) < before && (await page.locator(".decided > li").count()) === 2, await left());
  await page.click("text=Mark words that nothing was suggested for");
  await page.fill("#words", "There is no specific budget for anti-trafficking activities.");
  await page.selectOption("#arrangement", "training");
  await act(page, ".mark button");
  check("words are marked", (await page.locator(".decided > li").count()) === 3);
  for (let again = 0; again < 3; again += 1) await act(page, page.locator(".back").first());
  check("all are taken back", (await page.locator(".decided > li").count()) === 0 && (await left()) === before, await left());
  await page.goto(`${tasks}/gaps`);
  check("the gaps are all there", (await page.locator("details.finding").count()) > 50);
  check("no filter that does nothing", !(await page.locator("#filters").isVisible()));
  await page.goto(tasks);
  await page.click("text=Start a new date of this force");
  await page.fill("#as_of", "2018-06-30");
  await push(page, "Start the new date");
  await act(page, "text=Compare its dates");
  check("dates are compared", (await page.innerText("body")).includes("What changed"));
};

// By keyboard alone: start a force, answer a question, see an error and mend it, review a paper, see gaps.
const keyboard = async (browser) => {
  const cwd = folder();
  const served = await serve(cwd);
  const page = await visit(browser, served);
  const press = (key) => page.keyboard.press(key);
  await press("Tab");
  check("the first stop leads past the head", await page.evaluate(() => document.activeElement.matches(".skip")));
  await tabTo(page, 'a[href="/new"]');
  await follow(page, "Enter");
  await tabTo(page, "main button[type=submit]");
  await follow(page, "Enter");
  check("the summary of errors has the focus", await page.evaluate(() => document.activeElement.matches(".errors")));
  await press("Tab");
  await press("Enter");
  check("it leads to the field", await page.evaluate(() => document.activeElement.matches("#force")));
  await page.keyboard.type("West Mid");
  await tabTo(page, "#as_of");
  await press("Control+a");
  await page.keyboard.type("2017-06-30");
  await follow(page, "Enter");
  check("the force is started", existsSync(join(cwd, "west-midlands.toml")), page.url());
  check("focus isn't lost", await focused(page));
  await tabTo(page, "main a.button");
  await follow(page, "Enter");
  await tabTo(page, "input[name=state]");
  await press("ArrowDown");
  await tabTo(page, 'button[value="go"]');
  await follow(page, "Enter");
  check("an answer is saved", (await page.innerText(".banner")).includes("saved"));
  check("focus isn't lost after an answer", await focused(page));
  // A file can't be chosen without the system's own window: the paper is put into the folder.
  execFileSync("mkdir", ["-p", join(cwd, "papers")]);
  writeFileSync(join(cwd, "papers", "foi.txt"), readFileSync(FOI));
  await page.goto(served.at);
  await tabTo(page, 'a[href^="/paper/"]');
  await follow(page, "Enter");
  check("who comes anew sees what the paper is", await page.evaluate(() => scrollY === 0));
  await press("j");
  check("the first suggestion has the focus", await page.evaluate(() => document.activeElement.matches(".suggestion")));
  while (!(await page.evaluate((stated) => document.activeElement.matches(stated), STATED))) await press("j");
  await follow(page, "a");
  check("the next one has it then", await page.evaluate(() => document.activeElement.matches(".suggestion")));
  check("what was done is in sight, and read with the focus", await told(page));
  await press("j");
  await press("k");
  await press("r");
  await page.keyboard.type("another force is meant");
  await follow(page, "Enter");
  check("focus isn't lost after a rejection", await focused(page));
  await follow(page, "u");
  check("focus isn't lost after one is taken back", await focused(page));
  check("and that is in sight", await told(page));
  check("one decision is left", readFileSync(join(cwd, "decisions.toml"), "utf8").split("\n[[decision]]\n").length === 2);
  check("all of it without a mouse", readdirSync(cwd).includes("decisions.toml"));
};

const JOURNEYS = { questions, review: (browser) => review(browser, FOI), dates, tabs, plain, keyboard };

const wanted = process.argv.slice(3);
const browser = await browse();
try {
  for (const [name, journey] of Object.entries(JOURNEYS)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const began = Date.now();
    try {
      await journey(browser);
    } catch (error) {
      check(name, false, error.stack);
    }
    console.log(`${name}: ${Math.round((Date.now() - began) / 1000)} s`);
  }
} finally {
  await browser.close();
}
end();
