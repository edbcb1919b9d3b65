// Longest first, so that the workers end together: as long as a file took last time on this machine, else as in weights.mjs;
// files that open a browser among files that compute.
import { createRequire } from "node:module";
import { relative } from "node:path";
import { weightOf } from "./weights.mjs";

const { default: Sequencer } = createRequire(import.meta.url)("@jest/test-sequencer");

/** Files that open the built add-in: the first of them builds it, and the others wait for it. */
const opensAddIn = /^test[\\/](?:e2e|build)[\\/]/;

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
    return atEvenPace(weighed).map(({ test }) => test);
  }
}

/**
 * Merges the files that open the add-in with the others, each kind at an even pace: a browser leaves the processor idle while
 * it draws, and files that only compute do not. Those that open the add-in come one after the other, so that few wait for it.
 */
function atEvenPace(weighed) {
  const kinds = [true, false].map((opens) => weighed.filter(({ path }) => opensAddIn.test(path) === opens));
  const paced = kinds.flatMap((files) => {
    const total = files.reduce((sum, { seconds }) => sum + seconds, 0);
    let before = 0;
    return files.map((file) => {
      const share = before / total;
      before += file.seconds;
      return { file, share };
    });
  });
  return paced.sort((a, b) => a.share - b.share).map(({ file }) => file);
}
