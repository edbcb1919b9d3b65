// Node's environment for jest, where each module is compiled once a worker instead of once a file of tests: half of what a
// file of tests does before its first test. Each file still evaluates its modules by itself.
import { createRequire } from "node:module";
import v8 from "node:v8";
import vm from "node:vm";
import { TestEnvironment } from "jest-environment-node";

// Node 20 optimizes what has run for a little while: a quarter of the processor's time, for code that each file of tests evaluates
// anew. A function has to run fifteen times as long first. Later versions of Node gain nothing by it.
if (process.versions.node.startsWith("20.")) v8.setFlagsFromString("--interrupt-budget=1000000");

const compile = vm.compileFunction;
const compiled = new Map();

vm.compileFunction = (source, parameters, options) => {
  const known = compiled.get(options?.filename);
  if (known?.source === source) return compile(source, parameters, { ...options, cachedData: known.code });
  const made = compile(source, parameters, { ...options, produceCachedData: true });
  if (options?.filename !== undefined) compiled.set(options.filename, { source, code: made.cachedData });
  return made;
};

/**
 * Packages that are long to evaluate, and that hold nothing of the tests that use them, are evaluated once a worker: jsdom,
 * whose windows are worlds of their own anyway, what drives Chromium, the parser of formulas, and the reader of PDF. What they give is of
 * another realm: `instanceof Error` is false of it.
 */
export const sharedPackage = createRequire(import.meta.url);

export default class Environment extends TestEnvironment {
  constructor(...given) {
    super(...given);
    Object.defineProperty(this.global, "sharedPackage", { value: sharedPackage });
  }
}
