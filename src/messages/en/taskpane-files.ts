/** Texts of `src/taskpane` about the workbooks of the disk that are read beside the one that is open. */
export const taskpaneFiles = {
  "pane-headcounts-title": "Headcounts not in this workbook",
  "pane-headcounts-text":
    "No sheet holds a number of pupils for each school: access to the portal is not billed. Excel only shows Ordiclasse the workbook that is open; if the headcounts are in another file, add it.",
  "pane-act-add-file": "Add another workbook…",
  "pane-files-title": "Other workbooks read",
  "pane-files-hint":
    "An .xlsx, .xlsm, .xls, .ods or .csv file of your computer is read here, neither changed nor copied anywhere else.",
  "pane-files-kept":
    "These files are forgotten when the pane closes. “Re-read” takes them as they were added: if one of them changed, add it again.",
  "pane-file-remove": "Remove",
  "pane-file-remove-name": "Remove {file}",
  "pane-file-sheet": "{sheet} ({file})",
  "pane-file-point":
    "This point is in the file {file}, cell {cell} of sheet {sheet}. Open that file to correct it, save it, then add it again.",
  "pane-grid-no-tarifs":
    "The workbook “{file}” has no table “Tarifs”: there is no tariff to try. Add it, or choose a .json file.",
  "pane-grid-not-json":
    "“{file}” is not a tariff in legible JSON, saved in UTF-8. Correct it, or choose a workbook with a table “Tarifs”.",
  "pane-file-is-open":
    "“{file}” has the name of the workbook that is open: it is not read twice. If it is another workbook, rename it, then add it.",
  "pane-file-unreadable":
    "“{file}” could not be read on the disk. Close the program that uses it, check that it is still in its place, then add it again.",
  "pane-file-not-loaded":
    "“{file}” was not read: the part of Ordiclasse that opens files could not be loaded. Check the connection to the intranet, then add it again.",
} as const;
