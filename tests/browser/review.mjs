// An answer under the Freedom of Information Act, reviewed by keyboard: what a careful person declared from it by hand
// in `samples/` is accepted, all else rejected. What comes out must assess as the sample does.
import { execFileSync } from "node:child_process";
import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { act, check, focused, folder, follow, program, push, root, serve, start, TODAY, told, visit } from "./served.mjs";

const SAMPLE = join(root, "samples", "west-midlands-2017.toml");

const flat = (text) => text.replace(/[’‘]/g, "'").replace(/\s+/g, " ").trim();

const result = (cwd, file) =>
  JSON.parse(execFileSync(program, ["check", "--today", TODAY, "--format", "json", file], { cwd, maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "ignore"] }));

/** What the sample declares: of each arrangement its state, its details and its quotes. */
const declared = () => {
  const toml = `import json, sys, tomllib, datetime
print(json.dumps(tomllib.load(open(sys.argv[1], "rb")), default=str))`;
  const all = JSON.parse(execFileSync("python3", ["-c", toml, SAMPLE]));
  return Object.fromEntries(Object.entries(all).filter(([key]) => !["force", "source", "information"].includes(key)));
};

const outcomes = (cwd, file) => {
  const read = result(cwd, file);
  const { findings } = read.assessments?.[0] ?? read;
  return new Map(findings.map((one) => [one.requirement, one.outcome]));
};

export const review = async (browser, foi) => {
  const cwd = folder();
  const served = await serve(cwd);
  const page = await visit(browser, served);
  const tasks = await start(page, "west-midlands", "2017-06-30");
  await page.goto(served.at);
  await page.setInputFiles("#papers", foi);
  await push(page, "Bring in");
  const sample = declared();
  const titles = Object.fromEntries(
    await page.locator("#arrangement option").evaluateAll((all) => all.map((one) => [one.textContent, one.value])),
  );
  const press = (key) => page.keyboard.press(key);
  const one = page.locator(".suggestion:focus");
  let [accepted, rejected] = [0, 0];
  await press("j");
  for (let round = 0; round < 200 && (await page.locator(".suggestion:not(details .suggestion)").count()) > 0; round += 1) {
    check("a suggestion has the focus", (await one.count()) === 1, page.url());
    const title = (await one.locator("h3").evaluate((head) => head.firstChild.textContent)).trim();
    const quote = flat((await one.locator("blockquote").innerText()).replace(/^“|”$/g, ""));
    const of = titles[title];
    const own = sample[of];
    const shared = own?.evidence.some((piece) => quote.includes(flat(piece.quote)) || flat(piece.quote).includes(quote));
    if (!shared) {
      rejected += 1;
      await press("r");
      await page.keyboard.type("it says nothing of this arrangement");
      await follow(page, "Enter");
    } else if ((await one.locator("select").inputValue()) === own.state) {
      accepted += 1;
      await follow(page, "a");
    } else {
      accepted += 1;
      await press("s");
      await one.or(page.locator(".suggestion:focus-within")).locator("select").first().evaluate((select) => select.id);
      const word = { "in place": "in", partial: "pa", planned: "pl", absent: "a", withheld: "w" }[own.state];
      await page.keyboard.type(word);
      await follow(page, "Enter");
    }
    check("focus isn't lost", await focused(page), page.url());
    check("what was done is in sight, and read with the focus", await told(page), page.url());
    check("nothing was wrong", (await page.locator(".errors").count()) === 0, await page.locator(".errors").allInnerTexts());
  }
  check("several were accepted, and some rejected", accepted >= 8, `${accepted}, ${rejected}`);
  console.log(`  ${accepted} accepted, ${rejected} rejected`);
  const file = "west-midlands.toml";
  // What the paper says that nothing was suggested for is marked: selected in the paper, m, and the form.
  const has = (of) => new RegExp(`\\[${of}\\]\\nstate = "(?!not stated)`).test(readFileSync(join(cwd, file), "utf8"));
  for (const [of, own] of Object.entries(sample)) {
    if (has(of)) continue;
    console.log(`  marked: ${of}`);
    await press("m");
    await page.keyboard.type(own.evidence[0].quote);
    await page.selectOption("#arrangement", of);
    await page.selectOption("#mark-state", own.state);
    await act(page, ".mark button");
    check(`${of} is marked`, has(of), await page.locator(".errors").allInnerTexts());
  }
  copyFileSync(SAMPLE, join(cwd, "sample.toml"));
  copyFileSync(foi, join(cwd, "west-midlands-2017.txt"));
  const differ = () => {
    const [theirs, ours] = [outcomes(cwd, "sample.toml"), outcomes(cwd, file)];
    return [...theirs].filter(([id, outcome]) => ours.get(id) !== outcome).map(([id, outcome]) => `${id}: ${outcome}, here ${ours.get(id)}`);
  };
  console.log(differ().map((line) => `  after the review alone: ${line}`).join("\n"));
  // The details that the paper has, and that weren't taken with its words.
  for (const [of, own] of Object.entries(sample)) {
    await page.goto(`${tasks}/ask/${of}`);
    if (new URL(page.url()).pathname.endsWith("/ask/" + of) && (await page.locator("form [name=state]").count()) === 0) continue;
    await page.check(`input[name=state][value="${own.state}"]`);
    for (const [field, value] of Object.entries(own)) {
      if (["state", "note", "evidence"].includes(field)) continue;
      const fields = page.locator(`[name="detail-${field}"]`);
      if ((await fields.count()) === 0) continue;
      const kind = await fields.first().evaluate((one) => one.type);
      const plain = typeof value === "boolean" ? (value ? "yes" : "no") : value;
      if (kind === "radio") await page.check(`[name="detail-${field}"][value="${plain}"]`);
      else if (kind === "checkbox") {
        for (const box of await fields.all()) await box.setChecked(value.includes(await box.inputValue()));
      } else await fields.fill(Array.isArray(value) ? value.join("\n") : String(plain));
    }
    await push(page, "Save and stay");
    check(`${of} is saved`, (await page.locator(".errors").count()) === 0, await page.locator(".errors").allInnerTexts());
  }
  check("the same outcomes as the sample", differ().length === 0, differ().join("\n"));
};
