/** Seconds that the longest files take, roughly: for the first run on a machine, when jest remembers none. */
const seconds = {
  "test/e2e/states/reading.test.ts": 60,
  // Second: the first one builds the add-in meanwhile.
  "test/taskpane/compare.test.ts": 58,
  "test/e2e/states/documents.test.ts": 55,
  "test/e2e/states/analyses.test.ts": 50,
  "test/e2e/correct.test.ts": 40,
  "test/e2e/generate.test.ts": 30,
  "test/e2e/campaign-by-keyboard.test.ts": 25,
  "test/e2e/faults.test.ts": 25,
  "test/e2e/keyboard.test.ts": 20,
  "test/e2e/not-starting.test.ts": 20,
  "test/taskpane/rectify.test.ts": 25,
  "test/taskpane/try-prices.test.ts": 20,
  "test/taskpane/try-prices-on-grids.test.ts": 12,
  "test/workbook/office/faults.test.ts": 25,
  "test/workbook/office/contract.test.ts": 20,
  "test/build/build.test.ts": 20,
  "test/fuzz/harmless-changes.test.ts": 15,
  "test/fuzz/harmful-changes.test.ts": 15,
  "test/acceptance/accessible-documents.test.ts": 15,
  "test/acceptance/rerun.test.ts": 15,
  "test/host/model/file/save-book.test.ts": 12,
};

/** How long a file is thought to take: of those that are not listed, pages come before what needs none. */
export const weightOf = (file) => seconds[file] ?? (/^test\/(e2e|taskpane|host|workbook)\//.test(file) ? 2 : 1);
