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
