/** Messages of the analyses: comparison, simulation, correcting statement. */
export const analyses = {
  "issued-no-journal":
    "“{file}” was not made by Ordiclasse, or has lost its Journal: nothing in it says what was issued. Give the workbook as it was generated for issue.",
  "issued-unreadable-journal":
    "The last row of the Journal of “{file}” was changed: what was issued can no longer be read in it. Give the workbook as it was generated for issue.",
  "issued-other-campaign":
    "The statement issued in “{file}” is of the {issued} campaign, and the correction is asked for {campaign}. Ask for the {issued} campaign.",
  "issued-sheet-changed":
    "The sheet “{sheet}” of “{file}” has changed since it was generated on {when}: this workbook is no longer the one that was issued. Give it as it was generated, and correct a copy.",
  "issued-sheet-missing":
    "The sheet “{sheet}” of the file “{source}”, read when the documents were generated on {when}, is not in “{file}”. Give that file too, unchanged, with the corrected inventory.",
  "issued-sheet-added":
    "The sheet “{sheet}” of “{file}” was not read when the documents were generated on {when}: this workbook is no longer the one that was issued. Give it as it was generated.",
  "issued-options-differ":
    "The options noted in the Journal of “{file}” when it was generated on {when} are found neither in its sheet “Options Ordiclasse” nor in the options given. Give the options file of that day.",
  "issued-total-differs":
    "Billed again, the inventory of “{file}” gives {found}, and its Journal {issued} on {when}: what cannot be found again cannot be corrected. Check that the table “Tarifs” and the options have not changed since.",
  "compared-total-differs":
    "Billed again, the inventory of “{file}” gives {found}, and its Journal {issued}: the workbook, its options or the files read with it have changed. The comparison would be with {found}: give the workbook as it was produced, or accept this point in the options (“{was}”).",
  "rectified-other-inventory":
    "The correction seems to be about quite another inventory than the one issued on {when}: the statement of “{file}” was made from {issued}, the correction reads {read}, and {lines} lines change. Check that the right workbook is corrected; if it is, accept this point in the options (“{was}”).",
  "compared-without-grid":
    "“{file}” cannot be compared: {?guessed:without a Journal, it is read as the inventory of the year before, and }no tariff covers campaign {campaign}. Periods with a tariff: {periods}. Choose another workbook, or add to this one a table “Tarifs” with the voted grid.",
} as const;
