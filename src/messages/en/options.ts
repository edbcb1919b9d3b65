/** Messages of `src/options`. */
export const options = {
  "options-key-no-weight":
    "The sharing key of the school “{school}” ({commune}) has zero weights only: nothing can be split. Give at least one weight above zero.",
  "options-key-commune-twice":
    "The sharing key of the school “{school}” ({commune}) names “{value}” twice. Give each commune a single share.",
  "options-sheet-twice":
    "This sheet of options repeats the one of the file “{file}”: which to follow cannot be told. Keep a single one.",
  "options-sheet-no-header":
    "This sheet of options has no header row. Write “Option” in a cell and “Valeur” in the one on its right, above the options.",
  "options-sheet-unknown": "There is no option “{option}”. Possible options: {choices}.",
  "options-sheet-repeated": "The option “{option}” appears twice: which to follow cannot be told. Keep a single row.",
  "options-sheet-bad-choice":
    "“{value}” is not a possible choice for the option “{option}”. Possible choices: {choices}.",
  "options-sheet-bad-weight":
    "The weight “{value}” is not a number, zero or more. Give the commune's number of pupils, for example.",
  "options-sheet-bad-row": "“{value}” is not a row number. Give it as Excel shows it, from 1 on.",
  "options-sheet-bad-cell":
    "“{value}” is not the address of a cell. Give the one of the column's header, for example E4.",
  "options-sheet-bad-commune-cell":
    "“{value}” is not the address of a cell. Give the one of the cell that names the commune, for example A12.",
  "options-sheet-missing-in-key":
    "The cell “{column}” is empty. A row “{option}” is filled in this way: school, commune that hosts it, commune that takes a share, weight of that share.",
  "options-sheet-missing-in-mapping":
    "The cell “{column}” is empty. A row “{option}” is filled in this way: sheet, header cell, role of the column, and the file if need be.",
  "options-sheet-missing-in-commune":
    "The cell “{column}” is empty. A row “{option}” is filled in this way: sheet, cell, commune, and if need be the file, then what is written in the cell.",
  "options-sheet-missing-in-set-aside":
    "The cell “{column}” is empty. A row “{option}” is filled in this way: sheet, row number, reason, and the file if need be.",
  "options-sheet-bad-table-cell":
    "“{value}” is not the address of a cell. Give for example A4, or leave the cell empty.",
  "options-sheet-missing-in-word":
    "The cell “{column}” is empty. A row “{option}” is filled in this way: the word, its kind (nature, état, prestation, commune or titre), what it means.",
  "options-sheet-missing-in-table":
    "The cell “{column}” is empty. A row “{option}” is filled in this way: sheet, first cell of the table (empty: the whole sheet), what it holds, and the file if need be.",
  "options-sheet-missing-in-repeat":
    "The cell “{column}” is empty. A row “{option}” is filled in this way: sheet, first cell of the table (empty: the whole sheet), “additionner” or “garder la première”, and the file if need be.",
  "options-sheet-missing-in-accepted":
    "The cell “{column}” is empty. A row “{option}” is filled in this way: sheet, cell, code of the point, the file if need be, then what is written in the cell.",
  "options-sheet-no-signatory":
    "The option “{option}” is filled in but no signatory is named. Add the name on a row “Signataire”, or clear this value.",
  "options-sheet-missing-in-comment":
    "The cell “{column}” is empty. A row “{option}” is filled in this way: commune, comment, year of the campaign compared.",
  "options-sheet-error": "The cell “{column}” holds the error “{value}”. Correct the formula or type the value.",
  "options-sheet-no-year": "The year is missing. Give the one of the campaign compared, for example 2014.",
  "options-sheet-bad-year":
    "“{value}” is not the year of a campaign. Give the one of the campaign compared, for example 2014.",
  "options-comment-commune":
    "“{commune}” is not one of the CAGB’s communes.{?suggestion: Closest name: {suggestion}.} Correct the commune of this comment.",
  "options-comment-twice":
    "{commune} has two comments for the {year} campaign: which to follow cannot be told. Keep a single one.",
  "options-comment-too-long":
    "The comment on {commune} for the {year} campaign has {count} characters. Keep {limit} at most.",
} as const;
