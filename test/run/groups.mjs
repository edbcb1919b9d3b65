// Groups of files of tests that share one evaluation of the product's modules. jest evaluates them anew for each file that it
// is given, which takes longer than most files' tests: a group is one file, that requires some of them.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";

/** Where groups are written: `out/tests/quick/files-2.test.ts`. */
export const groupsFolder = "out/tests";
/** At most about as many files, and as many groups for each worker: fewer at full depth, where some files take a minute. */
const filesInGroup = { quick: 170, others: 80 };
const workers = Math.ceil(availableParallelism() * 1.5);

/** What replaces a module, or the clock, does so for its whole group. */
const replaces = /\bjest\.(?:mock|doMock|unmock|isolateModules|resetModules|setTimeout|useFakeTimers)/;
const opensAddIn = /^test\/(?:e2e|build)\//;

/** Whether a path that jest was given, from the project's folder, is a group's. */
export const isGroup = (path) => path.startsWith(`${groupsFolder}/`);

/** Returns the path of each file of tests, in the order of the alphabet. */
export function filesOfTests() {
  const names = readdirSync("test", { recursive: true }).map((name) => join("test", name).replaceAll("\\", "/"));
  return names.filter((name) => /\.test\.tsx?$/.test(name)).sort();
}

/**
 * Writes the groups of these files, and returns what jest is to run: the groups, and the files that run by themselves.
 * `run` names them: jest remembers how long each took. `isAlone`: whether a file is in no group.
 */
export function grouped(files, run, isAlone = () => false) {
  rmSync(groupsFolder, { recursive: true, force: true });
  mkdirSync(`${groupsFolder}/${run}`, { recursive: true });
  const alone = [];
  const groups = new Map();
  for (const file of files) {
    const source = readFileSync(file, "utf8");
    if (opensAddIn.test(file) || isAlone(file) || replaces.test(source)) {
      alone.push(file);
      continue;
    }
    const environment = /@jest-environment (\S+)/.exec(source)?.[1] ?? "";
    const name = `${run}/${environment || "files"}`;
    const group = groups.get(name) ?? { environment, files: [] };
    groups.set(name, { environment, files: [...group.files, file] });
  }
  const written = [...groups].flatMap(([name, { environment, files }]) =>
    inPortions(files, filesInGroup[run] ?? filesInGroup.others).map((some, at) =>
      write(`${name}-${at + 1}`, environment, some),
    ),
  );
  return [...written, ...alone];
}

/**
 * Portions of about the same size, each with one file in every so many: neighbours are often alike, and as long. Few files
 * are one portion: the product's screens take longer to evaluate than many a file of tests.
 */
function inPortions(files, most) {
  const count = files.length <= most ? 1 : workers * Math.ceil(files.length / (workers * most));
  return Array.from({ length: count }, (_, portion) => files.filter((_, at) => at % count === portion));
}

function write(name, environment, files) {
  const path = `${groupsFolder}/${name}.test.ts`;
  const tests = files.map((file) => `describe("${file}", () => void require(${JSON.stringify(resolve(file))}));\n`);
  const asked = environment === "" ? "" : `/** @jest-environment ${environment} */\n`;
  writeFileSync(path, asked + tests.join(""));
  return path;
}
