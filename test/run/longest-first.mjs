// Longest first, so that the workers end together: as long as a file took last time on this machine, else as in weights.mjs.
import { createRequire } from "node:module";
import { relative } from "node:path";
import { weightOf } from "./weights.mjs";

const { default: Sequencer } = createRequire(import.meta.url)("@jest/test-sequencer");

/** Files that open the built add-in: the first of them builds it, and the others wait for it. */
const opensAddIn = /^test[\\/](?:e2e|build)[\\/]/;
/** Seconds of other files that the other workers take meanwhile. */
const meanwhile = 60;

export default class LongestFirst extends Sequencer {
  sort(tests) {
    const weighed = tests.map((test) => {
      test.duration = this.time(test);
      const { duration, context } = test;
      const path = relative(context.config.rootDir, test.path);
      const seconds = duration == null ? weightOf(path) : duration / 1000;
      return { test, path, seconds, hasFailed: this.hasFailed(test) };
    });
    weighed.sort((a, b) => Number(b.hasFailed) - Number(a.hasFailed) || b.seconds - a.seconds);
    return whileItIsBuilt(weighed).map(({ test }) => test);
  }
}

/** Puts the longest files that do without the add-in right after the first that opens it. */
function whileItIsBuilt(weighed) {
  const first = weighed.find(({ path }) => opensAddIn.test(path));
  if (first === undefined) return weighed;
  const without = [];
  let seconds = 0;
  for (const one of weighed)
    if (seconds < meanwhile && !opensAddIn.test(one.path)) {
      without.push(one);
      seconds += one.seconds;
    }
  const early = new Set([first, ...without]);
  return [...early, ...weighed.filter((one) => !early.has(one))];
}
