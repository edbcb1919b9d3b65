import { headcount, isPriced, rowsBilled, type Nature, type TariffRow } from "../../tariff";
import type { Reading } from "../reading";

/**
 * The prestations billed by pupil, from the headcount or from their own numbers in tables, « Accès ENT : 118 ».
 * (decisions §2)
 */
export class PupilPrices {
  private readonly ofHeadcount: readonly TariffRow[];
  /** By code, the keys of the schools in tables that have numbers of their own for this prestation. */
  readonly own: ReadonlyMap<string, ReadonlySet<string>>;

  constructor({ context, tables, ledger, schools }: Reading) {
    const rows = rowsBilled(context.grid, headcount);
    const showing = (code: string) =>
      tables.filter(
        ({ table, lines }) =>
          ledger.tableClaim(table) === null && lines.some(({ facts }) => facts.some((fact) => fact.code === code)),
      );
    const keysOf = (code: string) =>
      new Set(showing(code).flatMap(({ lines }) => lines.map(({ who }) => schools.keyOf(who))));
    this.own = new Map(rows.map(({ code }) => [code, keysOf(code)] as const).filter(([, keys]) => keys.size > 0));
    this.ofHeadcount = rows.filter(({ code }) => !this.own.has(code));
  }

  /** Returns whether some prestation is billed from the headcount. */
  get needHeadcount(): boolean {
    return this.ofHeadcount.length > 0;
  }

  /** Returns the rows of the grid billed from the headcount, in a nature. */
  billedBy(nature: Nature): TariffRow[] {
    return this.ofHeadcount.filter((row) => isPriced(row, nature));
  }
}
