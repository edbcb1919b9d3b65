// Runs jest twice: in Paris' time zone, then in UTC, so that no date depends on where the product runs.
// Arguments go to both runs: `npm test -- test/cli`.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const jest = join(dirname(createRequire(import.meta.url).resolve("jest/package.json")), "bin", "jest.js");

for (const zone of ["Europe/Paris", "UTC"]) {
  const run = spawnSync(process.execPath, [jest, ...process.argv.slice(2)], {
    stdio: "inherit",
    env: { ...process.env, TZ: zone },
  });
  if (run.status !== 0) process.exit(run.status ?? 1);
}
