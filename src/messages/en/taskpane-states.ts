/** Texts of the states of `src/taskpane` that are seldom met: a first try, no inventory, pupils' names. */
export const taskpaneStates = {
  "pane-act-example": "Try with an example",
  "pane-example-opened":
    "The example opens in a new workbook: in its Ordiclasse tab, choose “Open pane”, then campaign 2014.",
  "pane-example-not-opened":
    "The example could not be opened. Check the connection to the intranet and the windows that the browser blocks, then try again; or download it from {file} and open it in Excel.",
  "pane-act-template": "Insert a template",
  "pane-template-hint":
    "“Insert a template” adds an empty sheet with the headings that are expected, one row a school. Your own sheets do not change.",
  "pane-template-added": "Sheet “{sheet}” added: fill one row a school, then choose “Re-read”.",
  "pane-untaken-see-one": "See the sheet read ({count})",
  "pane-untaken-see-other": "See the sheets read ({count})",
  "pane-untaken-line": "{sheet}: {why}",
  "pane-untaken-generated": "document made by Ordiclasse.",
  "pane-untaken-settings": "settings of Ordiclasse.",
  "pane-untaken-hidden": "hidden sheet; unhide it to have it read.",
  "pane-untaken-empty": "empty sheet.",
  "pane-untaken-no-equipment": "it names communes or schools, but no heading tells equipment or a headcount.",
  "pane-untaken-no-place": "it names equipment or a headcount, but neither a commune nor a school.",
  "pane-untaken-no-table": "it names communes or schools and equipment, but not under column headings.",
  "pane-untaken-nothing": "no commune, no school, no equipment.",
  "pane-pupils-title": "Pupils’ data found",
  "pane-pupils-text":
    "Sheet {sheet} is a list of pupils: only their number in each school is counted, no name is copied. To have it not read, hide it, then choose “Re-read”.",
  "pane-edited-title-one": "1 sheet edited by hand",
  "pane-edited-title-other": "{count} sheets edited by hand",
  "pane-edited-text":
    "Nothing is written yet. These sheets are no longer as Ordiclasse wrote them: what was typed would disappear. A copy is kept: “Undo the generation” puts them back, as long as this pane is open.",
  "pane-edited-replaced": "It would be replaced.",
  "pane-edited-gone": "It would be removed: this commune is no longer billed.",
  "pane-edited-cells": "Cells edited:",
  "pane-edited-more-one": "and 1 more.",
  "pane-edited-more-other": "and {count} more.",
  "pane-edited-replace": "Replace anyway",
  "pane-edited-keep": "Keep them",
} as const;
