// Mutation testing, on demand: puts one fault after another into money, tariff and statement, and counts those that their own
// tests let through. One module alone: `npm run mutation -- --mutate "src/money/**/*.ts"`; what changed since: `--incremental`.
// A rule of the reading: `npm run mutation -- --mutate src/inventory/rules/repeats.ts`, by the tests of its name, or by those
// that `ORDICLASSE_TESTS` names, separated by spaces.
const mutated = process.argv[process.argv.indexOf("--mutate") + 1] ?? "";
const ofReading = mutated.split(",").filter((path) => path.startsWith("src/inventory/"));
const testsOfReading =
  process.env.ORDICLASSE_TESTS?.split(" ") ??
  // A file may be followed by the place of one fault: `recaps.ts:12:3-12:20`.
  ofReading.map((path) => path.replace("src/", "test/").replace(/\.ts(:.*)?$/, ".test.ts"));

export default {
  mutate: ["src/{money,tariff,statement}/**/*.ts"],
  testRunner: "mocha", // test/mutation/setup.mjs says why.
  mochaOptions: {
    require: ["test/mutation/setup.mjs"],
    spec:
      testsOfReading.length > 0
        ? testsOfReading
        : // The properties last: they draw hundreds of statements, and most faults are found without them.
          [
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
