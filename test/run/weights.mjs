/** Seconds that the longest files take, roughly, alone: for the first run on a machine, when jest remembers none. */
const seconds = {
  "test/e2e/states/walked-documents.test.ts": 40,
  "test/e2e/states/walked-reading.test.ts": 40,
  "test/e2e/states/walked-analyses.test.ts": 30,
  "test/e2e/states/drawn.test.ts": 30,
  "test/e2e/without-excel/campaign.test.ts": 28,
  "test/e2e/correct.test.ts": 16,
  "test/taskpane/analyses/compare.test.ts": 12,
  "test/taskpane/analyses/rectify.test.ts": 12,
  "test/e2e/without-excel/at-hand.test.ts": 12,
  "test/e2e/without-excel/outputs.test.ts": 12,
  "test/e2e/without-excel/offline.test.ts": 11,
  "test/e2e/without-excel/same-as-command.test.ts": 10,
  "test/e2e/faults.test.ts": 11,
  "test/workbook/office/requests.test.ts": 10,
  "test/fuzz/harmful-changes.test.ts": 10,
  "test/fuzz/habits/habits.test.ts": 9,
  "test/e2e/campaign-by-keyboard.test.ts": 9,
  "test/acceptance/samples.test.ts": 8,
  "test/taskpane/analyses/try-prices.test.ts": 8,
  "test/e2e/help-pages.test.ts": 8,
  "test/e2e/keyboard.test.ts": 8,
  "test/e2e/without-excel/grid.test.ts": 8,
  "test/e2e/without-excel/large-file.test.ts": 7,
  "test/e2e/in-view.test.ts": 7,
  "test/e2e/generate.test.ts": 7,
  "test/build/build.test.ts": 7,
  "test/workbook/office/faults.test.ts": 7,
  "test/workbook/office/contract.test.ts": 7,
  "test/host/model/file/save-book.test.ts": 7,
  "test/fuzz/harmless-changes.test.ts": 7,
  // At full depth alone, their cases take minutes.
  "test/fuzz/random-sheets.test.ts": 100,
  "test/workbook/office/faults-panes.test.ts": 70,
  "test/workbook/verify/verify-workbook.test.ts": 50,
  "test/inventory/rows/never-throws.test.ts": 50,
  "test/inventory/rules/order.test.ts": 50,
  "test/workbook/in-page/random-corrections.test.ts": 40,
  "test/functions/properties.test.ts": 30,
  "test/workbook/office/faults-beside.test.ts": 20,
  "test/workbook/in-page/same-as-rebill.test.ts": 20,
  "test/fuzz/damaged-files.test.ts": 20,
  "test/fuzz/flips.test.ts": 20,
};

/** Whether a file takes long by itself, so that it is given alone to a worker. */
export const isLong = (file) => file in seconds;

/** How long a file is thought to take, or a group of files (groups.mjs). */
export function weightOf(file) {
  if (file.startsWith("out/tests/full/")) return 60;
  if (file.startsWith("out/tests/west/")) return 6;
  if (file.startsWith("out/tests/")) return 20;
  return seconds[file] ?? (file.startsWith("test/e2e/") ? 2 : 1);
}
