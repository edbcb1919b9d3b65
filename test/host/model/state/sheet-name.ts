import { HostError } from "../../host-object";
import { sameName } from "../formula/references";
import type { HostSheet } from "./sheet";

/** Refuses what Excel refuses as the name of a sheet; `self` may keep its own. */
export function checkSheetName(name: unknown, sheets: readonly HostSheet[], self?: HostSheet): asserts name is string {
  const isValid =
    typeof name === "string" &&
    name.length >= 1 &&
    name.length <= 31 &&
    !/[[\]:*?/\\]/.test(name) &&
    !/^'|'$/.test(name) &&
    !/^(history|historique)$/i.test(name);
  if (!isValid) throw new HostError("InvalidArgument", `« ${String(name)} » is no name for a sheet.`);
  if (sheets.some((sheet) => sheet !== self && sameName(sheet.name, name)))
    throw new HostError("ItemAlreadyExists", `A sheet is named « ${name} » already.`);
}
