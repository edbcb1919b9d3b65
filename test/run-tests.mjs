// Runs jest twice: what touches dates in Paris' time zone, then everything in UTC, so that no day depends on where the
// product runs. Arguments go to both runs: `npm test -- test/cli`.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const jest = join(dirname(createRequire(import.meta.url).resolve("jest/package.json")), "bin", "jest.js");
const asked = process.argv.slice(2);
const dated = ["cells", "tariff", "inventory/read", "sheets", "workbook", "functions", "cli", "acceptance"].map(
  (folder) => `test/${folder}`,
);

for (const [zone, args] of [
  ["Europe/Paris", asked.length > 0 ? asked : dated],
  ["UTC", asked],
]) {
  const run = spawnSync(process.execPath, [jest, ...args], { stdio: "inherit", env: { ...process.env, TZ: zone } });
  if (run.status !== 0) process.exit(run.status ?? 1);
}
