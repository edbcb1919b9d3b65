import "../../src/inventory";
import { inventoryTexts } from "../../src/messages";
import { subjects } from "../../src/statement/control-subjects";

/** What is only to know, or stops before there is anything to control; what has a control that reads more than points. */
const inNone = [
  ...["no-inventory", "workbook-without-inventory", "untariffed", "packs-inferred"],
  // What says what an option does, or that the form of an option is not kept.
  ...["table-chosen", "repeat-chosen", "repeats-chosen", "commune-chosen"],
  ...["options-sheet-bad-particular", "options-sheet-siret-of-another"],
  // What is left out for a reason that is given.
  ...[
    "model-table",
    "not-in-service",
    "rows-not-in-service",
    "out-of-service-column",
    "in-stock",
    "in-repair",
    "blank-in-service",
  ],
  ...["part-column", "parts-in-service", "part-of-headcounts", "headcount-again", "pupil-list", "pupils-who-left"],
  ...["other-year-column", "other-year-source", "other-year-installations", "other-year-rows", "other-year-rows-below"],
  ...["undated-source", "row-of-year-before", "total-ignores-filtered"],
  // Of the act, and of what was issued before.
  ...["campaign-without-convention", "issued-amounts-differ", "issued-number-differs", "issued-other-version"],
  ...[
    "overwritten-issued",
    "mark-no-journal",
    "mark-unknown-state",
    "mark-provisional",
    "mark-other-issued",
    "mark-date-too-early",
  ],
];

test("every point of an inventory counts in one control, unless it is known to count in none", () => {
  const counted: readonly string[] = Object.values(subjects).flat();
  expect(
    Object.keys(inventoryTexts.fr)
      .filter((code) => !counted.includes(code))
      .sort(),
  ).toEqual([...inNone].sort());
  expect(new Set(counted).size).toBe(counted.length);
});
