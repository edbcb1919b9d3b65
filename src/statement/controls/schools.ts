import { cellName, parseCellName } from "../../cells";
import type { School } from "../../inventory";
import type { Anomaly } from "../../messages";
import type { Statement } from "../types";
import type { Control, ControlPlace } from "./types";

/** A primary school of more pupils is likely two, or a total. */
const mostPupils = 600;
/** Pupils for one workstation: outside, one of the two figures is likely wrong. */
const fewestAMachine = 1;
const mostAMachine = 30;

const pupilCode = "PORTAIL";
const machineCodes: ReadonlySet<string> = new Set(["POSTE_STD", "POSTE_SPEC"]);

interface Counted {
  readonly school: School;
  pupils: number;
  machines: number;
}

/**
 * Schools whose headcount, or whose pupils for each workstation, are out of what one sees: to be looked at, never wrong as
 * such. A school with an error on its row is left aside: its figures are not all known.
 */
export function schoolControls(statement: Statement, anomalies: readonly Anomaly[]): Control[] {
  const inError = new Set(
    anomalies.flatMap(({ severity, file, sheet, cell }) => {
      const at = severity === "error" && cell !== null ? parseCellName(cell.split(":")[0]!) : null;
      return at === null ? [] : [rowKey(file, sheet, at.row)];
    }),
  );
  const counted = countSchools(statement).filter(
    ({ school: { place } }) => !place.rows.some((row) => inError.has(rowKey(place.sheet.file, place.sheet.name, row))),
  );
  const tooLarge = counted.filter(({ pupils }) => pupils > mostPupils);
  const unusual = counted.filter(
    ({ pupils, machines }) =>
      pupils > 0 && machines > 0 && (pupils < fewestAMachine * machines || pupils > mostAMachine * machines),
  );
  return [warning("pupils-a-school", tooLarge), warning("pupils-a-machine", unusual)];
}

function rowKey(file: string | null, sheet: string | null, row: number): string {
  return JSON.stringify([file, sheet, row]);
}

function countSchools({ lines }: Statement): Counted[] {
  const schools = new Map<string, Counted>();
  for (const { school, tariff, nature, quantity, share } of lines) {
    if (nature !== "maintenance" || share?.counted === false) continue;
    const known = schools.get(school.key);
    const counted = known ?? { school, pupils: 0, machines: 0 };
    if (known === undefined) schools.set(school.key, counted);
    if (tariff.code === pupilCode) counted.pupils += quantity;
    if (machineCodes.has(tariff.code)) counted.machines += quantity;
  }
  return [...schools.values()];
}

function warning(id: "pupils-a-school" | "pupils-a-machine", schools: readonly Counted[]): Control {
  const first = schools[0];
  return {
    id,
    result: schools.length === 0 ? "pass" : "warn",
    found: schools.length,
    place: first === undefined ? null : placeOf(first.school),
  };
}

function placeOf({ place: { sheet, column, rows } }: School): ControlPlace {
  const row = rows[0];
  return { file: sheet.file, sheet: sheet.name, cell: row === undefined ? null : cellName(row, column) };
}
