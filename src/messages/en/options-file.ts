/** Messages of `src/options` on a file of options, which only the command reads. */
export const optionsFile = {
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
  "options-bad-table-cell":
    "Options file: “{field}” is “{value}”; give the address of a cell, for example A4, or remove this key.",
  "options-bad-year": "Options file: “{field}” is “{value}”; give the year of the campaign compared, for example 2014.",
} as const;
