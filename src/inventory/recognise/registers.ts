import type { Column, Role } from "../table";

/** Roles that only a register of machines has. */
const ofMachines: ReadonlySet<Role["kind"]> = new Set([
  "inventory-number",
  "serial-number",
  "date-in",
  "date-out",
  "entity",
  "location",
  "status",
  "name",
]);

/** Whether columns say that each row is a machine. */
export function isRegister(columns: readonly Column[]): boolean {
  return columns.some(({ role }) => ofMachines.has(role.kind));
}

/** The rank of a column headed « Id » or « Référence »: it may as well number rows that count several machines. */
export const bareNumberRank = 3;

/** True where a column tells machines apart, one a row, by more than an « Id ». */
export function isSurelyRegister(columns: readonly Column[]): boolean {
  return isRegister(columns.filter(({ role, rank }) => role.kind !== "inventory-number" || rank < bareNumberRank));
}
