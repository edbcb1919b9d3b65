import { parseCellName } from "../../../src/cells";
import { explainCell } from "../../../src/explain";
import type { Snapshot } from "../../../src/taskpane/operations/snapshot";
import type { PaneEvent } from "../../../src/taskpane/state/reduce";
import type { Step } from "../../../src/taskpane/state/state";
import { findCell } from "../../find-cell";

/** A cell explained, documents in place; `value`: as it was changed since. */
export function explained({ billing, workbook }: Snapshot, sheet: string, cell: string, value?: number): PaneEvent {
  const { row, column } = parseCellName(cell)!;
  const read = workbook.cells.sheets.find(({ name }) => name === sheet)?.rows[row]?.[column];
  const written = billing.sheets.find(({ name }) => name === sheet)?.rows[row]?.cells[column]?.value;
  const chosen = { sheet, cell, value: value ?? read ?? written ?? null };
  const { sheets: generatedSheets } = billing;
  return {
    type: "opened",
    open: {
      screen: "explanation",
      explanation: explainCell({ billing, workbook: workbook.cells, generatedSheets, cell: chosen }),
    },
  };
}

/** Workstations installed at Amagney in the year: 8 × 31,60 = 252,80. */
const installed = ({ billing: { sheets } }: Snapshot) =>
  findCell(sheets, {
    sheet: "Fiche Amagney",
    label: "Poste client standard",
    title: "Montant",
    beside: "Installation",
  });

/** What Amagney owes for what was installed. */
const rebilled = ({ billing: { sheets } }: Snapshot) =>
  findCell(sheets, { sheet: "Récapitulatif", label: "Amagney", title: "Installation commune" });

/** How « Explication » is reached, from each step, for each thing that it says. */
export function explainedStates(
  read: (snapshot: Snapshot, step: Step) => Extract<PaneEvent, { type: "read" }>,
  sound: Snapshot,
  faulty: Snapshot,
): Readonly<Record<string, () => readonly PaneEvent[]>> {
  return {
    "a quantity explained": () => [read(sound, "repartition"), explained(sound, "Parc 01.11.2014", "E7")],
    "a row explained": () => [
      { ...read(sound, "repartition"), generatedSheets: sound.billing.sheets },
      explained(sound, "Parc 01.11.2014", "B7"),
    ],
    "a fault explained": () => [read(faulty, "controle"), explained(faulty, "Inventaire 2014", "F9")],
    "a heading explained": () => [read(sound, "lecture"), explained(sound, "Parc 01.11.2014", "L6")],
    "a line explained": () => [read(sound, "documents"), explained(sound, "Fiche Amagney", installed(sound))],
    "a base explained": () => [read(sound, "documents"), explained(sound, "Répartition", "I10")],
    "a sum explained": () => [read(sound, "documents"), explained(sound, "Récapitulatif", rebilled(sound))],
    "a changed cell explained": () => [read(sound, "controle"), explained(sound, "Parc 01.11.2014", "E7", 15)],
    "nothing to explain": () => [read(sound, "controle"), explained(sound, "Parc 01.11.2014", "E2")],
  };
}
