// Runs jest: `quick` by itself, `unit` or `full` where asked. Other arguments go to jest: `npm test -- test/cli`.
//
// quick: everything once, in Paris' time zone; the files where a wrong day could arise again in New York's, west of UTC.
// unit:  the pure core alone.
// full:  everything in UTC, and what is repeated rather than new at full depth (`test/depth.ts`), from a seed that is told.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { isApart } from "./run/apart.mjs";
import { filesOfTests, grouped, groupsFolder } from "./run/groups.mjs";
import { isLong } from "./run/weights.mjs";

const jest = join(dirname(createRequire(import.meta.url).resolve("jest/package.json")), "bin", "jest.js");
const [first = "", ...others] = process.argv.slice(2);
const mode = ["unit", "full"].includes(first) ? first : "quick";
const asked = mode === "quick" ? process.argv.slice(2) : others;

const core = ["cells", "messages", "money", "tariff", "options", "inventory", "statement"].map(
  (module) => `test/${module}/`,
);
/** Where a JS Date is made or read, and what a user sees of it. */
const dated = [
  "test/acceptance/date-system.test.ts",
  "test/cells/civil-date.test.ts",
  "test/functions/value-functions-of-a-day.test.ts",
  "test/inventory/texts/date.test.ts",
  "test/taskpane/texts/days.test.ts",
  "test/workbook/files/open-values.test.ts",
  "test/workbook/files/open-xlsx.test.ts",
  "test/workbook/files/write-generated.test.ts",
  "test/workbook/office/write-cells.test.ts",
  "test/workbook/office/reading-parts.test.ts",
];

/**
 * jest evaluates each module anew for each file: nearly all code is young and runs once. Compiled at once, if less well, it
 * is sooner done, and a larger nursery spares most of the collecting. Workers have the same flags.
 */
const flags = ["--always-sparkplug", "--max-semi-space-size=128"];

function run(args, environment) {
  const { status } = spawnSync(process.execPath, [...flags, jest, ...args], {
    stdio: "inherit",
    env: { ...process.env, ...environment },
  });
  if (status !== 0) process.exit(status ?? 1);
}

/** Runs these files, most of them in groups. */
function runGrouped(files, name, environment, isAlone) {
  const paths = grouped(files, name, isAlone);
  run(["--roots", "test", "--roots", groupsFolder, "--runTestsByPath", ...paths], environment);
}

if (mode === "unit") {
  const files = filesOfTests().filter((file) => core.some((folder) => file.startsWith(folder)));
  if (asked.length > 0) run([...core, ...asked], { TZ: "Europe/Paris" });
  else runGrouped(files, "unit", { TZ: "Europe/Paris" });
}

if (mode === "quick" && asked.length === 0) {
  const files = filesOfTests().filter((file) => !isApart(file));
  runGrouped(files, "quick", { TZ: "Europe/Paris" });
  runGrouped(dated, "west", { TZ: "America/New_York" });
}

if (mode === "quick" && asked.length > 0) {
  run(asked, { TZ: "Europe/Paris" });
  const names = asked.filter((one) => !one.startsWith("-"));
  const files = dated.filter((file) => names.some((name) => file.includes(name)));
  if (files.length > 0 && names.length === asked.length)
    run(["--runTestsByPath", ...files], { TZ: "America/New_York" });
}

if (mode === "full") {
  const seed = process.env.ORDICLASSE_SEED ?? String(Math.floor(Math.random() * 2 ** 31));
  console.error(`Random cases from seed ${seed}: ORDICLASSE_SEED=${seed} npm run test:full has them again.`);
  const environment = { TZ: "UTC", ORDICLASSE_DEPTH: "full", ORDICLASSE_SEED: seed };
  if (asked.length > 0) run(asked, environment);
  else runGrouped(filesOfTests(), "full", environment, (file) => isApart(file) || isLong(file));
}
