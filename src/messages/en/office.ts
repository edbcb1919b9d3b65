/** How the workbook is left: one of the three. */
const state =
  "{?untouched: Nothing was changed in the workbook.}{?restored: Your previous documents were put back.}{?unfinished: Your documents could not be put in order yet: as soon as Excel answers, close the Ordiclasse pane and open it again, and it will.}";

/** Messages of `src/workbook/office`. */
export const office = {
  "office-unsaved-workbook": "Workbook",
  "office-cell-edit": `A cell is being edited.${state} Confirm the entry (Enter) or drop it (Esc), then run again.`,
  "office-busy": `Excel is too busy to answer.${state} Wait a minute, then run again.`,
  "office-protected-sheet": `The sheet “{sheet}” is protected.${state} Remove the protection (Review, Unprotect Sheet), then run again.`,
  "office-protected-workbook": `The structure of the workbook is protected: no sheet can be added or removed.${state} Remove the protection (Review, Protect Workbook), then run again.`,
  "office-filtered-sheet": `The sheet “{sheet}” could not be set aside as it is: a filter probably hides rows in it.${state} Clear the filters of this sheet (Data, Clear), then run again.`,
  "office-sheet-vanished": `{?sheet:The sheet “{sheet}” is no longer in the workbook.}{?nosheet:A sheet that Ordiclasse needs is no longer in the workbook.}${state} Run again: the workbook will be read as it is now.`,
  "office-sheet-hidden":
    "The sheet “{sheet}” is hidden: it cannot be shown. Unhide it (right-click a tab, Unhide), then try again.",
  "office-no-cell": "There is no cell “{cell}” in the sheet “{sheet}”.",
  "office-workbook-changed": `Sheets were added or renamed since the workbook was read.${state} Run again: the workbook will be read as it is now.`,
  "office-inactive-workbook": `Another workbook became active.${state} Come back to this workbook by clicking one of its cells, then run again.`,
  "office-too-large": `Excel refuses to exchange so much data at once.${state} Delete useless rows and columns of the largest sheets, then run again.`,
  "office-set-up-refused":
    "The documents are written, and their amounts are complete. Excel refused a part of how they look{?pages: (the page set-up for printing)}{?tabs: (the colour of tabs)}{?panes: (the frozen panes)}. Update the documents once a printer is installed and this workbook is in front, or set it up yourself.",
  "office-read-only": `The workbook is open read-only.${state} Enable editing, or save a copy of the workbook and work in the copy, then run again.`,
  "office-access-denied": `Excel refuses this change: the workbook, or one of its sheets, is protected or read-only.${state} Remove the protection or enable editing, then run again.`,
  "office-session-lost": `The connection with Excel is broken.${state} Close the Ordiclasse pane, open it again, then run again.`,
  "office-too-old": `This version of Excel lacks functions that are needed.${state} Update Excel (Excel 2021 or later), or use Excel on the web.`,
  "office-difference": `Difference after writing: the cell {cell} of the sheet “{sheet}” shows “{found}”, the computation gives “{expected}”.${state} Run again; if it comes back, check that calculation is not altered in this workbook (Formulas, Calculation Options) and report it.`,
  "office-not-taken": `Excel did not take the values of the sheet “{sheet}” as they are.${state} Run again; if it happens again, report it.`,
  "office-options-unfinished":
    "Excel no longer answers (code {code}): the choice may be only half written in sheet “{sheet}”. As soon as it answers, check that sheet, then read the workbook again.",
  "office-nothing-to-undo": "There is no generation to undo. Nothing was changed in the workbook.",
  "office-other": `Excel interrupted the operation (code {code}).${state} Run again; if it happens again, save the workbook, close it, open it and start over.`,
} as const;
