/** Files of `npm run test:full` alone, or of a run by name: nearly all repeat what a file of `npm test` shows. */
const apart = [
  // States as a user comes to them, and pictures: `states/drawn` draws each state.
  /^test\/e2e\/(?:picture\/|states\/walked-)/,
  // What Excel's pane does in a browser as test/taskpane, test/commands and test/workbook show without one.
  /^test\/e2e\/(?:correct\.|generate\.|save-pdfs|faults|in-view|ribbon|excel-page|campaign-by-)/,
  // What the page does as test/taskpane shows without a browser: `without-excel/campaign` has a whole campaign.
  /^test\/e2e\/without-excel\/(?:another-file|campaign-by-|convention|documents|kept-safe|large-file|same-as-command|verify)/,
  // Faults that meet an undo, another pane or the Journal: `office/faults` has those of a generation. Requests, counted.
  /^test\/workbook\/office\/(?:faults-|undo-faults|journal-alone|requests)/,
  // A correction of a correction, habits beside the other random inventories, runs that are killed.
  /^test\/(?:acceptance\/rectify-again|fuzz\/habits\/|cli\/killed)/,
  // The add-in built again, and a part of it that does not load.
  /^test\/(?:build\/(?:local|release)|taskpane\/analyses\/not-loaded)/,
  // The tests' own means: the simulated Excel, and the checks of the pane.
  /^test\/(?:host\/|e2e\/pane-checks)/,
];

/** Returns whether `npm test` leaves out a file. */
export const isApart = (file) => apart.some((pattern) => pattern.test(file));
