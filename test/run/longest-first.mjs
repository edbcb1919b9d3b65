// Longest first, so that the workers end together: as long as a file took last time on this machine, else as in weights.mjs.
import { createRequire } from "node:module";
import { relative } from "node:path";
import { weightOf } from "./weights.mjs";

const { default: Sequencer } = createRequire(import.meta.url)("@jest/test-sequencer");

export default class LongestFirst extends Sequencer {
  sort(tests) {
    const weighed = tests.map((test) => {
      test.duration = this.time(test);
      const { path, duration, context } = test;
      const seconds = duration == null ? weightOf(relative(context.config.rootDir, path)) : duration / 1000;
      return { test, seconds, hasFailed: this.hasFailed(test) };
    });
    weighed.sort((a, b) => Number(b.hasFailed) - Number(a.hasFailed) || b.seconds - a.seconds);
    return weighed.map(({ test }) => test);
  }
}
