import type { Finding } from "../../billing";
import { isSameRecord, type ModelCell, type SheetModel } from "../../documents";
import { anomaly, type Anomaly, type VerifyCode } from "../../messages";
import { changedByHand, checksumName, checksumOf, type Edit } from "../checksum";
import type { FoundName, FoundSheet, GeneratedFound } from "../files";
import {
  amountNames,
  chartNames,
  chartPrefix,
  formulaOfText,
  numberedName,
  recordFormulas,
  recordOf,
  recordPrefix,
  splitNames,
} from "../generated-names";
import type { Compared } from "./compare-sheet";
import { comparableFormula, quotedPair } from "./comparable";

/** The place of a finding: the sheet of a sheet-scoped name, null for a name of the workbook. */
interface Place {
  readonly file: string;
  readonly sheet: string | null;
}

/**
 * Returns a finding for each hidden name of a generated sheet whose content is not the expected one: its record, its
 * charts and, when `isVouched`, its checksum. A checksum is not vouched for when cells that it covers are known to
 * differ.
 */
export function compareHiddenNames(
  found: FoundSheet,
  model: SheetModel,
  isVouched: boolean,
  { file, date1904, unmade }: Compared,
): Finding[] {
  const place = { file, sheet: found.name };
  const wanted = isVouched ? checksumOf(withFoundFormulas(model, found, unmade), date1904) : null;
  const checksum = (text: string | null) =>
    text === null ? [] : [{ name: checksumName, formula: formulaOfText(text) }];
  return [
    ...(isVouched ? compareNames(checksum(found.checksum), checksum(wanted), place) : []),
    ...compareRecord(found, model, place),
    ...compareNames(numbered(chartPrefix, found.charts), chartNames(model.name, model.charts), place),
  ];
}

/**
 * Returns a model with the formulas found in the file where they read sheets that were not regenerated: only the
 * checksum reveals whether they refer to the expected cells.
 */
function withFoundFormulas(model: SheetModel, { cells: found }: FoundSheet, unmade: Compared["unmade"]): SheetModel {
  if (unmade.size === 0) return model;
  const cellOf = (cell: ModelCell | null, held: string | null | undefined): ModelCell | null => {
    if (cell?.formula === undefined || typeof held !== "string") return cell;
    const isKnown = comparableFormula(held) === comparableFormula(cell.formula);
    const isSame = !isKnown && comparableFormula(held, unmade) === comparableFormula(cell.formula, unmade);
    return isSame ? { ...cell, formula: held } : cell;
  };
  const rows = model.rows.map((one, row) => ({
    ...one,
    cells: one.cells.map((cell, column) => cellOf(cell, found[row]?.[column]?.formula)),
  }));
  return { ...model, rows };
}

function compareRecord({ record }: FoundSheet, model: SheetModel, place: Place): Finding[] {
  const wanted = recordFormulas(model);
  const [is, should] = [recordOf(record), recordOf(wanted)];
  if (is !== null && should !== null && isSameRecord(is, should)) return [];
  return compareNames(numbered(recordPrefix, record), numbered(recordPrefix, wanted), place);
}

function numbered(prefix: string, formulas: readonly string[]): FoundName[] {
  return formulas.map((formula, index) => ({ name: numberedName(prefix, index), formula }));
}

/**
 * Returns a finding for each name of the workbook that does not refer to the expected amount. `taken` lists the names
 * that the user had given to something else when the documents were generated.
 */
export function compareAmountNames(
  { names }: GeneratedFound,
  models: readonly SheetModel[],
  sheets: ReadonlySet<string>,
  taken: ReadonlySet<string>,
  file: string,
): Finding[] {
  const wanted = models.flatMap(amountNames).filter(({ name }) => !taken.has(name));
  const expected = new Set(wanted.map(({ name }) => name));
  const own = new Set(splitNames(names, sheets, wanted).own);
  const found = names.filter((one) => expected.has(one.name.toUpperCase()) || own.has(one));
  return compareNames(
    found.filter(({ name }) => !taken.has(name.toUpperCase())),
    wanted,
    { file, sheet: null },
  );
}

function compareNames(found: readonly FoundName[], wanted: readonly FoundName[], place: Place): Finding[] {
  const finding = (code: VerifyCode, name: string, params: Anomaly["params"]) =>
    anomaly("error", code, { name, [place.sheet === null ? "shown" : "hidden"]: "1", ...params }, place);
  const held = new Map(found.map(({ name, formula }) => [name.toUpperCase(), formula]));
  const known = new Set(wanted.map(({ name }) => name));
  return [
    ...wanted.flatMap(({ name, formula }): Finding[] => {
      const there = held.get(name);
      if (there === undefined)
        return [finding("verify-name-missing", name, { wanted: quotedPair(text(formula), text(formula))[0] })];
      if (comparableFormula(there) === comparableFormula(formula)) return [];
      const [is, should] = quotedPair(text(there), text(formula));
      return [finding("verify-name-differs", name, { found: is, wanted: should })];
    }),
    ...found.flatMap(({ name, formula }): Finding[] =>
      known.has(name.toUpperCase()) ? [] : [finding("verify-name-added", name, { found: formula })],
    ),
  ];
}

function text(formula: string) {
  return { formula, value: null };
}

/** Returns what a checksum alone reveals, of a sheet not regenerated or of Journal rows that belong to other runs. */
export function compareChecksum({ key, name, checksum }: FoundSheet, edits: readonly Edit[], file: string): Finding[] {
  const place = { file, sheet: name };
  if (checksum === null) return [anomaly("error", "verify-name-missing", { name: checksumName, hidden: "1" }, place)];
  const changed = changedByHand({ file, name, key }, edits, []);
  if (changed === null) return [];
  return [anomaly("error", "verify-changed-by-hand", changed.params, { ...place, cell: changed.cell })];
}
