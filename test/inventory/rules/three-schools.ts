import type { Cell } from "../../../src/cells";
import type { Options } from "../../../src/options";
import { readWith, sheet, type Read, type SheetSpec } from "../workbook-of";

export type Rows = readonly (readonly Cell[])[];

export const headers = ["Commune", "École", "Postes clients standard", "Serveur standard"];
export const schools = ["A", "B", "C"];

/** Three schools of Beure with as many postes, and a server each. */
export function equipment(name: string, posts: number, servers: number | null, title: Rows = []): SheetSpec {
  return sheet(name, [...title, headers, ...schools.map((school) => ["Beure", school, posts, servers])]);
}

export const pupils = sheet("Effectifs", [
  ["Commune", "École", "Élèves"],
  ...schools.map((school) => ["Beure", school, 20]),
]);

/** Reads sheets beside the pupils of the three schools. */
export const read = (...sheets: SheetSpec[]): Read => readWith({}, ...sheets, pupils);
export const chosen = (options: Partial<Options>, ...sheets: SheetSpec[]): Read => readWith(options, ...sheets, pupils);

/** Returns the postes and the servers in service in the three schools. */
export function inService(result: Read): { posts: number; servers: number } {
  const sum = (code: string) => schools.reduce((total, school) => total + result.quantity(school, code), 0);
  return { posts: sum("POSTE_STD"), servers: sum("SERVEUR_STD") };
}

/** Returns what was installed of a prestation in the three schools. */
export const installed = (result: Read, code = "POSTE_STD"): number =>
  schools.reduce((total, school) => total + result.quantity(school, code, "installation"), 0);
