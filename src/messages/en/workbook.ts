/** Messages of `src/workbook`. */
export const workbook = {
  "values-only-xls":
    "The file “{file}” is in the old .xls format: only its values are brought into the workbook produced, without formats, formulas, charts, macros or the hidden state of sheets, rows and columns. To keep everything, first save it as .xlsx.",
  "values-only-ods":
    "The file “{file}” is in the .ods format: only its values are brought into the workbook produced, without formats, formulas, charts or the hidden state of sheets, rows and columns. To keep everything, first save it as .xlsx.",
  "values-only-csv":
    "The file “{file}” is in the .csv format: it becomes a sheet that bears its name, each value being taken as it is written.",
  "own-documents-left-out":
    "The file “{file}” holds documents that Ordiclasse made (sheets: {count}): they are neither read nor copied, since this run makes them anew. If this file is the first given, the rows of its Journal are kept.",
  "formula-without-value":
    "This formula has no saved result ({count} in the sheet): its cell is read as blank. Open the workbook in Excel, save it, then start again.",
  "own-name-taken":
    "The name “{name}” of this workbook leads to something other than a document of Ordiclasse: it is kept as it is, and the amount that usually bears it has no name. To give it one, rename yours (Formulas, Name Manager), then run again.",
  "own-key-taken":
    "The sheet “{sheet}” bears the mark of Ordiclasse’s documents (the name ORDICLASSE_CLE) and is none: it is kept, and read, as one of yours. To see this no more, delete that name (Formulas, Name Manager).",
  "document-changed":
    "The sheet “{sheet}” was changed by hand since it was generated (cells concerned: {cells}{?more:… {count} in all}). A new generation replaces what it holds: keep a copy of it if those changes matter.",
  "journal-changed":
    "The Journal was changed by hand since the last generation (cells concerned: {cells}{?more:… {count} in all}): what it says of what was issued is no longer certain. Its rows are kept as they are, and this warning will come back; to be rid of it, start from the workbook as it was produced.",
  "file-empty": "The file “{file}” is empty (0 bytes). Check that it was copied or downloaded in full.",
  "file-corrupt":
    "The file “{file}” is damaged or incomplete{?part: (part “{part}”)}{?cell:, in cell {cell}}: it cannot be read. Open it in Excel, let Excel repair it, save it, then start again.",
  "file-password":
    "The file “{file}” is protected by a password: it cannot be read. In Excel, remove the password (File, Info, Protect Workbook), save, then start again.",
  "file-not-a-workbook":
    "The file “{file}” is not a workbook: its content does not match its name. Give a .xlsx, .xlsm, .xls, .ods or .csv file.",
  "file-extension-unknown":
    "The file “{file}” does not have a known extension. Give a .xlsx, .xlsm, .xls, .ods or .csv file.",
  "file-zip-without-workbook":
    "The file “{file}” is an archive that holds no Excel workbook. If it is a compressed folder, first extract the workbook.",
  "csv-open-quote":
    "The file “{file}” cannot be read without a risk of losing rows: on line {line}, a quotation mark opens a text that is not closed right before a separator or the end of the line. Open the file in a text editor (Notepad, for instance), remove or close that mark (inside a text, it is written twice), save, then start again.",
  "file-too-large":
    "The file “{file}” is too large: {?part:its part “{part}” would pass 400 MB once uncompressed}{?whole:it would pass 1 GB once uncompressed}{?csv:it passes 300 MB}. It is not read. Delete what does not concern the schools’ equipment (pictures, sheets, useless rows), save, then start again.",
  "file-too-wide":
    "The file “{file}” has a sheet that spans more than twenty million cells: a stray value or format is probably very far from the table. Delete the useless rows and columns, save, then start again.",
  "file-xls-too-old":
    "The file “{file}” is in a format older than Excel 97, which cannot be read. Open it in Excel, save it as .xlsx, then start again.",
  "file-exists":
    "The file “{path}” exists already: it was not changed. Choose another name, or ask expressly to replace it.",
  "file-not-written":
    "The file “{path}” could not be written ({reason}): nothing was changed. Check that the folder exists, that you may write in it and that the file is not open in Excel.",
} as const;
