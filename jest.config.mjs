import { availableParallelism } from "node:os";

const swc = {
  jsc: {
    target: "es2022",
    parser: { syntax: "typescript", tsx: true },
    transform: { react: { runtime: "automatic", importSource: "preact" } },
  },
  module: { type: "commonjs" },
};

// Test files run as `test/run-tests.mjs` asks, or by their names: `npx jest test/money`.
export default {
  testEnvironment: "<rootDir>/test/run/environment.mjs",
  // No test asserts a time: a slow or busy machine only takes longer.
  testTimeout: 600_000,
  roots: ["<rootDir>/test"],
  // Types are held by `npm run types`.
  transform: { "^.+\\.(m?[jt]s|tsx)$": ["@swc/jest", swc] },
  // hucre, n2words, @noble/hashes and preact are ES modules: jest on Node 20 needs them transformed to CommonJS.
  transformIgnorePatterns: ["/node_modules/(?!(n2words|hucre|@noble|preact)/)"],
  moduleNameMapper: {
    "^(jsdom|playwright-core|fast-formula-parser|unpdf)$": "<rootDir>/test/run/shared/$1.cjs",
    // The style sheet of what comes later: a browser asks for it.
    "\\.css$": "<rootDir>/test/run/shared/style.cjs",
  },
  moduleFileExtensions: ["ts", "tsx", "mts", "js", "mjs", "cjs", "json", "node"],
  // A worker waits while Chromium draws: three keep two cores busy. By itself, jest would keep one core free.
  maxWorkers: Math.ceil(availableParallelism() * 1.5),
  // Node keeps some of what each file evaluated: a worker that has run hundreds of files would run out of memory.
  workerIdleMemoryLimit: "2GB",
  testSequencer: "<rootDir>/test/run/longest-first.mjs",
  reporters: ["default", "<rootDir>/test/run/slowest.mjs"],
};
