import { remembered } from "../../cells";
import { communeKey } from "../../tariff";
import type { TableReader } from "../rows/table-reader";
import { isBilledKind } from "./facets";

/** What a recap may be of: everything, one sheet, one commune, one school. */
export type Scope = string;

export const everything: Scope = "*";
export const scopeOfSheet = ({ file, name }: { readonly file: string; readonly name: string }): Scope =>
  `sheet ${file}\n${name}`;
export const scopeOfCommune = (insee: string): Scope => `commune ${insee}`;
export const scopeOfSchool = (name: string): Scope => `school ${communeKey(name)}`;

/** What the tables bill, by scope, prestation and nature, before any cap. */
export class BilledSums {
  private readonly sums = new Map<string, { readonly total: number; readonly schools: number }>();
  /** The schools of each scope that have equipment: where no table shows packs, each is billed one. */
  private readonly equipped = new Map<Scope, Set<string>>();

  constructor(readers: readonly TableReader[]) {
    for (const { kind, table, schools } of readers) {
      if (!isBilledKind(kind)) continue;
      for (const { key, commune, counts } of schools.values()) {
        const scopes = [
          everything,
          scopeOfSheet(table.sheet),
          scopeOfCommune(commune.insee),
          scopeOfSchool(key.slice(key.indexOf("|") + 1)),
        ];
        if ([...counts.keys()].some((what) => !what.startsWith("PORTAIL|")))
          for (const scope of scopes) remembered(this.equipped, scope, () => new Set<string>()).add(key);
        for (const [what, { quantity, beyond }] of counts)
          for (const scope of scopes) this.add(`${scope}|${what}`, quantity + beyond);
      }
    }
  }

  private add(key: string, quantity: number): void {
    const sum = this.sums.get(key) ?? { total: 0, schools: 0 };
    this.sums.set(key, { total: sum.total + quantity, schools: sum.schools + 1 });
  }

  /** True where each number is what the scope is billed of a prestation: in one nature, or in both. */
  are(numbers: readonly number[], scope: Scope, code: string, leastSchools: number): boolean {
    if (code === "PACK" && !this.sums.has(`${everything}|PACK|maintenance`))
      return numbers.every((number) => number === this.equipped.get(scope)?.size);
    const natures = ["maintenance", "installation"].flatMap((nature) => {
      const sum = this.sums.get(`${scope}|${code}|${nature}`);
      return sum === undefined || sum.schools < leastSchools ? [] : [sum.total];
    });
    const shown = new Set([...natures, natures.reduce((all, total) => all + total, 0)]);
    return natures.length > 0 && numbers.every((number) => shown.has(number));
  }
}
