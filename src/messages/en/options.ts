/** Messages of `src/options`. */
export const options = {
  "options-not-a-record":
    "Options file: “{field}” must be an object between braces, and is “{value}”. Correct the file.",
  "options-unknown-key": "Options file: there is no key “{field}”. Possible keys: {keys}.",
  "options-missing-key": "Options file: the key “{field}” is missing. Add it.",
  "options-not-text": "Options file: “{field}” must be a non-empty text, and is “{value}”. Write it between quotes.",
  "options-not-a-list": "Options file: “{field}” must be a list between square brackets, and is “{value}”.",
  "options-bad-choice":
    "Options file: “{field}” is “{value}”, which is not a possible choice. Possible choices: {choices}.",
  "options-bad-weight":
    "Options file: “{field}” is “{value}”; a weight is a number, zero or more. Give the number of pupils, for example.",
  "options-bad-row": "Options file: “{field}” is “{value}”; give the row's number as Excel shows it, from 1 on.",
  "options-bad-cell": "Options file: “{field}” is “{value}”; give the address of the header cell, for example E4.",
  "options-bad-commune-cell":
    "Options file: “{field}” is “{value}”; give the address of the cell that names the commune, for example A12.",
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
  "options-sheet-no-signatory":
    "The option “{option}” is filled in but no signatory is named. Add the name on a row “Signataire”, or clear this value.",
} as const;
