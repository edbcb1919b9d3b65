/** Messages of `src/cli`, and of the whole chain. */
export const cli = {
  "no-inventory":
    "No inventory was recognised in {files}. A header row is needed above the data, with the school and at least one service (“Postes clients standard”, “Effectif”…).",
  "workbook-without-inventory":
    "No inventory was recognised in “{file}”: nothing of it is billed. Check that it is the right file, and that it has a header row above the data.",
  "cli-no-input": "No workbook is given. Usage: {usage}",
  "cli-no-campaign": "The campaign is missing. Add for instance --campaign 2014.",
  "cli-bad-campaign":
    "“{value}” is not a campaign. Give a year, for instance --campaign 2014, or its 1 November (2014-11-01).",
  "cli-bad-language": "“{value}” is not a possible language. Give --lang fr or --lang en.",
  "cli-unknown-flag": "There is no option {flag}. Usage: {usage}",
  "cli-missing-value": "A value is missing after {flag}. Usage: {usage}",
  "cli-useless-value": "The option {flag} takes no value.",
  "cli-flag-twice": "The option {flag} is given twice: which one to follow is unknown.",
  "cli-input-missing": "The file “{path}” cannot be found. Check its name and its folder.",
  "cli-input-folder": "“{path}” is not a file. Give a workbook, not its folder.",
  "cli-input-unreadable": "The file “{path}” cannot be opened ({reason}). Check that you may read it.",
  "cli-input-twice": "The file “{path}” is given twice: it would be counted twice. Give it once.",
  "cli-same-name": "Two workbooks have the same name, “{name}”: sources would be ambiguous. Rename one of them.",
  "cli-out-extension":
    "The workbook made from “{file}” is in {extension} format, but --out says “{path}”. Give it the extension {extension}.",
  "cli-over-input": "“{path}”, given by {flag}, is one of the files read: it is never replaced. Choose another name.",
  "cli-same-output": "--out and --json are the same file, “{path}”. Give them two different names.",
  "cli-output-exists":
    "The file “{path}” exists already: it was not changed. Choose another name, or add --overwrite to replace it.",
  "cli-output-folder": "The folder “{path}” does not exist. Create it, or give another one.",
  "cli-output-not-file": "“{path}” is not a file: nothing can be written there. Give the name of a file.",
  "cli-options-not-json":
    "The options file “{path}” is not readable JSON: reading stops at line {line}, column {column}. Correct it there.",
  "cli-options-not-utf8": "The options file “{path}” is not a text in UTF-8. Save it with the UTF-8 encoding.",
  "cli-and-more": " (other points to correct afterwards: {count})",
  "cli-reading": "Reading {file}…",
  "cli-computing": "Computing…",
  "cli-writing": "Writing…",
  "cli-campaign": "Campaign {campaign}, situation on {snapshot}",
  "cli-grid": "Tariff: {act}",
  "cli-titre": "Claim of the Ville on the CAGB: {amount}",
  "cli-cagb": "  Borne by the CAGB: {amount}",
  "cli-communes": "  Shares of the communes: {amount}",
  "cli-counts": "Pupils: {pupils} · Schools: {schools} · Communes: {communes}",
  "cli-anomalies": "Anomalies: {errors} to correct (not billed), {warnings} to check, {infos} for information",
  "cli-more-anomalies": "  … and {count} more, on the sheet “Contrôles” and in the JSON.",
  "cli-wrote-out": "Workbook written: {path}",
  "cli-wrote-json": "JSON written: {path}",
  "cli-blocked":
    "Errors to correct, listed above: {errors}. The workbook is not made: correct the inventory, or add --force to bill without what is in error.",
  "cli-unexpected": "Unexpected error of the program: no file was changed. Report it with the lines that follow.",
} as const;
