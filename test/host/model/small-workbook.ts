import { writeXlsx, type WriteSheet } from "hucre/xlsx";
import { HostError, type HostObject, type Wire } from "../host-object";
import { HostWorkbook } from "./host-workbook";

/** Excel with a small workbook: two sheets of a town, or the sheets given. */
export async function openSmall(
  sheets: WriteSheet[] = [
    {
      name: "Parc",
      rows: [
        ["École", "Postes"],
        ["Beure", 12],
        ["Busy", 7],
      ],
    },
    { name: "Effectifs 2014", rows: [["Élèves", 120]] },
  ],
  options: { readonly date1904?: boolean; readonly file?: string } = {},
): Promise<HostWorkbook> {
  const bytes = await writeXlsx({ sheets, dateSystem: options.date1904 === true ? "1904" : "1900" });
  return HostWorkbook.open(bytes, options.file ?? "parc.xlsx");
}

/** An object that a path of calls leads to: `at(root, "worksheets", ["getItem", "Parc"], ["getRange", "A1"])`. */
export function at(from: HostObject, ...steps: (string | [string, ...(Wire | HostObject)[]])[]): HostObject {
  return steps.reduce<HostObject>((object, step) => {
    const next = typeof step === "string" ? object.navigate(step) : object.call(step[0], step.slice(1) as Wire[]);
    if (next === null || next === undefined || "value" in next) throw new Error(`${JSON.stringify(step)}: no object`);
    return next;
  }, from);
}

export function sheetOf(workbook: HostWorkbook, name: string): HostObject {
  return at(workbook.root, "worksheets", ["getItem", name]);
}

export function rangeOf(workbook: HostWorkbook, sheet: string, address: string): HostObject {
  return at(sheetOf(workbook, sheet), ["getRange", address]);
}

/** The code of Excel's refusal, or `null` where it does as asked. */
export function refusalOf(action: () => unknown): string | null {
  try {
    action();
    return null;
  } catch (error) {
    if (error instanceof HostError) return error.code;
    throw error;
  }
}

/** What a method that gives a value gives. */
export function resultOf(object: HostObject, method: string, ...args: (Wire | HostObject)[]): Wire {
  const answer = object.call(method, args);
  if (answer === null || answer === undefined || !("value" in answer)) throw new Error(`${method} gives no value.`);
  return answer.value;
}
