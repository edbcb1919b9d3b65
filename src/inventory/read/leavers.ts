import { fold, isBlank, memoByText, toSerial } from "../../cells";
import type { Column } from "../table";
import { blankDate, readDate } from "./date";
import type { TableReading } from "./reading-table";
import { shownCell } from "./shown";
import { isWithoutResult } from "./without-result";

const exits = /\b(?:radiation|radiee?|sortie?|depart|partie?|fin (?:de )?(?:scolarite|scolarisation|inscription))\b/;
const states = /^(?:statut|etat|situation|etat (?:de l )?inscription|situation (?:de l )?eleve|position)\b/;
const gone =
  /^(?:sortie?|partie?|radiee?|radiation|depart|demenagee?|transferee?|exeat|ancien(?:ne)?(?: eleve)?|demissionn?(?:aire|ee?)|retiree?|non (?:inscrite?|scolarisee?|presente?)|absente? definitive?ment)\b/;
const here =
  /^(?:presente?|inscrite?|scolarisee?|active?|admise?|en cours|admission definitive|affectee?|oui|ok|normal|nouveau|nouvelle|maintenue?|passee?|en classe)\b/;

type Said = "gone" | "here" | null;

const saidBy: (text: string) => Said = memoByText((text) => {
  const folded = fold(text);
  if (gone.test(folded)) return "gone";
  return here.test(folded) ? "here" : null;
});

/** Tells the pupils of a nominative list who left by the snapshot: by a date of exit, or by a state that says so. (decisions §4) */
export class Leavers {
  private readonly dates: readonly Column[];
  private readonly states: readonly Column[];
  private readonly snapshot: number;

  constructor(private readonly reading: TableReading) {
    const { columns } = reading.table;
    const plain = (column: Column): string => fold(column.header).replace(/[^a-z0-9]+/g, " ");
    const unnamed = columns.filter(({ role, rank }) => role.kind !== "pupil" && rank !== -1);
    this.dates = unnamed.filter(
      (column) =>
        column.role.kind === "date-out" || (exits.test(plain(column)) && /\bdate\b|\ble\b/.test(plain(column))),
    );
    this.states = unnamed.filter(
      (column) => !this.dates.includes(column) && (column.role.kind === "status" || states.test(plain(column).trim())),
    );
    this.snapshot = toSerial(reading.tools.campaign.snapshot);
  }

  /** True for a pupil who left; what cannot be read is an error on the cell, and the pupil is not counted meanwhile. */
  hasLeft(row: number): boolean {
    const { reading } = this;
    for (const { index } of this.dates) {
      const cell = reading.cell(row, index);
      const date = readDate(cell, reading.table.date1904);
      if (isWithoutResult(cell)) reading.report("error", "formula-without-result", row, index);
      else if (Number.isNaN(date)) reading.report("error", "unreadable-date", row, index, { value: shownCell(cell) });
      else if (date !== blankDate && date <= this.snapshot) return true;
    }
    for (const { index } of this.states) {
      const cell = reading.cell(row, index);
      if (isBlank(cell)) continue;
      const value = shownCell(cell);
      const said = this.stateOf(value);
      if (said === "gone") return true;
      if (said === null) reading.report("error", "unknown-pupil-state", row, index, { value, word: value });
    }
    return false;
  }

  private stateOf(text: string): Said {
    const chosen = this.reading.tools.words.of("state", text);
    if (chosen !== null) return fold(chosen) === "out" ? "gone" : "here";
    return saidBy(text);
  }
}
