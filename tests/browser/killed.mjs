// The server ended in the middle of saves, again and again, while somebody answers in the browser: no file is ever
// unreadable, and no answer that was acknowledged is lost.
//
//   node tests/browser/killed.mjs NODE_MODULES [TIMES]
import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { act, browse, check, end, folder, program, push, serve, start, TODAY, visit } from "./served.mjs";

const times = Number(process.argv[3] ?? 100);
const cwd = folder();
const file = join(cwd, "kent.toml");
const browser = await browse();
let told = "";
try {
  for (let round = 0; round < times; round += 1) {
    const served = await serve(cwd);
    const page = await visit(browser, served, {});
    if (round === 0) await start(page, "kent", "2026-10-31");
    await page.goto(`${served.at}/`);
    await act(page, page.locator('main a[href^="/force/"]').first());
    await page.goto(`${page.url()}/ask/lead`);
    const note = `round ${round}`;
    await page.check('input[name=state][value="planned"]');
    await page.fill("#note", note);
    await push(page, "Save and stay");
    if (await page.locator(".said", { hasText: "saved" }).count()) told = note;
    // A second answer is on its way when it is killed, a little later each time.
    await page.fill("#note", `${note}, unheard`);
    page.on("pageerror", () => {});
    const sent = push(page, "Save and stay").catch(() => undefined);
    await new Promise((done) => setTimeout(done, (round * 7) % 60));
    served.child.kill("SIGKILL");
    await served.gone;
    const kept = readFileSync(file, "utf8");
    const last = kept.match(/^note = "(round .*)"$/m)?.[1] ?? "";
    check(`round ${round}: what was acknowledged is there`, last === told || last === `${note}, unheard`, `${last}, not ${told}`);
    const checked = spawnSync(program, ["check", "--today", TODAY, "kent.toml"], { cwd });
    check(`round ${round}: the file can be read`, checked.status === 0, String(checked.stderr));
    await page.context().close();
    await sent;
  }
  const left = readdirSync(cwd).filter((name) => !["kent.toml", "msacheck.toml"].includes(name) && !name.startsWith(".tmp"));
  check("nothing else is left", left.length === 0, left.join(" "));
} catch (error) {
  check("killed", false, error.stack);
} finally {
  await browser.close();
}
end();
