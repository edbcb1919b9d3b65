import { HostError } from "../../host-object";
import type { HostSheet } from "../state/sheet";

export function presentSheet(sheet: HostSheet): void {
  if (sheet.isDeleted) throw new HostError("ItemNotFound", "The sheet is not there any more.");
}

export function writableSheet(sheet: HostSheet): void {
  if (sheet.isProtected) throw new HostError("AccessDenied", `« ${sheet.name} » is protected.`);
}
