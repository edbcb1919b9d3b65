// Mutation testing, on demand: puts one fault after another into money, tariff and statement, and counts those that their own
// tests let through. One module alone: `npm run mutation -- --mutate "src/money/**/*.ts"`; what changed since: `--incremental`.
export default {
  mutate: ["src/{money,tariff,statement}/**/*.ts"],
  testRunner: "mocha", // test/mutation/setup.mjs says why.
  mochaOptions: {
    require: ["test/mutation/setup.mjs"],
    // The properties last: they draw hundreds of statements, and most faults are found without them.
    spec: [
      "test/{money,tariff,statement}/**/!(*properties).test.ts",
      "test/statement/analyses/compare-properties.test.ts",
    ],
  },
  coverageAnalysis: "perTest",
  // What runs only while files are loaded is lists of communes, of words, of messages' codes, and patterns: each mutant of
  // it would need a new process and every test, which is hours for what is data. What runs in a test too is measured there.
  ignoreStatic: true,
  // A busy machine is slow: no fault is counted as found because of it.
  timeoutMS: 20_000,
  concurrency: 2,
  reporters: ["clear-text", "progress", "html", "json"],
  clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false },
  htmlReporter: { fileName: "out/mutation/index.html" },
  jsonReporter: { fileName: "out/mutation/mutation.json" },
  incrementalFile: "out/mutation/incremental.json",
  tempDirName: "out/mutation/sandbox",
  ignorePatterns: ["coverage", "dist", "docs", "out"],
};
